//! The parts of a DoclingDocument that are read; everything else is passed over while parsing.

use crate::error::ReadError;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;

/// A document.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Document {
    pub(super) body: Node,
    pub(super) groups: Vec<Group>,
    pub(super) texts: Vec<Text>,
    pub(super) tables: Vec<Table>,
    pub(super) pictures: Vec<Picture>,
    pub(super) pages: BTreeMap<String, Page>,
}

/// What has children in reading order.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Node {
    pub(super) children: Vec<Ref>,
}

/// A pointer to an element: `#/texts/3`.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Ref {
    #[serde(rename = "$ref", alias = "cref", default)]
    pub(super) to: String,
}

/// A page; only their number is read.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Page {
    #[serde(rename = "page_no", default)]
    _number: u32,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Group {
    pub(super) children: Vec<Ref>,
    pub(super) label: String,
    pub(super) content_layer: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_field_names, reason = "the names of the schema")]
pub(super) struct Text {
    pub(super) children: Vec<Ref>,
    pub(super) label: String,
    pub(super) content_layer: Option<String>,
    pub(super) text: String,
    pub(super) prov: Vec<Place>,
    pub(super) level: Option<u8>,
    pub(super) marker: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Place {
    pub(super) page_no: Option<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Picture {
    pub(super) captions: Vec<Ref>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Table {
    pub(super) captions: Vec<Ref>,
    pub(super) footnotes: Vec<Ref>,
    pub(super) prov: Vec<Place>,
    pub(super) data: Data,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Data {
    pub(super) table_cells: Vec<Cell>,
    pub(super) num_rows: usize,
    pub(super) num_cols: usize,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) start_row_offset_idx: usize,
    pub(super) end_row_offset_idx: usize,
    pub(super) start_col_offset_idx: usize,
    pub(super) end_col_offset_idx: usize,
    pub(super) column_header: bool,
}

impl Cell {
    /// The row behind it.
    pub(super) fn bottom(&self) -> usize {
        self.end_row_offset_idx.max(self.start_row_offset_idx.saturating_add(1))
    }

    /// The column behind it.
    pub(super) fn right(&self) -> usize {
        self.end_col_offset_idx.max(self.start_col_offset_idx.saturating_add(1))
    }
}

impl Table {
    /// The page it begins on.
    pub(super) fn page(&self) -> Option<u32> {
        self.prov.first().and_then(|it| it.page_no)
    }
}

/// The names at the top of any JSON object.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Top {
    schema_name: Option<String>,
    schema_version: Option<IgnoredAny>,
    doc_id: Option<IgnoredAny>,
}

/// Parses a document.
pub(super) fn parse(bytes: &[u8]) -> Result<Document, ReadError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let broken = |error: &serde_json::Error| {
        let cause = if error.is_eof() { "it is cut" } else { "it is no valid JSON" };
        ReadError::Damaged { kind: "JSON file", cause }
    };
    let top: Result<Top, _> = serde_json::from_slice(bytes);
    let other = |what, hint| Err(ReadError::Unread { what, hint });
    match top {
        Ok(top) if top.schema_name.as_deref() == Some("DoclingDocument") => {}
        Ok(top) if top.doc_id.is_some() && top.schema_version.is_some() => {
            return other("a record that was made from a document", "convert the document itself");
        }
        Err(error) if error.is_data() || error.is_eof() || error.is_syntax() => {
            // An array, or an object of another kind, may still be whole JSON.
            return match serde_json::from_slice::<IgnoredAny>(bytes) {
                Ok(_) => other("a JSON file that is no DoclingDocument", "convert the document itself"),
                Err(error) => Err(broken(&error)),
            };
        }
        _ => return other("a JSON file that is no DoclingDocument", "convert the document itself"),
    }
    serde_json::from_slice(bytes).map_err(|error| {
        if error.is_data() {
            ReadError::Damaged { kind: "DoclingDocument", cause: "its parts are not those of the schema" }
        } else {
            broken(&error)
        }
    })
}
