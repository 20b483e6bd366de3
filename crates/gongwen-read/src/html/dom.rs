//! A page as a tree in one vector.
//!
//! Owns the nodes and the ways between them. What an element looks like is `looks`, how the tree is built `parse`.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName};

/// Index of a node.
pub(super) type Id = u32;

/// No node.
pub(super) const NONE: Id = u32::MAX;

/// The document: the first node.
pub(super) const ROOT: Id = 0;

/// What a node is.
#[derive(Debug)]
pub(super) enum Data {
    /// The document, a comment or a processing instruction: nothing that shows.
    Other,
    /// Characters.
    Text(StrTendril),
    /// An element.
    Element(Box<Element>),
}

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    /// Its name.
    pub(super) name: QualName,
    /// Its attributes.
    pub(super) attributes: Vec<Attribute>,
}

impl Element {
    /// The name without its name space.
    pub(super) fn local(&self) -> &LocalName {
        &self.name.local
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|a| *a.name.local == *name).map(|a| &*a.value)
    }
}

/// One node with its neighbours.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Id,
    pub(super) first: Id,
    pub(super) last: Id,
    pub(super) before: Id,
    pub(super) next: Id,
    /// How many elements stand around it.
    pub(super) depth: u32,
    pub(super) data: Data,
}

/// The tree.
#[derive(Debug)]
pub(super) struct Dom {
    pub(super) nodes: Vec<Node>,
}

impl Dom {
    /// A tree of a document without anything.
    pub(super) fn new() -> Self {
        let mut dom = Self { nodes: Vec::with_capacity(256) };
        dom.add(Data::Other);
        dom
    }

    /// Adds a node that stands nowhere yet.
    pub(super) fn add(&mut self, data: Data) -> Id {
        let id = self.nodes.len() as Id;
        self.nodes.push(Node {
            parent: NONE,
            first: NONE,
            last: NONE,
            before: NONE,
            next: NONE,
            depth: 0,
            data,
        });
        id
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id as usize]
    }

    fn node_mut(&mut self, id: Id) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    /// The element, if it is one.
    pub(super) fn element(&self, id: Id) -> Option<&Element> {
        match &self.node(id).data {
            Data::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The node's children, first to last.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut at = self.node(id).first;
        std::iter::from_fn(move || {
            let id = at;
            (id != NONE).then(|| {
                at = self.node(id).next;
                id
            })
        })
    }

    /// The node that follows `id` in the order of the page, `within` it and below it; `skip` leaves out what is inside `id`.
    pub(super) fn following(&self, id: Id, within: Id, skip: bool) -> Option<Id> {
        let node = self.node(id);
        if !skip && node.first != NONE {
            return Some(node.first);
        }
        let mut at = id;
        while at != within && at != NONE {
            let node = self.node(at);
            if node.next != NONE {
                return Some(node.next);
            }
            at = node.parent;
        }
        None
    }

    /// Whether `id` is `outer` or stands in it.
    pub(super) fn is_within(&self, mut id: Id, outer: Id) -> bool {
        while id != NONE {
            if id == outer {
                return true;
            }
            id = self.node(id).parent;
        }
        false
    }

    /// The characters inside, those for which `shows` is false left out.
    pub(super) fn words(&self, id: Id, shows: impl Fn(Id) -> bool) -> String {
        let mut words = String::new();
        let mut at = Some(id);
        while let Some(node) = at {
            let hidden = !shows(node);
            if let (false, Data::Text(text)) = (hidden, &self.node(node).data) {
                words.push_str(text);
            }
            at = self.following(node, id, hidden);
        }
        words
    }

    /// Puts `child` behind the last child of `parent`.
    pub(super) fn append(&mut self, parent: Id, child: Id) {
        self.detach(child);
        let last = self.node(parent).last;
        let depth = self.node(parent).depth + 1;
        let node = self.node_mut(child);
        node.parent = parent;
        node.before = last;
        node.depth = depth;
        if last == NONE {
            self.node_mut(parent).first = child;
        } else {
            self.node_mut(last).next = child;
        }
        self.node_mut(parent).last = child;
    }

    /// Puts `child` in front of `sibling`.
    pub(super) fn insert(&mut self, sibling: Id, child: Id) {
        self.detach(child);
        let (parent, before, depth) = {
            let node = self.node(sibling);
            (node.parent, node.before, node.depth)
        };
        let node = self.node_mut(child);
        node.parent = parent;
        node.before = before;
        node.next = sibling;
        node.depth = depth;
        self.node_mut(sibling).before = child;
        if before != NONE {
            self.node_mut(before).next = child;
        } else if parent != NONE {
            self.node_mut(parent).first = child;
        }
    }

    /// Takes a node out of its place.
    pub(super) fn detach(&mut self, id: Id) {
        let (parent, before, next) = {
            let node = self.node_mut(id);
            let links = (node.parent, node.before, node.next);
            (node.parent, node.before, node.next) = (NONE, NONE, NONE);
            links
        };
        if before != NONE {
            self.node_mut(before).next = next;
        } else if parent != NONE {
            self.node_mut(parent).first = next;
        }
        if next != NONE {
            self.node_mut(next).before = before;
        } else if parent != NONE {
            self.node_mut(parent).last = before;
        }
    }
}
