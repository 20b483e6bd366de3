//! Lines that each stand above the same keys and nothing else: `第9号建议  关于…的建议` above `主办单位：…` and `会办单位：…`, over and over.

use crate::unit::{self, Unit, UnitKind};
use std::borrow::Cow;

/// Bytes of the longest name of an entry.
const LONGEST: usize = 150;

/// Marks them: two at least, each directly behind the keys of the one before, and all with the same key first.
pub(super) fn mark(text: &str, units: &mut [Unit]) {
    let mut run: Vec<usize> = Vec::new();
    let mut key: Option<Cow<'_, str>> = None;
    let mut at = 0;
    while at + 1 < units.len() {
        let heads = units[at + 1].kind == UnitKind::Field && names(text, &units[at]);
        let own = if heads { unit::key(units[at + 1].span.of_text(text)) } else { None };
        if own.is_none() || own != key {
            settle(units, &mut run);
        }
        at += 1;
        if own.is_some() {
            run.push(at - 1);
            at += units[at..].iter().take_while(|unit| unit.kind == UnitKind::Field).count();
        }
        key = own;
    }
    settle(units, &mut run);
}

fn settle(units: &mut [Unit], run: &mut Vec<usize>) {
    if run.len() >= 2 {
        for &at in run.iter() {
            units[at].kind = UnitKind::Standing;
        }
    }
    run.clear();
}

/// Whether a line may name an entry: short, and no sentence.
fn names(text: &str, unit: &Unit) -> bool {
    let line = unit.span.of_text(text);
    unit.kind == UnitKind::Prose
        && line.len() <= LONGEST
        && !line.contains(['。', '；', '：', ':', '！', '\n'])
        && !line.ends_with(['，', '、'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines that are marked.
    fn check(lines: &str, expect: &[&str]) {
        assert_eq!(crate::unit::standing(lines, mark), expect, "{lines}");
    }

    #[test]
    fn lines_above_the_same_keys_name_entries() {
        check(
            "交办表\n第9号建议  关于葡萄产业的建议\n主办单位：县农业农村局\n会办单位：县财政局\n第23号建议\n主办单位：县教体局\n",
            &["第9号建议  关于葡萄产业的建议", "第23号建议"],
        );
        check(
            "新建学校\n责任单位：县教育局\n新建医院\n责任单位：县卫健局\n二、要求",
            &["新建学校", "新建医院"],
        );
    }

    #[test]
    fn other_lines_stay() {
        for lines in [
            "新建学校3所。\n责任单位：县教育局\n新建医院2所。\n责任单位：县卫健局",
            "新建学校\n责任单位：县教育局\n二、要求\n新建医院\n责任单位：县卫健局",
            "新建学校\n责任单位：县教育局\n新建医院\n完成时限：10月底",
            "1.新建学校\n责任单位：县教育局\n2.新建医院\n责任单位：县卫健局",
        ] {
            check(lines, &[]);
        }
    }
}
