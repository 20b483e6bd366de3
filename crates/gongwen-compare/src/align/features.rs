//! What speaks for a pair of units: likeness of words, weighted by how rare they are in the two plans.
//!
//! Weights come from the two plans alone, so that a pair is read the same whatever else is compared.

use super::words::{Gram, Words};

/// What two units have in common, each figure 0 to 1 and the same in both directions.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    /// Cosine of the words, title included.
    pub words: f64,
    /// Cosine of the titles; 0 when one has none.
    pub title: f64,
    /// The larger share of one unit's clauses that stand, much the same, in the other (square root, for short ones).
    pub clauses: f64,
    /// Phrases that these two share and few others have, by the shorter unit's length (square root).
    pub phrases: f64,
    /// Share of named instruments that both use.
    pub instruments: f64,
}

/// Likeness of every unit of one list with every unit of another: `[row][column]`.
pub(super) fn likeness(a: &[Words], b: &[Words]) -> Vec<Vec<Likeness>> {
    let grams = Rarity::of(a, b, |words| &words.all);
    let phrases = Rarity::of(a, b, |words| &words.phrases);
    let turn = |list: &[Words]| -> Vec<Unit> { list.iter().map(|words| Unit::of(words, &grams)).collect() };
    let (left, right) = (turn(a), turn(b));
    let covered = coverage(&left, &right, &grams);
    let covering = coverage(&right, &left, &grams);
    let row = |(i, x): (usize, &Unit)| -> Vec<Likeness> {
        let cell = |(j, y): (usize, &Unit)| Likeness {
            words: cosine(&x.all, &y.all),
            title: cosine(&x.title, &y.title),
            clauses: covered[i][j].max(covering[j][i]).sqrt(),
            phrases: shared_phrases(&a[i].phrases, &b[j].phrases, &phrases).sqrt(),
            instruments: shared_names(&a[i].instruments, &b[j].instruments),
        };
        right.iter().enumerate().map(cell).collect()
    };
    left.iter().enumerate().map(row).collect()
}

/// The cosines alone, where clauses and phrases are not asked for: the costly part is left out.
pub(super) fn cosines(a: &[Words], b: &[Words]) -> Vec<Vec<Likeness>> {
    let grams = Rarity::of(a, b, |words| &words.all);
    let turn = |list: &[Words]| -> Vec<(Vector, Vector)> {
        list.iter().map(|words| (vector(&words.all, &grams), vector(&words.title, &grams))).collect()
    };
    let (left, right) = (turn(a), turn(b));
    let cell = |x: &(Vector, Vector), y: &(Vector, Vector)| Likeness {
        words: cosine(&x.0, &y.0),
        title: cosine(&x.1, &y.1),
        ..Likeness::default()
    };
    left.iter().map(|x| right.iter().map(|y| cell(x, y)).collect()).collect()
}

/// How many units of the two lists hold each gram.
struct Rarity {
    grams: Vec<Gram>,
    units: Vec<u32>,
    of: usize,
}

impl Rarity {
    fn of(a: &[Words], b: &[Words], pick: fn(&Words) -> &Vec<Gram>) -> Self {
        let mut all = Vec::new();
        for words in a.iter().chain(b) {
            let own = pick(words);
            let first = |at: &usize| *at == 0 || own[*at] != own[*at - 1];
            all.extend((0..own.len()).filter(first).map(|at| own[at]));
        }
        all.sort_unstable();
        let (mut grams, mut units) = (Vec::new(), Vec::<u32>::new());
        for gram in all {
            if grams.last() == Some(&gram) {
                *units.last_mut().expect("one count a gram") += 1;
            } else {
                grams.push(gram);
                units.push(1);
            }
        }
        Self { grams, units, of: a.len() + b.len() }
    }

    fn index(&self, gram: Gram) -> usize {
        self.grams.binary_search(&gram).expect("every gram of the units was counted")
    }

    /// ln(1 + units / units with the gram): never 0, so that a pair alone can be told.
    fn weight(&self, index: usize) -> f64 {
        (1.0 + self.of as f64 / f64::from(self.units[index])).ln()
    }
}

/// A unit in terms of the two plans' grams.
struct Unit {
    all: Vector,
    title: Vector,
    clauses: Vec<Vec<u32>>,
}

/// Indices of grams with weights, sorted, of length 1.
type Vector = Vec<(u32, f64)>;

impl Unit {
    fn of(words: &Words, grams: &Rarity) -> Self {
        let clause = |clause: &Vec<Gram>| clause.iter().map(|gram| grams.index(*gram) as u32).collect();
        Self {
            all: vector(&words.all, grams),
            title: vector(&words.title, grams),
            clauses: words.clauses.iter().map(clause).collect(),
        }
    }
}

fn vector(sorted: &[Gram], grams: &Rarity) -> Vector {
    let mut vector = Vector::new();
    for run in sorted.chunk_by(|x, y| x == y) {
        let index = grams.index(run[0]);
        vector.push((index as u32, (1.0 + (run.len() as f64).ln()) * grams.weight(index)));
    }
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    for (_, weight) in &mut vector {
        *weight /= length;
    }
    vector
}

fn cosine(a: &Vector, b: &Vector) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a[i].1 * b[j].1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum
}

/// Likeness of two clauses (Dice) that is chance: what any two sentences of the genre share.
const CHANCE: f64 = 0.25;

/// Which share of each unit of `a`, by weight of its clauses, stands in each unit of `b`.
fn coverage(a: &[Unit], b: &[Unit], grams: &Rarity) -> Vec<Vec<f64>> {
    let weights: Vec<f64> = (0..grams.grams.len()).map(|index| grams.weight(index)).collect();
    let weigh = |clause: &[u32]| -> f64 { clause.iter().map(|gram| weights[*gram as usize]).sum() };
    // Clauses of `b` by gram, so that a clause meets only those that it shares something with.
    let clauses: Vec<(usize, f64)> = b
        .iter()
        .enumerate()
        .flat_map(|(unit, words)| words.clauses.iter().map(move |clause| (unit, clause)))
        .map(|(unit, clause)| (unit, weigh(clause)))
        .collect();
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); weights.len()];
    for (number, clause) in b.iter().flat_map(|unit| &unit.clauses).enumerate() {
        for gram in clause {
            holders[*gram as usize].push(number as u32);
        }
    }
    let mut common = vec![0.0; clauses.len()];
    let row = |unit: &Unit| {
        let (mut total, mut met) = (0.0, vec![0.0; b.len()]);
        for clause in &unit.clauses {
            let own = weigh(clause);
            total += own;
            common.fill(0.0);
            for gram in clause {
                for holder in &holders[*gram as usize] {
                    common[*holder as usize] += weights[*gram as usize];
                }
            }
            let mut best = vec![0.0_f64; b.len()];
            for (common, (other, weight)) in common.iter().zip(&clauses) {
                best[*other] = best[*other].max(2.0 * common / (own + weight));
            }
            for (met, best) in met.iter_mut().zip(best) {
                *met += own * (best - CHANCE).max(0.0) / (1.0 - CHANCE);
            }
        }
        met.iter().map(|met| if total > 0.0 { met / total } else { 0.0 }).collect()
    };
    a.iter().map(row).collect()
}

/// Length that every unit is given on top: in few words a shared phrase is easily chance.
const SHORT: usize = 20;

fn shared_phrases(a: &[Gram], b: &[Gram], phrases: &Rarity) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                // Shared by these two alone it counts whole, by each further unit less.
                sum += 1.0 / f64::from(phrases.units[phrases.index(a[i])] - 1);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum / (a.len().min(b.len()) + SHORT) as f64
}

fn shared_names(a: &[String], b: &[String]) -> f64 {
    let shared = a.iter().filter(|name| b.contains(name)).count();
    shared as f64 / a.len().min(b.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const OTHER: &str = "开展河道清淤。对重点河段清淤疏浚，拆除违章建筑。";

    fn check(a: &str, b: &str, expect: impl Fn(Likeness) -> bool) {
        let left = [Words::of("", a), Words::of("", OTHER)];
        let right = [Words::of("", b), Words::of("", OTHER)];
        let (there, back) = (likeness(&left, &right), likeness(&right, &left));
        assert!(expect(there[0][0]), "{a} / {b}: {:?}", there[0][0]);
        let same = |x: Likeness, y: Likeness| {
            let figures =
                |l: Likeness| [l.words, l.title, l.clauses, l.phrases, l.instruments].map(f64::to_bits);
            figures(x) == figures(y)
        };
        assert!(same(there[0][0], back[0][0]) && same(there[0][1], back[1][0]), "{a} / {b} from either side");
    }

    #[test]
    fn like_is_what_shares_rare_words() {
        check("扩建水厂，延伸供水管网。", "扩建水厂，延伸供水管网。", |l| {
            l.words > 0.999 && l.clauses > 0.999
        });
        check("扩建水厂，延伸供水管网。", "推广心肺复苏培训。", |l| {
            l.words < 0.01 && l.clauses < 0.01 && l.phrases < 0.01
        });
        // One of three clauses stands in the other, whole.
        check(
            "扩建水厂，更换老旧水表，开展水质检测。",
            "聘请管水员，更换老旧水表。",
            |l| l.clauses > 0.5 && l.clauses < 0.9 && l.phrases > 0.3,
        );
        check("推行“河长制”。", "落实“河长制”责任。", |l| l.instruments > 0.999);
    }

    #[test]
    fn nothing_is_like_nothing() {
        check("", "", |l| l.words.to_bits() == 0 && l.clauses.to_bits() == 0 && l.phrases.to_bits() == 0);
        check("2025", "扩建水厂，延伸供水管网。", |l| l.words < 0.01 && l.title < 0.01);
    }
}
