//! Keys alone on their lines that part a measure into lists: `任务：` over what is to be reached and `措施：` over what is done, below
//! `（一）实施农民科学素质行动`. Each is a section of the measure, and what stands behind the last list is the measure's.

use crate::unit::{Unit, UnitKind};
use gongwen_lexicon::words;
use gongwen_text::Label;
use std::sync::LazyLock;

static KEYS: LazyLock<&'static [&'static str]> = LazyLock::new(|| words("part_keys"));
static MEASURES: LazyLock<&'static [&'static str]> = LazyLock::new(|| words("part_measures"));
/// Bytes of the longest key and its colon.
const LONGEST: usize = 18;

/// Such a key without its colon.
pub(crate) fn key(line: &str) -> Option<&str> {
    if line.len() > LONGEST {
        return None;
    }
    let key = line.trim_end().strip_suffix(['：', ':'])?.trim_end();
    KEYS.contains(&key).then_some(key)
}

/// Whether the title of a section without label is such a key.
pub(crate) fn is_title(title: &str) -> bool {
    KEYS.contains(&title)
}

/// Marks those above lists, two at least of which one heads measures, and something is labelled above.
pub(super) fn mark(text: &str, units: &mut [Unit]) {
    let heads = |at: usize| {
        let below = units.get(at + 1).is_some_and(|next| matches!(next.kind, UnitKind::Labelled(_)));
        // One more key behind keys with values is theirs.
        let keyed = at > 0 && units[at - 1].kind == UnitKind::Field;
        let key = if units[at].kind == UnitKind::Prose { key(units[at].span.of_text(text)) } else { None };
        key.filter(|_| below && !keyed)
    };
    let Some(first) = units.iter().position(|unit| matches!(unit.kind, UnitKind::Labelled(_))) else {
        return;
    };
    let found: Vec<usize> = (first..units.len()).filter(|&at| heads(at).is_some()).collect();
    // `任务：1.…` above the list's second item.
    let opened = |unit: &Unit| {
        let front = &unit.span.of_text(text)[..unit.span.of_text(text).floor_char_boundary(LONGEST)];
        let colon = if unit.kind == UnitKind::Prose { front.find(['：', ':']) } else { None };
        colon.is_some_and(|at| {
            let rest = front[at..].trim_start_matches(['：', ':']);
            KEYS.contains(&&front[..at]) && Label::read(rest).is_some_and(|label| label.number == 1)
        })
    };
    if found.is_empty()
        || found.len() < 2 && !units.iter().any(opened)
        || !found.iter().any(|&at| heads(at).is_some_and(|key| MEASURES.contains(&key)))
    {
        return;
    }
    for at in found {
        units[at].kind = UnitKind::Standing;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines that are marked.
    fn check(lines: &str, expect: &[&str]) {
        assert_eq!(crate::unit::standing(lines, mark), expect, "{lines}");
    }

    #[test]
    fn keys_that_part_a_measure() {
        check(
            "（一）农民行动\n任务：\n1.提高意识。\n措施：\n——开展培训。\n（二）社区行动\n措施：\n——建设学校。",
            &["任务：", "措施：", "措施："],
        );
    }

    #[test]
    fn other_lines_stay() {
        // One alone, nothing labelled above, text behind the key, none of measures, a key below others.
        check("（一）农民行动\n措施：\n1.开展培训。", &[]);
        check("任务：\n提高意识。\n措施：\n开展培训。", &[]);
        check("（一）农民行动\n任务：提高意识。\n措施：开展培训。\n1.办班。", &[]);
        check("（一）农民行动\n任务：\n1.提高意识。\n（二）社区行动\n任务：\n1.建设学校。", &[]);
        check("（一）农民行动\n责任单位：县科协\n措施：\n1.开展培训。\n任务：\n1.提高意识。", &[]);
    }
}
