//! Which documents a list of paths stands for.

mod files;
mod names;
mod scope;
mod search;

use crate::{Error, Member};
use search::Search;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

pub use files::{FileIter, Files};
pub use scope::{Missing, Scope};

/// One document to convert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Where to open it.
    pub file: Box<Path>,
    /// What records and output files call it: relative, `/` between its parts, unique among the inputs.
    pub name: Box<str>,
    /// Size in bytes as listed, 0 when unknown.
    pub bytes: u64,
    /// Whether it was named itself and not found in a folder.
    pub named: bool,
    /// The member of the archive `file` that it is, or that archive itself when it cannot be opened; `None` for a file of
    /// its own.
    pub member: Option<Box<Member>>,
}

impl Input {
    /// A file of its own.
    pub(crate) fn of_file(file: &Path, name: &str, bytes: u64, named: bool) -> Self {
        Self { file: file.into(), name: name.into(), bytes, named, member: None }
    }

    /// Whether only its content can tell if it is a document: found in a folder, without extension.
    pub fn is_uncertain(&self) -> bool {
        match &self.member {
            Some(member) => !member.path().is_empty() && Path::new(member.path()).extension().is_none(),
            None => !self.named && self.file.extension().is_none(),
        }
    }

    /// The path as given, in one spelling, `/` between its parts: what its entry in a manifest says of its place.
    pub fn given(&self) -> String {
        names::given(&self.file) + &self.inside()
    }

    /// The path as a message prints it.
    pub fn shown(&self) -> String {
        self.file.display().to_string() + &self.inside()
    }

    /// What of its path is inside an archive.
    fn inside(&self) -> String {
        let path = self.member.as_ref().map(|member| member.path()).filter(|path| !path.is_empty());
        path.map(|path| format!("!{path}")).unwrap_or_default()
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
    pub files: Files,
    /// Files in folders that are of other kinds, sorted by kind.
    pub skipped: Vec<Skipped>,
    /// Paths that cannot be read or listed.
    pub errors: Vec<Error>,
    /// Which places were searched.
    pub scope: Scope,
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
        Self::find_beside(paths, None)
    }

    /// The same, and leaves out what an earlier run wrote to the folder `out`, which may lie among the inputs.
    pub fn find_beside<P: AsRef<Path>>(paths: &[P], out: Option<&Path>) -> Self {
        let mut search = Search {
            out: out.and_then(|out| out.canonicalize().ok()),
            found: Self::default(),
            skipped: BTreeMap::new(),
            seen: (paths.len() > 1).then(HashSet::new),
        };
        for root in paths.iter().map(AsRef::as_ref) {
            search.add(root);
        }
        let Search { mut found, skipped, seen, .. } = search;
        drop(seen);
        found.files.shrink();
        found.skipped = skipped.into_iter().map(|(kind, files)| Skipped { kind, files }).collect();
        found.files.tell_apart();
        found
    }

    /// Sorts the documents by name, as an output folder lists them.
    pub fn sort(&mut self) {
        self.files.sort();
    }
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
        let names: Vec<_> = found.files.iter().map(|input| input.name.into_string()).collect();
        assert_eq!(names, expect);
        found
    }

    #[test]
    fn folders_are_walked_in_order() {
        let files = ["in/b.txt", "in/a/c.MD", "in/a/plan", "in/x.json", "in/.git/d.txt", "in/README.md"];
        let found = check(&files, &["in"], &["in/a/c.MD", "in/a/plan", "in/b.txt"]);
        let skipped: Vec<_> = found.skipped.iter().map(|one| (&*one.kind, one.files)).collect();
        assert_eq!(skipped, [(".json", 1), ("README", 1)]);
        assert!(!found.files.get(0).unwrap().named);
    }

    #[test]
    fn a_named_file_is_taken_whatever_its_kind() {
        let found =
            check(&["in/x.json", "in/README.md"], &["in/x.json", "in/README.md"], &["x.json", "README.md"]);
        assert!(found.files.get(0).unwrap().named);
    }

    #[test]
    fn one_file_named_twice_is_one_document() {
        check(&["in/b.txt"], &["in", "in/b.txt", "./in"], &["in/b.txt"]);
    }

    #[test]
    fn documents_of_one_name_are_told_apart() {
        let found = Inputs {
            files: ["/x/in/b.txt", "/y/in/b.txt", "../y/in/b.txt"]
                .map(|file| Input::of_file(Path::new(file), "in/b.txt", 0, false))
                .into_iter()
                .collect(),
            ..Inputs::default()
        };
        let mut found = found;
        found.files.tell_apart();
        let names: Vec<_> = found.files.iter().map(|input| input.name.into_string()).collect();
        assert_eq!(names, ["x/in/b.txt", "y/in/b.txt", "y/in/b-2.txt"]);
    }

    #[test]
    fn a_missing_path_is_an_error() {
        let found = check(&[], &["nowhere.txt"], &[]);
        assert!(found.errors[0].to_string().contains("nowhere.txt: cannot be read"), "{}", found.errors[0]);
    }
}
