//! Boxes of a plan (`专栏1 …`) in Word files: a text box hangs on a paragraph and stands beside what follows it. In the text it waits
//! for the end of the section, so that what follows its anchor belongs to the section and not to the box.

use gongwen_text::{Label, LabelStyle};

/// Boxes that wait.
#[derive(Debug)]
pub(crate) struct Panels<T> {
    /// Styles of labels in the order of their first appearance: the later, the deeper.
    styles: Vec<LabelStyle>,
    /// How deep the section is that was opened last.
    depth: Option<usize>,
    /// How deep the section is that the boxes stand in, and what they hold.
    waiting: Option<(usize, Vec<T>)>,
}

impl<T> Default for Panels<T> {
    fn default() -> Self {
        Self { styles: Vec::new(), depth: None, waiting: None }
    }
}

/// Whether a text box that begins with these words is a box of a plan.
pub(crate) fn is_panel(words: &str) -> bool {
    words.trim_start().starts_with("专栏")
}

impl<T> Panels<T> {
    /// Keeps a box; gives it back where there is no section to wait for.
    pub(crate) fn hold(&mut self, mut items: Vec<T>) -> Option<Vec<T>> {
        let Some(depth) = self.depth else { return Some(items) };
        self.waiting.get_or_insert((depth, Vec::new())).1.append(&mut items);
        None
    }

    /// The boxes whose section ends with a line of these words: it begins a section as deep, or less deep, or an annex.
    pub(crate) fn before(&mut self, words: &str) -> Option<Vec<T>> {
        let words = words.trim_start();
        if words.starts_with("附件") {
            return self.rest();
        }
        let label = Label::read(words)?;
        let depth = self.styles.iter().position(|&style| style == label.style).unwrap_or_else(|| {
            self.styles.push(label.style);
            self.styles.len() - 1
        });
        self.depth = Some(depth);
        self.waiting.take_if(|&mut (open, _)| depth <= open).map(|(_, items)| items)
    }

    /// All boxes that wait.
    pub(crate) fn rest(&mut self) -> Option<Vec<T>> {
        self.waiting.take().map(|(_, items)| items)
    }

    /// What the document is at, to go back to when boxes are written: their labels are not its own.
    pub(crate) fn place(&self) -> (Vec<LabelStyle>, Option<usize>) {
        (self.styles.clone(), self.depth)
    }

    /// Goes back to a place.
    pub(crate) fn back(&mut self, (styles, depth): (Vec<LabelStyle>, Option<usize>)) {
        (self.styles, self.depth) = (styles, depth);
    }
}
