//! Targets: the quantities a plan commits to (guide, 5 and 8).
//!
//! Works on plain text, one unwrapped paragraph or table cell at a time: [`anchor`] finds digits and Han numerals,
//! [`exclude`] throws out dates, labels and the like at once, and only a sentence that keeps a quantity is read
//! clause by clause. Every window has a bound, so that hostile input costs linear time. Owns what a quantity
//! means where it stands; does not own sections, rows or due dates, which come in as [`Context`].

pub(crate) mod allotment;
mod anchor;
mod bracketed;
mod cues;
mod exclude;
mod group;
mod matter;
mod measure;
mod names;
mod object;
pub(crate) mod often;
mod qualitative;
mod quantity;
mod row;
mod scan;
mod sentence;
mod share;
mod time;

use crate::{Baseline, Comparator, Measure, Modality};
use gongwen_text::{Diagnostic, Span};
use rust_decimal::Decimal;
use std::borrow::Cow;

pub(crate) use anchor::{Anchors, Places};
pub(crate) use bracketed::bracketed;
pub(crate) use exclude::{Class, class, mends};
pub(crate) use object::{completed, deed_of, deed_told, object_of};
pub(crate) use qualitative::qualitative_in;
pub(crate) use row::{IndicatorRow, is_growth, is_told, targets_of_row, unit_of};

/// What the place of a paragraph says about its targets.
#[allow(clippy::struct_excessive_bools)] // independent findings about one place
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// Under a heading of aims (目标): a deadline carries into the following sentences.
    pub(crate) goals: bool,
    /// In a task: what is printed there shall be, not is.
    pub(crate) task: bool,
    /// In a row of a table of tasks: what is counted there is what is to be done.
    pub(crate) row: bool,
    /// Another cell of the row names what is counted (`老旧小区改造 | 完成20个`).
    pub(crate) named: bool,
    /// Year by which the task, row or bracket is due: the deadline of targets that state none.
    pub(crate) due: Option<i16>,
    /// 规划期, first and last year; a plan for one year gives `今年` its meaning.
    pub(crate) period: Option<(i16, i16)>,
    /// Year of issue.
    pub(crate) published: Option<i16>,
    /// The title above tells a deed, which those who alone are named below it may have.
    pub(crate) titled: bool,
    /// The title above tells works, which may be done in a place that is named below it (`完成老城区12公里改造`).
    pub(crate) works: bool,
    /// The year of the stage whose heading tells it: `集中整治阶段（2024年9月至12月）`.
    pub(crate) stage: Option<i16>,
    /// The class of events or responses that the title above names.
    pub(crate) class: Option<Class>,
}

impl Context {
    /// The year that `今年` and `年内` mean: that of a yearly plan, else that of issue.
    fn this_year(&self) -> Option<i16> {
        let planned = self.period.filter(|(first, last)| first == last).map(|(first, _)| first);
        self.stage.or(planned).or(self.published)
    }

    /// Earlier years are the past.
    pub(crate) fn first_year(&self) -> Option<i16> {
        match (self.period, self.published) {
            (Some((first, _)), Some(published)) => Some(first.min(published)),
            (Some((first, _)), None) => Some(first),
            (None, published) => published,
        }
    }
}

/// Whether a title tells a deed that may be done to those named below it.
pub(crate) fn tells_deed(title: &str) -> bool {
    sentence::deed_of(title).is_some()
}

/// Whether a title tells works that may be done in a place named below it.
pub(crate) fn tells_works(title: &str) -> bool {
    sentence::works_of(title).is_some()
}

/// Names by the title above it what a target counts whose own words do not tell: the figure of a kind of school or place
/// (`生均用房面积：小学达到4.5平方米`), behind a `colon` a share of any kind (`农业保险覆盖率：小麦90%、玉米85%`), and what is done so often
/// (`开展农村科普活动。每年不少于10次。`), or to those who alone are named (`加强巡查。险工险段每周2次`); and works in a place
/// (`供水管网改造。完成老城区12公里改造`).
pub(crate) fn name_by_title<'a>(title: &'a str, target: &mut crate::Target<'a>, colon: bool) {
    const LONGEST: usize = 6;
    if let Some(group) = &target.group {
        if target.indicator.is_none() && target.frequency == "once" && sentence::is_region(group) {
            target.indicator = sentence::works_of(title).map(Cow::Borrowed);
        }
        // `智慧食堂建设。覆盖80%以上的学校`
        if target.indicator.as_deref() == Some(sentence::COVERS)
            && let Some(works) = sentence::works_of(title)
        {
            target.indicator = Some(sentence::covering(works));
        }
        if target.indicator.is_none() && target.frequency != "once" {
            target.indicator = sentence::deed_of(title).map(Cow::Borrowed);
        }
        return;
    }
    let rung = |name: &str| cues::CUES.ladders[..2].iter().any(|ladder| ladder.is(name));
    let share = colon && target.unit == "%" && target.measure == Measure::Level;
    let kind = |name: &str| {
        share
            && name.chars().count() <= LONGEST
            && matter::names_only(name)
            && cues::CUES.level_noun.suffix(name).is_none()
    };
    match target.indicator.as_deref() {
        Some(name) if (rung(name) || kind(name)) && cues::CUES.level_noun.suffix(title).is_some() => {
            target.group = target.indicator.take();
            target.indicator = Some(Cow::Borrowed(title));
        }
        None if cues::CUES.event_unit.is(&target.unit) => {
            let held =
                ["开展", "举办", "组织", "召开", "举行"].iter().find_map(|verb| title.strip_prefix(verb));
            target.indicator = held.filter(|held| matter::has_chars(held, 2)).map(Cow::Borrowed);
        }
        _ => {}
    }
}

/// How many of the targets below a title tell apart the one it tells: of its unit, each by a name alone, no more than it together.
pub(crate) fn parts_told(whole: &crate::Target<'_>, below: &[crate::Target<'_>]) -> usize {
    const FEWEST: usize = 2;
    let named = |part: &&crate::Target<'_>| {
        part.unit == whole.unit
            && part.part_of.is_none()
            && part.indicator.as_deref().is_some_and(matter::names_only)
    };
    let parts = below.iter().take_while(named).count();
    let sum: Decimal = below[..parts].iter().map(|part| part.value).sum();
    let told = parts >= FEWEST && whole.unit != "%" && whole.part_of.is_none() && sum <= whole.value;
    if told { parts } else { 0 }
}

/// A kind of school or place alone is the group of a part, as behind 其中.
pub(crate) fn name_part<'a>(whole: &crate::Target<'a>, part: &mut crate::Target<'a>) {
    let rung = |name: &str| cues::CUES.ladders[..2].iter().any(|ladder| ladder.is(name));
    if part.group.is_none() && part.indicator.as_deref().is_some_and(rung) {
        part.group = part.indicator.take();
        part.indicator.clone_from(&whole.indicator);
    }
}

/// The part of a year that the header of a column of figures names: `一季度`, `2026年上半年目标`; empty where it is the whole.
pub(crate) fn part_of_year(header: &str) -> &str {
    let header = header.trim().trim_end_matches(['目', '标', '计', '划', '任', '务']);
    cues::CUES
        .quarter()
        .suffix(header)
        .filter(|part| !part.starts_with('年'))
        .map_or("", |part| &header[header.len() - part.len()..])
}

/// Length of the label of a paragraph that goes on with a number (`1.80%以上的乡镇…`), where the lines above count up to it.
pub(crate) fn running_label(text: &str, paragraph: Span) -> usize {
    const MOST: usize = 12;
    let words = paragraph.of_text(text).as_bytes();
    let digits = words.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=2).contains(&digits)
        || words.get(digits) != Some(&b'.')
        || !words.get(digits + 1).is_some_and(u8::is_ascii_digit)
    {
        return 0;
    }
    let number = |line: &str| -> Option<usize> { line.split_once('.')?.0.parse().ok() };
    let (above, line) = text.split_at(paragraph.from());
    let Some(own) =
        number(line).filter(|own| (1..=MOST).contains(own) && (above.is_empty() || above.ends_with('\n')))
    else {
        return 0;
    };
    let below = line.split('\n').nth(1).and_then(number) == Some(own + 1);
    let mut lines = above.trim_end_matches('\n').rsplit('\n');
    let counted = (1..own).rev().all(|before| lines.next().and_then(number) == Some(before));
    if counted && (below || own > 1) { digits + 1 } else { 0 }
}

/// When a stage ends, by its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stage {
    /// The year that the heading tells, the last of a span, or that of the stage before.
    pub(crate) year: i16,
    month: u8,
    /// No other year is told: months without a year are of this one.
    pub(crate) sole: bool,
}

/// The stage that a heading tells of: `动员阶段（2024年3月底前）`, `近期目标（2026—2027年）`, and, where `told` says that it stands
/// among aims or steps, `2026年目标`, `2027年，提质扩面`.
pub(crate) fn stage(heading: &str, before: Option<Stage>, told: bool, context: &Context) -> Option<Stage> {
    let heading = heading.trim_end_matches(['。', ' ', '：', ':']);
    stage_of_months(heading, before).or_else(|| stage_of_year(heading, told, context))
}

/// Whether what stands below a heading are the stages of the plan: `实施步骤`, `分年度目标`.
pub(crate) fn tells_stages(heading: &str) -> bool {
    ["步骤", "阶段", "分年度", "进度安排", "时间安排"].iter().any(|word| heading.contains(word))
}

/// The stage whose heading tells a year and no month, or months of two years.
fn stage_of_year(heading: &str, told: bool, context: &Context) -> Option<Stage> {
    // `2024年目标任务分解表` is the name of a paper.
    if ["表", "方案", "清单", "台账"].iter().any(|paper| heading.ends_with(paper)) {
        return None;
    }
    let Some(closed) = heading.strip_suffix(['）', ')']) else {
        return year_in_front(heading, context).filter(|_| told).map(|(stage, _)| stage);
    };
    let (stem, inner) = closed.rsplit_once(['（', '('])?;
    let named = told || ["阶段", "目标", "期"].iter().any(|end| stem.ends_with(end));
    let (stage, len) = year_in_front(inner, context)?;
    // `集中攻坚（2026年7月—2027年12月）`
    let until = || {
        let (_, to, time) = time::last_in(inner, context)?;
        let year = time.deadline.filter(|&year| to == inner.len() && year > stage.year)?;
        told.then_some(Stage { year, sole: false, ..stage })
    };
    if len == inner.len() { Some(stage).filter(|_| named) } else { until() }
}

/// The year that words begin with, as a stage, and the length of what tells it.
fn year_in_front(words: &str, context: &Context) -> Option<(Stage, usize)> {
    const LAST: u8 = 12;
    let (len, time) = time::read(words, context)?;
    let year = time.deadline.filter(|_| !time.past)?;
    // `“十五五”目标` names the whole of a plan's time, no stage of it.
    let digits = words.trim_start_matches(['到', '至']).starts_with(|c: char| c.is_ascii_digit());
    digits.then_some((Stage { year, month: LAST, sole: true }, len))
}

/// The stage whose heading ends in months in a bracket. One without a year goes on with that of the stage before it as long as
/// the months do.
fn stage_of_months(heading: &str, before: Option<Stage>) -> Option<Stage> {
    let heading = heading.strip_suffix(['）', ')'])?;
    let inner = &heading[heading.rfind(['（', '('])?..];
    let month = |at: usize| {
        let digits = &inner[inner[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len()..at];
        digits.parse::<u8>().ok().filter(|month| (1..=12).contains(month))
    };
    let mut months = inner.match_indices('月').map(|(at, _)| month(at));
    let (first, last) = (months.next()??, months.next_back());
    let month = last.unwrap_or(Some(first))?;
    let digits = inner.match_indices('年').filter_map(|(at, _)| inner.get(at.checked_sub(4)?..));
    let mut years = digits.filter_map(time::year);
    match (years.next(), years.next()) {
        (Some((year, _)), None) => Some(Stage { year, month, sole: true }),
        (None, _) if !inner.contains('年') => {
            before.filter(|before| before.month <= first && first <= month)
        }
        _ => None,
    }
    .map(|stage| Stage { month, ..stage })
}

/// By when words tell that lead in what follows (`到2025年，实现以下目标：`); where aims are told, the time of an earlier sentence
/// holds too.
pub(crate) fn led_in(words: &str, context: &Context) -> Option<i16> {
    const NEAR: usize = 300;
    let words = words.trim_end().strip_suffix(['：', ':'])?;
    let near = &words[words.floor_char_boundary(words.len().saturating_sub(NEAR))..];
    let from = if context.goals { 0 } else { near.rfind('。').map_or(0, |at| at + '。'.len_utf8()) };
    let (_, _, time) = time::last_in(&near[from..], context)?;
    time.deadline.filter(|_| !time.past)
}

/// Whether a text goes on with the verb of its title and a number: `改造老旧小区。2026年改造28个`.
pub(crate) fn takes_up(text: &str, places: Places<'_>, title: &str) -> bool {
    /// So often the verb may stand before it has its number.
    const MOST: usize = 40;
    if !places.digit() {
        return false;
    }
    // `适老化改造：2023年完成300户`
    let done = time::read(text, &Context::default()).and_then(|(len, _)| text[len..].strip_prefix("完成"));
    if done.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return true;
    }
    let Some((verb, object)) = matter::verb_in_front(title) else { return false };
    let numbered = places.digits().find(|&at| text[..at].ends_with(verb));
    matter::has_chars(object, 3)
        && numbered.is_some_and(|at| text[..at].matches(verb).take(MOST + 1).count() <= MOST)
}

/// A target as read, its place counted from the start of the paragraph.
#[derive(Clone, Debug)]
pub(crate) struct RawTarget<'a> {
    /// The clause that holds the number.
    pub(crate) span: Span,
    /// What is counted.
    pub(crate) indicator: Option<Cow<'a, str>>,
    /// Over whom or what it is spread.
    pub(crate) group: Option<Cow<'a, str>>,
    /// How it binds.
    pub(crate) comparator: Comparator,
    /// The number, multipliers resolved.
    pub(crate) value: Decimal,
    /// Upper end of a range.
    pub(crate) value_max: Option<Decimal>,
    /// `%`, `百分点`, `人次` …
    pub(crate) unit: Cow<'a, str>,
    /// What kind of quantity.
    pub(crate) measure: Measure,
    /// `once` `per_year` …
    pub(crate) frequency: &'static str,
    /// Year by which.
    pub(crate) deadline: Option<i16>,
    /// What it is measured from; its span counts from the start of the paragraph too.
    pub(crate) baseline: Option<Baseline>,
    /// How firmly.
    pub(crate) modality: Modality,
    /// Index among the targets of the same paragraph.
    pub(crate) part_of: Option<usize>,
    /// Public id of the rule that read it.
    pub(crate) rule: &'static str,
}

/// A quantity that gave no target, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Note {
    /// `exclude.…`, or [`UNREAD`].
    rule: &'static str,
    span: Span,
}

/// No rule took the quantity and no exclusion names it.
const UNREAD: &str = "unread";

/// Longest stretch that is read as one sentence, in bytes to either side of its first number.
const WINDOW: usize = 900;

/// Reads the targets of one unwrapped paragraph or table cell.
///
/// Spans (also those of the diagnostics) count from the start of `paragraph`; `part_of` counts from the first
/// target that this call adds. A number with a unit that nothing took leaves a `target-unread` diagnostic.
pub(crate) fn targets_in<'a>(
    paragraph: &'a str,
    places: Places<'_>,
    context: &Context,
    out: &mut Vec<RawTarget<'a>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if places.without_number() {
        return;
    }
    let mut notes = Vec::new();
    read(Paragraph { text: paragraph, places }, context, out, &mut notes);
    for note in notes.iter().filter(|n| n.rule == UNREAD) {
        let message = "a number with a unit that no rule took";
        diagnostics.push(Diagnostic::info("target-unread", Some(note.span), message));
    }
}

/// A paragraph, and where numbers may begin in it.
#[derive(Clone, Copy)]
struct Paragraph<'a, 'd> {
    text: &'a str,
    places: Places<'d>,
}

fn read<'a>(
    paragraph: Paragraph<'a, '_>,
    context: &Context,
    out: &mut Vec<RawTarget<'a>>,
    notes: &mut Vec<Note>,
) {
    let Paragraph { text, places } = paragraph;
    let base = out.len();
    let (mut at, mut read_to) = (0, 0);
    let mut carried = sentence::Told::default();
    let mut telling = None;
    while let Some((anchor, kind)) = places.number(text, at) {
        if let Some(len) = sentence::ratio(text, anchor) {
            notes.push(Note { rule: UNREAD, span: Span::new(anchor, anchor + len) });
            at = anchor + len;
            continue;
        }
        match exclude::candidate(text, anchor, kind) {
            Ok(q) if exclude::plain_article(text, &q) => {
                notes.push(Note { rule: "exclude.article", span: Span::new(q.start, q.end) });
                at = q.end;
                continue;
            }
            Ok(_) => {}
            Err(skip) => {
                if exclude::bare_figure(text, anchor, skip) || exclude::unknown_unit(text, anchor, skip) {
                    notes.push(Note { rule: UNREAD, span: Span::new(anchor, anchor + skip) });
                }
                at = anchor + skip;
                continue;
            }
        }
        let sentence = sentence::bounds(text, anchor, read_to);
        if context.goals
            && let Some((_, _, time)) = time::last_in(&text[read_to..sentence.from()], context)
        {
            carried.deadline = time.deadline.filter(|_| !time.past);
        }
        // `近年来，发展稳步。新增…`: a sentence without a number may tell of the past too.
        let between = &text[read_to..sentence.from()];
        // In a task a sentence without a number (`近年来，发展迅速。新建景区3个`) opens no past: what follows is to be done.
        carried.over =
            (carried.over || !context.task && time::opens_past(between)) && !sentence::looks_forward(between);
        let telling = telling.get_or_insert_with(|| exclude::Telling::of(text, context.class));
        carried.silence = telling.sentence(text, read_to, sentence);
        let last = sentence::read(paragraph, sentence, context, carried, base, out, notes);
        if context.goals {
            carried.deadline = last.deadline;
        }
        carried.over = last.over;
        at = sentence.to().max(anchor + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        read_to = at;
    }
}

#[cfg(test)]
mod tests;
