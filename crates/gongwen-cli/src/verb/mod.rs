//! One file a verb: its arguments, its help, what it does.

pub(crate) mod compare;
pub(crate) mod convert;
pub(crate) mod diff;
pub(crate) mod eval;
pub(crate) mod load;
pub(crate) mod query;
pub(crate) mod schema;
pub(crate) mod show;
