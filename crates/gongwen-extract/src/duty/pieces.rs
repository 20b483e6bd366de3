//! Where the pieces of a statement begin and end: the marks between them, and what stands around a name in a piece.

use super::cue::{self, CUES};
use super::org;
use crate::facts::Role;
use gongwen_lexicon::agency;
use gongwen_text::chars::{closes_bracket, opens_bracket};

/// Names in one statement that are looked at; a list of all agencies of a province is shorter.
pub(super) const MOST_NAMES: usize = 400;

/// Pieces of a text between marks outside brackets; blank ones are left out.
#[derive(Clone)]
pub(super) struct Pieces<'t> {
    text: &'t str,
    /// Where the next piece begins; beyond the text when there is none.
    at: usize,
    depth: u32,
    /// Whether a semicolon was passed since the last piece.
    parted: bool,
    /// Whether white space was.
    blank: bool,
}

/// A piece between marks.
pub(super) struct Piece<'t> {
    pub text: &'t str,
    /// Whether a semicolon stands between it and the piece before.
    pub parted: bool,
    /// Whether white space may stand in it.
    pub blank: bool,
}

/// Cuts a text at its marks.
pub(super) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, at: 0, depth: 0, parted: false, blank: false }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        while self.at <= self.text.len() {
            let parted = std::mem::take(&mut self.parted);
            self.blank = false;
            let text = trim(self.cut());
            if !text.is_empty() {
                return Some(Piece { text, parted, blank: self.blank });
            }
            self.parted |= parted;
        }
        None
    }
}

impl<'t> Pieces<'t> {
    /// The text up to the next mark.
    fn cut(&mut self) -> &'t str {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let from = self.at;
        let mut at = from;
        while let Some(&byte) = bytes.get(at) {
            // No mark has the first byte of the common Chinese characters.
            if matches!(byte, 0xE4..=0xE9) {
                at += 3;
                continue;
            }
            let Some(c) = text[at..].chars().next() else { break };
            match c {
                // `县教育局【配合单位】县财政局`: a key begins anew.
                '【' | '〖' if self.depth == 0 && at > from && cue::leading_key(&text[at..]).is_some() => {
                    self.at = at;
                    return &text[from..at];
                }
                '（' | '(' | '〔' | '[' | '［' | '【' | '〖' | '《' | '“' | '〈' => self.depth += 1,
                '）' | ')' | '〕' | ']' | '］' | '】' | '〗' | '》' | '”' | '〉' => {
                    self.depth = self.depth.saturating_sub(1);
                }
                // 市、区民政局: the mark parts levels of one class.
                '、' if self.depth == 0 && self.goes_on(from, at) => {}
                '、' | '，' | ',' | '；' | ';' | '。' | '/' | '／' | '|' | '｜' | '﹑' | '､'
                    if self.depth == 0 =>
                {
                    self.parted |= matches!(c, '；' | ';');
                    self.at = at + c.len_utf8();
                    return &text[from..at];
                }
                c => self.blank |= c.is_whitespace(),
            }
            at += c.len_utf8();
        }
        self.at = text.len() + 1;
        &text[from..]
    }
}

impl Pieces<'_> {
    /// Whether the mark at `at` stands inside the levels that the piece from `from` on begins with, behind a key or a word that
    /// joins.
    fn goes_on(&self, from: usize, at: usize) -> bool {
        /// Bytes of `市（州）、县（市、区）`, and more.
        const FARTHEST: usize = 60;
        let before = &self.text[from..at];
        if before.len() > FARTHEST || !before.ends_with(ends_level) {
            return false;
        }
        let joint = before.char_indices().rev().find(|(_, c)| "：:由和及与同合】".contains(*c));
        let from = joint.map_or(from, |(at, c)| from + at + c.len_utf8());
        level_list(&self.text[from..]) > at - from
    }
}

/// Whether levels end in the character, or the bracket behind one.
fn ends_level(c: char) -> bool {
    org::is_level(c) || matches!(c, '盟' | '乡' | '镇' | '道' | '央' | '）' | ')')
}

/// How many bytes of levels a text begins with that marks do not part from each other, 0 for none.
pub(super) fn level_list(text: &str) -> usize {
    let trimmed = trim_start(text);
    agency::level_list(trimmed).map_or(0, |body| body + text.len() - trimmed.len())
}

/// The pieces of a list of names in running words, as they stand between its marks.
pub(super) fn listed(list: &str) -> impl Iterator<Item = &str> {
    const MARKS: [char; 3] = ['、', '，', ','];
    let mut rest = Some(list);
    std::iter::from_fn(move || {
        let text = rest?;
        let from = level_list(text);
        // `各乡镇（街道、园区）`: inside a bracket the mark is the name's own.
        let mut depth = 0_u32;
        // `市直各部门和中央、省驻市各单位`
        let inside = |at: usize| {
            let centre = text[..at].strip_suffix("中央").map(str::len);
            centre.is_some_and(|centre| level_list(&text[centre..]) > at - centre)
        };
        let mark = text[from..].char_indices().find(|&(at, c)| match c {
            '（' | '(' => {
                depth += 1;
                false
            }
            '）' | ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            c => depth == 0 && MARKS.contains(&c) && !inside(from + at),
        });
        rest = mark.map(|(at, c)| &text[from + at + c.len_utf8()..]);
        Some(mark.map_or(text, |(at, _)| &text[..from + at]))
    })
}

/// The characters that are not common Chinese ones, with their places.
pub(super) fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        // Two characters a step.
        while let [a, _, _, b, _, _, ..] = text.as_bytes()[at..]
            && matches!(a, 0xE4..=0xE9) & matches!(b, 0xE4..=0xE9)
        {
            at += 6;
        }
        while let Some(0xE4..=0xE9) = text.as_bytes().get(at) {
            at += 3;
        }
        let c = text[at..].chars().next()?;
        at += c.len_utf8();
        Some((at - c.len_utf8(), c))
    })
}

/// As [`marks`], from the end.
pub(super) fn marks_back(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut end = text.len();
    std::iter::from_fn(move || {
        // Two characters a step.
        while let [.., a, _, _, b, _, _] = text.as_bytes()[..end]
            && matches!(a, 0xE4..=0xE9) & matches!(b, 0xE4..=0xE9)
        {
            end -= 6;
        }
        while let [.., 0xE4..=0xE9, _, _] = text.as_bytes()[..end] {
            end -= 3;
        }
        let c = text[..end].chars().next_back()?;
        end -= c.len_utf8();
        Some((end, c))
    })
}

/// The parts of a text between its blanks. Those inside a date part nothing: `2025 年 10 月底前`.
pub(super) fn apart(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_start();
    std::iter::from_fn(move || {
        let mut end = 0;
        loop {
            let behind = &rest[end..];
            end += behind.find(char::is_whitespace).unwrap_or(behind.len());
            let next = rest[end..].trim_start();
            if !dates_on(&rest[..end], next) {
                let part = (end > 0).then_some(&rest[..end]);
                rest = next;
                return part;
            }
            end = rest.len() - next.len();
        }
    })
}

/// Whether a date goes on over the blank between two texts: its year or month stands before a number, or a number before 年, 月 or 日.
fn dates_on(before: &str, next: &str) -> bool {
    const UNITS: [char; 3] = ['年', '月', '日'];
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let number = |text: &str| text.ends_with(digit);
    next.starts_with(UNITS) && number(before)
        || next.starts_with(digit) && before.strip_suffix(UNITS).is_some_and(|head| number(head.trim_end()))
}

/// A text without white space in front, where hardly any has some.
pub(super) fn trim_start(text: &str) -> &str {
    if matches!(text.as_bytes(), [0xE4..=0xE9, ..]) { text } else { text.trim_start() }
}

/// A piece without the marks and the white space around it.
pub(super) fn trim(piece: &str) -> &str {
    if let [0xE4..=0xE9, .., 0xE4..=0xE9, _, _] | [0xE4..=0xE9, _, _] = piece.as_bytes() {
        return piece;
    }
    piece.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '。' | '：' | ':' | '“' | '”' | '.' | '*' | '—' | '-' | '★' | '▲' | '☆' | '△' | '※'
            )
    })
}

/// A name with its rank in a bracket behind it, `县住建局（牵头）`; without a rank where the bracket says how or for what it works
/// (`（按行业分工）`, `（负责校园）`).
pub(super) fn ranked(piece: &str) -> Option<(&str, Option<Role>)> {
    let inner = piece.strip_suffix(closes_bracket)?;
    let open = inner.rfind(opens_bracket)?;
    let phrase = inner[open..].trim_start_matches(opens_bracket).trim();
    let begins = phrase.len() <= 24 && CUES.role_starts(phrase).next() == Some(0);
    let note = phrase.starts_with(['按', '依', '各']) || phrase == "重点" || {
        let object = phrase.strip_prefix("负责").unwrap_or_default();
        !object.is_empty()
            && !["落实", "实施", "组织", "推进", "牵头", "单位", "部门"].iter().any(|w| object.starts_with(w))
    };
    if note && (begins || phrase.starts_with('各') && phrase.contains("职责") || phrase == "重点") {
        return Some((inner[..open].trim_end(), None));
    }
    let role = cue::role_of_phrase(phrase).filter(|_| begins)?;
    Some((inner[..open].trim_end(), Some(role)))
}

/// The piece without a bracket that only says `首位单位为牵头单位`, for which items the name stands (`县城管局（1、2项）`), or
/// who else the duty is for (`（以下均需各地负责，不再列出）`) or whom the name means (`（包括森林分局，下同）`).
pub(super) fn without_note(piece: &str) -> &str {
    let Some(at) = piece.find(['（', '(', '〔', '[']) else { return piece };
    let inner = piece[at..].trim_start_matches(['（', '(', '〔', '[']);
    if counts_items(&piece[at..])
        || names_person(&piece[at..])
        || CUES.note.begins(inner)
        || ["包括", "含"].iter().any(|word| inner.starts_with(word))
            && piece.find(['）', ')']).is_some_and(|end| piece[end..].chars().nth(1).is_none())
        || cue::first_is_lead(&piece[at..]).is_some()
    {
        piece[..at].trim_end()
    } else {
        piece
    }
}

/// Whether a bracket names the person who answers: `（局长周某某）`, `（责任人：李某）`.
fn names_person(bracket: &str) -> bool {
    let inner = bracket.trim_matches(['（', '(', '〔', '[', '）', ')', '〕', ']']);
    inner.chars().count() <= 12
        && (CUES.office.begins(inner.trim_start_matches('副'))
            || ["责任人", "联系人"].iter().any(|word| inner.starts_with(word))
            || org::may_be_person(inner) && !org::is_function(inner) && CUES.surname.begins(inner))
}

/// Whether a bracket holds numbers of items and nothing else: `（1、2项）`, `（第三条）`.
fn counts_items(bracket: &str) -> bool {
    let inner = bracket.trim_matches(['（', '(', '〔', '[', '）', ')', '〕', ']']);
    let item = |c: char| c.is_ascii_digit() || "、，,-—至和第项条款点一二三四五六七八九十".contains(c);
    inner.len() <= 60 && inner.ends_with(['项', '条', '款', '点']) && inner.chars().all(item)
}

/// The piece up to 等.
pub(super) fn before_etc(piece: &str) -> &str {
    without_etc(piece).0
}

/// The piece up to 等, whether 等 stood there, and what 和 joins behind it. `等` is part of a few names (`高等学校`):
/// only one that closes the piece, or is followed by 单位, 部门 … counts.
pub(super) fn without_etc(piece: &str) -> (&str, bool, &str) {
    for (at, word) in piece.rmatch_indices('等') {
        let tail = piece[at + word.len()..].trim();
        let plain =
            tail.is_empty() || CUES.etc_tail.contains(&tail) || tail.bytes().all(|b| b.is_ascii_digit());
        if plain || counted(tail) || sums_members(tail) {
            return (&piece[..at], true, "");
        }
        let rest = CUES.etc_tail.iter().find_map(|word| tail.strip_prefix(word)).unwrap_or(tail);
        if let Some(rest) = ["以及", "和", "及", "与"].iter().find_map(|word| rest.strip_prefix(word)) {
            return (&piece[..at], true, rest.trim());
        }
    }
    (piece, false, "")
}

/// `等12个部门`, `等17家单位`.
fn counted(tail: &str) -> bool {
    let rest = tail.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let rest = rest.trim_start_matches(['个', '家']);
    rest.len() < tail.len() && CUES.etc_tail.contains(&rest)
}

/// `等县科学素质工作领导小组成员单位`, `等各成员单位`: of which body those named are members.
fn sums_members(tail: &str) -> bool {
    const LONGEST: usize = 75;
    let Some(body) = tail.strip_suffix("成员单位").filter(|body| body.len() <= LONGEST) else {
        return false;
    };
    !body.starts_with(['和', '及', '与', '以'])
        && !body.contains(['、', '，', '等'])
        && !CUES.duty.within(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces with a stroke between them, a semicolon where one stood.
    fn check(text: &str, expect: &str) {
        let mut found = String::new();
        for piece in pieces(text) {
            if !found.is_empty() || piece.parted {
                found.push(if piece.parted { ';' } else { '|' });
            }
            found.push_str(piece.text);
        }
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn marks_inside_brackets_part_nothing() {
        check("", "");
        check("县教育局", "县教育局");
        check("县教育局、 县科协，", "县教育局|县科协");
        check("各县（市、区；旗）政府；县科协", "各县（市、区；旗）政府;县科协");
        check("各镇〈街道、场〉、县科协", "各镇〈街道、场〉|县科协");
        check("；；县科协、；县残联、县妇联", ";县科协;县残联|县妇联");
        check("）、甲局（乙、丙", "）|甲局（乙、丙");
        check("—县科协。*县残联*", "县科协|县残联");
    }

    #[test]
    fn blanks_in_dates_part_nothing() {
        let parts = |text| apart(text).collect::<Vec<_>>();
        assert_eq!(parts(" 县水利局　县林业局\n"), ["县水利局", "县林业局"]);
        assert_eq!(parts("县水利局 2025 年 4 月 20 日前 每年"), ["县水利局", "2025 年 4 月 20 日前", "每年"]);
        assert_eq!(parts("时限：2025年 5月底前 年度"), ["时限：2025年 5月底前", "年度"]);
        assert_eq!(parts("2025 项目 3 个"), ["2025", "项目", "3", "个"]);
        assert!(parts("  ").is_empty());
    }

    #[test]
    fn notes_are_no_part_of_a_name() {
        assert_eq!(without_note("县城管局（1、2项）"), "县城管局");
        assert_eq!(without_note("县水利局（首位单位为牵头单位，下同）"), "县水利局");
        assert_eq!(without_note("县交通运输局（局长周某某）"), "县交通运输局");
        assert_eq!(without_note("县委组织部（老干部局）"), "县委组织部（老干部局）");
    }

    #[test]
    fn etc_closes_a_list() {
        assert_eq!(without_etc("县教育局等部门"), ("县教育局", true, ""));
        assert_eq!(without_etc("县教育局等12个部门"), ("县教育局", true, ""));
        assert_eq!(without_etc("县教育局等县整治工作领导小组成员单位"), ("县教育局", true, ""));
        assert_eq!(without_etc("县教育局等各成员单位"), ("县教育局", true, ""));
        assert_eq!(without_etc("县教育局等部门和各乡镇"), ("县教育局", true, "各乡镇"));
        assert_eq!(without_etc("高等学校"), ("高等学校", false, ""));
    }
}
