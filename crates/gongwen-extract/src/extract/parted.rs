//! Words that stand in cells beside each other: what is left of a table whose columns were not found.

use super::Walk;
use gongwen_text::{Diagnostic, Span, chars};

/// Blanks, in columns of the screen, that part two cells.
const GAP: usize = 3;

/// How often cells are parted inside `text`: by a tab, or by a run of blanks. Behind the end of a sentence, a colon or a label a
/// paragraph may begin that was set in.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
fn gaps(text: &str) -> usize {
    // Hardly any sentence has a tab, two blanks or a wide one in it.
    let blank = |a, b, c| {
        (a == b'\t')
            | (a == b' ') & (b == b' ')
            | (a == 0xE3) & (b == 0x80) & (c == 0x80)
            | (a == 0xC2) & (b == 0xA0)
    };
    if !chars::any_three(text.as_bytes(), blank) {
        return 0;
    }
    let (mut gaps, mut wide, mut tab, mut last) = (0, 0, false, '。');
    for c in text.chars() {
        match c {
            '\t' => tab = true,
            ' ' | '\u{A0}' | '\u{3000}' => wide += chars::columns(c),
            _ => {
                let parts = (tab || wide >= GAP) && !ends(last);
                gaps += usize::from(parts);
                (wide, tab, last) = (0, false, c);
            }
        }
    }
    gaps
}

/// Whether what stands behind a character begins anew whatever parts the two.
fn ends(c: char) -> bool {
    chars::ends_sentence(c) || matches!(c, '：' | ':' | '、' | '，' | ',' | '.' | '．' | '）' | ')')
}

impl Walk<'_, '_> {
    /// Whether a stretch of the front is a table: its cells make no sentences together.
    pub(super) fn is_table(&self, span: Span) -> bool {
        self.tables.binary_search_by_key(&span.start, |grid| grid.span.start).is_ok()
    }

    /// Leaves out the targets that were read across cells, and says so: all of a line that is a row of cells, else those whose own
    /// words, or the name of what they count, reach over a gap.
    pub(super) fn drop_parted(&mut self, paragraph: Span) {
        /// So many gaps make a row.
        const ROW: usize = 2;
        let text = paragraph.of_text(self.text);
        let gaps_in = gaps(text);
        if gaps_in == 0 {
            return;
        }
        let (row, before) = (gaps_in >= ROW, self.raw.len());
        self.raw.retain(|raw| {
            let name = raw.indicator.as_deref().unwrap_or_default();
            !row && gaps(raw.span.of_text(text)) == 0 && gaps(name) == 0
        });
        if self.raw.len() < before {
            // `part_of` counts from what is gone.
            self.raw.iter_mut().for_each(|raw| raw.part_of = None);
            let message = "words stand in cells beside each other here, whose columns were not found; they are no sentence";
            self.facts.diagnostics.push(Diagnostic::warning("table-unread", Some(paragraph), message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::gaps;

    #[test]
    fn cells_are_parted_by_tabs_and_runs_of_blanks() {
        for (text, expect) in [
            ("1\t药品检查\t不低于20%", 2),
            ("城北水厂        新建水厂1座       12000", 2),
            ("森林覆盖率　　达到35%", 1),
            ("到2025年， 培训 300人", 0),
            ("摸清底数。　　到2025年，培训300人", 0),
            ("1.\t培训300人", 0),
            ("责任单位：    县水利局", 0),
            ("", 0),
        ] {
            assert_eq!(gaps(text), expect, "{text}");
        }
    }
}
