//! One document through every stage.

use crate::{Counts, Error, Input, Reason};
use gongwen_record::{Draft, Record};
use gongwen_text::Manuscript;
use std::any::Any;
use std::io::{ErrorKind, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Largest file that is read unless told otherwise, in bytes: a thousand times an ordinary plan.
pub const SIZE_LIMIT: u64 = 64 << 20;

/// What a conversion can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Whether records carry the normalised text.
    pub text: bool,
    /// Largest file that is read, in bytes.
    pub size_limit: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { text: true, size_limit: SIZE_LIMIT }
    }
}

impl Options {
    /// The same with or without the text.
    #[must_use]
    pub fn with_text(mut self, text: bool) -> Self {
        self.text = text;
        self
    }
}

/// Converts documents to records. Cheap to make and to share between threads.
#[derive(Clone, Copy, Debug, Default)]
pub struct Converter {
    options: Options,
}

/// A document that was read: what a record borrows from.
#[derive(Debug)]
pub struct Document<'a> {
    manuscript: Manuscript,
    bytes: &'a [u8],
    path: &'a str,
    options: Options,
}

impl Converter {
    /// A converter with these options.
    pub fn new(options: Options) -> Self {
        Self { options }
    }

    /// Reads a file's bytes: decodes them, joins wraps, finds paragraphs and tables. `path` is what the record calls the
    /// file (relative, `/` between its parts); its extension is a hint at the format and no more.
    ///
    /// # Errors
    /// - [`Reason::TooLarge`] for more bytes than the limit;
    /// - [`Reason::Content`] when they are no document of a known format.
    pub fn read<'a>(&self, bytes: &'a [u8], path: &'a str) -> Result<Document<'a>, Error> {
        self.within_limit(bytes.len() as u64).map_err(|reason| reason.at(path))?;
        let manuscript =
            gongwen_read::read(bytes, Some(path)).map_err(|cause| Reason::from(cause).at(path))?;
        Ok(Document { manuscript, bytes, path, options: self.options })
    }

    /// The record of a file's bytes.
    ///
    /// # Errors
    /// As [`Converter::read`].
    pub fn convert(&self, bytes: &[u8], path: &str) -> Result<Record<'static>, Error> {
        Ok(self.read(bytes, path)?.record().into_owned())
    }

    /// Appends the record of a file's bytes to `out` as one line of JSON with its line feed. When it fails,
    /// `out` is as before.
    ///
    /// # Errors
    /// As [`Converter::read`].
    pub fn write_json(&self, bytes: &[u8], path: &str, out: &mut Vec<u8>) -> Result<Counts, Error> {
        let document = self.read(bytes, path)?;
        let draft = document.draft();
        draft.write_json(out);
        out.push(b'\n');
        Ok(Counts::of(draft.stated()))
    }

    /// Opens a file and appends its record to `out` as one line of JSON. A panic on the way is caught and becomes
    /// [`Reason::Panic`]; when anything fails, `out` is as before.
    ///
    /// # Errors
    /// As [`Converter::read`], and [`Reason::Io`] when the file cannot be read.
    pub fn write_file_json(&self, input: &Input, out: &mut Vec<u8>) -> Result<Counts, Error> {
        let before = out.len();
        let result = catch_unwind(AssertUnwindSafe(|| {
            let bytes = self.load(input).map_err(|reason| reason.at(input.shown()))?;
            self.write_json(&bytes, &input.name, out)
        }));
        let result =
            result.unwrap_or_else(|cause| Err(Reason::Panic(panic_message(&*cause)).at(input.shown())));
        result.map_err(|error| {
            out.truncate(before);
            Error { path: input.shown(), ..error }
        })
    }

    /// The bytes of a file, or of a member of an archive.
    ///
    /// # Errors
    /// - [`Reason::Io`] when it cannot be opened or read;
    /// - [`Reason::Content`] when a member is encrypted, damaged or beyond a limit;
    /// - [`Reason::TooLarge`] for more bytes than the limit.
    pub fn load(&self, input: &Input) -> Result<Vec<u8>, Reason> {
        if let Some(member) = &input.member {
            self.within_limit(input.bytes)?;
            return member.load(self.options.size_limit);
        }
        let mut file = std::fs::File::open(&input.file)?;
        let about = file.metadata()?;
        if about.is_dir() {
            return Err(Reason::Folder("it is a folder".into()));
        }
        self.within_limit(about.len())?;
        // One question gives all of an ordinary file, with room for a byte that says whether it has grown.
        let mut bytes = vec![0; about.len() as usize + 1];
        let read = match file.read(&mut bytes) {
            Err(cause) if cause.kind() == ErrorKind::Interrupted => 0,
            read => read?,
        };
        bytes.truncate(read);
        // A device or a pipe has no length, and gives what it has piece by piece: the limit holds for what is really read.
        if !about.is_file() || read as u64 != about.len() {
            file.take((self.options.size_limit + 1).saturating_sub(read as u64)).read_to_end(&mut bytes)?;
            self.within_limit(bytes.len() as u64)?;
        }
        Ok(bytes)
    }

    fn within_limit(&self, bytes: u64) -> Result<(), Reason> {
        let limit = self.options.size_limit;
        if bytes > limit { Err(Reason::TooLarge { bytes, limit }) } else { Ok(()) }
    }
}

impl Document<'_> {
    /// What was read.
    pub fn manuscript(&self) -> &Manuscript {
        &self.manuscript
    }

    /// The record of the document. Borrows its text.
    pub fn record(&self) -> Record<'_> {
        self.draft().finish()
    }

    /// The same as a draft: for those who only print it.
    pub fn draft(&self) -> Draft<'_> {
        let outline = gongwen_outline::outline(&self.manuscript);
        let facts = gongwen_extract::extract(&self.manuscript, &outline);
        let options = gongwen_record::Options {
            path: self.path,
            bytes: self.bytes,
            rules: crate::rules_hash(),
            text: self.options.text,
        };
        gongwen_record::draft(&self.manuscript, &outline, facts, &options)
    }
}

fn panic_message(cause: &(dyn Any + Send)) -> String {
    let words =
        cause.downcast_ref::<&str>().copied().or_else(|| cause.downcast_ref::<String>().map(String::as_str));
    words.unwrap_or("no message").lines().next().unwrap_or_default().to_owned()
}
