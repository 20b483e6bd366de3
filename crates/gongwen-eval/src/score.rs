//! One document against its gold.

use crate::answers::Answers;
use crate::counts::{Counts, Share};
use crate::{assignments, metadata, targets, tasks};
use std::collections::BTreeMap;

/// A part of the record that is counted on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// GB/T 9704 elements, each right or wrong.
    Metadata,
    /// The section tree.
    Sections,
    /// Tasks.
    Tasks,
    /// Who does what.
    Assignments,
    /// Quantities.
    Targets,
    /// Of alignments: what each section and task is about.
    Topics,
    /// Of alignments: what a body and its annex say differently.
    Contradictions,
}

impl Part {
    /// Those of a record, in its order.
    pub const ALL: [Self; 5] =
        [Self::Metadata, Self::Sections, Self::Tasks, Self::Assignments, Self::Targets];

    /// Its name in tables and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::Sections => "sections",
            Self::Tasks => "tasks",
            Self::Assignments => "assignments",
            Self::Targets => "targets",
            Self::Topics => "topics",
            Self::Contradictions => "contradictions",
        }
    }

    /// The part of a record of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// How one part agrees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartScore {
    /// Hits among gold and found.
    pub counts: Counts,
    /// Shares reported beside the hits: `name`, `functions`, `due`, `measure` …
    pub beside: BTreeMap<&'static str, Share>,
    /// In gold, not found; one line each.
    pub missed: Vec<String>,
    /// Found, not in gold; one line each.
    pub invented: Vec<String>,
    /// What was found but differs in something reported beside the hits.
    pub remarks: Vec<String>,
}

/// How one document agrees, part by part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentScore {
    /// Name of the document: its gold file without the ending.
    pub document: String,
    /// The parts that were counted.
    pub parts: BTreeMap<Part, PartScore>,
}

impl DocumentScore {
    /// F1 of a part; 1 when it was not counted.
    pub fn f1(&self, part: Part) -> f64 {
        self.parts.get(&part).map_or(1.0, |score| score.counts.f1())
    }

    /// Counts of both summed, lists left out.
    #[must_use]
    pub(crate) fn plus(mut self, other: &Self) -> Self {
        for (part, score) in &other.parts {
            let sum = self.parts.entry(*part).or_default();
            sum.counts = sum.counts.plus(score.counts);
            for (name, share) in &score.beside {
                let beside = sum.beside.entry(name).or_default();
                *beside = beside.plus(*share);
            }
        }
        self
    }
}

/// Counts the given parts of a record against gold.
///
/// # Examples
/// ```
/// use gongwen_eval::{Answers, Part, score};
/// let gold = Answers::from_json(r#"{"sections":[{"level":1,"label":"一、","title":"总体要求"}]}"#).unwrap();
/// let scores = score("plan", &gold, &Answers::default(), &Part::ALL);
/// assert_eq!(scores.parts[&Part::Sections].missed, ["1 一、 总体要求"]);
/// ```
pub fn score(document: &str, gold: &Answers, found: &Answers, parts: &[Part]) -> DocumentScore {
    let count = |part: &Part| match part {
        Part::Metadata => metadata::score(gold, found),
        Part::Sections => tasks::sections(gold, found),
        Part::Tasks => tasks::tasks(gold, found),
        Part::Assignments => assignments::score(gold, found),
        Part::Targets => targets::score(gold, found),
        // Parts of alignments: a record alone has none.
        Part::Topics | Part::Contradictions => PartScore::default(),
    };
    DocumentScore {
        document: document.to_owned(),
        parts: parts.iter().map(|part| (*part, count(part))).collect(),
    }
}
