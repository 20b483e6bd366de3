//! A person's terminal: width, colour, columns under double-width characters.

use std::io::{IsTerminal, stdout};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns when standard output is no terminal.
const DEFAULT_WIDTH: usize = 100;

/// How to print for a person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// Columns of the terminal.
    pub(crate) width: usize,
    colour: bool,
}

/// What a piece of text is, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Plain,
    Heading,
    Faint,
    Duty,
    Target,
    Warning,
}

impl Style {
    /// Colour only on a terminal and unless `NO_COLOR` is set; width from `COLUMNS` or the terminal.
    pub(crate) fn of_stdout() -> Self {
        let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = asked.or_else(|| Some(usize::from(terminal_size::terminal_size()?.0.0)));
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            width: width.unwrap_or(DEFAULT_WIDTH).clamp(40, 200),
            colour: stdout().is_terminal() && !no_colour,
        }
    }

    #[cfg(test)]
    pub(crate) fn plain(width: usize) -> Self {
        Self { width, colour: false }
    }

    /// `text` as `look` wants it.
    pub(crate) fn paint(self, look: Look, text: &str) -> String {
        let code = match look {
            _ if !self.colour || text.is_empty() => return text.to_owned(),
            Look::Plain => return text.to_owned(),
            Look::Heading => "1",
            Look::Faint => "2",
            Look::Duty => "36",
            Look::Target => "32",
            Look::Warning => "33",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }
}

/// `text` in exactly `width` columns: filled up with spaces, or cut with `…`.
pub(crate) fn fit(text: &str, width: usize) -> String {
    let mut out = cut(text, width);
    let missing = width.saturating_sub(out.width());
    out.extend(std::iter::repeat_n(' ', missing));
    out
}

/// `text` in at most `width` columns, cut with `…`.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut columns = 1;
    for grapheme in text.graphemes(true) {
        columns += grapheme.width();
        if columns > width {
            break;
        }
        out.push_str(grapheme);
    }
    out.push('…');
    out
}

/// `text` broken into lines of at most `width` columns. Chinese breaks anywhere; a word of letters or digits is kept whole where it fits.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut columns = 0;
    for word in text.split_word_bounds() {
        let pieces = if word.width() > width { word.graphemes(true).collect() } else { vec![word] };
        for piece in pieces {
            if columns + piece.width() > width && columns > 0 {
                lines.push(String::new());
                columns = 0;
            }
            if columns == 0 && lines.len() > 1 && piece.trim().is_empty() {
                continue;
            }
            columns += piece.width();
            lines.last_mut().expect("there is always a line").push_str(piece);
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: usize, fitted: &str, wrapped: &[&str]) {
        assert_eq!(fit(text, width), fitted);
        assert_eq!(fit(text, width).width(), width);
        assert_eq!(wrap(text, width), wrapped);
    }

    #[test]
    fn columns_hold_under_double_width() {
        check("县教育局", 10, "县教育局  ", &["县教育局"]);
        check("县教育局", 6, "县教… ", &["县教育", "局"]);
        check("到2025年", 6, "到202…", &["到2025", "年"]);
        check("a b", 2, "a…", &["a", "b"]);
        check("", 3, "   ", &[""]);
    }
}
