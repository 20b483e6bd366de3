//! Finds what a page prints beside the document: page numbers and running heads.

use crate::line::{Line, LineKind};
use crate::table::is_units;
use crate::torn;
use gongwen_text::chars::fold_width;

/// Longest page number line, in bytes: `第 12 页　共 100 页` with spaces.
const PAGE_NUMBER_MAX: usize = 60;

/// Marks page numbers and running heads as furniture.
pub(crate) fn mark(lines: &mut [Line<'_>]) {
    let mut bare: Vec<(usize, u32)> = Vec::new();
    let mut fractions: Vec<(usize, u32, u32)> = Vec::new();
    let mut pages: Vec<usize> = Vec::new();
    front_matter(lines);
    for (i, line) in lines.iter_mut().enumerate() {
        // A table that goes on over the page says so.
        if line.text.len() <= 18 && line.kind == LineKind::Words && says_continued(line.text) {
            line.kind = LineKind::Furniture;
            continue;
        }
        if line.kind != LineKind::Words || line.text.len() > PAGE_NUMBER_MAX || begins_with_word(line.text) {
            continue;
        }
        match page_number(line.text) {
            Some(PageNumber::Page) if !line.raw.starts_with('\t') => {
                line.kind = LineKind::Furniture;
                pages.push(i);
            }
            Some(PageNumber::Bare(n)) if !line.raw.contains('\t') => bare.push((i, n)),
            Some(PageNumber::Fraction(n, of)) if !line.raw.contains('\t') => fractions.push((i, n, of)),
            _ => {}
        }
    }
    // `3 / 10` is a page when a second one counts on out of the same number.
    if fractions.len() >= 2 && fractions.windows(2).all(|w| w[0].2 == w[1].2 && w[1].1 == w[0].1 + 1) {
        for &(i, ..) in &fractions {
            lines[i].kind = LineKind::Furniture;
            pages.push(i);
        }
    }
    if counts_pages(lines, &bare) {
        for &(i, _) in &bare {
            lines[i].kind = LineKind::Furniture;
            pages.push(i);
        }
    }
    // Lines were told of the gaps above them when they were cut; only what became furniture since can add to them.
    if !pages.is_empty() {
        pages.sort_unstable();
        running_heads(lines, &pages);
        close_gaps(lines);
    }
    torn::mark(lines);
}

/// What a tool keeps about a Markdown file above its text: `---`, lines `title: …`, `---`.
fn front_matter(lines: &mut [Line<'_>]) {
    const LINES: usize = 60;
    let is_rule = |line: &Line<'_>| line.raw.trim() == "---";
    let Some(first) = lines.iter().position(|line| line.kind != LineKind::Blank) else { return };
    if !is_rule(&lines[first]) {
        return;
    }
    let keyed = |line: &Line<'_>| {
        let key = line.raw.split(':').next().unwrap_or_default();
        let named = key.len() < line.raw.len()
            && key.bytes().all(|b| b.is_ascii_alphanumeric() || b"_- ".contains(&b));
        named || line.raw.starts_with([' ', '-', '#']) || line.kind == LineKind::Blank
    };
    let behind = &lines[first + 1..];
    let length = behind.iter().take(LINES).take_while(|line| !is_rule(line) && keyed(line)).count();
    if length > 0 && behind.get(length).is_some_and(is_rule) && behind[0].raw.contains(':') {
        for line in &mut lines[first..=first + 1 + length] {
            if line.kind == LineKind::Words {
                line.kind = LineKind::Furniture;
            }
        }
        close_gaps(lines);
    }
}

/// `续表`, `（续表）`, `续上表`.
pub(crate) fn says_continued(text: &str) -> bool {
    // 续, 接, or a mark that is taken off.
    matches!(text.as_bytes(), [0xE6 | 0xE7 | 0xEF | b'(' | b')' | b' ', ..])
        && matches!(text.trim_matches(['（', '(', '）', ')', ' ']), "续表" | "续上表" | "接上表")
}

/// Whether a line begins with a Han character that no page number begins with.
fn begins_with_word(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [0xE4..=0xE9, ..])
        && !bytes.starts_with("第".as_bytes())
        && !bytes.starts_with("共".as_bytes())
}

/// Whether bare numbers on lines of their own are page numbers: all of them count on by one, from a small
/// number, a page apart. Row numbers of a ledger or a table come closer together.
fn counts_pages(lines: &[Line<'_>], bare: &[(usize, u32)]) -> bool {
    const PAGE_MIN: u32 = 900; // bytes between two page numbers: 300 characters
    bare.len() >= 3
        && bare[0].1 <= 3
        && bare.windows(2).all(|w| {
            w[1].1 == w[0].1 + 1
                && lines[w[1].0].start - lines[w[0].0].start >= PAGE_MIN
                && w[1].0 - w[0].0 >= 5
        })
}

/// A short line that stands beside at least three page numbers is the head of the page, unless it is the rest of a sentence, a
/// statement of duty or the cell of a table: such are repeated too.
fn running_heads(lines: &mut [Line<'_>], pages: &[usize]) {
    const HEAD_MAX: usize = 150;
    if pages.len() < 3 {
        return;
    }
    let words = |lines: &[Line<'_>], mut i: usize, down: bool| {
        for _ in 0..4 {
            i = if down { i + 1 } else { i.checked_sub(1)? };
            let line = lines.get(i)?;
            if line.kind == LineKind::Words {
                return (line.text.len() <= HEAD_MAX).then_some(i);
            }
        }
        None
    };
    for down in [true, false] {
        let beside: Vec<usize> = pages.iter().filter_map(|&p| words(lines, p, down)).collect();
        let mut sorted: Vec<&str> = beside.iter().map(|&i| lines[i].text).collect();
        sorted.sort_unstable();
        let heads: Vec<&str> =
            sorted.chunk_by(|a, b| a == b).filter(|c| c.len() >= 3).map(|c| c[0]).filter(is_head).collect();
        for i in beside {
            if heads.contains(&lines[i].text) {
                lines[i].kind = LineKind::Furniture;
            }
        }
    }
}

fn is_head(text: &&str) -> bool {
    !text.contains(['。', '；', '：']) && !text.starts_with(['（', '(', '〔', '【']) && !is_units(text)
}

/// Blank lines around furniture are gaps of the words below it.
fn close_gaps(lines: &mut [Line<'_>]) {
    let mut gap = false;
    for line in lines {
        match line.kind {
            LineKind::Words => {
                line.gap |= gap;
                gap = false;
            }
            LineKind::Blank => gap = true,
            LineKind::Furniture => {}
        }
    }
}

/// How a page number is printed.
pub(crate) enum PageNumber {
    /// In a form that nothing else has.
    Page,
    /// `3 / 10`
    Fraction(u32, u32),
    /// `3`
    Bare(u32),
}

/// The page number that is the whole line.
pub(crate) fn page_number(text: &str) -> Option<PageNumber> {
    // Most are items, whose number has a mark behind it, or amounts: 第, 页 and 共 begin otherwise.
    let counted = text.bytes().take_while(u8::is_ascii_digit).count();
    if let (1.., [b'.' | b')' | 0xE4 | 0xE6 | 0xE8, ..] | [0xEF, 0xBC, 0x89 | 0x8E, ..]) =
        (counted, &text.as_bytes()[counted..])
    {
        return None;
    }
    let first = fold_width(text.trim_start().chars().next()?);
    if !(first.is_ascii_digit() || matches!(first, '·' | '第' | '共' | 'P' | 'p') || is_dash(first)) {
        return None;
    }
    let mut chars = text.chars().map(fold_width).filter(|c| !c.is_whitespace()).peekable();
    let mut folded = [' '; 24];
    let worded = matches!(first, 'P' | 'p');
    let mut n = 0;
    while let Some(c) = chars.next() {
        // Headings with a number leave here.
        if !worded && !may_stand_in_number(c) {
            return None;
        }
        *folded.get_mut(n)? = if is_dash(c) { '-' } else { c };
        n += 1;
        while is_dash(c) && chars.peek().is_some_and(|&c| is_dash(c)) {
            chars.next();
        }
    }
    let folded = &folded[..n];
    let (number, rest) = digits(folded);
    if let Some(number) = number {
        return match rest {
            [] => Some(PageNumber::Bare(number)),
            ['/', rest @ ..] => match digits(rest) {
                (Some(of), []) if number <= of => Some(PageNumber::Fraction(number, of)),
                _ => None,
            },
            _ => None,
        };
    }
    match folded {
        ['-', rest @ ..] => matches!(digits(rest), (Some(_), ['-'])),
        ['·', rest @ ..] => matches!(digits(rest), (Some(_), ['·'])),
        ['第', rest @ ..] => match digits(rest) {
            (Some(_), ['页', rest @ ..]) => rest.is_empty() || of_pages(rest),
            _ => false,
        },
        ['共', ..] => of_pages(folded),
        ['P' | 'p', 'a', 'g', 'e', rest @ ..] => match digits(rest) {
            (Some(_), rest) => rest.is_empty() || rest.starts_with(&['o', 'f']),
            _ => false,
        },
        _ => false,
    }
    .then_some(PageNumber::Page)
}

/// Whether a page number has such a character, but for those in words (`Page 3 of 9`).
fn may_stand_in_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '/' | ',' | '，' | '、' | '·' | '第' | '页' | '共') || is_dash(c)
}

/// `共10页` with a mark in front.
fn of_pages(rest: &[char]) -> bool {
    let rest = match rest {
        ['/' | ',' | '，' | '-' | '、', rest @ ..] => rest,
        _ => rest,
    };
    matches!(rest, ['共', rest @ ..] if matches!(digits(rest), (Some(_), ['页'])))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '－' | '─' | '―' | '~' | '～' | '‐' | '‑' | '−')
}

fn digits(chars: &[char]) -> (Option<u32>, &[char]) {
    let n = chars.iter().take(4).take_while(|c| c.is_ascii_digit()).count();
    let value = chars[..n].iter().filter_map(|c| c.to_digit(10)).fold(0, |v, d| v * 10 + d);
    ((n > 0).then_some(value), &chars[n..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &str) {
        let mut lines = crate::lines::split(source);
        mark(&mut lines);
        let got: Vec<_> = lines.iter().filter(|l| l.has_words()).map(|l| l.text).collect();
        assert_eq!(got.join("/"), expect);
    }

    #[test]
    fn page_numbers_go() {
        check("甲\n— 3 —\n乙\n－４－\n丙\n第 3 页 共 10 页\n丁\n- 12 -", "甲/乙/丙/丁");
        check("甲\n1 / 3\n乙\n2 / 3\n丙", "甲/乙/丙");
        check("甲\nPage 3 of 9\n乙", "甲/乙");
        check("甲\n（续表）\n乙\n续表1\n续表\n丙", "甲/乙/续表1/丙");
    }

    #[test]
    fn front_matter_goes() {
        check("---\ntitle: 某县方案\ntags:\n  - 教育\n---\n\n某县方案\n---\n甲", "某县方案/甲");
        check("---\n某县方案\n责任单位: 县教育局\n---\n甲", "某县方案/责任单位: 县教育局/甲");
        check("某县方案\n---\ntitle: 甲\n---", "某县方案/title: 甲");
    }

    #[test]
    fn numbers_of_rows_stay() {
        check("1\n甲\n2\n乙\n3\n丙", "1/甲/2/乙/3/丙");
        check("达标率\n46\n100\n1/2", "达标率/46/100/1/2");
    }
}
