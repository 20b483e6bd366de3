//! What stands beside one number: whom it is taken per, by when it is done, what is done in time.

use super::Reader;
use crate::target::cues::CUES;
use crate::target::measure::{self, Binding};
use crate::target::quantity::Quantity;
use crate::target::time::{self, Time};
use crate::target::{group, matter};

/// `食品抽检量达到每千人`, `帮扶困难家庭不少于每社区`: whom the number is taken per stands between it and what binds it.
pub(super) fn per_behind_bound(left: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 24;
    let (head, per) = left.split_at(left.rfind('每')?);
    let bound = measure::binding(head).start < head.len();
    (bound && per.len() <= LONGEST && measure::binding(per).start == per.len()).then_some((head, per))
}

/// The date behind a number by which what stands there is done, and where it begins: `个小区2025年6月底前竣工`.
pub(super) fn time_behind(right: &str, reader: &Reader<'_, '_>) -> Option<(usize, Time)> {
    if !right.bytes().any(|byte| byte.is_ascii_digit()) && !right.contains("年内") {
        return None;
    }
    let (from, to, time) = time::last_in(right, reader.context)?;
    let deed = ["全部", "全面", "基本", "要"].iter().find_map(|word| right[to..].strip_prefix(word));
    let deed = deed.unwrap_or(&right[to..]);
    let verb = CUES
        .make
        .prefix(deed)
        .or(["完工", "交付", "见效"].iter().find(|word| deed.starts_with(**word)).copied())?;
    let ends = deed.len() == verb.len();
    let closed = right[..to].ends_with(['前', '底', '末', '内']);
    let told = time.deadline.is_some() || &right[from..to] == "年内";
    (told && !time.past && closed && ends).then_some((from, time))
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

/// What is to be done within a time, where no name of a limit stands before it: 拨付 of `审核通过后20个工作日内拨付`.
pub(super) fn done_in_time<'t>(left: &str, right: &'t str, q: &Quantity<'_>) -> Option<&'t str> {
    let limit = CUES.duration_unit.is(&q.unit) && q.bound == Some(crate::Comparator::Le);
    let open = || {
        let left = left.trim_end();
        left.is_empty()
            || left.ends_with(['在', '后', '应', '须', '起', '于', '的'])
            || group::is_group(left) && !left.ends_with("事项")
            || ["之日", "应当", "必须", "局", "中心", "部门"].iter().any(|word| left.ends_with(word))
    };
    if !limit || !open() {
        return None;
    }
    let done = right.trim_start_matches(['将', '把']);
    let done = ["予以", "进行", "给予"].iter().find_map(|word| done.strip_prefix(word)).unwrap_or(done);
    let end = done.find(['，', '、', '；', '。', '并', '（', '(']).unwrap_or(done.len());
    let done = matter::clean(matter::verb_in_front(&done[..end]).map_or(&done[..end], |(verb, rest)| {
        if matter::has_chars(rest, 2) && matches!(verb, "完成" | "组织" | "进行" | "开展") {
            rest
        } else {
            &done[..end]
        }
    }));
    ((2..=16).contains(&done.chars().count()) && done.chars().all(gongwen_text::chars::is_han))
        .then_some(done)
}

/// `审批时限压缩到工业类`: a kind stands between a number and what binds it.
pub(super) fn kind_behind_bound(left: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 6;
    if !left.ends_with('类') {
        return None;
    }
    let reached = ["压缩到", "压缩至", "缩短到", "缩短至", "压减到", "压减至", "控制在"];
    let end = reached.iter().find_map(|word| Some(left.rfind(word)? + word.len()))?;
    let (head, kind) = left.split_at(end);
    (2..=LONGEST).contains(&kind.chars().count()).then_some((head, kind))
}

/// Whether the words behind a time phrase make it an attribute: `2000年底前建成的老旧小区`.
pub(super) fn attribute(behind: &str) -> bool {
    behind.char_indices().take(5).any(|(at, c)| c == '的' && at > 0)
}

pub(super) fn merge(near: Binding, far: Binding) -> Binding {
    Binding {
        comparator: near.comparator.or(far.comparator),
        reaches: near.reaches || far.reaches,
        change: near.change.or(far.change),
        improves: near.improves || far.improves,
        sum: near.sum || far.sum,
        start: near.start,
    }
}
