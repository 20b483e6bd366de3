//! What a gold file of alignments holds. Fields that are not counted are passed over.

use gongwen_record::Id;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A pair of identifiers with its strength (`same`, `overlap`) or a remark.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Couple {
    /// `["s1", "s2"]`
    Bare(Id, Id),
    /// `["t1", "t2", "same"]`
    Said(Id, Id, String),
}

impl Couple {
    pub(super) fn ids(&self) -> (Id, Id) {
        match self {
            Self::Bare(a, b) | Self::Said(a, b, _) => (*a, *b),
        }
    }

    pub(super) fn strength(&self) -> Option<&str> {
        match self {
            Self::Said(.., strength) => Some(strength),
            Self::Bare(..) => None,
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Gold {
    pub pairs: BTreeMap<String, Aligned>,
    pub topics: BTreeMap<String, BTreeMap<Id, Vec<String>>>,
    pub topics_also: BTreeMap<String, BTreeMap<Id, Vec<String>>>,
    pub body_vs_annex: Option<OwnAnnex>,
}

/// Two plans.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Aligned {
    pub sections: Vec<Couple>,
    /// Neither hit nor miss.
    pub sections_partial: Vec<Couple>,
    /// Neither hit nor miss.
    pub frame_sections: Vec<Couple>,
    pub tasks: Vec<Couple>,
    /// Neither hit nor miss.
    pub tolerated: Vec<Couple>,
    /// Neither hit nor miss: other pairs that are right as well.
    pub also_valid: Vec<Couple>,
    pub ledger: Ledger,
    pub targets: Vec<TargetCouple>,
}

/// What is said of a ledger's pairs alone.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Ledger {
    /// Neither hit nor miss.
    pub also_valid: Vec<Couple>,
}

/// Two targets, by place in their records from 0.
#[derive(Debug, Deserialize)]
pub(super) struct TargetCouple {
    pub a: usize,
    pub b: usize,
    /// `same` or `differs` by what is compared: `comparator`, `deadline` …
    #[serde(default)]
    pub comparator: Option<String>,
    #[serde(default)]
    pub deadline: Option<String>,
    #[serde(default)]
    pub frequency: Option<String>,
    #[serde(default)]
    pub measure: Option<String>,
    #[serde(default)]
    pub modality: Option<String>,
}

/// One plan's body against its own annex.
#[derive(Debug, Deserialize)]
pub(super) struct OwnAnnex {
    pub doc: String,
    #[serde(default)]
    pub tasks: Vec<Couple>,
    #[serde(default)]
    pub targets: Vec<TargetCouple>,
    #[serde(default)]
    pub contradictions: Vec<Contradiction>,
    /// What else was added or dropped.
    #[serde(default)]
    pub notes: Vec<Contradiction>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Contradiction {
    pub body: Id,
    pub annex: Id,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub body_quote: String,
    #[serde(default)]
    pub annex_quote: String,
}

impl Contradiction {
    /// Its kind in the words of the comparison contract; other words stay.
    pub(super) fn kind(&self) -> &str {
        match self.kind.as_str() {
            "level_of_mechanism" => "level",
            "territorial_scope" => "territory",
            "measure_replaced" => "measure",
            "commitment_widened" => "widened",
            "target_only_in_annex" | "target_only_in_body" => "target_missing",
            other => other,
        }
    }
}
