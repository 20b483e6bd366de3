//! Paths as records call them.

use std::path::{Component, Path, PathBuf};

/// What the names of a root's documents begin with.
pub(super) fn front(root: &Path) -> PathBuf {
    let inside = root.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if inside { normal(root) } else { root.file_name().map(PathBuf::from).unwrap_or_default() }
}

/// A path without its `.` parts: one spelling for one file.
pub(super) fn plain(path: &Path) -> PathBuf {
    path.components().filter(|part| !matches!(part, Component::CurDir)).collect()
}

/// The named parts of a path.
pub(super) fn normal(path: &Path) -> PathBuf {
    path.components().filter(|part| matches!(part, Component::Normal(_))).collect()
}

/// A path as given, in one spelling: `./plans//a.txt` is `plans/a.txt`.
pub(super) fn given(path: &Path) -> String {
    let slashed = slashed(&plain(path));
    if path.has_root() { format!("/{}", slashed.trim_start_matches('/')) } else { slashed }
}

/// The parts of a path with `/` between them.
pub(super) fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// `a/b.txt` and 2 give `a/b-2.txt`.
pub(super) fn numbered(name: &str, number: usize) -> String {
    let file = name.rfind('/').map_or(0, |slash| slash + 1);
    match name[file..].rfind('.') {
        Some(dot) if dot > 0 => format!("{}-{number}{}", &name[..file + dot], &name[file + dot..]),
        _ => format!("{name}-{number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fronts_hold_no_path_of_the_machine() {
        for (root, expect) in [
            ("a/b", "a/b"),
            ("./a", "a"),
            (".", ""),
            ("/data/plans", "plans"),
            ("../plans", "plans"),
            ("..", ""),
        ] {
            assert_eq!(slashed(&front(Path::new(root))), expect, "{root}");
        }
    }

    #[test]
    fn a_path_as_given_has_one_spelling() {
        for (path, expect) in [
            ("./a//b.txt", "a/b.txt"),
            (".", ""),
            ("/data/./a.txt", "/data/a.txt"),
            ("../a.txt", "../a.txt"),
            ("/", "/"),
        ] {
            assert_eq!(given(Path::new(path)), expect, "{path}");
        }
    }
}
