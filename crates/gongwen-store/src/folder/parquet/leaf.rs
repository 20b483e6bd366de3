//! The columns of a file: one a column of the layout, two for a decimal.

use crate::ddl::exact;
use crate::layout::{Column, Kind, Table};
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::errors::ParquetError;
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

/// How a column of a file is written.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    /// Its name.
    pub(super) name: String,
    /// Which column of the layout it has.
    pub(super) column: usize,
    pub(super) sort: Sort,
    pub(super) nullable: bool,
}

/// What a column of a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Text,
    Integer,
    /// The nearest binary number of a decimal.
    Double,
    Boolean,
    /// Days since 1970-01-01.
    Day,
    List,
}

/// The columns of a table's file, in order.
pub(super) fn leaves(table: &Table) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for (i, column) in table.columns.iter().enumerate() {
        let leaf = |name: String, sort| Leaf { name, column: i, sort, nullable: column.nullable };
        let Column { name, kind, .. } = column;
        leaves.push(leaf((*name).to_owned(), sort(*kind)));
        if *kind == Kind::Decimal {
            leaves.push(leaf(exact(name), Sort::Text));
        }
    }
    leaves
}

fn sort(kind: Kind) -> Sort {
    match kind {
        Kind::Text => Sort::Text,
        Kind::Integer => Sort::Integer,
        Kind::Decimal => Sort::Double,
        Kind::Boolean => Sort::Boolean,
        Kind::Date => Sort::Day,
        Kind::List(_) => Sort::List,
    }
}

/// The schema of a table's file.
pub(super) fn schema(table: &Table) -> Result<TypePtr, ParquetError> {
    let fields = leaves(table).iter().map(field).collect::<Result<Vec<_>, _>>()?;
    Ok(Arc::new(Type::group_type_builder(table.name).with_fields(fields).build()?))
}

fn field(leaf: &Leaf) -> Result<TypePtr, ParquetError> {
    if leaf.sort == Sort::List {
        // Three levels, as the format's rules for lists want it; lists and their items are never null.
        let element = primitive("element", Sort::Text, Repetition::REQUIRED)?;
        let list = Type::group_type_builder("list")
            .with_repetition(Repetition::REPEATED)
            .with_fields(vec![element])
            .build()?;
        let group = Type::group_type_builder(&leaf.name)
            .with_repetition(Repetition::REQUIRED)
            .with_logical_type(Some(LogicalType::List))
            .with_converted_type(parquet::basic::ConvertedType::LIST)
            .with_fields(vec![Arc::new(list)]);
        return Ok(Arc::new(group.build()?));
    }
    primitive(&leaf.name, leaf.sort, if leaf.nullable { Repetition::OPTIONAL } else { Repetition::REQUIRED })
}

fn primitive(name: &str, sort: Sort, repetition: Repetition) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match sort {
        Sort::Text | Sort::List => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Sort::Integer => (Physical::INT64, None),
        Sort::Double => (Physical::DOUBLE, None),
        Sort::Boolean => (Physical::BOOLEAN, None),
        Sort::Day => (Physical::INT32, Some(LogicalType::Date)),
    };
    let builder =
        Type::primitive_type_builder(name, physical).with_repetition(repetition).with_logical_type(logical);
    Ok(Arc::new(builder.build()?))
}
