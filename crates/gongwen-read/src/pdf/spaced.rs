//! Tables without vertical rules, set in columns of space or with rules between rows only (三线表): names of columns above blank
//! stripes that no line crosses.
//!
//! Taken are only those with wrapped cells, which cannot be read line by line, and only where it is clear which lines make a
//! row. All others are looked for in the paragraphs as in plain text.

use super::cell::PADDING;
use super::grid::{Field, Ruled};
use super::page::{Glyph, Rule};
use super::print;
use gongwen_lexicon::column_list;

/// Least width of a stripe, in em.
const STRIPE: f32 = 0.5;
/// Fewest columns.
const COLUMNS: usize = 3;
/// Lines of names on one page below which a table is looked for.
const TRIES: usize = 16;

/// Letters between wide gaps.
struct Piece {
    x0: f32,
    x1: f32,
    text: String,
}

/// A line of letters, without blanks.
struct Line {
    y: f32,
    size: f32,
    glyphs: Vec<Glyph>,
}

impl Line {
    fn pieces(&self) -> Vec<Piece> {
        const GAP: f32 = 0.9; // em
        let runs = self.glyphs.chunk_by(|a, b| b.x0 - a.x1 < GAP * a.size);
        let piece = |run: &[Glyph]| Piece {
            x0: run[0].x0,
            x1: run[run.len() - 1].x1,
            text: run.iter().map(|glyph| glyph.c).collect(),
        };
        runs.map(piece).collect()
    }
}

/// Takes such tables out of the letters of a page. `rules` are the horizontal ones that cross no others.
pub(super) fn tables(glyphs: Vec<Glyph>, rules: &[Rule]) -> (Vec<Ruled>, Vec<Glyph>) {
    let lines: Vec<Line> = print::group(glyphs)
        .into_iter()
        .map(|(y, size, mut glyphs)| {
            glyphs.sort_by(|a, b| a.x0.total_cmp(&b.x0));
            Line { y, size, glyphs }
        })
        .collect();
    let mut found = Vec::new();
    let mut outside = Vec::new();
    let mut tries = TRIES;
    let mut at = 0;
    while at < lines.len() {
        let names = if tries > 0 { names(&letters(&lines[at])) } else { None };
        tries -= usize::from(names.is_some());
        if let Some((ruled, taken)) = names.and_then(|names| table(&lines[at..], &names, rules)) {
            found.push(ruled);
            at += taken;
        } else {
            outside.extend_from_slice(&lines[at].glyphs);
            at += 1;
        }
    }
    (found, outside)
}

/// The names of columns that a line consists of.
fn names(head: &Line) -> Option<Vec<Piece>> {
    let names = head.pieces();
    let known = names.iter().filter(|name| column_list(&name.text).is_some()).count();
    (names.len() >= COLUMNS && known >= 2 && known * 2 >= names.len()).then_some(names)
}

/// The table below the names on the first of `lines`, and how many of them it takes.
fn table(lines: &[Line], names: &[Piece], rules: &[Rule]) -> Option<(Ruled, usize)> {
    let head = letters(&lines[0]);
    let rules = rules_of(rules, names);
    let (stripes, body) = reach(&lines[1..], &head, names, &rules);
    let columns = names.len();
    let column = |glyph: &Glyph| stripes.iter().take_while(|&&edge| glyph.middle().0 > edge).count();
    let rows = rows(&body, &rules, columns, column_list(&names[0].text) == Some("column_number"), &column)?;
    if rows.iter().all(|row| row.len() == 1) {
        return None;
    }
    let all = || std::iter::once(&head).chain(&body).flat_map(|line| &line.glyphs);
    let mut x: Vec<f32> = (0..columns)
        .map(|c| {
            let left = all().filter(|glyph| column(glyph) == c).map(|glyph| glyph.x0);
            left.fold(f32::INFINITY, f32::min) - PADDING
        })
        .collect();
    x.push(all().map(|glyph| glyph.x1).fold(f32::NEG_INFINITY, f32::max) + PADDING);
    let mut y = vec![head.y - head.size];
    y.extend(rows.iter().map(|row| body[row.start].y - head.size));
    y.push(body.last()?.y + head.size);
    let mut cells = Vec::with_capacity((rows.len() + 1) * columns);
    let row_lines =
        std::iter::once(std::slice::from_ref(&head)).chain(rows.iter().map(|row| &body[row.clone()]));
    for (row, lines) in row_lines.enumerate() {
        for c in 0..columns {
            let glyphs = lines.iter().flat_map(|line| &line.glyphs).filter(|glyph| column(glyph) == c);
            let glyphs = glyphs.copied().collect();
            cells.push(Field { row, column: c, rowspan: 1, colspan: 1, glyphs });
        }
    }
    let taken = body.len() + 1;
    Some((Ruled::of(x, y, cells), taken))
}

/// A line without its blanks.
fn letters(line: &Line) -> Line {
    let glyphs = line.glyphs.iter().filter(|glyph| !glyph.c.is_whitespace()).copied().collect();
    Line { glyphs, ..*line }
}

/// Where the rules stand that are as wide as the names above the columns, top to bottom.
fn rules_of(rules: &[Rule], names: &[Piece]) -> Vec<f32> {
    let (left, right) = (names[0].x0, names[names.len() - 1].x1);
    let wide = rules.iter().filter(|rule| rule.from <= left + 2.0 && rule.to >= right - 2.0);
    let mut places: Vec<f32> = wide.map(|rule| rule.at).collect();
    places.sort_by(f32::total_cmp);
    places
}

/// The lines below the names that leave a stripe blank between all columns, and the middles of those stripes.
fn reach(lines: &[Line], head: &Line, names: &[Piece], rules: &[f32]) -> (Vec<f32>, Vec<Line>) {
    const MOST_APART: f32 = 3.2; // em between the lines of a table
    let middle = |piece: &Piece| f32::midpoint(piece.x0, piece.x1);
    let mut open: Vec<Vec<(f32, f32)>> = names
        .windows(2)
        .map(|pair| vec![(pair[0].x1.max(middle(&pair[0])), pair[1].x0.min(middle(&pair[1])))])
        .collect();
    // A rule below the names and one more: the last of them ends the table.
    let below: Vec<f32> = rules.iter().copied().filter(|&at| at > head.y).collect();
    let end = if below.len() >= 2 { below[below.len() - 1] } else { f32::INFINITY };
    let mut body: Vec<Line> = Vec::new();
    for line in lines {
        let line = letters(line);
        let last = body.last().map_or(head.y, |last: &Line| last.y);
        let other = (line.size - head.size).abs() > 0.12 * head.size;
        if line.glyphs.is_empty() || other || line.y > end || line.y - last > MOST_APART * head.size {
            break;
        }
        let least = STRIPE * head.size;
        let next: Vec<Vec<(f32, f32)>> =
            open.iter().map(|stripes| without(stripes, &line.glyphs, least)).collect();
        if next.iter().any(Vec::is_empty) {
            break;
        }
        open = next;
        body.push(line);
    }
    let widest = |stripes: &Vec<(f32, f32)>| {
        let stripe = stripes.iter().copied().max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
        stripe.map_or(0.0, |(from, to)| f32::midpoint(from, to))
    };
    (open.iter().map(widest).collect(), body)
}

/// What is left of stripes beside letters, where it is wide enough.
fn without(stripes: &[(f32, f32)], glyphs: &[Glyph], least: f32) -> Vec<(f32, f32)> {
    let mut left = stripes.to_vec();
    for glyph in glyphs {
        let mut parts = Vec::with_capacity(left.len());
        for (from, to) in left {
            if glyph.x1 <= from || glyph.x0 >= to {
                parts.push((from, to));
            } else {
                parts.extend([(from, glyph.x0), (glyph.x1, to)]);
            }
        }
        parts.retain(|(from, to)| to - from >= least);
        left = parts;
    }
    left
}

/// Which lines make a row each: by rules between them, else by the space between rows, else by the numbers in the first column,
/// where all columns of a row begin on the line of its number. `None` where that is not clear.
fn rows(
    body: &[Line],
    rules: &[f32],
    columns: usize,
    numbered: bool,
    column: &impl Fn(&Glyph) -> usize,
) -> Option<Vec<std::ops::Range<usize>>> {
    let (first, last) = (body.first()?, body.last()?);
    let fills = |line: &Line, c: usize| line.glyphs.iter().any(|glyph| column(glyph) == c);
    let begins = |row: &std::ops::Range<usize>| {
        let starts = body[row.clone()].iter().filter(|line| fills(line, 0)).count();
        if numbered { starts == 1 } else { starts > 0 }
    };
    let cut = |apart: &dyn Fn(&Line, &Line) -> bool| {
        let mut rows: Vec<std::ops::Range<usize>> = Vec::new();
        for at in 0..body.len() {
            match rows.last_mut() {
                Some(row) if !apart(&body[at - 1], &body[at]) => row.end = at + 1,
                _ => rows.push(at..at + 1),
            }
        }
        rows
    };
    if rules.iter().any(|&at| first.y < at && at < last.y) {
        let rows = cut(&|a, b| rules.iter().any(|&at| a.y < at && at < b.y));
        return rows.iter().all(begins).then_some(rows);
    }
    let steps = body.windows(2).map(|pair| pair[1].y - pair[0].y);
    let least = steps.fold(f32::INFINITY, f32::min);
    let spaced = cut(&|a, b| b.y - a.y > 1.18 * least);
    // One stretch of lines may be all rows, or one.
    if spaced.len() > 1 && spaced.iter().all(begins) {
        return Some(spaced);
    }
    if !numbered {
        return None;
    }
    let by_number = cut(&|_, b| fills(b, 0));
    let from_top = |row: &std::ops::Range<usize>| {
        let lines = &body[row.clone()];
        (0..columns).all(|c| fills(&lines[0], c) || !lines.iter().any(|line| fills(line, c)))
    };
    (by_number.iter().all(begins) && by_number.iter().all(from_top)).then_some(by_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of ten-point letters, `=` for a rule between lines; a space is one letter wide. Rows as `cell|cell`.
    fn check(lines: &[&str], pitch: &[f32], expect: &[&str]) {
        let (mut glyphs, mut rules, mut y) = (Vec::new(), Vec::new(), 0.0);
        for (at, line) in lines.iter().enumerate() {
            if *line == "=" {
                rules.push(Rule { at: y + 5.0, from: 0.0, to: 400.0 });
                continue;
            }
            y += pitch[at.min(pitch.len() - 1)];
            for (at, c) in line.chars().enumerate() {
                let x0 = 10.0 * at as f32;
                glyphs.push(Glyph { c, x0, x1: x0 + 10.0, y, size: 10.0, bold: false });
            }
        }
        let (tables, _) = tables(glyphs, &rules);
        let mut got: Vec<String> = Vec::new();
        for table in &tables {
            for row in table.cells.chunks(table.x.len() - 1) {
                let cell = |field: &Field| field.glyphs.iter().map(|glyph| glyph.c).collect::<String>();
                got.push(row.iter().map(cell).collect::<Vec<_>>().join("|"));
            }
        }
        assert_eq!(got, expect, "{lines:?}");
    }

    #[test]
    fn rows_begin_with_their_numbers() {
        check(
            &[
                "序号　任务　　　　　牵头单位",
                "一　　新建蔬菜基地　县农业农",
                "　　　三处　　　　　村局",
                "二　　建设冷库　　　县商务局",
                "全部按期完成，各单位要明确专人负责。",
            ],
            &[20.0],
            &["序号|任务|牵头单位", "一|新建蔬菜基地三处|县农业农村局", "二|建设冷库|县商务局"],
        );
    }

    #[test]
    fn rows_are_ruled_or_spaced() {
        let expect = &["序号|任务|牵头单位", "一|新建蔬菜基地三处|县农业局", "二|建设冷库|县商务局"];
        // Numbers stand in the middle of their rows.
        let lines = [
            "=",
            "序号　任务　　　　　牵头单位",
            "=",
            "　　　新建蔬菜基地　",
            "一　　　　　　　　　县农业局",
            "　　　三处　　　　　",
            "=",
            "二　　建设冷库　　　县商务局",
            "=",
        ];
        check(&lines, &[20.0], expect);
        check(&lines[1..], &[20.0, 0.0, 30.0, 10.0, 10.0, 0.0, 30.0], expect);
    }

    #[test]
    fn what_is_not_clear_is_left() {
        // The number in the middle, and nothing that parts rows.
        check(
            &[
                "序号　任务　　　　　牵头单位",
                "　　　新建蔬菜基地　",
                "一　　　　　　　　　县农业局",
                "　　　三处　　　　　",
                "二　　建设冷库　　　县商务局",
            ],
            &[10.0],
            &[],
        );
        // Nothing is wrapped.
        check(&["序号　任务　　　　　牵头单位", "一　　新建蔬菜基地　县农业局"], &[20.0], &[]);
    }
}
