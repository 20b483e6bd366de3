//! Rows of indicator tables (guide, 8).
//!
//! Owns what a value cell says together with its header, its unit and its indicator cell. Does not own which
//! column is which: the reading of the table names them. [`mod@unit`] is what the row is counted in, [`clauses`] which clause of a
//! name, [`number`] where the number of a line stands, [`value`] what becomes of it; [`growth`] says what headers and names tell of
//! growth, [`told`] which cells are sentences.

mod clauses;
mod growth;
mod number;
mod told;
mod unit;
mod value;

use super::{RawTarget, names};
use clauses::Clauses;
use gongwen_text::{Diagnostic, Span};
pub(crate) use growth::is_growth;
use number::year_in;
use std::borrow::Cow;
pub(crate) use told::is_told;
use unit::Unit;
pub(super) use unit::name_and_unit;

/// The unit that a header prints: 万元 of `年度计划投资（万元）`.
pub(crate) fn unit_of(header: &str) -> &str {
    name_and_unit(header).1
}

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
    let unit = Unit::of(row, own_unit);
    let deadline = year_in(row.header).or(row.due);
    let names = names::shared_names(name);
    let numbers = row.value.matches(['、', '，']).count() + 1;
    let lines: Vec<&str> =
        row.value.split(['\n', '、', '；', ';', '，']).filter(|l| !l.trim().is_empty()).collect();
    let clauses = Clauses::of(name);
    let spread = row.value.contains("分别") && names.len() == numbers;
    let first = out.len();
    for (i, &line) in lines.iter().enumerate() {
        let whole = || clauses.counted(i, &lines, unit.is_rate()).map(Cow::Borrowed);
        let named = names.get(i).filter(|_| spread).cloned().map_or_else(whole, Ok);
        let read = named.and_then(|name| value::read(row, line, Some(name).filter(|n| !n.is_empty()), unit));
        let mut target = match read {
            Ok(Some(target)) => RawTarget { deadline, ..target },
            Ok(None) => continue,
            Err(message) => {
                let span = Span::of(line.trim(), row.value);
                diagnostics.push(Diagnostic::info("target-unread", Some(span), message));
                continue;
            }
        };
        // `分别下降24%、25%以上`: what binds the first binds the rest.
        if spread && let Some(first) = out[first..].first() {
            target.measure = first.measure;
            target.baseline.clone_from(&first.baseline);
        }
        out.push(target);
    }
}

#[cfg(test)]
mod tests;
