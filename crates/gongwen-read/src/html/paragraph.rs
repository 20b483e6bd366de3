//! One paragraph while its words come in: white space of the source, bold at its start.

/// A paragraph of the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    /// Its words; blank space in front, which the page shows as an indent, is kept.
    pub(super) text: String,
    /// Bytes at the start that are bold.
    pub(super) bold: usize,
    /// Level of the heading it stands in.
    pub(super) heading: Option<u8>,
    /// Whether blank space stands above.
    pub(super) gap: bool,
    /// Whether only a line end parts it from the one above.
    pub(super) broken: bool,
    /// Whether its line ends are those of the source.
    pub(super) verbatim: bool,
    /// White space of the source that is not written yet.
    pending: Pending,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pending {
    #[default]
    None,
    /// Spaces or tabs.
    Space,
    /// A line end of the source.
    Line,
}

impl Paragraph {
    /// A paragraph of these words.
    pub(super) fn of(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Whether words stand in it.
    pub(super) fn has_words(&self) -> bool {
        self.text.contains(|c: char| !c.is_whitespace())
    }

    /// Adds the words of one text of the page. Runs of white space are one space; a line end of the source is nothing between
    /// wide characters, because editors and Word wrap there. In a `cell` whose lines are short they part names.
    pub(super) fn add(&mut self, words: &str, bold: bool, cell: bool) {
        let marked = bold && self.bold_so_far();
        let lines_part = cell && has_short_lines(words);
        let mut rest = words;
        while !rest.is_empty() {
            let run = rest.find(is_space).unwrap_or(rest.len());
            let (word, tail) = rest.split_at(run);
            if !word.is_empty() {
                self.settle(word, lines_part);
                self.text.push_str(word);
            }
            let after = tail.trim_start_matches(is_space);
            let blank = &tail[..tail.len() - after.len()];
            if blank.contains(['\n', '\r']) {
                self.pending = Pending::Line;
            } else if !blank.is_empty() && self.pending == Pending::None {
                self.pending = Pending::Space;
            }
            rest = after;
        }
        if marked {
            self.bold = self.text.len();
        }
    }

    /// Whether everything so far is bold; an indent is as one likes.
    fn bold_so_far(&self) -> bool {
        self.bold == self.text.len() || self.bold == 0 && !self.has_words()
    }

    /// Writes the white space in front of `word`.
    fn settle(&mut self, word: &str, lines_part: bool) {
        let pending = std::mem::take(&mut self.pending);
        let Some(last) = self.text.chars().next_back() else { return };
        let next = word.chars().next().unwrap_or(' ');
        let spaced = match pending {
            Pending::None => false,
            Pending::Space => true,
            Pending::Line => lines_part || !is_wide(last) && !is_wide(next),
        };
        if spaced && !last.is_whitespace() {
            self.text.push(' ');
        }
    }

    /// Adds words as they stand, white space and all.
    pub(super) fn add_verbatim(&mut self, words: &str, bold: bool) {
        let marked = bold && self.bold_so_far();
        self.text.push_str(words);
        self.verbatim = true;
        if marked {
            self.bold = self.text.len();
        }
    }

    /// Puts a number in front of the words.
    pub(super) fn number(&mut self, number: &str) {
        let words = self.text.trim_start();
        // `3. 3月底前` is no `3.3`.
        let apart = number.ends_with('.') && words.starts_with(|c: char| c.is_ascii_digit());
        let number = if apart { &[number, " "].concat() } else { number };
        let at = self.text.len() - words.len();
        self.text.insert_str(at, number);
        if self.bold > 0 {
            self.bold += number.len();
        }
    }
}

/// White space that a browser collapses; others, as `&nbsp;` and the ideographic space, show.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C')
}

/// Characters between which the end of a source line means nothing.
fn is_wide(c: char) -> bool {
    u32::from(c) >= 0x2E80 || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '①'..='⑳')
}

/// Whether all lines of a text are so short that they are names rather than wrapped prose.
fn has_short_lines(words: &str) -> bool {
    const LONGEST: usize = 16;
    words.trim().contains('\n')
        && words.lines().all(|line| {
            let line = line.trim();
            line.chars().count() <= LONGEST && !line.ends_with(['，', '。', '；', '、'])
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pieces: &[&str], cell: bool, expect: &str) {
        let mut paragraph = Paragraph::default();
        for piece in pieces {
            paragraph.add(piece, false, cell);
        }
        assert_eq!(paragraph.text, expect);
    }

    #[test]
    fn white_space_of_the_source() {
        check(&["\n   到2025\n   年，", "建成", "\n 3个GDP\nup"], false, "到2025年，建成3个GDP up");
        check(&["县教育局  县科协"], false, "县教育局 县科协");
        check(&["到20", "25", "年"], false, "到2025年");
        check(&["县教育局\n   县科协"], true, "县教育局 县科协");
        check(&["县教育局、\n县科协"], true, "县教育局、县科协");
    }

    #[test]
    fn bold_at_the_start() {
        let mut paragraph = Paragraph::default();
        paragraph.add("一、目标。", true, false);
        paragraph.add("到", false, false);
        paragraph.add("2025年", true, false);
        assert_eq!(paragraph.bold, "一、目标。".len());
        paragraph.number("1.");
        assert_eq!(paragraph.bold, "1.一、目标。".len());
    }
}
