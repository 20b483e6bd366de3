//! Rows of a table that a page or a program tore over several lines, so that one row became several: what stands below goes on with
//! the cells above.
//!
//! Nothing but the cells tells: a list or a bracket that is open, or half a name. Where one of them ends there, it is another row.

use crate::table::{begins_name, is_units, name_goes_on};
use gongwen_text::Label;
use gongwen_text::date::is_time_alone;
use gongwen_text::numeral::is_figure;

/// Most rows that one row was torn into.
pub(crate) const MOST: usize = 12;

/// Whether the cells of a row, `below`, go on with those of the row above; both by column.
pub(crate) fn goes_on(above: &[String], below: &[String]) -> bool {
    if above.first().is_none_or(String::is_empty) || below.first().is_none_or(|first| !first.is_empty()) {
        return false;
    }
    let mut told = false;
    for (above, below) in above.iter().zip(below).filter(|(_, below)| !below.is_empty()) {
        let open = is_open(above) || below.starts_with(['、', '，', '。', '；', '）', ')']);
        let name = || name_goes_on(above, below);
        let other = || {
            above.ends_with(['。', '；', '！', ';'])
                // `4月10日` over `前`
                || is_time_alone(above) && is_time_alone(below) && below.len() > '前'.len_utf8()
                || is_figure(above) && is_figure(below)
                || is_units(above) && is_units(below) && begins_name(above, below) && !name()
        };
        if above.is_empty() || Label::read(below).is_some() || !open && other() {
            return false;
        }
        told |= open || name();
    }
    told
}

/// Whether a cell breaks off in a list or a bracket.
fn is_open(cell: &str) -> bool {
    let count = |marks: [char; 2]| cell.matches(marks).count();
    cell.ends_with(['、', '，', ',', '（', '(']) || count(['（', '(']) > count(['）', ')'])
}

#[cfg(test)]
mod tests {
    use super::goes_on;

    fn check(above: &str, below: &str, expect: bool) {
        let cells = |row: &str| row.split('|').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(goes_on(&cells(above), &cells(below)), expect, "{above} / {below}");
    }

    #[test]
    fn open_cells_go_on() {
        check(
            "2|新购编织袋5万条，|县应急局（县粮食和物资|4月10日",
            "|补充设备30台。|储备中心）、县水|前",
            true,
        );
        check("2|补充设备30台。|县应急局、县水", "||利局", true);
        check("1|新建分拣中心1座。|县城管局、县商务局、", "||县供销社", true);
        check("1|新建分拣中心1座|县城管局", "||、县供销社", true);
    }

    #[test]
    fn rows_of_their_own_do_not() {
        check("1|新建分拣中心1座。|县城管局", "||县供销社", false);
        check("1|新建分拣中心1座。|县城管局、", "|设置回收点60个。|县供销社", false);
        check("1|新建分拣中心，|县城管局|5月", "|设置回收点60个|县供销社|6月", false);
        check("1|新建分拣中心1座、|县城管局", "2|设置回收点|县供销社", false);
        check("|新建分拣中心1座、|县城管局", "|设置回收点|县供销社", false);
        check("1|新建分拣中心1座、|", "|设置回收点|县供销社", false);
        check("1|新建分拣中心1座，|县城管局", "|1.设置回收点|", false);
    }

    #[test]
    fn torn_rows_of_every_format_are_one() {
        let rows = [
            "序号|任务|责任单位",
            "1|编制预案5个。|县水利局",
            "2|购置设备6台，|县应急局、县水",
            "|储备物资3批。|利局",
            "3|清淤18公里。|县水利局",
        ];
        let page: String =
            rows.iter().map(|row| format!("<tr><td>{}</td></tr>", row.replace('|', "</td><td>"))).collect();
        let page = format!("<html><body><p>某县任务清单</p><table>{page}</table></body></html>");
        let bars: Vec<String> = rows.iter().map(|row| format!("| {} |", row.replace('|', " | "))).collect();
        let bars = format!("{}\n|---|---|---|\n{}", bars[0], bars[1..].join("\n"));
        let tabs = rows.join("\n").replace('|', "\t");
        // A merged cell reaches down beside what was torn.
        let merged = "<table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr><tr><td>1</td><td>编制预案5个。</td><td>县水利局</td></tr>\
                      <tr><td>2</td><td rowspan=2>购置设备6台，储备物资3批。</td><td>县应急局、县水</td></tr><tr><td></td><td>利局</td></tr>\
                      <tr><td>3</td><td>清淤18公里。</td><td>县水利局</td></tr></table>";
        let written = format!("# 某县任务清单\n\n{merged}");
        let merged = format!("<html><body><p>某县任务清单</p>{merged}</body></html>");
        for source in [page, bars, tabs, merged, written] {
            let manuscript = crate::read(source.as_bytes(), None).expect("a document");
            let grid = &manuscript.tables[0];
            let words: Vec<&str> =
                grid.rows[2].iter().map(|cell| cell.span.of_text(&manuscript.text)).collect();
            assert_eq!(
                (grid.rows.len(), &*words),
                (4, &["2", "购置设备6台，储备物资3批。", "县应急局、县水利局"][..]),
                "{source}"
            );
        }
    }
}
