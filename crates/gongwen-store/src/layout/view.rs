//! What a view is.

/// A question that is asked often, as a view of the same name in every database.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Its name.
    pub name: &'static str,
    /// What it answers, one line.
    pub answers: &'static str,
    /// Columns by which its rows are put in order.
    pub order: &'static [&'static str],
    /// A `SELECT` that SQLite and Postgres read alike.
    pub sql: &'static str,
}
