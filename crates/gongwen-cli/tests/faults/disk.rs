//! A small file system of a test's own: full soon, and writable or not also for root.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// A mounted folder in memory; unmounted when dropped.
pub(crate) struct Disk {
    pub(crate) path: PathBuf,
}

/// Whether this process may mount one.
pub(crate) fn is_possible() -> bool {
    static POSSIBLE: LazyLock<bool> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("try");
        std::fs::create_dir(&path).unwrap();
        run("mount", &["-t", "tmpfs", "-o", "size=64k", "tmpfs"], &path) && run("umount", &[], &path)
    });
    *POSSIBLE
}

fn run(program: &str, arguments: &[&str], path: &Path) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

impl Disk {
    /// A new one with so many KB.
    pub(crate) fn new(path: PathBuf, kilobytes: u32) -> Self {
        std::fs::create_dir_all(&path).unwrap();
        assert!(run("mount", &["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "tmpfs"], &path));
        Self { path }
    }

    pub(crate) fn grow(&self, kilobytes: u32) {
        assert!(run("mount", &["-o", &format!("remount,rw,size={kilobytes}k")], &self.path));
    }

    pub(crate) fn forbid_writing(&self) {
        assert!(run("mount", &["-o", "remount,ro"], &self.path));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: a server may still hold a file.
        run("umount", &["-l"], &self.path);
    }
}
