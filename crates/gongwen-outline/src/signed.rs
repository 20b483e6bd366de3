//! 落款 behind the last item: the bodies that sign, above the day (GB/T 9704-2012, 7.3.5).

use crate::front::is_piece;
use crate::unit::{self, Unit, UnitKind};
use gongwen_lexicon::WordSet;
use gongwen_text::chars::{self, is_han};
use std::sync::LazyLock;

/// Most lines on which bodies sign.
const LINES: usize = 12;
/// Most characters of a single line above a day, whatever it says.
const LONGEST: usize = 40;

static SIGNERS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["signer_ends"]));

/// How many units from `at` on sign what stands above them: the line in front of a day, and the lines of bodies in front of that
/// (`某县教育局　　某县财政局`). 0 when this one is no such line.
pub(crate) fn signers(text: &str, units: &[Unit], at: usize) -> usize {
    let line = |at: usize| units[at].span.of_text(text);
    let dated = |at: usize| match units.get(at).map(|unit| unit.kind) {
        Some(UnitKind::Date) => true,
        Some(UnitKind::Prose) => at + 1 == units.len() && unit::day(line(at)).is_some(),
        _ => false,
    };
    if dated(at + 1) && is_piece(line(at)) && line(at).chars().count() <= LONGEST {
        return 1;
    }
    // What stands below a key or goes on a list signs nothing.
    if at > 0 && line(at - 1).ends_with(['：', ':', '、', '，']) {
        return 0;
    }
    let named = |at: &usize| units[*at].kind == UnitKind::Prose && names_bodies(line(*at));
    let count = (at..units.len().min(at + LINES)).take_while(named).count();
    if count > 0 && dated(at + count) { count } else { 0 }
}

/// Whether a line consists of names of bodies, blanks between them or between their letters.
fn names_bodies(line: &str) -> bool {
    const BYTES: usize = 400;
    const SHORTEST: usize = 4;
    // Nearly all paragraphs are longer or end with a mark.
    if line.len() > BYTES || !line.ends_with(|c| is_han(c) || matches!(c, '）' | ')')) {
        return false;
    }
    let body = |name: &str| {
        let name = name.trim_end_matches(['）', ')']);
        name.chars().all(|c| is_han(c) || matches!(c, '（' | '(' | '“' | '”')) && SIGNERS.closes(name)
    };
    // Behind the last whole name, letters set apart are one more: `某 县 财 政 局`.
    let mut letters = 0;
    for part in line.split(char::is_whitespace).filter(|part| !part.is_empty()) {
        let single = part.chars().nth(1).is_none();
        if !(single || body(part) && part.chars().count() >= SHORTEST) {
            return false;
        }
        letters = if single { letters + 1 } else { 0 };
    }
    letters == 0 || letters >= SHORTEST && body(&chars::compact(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_bodies() {
        for line in [
            "清河县教育局          清河县市场监督管理局",
            "清 河 县 公 安 局",
            "清河县水利局　清 河 县 财 政 局",
            "清河县卫生健康局（清河县疾病预防控制局）",
            "清河县财政局",
        ] {
            assert!(names_bodies(line), "{line}");
        }
        for line in [
            "每学期检查1次。",
            "县教育局、县财政局",
            "责任单位：县教育局",
            "按期完成 县教育局",
            "年 月 日",
            "",
        ] {
            assert!(!names_bodies(line), "{line}");
        }
    }
}
