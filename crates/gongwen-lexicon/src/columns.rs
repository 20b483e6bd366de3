//! Names of table columns.

use crate::word_set::first_character;
use crate::words;
use gongwen_text::chars::{fold_width, skip_han};
use std::borrow::Cow;
use std::sync::LazyLock;

/// The lists that name columns, in the order in which a tie is decided.
const LISTS: [&str; 18] = [
    "column_number",
    "column_group",
    "column_task",
    "column_supported",
    "column_measure",
    "column_lead",
    "column_responsible",
    "column_support",
    "column_person",
    "column_object",
    "column_assessor",
    "column_due",
    "column_indicator",
    "column_value",
    "column_money",
    "column_baseline",
    "column_unit",
    "column_other",
];

/// Longest header that is looked up, in bytes: a longer one is a sentence.
const LONGEST: usize = 60;

/// A name and its list.
type Name = (&'static str, &'static str);

/// All names, those with one last character together.
static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let mut names: Vec<_> =
        LISTS.into_iter().flat_map(|list| words(list).iter().map(move |&word| (word, list))).collect();
    // Keys of lines that say by when head columns too.
    names.extend(words("time_keys").iter().map(|&word| (word, "column_due")));
    names.sort_by_key(|&(word, _)| (word.chars().next_back(), word));
    names.dedup_by_key(|&mut (word, _)| word);
    names
});

/// Last characters of names, and of headers that end otherwise, with the names that end so: what prose lines fail on first.
static LAST: LazyLock<Vec<(char, &'static [Name])>> = LazyLock::new(|| {
    let ends = |name: &Name| name.0.chars().next_back();
    let names = NAMES.chunk_by(|a, b| ends(a) == ends(b)).filter_map(|names| Some((ends(&names[0])?, names)));
    let others = [
        '）', ')', '年', '度', '班', '格', '块', '头', '户', '泊', '象', '校', '区', '镇', '村', '段', '位',
        '目', '库', '流', '业', '：', ':', '*', ' ', '室', '地', '构', '街', '式', '话', '\u{3000}',
    ];
    let mut last: Vec<_> = names.chain(others.map(|other| (other, &[][..]))).collect();
    // Of a character that stands twice the one with names counts, which comes first.
    last.sort_by_key(|&(end, _)| end);
    last.dedup_by_key(|&mut (end, _)| end);
    last
});

/// The names that end in this character; `None` for one that no header ends in.
fn ending(last: char) -> Option<&'static [Name]> {
    LAST.binary_search_by_key(&last, |&(end, _)| end).ok().map(|at| LAST[at].1)
}

/// The list in `data/cues/columns.toml` that the header of a column belongs to: `column_lead` for `牵头单位`.
///
/// White space and brackets inside the header do not count. A header also belongs where its ending is a name
/// of at least two characters that is no common word (`市级牵头单位`); a year is `column_value`.
///
/// # Examples
/// ```
/// use gongwen_lexicon::column_list;
/// assert_eq!(column_list("主 要 内 容"), Some("column_measure"));
/// assert_eq!(column_list("县级牵头单位（部门）"), Some("column_lead"));
/// assert_eq!(column_list("销号时限"), Some("column_due"));
/// assert_eq!(column_list("2025年"), Some("column_value"));
/// assert_eq!(column_list("加强领导"), None);
/// ```
pub fn column_list(header: &str) -> Option<&'static str> {
    if header.is_empty() || header.len() > LONGEST {
        return None;
    }
    let names = ending(header.chars().next_back()?)?;
    let plain = plain(header);
    let names = match plain {
        Cow::Borrowed(_) => names,
        Cow::Owned(ref plain) => plain.chars().next_back().and_then(ending).unwrap_or_default(),
    };
    if let Some(list) = exact(&plain, names) {
        return Some(list);
    }
    let year = plain.strip_suffix('年').or_else(|| plain.strip_suffix("年度"));
    if year.is_some_and(|y| y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit())) {
        return Some("column_value");
    }
    if let Some(list) = ranked(&plain) {
        return Some(list);
    }
    let mut starts = plain.char_indices().skip(1).map(|(at, _)| &plain[at..]);
    starts
        .find_map(|end| {
            // A word that is a name only as a whole is asked for last: few endings are names at all.
            let list = if end.len() < "单位".len() { None } else { exact(end, names) };
            list.filter(|_| !words("column_whole_only").contains(&end))
        })
        .or_else(|| is_object(&plain).then_some("column_object"))
}

/// Whether a header names whom or what somebody is there for: `包保乡镇`, `县级联系企业`, `责任河段`.
fn is_object(plain: &str) -> bool {
    const PLACES: [&str; 9] = ["区域", "河段", "路段", "片区", "林区", "点位", "网格", "地块", "山头"];
    let ends = |ends: &[&str]| crate::ends_with_any(plain, ends);
    ends(words("object_ends")) && is_of(plain, "object_starts") || plain.starts_with("责任") && ends(&PLACES)
}

/// Whether a header, behind the level that it may tell (`县级`), begins with a word of a list.
fn is_of(plain: &str, list: &str) -> bool {
    let level = ["县级", "市级", "区级", "镇级", "乡级"].iter().find_map(|level| plain.strip_prefix(level));
    words(list).iter().any(|word| level.unwrap_or(plain).starts_with(word))
}

/// The unit that a note over a table names: 亩 in `（单位：亩）`, also behind a title.
///
/// # Examples
/// ```
/// use gongwen_lexicon::unit_note;
/// assert_eq!(unit_note("造林任务分解表（单位：万亩）"), Some("万亩"));
/// assert_eq!(unit_note("单位：县水利局"), None);
/// ```
pub fn unit_note(line: &str) -> Option<&str> {
    units_noted(line).filter(|unit| !unit.contains('、'))
}

/// The unit, or the units of several columns (`亩、株`), behind the key of a note over a table.
fn units_noted(line: &str) -> Option<&str> {
    const LONGEST_LINE: usize = 240;
    const LONGEST: usize = 24;
    if line.len() > LONGEST_LINE {
        return None;
    }
    let line = line.trim().trim_end_matches(['）', ')']);
    let line = line.rfind(['（', '(']).map_or(line, |open| line[open..].trim_start_matches(['（', '(']));
    let key = line.strip_prefix("计量").unwrap_or(line).strip_prefix("单位")?;
    let unit = key.trim_start().strip_prefix(['：', ':'])?.trim();
    let plain = !unit.is_empty() && unit.len() <= LONGEST && !unit.contains(['，', ' ', ';', '；']);
    let bodies = words("unit_endings");
    (plain && unit.split('、').all(|unit| !unit.is_empty() && !crate::ends_with_any(unit, bodies)))
        .then_some(unit)
}

/// Whether a line is such a note and nothing else, be it of one unit or of several (`单位：亩、株`).
pub fn is_unit_note(line: &str) -> bool {
    let inner = line.trim_start().trim_start_matches(['（', '(']);
    (inner.starts_with("单位") || inner.starts_with("计量")) && units_noted(line).is_some()
}

/// The list of a header that names bodies by their rank in words of its own: `配合责任单位`, `牵头科室`, also with the persons
/// or the time behind them (`责任单位及责任人`, `责任单位及时限`). One that names several ranks (`牵头及配合单位`) tells none.
fn ranked(plain: &str) -> Option<&'static str> {
    const BODIES: [&str; 11] =
        ["专班", "单位", "站所", "部门", "主体", "科室", "股室", "处室", "机构", "镇街", "属地"];
    const PERSONS: [&str; 10] = [
        "责任人",
        "主要负责人",
        "主要领导",
        "负责人",
        "联系人",
        "责任领导",
        "分管领导",
        "联系方式",
        "联系电话",
        "联络员",
    ];
    const TIMES: [&str; 4] = ["完成时限", "完成时间", "时限", "时间"];
    const LEADS: [&str; 3] = ["牵头", "主办", "主责"];
    const HELPS: [&str; 9] = ["配合", "协助", "协同", "参与", "参加", "协办", "协作", "会办", "联动"];
    let bodies = |name: &str| BODIES.iter().any(|end| name.ends_with(end));
    let before = PERSONS.iter().chain(&TIMES).find_map(|end| plain.strip_suffix(end));
    let before = before.map(|name| name.trim_end_matches(['及', '和', '与', '、', '/', '其', '具', '体']));
    let name = before.filter(|name| bodies(name)).unwrap_or(plain);
    if !bodies(name) {
        return None;
    }
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match (says(&LEADS), says(&HELPS)) {
        (true, false) => Some("column_lead"),
        // `责任主体与协同单位`
        (false, true) if joins(name) => Some("column_responsible"),
        (false, true) => Some("column_support"),
        (true, true) => Some("column_responsible"),
        (false, false) if is_of(name, "helper_starts") && !name.contains(['被', '受']) => {
            Some("column_responsible")
        }
        (false, false) => before.filter(|_| name.len() < plain.len()).and_then(column_list),
    }
}

/// Whether a header names those who answer and, behind a joint, others.
fn joins(name: &str) -> bool {
    let parts = name.split_once(['与', '和', '及', '、', '/']);
    parts.is_some_and(|(first, rest)| first.starts_with("责任") && !rest.contains("责任"))
}

/// A bit for the low ten bits of every name's first character: most endings of a header begin no name.
static FIRST: LazyLock<[u64; 16]> = LazyLock::new(|| {
    let mut bits = [0; 16];
    for (code, _) in NAMES.iter().filter_map(|(word, _)| first_character(word.as_bytes())) {
        bits[(code & 1023) as usize >> 6] |= 1 << (code & 63);
    }
    bits
});

/// The list of a name; `names` are those that end as it does.
fn exact(name: &str, names: &[Name]) -> Option<&'static str> {
    let (code, _) = first_character(name.as_bytes())?;
    if FIRST[(code & 1023) as usize >> 6] >> (code & 63) & 1 == 0 {
        return None;
    }
    names.iter().find(|&&(word, _)| word == name).map(|&(_, list)| list)
}

/// The header without white space and bracketed parts; a header that is all brackets keeps them.
fn plain(header: &str) -> Cow<'_, str> {
    // Most are Han throughout.
    if skip_han(header.as_bytes(), 0) == header.len() {
        return Cow::Borrowed(header);
    }
    let mut depth = 0u32;
    let mut plain = String::with_capacity(header.len());
    for c in header.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            c if depth == 0 && !c.is_whitespace() && !matches!(c, '*' | '：' | ':') => {
                plain.push(if ('０'..='９').contains(&c) { fold_width(c) } else { c });
            }
            _ => {}
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, list: Option<&str>) {
        assert_eq!(column_list(header), list, "{header}");
    }

    #[test]
    fn what_somebody_answers_for_is_what_he_does() {
        for header in ["责任内容", "责任事项", "主要责任", "责任", "具体责任内容"] {
            check(header, Some("column_measure"));
        }
        check("压实主要责任", None);
    }

    #[test]
    fn notes_tell_one_unit_or_several() {
        for (line, one, note) in [
            ("单位：亩", Some("亩"), true),
            ("（单位：万元、公里）", None, true),
            ("计量单位：人、个", None, true),
            ("单位：县水利局、县财政局", None, false),
            ("单位：亩、", None, false),
            ("造林任务分解表（单位：亩、株）", None, false),
        ] {
            assert_eq!((unit_note(line), is_unit_note(line)), (one, note), "{line}");
        }
    }

    #[test]
    fn headers_are_known_by_name_and_by_ending() {
        check("序号", Some("column_number"));
        check("序　号", Some("column_number"));
        check("配合单位", Some("column_support"));
        check("主要责任单位", Some("column_lead"));
        check("牵头站所", Some("column_lead"));
        check("县级帮扶单位", Some("column_responsible"));
        check("被帮扶单位", Some("column_object"));
        check("县级河长", Some("column_person"));
        check("结对社区", Some("column_object"));
        check("责任河段", Some("column_object"));
        check("县级联系企业", Some("column_object"));
        check("责任乡镇", None);
        check("服务乡镇人员", None);
        check("结对单位", Some("column_responsible"));
        check("包保网格", Some("column_object"));
        check("包联专班", Some("column_responsible"));
        check("治理河长", None);
        check("2025年度计划投资（万元）", Some("column_money"));
        check("计划总投资", Some("column_other"));
        check("2024年完成投资", None);
        check("计划开工时间", Some("column_other"));
        check("2025年目标值", Some("column_value"));
        check("２０２５年", Some("column_value"));
        check("其中：2021年任务", Some("column_value"));
        check("单位", Some("column_unit"));
        check("青少年", None);
        check("配合责任单位", Some("column_support"));
        check("牵头股室", Some("column_lead"));
        check("牵头及配合单位", Some("column_responsible"));
        check("牵头单位及责任人", Some("column_lead"));
        check("责任单位、责任人", Some("column_responsible"));
        check("责任人及联系方式", None);
        check("工作单位", None);
        check("牵头单位及 主要负责人", Some("column_lead"));
        check("责任主体与协同单位", Some("column_responsible"));
        check("协同责任单位", Some("column_support"));
        check("民生实事", Some("column_task"));
        check("1-11月推进情况", Some("column_other"));
        check("（一）", None);
        check("增长（%）", Some("column_value"));
        check("同比增长%", Some("column_value"));
        check("产值增长", None);
        check("[五年累计]", Some("column_value"));
    }
}
