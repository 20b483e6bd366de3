//! Where the document stands on the page: in a container of a known name, else where the prose is.

use super::dom::{Data, Dom, Id, NONE, ROOT};
use super::looks::{self, Kind};
use super::survey::Survey;
use crate::keys;
use gongwen_lexicon::words;
use html5ever::local_name;
use std::cmp::Ordering;
use std::sync::LazyLock;

/// Han characters that a container of a known name holds at least.
const LEAST: u32 = 20;

/// Hides what stands on every page of a site: navigation, footer, search. What holds half of the page's prose or a line of
/// dates and sources is none of it.
pub(super) fn hide_frame(dom: &Dom, survey: &mut Survey) {
    let all = survey.prose(ROOT);
    let mut at = Some(ROOT);
    while let Some(id) = at {
        let shown = survey.get(id).shown;
        let mut skip = !shown;
        if shown
            && survey.get(id).kind != Kind::Inline
            && let Some(element) = dom.element(id)
        {
            let named = matches!(
                *element.local(),
                local_name!("nav") | local_name!("footer") | local_name!("aside") | local_name!("header")
            ) || looks::has_word(element, words("page_frame"));
            if named && survey.prose(id) * 2 <= all && !states_dates(dom, survey, id) {
                let (han, linked) = (survey.get(id).han, survey.get(id).linked);
                survey.take(dom, id, han, linked);
                survey.hide(id);
                skip = true;
            }
        }
        at = dom.following(id, ROOT, skip);
    }
}

/// Hides the foot of a site that no name tells: a box with a sign that only such a foot has (网站标识码, ICP备 …) and another, the
/// largest that is small and holds no sentence and no heading.
pub(super) fn hide_foot(dom: &Dom, survey: &mut Survey) {
    // The foot is the last thing on a page.
    const LAST: usize = 300;
    let mut texts = Vec::new();
    let mut at = Some(ROOT);
    while let Some(id) = at {
        let shown = survey.get(id).shown;
        if shown && matches!(dom.node(id).data, Data::Text(_)) {
            texts.push(id);
        }
        at = dom.following(id, ROOT, !shown);
    }
    let signed = |id: &Id| match &dom.node(*id).data {
        Data::Text(text) => keys::foot_signs(text) > 0,
        _ => false,
    };
    let signed: Vec<Id> = texts.into_iter().rev().take(LAST).filter(signed).take(16).collect();
    for text in signed {
        let (mut foot, mut at) = (None, dom.node(text).parent);
        while at != NONE {
            // It stands in a foot that was found before.
            if !survey.get(at).shown {
                foot = None;
                break;
            }
            match is_foot(dom, survey, at) {
                Some(true) => foot = Some(at),
                Some(false) => break,
                None => {}
            }
            at = dom.node(at).parent;
        }
        if let Some(foot) = foot {
            let (han, linked) = (survey.get(foot).han, survey.get(foot).linked);
            survey.take(dom, foot, han, linked);
            survey.hide(foot);
        }
    }
}

/// Whether a box is a foot; `None` when it may be part of one.
fn is_foot(dom: &Dom, survey: &Survey, id: Id) -> Option<bool> {
    const SMALL: u32 = 200;
    let element = dom.element(id)?;
    if survey.get(id).han > SMALL || matches!(*element.local(), local_name!("html") | local_name!("body")) {
        return Some(false);
    }
    let words_of = dom.words(id, |id| survey.get(id).shown);
    let mut heading = Some(id);
    while let Some(at) = heading
        && !matches!(survey.get(at).kind, Kind::Heading(_))
    {
        heading = dom.following(at, id, !survey.get(at).shown);
    }
    if heading.is_some() || words_of.contains('。') || states_dates(dom, survey, id) {
        return Some(false);
    }
    // Each text by itself: what stands behind a sign may be another line.
    let (mut signs, mut at) = (0, Some(id));
    while let Some(node) = at {
        let shown = survey.get(node).shown;
        if let (true, Data::Text(text)) = (shown, &dom.node(node).data) {
            signs += keys::foot_signs(text);
        }
        at = dom.following(node, id, !shown);
    }
    let beside = || words("page_foot_beside").iter().filter(|sign| words_of.contains(**sign)).count();
    (signs >= 1 && signs + beside() >= 2).then_some(true)
}

/// Whether a program fills the page in: a container of a known name is empty, and what else shows is no document.
pub(super) fn is_filled_in(dom: &Dom, survey: &Survey) -> bool {
    const LITTLE: u32 = 200;
    if survey.prose(ROOT) > LITTLE || dom.words(ROOT, |id| survey.get(id).shown).contains('。') {
        return false;
    }
    let mut at = Some(ROOT);
    while let Some(id) = at {
        let seen = survey.get(id);
        if seen.shown
            && seen.han == 0
            && let Some(element) = dom.element(id)
            && (rank(element).is_some() || is_mount(element))
            && !has_picture(dom, &[id])
        {
            return true;
        }
        at = dom.following(id, ROOT, !seen.shown);
    }
    false
}

/// The element that frameworks put a page into.
fn is_mount(element: &super::dom::Element) -> bool {
    element.attribute("id").is_some_and(|id| words("page_mounts").contains(&id.trim()))
}

fn states_dates(dom: &Dom, survey: &Survey, id: Id) -> bool {
    const SMALL: u32 = 400;
    const SIGNS: [&str; 6] = ["索引号", "索 引 号", "发布日期", "发布时间", "发布机构", "来源："];
    survey.prose(id) <= SMALL && {
        let words = dom.words(id, |id| survey.get(id).shown);
        SIGNS.iter().any(|sign| words.contains(sign))
    }
}

/// The elements that hold the document, in order; none stands in another.
pub(super) fn find(dom: &Dom, survey: &Survey) -> Vec<Id> {
    let all = survey.prose(ROOT);
    let mut found: Vec<(usize, Id)> = Vec::new();
    let mut at = Some(ROOT);
    while let Some(id) = at {
        let shown = survey.get(id).shown;
        if shown
            && let Some(element) = dom.element(id)
            && let Some(rank) = rank(element)
        {
            found.push((rank, id));
        }
        at = dom.following(id, ROOT, !shown);
    }
    found.sort_by_key(|&(rank, _)| rank);
    let named = found.chunk_by(|a, b| a.0 == b.0).find_map(|same| {
        let mut roots: Vec<Id> = Vec::new();
        for &(_, id) in same {
            if roots.last().is_none_or(|&last| !dom.is_within(id, last)) {
                roots.push(id);
            }
        }
        let held: u32 = roots.iter().map(|&id| survey.prose(id)).sum();
        (held >= LEAST && u64::from(held) * 10 >= u64::from(all) * 4).then_some(roots)
    });
    named.unwrap_or_else(|| vec![densest(dom, survey)])
}

/// Goes down from the page while one element holds nearly all prose and its neighbours hold no line. Tables are gone
/// through to a cell of theirs, or not at all.
fn densest(dom: &Dom, survey: &Survey) -> Id {
    const LINE: u32 = 8;
    const MOST_LOST: u32 = 24;
    let (mut at, mut settled) = (ROOT, ROOT);
    loop {
        let all = survey.prose(at);
        let Some(heavy) = dom.children(at).filter(|&c| survey.get(c).shown).max_by_key(|&c| survey.prose(c))
        else {
            return settled;
        };
        let Some(element) = dom.element(heavy) else { return settled };
        let part = matches!(
            *element.local(),
            local_name!("table") | local_name!("tbody") | local_name!("thead") | local_name!("tr")
        );
        let is_box = part
            || survey.get(heavy).kind == Kind::Block
                && !matches!(*element.local(), local_name!("p") | local_name!("caption") | local_name!("th"));
        let left = survey.prose(heavy);
        let lost = all - left >= LINE || survey.prose(ROOT) - left >= MOST_LOST.min(left);
        if !is_box || lost || survey.prose(heavy) == 0 {
            return settled;
        }
        at = heavy;
        if !part {
            settled = at;
        }
    }
}

/// The selectors of both lists, sorted: `(name, is an id, rank)`.
static NAMES: LazyLock<Vec<(&'static str, bool, usize)>> = LazyLock::new(|| {
    let lists = words("page_containers").iter().chain(words("page_boxes"));
    let mut names: Vec<_> = lists
        .enumerate()
        .filter_map(|(rank, selector)| {
            let name = selector.strip_prefix('#').map(|id| (id, true, rank));
            name.or_else(|| selector.strip_prefix('.').map(|class| (class, false, rank)))
        })
        .collect();
    names.sort_by(|a, b| order(a.0, b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    names
});

/// The lists' rank of an element's names: the surest of them.
fn rank(element: &super::dom::Element) -> Option<usize> {
    let id = element.attribute("id").map(|id| (id.trim(), true));
    let classes =
        element.attribute("class").into_iter().flat_map(str::split_ascii_whitespace).map(|c| (c, false));
    let named = id.into_iter().chain(classes).filter_map(|(name, is_id)| {
        let at = NAMES.partition_point(|n| order(n.0, name).then(n.1.cmp(&is_id)) == Ordering::Less);
        NAMES.get(at).filter(|n| n.0.eq_ignore_ascii_case(name) && n.1 == is_id).map(|n| n.2)
    });
    let article = || {
        let name = match *element.local() {
            local_name!("article") => "article",
            local_name!("main") => "main",
            _ => return None,
        };
        let mut lists = words("page_containers").iter().chain(words("page_boxes"));
        lists.position(|&selector| selector == name)
    };
    named.min().or_else(article)
}

fn order(a: &str, b: &str) -> Ordering {
    a.bytes().map(|b| b.to_ascii_lowercase()).cmp(b.bytes().map(|b| b.to_ascii_lowercase()))
}

/// Whether a picture stands in the document.
pub(super) fn has_picture(dom: &Dom, bodies: &[Id]) -> bool {
    bodies.iter().any(|&body| {
        let mut at = Some(body);
        while let Some(id) = at {
            if dom.element(id).is_some_and(|e| *e.local() == local_name!("img")) {
                return true;
            }
            at = dom.following(id, body, false);
        }
        false
    })
}
