//! Names of a list with their amounts in brackets: `科普讲座（每年2场）、科普示范社区（3个）`.
//!
//! Owns which brackets hold nothing but an amount of what stands before them. What a bracket explains, how large a thing is and what
//! it costs are other readings, none of which is made.

use super::cues::CUES;
use super::{group, matter, measure, object_of, often, quantity, scan};
use gongwen_lexicon::ends_with_any;
use gongwen_text::{Label, chars};
use std::borrow::Cow;

/// A member of such a list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bracketed<'a> {
    /// What is counted.
    pub(crate) name: &'a str,
    /// All that its bracket holds.
    pub(crate) inner: &'a str,
    /// How many, behind how often.
    pub(crate) value: &'a str,
    /// Whether it may as well be how large the thing is: `公路改造（3公里）`.
    pub(crate) sized: bool,
    /// How often, where the bracket says so.
    pub(crate) often: Option<&'static str>,
}

/// What parts the members of a list.
const MARKS: [char; 9] = ['、', '，', ',', '；', ';', '。', '\n', '：', ':'];

/// The members of a cell whose brackets say how many.
pub(crate) fn bracketed(cell: &str) -> Vec<Bracketed<'_>> {
    let mut members = Vec::new();
    let mut from = 0;
    // Hardly any cell has a bracket in it.
    while let Some(open) = opening(&cell[from..]).map(|at| from + at) {
        let inner = cell[open..].trim_start_matches(['（', '(']);
        let Some(len) = inner.find(['）', ')']) else { break };
        let before = &cell[from..open];
        let behind = inner[len..].trim_start_matches(['）', ')']);
        from = cell.len() - behind.len();
        let ends = behind.trim_start();
        if (ends.is_empty() || ends.starts_with(MARKS) || behind.starts_with('\n'))
            && let Some(member) = member(before, inner[..len].trim())
        {
            members.push(member);
        }
    }
    members
}

/// Where the next bracket opens. Runs on many bytes at a time.
fn opening(cell: &str) -> Option<usize> {
    let wide = memchr::memmem::find(cell.as_bytes(), "（".as_bytes());
    let narrow = memchr::memchr(b'(', &cell.as_bytes()[..wide.unwrap_or(cell.len())]);
    narrow.or(wide)
}

/// What the words `before` a bracket and those in it say together.
fn member<'a>(before: &'a str, inner: &'a str) -> Option<Bracketed<'a>> {
    const SHORTEST: usize = 3;
    const LONGEST: usize = 24;
    let words = before.rsplit(MARKS).next().unwrap_or(before).trim();
    let words = Label::read(words).map_or(words, |label| words[label.end..].trim_start());
    let (skip, often) = often::period(inner);
    let value = inner[skip..].trim_start();
    let words = matter::strip_lead(matter::clean(words)).0;
    let name = thing(words, often.is_some());
    let plain = (SHORTEST..=LONGEST).contains(&name.chars().count())
        && name.chars().all(|c| chars::is_han(c) || matches!(c, '“' | '”'));
    if !plain || skip > 0 && often.is_none() {
        return None;
    }
    // `重点企业（12家）` tells who is meant, `民生实事项目（10件）` what a list holds.
    let made = matter::verb_in_front(words).is_some() || QUALITIES.iter().any(|word| name.contains(word));
    let told = made || !group::is_group(name) && !ends_with_any(value, &["件", "项"]);
    let unit = unit_alone(value).filter(|_| told && CUES.part_noun.suffix(name).is_none())?;
    let sized = CUES.size_unit.is(&unit);
    let counted = CUES.han_unit.is(&unit) && !CUES.duration_unit.is(&unit);
    (sized || counted).then_some(Bracketed { name, inner, value, sized, often })
}

/// What is held or made, without the verbs before it: 科普讲座 of `组织举办科普讲座`. What is done so `often` is a deed: `走访困境儿童`.
fn thing(words: &str, often: bool) -> &str {
    let verb = matter::verb_in_front(words).map(|(verb, _)| verb);
    let done = verb.is_some_and(|verb| often && CUES.deed.is(verb));
    if done { words } else { object_of(object_of(words)) }
}

/// What villages, schools and firms become by what is done: `科普示范社区`.
const QUALITIES: [&str; 4] = ["示范", "标杆", "样板", "特色"];

/// The unit of words that are nothing but an amount, its bounds and whom each it is for: `3个`, `不少于2场`, `每村1名`.
fn unit_alone(value: &str) -> Option<Cow<'_, str>> {
    let (at, _) = scan::next(value, 0)?;
    let q = quantity::read(value, at)?;
    let left = &value[..at];
    let whom = left[..measure::binding(left).start].trim();
    let each = whom.is_empty() || whom.starts_with(['每', '各']) && group::is_group(whom);
    (each && value[q.end..].trim().is_empty()).then_some(q.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expect: &[&str]) {
        let show = |member: &Bracketed<'_>| {
            [
                if member.sized { "?" } else { "" },
                member.name,
                " ",
                member.value,
                member.often.map_or("", |_| " "),
                member.often.unwrap_or(""),
            ]
            .concat()
        };
        assert_eq!(bracketed(cell).iter().map(show).collect::<Vec<_>>(), expect, "{cell}");
    }

    #[test]
    fn the_name_is_outside_and_the_amount_inside() {
        check(
            "科普讲座（每年2场）、科普展览（1次）、科技下乡（每季度不少于1次）",
            &["科普讲座 2场 per_year", "科普展览 1次", "科技下乡 不少于1次 per_quarter"],
        );
        check(
            "组织举办科普讲座（每年2场），走访困境儿童（每月1次）",
            &["科普讲座 2场 per_year", "走访困境儿童 1次 per_month"],
        );
        check("建设科普示范社区(3个);科普示范学校(5所以上)", &["科普示范社区 3个", "科普示范学校 5所以上"]);
        check("1.科普信息员（每村1名）\n2.农技培训（200人次）", &["科普信息员 每村1名", "农技培训 200人次"]);
    }

    #[test]
    fn sizes_are_open() {
        check(
            "幸福路改造（3公里）、标准化厂房（2000平方米）",
            &["?幸福路改造 3公里", "?标准化厂房 2000平方米"],
        );
    }

    #[test]
    fn what_else_brackets_hold() {
        for cell in [
            // Costs, marks, dates and lengths of time.
            "农村供水（500万元）、幸福路改造（3公里左侧）",
            "积极配合（8分）、按时报送（3个工作日）、完成验收（2025年）",
            // Who is meant, and what the list itself holds.
            "行政村（120个）、民生实事项目（10件）",
            // The name goes on, or the bracket says more.
            "重点企业（12家）检查、新建学校（其中小学2所）、科普讲座（每两年1场）",
            "举办讲座10场（每年2场）",
        ] {
            check(cell, &[]);
        }
    }
}
