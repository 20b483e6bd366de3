//! What stands out in a comparison, as numbers that a report puts into words.

use crate::comparison::{
    Change, Comparison, Coverage, CoverageRow, DutyRow, Finding, Indicator, LeadShare, Value,
};
use gongwen_record::Comparator;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Findings of one kind: a reader takes in a few and finds the rest in the tables.
const OF_ONE_KIND: usize = 5;

pub(super) fn findings(comparison: &Comparison) -> Vec<Finding> {
    let mut out = vec![scope(comparison), comparability(comparison)];
    out.extend(spreads(comparison));
    out.extend(cascaded(comparison));
    out.extend(leads(comparison));
    out.extend(gaps(comparison));
    out.extend(shared(comparison));
    out.extend(contradicted(comparison));
    out
}

fn scope(comparison: &Comparison) -> Finding {
    let documents = &comparison.documents;
    let divisions: BTreeSet<_> =
        documents.iter().filter_map(|document| document.division.as_deref()).collect();
    Finding::Scope {
        documents: documents.len() as u32,
        divisions: divisions.len() as u32,
        tasks: documents.iter().map(|document| document.tasks).sum(),
        assignments: documents.iter().map(|document| document.assignments).sum(),
        targets: documents.iter().map(|document| document.targets).sum(),
    }
}

fn comparability(comparison: &Comparison) -> Finding {
    let (mut targets, mut compared, mut apart, mut single) = (0, 0, 0, 0);
    for family in &comparison.targets {
        let docs: BTreeSet<_> =
            family.indicators.iter().flat_map(|one| &one.values).map(|v| &v.place.doc_id).collect();
        for indicator in &family.indicators {
            let count = indicator.values.len() as u32;
            targets += count;
            *match (count, docs.len()) {
                (2.., _) => &mut compared,
                (_, 2..) => &mut apart,
                _ => &mut single,
            } += count;
        }
    }
    Finding::Comparability { targets, compared, apart, single }
}

fn spreads(comparison: &Comparison) -> impl Iterator<Item = Finding> {
    let indicators = comparison.targets.iter().flat_map(|family| &family.indicators);
    let mut wide: Vec<&Indicator> = indicators.filter(|one| one.values.len() > 1).collect();
    wide.sort_by_key(|one| Reverse(one.values.len()));
    let told = wide.into_iter().filter_map(|one| {
        let lowest = one.values.iter().min_by_key(|value| rank(value))?;
        // Of equals the first document's stands for all.
        let highest = one
            .values
            .iter()
            .rev()
            .max_by_key(|value| (value.value_max.unwrap_or(value.value), rank(value)))?;
        let number = |value: &Value| (value.value, value.value_max, value.comparator == Comparator::Gt);
        let equal = one.values.iter().all(|value| number(value) == number(lowest));
        // Ranges that touch have no order: 1–3 is neither above nor below at least 1.
        let apart = match (lowest.value_max, highest.value_max) {
            (None, None) => lowest.place != highest.place,
            (max, _) => max.unwrap_or(lowest.value) < highest.value,
        };
        if !equal && !apart {
            return None;
        }
        Some(Finding::Spread {
            indicator: one.id.clone(),
            label: one.label.clone(),
            documents: one.values.len() as u32,
            equal,
            lowest: Box::new(lowest.clone()),
            highest: Box::new(highest.clone()),
        })
    });
    told.take(OF_ONE_KIND)
}

/// Order of values of one indicator: below 15 stands under 15, above 15 over it.
pub(crate) fn rank(value: &Value) -> (gongwen_record::Quantity, u8) {
    let edge = match value.comparator {
        Comparator::Lt => 0,
        Comparator::Gt => 2,
        _ => 1,
    };
    (value.value, edge)
}

fn leads(comparison: &Comparison) -> Vec<Finding> {
    let mut topics: BTreeMap<&str, Vec<&DutyRow>> = BTreeMap::new();
    for row in &comparison.duties {
        topics.entry(&row.topic).or_default().push(row);
    }
    let mut found: Vec<(usize, Finding)> = topics
        .into_iter()
        .filter(|(topic, _)| *topic != "other")
        .filter_map(|(topic, rows)| {
            let functions = lead_shares(&rows);
            let documents = functions.iter().flat_map(|one| &one.doc_ids).collect::<BTreeSet<_>>().len();
            let most = functions.first()?.doc_ids.len();
            (documents > 1).then(|| (documents - most, Finding::Lead { topic: topic.to_owned(), functions }))
        })
        .collect();
    found.sort_by_key(|(others, _)| Reverse(*others));
    found.into_iter().take(OF_ONE_KIND).map(|(_, finding)| finding).collect()
}

/// The function that leads a topic in each document: the one that leads most often there. Documents that name nobody as
/// lead do not speak here.
fn lead_shares(rows: &[&DutyRow]) -> Vec<LeadShare> {
    let rows: Vec<&DutyRow> = rows.iter().copied().filter(|row| row.function != "unknown").collect();
    let mut most: BTreeMap<&str, u32> = BTreeMap::new();
    for cell in rows.iter().flat_map(|row| &row.cells) {
        let best = most.entry(&cell.doc_id).or_default();
        *best = cell.lead.max(*best);
    }
    let leads = |row: &DutyRow| -> Vec<String> {
        let leading =
            row.cells.iter().filter(|cell| cell.lead > 0 && most[cell.doc_id.as_str()] == cell.lead);
        leading.map(|cell| cell.doc_id.clone()).collect()
    };
    let shares = rows.iter().map(|row| LeadShare { function: row.function.clone(), doc_ids: leads(row) });
    let mut shares: Vec<LeadShare> = shares.filter(|share| !share.doc_ids.is_empty()).collect();
    shares.sort_by_key(|share| Reverse(share.doc_ids.len()));
    shares
}

fn gaps(comparison: &Comparison) -> Vec<Finding> {
    let of = |row: &CoverageRow, state: Coverage| -> Vec<String> {
        row.cells.iter().filter(|cell| cell.state == state).map(|cell| cell.doc_id.clone()).collect()
    };
    let mut found: Vec<(usize, Finding)> = comparison
        .coverage
        .iter()
        .filter_map(|row| {
            let (missing, thin) = (of(row, Coverage::Missing), of(row, Coverage::Thin));
            let present = of(row, Coverage::Present).len();
            // A topic that hardly anyone has is no gap.
            (!missing.is_empty() && present > missing.len()).then(|| {
                let gap = Finding::Gap { topic: row.topic.clone(), missing, thin, present: present as u32 };
                (present, gap)
            })
        })
        .collect();
    found.sort_by_key(|(present, _)| Reverse(*present));
    found.into_iter().take(OF_ONE_KIND).map(|(_, finding)| finding).collect()
}

fn shared(comparison: &Comparison) -> impl Iterator<Item = Finding> {
    let mut pairs: Vec<_> = comparison.reuse.pairs.iter().collect();
    pairs.sort_by(|a, b| b.share.total_cmp(&a.share));
    // Both directions of one pair say the same thing: the larger share stands for both.
    let mut told = BTreeSet::new();
    pairs.retain(|pair| {
        told.insert((
            pair.doc_id.clone().min(pair.other_id.clone()),
            pair.doc_id.clone().max(pair.other_id.clone()),
        ))
    });
    pairs.into_iter().take(3).map(|pair| Finding::Shared {
        doc_id: pair.doc_id.clone(),
        other_id: pair.other_id.clone(),
        share: pair.share,
        longest: pair.longest.as_ref().map_or(0, |passage| passage.characters),
    })
}

fn cascaded(comparison: &Comparison) -> impl Iterator<Item = Finding> {
    comparison.cascade.iter().take(OF_ONE_KIND).map(|cascade| {
        let changes =
            [Change::Kept, Change::Raised, Change::Lowered, Change::Dropped, Change::Added, Change::Apart];
        let count = |change| cascade.targets.iter().filter(|target| target.change == change).count() as u32;
        Finding::Cascaded {
            parent: cascade.parent.clone(),
            child: cascade.child.clone(),
            counts: changes.map(count),
        }
    })
}

fn contradicted(comparison: &Comparison) -> impl Iterator<Item = Finding> {
    let found = comparison.annexes.iter().filter(|one| !one.annex.contradictions.is_empty());
    found.map(|one| Finding::Contradicted {
        doc_id: one.doc_id.clone(),
        contradictions: one.annex.contradictions.len() as u32,
    })
}
