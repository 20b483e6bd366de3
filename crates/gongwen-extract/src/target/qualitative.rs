//! Commitments without a number (guide, 5, last item): `实现全覆盖`, `显著提升`, `培育一批`.
//!
//! Owns which clauses of a paragraph say so. A clause that holds a figure is the business of the other modules.

use crate::wordlist::{CharSet, WordList};
use aho_corasick::{AhoCorasick, packed};
use gongwen_lexicon::words;
use gongwen_text::Span;
use std::sync::LazyLock;

/// How far a clause is looked for on either side of its cue, in bytes.
const REACH: usize = 240;

/// The vectorised search where the processor has it, an automaton elsewhere: the cues begin with common characters.
enum Search {
    Packed(packed::Searcher),
    Automaton(AhoCorasick),
}

static SEARCH: LazyLock<Search> = LazyLock::new(|| {
    let cues = words("qualitative_cue");
    packed::Searcher::new(cues).map_or_else(
        || Search::Automaton(AhoCorasick::new(cues).expect("a few short words make an automaton")),
        Search::Packed,
    )
});

static NEVER: LazyLock<WordList> = LazyLock::new(|| WordList::list("qualitative_never"));

/// Marks at which a clause ends.
static ENDS: CharSet = CharSet::of(&['，', '。', '；', '：', '！', ',', ';', '\n']);

/// The clauses of `paragraph` that commit to something without a figure, each once, ascending.
pub(crate) fn qualitative_in(paragraph: &str, mut push: impl FnMut(Span)) {
    let mut done = 0;
    let mut take = |at: usize, end: usize| {
        if at < done {
            return;
        }
        let clause = clause(paragraph, at, end, done);
        done = clause.to();
        let text = clause.of_text(paragraph);
        let figure = text.bytes().any(|b| b.is_ascii_digit()) || text.contains(['《', '０', '％']);
        if !figure && !NEVER.within(text) {
            push(clause);
        }
    };
    match &*SEARCH {
        Search::Packed(search) => search.find_iter(paragraph).for_each(|m| take(m.start(), m.end())),
        Search::Automaton(search) => search.find_iter(paragraph).for_each(|m| take(m.start(), m.end())),
    }
}

/// The clause round a cue, not before `floor`.
fn clause(text: &str, at: usize, end: usize, floor: usize) -> Span {
    let mut from = at.saturating_sub(REACH).max(floor);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let start = text[from..at]
        .char_indices()
        .rev()
        .find(|(_, c)| is_end(*c))
        .map_or(from, |(i, c)| from + i + c.len_utf8());
    let mut to = (end + REACH).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let stop = ENDS.next(&text[..to], end).map_or(to, |(i, _)| i);
    let words = text[start..stop].trim_matches([' ', '\u{3000}', '—', '、', '：']);
    Span::of(words, text)
}

fn is_end(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '！' | ',' | ';' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let mut got = Vec::new();
        qualitative_in(text, |span| got.push(span.of_text(text)));
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn clauses_without_a_figure() {
        check(
            "到2025年，养老床位达到3000张，街道服务中心实现全覆盖，服务能力显著提升。",
            &["街道服务中心实现全覆盖", "服务能力显著提升"],
        );
        check("培育一批龙头企业；新建学校5所。", &["培育一批龙头企业"]);
        check("覆盖率显著提升至95%。", &[]);
        check("落实《关于支持发展的若干措施》。", &[]);
        check("健全制度。", &[]);
    }

    #[test]
    fn hostile_input_costs_linear_time() {
        let mut count = 0;
        qualitative_in(&"一批".repeat(100_000), |_| count += 1);
        assert!(count > 0);
    }
}
