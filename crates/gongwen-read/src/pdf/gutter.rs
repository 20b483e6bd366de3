//! Pages of two columns, as gazettes have them: they are read across, which makes sentences that nobody wrote. They are told.

use super::page::Glyph;

/// Lines on either side of the gutter that make a page one of columns.
const LINES: usize = 7;
/// Letters of such a line: cells of a table have fewer.
const LETTERS: usize = 8;

/// Whether a page has prose on both sides of a gutter in its middle that hardly a line crosses. The lines of two columns need not
/// stand at the same height.
pub(super) fn parts(glyphs: &[Glyph]) -> bool {
    let mut glyphs: Vec<&Glyph> = glyphs.iter().filter(|glyph| !glyph.c.is_whitespace()).collect();
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let pieces = pieces(&glyphs);
    let left = pieces.iter().map(|piece| piece.x0).fold(f32::MAX, f32::min);
    let right = pieces.iter().map(|piece| piece.x1).fold(f32::MIN, f32::max);
    (8..=12).any(|twentieth| {
        let gutter = left + (right - left) * twentieth as f32 / 20.0;
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
    })
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
        parts(&glyphs)
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
