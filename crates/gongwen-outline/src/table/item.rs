//! Numbered items in a cell.

use crate::model::Item;
use gongwen_lexicon::words;
use gongwen_text::{Label, LabelStyle, Span};

/// Longest run-in title of an item, in characters.
const LONGEST_TITLE: usize = 30;

/// The items of a cell: a label begins one, paragraphs without one belong to the item above. One item without label
/// when the cell has none; none when it is empty.
pub(super) fn items(text: &str, cell: Span) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut running: Option<(LabelStyle, u32)> = None;
    for line in cell.of_text(text).split('\n') {
        let span = Span::of(line, text);
        if line.trim().is_empty() {
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
        let body = text[words..end].trim();
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
    let marks = ['。', '；', ';', ' ', '\u{3000}'];
    line.char_indices().filter(|&(_, c)| marks.contains(&c)).find_map(|(at, c)| {
        let behind = at + c.len_utf8();
        let next = Label::read(&line[behind..])?;
        (next.style == label.style && next.number == label.number + 1).then_some((behind, next))
    })
}

/// A first sentence that names the item: short, at most one comma, no quantity, no clause that is the deed itself; and more
/// words behind it.
fn title(text: &str, item: Span) -> Option<Span> {
    let words_of = item.of_text(text);
    let stop = words_of.char_indices().take(LONGEST_TITLE + 1).find(|&(_, c)| c == '。')?.0;
    let sentence = &words_of[..stop];
    let rest = words_of[stop + '。'.len_utf8()..].trim();
    let commas = sentence.matches(['，', ',']).count();
    let named = commas <= 1
        && !sentence.contains(['；', '：', '\n'])
        && !sentence.contains(|c: char| c.is_ascii_digit())
        && !words("item_clause_openings").iter().any(|w| sentence.starts_with(w));
    (stop > 0 && !rest.is_empty() && named).then(|| Span::of(sentence, text))
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
