//! From outline to facts, in one walk over the sections and tables.

use crate::facts::Facts;
use crate::task;
use gongwen_outline::Outline;
use gongwen_text::Manuscript;

/// Reads the facts of a document. Never fails: what could not be read leaves a diagnostic.
pub fn extract<'a>(manuscript: &'a Manuscript, outline: &Outline) -> Facts<'a> {
    let text = manuscript.text.as_str();
    let mut facts = Facts::default();
    for (task, _row) in task::tasks(text, outline) {
        facts.tasks.push(task);
    }
    facts
}
