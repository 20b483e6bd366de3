//! A page may print behind a document what its authors say about it (政策解读): the same duties and figures told a second time,
//! for readers in a hurry. Nobody is committed by it.

use super::flow::Item;
use gongwen_lexicon::words;
use gongwen_text::{Label, chars};

/// Han characters that the document in front has at least: a page of nothing but an explanation is read, and named.
const LEAST: usize = 150;
/// Paragraphs behind its heading in which an explanation says that it is one.
const NEAR: usize = 6;
/// Longest heading, in bytes.
const HEADING: usize = 240;

/// Takes off the explanation behind the document; `false` when there is none.
pub(super) fn take(items: &mut Vec<Item>) -> bool {
    let mut seen = 0;
    let begin = (0..items.len()).find(|&at| {
        let begins = seen >= LEAST && begins(&items[at..]);
        seen += han(&items[at]);
        begins
    });
    let Some(begin) = begin else { return false };
    items.truncate(begin);
    true
}

fn han(item: &Item) -> usize {
    let count = |text: &str| text.chars().filter(|&c| chars::is_han(c)).count();
    match item {
        Item::Paragraph(paragraph) => count(&paragraph.text),
        Item::Table(draft) => {
            draft.rows.iter().flatten().flat_map(|cell| &cell.paragraphs).map(|text| count(text)).sum()
        }
    }
}

/// Whether an explanation begins here: with a heading and soon the words that only explanations have, or with those words.
fn begins(items: &[Item]) -> bool {
    let Some(line) = words_of(&items[0]) else { return false };
    // Lines without the word are told at once.
    if !line.contains("解读") && !line.contains("问答") {
        return false;
    }
    let says = |line: &str| words("page_explanation_signs").iter().any(|sign| line.contains(sign));
    if says(line) {
        return Label::read(line).is_none();
    }
    let ends = || gongwen_lexicon::ends_with_any(line, words("page_explanation_ends"));
    let heads = line.len() <= HEADING && Label::read(line).is_none() && ends();
    heads
        && items
            .iter()
            .skip(1)
            .take(NEAR)
            .filter_map(words_of)
            .any(|line| says(line) || words("page_explanation_parts").iter().any(|part| line.contains(part)))
}

fn words_of(item: &Item) -> Option<&str> {
    let Item::Paragraph(paragraph) = item else { return None };
    Some(paragraph.text.trim())
}
