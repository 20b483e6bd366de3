//! A comparison for readers: tables for spreadsheets, one page for people.

pub mod csv;
pub mod html;
mod names;

pub(crate) use names::topic_order;
pub use names::{Lang, name_of_function, name_of_topic};
