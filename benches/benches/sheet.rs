//! Spreadsheets to manuscripts: one workbook in each of its formats.

use divan::counter::BytesCount;

fn main() {
    divan::main();
}

const FILES: [&str; 3] = ["plan.xlsx", "plan.xls", "plan.ods"];

#[divan::bench(args = FILES)]
fn read(bencher: divan::Bencher<'_, '_>, name: &str) {
    let path = format!("{}/../fixtures/sheet/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("a fixture");
    bencher.counter(BytesCount::new(bytes.len())).bench(|| {
        let manuscript = gongwen_read::read(&bytes, None).expect("a workbook");
        assert_eq!(manuscript.tables.len(), 3);
        manuscript
    });
}
