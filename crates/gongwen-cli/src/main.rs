//! The program `gongwen`.
fn main() {}
