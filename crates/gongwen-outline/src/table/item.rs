//! Numbered items in a cell.

use crate::model::Item;
use gongwen_lexicon::{WordSet, words};
use gongwen_text::chars::{self, encoded_len, skip_han};
use gongwen_text::{Label, LabelStyle, Span};
use std::sync::LazyLock;

/// Longest run-in title of an item, in characters.
const LONGEST_TITLE: usize = 30;

/// The items of a cell: a label begins one, paragraphs without one belong to the item above. One item without label
/// when the cell has none; none when it is empty.
pub(super) fn items(text: &str, cell: Span) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut running: Option<(LabelStyle, u32)> = None;
    let (whole, mut start) = (cell.of_text(text), 0);
    for end in memchr::memchr_iter(b'\n', whole.as_bytes()).chain([whole.len()]) {
        let line = &whole[std::mem::replace(&mut start, end + 1)..end];
        let span = Span::of(line, text);
        if chars::trim(line).is_empty() {
            continue;
        }
        match Label::read(line) {
            Some(label) if begins(label, running) => {
                running = Some((label.style, label.number));
                labelled(text, span, label, &mut running, &mut items);
            }
            _ => match items.last_mut() {
                Some(item) => item.text = item.text.cover(span),
                None => items.push(Item { label: None, title: None, text: span }),
            },
        }
    }
    for item in &mut items {
        item.title = title(text, item.text);
        if let Some(title) = item.title {
            let rest = &text[title.to() + '。'.len_utf8()..item.text.to()];
            item.text = Span::of(rest.trim_start(), text);
        }
    }
    items
}

/// Whether a label begins an item: the first, the next, or of the style that the cell counts in.
fn begins(label: Label, running: Option<(LabelStyle, u32)>) -> bool {
    running.is_none_or(|(style, _)| style == label.style)
}

/// Puts in the item of a line and those that stand behind it on the same line.
fn labelled(
    text: &str,
    line: Span,
    first: Label,
    running: &mut Option<(LabelStyle, u32)>,
    items: &mut Vec<Item>,
) {
    let (mut start, mut label) = (line.from(), first);
    loop {
        let words = start + label.end;
        let next = next_inside(&text[words..line.to()], label).map(|(at, next)| (words + at, next));
        let end = next.map_or(line.to(), |(at, _)| at);
        let body = chars::trim(&text[words..end]);
        let printed = Span::new(start + label.start, words);
        let span = if body.is_empty() { Span::new(words, words) } else { Span::of(body, text) };
        items.push(Item { label: Some(printed), title: None, text: span });
        let Some((at, following)) = next else { break };
        (start, label) = (at, following);
        *running = Some((label.style, label.number));
    }
}

/// The next label of the same style inside a line: behind the end of a sentence, or white space.
fn next_inside(line: &str, label: Label) -> Option<(usize, Label)> {
    if !matches!(label.style, LabelStyle::Arabic | LabelStyle::ArabicParen | LabelStyle::Circled) {
        return None;
    }
    let bytes = line.as_bytes();
    let mut at = 0;
    loop {
        at = skip_han(bytes, at);
        let (len, mark) = match &bytes[at..] {
            [b';' | b' ', ..] => (1, true),
            [0xE3, 0x80, 0x82 | 0x80, ..] | [0xEF, 0xBC, 0x9B, ..] => (3, true),
            [lead, ..] => (encoded_len(*lead), false),
            [] => return None,
        };
        at += len;
        if mark
            && let Some(next) = Label::read(&line[at..])
            && next.style == label.style
            && next.number == label.number + 1
        {
            return Some((at, next));
        }
    }
}

/// A first sentence that names the item: short, at most one comma, no quantity, no clause that is the deed itself; and more
/// words behind it.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
fn title(text: &str, item: Span) -> Option<Span> {
    static OPENINGS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["item_clause_openings"]));
    let words = item.of_text(text);
    let bytes = words.as_bytes();
    // Most items have no full stop (its last bytes are 80 82) so near, or nothing behind the only one.
    let reach = bytes.len().saturating_sub(1).min((LONGEST_TITLE + 1) * 4);
    if !chars::any_three(&bytes[..reach], |a, b, _| (a == 0x80) & (b == 0x82)) {
        return None;
    }
    let (mut at, mut commas) = (0, 0);
    for _ in 0..=LONGEST_TITLE {
        match bytes.get(at..)? {
            [0xE4..=0xE9, ..] => at += 3,
            [0xE3, 0x80, 0x82, ..] => {
                let sentence = &words[..at];
                let rest = words[at + '。'.len_utf8()..].trim_start();
                let named = at > 0 && !rest.is_empty() && !OPENINGS.begins(sentence);
                return named.then(|| Span::of(sentence, text));
            }
            // ，
            [b',', ..] | [0xEF, 0xBC, 0x8C, ..] if commas > 0 => return None,
            [b',', ..] => (at, commas) = (at + 1, 1),
            [0xEF, 0xBC, 0x8C, ..] => (at, commas) = (at + 3, 1),
            // ；：
            [b'\n' | b'0'..=b'9', ..] | [0xEF, 0xBC, 0x9B | 0x9A, ..] | [] => return None,
            [lead, ..] => at += encoded_len(*lead),
        }
    }
    None
}

/// A cell without its label: `1.加强…`, `2加强…` (the point lost), `（三）加强…`. The label counts inside a group and is no
/// number of the row.
pub(crate) fn strip_label(text: &str, cell: Span) -> Span {
    let words_of = cell.of_text(text);
    if words_of.contains('\n') && words_of.lines().skip(1).any(|l| Label::read(l).is_some()) {
        // Several items: each label belongs to its own.
        return cell;
    }
    let digits = words_of.bytes().take_while(u8::is_ascii_digit).count();
    let end = match Label::read(words_of) {
        Some(label) => label.end,
        None if (1..=2).contains(&digits) => {
            let rest = &words_of[digits..];
            let han = rest.chars().next().is_some_and(gongwen_text::chars::is_han);
            let counted = words("item_counted").iter().any(|w| rest.starts_with(w));
            if han && !counted { digits } else { 0 }
        }
        None => 0,
    };
    let rest = words_of[end..].trim_start();
    if rest.is_empty() { cell } else { Span::of(rest, text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_have_titles_when_words_follow() {
        let check = |item: &str, expect: Option<&str>| {
            let found = title(item, Span::new(0, item.len()));
            assert_eq!(found.map(|span| span.of_text(item)), expect, "{item}");
        };
        check("摸清底数。逐户登记。", Some("摸清底数"));
        // However little it is: one byte behind the full stop was overlooked.
        check("摸清底数。!", Some("摸清底数"));
        check("摸清底数。", None);
        check("到2025年。逐户登记。", None);
        check("逐村，逐户，逐人。登记。", None);
    }
}
