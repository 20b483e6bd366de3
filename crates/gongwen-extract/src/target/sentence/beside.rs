//! What stands behind a number: by when it is done, and that all of it is.

use super::Reader;
use crate::target::cues::CUES;
use crate::target::matter;
use crate::target::time::{self, Time};
use gongwen_text::chars;

/// The date behind a number by which what stands there is done, and where it begins: `个小区2025年6月底前竣工`.
pub(super) fn time_behind(right: &str, reader: &Reader<'_, '_>) -> Option<(usize, Time)> {
    if !right.bytes().any(|byte| byte.is_ascii_digit()) && !["年内", "年底"].iter().any(|w| right.contains(w))
    {
        return None;
    }
    // `3个小区6月底前竣工`: of the year that is planned.
    let month = || {
        let months = right.match_indices('月').map(|(at, _)| &right[..at]);
        let figure = |head: &str| head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let from = months.map(figure).find(|&from| time::month_end(&right[from..]).is_some())?;
        let to = from + time::month_end(&right[from..])?;
        Some((from, to, Time { deadline: reader.this_year(), ..Time::default() }))
    };
    let (from, to, time) = time::last_in(right, reader.context).or_else(month)?;
    // In a plan that tells no year a month has none.
    let bare = time.deadline.is_none() && time::month_end(&right[from..to]).is_some();
    let deed = without_extent(&right[to..]);
    let verb = CUES.make.prefix(deed).or_else(|| CUES.done.prefix(deed)).or_else(|| CUES.closed.prefix(deed));
    // `12个村2025年底前全部通自来水`
    let supplied = right[to..].starts_with("全部通") && deed.chars().count() <= 6;
    let ends = supplied
        || names_stage(deed)
        || verb.is_some_and(|verb| {
            matches!(&deed[verb.len()..], "" | "完毕" | "到位" | "使用" | "运行" | "运营" | "生产")
        });
    let closed = right[..to].ends_with(['前', '底', '末', '内']);
    let told = bare || time.deadline.is_some() || &right[from..to] == "年内";
    // `37处问题要于5月底前销号`
    let from = right[..from].trim_end_matches(['于', '在', '要', '须', '应', '需']).len();
    (told && !time.past && closed && ends).then_some((from, time))
}

/// Whether words say that a stage of the work is done, in few words: `完成竣工验收`.
fn names_stage(deed: &str) -> bool {
    const LONGEST: usize = 6;
    let stage = deed.strip_prefix("完成").unwrap_or_default();
    (2..=LONGEST).contains(&stage.chars().count()) && stage.chars().all(chars::is_han)
}

/// Where `全部更换` begins behind a number: all of the things counted shall be done so.
pub(super) fn all_done(right: &str) -> Option<usize> {
    let at = ["全部", "全面"].iter().find_map(|word| right.find(word))?;
    let deed = &right[at + "全部".len()..];
    let verb = CUES.make.prefix(deed);
    let verb =
        verb.or_else(|| CUES.closed.prefix(deed).or_else(|| deed.starts_with("交付").then_some("交付")))?;
    let rest = &deed[verb.len()..];
    let ends = rest.is_empty() || ["到位", "完毕", "使用", "运行", "为"].iter().any(|w| rest.starts_with(w));
    (ends && !right.contains('已')).then_some(at)
}

/// Whether words say that something is done and no more: `全部竣工`, `上线运行`, `建成并投入使用`; what has begun is not done.
pub(super) fn says_done(words: &str) -> bool {
    let deed = without_extent(words);
    let rest = CUES.done.prefix(deed).map(|verb| deed[verb.len()..].trim_start_matches('并'));
    rest.is_some_and(|rest| rest.is_empty() || CUES.done.is(rest))
}

/// The same behind what is left of something, whose time needs no year: `剩余800亩4月底前全部复耕到位`, `剩余14个年内完成整改`.
pub(super) fn what_is_left(left: &str, right: &str, reader: &Reader<'_, '_>) -> Option<(usize, Time)> {
    const YEAR_ENDS: [&str; 5] = ["年内", "年底", "年末", "年前", "月内"];
    if !CUES.left_over.is(matter::clean(left)) {
        return None;
    }
    let at = right.char_indices().find_map(|(at, c)| {
        let rest = &right[at..];
        (c.is_ascii_digit() && time::month_end(rest).is_some()
            || YEAR_ENDS.iter().any(|word| rest.starts_with(word)))
        .then_some(at)
    })?;
    let aims = CUES.aim.suffix(&right[..at]).or(CUES.lead.suffix(&right[..at])).map_or(0, str::len);
    Some((at - aims, Time { deadline: reader.this_year(), ..Time::default() }))
}

/// What is done, without how much of it: 竣工 of `全部竣工`.
fn without_extent(words: &str) -> &str {
    let deed = ["全部", "全面", "基本", "要"].iter().find_map(|word| words.strip_prefix(word));
    deed.unwrap_or(words)
}
