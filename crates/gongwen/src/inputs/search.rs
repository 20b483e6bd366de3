//! The walk over files, folders and archives.

use super::names::{front, given, slashed};
use super::{Input, Inputs};
use crate::{Reason, archive};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Extensions of supported formats, lower case.
const SUPPORTED: [&str; 14] = [
    "txt", "md", "markdown", "html", "htm", "shtml", "docx", "doc", "pdf", "xlsx", "xls", "ods", "zip",
    "json",
];

/// A search under way.
pub(super) struct Search {
    /// The folder that is written to, in its one true spelling; what lies in it was written by us.
    pub(super) out: Option<PathBuf>,
    pub(super) found: Inputs,
    pub(super) skipped: BTreeMap<String, usize>,
    /// Digests of the files seen, where several paths are searched that may hold one another.
    pub(super) seen: Option<HashSet<u128>>,
}

impl Search {
    /// Takes a file, or the documents of a folder.
    pub(super) fn add(&mut self, root: &Path) {
        let before = self.found.files.len();
        if root.is_dir() {
            let unread = self.walk(root);
            let documents = self.found.files.len() - before;
            self.found.scope.add_folder(&given(root), documents, unread);
            return;
        }
        match root.metadata() {
            Ok(about) => {
                if self.is_new(root) {
                    let name = slashed(&front(root));
                    self.take(Input::of_file(root, &name, about.len(), true));
                }
                self.found.scope.add_file(&given(root));
            }
            Err(cause) => self.found.errors.push(Reason::from(cause).at(root.display().to_string())),
        }
    }

    /// Takes the documents of a folder; gives the places that could not be listed.
    fn walk(&mut self, root: &Path) -> Vec<String> {
        let front = front(root);
        let true_root = root.canonicalize().ok();
        let out = self.out.clone();
        // Where the root lies in the folder that is written to, records stand beside documents.
        let beside = out.as_ref().zip(true_root.as_ref()).is_some_and(|(out, root)| root.starts_with(out));
        let is_out = |entry: &DirEntry| {
            !beside
                && entry.file_type().is_dir()
                && out.as_ref().is_some_and(|out| entry.path().canonicalize().is_ok_and(|it| it == *out))
        };
        let mut unread = Vec::new();
        let walk = WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|it| it.depth() == 0 || !is_hidden(it) && !is_out(it)) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if beside && self.is_own(entry.path()) => {}
                Ok(entry) => match unsupported(entry.path()) {
                    Some(kind) => *self.skipped.entry(kind).or_insert(0) += 1,
                    None => {
                        if self.is_new(entry.path()) {
                            let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
                            let bytes = entry.metadata().map_or(0, |about| about.len());
                            let name = slashed(&front.join(below));
                            self.take(Input::of_file(entry.path(), &name, bytes, false));
                        }
                    }
                },
                Err(cause) => {
                    let path = cause.path().unwrap_or(root);
                    unread.push(given(path));
                    let reason = match cause.io_error() {
                        Some(cause) => cause.to_string(),
                        None => "a link leads back to a folder above it".into(),
                    };
                    self.found.errors.push(Reason::Folder(reason).at(path.display().to_string()));
                }
            }
        }
        unread
    }

    /// Takes a file: an archive as its members, a JSON file of a folder only when it is a document.
    fn take(&mut self, input: Input) {
        let extension = input.file.extension().unwrap_or_default().to_ascii_lowercase();
        if !input.named && extension == "json" && !archive::is_docling(&input.file) {
            *self.skipped.entry(".json".into()).or_insert(0) += 1;
            return;
        }
        let may_be_archive = extension == "zip" || input.named || extension.is_empty();
        if !may_be_archive || !archive::is_archive(&input.file) {
            self.found.files.push(input);
            return;
        }
        match archive::members(&input, |path| unsupported(Path::new(path))) {
            Ok(listed) => {
                self.found.files.extend(listed.inputs);
                for kind in listed.skipped {
                    *self.skipped.entry(kind).or_insert(0) += 1;
                }
            }
            Err(Reason::Content(cause)) => {
                self.found.files.push(archive::refused(input, cause));
            }
            // What cannot be opened now says so when it is converted; its members may be as they were.
            Err(_) => {
                self.found.scope.add_unread(input.given());
                self.found.files.push(input);
            }
        }
    }

    fn is_new(&mut self, file: &Path) -> bool {
        self.seen.as_mut().is_none_or(|seen| seen.insert(digest(&given(file))))
    }

    /// Whether a file among the inputs was written by an earlier run.
    fn is_own(&self, file: &Path) -> bool {
        match file.extension().and_then(|it| it.to_str()) {
            Some("json") => archive::is_record(file),
            Some("jsonl") => {
                let folder = file.parent().and_then(|folder| folder.canonicalize().ok());
                let name = file.file_name().and_then(|name| name.to_str());
                folder == self.out && name.is_some_and(|name| crate::folder::NAMES.contains(&name))
            }
            _ => false,
        }
    }
}

/// Tells names apart without keeping them.
pub(super) fn digest(name: &str) -> u128 {
    let digest = Sha256::digest(name);
    digest.iter().take(16).fold(0, |sum, &byte| sum << 8 | u128::from(byte))
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Why a file of a folder is no document; `None` when it may be one.
fn unsupported(path: &Path) -> Option<String> {
    let stem = path.file_stem().unwrap_or_default();
    if stem.eq_ignore_ascii_case("readme") {
        return Some("README".into());
    }
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    (!SUPPORTED.contains(&&*extension)).then(|| format!(".{extension}"))
}
