//! Targets of many documents as families of indicators.
//!
//! Two targets stand in one indicator only when an alignment says that their values may be compared, or when indicator,
//! unit, measure, group and frequency are the same words. Targets that count the same thing without being comparable
//! stand in one family, apart, with the reason.

use crate::comparison::{Family, Indicator, Place, Value};
use crate::{Alignment, Comparability, Difference, Plan};
use gongwen_record::{Comparator, Target};
use std::collections::BTreeMap;

/// Alignments of a family's indicators that must speak for it, as a share of the smaller indicator: one slip among a
/// thousand documents must not join what is not one thing.
const SHARE_OF_LINKS: f64 = 0.2;

/// A target by its document and its place in the record's list.
type At = (usize, usize);

/// Families of the targets that take part in comparison, the most widely set first.
pub(crate) fn targets(plans: &[Plan<'_>], pairs: &[(usize, usize, Alignment)]) -> Vec<Family> {
    let all: Vec<At> = plans
        .iter()
        .enumerate()
        .flat_map(|(doc, plan)| {
            let own = plan.targets.iter().enumerate().filter(|(_, unit)| unit.own);
            own.map(move |(index, _)| (doc, index))
        })
        .collect();
    let number: BTreeMap<At, usize> = all.iter().enumerate().map(|(n, at)| (*at, n)).collect();
    let mut rows = Groups::new(all.iter().map(|(doc, _)| *doc));
    let mut links = Vec::new();
    for (a, b, alignment) in pairs {
        for pair in &alignment.targets {
            let ends = number.get(&(*a, pair.a.index())).zip(number.get(&(*b, pair.b.index())));
            let Some((&left, &right)) = ends else { continue };
            links.push((pair.score, left, right, &pair.comparable));
        }
    }
    links.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    for (_, left, right, comparable) in &links {
        if comparable.is_comparable() {
            rows.join(*left, *right);
        }
    }
    join_same_words(plans, &all, &mut rows);
    let mut kin = Kin::new(&mut rows, all.len());
    for (_, left, right, comparable) in &links {
        kin.link(*left, *right, comparable);
    }
    families(plans, &all, &kin)
}

/// Targets in the same words are one indicator, also where no alignment brought their documents together.
fn join_same_words(plans: &[Plan<'_>], all: &[At], rows: &mut Groups) {
    let mut first = BTreeMap::new();
    for (number, &(doc, index)) in all.iter().enumerate() {
        let target = plans[doc].targets[index].target;
        let Some(indicator) = target.indicator.as_deref() else { continue };
        let key = (
            indicator,
            target.group.as_deref(),
            &*target.unit,
            target.measure as u8,
            &*target.frequency,
            binds_from_above(target.comparator),
        );
        match first.get(&key) {
            Some(&one) => rows.join(one, number),
            None => _ = first.insert(key, number),
        }
    }
}

fn binds_from_above(comparator: Comparator) -> bool {
    matches!(comparator, Comparator::Le | Comparator::Lt)
}

/// Disjoint sets that hold at most one target a document.
struct Groups {
    parent: Vec<usize>,
    docs: Vec<Vec<usize>>,
}

impl Groups {
    fn new(docs: impl Iterator<Item = usize>) -> Self {
        let docs: Vec<Vec<usize>> = docs.map(|doc| vec![doc]).collect();
        Self { parent: (0..docs.len()).collect(), docs }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    /// Joins two sets unless they share a document.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        // The lower number stays the root, so that order of joining shows nowhere.
        let (stays, goes) = (a.min(b), a.max(b));
        let (few, many) = if self.docs[a].len() < self.docs[b].len() { (a, b) } else { (b, a) };
        if self.docs[few].iter().any(|doc| self.docs[many].binary_search(doc).is_ok()) {
            return;
        }
        let moved = std::mem::take(&mut self.docs[goes]);
        self.docs[stays].extend(moved);
        self.docs[stays].sort_unstable();
        self.parent[goes] = stays;
    }
}

/// Indicators and what links them into families.
struct Kin {
    /// Indicator of each target.
    row: Vec<usize>,
    /// Targets of each indicator, in order.
    rows: Vec<Vec<usize>>,
    /// Links between two indicators, how many and why apart.
    links: BTreeMap<(usize, usize), (usize, Vec<Difference>, bool)>,
}

impl Kin {
    fn new(groups: &mut Groups, count: usize) -> Self {
        let mut name = BTreeMap::new();
        let mut rows: Vec<Vec<usize>> = Vec::new();
        let mut row = Vec::with_capacity(count);
        for target in 0..count {
            let root = groups.root(target);
            let at = *name.entry(root).or_insert_with(|| {
                rows.push(Vec::new());
                rows.len() - 1
            });
            rows[at].push(target);
            row.push(at);
        }
        Self { row, rows, links: BTreeMap::new() }
    }

    fn link(&mut self, a: usize, b: usize, comparable: &Comparability) {
        let (a, b) = (self.row[a], self.row[b]);
        if a == b {
            return;
        }
        let link = self.links.entry((a.min(b), a.max(b))).or_default();
        link.0 += 1;
        match comparable {
            Comparability::Apart(because) => link.1.extend(because),
            Comparability::Comparable => link.2 = true,
        }
    }

    /// Lists of indicators with the reasons that keep them apart.
    fn families(&self) -> Vec<(Vec<usize>, Vec<Difference>, bool)> {
        let mut family: Vec<usize> = (0..self.rows.len()).collect();
        let held: Vec<_> = self
            .links
            .iter()
            .filter(|((a, b), (count, ..))| {
                let smaller = self.rows[*a].len().min(self.rows[*b].len()) as f64;
                *count as f64 >= (smaller * SHARE_OF_LINKS).max(1.0)
            })
            .collect();
        for ((a, b), _) in &held {
            let (a, b) = (find(&mut family, *a), find(&mut family, *b));
            family[a.max(b)] = a.min(b);
        }
        let mut out: BTreeMap<usize, (Vec<usize>, Vec<Difference>, bool)> = BTreeMap::new();
        for row in 0..self.rows.len() {
            out.entry(find(&mut family, row)).or_default().0.push(row);
        }
        for ((a, _), (_, because, several)) in held {
            let entry = out.entry(find(&mut family, *a)).or_default();
            entry.1.extend(because);
            entry.2 |= several;
        }
        out.into_values()
            .map(|(rows, mut because, several)| {
                because.sort_unstable();
                because.dedup();
                (rows, because, several)
            })
            .collect()
    }
}

fn find(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

fn families(plans: &[Plan<'_>], all: &[At], kin: &Kin) -> Vec<Family> {
    let mut families = kin.families();
    for (rows, ..) in &mut families {
        rows.sort_by_key(|row| (std::cmp::Reverse(kin.rows[*row].len()), kin.rows[*row][0]));
    }
    let breadth = |rows: &[usize]| {
        let mut docs: Vec<usize> = rows.iter().flat_map(|row| &kin.rows[*row]).map(|t| all[*t].0).collect();
        docs.sort_unstable();
        docs.dedup();
        docs.len()
    };
    families.sort_by_key(|(rows, ..)| {
        (std::cmp::Reverse(kin.rows[rows[0]].len()), std::cmp::Reverse(breadth(rows)), kin.rows[rows[0]][0])
    });
    let target = |n: usize| {
        let (doc, index) = all[n];
        (doc, &plans[doc].targets[index])
    };
    families
        .into_iter()
        .enumerate()
        .map(|(at, (rows, apart, several))| {
            let id = format!("f{}", at + 1);
            let (_, lead) = target(kin.rows[rows[0]][0]);
            let indicators = rows
                .iter()
                .enumerate()
                .map(|(at, row)| {
                    let values = &kin.rows[*row];
                    let (_, first) = target(values[0]);
                    let of = |n: &usize| {
                        let (doc, unit) = target(*n);
                        value(&plans[doc], unit.target)
                    };
                    Indicator {
                        id: format!("{id}.{}", at + 1),
                        label: label(first.target),
                        group: first.target.group.as_deref().map(str::to_owned),
                        unit: first.target.unit.to_string(),
                        measure: first.target.measure,
                        frequency: first.target.frequency.to_string(),
                        values: values.iter().map(of).collect(),
                    }
                })
                .collect();
            let topics = lead.topics.iter().map(|code| (*code).to_owned()).collect();
            Family { label: label(lead.target), topics, apart, several, indicators, id }
        })
        .collect()
}

fn label(target: &Target<'_>) -> String {
    target.indicator.as_deref().unwrap_or(&target.quote).to_owned()
}

/// A target as a value with its place.
pub(crate) fn value(plan: &Plan<'_>, target: &Target<'_>) -> Value {
    Value {
        place: Place { doc_id: plan.record.doc_id.to_string(), id: target.id, span: target.span },
        comparator: target.comparator,
        value: target.value,
        value_max: target.value_max,
        unit: target.unit.to_string(),
        deadline: target.deadline,
        modality: target.modality,
        quote: target.quote.to_string(),
    }
}
