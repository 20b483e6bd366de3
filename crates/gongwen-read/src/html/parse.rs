//! Builds the tree: html5ever decides what a broken page means, as browsers do.
//!
//! Its cost grows with the depth of the open elements and with the number of attributes of one tag, so both are
//! looked at: a page far beyond what any honest one has is read up to there.

use super::dom::{Data, Dom, Element, Id, NONE, ROOT};
use crate::limit;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, parse_document};
use memchr::memchr;
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

/// Bytes between two looks at the limits.
const STRIDE: usize = 1 << 14;

/// Elements inside each other beyond which reading stops; those beyond [`limit::DEPTH`] are set side by side before.
const DEEPEST: u32 = 12_000;

/// Nodes beyond which reading stops: so many and one for every second byte. Unclosed formatting is repeated in each paragraph
/// behind it, which makes a small page large.
const SPARE_NODES: usize = 10_000;

/// Longest tag that is read with its attributes, in bytes: a longer one holds a picture or means harm.
const LONGEST_TAG: usize = 1 << 13;

/// A page and whether all of it was read.
pub(super) struct Page {
    pub(super) dom: Dom,
    /// Byte of the source from which on nothing was read, because of a limit.
    pub(super) cut: Option<usize>,
}

/// Reads the mark-up of `source`.
pub(super) fn parse(source: &str) -> Page {
    let mut options = ParseOpts::default();
    options.tree_builder.drop_doctype = true;
    let mut parser = parse_document(Sink::default(), options);
    // A cell without its table would lose its tags.
    let start = source.trim_start().as_bytes();
    if [&b"<tbody"[..], b"<tr", b"<td", b"<thead"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag)))
    {
        parser.process(StrTendril::from_slice("<table>"));
    }
    let mut cut = None;
    let mut from = 0;
    let mut at = 0;
    let mut fed = 0;
    while let Some(open) = memchr(b'<', &source.as_bytes()[at..]).map(|n| at + n) {
        if open - fed >= STRIDE {
            parser.process(StrTendril::from_slice(&source[from..open]));
            (from, fed) = (open, open);
            let sink = &parser.tokenizer.sink.sink;
            let nodes = sink.dom.borrow().nodes.len();
            if sink.deepest.get() > DEEPEST || nodes > SPARE_NODES + open / 2 {
                cut = Some(open);
                break;
            }
        }
        let rest = &source.as_bytes()[open..];
        at = match rest.get(1) {
            // A server's instruction, which a saved template still has.
            Some(b'%') => {
                parser.process(StrTendril::from_slice(&source[from..open]));
                from = memchr::memmem::find(rest, b"%>").map_or(source.len(), |n| open + n + 2);
                from
            }
            Some(b'!') if rest.starts_with(b"<!--") => {
                memchr::memmem::find(&rest[4..], b"-->").map_or(open + 1, |n| open + 4 + n)
            }
            // Programs and style sheets are long and never shown.
            Some(b's' | b'S') if let Some(end) = unseen(rest) => {
                parser.process(StrTendril::from_slice(&source[from..open]));
                from = open + end;
                from
            }
            Some(c) if c.is_ascii_alphabetic() => {
                let end = memchr(b'>', rest).unwrap_or(rest.len());
                if end > LONGEST_TAG {
                    let name = 1 + rest[1..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
                    parser.process(StrTendril::from_slice(&source[from..open + name]));
                    from = open + end;
                }
                open + end.max(1)
            }
            _ => open + 1,
        };
        at = at.min(source.len());
    }
    if cut.is_none() && from < source.len() {
        parser.process(StrTendril::from_slice(&source[from..]));
    }
    Page { dom: parser.finish(), cut }
}

/// The end of a script or a style sheet that `rest` begins with.
fn unseen(rest: &[u8]) -> Option<usize> {
    let name = ["script", "style"].into_iter().find(|name| {
        rest.get(1..=name.len()).is_some_and(|r| r.eq_ignore_ascii_case(name.as_bytes()))
            && rest
                .get(name.len() + 1)
                .is_some_and(|b| matches!(b, b'>' | b' ' | b'\t' | b'\n' | b'\r' | b'/'))
    })?;
    let end = memchr::memmem::find_iter(rest, b"</").find(|&at| {
        rest.get(at + 2..at + 2 + name.len()).is_some_and(|r| r.eq_ignore_ascii_case(name.as_bytes()))
    });
    let end = end.map_or(rest.len(), |at| memchr(b'>', &rest[at..]).map_or(rest.len(), |n| at + n + 1));
    Some(end)
}

/// Takes the tree from the parser.
struct Sink {
    dom: RefCell<Dom>,
    deepest: Cell<u32>,
    /// How deep each node stands before it is set side by side with others.
    depths: RefCell<Vec<u32>>,
}

impl Default for Sink {
    fn default() -> Self {
        Self { dom: RefCell::new(Dom::new()), deepest: Cell::new(0), depths: RefCell::new(Vec::new()) }
    }
}

impl Sink {
    /// Where a child of `parent` is put: deep elements are flattened, so that walks may recurse.
    fn place(&self, parent: Id) -> Id {
        let dom = self.dom.borrow();
        let mut place = parent;
        while dom.node(place).depth as usize >= limit::DEPTH && dom.node(place).parent != NONE {
            place = dom.node(place).parent;
        }
        place
    }

    fn sink_depth(&self, parent: Id, child: Id) {
        let mut depths = self.depths.borrow_mut();
        let depth = depths.get(parent as usize).copied().unwrap_or(0) + 1;
        if depths.len() <= child as usize {
            depths.resize(child as usize + 1, 0);
        }
        depths[child as usize] = depth;
        self.deepest.set(self.deepest.get().max(depth));
    }

    fn text_into(&self, parent: Id, before: Id, text: StrTendril) {
        let mut dom = self.dom.borrow_mut();
        let neighbour = if before == NONE { dom.node(parent).last } else { dom.node(before).before };
        if neighbour != NONE
            && let Data::Text(old) = &mut dom.nodes[neighbour as usize].data
        {
            old.push_tendril(&text);
            return;
        }
        let id = dom.add(Data::Text(text));
        if before == NONE {
            dom.append(parent, id);
        } else {
            dom.insert(before, id);
        }
    }
}

/// The name of an element that stays where it is.
#[derive(Debug)]
struct Name<'a>(Ref<'a, QualName>);

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Dom;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Dom {
        self.dom.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Name<'a> {
        Name(Ref::map(self.dom.borrow(), |dom| match &dom.node(*target).data {
            Data::Element(element) => &element.name,
            _ => unreachable!("only elements are asked for their names"),
        }))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        self.dom.borrow_mut().add(Data::Element(Box::new(Element { name, attributes })))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.dom.borrow_mut().add(Data::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.dom.borrow_mut().add(Data::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        let place = self.place(*parent);
        match child {
            NodeOrText::AppendNode(id) => {
                self.sink_depth(*parent, id);
                self.dom.borrow_mut().append(place, id);
            }
            NodeOrText::AppendText(text) => self.text_into(place, NONE, text),
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let stands = self.dom.borrow().node(*element).parent != NONE;
        if stands { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        *target
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        match child {
            NodeOrText::AppendNode(id) => {
                self.sink_depth(*sibling, id);
                self.dom.borrow_mut().insert(*sibling, id);
            }
            NodeOrText::AppendText(text) => self.text_into(NONE, *sibling, text),
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        let mut dom = self.dom.borrow_mut();
        if let Data::Element(element) = &mut dom.nodes[*target as usize].data {
            for attribute in attributes {
                if element.attributes.iter().all(|a| a.name != attribute.name) {
                    element.attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.dom.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        loop {
            let child = self.dom.borrow().node(*node).first;
            if child == NONE {
                break;
            }
            self.append(new_parent, NodeOrText::AppendNode(child));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &str) {
        let page = parse(source);
        let words = page.dom.words(ROOT, |_| true);
        assert_eq!(words.split_whitespace().collect::<String>(), expect);
    }

    #[test]
    fn broken_pages_have_words() {
        check("<tr><td>甲<td>乙", "甲乙");
        check("<%@ page a=\"b\" %><p>甲<div>乙<!-- 丙 --><![if !a]>丁<![endif]>", "甲乙丁");
        check(&format!("<p>甲<img src='data:{}'>乙", "A".repeat(20_000)), "甲乙");
        check(&"<div>甲".repeat(1000), &"甲".repeat(1000));
    }

    #[test]
    fn a_page_without_bottom_is_cut() {
        let page = parse(&"<div>".repeat(300_000));
        assert!(page.cut.is_some());
        let page = parse(&format!("<a {}>甲", "b=1 c ".repeat(100_000)));
        assert!(page.cut.is_none());
    }
}
