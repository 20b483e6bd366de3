//! From the bytes of a file to its manuscript.

use crate::assemble::assemble;
use crate::error::ReadError;
use crate::join::Habits;
use crate::line::{Line, LineKind};
use crate::{furniture, lines, table};
use gongwen_text::decode::decode;
use gongwen_text::{Diagnostic, Format, Manuscript, Source};

/// The largest file, in bytes: positions are 32 bits wide, and a decoded text can be twice its file.
const LIMIT: usize = 1 << 30;

/// Reads a document. The format and the encoding are told by content; `hint` is the file's name or extension and
/// decides only where the content leaves both open.
///
/// # Errors
/// - [`ReadError::Empty`] when there are no words;
/// - [`ReadError::Binary`] when the bytes are no text;
/// - [`ReadError::TooLarge`] beyond 1 GiB.
///
/// # Examples
/// ```
/// let manuscript = gongwen_read::read("一、总体要求\r\n到2025年，培训不少于10\r\n场次。".as_bytes(), None).unwrap();
/// assert_eq!(manuscript.text, "一、总体要求\n到2025年，培训不少于10场次。\n");
/// assert!(gongwen_read::read(b"%PDF-1.7", Some("plan.txt")).is_err());
/// ```
pub fn read(bytes: &[u8], hint: Option<&str>) -> Result<Manuscript, ReadError> {
    if bytes.len() > LIMIT {
        return Err(ReadError::TooLarge { bytes: bytes.len(), limit: LIMIT });
    }
    let decoded = decode(bytes)?;
    let mut diagnostics = Vec::new();
    if decoded.replaced > 0 {
        diagnostics.push(Diagnostic::warning(
            "bytes-undecodable",
            None,
            format!("{} byte sequences are no {} and were replaced", decoded.replaced, decoded.encoding),
        ));
    }
    let source = &*decoded.text;
    let mut lines = lines::split(source);
    furniture::mark(&mut lines);
    let format = format(&lines, hint);
    let tables = table::find_tables(&lines, &mut diagnostics);
    let habits = Habits::of(&lines);
    let assembled = assemble(source, &[], &lines, &tables, &habits);
    if assembled.blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut map = assembled.map;
    // Until here the spans of findings counted in the source.
    for span in diagnostics.iter_mut().filter_map(|d| d.span.as_mut()) {
        *span = map.text_span(*span, assembled.text.len());
    }
    for &(text, file) in &decoded.checkpoints {
        map.checkpoint(text as usize, file as usize);
    }
    Ok(Manuscript {
        text: assembled.text,
        blocks: assembled.blocks,
        tables: assembled.tables,
        map,
        source: Source { format, encoding: decoded.encoding, bytes: bytes.len(), pages: None },
        website: Vec::new(),
        diagnostics,
    })
}

/// Markdown when it has marks of it.
fn format(lines: &[Line<'_>], hint: Option<&str>) -> Format {
    let marked = lines.iter().any(|l| {
        l.heading.is_some() || l.kind == LineKind::Words && l.raw.trim_start().starts_with("**")
    });
    let named = hint.is_some_and(|h| {
        let extension = h.rsplit('.').next().unwrap_or(h);
        extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
    });
    if marked || named { Format::Markdown } else { Format::Text }
}
