//! Yardsticks: what one pass over the bytes costs at best.

use divan::counter::BytesCount;
use gongwen_benches::{Input, corpus, departments, repository};

fn main() {
    divan::main();
}

/// One pass of an automaton of 318 department names.
#[divan::bench(args = corpus())]
fn aho_corasick_dfa(bencher: divan::Bencher<'_, '_>, input: &Input) {
    let automaton = departments();
    bencher.counter(BytesCount::new(input.text.len())).bench(|| {
        let found = automaton.find_iter(&input.text).count();
        assert!(found > 0);
        found
    });
}

/// Reading the files.
#[divan::bench(args = corpus())]
fn read_file(bencher: divan::Bencher<'_, '_>, input: &Input) {
    let path = repository("corpus").join(format!("{}.txt", input.name));
    bencher.counter(BytesCount::new(input.text.len())).bench(|| {
        let bytes = std::fs::read(&path).expect("the file");
        assert_eq!(bytes.len(), input.text.len());
        bytes
    });
}
