//! What stands on a page: characters with their places, rules, pictures.

/// A character. `y` grows downwards from the top of the page; everything is in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    /// The character.
    pub(super) c: char,
    /// Left edge.
    pub(super) x0: f32,
    /// Right edge.
    pub(super) x1: f32,
    /// Base line.
    pub(super) y: f32,
    /// Font size.
    pub(super) size: f32,
    /// Whether it is bold.
    pub(super) bold: bool,
}

impl Glyph {
    /// Its middle, a little above the base line.
    pub(super) fn middle(&self) -> (f32, f32) {
        (f32::midpoint(self.x0, self.x1), self.y - 0.35 * self.size)
    }

    /// Width of its box.
    pub(super) fn width(&self) -> f32 {
        self.x1 - self.x0
    }
}

/// A horizontal or vertical rule, `from < to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    /// Its place across: `y` of a horizontal, `x` of a vertical one.
    pub(super) at: f32,
    /// Where it begins.
    pub(super) from: f32,
    /// Where it ends.
    pub(super) to: f32,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// Width.
    pub(super) width: f32,
    /// Height.
    pub(super) height: f32,
    /// Characters in the order in which they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// Horizontal rules.
    pub(super) horizontal: Vec<Rule>,
    /// Vertical rules.
    pub(super) vertical: Vec<Rule>,
    /// Part of the page that pictures cover, counted once each.
    pub(super) pictures: f32,
    /// Curves that are filled: letters drawn as outlines have many.
    pub(super) curves: usize,
    /// Codes whose fonts do not tell their characters.
    pub(super) unknown: usize,
}

/// A character while the page is drawn: origin, advance and size in page space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    /// The character.
    pub(super) c: char,
    /// Origin.
    pub(super) at: (f32, f32),
    /// Advance.
    pub(super) advance: (f32, f32),
    /// Direction of writing.
    pub(super) direction: (f32, f32),
    /// Font size.
    pub(super) size: f32,
    /// Whether it is bold.
    pub(super) bold: bool,
}

/// Thickest rule in points: beyond it a filled rectangle is a surface.
const RULE_MAX: f32 = 3.5;
/// How far from straight a rule may be, in points.
const SLANT_MAX: f32 = 1.0;

impl Page {
    /// Adds the rule from `a` to `b`, if it is one.
    pub(super) fn rule(&mut self, a: (f32, f32), b: (f32, f32)) {
        let (dx, dy) = ((a.0 - b.0).abs(), (a.1 - b.1).abs());
        if dy <= SLANT_MAX && dx > dy {
            self.horizontal.push(Rule { at: f32::midpoint(a.1, b.1), from: a.0.min(b.0), to: a.0.max(b.0) });
        } else if dx <= SLANT_MAX && dy > dx {
            self.vertical.push(Rule { at: f32::midpoint(a.0, b.0), from: a.1.min(b.1), to: a.1.max(b.1) });
        }
    }

    /// Adds a filled box with these corners when it is thin enough for a rule.
    pub(super) fn filled(&mut self, low: (f32, f32), high: (f32, f32)) {
        let (w, h) = (high.0 - low.0, high.1 - low.1);
        if h <= RULE_MAX && w > h {
            let at = f32::midpoint(low.1, high.1);
            self.horizontal.push(Rule { at, from: low.0, to: high.0 });
        } else if w <= RULE_MAX && h > w {
            let at = f32::midpoint(low.0, high.0);
            self.vertical.push(Rule { at, from: low.1, to: high.1 });
        }
    }

    /// Takes over what was drawn. A page whose text runs up or down is turned so that it can be read; text that runs
    /// otherwise than most (a watermark, a stamp) is left out.
    pub(super) fn settle(&mut self, drawn: &[Drawn]) {
        let mut turns = [0_usize; 4];
        for glyph in drawn {
            if let Some(turn) = turn(glyph.direction) {
                turns[turn] += 1;
            }
        }
        let most = (0..4).max_by_key(|&t| (turns[t], 4 - t)).unwrap_or(0);
        for _ in 0..most {
            self.turn_left();
        }
        let (width, height) = match most {
            1 | 3 => (self.height, self.width),
            _ => (self.width, self.height),
        };
        for glyph in drawn.iter().filter(|g| turn(g.direction) == Some(most)) {
            let (mut at, mut advance) = (glyph.at, glyph.advance);
            for turn in 0..most {
                // How wide the page was before this turn.
                let w = if turn % 2 == 0 { width } else { height };
                at = (at.1, w - at.0);
                advance = (advance.1, -advance.0);
            }
            let (x0, x1) = (at.0.min(at.0 + advance.0), at.0.max(at.0 + advance.0));
            if glyph.size > 0.5 && glyph.size < 2000.0 && x0.is_finite() && at.1.is_finite() {
                self.glyphs.push(Glyph { c: glyph.c, x0, x1, y: at.1, size: glyph.size, bold: glyph.bold });
            }
        }
    }

    /// Turns the rules and the sheet by a quarter to the left.
    fn turn_left(&mut self) {
        let width = self.width;
        let vertical = std::mem::take(&mut self.vertical);
        let horizontal = std::mem::take(&mut self.horizontal);
        self.horizontal = vertical.into_iter().map(|r| Rule { at: width - r.at, ..r }).collect();
        self.vertical = horizontal
            .into_iter()
            .map(|r| Rule { at: r.at, from: width - r.to, to: width - r.from })
            .collect();
        (self.width, self.height) = (self.height, self.width);
    }
}

/// By how many quarters the page must be turned to the left so that text in this direction runs to the right; `None` for
/// slanted text. (`y` grows downwards.)
fn turn((dx, dy): (f32, f32)) -> Option<usize> {
    const SLANT: f32 = 0.1;
    if dy.abs() <= SLANT * dx.abs() {
        Some(if dx >= 0.0 { 0 } else { 2 })
    } else if dx.abs() <= SLANT * dy.abs() {
        Some(if dy > 0.0 { 1 } else { 3 })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(direction: (f32, f32), at: (f32, f32), expect: (f32, f32)) {
        let mut page = Page { width: 600.0, height: 800.0, ..Page::default() };
        let advance = (direction.0 * 10.0, direction.1 * 10.0);
        page.settle(&[Drawn { c: '一', at, advance, direction, size: 10.0, bold: false }]);
        assert_eq!((page.glyphs[0].x0, page.glyphs[0].y), expect);
    }

    #[test]
    fn turned_pages_are_set_upright() {
        check((1.0, 0.0), (100.0, 50.0), (100.0, 50.0));
        // Text that runs down: its beginning, at the top right, becomes the top left.
        check((0.0, 1.0), (590.0, 30.0), (30.0, 10.0));
        // Text that runs up from the bottom left.
        check((0.0, -1.0), (20.0, 780.0), (20.0, 20.0));
    }
}
