//! A broken file of any kind names its cause in one line, and never stops the program.

#[path = "broken/cases.rs"]
mod cases;

use cases::{Case, cases};
use gongwen_read::read;

#[test]
fn broken_files_name_their_cause() {
    for Case { name, damage, bytes } in cases() {
        match (damage, read(&bytes, Some(&name))) {
            ("whole" | "wrong extension", result) => {
                assert!(result.is_ok(), "{name}, {damage}: {}", result.expect_err("an error"));
            }
            ("zeros only" | "no byte" | "wrong mark" | "garbage", Ok(_)) => {
                panic!("{name}, {damage}: was read");
            }
            // What is left of a text or a page may be read.
            (_, Ok(manuscript)) => assert!(!manuscript.text.is_empty(), "{name}, {damage}"),
            (_, Err(error)) => {
                let message = error.to_string();
                assert!(!message.is_empty() && !message.contains('\n'), "{name}, {damage}: {message}");
            }
        }
    }
}

#[test]
fn the_mark_of_an_archive_and_nothing_more_is_damaged() {
    for bytes in [
        &b"PK\x03\x04"[..],
        b"PK\x05\x06",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        b"%PDF-1.7",
        b"Rar!\x1A\x07\x00",
    ] {
        let error = read(bytes, None).expect_err("no document");
        assert!(!error.to_string().is_empty());
    }
}
