//! The cue lists of targets.

use crate::wordlist::WordList;
use std::sync::LazyLock;

/// All lists, built at first use.
#[derive(Debug)]
pub(super) struct Cues {
    pub(super) unit: WordList,
    pub(super) han_unit: WordList,
    pub(super) event_unit: WordList,
    pub(super) duration_unit: WordList,
    pub(super) money_unit: WordList,
    pub(super) size_unit: WordList,
    pub(super) deed: WordList,
    /// What is done over and over to keep a place in order.
    pub(super) routine: WordList,
    pub(super) whole_life: WordList,
    /// Times for which something is kept up.
    pub(super) term: WordList,
    /// What a plan works with or around.
    pub(super) worked_with: WordList,
    pub(super) suffix_ge: WordList,
    pub(super) suffix_le: WordList,
    pub(super) suffix_approx: WordList,
    pub(super) prefix_ge: WordList,
    pub(super) prefix_le: WordList,
    /// What bounds a number from above with a verb between.
    pub(super) at_most: WordList,
    pub(super) prefix_gt: WordList,
    pub(super) prefix_lt: WordList,
    /// What turns a bound behind it round.
    pub(super) not: WordList,
    pub(super) make: WordList,
    pub(super) train: WordList,
    /// What 年 or 日均 in front tells how often of.
    pub(super) yearly: WordList,
    /// What stands between the members of a list and the figure that all have.
    pub(super) figure_word: WordList,
    /// Such words that may end a member as well.
    pub(super) figure_thing: WordList,
    /// Ends of the names of figures that share no figure with others.
    pub(super) whole_figure: WordList,
    /// What stands in front of a list and holds for all its members.
    pub(super) shared_head: WordList,
    /// Verbs that make what is counted behind them, however its number is bounded.
    pub(super) counted_verb: WordList,
    pub(super) lead: WordList,
    pub(super) aim: WordList,
    pub(super) part_noun: WordList,
    pub(super) status: WordList,
    /// What is emitted or measured in air and water.
    pub(super) pollutant: WordList,
    pub(super) subsidy: WordList,
    /// Papers and numbers that applicants show or are given.
    pub(super) papers: WordList,
    /// Those who apply.
    pub(super) applicant: WordList,
    /// What they do.
    pub(super) choosing: WordList,
    /// What 一次 and 二次 in front say the order of.
    pub(super) ordered: WordList,
    pub(super) left_over: WordList,
    /// What says that a thing is done.
    pub(super) done: WordList,
    pub(super) closed: WordList,
    pub(super) undone: WordList,
    pub(super) eligibility: WordList,
    /// Titles of what says which events belong to a class.
    pub(super) grading: WordList,
    /// Grades in front of what is graded, and ends of its names.
    pub(super) grade: WordList,
    pub(super) graded: WordList,
    /// What says that something was found wrong, and what goes over to what is done about it.
    pub(super) fault: WordList,
    pub(super) mended: WordList,
    /// What says that a number is no more than that today.
    pub(super) no_more: WordList,
    /// What asks a condition of those who are paid.
    pub(super) required: WordList,
    /// What there shall be no more of.
    pub(super) ended: WordList,
    /// What follows for those who have reached a figure, or have not.
    pub(super) consequence: WordList,
    pub(super) group_noun: WordList,
    /// Words that begin as one of those does and go on behind it.
    pub(super) group_whole: WordList,
    /// Ends of names of kinds of things that a figure is told of.
    pub(super) class_noun: WordList,
    /// Who or what is looked after so often.
    pub(super) visited: WordList,
    pub(super) predicate: WordList,
    pub(super) ladders: [WordList; 7],
    pub(super) cut: WordList,
    pub(super) adjust: WordList,
    /// Keys of cards that say where, and how large a work is.
    pub(super) where_key: WordList,
    pub(super) scale_key: WordList,
    /// … and what it costs.
    pub(super) cost_key: WordList,
    /// What a key of its size measures of a work.
    pub(super) scale: WordList,
    pub(super) level_noun: WordList,
    /// Ends of the names of shares.
    pub(super) share_noun: WordList,
    /// What says that a sentence tells of what shall be.
    pub(super) forward: WordList,
    /// How far two things lie apart.
    pub(super) gap: WordList,
    /// Verbs whose object is held so many times.
    pub(super) edition_verb: WordList,
    /// Bodies and sessions of which 届 tells which.
    pub(super) edition_of: WordList,
    /// Ends of times that no calendar tells.
    pub(super) season: WordList,
    /// Places where so much of a deed is done.
    pub(super) place: WordList,
    /// Ends of names of places that works are done in.
    pub(super) region: WordList,
    /// What works do, beside making.
    pub(super) works: WordList,
    /// What is done with a thing within a time.
    pub(super) answered: WordList,
    /// What charges somebody with a deed.
    pub(super) charge: WordList,
    /// What says that somebody else's deed is helped.
    pub(super) assists: WordList,
    /// Words of a state that begin with 在, and longer ones in which it leads in a place.
    pub(super) in_state: WordList,
    pub(super) in_place: WordList,
    /// Changes in front of what changes, and how.
    pub(super) change_fall: WordList,
    pub(super) change_rise: WordList,
    pub(super) change_how: WordList,
    /// What there shall be less of, where one character says so.
    pub(super) cut_thing: WordList,
    /// Verbs between who makes a thing and the thing.
    pub(super) founds: WordList,
    /// What is done by a standard beside making.
    pub(super) sets_aside: WordList,
    /// Ends of what is carried out, not made.
    pub(super) no_thing: WordList,
    /// Ends of what has a capacity, and what is done there.
    pub(super) plant: WordList,
    pub(super) plant_deed: WordList,
    /// Nouns that 帮扶 in front of them names.
    pub(super) helped: WordList,
    /// Ends of names of stocks.
    pub(super) stock: WordList,
}

impl Cues {
    /// Quarters and halves of a year.
    pub(super) fn quarter(&self) -> &WordList {
        &self.ladders[QUARTER]
    }
}

/// Which of the ladders is that of quarters.
const QUARTER: usize = 5;

/// The lists.
pub(super) static CUES: LazyLock<Cues> = LazyLock::new(|| Cues {
    forward: WordList::list("target_forward"),
    share_noun: WordList::list("target_share_noun"),
    grading: WordList::list("target_grading"),
    grade: WordList::list("target_grade"),
    graded: WordList::list("target_graded"),
    fault: WordList::list("target_fault"),
    mended: WordList::list("target_mended"),
    gap: WordList::list("target_gap"),
    edition_verb: WordList::list("target_edition_verb"),
    edition_of: WordList::list("target_edition_of"),
    season: WordList::list("target_season"),
    place: WordList::list("target_where"),
    region: WordList::list("target_region"),
    works: WordList::list("target_works"),
    answered: WordList::list("target_answered"),
    charge: WordList::list("target_charge"),
    assists: WordList::list("target_assists"),
    in_state: WordList::list("target_in_state"),
    in_place: WordList::list("target_in_place"),
    change_fall: WordList::list("target_change_fall"),
    change_rise: WordList::list("target_change_rise"),
    change_how: WordList::list("target_change_how"),
    cut_thing: WordList::list("target_cut_thing"),
    founds: WordList::list("target_founds"),
    sets_aside: WordList::list("target_sets_aside"),
    no_thing: WordList::list("target_no_thing"),
    plant: WordList::list("target_plant"),
    plant_deed: WordList::list("target_plant_deed"),
    helped: WordList::list("target_helped"),
    stock: WordList::list("target_stock"),
    unit: WordList::list("target_unit"),
    han_unit: WordList::list("target_han_unit"),
    event_unit: WordList::list("target_event_unit"),
    duration_unit: WordList::list("target_duration_unit"),
    money_unit: WordList::list("target_money_unit"),
    size_unit: WordList::list("target_size_unit"),
    deed: WordList::list("target_deed"),
    routine: WordList::list("target_routine"),
    whole_life: WordList::list("target_whole_life"),
    term: WordList::list("target_term"),
    worked_with: WordList::list("target_worked_with"),
    suffix_ge: WordList::list("target_suffix_ge"),
    suffix_le: WordList::list("target_suffix_le"),
    suffix_approx: WordList::list("target_suffix_approx"),
    prefix_ge: WordList::list("target_prefix_ge"),
    prefix_le: WordList::list("target_prefix_le"),
    at_most: WordList::list("target_at_most"),
    prefix_gt: WordList::list("target_prefix_gt"),
    prefix_lt: WordList::list("target_prefix_lt"),
    not: WordList::list("target_not"),
    make: WordList::list("target_make"),
    train: WordList::list("target_train"),
    yearly: WordList::list("target_yearly"),
    figure_word: WordList::list("target_figure_word"),
    figure_thing: WordList::list("target_figure_thing"),
    whole_figure: WordList::list("target_whole_figure"),
    shared_head: WordList::list("target_shared_head"),
    counted_verb: WordList::list("target_counted_verb"),
    lead: WordList::list("target_lead"),
    aim: WordList::list("target_aim"),
    part_noun: WordList::list("target_part_noun"),
    status: WordList::list("target_status"),
    pollutant: WordList::list("target_pollutant"),
    subsidy: WordList::list("target_subsidy"),
    papers: WordList::list("target_papers"),
    applicant: WordList::list("target_applicant"),
    choosing: WordList::list("target_choosing"),
    ordered: WordList::list("target_ordered"),
    done: WordList::list("target_done"),
    closed: WordList::list("target_closed"),
    left_over: WordList::list("target_left_over"),
    undone: WordList::list("target_undone"),
    eligibility: WordList::list("target_eligibility"),
    no_more: WordList::list("target_no_more"),
    required: WordList::list("target_required"),
    ended: WordList::list("target_ended"),
    consequence: WordList::list("target_consequence"),
    group_noun: WordList::list("target_group_noun"),
    group_whole: WordList::list("target_group_whole"),
    class_noun: WordList::list("target_class_noun"),
    visited: WordList::list("target_visited"),
    predicate: WordList::list("target_predicate"),
    ladders: [
        "target_rung_school",
        "target_rung_place",
        "target_rung_rank",
        "target_rung_grade",
        "target_rung_road",
        "target_rung_quarter",
        "target_rung_people",
    ]
    .map(WordList::list),
    cut: WordList::list("target_cut"),
    adjust: WordList::list("target_adjust"),
    where_key: WordList::list("target_where_key"),
    scale_key: WordList::list("target_scale_key"),
    cost_key: WordList::list("target_cost_key"),
    scale: WordList::list("target_scale"),
    level_noun: WordList::list("target_level_noun"),
});
