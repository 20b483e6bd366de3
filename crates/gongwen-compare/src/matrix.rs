//! Tables over all documents: what they aim at, whom they ask, what they speak of.

mod coverage;
mod duties;
mod targets;

pub(crate) use coverage::coverage;
pub(crate) use duties::{duties, strength};
pub(crate) use targets::{targets, value};
