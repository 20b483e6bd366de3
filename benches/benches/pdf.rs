//! Pages to manuscript, per page of a printed plan.

use divan::counter::ItemsCount;
use gongwen_benches::repository;

fn main() {
    divan::main();
}

/// Prose and a table of LibreOffice, embedded fonts; a table of reportlab, fonts that are not embedded.
#[divan::bench(args = ["plan", "points"])]
fn pages(bencher: divan::Bencher<'_, '_>, name: &str) {
    let path = repository("fixtures/pdf").join(format!("{name}.pdf"));
    let bytes = std::fs::read(path).expect("the file");
    let count = gongwen_read::read(&bytes, None).expect("a document").source.pages.expect("pages");
    bencher.counter(ItemsCount::new(count as usize)).bench(|| {
        let manuscript = gongwen_read::read(&bytes, None).expect("a document");
        assert_eq!(manuscript.tables.len(), 1);
        manuscript
    });
}
