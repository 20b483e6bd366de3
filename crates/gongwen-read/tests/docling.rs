//! DoclingDocuments: order, furniture, page breaks, tables over pages; other JSON is named.

use gongwen_read::{ReadError, read};

const PLAN: &[u8] = include_bytes!("../../../fixtures/docling/plan.json");

#[test]
fn a_document_is_read_in_order() {
    let manuscript = read(PLAN, Some("plan.json")).expect("a document");
    let lines: Vec<&str> = manuscript.text.lines().collect();
    assert_eq!(
        lines,
        [
            "青石县2024年水环境治理工作方案",
            "一、工作目标",
            "到2024年底，全县污水集中处理率达到95%以上，新建、改造供水管网不少于30公里，农村自来水普及率达到90%以上。",
            "1.完成河道清淤12公里。（牵头单位：县水利局）",
            "建立巡查制度。",
            "任务分工表",
            "序号\t重点任务\t责任单位",
            "1\t河道清淤\t县水利局",
            "2\t护岸修复",
            "3\t管网改造\t县住房城乡建设局",
            "青石县水利局",
            "比例按人口计算。",
        ]
    );
    let grid = &manuscript.tables[0];
    assert_eq!((manuscript.tables.len(), grid.rows.len(), grid.header_rows), (1, 4, 1));
    assert_eq!(grid.caption.map(|it| it.of_text(&manuscript.text)), Some("任务分工表"));
    assert_eq!(grid.rows[1][2].rowspan, 2);
    let place = manuscript.locator(grid.rows[1][2].span).expect("a place");
    assert_eq!((place.page, place.row, place.column), (Some(2), Some(2), Some(3)));
    assert_eq!(manuscript.source.pages, Some(3));
}

#[test]
fn other_json_is_named() {
    let check = |json: &str, expect: &str| {
        let error = read(json.as_bytes(), Some("a.json")).expect_err("no document");
        assert!(error.to_string().contains(expect), "{json}: {error}");
    };
    check("{\"a\": 1}", "a JSON file that is no DoclingDocument");
    check("[1, 2]", "a JSON file that is no DoclingDocument");
    check("{\"schema_version\": \"1.0.0\", \"doc_id\": \"0\"}", "a record that was made from a document");
    check("{\"schema_name\": \"DoclingDocument\", \"texts\": [{\"te", "the JSON file is damaged: it is cut");
    check("{\"schema_name\": \"DoclingDocument\", \"texts\": 3}", "its parts are not those of the schema");
    assert_eq!(read(b"{\"schema_name\": \"DoclingDocument\"}", None), Err(ReadError::Empty));
}
