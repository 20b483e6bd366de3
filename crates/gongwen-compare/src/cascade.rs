//! What became of the targets of the plans that a document cites.

use crate::comparison::{Cascade, CascadeTarget, Change, Lineage};
use crate::matrix::value;
use crate::{Alignment, Order, Plan, align};
use gongwen_record::{CharSpan, Comparator, DivisionLevel, Measure, Metadata, Target};
use std::collections::BTreeMap;

/// Cited plans among the documents, each beside the document that cites it, in the order of the latter. `pairs` are the
/// alignments that exist already, `a` before `b`.
pub(crate) fn cascades(plans: &[Plan<'_>], pairs: &[(usize, usize, Alignment)]) -> Vec<Cascade> {
    let names = Names::new(plans);
    let known: BTreeMap<(usize, usize), &Alignment> =
        pairs.iter().map(|(a, b, pair)| ((*a, *b), pair)).collect();
    let mut out = Vec::new();
    for child in 0..plans.len() {
        let mut cited: BTreeMap<usize, CharSpan> = BTreeMap::new();
        for reference in &plans[child].record.metadata.references {
            let by_number =
                reference.document_number.as_deref().and_then(|number| names.numbers.get(&fold(number)));
            let by_title = || names.titles.get(&fold(&reference.title));
            let by_inner_title = || names.titles.get(&fold(issued(&reference.title)?));
            let parents = by_number.or_else(by_title).or_else(by_inner_title);
            for parent in parents.into_iter().flatten().filter(|parent| **parent != child) {
                cited.entry(*parent).or_insert(reference.span);
            }
        }
        for (parent, span) in cited {
            let fresh;
            let (alignment, swapped) = match (known.get(&(parent, child)), known.get(&(child, parent))) {
                (Some(pair), _) => (*pair, false),
                (None, Some(pair)) => (*pair, true),
                (None, None) => {
                    fresh = align(&plans[parent], &plans[child]);
                    (&fresh, false)
                }
            };
            out.push(cascade(&plans[parent], &plans[child], span, alignment, swapped));
        }
    }
    out
}

/// Documents by what others cite them as. A title that several documents bear names none of them.
struct Names {
    numbers: BTreeMap<String, Vec<usize>>,
    titles: BTreeMap<String, Vec<usize>>,
}

impl Names {
    fn new(plans: &[Plan<'_>]) -> Self {
        let (mut numbers, mut titles) = (BTreeMap::new(), BTreeMap::new());
        for (at, plan) in plans.iter().enumerate() {
            let metadata = &plan.record.metadata;
            if let Some(number) = &metadata.document_number {
                add(&mut numbers, &number.raw, at);
            }
            for title in [&metadata.title, &metadata.notice_title].into_iter().flatten() {
                add(&mut titles, title, at);
            }
        }
        numbers.retain(|_, found| found.len() == 1);
        titles.retain(|_, found| found.len() == 1);
        Self { numbers, titles }
    }
}

fn add(names: &mut BTreeMap<String, Vec<usize>>, name: &str, at: usize) {
    let found = names.entry(fold(name)).or_default();
    if found.last() != Some(&at) {
        found.push(at);
    }
}

/// The plan that a notice issues: `…关于印发X的通知` is cited where X is meant.
fn issued(title: &str) -> Option<&str> {
    let (_, behind) = title.split_once("印发")?;
    behind.strip_suffix("的通知")
}

/// Letters, digits and Chinese only: brackets and dashes of one title are printed in many ways.
fn fold(name: &str) -> String {
    let digits = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - 0xfee0).expect("full-width digits map to digits"),
        _ => c,
    };
    name.chars().map(digits).filter(|c| c.is_alphanumeric()).collect()
}

fn cascade(
    parent: &Plan<'_>,
    child: &Plan<'_>,
    cited: CharSpan,
    alignment: &Alignment,
    swapped: bool,
) -> Cascade {
    let lineage = lineage(&parent.record.metadata, &child.record.metadata);
    let mut met = vec![false; child.targets.len()];
    let mut targets = Vec::new();
    for unit in parent.targets.iter().filter(|unit| unit.own) {
        let pair =
            alignment.targets.iter().find(|pair| (if swapped { pair.b } else { pair.a }) == unit.target.id);
        let Some(pair) = pair else {
            let parent = Some(value(parent, unit.target));
            targets.push(CascadeTarget {
                change: Change::Dropped,
                parent,
                child: None,
                differs: Vec::new(),
                totals: false,
            });
            continue;
        };
        let below = if swapped { pair.a } else { pair.b };
        let Some(other) = child.targets.get(below.index()) else { continue };
        met[below.index()] = true;
        let totals = lineage != Lineage::Own && is_total(unit.target) && is_total(other.target);
        let change = if totals && pair.comparable.is_comparable() {
            Change::Apart
        } else {
            change(pair.order, swapped, unit.target)
        };
        targets.push(CascadeTarget {
            change,
            parent: Some(value(parent, unit.target)),
            child: Some(value(child, other.target)),
            differs: pair.differs.clone(),
            totals,
        });
    }
    for unit in child.targets.iter().filter(|unit| unit.own && !met[unit.target.id.index()]) {
        let child = Some(value(child, unit.target));
        targets.push(CascadeTarget {
            change: Change::Added,
            parent: None,
            child,
            differs: Vec::new(),
            totals: false,
        });
    }
    Cascade {
        parent: parent.record.doc_id.to_string(),
        child: child.record.doc_id.to_string(),
        lineage,
        cited,
        targets,
    }
}

/// A number of the whole area, not a share and not so many for each school or village: it grows with the area, so a
/// county's is no lower aim than its city's.
fn is_total(target: &Target<'_>) -> bool {
    target.group.is_none() && !matches!(&*target.unit, "%" | "百分点" | "‰")
}

fn change(order: Order, swapped: bool, parent: &Target<'_>) -> Change {
    let from_above = matches!(parent.comparator, Comparator::Le | Comparator::Lt);
    // A limit from above is the stricter the lower it is, unless it is a fall that is limited.
    let lower_is_more = from_above && parent.measure != Measure::Decrease;
    match (order, swapped != lower_is_more) {
        (Order::Equal, _) => Change::Kept,
        (Order::ALower, false) | (Order::AHigher, true) => Change::Raised,
        (Order::AHigher, false) | (Order::ALower, true) => Change::Lowered,
        (Order::RangesTouch | Order::Undetermined, _) => Change::Apart,
    }
}

fn lineage(parent: &Metadata<'_>, child: &Metadata<'_>) -> Lineage {
    match (&parent.division, &child.division) {
        (Some(above), Some(below)) if above.code == below.code => Lineage::Own,
        (Some(above), Some(below)) => {
            let digits = match above.level {
                DivisionLevel::Province => 2,
                DivisionLevel::Prefecture => 4,
                DivisionLevel::County => return Lineage::Other,
            };
            let inside =
                above.code.get(..digits).is_some() && above.code.get(..digits) == below.code.get(..digits);
            if inside { Lineage::Above } else { Lineage::Other }
        }
        _ => Lineage::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cited: &str, borne: &str, expect: bool) {
        let found =
            fold(cited) == fold(borne) || issued(cited).is_some_and(|inner| fold(inner) == fold(borne));
        assert_eq!(found, expect, "{cited} / {borne}");
    }

    #[test]
    fn a_plan_is_known_by_its_title_however_it_is_printed() {
        check("甲省节水方案（2021—2025年）", "甲省节水方案(2021-2025年)", true);
        check("甲省人民政府关于印发《甲省节水方案》的通知", "甲省节水方案", true);
        check("甲政发〔2021〕９号", "甲政发[2021]9号", true);
        check("甲省节水方案（2021—2025年）", "甲省节水方案（2026—2030年）", false);
        check("乙市节水方案", "甲省节水方案", false);
    }
}
