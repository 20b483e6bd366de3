//! Cards of keys: 索引号, 发文机关, 文号 … each in an element of its own with its value in the next, whatever the elements are.
//!
//! Tables and lists are read by `page`, which needs colons outside of tables. A card needs none: it is known by keys and values in
//! turn, as far from each other in the tree as the pairs around them.

use super::dom::{Data, Dom, Id, NONE, ROOT};
use super::looks::Kind;
use super::page::Website;
use super::survey::Survey;
use crate::keys::{self, Class, Pair};
use gongwen_lexicon::words;
use html5ever::local_name;

/// Pairs that make a card: fewer may be words of the document.
const PAIRS: usize = 3;
/// Texts that a value is made of at most.
const TEXTS: usize = 4;
/// Longest value, in bytes: a title.
const VALUE: usize = 300;
/// How far up from a key its value is looked for.
const STEPS: usize = 6;

/// A key with its value, and the texts that both are.
struct Entry {
    pair: Pair,
    texts: Vec<Id>,
}

/// Reads the cards of a page, one after the other, and hides them.
pub(super) fn read(dom: &Dom, survey: &mut Survey, site: &mut Website) {
    let texts = texts(dom, survey);
    let mut at = 0;
    while at < texts.len() {
        let (card, next) = run(dom, &texts, at);
        at = next;
        if !is_card(&card) {
            continue;
        }
        let pairs: Vec<Pair> = card.iter().map(|entry| entry.pair.clone()).collect();
        site.add_all(&pairs);
        for id in card.into_iter().flat_map(|entry| entry.texts) {
            let (han, linked) = (survey.get(id).han, survey.get(id).linked);
            survey.take(dom, id, han, linked);
            survey.hide(id);
        }
    }
}

/// The texts of the page that show, those of tables left out.
fn texts(dom: &Dom, survey: &Survey) -> Vec<(Id, String)> {
    let mut texts = Vec::new();
    let mut at = Some(ROOT);
    while let Some(id) = at {
        let seen = survey.get(id);
        if let (true, Data::Text(text)) = (seen.shown, &dom.node(id).data)
            && !text.trim_ascii().is_empty()
        {
            // What is long is no key and no value: it only parts them.
            let text = if text.len() > VALUE * 2 { "。".to_owned() } else { keys::value(text) };
            if !text.is_empty() {
                texts.push((id, text));
            }
        }
        at = dom.following(id, ROOT, !seen.shown || seen.kind == Kind::Table);
    }
    texts
}

/// The keys and values in turn that begin at `at`, and the first text behind them.
fn run(dom: &Dom, texts: &[(Id, String)], mut at: usize) -> (Vec<Entry>, usize) {
    let mut entries: Vec<Entry> = Vec::new();
    // The nearest that a value stands to its key says where the others are.
    let mut nearest = STEPS;
    while let Some((id, text)) = texts.get(at) {
        let Some((key, class)) = keys::key(text) else { break };
        at += 1;
        let mut entry = Entry { pair: Pair { key, class, value: String::new() }, texts: vec![*id] };
        // A colon in an element of its own.
        if texts.get(at).is_some_and(|(_, next)| matches!(&**next, "：" | ":")) {
            entry.texts.push(texts[at].0);
            at += 1;
        }
        let mut value = String::new();
        // The child that the value stands in, beside that of the key.
        let mut beside = None;
        while let Some((next, words)) = texts.get(at)
            && entry.texts.len() <= TEXTS
            && keys::key(words).is_none()
            && value.len() + words.len() <= VALUE
            && !is_foreign(key, words)
        {
            match beside {
                None => {
                    let Some((steps, child)) = meet(dom, *id, *next, nearest) else { break };
                    (nearest, beside) = (steps, Some(child));
                }
                Some(child) if dom.is_within(*next, child) => {}
                Some(_) => break,
            }
            value.push_str(words);
            entry.texts.push(*next);
            at += 1;
        }
        entry.pair.value = keys::value(value.trim_start_matches(['：', ':']));
        entries.push(entry);
    }
    let next = at + usize::from(entries.is_empty());
    (entries, next)
}

/// Steps up from `key` to the element that holds `value` too, if they are at most `most`, and the child of it that the value
/// stands in. That child comes next behind the key's, line ends and colons left out: else the key has no value.
fn meet(dom: &Dom, key: Id, value: Id, most: usize) -> Option<(usize, Id)> {
    let mut inner = key;
    for steps in 1..=most {
        let outer = dom.node(inner).parent;
        if outer == NONE {
            return None;
        }
        if dom.is_within(value, outer) {
            let idle = |id: &Id| match &dom.node(*id).data {
                Data::Text(text) => matches!(text.trim(), "" | "：" | ":"),
                Data::Element(element) => {
                    *element.local() == local_name!("br")
                        || matches!(dom.words(*id, |_| true).trim(), "：" | ":")
                }
                Data::Other => true,
            };
            let mut child = dom.node(inner).next;
            while child != NONE && !dom.is_within(value, child) {
                if !idle(&child) {
                    return None;
                }
                child = dom.node(child).next;
            }
            return (child != NONE).then_some((steps, child));
        }
        inner = outer;
    }
    None
}

/// Whether words are a title behind a key that is none: the key has no value, the document begins.
fn is_foreign(key: &str, words_behind: &str) -> bool {
    const TITLE: usize = 36;
    words_behind.len() >= TITLE
        && !words("page_title_keys").contains(&key)
        && gongwen_lexicon::ends_with_any(words_behind, words("code_breaks"))
}

/// Whether pairs are a card: three at least, two of them such as only pages have, and most with a value.
fn is_card(entries: &[Entry]) -> bool {
    let told = |entry: &&Entry| !entry.pair.value.is_empty();
    let sure = entries.iter().filter(told).filter(|entry| entry.pair.class == Class::Sure).count();
    entries.len() >= PAIRS && sure >= 2 && entries.iter().filter(told).count() * 2 > entries.len()
}
