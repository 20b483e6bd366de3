//! The words of a unit as n-grams of characters: what likeness is computed from.
//!
//! Chinese needs no segmentation here: one- and two-character grams carry the words, three-character grams the phrases.
//! Digits are left out (how many is what targets are for, not what makes two measures one), and no gram reaches over
//! punctuation.

/// Up to three characters in one number, 21 bits each.
pub(super) type Gram = u64;

const BITS: u32 = 21;

/// Characters of a name in quotation marks: longer ones are quoted sentences.
const NAME: std::ops::RangeInclusive<usize> = 2..=30;

/// The grams of one unit.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// One- and two-character grams of the title, sorted, repeated as often as they occur.
    pub title: Vec<Gram>,
    /// The same of title and text together.
    pub all: Vec<Gram>,
    /// The same by clause, each sorted and without repetition.
    pub clauses: Vec<Vec<Gram>>,
    /// Three-character grams, sorted, without repetition.
    pub phrases: Vec<Gram>,
    /// What stands in `“…”` or `《…》`, sorted.
    pub instruments: Vec<String>,
}

impl Words {
    /// The words of a title and a text, each of which may be empty.
    pub(super) fn of(title: &str, text: &str) -> Self {
        let mut words = Self::default();
        for part in [title, text] {
            for clause in part.split(ends_clause) {
                let mut grams = Vec::new();
                for run in clause.split(|c| !carries(c)) {
                    push(run, &mut grams, &mut words.phrases);
                }
                words.all.extend_from_slice(&grams);
                grams.sort_unstable();
                grams.dedup();
                // A clause of one or two characters says nothing by itself.
                if grams.len() > 3 {
                    words.clauses.push(grams);
                }
            }
            named(part, &mut words.instruments);
            if words.title.is_empty() && !title.is_empty() {
                words.title.clone_from(&words.all);
            }
        }
        words.title.sort_unstable();
        words.all.sort_unstable();
        words.phrases.sort_unstable();
        words.phrases.dedup();
        words.instruments.sort_unstable();
        words.instruments.dedup();
        words
    }
}

/// Whether a character counts: letters of any script, no digits.
fn carries(c: char) -> bool {
    c.is_alphabetic()
}

fn ends_clause(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | '\n')
}

fn push(run: &str, grams: &mut Vec<Gram>, phrases: &mut Vec<Gram>) {
    let (mut before, mut last) = (0, 0);
    for c in run.chars() {
        let code = Gram::from(u32::from(c.to_ascii_lowercase()));
        grams.push(code);
        if last != 0 {
            grams.push(last << BITS | code);
        }
        if before != 0 {
            phrases.push(before << (2 * BITS) | last << BITS | code);
        }
        (before, last) = (last, code);
    }
}

/// Adds the names between quotation marks and book-title marks.
pub(super) fn named(text: &str, into: &mut Vec<String>) {
    for (open, close) in [('“', '”'), ('《', '》')] {
        let mut rest = text;
        while let Some(at) = rest.find(open) {
            rest = &rest[at + open.len_utf8()..];
            let Some(end) = rest.find([close, open, '\n']) else { break };
            if rest[end..].starts_with(close) && NAME.contains(&rest[..end].chars().count()) {
                into.push(rest[..end].to_owned());
            }
            rest = &rest[end..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, text: &str, grams: usize, phrases: usize, clauses: usize, instruments: &[&str]) {
        let words = Words::of(title, text);
        assert_eq!(
            (words.all.len(), words.phrases.len(), words.clauses.len()),
            (grams, phrases, clauses),
            "{title}{text}"
        );
        assert_eq!(words.instruments, instruments, "{title}{text}");
    }

    #[test]
    fn grams_stop_at_punctuation_and_digits() {
        check("", "科普", 3, 0, 0, &[]);
        check("科普基地", "建设", 7 + 3, 2, 1, &[]);
        check("", "到2025年，建成科普基地5个", 2 + 11 + 1, 4, 1, &[]);
        check("", "", 0, 0, 0, &[]);
    }

    #[test]
    fn names_stand_in_quotes() {
        check(
            "",
            "实施“互联网+科普”，落实《条例》《“十四五”规划》",
            25,
            2,
            2,
            &["“十四五”规划", "互联网+科普", "十四五", "条例"],
        );
        check("", "“没有结尾", 7, 2, 1, &[]);
    }
}
