//! The matrix of encodings, lengths and kinds of damage over the corpus: who is decoded right.

use encoding_rs::{BIG5, GB18030};
use gongwen_text::decode::decode;
use std::fmt::Write;

/// How a text is written.
pub(crate) const ENCODINGS: [&str; 9] = [
    "utf-8",
    "utf-8 with mark",
    "gb18030",
    "big5",
    "utf-16le",
    "utf-16le with mark",
    "utf-16be",
    "utf-16be with mark",
    "utf-8 and gb18030 by line",
];

/// How many bytes of it there are; the last is all.
pub(crate) const LENGTHS: [usize; 4] = [60, 200, 1000, usize::MAX];

/// What happened to it.
pub(crate) const DAMAGES: [&str; 4] = ["none", "cut in a character", "a bad byte", "a byte lost"];

/// Places of each document at which samples begin, in tenths.
const PLACES: [usize; 5] = [0, 2, 4, 6, 8];

/// Right and all samples of one cell of the matrix.
#[derive(Clone, Copy, Default)]
pub(crate) struct Cell {
    /// Decoded to the text that was written, but for the characters that were damaged.
    pub(crate) right: usize,
    /// All of them.
    pub(crate) all: usize,
}

/// The cells by encoding, length, damage; and what went wrong first in each encoding.
pub(crate) fn matrix(documents: &[String]) -> (Vec<[[Cell; 4]; 4]>, Vec<String>) {
    let mut cells = vec![[[Cell::default(); 4]; 4]; ENCODINGS.len()];
    let mut wrong = Vec::new();
    for document in documents {
        let chars: Vec<char> = document.chars().collect();
        for (e, encoding) in ENCODINGS.iter().enumerate() {
            for (l, &length) in LENGTHS.iter().enumerate() {
                let places: &[usize] = if length == usize::MAX { &PLACES[..1] } else { &PLACES };
                for place in places {
                    let from = &chars[chars.len() * place / 10..];
                    let (text, bytes) = write(from, encoding, length);
                    for (d, damage) in DAMAGES.iter().enumerate() {
                        let damaged = damage_of(&bytes, damage);
                        let cell = &mut cells[e][l][d];
                        cell.all += 1;
                        let decoded = decode(&damaged);
                        let found = decoded.as_ref().map_or("", |it| &*it.text);
                        if is_right(&text, found, *damage == "none") {
                            cell.right += 1;
                        } else if wrong.len() < 40 {
                            let start: String = found.chars().take(20).collect();
                            let name = decoded.as_ref().map_or("nothing", |it| it.encoding);
                            wrong.push(format!("{encoding}, {length} bytes, {damage}: {name} {start:?}"));
                        }
                    }
                }
            }
        }
    }
    (cells, wrong)
}

/// Writes as many whole characters as fit into so many bytes; what an encoding lacks is left out of the text.
fn write(from: &[char], encoding: &str, length: usize) -> (String, Vec<u8>) {
    let (mut text, mut bytes) = (String::new(), Vec::new());
    match encoding {
        "utf-8 with mark" => bytes.extend(b"\xEF\xBB\xBF"),
        "utf-16le with mark" => bytes.extend(b"\xFF\xFE"),
        "utf-16be with mark" => bytes.extend(b"\xFE\xFF"),
        _ => {}
    }
    let mut line = 0;
    for &c in from {
        let mut buffer = [0; 4];
        let one: &str = c.encode_utf8(&mut buffer);
        let gb = || GB18030.encode(one).0.into_owned();
        let coded = match encoding {
            "gb18030" => gb(),
            "big5" => {
                let (coded, _, missing) = BIG5.encode(one);
                if missing {
                    continue;
                }
                coded.into_owned()
            }
            "utf-8 and gb18030 by line" if line % 2 == 1 => gb(),
            _ if encoding.starts_with("utf-16le") => one.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            _ if encoding.starts_with("utf-16be") => one.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => one.as_bytes().to_vec(),
        };
        if bytes.len() + coded.len() > length {
            break;
        }
        bytes.extend(coded);
        text.push(c);
        line += usize::from(c == '\n');
    }
    (text, bytes)
}

fn damage_of(bytes: &[u8], damage: &str) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    // Behind a mark, and in the middle of what most samples have.
    let middle = bytes.len() / 2;
    match damage {
        "cut in a character" => {
            bytes.pop();
        }
        "a bad byte" => bytes[middle] = 0xFF,
        "a byte lost" => {
            bytes.remove(middle);
        }
        _ => {}
    }
    bytes
}

/// Equal, or equal before and behind the damage. A lost byte of UTF-16 spoils everything behind it, as it does everywhere.
fn is_right(text: &str, found: &str, whole: bool) -> bool {
    const SPOILT: usize = 6;
    if whole {
        return text == found;
    }
    let count = text.chars().count();
    let front = text.chars().zip(found.chars()).take_while(|(a, b)| a == b).count();
    let back = text.chars().rev().zip(found.chars().rev()).take_while(|(a, b)| a == b).count();
    front + back + SPOILT >= count || front * 2 + SPOILT >= count
}

/// The documents of the corpus.
pub(crate) fn documents() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the corpus is there")
        .filter_map(|entry| entry.ok().map(|it| it.path()))
        .filter(|path| path.extension().is_some_and(|it| it == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("the corpus is UTF-8")).collect()
}

/// Right and all samples of the whole matrix.
pub(crate) fn total(cells: &[[[Cell; 4]; 4]]) -> Cell {
    cells
        .iter()
        .flatten()
        .flatten()
        .fold(Cell::default(), |sum, it| Cell { right: sum.right + it.right, all: sum.all + it.all })
}

/// The matrix as a table.
pub(crate) fn table(cells: &[[[Cell; 4]; 4]]) -> String {
    let mut out =
        format!("{:<26}{:<20}{:>8}{:>8}{:>8}{:>8}\n", "encoding", "damage", "60", "200", "1000", "whole");
    for (e, encoding) in ENCODINGS.iter().enumerate() {
        for (d, damage) in DAMAGES.iter().enumerate() {
            let _ = write!(out, "{encoding:<26}{damage:<20}");
            for length in &cells[e] {
                let _ = write!(out, "{:>8}", format!("{}/{}", length[d].right, length[d].all));
            }
            out.push('\n');
        }
    }
    let Cell { right, all } = total(cells);
    let _ = writeln!(out, "{right} of {all} right, {:.2} %", right as f64 * 100.0 / all as f64);
    out
}
