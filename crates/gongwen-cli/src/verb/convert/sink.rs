//! Where records go: a file each, one file of lines, or standard output. Nothing is ever half there: files are
//! written under another name and then renamed.

use anyhow::Context;
use gongwen::{Converter, Counts, Error, Input};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Name of the file that holds a record a line.
const LINES: &str = "records.jsonl";

/// What the threads that convert know of the output.
pub(super) enum Sink {
    /// A file for each record under this folder.
    Folder(PathBuf),
    /// Lines, which the calling thread writes in order.
    Lines,
}

/// A record that could not be made or not be written.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error(transparent)]
    Document(#[from] Error),
    #[error("{path}: cannot be written: {cause}")]
    Write {
        path: String,
        #[source]
        cause: io::Error,
    },
}

impl Sink {
    /// Makes what is needed under `out`; `-` is standard output.
    pub(super) fn open(out: &Path, lines: bool) -> anyhow::Result<(Self, Lines)> {
        if out == Path::new("-") {
            return Ok((Self::Lines, Lines::Stdout(io::stdout())));
        }
        fs::create_dir_all(out).with_context(|| format!("{}: cannot be made", out.display()))?;
        if !lines {
            return Ok((Self::Folder(out.into()), Lines::None));
        }
        let path = out.join(LINES);
        let partial = Partial::beside(&path);
        let file =
            File::create(&partial.path).with_context(|| format!("{}: cannot be written", path.display()))?;
        Ok((Self::Lines, Lines::File { file: BufWriter::new(file), partial, path }))
    }

    /// Converts one document. `buffer` is scratch space; what is left in it is for [`Lines::write`].
    pub(super) fn convert(
        &self,
        converter: &Converter,
        input: &Input,
        buffer: &mut Vec<u8>,
    ) -> Result<(Counts, Vec<u8>), Fault> {
        buffer.clear();
        let counts = converter.write_file_json(input, buffer)?;
        match self {
            Self::Lines => Ok((counts, std::mem::take(buffer))),
            Self::Folder(folder) => {
                let path = folder.join(format!("{}.json", input.name));
                write_whole(&path, buffer)
                    .map_err(|cause| Fault::Write { path: path.display().to_string(), cause })?;
                Ok((counts, Vec::new()))
            }
        }
    }
}

/// The one place of output that many records share.
pub(super) enum Lines {
    /// Each record has its own file.
    None,
    /// Standard output.
    Stdout(io::Stdout),
    /// A file that gets its name when it is whole.
    File { file: BufWriter<File>, partial: Partial, path: PathBuf },
}

impl Lines {
    /// Appends a record.
    pub(super) fn write(&mut self, record: &[u8]) -> anyhow::Result<()> {
        match self {
            Self::None => Ok(()),
            Self::Stdout(out) => out.lock().write_all(record).context("standard output cannot be written"),
            Self::File { file, path, .. } => {
                file.write_all(record).with_context(|| format!("{}: cannot be written", path.display()))
            }
        }
    }

    /// Ends the output well.
    pub(super) fn close(self) -> anyhow::Result<()> {
        match self {
            Self::None => Ok(()),
            Self::Stdout(out) => out.lock().flush().context("standard output cannot be written"),
            Self::File { mut file, partial, path } => {
                let done = file.flush().and_then(|()| partial.become_file(&path));
                done.with_context(|| format!("{}: cannot be written", path.display()))
            }
        }
    }
}

/// A file under a name of its own until it is whole; removed when it never is.
pub(super) struct Partial {
    path: PathBuf,
}

impl Partial {
    /// A name in the folder of `path`. Short, since names of documents use the length that file systems allow.
    fn beside(path: &Path) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        Self { path: path.with_file_name(format!(".gongwen-{}-{number}.partial", std::process::id())) }
    }

    fn become_file(self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // Once renamed there is nothing left to remove.
        let _ = fs::remove_file(&self.path);
    }
}

fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let partial = Partial::beside(path);
    match fs::write(&partial.path, content) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
            fs::write(&partial.path, content)?;
        }
        written => written?,
    }
    partial.become_file(path)
}
