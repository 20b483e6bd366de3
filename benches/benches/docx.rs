//! Word files to manuscripts, beside what unpacking and the XML parser alone cost on the same parts.

use divan::counter::BytesCount;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn main() {
    divan::main();
}

/// Three sizes; the second has a table of thirty rows, the third was written by LibreOffice.
const FILES: [&str; 3] =
    ["tunxi-341002-plan.docx", "kundulun-150203-plan.docx", "kundulun-150203-plan.saved.docx"];

/// The parts that hold words or say how words are shown.
const PARTS: [&str; 3] = ["word/document.xml", "word/styles.xml", "word/numbering.xml"];

fn load(file: &str) -> Vec<u8> {
    std::fs::read(gongwen_benches::repository("fixtures/twins").join(file)).expect("the twins are committed")
}

fn unpack(bytes: &[u8]) -> Vec<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let part = |name: &&str| {
        let mut text = String::new();
        archive.by_name(name).expect("a part").read_to_string(&mut text).expect("UTF-8");
        text
    };
    PARTS.iter().map(part).collect()
}

fn size(bytes: &[u8]) -> usize {
    unpack(bytes).iter().map(String::len).sum()
}

#[divan::bench(args = FILES)]
fn read(bencher: divan::Bencher<'_, '_>, file: &str) {
    let bytes = load(file);
    bencher.counter(BytesCount::new(size(&bytes))).bench(|| {
        let manuscript = gongwen_read::read(&bytes, Some(file)).expect("a Word file");
        assert!(!manuscript.text.is_empty());
        manuscript
    });
}

#[divan::bench(args = FILES)]
fn unpack_and_parse(bencher: divan::Bencher<'_, '_>, file: &str) {
    let bytes = load(file);
    bencher.counter(BytesCount::new(size(&bytes))).bench(|| {
        let mut events = 0_usize;
        for text in unpack(&bytes) {
            let mut reader = Reader::from_str(&text);
            while !matches!(reader.read_event().expect("XML"), Event::Eof) {
                events += 1;
            }
        }
        assert!(events > 1000);
        events
    });
}
