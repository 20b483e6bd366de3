//! A page may hold the document twice, for a desk and for a telephone; a style sheet shows one of the two. One is enough.

use super::dom::{Dom, Id, ROOT};
use super::flow::{Flow, Item};
use super::survey::Survey;
use gongwen_text::chars;
use html5ever::local_name;
use std::collections::HashSet;

/// Han characters that a page holds at least before copies are looked for.
const LEAST: u32 = 100;
/// Copies that are taken away at most.
const MOST: usize = 3;

/// Hides boxes whose lines stand in the boxes beside them as well. Of two the one with less text goes, else the later.
pub(super) fn hide_copies(dom: &Dom, survey: &mut Survey) {
    for _ in 0..MOST {
        let Some(copy) = find(dom, survey) else { return };
        let (han, linked) = (survey.get(copy).han, survey.get(copy).linked);
        survey.take(dom, copy, han, linked);
        survey.hide(copy);
    }
}

fn find(dom: &Dom, survey: &Survey) -> Option<Id> {
    let all = survey.prose(ROOT);
    if all < LEAST {
        return None;
    }
    // Two copies part where no child holds nearly everything any more.
    let mut at = ROOT;
    let shown = |id: &Id| survey.get(*id).shown;
    while let Some(heavy) = dom.children(at).filter(shown).max_by_key(|&c| survey.prose(c))
        && survey.prose(heavy) * 10 > all * 7
    {
        at = heavy;
    }
    let held = survey.prose(at);
    let boxes: Vec<Id> = dom
        .children(at)
        .filter(shown)
        .filter(|&id| is_box(dom, id) && survey.prose(id) * 5 >= all)
        // What stands beside it is too little to hold it again.
        .filter(|&id| (held - survey.prose(id)) * 10 >= survey.prose(id) * 9)
        .collect();
    let copies = boxes.into_iter().rev().filter(|&id| stands_beside(dom, survey, at, id));
    copies.min_by_key(|&id| survey.prose(id))
}

/// Whether an element may hold a document: parts of tables, lists and paragraphs may not.
fn is_box(dom: &Dom, id: Id) -> bool {
    dom.element(id).is_some_and(|element| {
        matches!(
            *element.local(),
            local_name!("div")
                | local_name!("section")
                | local_name!("article")
                | local_name!("main")
                | local_name!("form")
                | local_name!("center")
        )
    })
}

/// Whether nearly all lines of `id` stand also in the other children of `around`.
fn stands_beside(dom: &Dom, survey: &Survey, around: Id, id: Id) -> bool {
    let others = dom.children(around).filter(|&child| child != id && survey.get(child).shown);
    let beside: HashSet<String> = others.flat_map(|child| lines(dom, survey, child)).collect();
    let (mut same, mut all) = (0, 0);
    let own = lines(dom, survey, id);
    // Tables of two years may differ in their figures alone; a document has sentences.
    if !own.iter().any(|line| line.contains('。')) {
        return false;
    }
    for line in own {
        all += line.len();
        same += if beside.contains(&line) { line.len() } else { 0 };
    }
    all > 0 && same * 10 >= all * 9
}

/// The paragraphs of an element, those of cells among them, white space left out.
fn lines(dom: &Dom, survey: &Survey, id: Id) -> Vec<String> {
    let mut flow = Flow::new(dom, survey, false);
    flow.read(id);
    let texts = flow.items.into_iter().flat_map(|item| match item {
        Item::Paragraph(paragraph) => vec![paragraph.text],
        Item::Table(draft) => draft.rows.into_iter().flatten().flat_map(|cell| cell.paragraphs).collect(),
    });
    texts.map(|text| chars::compact(&text)).filter(|text| !text.is_empty()).collect()
}
