//! One task of a batch: look, convert, write, note.

use super::error::stops_all;
use super::{Folder, FolderError, Format, Task, is_foreign};
use crate::entry::{Cause, RECORDS, sha256};
use crate::{Entry, Input, Outcome, Reason};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

/// A task that was done.
#[derive(Debug)]
pub struct Done {
    /// What is known of the input now. In a dry run what was known before.
    pub entry: Entry,
    /// What was done.
    pub step: Step,
    /// The record, where it is to become a line.
    record: Option<Vec<u8>>,
    /// Whether the entry is still to be noted.
    news: bool,
}

/// What was done with an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It was converted, or failed.
    Converted(Why),
    /// Nothing had changed.
    Unchanged,
    /// It cannot be read now. What was made of it earlier is kept.
    Unread,
    /// It is gone, and so is its record.
    Retired,
    /// It is of another place and was not looked at; `emptied`: its place holds nothing any more.
    Kept {
        /// Whether its place was searched and is empty altogether.
        emptied: bool,
    },
}

/// Why an input was converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The manifest does not know it.
    New,
    /// Its bytes are others.
    Content,
    /// The rules or the options are others.
    Rules,
    /// Its record is not where it should be, or not of its size.
    Output,
    /// It had failed and was to be tried again.
    Retry,
    /// Everything was to be done.
    Forced,
}

impl Folder {
    /// Does one task. `buffer` is scratch space. May be called from many threads.
    ///
    /// # Errors
    /// [`FolderError::Write`] when this cannot be written and nothing else could.
    pub fn work(&self, task: Task, buffer: &mut Vec<u8>) -> Result<Done, FolderError> {
        match task {
            Task::Convert { input, previous } => self.convert(&input, previous, buffer),
            Task::Retire(entry) => {
                if self.manner.dry_run {
                    return Ok(Done { entry, step: Step::Retired, record: None, news: false });
                }
                self.remove_output(&entry)?;
                Ok(done(entry.retired(), Step::Retired, None))
            }
            Task::Keep { entry, emptied } => {
                Ok(Done { entry, step: Step::Kept { emptied }, record: None, news: false })
            }
        }
    }

    /// Takes the results of [`Folder::work`] in the order of their tasks.
    ///
    /// # Errors
    /// [`FolderError::Write`].
    pub fn take(&self, done: Done) -> Result<(Entry, Step), FolderError> {
        if done.news {
            self.journal(&done.entry, done.record.as_deref())?;
        }
        Ok((done.entry, done.step))
    }

    fn convert(
        &self,
        input: &Input,
        previous: Option<Entry>,
        buffer: &mut Vec<u8>,
    ) -> Result<Done, FolderError> {
        let loaded = self.conversion.load(input);
        let bytes = match loaded {
            Ok(bytes) => bytes,
            Err(reason) => {
                let entry = self.conversion.blank(input).failed(&reason, None);
                let kept = matches!(reason, Reason::Io(_))
                    && previous.as_ref().is_some_and(|it| it.outcome == Outcome::Converted);
                if kept {
                    return Ok(Done { entry, step: Step::Unread, record: None, news: false });
                }
                let why = if previous.is_some() { Why::Content } else { Why::New };
                if self.manner.dry_run {
                    return Ok(Done { entry, step: Step::Converted(why), record: None, news: false });
                }
                return self.note(entry, previous, why, None);
            }
        };
        let why = match &previous {
            _ if self.manner.force => Why::Forced,
            None => Why::New,
            Some(entry) => match self.why(entry, &bytes) {
                Some(why) => why,
                None => return Ok(self.unchanged(input, entry)),
            },
        };
        if self.manner.dry_run {
            let entry = previous.unwrap_or_else(|| self.conversion.blank(input));
            return Ok(Done { entry, step: Step::Converted(why), record: None, news: false });
        }
        buffer.clear();
        let entry = self.conversion.of_bytes(input, &bytes, buffer);
        self.note(entry, previous, why, Some(buffer))
    }

    /// Why an input that the manifest knows is to be converted again.
    fn why(&self, entry: &Entry, bytes: &[u8]) -> Option<Why> {
        if !self.conversion.made(entry) {
            return Some(Why::Rules);
        }
        if entry.sha256.as_deref() != Some(&sha256(bytes)) {
            return Some(Why::Content);
        }
        match (entry.outcome, self.format, entry.output.as_deref()) {
            (Outcome::Failed, ..) => self.manner.retry_failed.then_some(Why::Retry),
            (Outcome::Converted, Format::Lines, Some(RECORDS)) => (!self.whole).then_some(Why::Output),
            (Outcome::Converted, Format::Files, Some(output)) if output != RECORDS => {
                let size = self.layout.out.join(output).metadata().ok().map(|about| about.len());
                (size != Some(entry.bytes)).then_some(Why::Output)
            }
            (Outcome::Converted, ..) => Some(Why::Rules),
            (Outcome::PassedBy | Outcome::Retired, ..) => None,
        }
    }

    /// The entry as it was, but for where the input is said to be.
    fn unchanged(&self, input: &Input, entry: &Entry) -> Done {
        let blank = self.conversion.blank(input);
        let now = Entry { file: blank.file, named: blank.named, ..entry.clone() };
        if now == *entry || self.manner.dry_run || self.format == Format::Lines && now.is_line() {
            return Done { entry: now, step: Step::Unchanged, record: None, news: false };
        }
        done(now, Step::Unchanged, None)
    }

    /// Puts the record in its place and notes the entry.
    fn note(
        &self,
        mut entry: Entry,
        previous: Option<Entry>,
        why: Why,
        record: Option<&mut Vec<u8>>,
    ) -> Result<Done, FolderError> {
        let record = record.filter(|_| entry.outcome == Outcome::Converted);
        let mut line = None;
        match (self.format, record) {
            (_, None) => {}
            (Format::Lines, Some(record)) => {
                entry.output = Some(RECORDS.to_owned());
                line = Some(std::mem::take(record));
            }
            (Format::Files, Some(record)) => {
                self.begin_journal()?;
                let output = format!("{}.json", entry.path);
                let path = self.layout.out.join(&output);
                let known = previous.as_ref().is_some_and(|it| it.output.as_ref() == Some(&output));
                let written = if !known && is_foreign(&path) && path.is_file() {
                    Err(io::Error::new(
                        io::ErrorKind::AlreadyExists,
                        "a file that is no record has this name",
                    ))
                } else {
                    self.write_whole(&path, record)
                };
                match written {
                    Ok(()) => entry.output = Some(output),
                    Err(cause) if stops_all(&cause) => return Err(FolderError::write(&path)(cause)),
                    Err(cause) => entry = unwritable(entry, &path, &cause),
                }
            }
        }
        if let Some(previous) = &previous
            && previous.output != entry.output
        {
            self.remove_output(previous)?;
        }
        if line.is_none() && previous.is_some_and(|previous| previous == entry) {
            return Ok(Done { entry, step: Step::Converted(why), record: None, news: false });
        }
        Ok(done(entry, Step::Converted(why), line))
    }

    fn write_whole(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let number = self.partials.fetch_add(1, Ordering::Relaxed);
        let partial = Partial(self.layout.own.join(format!("partial-{number}")));
        fs::write(&partial.0, content)?;
        match fs::rename(&partial.0, path) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(path.parent().unwrap_or(&self.layout.out))?;
                fs::rename(&partial.0, path)?;
            }
            renamed => renamed?,
        }
        std::mem::forget(partial);
        Ok(())
    }

    /// Removes the file of a record, and the folders that are empty without it.
    fn remove_output(&self, entry: &Entry) -> Result<(), FolderError> {
        let Some(output) = entry.output.as_deref().filter(|_| !entry.is_line()) else { return Ok(()) };
        let path = self.layout.out.join(output);
        if path.is_dir() {
            // Not what was written here; whoever made it may keep it.
            return Ok(());
        }
        match fs::remove_file(&path) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                return Err(FolderError::write(&path)(cause));
            }
            _ => {}
        }
        let inside = Path::new(output).ancestors().skip(1).take_while(|it| !it.as_os_str().is_empty());
        for folder in inside {
            if fs::remove_dir(self.layout.out.join(folder)).is_err() {
                break;
            }
        }
        Ok(())
    }
}

/// What [`Folder::take`] notes when its turn has come.
fn done(entry: Entry, step: Step, record: Option<Vec<u8>>) -> Done {
    Done { entry, step, record, news: true }
}

/// The entry of a document whose record has no place. Tried again next time: that is no fault of the document.
fn unwritable(entry: Entry, path: &Path, cause: &io::Error) -> Entry {
    let message = format!("{}: cannot be written: {cause}", path.display());
    Entry {
        sha256: None,
        outcome: Outcome::Failed,
        cause: Some(Cause { code: "unwritable".into(), message }),
        output: None,
        bytes: 0,
        doc_id: None,
        counts: crate::Counts::default(),
        diagnostics: Vec::new(),
        ..entry
    }
}

/// A file that has no name of its own yet; removed when it never gets one.
struct Partial(PathBuf);

impl Drop for Partial {
    fn drop(&mut self) {
        // What cannot be removed now is swept when the folder is opened next.
        let _ = fs::remove_file(&self.0);
    }
}
