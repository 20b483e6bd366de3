//! Tells what kind of file bytes are, by content; the name decides only what content leaves open.

use memchr::memmem;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Plain text or Markdown, or nothing that is known.
    Text,
    /// A web page.
    Html,
    /// PDF.
    Pdf,
    /// Word 2007 and later.
    Docx,
    /// Word 97–2003.
    Doc,
    /// Excel 2007 and later, also in its binary form.
    Xlsx,
    /// Excel 97–2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// OpenDocument text.
    OpenText,
    /// Slides of any maker.
    Presentation,
    /// A DoclingDocument as JSON.
    Docling,
    /// A zip archive of something else.
    Zip,
    /// An archive of another kind.
    Packed(&'static str),
    /// An Office file under a password.
    Encrypted,
}

/// What the names of pages end with.
const PAGES: &[&str] = &["html", "htm", "shtml", "xhtml", "jsp", "asp", "aspx", "php"];

/// How much of a text is looked at, in bytes.
const HEAD: usize = 2048;

/// The kind of a file. `hint` is its name or extension.
pub(crate) fn sniff(bytes: &[u8], hint: Option<&str>) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    if bytes.starts_with(b"Rar!\x1A\x07") {
        return Kind::Packed("a RAR archive");
    }
    if bytes.starts_with(b"7z\xBC\xAF\x27\x1C") {
        return Kind::Packed("a 7z archive");
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    // Some writers put a few bytes in front of the mark; readers look at the first kilobyte.
    if head.starts_with(b"%PDF-") || memmem::find(&head[..head.len().min(1024)], b"\n%PDF-").is_some() {
        return Kind::Pdf;
    }
    textual(bytes, hint)
}

/// What a text is. UTF-16 pages are rare; their zero bytes are skipped.
fn textual(bytes: &[u8], hint: Option<&str>) -> Kind {
    let head = &bytes[..bytes.len().min(HEAD)];
    let named = |ends: &[&str]| {
        let end = hint.map_or("", |hint| hint.rsplit('.').next().unwrap_or(hint));
        ends.iter().any(|it| end.eq_ignore_ascii_case(it))
    };
    // Texts leave here: behind a byte order mark and blanks, only mark-up begins so.
    let first = head.iter().copied().find(u8::is_ascii_graphic);
    if !matches!(first, Some(b'<' | b'{' | b'[')) && !named(PAGES) {
        return Kind::Text;
    }
    let head: Vec<u8> = head.iter().filter(|b| **b != 0).map(u8::to_ascii_lowercase).collect();
    let start = head.iter().position(u8::is_ascii_graphic).unwrap_or(head.len());
    match first {
        Some(b'{') if memmem::find(&head, b"\"doclingdocument\"").is_some() => return Kind::Docling,
        Some(b'{' | b'[') if named(&["json", "jsonl"]) => return Kind::Docling,
        Some(b'<') => {
            let markdown = named(&["md", "markdown"]);
            if !markdown && crate::html::is_page(&head[start..], named(PAGES)) {
                return Kind::Html;
            }
        }
        // A part of a page may begin with words.
        Some(_) if named(PAGES) && crate::html::is_page(&head[start..], true) => return Kind::Html,
        _ => {}
    }
    Kind::Text
}

/// What a zip archive holds, by the names in it. A compressed member cannot hold its own name by chance.
fn packed(bytes: &[u8]) -> Kind {
    // The directory stands at the end; a cut file still has the names in front of its members.
    let has = |name: &str| memmem::find(bytes, name.as_bytes()).is_some();
    let open = "mimetypeapplication/vnd.oasis.opendocument.";
    if let Some(at) = memmem::find(&bytes[..bytes.len().min(200)], open.as_bytes()) {
        let rest = &bytes[at + open.len()..];
        return match () {
            () if rest.starts_with(b"spreadsheet") => Kind::Ods,
            () if rest.starts_with(b"presentation") => Kind::Presentation,
            () => Kind::OpenText,
        };
    }
    // An archive of documents does not compress them away: their parts' names could show. The content types are the
    // first member or among the first of every Office file, and of no archive of files.
    if !has("[Content_Types].xml") || !begins_as_office(bytes) {
        return Kind::Zip;
    }
    if has("word/") {
        Kind::Docx
    } else if has("xl/workbook") {
        Kind::Xlsx
    } else if has("ppt/") {
        Kind::Presentation
    } else {
        Kind::Zip
    }
}

/// Whether the first member is a part of an Office file.
fn begins_as_office(bytes: &[u8]) -> bool {
    let parts =
        ["[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/", "customXml/", "mimetype"];
    bytes.get(30..).is_some_and(|name| parts.iter().any(|part| name.starts_with(part.as_bytes())))
}

/// What an OLE compound file holds, by the names of its streams, which are UTF-16.
fn compound(bytes: &[u8]) -> Kind {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).chain([0, 0]).collect();
        memmem::find(bytes, &wide).is_some()
    };
    if has("EncryptedPackage") {
        Kind::Encrypted
    } else if has("WordDocument") {
        Kind::Doc
    } else if has("Workbook") || has("Book") {
        Kind::Xls
    } else if has("PowerPoint Document") {
        Kind::Presentation
    } else {
        Kind::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], hint: Option<&str>, expect: Kind) {
        assert_eq!(sniff(bytes, hint), expect, "{:?}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn content_decides() {
        check("一、总体要求".as_bytes(), Some("a.docx"), Kind::Text);
        check(b"%PDF-1.7", Some("a.txt"), Kind::Pdf);
        check(b"\xEF\xBB\xBF\r\n<!DOCTYPE html><html>", None, Kind::Html);
        check(b"<div>", Some("a.html"), Kind::Html);
        check(b"<div><p></p></div>", None, Kind::Html);
        check(b"<div><p></p></div>", Some("a.md"), Kind::Text);
        check(b"<table><tr><td>1</td></tr></table>", None, Kind::Text);
        check("一、目标<br>二、任务".as_bytes(), Some("a.htm"), Kind::Html);
        check("一、目标".as_bytes(), Some("a.htm"), Kind::Text);
        check(b"{\"schema_name\": \"DoclingDocument\"}", None, Kind::Docling);
        check(b"PK\x05\x06", None, Kind::Zip);
        let mut ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        ole.extend("WordDocument\0".encode_utf16().flat_map(u16::to_le_bytes));
        check(&ole, None, Kind::Doc);
        ole.extend("EncryptedPackage\0".encode_utf16().flat_map(u16::to_le_bytes));
        check(&ole, None, Kind::Encrypted);
    }
}
