//! A file or folder that is written under another name and takes its place in one step.

use super::failed;
use crate::Error;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What is being written beside a path. Dropped before it took its place, it is removed.
///
/// While it lives, the folder that holds the path is locked: another load waits.
#[derive(Debug)]
pub(super) struct Swap {
    path: PathBuf,
    partial: PathBuf,
    /// Where what was there is put for a moment, on systems that cannot let two folders change places.
    old: PathBuf,
    parent: PathBuf,
    _lock: Option<File>,
}

impl Swap {
    /// Waits for its turn and removes what a load left that was cut off.
    pub(super) fn begin(path: &Path) -> Result<Self, Error> {
        let parent = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            let cause = io::Error::new(io::ErrorKind::InvalidInput, "a name is missing at its end");
            return Err(failed(path, "cannot be written")(cause));
        };
        fs::create_dir_all(&parent).map_err(failed(&parent, "cannot be made"))?;
        let lock = lock(&parent).map_err(failed(&parent, "cannot be locked"))?;
        let swap = Self {
            path: path.to_owned(),
            partial: parent.join(format!(".{name}.gongwen-partial")),
            old: parent.join(format!(".{name}.gongwen-old")),
            parent,
            _lock: lock,
        };
        if swap.old.exists() && !swap.path.exists() {
            fs::rename(&swap.old, &swap.path).map_err(failed(&swap.path, "cannot be restored"))?;
        }
        for leftover in [&swap.partial, &swap.old] {
            remove(leftover).map_err(failed(leftover.as_path(), "cannot be removed"))?;
        }
        Ok(swap)
    }

    /// Where to write.
    pub(super) fn partial(&self) -> &Path {
        &self.partial
    }

    /// The new file takes the place of the old one.
    pub(super) fn become_file(self) -> Result<(), Error> {
        let written = failed(&self.path, "cannot be written");
        fs::rename(&self.partial, &self.path).and_then(|()| self.settle()).map_err(written)
    }

    /// The new folder takes the place of the old one, which is removed.
    pub(super) fn become_folder(self) -> Result<(), Error> {
        let written = failed(&self.path, "cannot be written");
        let swapped = if self.path.exists() {
            self.exchange()
        } else {
            fs::rename(&self.partial, &self.path).and_then(|()| self.settle())
        };
        swapped.map_err(written)
    }

    fn exchange(&self) -> io::Result<()> {
        if !change_places(&self.partial, &self.path)? {
            fs::rename(&self.path, &self.old)?;
            fs::rename(&self.partial, &self.path)?;
        }
        self.settle()
    }

    /// The names are on the disk.
    fn settle(&self) -> io::Result<()> {
        if cfg!(unix) { File::open(&self.parent)?.sync_all() } else { Ok(()) }
    }
}

impl Drop for Swap {
    fn drop(&mut self) {
        // After an exchange this is the old folder. What cannot be removed now is removed by the next load.
        let _ = remove(&self.partial);
        if self.path.exists() {
            let _ = remove(&self.old);
        }
    }
}

fn remove(path: &Path) -> io::Result<()> {
    // On a medium that cannot be written, even removing nothing fails.
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// A lock that ends with the process, however it ends. None where folders or the file system have none.
fn lock(folder: &Path) -> io::Result<Option<File>> {
    if !cfg!(unix) {
        return Ok(None);
    }
    let folder = File::open(folder)?;
    match folder.lock() {
        Ok(()) => Ok(Some(folder)),
        Err(cause) if cause.kind() == io::ErrorKind::Unsupported => Ok(None),
        Err(cause) => Err(cause),
    }
}

/// Two names change places in one step. False where the system cannot.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn change_places(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn change_places(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
