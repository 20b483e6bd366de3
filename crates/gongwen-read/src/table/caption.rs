//! The title that stands directly above a table: `…分工表（2024年度）`, `表1 …`.

use crate::line::{Line, LineKind};

/// Most lines, blank ones counted, between a title and its table.
const FARTHEST_TITLE: usize = 24;

/// The title line above line `top`: only blanks and furniture stand between.
pub(super) fn caption(lines: &[Line<'_>], floor: usize, top: usize) -> Option<usize> {
    let mut words = (floor..top).rev().take(FARTHEST_TITLE).filter(|&i| lines[i].kind == LineKind::Words);
    // `单位：亩` may stand between.
    let above = words.next()?;
    let above = if gongwen_lexicon::is_unit_note(lines[above].text) { words.next()? } else { above };
    is_title(lines[above].text).then_some(above)
}

/// Whether a paragraph directly above a table is its title: `…分工表（2024年度）`, `表1 …`.
pub(crate) fn is_title(text: &str) -> bool {
    let text = text.trim_end_matches(['*', '：', ':', ' ', '　']);
    let text = unit_note(text);
    let short = text.chars().take(81).count() <= 80;
    let title = gongwen_lexicon::ends_with_any(text, gongwen_lexicon::words("table_title_endings"))
        || text.starts_with('表') && text[3..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    short && title
}

/// The title without a bracketed ending: `…分工表（2024年度）`.
fn unit_note(text: &str) -> &str {
    if !text.ends_with(['）', ')']) || text.ends_with("（续）") || text.ends_with("(续)") {
        return text;
    }
    text.rfind(['（', '(']).map_or(text, |open| text[..open].trim_end())
}
