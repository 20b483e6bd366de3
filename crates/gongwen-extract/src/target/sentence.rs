//! One sentence that holds a quantity, read clause by clause.
//!
//! Owns what carries from clause to clause: deadline, frequency, group, kind, and the matter of a clause that
//! has no number of its own. Does not own the forms in which several numbers share a clause ([`super::share`]).

mod before;
mod beside;
mod change;
mod cut;
mod deed;
mod doer;
mod funds;
mod name;
mod often;
mod past;
mod piece;
mod rung;
mod settle;
mod spread;
mod standard;
mod visited;
mod whole;
mod whom;

use super::cues::CUES;
use super::quantity::Quantity;
use super::time::{self, Time};
use super::{Context, Note, Paragraph, Places, RawTarget, UNREAD, exclude, matter, measure, share};
use crate::Measure;
use crate::wordlist::Seen;
use gongwen_text::chars::{bracketed_key, trim};
use gongwen_text::{Label, Span};
pub(super) use past::looks_forward;
use past::{done_to, is_base, of_one_deed, sums_up, was_done, without_status};
use piece::Piece;
use std::borrow::Cow;

pub(super) use cut::{bounds, note_in_front, ratio};
use cut::{clauses, counts_classes, opens_part, quantities, region_word};
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
    past: bool,
    /// The past has no year (`过去一年，`): what follows tells of it too.
    over: bool,
    /// An earlier clause told what was done (`已排查126件，化解43件`).
    done: bool,
    /// The words that told the deadline, at the front of a clause.
    dated: Option<Span>,
    frequency: Option<&'static str>,
    /// It was told by 全年.
    whole_year: bool,
    group: Option<Cow<'a, str>>,
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
    let scored = exclude::scores(sentence.of_text(text));
    let defines = exclude::defines(sentence.of_text(text));
    let first = out.len() - base;
    for clause in clauses {
        if text[..clause.from()].ends_with(['；', ';']) {
            // `2024年改造120个；2025年150个`: what is counted carries on for the same unit.
            carry = Carry {
                deadline: carry.deadline.filter(|_| !carry.series && !of_one_deed(text, carry.dated)),
                past: carry.past,
                over: carry.over,
                done: carry.done,
                dated: carry.dated,
                kind: carry.kind,
                indicator: carry.indicator,
                unit: carry.unit,
                parted: true,
                // `现有企业46家；经营者2380户`
                status: carry.status,
                described: carry.described,
                pays: carry.pays,
                ..Carry::default()
            };
        }
        let mut reader =
            Reader { text, places, context, base, carry: &mut carry, scored, defines, first, sentence };
        reader.clause(clause, &closed, out, notes);
    }
    Told { deadline: carry.deadline.filter(|_| !carry.past && !carry.series), over: carry.over }
}

struct Reader<'a, 'c> {
    text: &'a str,
    places: Places<'c>,
    context: &'c Context,
    base: usize,
    carry: &'c mut Carry<'a>,
    scored: bool,
    /// The sentence says what a word means.
    defines: bool,
    /// Targets of the paragraph before this sentence.
    first: usize,
    sentence: Span,
}

impl<'a> Reader<'a, '_> {
    fn clause(&mut self, span: Span, closed: &[Span], out: &mut Vec<RawTarget<'a>>, notes: &mut Vec<Note>) {
        let quantities = quantities(self.text, self.places, span, closed, notes);
        let (head, part, time) = self.head(span, quantities.first().map_or(span.to(), |q| q.start));
        let outer = (self.carry.deadline, self.carry.past, self.carry.dated);
        // `2024年认定的示范村要巩固提升，新创建5个`: which they are, not when it was done.
        let attribute = |time: &Time| {
            let to = quantities.first().map_or(span.to(), |q| q.start);
            time.past && self.text[head.min(to)..to].contains('的')
        };
        if let Some(mut time) = time.filter(|time| !quantities.is_empty() || !attribute(time)) {
            time.brief |= attribute(&time);
            self.take_time(time);
            if time.frequency.is_some() {
                self.carry.whole_year = self.text[span.from()..head].contains("全年");
            }
            if time.deadline.is_some() {
                self.carry.dated = Some(Span::new(span.from(), head));
            }
        }
        if region_word(&self.text[span.from()..head]) {
            self.carry.group = None;
            // `每月下田指导8天，全县举办培训班30期`
            let told = time.is_some_and(|time| time.frequency.is_some()) || self.carry.time_only.is_some();
            self.carry.frequency = self.carry.frequency.filter(|often| told || *often == "per_year");
        }
        if quantities.is_empty() {
            let rest = trim(&self.text[head..span.to()]);
            if time.is_some() && rest.is_empty() {
                let start = self.carry.time_only.map_or(span.from(), |(start, _)| start);
                self.carry.time_only =
                    Some((trimmed(self.text, start), CUES.aim.within(span.of_text(self.text))));
            } else {
                let colon = self.text[span.to()..].starts_with(['：', ':']);
                self.carry.place =
                    if colon && is_place(rest) { Some(Cow::Borrowed(rest)) } else { self.carry.place.take() };
                self.carry.pays |= rest.contains('补') && deed::pays(rest);
                self.carry.time_only = None;
                if let Some(year) = time.and_then(|time| time.deadline.filter(|_| !time.past))
                    && beside::says_done(rest)
                {
                    self.done_by(span, year, out);
                }
                self.carry.part = part && rest.is_empty();
                self.carry.before = Some(span).filter(|_| !self.carry.part);
                let words = &self.text[head..span.to()];
                if time::may_tell_year(words)
                    && let Some((_, to, time)) = time::last_in(words, self.context)
                    && time.deadline.is_some()
                    // `总结2023年经验，引进项目12个`
                    && (!time.past || words[to..].trim().is_empty())
                    // `稳定在2023年的水平，达到95%`
                    && !words[to..].starts_with("的水平")
                    && !is_base(rest)
                {
                    self.take_time(time);
                    self.carry.dated = None;
                }
            }
            return;
        }
        let seen = Seen::of(span.of_text(self.text));
        let aim = CUES.aim.within_seen(&self.text[span.from()..quantities[0].start], &seen)
            || self.carry.time_only.is_some_and(|(_, aim)| aim);
        let clause = Clause { span, body: head, aim, timed: time.is_some(), seen };
        self.carry.often = None;
        self.carry.governs = false;
        self.quantities(&clause, part, &quantities, out, notes);
        if self.carry.part
            || time.is_some_and(|time| time.past) && past::says_which(self.text, head, span, &quantities[0])
        {
            // The years of the parts are not the whole's, nor is the one that says which things are meant that of all.
            (self.carry.deadline, self.carry.past, self.carry.dated) = outer;
        }
        if time.is_some_and(|time| time.brief) {
            self.carry.frequency = None;
        }
        self.carry.before = None;
        self.carry.time_only = None;
    }

    /// The year of a yearly plan, which months without a year belong to.
    fn this_year(&self) -> Option<i16> {
        self.context.this_year()
    }

    fn take_time(&mut self, time: Time) {
        if time.deadline.is_none() && time.past {
            (self.carry.deadline, self.carry.past, self.carry.over) = (None, true, true);
        } else if time.deadline.is_some() || time == Time::default() {
            (self.carry.past, self.carry.over) = (false, false);
        }
        if let Some(year) = time.deadline {
            self.carry.tell(year);
            self.carry.deadline = time.deadline;
            self.carry.past = time.past;
            self.carry.frequency = None;
        }
        if time.frequency.is_some() {
            self.carry.frequency = time.frequency;
        }
        if time.total {
            self.carry.frequency = None;
        }
    }

    /// Strips time phrases and lead-ins from the front of a clause, up to `limit`.
    fn head(&self, span: Span, limit: usize) -> (usize, bool, Option<Time>) {
        let mut at = span.from();
        if let Some(label) = Label::read(&self.text[at..span.to()])
            .filter(|l| at + l.end <= limit && !counts_classes(&self.text[at + l.end..span.to()]))
        {
            at += label.end;
        }
        // `【目标任务】新建…`
        if let Some((_, rest)) = bracketed_key(&self.text[at..limit.max(at)]) {
            at = limit.max(at) - rest.len();
        }
        if limit < span.to() {
            at += deed::length(&self.text[at..limit.max(at)]);
        }
        // `（其中中心卫生院2所）`: a bracket that tells a part.
        let (mut part, mut found) = (opens_part(self.text, at), None::<Time>);
        if part {
            at += self.text[at..limit.max(at)].strip_prefix('含').map_or(0, |_| '含'.len_utf8());
        }
        for _ in 0..8 {
            let (rest, inner) = matter::strip_lead(&self.text[at..limit.max(at)]);
            part |= inner;
            at = limit.max(at) - rest.len();
            let Some((len, mut time)) = time::read(&self.text[at..span.to()], self.context) else { break };
            if time.past && time::last_years_task(self.text, at, at + len) {
                time = Time::default();
            }
            // `2023年10月启动，次年2月底前完成`: of the year told in the sentence.
            if let Some(told) = self.carry.told.filter(|_| self.text[at..].starts_with("次年")) {
                let again =
                    self.carry.dated.is_some_and(|dated| dated.of_text(self.text).starts_with("次年"));
                time.deadline = Some(if again { told } else { told + 1 });
            }
            // `年均增速` is part of the indicator.
            let average = self.text[at..].starts_with("年均")
                && !time::deed_behind(&self.text[at + len..limit.max(at + len)]);
            if average || at + len > limit.max(at) {
                if average {
                    let both = found.get_or_insert_with(Time::default);
                    both.frequency = time.frequency;
                }
                break;
            }
            let both = found.get_or_insert_with(Time::default);
            both.deadline = time.deadline.or(both.deadline);
            both.frequency = time.frequency.or(both.frequency);
            both.past |= time.past;
            both.brief |= time.brief;
            both.total |= time.total;
            at += len;
        }
        // `9月底达到75%`, `其中一季度开工40个`: the month or quarter of a yearly plan.
        let rest = &self.text[at..limit.max(at)];
        if let Some(len) = time::month_end(rest).or_else(|| time::quarter(rest))
            && found.is_none_or(|time| time.frequency.is_none())
        {
            let both = found.get_or_insert_with(Time::default);
            both.deadline = both.deadline.or(self.context.this_year());
            at += len;
        }
        (at, part, found)
    }

    fn quantities(
        &mut self,
        clause: &Clause,
        part: bool,
        quantities: &[Quantity<'a>],
        out: &mut Vec<RawTarget<'a>>,
        notes: &mut Vec<Note>,
    ) {
        let part = part
            || self.tells_apart(clause, quantities, out)
            || self.carry.part && self.goes_on_with_parts(clause, &quantities[0], out);
        let mut pieces = share::pieces(self.text, clause, quantities);
        if part
            && !self.carry.part
            && let Some(first) = pieces.first()
        {
            self.whole_of(&quantities[first.quantity].unit, out);
        }
        if pieces.len() > 1 {
            self.share_years(clause, &mut pieces);
            self.share_names(clause, quantities, &mut pieces, out);
            self.share_topic(&mut pieces);
        }
        if pieces.len() > 1 && self.untold(quantities, &pieces) {
            for piece in &mut pieces {
                piece.rule = Some(share::UNTOLD);
            }
        }
        self.share_double(clause, &mut pieces);
        self.each_year(clause, &mut pieces);
        let first = out.len();
        // The first number of the clause has a name of its own.
        let mut named = false;
        let mut means = false;
        for (i, piece) in pieces.iter().enumerate() {
            let q = &quantities[piece.quantity];
            let place = Span::new(q.start, q.end);
            let mut read = Piece::read(self, clause, piece, q, i > 0 && out.len() > first);
            let mut excluded = self.excluded(&read, clause, q, i > 0 && out.len() > first);
            // `去年引进的12个项目全部投产`, `现有路灯1200盏全部更换`: which they are, and that they shall be done.
            if excluded == Some("exclude.status") && read.promised && self.which(clause, q) {
                excluded = None;
                read.makes = true;
                read.indicator = read.indicator.map(without_status);
            }
            if let Some(rule) = excluded {
                if rule == "exclude.status" && !self.carry.status {
                    self.carry.status = true;
                    let forward = self.context.task || self.context.goals || self.carry.deadline.is_some();
                    let front = clause.left_of(self.text, q.start);
                    let front = front[Label::read(front).map_or(0, |label| label.end)..].trim_start();
                    self.carry.treated = front.starts_with(['对', '为']);
                    self.carry.described =
                        forward && exclude::describes(clause.left_of(self.text, q.start), read.right);
                }
                if rule == "exclude.status"
                    && !self.carry.described
                    && was_done(clause.left_of(self.text, q.start))
                {
                    self.carry.done = true;
                    // What is left of it may be told next.
                    self.carry.indicator =
                        read.indicator.map(done_to).filter(|name| matter::has_chars(name, 2));
                    self.carry.unit.clone_from(&q.unit);
                } else if rule == "exclude.status" && q.unit == "%" && read.indicator.is_some() {
                    // `民营企业占比仅为30%，力争达到50%`: what it is today shall be more.
                    self.carry.indicator = read.indicator.map(|name| match name {
                        Cow::Borrowed(name) => Cow::Borrowed(name.trim_end_matches(['仅', '只'])),
                        name @ Cow::Owned(_) => name,
                    });
                    self.carry.unit.clone_from(&q.unit);
                }
                // `留用率达到50%以上的补贴标准提高10个百分点`: on which condition more is paid.
                let condition = rule == "exclude.condition"
                    && clause.seen.may("补")
                    && CUES.subsidy.within_seen(clause.span.of_text(self.text), &clause.seen);
                means |= rule == "exclude.means";
                self.carry.paid |= rule == "exclude.subsidy" || condition;
                notes.push(Note { rule, span: place });
                continue;
            }
            // `借助2个省级平台引进人才30名`: who is worked with does nothing.
            if means && read.group.as_deref().is_some_and(|group| !group.starts_with(['每', '各'])) {
                read.group = None;
            }
            // `联合5个部门开展检查8次`
            if means
                && let Some(Cow::Borrowed(name)) = read.indicator
                && let Some((at, _)) = CUES.make.find(name).filter(|(at, _)| *at > 0)
                && let Some((_, done)) =
                    matter::verb_in_front(&name[at..]).filter(|(_, done)| matter::has_chars(done, 2))
            {
                read.indicator = Some(Cow::Borrowed(done));
            }
            // `总量年均增长5%，2026年达到8.5万人`: what grows is what reaches.
            let grown = matches!(self.carry.kind, Some(Measure::Increase | Measure::Decrease))
                && measure::is_rate_unit(&self.carry.unit)
                && read.binding.reaches;
            // `应急队伍16支320人`: the men of the teams just told.
            // `涉及楼栋46栋1580户`: households of what is done.
            let adjoins = !self.text[clause.body..].starts_with("涉及")
                && i > 0
                && piece.quantity.checked_sub(1).is_some_and(|at| quantities[at].end == q.start);
            // `联合抽查比例达10%，每年不少于2次`: the deed that the share is of.
            let deed = self.carry.indicator.as_deref().and_then(|name| name.strip_suffix("比例"));
            let counted = read.follows && self.carry.unit == "%" && CUES.event_unit.is(&q.unit);
            if let Some(deed) = deed.filter(|deed| counted && deed.chars().count() >= 2) {
                read.indicator = Some(Cow::Owned(deed.to_owned()));
            }
            // `建成道路30条、48公里`, `惠及167个村民组2.1万人`
            let listed_behind = named
                && matches!(piece.left.of_text(self.text).trim(), "" | "、")
                && !self.text[clause.body..].starts_with("涉及");
            // `课后服务覆盖率100%，每周不少于5天`: the matter, not its rate.
            let of_rate = || {
                let rates = &out[(self.base + self.first).min(out.len())..];
                let name = rates.iter().find(|t| t.unit == "%")?.indicator.as_deref()?;
                let matter = RATES.iter().find_map(|rate| name.strip_suffix(rate))?;
                matter::has_chars(matter, 2).then(|| matter.to_owned())
            };
            let timed = read.follows && self.carry.unit == "%" && CUES.duration_unit.is(&q.unit);
            if let Some(matter) = timed.then(of_rate).flatten() {
                read.indicator = Some(Cow::Owned(matter));
            } else if read.follows
                && self.carry.unit != q.unit
                && q.unit != "%"
                && !grown
                && !adjoins
                && !listed_behind
            {
                // `新建8所，新增学位300个，2024年3所`: the last thing counted in the same unit.
                let same = out[self.base..].iter().rev().take(12).find(|t| t.unit == q.unit);
                if let Some(named) = same {
                    read.indicator.clone_from(&named.indicator);
                } else if self.carry.parted
                    // `管护率达到100%，新建1.5万亩`: no rate is counted in them.
                    || self.carry.unit == "%"
                        && !matches!(&*q.unit, "百分点" | "‰")
                        && q.bound.is_none()
                        && !read.binding.reaches
                        && read.binding.comparator.is_none()
                        && read.indicator.as_deref().is_some_and(|name| name.ends_with('率'))
                {
                    read.indicator = None;
                } else if self.text[clause.body..].starts_with("涉及") {
                    // `改造小区42个，涉及楼栋368栋、1.86万户`: households of what is done.
                    let done = out.get(self.base + self.first);
                    read.indicator = done.and_then(|done| done.indicator.clone());
                }
            }
            if read.follows && read.binding.change.is_some() && self.carry.part && !part {
                self.grows_as_whole(&mut read, &q.unit, out);
            }
            if read.follows && self.carry.unit == "%" && !grown {
                read.counts_no_share(&q.unit);
            }
            let listed = out.len() > first;
            let before = out[self.base..].last().filter(|_| out.len() - self.base > self.first);
            read.of_the_class(before, &q.unit);
            read.on_rung(before, listed, &q.unit);
            self.done_to_them(&mut read, q, before);
            if let Some(topic) =
                self.carry.before.filter(|_| read.group.as_deref().is_none_or(|group| group == "每人"))
            {
                read.rung_of(topic.of_text(self.text));
            }
            // `每年培训医生200人次，三年累计培训600人次`: the deed alone is the same deed.
            if let (Some(own), Some(before)) = (read.indicator.as_deref(), self.carry.indicator.as_deref())
                && self.carry.unit == q.unit
                && before.len() > own.len()
                && CUES.train.is(own)
                && before.starts_with(own)
            {
                read.indicator.clone_from(&self.carry.indicator);
            }
            // `到2028年，分别达到42张、70%`: nothing says what.
            let orphan = pieces.len() > 1
                && read.indicator.is_none()
                && read.group.is_none()
                && !self.context.named
                && clause.seen.holds(clause.span.of_text(self.text), "分别");
            if orphan || read.adrift || !self.commits(&read, q, clause.aim) {
                notes.push(Note { rule: UNREAD, span: place });
                continue;
            }
            read.of_the_same(out[self.base..].last(), i > 0 && out.len() > first);
            if part && (self.carry.part || i > 0) {
                self.whole_of(&q.unit, out);
            }
            if part && self.carry.whole.is_some() {
                let whole = &out[self.base + self.carry.whole.unwrap_or_default()];
                read.inherit(whole, &q.unit);
            } else {
                read.share_indicator(&out[self.base..]);
            }
            self.carry.done = false;
            named |= i == 0 && !read.follows;
            self.emit(clause, piece, q, read, part, first, out);
        }
    }
}

/// What says of a matter how many have it.
const RATES: [&str; 6] = ["覆盖率", "参与率", "开展率", "开设率", "覆盖面", "普及率"];

/// Whether words are the name of a village, a township or a street.
pub(super) fn is_place(words: &str) -> bool {
    const KINDS: [&str; 7] = ["村", "社区", "乡", "镇", "街道", "街道办", "街道办事处"];
    let kind = KINDS.iter().find(|kind| words.ends_with(**kind));
    kind.is_some_and(|kind| words.chars().count() > kind.chars().count() + 1)
        && words.chars().count() <= 10
        && words.chars().all(gongwen_text::chars::is_han)
}

fn trimmed(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start().len()
}
