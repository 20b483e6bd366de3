//! Keys below units that say which of their work they lead and which they help with: `牵头任务：…` and `配合任务：…` under
//! `（一）县水利局`. What stands behind each, on its line or below it, is a section of its own.

use super::names_bodies;
use crate::unit::{Unit, UnitKind};
use gongwen_lexicon::words;
use gongwen_text::{LabelStyle, chars};

/// Bytes of the longest key.
const LONGEST: usize = 36;

/// Such a key, and where the text begins behind it; the key alone may end its line.
pub(crate) fn key(line: &str) -> Option<(&str, usize)> {
    // Few lines begin with one of these characters.
    if !line.starts_with(['牵', '主', '配', '协', '参', '【']) {
        return None;
    }
    let (key, rest) = if line.starts_with('【') {
        chars::bracketed_key(line)?
    } else {
        let front = &line[..line.floor_char_boundary(LONGEST)];
        match front.find(['：', ':']) {
            Some(colon) => (&line[..colon], line[colon..].trim_start_matches(['：', ':'])),
            None => (line, ""),
        }
    };
    let name = without_count(key);
    let leads = || ["牵头", "主办", "主责"].iter().any(|rank| name.starts_with(rank));
    let ranked = words("column_supported").contains(&name) || leads() && words("column_task").contains(&name);
    ranked.then(|| (key, line.len() - rest.trim_start().len()))
}

/// Marks them, where two units at least have some.
pub(super) fn mark(text: &str, units: &mut [Unit]) {
    let is_key = |unit: &Unit| unit.kind == UnitKind::Prose && key(unit.span.of_text(text)).is_some();
    // Few documents have any.
    if units.iter().filter(|unit| is_key(unit)).nth(1).is_none() {
        return;
    }
    let mut found: Vec<usize> = Vec::new();
    // The unit that is open, with the form of its label, and how many have such keys.
    let (mut body, mut bodies, mut counted) = (None, 0, false);
    for (at, unit) in units.iter().enumerate() {
        let line = unit.span.of_text(text);
        let (name, style) = match unit.kind {
            UnitKind::Labelled(label) => (&line[label.end..], Some(label.style)),
            UnitKind::Prose => (line, None),
            _ => continue,
        };
        if body.is_some() && is_key(unit) {
            found.push(at);
            bodies += usize::from(!std::mem::replace(&mut counted, true));
            continue;
        }
        if names_bodies(without_count(name)) {
            (body, counted) = (Some(style), false);
        } else if let Some(style) = style {
            // Items below it leave it open.
            let higher = |open: Option<LabelStyle>| match open {
                Some(open) => style <= open,
                None => style <= LabelStyle::Han,
            };
            body = body.filter(|&open| !higher(open));
        }
    }
    if bodies >= 2 {
        for at in found {
            units[at].kind = UnitKind::Standing;
        }
    }
}

/// The name of a unit without the count of what it has to do: `县水利局（3项）`.
fn without_count(words: &str) -> &str {
    let words = words.trim();
    match words.strip_suffix(['）', ')']).and_then(|inner| inner.rsplit_once(['（', '('])) {
        Some((name, count)) if count.ends_with(['项', '件', '条']) => name.trim_end(),
        _ => words,
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
    fn keys_of_rank_below_units() {
        check(
            "（一）县水利局\n牵头任务：清淤20公里。\n配合任务：做好绿化。\n（二）县林业局（2项）\n牵头任务：造林。",
            &["牵头任务：清淤20公里。", "配合任务：做好绿化。", "牵头任务：造林。"],
        );
        check(
            "1.县水利局\n牵头事项：\n（1）清淤。\n配合事项\n（1）绿化。\n2.县林业局\n配合事项：\n（1）清淤。",
            &["牵头事项：", "配合事项", "配合事项："],
        );
        check(
            "县公安局\n牵头任务（1项）：破案。\n县司法局\n【协助任务】宣传。",
            &["牵头任务（1项）：破案。", "【协助任务】宣传。"],
        );
    }

    #[test]
    fn other_lines_stay() {
        // No unit, one alone, a sentence, who does it.
        check("（一）推进改革\n牵头任务：清淤。\n（二）优化服务\n配合任务：绿化。", &[]);
        check("（一）县水利局\n牵头任务：清淤。\n配合任务：绿化。\n（二）优化服务\n配合任务：绿化。", &[]);
        check("县水利局\n牵头任务要按期完成。\n县林业局\n配合任务较重，要统筹。", &[]);
        check("（一）县水利局\n牵头单位：县水利局\n（二）县林业局\n配合单位：县财政局", &[]);
        check("（一）县水利局\n主要任务：清淤。\n（二）县林业局\n协同配合工作", &[]);
    }
}
