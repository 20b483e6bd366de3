//! What each head has of a sum: `科普经费按全市常住人口人均3元标准`, `按妇女儿童人均2元安排工作经费`, `科普经费每年每人不低于1.5元`.
//!
//! Owns whose heads they are, how often, and which sum is meant: in front of those counted, behind the number or in an earlier clause.
//! Does not own sums set aside for so many of something else.

use super::{AVERAGES, is_sum, last_sum, told_before, told_behind};
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::sentence::Reader;
use crate::target::sentence::piece::Piece;
use crate::target::{group, matter, measure};
use std::borrow::Cow;

/// The words in front of a number that tell what each head has.
struct Heads<'t> {
    /// 人均, 户均 or 生均.
    average: &'static str,
    /// The sum, where it is named there.
    own: &'t str,
    /// Whose heads.
    whom: &'t str,
    /// So much a year.
    yearly: bool,
    /// What binds the number in front of them.
    bound: Option<Comparator>,
}

impl<'t> Heads<'t> {
    /// The words of `object`, which ends with the average.
    fn of(object: &'t str) -> Option<Self> {
        let (head, average) = AVERAGES.iter().find_map(|word| Some((object.strip_suffix(word)?, *word)))?;
        let year = head.strip_suffix("每年").or_else(|| head.strip_suffix('年'));
        let head = year.unwrap_or(head);
        let bound = measure::binding(head);
        let by = ["按照", "按"].iter().find_map(|by| head.rsplit_once(by));
        // `科普经费达到常住人口人均1.5元`
        let reached = || {
            let people = head.ends_with("人口");
            ["达到", "不低于", "不少于"].iter().find_map(|by| head.rsplit_once(by)).filter(|_| people)
        };
        let (own, whom) = by.or_else(reached).unwrap_or((&head[..bound.start], ""));
        // `按不低于人均2元的标准`, `以不低于人均3元的标准`
        let whom = &whom[..measure::binding(whom).start];
        // `科普经费按常住人口计算人均达到2元`
        let whom = whom.strip_suffix("计算").unwrap_or(whom);
        Some(Heads {
            average,
            own: own_sum(own),
            whom: matter::strip_lead(whom).0,
            yearly: year.is_some(),
            bound: bound.comparator,
        })
    }

    /// Whether those are told of whom there may be a head, everybody included.
    fn are_told(&self) -> bool {
        self.whom.is_empty() || self.is_everybody() || group::is_group(self.whom)
    }

    /// All who live there: no group.
    fn is_everybody(&self) -> bool {
        self.whom.ends_with("人口")
    }
}

impl<'a> Piece<'a> {
    /// Names what each head has of a sum, by an average in front of the number. Whether it did.
    pub(super) fn per_head(&mut self, reader: &Reader<'a, '_>, object: &'a str, q: &Quantity<'a>) -> bool {
        if !CUES.money_unit.is(&q.unit) || self.binding.change.is_some() {
            return false;
        }
        if let Some((average, funds)) = each_year(object) {
            self.repeats("per_year");
            return self.has_each(average, funds);
        }
        let Some(heads) = Heads::of(object).filter(Heads::are_told) else { return false };
        let (before, behind) = around(reader, q);
        let funds = match heads.own {
            "" => told_behind(behind).or_else(|| last_sum(before)),
            own => Some(own).filter(|own| is_sum(own)),
        };
        let Some(funds) = funds else { return false };
        self.binding.comparator = self.binding.comparator.or(heads.bound);
        if heads.yearly || yearly_behind(before, heads.average) {
            self.time.get_or_insert_default().frequency.get_or_insert("per_year");
        }
        if !heads.whom.is_empty() && !heads.is_everybody() {
            self.group.get_or_insert(Cow::Borrowed(heads.whom));
        }
        self.has_each(heads.average, funds)
    }

    /// Names what everybody has of a sum that is told per person: `科普经费列入预算，每年每人不低于1.5元`. Whether it did. What is
    /// paid to persons is no such sum.
    pub(in crate::target::sentence) fn of_each_head(
        &mut self,
        reader: &Reader<'a, '_>,
        object: &str,
        q: &Quantity<'a>,
    ) -> bool {
        const PAID: [&str; 7] = ["补助", "补贴", "奖", "救助", "生活", "慰问", "保障"];
        // `县财政按常住人口每人每年2元安排`: who pays and those counted may stand in front of them.
        let each = || {
            own_sum(without_everybody(self.group.as_deref()?.strip_suffix("每人")?)).is_empty().then_some(())
        };
        if each().is_none() || !CUES.money_unit.is(&q.unit) || self.binding.change.is_some() {
            return false;
        }
        let own = own_sum(object);
        let (before, behind) = around(reader, q);
        let funds = match own {
            "" => told_behind(behind).or_else(|| told_before(before)).or_else(|| last_sum(before)),
            own => last_sum(before).filter(|sum| *sum == own),
        };
        let Some(funds) = funds.filter(|sum| sum.ends_with("经费")) else { return false };
        if PAID.iter().any(|paid| funds.contains(paid)) {
            return false;
        }
        self.group = None;
        self.has_each("人均", funds)
    }

    /// Names the sum, which is reached.
    fn has_each(&mut self, average: &str, funds: &str) -> bool {
        self.binding.reaches = true;
        self.indicator = Some(Cow::Owned([average, funds].concat()));
        true
    }
}

/// What each head has of a sum in a year: 人均 and 科普经费 of `年人均科普经费`. `年人均可支配收入` is the name of a figure.
fn each_year(object: &str) -> Option<(&'static str, &str)> {
    let head = object.strip_prefix("每年").or_else(|| object.strip_prefix('年'))?;
    let (average, funds) = AVERAGES.iter().find_map(|word| Some((*word, head.strip_prefix(word)?)))?;
    is_sum(funds).then_some((average, funds))
}

/// The words of the sentence in front of a number, and from it on.
fn around<'t>(reader: &Reader<'t, '_>, q: &Quantity<'_>) -> (&'t str, &'t str) {
    let from = reader.sentence.from().min(q.start);
    let to = reader.sentence.to().max(q.end).min(reader.text.len());
    (&reader.text[from..q.start], &reader.text[q.start..to])
}

/// The sum in front of the measure; nothing where only those stand there who pay: `县财政按人均3元`.
fn own_sum(words: &str) -> &str {
    let words = words.trim_end_matches('照').trim_end_matches(['按', '以']);
    let own = matter::clean(matter::strip_lead(words).0);
    if own.ends_with("财政") || own.ends_with(['府', '局']) { "" } else { own }
}

/// What stands in front of everybody who lives there: `县财政` of `县财政按照常住人口`.
fn without_everybody(words: &str) -> &str {
    let people =
        ["常住人口", "户籍人口", "总人口", "人口"].iter().find_map(|people| words.strip_suffix(people));
    people.map_or(words, |rest| {
        ["全县", "全市", "全区", "全旗"].iter().find_map(|all| rest.strip_suffix(all)).unwrap_or(rest)
    })
}

/// `人均每年不少于80元`
fn yearly_behind(before: &str, average: &str) -> bool {
    let words = before.rfind(average).map_or("", |at| &before[at + average.len()..]);
    words.contains("每年")
}
