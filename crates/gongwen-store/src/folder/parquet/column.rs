//! The values of one column of a row group, with their levels.

use super::leaf::{Leaf, Sort};
use crate::Value;
use crate::check::days;
use parquet::column::reader::{ColumnReader, get_typed_column_reader};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::writer::SerializedColumnWriter;

/// Values, and how they fall into rows. Definition: 0 for NULL or an empty list, 1 for a value; none where every row has one.
/// Repetition, of lists only: 0 where a row begins, 1 where it goes on.
#[derive(Debug)]
pub(super) struct Column {
    values: Values,
    definition: Vec<i16>,
    repetition: Vec<i16>,
    has_definition: bool,
    is_list: bool,
}

#[derive(Debug)]
enum Values {
    Text(Vec<ByteArray>),
    Integer(Vec<i64>),
    Double(Vec<f64>),
    Boolean(Vec<bool>),
    Day(Vec<i32>),
}

impl Column {
    pub(super) fn new(leaf: &Leaf) -> Self {
        let values = match leaf.sort {
            Sort::Text | Sort::List => Values::Text(Vec::new()),
            Sort::Integer => Values::Integer(Vec::new()),
            Sort::Double => Values::Double(Vec::new()),
            Sort::Boolean => Values::Boolean(Vec::new()),
            Sort::Day => Values::Day(Vec::new()),
        };
        let is_list = leaf.sort == Sort::List;
        Self {
            values,
            definition: Vec::new(),
            repetition: Vec::new(),
            has_definition: leaf.nullable || is_list,
            is_list,
        }
    }

    /// Adds the value of the next row. Returns roughly how many bytes that takes.
    pub(super) fn push(&mut self, value: &Value<'_>) -> usize {
        if let Value::List(items) = value {
            return self.push_list(items.iter().map(|item| &**item));
        }
        if self.has_definition {
            self.definition.push(i16::from(!value.is_null()));
        }
        if value.is_null() {
            return 2;
        }
        let mut buffer = String::new();
        let text = value.text(&mut buffer).expect("what is not null and no list is a text");
        let size = text.len() + 8;
        match (&mut self.values, value) {
            (Values::Text(values), _) => values.push(text.as_bytes().to_vec().into()),
            (Values::Integer(values), Value::Integer(number)) => values.push(*number),
            (Values::Boolean(values), Value::Boolean(truth)) => values.push(*truth),
            (Values::Double(values), _) => values.push(text.parse().expect("a decimal is a number")),
            (Values::Day(values), _) => values.push(days(text).expect("a checked record has days for days")),
            (Values::Integer(_) | Values::Boolean(_), _) => unreachable!("rows fit the layout"),
        }
        size
    }

    fn push_list<'i>(&mut self, items: impl Iterator<Item = &'i str>) -> usize {
        let Values::Text(values) = &mut self.values else { unreachable!("lists hold texts") };
        let before = self.repetition.len();
        let mut size = 4;
        for item in items {
            self.repetition.push(i16::from(self.repetition.len() > before));
            self.definition.push(1);
            values.push(item.as_bytes().to_vec().into());
            size += item.len() + 8;
        }
        if self.repetition.len() == before {
            self.repetition.push(0);
            self.definition.push(0);
        }
        size
    }

    /// The values as texts.
    pub(super) fn texts(&self) -> Vec<String> {
        let Values::Text(values) = &self.values else { unreachable!("asked of columns of texts") };
        values.iter().map(|value| String::from_utf8_lossy(value.data()).into_owned()).collect()
    }

    /// Leaves only the rows that stay.
    pub(super) fn keep(&mut self, stays: &[bool]) {
        // For each level its row, for each value whether it stays.
        let levels = if self.has_definition { self.definition.len() } else { stays.len() };
        let mut row = 0;
        let mut kept_levels = Vec::with_capacity(levels);
        let mut kept_values = Vec::with_capacity(levels);
        for level in 0..levels {
            if level > 0 && (!self.is_list || self.repetition[level] == 0) {
                row += 1;
            }
            kept_levels.push(stays[row]);
            if !self.has_definition || self.definition[level] == 1 {
                kept_values.push(stays[row]);
            }
        }
        retain(&mut self.definition, &kept_levels);
        retain(&mut self.repetition, &kept_levels);
        match &mut self.values {
            Values::Text(values) => retain(values, &kept_values),
            Values::Integer(values) => retain(values, &kept_values),
            Values::Double(values) => retain(values, &kept_values),
            Values::Boolean(values) => retain(values, &kept_values),
            Values::Day(values) => retain(values, &kept_values),
        }
    }

    pub(super) fn write(&self, mut writer: SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        fn all<T: DataType>(
            writer: &mut SerializedColumnWriter<'_>,
            values: &[T::T],
            column: &Column,
        ) -> Result<(), ParquetError> {
            let definition = column.has_definition.then_some(&*column.definition);
            let repetition = column.is_list.then_some(&*column.repetition);
            writer.typed::<T>().write_batch(values, definition, repetition).map(|_| ())
        }
        match &self.values {
            Values::Text(values) => all::<ByteArrayType>(&mut writer, values, self)?,
            Values::Integer(values) => all::<Int64Type>(&mut writer, values, self)?,
            Values::Double(values) => all::<DoubleType>(&mut writer, values, self)?,
            Values::Boolean(values) => all::<BoolType>(&mut writer, values, self)?,
            Values::Day(values) => all::<Int32Type>(&mut writer, values, self)?,
        }
        writer.close()
    }

    /// Reads the column of a row group with so many rows.
    pub(super) fn read(leaf: &Leaf, reader: ColumnReader, rows: usize) -> Result<Self, ParquetError> {
        fn all<T: DataType>(
            reader: ColumnReader,
            rows: usize,
            values: &mut Vec<T::T>,
            levels: (Option<&mut Vec<i16>>, Option<&mut Vec<i16>>),
        ) -> Result<(), ParquetError> {
            let mut reader = get_typed_column_reader::<T>(reader);
            let (mut definition, mut repetition) = levels;
            let mut read = 0;
            while read < rows {
                let (records, ..) = reader.read_records(
                    rows - read,
                    definition.as_deref_mut(),
                    repetition.as_deref_mut(),
                    values,
                )?;
                if records == 0 {
                    return Err(ParquetError::EOF("a column ends before its rows do".into()));
                }
                read += records;
            }
            Ok(())
        }
        let mut column = Self::new(leaf);
        let levels = (
            column.has_definition.then_some(&mut column.definition),
            column.is_list.then_some(&mut column.repetition),
        );
        match &mut column.values {
            Values::Text(values) => all::<ByteArrayType>(reader, rows, values, levels)?,
            Values::Integer(values) => all::<Int64Type>(reader, rows, values, levels)?,
            Values::Double(values) => all::<DoubleType>(reader, rows, values, levels)?,
            Values::Boolean(values) => all::<BoolType>(reader, rows, values, levels)?,
            Values::Day(values) => all::<Int32Type>(reader, rows, values, levels)?,
        }
        Ok(column)
    }
}

fn retain<T>(values: &mut Vec<T>, stays: &[bool]) {
    let mut stays = stays.iter();
    values.retain(|_| *stays.next().expect("one for each"));
}
