//! Manuscript to outline.

use divan::counter::BytesCount;
use gongwen_benches::{Input, inputs};

fn main() {
    divan::main();
}

#[divan::bench(args = inputs())]
fn outline(bencher: divan::Bencher<'_, '_>, input: &Input) {
    let manuscript = gongwen_read::read(input.text.as_bytes(), Some("plan.txt")).expect("a text");
    let is_plan = input.text.contains('。');
    bencher.counter(BytesCount::new(input.text.len())).bench(|| {
        let outline = gongwen_outline::outline(&manuscript);
        assert!(!is_plan || outline.sections.len() > 20);
        outline
    });
}
