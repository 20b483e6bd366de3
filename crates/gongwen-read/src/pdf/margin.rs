//! What a page prints in its margins: page numbers and running heads, told by place and by what other pages have there.

use super::print::Printed;
use crate::furniture::{PageNumber, page_number};

/// The part of the page, from the top and from the bottom, in which furniture stands.
const ZONE: f32 = 0.14;
/// How far the heads of two pages may stand apart, in points.
const SAME_PLACE: f32 = 4.0;
/// Lines looked at from each end of a page.
const LINES: usize = 3;

/// Takes page numbers and running heads off the pages. `pages` are the lines of each and its height.
pub(super) fn clear(pages: &mut [(Vec<Printed>, f32)]) {
    let mut edge: Vec<(usize, usize)> = Vec::new();
    for (p, (lines, height)) in pages.iter().enumerate() {
        let outer = |&i: &usize| {
            let near_end = i < LINES || i + LINES >= lines.len();
            near_end && (lines[i].y < ZONE * height || lines[i].y > (1.0 - ZONE) * height)
        };
        edge.extend((0..lines.len()).filter(outer).map(|i| (p, i)));
    }
    let mut gone = numbers(pages, &edge);
    gone.extend(heads(pages, &edge));
    gone.sort_unstable();
    gone.dedup();
    for &(p, i) in gone.iter().rev() {
        pages[p].0.remove(i);
    }
}

fn numbers(pages: &[(Vec<Printed>, f32)], edge: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut gone = Vec::new();
    let mut bare: Vec<(usize, usize, i64)> = Vec::new();
    for &(p, i) in edge {
        match page_number(&pages[p].0[i].text) {
            Some(PageNumber::Page) => gone.push((p, i)),
            Some(PageNumber::Bare(n) | PageNumber::Fraction(n, _)) => bare.push((p, i, i64::from(n))),
            None => {}
        }
    }
    // A number alone is the page's when another page counts on in the same way; on a single sheet, at the very bottom.
    let mut counts: Vec<(i64, usize)> = bare.iter().map(|&(p, _, n)| (n - p as i64, p)).collect();
    counts.sort_unstable();
    counts.dedup();
    for &(p, i, n) in &bare {
        let offset = n - p as i64;
        let from = counts.partition_point(|&(other, _)| other < offset);
        let to = counts.partition_point(|&(other, _)| other <= offset);
        // Row numbers of a table may count on from one page to the next, but not over most pages.
        let counted = to - from >= 2.max(pages.len() * 2 / 5);
        let only = pages.len() == 1 && i + 1 == pages[p].0.len() && pages[p].0[i].y > 0.9 * pages[p].1;
        if counted || only {
            gone.push((p, i));
        }
    }
    gone
}

/// The same words in the same place on several pages.
fn heads(pages: &[(Vec<Printed>, f32)], edge: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let folded = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit()).collect()
    };
    let mut keyed: Vec<(String, f32, (usize, usize))> = edge
        .iter()
        .map(|&(p, i)| (folded(&pages[p].0[i].text), pages[p].0[i].y, (p, i)))
        .filter(|(words, ..)| !words.is_empty())
        .collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    // On most pages, or on two of two or three; words that begin pages by chance repeat less often.
    let least = 2.max((pages.len() * 2).div_ceil(5));
    let same = |a: &(String, f32, (usize, usize)), b: &(String, f32, (usize, usize))| {
        a.0 == b.0 && b.1 - a.1 <= SAME_PLACE
    };
    keyed
        .chunk_by(same)
        .filter(|run| {
            let on_nearly_all = run.len() * 5 >= pages.len() * 4;
            let apart = || run.iter().all(|(.., (p, i))| is_apart(&pages[*p].0, *i));
            run.len() >= least && (on_nearly_all || apart())
        })
        .flatten()
        .map(|(.., place)| *place)
        .collect()
}

/// Whether a line stands farther from the text than its lines from each other.
fn is_apart(lines: &[Printed], i: usize) -> bool {
    let mut steps: Vec<f32> = lines.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
    let inner = if i < lines.len() / 2 { steps.get(i) } else { i.checked_sub(1).and_then(|i| steps.get(i)) };
    let Some(&distance) = inner else { return true };
    let middle = steps.len() / 2;
    let usual = *steps.select_nth_unstable_by(middle, f32::total_cmp).1;
    steps.len() < 3 || distance > 1.15 * usual
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pages: &[&[(&str, f32)]], expect: &[&[&str]]) {
        let line = |&(text, y): &(&str, f32)| Printed { text: text.to_owned(), y, ..Printed::default() };
        let mut pages: Vec<_> =
            pages.iter().map(|p| (p.iter().map(line).collect::<Vec<_>>(), 800.0)).collect();
        clear(&mut pages);
        let got: Vec<Vec<&str>> =
            pages.iter().map(|(lines, _)| lines.iter().map(|l| l.text.as_str()).collect()).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn margins_are_cleared() {
        check(
            &[
                &[("某县发展规划", 40.0), ("一、目标", 100.0), ("1", 760.0)],
                &[("某县发展规划", 40.0), ("二、任务", 100.0), ("2", 760.0)],
            ],
            &[&["一、目标"], &["二、任务"]],
        );
        check(&[&[("甲", 300.0), ("— 3 —", 770.0)]], &[&["甲"]]);
        check(&[&[("2025", 50.0), ("甲", 300.0)]], &[&["2025", "甲"]]);
    }
}
