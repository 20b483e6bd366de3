//! Words of two units: sentences that meet, and the characters inside them that differ.

use crate::{Segment, SentenceDifference, Side};
use gongwen_record::CharSpan;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeSet;

/// Sentences less alike than this do not meet where they stand.
const MEET: f64 = 0.35;
/// Sentences that changed their place meet from here on.
const MOVED: f64 = 0.6;
/// Beyond this many pairs of sentences only equal ones meet: no task of a real plan comes near.
const PAIRS: usize = 40_000;
/// Beyond this product of lengths two sentences are held whole against each other.
const CHARACTERS: usize = 4_000_000;
/// Equal stretches shorter than this between two changes belong to the change: 的 alone is no common ground.
const ISLAND: usize = 2;

/// Words with the code point at which they begin in the record's text; `None` when unknown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'t> {
    pub(crate) text: &'t str,
    pub(crate) at: Option<u32>,
}

/// The sentences of two units with what differs inside them.
pub(crate) fn sentences(a: Words<'_>, b: Words<'_>) -> Vec<SentenceDifference> {
    let (left, right) = (split(a), split(b));
    let mut partner = meet(&left, &right);
    let mut taken = vec![false; right.len()];
    for other in partner.iter().flatten() {
        taken[*other] = true;
    }
    let moved = move_pairs(&left, &right, &mut partner, &mut taken);
    let mut out = Vec::new();
    let mut next = 0;
    let alone = |out: &mut Vec<SentenceDifference>, from: usize, to: usize| {
        for (index, sentence) in right.iter().enumerate().take(to).skip(from) {
            if !taken[index] {
                let segments = vec![Segment { side: Side::B, text: sentence.text.to_owned() }];
                out.push(SentenceDifference { a: None, b: sentence.span, moved: false, segments });
            }
        }
    };
    for (index, sentence) in left.iter().enumerate() {
        let Some(other) = partner[index] else {
            let segments = vec![Segment { side: Side::A, text: sentence.text.to_owned() }];
            out.push(SentenceDifference { a: sentence.span, b: None, moved: false, segments });
            continue;
        };
        if !moved[index] {
            alone(&mut out, next, other);
            next = other + 1;
        }
        let segments = characters(sentence.text, right[other].text);
        out.push(SentenceDifference {
            a: sentence.span,
            b: right[other].span,
            moved: moved[index],
            segments,
        });
    }
    alone(&mut out, next, right.len());
    out
}

/// Characters of both sides, in the order of reading: what only the first has stands before what only the second has.
/// A number is held as a whole: 80 and 300 have no zero in common.
pub(crate) fn characters(a: &str, b: &str) -> Vec<Segment> {
    let mut out = Vec::new();
    let mut push = |side, tokens: &[&str]| {
        if !tokens.is_empty() {
            out.push(Segment { side, text: tokens.concat() });
        }
    };
    if a == b {
        push(Side::Both, if a.is_empty() { &[] } else { std::slice::from_ref(&a) });
        return out;
    }
    let (left, right) = (tokens(a), tokens(b));
    if left.len().saturating_mul(right.len()) > CHARACTERS {
        push(Side::A, &left);
        push(Side::B, &right);
        return out;
    }
    let ops = capture_diff_slices(Algorithm::Myers, &left, &right);
    let (mut gone, mut come) = (0..0, 0..0);
    let last = ops.len().saturating_sub(1);
    for (at, op) in ops.iter().enumerate() {
        let (old, new) = (op.old_range(), op.new_range());
        let equal = matches!(op, DiffOp::Equal { .. });
        let island = equal && old.len() < ISLAND && at > 0 && at < last;
        if equal && !island {
            push(Side::A, &left[std::mem::take(&mut gone)]);
            push(Side::B, &right[std::mem::take(&mut come)]);
            push(Side::Both, &left[old]);
        } else {
            gone = if gone.is_empty() { old } else { gone.start..old.end };
            come = if come.is_empty() { new } else { come.start..new.end };
        }
    }
    push(Side::A, &left[gone]);
    push(Side::B, &right[come]);
    out
}

/// Characters, numbers unbroken.
fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut in_number = false;
    for (at, c) in text.char_indices() {
        let digit = c.is_ascii_digit() || c == '.' && in_number;
        if at > start && !(digit && in_number) {
            out.push(&text[start..at]);
            start = at;
        }
        in_number = digit;
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

/// Characters that stand in both, as a share of the longer side.
pub(crate) fn equal(sentences: &[SentenceDifference]) -> Option<f64> {
    let (mut both, mut a, mut b) = (0_usize, 0_usize, 0_usize);
    for segment in sentences.iter().flat_map(|sentence| &sentence.segments) {
        let count = segment.text.chars().count();
        match segment.side {
            Side::Both => both += count,
            Side::A => a += count,
            Side::B => b += count,
        }
    }
    let longer = both + a.max(b);
    (longer > 0).then(|| (both as f64 / longer as f64 * 10_000.0).round() / 10_000.0)
}

struct Sentence<'t> {
    text: &'t str,
    span: Option<CharSpan>,
    pairs: BTreeSet<(char, char)>,
}

fn split(words: Words<'_>) -> Vec<Sentence<'_>> {
    let mut out = Vec::new();
    let mut at = words.at;
    for text in words.text.split_inclusive(['。', '；', '！', '？', '\n', ';']) {
        let count = text.chars().count() as u32;
        let start = at;
        at = at.map(|at| at + count);
        let kept = text.trim();
        if kept.is_empty() {
            continue;
        }
        let skipped = text[..text.len() - text.trim_start().len()].chars().count() as u32;
        let length = kept.chars().count() as u32;
        let span = start.map(|start| CharSpan { start: start + skipped, end: start + skipped + length });
        let chars: Vec<char> = kept.chars().filter(|c| c.is_alphanumeric()).collect();
        let pairs = chars.windows(2).map(|pair| (pair[0], pair[1])).collect();
        out.push(Sentence { text: kept, span, pairs });
    }
    out
}

fn alike(a: &Sentence<'_>, b: &Sentence<'_>) -> f64 {
    if a.text == b.text {
        return 1.0;
    }
    let both = a.pairs.intersection(&b.pairs).count() as f64;
    2.0 * both / (a.pairs.len() + b.pairs.len()).max(1) as f64
}

/// For each sentence of the first unit the one that it meets, in order on both sides, so that likeness is highest.
fn meet(left: &[Sentence<'_>], right: &[Sentence<'_>]) -> Vec<Option<usize>> {
    let mut partner = vec![None; left.len()];
    if left.len().saturating_mul(right.len()) > PAIRS {
        let (a, b): (Vec<&str>, Vec<&str>) =
            (left.iter().map(|s| s.text).collect(), right.iter().map(|s| s.text).collect());
        for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                (0..len).for_each(|step| partner[old_index + step] = Some(new_index + step));
            }
        }
        return partner;
    }
    let width = right.len() + 1;
    let mut best = vec![0.0_f64; (left.len() + 1) * width];
    let mut gain = vec![0.0_f64; left.len() * right.len()];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            let likeness = alike(&left[i], &right[j]);
            let won = if likeness >= MEET { likeness } else { f64::NEG_INFINITY };
            gain[i * right.len() + j] = won;
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            best[i * width + j] = skip.max(won + best[(i + 1) * width + j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        let here = best[i * width + j];
        let won = gain[i * right.len() + j];
        if won > 0.0 && here <= won + best[(i + 1) * width + j + 1] {
            partner[i] = Some(j);
            (i, j) = (i + 1, j + 1);
        } else if here <= best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    partner
}

/// Pairs sentences that are left over and stand in another order; tells which of the first unit they are.
fn move_pairs(
    left: &[Sentence<'_>],
    right: &[Sentence<'_>],
    partner: &mut [Option<usize>],
    taken: &mut [bool],
) -> Vec<bool> {
    let mut moved = vec![false; left.len()];
    if left.len().saturating_mul(right.len()) > PAIRS {
        return moved;
    }
    let mut open = Vec::new();
    for (i, sentence) in left.iter().enumerate().filter(|(i, _)| partner[*i].is_none()) {
        for (j, other) in right.iter().enumerate().filter(|(j, _)| !taken[*j]) {
            let likeness = alike(sentence, other);
            if likeness >= MOVED {
                open.push((likeness, i, j));
            }
        }
    }
    open.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    for (_, i, j) in open {
        if partner[i].is_none() && !taken[j] {
            partner[i] = Some(j);
            (moved[i], taken[j]) = (true, true);
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences as one line each: `[-gone-]{+come+}`, `~` before those that moved.
    fn check(a: &str, b: &str, expect: &[&str]) {
        let words = |text| Words { text, at: Some(0) };
        let found = sentences(words(a), words(b));
        let shown: Vec<String> = found
            .iter()
            .map(|sentence| {
                let segments = sentence.segments.iter().map(|segment| match segment.side {
                    Side::Both => segment.text.clone(),
                    Side::A => format!("[-{}-]", segment.text),
                    Side::B => format!("{{+{}+}}", segment.text),
                });
                format!("{}{}", if sentence.moved { "~" } else { "" }, segments.collect::<String>())
            })
            .collect();
        assert_eq!(shown, expect);
        for (text, span) in found.iter().flat_map(|s| [(a, s.a), (b, s.b)]) {
            let Some(span) = span else { continue };
            let slice: String = text.chars().take(span.end as usize).skip(span.start as usize).collect();
            assert_eq!(slice.trim(), slice);
        }
    }

    #[test]
    fn characters_differ_inside_sentences_that_meet() {
        check("把水管好。", "把水管好。", &["把水管好。"]);
        check("每年培训80人次以上。", "每年培训300人次以上。", &["每年培训[-80-]{+300+}人次以上。"]);
        check(
            "开展科普讲座。建设科技馆。",
            "建设科技馆。加强培训工作。",
            &["[-开展科普讲座。-]", "建设科技馆。", "{+加强培训工作。+}"],
        );
        check(
            "甲乙丙丁戊己。一二三四五六。",
            "一二三四五六。甲乙丙丁戊己。",
            &["~甲乙丙丁戊己。", "一二三四五六。"],
        );
        check("", "", &[]);
        check("　\n", "新增。", &["{+新增。+}"]);
    }
}
