//! A zip archive gives a record a member; names in it lead nowhere; what cannot be read is named and the rest goes on.

use gongwen::{Converter, Inputs};
use std::fs;

const PLAN: &str = "县水利局工作方案\n一、总体要求\n把水管好。\n";

/// A zip archive of stored members, made by hand so that names can be what no writer would put there.
fn pack(members: &[(&[u8], &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let at = out.len() as u32;
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        about.extend(checksum(bytes).to_le_bytes());
        about.extend((bytes.len() as u32).to_le_bytes());
        about.extend((bytes.len() as u32).to_le_bytes());
        about.extend((name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&about);
        out.extend(*name);
        out.extend(*bytes);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&about);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(*name);
    }
    let (at, size, count) = (out.len() as u32, directory.len() as u32, members.len() as u16);
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    })
}

#[test]
fn a_record_a_member() {
    let inner = pack(&[(b"inner.txt", PLAN.as_bytes())]);
    // The second name is of the GB family and does not say so.
    let outer = pack(&[
        (b"../../evil.txt", PLAN.as_bytes()),
        (b"\xB8\xBD\xBC\xFE/plan.txt", PLAN.as_bytes()),
        (b"nested.zip", &inner),
        (b"cut.zip", &inner[..inner.len() / 2]),
        (b"empty.txt", b""),
        (b"picture.png", b"\x89PNG"),
        (b"other.json", b"{}"),
    ]);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("county.zip"), outer).unwrap();
    let inputs = Inputs::find(&[folder.path().join("county.zip")]);
    let names: Vec<String> = inputs.files.iter().map(|input| input.name.into_string()).collect();
    assert_eq!(
        names,
        [
            "county.zip!cut.zip",
            "county.zip!empty.txt",
            "county.zip!evil.txt",
            "county.zip!nested.zip!inner.txt",
            "county.zip!附件/plan.txt"
        ]
    );
    assert!(inputs.errors.is_empty());
    assert_eq!(inputs.skipped.iter().map(|it| &*it.kind).collect::<Vec<_>>(), [".json", ".png"]);
    let converter = Converter::default();
    let mut out = Vec::new();
    let results: Vec<Option<String>> = inputs
        .files
        .iter()
        .map(|input| converter.write_file_json(&input, &mut out).err().map(|error| error.to_string()))
        .collect();
    let failed: Vec<&str> = results.iter().flatten().map(String::as_str).collect();
    assert_eq!(results.iter().filter(|it| it.is_none()).count(), 3);
    assert!(failed[0].contains("county.zip!cut.zip: the zip archive is damaged"), "{failed:?}");
    assert!(failed[1].contains("county.zip!empty.txt: the file is empty"), "{failed:?}");
    let record = String::from_utf8(out).unwrap();
    assert!(record.contains("\"path\":\"county.zip!附件/plan.txt\""));
}

#[test]
fn an_archive_that_does_not_open_is_one_input_that_fails() {
    let folder = tempfile::tempdir().unwrap();
    let good = pack(&[(b"a.txt", PLAN.as_bytes())]);
    // Its list says that there are two members.
    let mut bad = good.clone();
    let count = bad.len() - 14;
    bad[count..count + 4].copy_from_slice(&[2, 0, 2, 0]);
    fs::write(folder.path().join("bad.zip"), &bad).unwrap();
    let inputs = Inputs::find(&[folder.path()]);
    assert_eq!((inputs.files.len(), inputs.errors.len()), (1, 0));
    let input = inputs.files.get(0).unwrap();
    assert!(input.name.ends_with("/bad.zip"), "{}", input.name);
    let error = Converter::default().write_file_json(&input, &mut Vec::new()).unwrap_err().to_string();
    assert!(error.contains("bad.zip: the zip archive is damaged"), "{error}");
}
