//! The corpus against its gold: no figure of `corpus/scores.json` may fall.

#[allow(dead_code)] // each test uses its own part
mod common;

#[test]
fn no_figure_of_the_corpus_falls() {
    common::hold("corpus");
}
