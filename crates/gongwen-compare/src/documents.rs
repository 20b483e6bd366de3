//! What documents are called beside each other.

use crate::Plan;
use crate::comparison::Document;
use gongwen_record::Metadata;
use std::collections::{BTreeMap, BTreeSet};

/// The documents with names that tell them apart, in their order.
pub(crate) fn documents(plans: &[&Plan<'_>]) -> Vec<Document> {
    let levels: [fn(&Plan<'_>) -> String; 3] = [short, long, dated];
    let mut names: Vec<String> = plans.iter().map(|plan| short(plan)).collect();
    for level in &levels[1..] {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for name in &names {
            *count.entry(name).or_default() += 1;
        }
        let again: Vec<bool> = names.iter().map(|name| count[name.as_str()] > 1).collect();
        for ((name, plan), _) in names.iter_mut().zip(plans).zip(again).filter(|(_, again)| *again) {
            *name = level(plan);
        }
    }
    let mut taken = BTreeSet::new();
    for name in &mut names {
        let base = name.clone();
        let mut number = 1;
        while !taken.insert(name.clone()) {
            number += 1;
            *name = format!("{base}（{number}）");
        }
    }
    plans.iter().zip(names).map(|(plan, name)| document(plan, name)).collect()
}

fn short(plan: &Plan<'_>) -> String {
    let Metadata { division, title, .. } = &plan.record.metadata;
    let name = division.as_ref().map(|division| division.name.to_string());
    let name = name.or_else(|| title.as_deref().map(|title| title.chars().take(24).collect()));
    name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| file(&plan.record.source.path).to_owned())
}

fn long(plan: &Plan<'_>) -> String {
    let division = plan.record.metadata.division.as_ref();
    let above =
        division.and_then(|division| division.prefecture.as_deref().filter(|above| *above != division.name));
    let above =
        above.or_else(|| division.map(|division| &*division.province).filter(|above| *above != short(plan)));
    format!("{}{}", above.unwrap_or_default(), short(plan))
}

fn dated(plan: &Plan<'_>) -> String {
    let Metadata { date_of_issue, period, .. } = &plan.record.metadata;
    let period = period.map(|period| format!("{}–{}", period.start, period.end));
    match period.or_else(|| date_of_issue.as_deref().map(|date| date.chars().take(10).collect())) {
        Some(when) => format!("{} {when}", long(plan)),
        None => long(plan),
    }
}

fn file(path: &str) -> &str {
    let name = path.rsplit(['/', '!']).next().unwrap_or(path);
    if name.is_empty() { "?" } else { name }
}

fn document(plan: &Plan<'_>, name: String) -> Document {
    let record = plan.record;
    let Metadata { title, document_number, date_of_issue, period, division, .. } = &record.metadata;
    Document {
        doc_id: record.doc_id.to_string(),
        name,
        title: title.as_deref().map(str::to_owned),
        document_number: document_number.as_ref().map(|number| number.raw.to_string()),
        date_of_issue: date_of_issue.as_deref().map(str::to_owned),
        period: *period,
        division: division.as_ref().map(|division| division.code.to_string()),
        prefecture: division.as_ref().and_then(|division| division.prefecture.as_deref().map(str::to_owned)),
        province: division.as_ref().map(|division| division.province.to_string()),
        path: record.source.path.to_string(),
        record_version: record.schema_version.to_string(),
        characters: record.text.as_deref().map(|text| text.chars().count() as u32),
        sections: record.sections.len() as u32,
        tasks: record.tasks.len() as u32,
        assignments: record.assignments.iter().filter(|duty| !duty.inherited).count() as u32,
        targets: record.targets.len() as u32,
    }
}
