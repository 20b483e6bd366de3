//! What is done to a thing within a time that stands between the two: `管道漏损12小时内修复`.

use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::{group, matter, measure};

/// The thing and what is done to it, where the limit between them is bound by nothing else: `紧急任务` and `办结` of
/// `紧急任务30分钟内办结`. A limit with a name of its own (`办结时限15日内`) parts nothing.
pub(super) fn deed_behind_limit<'t>(
    left: &'t str,
    right: &'t str,
    q: &Quantity<'_>,
) -> Option<(&'t str, &'t str)> {
    const LONGEST: usize = 14;
    const LIMITS: [char; 8] = ['限', '间', '长', '期', '在', '到', '至', '后'];
    const ANSWERS: [&str; 8] = ["到场", "到达", "响应", "反馈", "送达", "回应", "修复", "办结"];
    const REPORTS: [&str; 6] = ["报告", "报送", "上报", "移交", "报县", "报市"];
    // From when the limit runs: `发现问题24小时内报告县民政局`.
    const EVENTS: [&str; 4] = ["发现", "接到", "收到", "接报"];
    if q.bound != Some(Comparator::Le) || !CUES.duration_unit.is(&q.unit) {
        return None;
    }
    let (thing, deed) = (matter::clean(left), right.trim());
    let named = |words: &str| {
        (2..=LONGEST).contains(&words.chars().count()) && words.chars().all(gongwen_text::chars::is_han)
    };
    let does = CUES.make.prefix(deed).is_some() || ANSWERS.iter().any(|word| deed.starts_with(word));
    let plain = measure::binding(left).start == left.len() && matter::verb_in_front(thing).is_none();
    let reports = || REPORTS.iter().any(|word| deed.starts_with(word));
    if plain && named(deed) && EVENTS.iter().any(|event| thing.starts_with(event)) && (does || reports()) {
        return Some(("", deed));
    }
    (does && plain && named(thing) && named(deed) && !thing.ends_with(LIMITS) && !group::is_told(thing))
        .then_some((thing, deed))
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
            deed_behind_limit(&text[..q.start], &text[q.end..], &q)
        };
        assert_eq!(read("一般管道漏损12小时内修复"), Some(("一般管道漏损", "修复")));
        assert_eq!(read("紧急任务30分钟内办结"), Some(("紧急任务", "办结")));
        assert_eq!(read("新识别监测对象10个工作日内落实帮扶措施"), Some(("新识别监测对象", "落实帮扶措施")));
        assert_eq!(read("发现问题24小时内报告县民政局"), Some(("", "报告县民政局")));
        assert_eq!(read("发现违法线索3个工作日内移交县公安局"), Some(("", "移交县公安局")));
        assert_eq!(read("办结时限10个工作日内办结"), None);
        assert_eq!(read("重污染天数5天以内"), None);
        assert_eq!(read("受理后10个工作日内办结"), None);
    }
}
