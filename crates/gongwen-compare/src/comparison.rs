//! The published comparison: what many records laid side by side become.
//!
//! Owns names, order and meaning of every field. Documents are named by `doc_id`, places by the identifier and the span
//! (code points of the record's text) that they have in their record. What is missing is absent, never zero.

mod reuse;

pub use reuse::{Passage, Reuse, ReusePair, ReuseSection, ReuseTotal};

use crate::{Annex, Difference, Pair, Relation, TargetPair};
use gongwen_record::{CharSpan, Comparator, Id, Measure, Modality, Period, Quantity, Role};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Version of the contract that this crate writes.
pub const COMPARISON_VERSION: &str = "1.0.0";

/// Records laid side by side. The same records in the same order give the same bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// Semantic version of this contract.
    pub schema_version: String,
    /// The program and its version: `gongwen 0.1.0`.
    pub producer: String,
    /// The documents compared, in the order given, each `doc_id` once.
    pub documents: Vec<Document>,
    /// What a reader must know before reading figures.
    pub notes: Vec<Note>,
    /// What stands out, the most telling first.
    pub findings: Vec<Finding>,
    /// Families of indicators: what is counted alike, whether or not the values may be compared.
    pub targets: Vec<Family>,
    /// Which function answers for which topic, per document.
    pub duties: Vec<DutyRow>,
    /// Which topic each document covers.
    pub coverage: Vec<CoverageRow>,
    /// Words that documents share.
    pub reuse: Reuse,
    /// Documents beside the plans above them that they cite.
    pub cascade: Vec<Cascade>,
    /// Bodies held against their own annex tables.
    pub annexes: Vec<OwnAnnex>,
    /// Pairs of documents with their sections, tasks and targets aligned.
    pub alignments: Vec<DocumentPair>,
}

/// A document as the comparison names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// Of its record.
    pub doc_id: String,
    /// What to call it: its division where that is enough, else with prefecture, year or a number. Unique.
    pub name: String,
    /// Title; null when unknown.
    pub title: Option<String>,
    /// 发文字号; null when unknown.
    pub document_number: Option<String>,
    /// ISO date; null when unknown.
    pub date_of_issue: Option<String>,
    /// Years that the plan covers; null when unknown.
    pub period: Option<Period>,
    /// GB/T 2260 code; null when unknown.
    pub division: Option<String>,
    /// Name of its prefecture; null when unknown.
    pub prefecture: Option<String>,
    /// Name of its province; null when unknown.
    pub province: Option<String>,
    /// Path of the source file as the record gives it.
    pub path: String,
    /// Version of the record's contract.
    pub record_version: String,
    /// Code points of its text; null when the record was written without text.
    pub characters: Option<u32>,
    /// Number of sections.
    pub sections: u32,
    /// Number of tasks.
    pub tasks: u32,
    /// Number of duties stated, inherited ones left out.
    pub assignments: u32,
    /// Number of targets.
    pub targets: u32,
}

/// Something that a reader must know before reading figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// What.
    pub code: NoteCode,
    /// The documents that it is about, in order; empty for all.
    pub doc_ids: Vec<String>,
    /// In English, one line.
    pub message: String,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoteCode {
    /// A document was given more than once and is counted once.
    Duplicate,
    /// Two versions of one plan, not two counties.
    Versions,
    /// Only one document: nothing to compare with.
    OneDocument,
    /// Records of several minor versions of the contract.
    RecordVersions,
    /// A record without its text: no shared words can be found in it.
    NoText,
    /// A record without tasks.
    NoTasks,
    /// A record without targets.
    NoTargets,
    /// Too many documents to lay every one beside every other: only near ones were aligned.
    NearOnly,
}

/// Something that stands out, with the numbers to say it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Finding {
    /// How much was compared.
    Scope {
        /// Documents.
        documents: u32,
        /// Divisions among them.
        divisions: u32,
        /// Tasks.
        tasks: u32,
        /// Duties stated.
        assignments: u32,
        /// Targets.
        targets: u32,
    },
    /// Comparable values of one indicator that differ, or agree.
    Spread {
        /// Identifier of the indicator.
        indicator: String,
        /// Its label.
        label: String,
        /// Documents that set it.
        documents: u32,
        /// The lowest value.
        lowest: Box<Value>,
        /// The highest value.
        highest: Box<Value>,
        /// Whether all values are the same.
        equal: bool,
    },
    /// How far targets could be compared at all.
    Comparability {
        /// Targets of all documents, those of annexes that repeat a body left out.
        targets: u32,
        /// Those that stand beside a comparable value of another document.
        compared: u32,
        /// Those that only meet targets of another unit, measure, group or frequency.
        apart: u32,
        /// Those that no other document has.
        single: u32,
    },
    /// Who leads a topic, of the documents that name somebody as lead.
    Lead {
        /// Topic code.
        topic: String,
        /// Function codes, the most frequent first, with the documents in which they lead most often.
        functions: Vec<LeadShare>,
    },
    /// A topic that some documents leave out.
    Gap {
        /// Topic code.
        topic: String,
        /// Documents without it.
        missing: Vec<String>,
        /// Documents that touch it only.
        thin: Vec<String>,
        /// Documents that have it.
        present: u32,
    },
    /// Two documents that share the most words.
    Shared {
        /// The document.
        doc_id: String,
        /// The one in which its words stand.
        other_id: String,
        /// Share of its characters.
        share: f64,
        /// Characters of the longest passage.
        longest: u32,
    },
    /// What became of the targets of a plan above.
    Cascaded {
        /// The plan above.
        parent: String,
        /// The plan that cites it.
        child: String,
        /// Targets kept, raised, lowered, dropped, added, and apart, in this order.
        counts: [u32; 6],
    },
    /// A body and its annex that contradict each other.
    Contradicted {
        /// The document.
        doc_id: String,
        /// Places.
        contradictions: u32,
    },
}

/// One function among those that lead a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LeadShare {
    /// Function code.
    pub function: String,
    /// Documents in which it leads most often.
    pub doc_ids: Vec<String>,
}

/// Indicators that count the same kind of thing. Values may be compared within an indicator only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Family {
    /// `f1`, `f2` … the most widely set first.
    pub id: String,
    /// The indicator's words, of the first document that sets it.
    pub label: String,
    /// Topic codes.
    pub topics: Vec<String>,
    /// Why its indicators are shown apart; empty when there is one.
    pub apart: Vec<Difference>,
    /// Whether one document sets several values of it, which are shown apart too.
    pub several: bool,
    /// What may be compared, the most widely set first.
    pub indicators: Vec<Indicator>,
}

/// Values that may be compared: unit, measure, group and frequency agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Indicator {
    /// `f1.1`, `f1.2` …
    pub id: String,
    /// The indicator's words, of the first document that sets it.
    pub label: String,
    /// Whom or what it is spread over; null for the whole division.
    pub group: Option<String>,
    /// Unit.
    pub unit: String,
    /// What kind of quantity.
    pub measure: Measure,
    /// `once`, `per_year` …
    pub frequency: String,
    /// At most one a document, in the order of documents.
    pub values: Vec<Value>,
}

/// A target as a value with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Value {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// How it binds.
    pub comparator: Comparator,
    /// The number; of a range its lower end.
    pub value: Quantity,
    /// Upper end of a range; null otherwise.
    pub value_max: Option<Quantity>,
    /// Unit as printed.
    pub unit: String,
    /// Year by which; null when the text gives none.
    pub deadline: Option<i16>,
    /// How firmly.
    pub modality: Modality,
    /// The exact words.
    pub quote: String,
}

/// A place in a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The document.
    pub doc_id: String,
    /// Section, task, assignment or target of its record.
    pub id: Id,
    /// Code points of the record's text.
    pub span: CharSpan,
}

/// One function in one topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DutyRow {
    /// Function code; `unknown` for organisations whose function is not known.
    pub function: String,
    /// Topic code; `other` where none is known.
    pub topic: String,
    /// One a document that gives the function a duty, in the order of documents.
    pub cells: Vec<DutyCell>,
}

/// What one document asks of one function in one topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DutyCell {
    /// The document.
    pub doc_id: String,
    /// The strongest role: lead before responsible before support.
    pub role: Role,
    /// Times stated as lead.
    pub lead: u32,
    /// Times stated as responsible, without rank.
    pub responsible: u32,
    /// Times stated as support.
    pub support: u32,
    /// Every statement, in document order.
    pub places: Vec<DutyPlace>,
}

/// A duty with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DutyPlace {
    /// Where the organisation stands in the text.
    #[serde(flatten)]
    pub place: Place,
    /// What it does.
    pub role: Role,
    /// The organisation as printed.
    pub surface: String,
}

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CoverageRow {
    /// Topic code.
    pub topic: String,
    /// Median of the characters that documents give to it, of those that have it as a main topic; null when none has.
    pub median_characters: Option<u32>,
    /// One a document, in the order of documents.
    pub cells: Vec<CoverageCell>,
}

/// How one document covers one topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CoverageCell {
    /// The document.
    pub doc_id: String,
    /// Whether it is covered.
    pub state: Coverage,
    /// Tasks and sections whose main topic it is.
    pub main: u32,
    /// Tasks and sections that touch it.
    pub side: u32,
    /// Characters of those whose main topic it is.
    pub characters: u32,
    /// The tasks and sections, main ones first, in document order.
    pub places: Vec<Place>,
}

/// Whether a topic is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    /// It is the main topic of a task or section, with at least a quarter of the characters that is usual among the others.
    Present,
    /// It is only touched, or has less than a quarter of what is usual.
    Thin,
    /// No task or section has it.
    Missing,
    /// The record has no tasks: nothing can be said.
    Unknown,
}

/// A document beside a plan that it cites.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cascade {
    /// The plan that is cited.
    pub parent: String,
    /// The document that cites it.
    pub child: String,
    /// What the cited plan is to it.
    pub lineage: Lineage,
    /// Where it is cited.
    pub cited: CharSpan,
    /// What became of each target, those of the parent first.
    pub targets: Vec<CascadeTarget>,
}

/// What a cited plan is to the document that cites it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lineage {
    /// A plan of a division above, or of the centre.
    Above,
    /// A plan of the same division.
    Own,
    /// Another plan, or one whose division is unknown.
    Other,
}

/// What became of one target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CascadeTarget {
    /// What became of it.
    pub change: Change,
    /// Of the parent; null when added.
    pub parent: Option<Value>,
    /// Of the child; null when dropped.
    pub child: Option<Value>,
    /// All in which the two differ.
    pub differs: Vec<Difference>,
    /// Whether the two are totals over areas of different size, which is why they are apart.
    pub totals: bool,
}

/// What became of a target of the plan above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The same value.
    Kept,
    /// A higher aim.
    Raised,
    /// A lower aim.
    Lowered,
    /// The child has nothing like it.
    Dropped,
    /// The parent has nothing like it.
    Added,
    /// Both have it, but the values are not comparable.
    Apart,
}

/// A body held against its own annex table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OwnAnnex {
    /// The document.
    pub doc_id: String,
    /// What was found.
    #[serde(flatten)]
    pub annex: Annex,
}

/// Two documents aligned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DocumentPair {
    /// The first document, `a` of every pair.
    pub a: String,
    /// The second document, `b` of every pair.
    pub b: String,
    /// What the two are to each other.
    pub relation: Relation,
    /// Action and project sections, one to one.
    pub sections: Vec<Pair>,
    /// Tasks; one may meet several.
    pub tasks: Vec<Pair>,
    /// Targets of one indicator, one to one.
    pub targets: Vec<TargetPair>,
    /// Tasks that only the first has.
    pub only_a: Vec<Id>,
    /// Tasks that only the second has.
    pub only_b: Vec<Id>,
}
