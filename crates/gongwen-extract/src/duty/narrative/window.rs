//! The sentence and the clause around a word of duty, as far as they are looked at.

use crate::duty::anchor::Anchor;
use crate::duty::cue::CUES;
use crate::duty::pieces::{marks, marks_back, trim_start};
use gongwen_text::{Label, Span, chars};

/// How far a sentence is read on either side of an anchor, in bytes.
const REACH: usize = 360;

/// What ends a sentence.
pub(in crate::duty) const ENDS: [char; 6] = ['。', '；', '！', '？', ';', '\n'];

/// The sentence around an anchor.
pub(in crate::duty) struct Window<'a> {
    /// From the beginning of the sentence to the anchor.
    pub(in crate::duty) sentence: &'a str,
    /// From the beginning of the clause to the anchor.
    pub(in crate::duty) clause: &'a str,
    /// Behind the anchor, to the end of the sentence.
    pub(in crate::duty) after: &'a str,
}

/// What stands around an anchor; `None` inside 《 》 or quotation marks.
pub(super) fn window<'a>(text: &'a str, reach: Span, anchor: &Anchor) -> Option<Window<'a>> {
    let (at, end) = (anchor.at as usize, anchor.end as usize);
    let from = text.ceil_char_boundary(reach.from().max(at.saturating_sub(REACH)));
    let to = text.floor_char_boundary(reach.to().min(end + REACH));
    let (before, after) = (&text[from..at], &text[end..to]);
    let (sentence, clause) = beginnings(before)?;
    let stop = marks(after).find(|(_, c)| ENDS.contains(c)).map_or(after.len(), |(at, _)| at);
    Some(Window {
        sentence: without_ordinal(trim_start(&before[sentence..])),
        clause: asked(without_ordinal(trim_start(&before[clause..])), after),
        after: trim_start(&after[..stop]),
    })
}

/// Where the sentence and the clause begin that end in front of an anchor; `None` inside 《 》 or quotation marks.
fn beginnings(before: &str) -> Option<(usize, usize)> {
    let (mut sentence, mut clause, mut titled, mut quoted) = (0, None, None, None);
    // Where the bracket opens that the walk is inside of.
    let mut noted = None;
    for (at, c) in marks_back(before) {
        if noted.is_some_and(|open| at > open) {
            continue;
        }
        match c {
            // `县住建局（包括开发区分局，下同）|负责`: what stands in a note's bracket ends no clause.
            '）' | ')' if clause.is_none() => noted = note_before(&before[..at]),
            // `县委宣传部 、县委网信办`: a blank beside the mark of a list parts nothing.
            ' ' | '\u{3000}' if clause.is_none() && beside_list_mark(before, at, c) => {}
            '，' | ',' | '：' | ':' | ' ' | '\u{3000}' | '\t' | '*' => {
                clause.get_or_insert(at + c.len_utf8());
            }
            // The last one of each tells whether it is open.
            '《' | '》' => _ = titled.get_or_insert(c == '《'),
            '“' | '”' => _ = quoted.get_or_insert(c == '“'),
            c if ENDS.contains(&c) => {
                sentence = at + c.len_utf8();
                break;
            }
            _ => {}
        }
    }
    let open = titled == Some(true) || quoted == Some(true);
    (!open).then(|| (sentence, clause.unwrap_or(sentence)))
}

/// `县水利局在县财政局|配合下完成验收`: those who are asked stand behind 在.
fn asked<'a>(clause: &'a str, after: &str) -> &'a str {
    let under =
        after.starts_with('下') && !after[3..].starts_with(['达', '发', '放', '派', '沉', '乡', '级']);
    clause.rfind('在').filter(|_| under).map_or(clause, |at| &clause[at + '在'.len_utf8()..])
}

/// A clause without the number that counts it in a sentence (`①县水利局`, `（1）县水利局`, `一是县水利局`) or the key in front of its
/// paragraph (`【行动内容】县水利局`).
fn without_ordinal(clause: &str) -> &str {
    match clause.chars().next() {
        Some('一' | '二' | '三' | '四' | '五' | '六' | '七' | '八') => {
            let rest = &clause['一'.len_utf8()..];
            rest.strip_prefix('是').unwrap_or(clause)
        }
        Some('【' | '〖') => chars::bracketed_key(clause).map_or(clause, |(_, rest)| trim_start(rest)),
        Some('0'..='9' | '（' | '(' | '①'..='⑳') => {
            Label::read(clause).map_or(clause, |label| trim_start(&clause[label.end..]))
        }
        _ => clause,
    }
}

/// Where the bracket opens that closes behind the text, if it is a note beside a name: `（含森林分局、交警大队，下同`.
fn note_before(text: &str) -> Option<usize> {
    let open = text.rfind(['（', '(', '。', '；', '\n'])?;
    let inner = text[open..].strip_prefix(['（', '('])?;
    is_note(inner).then_some(open)
}

/// Whether a bracket behind a name explains it: `（包括开发区分局，下同）`, `（以下简称县总工会）`.
pub(super) fn is_note(inner: &str) -> bool {
    CUES.bracket_other.begins(inner) || inner.ends_with("下同")
}

/// Whether a blank stands in front of the mark between two names, or behind it.
fn beside_list_mark(text: &str, at: usize, blank: char) -> bool {
    text[at + blank.len_utf8()..].trim_start().starts_with('、') || text[..at].trim_end().ends_with('、')
}

/// What stands behind the last of some marks.
pub(in crate::duty) fn after_last(text: &str, test: impl Fn(char) -> bool) -> &str {
    match marks_back(text).find(|&(_, c)| test(c)) {
        Some((at, c)) => &text[at + c.len_utf8()..],
        None => text,
    }
}
