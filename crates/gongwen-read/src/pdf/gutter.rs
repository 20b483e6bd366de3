//! Pages of two columns, as gazettes have them: read across they make sentences that nobody wrote. The left column is read before
//! the right one, between what crosses the page above and below them.

use super::page::Glyph;
use super::print::{self, Printed, Side};

/// Lines on either side of the gutter that make a page one of columns.
const LINES: usize = 7;
/// Letters of such a line: cells of a table have fewer.
const LETTERS: usize = 8;

/// The place of the gutter of a page that has prose on both sides of it, and hardly a line that crosses. The lines of two columns
/// need not stand at the same height.
pub(super) fn find(glyphs: &[Glyph]) -> Option<f32> {
    let mut glyphs: Vec<&Glyph> = glyphs.iter().filter(|glyph| !glyph.c.is_whitespace()).collect();
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let pieces = pieces(&glyphs);
    let left = pieces.iter().map(|piece| piece.x0).fold(f32::MAX, f32::min);
    let right = pieces.iter().map(|piece| piece.x1).fold(f32::MIN, f32::max);
    // The middle first.
    [10, 9, 11, 8, 12].into_iter().map(|twentieth| left + (right - left) * twentieth as f32 / 20.0).find(
        |&gutter| {
            let long = |piece: &&Piece| piece.letters >= LETTERS;
            let before: Vec<&Piece> = pieces.iter().filter(long).filter(|piece| piece.x1 <= gutter).collect();
            let behind: Vec<&Piece> = pieces.iter().filter(long).filter(|piece| piece.x0 >= gutter).collect();
            let (Some(top), Some(end)) = (before.first(), before.last()) else { return false };
            // Side by side, not one below the other.
            let beside = behind.iter().filter(|piece| (top.y..=end.y).contains(&piece.y)).count();
            let across = pieces
                .iter()
                .filter(|piece| (top.y..=end.y).contains(&piece.y) && piece.x0 < gutter && piece.x1 > gutter)
                .count();
            before.len() >= LINES && beside >= LINES && across * 5 <= before.len()
        },
    )
}

/// The lines of a page with a gutter: what stands above the columns, the left one, the right one set over it, what stands below.
/// `None` where a line crosses the gutter between them.
pub(super) fn lines(glyphs: &[Glyph], gutter: f32) -> Option<Vec<Printed>> {
    let shown = glyphs.iter().filter(|glyph| !glyph.c.is_whitespace());
    let rows: Vec<Vec<Glyph>> =
        print::group(shown.copied().collect()).into_iter().map(|(_, _, row)| row).collect();
    let of = |row: &[Glyph]| pieces(&row.iter().collect::<Vec<_>>());
    let crosses = |row: &Vec<Glyph>| of(row).iter().any(|piece| piece.x0 < gutter && piece.x1 > gutter);
    let long = |row: &Vec<Glyph>| {
        of(row).iter().any(|piece| piece.letters >= LETTERS && (piece.x1 <= gutter || piece.x0 >= gutter))
    };
    let (first, last) = (rows.iter().position(long)?, rows.iter().rposition(long)?);
    if rows[first..=last].iter().any(crosses) {
        return None;
    }
    let from = rows[..first].iter().rposition(crosses).map_or(0, |at| at + 1);
    let to = rows[last..].iter().position(crosses).map_or(rows.len(), |at| last + at);
    let edges = |range: std::ops::Range<usize>| -> Option<(f32, f32)> {
        let base = |row: &Vec<Glyph>| row.iter().map(|glyph| glyph.y).fold(f32::INFINITY, f32::min);
        Some((rows.get(range.start).map(base)?, rows.get(range.end).map_or(f32::INFINITY, base)))
    };
    let (top, end) = edges(from..to)?;
    // Blanks go with the letters beside them.
    let side = |glyph: &Glyph| match () {
        () if glyph.y < top - 0.5 * glyph.size => Side::Above,
        () if glyph.y > end - 0.5 * glyph.size => Side::Below,
        () if glyph.middle().0 < gutter => Side::Left,
        () => Side::Right,
    };
    let left_edge = |wanted: Side| {
        let begins = glyphs.iter().filter(|glyph| !glyph.c.is_whitespace() && side(glyph) == wanted);
        begins.map(|glyph| glyph.x0).fold(f32::INFINITY, f32::min)
    };
    // One of the columns may be empty.
    let shift = left_edge(Side::Right) - left_edge(Side::Left);
    let shift = if shift.is_finite() { shift } else { 0.0 };
    let mut out = Vec::new();
    for wanted in [Side::Above, Side::Left, Side::Right, Side::Below] {
        let moved = if wanted == Side::Right { shift } else { 0.0 };
        let part = glyphs.iter().filter(|glyph| side(glyph) == wanted);
        let part = part.map(|glyph| Glyph { x0: glyph.x0 - moved, x1: glyph.x1 - moved, ..*glyph }).collect();
        out.extend(print::lines(part).into_iter().map(|line| Printed { side: wanted, ..line }));
    }
    Some(out)
}

/// A stretch of a line between wide gaps.
struct Piece {
    x0: f32,
    x1: f32,
    y: f32,
    letters: usize,
}

/// The pieces of all lines, top to bottom.
fn pieces(glyphs: &[&Glyph]) -> Vec<Piece> {
    const GAP: f32 = 1.0; // em
    let mut pieces = Vec::new();
    let mut from = 0;
    while from < glyphs.len() {
        let first = glyphs[from];
        let same = |glyph: &&&Glyph| glyph.y - first.y <= 0.4 * first.size.max(glyph.size);
        let to = from + glyphs[from..].iter().take_while(same).count().max(1);
        let mut line = glyphs[from..to].to_vec();
        line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        for piece in line.chunk_by(|a, b| b.x0 - a.x1 < GAP * a.size) {
            let (x0, x1) = (piece[0].x0, piece[piece.len() - 1].x1);
            pieces.push(Piece { x0, x1, y: first.y, letters: piece.len() });
        }
        from = to;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of ten-point letters; a space is one letter wide.
    fn check(lines: &[&str], times: usize) -> bool {
        let mut glyphs = Vec::new();
        for (row, line) in lines.iter().cycle().take(lines.len() * times).enumerate() {
            for (at, c) in line.chars().enumerate() {
                let x0 = 10.0 * at as f32;
                glyphs.push(Glyph { c, x0, x1: x0 + 10.0, y: 20.0 * row as f32, size: 10.0, bold: false });
            }
        }
        find(&glyphs).is_some()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let mut glyphs = Vec::new();
        let mut set = |row: usize, from: f32, words: &str| {
            for (at, c) in words.chars().enumerate() {
                let x0 = from + 10.0 * at as f32;
                glyphs.push(Glyph { c, x0, x1: x0 + 10.0, y: 20.0 * row as f32, size: 10.0, bold: false });
            }
        };
        set(0, 80.0, "某县养老服务方案");
        set(1, 0.0, "一、目标");
        for row in 1..10 {
            set(row + 1, 0.0, "左栏的文字左栏的文字");
            set(row, 140.0, "右栏的文字右栏的文字");
        }
        let gutter = find(&glyphs).expect("two columns");
        let lines = lines(&glyphs, gutter).expect("nothing crosses them");
        let words: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!((words[0], words[1]), ("某县养老服务方案", "一、目标"));
        assert!(words[2..11].iter().all(|line| line.starts_with('左')), "{words:?}");
        assert!(words[11..].iter().all(|line| line.starts_with('右')), "{words:?}");
        assert!(lines[11..].iter().all(|line| (line.x0 - lines[2].x0).abs() < 0.1));
    }

    #[test]
    fn columns_of_prose_are_told() {
        // Lines of both columns at the same height, and in turn.
        let prose = "为补齐全县养老服务短板，让　　二、重点任务，建好服务设施。";
        assert!(check(&[prose], 10));
        assert!(check(
            &["为补齐全县养老服务短板，让", "　　　　　　　　　　　　　　　二、重点任务，建好服务设施。"],
            10
        ));
        assert!(!check(&[prose], 4));
        assert!(!check(&["为补齐全县养老服务短板，让老年人就近享有可靠的照料，制定。"], 10));
        assert!(!check(&["改造敬老院　　　　　　　　　　县民政局"], 10));
    }
}
