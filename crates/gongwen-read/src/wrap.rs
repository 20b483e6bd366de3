//! Estimates at which width a document was wrapped, if it was.
//!
//! Two kinds are told apart. A *cut* document has exactly so many characters on every full line, wherever that falls
//! (mail, databases, careless conversion). A *set* document fills its lines up to so many columns and moves what
//! does not fit: a wide character, a word in Latin letters, a mark that must not begin a line.

use crate::evidence::{self, End, Start};
use crate::line::Line;
use gongwen_text::chars::columns;

/// How a document was wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Width {
    /// Every full line has this many characters.
    Cut(usize),
    /// Lines are filled up to this many columns.
    Set(usize),
}

/// Lines longer than this, in bytes, were not wrapped.
const LINE_MAX: usize = 640;
/// Fewest characters of a wrapped line.
const CHARS_MIN: usize = 16;
/// Most columns by which a set line falls short of the width.
const SLACK: usize = 4;
/// Fewest full lines.
const FULL_MIN: usize = 4;

impl Width {
    /// The width of the lines of words, or `None` when the document is not wrapped.
    pub(crate) fn of(lines: &[Line<'_>]) -> Option<Self> {
        let words = || lines.iter().filter(|l| l.has_words());
        let (mut all, mut long) = (0usize, 0usize);
        for line in words() {
            all += 1;
            long += usize::from(line.raw.len() > LINE_MAX);
        }
        let spared = all / 50;
        if all < FULL_MIN || long > spared {
            return None;
        }
        let measures: Vec<(usize, usize)> = words().map(|l| (characters(l.raw), width(l.raw))).collect();
        // A mark that must not begin a line may hang behind the last character of a cut line.
        let hung = |l: &Line<'_>| usize::from(l.raw.trim_end().ends_with(is_closing));
        let plain = top(measures.iter().map(|m| m.0), spared)?;
        let hanging = top(words().map(|l| characters(l.raw) - hung(l)), spared)?;
        for cut in [plain, hanging] {
            let is_full = |l: &Line<'_>| {
                let count = characters(l.raw);
                count == cut || cut != plain && count == cut + hung(l)
            };
            let full = words().filter(|l| is_full(l)).count();
            let near = measures.iter().filter(|m| m.0 + 3 >= cut && m.0 < cut).count();
            if cut >= CHARS_MIN
                && full >= FULL_MIN
                && full * 12 >= all
                && near * 2 <= full
                && goes_on(lines, is_full)
            {
                return Some(Self::Cut(cut));
            }
        }
        let set = top(measures.iter().map(|m| m.1), spared)?;
        let full = measures.iter().filter(|m| m.1 + SLACK >= set).count();
        (set >= 2 * CHARS_MIN
            && full >= FULL_MIN
            && full * 10 >= all
            && goes_on(lines, |l| width(l.raw) + SLACK >= set))
        .then_some(Self::Set(set))
    }

    /// Whether `last` is full, so that `next` may only have been put on a new line for want of room.
    pub(crate) fn is_full(self, last: &str, next: &str) -> bool {
        match self {
            Self::Cut(n) => characters(last) >= n,
            Self::Set(n) => width(last.trim_end()) + first_piece(next) > n,
        }
    }
}

/// The largest measure but for `spared` outliers.
fn top(measures: impl Iterator<Item = usize>, spared: usize) -> Option<usize> {
    let mut sorted: Vec<usize> = measures.collect();
    sorted.sort_unstable();
    sorted.iter().rev().nth(spared).copied()
}

/// Whether most full lines stop in the middle of a sentence that the next line takes up.
fn goes_on(lines: &[Line<'_>], is_full: impl Fn(&Line<'_>) -> bool) -> bool {
    let (mut full, mut on) = (0usize, 0usize);
    let mut words = lines.iter().filter(|l| l.has_words()).peekable();
    while let Some(line) = words.next() {
        if !is_full(line) {
            continue;
        }
        full += 1;
        let ended = evidence::end(line.text) == End::Sentence;
        let taken_up =
            words.peek().is_some_and(|n| matches!(evidence::start(n.text), Start::Words | Start::Continued));
        on += usize::from(!ended && taken_up);
    }
    on * 10 >= full * 6
}

/// Characters of a line.
pub(crate) fn characters(text: &str) -> usize {
    sum(text, |b| u8::from(b & 0xC0 != 0x80))
}

/// Columns of a line.
pub(crate) fn width(text: &str) -> usize {
    // Three bytes and more are wide here; what is narrow among them does not occur in these texts.
    sum(text, |b| u8::from(b & 0xC0 != 0x80) + u8::from(b >= 0xE0))
}

/// Adds up in bytes as long as they cannot overflow, which runs on many bytes at a time.
fn sum(text: &str, of: impl Fn(u8) -> u8) -> usize {
    text.as_bytes().chunks(96).map(|part| usize::from(part.iter().map(|&b| of(b)).sum::<u8>())).sum()
}

/// Columns of what cannot be parted at the start of `text`: a word or a character, and the marks that must not begin
/// a line.
fn first_piece(text: &str) -> usize {
    const PIECE_MAX: usize = 24;
    let mut chars = text.trim_start().chars().take(PIECE_MAX).peekable();
    let mut sum = 0;
    while let Some(&c) = chars.peek() {
        if sum > 0 && !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '%' | '+' | '/')) {
            break;
        }
        sum += columns(c);
        chars.next();
        if !c.is_ascii() {
            break;
        }
    }
    sum + chars.take_while(|&c| is_closing(c)).map(columns).sum::<usize>()
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '。' | '，'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '）'
            | '》'
            | '”'
            | '’'
            | '％'
            | '%'
            | ','
            | ';'
            | ')'
    )
}
