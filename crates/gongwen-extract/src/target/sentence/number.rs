//! The numbers of one clause, in their order.
//!
//! Owns which steps a number goes through: its words are read ([`super::piece`]), it is thrown out (`settle/excluded`), named after
//! what was told before it ([`super::carried`]), left unread (`settle/commits`), or a target ([`super::settle`]). And what
//! a number that is thrown out says of those behind it.

use super::past::{done_to, was_done, without_status};
use super::piece::Piece;
use super::settle::begins_with_whom;
use super::{Clause, Reader};
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::{Note, RawTarget, UNREAD, exclude, matter, share};
use gongwen_text::{Label, Span};
use std::borrow::Cow;

/// One number with its words, while it is decided what becomes of it.
pub(super) struct Number<'n, 'a> {
    /// The clause it stands in.
    pub(super) clause: &'n Clause,
    /// Where its words stand, and what it shares with others.
    pub(super) piece: &'n share::Part<'a>,
    /// Its value and unit.
    pub(super) q: &'n Quantity<'a>,
    /// What its words say.
    pub(super) read: Piece<'a>,
    /// No number of the clause stands before it.
    pub(super) opens: bool,
    /// A target of the same clause stands before it.
    pub(super) listed: bool,
    /// It counts a part of a whole told before it.
    pub(super) part: bool,
}

impl Number<'_, '_> {
    /// The clause up to the number.
    pub(super) fn left<'t>(&self, text: &'t str) -> &'t str {
        self.clause.left_of(text, self.q.start)
    }

    /// The matter of the clause up to the number, without what stands at its front.
    pub(super) fn matter<'t>(&self, text: &'t str) -> &'t str {
        &text[self.clause.body..self.q.start.max(self.clause.body)]
    }

    /// Where the number stands.
    fn place(&self) -> Span {
        Span::new(self.q.start, self.q.end)
    }

    /// Whether nothing bounds or raises the amount.
    pub(super) fn is_plain(&self) -> bool {
        let own = &self.read.binding;
        !own.reaches && own.comparator.is_none() && own.change.is_none()
    }

    /// Whether it is the first target of its clause and names what it counts, so that something else may be spoken of.
    pub(super) fn is_anew(&self) -> bool {
        !self.listed && !self.read.follows
    }

    /// Whether a share stands behind the noun for it: `电子证照覆盖率100%`.
    pub(super) fn is_rate(&self) -> bool {
        matches!(&*self.q.unit, "%" | "‰") && self.read.indicator.as_deref().is_some_and(names_share)
    }
}

/// Whether a name is that of a share.
pub(super) fn names_share(name: &str) -> bool {
    CUES.share_noun.suffix(name).is_some()
}

/// The numbers of one clause, and what was found out about those read so far.
pub(super) struct Numbers<'n, 'a> {
    clause: &'n Clause,
    /// All that the clause holds.
    pub(super) quantities: &'n [Quantity<'a>],
    /// Those that are read, with their words.
    pieces: &'n [share::Part<'a>],
    /// They count parts of a whole told before them.
    part: bool,
    /// How many targets stand before the clause.
    first: usize,
    /// The first number of the clause has a name of its own.
    pub(super) named: bool,
    /// One before it only counts those with whom something is done.
    pub(super) means: bool,
    /// Who each has the one thing that the next number is told of (`每个社区有一支不少于10人的队伍`).
    each: Option<Cow<'a, str>>,
}

impl<'a> Reader<'a, '_> {
    /// Reads the numbers of a clause.
    pub(super) fn quantities(
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
        let pieces = self.pieces(clause, part, quantities, out);
        let first = out.len();
        let mut numbers = Numbers {
            clause,
            quantities,
            pieces: &pieces,
            part,
            first,
            named: false,
            means: false,
            each: None,
        };
        for i in 0..pieces.len() {
            self.number(&mut numbers, i, out, notes);
        }
    }

    /// The numbers with the words that are theirs, what they share given to each.
    fn pieces(
        &mut self,
        clause: &Clause,
        part: bool,
        quantities: &[Quantity<'a>],
        out: &[RawTarget<'a>],
    ) -> Vec<share::Part<'a>> {
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
            self.share_things(clause, &mut pieces, out);
        }
        if pieces.len() > 1 && self.untold(quantities, &pieces) {
            for piece in &mut pieces {
                piece.rule = Some(share::UNTOLD);
            }
        }
        self.share_double(clause, &mut pieces);
        self.each_year(clause, &mut pieces);
        pieces
    }

    /// Reads the `i`th number of a clause.
    fn number<'n>(
        &mut self,
        numbers: &mut Numbers<'n, 'a>,
        i: usize,
        out: &mut Vec<RawTarget<'a>>,
        notes: &mut Vec<Note>,
    ) {
        let (clause, piece) = (numbers.clause, &numbers.pieces[i]);
        let q = &numbers.quantities[piece.quantity];
        let listed = out.len() > numbers.first;
        let mut read = Piece::read(self, clause, piece, q, listed);
        read.group = read.group.or_else(|| numbers.each.take());
        let mut n: Number<'n, 'a> =
            Number { clause, piece, q, read, opens: i == 0, listed, part: numbers.part };
        if let Some(rule) = self.excluded(&n)
            && !self.shall_be_done(&mut n, rule)
        {
            notes.push(Note { rule, span: n.place() });
            self.thrown_out(rule, n, numbers);
            return;
        }
        self.take_over_name(&mut n, numbers, out);
        self.in_places_apart(&mut n, out);
        if self.names_nothing(&n, numbers) || n.read.adrift || !self.commits(&n) {
            notes.push(Note { rule: UNREAD, span: n.place() });
            return;
        }
        self.take_over_whole(&mut n, out);
        self.carry.done = false;
        numbers.named |= n.opens && !n.read.follows;
        self.emit(n, out);
    }

    /// `去年引进的12个项目全部投产`, `现有路灯1200盏全部更换`: which they are, and that they shall be done. Whether it says so.
    fn shall_be_done(&self, n: &mut Number<'_, 'a>, rule: &str) -> bool {
        let shall = rule == "exclude.status" && n.read.promised && self.says_which(n);
        if shall {
            n.read.makes = true;
            n.read.indicator = n.read.indicator.take().map(without_status);
        }
        shall
    }

    /// Whether words of today in front of a number only say which things it counts, where something shall be done.
    fn says_which(&self, n: &Number<'_, 'a>) -> bool {
        let left = n.matter(self.text).trim();
        let which =
            left.ends_with('的') || ["现有", "原有", "对现有"].iter().any(|word| left.starts_with(word));
        let told = ["截至", "截止", "以来", "目前，"]
            .iter()
            .any(|word| self.sentence.of_text(self.text).contains(word));
        which && !told && !self.carry.past && !self.carry.over && (self.context.task || self.context.goals)
    }

    /// `到2028年，分别达到42张、70%`: nothing says what.
    fn names_nothing(&self, n: &Number<'_, 'a>, numbers: &Numbers<'_, 'a>) -> bool {
        numbers.pieces.len() > 1
            && n.read.indicator.is_none()
            && n.read.group.is_none()
            && !self.context.named
            && n.clause.seen.holds(n.clause.span.of_text(self.text), "分别")
    }

    /// Keeps what a number that is no target says of those behind it.
    fn thrown_out(&mut self, rule: &str, n: Number<'_, 'a>, numbers: &mut Numbers<'_, 'a>) {
        numbers.means |= rule == "exclude.means";
        let one = n.q.han
            && n.q.value == rust_decimal::Decimal::ONE
            && self.text[n.q.end..].starts_with(['不', '至', '达']);
        numbers.each = n.read.group.as_ref().filter(|group| one && group.starts_with(['每', '各'])).cloned();
        self.carry.paid |= rule == "exclude.subsidy" || rule == "exclude.condition" && self.pays_more(&n);
        if rule != "exclude.status" {
            return;
        }
        if !self.carry.status {
            self.tells_of_today(&n);
        }
        if !self.carry.described && was_done(n.left(self.text)) {
            self.carry.done = true;
            // What is left of it may be told next.
            let done = n.read.indicator.map(done_to);
            self.carry.indicator = done.filter(|name| matter::has_chars(name, 2));
            self.carry.unit.clone_from(&n.q.unit);
        } else if n.q.unit == "%"
            && let Some(name) = n.read.indicator
        {
            // `民营企业占比仅为30%，力争达到50%`: what it is today shall be more.
            self.carry.indicator = Some(match name {
                Cow::Borrowed(name) => Cow::Borrowed(name.trim_end_matches(['仅', '只'])),
                name @ Cow::Owned(_) => name,
            });
            self.carry.unit.clone_from(&n.q.unit);
        }
    }

    /// `留用率达到50%以上的补贴标准提高10个百分点`: on which condition more is paid.
    fn pays_more(&self, n: &Number<'_, 'a>) -> bool {
        let seen = &n.clause.seen;
        seen.may("补") && CUES.subsidy.within_seen(n.clause.span.of_text(self.text), seen)
    }

    /// The first number that tells of today says of what, and whether only which things are meant.
    fn tells_of_today(&mut self, n: &Number<'_, 'a>) {
        self.carry.status = true;
        let left = n.left(self.text);
        let front = left[Label::read(left).map_or(0, |label| label.end)..].trim_start();
        self.carry.treated = begins_with_whom(front, ['对', '为']);
        self.carry.described = self.looks_ahead() && exclude::describes(left, n.read.right);
    }

    /// Whether the number stands among aims, in a task or behind a time by which something is done.
    pub(super) fn looks_ahead(&self) -> bool {
        self.context.task || self.context.goals || self.carry.deadline.is_some()
    }

    /// The targets of this sentence.
    pub(super) fn of_sentence<'o>(&self, out: &'o [RawTarget<'a>]) -> &'o [RawTarget<'a>] {
        &out[(self.base + self.first).min(out.len())..]
    }
}
