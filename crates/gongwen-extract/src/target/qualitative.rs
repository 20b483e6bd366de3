//! Commitments without a number (guide, 5, last item): `实现全覆盖`, `显著提升`, `培育一批`.
//!
//! Owns which clauses of a paragraph say so. A clause that holds a figure is the business of the other modules.

use super::anchor::Places;
use crate::search::Search;
use crate::wordlist::{CharSet, WordList};
use gongwen_lexicon::words;
use gongwen_text::Span;
use std::sync::LazyLock;

/// How far a clause is looked for on either side of its cue, in bytes.
const REACH: usize = 240;

/// How cues begin: two characters, which many of them share. They are looked for without their first byte, which tells Han
/// characters from others at most: the search goes by four bytes, and those behind it tell more.
static HEADS: LazyLock<Search> = LazyLock::new(|| {
    let head =
        |cue: &'static str| &cue.as_bytes()[1..cue.char_indices().nth(2).map_or(cue.len(), |(at, _)| at)];
    let mut heads: Vec<&[u8]> = words("qualitative_cue").iter().map(|cue| head(cue)).collect();
    heads.sort_unstable();
    heads.dedup();
    Search::new(&heads)
});

static CUES: LazyLock<WordList> = LazyLock::new(|| WordList::list("qualitative_cue"));

static NEVER: LazyLock<WordList> = LazyLock::new(|| WordList::list("qualitative_never"));

/// Marks at which a clause ends.
static ENDS: CharSet = CharSet::of(&['，', '。', '；', '：', '！', ',', ';', '\n']);

/// What says that a clause has a figure, or the title of a document.
static FIGURES: CharSet = CharSet::of(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '《', '０', '％']);

/// Every place of `text` where a cue may begin.
pub(super) fn cues(text: &str, mut found: impl FnMut(usize)) {
    HEADS.each(text, |second| found(second.saturating_sub(1)));
}

/// The clauses of `paragraph` that commit to something without a figure, each once, ascending.
pub(crate) fn qualitative_in(paragraph: &str, places: Places<'_>, mut push: impl FnMut(Span)) {
    let (mut done, mut free) = (0, 0);
    for at in places.cues() {
        let Some(cue) = paragraph.get(at..).and_then(|rest| CUES.prefix(rest)).filter(|_| at >= free) else {
            continue;
        };
        free = at + cue.len();
        if at < done {
            continue;
        }
        let clause = clause(paragraph, at, free, done);
        done = clause.to();
        let text = clause.of_text(paragraph);
        if !FIGURES.within(text) && !NEVER.within(text) {
            push(clause);
        }
    }
}

/// The clause round a cue, not before `floor`.
fn clause(text: &str, at: usize, end: usize, floor: usize) -> Span {
    let mut from = at.saturating_sub(REACH).max(floor);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let start = ENDS.behind_last(&text[..at], from);
    let mut to = (end + REACH).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let stop = ENDS.next(&text[..to], end).map_or(to, |(i, _)| i);
    // `（县水利局负责）建成一批示范河道`
    let start = super::sentence::note_in_front(text, start, at).unwrap_or(start);
    let words = text[start..stop].trim_matches([' ', '\u{3000}', '—', '、', '：']);
    Span::of(words, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::Anchors;

    fn check(text: &str, expect: &[&str]) {
        let mut got = Vec::new();
        let anchors = Anchors::of(text);
        qualitative_in(text, anchors.within(Span::new(0, text.len())), |span| got.push(span.of_text(text)));
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
        let text = "一批".repeat(100_000);
        let anchors = Anchors::of(&text);
        qualitative_in(&text, anchors.within(Span::new(0, text.len())), |_| count += 1);
        assert!(count > 0);
    }
}
