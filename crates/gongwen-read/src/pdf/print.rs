//! Characters to printed lines: which stand on one line, and where a space stands between two of them.

use super::page::Glyph;
use gongwen_text::chars::columns;

/// Where a line stands on a page of two columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    /// Above the columns, or on a page without.
    #[default]
    Above,
    /// In the left column.
    Left,
    /// In the right column.
    Right,
    /// Below the columns.
    Below,
}

/// A printed line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Printed {
    /// Its words, with the spaces that are meant.
    pub(super) text: String,
    /// Left edge of the first character.
    pub(super) x0: f32,
    /// Right edge of the last character.
    pub(super) x1: f32,
    /// Base line.
    pub(super) y: f32,
    /// Font size of most of it.
    pub(super) size: f32,
    /// How many bytes at its start are bold.
    pub(super) bold: usize,
    /// Width of what could not be parted from its first character at the end of a line.
    pub(super) first: f32,
    /// Whether columns of space stand inside it, as in a table without rules.
    pub(super) has_columns: bool,
    /// Where lines end inside the frame in which it stands.
    pub(super) framed: Option<f32>,
    /// Where it stands on a page of two columns.
    pub(super) side: Side,
}

impl Printed {
    /// The top of its letters.
    pub(super) fn top(&self) -> f32 {
        self.y - 0.85 * self.size
    }
}

/// The lines that `glyphs` make, top to bottom.
pub(super) fn lines(glyphs: Vec<Glyph>) -> Vec<Printed> {
    group(glyphs).into_iter().filter_map(|(y, _, line)| set(y, line)).collect()
}

/// The letters of each line, with its base line and its largest size, top to bottom.
pub(super) fn group(mut glyphs: Vec<Glyph>) -> Vec<(f32, f32, Vec<Glyph>)> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let mut lines: Vec<(f32, f32, Vec<Glyph>)> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut() {
            // Raised and lowered letters belong to the line beside which they stand; the largest letter says where it is.
            Some((y, size, line)) if (glyph.y - *y).abs() <= 0.42 * size.max(glyph.size) => {
                if glyph.size > *size {
                    (*y, *size) = (glyph.y, glyph.size);
                }
                line.push(glyph);
            }
            _ => lines.push((glyph.y, glyph.size, vec![glyph])),
        }
    }
    lines
}

/// Sets one line.
fn set(y: f32, mut glyphs: Vec<Glyph>) -> Option<Printed> {
    glyphs.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut out = Printed { y, ..Printed::default() };
    let mut last: Option<Glyph> = None;
    let (mut blanks, mut bold) = (0_usize, true);
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        if glyph.c.is_whitespace() {
            blanks += usize::from(last.is_some());
            continue;
        }
        if glyph.c.is_control() || matches!(glyph.c, '\u{200B}'..='\u{200F}' | '\u{FEFF}') {
            continue;
        }
        // Letters that are printed twice, a little apart, are bold.
        let twice =
            |g: &Glyph| g.c == glyph.c && (g.x0 - glyph.x0).abs() < 0.3 * glyph.size.min(g.width().max(1.0));
        if kept.iter().rev().take(3).any(twice) {
            continue;
        }
        if let Some(last) = last {
            out.has_columns |= space(&mut out.text, &last, &glyph, blanks);
        } else {
            out.x0 = glyph.x0;
        }
        bold &= glyph.bold;
        out.text.push(glyph.c);
        if bold {
            out.bold = out.text.len();
        }
        blanks = 0;
        last = Some(glyph);
        kept.push(glyph);
    }
    let last = last?;
    out.x1 = last.x1;
    out.size = usual_size(&kept);
    out.first = first_piece(&kept);
    Some(out)
}

/// Puts what stands between two neighbours; whether it is wide enough to part columns.
///
/// Between Chinese characters and numbers the gap is the typesetter's, also where it is filled with a space.
fn space(text: &mut String, a: &Glyph, b: &Glyph, blanks: usize) -> bool {
    const COLUMN: f32 = 1.6; // em from which a gap parts columns
    const MOST: usize = 60;
    let em = a.size.max(b.size).max(1.0);
    let gap = (b.x0 - a.x1) / em;
    if gap >= COLUMN {
        // A gap of ideographic spaces (`通　　知`) is filled with them; two columns each.
        let n = ((gap * 2.0).round() as usize).min(MOST);
        text.extend(std::iter::repeat_n(' ', n));
        return true;
    }
    let wide = |c: char| columns(c) == 2 || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·');
    let c = match (wide(a.c), wide(b.c)) {
        (true, true) if blanks > 0 && gap >= 0.75 => Some('\u{3000}'),
        (true, true) if blanks > 0 && gap > 0.1 || gap >= 0.85 => Some(' '),
        (false, false) if blanks > 0 && gap > 0.08 || gap >= 0.25 => {
            // Numbers beside Chinese marks never come here; digits of one number stand close.
            (wide(a.c) == wide(b.c) || gap >= 0.7).then_some(' ')
        }
        (a_wide, b_wide) if a_wide != b_wide && blanks > 0 && gap >= 0.7 => Some(' '),
        _ => None,
    };
    text.extend(c);
    false
}

/// The size that most of the line has.
fn usual_size(glyphs: &[Glyph]) -> f32 {
    let mut sizes: Vec<f32> = glyphs.iter().map(|g| g.size).collect();
    let middle = sizes.len() / 2;
    *sizes.select_nth_unstable_by(middle, f32::total_cmp).1
}

/// Width of the first piece that a line break cannot part.
fn first_piece(glyphs: &[Glyph]) -> f32 {
    const LONGEST: usize = 40;
    let narrow = |c: char| columns(c) == 1 && !matches!(c, '“' | '”' | '‘' | '’' | '…' | '—');
    let mut end = glyphs[0].x1;
    for pair in glyphs.windows(2).take(LONGEST) {
        let (a, b) = (&pair[0], &pair[1]);
        let goes_on = narrow(a.c) && narrow(b.c) && b.x0 - a.x1 < 0.2 * a.size
            || opens(a.c)
            || closes(b.c)
            // Word processors keep a number with the comma before it: `座，2025`.
            || a.c == '，' && b.c.is_ascii_digit()
            || matches!(a.c, '—' | '…') && a.c == b.c;
        if !goes_on {
            break;
        }
        end = b.x1;
    }
    end - glyphs[0].x0
}

fn opens(c: char) -> bool {
    matches!(c, '（' | '(' | '《' | '“' | '‘' | '〔' | '【' | '[')
}

/// Marks that do not begin a line.
fn closes(c: char) -> bool {
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
            | '〕'
            | '】'
            | ')'
            | ']'
            | '%'
            | '％'
            | '…'
            | ','
            | '.'
            | ';'
            | ':'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sets `source` in points of 10: `_` is a gap of a quarter em, ` ` a space of half an em, `~` a gap of two em.
    fn check(source: &str, expect: &str) {
        let (mut x, mut glyphs) = (100.0, Vec::new());
        for c in source.chars() {
            let width = match c {
                '_' => 2.5,
                '~' => 20.0,
                c => 5.0 * columns(c) as f32,
            };
            if !matches!(c, '_' | '~') {
                glyphs.push(Glyph { c, x0: x, x1: x + width, y: 50.0, size: 10.0, bold: false });
            }
            x += width;
        }
        glyphs.reverse();
        let lines = lines(glyphs);
        assert_eq!(lines[0].text, expect, "{source}");
    }

    #[test]
    fn spaces() {
        check("到_2025_年", "到2025年");
        check("到 2025 年", "到2025年");
        check("通　知", "通　知");
        check("一、 总体", "一、 总体");
        check("the_plan", "the plan");
        check("1~县教育局", "1    县教育局");
    }

    #[test]
    fn first_pieces_are_not_parted() {
        let first = |words: &str| {
            let mut x = 0.0;
            let glyph = |c: char| {
                x += 5.0 * columns(c) as f32;
                Glyph { c, x0: x - 5.0 * columns(c) as f32, x1: x, y: 50.0, size: 10.0, bold: false }
            };
            lines(words.chars().map(glyph).collect())[0].first
        };
        for (words, expect) in [("道路", 10.0), ("12座", 10.0), ("座，建", 20.0), ("座，2025年", 40.0)]
        {
            assert!((first(words) - expect).abs() < 0.1, "{words}");
        }
    }

    #[test]
    fn raised_letters_stay_on_the_line() {
        let glyph = |c, x0, y, size| Glyph { c, x0, x1: x0 + size / 2.0, y, size, bold: false };
        let lines = lines(vec![
            glyph('m', 10.0, 100.0, 12.0),
            glyph('3', 16.0, 95.5, 7.0),
            glyph('k', 10.0, 120.0, 12.0),
        ]);
        let texts: Vec<&str> = lines.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(texts, ["m3", "k"]);
    }
}
