//! Outline to facts.

use divan::counter::BytesCount;
use gongwen_benches::{Input, inputs};

fn main() {
    divan::main();
}

#[divan::bench(args = inputs())]
fn extract(bencher: divan::Bencher<'_, '_>, input: &Input) {
    let manuscript = gongwen_read::read(input.text.as_bytes(), Some("plan.txt")).expect("a text");
    let outline = gongwen_outline::outline(&manuscript);
    let is_plan = input.text.contains('。');
    bencher.counter(BytesCount::new(input.text.len())).bench(|| {
        let facts = gongwen_extract::extract(&manuscript, &outline);
        assert_eq!(!facts.tasks.is_empty(), is_plan);
        facts
    });
}
