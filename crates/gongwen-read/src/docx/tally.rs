//! Counts of what was left out, for the diagnostics.

use gongwen_text::{Diagnostic, Span};

/// What a file had that the text does not show.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Deletions under track changes.
    pub(super) deletions: usize,
    /// Characters in them.
    pub(super) deleted: usize,
    /// Characters of hidden runs.
    pub(super) hidden: usize,
    /// Tables of contents, or lines of them.
    pub(super) contents: usize,
    /// Embedded parts in other formats.
    pub(super) embedded: usize,
    /// Tables inside cells.
    pub(super) nested: usize,
    /// Marks of footnotes and endnotes in the body.
    pub(super) references: usize,
    /// Parts beside the document that could not be read.
    pub(super) damaged: usize,
    /// Cells read.
    pub(super) cells: usize,
}

impl Tally {
    /// Counts a part that could not be read and gives an empty one for it.
    pub(super) fn without<T: Default>(&mut self) -> T {
        self.damaged += 1;
        T::default()
    }

    /// The findings. `notes` is where the text of the notes stands.
    pub(super) fn report(&self, notes: Option<Span>, out: &mut Vec<Diagnostic>) {
        if self.damaged > 0 {
            let message =
                format!("{} parts with styles, numbers or notes are damaged and were left out", self.damaged);
            let hint = "open the file in Word and save it anew";
            out.push(Diagnostic::warning("part-damaged", None, message).with_hint(hint));
        }
        if self.deletions > 0 {
            let message =
                format!("{} tracked deletions of {} characters were left out", self.deletions, self.deleted);
            let hint = "accept or reject all changes in Word to be sure of the text";
            out.push(Diagnostic::warning("tracked-deletion-dropped", None, message).with_hint(hint));
        }
        if self.hidden > 0 {
            let message = format!("{} hidden characters were left out", self.hidden);
            out.push(Diagnostic::info("hidden-text-dropped", None, message));
        }
        if self.contents > 0 {
            out.push(Diagnostic::info("contents-dropped", None, "a table of contents was left out"));
        }
        if self.embedded > 0 {
            let message = format!("{} embedded parts of another format were not read", self.embedded);
            let hint = "open the file in Word and save it anew";
            out.push(Diagnostic::warning("part-unread", None, message).with_hint(hint));
        }
        if self.nested > 0 {
            let message = format!("{} tables inside cells were read as lines of their cells", self.nested);
            out.push(Diagnostic::info("table-nested", None, message));
        }
        if let Some(span) = notes {
            let message = format!("{} footnotes and endnotes stand behind the body", self.references);
            out.push(Diagnostic::info("notes-apart", Some(span), message));
        }
    }
}
