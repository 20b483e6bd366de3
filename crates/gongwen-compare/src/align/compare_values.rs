//! In what two targets differ, and what follows for their values.

use super::pair::{Comparability, Difference, Order};
use super::vocabulary::{Units, plain, units};
use gongwen_record::{Comparator, Target};
use std::cmp::Ordering;

/// All in which two targets of one indicator differ, in the order of [`Difference`].
pub(super) fn differences(a: &Target<'_>, b: &Target<'_>) -> Vec<Difference> {
    let all = [
        (Difference::Unit, units(&a.unit, &b.unit) != Units::Same),
        (Difference::Measure, a.measure != b.measure),
        (Difference::Group, a.group.is_some() != b.group.is_some() || other_groups(a, b)),
        (Difference::Frequency, a.frequency != b.frequency),
        (Difference::Direction, is_upper(a.comparator) != is_upper(b.comparator)),
        (Difference::Comparator, a.comparator != b.comparator),
        (Difference::Deadline, a.deadline != b.deadline),
        (Difference::Modality, a.modality != b.modality),
        (Difference::Baseline, a.baseline != b.baseline),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(difference, _)| difference).collect()
}

/// Values may stand in one chart when unit, measure, group, frequency and direction agree.
pub(super) fn comparability(differs: &[Difference]) -> Comparability {
    let barriers: Vec<Difference> = differs.iter().copied().filter(|d| *d <= Difference::Direction).collect();
    if barriers.is_empty() { Comparability::Comparable } else { Comparability::Apart(barriers) }
}

fn is_upper(comparator: Comparator) -> bool {
    matches!(comparator, Comparator::Le | Comparator::Lt)
}

/// Whether both name a group and neither name lies in the other: 社区 against 行政村, but not 各中小学 against 学校.
pub(super) fn other_groups(a: &Target<'_>, b: &Target<'_>) -> bool {
    let Some((a, b)) = a.group.as_deref().zip(b.group.as_deref()) else { return false };
    let bare = |group: &str| {
        plain(group.trim_start_matches(['每', '各']).trim_start_matches(['个', '所', '家', '名']))
    };
    let (a, b) = (bare(a), bare(b));
    let (short, long) = if a.chars().count() <= b.chars().count() { (a, b) } else { (b, a) };
    // The characters of the shorter one stand in the longer one in their order: 学校 in 中小学、中职学校.
    let mut rest = long.chars();
    !short.chars().all(|c| rest.any(|other| other == c))
}

/// How the value of `a` stands to that of `b`.
pub(super) fn order(a: &Target<'_>, b: &Target<'_>, comparable: &Comparability) -> Order {
    if !comparable.is_comparable() {
        return Order::Undetermined;
    }
    if a.value_max.is_none() && b.value_max.is_none() {
        return match a.value.cmp(&b.value) {
            Ordering::Less => Order::ALower,
            Ordering::Greater => Order::AHigher,
            Ordering::Equal => Order::Equal,
        };
    }
    let (a_max, b_max) = (a.value_max.unwrap_or(a.value), b.value_max.unwrap_or(b.value));
    match (a.value == b.value && a_max == b_max, a_max < b.value, b_max < a.value) {
        (true, ..) => Order::Equal,
        (_, true, _) => Order::ALower,
        (_, _, true) => Order::AHigher,
        _ => Order::RangesTouch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(fields: &str) -> Target<'static> {
        let json = format!(
            r#"{{"id":"g1","scope":null,"quote":"","indicator":null,"group":null,"comparator":"ge","value":10,"value_max":null,
            "unit":"个","measure":"count","frequency":"once","deadline":2025,"baseline":null,"modality":"firm","part_of":null,
            "span":{{"start":0,"end":0}},"source_span":null,"rule":""{fields}}}"#
        );
        // By way of a value: the last of two keys of one name stands.
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        serde_json::from_value(value).unwrap()
    }

    fn check(a: &str, b: &str, barriers: &[Difference], expect: Order) {
        let (a, b) = (target(a), target(b));
        let comparable = comparability(&differences(&a, &b));
        let because = if let Comparability::Apart(because) = &comparable { because.as_slice() } else { &[] };
        assert_eq!((because, order(&a, &b, &comparable)), (barriers, expect));
    }

    #[test]
    fn only_what_is_of_one_kind_has_an_order() {
        check("", r#","value":20"#, &[], Order::ALower);
        check(r#","unit":"家""#, r#","deadline":2023,"modality":"aim""#, &[], Order::Equal);
        check(r#","unit":"人""#, r#","unit":"人次""#, &[Difference::Unit], Order::Undetermined);
        check(r#","measure":"level""#, "", &[Difference::Measure], Order::Undetermined);
        check(r#","frequency":"per_year""#, "", &[Difference::Frequency], Order::Undetermined);
        check(r#","group":"社区""#, r#","group":"行政村""#, &[Difference::Group], Order::Undetermined);
        check(r#","group":"每所学校""#, r#","group":"各中小学、中职学校""#, &[], Order::Equal);
        check(r#","group":"每所学校""#, "", &[Difference::Group], Order::Undetermined);
        check(r#","comparator":"le""#, "", &[Difference::Direction], Order::Undetermined);
    }

    #[test]
    fn ranges_have_an_order_when_they_do_not_touch() {
        check("", r#","comparator":"range","value":8,"value_max":12"#, &[], Order::RangesTouch);
        check("", r#","comparator":"range","value":12,"value_max":15"#, &[], Order::ALower);
        check(
            r#","comparator":"range","value":1,"value_max":2"#,
            r#","comparator":"range","value":1,"value_max":2"#,
            &[],
            Order::Equal,
        );
    }
}
