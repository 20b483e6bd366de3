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

/// Kinship from which on two plans are of one kind: each unit of one stands, by the mean, to a quarter in the other. Plans of
/// one theme reach 0.28 to 0.6, of different themes 0 to 0.17.
const KIN: f64 = 0.25;

/// What the evidence for a pair loses between plans that have nothing in common: the best of poor partners is no partner.
const STRANGERS: f64 = 4.0;

/// Probability that two tasks are one measure or overlap.
///
/// `kinship` is how much of one plan stands in the other, 0 to 1.
pub(super) fn score(like: &Likeness, standing: Standing, same_topic: bool, kinship: f64) -> f64 {
    let strangers = (1.0 - kinship / KIN).max(0.0);
    let sum = -10.2 - STRANGERS * strangers
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
