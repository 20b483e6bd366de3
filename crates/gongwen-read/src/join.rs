//! Joins the lines of one paragraph that a stray break, a page end or a wrapped passage has parted.
//!
//! The source is one paragraph a line here, or has been set back to it (`rewrap`). What is left are breaks in the
//! middle of a sentence: a line that does not end one joins with the next, unless that starts something of its own.

use crate::evidence::{self, End, Start};
use crate::line::Line;
use crate::torn::is_torn;
use gongwen_text::Label;
use std::collections::BTreeSet;

/// What the whole document says about its lines.
pub(crate) struct Habits {
    /// Long lines end their sentence, as they do where a line is a paragraph.
    sentences_end: bool,
    /// Every line is indented, so that an indent starts nothing.
    all_indented: bool,
    /// Numbers of ledger rows that stand on one line with their unit: `8 公安分局`.
    rows: BTreeSet<u32>,
}

/// Bytes from which a line is prose rather than a heading or a name.
const PROSE: usize = 90;
/// The same for a line with a list in it.
const PROSE_WITH_LIST: usize = 54;
/// Bytes from which a labelled line without any mark is no heading.
const LABELLED_PROSE: usize = 135;

impl Habits {
    /// Looks over all lines of words.
    pub(crate) fn of(lines: &[Line<'_>]) -> Self {
        let (mut long, mut ended, mut words, mut indented) = (0usize, 0usize, 0usize, 0usize);
        let mut rows = BTreeSet::new();
        for line in lines.iter().filter(|l| l.has_words()) {
            words += 1;
            indented += usize::from(indent(line.raw) >= 2);
            if line.text.len() >= PROSE {
                long += 1;
                ended += usize::from(evidence::is_over(line.text));
            } else if let Some(n) = row_number(line.text) {
                rows.insert(n);
            }
        }
        Self { sentences_end: ended * 10 >= long * 6, all_indented: indented * 20 >= words * 19, rows }
    }

    /// Whether `next` continues the paragraph whose last line is `last`. `first` is the paragraph's first line (`last`
    /// itself when it has one line), `gap` tells of a blank line or furniture between.
    pub(crate) fn joins(&self, first: &Line<'_>, last: &Line<'_>, next: &Line<'_>, gap: bool) -> bool {
        if next.heading.is_some() || last.heading.is_some() && gap || is_set_right(next.raw) {
            return false;
        }
        if evidence::is_continued(next.text) {
            return true;
        }
        // Nearly every break is behind a full stop or in front of a label. Only the number of a row goes on behind any end.
        let number = bare_number(first.text);
        if last.text.ends_with('。') && number.is_none() || Label::read(next.text).is_some() {
            return false;
        }
        if !gap
            && (evidence::is_cut(last.text, next.text)
                || evidence::goes_on_in_bracket(first.text, last.text, next.text))
            || is_torn(last.text, next.text)
        {
            return true;
        }
        if !self.all_indented && indent(next.raw) >= 2 && indent(next.raw) > indent(last.raw) {
            return false;
        }
        if let Some(n) = number {
            return self.is_row_name(n, next);
        }
        let end = evidence::end(last.text);
        // Behind a sentence, and behind words that are no prose, whatever comes begins anew.
        let annex = end == End::Words && is_annex_line(first.text);
        if end == End::Words && evidence::is_keyed(last.text, next.text) {
            return false;
        }
        let item = end == End::Words && first.text == last.text && !gap && is_cut_item(last.text, next.text);
        let prose = annex || item || is_prose(last.text);
        if matches!(end, End::Sentence | End::Colon) || end == End::Words && !prose {
            return false;
        }
        if evidence::is_addressee_below(last.text, next.text)
            || evidence::is_title_above(first.text, next.text)
        {
            return false;
        }
        match (evidence::start(next.text), end) {
            (Start::Field, _) => false,
            (Start::Remark, end) => end == End::Open && evidence::is_date(next.text),
            (_, End::Open) => !last.text.ends_with(['—', '-']) || is_prose(last.text),
            _ if annex => !gap && !ends_like_a_title(last.text) && next.text.len() <= PROSE,
            _ => {
                let next_goes_on = evidence::end(next.text) != End::Words || is_prose(next.text);
                // Across a blank line only what is surely prose, in a document whose prose ends its sentences.
                let sure = !gap
                    || self.sentences_end && (evidence::has_stop(last.text) || last.text.len() >= 2 * PROSE);
                next_goes_on && sure
            }
        }
    }

    /// A unit's name on the lines below the number of its row.
    fn is_row_name(&self, n: u32, next: &Line<'_>) -> bool {
        const NAME_MAX: usize = 45;
        let neighbours = self.rows.contains(&(n + 1)) || n > 0 && self.rows.contains(&(n - 1));
        neighbours
            && self.rows.len() >= 3
            && evidence::start(next.text) == Start::Words
            && next.text.len() <= NAME_MAX
            && row_number(next.text).is_none()
            && bare_number(next.text).is_none()
            && evidence::end(next.text) == End::Words
    }
}

/// What goes between two joined lines: a space between two words in Latin letters, behind a row's number, and before the key that
/// a name or a time stands in front of.
pub(crate) fn separator(last: &str, next: &str) -> Option<char> {
    let (Some(a), Some(b)) = (last.chars().next_back(), next.chars().next()) else { return None };
    let letters = a.is_ascii_alphabetic() && b.is_ascii_alphabetic();
    (letters || bare_number(last).is_some() || evidence::parts_key(last, next)).then_some(' ')
}

fn is_prose(text: &str) -> bool {
    // So long a line is prose with a label or without.
    if text.len() >= LABELLED_PROSE {
        return true;
    }
    let marks = evidence::marks(text);
    if marks.stop {
        return true;
    }
    // A number without its unit is no heading.
    let cut = text.ends_with(|c: char| c.is_ascii_digit()) && text.len() >= PROSE / 3;
    if Label::read(text).is_some() {
        return marks.comma && (cut || text.len() >= PROSE);
    }
    text.len() >= PROSE || marks.comma || cut || text.len() >= PROSE_WITH_LIST && marks.list
}

/// Whether a labelled line is the first half of an item of a list rather than its title: what follows closes with a semicolon or with
/// the marks it is worth (`1.推广良种，开展抚育管护培训，推进林业 ⏎ 废弃物综合利用（10分）；`).
fn is_cut_item(line: &str, next: &str) -> bool {
    const LONG: usize = 64;
    const SCORED: usize = 45;
    let closed = next.trim_end_matches(['；', ';']);
    let scored = ["分）", "分)"].iter().any(|end| closed.ends_with(end));
    let least = if scored { SCORED } else { LONG };
    line.len() >= least
        && (scored || closed.len() < next.len())
        && line.contains(['，', ','])
        && Label::read(line).is_some()
}

/// `附件：…` with words behind the colon.
fn is_annex_line(text: &str) -> bool {
    text.starts_with("附件") && text.len() > 24 && text.contains(['：', ':'])
}

/// Words that end the name of a document.
fn ends_like_a_title(text: &str) -> bool {
    text.ends_with([
        '表', '案', '单', '册', '书', '划', '法', '则', '定', '点', '见', '知', '图', '录', '料', '务', '引',
        '）', ')', '要', '程', '系', '标', '例', '制',
    ])
}

/// `8 公安分局`: the number of a row and a short name.
fn row_number(text: &str) -> Option<u32> {
    const ROW_MAX: usize = 60;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text.len() > ROW_MAX || digits == 0 {
        return None;
    }
    let name = text[digits..].strip_prefix([' ', '\u{3000}'])?;
    (name.trim_start().chars().next().is_some_and(gongwen_text::chars::is_han))
        .then(|| bare_number(&text[..digits]))?
}

fn bare_number(text: &str) -> Option<u32> {
    (text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Width of the white space in front, in ideographic spaces.
pub(crate) fn indent(raw: &str) -> usize {
    let mut columns = 0;
    let mut rest = raw.as_bytes();
    loop {
        (columns, rest) = match rest {
            [b' ', rest @ ..] | [0xC2, 0xA0, rest @ ..] => (columns + 1, rest),
            [0xE3, 0x80, 0x80, rest @ ..] => (columns + 2, rest),
            _ => break,
        };
    }
    columns / 2
}

/// A line that stands to the right, as signatures and dates do.
fn is_set_right(raw: &str) -> bool {
    indent(raw) >= 5
}

#[cfg(test)]
mod tests {
    use super::is_cut_item;

    #[test]
    fn items_that_a_line_cuts() {
        for (line, next) in [
            ("1.推广良种和容器育苗技术，开展抚育管护培训，推进林业", "废弃物综合利用（10分）；"),
            ("2.将古树纳入巡护内容，选择至少两个林场", "进行巡护试点。（20分）"),
            ("3.推广良种和容器育苗技术，开展抚育管护培训，推进林业", "废弃物综合利用；"),
        ] {
            assert!(is_cut_item(line, next), "{line}");
        }
        // Titles above what they head, and lines without a label.
        for (line, next) in [
            ("（一）完善水利设施，提升供水能力", "新建泵站3座；"),
            ("（一）推广良种和容器育苗技术，开展抚育管护培训，推进林业发展", "建设苗圃3处。"),
            ("推广良种和容器育苗技术，开展抚育管护培训，推进林业", "废弃物综合利用；"),
            ("4.加强古树名木和后备资源的巡护管理以及宣传教育工作", "新建宣传栏；"),
        ] {
            assert!(!is_cut_item(line, next), "{line}");
        }
    }
}
