//! Words that documents share, as published.

use gongwen_record::{CharSpan, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Words that documents share, in unbroken runs; white space is not counted and full-width ASCII is folded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reuse {
    /// Shortest run in characters.
    pub run: u32,
    /// Whether every pair of documents was held together, or only near ones.
    pub every_pair: bool,
    /// Share of each document found anywhere else among the documents, in their order.
    pub totals: Vec<ReuseTotal>,
    /// Share of a document found in another one, both directions; pairs that share nothing are left out.
    pub pairs: Vec<ReusePair>,
}

/// How much of a document stands in any of the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReuseTotal {
    /// The document.
    pub doc_id: String,
    /// Its characters.
    pub characters: u32,
    /// Those found in any other document.
    pub reused: u32,
    /// `reused / characters`, four places.
    pub share: f64,
}

/// How much of a document stands in one other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReusePair {
    /// The document.
    pub doc_id: String,
    /// The other.
    pub other_id: String,
    /// Characters of the document.
    pub characters: u32,
    /// Those found in the other.
    pub reused: u32,
    /// `reused / characters`, four places.
    pub share: f64,
    /// The longest passage.
    pub longest: Option<Passage>,
    /// The same by section, of the two upper levels; sections that share nothing are left out.
    pub sections: Vec<ReuseSection>,
}

/// A passage that stands in two documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Passage {
    /// Its characters, white space left out.
    pub characters: u32,
    /// Where it stands in the document.
    pub span: CharSpan,
    /// Where it stands in the other.
    pub other_span: CharSpan,
}

/// How much of a section stands in another document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReuseSection {
    /// The section.
    pub id: Id,
    /// Its level.
    pub level: u8,
    /// All of it, its children included.
    pub span: CharSpan,
    /// Its characters.
    pub characters: u32,
    /// Those found in the other document.
    pub reused: u32,
    /// `reused / characters`, four places.
    pub share: f64,
}
