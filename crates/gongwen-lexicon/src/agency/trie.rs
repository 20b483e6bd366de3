//! Words by their characters from the last to the first.
//!
//! Owns the search, which is most of what reading a name costs: the children of a node stand together and in order, so that
//! one step touches one place in memory. Does not own what the words mean.

use crate::word_set::last_character;

/// What is known of the end of a text: no word goes on from it where `children` is 0.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// Bits for the low six bits of the children's characters.
    mask: u64,
    /// The first child; the others stand behind it, by the low six bits of their characters.
    first: u32,
    /// The character that leads here.
    code: u32,
    /// What is kept for the word that begins here, 0 for none.
    classes: u32,
    /// Its number, 0 for none.
    number: u16,
    children: u16,
}

/// Words, each with its number and 32 bits of what it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    /// Where the children of the root begin that have these low ten bits, and one more: they are hundreds.
    last: Vec<u16>,
}

/// Children that are looked at one by one.
const FEW: usize = 6;

/// Bits of a character that the children of the root stand by.
const LAST_BITS: u32 = 1023;

/// The longest of the wanted words that ends where a text ends.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ending {
    /// Number of the word, 0 for none.
    pub(super) number: u16,
    /// Where it begins.
    pub(super) start: usize,
    /// What is kept for the whole of the text as a word, 0 for none.
    pub(super) whole: u32,
}

impl Trie {
    /// The trie of `words`, of which no two are the same and none is empty; they are numbered from 1.
    pub(super) fn new<'w>(words: impl Iterator<Item = (&'w str, u32)>) -> Self {
        let numbered = (1_u16..).zip(words);
        let mut spelled: Vec<(Vec<u32>, u16, u32)> = numbered
            .map(|(number, (word, classes))| (word.chars().rev().map(u32::from).collect(), number, classes))
            .collect();
        spelled.sort_unstable();
        let mut trie = Self { nodes: vec![Node::default()], last: Vec::new() };
        // Depth first: the characters of a long word stand together.
        let mut waiting = vec![(0, &spelled[..], 0)];
        while let Some((node, mut below, depth)) = waiting.pop() {
            // A word that ends here is shorter than those that go on, and stands before them.
            if let Some(((codes, number, classes), longer)) = below.split_first()
                && codes.len() == depth
            {
                (trie.nodes[node].number, trie.nodes[node].classes) = (*number, *classes);
                below = longer;
            }
            let mut groups: Vec<_> = below.chunk_by(|a, b| a.0[depth] == b.0[depth]).collect();
            let bits = if node == 0 { LAST_BITS } else { 63 };
            groups.sort_by_key(|group| group[0].0[depth] & bits);
            trie.nodes[node].first = trie.nodes.len() as u32;
            trie.nodes[node].children = groups.len() as u16;
            for group in groups {
                let code = group[0].0[depth];
                trie.nodes[node].mask |= 1 << (code & 63);
                waiting.push((trie.nodes.len(), group, depth + 1));
                trie.nodes.push(Node { code, ..Node::default() });
            }
        }
        let children = trie.nodes[0].children;
        let ends = &trie.nodes[1..=usize::from(children)];
        trie.last = (0..=LAST_BITS + 1)
            .map(|low| 1 + ends.partition_point(|node| node.code & LAST_BITS < low) as u16)
            .collect();
        trie
    }

    /// Gives each word a new number, by its old one.
    pub(super) fn renumber(&mut self, numbers: &[u16]) {
        for node in &mut self.nodes {
            node.number = numbers[usize::from(node.number)];
        }
    }

    /// The node of a text's last character.
    #[inline]
    fn end(&self, code: u32) -> Option<&Node> {
        let low = (code & LAST_BITS) as usize;
        let range = usize::from(*self.last.get(low)?)..usize::from(*self.last.get(low + 1)?);
        self.nodes[range].iter().find(|node| node.code == code)
    }

    /// The child of a node by the character before.
    #[inline]
    fn child(&self, node: &Node, code: u32) -> Option<&Node> {
        let bit = code & 63;
        if node.mask >> bit & 1 == 0 {
            return None;
        }
        let (first, children) = (node.first as usize, usize::from(node.children));
        // At least one child stands before for each lower bit. Most nodes have few children and need no count.
        let before = if children > FEW { (node.mask & ((1 << bit) - 1)).count_ones() as usize } else { 0 };
        self.nodes[first + before..first + children].iter().find(|child| child.code == code)
    }

    /// The longest word with any of the `wanted` bits that ends where `text` ends.
    #[inline]
    pub(super) fn ending(&self, text: &str, wanted: u32) -> Ending {
        let bytes = text.as_bytes();
        let mut ending = Ending::default();
        let Some((code, len)) = last_character(bytes) else { return ending };
        let Some(mut node) = self.end(code) else { return ending };
        let mut at = bytes.len() - len;
        loop {
            if node.classes & wanted != 0 {
                (ending.number, ending.start) = (node.number, at);
            }
            // The last byte of a character tells as much as the mask asks: nearly all texts end here.
            if !matches!(bytes[..at], [.., last] if node.mask >> (last & 63) & 1 != 0) {
                break;
            }
            let next = last_character(&bytes[..at]);
            let Some(found) = next.and_then(|(code, _)| self.child(node, code)) else { break };
            at -= next.map_or(0, |(_, len)| len);
            node = found;
        }
        if at == 0 {
            ending.whole = node.classes;
        }
        ending
    }

    /// The number of `text` as a word.
    pub(super) fn number(&self, text: &str) -> Option<u16> {
        let (code, len) = last_character(text.as_bytes())?;
        let mut node = self.end(code)?;
        let mut rest = &text.as_bytes()[..text.len() - len];
        while let Some((code, len)) = last_character(rest) {
            node = self.child(node, code)?;
            rest = &rest[..rest.len() - len];
        }
        Some(node.number).filter(|&number| number != 0)
    }
}
