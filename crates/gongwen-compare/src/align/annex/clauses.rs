//! Clauses of a body and of a row that say the same thing.

/// Likeness of two clauses (Dice of their pairs of characters) from which on they are one clause in two wordings.
const ALIKE: f64 = 0.5;

/// The clauses of a text, white space kept off.
pub(super) fn clauses(text: &str) -> Vec<&str> {
    let parts = text.split(['，', '。', '；', '：', ',', ';', '\n']).map(str::trim);
    parts.filter(|clause| !clause.is_empty()).collect()
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    text.split(['。', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty()).collect()
}

/// Pairs of clauses that say the same, each the best partner of the other.
pub(super) fn alike<'t>(a: &[&'t str], b: &[&'t str]) -> Vec<(usize, usize)> {
    let (left, right) = (a.iter().map(|c| grams(c)), b.iter().map(|c| grams(c)));
    let (left, right): (Vec<_>, Vec<_>) = (left.collect(), right.collect());
    let like: Vec<Vec<f64>> = left.iter().map(|x| right.iter().map(|y| dice(x, y)).collect()).collect();
    let mut pairs = Vec::new();
    for (i, row) in like.iter().enumerate() {
        for (j, &score) in row.iter().enumerate() {
            let best = row.iter().all(|other| *other <= score) && like.iter().all(|row| row[j] <= score);
            if score >= ALIKE && best && pairs.iter().all(|(x, y)| *x != i && *y != j) {
                pairs.push((i, j));
            }
        }
    }
    pairs
}

/// How much of the shorter of two texts stands in the other, 0 to 1.
pub(super) fn shared(a: &str, b: &str) -> f64 {
    let (a, b) = (grams(a), grams(b));
    common(&a, &b) as f64 / a.len().min(b.len()).max(1) as f64
}

type Grams = Vec<(char, char)>;

fn grams(text: &str) -> Grams {
    let chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut grams: Grams = chars.windows(2).map(|pair| (pair[0], pair[1])).collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

fn common(a: &Grams, b: &Grams) -> usize {
    a.iter().filter(|gram| b.binary_search(gram).is_ok()).count()
}

fn dice(a: &Grams, b: &Grams) -> f64 {
    2.0 * common(a, b) as f64 / (a.len() + b.len()).max(1) as f64
}
