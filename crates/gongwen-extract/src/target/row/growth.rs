//! What headers and the names of indicators tell of growth and decline.

use super::IndicatorRow;
use super::unit::name_and_unit;
use crate::target::cues::CUES;
use crate::target::{matter, share};
use crate::{Baseline, Measure};
use gongwen_text::Span;

/// Deeds at the end of an indicator: `老旧小区改造（户）` counts what is done.
pub(super) const DEEDS: [&str; 9] = ["改造", "建设", "整治", "治理", "修复", "创建", "培育", "维修", "加固"];

/// Whether a name says that persons are taught or looked after: `培训农技人员`, `电商培训`.
pub(super) fn trains(name: &str) -> bool {
    CUES.train.find(name).is_some_and(|(_, word)| word != "累计")
}

/// Whether a column holds rates of growth: `年均增长（%）`.
pub(crate) fn is_growth(header: &str) -> bool {
    growth_of(header).is_some()
}

/// Growth or decline named by a header.
pub(super) fn growth_of(header: &str) -> Option<Measure> {
    match rate_or_sum(header) {
        Some("年均") => Some(Measure::Increase),
        Some(rate) => change(rate),
        // `同比增长%`
        None => change(name_and_unit(header).0.trim_end_matches(['%', '％', ' '])),
    }
}

/// The name of the rates in a column that holds sums of all years too: `年均增速〔累计〕`, `年均/累计`.
pub(super) fn rate_or_sum(header: &str) -> Option<&str> {
    let (rate, sum) = header.split_once(['〔', '[', '［', '（', '(', '/', '／'])?;
    (rate.contains("年均") && sum.contains("累计")).then(|| rate.trim())
}

/// Growth or decline named by the indicator itself.
pub(super) fn change(indicator: &str) -> Option<Measure> {
    let ends = |words: &[&str]| words.iter().any(|w| indicator.ends_with(w));
    // `改造提升`, `更新提升` are done to a thing.
    let deed = indicator.strip_suffix("提升").or_else(|| indicator.strip_suffix("提高"));
    if deed.is_some_and(|deed| DEEDS.iter().chain(&["更新", "优化", "巩固"]).any(|word| deed.ends_with(word)))
    {
        return None;
    }
    if ends(&["增长", "增速", "增幅", "增长率", "年均增长", "提高", "提升"]) {
        Some(Measure::Increase)
    } else if ends(&["下降", "降低", "降幅", "下降率", "降低率", "减少", "削减"]) {
        Some(Measure::Decrease)
    } else {
        None
    }
}

/// What the name of an indicator says its change is measured from.
pub(super) struct Since<'a> {
    /// Growth or decline.
    pub(super) change: Measure,
    /// The year it is measured from.
    year: Option<i16>,
    /// `较2020年`.
    words: &'a str,
}

impl Since<'_> {
    /// The baseline that the name tells.
    pub(super) fn baseline(&self, row: &IndicatorRow<'_>) -> Option<Baseline> {
        let from = row.indicator_span?.from();
        Some(Baseline {
            year: self.year,
            value: None,
            text: Span::of(self.words, row.indicator).shifted(from),
        })
    }
}

/// `万元GDP用水量较2020年下降` without what it is compared with, where nothing but the change stands behind that.
pub(super) fn compared(name: &str) -> Option<(&str, Since<'_>)> {
    const CHANGES: usize = 9;
    let (at, end, year) = share::comparison(name)?;
    let change = change(&name[end..]).filter(|_| name.len() - end <= CHANGES)?;
    let thing = matter::clean(&name[..at]);
    (thing.chars().nth(1).is_some()).then_some((thing, Since { change, year, words: &name[at..end] }))
}
