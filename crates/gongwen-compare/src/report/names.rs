//! Names of codes for readers, in Chinese and English (`names.tsv`).

use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Language of a page's own words. Documents keep theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language tag: `zh`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// Kind and code to Chinese and English.
type Names = BTreeMap<(&'static str, &'static str), (&'static str, &'static str)>;

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let lines = include_str!("names.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let mut next = || columns.next();
            Some(((next()?, next()?), (next()?, next()?)))
        })
        .collect()
});

/// Chinese and English name of a code; the code itself where it has none, since lists of codes are open.
pub(crate) fn name<'c>(kind: &str, code: &'c str) -> (&'c str, &'c str) {
    NAMES.get(&(kind, code)).copied().unwrap_or((code, code))
}

/// Chinese and English name of a function code.
pub fn name_of_function(code: &str) -> (&str, &str) {
    name("function", code)
}

/// Chinese and English name of a topic code.
pub fn name_of_topic(code: &str) -> (&str, &str) {
    name("topic", code)
}

/// Place of a topic among those that the table knows, in the order in which plans speak of them; unknown ones stand last.
pub(crate) fn topic_order(code: &str) -> usize {
    static ORDER: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let topics = include_str!("names.tsv").lines().filter_map(|line| line.strip_prefix("topic\t"));
        topics.filter_map(|line| line.split('\t').next()).collect()
    });
    ORDER.iter().position(|known| *known == code).unwrap_or(usize::MAX)
}

/// The code of a unit variant as JSON writes it: `per_year`, `ge`.
pub(crate) fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => unreachable!("only enumerations without content have codes"),
    }
}
