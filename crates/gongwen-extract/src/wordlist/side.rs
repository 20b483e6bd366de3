//! Words grouped by what stands at one of their ends.

/// A word by one of its ends.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) word: &'static str,
    /// Place in the list that was given.
    pub(super) index: u16,
    /// As many of the eight bytes at the end in question as the word has, and their mask.
    pub(super) key: u64,
    pub(super) mask: u64,
}

/// Words in `64 * N` groups, of which most are empty.
#[derive(Clone, Debug)]
pub(super) struct Side<const N: usize> {
    /// Whether a group has words.
    pub(super) bits: [u64; N],
    /// How many groups with words stand before each 64.
    ranks: [u16; N],
    /// Where the entries of each group that has words begin, and one more: a document starts more than a hundred lists, most of
    /// them with fewer words than groups.
    starts: Box<[u16]>,
    /// By group, then the longest first.
    entries: Vec<Entry>,
}

impl<const N: usize> Side<N> {
    /// Groups the words for which `group` tells one; `key` reads the eight bytes at the end in question.
    pub(super) fn new(
        words: &[&'static str],
        group: impl Fn(&str) -> Option<usize>,
        key: fn(&[u8]) -> u64,
    ) -> Self {
        let mut keyed: Vec<(usize, Entry)> = Vec::with_capacity(words.len());
        let mut bits = [0u64; N];
        for (index, &word) in words.iter().enumerate() {
            let Some(group) = group(word) else { continue };
            bits[group / 64] |= 1 << (group % 64);
            let len = word.len().min(8);
            // At the front the first byte is the lowest, at the back the last one.
            let mask = u64::MAX >> (64 - 8 * len);
            let entry = Entry { word, index: index as u16, key: key(word.as_bytes()) & mask, mask };
            keyed.push((group, entry));
        }
        keyed.sort_by_key(|(group, entry)| (*group, std::cmp::Reverse(entry.word.len())));
        let mut ranks = [0; N];
        let mut rank = 0;
        for (before, bits) in ranks.iter_mut().zip(bits) {
            *before = rank;
            rank += bits.count_ones() as u16;
        }
        let begins = |at: &usize| *at == 0 || keyed[*at - 1].0 != keyed[*at].0;
        let starts = (0..keyed.len()).filter(begins).chain([keyed.len()]).map(|at| at as u16).collect();
        Self { bits, ranks, starts, entries: keyed.into_iter().map(|(_, entry)| entry).collect() }
    }

    /// Whether a group has words.
    #[inline]
    pub(super) fn has(&self, group: usize) -> bool {
        has_bit(&self.bits, group)
    }

    /// The words of a group.
    #[inline]
    pub(super) fn at(&self, group: usize) -> &[Entry] {
        if self.has(group) { self.under(group) } else { &[] }
    }

    /// The words of a group that has some.
    #[inline]
    pub(super) fn under(&self, group: usize) -> &[Entry] {
        let below = self.bits[group / 64 % N] & ((1 << (group % 64)) - 1);
        let rank = usize::from(self.ranks[group / 64 % N]) + below.count_ones() as usize;
        &self.entries[usize::from(self.starts[rank])..usize::from(self.starts[rank + 1])]
    }
}

/// Whether a bit is set.
#[inline]
pub(super) fn has_bit<const N: usize>(bits: &[u64; N], at: usize) -> bool {
    bits[at / 64 % N] >> (at % 64) & 1 != 0
}

/// The longest of these words that the text begins with.
#[inline]
pub(super) fn longest<'e>(entries: &'e [Entry], bytes: &[u8]) -> Option<&'e Entry> {
    if entries.is_empty() {
        return None;
    }
    let key = front(bytes);
    entries.iter().find(|entry| {
        key & entry.mask == entry.key && (entry.word.len() <= 8 || bytes.starts_with(entry.word.as_bytes()))
    })
}

/// The first eight bytes, as many as there are; zeros behind them.
#[inline]
pub(super) fn front(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte)),
    }
}

/// The last eight bytes, as many as there are; zeros in front of them.
#[inline]
pub(super) fn back(bytes: &[u8]) -> u64 {
    match bytes.last_chunk() {
        Some(eight) => u64::from_be_bytes(*eight),
        None => bytes.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)),
    }
}
