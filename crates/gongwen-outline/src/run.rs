//! Runs of paragraphs without labels: whether their beginnings are titles of units.
//!
//! Owns the counting only. A run is looked at once, from its end, so that every paragraph of it can be asked what it and
//! those behind it agree on.

use crate::title;
use crate::unit::{self, Unit, UnitKind};

/// Bytes of the shortest text behind the title of a unit that is given to somebody.
const SHORTEST_GIVEN: usize = 12;

/// Paragraphs and field lines that stand one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Run {
    /// The first of them, among all units.
    start: usize,
    /// Title and rest of each, in bytes of its words, if it begins with a short name.
    titles: Vec<Option<(usize, usize)>>,
    /// What each says together with those behind it.
    tails: Vec<Tail>,
}

/// What the units from one on to the end of the run have.
#[derive(Clone, Copy, Debug, Default)]
struct Tail {
    /// Titles.
    found: usize,
    /// Paragraphs without a title.
    bare: usize,
    /// Paragraphs without a title behind the first that has one.
    plain: usize,
    /// Whether a unit with a title has words in bold.
    bold: bool,
}

impl Run {
    /// Looks at the run that begins at `units[start]`.
    pub(crate) fn of(text: &str, units: &[Unit], start: usize) -> Self {
        let run = units[start..].iter();
        let run = run.take_while(|u| matches!(u.kind, UnitKind::Prose | UnitKind::Field));
        let mut titles: Vec<_> = run.map(|u| title_of(text, u)).collect();
        // `**项目内容**：…` above `责任单位：…`: fields of one item, none of them a title.
        for at in (0..titles.len().saturating_sub(1)).rev() {
            let next = &units[start + at + 1];
            if titles[at].is_some() && next.kind == UnitKind::Field && tells_content(text, &units[start + at])
            {
                titles[at] = None;
            }
        }
        let mut tails = vec![Tail::default(); titles.len()];
        let mut tail = Tail::default();
        for (i, unit) in units[start..start + titles.len()].iter().enumerate().rev() {
            if titles[i].is_some() {
                tail.found += 1;
                tail.plain = tail.bare;
                tail.bold |= unit.bold > 0;
            } else if unit.kind == UnitKind::Prose {
                tail.bare += 1;
            }
            tails[i] = tail;
        }
        Self { start, titles, tails }
    }

    /// Whether the unit at `at` belongs to this run.
    pub(crate) fn holds(&self, at: usize) -> bool {
        (self.start..self.start + self.titles.len()).contains(&at)
    }

    /// Whether the unit at `at` and those behind it are units with titles: most of them, or some in bold.
    pub(crate) fn agrees(&self, at: usize) -> bool {
        let Tail { found, plain, bold, .. } = self.tails[at - self.start];
        found >= 2 && plain * 3 <= found || bold && found >= 1 && plain <= found
    }

    /// The titles from the unit at `at` on; the run is done with.
    pub(crate) fn take_titles(&mut self, at: usize) -> Vec<Option<(usize, usize)>> {
        let titles = self.titles.split_off(at - self.start);
        *self = Self::default();
        titles
    }
}

/// Whether a paragraph is a field that says what is done: `建设内容：…`.
fn tells_content(text: &str, unit: &Unit) -> bool {
    unit::key(unit.span.of_text(text)).is_some_and(|key| crate::keys::is_content(&key))
}

fn title_of(text: &str, unit: &Unit) -> Option<(usize, usize)> {
    if unit.kind != UnitKind::Prose {
        return None;
    }
    let words = unit.span.of_text(text);
    let bold = unit.bold as usize;
    // Words have no title without the duty that closes them that they have not with it.
    let title = title::unlabelled(words, bold, title::SHORTEST)?;
    match crate::closing::duty_tail(words) {
        // A bracket that says whose the unit is makes it one however little it says.
        Some(core) => title::unlabelled(&words[..core], bold, SHORTEST_GIVEN),
        None => Some(title),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongwen_text::Span;

    /// Whether each paragraph agrees with those behind it.
    fn check(paragraphs: &[&str], expect: &[bool]) {
        let text = paragraphs.concat();
        let mut at = 0;
        let units: Vec<Unit> = paragraphs
            .iter()
            .map(|p| {
                let span = Span::new(at, at + p.len());
                at += p.len();
                Unit { span, kind: UnitKind::Prose, heading: None, bold: 0 }
            })
            .collect();
        let run = Run::of(&text, &units, 0);
        let got: Vec<bool> = (0..units.len()).map(|i| run.agrees(i)).collect();
        assert_eq!(got, expect);
        assert!(!run.holds(units.len()));
    }

    #[test]
    fn units_with_titles_agree() {
        let titled = "坚持问题导向。从实际问题出发，加快推进职能转变，深化改革。";
        let plain = "各有关部门要按照职责分工抓好落实，及时总结经验";
        check(&[titled, titled, titled], &[true, true, false]);
        check(&[plain, titled, titled], &[true, true, false]);
        check(&[titled, plain, plain], &[false, false, false]);
        check(&[plain], &[false]);
    }
}
