//! Two documents unit by unit: what was said otherwise, who else answers, what is aimed at instead.

mod duties;
mod twins;
mod units;
mod words;

pub(crate) use twins::Twins;
pub(crate) use units::{plan_difference, unit, unit_difference, unit_targets, unmet};
