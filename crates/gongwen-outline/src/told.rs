//! Paragraphs `县教育局：牵头实施…` that tell one body after another what to do, in a document that labels nothing: each is a
//! unit below the name in front of its colon.

use crate::standing;
use crate::unit::{Unit, UnitKind};
use gongwen_lexicon::{WordSet, agency};
use std::sync::LazyLock;

static ANNOUNCES: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["labour_lead_in"]));

/// Bytes of the longest list of names.
const LONGEST: usize = 300;

/// Marks them among the units: two at least, behind a line that announces them (`现将成员单位职责明确如下：`).
pub(crate) fn mark(text: &str, units: &mut [Unit]) {
    let heads = |unit: &Unit| {
        matches!(
            unit.kind,
            UnitKind::Labelled(_) | UnitKind::Standing | UnitKind::Styled | UnitKind::Table(_)
        )
    };
    if units.iter().any(heads) {
        return;
    }
    let announces = |unit: &Unit| {
        let line = unit.span.of_text(text).trim_end_matches(['：', ':', '。']);
        // A title that says so makes an annex of the document (`bare`).
        let leads_in = line.len() < unit.span.of_text(text).len();
        unit.kind == UnitKind::Prose && leads_in && ANNOUNCES.ends(line).next().is_some()
    };
    // The lead-in stands in front of the first of them.
    let told = |unit: &Unit| {
        (unit.kind == UnitKind::Prose)
            .then(|| bodies(unit.span.of_text(text)))
            .flatten()
            .map(|len| len as u32)
    };
    let Some(first) = units.iter().position(|unit| told(unit).is_some()) else { return };
    if first == 0 || !announces(&units[first - 1]) || units[first..].iter().filter_map(told).nth(1).is_none()
    {
        return;
    }
    for unit in &mut units[first..] {
        if let Some(len) = told(unit) {
            unit.kind = UnitKind::Told(len);
        }
    }
}

/// Bytes of the names in front of the colon of a paragraph that opens with bodies and goes on with what they are told.
fn bodies(line: &str) -> Option<usize> {
    const SHORTEST: usize = 6;
    let near = &line[..line.floor_char_boundary(LONGEST)];
    let end = near.find(['：', ':', '，', '。'])?;
    let told = near[end..].strip_prefix(['：', ':'])?.trim_start();
    let names = near[..end].trim();
    // Whom a letter is addressed to stands alone on the line.
    let known = |name: &str| agency::name_at_start(name) == Some(name.len());
    (told.len() >= SHORTEST
        && (standing::names_bodies(names) || names.trim_end_matches('等').split('、').all(known)))
    .then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many paragraphs became units of their own.
    fn check(text: &str, expect: usize) {
        let mut units = crate::unit::of_lines(text);
        mark(text, &mut units);
        let told = units.iter().filter(|unit| matches!(unit.kind, UnitKind::Told(_))).count();
        assert_eq!(told, expect, "{text}");
    }

    #[test]
    fn paragraphs_that_tell_bodies_what_to_do() {
        let told = "县委宣传部：牵头负责科普宣传。\n县教育局、团县委：组织学生活动。";
        check(&format!("现将成员单位职责明确如下：\n{told}"), 2);
        check(&format!("现将成员单位职责明确如下：\n{told}\n每月报送进展。\n各乡镇：落实属地责任。"), 3);
        check(&format!("某县成员单位职责分工\n{told}"), 0);
        // Nothing announces them, one alone, and a document that labels its parts.
        check(&format!("会议议定以下事项。\n{told}"), 0);
        check("现将职责分工如下：\n县委宣传部：牵头负责科普宣传。\n特此通知。", 0);
        check(&format!("一、职责分工如下：\n{told}"), 0);
        check("现将职责分工如下：\n县教育局：\n团县委：\n请遵照执行。", 0);
    }
}
