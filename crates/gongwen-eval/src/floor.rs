//! The committed result that a later run may not fall below (`corpus/scores.json`).

use crate::report::Report;
use crate::score::DocumentScore;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Figures by document: F1 under the part's name (`sections`), shares under `part.name` (`assignments.functions`).
/// The entry `all` is the micro sum. Rounded down to four places.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Floor(pub BTreeMap<String, BTreeMap<String, f64>>);

/// A figure that fell.
#[derive(Clone, Debug, PartialEq)]
pub struct Fall {
    /// The document, or `all`.
    pub document: String,
    /// The figure.
    pub figure: String,
    /// What is committed.
    pub floor: f64,
    /// What was reached now; `None` when it was not measured.
    pub now: Option<f64>,
}

impl std::fmt::Display for Fall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let now = self.now.map_or_else(|| "not measured".to_owned(), |now| format!("now {now:.4}"));
        write!(f, "{}: {} was {:.4}, {now}", self.document, self.figure, self.floor)
    }
}

impl Floor {
    /// The figures of a report.
    pub fn of(report: &Report) -> Self {
        let all = report.all();
        let scores = report.documents.iter().chain([&all]);
        Self(scores.map(|score| (score.document.clone(), figures(score))).collect())
    }

    /// What fell below the committed figures.
    pub fn falls(&self, report: &Report) -> Vec<Fall> {
        let now = Self::of(report);
        let mut falls = Vec::new();
        for (document, figures) in &self.0 {
            for (figure, floor) in figures {
                let reached = now.0.get(document).and_then(|figures| figures.get(figure)).copied();
                if reached.is_none_or(|reached| reached < *floor) {
                    let (document, figure) = (document.clone(), figure.clone());
                    falls.push(Fall { document, figure, floor: *floor, now: reached });
                }
            }
        }
        falls
    }
}

fn figures(score: &DocumentScore) -> BTreeMap<String, f64> {
    let mut figures = BTreeMap::new();
    for (part, score) in &score.parts {
        figures.insert(part.name().to_owned(), down(score.counts.f1()));
        for (name, share) in &score.beside {
            // A share of nothing says nothing.
            if share.of > 0 {
                figures.insert(format!("{}.{name}", part.name()), down(share.rate()));
            }
        }
    }
    figures
}

fn down(value: f64) -> f64 {
    (value * 10_000.0 + 1e-6).floor() / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answers, Part, score};

    #[test]
    fn a_drop_is_named() {
        let gold = Answers::from_json(r#"{"sections":[{"level":1,"title":"甲"},{"level":1,"title":"乙"}]}"#)
            .expect("gold");
        let good = Report { documents: vec![score("d", &gold, &gold, &Part::ALL)], ..Report::default() };
        let mut worse = gold.clone();
        worse.sections.pop();
        let worse = Report { documents: vec![score("d", &gold, &worse, &Part::ALL)], ..Report::default() };
        let floor = Floor::of(&good);
        assert_eq!(floor.falls(&good), []);
        let falls: Vec<String> = floor.falls(&worse).iter().map(ToString::to_string).collect();
        assert_eq!(falls, ["all: sections was 1.0000, now 0.6666", "d: sections was 1.0000, now 0.6666"]);
    }
}
