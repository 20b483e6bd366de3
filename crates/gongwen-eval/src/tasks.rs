//! Sections and tasks: multisets of what tells one from another.

use crate::answers::Answers;
use crate::counts::{Counts, Share};
use crate::fold::{fold, head};
use crate::score::PartScore;
use std::collections::BTreeMap;

/// A hit = same level, label and title (multiset over the document).
pub(crate) fn sections(gold: &Answers, found: &Answers) -> PartScore {
    let key = |answers: &Answers| -> Vec<String> {
        let line = |section: &crate::Section| {
            let part = |text: &Option<String>| text.as_deref().map_or_else(|| "–".to_owned(), fold);
            format!("{} {} {}", section.level, part(&section.label), part(&section.title))
        };
        answers.sections.iter().map(line).collect()
    };
    let (part, _) = multiset(&key(gold), &key(found));
    part
}

/// A hit = same origin and same first 20 characters of the text. Beside it: `due` of the hits whose gold states one.
pub(crate) fn tasks(gold: &Answers, found: &Answers) -> PartScore {
    let key = |answers: &Answers| -> Vec<String> {
        let line = |task: &crate::Task| {
            format!("{} {}", task.origin, head(task.text.as_deref().unwrap_or_default()))
        };
        answers.tasks.iter().map(line).collect()
    };
    let (mut part, pairs) = multiset(&key(gold), &key(found));
    let mut due = Share::default();
    for (want, have) in pairs {
        if let Some(stated) = &gold.tasks[want].due {
            due.add(found.tasks[have].due.as_ref() == Some(stated));
        }
    }
    part.beside.insert("due", due);
    part
}

/// Counts two multisets and pairs their equal members in order.
pub(crate) fn multiset(gold: &[String], found: &[String]) -> (PartScore, Vec<(usize, usize)>) {
    let mut open: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, key) in found.iter().enumerate().rev() {
        open.entry(key).or_default().push(at);
    }
    let mut part = PartScore::default();
    let mut pairs = Vec::new();
    for (at, key) in gold.iter().enumerate() {
        match open.get_mut(key.as_str()).and_then(Vec::pop) {
            Some(other) => pairs.push((at, other)),
            None => part.missed.push(key.clone()),
        }
    }
    let mut left: Vec<usize> = open.into_values().flatten().collect();
    left.sort_unstable();
    part.invented = left.into_iter().map(|at| found[at].clone()).collect();
    part.counts = Counts { hits: pairs.len() as u32, gold: gold.len() as u32, found: found.len() as u32 };
    (part, pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(gold: &[&str], found: &[&str], hits: u32, missed: &[&str], invented: &[&str]) {
        let own = |list: &[&str]| -> Vec<String> { list.iter().map(ToString::to_string).collect() };
        let (part, _) = multiset(&own(gold), &own(found));
        assert_eq!((part.counts.hits, part.missed, part.invented), (hits, own(missed), own(invented)));
    }

    #[test]
    fn equal_members_count_as_often_as_both_have_them() {
        check(&["a", "a", "b"], &["a", "b", "b", "c"], 2, &["a"], &["b", "c"]);
        check(&[], &[], 0, &[], &[]);
    }
}
