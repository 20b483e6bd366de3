//! From records to a comparison.

mod findings;
mod sound;

pub(crate) use findings::rank;
pub use sound::check_record;

use crate::cascade::cascades;
use crate::comparison::{COMPARISON_VERSION, Comparison, Document, DocumentPair, Note, NoteCode, OwnAnnex};
use crate::diff::{Twins, plan_difference, unmet};
use crate::documents::documents;
use crate::matrix::{coverage, duties, targets};
use crate::reuse::reuse;
use crate::{Alignment, Plan, PlanDifference, Relation, align, annex, candidates};
use gongwen_record::{Record, SCHEMA_VERSION};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Why records cannot be compared.
///
/// # Errors
/// - [`CompareError::NoRecords`] when no record was given;
/// - [`CompareError::OtherContract`] for a record of another major version of the contract, of which nothing is known;
/// - [`CompareError::Unsound`] for a record whose identifiers do not name what they should.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CompareError {
    /// No record was given.
    #[error("no records to compare")]
    NoRecords,
    /// A record of another major version.
    #[error(
        "{path}: is a record of contract version {version}; this program compares {SCHEMA_VERSION}: convert the document again"
    )]
    OtherContract {
        /// Path of its source, as the record gives it.
        path: String,
        /// The version it claims.
        version: String,
    },
    /// A record whose identifiers do not name what they should.
    #[error(
        "{path}: the record is unsound: {id} is out of place or names nothing; convert the document again"
    )]
    Unsound {
        /// Path of its source, as the record gives it.
        path: String,
        /// The first identifier out of place.
        id: String,
    },
}

/// Records laid side by side: each `doc_id` counts once, in the order given.
///
/// # Errors
/// As [`CompareError`] says.
pub fn compare(records: &[Record<'_>]) -> Result<Comparison, CompareError> {
    if records.is_empty() {
        return Err(CompareError::NoRecords);
    }
    records.iter().try_for_each(check_record)?;
    let mut seen = BTreeSet::new();
    let (kept, again): (Vec<_>, Vec<_>) = records.iter().partition(|record| seen.insert(&*record.doc_id));
    let plans: Vec<Plan<'_>> = kept.into_par_iter().map(Plan::new).collect();
    let near = candidates(&plans);
    let every = near.len() == plans.len() * (plans.len() - 1) / 2;
    let pairs: Vec<(usize, usize, Alignment)> =
        near.par_iter().map(|&(a, b)| (a, b, align(&plans[a], &plans[b]))).collect();
    let documents = documents(&plans.iter().collect::<Vec<_>>());
    let notes = notes(&documents, &again, &pairs, every);
    let annexes: Vec<OwnAnnex> = plans
        .par_iter()
        .filter_map(|plan| {
            annex(plan).map(|annex| OwnAnnex { doc_id: plan.record.doc_id.to_string(), annex })
        })
        .collect();
    let mut comparison = Comparison {
        schema_version: COMPARISON_VERSION.into(),
        producer: producer(),
        notes,
        findings: Vec::new(),
        targets: targets(&plans, &pairs),
        duties: duties(&plans),
        coverage: coverage(&plans),
        reuse: reuse(&plans, &near),
        cascade: cascades(&plans, &pairs),
        annexes,
        alignments: pairs.into_iter().map(|(a, b, pair)| document_pair(&plans[a], &plans[b], pair)).collect(),
        documents,
    };
    comparison.findings = findings::findings(&comparison);
    Ok(comparison)
}

/// What differs between two records.
///
/// # Errors
/// As [`CompareError`] says.
pub fn difference(a: &Record<'_>, b: &Record<'_>) -> Result<PlanDifference, CompareError> {
    [a, b].into_iter().try_for_each(check_record)?;
    let (a, b) = (Plan::new(a), Plan::new(b));
    let alignment = align(&a, &b);
    let documents = documents(&[&a, &b]);
    let again: &[&Record<'_>] = if a.record.doc_id == b.record.doc_id { &[b.record] } else { &[] };
    let pairs = [(0, 1, alignment)];
    let notes = notes(&documents, again, &pairs, true);
    let [(_, _, alignment)] = pairs;
    Ok(plan_difference(&Twins::new(a), &Twins::new(b), &alignment, notes))
}

/// The program and its version.
pub(crate) fn producer() -> String {
    concat!("gongwen ", env!("CARGO_PKG_VERSION")).to_owned()
}

fn document_pair(a: &Plan<'_>, b: &Plan<'_>, pair: Alignment) -> DocumentPair {
    DocumentPair {
        a: a.record.doc_id.to_string(),
        b: b.record.doc_id.to_string(),
        relation: pair.relation,
        only_a: unmet(a, pair.tasks.iter().map(|pair| pair.a)),
        only_b: unmet(b, pair.tasks.iter().map(|pair| pair.b)),
        sections: pair.sections,
        tasks: pair.tasks,
        targets: pair.targets,
    }
}

fn notes(
    documents: &[Document],
    again: &[&Record<'_>],
    pairs: &[(usize, usize, Alignment)],
    every: bool,
) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |code, doc_ids: Vec<String>, message: String| notes.push(Note { code, doc_ids, message });
    let mut copies: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for record in again {
        copies.entry(&record.doc_id).or_default().push(&record.source.path);
    }
    for document in documents {
        let Some(paths) = copies.get(document.doc_id.as_str()) else { continue };
        let message =
            format!("{} has the same text as {} and is counted once", paths.join(", "), document.path);
        note(NoteCode::Duplicate, vec![document.doc_id.clone()], message);
    }
    for (a, b, _) in pairs.iter().filter(|(.., pair)| pair.relation == Relation::Versions) {
        let (a, b) = (&documents[*a], &documents[*b]);
        let message = format!("{} and {} are two versions of one plan, not two counties", a.path, b.path);
        note(NoteCode::Versions, vec![a.doc_id.clone(), b.doc_id.clone()], message);
    }
    if documents.len() == 1 {
        let message = "only one document: there is nothing to compare it with";
        note(NoteCode::OneDocument, vec![documents[0].doc_id.clone()], message.into());
    }
    let versions: BTreeSet<&str> =
        documents.iter().map(|document| document.record_version.as_str()).collect();
    if versions.len() > 1 {
        let versions: Vec<&str> = versions.into_iter().collect();
        let message = format!(
            "records of contract versions {}: fields may be missing in the older ones",
            versions.join(", ")
        );
        note(NoteCode::RecordVersions, Vec::new(), message);
    }
    let lacks: [fn(&Document) -> bool; 3] =
        [|one| one.characters.is_none(), |one| one.tasks == 0, |one| one.targets == 0];
    let says = [
        (NoteCode::NoText, "records without text: shared words are not looked for in them"),
        (NoteCode::NoTasks, "records without tasks: nothing is said about what they cover"),
        (NoteCode::NoTargets, "records without targets: they are missing there, which is not zero"),
    ];
    for ((code, message), lacks) in says.into_iter().zip(lacks) {
        let lacking = documents.iter().filter(|document| lacks(document));
        let doc_ids: Vec<String> = lacking.map(|document| document.doc_id.clone()).collect();
        if !doc_ids.is_empty() {
            note(code, doc_ids, message.into());
        }
    }
    if !every {
        let message = "documents were aligned with those that share rare words with them, not each with each";
        note(NoteCode::NearOnly, Vec::new(), message.into());
    }
    notes
}
