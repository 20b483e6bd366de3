//! Which documents a list of paths stands for.

use crate::{Error, Member, Reason, archive};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Extensions of supported formats, lower case.
const SUPPORTED: [&str; 14] = [
    "txt", "md", "markdown", "html", "htm", "shtml", "docx", "doc", "pdf", "xlsx", "xls", "ods", "zip",
    "json",
];

/// One document to convert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Where to open it.
    pub file: PathBuf,
    /// What records and output files call it: relative, `/` between its parts, unique among the inputs.
    pub name: String,
    /// Size in bytes as listed, 0 when unknown.
    pub bytes: u64,
    /// Whether it was named itself and not found in a folder.
    pub named: bool,
    /// The member of the archive `file` that it is; `None` for a file of its own.
    pub member: Option<Member>,
}

impl Input {
    /// Whether only its content can tell if it is a document: found in a folder, without extension.
    pub fn is_uncertain(&self) -> bool {
        match &self.member {
            Some(member) => Path::new(member.path()).extension().is_none(),
            None => !self.named && self.file.extension().is_none(),
        }
    }

    /// The path as a message prints it.
    pub fn shown(&self) -> String {
        match &self.member {
            Some(member) => format!("{}!{}", self.file.display(), member.path()),
            None => self.file.display().to_string(),
        }
    }
}

/// Files of a folder that are left alone: the extension, and how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Extension with its dot, or the name of a kind of file.
    pub kind: String,
    /// How many.
    pub files: usize,
}

/// The documents under some files and folders, and what was left out.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Documents in the order of the paths; in a folder sorted by name.
    pub files: Vec<Input>,
    /// Files in folders that are of other kinds, sorted by kind.
    pub skipped: Vec<Skipped>,
    /// Paths that cannot be read or listed.
    pub errors: Vec<Error>,
}

impl Inputs {
    /// Finds the documents: each named file, whatever its kind, and in each folder and the folders below it the files
    /// of supported kinds, and those without extension. Hidden files and README files of a folder are no documents, nor
    /// are `.json` files that are no DoclingDocument. A zip archive stands for the members of supported kinds in it, named
    /// `county.zip!plan.docx`, and for those of archives in it.
    ///
    /// The name of a document is its path as given: `plans/a.txt` under `plans`. Of an absolute path, or one that begins
    /// with `..`, only the last part is kept in front (`/data/plans` gives `plans/a.txt`), so that no record holds a path of
    /// the machine. Two documents that would have one name keep as much of their paths as tells them apart, or a number.
    pub fn find<P: AsRef<Path>>(paths: &[P]) -> Self {
        let mut found = Self::default();
        let mut skipped = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for root in paths.iter().map(AsRef::as_ref) {
            let front = front(root);
            if !root.is_dir() {
                let bytes = match root.metadata() {
                    Ok(about) => about.len(),
                    Err(cause) => {
                        found.errors.push(Reason::from(cause).at(root.display().to_string()));
                        continue;
                    }
                };
                if seen.insert(plain(root)) {
                    let name = slashed(&front);
                    found.take(
                        Input { file: root.into(), name, bytes, named: true, member: None },
                        &mut skipped,
                    );
                }
                continue;
            }
            let walk = WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
            for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
                match entry {
                    Ok(entry) if entry.file_type().is_dir() => {}
                    Ok(entry) => match unsupported(entry.path()) {
                        Some(kind) => *skipped.entry(kind).or_insert(0) += 1,
                        None => {
                            if seen.insert(plain(entry.path())) {
                                let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
                                let bytes = entry.metadata().map_or(0, |about| about.len());
                                let name = slashed(&front.join(below));
                                let file = entry.into_path();
                                let input = Input { file, name, bytes, named: false, member: None };
                                found.take(input, &mut skipped);
                            }
                        }
                    },
                    Err(cause) => {
                        let path = cause.path().unwrap_or(root).display().to_string();
                        let cause = match cause.io_error() {
                            Some(cause) => cause.to_string(),
                            None => "a link leads back to a folder above it".into(),
                        };
                        found.errors.push(Reason::Folder(cause).at(path));
                    }
                }
            }
        }
        found.skipped = skipped.into_iter().map(|(kind, files)| Skipped { kind, files }).collect();
        found.tell_apart();
        found
    }

    /// Takes a file: an archive as its members, a JSON file of a folder only when it is a document.
    fn take(&mut self, input: Input, skipped: &mut BTreeMap<String, usize>) {
        let extension = input.file.extension().unwrap_or_default().to_ascii_lowercase();
        if !input.named && extension == "json" && !archive::is_docling(&input.file) {
            *skipped.entry(".json".into()).or_insert(0) += 1;
            return;
        }
        let may_be_archive = extension == "zip" || input.named || extension.is_empty();
        if !may_be_archive || !archive::is_archive(&input.file) {
            self.files.push(input);
            return;
        }
        match archive::members(&input, |path| unsupported(Path::new(path))) {
            Ok(listed) => {
                self.files.extend(listed.inputs);
                for kind in listed.skipped {
                    *skipped.entry(kind).or_insert(0) += 1;
                }
                self.errors.extend(listed.errors);
            }
            Err(reason) => self.errors.push(reason.at(input.shown())),
        }
    }

    /// Gives documents of one name names of their own.
    fn tell_apart(&mut self) {
        let mut times = BTreeMap::<String, usize>::new();
        for input in &self.files {
            *times.entry(input.name.clone()).or_default() += 1;
        }
        let mut taken = BTreeSet::new();
        for input in &mut self.files {
            if times[&input.name] > 1 {
                let inside = input.member.as_ref().map(|it| format!("!{}", it.path()));
                input.name = slashed(&normal(&input.file)) + &inside.unwrap_or_default();
            }
            let plain = input.name.clone();
            let mut number = 2;
            while !taken.insert(input.name.clone()) {
                input.name = numbered(&plain, number);
                number += 1;
            }
        }
    }
}

/// What the names of a root's documents begin with.
fn front(root: &Path) -> PathBuf {
    let inside = root.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if inside { normal(root) } else { root.file_name().map(PathBuf::from).unwrap_or_default() }
}

/// A path without its `.` parts: one spelling for one file.
fn plain(path: &Path) -> PathBuf {
    path.components().filter(|part| !matches!(part, Component::CurDir)).collect()
}

/// The named parts of a path.
fn normal(path: &Path) -> PathBuf {
    path.components().filter(|part| matches!(part, Component::Normal(_))).collect()
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// `a/b.txt` and 2 give `a/b-2.txt`.
fn numbered(name: &str, number: usize) -> String {
    let file = name.rfind('/').map_or(0, |slash| slash + 1);
    match name[file..].rfind('.') {
        Some(dot) if dot > 0 => format!("{}-{number}{}", &name[..file + dot], &name[file + dot..]),
        _ => format!("{name}-{number}"),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes `files` in a new folder and checks which names `roots` give.
    fn check(files: &[&str], roots: &[&str], expect: &[&str]) -> Inputs {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "文").unwrap();
        }
        let roots: Vec<_> = roots.iter().map(|root| folder.path().join(root)).collect();
        let found = Inputs::find(&roots);
        let names: Vec<_> = found.files.iter().map(|input| &*input.name).collect();
        assert_eq!(names, expect);
        found
    }

    #[test]
    fn folders_are_walked_in_order() {
        let files = ["in/b.txt", "in/a/c.MD", "in/a/plan", "in/x.json", "in/.git/d.txt", "in/README.md"];
        let found = check(&files, &["in"], &["in/a/c.MD", "in/a/plan", "in/b.txt"]);
        let skipped: Vec<_> = found.skipped.iter().map(|one| (&*one.kind, one.files)).collect();
        assert_eq!(skipped, [(".json", 1), ("README", 1)]);
        assert!(!found.files[0].named);
    }

    #[test]
    fn a_named_file_is_taken_whatever_its_kind() {
        let found =
            check(&["in/x.json", "in/README.md"], &["in/x.json", "in/README.md"], &["x.json", "README.md"]);
        assert!(found.files[0].named);
    }

    #[test]
    fn one_file_named_twice_is_one_document() {
        check(&["in/b.txt"], &["in", "in/b.txt", "./in"], &["in/b.txt"]);
    }

    #[test]
    fn documents_of_one_name_are_told_apart() {
        let found = Inputs {
            files: ["/x/in/b.txt", "/y/in/b.txt", "../y/in/b.txt"]
                .map(|file| Input {
                    file: file.into(),
                    name: "in/b.txt".into(),
                    bytes: 0,
                    named: false,
                    member: None,
                })
                .to_vec(),
            ..Inputs::default()
        };
        let mut found = found;
        found.tell_apart();
        let names: Vec<_> = found.files.iter().map(|input| &*input.name).collect();
        assert_eq!(names, ["x/in/b.txt", "y/in/b.txt", "y/in/b-2.txt"]);
    }

    #[test]
    fn fronts_hold_no_path_of_the_machine() {
        for (root, expect) in [
            ("a/b", "a/b"),
            ("./a", "a"),
            (".", ""),
            ("/data/plans", "plans"),
            ("../plans", "plans"),
            ("..", ""),
        ] {
            assert_eq!(slashed(&front(Path::new(root))), expect, "{root}");
        }
    }

    #[test]
    fn a_missing_path_is_an_error() {
        let found = check(&[], &["nowhere.txt"], &[]);
        assert!(found.errors[0].to_string().contains("nowhere.txt: cannot be read"), "{}", found.errors[0]);
    }
}
