//! Members of a zip archive, within limits. Nothing is ever written; the paths inside are names and no more.

use crate::error::ReadError;
use crate::limit;
use std::io::{Cursor, Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// An archive in memory.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    kind: &'static str,
    /// Bytes that may still be expanded.
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive; `kind` is what errors call the file.
    ///
    /// # Errors
    /// - [`ReadError::Damaged`] when its directory cannot be read;
    /// - [`ReadError::Limit`] when it has too many members.
    pub(crate) fn open(bytes: &'a [u8], kind: &'static str) -> Result<Self, ReadError> {
        let cause = "its zip directory is missing or broken, so it may be cut";
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged { kind, cause })?;
        if zip.len() > limit::MEMBERS {
            return Err(ReadError::Limit { what: "members of an archive", limit: limit::MEMBERS as u64 });
        }
        Ok(Self { zip, kind, left: limit::EXPANDED })
    }

    /// How many members there are.
    #[allow(dead_code)] // archives of documents go through them by number
    pub(crate) fn len(&self) -> usize {
        self.zip.len()
    }

    /// The name of a member as it stands in the directory; `None` when it is no text or there is none.
    pub(crate) fn name(&self, index: usize) -> Option<String> {
        self.zip.name_for_index(index)?.ok().map(std::borrow::Cow::into_owned)
    }

    /// The number of a member, told without regard to case as Windows does.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.zip.index_for_name(name).or_else(|| {
            (0..self.zip.len()).find(|&at| self.name(at).is_some_and(|it| it.eq_ignore_ascii_case(name)))
        })
    }

    /// The bytes of a member.
    ///
    /// # Errors
    /// - [`ReadError::Encrypted`] when a password is needed;
    /// - [`ReadError::Limit`] when it expands beyond the limits;
    /// - [`ReadError::Damaged`] when it cannot be expanded or its checksum is wrong.
    pub(crate) fn member(&mut self, index: usize) -> Result<Vec<u8>, ReadError> {
        let bytes = expand(&mut self.zip, index, self.kind, self.left)?;
        self.left -= bytes.len() as u64;
        Ok(bytes)
    }
}

/// Expands a member to at most `left` bytes; `kind` is what errors call the file.
///
/// # Errors
/// As [`Archive::member`].
pub(crate) fn expand<R: Read + Seek>(
    zip: &mut ZipArchive<R>,
    index: usize,
    kind: &'static str,
    left: u64,
) -> Result<Vec<u8>, ReadError> {
    let damaged = |cause| ReadError::Damaged { kind, cause };
    let file = zip.by_index(index).map_err(|error| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Encrypted { kind },
        ZipError::UnsupportedArchive(_) => damaged("a member is packed in a way that is not read"),
        _ => damaged("a member cannot be opened"),
    })?;
    let bound = (file.compressed_size().saturating_mul(limit::RATIO)).max(limit::RATIO_FROM);
    // The directory may lie about sizes: the bounds hold for what is really expanded.
    let most = bound.min(left);
    let mut bytes = Vec::with_capacity(file.size().min(most).min(16 << 20) as usize);
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| damaged("a member cannot be expanded or its checksum is wrong"))?;
    let size = bytes.len() as u64;
    if size > bound {
        return Err(ReadError::Limit { what: "times its packed size for a member", limit: limit::RATIO });
    }
    if size > left {
        return Err(ReadError::Limit { what: "bytes of an expanded archive", limit: left });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn pack(members: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a member");
            zip.write_all(bytes).expect("written");
        }
        zip.finish().expect("closed").into_inner()
    }

    #[test]
    fn members_come_out_as_they_went_in() {
        let bytes = pack(&[("a/甲.txt", b"1".to_vec()), ("B.txt", b"22".to_vec())]);
        let mut archive = Archive::open(&bytes, "zip archive").expect("opens");
        assert_eq!(archive.name(0).as_deref(), Some("a/甲.txt"));
        let at = archive.find("b.TXT").expect("found");
        assert_eq!(archive.member(at), Ok(b"22".to_vec()));
    }

    #[test]
    fn bombs_and_cuts_are_named() {
        let bomb = pack(&[("a", vec![0; 8 << 20])]);
        let mut archive = Archive::open(&bomb, "zip archive").expect("opens");
        assert!(matches!(archive.member(0), Err(ReadError::Limit { limit: limit::RATIO, .. })));
        let cut = &bomb[..bomb.len() / 2];
        assert!(matches!(Archive::open(cut, "zip archive"), Err(ReadError::Damaged { .. })));
    }
}
