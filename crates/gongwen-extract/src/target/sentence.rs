//! One sentence that holds a quantity, read clause by clause.
//!
//! Owns what carries from clause to clause: deadline, frequency, group, kind, and the matter of a clause that
//! has no number of its own. Does not own the forms in which several numbers share a clause ([`super::share`]).

use super::cues::CUES;
use super::exclude::{self, Surroundings};
use super::matter;
use super::measure::{self, Binding};
use super::quantity::Quantity;
use super::time::{self, Time};
use super::{Context, Note, RawTarget, UNREAD, WINDOW, scan, share};
use crate::{Measure, Modality};
use gongwen_text::{Label, Span};
use std::borrow::Cow;

/// The sentence round `anchor`, not before `floor`, of bounded length.
pub(super) fn bounds(text: &str, anchor: usize, floor: usize) -> Span {
    let mut from = anchor.saturating_sub(WINDOW).max(floor);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let start = text[from..anchor]
        .char_indices()
        .rev()
        .find(|(_, c)| ends_sentence(*c))
        .map_or(from, |(at, c)| from + at + c.len_utf8());
    let mut to = (anchor + WINDOW).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let end =
        text[anchor..to].char_indices().find(|(_, c)| ends_sentence(*c)).map_or(to, |(at, _)| anchor + at);
    Span::new(start, end)
}

/// A semicolon parts the members of one sentence, over which a deadline carries on.
fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '\n' | '!' | '?')
}

/// What a clause hands on to the next one.
#[derive(Default)]
struct Carry<'a> {
    deadline: Option<i16>,
    past: bool,
    frequency: Option<&'static str>,
    group: Option<Cow<'a, str>>,
    kind: Option<Measure>,
    /// The last target that is no part of another, counted in the paragraph.
    whole: Option<usize>,
    /// The clause directly before, when it held no number.
    before: Option<Span>,
    /// Start of a clause that was nothing but a time phrase, directly before; and whether it held an aim word.
    time_only: Option<(usize, bool)>,
    indicator: Option<Cow<'a, str>>,
    /// An earlier clause told of today (`现有…45所，在园幼儿8000人`).
    status: bool,
}

/// A clause and what its front says.
pub(super) struct Clause<'a> {
    pub(super) text: &'a str,
    /// Where the clause stands in the paragraph.
    pub(super) span: Span,
    /// Where its matter begins: behind time phrases, lead-ins and region words.
    pub(super) body: usize,
    pub(super) aim: bool,
}

/// Reads one sentence. Returns the deadline in force at its end.
pub(super) fn read<'a>(
    text: &'a str,
    sentence: Span,
    context: &Context,
    carried: Option<i16>,
    base: usize,
    out: &mut Vec<RawTarget<'a>>,
    notes: &mut Vec<Note>,
) -> Option<i16> {
    let closed = closed_regions(text, sentence);
    let mut carry = Carry { deadline: carried, ..Carry::default() };
    let scored = exclude::scores(sentence.of_text(text));
    for clause in clauses(text, sentence, &closed) {
        if text[..clause.from()].ends_with(['；', ';']) {
            carry =
                Carry { deadline: carry.deadline, past: carry.past, kind: carry.kind, ..Carry::default() };
        }
        let mut reader = Reader { text, context, base, carry: &mut carry, scored };
        reader.clause(clause, &closed, out, notes);
    }
    carry.deadline.filter(|_| !carry.past)
}

struct Reader<'a, 'c> {
    text: &'a str,
    context: &'c Context,
    base: usize,
    carry: &'c mut Carry<'a>,
    scored: bool,
}

impl<'a> Reader<'a, '_> {
    fn clause(&mut self, span: Span, closed: &[Span], out: &mut Vec<RawTarget<'a>>, notes: &mut Vec<Note>) {
        let quantities = quantities(self.text, span, closed);
        let (head, part, time) = self.head(span, quantities.first().map_or(span.to(), |q| q.start));
        if let Some(time) = time {
            self.take_time(time);
        }
        if quantities.is_empty() {
            let rest = self.text[head..span.to()].trim();
            if time.is_some() && rest.is_empty() {
                let start = self.carry.time_only.map_or(span.from(), |(start, _)| start);
                self.carry.time_only = Some((trimmed(self.text, start), aims(span.of_text(self.text))));
            } else {
                self.carry.time_only = None;
                self.carry.before = Some(span);
                if let Some((_, _, time)) = time::last_in(&self.text[head..span.to()], self.context)
                    && time.deadline.is_some()
                {
                    self.take_time(time);
                }
            }
            return;
        }
        let aim = aims(&self.text[span.from()..quantities[0].start])
            || self.carry.time_only.is_some_and(|(_, aim)| aim);
        let clause = Clause { text: span.of_text(self.text), span, body: head, aim };
        self.quantities(&clause, part, &quantities, out, notes);
        self.carry.before = None;
        self.carry.time_only = None;
    }

    fn take_time(&mut self, time: Time) {
        if time.deadline.is_some() {
            self.carry.deadline = time.deadline;
            self.carry.past = time.past;
            self.carry.frequency = None;
        }
        if time.frequency.is_some() {
            self.carry.frequency = time.frequency;
            if time.deadline.is_none() && self.carry.time_only.is_none() {
                self.carry.deadline = None;
            }
        }
    }

    /// Strips time phrases and lead-ins from the front of a clause, up to `limit`.
    fn head(&self, span: Span, limit: usize) -> (usize, bool, Option<Time>) {
        let mut at = span.from();
        if let Some(label) = Label::read(&self.text[at..span.to()]).filter(|l| at + l.end <= limit) {
            at += label.end;
        }
        let (mut part, mut found) = (false, None::<Time>);
        for _ in 0..8 {
            let (rest, inner) = matter::strip_lead(&self.text[at..limit.max(at)]);
            part |= inner;
            at = limit.max(at) - rest.len();
            let Some((len, time)) = time::read(&self.text[at..span.to()], self.context) else { break };
            // `年均增速` is part of the indicator.
            if self.text[at..].starts_with("年均") || at + len > limit.max(at) {
                if self.text[at..].starts_with("年均") {
                    let both = found.get_or_insert_with(Time::default);
                    both.frequency = time.frequency;
                }
                break;
            }
            let both = found.get_or_insert_with(Time::default);
            both.deadline = time.deadline.or(both.deadline);
            both.frequency = time.frequency.or(both.frequency);
            both.past |= time.past;
            at += len;
        }
        (at, part, found)
    }

    fn quantities(
        &mut self,
        clause: &Clause<'a>,
        part: bool,
        quantities: &[Quantity<'a>],
        out: &mut Vec<RawTarget<'a>>,
        notes: &mut Vec<Note>,
    ) {
        let pieces = share::pieces(self.text, clause, quantities);
        let first = out.len();
        for (i, piece) in pieces.iter().enumerate() {
            let q = &quantities[piece.quantity];
            let place = Span::new(q.start, q.end);
            let mut read = Piece::read(self, clause, piece, q, i > 0 && out.len() > first);
            if let Some(rule) = self.excluded(&read, clause, q, i > 0 && out.len() > first) {
                self.carry.status |= rule == "exclude.status";
                notes.push(Note { rule, span: place });
                continue;
            }
            if !self.commits(&read, q) {
                notes.push(Note { rule: UNREAD, span: place });
                continue;
            }
            if part && self.carry.whole.is_some() {
                let whole = &out[self.base + self.carry.whole.unwrap_or_default()];
                read.inherit(whole, q.unit == "%");
            } else {
                read.share_indicator(&out[self.base..]);
            }
            self.emit(clause, piece, q, read, part, first, out);
        }
    }

    fn excluded(
        &self,
        read: &Piece<'a>,
        clause: &Clause<'a>,
        q: &Quantity<'a>,
        listed: bool,
    ) -> Option<&'static str> {
        let b = &read.binding;
        let plain =
            !(b.reaches || read.makes || b.comparator.is_some() || b.change.is_some() || read.own_time);
        if self.carry.past || self.carry.status && plain {
            return Some("exclude.status");
        }
        if self.scored {
            return Some("exclude.score");
        }
        exclude::reason(
            q,
            &Surroundings {
                left: &self.text[clause.span.from()..q.start],
                right: read.right,
                binding: read.binding,
                verb: read.verb_before,
                spread: read.group.is_some() || self.carry.frequency.is_some() || self.carry.group.is_some(),
                listed,
            },
        )
    }

    /// Whether anything in the clause makes the quantity a commitment.
    fn commits(&self, read: &Piece<'a>, q: &Quantity<'a>) -> bool {
        let b = &read.binding;
        let bound = q.bound.is_some() || b.comparator.is_some() || b.reaches || b.change.is_some();
        let timed = self.carry.deadline.is_some() || self.carry.frequency.is_some() || self.context.goals;
        let named = read.indicator.is_some() || read.group.is_some();
        (bound || read.makes || timed || self.carry.kind.is_some() || read.baseline.is_some())
            && (named || bound)
            || named && (read.led && q.unit == "%" || read.group.is_some())
    }

    #[allow(clippy::too_many_arguments)] // everything a target is made of
    fn emit(
        &mut self,
        clause: &Clause<'a>,
        piece: &share::Part<'a>,
        q: &Quantity<'a>,
        read: Piece<'a>,
        part: bool,
        first: usize,
        out: &mut Vec<RawTarget<'a>>,
    ) {
        let kind = read
            .kind(q)
            .or(self.carry.kind.filter(|_| part || out.len() > first || !read.makes))
            .unwrap_or(Measure::Count);
        let frequency = q.frequency.or(read.time.and_then(|t| t.frequency)).or(self
            .carry
            .frequency
            .filter(|_| kind != Measure::Level || out.len() == first && read.own_time));
        let deadline = read.time.and_then(|t| t.deadline).or(self.carry.deadline).or(self.context.due);
        let group = read.group.clone().or_else(|| self.carry.group.clone());
        if read.group.is_some() {
            self.carry.group = read.group.clone();
        }
        let span = self.quote(clause, piece, q, &read, first == out.len());
        let part_of = self.carry.whole.filter(|_| part);
        if !part {
            self.carry.whole = Some(out.len() - self.base);
        }
        self.carry.kind = Some(kind);
        self.carry.indicator.clone_from(&read.indicator);
        out.push(RawTarget {
            span,
            indicator: read.indicator,
            group,
            comparator: measure::comparator(q, &read.binding),
            value: q.value,
            value_max: q.value_max,
            unit: q.unit.clone(),
            measure: kind,
            frequency: frequency.unwrap_or("once"),
            deadline,
            baseline: read.baseline,
            modality: if clause.aim { Modality::Aim } else { Modality::Firm },
            part_of,
            rule: piece.rule.unwrap_or(rule_of(kind, q, &read.binding)),
        });
    }

    /// The words that a reader needs to check the target.
    fn quote(
        &self,
        clause: &Clause<'a>,
        piece: &share::Part<'a>,
        q: &Quantity<'a>,
        read: &Piece<'a>,
        is_first: bool,
    ) -> Span {
        let mut from = piece.quote_from;
        if is_first {
            from = match (self.carry.time_only, read.borrowed) {
                (Some((start, _)), _) => start,
                (None, Some(before)) => before.from(),
                (None, None) => clause.span.from(),
            };
        }
        let end = if piece.quote_to > q.end { piece.quote_to } else { q.end };
        let quote =
            self.text[from..end].trim_matches([' ', '\u{3000}', '，', ',', '、', '；', ';', '：', ':', '—']);
        Span::of(quote, self.text)
    }
}

/// The public id of the plain forms.
fn rule_of(kind: Measure, q: &Quantity<'_>, binding: &Binding) -> &'static str {
    match kind {
        Measure::Increase => "target.increase",
        Measure::Decrease => "target.decrease",
        Measure::Level if CUES.duration_unit.is(&q.unit) => "target.limit",
        Measure::Level => "target.reach",
        Measure::Count if binding.comparator.is_some() || q.bound.is_some() => "target.at-least",
        Measure::Count => "target.count",
    }
}

/// One quantity with the words that belong to it.
struct Piece<'a> {
    right: &'a str,
    binding: Binding,
    indicator: Option<Cow<'a, str>>,
    group: Option<Cow<'a, str>>,
    time: Option<Time>,
    own_time: bool,
    /// A lead-in such as 实现 or 推动 stands before the matter.
    led: bool,
    makes: bool,
    verb_before: bool,
    /// The clause before, when the indicator stands there.
    borrowed: Option<Span>,
    baseline: Option<crate::Baseline>,
}

impl<'a> Piece<'a> {
    fn read(
        reader: &Reader<'a, '_>,
        clause: &Clause<'a>,
        part: &share::Part<'a>,
        q: &Quantity<'a>,
        follows: bool,
    ) -> Self {
        let text = reader.text;
        let mut left = &text[part.left.from()..part.left.to()];
        let right = part.right.of_text(text);
        let mut out = Piece {
            right,
            binding: Binding::default(),
            indicator: part.indicator.clone(),
            group: part.group.clone(),
            time: None,
            own_time: clause.body > clause.span.from(),
            led: CUES.lead.within(&text[clause.span.from()..clause.body]),
            makes: follows
                && reader.carry.kind == Some(Measure::Count)
                && !matches!(&*q.unit, "%" | "百分点"),
            verb_before: false,
            borrowed: None,
            baseline: part.baseline.clone(),
        };
        // A time phrase inside the clause: its subject stands before it.
        if let Some((from, to, time)) = time::last_in(left, reader.context) {
            let yearly = left[from..].starts_with("年均");
            out.time = Some(time);
            out.own_time = true;
            if !yearly {
                let subject = left[..from].trim();
                if to < left.len() {
                    if matter::is_group(subject) {
                        out.group = Some(Cow::Borrowed(subject));
                        left = &left[to..];
                    } else if matter::clean(&left[to..]).chars().count() >= 2
                        && measure::binding(&left[to..]).start > 0
                    {
                        left = &left[to..];
                    } else {
                        // `科普活动每年不少于…`: the matter stands before the time phrase.
                        out.binding = measure::binding(&left[to..]);
                        left = subject;
                    }
                }
            }
        }
        left = matter::strip_lead(left).0;
        // `每周至少播出节目1期`: the binding word stands before the verb.
        if let Some(word) = CUES.prefix_ge.prefix(left).filter(|w| w.len() < left.len()) {
            out.binding.comparator.get_or_insert(crate::Comparator::Ge);
            left = &left[word.len()..];
        }
        let near = measure::binding(left);
        let outer = merge(out.binding, measure::binding(part.link));
        left = &left[..near.start];
        let mut binding = merge(near, outer);
        // `至少配备一名`: the verb stands between the binding word and the number.
        let bare = matter::noun_behind(right);
        if let Some(verb) = CUES.make.suffix(left).filter(|v| bare.is_some() || v.len() == left.len()) {
            out.verb_before = true;
            out.makes = true;
            let rest = &left[..left.len() - verb.len()];
            let farther = measure::binding(rest);
            binding = merge(binding, farther);
            left = &rest[..farther.start];
            let subject = matter::clean(matter::strip_lead(left).0);
            if matter::is_group(subject) {
                out.group = Some(Cow::Borrowed(subject));
                left = "";
            } else if bare.is_some() {
                left = "";
            }
        } else if left.ends_with('的') && bare.is_some() {
            out.makes |= matter::verb_in_front(left).is_some();
            left = "";
        }
        if bare.is_none()
            && !binding.reaches
            && CUES.make.suffix(left).is_some_and(|v| v.len() < left.len() && v != "组织")
        {
            // `水库除险加固20座`: the deed is named behind its object.
            out.makes = true;
        }
        out.binding = binding;
        if out.indicator.is_some() {
            out.makes |= matter::verb_in_front(matter::strip_lead(left).0).is_some();
            return out;
        }
        out.name(reader, left, bare, q);
        out
    }

    /// Settles group and indicator from what stands left of the number and behind it.
    fn name(&mut self, reader: &Reader<'a, '_>, left: &'a str, bare: Option<&'a str>, q: &Quantity<'a>) {
        let share = matches!(&*q.unit, "%" | "‰" | "百分点");
        let mut object = matter::clean(left);
        if let (Some(group), rest) = matter::split_group(object) {
            self.group.get_or_insert(Cow::Borrowed(group));
            object = matter::clean(rest);
        }
        object = matter::strip_lead(object).0;
        if let Some((_, rest)) = matter::verb_in_front(object)
            .filter(|_| !share && !(self.binding.reaches && !CUES.event_unit.is(&q.unit) && !self.makes))
        {
            self.makes = true;
            let rest = matter::clean(rest);
            if rest.chars().count() >= 2 && !CUES.make.is(rest) {
                object = rest;
            } else if bare.is_some() {
                object = "";
            }
        } else if let Some((at, verb)) =
            CUES.make.find(object).filter(|(at, _)| !share && *at > 0 && *at <= 42)
        {
            // `各乡镇建成服务站5个`: the subject in front is the group.
            let subject = matter::clean(&object[..at]);
            let rest = matter::clean(&object[at + verb.len()..]);
            let verbal = matter::verb_in_front(&object[at..]).is_some();
            if verbal && matter::is_group(subject) && rest.chars().count() >= 2 {
                self.group.get_or_insert(Cow::Borrowed(subject));
                self.makes = true;
                object = rest;
            }
        }
        let listed = !share && matches!(&*q.unit, "类" | "种" | "项" | "个" | "件");
        if bare.is_some() && listed && left.trim_end().ends_with('等') && self.led
            || CUES.train.prefix(object).is_some()
        {
            self.makes = true;
        }
        self.indicator = match (object.chars().count() >= 2, bare) {
            (true, Some(noun)) if listed && left.trim_end().ends_with('等') => Some(Cow::Borrowed(noun)),
            (true, Some(noun)) if listed && object.contains('、') => {
                Some(Cow::Owned(format!("{object}{noun}")))
            }
            (true, _) => Some(Cow::Borrowed(object)),
            (false, Some(noun)) if !share || object.is_empty() => Some(Cow::Borrowed(noun)),
            _ => None,
        };
        if self.indicator.is_none()
            && let Some(before) = reader.carry.before
            && let Some(topic) = matter::topic(before.of_text(reader.text))
        {
            self.indicator = Some(Cow::Borrowed(topic));
            self.borrowed = Some(before);
        } else if self.indicator.is_none() {
            self.indicator.clone_from(&reader.carry.indicator);
        }
    }

    fn kind(&self, q: &Quantity<'_>) -> Option<Measure> {
        let indicator = self.indicator.as_deref().unwrap_or_default();
        let per_head = self
            .group
            .as_deref()
            .is_some_and(|g| g.starts_with("每万") || g.starts_with("每千") || g.starts_with("每百"));
        if per_head && self.binding.change.is_none() {
            return Some(Measure::Level);
        }
        measure::measure(q, &self.binding, indicator, self.makes)
    }

    /// `其中农村学校教师培训20人次`: what goes beyond the whole's indicator is the group.
    fn inherit(&mut self, whole: &RawTarget<'a>, share: bool) {
        if self.indicator.is_none() {
            self.indicator.clone_from(&whole.indicator);
        }
        if let Some(indicator) = &whole.indicator
            && !self.split_shared(indicator.clone().as_ref())
            && let Some(Cow::Borrowed(own)) = self.indicator
            && self.group.is_none()
            && share
            && matter::is_group(own)
        {
            // `其中丘陵县达到60%`: what is named is the group alone.
            self.group = self.indicator.take();
            self.indicator.clone_from(&whole.indicator);
        }
    }

    /// The same for an indicator that was named before without a group.
    fn share_indicator(&mut self, earlier: &[RawTarget<'a>]) {
        for target in earlier.iter().rev().take(12) {
            if let Some(indicator) = &target.indicator
                && target.group.is_none()
                && self.group.is_none()
                && self.split_shared(indicator)
            {
                return;
            }
        }
    }

    fn split_shared(&mut self, shared: &str) -> bool {
        let Some(Cow::Borrowed(own)) = self.indicator else { return false };
        let Some(rest) = own.strip_suffix(shared).filter(|_| shared.chars().count() >= 4) else {
            return false;
        };
        let group = matter::clean(rest);
        if !matter::is_group(group) {
            return false;
        }
        self.group = Some(Cow::Borrowed(group));
        self.indicator = Some(Cow::Borrowed(&own[rest.len()..]));
        true
    }
}

fn merge(near: Binding, far: Binding) -> Binding {
    Binding {
        comparator: near.comparator.or(far.comparator),
        reaches: near.reaches || far.reaches,
        change: near.change.or(far.change),
        start: near.start,
    }
}

fn aims(text: &str) -> bool {
    CUES.aim.within(text)
}

fn trimmed(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start().len()
}

/// Brackets and quotation marks that open and close within the sentence.
fn closed_regions(text: &str, sentence: Span) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut until = sentence.from();
    for (at, c) in sentence.of_text(text).char_indices() {
        let at = sentence.from() + at;
        if at < until {
            continue;
        }
        let close = match c {
            '（' => '）',
            '(' => ')',
            '“' => '”',
            '《' => '》',
            '〔' => '〕',
            '[' => ']',
            _ => continue,
        };
        let mut to = (at + 240).min(sentence.to());
        while !text.is_char_boundary(to) {
            to -= 1;
        }
        let found = text[at..to]
            .find(close)
            .or_else(|| (c == '(').then(|| text[at..to].find('）')).flatten())
            .or_else(|| (c == '（').then(|| text[at..to].find(')')).flatten());
        if let Some(len) = found {
            until = at + len + text[at + len..].chars().next().map_or(1, char::len_utf8);
            out.push(Span::new(at, until));
        }
    }
    out
}

/// The clauses of a sentence: parted by commas and semicolons outside brackets and quotation marks.
fn clauses(text: &str, sentence: Span, closed: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut from = sentence.from();
    let mut regions = closed.iter().peekable();
    for (at, c) in sentence.of_text(text).char_indices() {
        let at = sentence.from() + at;
        while regions.next_if(|r| r.to() <= at).is_some() {}
        if regions.peek().is_some_and(|r| r.from() <= at) {
            continue;
        }
        let thousands = c == ','
            && text[..at].ends_with(|p: char| p.is_ascii_digit())
            && gongwen_text::numeral::arabic(&text[at + 1..]).is_some_and(|(_, len)| len == 3);
        if matches!(c, '，' | '；' | ';' | '：') || c == ',' && !thousands {
            out.push(Span::new(from, at));
            from = at + c.len_utf8();
        }
    }
    out.push(Span::new(from, sentence.to()));
    out.retain(|c| !c.is_empty());
    out
}

/// The quantities of a clause, outside brackets and quotation marks.
fn quantities<'a>(text: &'a str, clause: Span, closed: &[Span]) -> Vec<Quantity<'a>> {
    let mut out = Vec::new();
    let mut at = clause.from();
    while let Some((anchor, kind)) = scan::next(&text[..clause.to()], at) {
        if let Some(region) = closed.iter().find(|r| r.from() <= anchor && anchor < r.to()) {
            at = region.to();
            if at >= clause.to() {
                break;
            }
            continue;
        }
        match exclude::candidate(&text[..clause.to()], anchor, kind) {
            Ok(q) => {
                at = q.end.max(anchor + 1);
                out.push(q);
            }
            Err(skip) => at = anchor + skip,
        }
        if at >= clause.to() || out.len() == 24 {
            break;
        }
    }
    out
}
