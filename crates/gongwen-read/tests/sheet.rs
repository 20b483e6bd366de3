//! One workbook from three writers in four files shows the same words, cells and places.

use gongwen_read::read;
use gongwen_text::{Block, Manuscript};

const FILES: [(&str, &[u8]); 4] = [
    ("plan.xlsx", include_bytes!("../../../fixtures/sheet/plan.xlsx")),
    ("plan-office.xlsx", include_bytes!("../../../fixtures/sheet/plan-office.xlsx")),
    ("plan.xls", include_bytes!("../../../fixtures/sheet/plan.xls")),
    ("plan.ods", include_bytes!("../../../fixtures/sheet/plan.ods")),
];

fn row(manuscript: &Manuscript, table: usize, row: usize) -> Vec<&str> {
    manuscript.tables[table].rows[row].iter().map(|it| it.span.of_text(&manuscript.text)).collect()
}

#[test]
fn cells_read_as_they_show() {
    for (name, bytes) in FILES {
        // The name is no help: content decides.
        let manuscript = read(bytes, Some("plan")).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(manuscript.tables.len(), 3, "{name}");
        let first = [
            "1",
            "河道整治",
            "1.完成清淤12公里。\n2.修复护岸3处。",
            "县水利局",
            "县财政局\n县自然资源局",
            "2024年6月30日",
            "12%",
            "120.50",
        ];
        assert_eq!(row(&manuscript, 0, 2), first, "{name}");
        // The second row lies under a merged cell.
        assert_eq!(row(&manuscript, 0, 3)[..3], ["2", "建成巡河平台。", "同上"], "{name}");
        assert_eq!(row(&manuscript, 0, 3)[5], "95.5%", "{name}");
        assert_eq!(row(&manuscript, 0, 4)[7], "3,000.00", "{name}");
        assert_eq!(row(&manuscript, 1, 1)[..3], ["规模以上工业增加值增速", "%", "6.5"], "{name}");
        assert_eq!(row(&manuscript, 1, 2)[2], "45.6%", "{name}");
        assert_eq!(row(&manuscript, 2, 1), ["1", "县城供水管网改造", "县住房城乡建设局"], "{name}");
        assert_eq!(manuscript.tables[0].header_rows, 2, "{name}");
    }
}

#[test]
fn titles_and_notes_stand_outside_of_tables() {
    for (name, bytes) in FILES {
        let manuscript = read(bytes, None).expect("a workbook");
        let words: Vec<&str> = manuscript
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(it) => Some(it.span.of_text(&manuscript.text)),
                Block::Table(_) => None,
            })
            .collect();
        for expect in
            ["青石县2024年水环境治理任务分解表", "填报单位：县水利局", "注：完成比例为累计数。", "主要指标"]
        {
            assert!(words.contains(&expect), "{name}: {expect} in {words:?}");
        }
        let caption = manuscript.tables[0].caption.map(|it| it.of_text(&manuscript.text));
        assert_eq!(caption, Some("青石县2024年水环境治理任务分解表"), "{name}");
    }
}

#[test]
fn places_are_those_of_the_sheet() {
    for (name, bytes) in FILES {
        let manuscript = read(bytes, None).expect("a workbook");
        let place = manuscript.locator(manuscript.tables[0].rows[2][6].span).expect("a place");
        assert_eq!(
            (place.sheet, place.table, place.row, place.column),
            (Some(1), Some(1), Some(5), Some(7)),
            "{name}"
        );
        let place = manuscript.locator(manuscript.tables[2].rows[1][1].span).expect("a place");
        assert_eq!((place.sheet, place.table, place.row), (Some(2), Some(2), Some(8)), "{name}");
    }
}

#[test]
fn what_is_hidden_or_without_value_is_said() {
    for (name, bytes) in FILES {
        let manuscript = read(bytes, None).expect("a workbook");
        let codes: Vec<&str> = manuscript.diagnostics.iter().map(|it| it.code).collect();
        for expect in ["rows-hidden", "columns-hidden", "sheet-hidden"] {
            assert!(codes.contains(&expect), "{name}: {codes:?}");
        }
        // Only a writer that does not compute leaves formulas without values.
        assert_eq!(codes.contains(&"formula-uncached"), name == "plan.xlsx", "{name}: {codes:?}");
    }
}
