//! One file of a folder, written and read a row group at a time.

use super::broken;
use super::column::Column;
use super::leaf::{Leaf, leaves, schema};
use crate::folder::{failed, foreign};
use crate::layout::{LAYOUT_VERSION, Table};
use crate::{Error, Value};
use gongwen_record::SCHEMA_VERSION;
use parquet::basic::Compression;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{WriterProperties, WriterVersion};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rows are held until they are about so many bytes: memory stays flat, and readers get groups that are worth it.
const GROUP_BYTES: usize = 8 << 20;

/// A file that is being written.
pub(super) struct Writing {
    path: PathBuf,
    writer: SerializedFileWriter<File>,
    leaves: Vec<Leaf>,
    group: Group,
}

/// The rows of one row group.
pub(super) struct Group {
    columns: Vec<Column>,
    names: Vec<String>,
    rows: usize,
    bytes: usize,
}

impl Writing {
    pub(super) fn create(path: &Path, table: &Table) -> Result<Self, Error> {
        let file = File::create(path).map_err(failed(path, "cannot be written"))?;
        let key = |name: &str, value: &str| KeyValue::new(format!("gongwen.{name}"), value.to_owned());
        let properties = WriterProperties::builder()
            .set_writer_version(WriterVersion::PARQUET_1_0)
            .set_compression(Compression::SNAPPY)
            .set_created_by(format!("gongwen {}", env!("CARGO_PKG_VERSION")))
            .set_key_value_metadata(Some(vec![
                key("layout_version", LAYOUT_VERSION),
                key("contract_version", SCHEMA_VERSION),
            ]))
            .build();
        let written = broken(path, "cannot be written");
        let writer = schema(table)
            .and_then(|schema| SerializedFileWriter::new(file, schema, Arc::new(properties)))
            .map_err(written)?;
        let leaves = leaves(table);
        let group = Group::new(&leaves);
        Ok(Self { path: path.to_owned(), writer, leaves, group })
    }

    /// Adds a row.
    pub(super) fn push(&mut self, row: &[Value<'_>]) -> Result<(), Error> {
        for (leaf, column) in self.leaves.iter().zip(&mut self.group.columns) {
            self.group.bytes += column.push(&row[leaf.column]);
        }
        self.group.rows += 1;
        if self.group.bytes >= GROUP_BYTES { self.flush() } else { Ok(()) }
    }

    /// Adds a row group as it is.
    pub(super) fn append(&mut self, group: Group) -> Result<(), Error> {
        self.flush()?;
        self.group = group;
        self.flush()
    }

    fn flush(&mut self) -> Result<(), Error> {
        let group = std::mem::replace(&mut self.group, Group::new(&self.leaves));
        if group.rows == 0 {
            return Ok(());
        }
        let mut write = || {
            let mut writer = self.writer.next_row_group()?;
            for column in &group.columns {
                let into = writer.next_column()?.expect("the schema has every column");
                column.write(into)?;
            }
            writer.close().map(|_| ())
        };
        write().map_err(broken(&self.path, "cannot be written"))
    }

    /// Ends the file well.
    pub(super) fn close(mut self) -> Result<(), Error> {
        self.flush()?;
        let Self { path, writer, .. } = self;
        let file = writer.into_inner().map_err(broken(&path, "cannot be written"))?;
        file.sync_all().map_err(failed(&path, "cannot be written"))
    }
}

impl Group {
    fn new(leaves: &[Leaf]) -> Self {
        Self {
            columns: leaves.iter().map(Column::new).collect(),
            names: leaves.iter().map(|leaf| leaf.name.clone()).collect(),
            rows: 0,
            bytes: 0,
        }
    }

    /// The texts of a column that has one a row.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        let column = self.names.iter().position(|other| other == name).expect("the layout has the column");
        self.columns[column].texts()
    }

    /// Leaves only the rows of documents that stay.
    pub(super) fn keep(&mut self, stays: impl Fn(&str) -> bool) {
        let stays: Vec<bool> = self.texts("doc_id").iter().map(|doc_id| stays(doc_id)).collect();
        if stays.iter().all(|stays| *stays) {
            return;
        }
        self.rows = stays.iter().filter(|stays| **stays).count();
        self.columns.iter_mut().for_each(|column| column.keep(&stays));
    }
}

/// A file that is being read.
pub(super) struct Reading {
    path: PathBuf,
    reader: SerializedFileReader<File>,
    leaves: Vec<Leaf>,
    next: usize,
}

impl Reading {
    pub(super) fn open(path: &Path, table: &Table) -> Result<Self, Error> {
        let file = File::open(path).map_err(failed(path, "cannot be read"))?;
        let reader = SerializedFileReader::new(file).map_err(broken(path, "cannot be read"))?;
        let wanted = schema(table).map_err(broken(path, "cannot be read"))?;
        if reader.metadata().file_metadata().schema() != &*wanted {
            return Err(foreign(path, "its columns are none that gongwen wrote"));
        }
        Ok(Self { path: path.to_owned(), reader, leaves: leaves(table), next: 0 })
    }

    /// The next row group.
    pub(super) fn next(&mut self) -> Result<Option<Group>, Error> {
        if self.next == self.reader.num_row_groups() {
            return Ok(None);
        }
        let mut group = Group::new(&self.leaves);
        let read = || {
            let reader = self.reader.get_row_group(self.next)?;
            let rows = usize::try_from(reader.metadata().num_rows()).unwrap_or(0);
            let columns = self.leaves.iter().enumerate();
            let columns = columns.map(|(i, leaf)| Column::read(leaf, reader.get_column_reader(i)?, rows));
            Ok((columns.collect::<Result<_, _>>()?, rows))
        };
        (group.columns, group.rows) = read().map_err(broken(&self.path, "cannot be read"))?;
        self.next += 1;
        Ok(Some(group))
    }
}
