//! What there is to do: inputs and manifest side by side, one pair at a time.

use super::lines::Latest;
use super::{FolderError, Manner};
use crate::inputs::{FileIter, Missing};
use crate::{Entry, Input, Inputs, Scope};
use std::cmp::Ordering;
use std::path::Path;

/// One thing to do.
#[derive(Debug)]
pub enum Task {
    /// See to an input.
    Convert {
        /// The input.
        input: Input,
        /// What the manifest says of it.
        previous: Option<Entry>,
    },
    /// The input is gone: its record goes as well.
    Retire(Entry),
    /// The records of other places are not touched.
    Keep {
        /// The entry.
        entry: Entry,
        /// Whether its place was searched and is empty altogether.
        emptied: bool,
    },
}

impl Task {
    /// Bytes of the input, about what it takes in memory.
    pub fn bytes(&self) -> u64 {
        match self {
            Self::Convert { input, .. } => input.bytes,
            Self::Retire(_) | Self::Keep { .. } => 0,
        }
    }
}

/// The tasks of a batch, sorted by path. Holds one entry at a time.
#[derive(Debug)]
pub struct Tasks<'a> {
    inputs: std::iter::Peekable<FileIter<'a>>,
    scope: &'a Scope,
    latest: Latest,
    /// The entry in front.
    entry: Option<Entry>,
    force: bool,
    /// Whether the records of `records.jsonl` are there.
    whole: bool,
    ended: bool,
}

impl<'a> Tasks<'a> {
    /// `inputs` sorted by name.
    pub(super) fn new(
        inputs: &'a Inputs,
        latest: Latest,
        manner: Manner,
        whole: bool,
    ) -> Result<Self, FolderError> {
        debug_assert!(
            inputs.files.iter().is_sorted_by(|a, b| a.name < b.name),
            "inputs are sorted and unique"
        );
        let mut tasks = Self {
            inputs: inputs.files.iter().peekable(),
            scope: &inputs.scope,
            latest,
            entry: None,
            force: manner.force,
            whole,
            ended: false,
        };
        tasks.entry = tasks.latest.next_entry()?;
        Ok(tasks)
    }

    fn advance(&mut self) -> Result<Option<Task>, FolderError> {
        let order = match (self.inputs.peek(), &self.entry) {
            (None, None) => return Ok(None),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(input), Some(entry)) => (*input.name).cmp(&*entry.path),
        };
        let input = if order.is_le() { self.inputs.next() } else { None };
        let entry = if order.is_ge() {
            let next = self.latest.next_entry()?;
            std::mem::replace(&mut self.entry, next)
        } else {
            None
        };
        Ok(match (input, entry) {
            (Some(input), previous) => {
                if let Some(other) = &previous {
                    self.same_place(&input, other)?;
                }
                Some(Task::Convert { input, previous })
            }
            (None, Some(entry)) => Some(self.without_input(entry)),
            (None, None) => None,
        })
    }

    /// A manifest may know the name for a document of another folder. When that one has moved here, all is well.
    fn same_place(&self, input: &Input, other: &Entry) -> Result<(), FolderError> {
        let given = input.given();
        let elsewhere = other.given() != given
            && self.scope.of_missing(other.given(), other.named) == Missing::Elsewhere
            && Path::new(other.given().split('!').next().unwrap_or_default()).exists();
        if elsewhere {
            let (name, other) = (input.name.to_string(), other.given().to_owned());
            return Err(FolderError::Taken { name, other, given });
        }
        Ok(())
    }

    fn without_input(&self, entry: Entry) -> Task {
        let missing = self.scope.of_missing(entry.given(), entry.named);
        let lost = entry.is_line() && !self.whole;
        match missing {
            Missing::Gone => Task::Retire(entry),
            Missing::Emptied if self.force => Task::Retire(entry),
            // The record is gone already; an entry that speaks of it would be wrong.
            _ if lost => Task::Retire(entry),
            Missing::Emptied => Task::Keep { entry, emptied: true },
            Missing::Elsewhere => Task::Keep { entry, emptied: false },
        }
    }
}

impl Iterator for Tasks<'_> {
    type Item = Result<Task, FolderError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.advance();
        self.ended = !matches!(next, Ok(Some(_)));
        next.transpose()
    }
}
