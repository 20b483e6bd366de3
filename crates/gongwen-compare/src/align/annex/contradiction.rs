//! What a body and a row of its annex say differently (`data/contradictions.toml`).
//!
//! A row is nearly always shorter than what it repeats: what it leaves out is no contradiction. One is said only where
//! both speak of the same thing in the same clause and differ in a word that matters, or where one speaks of something
//! in the place of something else.

use super::clauses::{alike, clauses, sentences, shared};
use super::{Contradiction, ContradictionKind as Kind};
use crate::align::pair::{Order, Pair, Strength, TargetPair};
use crate::{Plan, TaskUnit};
use gongwen_record::{CharSpan, DivisionLevel, Id, Role};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    ranks: Vec<String>,
    addressees: Vec<String>,
    territories: Territories,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Territories {
    national: Vec<String>,
    province: Vec<String>,
    prefecture: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table: Table = toml::from_str(include_str!("../../../data/contradictions.toml"))
        .expect("data/contradictions.toml is well formed");
    let longest_first =
        |words: &mut Vec<String>| words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    longest_first(&mut table.ranks);
    longest_first(&mut table.addressees);
    table
});

/// Everything that the pairs of tasks and targets contradict each other in, in the order of the body.
pub(super) fn contradictions(plan: &Plan<'_>, tasks: &[Pair], targets: &[TargetPair]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for pair in tasks.iter().filter(|pair| pair.strength == Strength::Same) {
        let both = Both { plan, body: &plan.tasks[pair.a.index()], annex: &plan.tasks[pair.b.index()] };
        both.wording(&mut found);
        both.replaced(&mut found);
        both.targets(targets, &mut found);
        both.duty(&mut found);
        both.due(&mut found);
    }
    found
}

/// A task of the body and the row that repeats it.
struct Both<'p, 'r> {
    plan: &'p Plan<'r>,
    body: &'p TaskUnit<'r>,
    annex: &'p TaskUnit<'r>,
}

impl<'p, 'r> Both<'p, 'r> {
    fn say(&self, kind: Kind, body: &str, annex: &str) -> Contradiction {
        Contradiction {
            kind,
            body: self.body.task.id,
            annex: self.annex.task.id,
            body_quote: body.to_owned(),
            body_span: self.place(self.body, body),
            annex_quote: annex.to_owned(),
            annex_span: self.place(self.annex, annex),
        }
    }

    fn place(&self, unit: &TaskUnit<'_>, quote: &str) -> Option<CharSpan> {
        let words = self.plan.words(unit.task.span);
        let at = words.find(quote).filter(|_| !quote.is_empty())?;
        let start = unit.task.span.start + words[..at].chars().count() as u32;
        Some(CharSpan { start, end: start + quote.chars().count() as u32 })
    }

    fn words(unit: &'p TaskUnit<'r>) -> Vec<&'p str> {
        let mut words: Vec<&str> = unit.task.title.as_deref().into_iter().collect();
        words.extend(clauses(&unit.task.text));
        words
    }

    /// Words that matter in clauses that are otherwise alike.
    fn wording(&self, found: &mut Vec<Contradiction>) {
        let (body, annex) = (Self::words(self.body), Self::words(self.annex));
        let mut said: BTreeSet<Kind> = BTreeSet::new();
        let mut once = |kind, a: &str, b: &str, found: &mut Vec<Contradiction>| {
            // One of a kind a pair: a title and its sentence repeat the same word.
            if said.insert(kind) {
                found.push(self.say(kind, a, b));
            }
        };
        let pairs = alike(&body, &annex);
        // The titles belong together also when the row repeats the other wording in its text.
        let title = |unit: &'p TaskUnit<'r>| unit.task.title.as_deref();
        let titles = title(self.body).zip(title(self.annex));
        let all = titles.into_iter().chain(pairs.iter().map(|(i, j)| (body[*i], annex[*j])));
        for (a, b) in all.filter(|(a, b)| a != b) {
            let (ranks_a, ranks_b) = (read(a, &TABLE.ranks), read(b, &TABLE.ranks));
            if !ranks_a.is_empty() && !ranks_b.is_empty() && ranks_a != ranks_b {
                once(Kind::Level, a, b, found);
            }
            let (people_a, people_b) = (read(a, &TABLE.addressees), read(b, &TABLE.addressees));
            if others(&people_a, &people_b) {
                once(Kind::Addressee, a, b, found);
            }
            if widened(a, b) {
                once(Kind::Widened, a, b, found);
            }
        }
        let wider = self.wider();
        let foreign = |words: &[&str]| -> BTreeSet<&'static str> {
            wider.iter().copied().filter(|word| words.iter().any(|clause| clause.contains(word))).collect()
        };
        let (of_body, of_annex) = (foreign(&body), foreign(&annex));
        for word in of_body.symmetric_difference(&of_annex) {
            let holds = |words: &[&'p str]| words.iter().copied().find(|clause| clause.contains(word));
            let (a, b) = (holds(&body), holds(&annex));
            let a = a.or_else(|| pairs.iter().find(|(_, j)| Some(annex[*j]) == b).map(|(i, _)| body[*i]));
            let b = b.or_else(|| pairs.iter().find(|(i, _)| Some(body[*i]) == a).map(|(_, j)| annex[*j]));
            once(Kind::Territory, a.unwrap_or_default(), b.unwrap_or_default(), found);
        }
    }

    /// Words for divisions wider than the plan's own; none when that is unknown.
    fn wider(&self) -> Vec<&'static str> {
        let Some(division) = &self.plan.record.metadata.division else { return Vec::new() };
        let all = &TABLE.territories;
        let lists: &[&'static Vec<String>] = match division.level {
            DivisionLevel::Province => &[&all.national],
            DivisionLevel::Prefecture => &[&all.national, &all.province],
            DivisionLevel::County => &[&all.national, &all.province, &all.prefecture],
        };
        lists.iter().flat_map(|list| list.iter()).map(String::as_str).collect()
    }

    /// Sentences of both that stand between the same neighbours and share nothing.
    fn replaced(&self, found: &mut Vec<Contradiction>) {
        let (body, annex) = (sentences(&self.body.task.text), sentences(&self.annex.task.text));
        let mut kept: Vec<(usize, usize)> = Vec::new();
        for (i, sentence) in body.iter().enumerate() {
            let from = kept.last().map_or(0, |(_, j)| j + 1);
            if let Some(j) = (from..annex.len()).find(|j| shared(sentence, annex[*j]) >= KEPT) {
                kept.push((i, j));
            }
        }
        for pair in kept.windows(2) {
            let (a, b) = (pair[0].0 + 1..pair[1].0, pair[0].1 + 1..pair[1].1);
            if a.len() == 1 && b.len() == 1 {
                let (a, b) = (body[a.start], annex[b.start]);
                let elsewhere = annex.iter().any(|other| shared(a, other) >= MET)
                    || body.iter().any(|other| shared(b, other) >= MET);
                if !elsewhere {
                    found.push(self.say(Kind::Measure, a, b));
                }
            }
        }
    }

    fn targets(&self, targets: &[TargetPair], found: &mut Vec<Contradiction>) {
        let of = |unit: &TaskUnit<'_>| -> Vec<Id> {
            let index = unit.task.id.index();
            self.plan.targets.iter().filter(|t| t.task == Some(index)).map(|t| t.target.id).collect()
        };
        let quote = |id: Id| &*self.plan.targets[id.index()].target.quote;
        for id in of(self.body) {
            match targets.iter().find(|pair| pair.a == id) {
                Some(pair) if pair.order != Order::Equal => {
                    found.push(self.say(Kind::TargetValue, quote(id), quote(pair.b)));
                }
                Some(_) => {}
                None => found.push(self.say(Kind::TargetMissing, quote(id), "")),
            }
        }
        for id in of(self.annex).into_iter().filter(|id| targets.iter().all(|pair| pair.b != *id)) {
            found.push(self.say(Kind::TargetMissing, "", quote(id)));
        }
    }

    fn duty(&self, found: &mut Vec<Contradiction>) {
        let leads = |unit: &TaskUnit<'_>| -> BTreeSet<&str> {
            let all = self.plan.record.assignments.iter();
            let own = all.filter(|a| a.scope == Some(unit.task.id) && a.role == Role::Lead);
            own.map(|a| &*a.org.name).collect()
        };
        let (body, annex) = (leads(self.body), leads(self.annex));
        if !body.is_empty() && !annex.is_empty() && body != annex {
            let list = |orgs: BTreeSet<&str>| orgs.into_iter().collect::<Vec<_>>().join("、");
            found.push(self.say(Kind::Duty, &list(body), &list(annex)));
        }
    }

    fn due(&self, found: &mut Vec<Contradiction>) {
        let (Some(body), Some(annex)) = (&self.body.task.due, &self.annex.task.due) else { return };
        if (&body.by, &body.every) != (&annex.by, &annex.every) {
            found.push(self.say(Kind::Due, &body.raw, &annex.raw));
        }
    }
}

/// Share of a sentence that stands in another from which on it was kept.
const KEPT: f64 = 0.6;

/// Share from which on something of it stands there.
const MET: f64 = 0.34;

/// The words of a list that a clause holds, longer ones first, none inside another.
fn read(clause: &str, list: &'static [String]) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    let mut rest = clause;
    while let Some(c) = rest.chars().next() {
        let met = list.iter().find(|word| rest.starts_with(word.as_str()));
        found.extend(met.map(String::as_str));
        rest = &rest[met.map_or(c.len_utf8(), String::len)..];
    }
    found
}

/// Whether each addresses somebody whom the other does not: a list that only goes on addresses more people, not others.
fn others(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    a.difference(b).count() > 0 && b.difference(a).count() > 0
}

/// Whether `b` is `a` with more members in its list (`、`): every member of `a`'s list stands in it, and one more.
fn widened(a: &str, b: &str) -> bool {
    let members = |clause: &str| clause.split('、').map(str::to_owned).collect::<Vec<_>>();
    let (short, long) = (members(a), members(b));
    if long.len() < 3 || long.len() <= short.len() || short.len() < 2 {
        return false;
    }
    // The first member carries the verb, the last what follows the list: their inner ends are compared.
    let kept = |member: &String, at: usize| match at {
        0 => long.iter().any(|other| tail(other, 3) == tail(member, 3)),
        _ if at + 1 == short.len() => long.iter().any(|other| head(other, 3) == head(member, 3)),
        _ => long.contains(member),
    };
    short.iter().enumerate().all(|(at, member)| kept(member, at))
}

fn head(text: &str, count: usize) -> String {
    text.chars().take(count).collect()
}

fn tail(text: &str, count: usize) -> String {
    text.chars().skip(text.chars().count().saturating_sub(count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_widened(body: &str, annex: &str, expect: bool) {
        assert_eq!(widened(body, annex), expect, "{body} / {annex}");
    }

    #[test]
    fn a_longer_list_in_the_same_clause() {
        check_widened("打造一批示范村、示范户", "打造一批示范镇、示范村、示范户", true);
        check_widened(
            "举办书画展、诗词大会、读书节等活动",
            "举办书画展、诗词大会、朗诵会、读书节等活动",
            true,
        );
        check_widened("打造一批示范镇、示范村、示范户", "打造一批示范村、示范户", false);
        check_widened("打造一批示范村", "打造一批示范村、示范户", false);
        check_widened("新建水库、泵站", "修缮校舍、食堂、操场", false);
    }

    fn check_people(body: &str, annex: &str, expect: bool) {
        let (body, annex) = (read(body, &TABLE.addressees), read(annex, &TABLE.addressees));
        assert_eq!(others(&body, &annex), expect, "{body:?} / {annex:?}");
    }

    #[test]
    fn others_are_addressed_only_where_both_name_somebody() {
        check_people("开展农民技能培训", "开展农牧民技能培训", true);
        check_people("服务老年人", "服务老年人、残疾人", false);
        check_people("开展技能培训", "开展农民技能培训", false);
        // 农民工 is read whole: it holds no 农民.
        check_people("维护农民工权益", "维护农民工权益", false);
    }
}
