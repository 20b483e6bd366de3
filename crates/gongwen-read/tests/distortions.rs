//! What a mail, a copy or a conversion does to a document must not change what is read.

use gongwen_read::read;
use gongwen_text::{Label, LabelStyle};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Name and bytes of every document of the corpus.
fn corpus() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the corpus is a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("UTF-8"))
        })
        .collect()
}

/// The lines of the normalised text, white space left out.
fn paragraphs(bytes: &[u8]) -> Vec<String> {
    let manuscript = read(bytes, None).expect("text");
    manuscript
        .text
        .lines()
        .map(|l| gongwen_text::chars::compact(l).replace('。', "."))
        .filter(|l| !l.is_empty())
        .collect()
}

/// Cuts every line at `n` characters.
fn wrapped(text: &str, n: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let chars: Vec<char> = line.chars().collect();
        if chars.is_empty() {
            out.push('\n');
        }
        for part in chars.chunks(n) {
            out.extend(part);
            out.push('\n');
        }
    }
    out
}

/// Fills lines up to `n` columns.
fn set(text: &str, n: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut at = 0;
        for c in line.chars() {
            let columns = gongwen_text::chars::columns(c);
            if at + columns > n {
                out.push('\n');
                at = 0;
            }
            at += columns;
            out.push(c);
        }
        out.push('\n');
    }
    out
}

fn numbered(text: &str) -> String {
    let mut out = String::new();
    for (i, line) in text.lines().enumerate() {
        out.push_str(line);
        out.push('\n');
        if i % 25 == 24 {
            let _ = writeln!(out, "— {} —", i / 25 + 1);
        }
    }
    out
}

fn lines(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(change).collect()
}

fn utf16(text: &str, mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    mark.into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// Every distortion by name.
fn distortions(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let text = text.trim_start_matches('\u{FEFF}');
    vec![
        ("cut at 20", wrapped(text, 20).into_bytes()),
        ("cut at 38", wrapped(text, 38).into_bytes()),
        ("cut at 60", wrapped(text, 60).into_bytes()),
        ("cut at 38 with page numbers", numbered(&wrapped(text, 38)).into_bytes()),
        ("set at 56 columns", set(text, 56).into_bytes()),
        ("half-width stops", text.replace('。', ".").into_bytes()),
        ("set at 88 columns", set(text, 88).into_bytes()),
        ("crlf", text.replace('\n', "\r\n").into_bytes()),
        ("cr", text.replace('\n', "\r").into_bytes()),
        ("gbk", encoding_rs::GB18030.encode(text).0.into_owned()),
        ("utf-16", utf16(text, false)),
        ("utf-16 with mark", utf16(text, true)),
        (
            "no blank lines",
            lines(text, |l| if l.trim().is_empty() { String::new() } else { format!("{l}\n") }).into_bytes(),
        ),
        (
            "blank lines doubled",
            lines(text, |l| if l.trim().is_empty() { "\n\n".into() } else { format!("{l}\n") }).into_bytes(),
        ),
        ("page numbers", numbered(text).into_bytes()),
        ("indented", lines(text, |l| format!("　　{l}\n")).into_bytes()),
        (
            "marks added",
            lines(text, |l| match Label::read(l).map(|label| label.style) {
                Some(LabelStyle::Han | LabelStyle::HanParen) if l.chars().count() < 30 => {
                    format!("## **{l}**\n")
                }
                _ => format!("{l}\n"),
            })
            .into_bytes(),
        ),
        ("marks stripped", text.replace("**", "").replace('#', "").into_bytes()),
        (
            "half width",
            text.replace('，', ",")
                .replace('；', ";")
                .replace('：', ":")
                .replace('（', "(")
                .replace('）', ")")
                .into_bytes(),
        ),
    ]
}

#[test]
fn distorted_documents_read_the_same() {
    let mut report = String::new();
    for (name, text) in corpus() {
        let plain = paragraphs(text.as_bytes());
        for (distortion, bytes) in distortions(&text) {
            let got = paragraphs(&bytes);
            let missing: Vec<&String> = plain.iter().filter(|p| !got.contains(p)).collect();
            let extra: Vec<&String> = got.iter().filter(|p| !plain.contains(p)).collect();
            if missing.is_empty() && extra.is_empty() {
                continue;
            }
            let _ = writeln!(report, "{name}, {distortion}: {} of {} differ", missing.len(), plain.len());
            if std::env::var_os("SHOW_DIFFERENCES").is_some() {
                for (mark, list) in [('-', missing), ('+', extra)] {
                    for line in list.iter().take(12) {
                        let tail: String =
                            line.chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
                        let _ = writeln!(
                            report,
                            "   {mark} {} … {tail}",
                            line.chars().take(36).collect::<String>()
                        );
                    }
                }
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}
