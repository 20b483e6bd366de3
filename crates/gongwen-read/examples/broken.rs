//! Prints what broken files of every kind say: `cargo run -p gongwen-read --example broken`.

#[path = "../tests/broken/cases.rs"]
mod cases;

use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{:<26}{:<22}{:<6}what is said", "file", "damage", "exit")?;
    for cases::Case { name, damage, bytes } in cases::cases() {
        let (exit, said) = match gongwen_read::read(&bytes, Some(&name)) {
            Ok(manuscript) => {
                let codes: Vec<&str> = manuscript.diagnostics.iter().map(|it| it.code).collect();
                (0, format!("read as {} {}", manuscript.source.format.name(), codes.join(" ")))
            }
            Err(error) => (1, error.to_string()),
        };
        writeln!(out, "{name:<26}{damage:<22}{exit:<6}{said}")?;
    }
    Ok(())
}
