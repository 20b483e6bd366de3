//! From the bytes of a file to its manuscript.

use crate::assemble::{Assembled, assemble};
use crate::clean::decoded_at;
use crate::error::ReadError;
use crate::format::{Kind, sniff};
use crate::join::Habits;
use crate::line::{Line, LineKind};
use crate::rewrap::rewrap;
use crate::wrap::Width;
use crate::{
    bars, continued, docling, docx, formula, frames, furniture, html, lines, masthead, page_lines, script,
    sheet, table,
};
use gongwen_text::decode::decode;
use gongwen_text::{Diagnostic, Format, Manuscript, Source, Span};

/// The largest file, in bytes: positions are 32 bits wide, and a decoded text can be twice its file.
const LIMIT: usize = 1 << 30;

/// Reads a document. The format and the encoding are told by content; `hint` is the file's name or extension and
/// decides only where the content leaves both open.
///
/// # Errors
/// - [`ReadError::Empty`] when there are no words;
/// - [`ReadError::Binary`] when the bytes are no text;
/// - [`ReadError::TooLarge`] beyond 1 GiB;
/// - [`ReadError::Damaged`], [`ReadError::Encrypted`], [`ReadError::Unread`] and [`ReadError::Limit`] for files of a known
///   format that cannot be read.
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
    let mut manuscript = by_format(bytes, hint)?;
    set_colons(&mut manuscript.text);
    frames::unframe(&mut manuscript);
    continued::join(&mut manuscript);
    manuscript.diagnostics.extend(script::traditional(&manuscript.text));
    Ok(manuscript)
}

/// Sets colons for ratio signs behind words (`责任单位∶县教育局`), which look alike and come from word processors. Both are
/// three bytes, so that no place moves; between numbers the sign is left.
fn set_colons(text: &mut String) {
    const RATIO: &str = "∶";
    let digit = |c: Option<char>| c.is_some_and(|c| gongwen_text::chars::fold_width(c).is_ascii_digit());
    let mut at = 0;
    while let Some(found) = memchr::memmem::find(&text.as_bytes()[at..], RATIO.as_bytes()) {
        let (from, to) = (at + found, at + found + RATIO.len());
        let behind_word = text[..from].chars().next_back().is_some_and(gongwen_text::chars::is_han);
        if behind_word && !digit(text[to..].chars().next()) {
            text.replace_range(from..to, "：");
        }
        at = to;
    }
}

fn by_format(bytes: &[u8], hint: Option<&str>) -> Result<Manuscript, ReadError> {
    let kind = sniff(bytes, hint);
    match kind {
        Kind::Docx => return docx::read(bytes),
        #[cfg(feature = "doc")]
        Kind::Doc => return crate::doc::read(bytes),
        #[cfg(feature = "pdf")]
        Kind::Pdf => return crate::pdf::read(bytes),
        Kind::Docling => return docling::read(bytes),
        Kind::Xlsx => return sheet::read_xlsx(bytes),
        Kind::Xls => return sheet::read_xls(bytes),
        Kind::Ods => return sheet::read_ods(bytes),
        Kind::Encrypted => return Err(ReadError::Encrypted { kind: "Office file" }),
        Kind::Presentation => {
            return Err(ReadError::Unread { what: "a presentation", hint: "save it as PDF or Word" });
        }
        Kind::OpenText => {
            return Err(ReadError::Unread { what: "an OpenDocument text", hint: "save it as Word" });
        }
        Kind::Zip if memchr::memmem::find(bytes, b"OFD.xml").is_some() => {
            return Err(ReadError::Unread { what: "an OFD file", hint: "save it as PDF or Word" });
        }
        Kind::Zip => {
            // A cut Office file has lost the names of its parts, and its directory with them.
            crate::archive::Archive::open(bytes, "zip file")?;
            return Err(ReadError::Unread {
                what: "a zip archive without a document's parts",
                hint: "unpack it, or call it .zip if it is an archive of files",
            });
        }
        Kind::Text if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") => {
            let cause = "its directory names no document, so it may be cut";
            return Err(ReadError::Damaged { kind: "Office file", cause });
        }
        Kind::Packed(what) => return Err(ReadError::Unread { what, hint: "unpack it first" }),
        // What has no reader falls to the decoder, which names it.
        _ => {}
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
    if kind == Kind::Html {
        return html::read(&decoded, bytes.len(), diagnostics);
    }
    let unfolded = formula::unfold(&decoded.text);
    let (source, back) = unfolded.as_ref().map_or((&*decoded.text, &[][..]), |u| (&*u.text, &*u.back));
    let mut lines = lines::split(source);
    bars::trim(source, &mut lines);
    furniture::mark(&mut lines);
    let mut website = masthead::take(&mut lines);
    website.extend(page_lines::mark(&mut lines));
    let format = format(&lines, hint);
    let assembled = from_marked(source, back, &lines, &mut diagnostics);
    if assembled.blocks.is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some(unfolded) = &unfolded {
        let place = |decoded| assembled.map.text_span(decoded, assembled.text.len());
        unfolded.report(place, &mut diagnostics);
    }
    let mut map = assembled.map;
    for &(text, file) in &decoded.checkpoints {
        map.checkpoint(text as usize, file as usize);
    }
    Ok(Manuscript {
        text: assembled.text,
        blocks: assembled.blocks,
        tables: assembled.tables,
        map,
        locators: Vec::new(),
        source: Source { format, encoding: decoded.encoding, bytes: bytes.len(), pages: None },
        website,
        diagnostics,
    })
}

/// Reads the lines of a source that another reader has put together.
pub(crate) fn from_lines(source: &str, diagnostics: &mut Vec<Diagnostic>) -> Assembled {
    let mut lines = lines::split(source);
    furniture::mark(&mut lines);
    from_marked(source, &[], &lines, diagnostics)
}

/// Sets wrapped lines back to paragraphs, then finds tables and joins. `back` leads from `source` to the decoded file, empty where
/// both are the same.
fn from_marked(
    source: &str,
    back: &[(u32, u32)],
    lines: &[Line<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Assembled {
    match Width::of(lines) {
        None => arrange(source, back, lines, diagnostics),
        Some(wrapped) => {
            let rewrapped = rewrap(source, lines, &wrapped);
            let mut lines = lines::split(&rewrapped.text);
            bars::trim(&rewrapped.text, &mut lines);
            furniture::mark(&mut lines);
            let back = formula::through(rewrapped.back, back, rewrapped.text.len());
            arrange(&rewrapped.text, &back, &lines, diagnostics)
        }
    }
}

/// Finds tables and joins what stray breaks have parted. `back` leads from `source` to the decoded file.
fn arrange(
    source: &str,
    back: &[(u32, u32)],
    lines: &[Line<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Assembled {
    let mut found = Vec::new();
    let tables = table::find_tables(source, lines, &mut found);
    let assembled = assemble(source, back, lines, &tables, &Habits::of(lines));
    // The spans of findings count in the source until here.
    for mut finding in found {
        if let Some(span) = finding.span {
            let decoded = Span { start: decoded_at(back, span.start), end: decoded_at(back, span.end) };
            finding.span = Some(assembled.map.text_span(decoded, assembled.text.len()));
        }
        diagnostics.push(finding);
    }
    assembled
}

/// Markdown when it has marks of it.
fn format(lines: &[Line<'_>], hint: Option<&str>) -> Format {
    // Marks in front of a line have been taken off it.
    let bold = |l: &Line<'_>| {
        l.kind == LineKind::Words && l.text_start() > l.start && l.raw.trim_start().starts_with("**")
    };
    let marked = lines.iter().any(|l| l.heading.is_some() || bold(l));
    let named = hint.is_some_and(|h| {
        let extension = h.rsplit('.').next().unwrap_or(h);
        extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
    });
    if marked || named { Format::Markdown } else { Format::Text }
}
