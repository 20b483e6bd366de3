//! One sentence that holds a quantity, read clause by clause.
//!
//! Owns what carries from clause to clause: deadline, frequency, group, kind, and the matter of a clause that
//! has no number of its own. Does not own the forms in which several numbers share a clause ([`super::share`]).
//! Of each clause the front is read first (`front`), then its numbers one by one (`number`), or what it hands on without any
//! (`unnumbered`).

mod before;
mod beside;
mod carried;
mod change;
mod class;
mod cut;
mod deed;
mod doer;
mod front;
mod funds;
mod inherit;
mod name;
mod number;
mod often;
mod past;
mod piece;
mod rung;
mod settle;
mod spread;
mod standard;
mod unnumbered;
mod visited;
mod whole;
mod whom;

use super::cues::CUES;
use super::{Context, Note, Paragraph, Places, RawTarget, exclude};
use crate::Measure;
use crate::wordlist::Seen;
use gongwen_text::Span;
pub(super) use past::looks_forward;
use past::{of_one_deed, sums_up};
use std::borrow::Cow;

pub(super) use cut::{bounds, note_in_front, ratio};
use cut::{clauses, quantities};
use front::Front;
pub(super) use name::{COVERS, covering, is_region, works_of};
pub(super) use whom::deed_of;

/// What a clause hands on to the next one.
#[allow(clippy::struct_excessive_bools)] // independent findings about the clauses before
#[derive(Default)]
struct Carry<'a> {
    deadline: Option<i16>,
    /// The year told last since the sentence began or a semicolon stood, and whether several were: what stands behind the next
    /// one is of none of them.
    told: Option<i16>,
    series: bool,
    /// The year of the month told last: a month without a year that follows is of it.
    month: Option<i16>,
    past: bool,
    /// The past has no year (`过去一年，`): what follows tells of it too.
    over: bool,
    /// An earlier clause told what was done (`已排查126件，化解43件`).
    done: bool,
    /// The words that told the deadline, at the front of a clause.
    dated: Option<Span>,
    frequency: Option<&'static str>,
    /// It was told of its own clause (`年均治理42平方公里`) and goes on to those for whom the same is done alone.
    brief: bool,
    /// It was told by 全年.
    whole_year: bool,
    group: Option<Cow<'a, str>>,
    /// A clause without a number told the group to act (`各乡镇要加强领导，`).
    charged: bool,
    kind: Option<Measure>,
    /// The last target that is no part of another, counted in the paragraph.
    whole: Option<usize>,
    /// The clause directly before, when it held no number.
    before: Option<Span>,
    /// Start of a clause that was nothing but a time phrase, directly before; and whether it held an aim word.
    time_only: Option<(usize, bool)>,
    indicator: Option<Cow<'a, str>>,
    /// The unit of what `indicator` counts, and whether a semicolon stands between.
    unit: Cow<'a, str>,
    parted: bool,
    /// The last target was a part of the whole (`其中2023年150户`).
    part: bool,
    /// How often, and how bounded, the first thing of a clause is to be done (`每年至少开展1次A、1次B`).
    often: Option<(Option<&'static str>, Option<crate::Comparator>)>,
    /// The place that the numbers behind a colon are for (`东王村：造林150亩`).
    place: Option<Cow<'a, str>>,
    /// 至少 in front of the verb binds the whole list (`至少储备灭火机15台、工具200把`).
    governs: bool,
    /// The change in front of the first thing of a list (`压减会议数量10%、…`).
    leading: Option<Measure>,
    /// An earlier clause told what is paid (`给予补助，单个项目不超过200万元`).
    paid: bool,
    /// A clause without a number told that something is paid (`发放生活补助，小学每生每年1250元`).
    pays: bool,
    /// An earlier clause told of today (`现有…45所，在园幼儿8000人`).
    status: bool,
    /// It only told which things something is done to (`依托现有3个园区`).
    described: bool,
    /// It began with 对 or 为 (`为已建成的32个卫生室各配备…`).
    treated: bool,
}

impl Carry<'_> {
    /// A year by which something is done is told.
    fn tell(&mut self, year: i16) {
        self.series |= self.told.is_some_and(|told| told != year);
        self.told = Some(year);
    }

    /// `2024年改造120个；2025年150个`: what is counted carries on for the same unit.
    fn behind_semicolon(self, text: &str) -> Self {
        Self {
            deadline: self.deadline.filter(|_| !self.series && !of_one_deed(text, self.dated)),
            month: self.month,
            past: self.past,
            over: self.over,
            done: self.done,
            dated: self.dated,
            kind: self.kind,
            indicator: self.indicator,
            unit: self.unit,
            parted: true,
            // `现有企业46家；经营者2380户`
            status: self.status,
            described: self.described,
            pays: self.pays,
            ..Self::default()
        }
    }

    /// Whether the number before told of growth or of a fall.
    fn changes(&self) -> bool {
        self.kind.is_some_and(Measure::is_change)
    }
}

/// A clause and what its front says.
pub(super) struct Clause {
    /// Where the clause stands in the paragraph.
    pub(super) span: Span,
    /// Where its matter begins: behind time phrases, lead-ins and region words.
    pub(super) body: usize,
    pub(super) aim: bool,
    /// A time phrase stands at its front.
    pub(super) timed: bool,
    /// How many months stand at its front.
    pub(super) months: usize,
    /// Its characters.
    pub(super) seen: Seen,
}

impl Clause {
    /// The clause up to a number.
    fn left_of<'a>(&self, text: &'a str, number: usize) -> &'a str {
        &text[self.span.from()..number]
    }
}

/// What is in force at the end of a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    /// The deadline.
    pub(super) deadline: Option<i16>,
    /// The sentence told of a past without a year (`过去一年，…`).
    pub(super) over: bool,
    /// The sentence tells no aims up to a place.
    pub(super) silence: exclude::Silence,
}

/// Reads one sentence. Returns what is in force at its end.
pub(super) fn read<'a>(
    paragraph: Paragraph<'a, '_>,
    sentence: Span,
    context: &Context,
    carried: Told,
    base: usize,
    out: &mut Vec<RawTarget<'a>>,
    notes: &mut Vec<Note>,
) -> Told {
    let Paragraph { text, places } = paragraph;
    // Clauses behind the last number only hand on, and only what stands under aims, or a further sentence, takes over.
    let takes_over = context.goals || places.number_from(sentence.to());
    let last = if takes_over { Some(sentence.to()) } else { places.last_number_before(sentence.to()) };
    let (clauses, closed) = clauses(text, sentence, last.unwrap_or_default());
    let over = carried.over && !looks_forward(sentence.of_text(text));
    // `2023年新建60公里。规划期内共新建240公里`: an earlier year of the plan is not that of its sum.
    let early = |year: i16| context.period.is_some_and(|(_, last)| year < last);
    let carried = Told {
        deadline: carried.deadline.filter(|year| !(early(*year) && sums_up(sentence.of_text(text)))),
        ..carried
    };
    let mut carry = Carry { deadline: carried.deadline, past: over, over, ..Carry::default() };
    let marks = exclude::scores(sentence.of_text(text));
    let defines = exclude::defines(sentence.of_text(text));
    let (first, silence) = (out.len() - base, carried.silence);
    for clause in clauses {
        if text[..clause.from()].ends_with(['；', ';']) {
            carry = carry.behind_semicolon(text);
        }
        let mut reader = Reader {
            text,
            places,
            context,
            base,
            carry: &mut carry,
            scored: match marks {
                exclude::Marks::None => false,
                exclude::Marks::Given => true,
                exclude::Marks::Deducted => exclude::deducts(clause.of_text(text), &text[clause.to()..]),
            },
            defines,
            silence,
            first,
            sentence,
        };
        reader.clause(clause, &closed, out, notes);
    }
    Told {
        deadline: carry.deadline.filter(|_| !carry.past && !carry.series),
        over: carry.over,
        silence: None,
    }
}

struct Reader<'a, 'c> {
    text: &'a str,
    places: Places<'c>,
    context: &'c Context,
    base: usize,
    carry: &'c mut Carry<'a>,
    /// The clause tells marks, and no aims.
    scored: bool,
    /// The sentence says what a word means.
    defines: bool,
    /// Why no number of it up to a place is a target.
    silence: exclude::Silence,
    /// Targets of the paragraph before this sentence.
    first: usize,
    sentence: Span,
}

impl<'a> Reader<'a, '_> {
    /// Reads one clause: what stands at its front, then its numbers.
    fn clause(&mut self, span: Span, closed: &[Span], out: &mut Vec<RawTarget<'a>>, notes: &mut Vec<Note>) {
        let quantities = quantities(self.text, self.places, span, closed, notes);
        let number = quantities.first().map_or(span.to(), |q| q.start);
        let front = self.front(span, number);
        self.carry.brief &= self.carry.frequency.is_some();
        if self.carry.brief && !past::reaches_people(&self.text[front.body..span.to()]) {
            (self.carry.frequency, self.carry.brief) = (None, false);
        }
        let outer = (self.carry.deadline, self.carry.past, self.carry.dated);
        self.take_front(span, &front, number, quantities.is_empty());
        let Some(first) = quantities.first() else {
            self.without_number(span, &front, out);
            return;
        };
        let Front { body, part, time, months } = front;
        let seen = Seen::of(span.of_text(self.text));
        let aim = CUES.aim.within_seen(&self.text[span.from()..number], &seen)
            || self.carry.time_only.is_some_and(|(_, aim)| aim);
        let clause = Clause { span, body, aim, timed: time.is_some(), months, seen };
        self.carry.often = None;
        self.carry.governs = false;
        let which = time.is_some() && past::says_which(self.text, body, span, first);
        if which && (self.context.task || self.context.goals) {
            // What is done about the things of that year is promised.
            (self.carry.deadline, self.carry.past, self.carry.dated) = outer;
        }
        self.quantities(&clause, part, &quantities, out, notes);
        if self.carry.part || which && time.is_some_and(|time| time.past) {
            // The years of the parts are not the whole's, nor is the one that says which things are meant that of all.
            (self.carry.deadline, self.carry.past, self.carry.dated) = outer;
        }
        self.carry.brief |= time.is_some_and(|time| time.brief);
        self.carry.before = None;
        self.carry.time_only = None;
    }

    /// The year which months without a year belong to: that of the month told before in the sentence, or that of a yearly plan.
    fn this_year(&self) -> Option<i16> {
        self.carry.month.or_else(|| self.context.this_year())
    }
}

/// Whether words are the name of a village, a township or a street.
pub(super) fn is_place(words: &str) -> bool {
    const KINDS: [&str; 7] = ["村", "社区", "乡", "镇", "街道", "街道办", "街道办事处"];
    let kind = KINDS.iter().find(|kind| words.ends_with(**kind));
    kind.is_some_and(|kind| words.chars().count() > kind.chars().count() + 1)
        && words.chars().count() <= 10
        && words.chars().all(gongwen_text::chars::is_han)
}
