//! Word files (ISO/IEC 29500, WordprocessingML), transitional and strict.
//!
//! Owns what a file says beside its letters: automatic numbers are written out as Word shows them, merged cells become
//! spans, tracked changes count as accepted, hidden text, fields' instructions, running heads and tables of contents are
//! left out, notes stand behind the body.
//!
//! One pass over the events of the XML; no tree is built. One file each: `package` (parts), `xml` (events by local
//! name), `styles`, `numbering` and `ordinal` (numbers), `body`, `paragraph`, `run`, `field`, `table` (content), `write` (the manuscript).

mod body;
mod field;
mod line;
mod numbering;
pub(crate) mod ordinal;
mod package;
mod paragraph;
mod run;
mod styles;
mod table;
mod tally;
mod write;
mod xml;

use crate::error::ReadError;
use crate::scribe::Scribe;
use body::{Body, CellLook};
use gongwen_text::{Format, Manuscript, Span};
use numbering::Numbering;
use package::Package;
use styles::Styles;
use tally::Tally;
use write::Writer;

/// Reads a Word file.
///
/// # Errors
/// - [`ReadError::Damaged`], [`ReadError::Encrypted`] and [`ReadError::Limit`] as its parts say;
/// - [`ReadError::Empty`] when it has no words.
pub(crate) fn read(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    let package = Package::open(bytes)?;
    let mut tally = Tally::default();
    // What a part beside the document says is worth less than the document.
    let styles = package.styles.as_deref().map_or(Ok(Styles::default()), Styles::read);
    let styles = styles.unwrap_or_else(|_| tally.without());
    let numbering = package.numbering.as_deref();
    let numbering = numbering.map_or(Ok(Numbering::default()), |text| Numbering::read(text, &styles));
    let mut numbering = numbering.unwrap_or_else(|_| tally.without());
    let mut scribe = Scribe::default();

    let mut body = Body::new(&package.document, &styles, &mut numbering, &mut tally);
    let mut writer = Writer::new(&mut scribe);
    while let Some(tag) = body.xml.child(0)? {
        // A picture may stand behind the page; the document is its sibling.
        match tag.name() {
            "document" => {}
            "body" => {
                let mut items = Vec::new();
                body.blocks(&mut items, &mut CellLook::default(), &mut |items| writer.write(items))?;
                writer.write(&mut items);
                writer.end();
            }
            _ => body.xml.skip()?,
        }
    }
    tally.nested = writer.nested;
    let end = scribe.position();
    for part in [&package.footnotes, &package.endnotes].into_iter().flatten() {
        if notes(part, &styles, &mut numbering, &mut tally, &mut scribe).is_err() {
            tally.damaged += 1;
        }
    }
    let notes = (scribe.position() > end).then(|| Span::new(end, scribe.position() - 1));
    scribe.set_apart(end);
    if scribe.is_empty() {
        return Err(ReadError::Empty);
    }
    tally.report(notes, &mut scribe.diagnostics);
    Ok(scribe.finish(Format::Docx, "utf-8", bytes.len(), None))
}

/// Footnotes or endnotes: paragraphs behind everything else, so that no sentence is parted by them.
fn notes(
    text: &str,
    styles: &Styles,
    numbering: &mut Numbering,
    tally: &mut Tally,
    scribe: &mut Scribe,
) -> Result<(), ReadError> {
    let mut body = Body::new(text, styles, numbering, tally);
    let Some(_) = body.xml.child(0)? else { return Ok(()) };
    let mut items = Vec::new();
    while let Some(tag) = body.xml.child(1)? {
        // Separators are notes of a type of their own.
        if tag.attr("type").is_some_and(|kind| kind != "normal") {
            body.xml.skip()?;
            continue;
        }
        body.blocks(&mut items, &mut CellLook::default(), &mut |_| {})?;
    }
    let mut writer = Writer::new(scribe);
    writer.apart();
    writer.write(&mut items);
    writer.end();
    Ok(())
}
