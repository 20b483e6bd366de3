//! Names of several clauses, and which of them a value counts: `完善服务体系，培训农技人员 | 200人`.

use super::growth::{DEEDS, trains};
use crate::target::cues::CUES;
use crate::target::matter;

/// The clauses of a name; only itself where it has one.
pub(super) struct Clauses<'a>(Vec<&'a str>);

impl<'a> Clauses<'a> {
    /// Cuts a name outside its brackets.
    pub(super) fn of(name: &'a str) -> Self {
        const MARKS: [char; 4] = ['，', '；', ';', '。'];
        let mut clauses = Vec::new();
        let mut rest = name;
        // Most names are one.
        while let Some(at) = MARKS.into_iter().filter_map(|mark| matter::outer(rest, mark)).min() {
            clauses.push(&rest[..at]);
            rest = rest[at..].trim_start_matches(MARKS);
        }
        clauses.push(rest);
        clauses.retain(|clause| !clause.trim().is_empty());
        Self(clauses)
    }

    /// The clause that the value `at` of the cell's `values` counts. An error where more than one may be meant, or none says anything
    /// that is counted.
    pub(super) fn counted(&self, at: usize, values: &[&str], rate: bool) -> Result<&'a str, &'static str> {
        if self.0.len() < 2 {
            return Ok(self.0.first().copied().unwrap_or_default());
        }
        let rates = |value: &str| rate || value.contains(['%', '％']);
        let fits = |clause: &str, value: &str| counts(clause.trim(), rates(value));
        // `新建水厂，改造管网 | 2座、30公里`
        let in_order = self.0.len() == values.len() && self.0.iter().zip(values).all(|(c, v)| fits(c, v));
        if in_order {
            return Ok(self.0[at].trim());
        }
        let mut told = self.0.iter().filter(|clause| fits(clause, values[at]));
        match (told.next(), told.next()) {
            (Some(only), None) => Ok(only.trim()),
            _ => Err("a value beside several things that are done, of none of which it is for certain"),
        }
    }
}

/// Whether a clause says what a number, a `rate` or not, may be of.
fn counts(clause: &str, rate: bool) -> bool {
    let figure = CUES.level_noun.suffix(clause).is_some();
    // `完善服务体系` and `加强管理` make nothing that is counted.
    let makes = |verb: &str| CUES.counted_verb.is(verb) || !CUES.adjust.is(verb);
    let deed = || {
        matter::verb_in_front(clause).is_some_and(|(verb, _)| makes(verb))
            || trains(clause)
            || DEEDS.iter().any(|deed| clause.ends_with(deed))
    };
    figure || !rate && deed()
}
