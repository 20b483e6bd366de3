//! One input to one record and one entry: what a batch does with each document.

use crate::{Converter, Entry, Input, Options, Outcome, Reason, SIZE_LIMIT, rules_hash};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How documents are converted, and how an [`Entry`] names that.
#[derive(Clone, Debug)]
pub struct Conversion {
    converter: Converter,
    options: String,
}

impl Conversion {
    /// Conversion with these options.
    pub fn new(options: Options) -> Self {
        Self { converter: Converter::new(options), options: name(options) }
    }

    /// Opens an input and appends its record to `out` as one line of JSON. Whatever happens, a panic too, is said in the
    /// entry; `out` is as before unless the outcome is [`Outcome::Converted`].
    pub fn run(&self, input: &Input, out: &mut Vec<u8>) -> Entry {
        match self.load(input) {
            Ok(bytes) => self.of_bytes(input, &bytes, out),
            Err(reason) => self.blank(input).failed(&reason, None),
        }
    }

    /// The bytes of an input.
    ///
    /// # Errors
    /// As [`Converter::load`], and [`Reason::Panic`].
    pub(crate) fn load(&self, input: &Input) -> Result<Vec<u8>, Reason> {
        guarded(|| self.converter.load(input))
    }

    /// Appends the record of the bytes of an input to `out`; as [`Conversion::run`].
    pub(crate) fn of_bytes(&self, input: &Input, bytes: &[u8], out: &mut Vec<u8>) -> Entry {
        let before = out.len();
        let converted = guarded(|| {
            let document = self.converter.read(bytes, &input.name).map_err(|error| error.reason)?;
            let draft = document.draft();
            draft.write_json(out);
            out.push(b'\n');
            Ok(self.blank(input).converted(draft.stated()))
        });
        match converted {
            Ok(entry) => Entry { bytes: (out.len() - before) as u64, ..entry },
            Err(reason) => {
                out.truncate(before);
                let passed_by = input.is_uncertain() && reason.is_other_kind();
                let entry = self.blank(input).failed(&reason, Some(bytes));
                if passed_by { Entry { outcome: Outcome::PassedBy, cause: None, ..entry } } else { entry }
            }
        }
    }

    /// An entry that says nothing yet.
    pub(crate) fn blank(&self, input: &Input) -> Entry {
        Entry::of(input, rules_hash(), &self.options)
    }

    /// Whether an entry was made by the same rules with the same options.
    pub(crate) fn made(&self, entry: &Entry) -> bool {
        entry.rules == rules_hash() && entry.options == self.options
    }
}

/// The options that change what comes out, among them what this build cannot read: a failure of the one build is none of
/// another.
fn name(options: Options) -> String {
    let mut name = String::from(if options.text { "text" } else { "no-text" });
    if options.size_limit != SIZE_LIMIT {
        name.push_str(&format!(",size-limit={}", options.size_limit));
    }
    for (feature, present) in [("pdf", cfg!(feature = "pdf")), ("doc", cfg!(feature = "doc"))] {
        if !present {
            name.push_str(&format!(",without-{feature}"));
        }
    }
    name
}

/// A panic becomes a reason.
fn guarded<T>(work: impl FnOnce() -> Result<T, Reason>) -> Result<T, Reason> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|cause| Err(Reason::Panic(panic_message(&*cause))))
}

fn panic_message(cause: &(dyn Any + Send)) -> String {
    let words =
        cause.downcast_ref::<&str>().copied().or_else(|| cause.downcast_ref::<String>().map(String::as_str));
    words.unwrap_or("no message").lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, content: &[u8], named: bool, outcome: Outcome, code: Option<&str>) -> Entry {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        std::fs::write(&file, content).unwrap();
        let input = Input::of_file(&file, name, content.len() as u64, named);
        let mut out = b"before".to_vec();
        let entry = Conversion::new(Options::default()).run(&input, &mut out);
        assert_eq!((entry.outcome, entry.cause.as_ref().map(|it| &*it.code)), (outcome, code));
        assert_eq!(out.len() as u64, 6 + entry.bytes);
        entry
    }

    #[test]
    fn an_entry_says_what_came_of_an_input() {
        let plan = "县水利局工作方案\n一、总体要求\n把水管好。\n";
        let entry = check("a.txt", plan.as_bytes(), false, Outcome::Converted, None);
        assert_eq!(entry.sha256, Some(crate::entry::sha256(plan.as_bytes())));
        assert_eq!((entry.doc_id.map_or(0, |id| id.len()), entry.counts.records), (16, 1));
        let entry = check("empty.txt", b" ", false, Outcome::Failed, Some("empty"));
        assert_eq!((entry.sha256, entry.doc_id), (Some(crate::entry::sha256(b" ")), None));
        check("program", b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe\xfd", false, Outcome::PassedBy, None);
        check("program", b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe\xfd", true, Outcome::Failed, Some("other-kind"));
    }
}
