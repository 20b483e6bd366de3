//! Which pairs of documents are worth aligning.

use crate::Plan;

/// Pairs of documents that share enough words to be compared, in order.
pub fn candidates(plans: &[Plan<'_>]) -> Vec<(usize, usize)> {
    (0..plans.len()).flat_map(|a| (a + 1..plans.len()).map(move |b| (a, b))).collect()
}
