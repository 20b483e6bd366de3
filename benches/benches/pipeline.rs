//! Bytes to JSON without the text: everything that `gongwen convert --no-text` does between reading and writing a file.

use divan::counter::BytesCount;
use gongwen::{Converter, Options};
use gongwen_benches::{Input, inputs};

fn main() {
    divan::main();
}

#[divan::bench(args = inputs())]
fn json(bencher: divan::Bencher<'_, '_>, input: &Input) {
    let converter = Converter::new(Options::default().with_text(false));
    let is_plan = input.text.contains('。');
    let mut out = Vec::new();
    bencher.counter(BytesCount::new(input.text.len())).bench_local(|| {
        out.clear();
        let counts = converter.write_json(input.text.as_bytes(), "plan.txt", &mut out).expect("a text");
        assert_eq!(counts.tasks > 0, is_plan);
    });
}
