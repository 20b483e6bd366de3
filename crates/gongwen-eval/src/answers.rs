//! What can be compared of a record or of a gold file.

use crate::fold::{fold, head};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::collections::BTreeMap;

/// The comparable part of one record or gold file. Both forms are read: gold writes `surface` on the assignment
/// and `text_head` on the task, records write `org.surface` and `text`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Metadata as written, field by field.
    pub metadata: BTreeMap<String, Value>,
    /// The section tree.
    pub sections: Vec<Section>,
    /// Tasks.
    pub tasks: Vec<Task>,
    /// Assignments, inherited ones included (they are left out when counting).
    pub assignments: Vec<Assignment>,
    /// Targets.
    pub targets: Vec<Target>,
    /// The normalised text, where the record carries it: spans of targets count in its code points.
    pub text: Option<String>,
}

/// A section.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Section {
    /// Id in its own file.
    pub id: String,
    /// Depth, 1 = top.
    pub level: u32,
    /// Printed ordinal.
    pub label: Option<String>,
    /// Heading.
    pub title: Option<String>,
    /// First 20 characters of an untitled section, where gold states them: another unit's scope may need them.
    pub text_head: Option<String>,
    /// Its own text, in code points of [`Answers::text`].
    pub body: Option<Place>,
}

/// A half-open range of code points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Place {
    /// First.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A task.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Task {
    /// Id in its own file.
    pub id: String,
    /// The section it belongs to.
    pub section: Option<String>,
    /// Printed ordinal or row number.
    pub label: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// `body` or `table`.
    pub origin: String,
    /// What to do; gold keeps the first 20 characters.
    #[serde(alias = "text_head")]
    pub text: Option<String>,
    /// Completion time.
    pub due: Option<Due>,
}

/// A completion time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Due {
    /// Last day or month.
    pub by: Option<String>,
    /// `year`, `ongoing` …
    pub every: Option<String>,
}

/// An assignment.
#[derive(Clone, Debug, Default)]
pub struct Assignment {
    /// Id of a section or task; empty for the document.
    pub scope: String,
    /// `lead`, `support`, `responsible`.
    pub role: String,
    /// As printed.
    pub surface: String,
    /// Full name.
    pub name: String,
    /// Function codes.
    pub functions: Vec<String>,
    /// Whether it comes from a section above.
    pub inherited: bool,
}

/// A target.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Target {
    /// Id of a section or task.
    pub scope: Option<String>,
    /// The exact words.
    pub quote: String,
    /// What is counted.
    pub indicator: Option<String>,
    /// Over whom.
    pub group: Option<String>,
    /// `ge`, `eq` …
    pub comparator: String,
    /// The number.
    #[serde(deserialize_with = "number")]
    pub value: Option<f64>,
    /// Upper end of a range.
    #[serde(deserialize_with = "number")]
    pub value_max: Option<f64>,
    /// Its unit.
    pub unit: String,
    /// `level`, `count` …
    pub measure: String,
    /// `once`, `per_year` …
    pub frequency: Option<String>,
    /// Year.
    pub deadline: Option<i64>,
    /// `firm` or `aim`.
    pub modality: String,
    /// Where the quote stands in [`Answers::text`].
    pub span: Option<Place>,
}

/// Why something could not be read as answers.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnswersError {
    /// Neither a record nor a gold file.
    #[error("neither a record nor a gold file")]
    Shape(#[from] serde_json::Error),
}

impl Answers {
    /// Reads a record or a gold file.
    ///
    /// # Errors
    /// [`AnswersError::Shape`] when the JSON is broken or its parts have other types than the contract's.
    pub fn from_json(json: &str) -> Result<Self, AnswersError> {
        Ok(serde_json::from_str(json)?)
    }

    /// The same from a value already parsed.
    ///
    /// # Errors
    /// [`AnswersError::Shape`] when its parts have other types than the contract's.
    pub fn from_value(value: Value) -> Result<Self, AnswersError> {
        Ok(serde_json::from_value(value)?)
    }

    /// What tells a scope from the others: label and title, or for an untitled unit its first 20 characters.
    pub fn scope_name(&self, id: &str) -> String {
        if let Some(task) = self.tasks.iter().find(|task| task.id == id) {
            return match &task.title {
                Some(title) => labelled(task.label.as_deref(), title),
                None => head(task.text.as_deref().unwrap_or_default()),
            };
        }
        let Some(section) = self.sections.iter().find(|section| section.id == id) else {
            return String::new();
        };
        if let Some(title) = &section.title {
            return labelled(section.label.as_deref(), title);
        }
        let own = self.tasks.iter().find(|task| task.section.as_deref() == Some(id));
        let stated = section.text_head.as_deref().or_else(|| own.and_then(|task| task.text.as_deref()));
        match (stated, self.words(section.body)) {
            (Some(text), _) => head(text),
            (None, Some(text)) => head(&text),
            (None, None) => labelled(section.label.as_deref(), ""),
        }
    }

    fn words(&self, place: Option<Place>) -> Option<String> {
        let (text, place) = (self.text.as_ref()?, place?);
        Some(text.chars().skip(place.start).take(place.end.saturating_sub(place.start)).collect())
    }
}

fn labelled(label: Option<&str>, title: &str) -> String {
    fold(&format!("{}{title}", label.unwrap_or_default()))
}

/// Numbers, and decimals written as strings.
fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    })
}

impl<'de> Deserialize<'de> for Assignment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Org {
            surface: Option<String>,
            name: Option<String>,
            functions: Vec<String>,
        }
        #[derive(Deserialize)]
        struct Raw {
            scope: Option<String>,
            role: String,
            org: Option<Org>,
            #[serde(default)]
            inherited: bool,
            #[serde(flatten)]
            flat: Org,
        }
        let raw = Raw::deserialize(from)?;
        let org = raw.org.unwrap_or(raw.flat);
        Ok(Self {
            scope: raw.scope.unwrap_or_default(),
            role: raw.role,
            surface: org.surface.unwrap_or_default(),
            name: org.name.unwrap_or_default(),
            functions: org.functions,
            inherited: raw.inherited,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gold_and_record_are_read_alike() {
        let gold = r#"{"tasks":[{"id":"t1","title":null,"label":"1.","text_head":"建立 台账","origin":"body"}],
            "assignments":[{"scope":"t1","role":"lead","surface":"县教育局","name":"某县教育局","functions":["education"]}]}"#;
        let record = r#"{"tasks":[{"id":"t1","title":null,"label":"1.","text":"建立台账","origin":"body"}],
            "assignments":[{"scope":"t1","role":"lead","inherited":false,
            "org":{"surface":"县教育局","name":"某县教育局","functions":["education"]}}]}"#;
        for json in [gold, record] {
            let answers = Answers::from_json(json).expect("answers");
            assert_eq!(answers.assignments[0].surface, "县教育局");
            assert_eq!(answers.scope_name("t1"), "建立台账");
        }
    }
}
