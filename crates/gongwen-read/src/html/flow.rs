//! Walks the document and makes paragraphs and tables of it, in reading order.

use super::dom::{Data, Dom, Element, Id};
use super::grid;
use super::looks::{Kind, has_word};
use super::number::Counter;
use super::paragraph::Paragraph;
use super::survey::Survey;
use crate::scribe::Draft;
use gongwen_lexicon::words;
use gongwen_text::Label;
use html5ever::local_name;

/// What stands on the page.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table, with its number on the page, from 1.
    Table(Draft),
}

/// What the elements around a text say about it.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // each holds or not, whatever the others do
struct Around {
    bold: bool,
    heading: Option<u8>,
    verbatim: bool,
    /// Inside the number that Word printed: blanks are only distance.
    number: bool,
    /// Directly in a cell or an item.
    cell: bool,
}

/// A walk.
#[allow(clippy::struct_excessive_bools)] // each holds or not, whatever the others do
pub(super) struct Flow<'a> {
    pub(super) dom: &'a Dom,
    pub(super) survey: &'a Survey,
    /// What was found so far.
    pub(super) items: Vec<Item>,
    /// Whether words that were struck out were left out.
    pub(super) deleted: bool,
    /// Cells of all tables so far.
    pub(super) cells: usize,
    open: Paragraph,
    gap: bool,
    broken: bool,
    lists: Vec<Option<Counter>>,
    number: Option<String>,
    in_cell: bool,
}

impl<'a> Flow<'a> {
    /// A walk that has not begun. In a cell tables are text.
    pub(super) fn new(dom: &'a Dom, survey: &'a Survey, in_cell: bool) -> Self {
        Self {
            dom,
            survey,
            items: Vec::new(),
            deleted: false,
            cells: 0,
            open: Paragraph::default(),
            gap: false,
            broken: false,
            lists: Vec::new(),
            number: None,
            in_cell,
        }
    }

    /// Whether this is the walk of a cell.
    pub(super) fn in_cell(&self) -> bool {
        self.in_cell
    }

    /// Reads what stands in an element.
    pub(super) fn read(&mut self, root: Id) {
        let cell = self.in_cell;
        self.end();
        let heading = match self.survey.get(root).kind {
            Kind::Heading(level) => Some(level),
            _ => None,
        };
        let bold = self.survey.get(root).style.bold == Some(true);
        self.children(root, Around { bold, heading, cell, ..Around::default() });
        self.end();
    }

    /// Reads what stands in an element that means nothing itself.
    pub(super) fn unwrap(&mut self, id: Id) {
        self.children(id, Around::default());
        self.end();
    }

    fn children(&mut self, id: Id, around: Around) {
        let mut child = self.dom.node(id).first;
        while child != super::dom::NONE {
            self.node(child, around);
            child = self.dom.node(child).next;
        }
    }

    fn node(&mut self, id: Id, around: Around) {
        match &self.dom.node(id).data {
            Data::Text(text) if self.survey.get(id).shown => self.text(text, around),
            Data::Element(element) => {
                let seen = self.survey.get(id);
                if seen.shown {
                    self.element(id, element, around);
                }
            }
            Data::Text(_) | Data::Other => {}
        }
    }

    fn element(&mut self, id: Id, element: &'a Element, mut around: Around) {
        let seen = *self.survey.get(id);
        around.cell = false;
        around.verbatim |= seen.style.verbatim;
        around.number |= seen.style.number;
        match seen.kind {
            Kind::Bold => around.bold = true,
            Kind::Deleted => {
                self.deleted |= seen.han > 0;
                return;
            }
            _ => {}
        }
        if let Some(bold) = seen.style.bold {
            around.bold = bold;
        }
        match seen.kind {
            Kind::Gone | Kind::Deleted => {}
            Kind::Break => self.line(),
            Kind::Rule => {
                self.end();
                self.gap = true;
            }
            Kind::Table => {
                self.end();
                if self.in_cell || !self.is_menu(id) {
                    grid::read(self, id);
                }
                self.end();
            }
            Kind::Inline | Kind::Bold | Kind::Link if !seen.style.block => self.children(id, around),
            kind => {
                if self.is_noise(id, element) {
                    return;
                }
                self.end();
                match kind {
                    Kind::Heading(level) => {
                        around.heading = Some(level);
                        // A heading is bold by nature: that says nothing of its first words.
                        around.bold = false;
                    }
                    Kind::Verbatim => around.verbatim = true,
                    Kind::Ordered => self.lists.push(Some(Counter::of(element))),
                    Kind::Item => {
                        around.cell = self.in_cell;
                        let counter = self.lists.last_mut().and_then(Option::as_mut);
                        self.number = counter.map(|c| c.count(element)).filter(|n| !n.is_empty());
                    }
                    _ if *element.local() == local_name!("ul") => self.lists.push(None),
                    _ => {}
                }
                self.children(id, around);
                self.end();
                if kind == Kind::Ordered || *element.local() == local_name!("ul") {
                    self.lists.pop();
                }
            }
        }
    }

    fn text(&mut self, text: &str, around: Around) {
        // An entity that the page has escaped twice.
        const TWICE: &str = "&nbsp;";
        if memchr::memchr(b'&', text.as_bytes()).is_some() && text.contains(TWICE) {
            return self.text(&text.replace(TWICE, "\u{A0}"), around);
        }
        if around.number {
            for word in text.split_whitespace() {
                self.open.add(word, around.bold, false);
            }
        } else if around.verbatim {
            let mut lines = text.split('\n');
            if let Some(first) = lines.next() {
                self.open.add_verbatim(first.trim_end_matches('\r'), around.bold);
            }
            for line in lines {
                self.line();
                self.open.add_verbatim(line.trim_end_matches('\r'), around.bold);
            }
        } else {
            self.open.add(text, around.bold, around.cell);
        }
        if around.heading.is_some() {
            self.open.heading = around.heading;
        }
    }

    /// A line end inside a paragraph.
    fn line(&mut self) {
        if !self.open.has_words() {
            self.gap |= self.broken || self.items.is_empty();
        }
        let verbatim = self.open.verbatim;
        self.close(true);
        self.open.verbatim = verbatim;
        self.broken = true;
    }

    /// The end of a paragraph.
    pub(super) fn end(&mut self) {
        self.close(false);
        self.broken = false;
    }

    fn close(&mut self, by_line: bool) {
        let mut paragraph = std::mem::take(&mut self.open);
        if !paragraph.has_words() {
            // Blank characters, or a line end and nothing else, make a blank line.
            self.gap |= !paragraph.text.is_empty() || self.broken && !by_line;
            return;
        }
        paragraph.gap = std::mem::take(&mut self.gap);
        paragraph.broken = self.broken;
        if let Some(number) = self.number.take()
            && Label::read(paragraph.text.trim_start()).is_none()
        {
            paragraph.number(&number);
        }
        self.items.push(Item::Paragraph(paragraph));
    }

    /// Buttons, shares, lists of links: never part of a document, though they stand in its box.
    fn is_noise(&self, id: Id, element: &Element) -> bool {
        const SMALL: u32 = 120;
        if self.survey.prose(id) <= SMALL && has_word(element, words("page_noise")) {
            return true;
        }
        !self.in_cell && self.is_menu(id)
    }

    /// Whether an element is links to other pages and nothing else: a menu, a list of neighbours. Marks of a sentence between
    /// them make it words of the document.
    fn is_menu(&self, id: Id) -> bool {
        const MARKS: [char; 6] = ['、', '，', '。', '；', '：', ':'];
        const LONG: u32 = 20;
        let seen = self.survey.get(id);
        if seen.linked == 0 || seen.linked * 10 < seen.han * 9 {
            return false;
        }
        let is_list = self.dom.element(id).is_some_and(|element| {
            matches!(*element.local(), local_name!("ul") | local_name!("div") | local_name!("dl"))
        });
        let plain = |n| self.survey.get(n).shown && self.survey.get(n).kind != Kind::Link;
        (is_list && seen.linked >= LONG || !self.dom.words(id, plain).contains(MARKS)) && self.links_pages(id)
    }

    /// Whether three links at least lead to pages, and none to a file.
    fn links_pages(&self, id: Id) -> bool {
        let mut count = 0;
        let mut at = Some(id);
        while let Some(node) = at {
            if let Some(address) = self
                .dom
                .element(node)
                .filter(|_| self.survey.get(node).kind == Kind::Link)
                .and_then(|e| e.attribute("href"))
            {
                let address = address.trim();
                let is_file = |name: &str| {
                    words("page_files").iter().any(|end| {
                        let at = name.len().saturating_sub(end.len());
                        name.get(at..).is_some_and(|a| a.eq_ignore_ascii_case(end))
                    })
                };
                // What is sent by a program has its name in the words of the link.
                if is_file(address) || is_file(self.dom.words(node, |_| true).trim()) {
                    return false;
                }
                count += u32::from(!address.starts_with('#'));
            }
            at = self.dom.following(node, id, false);
        }
        count >= 3
    }
}
