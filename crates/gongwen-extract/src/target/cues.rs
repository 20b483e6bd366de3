//! The cue lists of targets, indexed for prefix and suffix look-ups.

use std::sync::LazyLock;

/// Words found by their first or last character, longest first.
#[derive(Debug)]
pub(super) struct Words {
    by_first: Vec<(char, Vec<&'static str>)>,
    by_last: Vec<(char, Vec<&'static str>)>,
    /// A bit for every first character, by its low ten bits: most characters leave here.
    first_bits: [u64; 16],
}

/// Word and bit of a character in `first_bits`.
#[inline]
fn bit(c: char) -> (usize, u64) {
    let low = c as usize & 1023;
    (low >> 6, 1 << (low & 63))
}

impl Words {
    fn new(words: &[&'static str]) -> Self {
        let by_first = index(words, |w| w.chars().next());
        let mut first_bits = [0; 16];
        for (c, _) in &by_first {
            let (at, mask) = bit(*c);
            first_bits[at] |= mask;
        }
        Self { by_first, by_last: index(words, |w| w.chars().next_back()), first_bits }
    }

    fn list(name: &str) -> Self {
        Self::new(gongwen_lexicon::words(name))
    }

    /// The longest word that `text` begins with.
    pub(super) fn prefix(&self, text: &str) -> Option<&'static str> {
        let first = text.chars().next()?;
        let (word, mask) = bit(first);
        if self.first_bits[word] & mask == 0 {
            return None;
        }
        let at = self.by_first.binary_search_by_key(&first, |e| e.0).ok()?;
        self.by_first[at].1.iter().find(|w| text.starts_with(**w)).copied()
    }

    /// The longest word that `text` ends with.
    pub(super) fn suffix(&self, text: &str) -> Option<&'static str> {
        let last = text.chars().next_back()?;
        let at = self.by_last.binary_search_by_key(&last, |e| e.0).ok()?;
        self.by_last[at].1.iter().find(|w| text.ends_with(**w)).copied()
    }

    /// The first place in `text` where a word stands, with the longest word there.
    pub(super) fn find(&self, text: &str) -> Option<(usize, &'static str)> {
        text.char_indices().find_map(|(at, _)| Some((at, self.prefix(&text[at..])?)))
    }

    /// Whether any word stands in `text`.
    pub(super) fn within(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Whether `text` is one of the words.
    pub(super) fn is(&self, text: &str) -> bool {
        self.prefix(text).is_some_and(|w| w.len() == text.len())
    }
}

fn index(words: &[&'static str], key: impl Fn(&str) -> Option<char>) -> Vec<(char, Vec<&'static str>)> {
    let mut keyed: Vec<(char, &'static str)> = words.iter().filter_map(|w| Some((key(w)?, *w))).collect();
    keyed.sort_by_key(|(c, w)| (*c, std::cmp::Reverse(w.len())));
    let mut out: Vec<(char, Vec<&'static str>)> = Vec::new();
    for (c, word) in keyed {
        match out.last_mut() {
            Some((last, words)) if *last == c => words.push(word),
            _ => out.push((c, vec![word])),
        }
    }
    out
}

/// All lists, built at first use.
#[derive(Debug)]
pub(super) struct Cues {
    pub(super) unit: Words,
    pub(super) han_unit: Words,
    pub(super) event_unit: Words,
    pub(super) duration_unit: Words,
    pub(super) money_unit: Words,
    pub(super) size_unit: Words,
    pub(super) deed: Words,
    pub(super) whole_life: Words,
    pub(super) suffix_ge: Words,
    pub(super) suffix_le: Words,
    pub(super) suffix_approx: Words,
    pub(super) prefix_ge: Words,
    pub(super) prefix_gt: Words,
    pub(super) prefix_le: Words,
    pub(super) prefix_lt: Words,
    pub(super) prefix_approx: Words,
    pub(super) reach: Words,
    pub(super) rise: Words,
    pub(super) fall: Words,
    pub(super) make: Words,
    pub(super) train: Words,
    pub(super) lead: Words,
    pub(super) aim: Words,
    pub(super) tail: Words,
    pub(super) part_noun: Words,
    pub(super) status: Words,
    pub(super) subsidy: Words,
    pub(super) eligibility: Words,
    pub(super) group_noun: Words,
    pub(super) predicate: Words,
    pub(super) cut: Words,
    pub(super) adjust: Words,
    pub(super) level_noun: Words,
}

/// The lists.
pub(super) static CUES: LazyLock<Cues> = LazyLock::new(|| Cues {
    unit: Words::list("target_unit"),
    han_unit: Words::list("target_han_unit"),
    event_unit: Words::list("target_event_unit"),
    duration_unit: Words::list("target_duration_unit"),
    money_unit: Words::list("target_money_unit"),
    size_unit: Words::list("target_size_unit"),
    deed: Words::list("target_deed"),
    whole_life: Words::list("target_whole_life"),
    suffix_ge: Words::list("target_suffix_ge"),
    suffix_le: Words::list("target_suffix_le"),
    suffix_approx: Words::list("target_suffix_approx"),
    prefix_ge: Words::list("target_prefix_ge"),
    prefix_gt: Words::list("target_prefix_gt"),
    prefix_le: Words::list("target_prefix_le"),
    prefix_lt: Words::list("target_prefix_lt"),
    prefix_approx: Words::list("target_prefix_approx"),
    reach: Words::list("target_reach"),
    rise: Words::list("target_rise"),
    fall: Words::list("target_fall"),
    make: Words::list("target_make"),
    train: Words::list("target_train"),
    lead: Words::list("target_lead"),
    aim: Words::list("target_aim"),
    tail: Words::list("target_tail"),
    part_noun: Words::list("target_part_noun"),
    status: Words::list("target_status"),
    subsidy: Words::list("target_subsidy"),
    eligibility: Words::list("target_eligibility"),
    group_noun: Words::list("target_group_noun"),
    predicate: Words::list("target_predicate"),
    cut: Words::list("target_cut"),
    adjust: Words::list("target_adjust"),
    level_noun: Words::list("target_level_noun"),
});

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, prefix: Option<&str>, suffix: Option<&str>) {
        let words = Words::new(&["个", "个百分点", "百分点", "人次", "人"]);
        assert_eq!((words.prefix(text), words.suffix(text)), (prefix, suffix), "{text}");
    }

    #[test]
    fn the_longest_word_wins() {
        check("个百分点", Some("个百分点"), Some("个百分点"));
        check("人次以上", Some("人次"), None);
        check("三个人", None, Some("人"));
        check("", None, None);
    }
}
