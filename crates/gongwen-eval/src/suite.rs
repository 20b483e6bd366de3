//! The distortion suite: every document in every variant, compared with its undistorted self.

use crate::answers::Answers;
use crate::distort::{ALL, Distortion};
use crate::score::{Part, score};
use crate::view::aligned;

/// What a variant may lose of a part's F1.
pub const ALLOWED: f64 = 0.01;

/// F1 of one part of one document in one variant.
#[derive(Clone, Debug, PartialEq)]
pub struct DistortionRow {
    /// The document.
    pub document: String,
    /// Name of the distortion.
    pub distortion: &'static str,
    /// The part.
    pub part: Part,
    /// F1 of the document as it is.
    pub plain: f64,
    /// F1 of the variant.
    pub distorted: f64,
}

impl DistortionRow {
    /// How much was lost; negative for a gain.
    pub fn fall(&self) -> f64 {
        self.plain - self.distorted
    }
}

/// All variants of one document. `convert` turns a file's bytes into answers.
pub fn distortions_of(
    document: &str,
    text: &str,
    gold: &Answers,
    convert: &dyn Fn(&[u8]) -> Answers,
) -> Vec<DistortionRow> {
    let plain = score(document, gold, &convert(text.as_bytes()), &Part::ALL);
    let rows = |distortion: &Distortion| {
        let found = convert(&distortion.apply(text));
        let scores = score(document, &distortion.gold(gold), &found, &Part::ALL);
        let row = |part: Part| DistortionRow {
            document: document.to_owned(),
            distortion: distortion.name,
            part,
            plain: plain.f1(part),
            distorted: scores.f1(part),
        };
        Part::ALL.map(row)
    };
    ALL.iter().flat_map(rows).collect()
}

/// One line a document and variant: F1 of each part, with a `!` where it lost more than 0.01.
pub fn distortion_table(rows: &[DistortionRow]) -> String {
    let mut table = vec![vec!["document".to_owned(), "variant".to_owned()]];
    table[0].extend(Part::ALL.map(|part| part.name().to_owned()));
    // A variant's parts stand together, and a document's variants do.
    for document in rows.chunk_by(|a, b| a.document == b.document) {
        let mut plain = vec![document[0].document.clone(), "as it is".to_owned()];
        plain.extend(document.iter().take(Part::ALL.len()).map(|row| format!("{:.3}", row.plain)));
        table.push(plain);
        for variant in document.chunk_by(|a, b| a.distortion == b.distortion) {
            let mut line = vec![String::new(), variant[0].distortion.to_owned()];
            let mark = |row: &DistortionRow| if row.fall() > ALLOWED { "!" } else { "" };
            line.extend(variant.iter().map(|row| format!("{:.3}{}", row.distorted, mark(row))));
            table.push(line);
        }
    }
    aligned(&table)
}
