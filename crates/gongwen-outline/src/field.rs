//! Whose are the lines `牵头部门：…`? Guide, 4: behind the items of （一） they belong to （一）; where each item has its
//! own, they are the item's.

use crate::model::{Own, Section, SectionKind};
use crate::{keys, unit};
use gongwen_lexicon::WordSet;
use std::sync::LazyLock;

/// Moves field lines that stand behind the last child of a section up to the section, where no other child has
/// such lines. A section with one child follows what its siblings do, and so does the last section of the document when a paragraph
/// closes the document behind its lines (`各单位要按月报送进展。`); the paragraph goes up with them.
pub(crate) fn lift(text: &str, sections: &mut [Section]) {
    let children = Children::of(sections);
    let mut lifts = Vec::new();
    let mut only = Vec::new();
    let mut parts = Vec::new();
    let mut each = 0;
    for parent in 0..sections.len() {
        // What a card states stays in it.
        let Some(last) = children.last[parent].filter(|&last| !is_card(text, &sections[last])) else {
            continue;
        };
        let card = is_card(text, &sections[parent]);
        let holders = |i: usize| tail(text, sections, &children, i, card);
        let closed = || closed_tail(sections, &children, last);
        let Some(holder) = holders(last).or_else(closed) else { continue };
        // What rose to the last part of a measure is the measure's: `分工：…` behind the items of `措施：`.
        let is_part = |title: gongwen_text::Span| crate::standing::is_part(title.of_text(text));
        if sections[last].label.is_none() && sections[last].title.is_some_and(is_part) {
            parts.push((parent, holder));
            continue;
        }
        // A sibling with keys of its own, also above other lines (`进度安排：…`), or a duty bracket at its end states its own.
        let keyed = |i: usize| sections[i].own.iter().any(|own| matches!(own, Own::Field(_)));
        let states = |i: usize| {
            let said = |i: usize| !card && states_duty(text, &sections[i]);
            holders(i).is_some() || keyed(i) || said(i) || is_card(text, &sections[i]) || {
                let closing = deepest(&children, i);
                closing != i && said(closing)
            }
        };
        let mut before = std::iter::successors(children.before[last], |&i| children.before[i]);
        if children.before[last].is_none() {
            // `分工：…` rises from the last item to the action, however few actions there are.
            let shared = || matches!(sections[holder].own.last(), Some(Own::Field(line)) if crate::shared::shared_duty(line.of_text(text)).is_some());
            if holder == last || !shared() {
                only.push((parent, holder));
            }
        } else if holders(last).is_none() {
            if !before.any(states) {
                only.push((parent, holder));
            }
        } else if before.clone().any(states) {
            // `分工：…` behind items that each say it in a bracket, the last one too, is none of theirs.
            let bracketed = |i: usize| !keyed(i) && holders(i).is_none();
            if holder == last && shared_behind(text, &sections[last]) && before.all(bracketed) {
                lifts.push((parent, holder));
            } else {
                each += 1;
            }
        } else {
            lifts.push((parent, holder));
        }
    }
    if lifts.len() > each {
        lifts.append(&mut only);
    }
    lifts.append(&mut parts);
    // Deeper sections first: a line may rise more than one level only when each level agrees.
    lifts.sort_by_key(|&(parent, _)| std::cmp::Reverse(sections[parent].level));
    let mut risen = std::collections::BTreeMap::new();
    for (parent, holder) in lifts {
        let place = risen.get(&holder).copied().unwrap_or(holder);
        if sections[place].parent != Some(parent) {
            continue;
        }
        risen.insert(holder, parent);
        let own = &mut sections[place].own;
        let is_field = |o: &Own| matches!(o, Own::Field(_));
        let end = own.iter().rposition(is_field).map_or(own.len(), |last| last + 1);
        let at = own[..end].iter().rposition(|o| !is_field(o)).map_or(0, |i| i + 1);
        let fields = own.split_off(at);
        // The title alone remains of an item whose every line was a field.
        sections[parent].own.extend(fields);
    }
}

/// The children of every section, from the last to the first.
struct Children {
    /// The last child of a section.
    last: Vec<Option<usize>>,
    /// The sibling before a section.
    before: Vec<Option<usize>>,
}

impl Children {
    fn of(sections: &[Section]) -> Self {
        let mut children = Self { last: vec![None; sections.len()], before: vec![None; sections.len()] };
        for (i, section) in sections.iter().enumerate() {
            if let Some(parent) = section.parent {
                children.before[i] = children.last[parent].replace(i);
            }
        }
        children
    }
}

/// Whether a section's text says itself who does it: in a bracket or behind keys at its end, or with a sentence that ends
/// in a duty word.
fn states_duty(text: &str, section: &Section) -> bool {
    static SAYS: LazyLock<WordSet> =
        LazyLock::new(|| WordSet::new(&["牵头，", "牵头。", "配合。", "负责。", "牵头负责"]));
    static WHO: LazyLock<WordSet> = LazyLock::new(|| {
        WordSet::new(&["单位", "部门", "主体", "牵头", "责任", "配合", "协办", "主办", "主责"])
    });
    let Some(Own::Text(span)) = section.own.iter().rev().find(|o| matches!(o, Own::Text(_))) else {
        return false;
    };
    let words = span.of_text(text);
    let end = || &words[words.char_indices().rev().nth(60).map_or(0, |(at, _)| at)..];
    // Keys of times alone (`完成时限：10月`) name nobody.
    let keyed = |at: usize| WHO.within(&words[at..]);
    crate::closing::duty_bracket(words).is_some()
        || SAYS.within(end())
        || crate::closing::key_tail(words).is_some_and(keyed)
}

/// Whether a line that shares out a duty stands alone behind a section's text, which a bracket of duty closes.
fn shared_behind(text: &str, section: &Section) -> bool {
    let [.., Own::Text(words), Own::Field(line)] = section.own.as_slice() else { return false };
    crate::closing::duty_bracket(words.of_text(text)).is_some()
        && crate::shared::shared_duty(line.of_text(text)).is_some()
}

/// Whether a section is a card of a finding: keys in a row (`整改目标：…`, `整改措施：`), the last above its measures. Keys behind the
/// measures are the card's, whoever is told in one of them.
fn is_card(text: &str, section: &Section) -> bool {
    let keys = || {
        let lines = section.own.iter().filter_map(|own| own.text());
        lines.filter_map(|line| unit::key(line.of_text(text))).filter(|key| keys::is_content(key))
    };
    let measures = |key: &str| key.ends_with("措施") || key.ends_with("举措");
    let finding = || section.label.is_some_and(|label| label.of_text(text).starts_with("问题"));
    section.has_children
        && keys().any(|key| measures(&key) && (key.starts_with("整改") || finding() || keys().count() > 1))
}

/// The section at the end of `section`'s subtree, if field lines close it; in a card, lines of how far it is done may follow
/// (`整改进展：…`).
fn tail(text: &str, sections: &[Section], children: &Children, section: usize, card: bool) -> Option<usize> {
    const DONE: [&str; 4] = ["进展", "情况", "成效", "结果"];
    let at = deepest(children, section);
    let done = |own: &Own| {
        let key = own.text().and_then(|line| unit::key(line.of_text(text)));
        card && key.is_some_and(|key| DONE.iter().any(|end| key.ends_with(end)))
    };
    let last = sections[at].own.iter().rev().find(|own| !done(own));
    matches!(last, Some(Own::Field(_))).then_some(at)
}

/// The last section of the document, if it ends `section`'s subtree and paragraphs stand behind its field lines.
fn closed_tail(sections: &[Section], children: &Children, section: usize) -> Option<usize> {
    let at = deepest(children, section);
    let last = sections.iter().rposition(|section| section.kind == SectionKind::Body);
    let own = &sections[at].own;
    let behind = own.iter().rev().take_while(|own| matches!(own, Own::Text(_))).count();
    let fields = || own[..own.len() - behind].last().is_some_and(|own| matches!(own, Own::Field(_)));
    (last == Some(at) && behind > 0 && fields()).then_some(at)
}

/// The last section of `section`'s subtree.
fn deepest(children: &Children, section: usize) -> usize {
    std::iter::successors(Some(section), |&at| children.last[at]).last().unwrap_or(section)
}
