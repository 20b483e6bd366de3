//! Opens a PDF file and draws its pages.

use super::draw::{Budget, Drawing, Fonts, Map};
use super::page::Page;
use crate::error::ReadError;
use crate::limit;
use lopdf::{Dictionary, Document, Error, LoadOptions, Object, ObjectId};

/// What errors call the file.
pub(super) const KIND: &str = "PDF file";

/// Largest size of one page's content, in bytes.
const CONTENT_MAX: usize = 64 << 20;

/// What the pages of one file may cost together. A page of a plan has 1,500 operators and as many characters.
const BUDGET: Budget = Budget {
    operators: 30_000_000,
    characters: 10_000_000,
    rules: 3_000_000,
    bytes: limit::EXPANDED as usize,
    forms: 100_000,
};

/// The pages of a file, and whether its limits cut something off.
pub(super) struct Pages {
    /// In order.
    pub(super) sheets: Vec<Page>,
    /// The file spent its allowance: the last pages may lack words.
    pub(super) is_cut: bool,
    /// The cross-reference table was rebuilt: the file is damaged, and pages may be missing.
    pub(super) is_rebuilt: bool,
}

/// Draws all pages.
///
/// # Errors
/// - [`ReadError::Damaged`] when no page can be found;
/// - [`ReadError::Encrypted`] when a password is needed to open the file;
/// - [`ReadError::Limit`] when it has too many pages.
pub(super) fn pages(bytes: &[u8]) -> Result<Pages, ReadError> {
    let options = LoadOptions {
        // Files that anyone may read but not change open with the empty password.
        password: Some(String::new()),
        max_decompressed_size: Some(limit::EXPANDED as usize),
        ..LoadOptions::default()
    };
    let doc = Document::load_mem_with_options(bytes, options).map_err(|error| because(&error))?;
    if doc.is_encrypted() && doc.encryption_state.is_none() {
        return Err(ReadError::Encrypted { kind: KIND });
    }
    let ids: Vec<ObjectId> = doc.page_iter().take(limit::PAGES + 1).collect();
    if ids.len() > limit::PAGES {
        return Err(ReadError::Limit { what: "pages", limit: limit::PAGES as u64 });
    }
    if ids.is_empty() {
        return Err(ReadError::Damaged { kind: KIND, cause: "it has no pages, so it may be cut" });
    }
    let (mut fonts, mut budget) = (Fonts::new(), BUDGET);
    let sheets = ids.iter().map(|&id| draw(&doc, id, &mut fonts, &mut budget)).collect();
    let is_cut = [budget.operators, budget.characters, budget.rules, budget.bytes, budget.forms].contains(&0);
    Ok(Pages { sheets, is_cut, is_rebuilt: doc.xref_recovery.is_some() })
}

fn because(error: &Error) -> ReadError {
    let cause = match error {
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => {
            return ReadError::Encrypted { kind: KIND };
        }
        Error::Decompress(_) => "one of its streams expands beyond the limit or is broken",
        Error::Xref(_) | Error::MissingXrefEntry => "its table of objects is missing, so it may be cut",
        _ => "its objects cannot be read, so it may be cut",
    };
    ReadError::Damaged { kind: KIND, cause }
}

fn draw(doc: &Document, id: ObjectId, fonts: &mut Fonts, budget: &mut Budget) -> Page {
    let [left, bottom, right, top] = sheet(doc, id);
    let (w, h) = (right - left, top - bottom);
    let turn = inherited(doc, id, b"Rotate").and_then(|o| o.as_i64().ok()).unwrap_or(0).rem_euclid(360);
    // From the sheet's space to one whose origin is the top left corner of the page as shown.
    let (map, size) = match turn {
        90 => (Map([0.0, 1.0, 1.0, 0.0, -bottom, -left]), (h, w)),
        180 => (Map([-1.0, 0.0, 0.0, 1.0, right, -bottom]), (w, h)),
        270 => (Map([0.0, -1.0, -1.0, 0.0, top, right]), (h, w)),
        _ => (Map([1.0, 0.0, 0.0, -1.0, -left, top]), (w, h)),
    };
    let most = CONTENT_MAX.min(budget.bytes);
    let content = doc.get_page_content_with_limit(id, most).unwrap_or_default();
    budget.bytes -= content.len().min(budget.bytes);
    let resources: Vec<&Dictionary> =
        inherited(doc, id, b"Resources").and_then(|o| o.as_dict().ok()).into_iter().collect();
    let mut drawing = Drawing::new(doc, fonts, budget, size);
    drawing.run(&content, &resources, map, 0);
    drawing.finish()
}

/// The visible part of the sheet: left, bottom, right, top.
fn sheet(doc: &Document, id: ObjectId) -> [f32; 4] {
    const A4: [f32; 4] = [0.0, 0.0, 595.0, 842.0];
    let read = |key: &[u8]| {
        let corners = inherited(doc, id, key)?.as_array().ok()?;
        let number = |i: usize| doc.dereference(corners.get(i)?).ok()?.1.as_float().ok();
        let [a, b, c, d] = [number(0)?, number(1)?, number(2)?, number(3)?];
        let all = [a.min(c), b.min(d), a.max(c), b.max(d)];
        (all.iter().all(|n| n.is_finite()) && all[2] - all[0] > 1.0 && all[3] - all[1] > 1.0).then_some(all)
    };
    read(b"CropBox").or_else(|| read(b"MediaBox")).unwrap_or(A4)
}

/// An entry of the page or of the nodes above it.
fn inherited<'a>(doc: &'a Document, id: ObjectId, key: &[u8]) -> Option<&'a Object> {
    const DEPTH: usize = 64;
    let mut node = doc.get_dictionary(id).ok()?;
    for _ in 0..DEPTH {
        if let Ok(found) = node.get_deref(key, doc) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", doc).ok()?.as_dict().ok()?;
    }
    None
}
