//! Documents inside zip archives: listed once, then expanded one at a time.
//!
//! The archive is opened when the first of its documents is due and closed behind the last, so that many archives need
//! neither many open files nor much memory.

use crate::{Input, Reason};
use gongwen_read::{Package, ReadError};
use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes that the members of one archive may say they expand to, archives inside it included.
const EXPANDED: u64 = 256 << 20;
/// Archives inside each other that are opened.
const DEPTH: usize = 2;

/// A document inside an archive.
#[derive(Clone, Debug)]
pub struct Member {
    archive: Arc<Archive>,
    /// Numbers in the archive, and in the archive inside it.
    place: Vec<usize>,
    path: String,
    refused: Option<ReadError>,
}

impl PartialEq for Member {
    fn eq(&self, other: &Self) -> bool {
        self.archive.file == other.archive.file && self.place == other.place
    }
}

impl Eq for Member {}

#[derive(Debug)]
struct Archive {
    file: PathBuf,
    opened: Mutex<Opened>,
}

#[derive(Debug, Default)]
struct Opened {
    outer: Option<Package<BufReader<File>>>,
    inner: Option<(usize, Package<Cursor<Vec<u8>>>)>,
    /// Documents still to be loaded.
    left: usize,
}

impl Member {
    /// Its path inside the archive, archives inside it parted by `!`. Leads nowhere outside of a folder. Empty for the
    /// archive itself.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its bytes, at most `most`.
    ///
    /// # Errors
    /// - [`Reason::Io`] when the archive cannot be opened;
    /// - [`Reason::Content`] when the member is encrypted, damaged or beyond a limit.
    pub(crate) fn load(&self, most: u64) -> Result<Vec<u8>, Reason> {
        let mut opened = self.archive.opened.lock().unwrap_or_else(PoisonError::into_inner);
        opened.left = opened.left.saturating_sub(1);
        let result = match self.refused {
            Some(refused) => Err(refused.into()),
            None => opened.load(&self.archive.file, &self.place, most),
        };
        if opened.left == 0 {
            (opened.outer, opened.inner) = (None, None);
        }
        result
    }
}

impl Opened {
    fn load(&mut self, file: &Path, place: &[usize], most: u64) -> Result<Vec<u8>, Reason> {
        let outer = match &mut self.outer {
            Some(outer) => outer,
            None => self.outer.insert(Package::open(BufReader::new(File::open(file)?))?),
        };
        let &[first, ref rest @ ..] = place else { return Err(ReadError::Empty.into()) };
        let Some(&second) = rest.first() else { return Ok(outer.read(first, most)?) };
        let inner = match &mut self.inner {
            Some((at, inner)) if *at == first => inner,
            other => &mut other.insert((first, Package::open(Cursor::new(outer.read(first, EXPANDED)?))?)).1,
        };
        Ok(inner.read(second, most)?)
    }
}

/// What an archive holds.
#[derive(Debug, Default)]
pub(crate) struct Listed {
    /// Documents, sorted by name.
    pub(crate) inputs: Vec<Input>,
    /// Kinds of the files that are none, one entry a file.
    pub(crate) skipped: Vec<String>,
}

/// Lists the documents of an archive; `unsupported` names the kind of a path that is none.
///
/// # Errors
/// - [`Reason::Io`] when the file cannot be opened;
/// - [`Reason::Content`] when it is damaged or has too many members.
pub(crate) fn members(input: &Input, unsupported: impl Fn(&str) -> Option<String>) -> Result<Listed, Reason> {
    let mut package = Package::open(BufReader::new(File::open(&input.file)?))?;
    let mut listing =
        Listing { unsupported: &unsupported, left: EXPANDED, found: Vec::new(), out: Listed::default() };
    listing.add(&mut package, "", &[]);
    let Listing { mut found, mut out, .. } = listing;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    let opened = Mutex::new(Opened { left: found.len(), ..Opened::default() });
    let archive = Arc::new(Archive { file: input.file.to_path_buf(), opened });
    out.inputs = found
        .into_iter()
        .map(|it| Input {
            file: input.file.clone(),
            name: format!("{}!{}", input.name, it.path).into(),
            bytes: it.bytes,
            named: false,
            member: Some(Box::new(Member {
                archive: Arc::clone(&archive),
                place: it.place,
                path: it.path,
                refused: it.refused,
            })),
        })
        .collect();
    Ok(out)
}

/// An archive that cannot be opened, as the one input that it is then.
pub(crate) fn refused(input: Input, cause: ReadError) -> Input {
    let archive = Archive { file: input.file.to_path_buf(), opened: Mutex::default() };
    let (place, path) = (Vec::new(), String::new());
    let member = Member { archive: Arc::new(archive), place, path, refused: Some(cause) };
    Input { bytes: 0, member: Some(Box::new(member)), ..input }
}

/// A document that was found in an archive.
struct Found {
    path: String,
    place: Vec<usize>,
    bytes: u64,
    refused: Option<ReadError>,
}

struct Listing<'a> {
    unsupported: &'a dyn Fn(&str) -> Option<String>,
    /// Bytes that may still be expanded.
    left: u64,
    found: Vec<Found>,
    out: Listed,
}

impl Listing<'_> {
    fn add<R: Read + std::io::Seek>(&mut self, package: &mut Package<R>, front: &str, place: &[usize]) {
        for member in package.members() {
            let path = format!("{front}{}", member.name);
            let place = [place, &[member.index]].concat();
            if let Some(kind) = (self.unsupported)(&member.name) {
                self.out.skipped.push(kind);
                continue;
            }
            let refused = if member.encrypted {
                Some(ReadError::Encrypted { kind: "member of the archive" })
            } else if member.bytes > self.left {
                Some(ReadError::Limit { what: "bytes of an expanded archive", limit: EXPANDED })
            } else {
                self.left -= member.bytes;
                None
            };
            if refused.is_some() || !package.is_archive(&member) {
                if refused.is_none() && is_json(&member.name) && !package.is_docling(&member) {
                    self.out.skipped.push(".json".into());
                    continue;
                }
                self.found.push(Found { path, place, bytes: member.bytes, refused });
                continue;
            }
            let inner = if place.len() < DEPTH {
                let bytes = package.read(member.index, EXPANDED);
                bytes.and_then(|bytes| Package::open(Cursor::new(bytes)))
            } else {
                Err(ReadError::Limit { what: "archives inside each other", limit: DEPTH as u64 })
            };
            match inner {
                Ok(mut inner) => self.add(&mut inner, &format!("{path}!"), &place),
                Err(cause) => self.found.push(Found { path, place, bytes: 0, refused: Some(cause) }),
            }
        }
    }
}

fn is_json(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it.eq_ignore_ascii_case("json"))
}

/// Whether a file is a zip archive of files. Office files are archives as well, so that it is looked into; what is larger
/// than any of them is not.
pub(crate) fn is_archive(file: &Path) -> bool {
    const OFFICE_MAX: u64 = 64 << 20;
    let mut head = [0; 4];
    let Ok(mut opened) = File::open(file) else { return false };
    if !file.is_file() || opened.read_exact(&mut head).is_err() || !gongwen_read::is_zip(&head) {
        return false;
    }
    if opened.metadata().is_ok_and(|about| about.len() > OFFICE_MAX) {
        return true;
    }
    std::fs::read(file).is_ok_and(|bytes| gongwen_read::is_archive(&bytes))
}

/// Whether a JSON file is a record that this program wrote, by its beginning.
pub(crate) fn is_record(file: &Path) -> bool {
    const BEGINS: &[u8] = b"{\"schema_version\":";
    let mut head = [0; BEGINS.len()];
    File::open(file).and_then(|mut opened| opened.read_exact(&mut head)).is_ok() && head == BEGINS
}

/// Whether a JSON file is a DoclingDocument, by its beginning.
pub(crate) fn is_docling(file: &Path) -> bool {
    let mut head = Vec::new();
    File::open(file).and_then(|opened| opened.take(1 << 16).read_to_end(&mut head)).is_ok()
        && gongwen_read::is_docling(&head)
}
