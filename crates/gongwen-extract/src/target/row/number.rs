//! Where the number of a line stands, and what the words before it say of the years it is for.

use super::IndicatorRow;
use super::growth::{growth_of, rate_or_sum};
use super::unit::Unit;
use crate::target::{often, scan, time};

/// The number of a line and what stands before it.
pub(super) struct Number<'a> {
    /// Where it begins in the line.
    pub(super) at: usize,
    /// The words before it, an opening bracket left out.
    pub(super) left: &'a str,
    /// Nothing but an opening bracket stands before it: `[42]`.
    bracketed: bool,
    /// How often, by the period the line begins with.
    pub(super) often: Option<&'static str>,
}

impl<'a> Number<'a> {
    /// The number of a line, nothing where there is none. An error says why it is not read.
    pub(super) fn of(row: &IndicatorRow<'_>, line: &'a str) -> Result<Option<Self>, &'static str> {
        let (skip, often) = if often::heads(row.header) { often::period(line) } else { (0, None) };
        let Some(at) = first_number(&line[skip..]).map(|at| skip + at) else { return Ok(None) };
        if skip > 0 && often.is_none() {
            return Err("how often in several years or months");
        }
        let bare = line[skip..at].trim();
        let left = bare.trim_start_matches(['[', '〔', '［', '(', '（']);
        Ok(Some(Self { at, left, bracketed: left.len() < bare.len() && left.is_empty(), often }))
    }

    /// Whether the number adds up several years, and the unit it is counted in then. An error says why it is not read.
    pub(super) fn sum<'u>(
        &self,
        row: &IndicatorRow<'u>,
        unit: Unit<'u>,
    ) -> Result<(Sum, Unit<'u>), &'static str> {
        const AMONG_RATES: &str = "a sum of all years among yearly rates";
        // Below `年均增速〔累计〕` a number in brackets is what all years add, in a unit that nobody prints.
        let mixed = rate_or_sum(row.header).is_some();
        if mixed && self.bracketed {
            return Err(AMONG_RATES);
        }
        // Below plain `年均增速` too; where the row prints a unit of its own, that is the sum's.
        let of_rates = self.bracketed && growth_of(row.header).is_some();
        let unit = if of_rates { Unit::of_sum(row).ok_or(AMONG_RATES)? } else { unit };
        // `[42]` and a column `五年累计` add up what is done in the years of the plan.
        let adds_up =
            self.bracketed || !mixed && (row.header.contains("累计") || row.header.contains("合计"));
        Ok((Sum { adds_up, of_rates }, unit))
    }
}

/// What a value adds up.
#[derive(Clone, Copy)]
pub(super) struct Sum {
    /// What is done in several years.
    pub(super) adds_up: bool,
    /// In a column that holds yearly rates.
    pub(super) of_rates: bool,
}

/// The first number of a cell that is no year.
pub(super) fn first_number(cell: &str) -> Option<usize> {
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

/// The first year that words tell.
pub(super) fn year_in(text: &str) -> Option<i16> {
    let wide = text.contains(|c: char| ('０'..='９').contains(&c));
    if wide {
        return year_in(&text.chars().map(gongwen_text::chars::fold_width).collect::<String>());
    }
    text.char_indices().filter(|(_, c)| c.is_ascii_digit()).find_map(|(at, _)| {
        let inside = text[..at].ends_with(|c: char| c.is_ascii_digit());
        (!inside).then(|| time::year(&text[at..])).flatten().map(|(year, _)| year)
    })
}
