//! Formulas in the text of a conversion: `$1 5 \%$ 以上` is 15%以上, `$\textcircled{1}$` is ①.
//!
//! Tools that read pages set figures as LaTeX. The source is put together anew with what the formulas print, before it is cut into
//! lines, so that everything behind reads figures as they stand on paper. What cannot be read that way stays as it is and is said.
//! The marks of labels that Markdown escapes (`1\.`, `\(一\)`) are set free by the way, for lines are told by their labels.

use crate::clean::decoded_at;
use gongwen_text::{Diagnostic, Span};

/// A source whose formulas are set as text.
#[derive(Default)]
pub(crate) struct Unfolded {
    /// The text.
    pub(crate) text: String,
    /// `(text, decoded)` starts of the runs it is made of.
    pub(crate) back: Vec<(u32, u32)>,
    /// Formulas that could not be read, in the decoded source.
    unread: Vec<Span>,
}

/// Longest formula, in bytes.
const LONGEST: usize = 300;

/// Sets the formulas of `source` as text; `None` where it has none.
pub(crate) fn unfold(source: &str) -> Option<Unfolded> {
    let first = memchr::memchr2(b'$', b'\\', source.as_bytes())?;
    let mut out = Unfolded::default();
    let mut at = 0;
    let mut dollar = Some(first);
    while let Some(open) = dollar {
        let mut next = open + 1;
        if source.as_bytes()[open] == b'\\' {
            if matches!(source.as_bytes().get(next), Some(b'.' | b'(' | b')')) {
                out.run(at, &source[at..open]);
                at = next;
            }
            // What is escaped opens nothing.
            next += usize::from(source.as_bytes().get(next).is_some_and(u8::is_ascii));
        } else if let Some((inner, end)) = span(source, open) {
            let before = source[at..open].trim_end_matches(' ');
            let mut printed = Printed { source, back: Vec::new(), text: String::new(), wait: 0 };
            match printed.read(inner.clone(), before.chars().next_back()) {
                Some(()) => {
                    // The tool parts formulas and words by a blank that no paper has.
                    let last = before.chars().next_back().or_else(|| out.text.chars().next_back());
                    let wide = last.is_some_and(|c| !c.is_ascii() || printed.text.is_empty());
                    out.run(at, if wide { before } else { &source[at..open] });
                    let base = out.text.len() as u32;
                    out.back.extend(printed.back.iter().map(|&(text, decoded)| (base + text, decoded)));
                    out.text.push_str(&printed.text);
                    let behind = source[end..].trim_start_matches(' ');
                    let wide = behind.starts_with(|c: char| !c.is_ascii());
                    at = if wide { source.len() - behind.len() } else { end };
                    next = at;
                }
                None if is_formula(&source[inner]) => {
                    out.unread.push(Span::new(open, end));
                    next = end;
                }
                None => {}
            }
        }
        dollar = memchr::memchr2(b'$', b'\\', &source.as_bytes()[next..]).map(|n| next + n);
    }
    if at == 0 && out.unread.is_empty() {
        return None;
    }
    out.run(at, &source[at..]);
    Some(out)
}

impl Unfolded {
    fn run(&mut self, decoded: usize, part: &str) {
        self.back.push((self.text.len() as u32, decoded as u32));
        self.text.push_str(part);
    }

    /// Says what could not be read; `place` tells where a span of the decoded source came to stand.
    pub(crate) fn report(&self, place: impl Fn(Span) -> Span, diagnostics: &mut Vec<Diagnostic>) {
        for &span in &self.unread {
            diagnostics.push(
                Diagnostic::warning(
                    "formula-unread",
                    Some(place(span)),
                    "a formula that could not be read as text",
                )
                .with_hint("read the figures of this sentence by hand"),
            );
        }
    }
}

/// Leads the runs `outer`, of a text put together from another one, through `inner` to the decoded file.
pub(crate) fn through(outer: Vec<(u32, u32)>, inner: &[(u32, u32)], len: usize) -> Vec<(u32, u32)> {
    if inner.is_empty() {
        return outer;
    }
    let mut runs = Vec::with_capacity(outer.len() + inner.len());
    for (i, &(text, source)) in outer.iter().enumerate() {
        let end = outer.get(i + 1).map_or(len as u32, |&(next, _)| next);
        runs.push((text, decoded_at(inner, source)));
        let from = inner.partition_point(|&(s, _)| s <= source);
        let within = inner[from..].iter().take_while(|&&(s, _)| s - source < end - text);
        runs.extend(within.map(|&(s, d)| (text + (s - source), d)));
    }
    runs
}

/// What stands between the mark at `open` and the one that closes it, and the byte behind that.
fn span(source: &str, open: usize) -> Option<(std::ops::Range<usize>, usize)> {
    let bytes = &source.as_bytes()[..source.len().min(open + LONGEST)];
    let display = bytes.get(open + 1) == Some(&b'$');
    let from = open + 1 + usize::from(display);
    let mut at = from;
    loop {
        at += memchr::memchr2(b'$', b'\n', bytes.get(at..)?)?;
        match bytes[at..] {
            // Only a displayed formula goes on over lines.
            [b'\n', ..] if !display => return None,
            [b'\n', ..] => {}
            _ if bytes[at - 1] == b'\\' => {}
            [b'$', b'$', ..] if display => return (at > from).then_some((from..at, at + 2)),
            [b'$', ..] if !display => return (at > from).then_some((from..at, at + 1)),
            _ => return None,
        }
        at += 1;
    }
}

/// Whether what stands between two dollars is mark-up and not words between two sums of money.
fn is_formula(inner: &str) -> bool {
    inner.contains(['\\', '^', '_']) && !inner.contains(['。', '；'])
}

/// What a formula prints.
struct Printed<'a> {
    source: &'a str,
    text: String,
    back: Vec<(u32, u32)>,
    /// Braces that are open.
    wait: u32,
}

impl Printed<'_> {
    /// Reads a formula behind the character `before`; `None` where something is not understood.
    fn read(&mut self, inner: std::ops::Range<usize>, before: Option<char>) -> Option<()> {
        let mut at = inner.start;
        while at < inner.end {
            let rest = &self.source[at..inner.end];
            let c = rest.chars().next()?;
            at += match c {
                '\\' => self.command(rest, at)?,
                '^' | '_' => self.script(rest, at, before)?,
                '{' => {
                    self.wait += 1;
                    1
                }
                '}' => {
                    self.wait = self.wait.checked_sub(1)?;
                    1
                }
                ' ' | '~' | '\n' | '\r' | '\t' => 1,
                '&' | '#' => return None,
                c if c.is_ascii()
                    || !gongwen_text::chars::is_han(c) && !matches!(c, '，' | '。' | '；' | '、' | '：') =>
                {
                    self.put(c, at);
                    c.len_utf8()
                }
                // Words stand in a group of their own; elsewhere the dollars are money.
                _ => return None,
            };
        }
        (self.wait == 0).then_some(())
    }

    fn put(&mut self, c: char, from: usize) {
        self.back.push((self.text.len() as u32, from as u32));
        self.text.push(c);
    }

    /// Reads the command that `rest` begins with and returns its length.
    fn command(&mut self, rest: &str, at: usize) -> Option<usize> {
        let name = rest[1..].bytes().take_while(u8::is_ascii_alphabetic).count();
        if name == 0 {
            match rest.as_bytes().get(1)? {
                mark @ (b'%' | b'$' | b'#' | b'&' | b'_' | b'{' | b'}') => {
                    self.put(char::from(*mark), at + 1);
                }
                b',' | b';' | b':' | b'!' | b' ' | b'/' => {}
                _ => return None,
            }
            return Some(2);
        }
        let end = 1 + name;
        let name = &rest[1..end];
        if let Some(&(_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
            if sign != ' ' {
                self.put(sign, at);
            }
            return Some(end);
        }
        if WORDS.contains(&name) {
            // The words of a group as they stand, with Han characters and blanks.
            let open = rest[end..].len() - rest[end..].trim_start_matches(' ').len();
            let Some(group) = rest[end + open..].strip_prefix('{') else { return Some(end) };
            let close = group.find('}')?;
            if group[..close].contains(['\\', '{', '^', '_']) {
                return Some(end);
            }
            let from = at + end + open + 1;
            let latin = |c: Option<char>| c.is_some_and(|c: char| c.is_ascii_alphabetic());
            for (i, c) in group[..close].char_indices() {
                // Letters are set apart from each other by the tool (`k m`), words with more than one.
                let apart = c == ' ' && !(latin(group[..i].chars().next_back()) && name == "text");
                if !apart && c != '~' {
                    self.put(c, from + i);
                }
            }
            return Some(end + open + 1 + close + 1);
        }
        if name == "textcircled" {
            let (inner, length) = argument(&rest[end..])?;
            let number: u32 = inner.parse().ok().filter(|n| (1..=20).contains(n))?;
            self.put(char::from_u32(0x2460 + number - 1)?, at);
            return Some(end + length);
        }
        None
    }

    /// Reads what is set higher or lower and returns its length: `^{2}` of a unit, `_{2.5}` of a name, the mark of a footnote.
    fn script(&mut self, rest: &str, at: usize, before: Option<char>) -> Option<usize> {
        let (inner, length) = argument(&rest[1..])?;
        let last = self.text.chars().next_back().or(before);
        let is_unit = last.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '米' | '里'));
        if rest.starts_with('_') {
            let plain = inner.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
            if !plain || !last.is_some_and(|c| c.is_ascii_alphabetic()) {
                return None;
            }
            for (i, c) in rest[1..=length].char_indices().filter(|(_, c)| inner.contains(*c)) {
                self.put(c, at + 1 + i);
            }
            return Some(1 + length);
        }
        match inner.as_str() {
            "2" if is_unit => self.put('²', at),
            "3" if is_unit => self.put('³', at),
            "\\circ" => self.put('°', at),
            // A power of a number is no mark.
            _ if is_unit || last.is_some_and(|c| c.is_ascii_digit()) => return None,
            mark => {
                let mark = mark.trim_matches(['[', ']', '(', ')', '（', '）']);
                let mark = mark.strip_prefix("\\textcircled").unwrap_or(mark);
                let mark = mark.trim_matches(['{', '}']);
                let counts = |c: char| c.is_ascii_digit() || matches!(c, '①'..='⑳' | '*');
                if mark.is_empty() || !mark.chars().all(counts) {
                    return None;
                }
            }
        }
        Some(1 + length)
    }
}

/// The argument that `rest` begins with, without blanks and its braces, and its length: `{ 2 }`, `2`, `\circ`.
fn argument(rest: &str) -> Option<(String, usize)> {
    let words = rest.trim_start_matches(' ');
    let blank = rest.len() - words.len();
    let length = if words.starts_with('{') {
        let mut depth = 0;
        let close = words.bytes().position(|byte| {
            depth += i32::from(byte == b'{') - i32::from(byte == b'}');
            depth == 0
        })?;
        close + 1
    } else if let Some(name) = words.strip_prefix('\\') {
        1 + name.bytes().take_while(u8::is_ascii_alphabetic).count()
    } else {
        words.chars().next()?.len_utf8()
    };
    let inner = &words[..length];
    let inner = inner.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or(inner);
    Some((inner.chars().filter(|c| !matches!(c, ' ' | '~')).collect(), blank + length))
}

/// Commands that change how words look.
const WORDS: [&str; 16] = [
    "text",
    "mathrm",
    "mathbf",
    "mathsf",
    "mathit",
    "mathtt",
    "mathcal",
    "textbf",
    "textrm",
    "textit",
    "textsf",
    "mbox",
    "operatorname",
    "boldsymbol",
    "rm",
    "bf",
];

/// Commands that stand for one character; a blank for nothing. None is longer in bytes than the command.
const SIGNS: [(&str, char); 38] = [
    ("geqslant", '≥'),
    ("geq", '≥'),
    ("geqq", '≥'),
    ("ge", '≥'),
    ("leqslant", '≤'),
    ("leq", '≤'),
    ("leqq", '≤'),
    ("le", '≤'),
    ("gt", '>'),
    ("lt", '<'),
    ("sim", '~'),
    ("thicksim", '~'),
    ("times", '×'),
    ("div", '÷'),
    ("pm", '±'),
    ("approx", '≈'),
    ("neq", '≠'),
    ("ne", '≠'),
    ("mu", 'μ'),
    ("circ", '°'),
    ("degree", '°'),
    ("cdot", '·'),
    ("bullet", '●'),
    ("dots", '…'),
    ("ldots", '…'),
    ("cdots", '…'),
    ("rightarrow", '→'),
    ("to", '→'),
    ("colon", ':'),
    ("left", ' '),
    ("right", ' '),
    ("quad", ' '),
    ("qquad", ' '),
    ("displaystyle", ' '),
    ("textstyle", ' '),
    ("limits", ' '),
    ("permil", '‰'),
    ("prime", '′'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expect: &str, unread: usize) {
        let Some(unfolded) = unfold(source) else {
            assert_eq!((source, 0), (expect, unread));
            return;
        };
        assert_eq!((&*unfolded.text, unfolded.unread.len()), (expect, unread), "{source}");
        for (at, c) in unfolded.text.char_indices() {
            let from = decoded_at(&unfolded.back, at as u32) as usize;
            let rest = &source[from..];
            assert!(rest.starts_with(c) || rest.starts_with(['\\', '^']), "{c} of {source}");
        }
    }

    #[test]
    fn figures_are_set_as_printed() {
        check("年均增长 $1 5 \\%$ 以上，", "年均增长15%以上，", 0);
        check("由 $6 0 \\%$ 提高到 $8 5 . 5 \\%$ 。", "由60%提高到85.5%。", 0);
        check("企业 $\\geqslant 2 5$ 家，道路 $3 0 0$ 公里", "企业≥25家，道路300公里", 0);
        check("$1 0 { \\sim } 1 5 \\%$", "10~15%", 0);
        check("面积 $5 0 0 \\mathrm { m } ^ { 2 }$ ，$3 0 \\mathrm { k m }$", "面积500m²，30km", 0);
        check("$\\mathrm { P M } _ { 2 . 5 }$ 浓度降到 $3 5 \\mu g / m ^ { 3 }$", "PM2.5浓度降到35μg/m³", 0);
        check("$\\textcircled{1}$ 建设基地\n$\\textcircled { 2 }$ 引进", "①建设基地\n②引进", 0);
        check("补贴 $1 , 2 0 0$ 元，$5 \\text{万亩}$", "补贴1,200元，5万亩", 0);
        check("低于 $\\left( 5 \\% \\right)$", "低于(5%)", 0);
        check("$$\n1 5 \\%\n$$", "15%", 0);
    }

    #[test]
    fn marks_of_footnotes_go_and_powers_do_not() {
        check("压减至3个工作日 $^{1}$ 。", "压减至3个工作日。", 0);
        check("覆盖率 $9 5 \\% ^ { [ 2 ] }$", "覆盖率95%", 0);
        check("平方米（$\\mathrm{m}^{2}$）、平方千米$^2$", "平方米（m²）、平方千米²", 0);
        check("约 $1 0 ^ { 4 }$ 人", "约 $1 0 ^ { 4 }$ 人", 1);
    }

    #[test]
    fn what_is_no_formula_stays() {
        check("投资$500万，其中$300万", "投资$500万，其中$300万", 0);
        check("单价 $5", "单价 $5", 0);
        check("甲 $\\frac{a}{b}$ 乙 $5$ 个", "甲 $\\frac{a}{b}$ 乙5个", 1);
        check("$ 5\n6 $", "$ 5\n6 $", 0);
        check("$\\{$$", "{$", 0);
        check("$$$$$", "$$$$$", 0);
        check("\\$5 和 $5$", "\\$5 和5", 0);
        check("", "", 0);
    }

    #[test]
    fn escaped_labels_are_labels() {
        check("1\\. 种苗\n\\(一\\) 加工\\|", "1. 种苗\n(一) 加工\\|", 0);
        check("C:\\\\.a\\", "C:\\\\.a\\", 0);
    }

    #[test]
    fn runs_lead_through_both() {
        // `ab15c` from `ab $1 5$ c`, then `ab` and `15c` set on one line out of a text with a break.
        let inner = [(0, 0), (2, 4), (3, 6), (4, 8)];
        assert_eq!(through(vec![(0, 0), (2, 3)], &inner, 4), [(0, 0), (2, 6), (3, 8)]);
        assert_eq!(through(vec![(0, 5)], &[], 3), [(0, 5)]);
    }
}
