//! Cuts the decoded source into physical lines and takes the marks of markdown off their front.

use crate::clean::{footnote, tag};
use crate::line::{Line, LineKind};

/// The lines of `source`, blank ones included.
pub(crate) fn split(source: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::with_capacity(source.len() / 80 + 16);
    // Most sources have neither.
    let marked = memchr::memchr2(b'\r', b'<', source.as_bytes()).is_some();
    let lone_returns = marked && has_lone_return(source.as_bytes());
    let has = |tag: &[u8]| memchr::memmem::find(source.as_bytes(), tag).is_some();
    let breaks = marked && (has(b"<br") || has(TABLE_END.as_bytes()));
    let mut gap = false;
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', source.as_bytes());
    // What stands behind the last line feed is a line when there is any of it.
    for end in ends.chain((!source.is_empty() && !source.ends_with('\n')).then_some(source.len())) {
        let whole = &source[start..end];
        if lone_returns {
            let mut at = start;
            for part in whole.strip_suffix('\r').unwrap_or(whole).split('\r') {
                push(&mut lines, part, at, &mut gap, breaks);
                at += part.len() + 1;
            }
        } else {
            let whole = whole.strip_suffix('\r').unwrap_or(whole);
            if breaks {
                push(&mut lines, whole, start, &mut gap, breaks);
            } else {
                push_one(&mut lines, whole, start, &mut gap);
            }
        }
        start = end + 1;
    }
    lines
}

/// A carriage return that ends a line by itself, as on old Macintoshes.
fn has_lone_return(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', bytes).any(|i| !matches!(bytes.get(i + 1), None | Some(b'\n')))
}

/// What ends a table of HTML.
const TABLE_END: &str = "</table>";

fn push<'a>(lines: &mut Vec<Line<'a>>, mut raw: &'a str, mut start: usize, gap: &mut bool, breaks: bool) {
    // A table ends its line; what frames it goes with it.
    while breaks && let Some(at) = memchr::memmem::find(raw.as_bytes(), TABLE_END.as_bytes()) {
        let mut behind = &raw[at + TABLE_END.len()..];
        while let Some((inner, rest)) = behind.strip_prefix("</").and_then(|rest| rest.split_once('>')) {
            if !is_frame_tag(inner) {
                break;
            }
            behind = rest;
        }
        if trim(behind).is_empty() {
            break;
        }
        let end = raw.len() - behind.len();
        push_parts(lines, &raw[..end], start, gap, breaks);
        (raw, start) = (behind, start + end);
    }
    push_parts(lines, raw, start, gap, breaks);
}

fn push_parts<'a>(lines: &mut Vec<Line<'a>>, raw: &'a str, start: usize, gap: &mut bool, breaks: bool) {
    // `<br>` ends a line, but for a cell of a pipe table, which stands on one line.
    if breaks && !raw.contains('|') {
        let mut from = 0;
        let mut at = 0;
        while let Some(n) = memchr::memmem::find(&raw.as_bytes()[at..], b"<br") {
            let Some(len) = tag(&raw[at + n..]) else {
                at += n + 3;
                continue;
            };
            push_one(lines, &raw[from..at + n], start + from, gap);
            at += n + len;
            from = at;
        }
        push_one(lines, &raw[from..], start + from, gap);
    } else {
        push_one(lines, raw, start, gap);
    }
}

#[inline]
fn push_one<'a>(lines: &mut Vec<Line<'a>>, raw: &'a str, start: usize, gap: &mut bool) {
    // Most lines are words as they stand. Shorter ones may hold a page break.
    let words = raw.len() >= PAGE_BREAK_MAX
        && matches!(raw.as_bytes(), [b'0'..=b'9' | 0xE4..=0xE9, ..])
        && !raw.ends_with(['*', ']'])
        && is_trimmed(raw);
    if words {
        let line =
            Line { raw, start: start as u32, text: raw, kind: LineKind::Words, gap: *gap, heading: None };
        lines.push(line);
        *gap = false;
    } else {
        push_any(lines, raw, start, gap);
    }
}

/// Bytes of a line from which on a page break in it says nothing of the lines around.
const PAGE_BREAK_MAX: usize = 8;

fn push_any<'a>(lines: &mut Vec<Line<'a>>, raw: &'a str, start: usize, gap: &mut bool) {
    let mut text = if raw.is_empty() || is_trimmed(raw) { raw } else { trim(raw) };
    if raw.len() < PAGE_BREAK_MAX && raw.as_bytes().contains(&0x0C) {
        *gap = true;
    }
    if text.as_bytes().last() == Some(&b']') {
        // Behind the mark of a footnote a sentence has ended as well.
        let end = text.rfind("[^").filter(|&at| at > 0 && footnote(&text[at..]) == Some(text.len() - at));
        text = end.map_or(text, |at| trim(&text[..at]));
    }
    let mut heading = None;
    let mut kind = LineKind::Words;
    if text.is_empty() {
        kind = LineKind::Blank;
    } else if text.as_bytes()[0] == 0xE2 && is_drawn(text) {
        kind = LineKind::Furniture;
    } else if matches!(
        text.as_bytes()[0],
        b'#' | b'>' | b'*' | b'-' | b'+' | b'[' | b'_' | b'=' | b'~' | b'`' | b'<' | b'!'
    ) || text.as_bytes()[0] < 0x80 && text.ends_with('*')
    {
        if is_rule(text) || is_aside(text) {
            kind = LineKind::Furniture;
        } else {
            (text, heading) = front(text);
            if text.is_empty() {
                kind = LineKind::Blank;
            }
        }
    }
    // A note goes on in a line that is indented as Markdown asks.
    let indented = raw.starts_with("    ") || raw.starts_with('\t');
    if indented && lines.last().is_some_and(|l| l.kind == LineKind::Furniture && l.text.starts_with("[^")) {
        kind = LineKind::Furniture;
    }
    lines.push(Line { raw, start: start as u32, text, kind, gap: *gap, heading });
    *gap = kind != LineKind::Words && (*gap || kind == LineKind::Blank);
}

/// White space of every kind, and what cannot be seen.
fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Whether a line surely begins and ends with a word or a mark: Han, printable ASCII, wide marks.
#[inline]
fn is_trimmed(text: &str) -> bool {
    matches!(
        text.as_bytes(),
        [b'!'..=b'~' | 0xE4..=0xE9, ..] | [0xE3, 0x80, 0x81..=0xBF, ..] | [0xEF, 0xBC, ..]
    ) && matches!(
        text.as_bytes(),
        [.., b'!'..=b'~'] | [.., 0xE4..=0xE9, _, _] | [.., 0xE3, 0x80, 0x81..=0xBF] | [.., 0xEF, 0xBC, _]
    )
}

pub(crate) fn trim(text: &str) -> &str {
    let bytes = text.as_bytes();
    // Han and printable ASCII are told by a byte, the ideographic space by three, and only what is neither is decoded.
    let mut start = 0;
    loop {
        match &bytes[start..] {
            [b'!'..=b'~' | 0xE4..=0xE9, ..] => break,
            [b' ' | b'\t', ..] => start += 1,
            [0xE3, 0x80, 0x80, ..] => start += 3,
            _ => {
                start = text.len() - text[start..].trim_start_matches(is_space).len();
                break;
            }
        }
    }
    let mut end = text.len();
    loop {
        match &bytes[start..end] {
            [.., b'!'..=b'~'] | [.., 0xE4..=0xE9, _, _] => break,
            [.., b' ' | b'\t'] => end -= 1,
            [.., 0xE3, 0x80, third] if *third != 0x80 => break,
            [.., 0xEF, 0xBC, _] => break,
            [.., 0xE3, 0x80, 0x80] => end -= 3,
            _ => return text[start..end].trim_end_matches(is_space),
        }
    }
    &text[start..end]
}

/// `---`, `***`, `___`, `===`, code fences: at least three of one mark and nothing else.
fn is_rule(text: &str) -> bool {
    let mark = text.as_bytes()[0];
    matches!(mark, b'-' | b'*' | b'_' | b'=' | b'~' | b'`')
        && text.bytes().all(|b| b == mark || b == b' ')
        && text.bytes().filter(|&b| b == mark).count() >= 3
}

/// What a conversion puts on a line of its own: a picture (`![](…)`), a remark (`<!-- … -->`), the fence of a block
/// (```` ```markdown ````), the frame of a page around a table (`<html><body>`), a note at the foot of a page (`[^1]: …`).
fn is_aside(text: &str) -> bool {
    match text.as_bytes() {
        [b'!', b'[', ..] => {
            text.ends_with(')') && text.find("](").is_some_and(|at| !text[at..].contains(") "))
        }
        [b'<', b'!', ..] => text.starts_with("<!--") && text.find("-->") == Some(text.len() - "-->".len()),
        [b'<', ..] => is_frame(text),
        [b'`', b'`', b'`', info @ ..] => info.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-'),
        [b'[', b'^', ..] => footnote(text).is_some_and(|end| text[end..].starts_with(':')),
        _ => false,
    }
}

/// Whether a line holds nothing but the tags of a page around its content.
fn is_frame(text: &str) -> bool {
    let mut rest = text;
    while let Some(inner) = rest.strip_prefix('<') {
        let Some(close) = inner.find('>').filter(|&at| is_frame_tag(&inner[..at])) else { return false };
        rest = inner[close + 1..].trim_start();
    }
    rest.is_empty()
}

/// Whether the inside of a tag, opening or closing, frames a page or a table in it.
pub(crate) fn is_frame_tag(inner: &str) -> bool {
    const FRAMES: [&str; 6] = ["html", "body", "head", "div", "center", "figure"];
    let name = inner.trim_start_matches('/').split([' ', '\t', '/']).next().unwrap_or_default();
    FRAMES.iter().any(|frame| name.eq_ignore_ascii_case(frame))
}

/// The line below the head of a document (版头中的分隔线), drawn with signs: five or more, a star between them at most.
fn is_drawn(text: &str) -> bool {
    let drawn = |c: char| matches!(c, '─' | '━' | '—' | '―' | '═' | '★' | ' ');
    text.chars().all(drawn) && text.chars().filter(|&c| c != ' ').count() >= 5
}

/// Takes off `##`, `>`, list marks and bold in front, and bookmarks of conversion.
fn front(mut text: &str) -> (&str, Option<u8>) {
    let mut heading = None;
    loop {
        let rest = match text.as_bytes() {
            [b'#', ..] => {
                let rest = text.trim_start_matches('#');
                let level = text.len() - rest.len();
                // `#` runs on into `标题` in some conversions; `#1楼` is no heading.
                if level > 6 || rest.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
                    break;
                }
                heading = heading.or(Some(level as u8));
                rest.trim_end_matches('#')
            }
            [b'*', b'*', ..] => text.trim_start_matches('*'),
            [b'>', ..] => &text[1..],
            [b'-' | b'*' | b'+', b' ', next, ..] if !next.is_ascii_digit() => &text[2..],
            [b'[', ..] if text.starts_with("[bookmark:") => match text.find(']') {
                Some(n) => &text[n + 1..],
                None => break,
            },
            _ => break,
        };
        text = trim(rest);
        if text.is_empty() {
            break;
        }
    }
    // Bold around the end of a line leaves its mark there.
    let end = if text.ends_with("**") { text.trim_end_matches("**") } else { text };
    (if end.len() == text.len() || end.contains("**") { text } else { trim(end) }, heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &[(&str, LineKind, Option<u8>, bool)]) {
        let lines = split(source);
        let got: Vec<_> = lines.iter().map(|l| (l.text, l.kind, l.heading, l.gap)).collect();
        assert_eq!(got, expect);
        for line in &lines {
            assert_eq!(&source[line.start as usize..][..line.raw.len()], line.raw);
        }
    }

    #[test]
    fn line_ends_and_marks() {
        use LineKind::{Blank, Furniture, Words};
        check(
            "甲\r\n\r\n　　乙\n---\n━━━━━★━━━━━\n## **一、丙**\r丁<br/>戊",
            &[
                ("甲", Words, None, false),
                ("", Blank, None, false),
                ("乙", Words, None, true),
                ("---", Furniture, None, false),
                ("━━━━━★━━━━━", Furniture, None, false),
                ("一、丙", Words, Some(2), false),
                ("丁", Words, None, false),
                ("戊", Words, None, false),
            ],
        );
    }

    #[test]
    fn what_conversions_put_between() {
        use LineKind::{Furniture, Words};
        for (line, kind) in [
            ("![](images/a.jpg)", Furniture),
            ("![图 1](a.jpg \"图\")", Furniture),
            ("![](a.jpg) 甲县教育局", Words),
            ("![](a.jpg) 甲（乙）", Words),
            ("<!-- page 3 -->", Furniture),
            ("<!-- image --> 甲 <!-- image -->", Words),
            ("```markdown", Furniture),
            ("```甲", Words),
            ("<html><body>", Furniture),
            ("</body></html>", Furniture),
            ("<div align=center>甲</div>", Words),
            ("[^1]: 含育苗基地。", Furniture),
            ("[^1]甲", Words),
            ("    甲", Words),
        ] {
            assert_eq!(split(line)[0].kind, kind, "{line}");
        }
        let kinds = |source| split(source).iter().map(|line| line.kind).collect::<Vec<_>>();
        assert_eq!(kinds("丁\n\n[^1]: 甲\n    乙\n丙")[2..], [Furniture, Furniture, Words]);
        assert_eq!(kinds("[^1]: 甲\n　　乙"), [Furniture, Words]);
    }
}
