//! The lines of a ruled cell to its paragraphs.
//!
//! A line to which the next piece would still have fitted was ended on purpose: two names of bodies, one a line, stay two
//! units. A full line goes on, unless its words say that it is complete.

use super::print::Printed;
use crate::evidence::{self, End, Start};
use crate::join::separator;
use crate::table::{begins_name, is_units};

/// Blank edge inside a cell when no line tells, in points: what word processors leave.
pub(super) const PADDING: f32 = 5.4;

/// Joins `lines` in a cell from `left` to `right`, with `padding` inside.
pub(super) fn paragraphs(lines: &[Printed], left: f32, right: f32, padding: f32) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut last: Option<&Printed> = None;
    for line in lines {
        let joined = match (last, paragraphs.last()) {
            (Some(last), Some(words)) => goes_on(words, last, line, left + padding, right - padding),
            _ => false,
        };
        match paragraphs.last_mut() {
            Some(paragraph) if joined => {
                paragraph.extend(separator(paragraph, &line.text));
                paragraph.push_str(&line.text);
            }
            _ => paragraphs.push(line.text.clone()),
        }
        last = Some(line);
    }
    paragraphs
}

fn goes_on(words: &str, last: &Printed, next: &Printed, left: f32, right: f32) -> bool {
    let em = last.size;
    let start = evidence::start(&next.text);
    if start == Start::Continued {
        return true;
    }
    let (before, behind) = ((last.x0 - left).max(0.0), (right - last.x1).max(0.0));
    let is_centred = before > 0.4 * em && (before - behind).abs() < 0.6 * em;
    let room = if is_centred { before + behind } else { behind };
    let end = evidence::end(words);
    if room >= next.first + 0.35 * em {
        // A list of names may be broken behind each name, with its mark at the end of the line.
        return end == End::Open
            && words.ends_with(['、', '，', '（'])
            && !matches!(start, Start::Labelled(_));
    }
    let complete = matches!(start, Start::Labelled(_) | Start::Field)
        && matches!(end, End::Sentence | End::Words)
        || end == End::Sentence && next.x0 - last.x0 > 1.2 * em
        || is_units(words) && is_units(&next.text) && begins_name(words, &next.text) && !is_tail(&next.text);
    !complete
}

/// Whether a line of names begins with the last letters of one: `局、县科协`.
fn is_tail(text: &str) -> bool {
    text.split(['、', '，', ',', ' ']).next().is_some_and(|name| name.chars().count() <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of 10-point letters in a cell of 60 points, set from the left.
    fn check(lines: &[&str], expect: &[&str]) {
        let lines: Vec<Printed> = lines
            .iter()
            .map(|text| Printed {
                text: (*text).to_owned(),
                x0: 5.0,
                x1: 5.0 + 10.0 * text.chars().count() as f32,
                size: 10.0,
                first: 10.0,
                ..Printed::default()
            })
            .collect();
        assert_eq!(paragraphs(&lines, 0.0, 60.0, 5.0), expect);
    }

    #[test]
    fn names_stay_apart_and_wraps_join() {
        check(&["县教育局", "县财政局"], &["县教育局", "县财政局"]);
        check(&["县水利局、", "县财政局"], &["县水利局、县财政局"]);
        check(&["建设标准化", "学校三所"], &["建设标准化学校三所"]);
        check(&["县农业农村", "局、县科协"], &["县农业农村局、县科协"]);
        check(&["县住房城乡", "建设局、县税", "务局"], &["县住房城乡建设局、县税务局"]);
        check(&["县残疾人联", "合会"], &["县残疾人联合会"]);
        check(&["县市监管局", "县财政局"], &["县市监管局", "县财政局"]);
        check(&["完成", "（一）甲"], &["完成", "（一）甲"]);
    }
}
