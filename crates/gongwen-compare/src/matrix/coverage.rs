//! Which topic each document covers.

use crate::comparison::{Coverage, CoverageCell, CoverageRow, Place};
use crate::report::topic_order;
use crate::{Plan, SectionRole};
use gongwen_record::Id;
use std::collections::BTreeSet;

/// A topic is thin where a document gives it less than this part of what is usual.
const THIN: u32 = 4;

/// Topic × document, in the order of the table of topics. Tasks count, and
/// sections without tasks (leadership, funding); words of annex tables that repeat a body are left out.
pub(crate) fn coverage(plans: &[Plan<'_>]) -> Vec<CoverageRow> {
    let units: Vec<Vec<Unit<'_>>> = plans.iter().map(units).collect();
    let mut topics = Vec::new();
    let mut known = BTreeSet::new();
    for code in units.iter().flatten().flat_map(|unit| unit.topics.iter()) {
        if *code != "other" && known.insert(*code) {
            topics.push(*code);
        }
    }
    // Sorting keeps the order of codes that the table does not know.
    topics.sort_by_key(|topic| topic_order(topic));
    topics.into_iter().map(|topic| row(topic, plans, &units)).collect()
}

/// A task or a section without tasks.
struct Unit<'p> {
    place: Place,
    id: Id,
    topics: Vec<&'p str>,
    characters: u32,
}

fn units<'p>(plan: &'p Plan<'_>) -> Vec<Unit<'p>> {
    let doc_id = plan.record.doc_id.to_string();
    let tasks = plan.tasks.iter().filter(|unit| unit.own).map(|unit| Unit {
        place: Place { doc_id: doc_id.clone(), id: unit.task.id, span: unit.task.span },
        id: unit.task.id,
        topics: unit.task.topics.iter().map(|code| &**code).collect(),
        characters: unit.task.text.chars().filter(|c| !c.is_whitespace()).count() as u32,
    });
    let frames = plan.sections.iter().filter(|unit| unit.role == SectionRole::Frame);
    let frames = frames.filter_map(|unit| {
        let span = unit.section.body?;
        let characters = span.end.saturating_sub(span.start);
        let place = Place { doc_id: doc_id.clone(), id: unit.section.id, span: unit.section.span };
        Some(Unit { place, id: unit.section.id, topics: unit.topics.clone(), characters })
    });
    let mut all: Vec<Unit<'p>> = tasks.chain(frames).collect();
    all.sort_by_key(|unit| (unit.place.span.start, unit.id));
    all
}

fn row(topic: &str, plans: &[Plan<'_>], units: &[Vec<Unit<'_>>]) -> CoverageRow {
    let mut cells: Vec<CoverageCell> =
        plans.iter().zip(units).map(|(plan, units)| cell(topic, plan, units)).collect();
    let mut given: Vec<u32> = cells.iter().filter(|cell| cell.main > 0).map(|cell| cell.characters).collect();
    given.sort_unstable();
    let median_characters = (!given.is_empty()).then(|| given[given.len() / 2]);
    let least = median_characters.unwrap_or(0) / THIN;
    for cell in &mut cells {
        if cell.state == Coverage::Present && cell.characters < least {
            cell.state = Coverage::Thin;
        }
    }
    CoverageRow { topic: topic.to_owned(), median_characters, cells }
}

fn cell(topic: &str, plan: &Plan<'_>, units: &[Unit<'_>]) -> CoverageCell {
    let main: Vec<&Unit<'_>> = units.iter().filter(|unit| unit.topics.first() == Some(&topic)).collect();
    let side: Vec<&Unit<'_>> =
        units.iter().filter(|unit| unit.topics.iter().skip(1).any(|t| *t == topic)).collect();
    let state = match (main.len(), side.len()) {
        _ if plan.record.tasks.is_empty() => Coverage::Unknown,
        (0, 0) => Coverage::Missing,
        (0, _) => Coverage::Thin,
        _ => Coverage::Present,
    };
    CoverageCell {
        doc_id: plan.record.doc_id.to_string(),
        state,
        main: main.len() as u32,
        side: side.len() as u32,
        characters: main.iter().map(|unit| unit.characters).sum(),
        places: main.into_iter().chain(side).map(|unit| unit.place.clone()).collect(),
    }
}
