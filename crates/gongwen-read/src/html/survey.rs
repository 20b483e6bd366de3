//! One walk over the page: what is hidden, and how many Han characters stand in each element, in links and out of them.

use super::dom::{Data, Dom, Id, NONE, ROOT};
use super::looks::{self, Kind, Style};

/// What is known of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// What it is; text is inline.
    pub(super) kind: Kind,
    /// What its own style says.
    pub(super) style: Style,
    /// Whether it shows.
    pub(super) shown: bool,
    /// Han characters inside that show.
    pub(super) han: u32,
    /// Those of them that stand in links.
    pub(super) linked: u32,
}

/// What is known of each node, by its number.
pub(super) struct Survey {
    seen: Vec<Seen>,
}

impl Survey {
    /// Walks the tree.
    pub(super) fn of(dom: &Dom) -> Self {
        let blank = Seen { kind: Kind::Inline, style: Style::default(), shown: false, han: 0, linked: 0 };
        let mut survey = Self { seen: vec![blank; dom.nodes.len()] };
        let mut links = 0u32;
        let mut at = ROOT;
        loop {
            survey.enter(dom, at);
            let inside = survey.get(at).shown && dom.node(at).first != NONE;
            if inside {
                links += u32::from(survey.get(at).kind == Kind::Link);
                at = dom.node(at).first;
                continue;
            }
            if let (Data::Text(text), true) = (&dom.node(at).data, survey.get(at).shown) {
                let han = count_han(text);
                survey.seen[at as usize].han = han;
                survey.seen[at as usize].linked = if links > 0 { han } else { 0 };
            }
            // Up to the next node that has not been seen.
            loop {
                let parent = dom.node(at).parent;
                if parent == NONE {
                    return survey;
                }
                let done = survey.seen[at as usize];
                let above = &mut survey.seen[parent as usize];
                above.han += done.han;
                above.linked += done.linked;
                if dom.node(at).next != NONE {
                    at = dom.node(at).next;
                    break;
                }
                at = parent;
                links -= u32::from(survey.get(at).kind == Kind::Link);
            }
        }
    }

    fn enter(&mut self, dom: &Dom, id: Id) {
        let seen = &mut self.seen[id as usize];
        match &dom.node(id).data {
            Data::Text(_) => seen.shown = true,
            Data::Element(element) => {
                seen.kind = looks::kind(element);
                seen.shown = seen.kind != Kind::Gone;
                if seen.shown && !element.attributes.is_empty() {
                    seen.style = looks::style(element);
                    seen.shown = !seen.style.hidden;
                }
            }
            Data::Other => seen.shown = id == ROOT,
        }
    }

    /// What is known of a node.
    pub(super) fn get(&self, id: Id) -> &Seen {
        &self.seen[id as usize]
    }

    /// Han characters outside links.
    pub(super) fn prose(&self, id: Id) -> u32 {
        self.get(id).han - self.get(id).linked
    }

    /// Takes so many characters off `id` and all that stands around it.
    pub(super) fn take(&mut self, dom: &Dom, id: Id, han: u32, linked: u32) {
        let mut at = id;
        while at != NONE {
            let seen = &mut self.seen[at as usize];
            seen.han -= han;
            seen.linked -= linked;
            at = dom.node(at).parent;
        }
    }

    /// Hides a node from all later walks. See [`Self::take`] for the counts of what stands around it.
    pub(super) fn hide(&mut self, id: Id) {
        self.seen[id as usize].shown = false;
    }
}

/// Han characters of the common planes: their first byte says so.
fn count_han(text: &str) -> u32 {
    text.bytes().filter(|b| (0xE4..=0xE9).contains(b)).count() as u32
}
