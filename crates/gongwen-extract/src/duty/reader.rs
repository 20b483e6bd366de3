//! The reader of duties: what the rest of the crate calls.

use super::anchor::{Anchors, Cue};
use super::known::{Known, OrgId, Seen};
use super::statement::{self, Frame};
use super::{bracket, cue, heading};
use crate::due::Time;
use crate::facts::{Due, OrgName, Role, Statement};
use gongwen_lexicon::agency::{Place, class_levels};
use gongwen_outline::{ColumnRole, shared_duty};
use gongwen_text::chars::trim;
use gongwen_text::{Diagnostic, Span};

/// An assignment without its scope.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawAssignment {
    /// What the organisation does.
    pub role: Role,
    /// Who.
    pub org: OrgId,
    /// The organisation as it stands in the text.
    pub span: Span,
    /// Whether the list ended in 等.
    pub open_ended: bool,
    /// How it was printed.
    pub statement: Statement,
    /// Public id of the rule that read it.
    pub rule: &'static str,
}

/// What the header of a column says of all its cells.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Header {
    /// A time may stand in them.
    timed: bool,
    /// Their first unit is the lead (`责任单位（首位为牵头单位）`).
    first: bool,
}

/// Reads duties and completion times, one scope after the other, in document order: notes such as
/// `首位单位为牵头单位，下同` change what follows.
///
/// Call the reading methods for everything that belongs to one scope, then [`Reader::finish`].
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) anchors: Anchors,
    /// Year of a yearly plan, for times without one.
    pub(super) year: Option<i16>,
    /// The first year of the plan, or that of its issue: nothing is due before.
    pub(crate) begins: Option<i16>,
    pub(super) first_is_lead: bool,
    /// Whether somewhere it is told who interprets the document (`负责解释`).
    pub(super) interpreted: bool,
    /// The mark before a name that makes it a lead.
    pub(super) mark_of_lead: Option<char>,
    out: Vec<RawAssignment>,
    pub(super) times: Vec<Time<'a>>,
    /// Those that a sentence tells, which bind its own numbers only.
    pub(super) told: Vec<Time<'a>>,
    pub(super) scratch: Vec<Seen<'a>>,
    /// `各区` of the last name, where that ends, and whether it is a bureau's: `各区司法局、区公安局`.
    each: Option<(&'a str, usize, bool)>,
    pub(super) known: Known<'a>,
    /// What was odd so far.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// A reader of `text`, which is scanned once for anchors. `year` is the one meant by `12月底前`, if the plan covers
    /// a single year.
    pub(crate) fn new(text: &'a str, place: Place, year: Option<i16>) -> Self {
        let anchors = Anchors::scan(text);
        let interpreted = anchors.of(Cue::Charge).any(|at| text[at..].starts_with("负责解释"));
        Self {
            text,
            year,
            begins: None,
            first_is_lead: cue::note_of_first(text, anchors.of(Cue::Lead)),
            interpreted,
            mark_of_lead: cue::mark_of_lead(text, anchors.of(Cue::Lead)),
            anchors,
            out: Vec::new(),
            times: Vec::new(),
            told: Vec::new(),
            scratch: Vec::new(),
            each: None,
            known: Known::new(place),
            diagnostics: Vec::new(),
        }
    }

    /// A paragraph, or the rest of one behind a run-in title: brackets, keys inside it, and sentences. `own` is the unit
    /// that the row or the section belongs to in a ledger: who `配合…` speaks of.
    pub(crate) fn prose(&mut self, span: Span, own: Option<OrgId>) {
        bracket::read(self, span, own);
    }

    /// A paragraph that tells what is wrong (`县水利局负责的水库无人管护`): its sentences give nothing to anybody unless one says by when
    /// it is mended; brackets do.
    pub(crate) fn problem(&mut self, span: Span, own: Option<OrgId>) {
        let (stated, odd, times) = (self.out.len(), self.diagnostics.len(), self.count_times());
        self.prose(span, own);
        if self.count_times() == times {
            let mut at = 0..;
            self.out.retain(|raw| {
                at.next().is_some_and(|at| at < stated) || raw.statement != Statement::Narrative
            });
            self.diagnostics.truncate(odd);
        }
    }

    /// A line `牵头部门：…` or `完成时限：…`. Returns whether it was one.
    pub(crate) fn field(&mut self, span: Span) -> bool {
        let line = span.of_text(self.text);
        // `分工：由县教育局牵头，县科协参加。`: sentences behind the key, or further keys.
        let line = match shared_duty(line) {
            Some(value) if cue::leading_key(value).is_none() => return false,
            value => value.unwrap_or(line),
        };
        self.list(line, Role::Responsible, Statement::Labelled, "duty.line")
    }

    /// What the header of a column says of its cells.
    pub(crate) fn header(&self, header: Span) -> Header {
        let header = header.of_text(self.text);
        // `责任单位及时限`
        let timed = header.contains("时限") || header.contains("时间");
        Header { timed, first: cue::first_is_lead(header).is_some() }
    }

    /// A cell of a table; its column gives the role, words in the cell win. Cells of other columns say nothing.
    pub(crate) fn cell(&mut self, span: Span, column: ColumnRole, header: Header) {
        let role = match column {
            ColumnRole::Lead => Role::Lead,
            ColumnRole::Support => Role::Support,
            ColumnRole::Responsible => Role::Responsible,
            ColumnRole::Due => {
                self.times.extend(crate::due::read_cell(span.of_text(self.text), self.year));
                return;
            }
            _ => return,
        };
        let text = trim(span.of_text(self.text));
        if text.is_empty() {
            return;
        }
        if header.timed {
            self.times.extend(crate::due::read(text, self.year));
        }
        let frame = Frame { statement: Statement::Table, role, rule: "duty.cell", first: header.first };
        if !self.framed(text, frame) {
            self.unread(text);
        }
    }

    /// A paragraph under a lead-in such as `任务分工如下` whose subject is a department (guide, 8): the department is
    /// responsible, or has the rank that the title `above` gives. Returns the department, if it was one.
    pub(crate) fn subject(&mut self, span: Span, above: Option<Role>) -> Option<OrgId> {
        self.first_named(|reader| heading::department(reader, span, above))
    }

    /// The first organisation that a reading takes.
    fn first_named(&mut self, read: impl FnOnce(&mut Self)) -> Option<OrgId> {
        let before = self.out.len();
        read(self);
        self.out.get(before).map(|raw| raw.org)
    }

    /// A section's title that names who answers for it: `县委政法委牵头任务`, or a department over what it is told
    /// (`县财政局。负责…`, under `职责分工` any words). `told` is the section's first text. Returns the first of them.
    pub(crate) fn title(&mut self, title: Span, told: Option<Span>, shared_out: bool) -> Option<OrgId> {
        self.first_named(|reader| heading::title(reader, title, told, shared_out))
    }

    /// Whether a section's title ends as names of units do.
    pub(crate) fn may_name_units(&self, title: Span) -> bool {
        heading::listed_words(title.of_text(self.text)).is_some()
    }

    /// Whether a section's title names units and nothing else.
    pub(crate) fn names_units(&mut self, title: Span) -> bool {
        heading::names_units(self, title)
    }

    /// A section's title in a ledger by unit: `一、县发展改革局（3项）`. `above` is the rank that the title above gives its units. Returns
    /// the first of them.
    pub(crate) fn units(&mut self, title: Span, told: Option<Span>, above: Option<Role>) -> Option<OrgId> {
        self.first_named(|reader| heading::units(reader, title, told, above))
    }

    /// Gives a unit of a ledger the rank that a title below it says (`（一）牵头任务`).
    pub(crate) fn rank(&mut self, unit: OrgId, role: Role, title: Span) {
        self.emit_own(unit, role, title, "duty.title");
    }

    /// How many completion times were read since the last scope ended.
    pub(crate) fn count_times(&self) -> usize {
        self.times.len() + self.told.len()
    }

    /// Ends a scope: hands over what was read since the last call, each organisation once in each role, in document order.
    /// Returns the latest completion time, where one is stated, and whether it holds for all of the scope's targets: one that
    /// only a sentence tells does not.
    pub(crate) fn finish(&mut self, mut take: impl FnMut(RawAssignment, &Self)) -> Option<(Due, bool)> {
        if self.out.is_empty() && self.times.is_empty() && self.told.is_empty() {
            return None;
        }
        if !self.out.is_empty() {
            let mut out = std::mem::take(&mut self.out);
            self.once(&mut out);
            for &raw in &out {
                take(raw, self);
            }
            out.clear();
            self.out = out;
        }
        let binds = !self.times.is_empty();
        let all = self.times.drain(..).chain(self.told.drain(..));
        let latest = all.max_by_key(|time| (time.by, time.every.is_some()));
        latest.map(|time| (time.due(self.text), binds))
    }

    /// Each organisation once in each role, in document order.
    fn once(&self, assignments: &mut Vec<RawAssignment>) {
        if !assignments.is_sorted_by_key(|raw| raw.span.start) {
            assignments.sort_by_key(|raw| raw.span.start);
        }
        let mut kept = 0;
        for at in 0..assignments.len() {
            let (before, [raw, ..]) = assignments.split_at_mut(at) else { break };
            let same =
                |other: &&mut RawAssignment| other.role == raw.role && self.known.same(other.org, raw.org);
            if let Some(other) = before[..kept].iter_mut().rev().take(200).find(same) {
                other.open_ended |= raw.open_ended;
                continue;
            }
            assignments.swap(kept, at);
            kept += 1;
        }
        assignments.truncate(kept);
    }

    /// Whether both are one organisation.
    pub(crate) fn same(&self, one: OrgId, other: OrgId) -> bool {
        self.known.same(one, other)
    }

    /// The organisation of an assignment.
    pub(crate) fn named(&self, org: OrgId) -> &OrgName<'a> {
        self.known.named(org)
    }

    /// What is left when all is read: the organisations by their numbers, and what was odd.
    pub(crate) fn into_parts(self) -> (Vec<OrgName<'a>>, Vec<Diagnostic>) {
        (self.known.into_orgs(), self.diagnostics)
    }

    pub(super) fn list(
        &mut self,
        text: &'a str,
        role: Role,
        statement: Statement,
        rule: &'static str,
    ) -> bool {
        self.framed(text, Frame { statement, role, rule, first: false })
    }

    fn framed(&mut self, text: &'a str, frame: Frame) -> bool {
        let times = self.times.len();
        statement::read(self, text, frame) || self.times.len() > times
    }

    /// Takes an organisation.
    pub(super) fn emit(
        &mut self,
        surface: &'a str,
        role: Role,
        statement: Statement,
        open_ended: bool,
        rule: &'static str,
    ) {
        let seen = self.known.look(surface);
        self.emit_seen(seen, role, statement, open_ended, rule);
    }

    /// Takes an organisation that was looked at.
    pub(super) fn emit_seen(
        &mut self,
        seen: Seen<'a>,
        role: Role,
        statement: Statement,
        open_ended: bool,
        rule: &'static str,
    ) {
        let span = Span::of(seen.text, self.text);
        let org = self.class(seen.text, span).unwrap_or_else(|| self.known.org(seen));
        self.out.push(RawAssignment { role, org, span, open_ended, statement, rule });
    }

    /// The class that a name belongs to whose 各 stands before the name in front of it.
    fn class(&mut self, name: &'a str, span: Span) -> Option<OrgId> {
        let each = self.each.take();
        if name.starts_with('各') {
            self.each = class_levels(name).map(|levels| (levels, span.to(), name.ends_with('局')));
            return None;
        }
        let (levels, end, bureau) = each?;
        let between = self.text.get(end..span.from())?;
        let joined = matches!(between, "、" | "和" | "及" | "以及" | "与");
        if !(joined || bureau && parts_ranks(between)) {
            return None;
        }
        let org = self.known.of_class(levels, name, bureau)?;
        self.each = Some((levels, span.to(), bureau));
        Some(org)
    }

    /// Takes the row's own unit, of which a sentence speaks without naming it.
    pub(super) fn emit_own(&mut self, org: OrgId, role: Role, span: Span, rule: &'static str) {
        let statement = Statement::Narrative;
        self.out.push(RawAssignment { role, org, span, open_ended: false, statement, rule });
    }

    /// Notes a bracket whose duties are for some of the items only.
    pub(super) fn items_unread(&mut self, bracket: &'a str) {
        self.diagnostics.push(Diagnostic::warning(
            "assignment-unread",
            Some(Span::of(bracket, self.text)),
            "a bracket gives duties for some of the numbered items; which ones was not read",
        ));
    }

    /// Notes a duty that is given for all that follows.
    pub(super) fn note_unread(&mut self, note: &'a str) {
        self.diagnostics.push(Diagnostic::warning(
            "assignment-unread",
            Some(Span::of(note, self.text)),
            "a note gives a duty for all that follows; it was not read for the items there",
        ));
    }

    /// Notes a cue of which nothing was understood.
    pub(super) fn unread(&mut self, piece: &'a str) {
        self.diagnostics.push(
            Diagnostic::warning(
                "assignment-unread",
                Some(Span::of(piece, self.text)),
                "a statement of duty names no organisation that was understood",
            )
            .with_hint("add the organisation to the agency table if it is one"),
        );
    }
}

/// Whether what stands between two names of a statement only ranks them: `各区教育局|牵头，|市场监管局配合`, `；配合单位：`.
fn parts_ranks(between: &str) -> bool {
    const LONGEST: usize = 24;
    const ENDS: [&str; 6] = ["牵头", "负责", "主办", "承办", "落实", "实施"];
    if between.len() > LONGEST {
        return false;
    }
    if let Some(rank) = between.strip_suffix(['，', ',']) {
        return ENDS.iter().any(|end| rank.ends_with(end)) && rank.chars().all(gongwen_text::chars::is_han);
    }
    let key = between.strip_prefix(['；', ';', '，', ',']).and_then(|rest| rest.strip_suffix(['：', ':']));
    key.is_some_and(|key| key.ends_with("单位") || key.ends_with("部门"))
}
