//! A zip archive of documents: what is in it, and one member at a time.
//!
//! Nothing is ever written; names of members are made harmless before anybody sees them.

use crate::archive::expand;
use crate::error::ReadError;
use crate::format::{Kind, sniff};
use crate::limit;
use gongwen_text::decode::decode_name;
use std::io::{Read, Seek, SeekFrom};
use zip::ZipArchive;

const KIND: &str = "zip archive";

/// An opened archive.
#[derive(Debug)]
pub struct Package<R> {
    zip: ZipArchive<R>,
}

/// What the directory of an archive says of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its number.
    pub index: usize,
    /// Its path inside the archive: `/` between the parts, none of them `..` or empty, nothing in front.
    pub name: String,
    /// Expanded size in bytes, as the directory says.
    pub bytes: u64,
    /// Whether a password is needed.
    pub encrypted: bool,
}

/// Whether bytes, the first ones of a file at least, are those of a zip archive: also of an Office file.
pub fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Whether the bytes of a file are a zip archive of files, and not an Office file.
pub fn is_archive(bytes: &[u8]) -> bool {
    is_zip(bytes) && sniff(bytes, None) == Kind::Zip
}

/// Whether a JSON file is a DoclingDocument, by its beginning.
pub fn is_docling(head: &[u8]) -> bool {
    memchr::memmem::find(head, b"\"DoclingDocument\"").is_some()
}

impl<R: Read + Seek> Package<R> {
    /// Opens an archive and reads its directory.
    ///
    /// # Errors
    /// - [`ReadError::Damaged`] when the directory is missing or broken;
    /// - [`ReadError::Limit`] when it lists too many members.
    pub fn open(mut reader: R) -> Result<Self, ReadError> {
        let damaged =
            ReadError::Damaged { kind: KIND, cause: "its directory is missing or broken, so it may be cut" };
        let listed = listed(&mut reader).map_err(|_| damaged)?;
        let limit = limit::MEMBERS as u64;
        if listed.is_some_and(|it| it > limit) {
            return Err(ReadError::Limit { what: "members of an archive", limit });
        }
        let zip = ZipArchive::new(reader).map_err(|_| damaged)?;
        if zip.len() as u64 > limit {
            return Err(ReadError::Limit { what: "members of an archive", limit });
        }
        Ok(Self { zip })
    }

    /// The members that are files, in the order of the directory. Folders and what systems leave behind (`__MACOSX`, hidden
    /// files) are left out.
    pub fn members(&mut self) -> Vec<Member> {
        let mut members = Vec::with_capacity(self.zip.len());
        for index in 0..self.zip.len() {
            let Ok(file) = self.zip.by_index_raw(index) else { continue };
            if file.is_dir() || file.is_symlink() {
                continue;
            }
            let name = safe(&decode_name(file.name_raw()));
            let hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
            if name.is_empty() || hidden {
                continue;
            }
            members.push(Member { index, name, bytes: file.size(), encrypted: file.encrypted() });
        }
        members
    }

    /// The bytes of a member, at most `most` of them.
    ///
    /// # Errors
    /// - [`ReadError::Encrypted`] when a password is needed;
    /// - [`ReadError::Limit`] when it expands beyond `most` or beyond the ratio of honest files;
    /// - [`ReadError::Damaged`] when it cannot be expanded or its checksum is wrong.
    pub fn read(&mut self, index: usize, most: u64) -> Result<Vec<u8>, ReadError> {
        expand(&mut self.zip, index, "member of the archive", most.min(limit::EXPANDED))
    }

    /// Whether a member is a DoclingDocument; false for what cannot be read.
    pub fn is_docling(&mut self, member: &Member) -> bool {
        const HEAD: u64 = 1 << 16;
        let Ok(file) = self.zip.by_index(member.index) else { return false };
        let mut head = Vec::new();
        file.take(HEAD).read_to_end(&mut head).is_ok() && is_docling(&head)
    }

    /// Whether a member is itself an archive of files.
    pub fn is_archive(&mut self, member: &Member) -> bool {
        let name = member.name.to_ascii_lowercase();
        !member.encrypted && name.rsplit('.').next() == Some("zip")
    }
}

/// How many members the end of the file says there are; `None` when it does not say.
fn listed(reader: &mut (impl Read + Seek)) -> std::io::Result<Option<u64>> {
    const END: usize = 22;
    const COMMENT: u64 = 1 << 16;
    let size = reader.seek(SeekFrom::End(0))?;
    reader.seek(SeekFrom::Start(size.saturating_sub(COMMENT + END as u64)))?;
    let mut tail = Vec::new();
    reader.take(COMMENT + END as u64).read_to_end(&mut tail)?;
    let at = memchr::memmem::rfind(&tail, b"PK\x05\x06");
    let count = at.and_then(|at| tail.get(at + 10..at + 12));
    Ok(count.map(|it| u64::from(u16::from_le_bytes([it[0], it[1]]))))
}

/// A name without anything that leads out of a folder: `..\a/C:\b` is `a/C_/b`.
fn safe(name: &str) -> String {
    const PART_MAX: usize = 120;
    let parts = name.split(['/', '\\']).map(str::trim).filter(|part| !matches!(*part, "" | "." | ".."));
    let parts = parts.map(|part| {
        let mut clean: String = part
            .chars()
            .map(|c| {
                if c.is_control() || matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|' | '!') {
                    '_'
                } else {
                    c
                }
            })
            .collect();
        // File systems take 255 bytes; what is put behind needs room. The extension at the end is kept.
        if clean.len() > PART_MAX {
            let tail: String = clean.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
            let cut = clean.char_indices().map(|(at, _)| at).take_while(|&at| at <= PART_MAX - 40).last();
            clean.truncate(cut.unwrap_or(0));
            clean.push('…');
            clean.push_str(&tail);
        }
        clean
    });
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};

    fn check(name: &str, expect: &str) {
        assert_eq!(safe(name), expect);
    }

    #[test]
    fn names_lead_nowhere() {
        check("附件/plan.docx", "附件/plan.docx");
        check("../../etc/passwd", "etc/passwd");
        check("/a//b/./c.txt", "a/b/c.txt");
        check("..\\..\\C:\\win\\a.txt", "C_/win/a.txt");
        check("a!b\n.txt", "a_b_.txt");
        check("..", "");
        assert_eq!(safe(&format!("{}.docx", "县".repeat(100))).rsplit('.').next(), Some("docx"));
        assert!(safe(&"县".repeat(100)).len() < 130);
    }

    #[test]
    fn members_are_listed_and_read() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for name in ["附件/", "附件/plan.txt", ".DS_Store", "__MACOSX/._plan.txt"] {
            if name.ends_with('/') {
                zip.add_directory(name, options).expect("a folder");
            } else {
                zip.start_file(name, options).expect("a member");
                zip.write_all("一、总体要求".as_bytes()).expect("written");
            }
        }
        let bytes = zip.finish().expect("closed").into_inner();
        assert!(is_archive(&bytes));
        let mut package = Package::open(Cursor::new(&bytes)).expect("opens");
        let members = package.members();
        assert_eq!(members.iter().map(|it| &*it.name).collect::<Vec<_>>(), ["附件/plan.txt"]);
        assert_eq!(package.read(members[0].index, 1 << 20), Ok("一、总体要求".as_bytes().to_vec()));
        assert!(package.read(members[0].index, 3).is_err());
        assert!(Package::open(Cursor::new(&bytes[..bytes.len() / 2])).is_err());
    }
}
