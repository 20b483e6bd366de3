//! Numbers that are no targets, by name.
//!
//! Two layers: [`candidate()`] throws out at once what has no unit or is a date, an ordinal, a label or a code;
//! [`reason`] looks at the clause and names why a quantity with a unit commits to nothing (guide, 5 and 8). It asks
//! [`EXCLUSIONS`], the first that applies names the number; each is a function of its kind's module, with its example.

mod article;
mod candidate;
mod condition;
mod duration;
mod eligibility;
mod means;
mod paid;
mod part;
mod rank;
mod score;
mod size;
mod status;
mod subsidy;
mod told;
mod unknown;
mod which;

use super::cues::CUES;
use super::measure::{self, Binding};
use super::quantity::Quantity;
use crate::wordlist::{Seen, WordList};
pub(super) use candidate::{candidate, digits, plain_article};
pub(super) use condition::defines;
pub(super) use score::{Marks, deducts, scores};
pub(super) use status::describes;
pub(crate) use told::{Class, class, mends};
pub(super) use told::{Silence, Telling};
pub(super) use unknown::{bare_figure, unknown_unit};

/// The clause round a quantity, as far as the exclusions look.
#[allow(clippy::struct_excessive_bools)] // independent findings about one clause
pub(super) struct Surroundings<'t> {
    /// The clause up to the number, its head included.
    pub(super) left: &'t str,
    /// The sentence up to the clause.
    pub(super) before: &'t str,
    /// The clause behind the quantity.
    pub(super) right: &'t str,
    /// The whole clause.
    pub(super) clause: &'t str,
    /// The sentence behind the clause.
    pub(super) after: &'t str,
    /// The characters of the clause.
    pub(super) seen: &'t Seen,
    /// What the words left of the number say.
    pub(super) binding: Binding,
    /// A verb of doing stands directly before the number.
    pub(super) verb: bool,
    /// `每`, `各` in the clause, or a frequency.
    pub(super) spread: bool,
    /// Another target of the same clause stands before it.
    pub(super) listed: bool,
    /// By when is told, and it is not past.
    pub(super) dated: bool,
    /// Something is made or done before it in the sentence.
    pub(super) extent: bool,
    /// A colon behind the clause opens a list.
    pub(super) lists: bool,
    /// It stands among aims or in a task, where what is compared with last year is what shall be.
    pub(super) forward: bool,
}

/// A quantity with a unit in its clause, as every exclusion is asked about it.
#[derive(Clone, Copy)]
struct Case<'c> {
    /// The quantity.
    q: &'c Quantity<'c>,
    /// What stands round it.
    s: &'c Surroundings<'c>,
    /// The clause up to the number, without spaces at its end.
    left: &'c str,
    /// The clause behind the quantity, further numbers included.
    behind: &'c str,
    /// A bound stands behind the number or before it, or a word of reaching.
    bound: bool,
    /// An amount of money.
    money: bool,
    /// A length of time.
    time: bool,
}

impl<'c> Case<'c> {
    fn of(q: &'c Quantity<'c>, s: &'c Surroundings<'c>) -> Self {
        let mut case = Self {
            q,
            s,
            left: s.left.trim_end(),
            behind: s.clause.get(s.left.len() + q.end - q.start..).unwrap_or_default(),
            bound: false,
            money: CUES.money_unit.is(&q.unit),
            time: CUES.duration_unit.is(&q.unit),
        };
        case.bound = q.bound.is_some() || case.reached();
        case
    }

    /// The clause up to what binds the number.
    fn name(&self) -> &'c str {
        &self.left[..measure::binding(self.left).start]
    }

    /// Whether the key of a card that stands before the clause ends in one of `keys`: 建设地点 of `建设地点：城关镇等5个村`.
    fn keyed(&self, keys: &WordList) -> bool {
        // Nearly no number stands behind a colon.
        let Some((before, _)) = self.s.before.rsplit_once(['：', ':']) else { return false };
        let key = before.rsplit(['。', '；', ';', '，', '、', '\n']).next().unwrap_or(before);
        keys.suffix(key.trim().trim_end_matches('】')).is_some()
    }

    /// Whether a bound or a word of reaching stands before the number.
    fn reached(&self) -> bool {
        self.s.binding.comparator.is_some() || self.s.binding.reaches
    }
}

/// An exclusion's id (a rule of `target.toml`, or [`UNREAD`](super::UNREAD)) and whether it applies.
type Exclusion = (&'static str, fn(&Case<'_>) -> bool);

/// The exclusions in the order in which they are asked. What the characters next to the number tell stands before what
/// the whole clause is asked for.
const EXCLUSIONS: &[Exclusion] = &[
    (super::UNREAD, duration::first_days),
    // What the characters right before the number say.
    ("exclude.per", rank::each_so_many),
    ("exclude.rank", rank::in_order),
    ("exclude.rank", rank::other_word),
    ("exclude.condition", condition::reckoned_as),
    (super::UNREAD, condition::short_of),
    (super::UNREAD, duration::every_few),
    ("exclude.per", rank::rate_per),
    ("exclude.per", rank::served),
    ("exclude.rank", rank::from_the_end),
    // When it holds, for whom, and what follows.
    ("exclude.condition", condition::ends_in_de),
    ("exclude.condition", condition::missed),
    ("exclude.condition", condition::rewarded),
    ("exclude.condition", condition::beyond_the_line),
    ("exclude.condition", condition::worth),
    ("exclude.condition", condition::has_consequence),
    ("exclude.condition", condition::has_duty),
    ("exclude.condition", condition::thing_has_duty),
    // Which things are meant, not how many.
    ("exclude.condition", which::found_wrong),
    ("exclude.condition", which::banned),
    ("exclude.condition", which::late),
    ("exclude.condition", which::where_built),
    ("exclude.condition", which::kind_by_size),
    ("exclude.condition", which::classes),
    ("exclude.condition", which::worse),
    ("exclude.condition", which::ended),
    ("exclude.condition", which::owned),
    ("exclude.condition", size::of_the_last),
    ("exclude.condition", which::barred),
    ("exclude.condition", size::yearly_output),
    ("exclude.condition", size::plant),
    ("exclude.condition", size::capacity),
    ("exclude.condition", size::made_worth),
    ("exclude.condition", size::invested),
    ("exclude.condition", size::radius),
    ("exclude.condition", size::boiler),
    ("exclude.condition", which::below),
    ("exclude.condition", size::of_the_thing),
    ("exclude.condition", which::ended_at_once),
    ("exclude.condition", size::names_the_first),
    ("exclude.condition", which::bounded),
    // What is paid, lent or taken off.
    ("exclude.subsidy", paid::fine_by_share),
    ("exclude.subsidy", paid::allowed_price),
    ("exclude.subsidy", paid::enjoyed),
    ("exclude.subsidy", paid::lent_at_most),
    ("exclude.subsidy", paid::by_each),
    ("exclude.subsidy", paid::fine),
    ("exclude.subsidy", paid::given),
    ("exclude.subsidy", paid::free),
    ("exclude.subsidy", paid::taken_off),
    ("exclude.subsidy", paid::given_by_rate),
    ("exclude.subsidy", paid::by_standard),
    ("exclude.eligibility", eligibility::applied_for),
    ("exclude.rank", rank::grade),
    ("exclude.condition", condition::agreed),
    ("exclude.condition", condition::length_of_work),
    ("exclude.condition", size::of_the_work),
    ("exclude.score", score::marks),
    ("exclude.score", score::points),
    ("exclude.score", score::weight),
    ("exclude.score", score::weight_of_clause),
    // What is, what the plan itself is made of, and what it works with.
    ("exclude.status", status::status),
    ("exclude.status", status::no_more),
    ("exclude.status", status::raised_later),
    ("exclude.status", status::on_the_books),
    ("exclude.part-count", part::part_count),
    ("exclude.means", means::worked_with),
    // What only the words of the clause tell.
    ("exclude.subsidy", subsidy::rate_to_pay),
    (super::UNREAD, subsidy::sum_paid_out),
    (super::UNREAD, subsidy::cost_of_the_work),
    (super::UNREAD, subsidy::paid_at_least),
    ("exclude.subsidy", subsidy::subsidised),
    ("exclude.duration", duration::extended),
    ("exclude.eligibility", eligibility::terms),
    ("exclude.eligibility", eligibility::copies),
    ("exclude.duration", duration::voltage),
    (super::UNREAD, duration::answered_within),
    (super::UNREAD, duration::done_each_day),
    ("exclude.duration", duration::unbound),
    ("exclude.duration", duration::names_a_thing),
    ("exclude.article", article::article),
];

/// The id of the exclusion that applies.
pub(super) fn reason(q: &Quantity<'_>, s: &Surroundings<'_>) -> Option<&'static str> {
    let case = Case::of(q, s);
    EXCLUSIONS.iter().find(|(_, applies)| applies(&case)).map(|&(id, _)| id)
}

/// The last `max` bytes of a text, on a character boundary.
pub(super) fn tail(text: &str, max: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(max))..]
}
