//! Divisions named in a title or in front matter.
//!
//! Meant for a few hundred characters: each character that can end a division's name is looked at with the characters
//! before it, and nothing else is.

use super::{
    Division, DivisionLevel, division_at, first_row_with, level_at, provinces, row_at, rows_named, short_name,
};
use crate::word_set::ends_with_any;
use gongwen_text::Span;
use std::ops::Range;
use std::sync::LazyLock;

/// The longest name has 15 characters (积石山保安族东乡族撒拉族自治县).
pub(super) const LONGEST: usize = 16;

/// A place of a text where a division is named.
#[derive(Clone, Debug)]
pub struct Found {
    /// The name as printed.
    pub span: Span,
    rows: Range<usize>,
    /// Name of the division printed directly before it.
    parent: Option<&'static str>,
}

impl Found {
    /// Divisions of this name that lie in the one printed directly before it, present ones first; all of them where
    /// none is or none fits.
    pub fn candidates(&self) -> impl Iterator<Item = Division> {
        let parent = self
            .parent
            .filter(|parent| self.rows.clone().map(division_at).any(|found| found.lies_in(parent)));
        self.rows
            .clone()
            .map(division_at)
            .filter(move |found| parent.is_none_or(|parent| found.lies_in(parent)))
    }

    /// The one division that is meant, `None` where the name repeats and no parent tells which (never a guess).
    pub fn division(&self) -> Option<Division> {
        let name = self.candidates().next()?.name;
        let parent = self.parent.filter(|parent| self.candidates().any(|found| found.lies_in(parent)));
        Division::resolve(name, parent)
    }
}

/// Whether a name of a division can end with this character.
#[inline]
pub(super) fn ends_name(c: char) -> bool {
    matches!(c, '县' | '区' | '市' | '旗' | '省' | '州' | '盟')
}

/// The divisions named in `text`, in order; the longest name at each place, provinces also in short (`宁夏`).
///
/// Names that any place may have for a part of itself (`城区`, `郊区`, `矿区`) count only directly behind their own prefecture.
pub fn divisions_in(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut floor = 0;
    for (at, c) in text.char_indices() {
        if !ends_name(c) {
            continue;
        }
        let end = at + c.len_utf8();
        let Some((rows, name)) = rows_at_end(&text[floor..end]) else { continue };
        // 沙县 begins 沙县区, 沙市 begins 沙市区: the longer name is meant.
        let next = text[end..].chars().next().filter(|&c| ends_name(c)).map_or(end, |c| end + c.len_utf8());
        if next > end && rows_at_end(&text[floor..next]).is_some_and(|(_, longer)| longer.len() > name.len())
        {
            continue;
        }
        let start = end - name.len();
        if let Some(parent) = short_province(&text[floor..start]) {
            found.push(Found {
                span: Span::new(start - parent.1, start),
                rows: rows_named(parent.0),
                parent: None,
            });
        }
        let parent =
            found.last().filter(|last| last.span.to() == start).and_then(|last| last.candidates().next());
        let skip = match &parent {
            // `武宁县城区` is a part of 武宁县; 郊区 has its own prefecture in front where a division is meant.
            Some(parent) => {
                let own =
                    |row| parent.level == DivisionLevel::Prefecture && division_at(row).is_within(parent);
                is_common(name) && !rows.clone().any(own)
            }
            None => is_common(name) || is_doubtful(name, &text[..start]),
        };
        if skip {
            continue;
        }
        found.push(Found { span: Span::new(start, end), rows, parent: parent.map(|parent| parent.name) });
        floor = end;
    }
    if found.is_empty() {
        let first = SHORT_PROVINCES
            .iter()
            .filter_map(|&(name, short)| text.find(short).map(|at| (at, name, short)))
            .min_by_key(|&(at, ..)| at);
        if let Some((at, name, short)) = first {
            let span = Span::new(at, at + short.len());
            found.push(Found { span, rows: rows_named(name), parent: None });
        }
    }
    found
}

/// Names that any place may have for a part of itself.
fn is_common(name: &str) -> bool {
    matches!(name, "城区" | "郊区" | "矿区" | "新区" | "市区" | "县区" | "工农区" | "林区")
}

/// Whether a name of two characters may be the end of something else: `和县` in `县科协和县教育局`; 会同县 is
/// nearly always the verb before a county's department. A character that stands alone before it begins a longer name: 江口县 in
/// `中共松江口县纪律检查委员会`.
pub(crate) fn is_doubtful(name: &str, before: &str) -> bool {
    name == "会同县"
        || begins_longer(before)
        || name.len() <= 6 && before.chars().next_back().is_some_and(gongwen_text::chars::is_han)
}

/// Whether one Han character alone, which is no preposition, stands before a name: at the beginning, behind a mark or behind 中共.
fn begins_longer(before: &str) -> bool {
    let mut chars = before.chars().rev();
    let Some(last) = chars.next().filter(|&c| gongwen_text::chars::is_han(c)) else { return false };
    let front = &before[..before.len() - last.len_utf8()];
    let alone = front.ends_with("中共")
        || front.trim_end_matches(['《', '“', ' ', '\u{3000}']).len() < front.len()
        || front.is_empty()
        || front.ends_with('\n');
    alone && !"在对向由与和及以到至从自为将给让请致赴驻经各全原现我本该是省市县区州盟旗".contains(last)
}

/// Provinces, each with its short name.
static SHORT_PROVINCES: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| provinces().map(|name| (name, short_name(name))).collect());

/// The province whose short name `text` ends with, and that name's length in bytes.
fn short_province(text: &str) -> Option<(&'static str, usize)> {
    SHORT_PROVINCES
        .iter()
        .find(|(_, short)| ends_with_any(text, &[short]))
        .map(|&(name, short)| (name, short.len()))
}

/// Rows of the longest full name that `text` begins with, and its length in bytes.
pub(super) fn rows_at_start(text: &str) -> Option<(Range<usize>, usize)> {
    let text = text.as_bytes();
    let two = text.first_chunk()?;
    let mut row = first_row_with(*two)?;
    let mut longest: Option<(Range<usize>, usize)> = None;
    while let Some(name) = row_at(row).filter(|name| name.starts_with(two)) {
        let shared = name.iter().zip(text).take_while(|&(a, b)| a == b && *a != b'\t').count();
        // A tab ends the name.
        if name[shared] == b'\t' {
            match &mut longest {
                Some((rows, len)) if *len == shared && rows.end == row => rows.end += 1,
                _ => longest = Some((row..row + 1, shared)),
            }
        }
        row += 1;
    }
    longest
}

/// Length of the longest full name that `text` begins with, and the level of its first bearer.
pub(crate) fn level_at_start(text: &str) -> Option<(usize, DivisionLevel)> {
    rows_at_start(text).map(|(rows, len)| (len, level_at(rows.start, len)))
}

/// Level of the first bearer of a full name; `None` where a longer name begins with it.
pub(crate) fn level_of_front(name: &str) -> Option<DivisionLevel> {
    let (rows, _) = rows_at_start(name).filter(|&(_, len)| len == name.len())?;
    let longer = row_at(rows.end).is_some_and(|row| row.starts_with(name.as_bytes()));
    (!longer).then(|| level_at(rows.start, name.len()))
}

/// The longest full name that `text` ends with.
pub(crate) fn full_name_at_end(text: &str) -> Option<&str> {
    rows_at_end(text).map(|(_, name)| name)
}

/// Rows of the longest full name that `text` ends with, and that name.
fn rows_at_end(text: &str) -> Option<(Range<usize>, &str)> {
    if !text.chars().next_back().is_some_and(ends_name) {
        return None;
    }
    // Only names of autonomous divisions are longer than eight characters.
    let long = ["自治县", "自治旗", "自治州", "自治区"].iter().any(|end| text.ends_with(end));
    let most = if long { LONGEST } else { 9 };
    let mut longest = None;
    for (count, (at, c)) in text.char_indices().rev().enumerate().take(most) {
        if !gongwen_text::chars::is_han(c) {
            break;
        }
        if count > 0 {
            let name = &text[at..];
            longest = Some((rows_named(name), name)).filter(|(rows, _)| !rows.is_empty()).or(longest);
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, Option<&str>)]) {
        let found = divisions_in(text);
        let found: Vec<_> = found
            .iter()
            .map(|found| (found.span.of_text(text), found.division().map(|division| division.code)))
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_name_that_begins_a_longer_one() {
        check("三明市沙县区人民政府", &[("三明市", Some("350400")), ("沙县区", Some("350405"))]);
        check("荆州市沙市区教育局", &[("荆州市", Some("421000")), ("沙市区", Some("421002"))]);
    }

    #[test]
    fn a_name_inside_a_longer_one_is_none() {
        check("中共松江口县纪律检查委员会机关", &[]);
        check("松江口县2025年工作要点", &[]);
        check("2025年江口县工作要点", &[("江口县", Some("520621"))]);
        check("在江口县举办", &[("江口县", Some("520621"))]);
        check("中共江口县委办公室", &[("江口县", Some("520621"))]);
        check("关于印发江口县实施方案的通知", &[("江口县", Some("520621"))]);
    }

    #[test]
    fn a_glued_parent_decides() {
        check("吴忠市红寺堡区2024年工作要点", &[("吴忠市", Some("640300")), ("红寺堡区", Some("640303"))]);
        check("广州市天河区人民政府", &[("广州市", Some("440100")), ("天河区", Some("440106"))]);
        check("枣庄市市中区", &[("枣庄市", Some("370400")), ("市中区", Some("370402"))]);
        check("北京朝阳区", &[("北京", Some("110000")), ("朝阳区", Some("110105"))]);
        check("关于印发市中区实施方案的通知", &[("市中区", None)]);
        check("阳泉市郊区", &[("阳泉市", Some("140300")), ("郊区", Some("140311"))]);
    }

    #[test]
    fn parts_of_a_place_are_no_divisions() {
        check("中心城区和郊区供水工程", &[]);
        check("经济技术开发区、高新区", &[]);
        check("武宁县城区防汛方案", &[("武宁县", Some("360423"))]);
        check("武宁县矿区防汛方案", &[("武宁县", Some("360423"))]);
        check("九江市城区防汛方案", &[("九江市", Some("360400"))]);
        check("山西省城区供水方案", &[("山西省", Some("140000"))]);
        check("宁夏全民科学素质行动方案", &[("宁夏", Some("640000"))]);
    }
}
