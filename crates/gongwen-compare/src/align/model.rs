//! How the figures of a pair become one score, and from which score on a pair is said.
//!
//! The weights were fitted (logistic regression, rounded) to two pairs of plans at a time and held on the third; the
//! guide tells the figures. They know nothing of any theme: only of how like two texts are.

use super::features::Likeness;

/// From this score on a pair is said: more likely than not.
pub(super) const PAIR: f64 = 0.5;

/// From this score on the best partner of both sides is the same measure, below it shares a part.
pub(super) const SAME: f64 = 0.95;

/// Cosine from which on a text stands on the other side nearly word for word: it has found its counterpart, and what else
/// is like it there is like its counterpart too.
pub(super) const VERBATIM: f64 = 0.9;

/// How like a unit is to another among all that it could be paired with: 1 for the best partner of both.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    pub words: f64,
    pub phrases: f64,
    pub title: f64,
}

/// Probability that two tasks are one measure or overlap.
pub(super) fn score(like: &Likeness, standing: Standing, same_topic: bool) -> f64 {
    let sum = -10.2
        + 5.5 * like.words
        + 2.5 * like.title
        + 4.5 * like.clauses
        + 6.0 * like.phrases
        + 2.5 * like.instruments
        + 4.0 * standing.words
        + 3.5 * standing.phrases
        + 1.0 * standing.title
        + 0.8 * f64::from(u8::from(same_topic));
    1.0 / (1.0 + (-sum).exp())
}
