//! Sentences of the genre with what they commit to.

use super::*;

/// A target in short: comparator, value, unit, kind, then what is not the default.
pub(super) fn show(t: &RawTarget<'_>) -> String {
    let comparator = match t.comparator {
        Comparator::Ge => "ge",
        Comparator::Gt => "gt",
        Comparator::Le => "le",
        Comparator::Lt => "lt",
        Comparator::Eq => "eq",
        Comparator::Approx => "approx",
        Comparator::Range => "range",
    };
    let kind = match t.measure {
        Measure::Level => "level",
        Measure::Increase => "increase",
        Measure::Decrease => "decrease",
        Measure::Count => "count",
    };
    let mut out = format!("{comparator} {}", t.value);
    if let Some(max) = t.value_max {
        out += &format!("..{max}");
    }
    out += &format!(" {} {kind}", t.unit);
    if t.frequency != "once" {
        out += &format!(" {}", t.frequency);
    }
    if let Some(year) = t.deadline {
        out += &format!(" @{year}");
    }
    if let Some(b) = &t.baseline {
        out += " <";
        if let Some(year) = b.year {
            out += &year.to_string();
        }
        if let Some(value) = b.value {
            out += &format!("={value}");
        }
    }
    if t.modality == Modality::Aim {
        out += " aim";
    }
    if let Some(whole) = t.part_of {
        out += &format!(" of{whole}");
    }
    if let Some(group) = &t.group {
        out += &format!(" [{group}]");
    }
    if let Some(indicator) = &t.indicator {
        out += &format!(" {indicator}");
    }
    out
}
