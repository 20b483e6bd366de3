//! What a cell counts whose row tells of what in another cell: `农田建设 | 建设3000亩`, `培育主体，开展电商培训 | 培训500人次`.
//!
//! Owns how the two are put together. Does not own what the words of the cell say themselves.

use super::cues::CUES;
use super::matter;
use std::borrow::Cow;

/// What is done something to in the name of a task: `建设高标准农田`.
pub(crate) fn object_of(name: &str) -> &str {
    matter::verb_in_front(name)
        .map(|(_, rest)| rest)
        .filter(|rest| matter::has_chars(rest, 3))
        .unwrap_or(name)
}

/// What is counted where a cell tells no more than a rank or an extent, and another cell the rest: `创建省级2条`, `治理面积18亩`.
pub(crate) fn completed<'a>(own: &str, name: &'a str) -> Option<Cow<'a, str>> {
    let object = object_of(name);
    if own.ends_with('级') && CUES.ladders.iter().any(|ladder| ladder.is(own)) {
        return Some(Cow::Owned(format!("{own}{object}")));
    }
    // `污水治理 | 治理率≥35%`
    let last = object.char_indices().nth_back(1).map_or(object, |(at, _)| &object[at..]);
    if let Some(rest) =
        own.strip_prefix(last).filter(|rest| matches!(*rest, "率" | "面积" | "数" | "量" | "比例"))
    {
        return Some(Cow::Owned(format!("{object}{rest}")));
    }
    ["面积", "长度", "里程", "数量", "人数", "规模"]
        .contains(&own)
        .then(|| Cow::Owned(format!("{object}{own}")))
}

/// What is done, where a cell tells no more than the deed and the task of its row does with what: 电商培训 of
/// `培育电商主体，开展电商培训` for 培训. The task's words are never the name as a whole.
pub(crate) fn deed_told<'a>(own: &str, task: &'a str) -> Option<Cow<'a, str>> {
    const LONGEST: usize = 16;
    let own = own.strip_prefix("累计").unwrap_or(own);
    let trains = CUES.train.is(own);
    if !trains && !CUES.make.is(own) {
        return None;
    }
    let parts = || task.split(['，', ',', '；', '。', '\n']);
    let short = |name: &&str| (2..=LONGEST).contains(&name.chars().count());
    let told = parts().filter(|part| part.contains(own)).find_map(|part| {
        let words = matter::strip_lead(part.trim()).0;
        let name = matter::verb_in_front(words).map_or(words, |(_, thing)| thing);
        // `培训农民` keeps its deed, `改造果园` does not.
        let name = if trains && !name.contains(own) { words } else { name };
        Some(matter::clean(name)).filter(short).filter(|name| *name != own)
    });
    // `公路工程 | 投资1亿元`: what is counted in itself keeps its name.
    let counted = !trains && CUES.deed.is(own);
    let alone = || {
        let thing = Some(object_of(task)).filter(|thing| !counted && short(thing) && parts().count() == 1)?;
        Some(if trains { Cow::Owned([own, thing].concat()) } else { Cow::Borrowed(thing) })
    };
    told.map(Cow::Borrowed).or_else(alone)
}

/// The deed that the words of a cell begin with: 改造 of `累计改造60公里`.
pub(crate) fn deed_of(cell: &str) -> Option<&'static str> {
    let cell = cell.trim_start();
    let words = cell.strip_prefix("累计").unwrap_or(cell);
    let verb = CUES.train.prefix(words).or_else(|| CUES.make.prefix(words))?;
    words[verb.len()..].trim_start().starts_with(|c: char| c.is_ascii_digit()).then_some(verb)
}

#[cfg(test)]
mod tests {
    use super::{deed_of, deed_told};

    #[test]
    fn a_cell_begins_with_its_deed() {
        assert_eq!(deed_of("累计改造60公里"), Some("改造"));
        assert_eq!(deed_of("改造公路60公里"), None);
    }

    #[test]
    fn the_task_tells_what_the_deed_is_done_with() {
        assert_eq!(deed_told("培训", "培育电商主体，开展电商培训").as_deref(), Some("电商培训"));
        assert_eq!(deed_told("改造", "推进老果园改造").as_deref(), Some("老果园改造"));
        assert_eq!(deed_told("培训", "新型职业农民").as_deref(), Some("培训新型职业农民"));
        assert_eq!(deed_told("累计建成", "高标准农田建设").as_deref(), Some("高标准农田建设"));
        assert_eq!(deed_told("投资", "公路工程"), None);
        assert_eq!(deed_told("培训", "强化服务，提升素质"), None);
        assert_eq!(deed_told("果园", "推进老果园改造"), None);
    }
}
