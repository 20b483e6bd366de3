//! What stands in a cell: its lines and how they are joined.

use super::header::Class;
use super::words::{Place, Words};
use crate::line::Line;
use crate::wrap::characters;
use gongwen_lexicon::{WordSet, agency};
use gongwen_text::{Label, LabelStyle, chars};
use std::sync::LazyLock;

/// A line, or a part of one, inside a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// Its words; empty for a cell that is printed empty.
    pub(super) text: &'a str,
    /// Byte of `text` in the decoded source.
    pub(super) start: u32,
    /// Line it stands on.
    pub(super) line: usize,
    /// Whether a tab says that a cell begins here.
    pub(super) tab: bool,
    /// Whether blank space stands above.
    pub(super) gap: bool,
    /// Whether it was marked as a heading.
    pub(super) heading: bool,
}

impl<'a> Piece<'a> {
    /// Where `words`, a part of the line, stands in the decoded source.
    pub(super) fn range(line: &Line<'_>, words: &str) -> (u32, u32) {
        let start = line.start + (words.as_ptr() as usize - line.raw.as_ptr() as usize) as u32;
        (start, start + words.len() as u32)
    }

    /// All words of a line.
    pub(super) fn whole(line: &Line<'a>, index: usize, tab: bool) -> Self {
        let (text, start) = (line.text, line.text_start());
        Self { text, start, line: index, tab, gap: line.gap, heading: line.heading.is_some() }
    }

    /// One cell of a line whose cells are told apart.
    pub(super) fn part(line: &Line<'_>, index: usize, words: &'a str) -> Self {
        Self { start: Self::range(line, words).0, line: index, ..Self::lone(words) }
    }

    /// Words whose place does not matter.
    pub(super) fn lone(words: &'a str) -> Self {
        Self { text: words, start: 0, line: 0, tab: true, gap: false, heading: false }
    }

    /// The part from byte `at` on.
    pub(super) fn rest(self, at: usize) -> Self {
        let text = self.text[at..].trim_start();
        let start = self.start + (self.text.len() - text.len()) as u32;
        Self { text, start, tab: false, gap: false, ..self }
    }

    /// Where it stands in the decoded source.
    pub(super) fn place(self) -> (u32, u32) {
        (self.start, self.start + self.text.len() as u32)
    }
}

/// Words kept apart by at least `least` columns of white space.
pub(super) fn split_spaces(text: &str, least: usize) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut from = 0;
        while let Some(at) = find_space(&rest.as_bytes()[from..]).map(|at| from + at) {
            let tail = rest[at..].trim_start();
            let end = rest.len() - tail.len();
            let wide: usize = rest[at..end].chars().map(|c| if c == ' ' { 1 } else { 2 }).sum();
            if wide >= least {
                let word = &rest[..at];
                rest = tail;
                return Some(word);
            }
            from = end;
        }
        Some(std::mem::take(&mut rest))
    })
}

/// Words parted by white space, where characters spaced out to fill their column are one: `序  号      工 作 任 务`.
///
/// A gap parts two characters where it is wider than one beside it; what they make is a name of a column, or stands farther from
/// other words than its characters from each other.
pub(super) fn spelled(text: &str) -> Vec<&str> {
    const HAN: usize = '一'.len_utf8();
    let parts: Vec<&str> = split_spaces(text, 1).collect();
    let lone = |part: &str| part.len() == HAN && part.starts_with(chars::is_han);
    // `早 稻（亩）`
    let last = |part: &str| {
        lone(part)
            || part.starts_with(chars::is_han)
                && part.get(HAN..).is_some_and(|rest| rest.starts_with(['（', '(']))
    };
    if parts.windows(2).all(|two| !lone(two[0]) || !last(two[1])) {
        return parts;
    }
    let at = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let gap = |left: usize| {
        let (left, right) = (parts.get(left)?, parts.get(left + 1)?);
        let blanks = &text[at(left) + left.len()..at(right)];
        Some(blanks.chars().map(|c| if c == ' ' { 1 } else { 2 }).sum::<usize>())
    };
    let gaps: Vec<Option<usize>> = (0..parts.len()).map(gap).collect();
    let beside = |at: Option<usize>| at.and_then(|at| gaps.get(at).copied().flatten());
    // Whether the characters on both sides of a gap are of one word.
    let joined = |left: usize| {
        let both = parts.get(left + 1).is_some_and(|next| lone(parts[left]) && last(next));
        let near = [beside(left.checked_sub(1)), beside(Some(left + 1))].into_iter().flatten().min();
        both && gaps[left].is_some_and(|gap| near.is_none_or(|near| gap * 2 <= near * 3))
    };
    let mut words = Vec::with_capacity(parts.len());
    let mut first = 0;
    while first < parts.len() {
        let mut last = first;
        while joined(last) {
            last += 1;
        }
        let word = &text[at(parts[first])..at(parts[last]) + parts[last].len()];
        let inner = gaps[first..last].iter().flatten().max();
        let outer = [beside(first.checked_sub(1)), beside(Some(last))].into_iter().flatten().min();
        let apart = inner.is_none_or(|inner| outer.is_none_or(|outer| inner < &outer));
        if last == first || apart || gongwen_lexicon::column_list(word).is_some() {
            words.push(word);
        } else {
            words.extend(&parts[first..=last]);
        }
        first = last + 1;
    }
    words
}

/// The first space of either width, or tab.
fn find_space(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at = chars::skip_han(bytes, at);
        at += match &bytes[at..] {
            [b' ' | b'\t', ..] | [0xE3, 0x80, 0x80, ..] => return Some(at),
            [lead, ..] => chars::encoded_len(*lead),
            [] => return None,
        };
    }
}

/// What names of bodies end with.
static ENDINGS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["unit_endings"]));

/// What ends as they do and is none.
static NO_BODIES: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["cell_no_bodies"]));

/// Whether `text` ends as the name of a body does (a bracketed alias behind it does not count).
pub(super) fn ends_as_unit(text: &str) -> bool {
    // Most end with a word.
    if let [.., 0xE4..=0xE9, _, _] = text.as_bytes() {
        return ENDINGS.closes(text);
    }
    let mut text = text.trim_end_matches(['。', '，', ',', ' ']);
    if text.ends_with(['）', ')']) {
        match text.rfind(['（', '(']) {
            Some(0) | None => return true,
            Some(open) => text = &text[..open],
        }
    }
    ENDINGS.closes(text)
}

/// Whether `text` reads as one or several names of bodies.
pub(crate) fn is_units(text: &str) -> bool {
    Label::read(text).is_none() && are_names(text)
}

/// The same for a text without a label.
pub(super) fn are_names(text: &str) -> bool {
    // A list that goes on in the next line.
    let text = text.trim_end_matches(['、', '，']);
    ends_as_unit(text)
        && !NO_BODIES.closes(text)
        && (text.len() <= 90 || text.contains(['、', '，', ',', ' ']))
        && !text.trim_end_matches('。').contains(['。', '；', '：', '“'])
}

/// Joins the pieces of a cell to paragraphs and puts them to `words`. `width` is the longest line of the table in characters.
pub(super) fn compose(words: &mut Words, pieces: &[Piece<'_>], class: Class, width: usize) -> Place {
    let mut cell = words.cell();
    let mut labels = Labels::default();
    let mut last: Option<&str> = None;
    for piece in pieces.iter().filter(|p| !p.text.is_empty()) {
        let new = match (last, class) {
            (None, _) => {
                next_label(piece.text, &mut labels);
                true
            }
            (Some(last), Class::Lead | Class::Units) => begins_name(last, piece.text),
            (Some(last), _) => {
                let labelled = next_label(piece.text, &mut labels);
                let end = last.chars().next_back();
                let ended = end.is_some_and(|c| chars::ends_sentence(c) || matches!(c, '：' | ':'));
                let full = || characters(last) * 10 >= width * 8;
                labelled || (!labels.any && ended && !full())
            }
        };
        if new {
            words.begin(&mut cell, piece.place());
        } else {
            words.go_on(&mut cell, piece.place());
        }
        last = Some(piece.text);
    }
    cell
}

/// Whether `text` begins with the label that is due: the next of a row that runs, or a first one.
fn next_label(text: &str, labels: &mut Labels) -> bool {
    let Some(label) = Label::read(text) else { return false };
    let last = &mut labels.last[label.style as usize];
    match last {
        Some(last) if label.number != 0 && label.number != *last + 1 => return false,
        None if label.number > 1 && labels.any => return false,
        _ => *last = Some(label.number),
    }
    labels.any = true;
    true
}

/// The last number of each form of label in a cell.
#[derive(Default)]
struct Labels {
    last: [Option<u32>; LabelStyle::COUNT],
    any: bool,
}

/// What is left of a name that a wrap broke.
static REMAINDERS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["unit_remainders"]));

/// What ends like a body and is none.
static FALSE_ENDINGS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["unit_false_endings"]));

/// Whether `text` begins with the whole name of a body that says whose it is: `团县委、县妇联`.
pub(super) fn starts_with_body(text: &str) -> bool {
    const WHOSE: [char; 10] = ['县', '市', '区', '省', '州', '旗', '盟', '镇', '乡', '团'];
    let first = text.split(['、', '，', ',', '。', ' ', '\u{3000}']).next().unwrap_or(text);
    (first.starts_with(WHOSE) || first.starts_with('各')) && agency::name_at_start(first) == Some(first.len())
}

/// Whether a line of a cell of names begins a name, rather than going on with one broken by the wrap.
pub(crate) fn begins_name(last: &str, text: &str) -> bool {
    let joint = |c: char| {
        matches!(c, '、' | '，' | ',' | '和' | '及' | '与' | '（' | '(' | '）' | ')' | '。' | '；' | '·')
    };
    if text.starts_with(joint) || last.ends_with(['、', '，', ',', '（', '(']) {
        return false;
    }
    let first = || text.split(['、', '，', ',', '。']).next().unwrap_or(text);
    ends_as_unit(last) && !FALSE_ENDINGS.closes(last) && !REMAINDERS.holds(first())
}

/// Whether `text` goes on with the list of names that `last` ends in: behind its comma, or with the rest of a name that a wrap broke
/// (`县农业` over `农村局`).
pub(crate) fn name_goes_on(last: &str, text: &str) -> bool {
    const MARKS: [char; 3] = ['、', '，', ','];
    if last.ends_with(MARKS) || text.starts_with(MARKS) {
        return true;
    }
    if begins_name(last, text) || starts_with_body(text) {
        return false;
    }
    let part = last.rsplit(MARKS).next().unwrap_or(last);
    let rest = text.split(MARKS).next().unwrap_or(text);
    let name = [part, rest].concat();
    agency::name_at_start(part) != Some(part.len()) && agency::name_at_start(&name) == Some(name.len())
}

/// Whether a cell is the number of a row.
pub(super) fn is_count(text: &str) -> bool {
    let text = text.trim();
    (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a line is a note on the table above it, so that no cell goes on there: `注：`, `注1：`, `填表说明：`.
pub(super) fn begins_note(text: &str) -> bool {
    const MARKS: [&str; 6] = ["注", "备注", "附注", "说明", "填表说明", "填报说明"];
    let rest = MARKS.iter().find_map(|mark| text.strip_prefix(mark));
    rest.is_some_and(|rest| {
        rest.trim_start_matches(|c: char| c == ' ' || c == '\u{3000}' || c.is_ascii_digit())
            .starts_with(['：', ':'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_of_bodies() {
        for (text, whole) in [
            ("团县委", true),
            ("县妇联、县关工委", true),
            ("各乡镇", true),
            ("局、县科协", false),
            ("组织部", false),
            ("县农业农", false),
            ("县科协牵头", false),
        ] {
            assert_eq!(starts_with_body(text), whole, "{text}");
        }
    }
}
