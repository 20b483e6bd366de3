//! A record as JSON.

use crate::Record;

impl Record<'_> {
    /// Appends the record to `out` as one line of JSON, without a line feed.
    ///
    /// # Panics
    /// Never: every key is a string and a vector takes every byte.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        serde_json::to_writer(out, self)
            .expect("a record has string keys only, and a vector takes every byte");
    }
}
