//! Every encoding that documents come in is told right, also of short, cut and damaged files.

#[path = "encodings/matrix.rs"]
mod matrix;

use matrix::{Cell, documents, matrix, table, total};

#[test]
fn ninety_nine_in_a_hundred_are_right() {
    let (cells, wrong) = matrix(&documents());
    let Cell { right, all } = total(&cells);
    assert!(all >= 1000, "{all} samples");
    assert!(right * 100 >= all * 99, "{}{}", table(&cells), wrong.join("\n"));
}
