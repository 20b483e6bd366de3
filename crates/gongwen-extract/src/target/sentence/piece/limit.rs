//! What is to be done within a time that has no name of its own: `受理之日起5个工作日内提出审核意见`, `管道漏损12小时内修复`.
//!
//! Asked in this order: what stands behind the limit, a thing in front of it and its deed behind, what stands behind a comma. Does not
//! own limits that are named (`办结时限压缩至3个工作日`), which are what is counted themselves.

use super::around::Around;
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::sentence::deed;
use crate::target::{group, matter, measure};
use gongwen_text::chars::is_han;
use std::borrow::Cow;

impl<'a> Around<'a, '_> {
    /// Names what is to be done within a time, where the number is such a limit and nothing names it. Whether it did.
    pub(super) fn done_within(&mut self) -> bool {
        let limit = || self.q.bound == Some(Comparator::Le) && CUES.duration_unit.is(&self.q.unit);
        self.piece.indicator.is_none()
            && limit()
            && (self.done_in_time() || self.done_to_thing() || self.done_behind_comma())
    }

    /// `应在审核通过后20个工作日内将资金拨付到位`: what is done in time stands behind.
    fn done_in_time(&mut self) -> bool {
        let Some(done) = done_in_time(self.left, self.right) else { return false };
        let doer = matter::strip_lead(self.left).0;
        let doer = doer.find(['应', '须', '在']).map_or("", |at| &doer[..at]);
        if self.piece.group.is_none() && group::is_group(doer) {
            self.piece.group = Some(Cow::Borrowed(doer));
        }
        self.piece.binding = measure::binding(self.left).or(self.piece.binding);
        self.piece.indicator =
            self.begun(done).or_else(|| self.to_same_thing(done)).or(Some(Cow::Borrowed(done)));
        true
    }

    /// `5个工作日内启动核查，90日内完成`: what was begun.
    fn begun(&self, done: &str) -> Option<Cow<'a, str>> {
        let carry = &self.reader.carry;
        if done != "完成" || !self.left.trim().is_empty() || !CUES.duration_unit.is(&carry.unit) {
            return None;
        }
        Some(match carry.indicator.clone()? {
            Cow::Borrowed(name) => Cow::Borrowed(name.strip_prefix("启动").unwrap_or(name)),
            name @ Cow::Owned(_) => name,
        })
    }

    /// `企业诉求1个工作日内联系、5个工作日内办结`: what is done next with the same thing.
    fn to_same_thing(&self, done: &str) -> Option<Cow<'a, str>> {
        let carry = &self.reader.carry;
        let again = self.left.trim_matches(['、', '并', ' ']).is_empty()
            && CUES.answered.is(done)
            && CUES.duration_unit.is(&carry.unit);
        // Words that stand side by side in the text name something of their own.
        let Some(Cow::Owned(before)) = carry.indicator.as_ref().filter(|_| again) else { return None };
        let deed = CUES.answered.suffix(before)?;
        let thing = before.strip_suffix(deed).filter(|thing| matter::has_chars(thing, 2))?;
        Some(Cow::Owned([thing, done].concat()))
    }

    /// `管道漏损12小时内修复`
    fn done_to_thing(&mut self) -> bool {
        let Some((thing, deed)) = deed_behind_limit(self.left, self.right) else { return false };
        self.piece.indicator = Some(Cow::Owned([thing, deed].concat()));
        true
    }

    /// `应当于验收之日起10个工作日内，将资金拨付到位`
    fn done_behind_comma(&mut self) -> bool {
        let end = self.clause.span.to();
        let behind = &self.reader.text[end..self.reader.sentence.to().max(end)];
        let Some(done) = done_behind_comma(self.left, self.right, behind) else { return false };
        self.piece.binding = measure::binding(self.left).or(self.piece.binding);
        self.piece.adrift = done.is_empty();
        self.piece.indicator = Some(Cow::Borrowed(done)).filter(|done| !done.is_empty());
        true
    }
}

/// What is to be done within a limit, where no name of it stands before it: 拨付 of `审核通过后20个工作日内拨付`.
fn done_in_time<'t>(left: &'t str, right: &'t str) -> Option<&'t str> {
    let left = left.trim_end();
    let open = left.is_empty()
        || left.starts_with('对') && !left.ends_with("对")
        || left.ends_with(['在', '后', '应', '须', '起', '于', '的', '令'])
        || group::is_group(left) && !left.ends_with("事项")
        || ["之日", "应当", "必须", "局", "中心", "部门", "做到", "确保"]
            .iter()
            .any(|word| left.ends_with(word));
    if !open {
        return None;
    }
    let done = deed_of(right)?;
    // `政策兑现在15个工作日内完成`: what is done stands before.
    if matches!(done, "完成" | "办结" | "办理完毕")
        && let Some(what) = left.strip_suffix('在').map(|what| what.trim_end_matches(['应', '须', '要']))
        && let what = matter::strip_lead(what).0
        && (3..=14).contains(&what.chars().count())
        && what.chars().all(is_han)
        && !group::is_group(what)
        && !group::is_told(what)
    {
        return Some(what);
    }
    Some(done)
}

/// The same where a comma parts the limit from what is done: 提出审核意见 of `受理之日起5个工作日内，提出审核意见`. A clause that says by
/// what may stand between (`…内，根据核查情况，提出审核意见`). `behind` are the words of the sentence behind the limit's clause.
/// Nothing where the limit does not stand so; an empty deed where it does and nothing is told.
fn done_behind_comma<'t>(left: &str, right: &str, behind: &'t str) -> Option<&'t str> {
    const LED: [&str; 9] = ["在", "根据", "依据", "按照", "对照", "结合", "经", "如", "依法"];
    let left = left.trim_end();
    let open = || {
        left.ends_with(['在', '后', '应', '须', '起', '于', '时'])
            || ["之日", "应当", "必须"].iter().any(|word| left.ends_with(word))
    };
    // `重污染天数控制在5天以内，`
    let bound = measure::binding(left);
    let level = bound.reaches || bound.comparator.is_some();
    if level || !right.trim().is_empty() || !open() {
        return None;
    }
    let mut done = behind.strip_prefix(['，', ','])?.trim_start();
    let led = |words: &str| LED.iter().any(|word| words.starts_with(word));
    if led(done) {
        done = done.split_once('，').map_or("", |(_, rest)| rest);
    }
    Some(deed_of(done).filter(|done| !led(done)).unwrap_or_default())
}

/// What is done, as a short phrase: 补助资金拨付到位 of `将补助资金拨付到位`.
fn deed_of(words: &str) -> Option<&str> {
    const LONGEST: usize = 20;
    let done = words[if words.starts_with('由') { deed::bodies(words) } else { 0 }..]
        .trim_start_matches(['将', '把']);
    let done = ["予以", "进行", "给予", "要", "应当", "应", "须", "依法"]
        .iter()
        .find_map(|word| done.strip_prefix(word))
        .unwrap_or(done);
    let end = done.find(['，', '、', '；', '。', '并', '（', '(']).unwrap_or(done.len());
    let done = matter::clean(matter::verb_in_front(&done[..end]).map_or(&done[..end], |(verb, rest)| {
        if matter::has_chars(rest, 2) && matches!(verb, "完成" | "组织" | "进行" | "开展") {
            rest
        } else {
            &done[..end]
        }
    }));
    ((2..=LONGEST).contains(&done.chars().count()) && done.chars().all(is_han)).then_some(done)
}

/// The thing and what is done to it, where the limit between them is bound by nothing else: `紧急任务` and `办结` of
/// `紧急任务30分钟内办结`. A limit with a name of its own (`办结时限15日内`) parts nothing.
fn deed_behind_limit<'t>(left: &'t str, right: &'t str) -> Option<(&'t str, &'t str)> {
    const LONGEST: usize = 14;
    const LIMITS: [char; 8] = ['限', '间', '长', '期', '在', '到', '至', '后'];
    const REPORTS: [&str; 6] = ["报告", "报送", "上报", "移交", "报县", "报市"];
    // From when the limit runs: `发现问题24小时内报告县民政局`.
    const EVENTS: [&str; 4] = ["发现", "接到", "收到", "接报"];
    let (thing, deed) = (matter::clean(left), right.trim());
    let named =
        |words: &str| (2..=LONGEST).contains(&words.chars().count()) && words.chars().all(is_named_by);
    // `办结率` is told of the next number.
    let rate = deed.ends_with(['率', '量', '数']);
    let does = !rate && (CUES.make.prefix(deed).is_some() || CUES.answered.prefix(deed).is_some());
    // `办理结果15日内答复`: a verb that names what comes of it is none.
    let verb = matter::verb_in_front(thing).is_some()
        && !["结果", "情况", "报告"].iter().any(|w| thing.ends_with(w));
    // `应在印发10个工作日内报送`: from when.
    let plain = measure::binding(left).start == left.len() && !verb && matter::behind_in(thing).is_none();
    let reports = || REPORTS.iter().any(|word| deed.starts_with(word));
    if plain && named(deed) && EVENTS.iter().any(|event| thing.starts_with(event)) && (does || reports()) {
        return Some(("", deed));
    }
    (does && plain && named(thing) && named(deed) && !thing.ends_with(LIMITS) && !group::is_told(thing))
        .then_some((thing, deed))
}

/// Whether a character may stand in the name of a thing, as in `12345热线工单` and `“书记信箱”来信`.
fn is_named_by(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '“' | '”')
}

#[cfg(test)]
mod tests {
    use super::deed_behind_limit;
    use crate::target::quantity;

    #[test]
    fn the_deed_stands_behind_the_limit() {
        let read = |text: &'static str| {
            let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
            let q = quantity::read(text, at).unwrap();
            deed_behind_limit(&text[..q.start], &text[q.end..])
        };
        assert_eq!(read("一般管道漏损12小时内修复"), Some(("一般管道漏损", "修复")));
        assert_eq!(read("紧急任务30分钟内办结"), Some(("紧急任务", "办结")));
        assert_eq!(read("新识别监测对象10个工作日内落实帮扶措施"), Some(("新识别监测对象", "落实帮扶措施")));
        assert_eq!(read("发现问题24小时内报告县民政局"), Some(("", "报告县民政局")));
        assert_eq!(read("发现违法线索3个工作日内移交县公安局"), Some(("", "移交县公安局")));
        assert_eq!(read("“书记信箱”来信7日内回复"), Some(("“书记信箱”来信", "回复")));
        assert_eq!(read("探访结果3个工作日内录入平台"), Some(("探访结果", "录入平台")));
        assert_eq!(read("热线工单5个工作日内办结率"), None);
        assert_eq!(read("办结时限10个工作日内办结"), None);
        assert_eq!(read("重污染天数5天以内"), None);
        assert_eq!(read("受理后10个工作日内办结"), None);
    }
}
