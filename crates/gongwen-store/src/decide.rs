//! Whether a record is new, newer or there already.

use gongwen_record::Record;

/// What made the extraction that a store holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) rules: String,
}

impl Made {
    /// Whether `record` was made by the same program and rules.
    pub(crate) fn is_of(&self, record: &Record<'_>) -> bool {
        let producer = &record.producer;
        (self.name.as_str(), self.version.as_str(), self.rules.as_str())
            == (&*producer.name, &*producer.version, &*producer.rules)
    }
}

/// What to do with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The document is not there.
    Load,
    /// It is there, made otherwise.
    Replace,
    /// It is there.
    Leave,
}

/// `held` is what the store has of the document.
pub(crate) fn decide(held: Option<&Made>, record: &Record<'_>, replace: bool) -> Decision {
    match held {
        None => Decision::Load,
        Some(made) if made.is_of(record) && !replace => Decision::Leave,
        Some(_) => Decision::Replace,
    }
}
