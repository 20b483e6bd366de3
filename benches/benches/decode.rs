//! Bytes to manuscript.

use divan::counter::BytesCount;
use gongwen_benches::{Input, inputs};

fn main() {
    divan::main();
}

#[divan::bench(args = inputs())]
fn utf8(bencher: divan::Bencher<'_, '_>, input: &Input) {
    bencher.counter(BytesCount::new(input.text.len())).bench(|| {
        let manuscript = gongwen_read::read(input.text.as_bytes(), Some("plan.txt")).expect("a text");
        assert!(!manuscript.text.is_empty());
        manuscript
    });
}

#[divan::bench(args = inputs())]
fn gb18030(bencher: divan::Bencher<'_, '_>, input: &Input) {
    let bytes = gongwen_benches::gb18030(&input.text);
    bencher.counter(BytesCount::new(input.text.len())).bench(|| {
        let manuscript = gongwen_read::read(&bytes, Some("plan.txt")).expect("a text");
        assert!(!manuscript.text.is_empty());
        manuscript
    });
}
