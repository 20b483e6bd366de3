//! An output folder whose files appear whole and together.

use anyhow::Context;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Files written under names of their own until all are whole; removed when they never are.
pub(super) struct Folder {
    path: PathBuf,
    /// Name on the way, name in the end.
    files: Vec<(PathBuf, PathBuf)>,
}

impl Folder {
    /// Makes the folder where it is missing.
    pub(super) fn open(path: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(path).with_context(|| format!("{}: cannot be made", path.display()))?;
        Ok(Self { path: path.into(), files: Vec::new() })
    }

    /// Writes one file.
    pub(super) fn file(
        &mut self,
        name: &str,
        fill: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        let whole = self.path.join(name);
        let partial = self.path.join(format!(".gongwen-{}-{name}.partial", std::process::id()));
        self.files.push((partial.clone(), whole.clone()));
        let written = File::create(&partial).map(BufWriter::new).and_then(|mut out| {
            fill(&mut out)?;
            out.flush()
        });
        written.with_context(|| format!("{}: cannot be written", whole.display()))
    }

    /// Gives every file its name.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.files.drain(..).try_for_each(|(partial, whole)| fs::rename(partial, whole))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        for (partial, _) in &self.files {
            // One that was never made need not be removed.
            let _ = fs::remove_file(partial);
        }
    }
}
