//! Chinese government documents (公文) to records one can query.
//!
//! The facade: [`Converter`] takes the bytes of one file through every stage and gives its [`Record`];
//! [`Inputs`] finds the documents under files and folders; [`Batch`] converts many, in parallel and in
//! order, into a [`Folder`] that remembers them or into a stream. Holds no rule of extraction.
//!
//! # Examples
//! ```
//! let document = "县水利局工作方案\n一、总体要求\n把水管好。\n";
//! let record = gongwen::Converter::default().convert(document.as_bytes(), "plans/water.txt")?;
//! assert_eq!(record.source.path, "plans/water.txt");
//! # Ok::<(), gongwen::Error>(())
//! ```

mod archive;
mod batch;
mod conversion;
mod converter;
mod counts;
mod entry;
mod error;
mod folder;
mod inputs;
mod rules;

pub use archive::Member;
pub use batch::Batch;
pub use conversion::Conversion;
pub use converter::{Converter, Document, Options, SIZE_LIMIT};
pub use counts::Counts;
pub use entry::{Cause, Entry, Finding, Outcome};
pub use error::{Error, Reason};
pub use folder::{Done, Folder, FolderError, Format, Manner, Step, Task, Tasks, Why};
pub use gongwen_record::{Record, Severity, schema};
pub use inputs::{FileIter, Files, Input, Inputs, Missing, Scope, Skipped};
pub use rules::rules_hash;
