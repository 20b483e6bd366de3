//! From two plans to an alignment.

use super::features::{Likeness, likeness};
use super::model::{PAIR, SAME, Standing, VERBATIM, score};
use super::pair::{Alignment, Pair, Reason, Relation, Strength, TargetPair, round};
use super::sections::pair_sections;
use super::targets::{pair_targets, same_target};
use super::words::Words;
use crate::{Plan, SectionRole, TaskUnit};
use gongwen_record::Id;

/// Aligns two plans: sections, tasks and targets that are the same commitment.
///
/// The result is the same whatever else is compared, and that of `align(b, a)` is its mirror image. Time grows with the
/// product of the numbers of tasks; two plans of forty tasks take some milliseconds.
pub fn align(a: &Plan<'_>, b: &Plan<'_>) -> Alignment {
    let relation = relation(a, b);
    if relation == Relation::Same && same_units(a, b) {
        return identity(a);
    }
    let (left, right) = (Side::of(a, true), Side::of(b, true));
    let mut tasks = pair_tasks(&left, &right);
    let sections = pair_sections(a, b, &tasks);
    for pair in &mut tasks {
        let above =
            |plan: &Plan<'_>, id: Id| plan.tasks[id.index()].action.map(|at| plan.sections[at].section.id);
        let above = above(a, pair.a).zip(above(b, pair.b));
        pair.reason.sections_paired = above.is_some_and(|ids| sections.iter().any(|s| (s.a, s.b) == ids));
    }
    let targets = pair_targets((a, &left.targets()), (b, &right.targets()), &tasks);
    Alignment { relation, sections, tasks, targets }
}

/// Pairs of a plan's body with its own annex.
pub(super) fn within(plan: &Plan<'_>) -> (Vec<Pair>, Vec<TargetPair>) {
    let (body, annex) = (Side::of(plan, true), Side::of(plan, false));
    let tasks = pair_tasks(&body, &annex);
    let targets = pair_targets((plan, &body.targets()), (plan, &annex.targets()), &tasks);
    (tasks, targets)
}

fn relation(a: &Plan<'_>, b: &Plan<'_>) -> Relation {
    if a.record.doc_id == b.record.doc_id {
        return Relation::Same;
    }
    let (a, b) = (&a.record.metadata, &b.record.metadata);
    let one = a.title.is_some() && a.title == b.title && a.division == b.division;
    if one { Relation::Versions } else { Relation::Peers }
}

/// Whether two records of one text were made by rules that found the same units.
fn same_units(a: &Plan<'_>, b: &Plan<'_>) -> bool {
    let (a, b) = (a.record, b.record);
    a.sections == b.sections && a.tasks == b.tasks && a.targets == b.targets
}

/// Every unit with itself.
fn identity(plan: &Plan<'_>) -> Alignment {
    let pair = |id: Id, codes: Vec<String>, sections_paired: bool| {
        let reason =
            Reason { topics: codes, title: None, words: 1.0, instruments: Vec::new(), sections_paired };
        Pair { a: id, b: id, score: 1.0, strength: Strength::Same, reason }
    };
    let actions = plan.sections.iter().filter(|unit| unit.role == SectionRole::Action);
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    let tasks = plan.tasks.iter().filter(|unit| unit.own);
    let of_task = |unit: &TaskUnit<'_>| pair(unit.task.id, topics(unit, unit), unit.action.is_some());
    let targets = plan.targets.iter().filter(|unit| unit.own);
    Alignment {
        relation: Relation::Same,
        sections: actions.map(|unit| pair(unit.section.id, codes(&unit.topics), false)).collect(),
        tasks: tasks.map(of_task).collect(),
        targets: targets.map(|unit| same_target(unit.target)).collect(),
    }
}

/// One plan's share in a comparison: its own tasks, or those of its annex.
struct Side<'p, 'r> {
    plan: &'p Plan<'r>,
    own: bool,
    tasks: Vec<&'p TaskUnit<'r>>,
}

impl<'p, 'r> Side<'p, 'r> {
    fn of(plan: &'p Plan<'r>, own: bool) -> Self {
        Self { plan, own, tasks: plan.tasks.iter().filter(|unit| unit.own == own).collect() }
    }

    fn words(&self) -> Vec<Words> {
        let words =
            |unit: &&TaskUnit<'_>| Words::of(unit.task.title.as_deref().unwrap_or_default(), &unit.task.text);
        self.tasks.iter().map(words).collect()
    }

    fn targets(&self) -> Vec<usize> {
        (0..self.plan.targets.len()).filter(|at| self.plan.targets[*at].own == self.own).collect()
    }
}

fn pair_tasks(a: &Side<'_, '_>, b: &Side<'_, '_>) -> Vec<Pair> {
    let (left, right) = (a.words(), b.words());
    let like = likeness(&left, &right);
    let words = Best::of(&like, |like| like.words);
    let phrases = Best::of(&like, |like| like.phrases);
    let title = Best::of(&like, |like| like.title);
    let kinship = Best::of(&like, |like| like.clauses).kinship();
    let mut scores: Vec<Vec<f64>> = Vec::with_capacity(like.len());
    for (i, row) in like.iter().enumerate() {
        let cell = |(j, like): (usize, &Likeness)| {
            let standing = Standing {
                words: words.standing(i, j, like.words),
                phrases: phrases.standing(i, j, like.phrases),
                title: title.standing(i, j, like.title),
            };
            score(like, standing, !topics(a.tasks[i], b.tasks[j]).is_empty(), kinship)
        };
        scores.push(row.iter().enumerate().map(cell).collect());
    }
    let best = Best::of(&scores, |score| *score);
    let mut pairs = Vec::new();
    for (i, row) in scores.iter().enumerate() {
        for (j, &score) in row.iter().enumerate() {
            let mutual = score >= best.rows[i] && score >= best.columns[j];
            let met =
                like[i][j].words < VERBATIM && (words.rows[i] >= VERBATIM || words.columns[j] >= VERBATIM);
            if score < PAIR || (met && !mutual) {
                continue;
            }
            let strength = if mutual && score >= SAME { Strength::Same } else { Strength::Overlap };
            let titled = !left[i].title.is_empty() && !right[j].title.is_empty();
            let reason = Reason {
                topics: topics(a.tasks[i], b.tasks[j]),
                title: titled.then(|| round(like[i][j].title)),
                words: round(like[i][j].words),
                instruments: shared(&left[i].instruments, &right[j].instruments),
                sections_paired: false,
            };
            pairs.push(Pair {
                a: a.tasks[i].task.id,
                b: b.tasks[j].task.id,
                score: round(score),
                strength,
                reason,
            });
        }
    }
    pairs
}

fn topics(a: &TaskUnit<'_>, b: &TaskUnit<'_>) -> Vec<String> {
    let shared = a.task.topics.iter().filter(|code| b.task.topics.contains(code));
    let mut shared: Vec<String> = shared.map(|code| code.clone().into_owned()).collect();
    shared.sort_unstable();
    shared
}

fn shared(a: &[String], b: &[String]) -> Vec<String> {
    a.iter().filter(|name| b.contains(name)).cloned().collect()
}

/// The greatest value of every row and column.
struct Best {
    rows: Vec<f64>,
    columns: Vec<f64>,
}

impl Best {
    fn of<T>(table: &[Vec<T>], value: impl Fn(&T) -> f64) -> Self {
        let mut best = Self { rows: Vec::new(), columns: vec![0.0; table.first().map_or(0, Vec::len)] };
        for row in table {
            let mut most = 0.0_f64;
            for (cell, column) in row.iter().zip(&mut best.columns) {
                most = most.max(value(cell));
                *column = column.max(value(cell));
            }
            best.rows.push(most);
        }
        best
    }

    /// The mean of the rows' greatest or of the columns', whichever is more: a small plan may lie in a large one.
    fn kinship(&self) -> f64 {
        let mean = |most: &[f64]| most.iter().sum::<f64>() / most.len().max(1) as f64;
        mean(&self.rows).max(mean(&self.columns))
    }

    /// Mean of the shares that a value is of the greatest of its row and of its column.
    fn standing(&self, row: usize, column: usize, value: f64) -> f64 {
        let share = |most: f64| if most > 0.0 { value / most } else { 0.0 };
        f64::midpoint(share(self.rows[row]), share(self.columns[column]))
    }
}
