//! Words that tell of what was done, of what shall be and by when, and of what is measured from.

use crate::target::cues::CUES;
use crate::target::matter;
use crate::target::quantity::Quantity;
use gongwen_text::Span;
use std::borrow::Cow;

/// What something was done to: 积案 of `今年以来已排查积案`.
pub(super) fn done_to(indicator: Cow<'_, str>) -> Cow<'_, str> {
    let Cow::Borrowed(name) = indicator else { return indicator };
    let done = name.rfind('已').map_or(name, |at| &name[at + '已'.len_utf8()..]);
    // `已培训1200人`: the deed alone is what is counted.
    let deed = if CUES.train.is(done) { done } else { name };
    Cow::Borrowed(matter::verb_in_front(done).map_or(deed, |(_, rest)| rest))
}

/// Whether words say that a deed is done: `今年以来已排查`, `累计已完成`.
pub(super) fn was_done(left: &str) -> bool {
    let verb = |rest: &str| {
        let rest = rest.strip_prefix('经').unwrap_or(rest);
        let rest =
            ["累计", "全部", "先后", "共"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        matter::verb_in_front(rest).is_some() || CUES.train.prefix(rest).is_some()
    };
    left.match_indices('已').any(|(at, mark)| verb(&left[at + mark.len()..]))
}

/// Whether words say that something shall be: the past that was told of before is left.
pub(in crate::target) fn looks_forward(words: &str) -> bool {
    CUES.forward.within(words) || asks(words)
}

/// Whether words ask for something by 要.
pub(super) fn asks(words: &str) -> bool {
    // 主要, 重要 and 需要 ask for nothing.
    let shall = |(at, _): (usize, &str)| {
        !words[..at].ends_with(['主', '重', '需', '只', '必', '概', '纪', '摘', '首', '紧'])
    };
    words.match_indices('要').any(shall)
}

/// Whether a past in front of a clause only says which things are meant, and they shall be dealt with yet:
/// `2025年排查出的37处问题于5月底前销号`. `from` is where its matter begins.
pub(super) fn says_which(text: &str, from: usize, clause: Span, q: &Quantity<'_>) -> bool {
    let front = text[from.min(q.start)..q.start].trim_end();
    let behind = &text[q.end..clause.to()];
    let of = |words: &str| matter::has_chars(words, 2) && !words.contains('已');
    front.strip_suffix('的').is_some_and(of)
        && !behind.contains(['已', '了'])
        && (["底前", "日前", "月前", "年前", "全部"].iter().any(|word| behind.contains(word))
            || looks_forward(behind))
}

/// Whether a clause only says what is measured from: `以2019年为基数`.
pub(super) fn is_base(clause: &str) -> bool {
    clause.starts_with('以') && ["为基点", "为基数", "为基准", "为基期"].iter().any(|w| clause.ends_with(w))
}

/// What is counted without the words that say that it is there: 路灯 of `现有路灯`.
pub(super) fn without_status(indicator: Cow<'_, str>) -> Cow<'_, str> {
    let Cow::Borrowed(name) = indicator else { return indicator };
    let bare = ["对现有", "现有", "原有", "目前"].iter().find_map(|word| name.strip_prefix(word));
    Cow::Borrowed(bare.filter(|bare| matter::has_chars(bare, 2)).unwrap_or(name))
}

/// Whether a sentence begins with what sums up the years of a plan.
pub(super) fn sums_up(words: &str) -> bool {
    let words = words.trim_start();
    ["规划期", "三年", "五年", "累计"].iter().any(|sum| words.starts_with(sum))
}

/// Whether a time with its year says by when one thing is made, directly in front of it, and nothing of what stands behind a
/// semicolon: `2025年底前建成展馆；新建体验馆8个`, `2018年建成展馆并开放；新建体验馆8个`.
pub(super) fn of_one_deed(text: &str, dated: Option<Span>) -> bool {
    const LONGEST: usize = 90;
    // What is not counted is one thing.
    let one = |behind: &str| {
        let near = &behind[..behind.floor_char_boundary(LONGEST)];
        let deed = near.split(['，', '；', '。']).next().unwrap_or(near);
        ["建成", "完成", "竣工", "开工", "启动", "投用"].iter().any(|made| deed.starts_with(made))
            && !deed.bytes().any(|byte| byte.is_ascii_digit())
    };
    dated.is_some_and(|dated| {
        let (words, behind) = (dated.of_text(text), &text[dated.to()..]);
        let in_year = || {
            let year = words.strip_suffix('年').unwrap_or_default();
            let digits = year.trim_end_matches(|c: char| c.is_ascii_digit());
            digits.len() < year.len() && !digits.ends_with(['到', '至', '—', '-']) && one(behind)
        };
        words.ends_with('前') && words.contains('年') && !behind.starts_with('，') || in_year()
    })
}

/// Whether a clause tells whom the deed before it reaches: `年均举办培训班50期，培训农民5000人次`.
pub(super) fn reaches_people(clause: &str) -> bool {
    const REACHES: [&str; 7] = ["培训", "轮训", "惠及", "受益", "参与", "参加", "覆盖"];
    REACHES.iter().any(|word| clause.starts_with(word))
        && ["人次", "人", "名"].iter().any(|unit| clause.contains(unit))
}
