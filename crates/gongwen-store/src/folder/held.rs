//! What a store of files has already, and what of it goes.

use crate::decide::{Decision, Made, decide};
use gongwen_record::Record;
use std::collections::{HashMap, HashSet};

/// The documents of a store, by the number that their `doc_id` is, and what made them.
#[derive(Debug, Default)]
pub(super) struct Held {
    documents: HashMap<u64, usize>,
    makers: Vec<Made>,
    gone: HashSet<u64>,
}

/// The number that a `doc_id` is; `None` when it is none.
pub(super) fn number(doc_id: &str) -> Option<u64> {
    (doc_id.len() == 16).then(|| u64::from_str_radix(doc_id, 16).ok()).flatten()
}

impl Held {
    /// Notes a document of the store. False when it is there twice or its `doc_id` is none.
    pub(super) fn note(&mut self, doc_id: &str, made: Made) -> bool {
        let Some(id) = number(doc_id) else { return false };
        // Few programs and rules make many documents.
        let known = self.makers.iter().rposition(|one| *one == made);
        let maker = known.unwrap_or_else(|| {
            self.makers.push(made);
            self.makers.len() - 1
        });
        self.documents.insert(id, maker).is_none()
    }

    /// What to do with a record; one that is replaced goes.
    pub(super) fn decide(&mut self, record: &Record<'_>, replace: bool) -> Decision {
        let id = number(&record.doc_id).expect("a checked doc_id is 16 hex digits");
        let made = self.documents.get(&id).map(|maker| &self.makers[*maker]);
        let decision = decide(made, record, replace);
        if decision == Decision::Replace {
            self.gone.insert(id);
        }
        decision
    }

    /// Whether what the store has of a document stays.
    pub(super) fn stays(&self, doc_id: &str) -> bool {
        number(doc_id).is_some_and(|id| !self.gone.contains(&id))
    }
}
