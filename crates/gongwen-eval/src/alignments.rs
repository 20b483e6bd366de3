//! Alignments against gold: which sections, tasks and targets of two plans are the same, what each unit is about, and
//! where a plan's body and its annex disagree.
//!
//! A gold file holds `pairs` (by `"A|B"`), `topics` and `topics_also` (by document) and `body_vs_annex`; identifiers are
//! those of the records, targets are named by place from 0. What counts stands in the guide, section 10.

mod gold;
mod pairs;

use crate::files::FilesError;
use crate::report::Report;
use crate::score::{DocumentScore, Part, PartScore};
use gold::{Gold, OwnAnnex};
use gongwen_compare::{Plan, align, annex};
use gongwen_record::{Id, IdKind, Record};
use std::collections::{BTreeMap, BTreeSet};

/// Scores alignments against a gold file's text.
///
/// `records` go by name of document. Pairs and documents of which a record is wanting are listed in the report, as are
/// records that the gold does not speak of.
///
/// # Errors
/// The cause when `gold` is no gold file of alignments.
pub fn score_alignments(
    gold: &str,
    records: &BTreeMap<String, Record<'static>>,
) -> Result<Report, serde_json::Error> {
    let gold: Gold = serde_json::from_str(gold)?;
    let plans: BTreeMap<&str, Plan> =
        records.iter().map(|(name, record)| (name.as_str(), Plan::new(record))).collect();
    let mut report = Report::default();
    let mut spoken: BTreeSet<&str> = BTreeSet::new();
    for (name, gold) in &gold.pairs {
        let (left, right) = name.split_once('|').unwrap_or((name, ""));
        spoken.extend([left, right]);
        match plans.get(left).zip(plans.get(right)) {
            Some((a, b)) => {
                let parts = pairs::score(a, b, &align(a, b), gold);
                report.documents.push(DocumentScore { document: name.replace('|', " | "), parts });
            }
            None => report.gold_without_record.push(name.clone()),
        }
    }
    if let Some(gold) = &gold.body_vs_annex {
        spoken.insert(&gold.doc);
        match plans.get(gold.doc.as_str()) {
            Some(plan) => {
                let document = format!("{} | its annex", gold.doc);
                report.documents.push(DocumentScore { document, parts: annex_parts(plan, gold) });
            }
            None => report.gold_without_record.push(gold.doc.clone()),
        }
    }
    for (name, codes) in &gold.topics {
        spoken.insert(name);
        match plans.get(name.as_str()) {
            Some(plan) => {
                let none = BTreeMap::new();
                let parts =
                    [(Part::Topics, topics(plan, codes, gold.topics_also.get(name).unwrap_or(&none)))];
                report.documents.push(DocumentScore { document: name.clone(), parts: parts.into() });
            }
            None => report.gold_without_record.push(name.clone()),
        }
    }
    report.gold_without_record.sort_unstable();
    report.gold_without_record.dedup();
    report.records_without_gold =
        records.keys().filter(|name| !spoken.contains(name.as_str())).cloned().collect();
    Ok(report)
}

/// The same for files: a gold file, and records as [`crate::records_in`] finds them.
///
/// # Errors
/// [`FilesError::Read`], [`FilesError::Shape`] (also when a record lacks parts that only gold may lack),
/// [`FilesError::Twice`].
pub fn evaluate_alignments(
    gold: &std::path::Path,
    records: &[std::path::PathBuf],
) -> Result<Report, FilesError> {
    let text =
        std::fs::read_to_string(gold).map_err(|source| FilesError::Read { path: gold.to_owned(), source })?;
    let records = crate::files::full_records_in(records)?;
    let shape = |cause: serde_json::Error| FilesError::Shape {
        path: gold.to_owned(),
        line: None,
        source: cause.into(),
    };
    score_alignments(&text, &records).map_err(shape)
}

/// Codes of the units that gold speaks of. A code of `also` is neither asked for nor counted.
fn topics(plan: &Plan<'_>, gold: &BTreeMap<Id, Vec<String>>, also: &BTreeMap<Id, Vec<String>>) -> PartScore {
    let mut score = PartScore::default();
    for (id, codes) in gold {
        let found = codes_of(plan, *id);
        let name = pairs::name(plan, *id);
        let allowed = also.get(id).map_or(&[][..], Vec::as_slice);
        score.counts.gold += codes.len() as u32;
        for code in codes {
            if found.contains(&code.as_str()) {
                score.counts.hits += 1;
                score.counts.found += 1;
            } else {
                score.missed.push(format!("{name} is {code}"));
            }
        }
        let other = |code: &&str| !codes.iter().chain(allowed).any(|known| known == code);
        for code in found.iter().filter(|code| other(code)) {
            score.counts.found += 1;
            score.invented.push(format!("{name} is {code}"));
        }
        if !codes.is_empty() {
            score
                .beside
                .entry("main")
                .or_default()
                .add(found.first().copied() == codes.first().map(String::as_str));
        }
    }
    score
}

fn codes_of<'r>(plan: &Plan<'r>, id: Id) -> Vec<&'r str> {
    match id.kind {
        IdKind::Task => plan.tasks.get(id.index()).map_or_else(Vec::new, |unit| {
            let codes: Vec<&str> = unit.task.topics.iter().map(|code| &**code).collect();
            codes
        }),
        _ => plan.sections.get(id.index()).map_or_else(Vec::new, |unit| unit.topics.clone()),
    }
}

fn annex_parts(plan: &Plan<'_>, gold: &OwnAnnex) -> BTreeMap<Part, PartScore> {
    let found = annex(plan);
    let tasks = found.as_ref().map_or(&[][..], |annex| &annex.tasks);
    let targets = found.as_ref().map_or(&[][..], |annex| &annex.targets);
    let mut contradictions = PartScore::default();
    let said: Vec<(Id, Id, String)> = found
        .iter()
        .flat_map(|annex| &annex.contradictions)
        .map(|c| {
            let kind = serde_json::to_value(c.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned));
            (c.body, c.annex, kind.unwrap_or_default())
        })
        .collect();
    contradictions.counts.gold = gold.contradictions.len() as u32;
    for wanted in &gold.contradictions {
        let of_pair = said.iter().filter(|(body, annex, _)| (*body, *annex) == (wanted.body, wanted.annex));
        let kinds: Vec<&str> = of_pair.map(|(.., kind)| kind.as_str()).collect();
        let name = pairs::name(plan, wanted.body);
        if kinds.is_empty() {
            contradictions
                .missed
                .push(format!("{name}: {}: {} / {}", wanted.kind, wanted.body_quote, wanted.annex_quote));
            continue;
        }
        contradictions.counts.hits += 1;
        let right = kinds.contains(&wanted.kind());
        contradictions.beside.entry("kind").or_default().add(right);
        if !right {
            contradictions.remarks.push(format!(
                "{name}: {} wanted, {} said",
                wanted.kind(),
                kinds.join(", ")
            ));
        }
    }
    // Beside the contradictions gold notes what else was added or dropped, wherever the wording differs at all: what is said
    // there is no invention, only more than was asked for.
    let noted =
        |pair: (Id, Id)| gold.notes.iter().chain(&gold.contradictions).any(|n| (n.body, n.annex) == pair);
    for (body, annex, kind) in said.iter().filter(|(body, annex, _)| !noted((*body, *annex))) {
        contradictions.invented.push(format!("{} / {annex}: {kind}", pairs::name(plan, *body)));
    }
    contradictions.counts.found = contradictions.counts.hits + contradictions.invented.len() as u32;
    let nothing = BTreeSet::new();
    [
        (Part::Tasks, pairs::units(plan, plan, tasks, &gold.tasks, &nothing)),
        (Part::Targets, pairs::targets(plan, plan, targets, &gold.targets)),
        (Part::Contradictions, contradictions),
    ]
    .into()
}
