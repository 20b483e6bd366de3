//! Prints which encodings, lengths and kinds of damage are decoded right: `cargo run -p gongwen-text --example encodings`.

#[path = "../tests/encodings/matrix.rs"]
mod matrix;

use std::io::Write;

fn main() -> std::io::Result<()> {
    let (cells, wrong) = matrix::matrix(&matrix::documents());
    let mut out = std::io::stdout().lock();
    write!(out, "{}", matrix::table(&cells))?;
    for line in wrong {
        writeln!(out, "wrong: {line}")?;
    }
    Ok(())
}
