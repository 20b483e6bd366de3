//! Who does a thing and for whom, beside what is counted.

use crate::target::cues::CUES;
use crate::target::matter;
use crate::wordlist::Seen;

/// Those for whom something is done, before the deed: `残疾人适配辅具`.
pub(super) fn whom_it_is_done_for(noun: &str) -> Option<&str> {
    let skip = noun.char_indices().nth(2).map_or(noun.len(), |(at, _)| at);
    let (at, _, _) = CUES.make.each(&noun[skip..]).find(|&(at, _, _)| at + skip < noun.len())?;
    Some(matter::clean(&noun[..skip + at])).filter(|whom| matter::has_chars(whom, 2))
}

/// What is done, without its count and who does it: `三是县财政局会同县工信局设立…`, `由某公司负责建设基站20个`.
pub(super) fn without_doer<'t>(object: &'t str, seen: &Seen) -> &'t str {
    const COUNTS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let object = object.strip_prefix(COUNTS).and_then(|rest| rest.strip_prefix('是')).unwrap_or(object);
    // `与县公安局联合开展整治`, but `跨部门联合抽查`
    let with = object.starts_with(['与', '同']);
    let deed = |rest: &'_ str| CUES.make.each(rest).map(|(at, ..)| at).find(|&at| with && at == 0 || at > 6);
    for word in ["会同", "联合"] {
        if let Some(at) = seen.find(object, word)
            && let rest = &object[at + word.len()..]
            && let Some(at) = deed(rest)
        {
            return &rest[at..];
        }
    }
    // `由县委组织部组织培训3期`
    let held = |by: &'t str| by.rfind("组织").map(|at| &by[at..]).filter(|deed| !deed.starts_with("组织部"));
    let told = object.strip_prefix('由').and_then(|by| {
        let charged = by.split_once("负责").or(by.split_once("牵头")).map(|(_, deed)| deed);
        charged.or_else(|| held(by))
    });
    told.filter(|rest| rest.len() >= 6).unwrap_or(object)
}

/// The service at the end of what is done for those counted: `“两癌”筛查` of `妇女开展“两癌”筛查`.
pub(super) fn health_service(right: &str) -> Option<&str> {
    let service = ["筛查", "体检", "接种", "诊疗"].iter().any(|word| right.ends_with(word));
    let (at, verb) = ["开展", "进行", "提供", "实施"]
        .iter()
        .filter(|_| service)
        .find_map(|verb| Some((right.find(verb)?, verb)))?;
    Some(matter::clean(&right[at + verb.len()..])).filter(|name| (2..=12).contains(&name.chars().count()))
}

/// What the number is of, without who is told to do it (`县民政局要培育…`) and without what stands beside it and has
/// its own predicate (`播种面积保持稳定、产量`).
pub(super) fn spoken_of<'t>(object: &'t str, seen: &Seen) -> &'t str {
    let told = seen.find(object, "要").filter(|&at| {
        object[..at].ends_with(['局', '委', '办', '镇', '乡']) || object[..at].ends_with("单位")
    });
    let object = told.map_or(object, |at| &object[at + "要".len()..]);
    let object = without_doer(object, seen);
    // `单位GDP能耗五年累计下降14.5%`
    let object = ["连续两年", "连续三年", "连续四年", "连续五年", "三年", "四年", "五年"]
        .iter()
        .find_map(|w| object.strip_suffix(w))
        .filter(|rest| rest.len() >= 6)
        .unwrap_or(object);
    // `成交额力争五年翻一番`
    let object = ["力争", "争取", "努力"].iter().find_map(|aim| object.strip_suffix(aim)).unwrap_or(object);
    // `将城市低保标准提高到…`
    let object = object.strip_prefix(['将', '把']).filter(|rest| rest.len() >= 6).unwrap_or(object);
    // `五年新建水厂`, `共建成市场88家`: in how long, or all in all.
    let object = ["三年", "五年", "共"]
        .iter()
        .find_map(|w| object.strip_prefix(w))
        .filter(|rest| matter::verb_in_front(rest).is_some_and(|(_, object)| matter::has_chars(object, 2)))
        .unwrap_or(object);
    let beside =
        ["稳定、", "不变、", "持平、"].iter().find_map(|w| Some(&object[seen.find(object, w)? + w.len()..]));
    beside.filter(|rest| matter::has_chars(rest, 2)).unwrap_or(object)
}

/// What is made, in front of how many there shall be: 精品民宿 of `打造精品民宿达到213家`. A figure keeps its verb
/// (`新增受教育年限`), and so does what is counted in the deed itself.
pub(super) fn made_so_many(object: &str, reached: bool) -> &str {
    let made = if reached { CUES.counted_verb.prefix(object) } else { None };
    let thing = made.and_then(|_| matter::verb_in_front(object)).map(|(_, thing)| matter::clean(thing));
    thing
        .filter(|thing| {
            matter::has_chars(thing, 2)
                && CUES.level_noun.suffix(thing).is_none()
                && CUES.make.prefix(thing).is_none()
        })
        .unwrap_or(object)
}
