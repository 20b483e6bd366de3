//! Documents to measure on.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::path::{Path, PathBuf};

/// A document.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its name in tables.
    pub name: String,
    /// Its UTF-8 text.
    pub text: String,
}

impl std::fmt::Display for Input {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

/// A folder or file of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The documents of the corpus, smallest first.
///
/// # Panics
/// When the corpus cannot be read.
pub fn corpus() -> Vec<Input> {
    let entries = std::fs::read_dir(repository("corpus")).expect("the corpus stands in the repository");
    let mut inputs: Vec<Input> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .map(|path| Input {
            name: path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
            text: std::fs::read_to_string(&path).expect("the corpus is UTF-8"),
        })
        .collect();
    assert!(inputs.len() >= 5, "the corpus has five documents");
    inputs.sort_by_key(|input| input.text.len());
    inputs
}

/// Lines of one character or word, `bytes` long each: what makes a backward search without bound slow.
pub fn runs(bytes: usize) -> Vec<Input> {
    ["1", "（", "《", "、", "县、", "负责）"]
        .map(|run| Input { name: run.to_owned(), text: run.repeat(bytes / run.len()) + "\n" })
        .to_vec()
}

/// The corpus and one line of hostile input.
pub fn inputs() -> Vec<Input> {
    let mut inputs = corpus();
    let mut line = runs(1 << 20).remove(5);
    line.name.push_str(" ×1 MB");
    inputs.push(line);
    inputs
}

/// The yardstick: one DFA of 318 names of departments, leftmost-longest, without prefilter.
///
/// # Panics
/// When the list cannot be read.
pub fn departments() -> AhoCorasick {
    let list =
        std::fs::read_to_string(repository("benches/departments-318.txt")).expect("the list of departments");
    let names: Vec<&str> = list.lines().filter(|line| !line.trim().is_empty()).collect();
    assert_eq!(names.len(), 318, "the yardstick is defined by this list");
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .match_kind(MatchKind::LeftmostLongest)
        .prefilter(false)
        .build(&names)
        .expect("the names fit a DFA")
}

/// The text as a file of GB 18030.
pub fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}
