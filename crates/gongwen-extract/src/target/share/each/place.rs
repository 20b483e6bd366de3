//! Places and houses that each do the same: `城关镇、石桥镇各新建幼儿园1所`.

use super::RULE;
use crate::target::cues::CUES;
use crate::target::sentence::Clause;
use crate::target::share::Part;
use crate::target::{matter, names, sentence};
use gongwen_text::Span;
use std::borrow::Cow;

/// Places by their kind alone.
const KINDS_OF_PLACE: [&str; 14] = [
    "乡镇（街道）",
    "乡镇(街道)",
    "乡（镇）",
    "镇（街道）",
    "镇（街）",
    "村（社区）",
    "村(社区)",
    "乡镇",
    "镇街",
    "街道",
    "行政村",
    "社区",
    "镇",
    "村",
];

/// Whether words are a kind of place and nothing else: `村（社区）`.
pub(in crate::target) fn is_kind_of_place(words: &str) -> bool {
    KINDS_OF_PLACE.contains(&words)
}

/// The kind of place that a name begins with, and the thing there: 镇（街） and 工作人员 of `镇（街）工作人员`. `镇区`, `村级` and `村民` are words of
/// their own.
pub(in crate::target) fn thing_in_place(name: &str) -> Option<(&str, &str)> {
    let at = KINDS_OF_PLACE
        .iter()
        .find_map(|kind| name.strip_prefix(*kind))
        .map(|rest| name.len() - rest.len())?;
    let (place, thing) = name.split_at(at);
    let other =
        thing.starts_with(['区', '级', '民', '医', '村', '办', '域', '街', '、', '（', '(', '和', '的']);
    (!other && matter::has_chars(thing, 2)).then_some((place, thing))
}

/// Houses that have or do so much each.
const HOUSES: [&str; 10] =
    ["医院", "卫生院", "中学", "小学", "学校", "幼儿园", "敬老院", "开发区", "园区", "公司"];

/// A list of places or houses: `城关镇、石桥镇`, `县医院、中医院`.
pub(in crate::target) fn holders(list: &str) -> Option<Vec<&str>> {
    let list = matter::strip_lead(list).0;
    if let Some((levels, "")) = levels(list) {
        return Some(levels);
    }
    let holders = names::items(list);
    let holds = |name: &&str| {
        is_rung(name)
            || sentence::is_place(name)
            || KINDS_OF_PLACE.contains(name)
            || is_house(name)
            || is_body(name)
    };
    ((2..=12).contains(&holders.len()) && holders.iter().all(holds)).then_some(holders)
}

/// The levels that words begin with and sum up, and what stands behind: `县乡村三级`, `省、市、县三级河长`.
pub(in crate::target) fn levels(words: &str) -> Option<(Vec<&'static str>, &str)> {
    const LEVELS: [(char, &str); 7] = [
        ('省', "省级"),
        ('市', "市级"),
        ('县', "县级"),
        ('区', "区级"),
        ('乡', "乡级"),
        ('镇', "镇级"),
        ('村', "村级"),
    ];
    let (mut found, mut rest) = (Vec::new(), words);
    while let Some((first, level)) = LEVELS.iter().find(|(first, _)| rest.starts_with(*first)) {
        found.push(*level);
        rest = rest[first.len_utf8()..].trim_start_matches('、');
    }
    let sums: &[&str] = match found.len() {
        2 => &["两级", "二级"],
        3 => &["三级"],
        4 => &["四级"],
        _ => return None,
    };
    let behind = sums.iter().find_map(|sum| rest.strip_prefix(sum))?;
    Some((found, behind))
}

/// `小学、初中各新增学位500个`
fn is_rung(name: &str) -> bool {
    CUES.ladders[..2].iter().any(|ladder| ladder.is(name))
}

/// `县医院、中医院各新增床位100张`
fn is_house(name: &str) -> bool {
    HOUSES.iter().any(|house| name.ends_with(house))
        && (3..=12).contains(&name.chars().count())
        && CUES.make.find(name).is_none()
}

/// `县发改局、县经信局各引进项目1个`
fn is_body(name: &str) -> bool {
    // `企业承办`, `养老中心` are none.
    let county = name.starts_with(['县', '市', '区', '旗', '镇', '乡']);
    (county && (name.ends_with("中心") || name.ends_with('办'))
        || ["局", "委", "办公室", "委员会"].iter().any(|end| name.ends_with(end)))
        && (3..=14).contains(&name.chars().count())
        && CUES.make.prefix(name).is_none()
}

/// `城关镇、石桥镇各新建幼儿园1所`, `各1所`: places that each do the same.
pub(super) fn each_place<'a>(text: &'a str, clause: &Clause, part: &Part<'a>) -> Option<Vec<Part<'a>>> {
    let left = part.left.of_text(text);
    let (list, deed) = left.split_once('各').or_else(|| left.split_once("分别"))?;
    let short = || Some(deed).filter(|deed| ["建", "设", "配"].contains(deed));
    let deed = deed.strip_prefix("牵头").unwrap_or(deed);
    // `各至少引进项目2个`
    let done = CUES.prefix_ge.prefix(deed).map_or(deed, |word| &deed[word.len()..]);
    let deed =
        if done.is_empty() { deed } else { matter::verb_in_front(done).map(|_| deed).or_else(short)? };
    let list = matter::strip_lead(list).0;
    let places = holders(list.strip_prefix('由').unwrap_or(list))?;
    let of_place = |place: &&'a str| Part {
        left: Span::of(deed, text),
        group: Some(Cow::Borrowed(*place)),
        quote_from: clause.span.from(),
        rule: Some(RULE),
        ..part.clone()
    };
    Some(places.iter().map(of_place).collect())
}
