//! Layouts that the corpus lacks, each in a short document: no figure of `fixtures/layouts/scores.json` may fall.

#[allow(dead_code)] // each test uses its own part
mod common;

#[test]
fn no_figure_of_the_layouts_falls() {
    common::hold("fixtures/layouts");
}
