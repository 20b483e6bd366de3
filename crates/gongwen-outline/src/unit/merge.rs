//! Units that are one with those above them, or are told by them: lists of bodies, times, files of a page.

use super::key::{ends_as_body, key};
use super::{Unit, UnitKind};
use gongwen_lexicon::words;
use gongwen_text::date::is_time_alone;

/// Longest line of a list or a time, in bytes.
const LONGEST: usize = 150;

/// A list of units behind `责任单位：` may stand on several lines, one name or more each: they are one line of duty. So are
/// `完成时限：` and the time on the line below.
pub(super) fn lists(text: &str, units: &mut Vec<Unit>) {
    let mut open = false;
    let mut kept = 0;
    for at in 0..units.len() {
        let unit = units[at];
        let timed = kept > 0 && awaits_time(text, &units[kept - 1]) && is_time(text, &unit);
        if timed || open && !ends_list(units.get(at + 1)) && is_of_list(text, &unit) {
            units[kept - 1].span = units[kept - 1].span.cover(unit.span);
            open &= !timed;
            continue;
        }
        open = heads_list(text, &unit);
        units[kept] = unit;
        kept += 1;
    }
    units.truncate(kept);
}

/// `完成时限：` with the time on the line below.
fn awaits_time(text: &str, unit: &Unit) -> bool {
    let line = unit.span.of_text(text);
    unit.kind == UnitKind::Field
        && line.ends_with(['：', ':'])
        && key(line).is_some_and(|key| ["时限", "时间", "期限"].iter().any(|end| key.ends_with(end)))
}

fn is_time(text: &str, unit: &Unit) -> bool {
    let line = unit.span.of_text(text);
    line.len() <= LONGEST
        && line.contains(['年', '月', '日'])
        && is_time_alone(line.trim_end_matches(['。', '；']))
}

/// A key of bodies, whose list may go on below it.
fn heads_list(text: &str, unit: &Unit) -> bool {
    unit.kind == UnitKind::Field
        && key(unit.span.of_text(text))
            .is_some_and(|key| ["单位", "部门", "主体"].iter().any(|end| key.ends_with(end)))
}

/// A line of names of bodies.
fn is_of_list(text: &str, unit: &Unit) -> bool {
    let line = unit.span.of_text(text);
    let body = |name: &str| name.len() >= 6 && ends_as_body(name.trim_end_matches('等'));
    unit.kind == UnitKind::Prose
        && line.len() <= LONGEST
        && !line.contains(['。', '；', '：', ':'])
        && line.split(['、', '，', ',', ' ', '\u{3000}']).filter(|name| !name.is_empty()).all(body)
}

/// Whether what stands below a name tells that it is none of the list above: a heading of a body stands above a list of its own, a
/// signature above its date.
fn ends_list(next: Option<&Unit>) -> bool {
    next.is_some_and(|next| match next.kind {
        UnitKind::Date => true,
        UnitKind::Labelled(label) => label.number == 1,
        _ => false,
    })
}

/// The files that a page offers below `附件：` or `附件下载`, or last of all, are a list of annexes: `1.任务表.doc`.
pub(super) fn files(text: &str, units: &mut [Unit]) {
    let mut listed = false;
    for at in 0..units.len() {
        if units[at].kind == UnitKind::AnnexMark || heads_files(text, &units[at]) {
            listed = units.get(at + 1).is_some_and(|next| is_file(text, next));
            if listed {
                units[at].kind = UnitKind::AnnexList;
            }
        } else {
            listed = listed && is_file(text, &units[at]);
            if listed {
                units[at].kind = UnitKind::Remark;
            }
        }
    }
    let last = units.iter_mut().rev().take_while(|unit| is_file(text, unit));
    last.for_each(|unit| unit.kind = UnitKind::Remark);
}

/// `1.任务表.doc`
fn is_file(text: &str, unit: &Unit) -> bool {
    const ENDS: [&str; 13] =
        ["doc", "docx", "xls", "xlsx", "pdf", "wps", "et", "ofd", "ceb", "zip", "rar", "jpg", "txt"];
    let line = unit.span.of_text(text).trim_end();
    let end = line.rsplit_once('.').map_or("", |(_, end)| end);
    matches!(unit.kind, UnitKind::Labelled(_) | UnitKind::Prose)
        && ENDS.iter().any(|known| end.eq_ignore_ascii_case(known))
}

/// `附件下载：`
fn heads_files(text: &str, unit: &Unit) -> bool {
    let line = unit.span.of_text(text);
    line.len() <= 30
        && line.contains('件')
        && words("page_file_heads").contains(&line.trim().trim_end_matches(['：', ':']))
}

#[cfg(test)]
mod tests {
    /// Files that a page offers below its own words were items of the plan's last section.
    #[test]
    fn files_of_a_page_are_no_items() {
        for head in ["附件下载：", "相关附件", "附件", "主要依据如下："] {
            let text =
                format!("某县措施\n一、培育企业。\n二、改造管网。\n{head}\n1.申报表.docx\n2.申报指南.PDF\n");
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            assert_eq!(crate::outline(&manuscript).sections.len(), 2, "{head}");
        }
    }
}
