//! Rows of indicator tables (guide, 8).
//!
//! Owns what a value cell says together with its header, its unit and its indicator cell. Does not own which
//! column is which: the reading of the table names them.

use super::cues::CUES;
use super::{RawTarget, quantity, scan, time};
use crate::{Baseline, Comparator, Measure, Modality};
use gongwen_text::numeral::arabic;
use gongwen_text::{Diagnostic, Span};
use std::borrow::Cow;

/// The cells of a row that bear on one value.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct IndicatorRow<'a> {
    /// The indicator cell, unit in brackets allowed: `易涝区域处置率（%）`.
    pub(crate) indicator: &'a str,
    /// The value cell; spans count from its start, but those of baselines, which may stand in other cells, from that of the text.
    pub(crate) value: &'a str,
    /// Where the value cell begins in the text.
    pub(crate) value_from: usize,
    /// The header over the value: `2025年目标值（%）`.
    pub(crate) header: &'a str,
    /// The unit cell, empty when there is no such column.
    pub(crate) unit: &'a str,
    /// The value of today with its header, empty when there is none.
    pub(crate) baseline: &'a str,
    /// Where the indicator cell stands, counted from the start of the text.
    pub(crate) indicator_span: Option<Span>,
    /// `2020年现状`.
    pub(crate) baseline_header: &'a str,
    /// Where the baseline cell stands, counted from the start of the text.
    pub(crate) baseline_span: Option<Span>,
    /// Year by which when the header gives none.
    pub(crate) due: Option<i16>,
    /// The place whose share of a task this is; empty where nothing is shared out.
    pub(crate) place: &'a str,
    /// Whether the figure is a share of what is to be done, not a state to reach.
    pub(crate) share: bool,
}

/// Reads the targets of one value cell: one for each line or part (`设区市≥25⏎县级市≥20`).
///
/// Words (`良好以上`), dashes and ranks give none; a number without any unit gives a `target-unread` diagnostic.
pub(crate) fn targets_of_row<'a>(
    row: &IndicatorRow<'a>,
    out: &mut Vec<RawTarget<'a>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (name, own_unit) = name_and_unit(row.indicator);
    // `其中：公立医院床位数`
    let name = name.strip_prefix("其中").map_or(name, |rest| rest.trim_start_matches(['：', ':', ' ']));
    let header_unit = name_and_unit(row.header).1;
    let unit =
        [own_unit, row.unit.trim(), header_unit].into_iter().find(|u| !u.is_empty()).unwrap_or_default();
    // `（1/10万）` is what prose prints as `/10万`.
    let unit = match unit {
        "1/100000" | "十万分之一" | "10万分之一" => "/10万",
        _ => unit.strip_prefix('1').filter(|rest| rest.starts_with('/')).unwrap_or(unit),
    };
    // `数字人才培养（人/年）`
    let (unit, often) = quantity::per_time(unit);
    let (factor, unit) = multiplied(unit);
    // A column of growth rates counts per cent, whatever the indicator itself is counted in.
    let (factor, unit) = match growth_of(row.header) {
        Some(_) if CUES.unit.prefix(header_unit).is_some() => (1, header_unit),
        Some(_) => (1, "%"),
        None => (factor, unit),
    };
    let deadline = year_in(row.header).or(row.due);
    let names = super::names::shared_names(name);
    let numbers = row.value.matches(['、', '，']).count() + 1;
    let lines: Vec<&str> =
        row.value.split(['\n', '、', '；', ';', '，']).filter(|l| !l.trim().is_empty()).collect();
    let spread = row.value.contains("分别") && names.len() == numbers;
    for (i, line) in lines.iter().enumerate() {
        let indicator =
            if spread { names.get(i).cloned() } else { Some(Cow::Borrowed(name)).filter(|n| !n.is_empty()) };
        let first = out.len();
        value(row, line, indicator, (factor, unit, often), deadline, out, diagnostics);
        // `分别下降24%、25%以上`: what binds the first binds the rest.
        if spread && i > 0 && first > 0 && out.len() > first {
            let (measure, baseline) = (out[first - 1].measure, out[first - 1].baseline.clone());
            out[first].measure = measure;
            out[first].baseline = baseline;
        }
    }
}

fn value<'a>(
    row: &IndicatorRow<'a>,
    line: &'a str,
    indicator: Option<Cow<'a, str>>,
    (factor, unit, often): (i64, &'a str, Option<&'static str>),
    deadline: Option<i16>,
    out: &mut Vec<RawTarget<'a>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let (skip, own_often) =
        if super::often::heads(row.header) { super::often::period(line) } else { (0, None) };
    let Some(at) = first_number(&line[skip..]).map(|at| skip + at) else { return };
    if skip > 0 && own_often.is_none() {
        let message = "how often in several years or months";
        diagnostics.push(Diagnostic::info("target-unread", Some(Span::of(line.trim(), row.value)), message));
        return;
    }
    let bare = line[skip..at].trim();
    let left = bare.trim_start_matches(['[', '〔', '［', '(', '（']);
    // `[42]` and a column `五年累计` add up what is done in the years of the plan.
    let bracketed = left.len() < bare.len() && left.is_empty();
    // Below `年均增速〔累计〕` a number in brackets is what all years add, in a unit that nobody prints.
    let mixed = rate_or_sum(row.header).is_some();
    if mixed && bracketed {
        let span = Span::of(line.trim(), row.value);
        diagnostics.push(Diagnostic::info(
            "target-unread",
            Some(span),
            "a sum of all years among yearly rates",
        ));
        return;
    }
    // Below plain `年均增速` too; where the row prints a unit of its own, that is the sum's.
    let rates = bracketed && !mixed && growth_of(row.header).is_some();
    let own = [name_and_unit(row.indicator).1, row.unit.trim()].into_iter().find(|unit| !unit.is_empty());
    let sum = own
        .map(multiplied)
        .filter(|(_, unit)| matches!(*unit, "%" | "％") || unit.starts_with(['人', '户', '个']));
    let ((factor, unit), often) = match sum {
        Some(sum) if rates => (sum, None),
        _ => ((factor, unit), often),
    };
    if rates && sum.is_none() {
        let span = Span::of(line.trim(), row.value);
        let message = "a sum of all years among yearly rates";
        diagnostics.push(Diagnostic::info("target-unread", Some(span), message));
        return;
    }
    let adds_up = bracketed || !mixed && (row.header.contains("累计") || row.header.contains("合计"));
    if left.ends_with(['第', '前']) {
        return;
    }
    let Some(q) = quantity::read(line, at) else { return };
    // `24小时连续`, `1次/2年` below 监测频次
    let times = |unit: &str| unit.is_empty() || CUES.event_unit.is(unit);
    if super::often::heads(row.header) && (!times(&q.unit) || line[q.unit_end..].starts_with(['/', '／'])) {
        let message = "how often is told in other words than so many times";
        diagnostics.push(Diagnostic::info("target-unread", Some(Span::of(line.trim(), row.value)), message));
        return;
    }
    let printed_unit = !q.unit.is_empty();
    let value_unit: Cow<'a, str> = match (&*q.unit, unit) {
        ("", "") => {
            let span = Span::of(line.trim(), row.value);
            diagnostics.push(Diagnostic::info("target-unread", Some(span), "a value without a unit"));
            return;
        }
        ("", "％") => Cow::Borrowed("%"),
        ("", unit) => Cow::Borrowed(unit),
        _ => q.unit.clone(),
    };
    let binding = super::measure::binding(left);
    let factor = if printed_unit { 1 } else { factor };
    let scaled = |v: rust_decimal::Decimal| v.checked_mul(factor.into()).map(|v| v.normalize());
    let Some(number) = scaled(q.value) else { return };
    // Words before the sign name those it holds for: `设区市≥25`.
    let own = super::matter::clean(&left[..binding.start]);
    // `农村电商 | 网络零售额增长15%`: the cell names a figure of its own.
    let figure = CUES.level_noun.suffix(own).is_some_and(|noun| own.len() > noun.len());
    let indicator = if figure { Some(Cow::Borrowed(own)) } else { indicator };
    let group = own;
    let group = group.trim_end_matches(['：', ':']);
    let group = Some(group).filter(|g| super::group::is_group(g)).map(Cow::Borrowed);
    // `每千人口床位数` counts beds as a sentence with the same words does.
    let (group, indicator) = match indicator {
        Some(Cow::Borrowed(name)) if group.is_none() => match super::group::figure_per_head(name) {
            Some((per, figure)) => (Some(Cow::Borrowed(per)), Some(Cow::Borrowed(figure))),
            None => (group, indicator),
        },
        _ => (group, indicator),
    };
    let group = group.or_else(|| Some(row.place).filter(|place| !place.is_empty()).map(Cow::Borrowed));
    // `万元GDP用水量较2020年下降 | 16%`
    let (indicator, since) = match indicator {
        Some(Cow::Borrowed(name)) => match compared(name) {
            Some((name, since)) => (Some(Cow::Borrowed(name)), Some(since)),
            None => (Some(Cow::Borrowed(name)), None),
        },
        other => (other, None),
    };
    let growth = growth_of(row.header);
    let text = indicator.as_deref().unwrap_or_default();
    // `改造提升 | 2000亩` shares out what is done, and names no growth.
    let done = row.share && !matches!(&*value_unit, "%" | "百分点" | "％");
    let named = || if done { None } else { change(text) };
    // `能耗降低（%）` falls whatever the column says.
    let falls = || {
        change(text)
            .filter(|change| *change == Measure::Decrease && matches!(&*value_unit, "%" | "百分点" | "％"))
    };
    let added = text.starts_with("新增") || text.starts_with("净增");
    let growth = growth.filter(|_| !done && (!rates || matches!(&*value_unit, "%" | "％")));
    let fell = since.as_ref().map(|since| since.change);
    let measure = binding.change.or(fell).or_else(falls).or(growth).or_else(named).unwrap_or_else(|| {
        if matches!(&*value_unit, "%" | "‰") {
            Measure::Level
        } else if adds_up || added && !matches!(&*value_unit, "年" | "岁") {
            // What is added is no stock, as in a sentence.
            Measure::Count
        } else if let Some(amount) = CUES.level_noun.suffix(text)
            && !(matches!(amount, "数" | "数量")
                && CUES.make.suffix(&text[..text.len() - amount.len()]).is_some())
        {
            Measure::Level
        } else if CUES.level_noun.suffix(text).is_some()
            || super::matter::verb_in_front(text).is_some()
            || DEEDS.iter().any(|w| text.ends_with(w))
            // `雨污分流改造管网`
            || !CUES.money_unit.is(&value_unit) && CUES.make.find(text).is_some()
            || text.contains("新增")
            || CUES.event_unit.is(&value_unit)
            || row.share && !value_unit.contains('/')
        {
            Measure::Count
        } else {
            Measure::Level
        }
    });
    let quote = line.trim();
    let comparator = match super::measure::comparator(&q, &binding) {
        Comparator::Eq if line[q.unit_end..].trim_start_matches(['%', '％']).starts_with("以上") => {
            Comparator::Ge
        }
        other => other,
    };
    out.push(RawTarget {
        span: Span::of(quote, row.value),
        indicator,
        group,
        comparator,
        value: number,
        value_max: q.value_max.and_then(scaled),
        unit: value_unit,
        measure,
        frequency: if let Some(often) = q.frequency.or(own_often).or(often) {
            often
        } else if !rates && [row.indicator, row.header].into_iter().any(tells_yearly) {
            "per_year"
        } else {
            "once"
        },
        deadline,
        baseline: baseline(row, left, factor)
            .filter(|_| growth.is_none() && !adds_up)
            .or_else(|| since.and_then(|since| since.baseline(row))),
        modality: Modality::Firm,
        part_of: None,
        rule: "target.table",
    });
}

/// Whether a cell speaks of each year; `PM2.5年均浓度` is a mean.
fn tells_yearly(cell: &str) -> bool {
    cell.contains("每年") || cell.match_indices("年均").any(|(at, _)| !time::is_mean(&cell[at..]))
}

/// Whether a value cell is told in words: `创建省级2条、市级4条`, `治理面积18平方公里，其中坡耕地2000亩`, `乡级每月2次`.
pub(crate) fn is_told(cell: &str) -> bool {
    cell.split(['，', '；', ';', '、', '\n']).any(|part| {
        let part = part.trim();
        let counted = || {
            let read = first_number(part).and_then(|at| quantity::read(part, at));
            read.is_some_and(|q| !matches!(&*q.unit, "" | "%" | "百分点"))
        };
        // `累计改造2万亩`, `年培训1000人次`
        let deed = ["累计", "全年", "年"].iter().find_map(|sum| part.strip_prefix(sum)).unwrap_or(part);
        let verb = || {
            let verb = CUES.make.prefix(deed).or_else(|| CUES.train.prefix(deed));
            verb.is_some_and(|verb| *verb != *"累计" && !deed[verb.len()..].starts_with(['率', '度']))
        };
        (part.contains('每') || part.contains("其中") || verb()) && counted() || names_itself(part)
    })
}

/// Whether a clause says itself what its number is of: `固定资产投资增长8%`, `城镇新增就业1.1万人`, and not only how far it goes.
fn names_itself(clause: &str) -> bool {
    const SHORTEST: usize = 4;
    let Some(at) = first_number(clause) else { return false };
    let left = &clause[..at];
    let binding = super::measure::binding(left);
    let name = super::matter::clean(super::matter::strip_lead(&left[..binding.start]).0);
    // `完成路基工程60%`
    let name = name.strip_prefix("完成").filter(|work| work.ends_with("工程")).unwrap_or(name);
    let own = name.chars().filter(|&c| gongwen_text::chars::is_han(c)).count() >= SHORTEST
        && !name.starts_with(['比', '较'])
        && !name.contains("分别")
        && !super::measure::begins_binding(name)
        && !super::group::is_group(name);
    own && quantity::read(clause, at).is_some_and(|q| !q.unit.is_empty())
}

/// Whether a column holds rates of growth: `年均增长（%）`.
pub(crate) fn is_growth(header: &str) -> bool {
    growth_of(header).is_some()
}

/// Growth or decline named by a header.
fn growth_of(header: &str) -> Option<Measure> {
    match rate_or_sum(header) {
        Some("年均") => Some(Measure::Increase),
        Some(rate) => change(rate),
        // `同比增长%`
        None => change(name_and_unit(header).0.trim_end_matches(['%', '％', ' '])),
    }
}

/// The name of the rates in a column that holds sums of all years too: `年均增速〔累计〕`, `年均/累计`.
fn rate_or_sum(header: &str) -> Option<&str> {
    let (rate, sum) = header.split_once(['〔', '[', '［', '（', '(', '/', '／'])?;
    (rate.contains("年均") && sum.contains("累计")).then(|| rate.trim())
}

/// Growth or decline named by the indicator itself.
fn change(indicator: &str) -> Option<Measure> {
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
struct Since<'a> {
    change: Measure,
    year: Option<i16>,
    /// `较2020年`.
    words: &'a str,
}

impl Since<'_> {
    fn baseline(&self, row: &IndicatorRow<'_>) -> Option<Baseline> {
        let from = row.indicator_span?.from();
        Some(Baseline {
            year: self.year,
            value: None,
            text: Span::of(self.words, row.indicator).shifted(from),
        })
    }
}

/// `万元GDP用水量较2020年下降` without what it is compared with, where nothing but the change stands behind that.
fn compared(name: &str) -> Option<(&str, Since<'_>)> {
    const CHANGES: usize = 9;
    let (at, end, year) = super::share::comparison(name)?;
    let change = change(&name[end..]).filter(|_| name.len() - end <= CHANGES)?;
    let thing = super::matter::clean(&name[..at]);
    (thing.chars().nth(1).is_some()).then_some((thing, Since { change, year, words: &name[at..end] }))
}

/// Deeds at the end of an indicator: `老旧小区改造（户）` counts what is done.
const DEEDS: [&str; 9] = ["改造", "建设", "整治", "治理", "修复", "创建", "培育", "维修", "加固"];

/// The value of today: its own column, or `比2015年` in the cell.
/// `factor` is the multiplier of the row's unit (`万人`), which holds for both cells.
fn baseline(row: &IndicatorRow<'_>, left: &str, factor: i64) -> Option<Baseline> {
    if let Some(at) = left.find(['比', '较']) {
        let year = year_in(&left[at..]);
        if year.is_some() {
            return Some(Baseline {
                year,
                value: None,
                text: Span::of(left, row.value).shifted(row.value_from),
            });
        }
    }
    let span = row.baseline_span?;
    let at = first_number(row.baseline)?;
    let (value, _) = arabic(&row.baseline[at..])?;
    let value = value.checked_mul(factor.into())?.normalize();
    Some(Baseline { year: year_in(row.baseline_header), value: Some(value), text: span })
}

/// The first number of a cell that is no year.
fn first_number(cell: &str) -> Option<usize> {
    let mut at = 0;
    while let Some((anchor, _)) = scan::next(cell, at) {
        if let Some((_, len)) =
            time::year(&cell[anchor..]).filter(|(_, n)| cell[anchor + n..].starts_with('年'))
        {
            at = anchor + len;
            continue;
        }
        // `新建5G基站500座`, `创建4A级景区2家`: a kind of thing.
        let rest = cell[anchor..].trim_start_matches(|c: char| c.is_ascii_digit());
        // `PM2.5平均浓度下降3%`
        if cell[..anchor].ends_with(|c: char| c.is_ascii_alphabetic()) {
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            at = cell.len() - rest.len();
            continue;
        }
        if rest.len() < cell.len() - anchor && rest.starts_with(['G', 'A']) {
            at = cell.len() - rest.len();
            continue;
        }
        return Some(anchor);
    }
    None
}

fn year_in(text: &str) -> Option<i16> {
    let wide = text.contains(|c: char| ('０'..='９').contains(&c));
    if wide {
        return year_in(&text.chars().map(gongwen_text::chars::fold_width).collect::<String>());
    }
    text.char_indices().filter(|(_, c)| c.is_ascii_digit()).find_map(|(at, _)| {
        let inside = text[..at].ends_with(|c: char| c.is_ascii_digit());
        (!inside).then(|| time::year(&text[at..])).flatten().map(|(year, _)| year)
    })
}

/// Splits the multiplier off a unit, a character at a time: `亿千瓦时` counts 千瓦时, `千户` counts 户.
fn multiplied(unit: &str) -> (i64, &str) {
    let (mut factor, mut rest) = (1, unit);
    while CUES.unit.prefix(rest).is_none() {
        let step = rest.chars().next().map_or(0, char::len_utf8);
        let (by, len) = gongwen_text::numeral::multiplier(&rest[..step]);
        let Some(product) = i64::checked_mul(factor, by).filter(|_| len > 0) else { break };
        (factor, rest) = (product, &rest[len..]);
    }
    (factor, rest)
}

/// Splits `排涝能力（万立方米/小时）` into name and unit.
pub(super) fn name_and_unit(cell: &str) -> (&str, &str) {
    let cell = cell.trim();
    let Some(open) = cell.rfind(['（', '(']) else { return (cell, "") };
    let inner = cell[open..].trim_start_matches(['（', '(']).trim_end_matches(['）', ')']).trim();
    let known = CUES.unit.prefix(multiplied(inner).1).is_some() || inner.contains('/');
    let closed = cell.ends_with(['）', ')']);
    if known && closed && inner.chars().count() <= 12 { (cell[..open].trim(), inner) } else { (cell, "") }
}

#[cfg(test)]
mod tests;
