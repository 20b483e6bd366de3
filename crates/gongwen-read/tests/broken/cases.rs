//! Broken files of every kind, made from whole ones: cut, zeros, a wrong mark in front, a wrong extension, garbage.

use std::path::Path;

/// A broken file.
pub(crate) struct Case {
    /// Its name.
    pub(crate) name: String,
    /// What was done to it.
    pub(crate) damage: &'static str,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// Whole files, by their place under `fixtures`, and a wrong extension for each.
const WHOLE: [(&str, &str); 5] = [
    ("sheet/plan.xlsx", "txt"),
    ("sheet/plan.xls", "xlsx"),
    ("sheet/plan.ods", "docx"),
    ("docling/plan.json", "pdf"),
    ("broken/page.html", "doc"),
];

/// Folders of which the first file of a kind is taken, where there is one.
const FOLDERS: [(&str, &str, &str); 3] =
    [("docx", "docx", "xls"), ("pdf", "pdf", "txt"), ("doc", "doc", "html")];

/// All of them.
pub(crate) fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut whole: Vec<(String, Vec<u8>, &str)> = Vec::new();
    for (name, wrong) in WHOLE {
        whole.push((name.into(), std::fs::read(root.join(name)).expect("a fixture"), wrong));
    }
    for (folder, extension, wrong) in FOLDERS {
        let Ok(entries) = std::fs::read_dir(root.join(folder)) else { continue };
        let mut paths: Vec<_> = entries.filter_map(|it| it.ok().map(|it| it.path())).collect();
        paths.sort();
        if let Some(path) = paths.iter().find(|it| it.extension().is_some_and(|it| it == extension)) {
            let name = format!("{folder}/{}", path.file_name().unwrap_or_default().to_string_lossy());
            whole.push((name, std::fs::read(path).expect("a fixture"), wrong));
        }
    }
    whole.push((
        "text/plan.txt".into(),
        "一、总体要求\n到2025年，培训10场。\n".repeat(20).into_bytes(),
        "zip",
    ));
    let mut cases = Vec::new();
    for (name, bytes, wrong) in whole {
        let mut case = |name: &str, damage, bytes| cases.push(Case { name: name.into(), damage, bytes });
        case(&name, "whole", bytes.clone());
        case(&name, "cut in the middle", bytes[..bytes.len() / 2].to_vec());
        case(&name, "zeros in the middle", {
            let mut bytes = bytes.clone();
            let third = bytes.len() / 3;
            bytes[third..2 * third].fill(0);
            bytes
        });
        case(&name, "zeros only", vec![0; bytes.len().min(4096)]);
        case(&name, "no byte", Vec::new());
        case(&name, "wrong mark", {
            let mut bytes = bytes.clone();
            bytes[..4].copy_from_slice(b"\x7FELF");
            bytes
        });
        case(&name, "garbage", noise(4096));
        let stem = name.rsplit_once('.').map_or(&*name, |it| it.0);
        case(&format!("{stem}.{wrong}"), "wrong extension", bytes);
    }
    cases
}

fn noise(size: u32) -> Vec<u8> {
    (0..size).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect()
}
