//! What binds a number right in front of it, and the verb that stands there: `至少配备一名`, `水库除险加固20座`.
//!
//! Asked in this order: what binds; the verb between that and the number; the verb behind its object. `bare` is always the noun behind
//! the number.

use super::around::Around;
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::measure::{self, Binding};
use crate::target::{group, matter};
use std::borrow::Cow;

impl<'a> Around<'a, '_> {
    /// Takes what binds the number right in front of it, or farther off: `由12%提高到15%`.
    pub(super) fn binding(&mut self) {
        // `施工许可1个工作日办结`
        self.piece.binding.reaches |= self.q.unit == "个工作日" && self.right.starts_with("办结");
        self.told.finishes = self.left.trim() == "完成";
        let near = measure::binding(self.left);
        let link = self.part.link;
        let link = if link.is_empty() { Binding::default() } else { measure::binding(link) };
        self.piece.binding = near.or(self.piece.binding).or(link);
        self.left = &self.left[..near.start];
        self.on_average();
    }

    /// `代运邮件日均达3000件`: how often stands between what is done and what binds the number.
    fn on_average(&mut self) {
        const OFTEN: [(&str, &str); 2] = [("日均", "per_day"), ("月均", "per_month")];
        if !self.left.ends_with('均') || measure::is_rate_unit(&self.q.unit) {
            return;
        }
        let told = OFTEN.iter().find_map(|(word, often)| Some((self.left.strip_suffix(word)?, *often)));
        if let Some((what, often)) = told.filter(|(what, _)| matter::has_chars(what, 2)) {
            self.piece.repeats(often);
            self.left = what;
        }
    }

    /// Takes the verb in front of the number, and who or what else stands there where what is counted stands behind.
    pub(super) fn verb_in_front(&mut self, bare: Option<&'a str>) {
        let text = &self.reader.text[..self.q.start];
        self.told.nearly = bare.is_none() && self.left == "建成" && text.ends_with(super::stage::NEARLY);
        if !self.made(bare) && bare.is_some() && !self.set_up() {
            self.which_they_are();
        }
    }

    /// `至少配备一名`: the verb stands between the binding word and the number.
    fn made(&mut self, bare: Option<&'a str>) -> bool {
        let verb = CUES.make.suffix(self.left);
        let verb = verb.filter(|verb| {
            bare.is_some()
                || verb.len() == self.left.len()
                || for_those_so_large(&self.left[..self.left.len() - verb.len()])
        });
        let Some(verb) = verb else { return false };
        self.piece.verb_before = true;
        self.piece.makes = true;
        self.done_about(verb, bare);
        let rest = &self.left[..self.left.len() - verb.len()];
        // `至少结对帮扶2所`: verbs come in pairs.
        let first = CUES.make.suffix(rest).map(|first| &rest[..rest.len() - first.len()]);
        let rest = first.filter(|rest| measure::binding(rest).comparator.is_some()).unwrap_or(rest);
        let farther = measure::binding(rest);
        self.piece.binding = self.piece.binding.or(farther);
        self.left = &rest[..farther.start];
        let whole = matter::clean(matter::strip_lead(self.left).0);
        let subject = group::served(whole);
        self.piece.served = subject.len() < whole.len();
        let subject = each_inside(subject).unwrap_or(subject);
        // `依托医院组建1支队伍`: with whom is no group.
        if group::is_group(subject) && CUES.worked_with.prefix(subject).is_none() {
            self.piece.group = Some(Cow::Borrowed(subject));
            self.left = "";
        } else if bare.is_some() {
            self.left = "";
        } else if subject.is_empty() {
            self.told.alone = Some(verb);
        }
        true
    }

    /// `通报1次工作进展`: so often it is done, about what stands behind.
    fn done_about(&mut self, verb: &str, bare: Option<&str>) {
        let counted = matches!(&*self.q.unit, "次" | "轮" | "遍") && !CUES.train.is(verb);
        let deed = counted && (CUES.deed.is(verb) || CUES.answered.is(verb));
        if let Some(about) = bare.filter(|_| deed && self.piece.indicator.is_none()) {
            self.piece.indicator = Some(Cow::Owned([verb, about].concat()));
        }
    }

    /// `每2公里设1处卡口`, `每个村配2名协管员`
    fn set_up(&mut self) -> bool {
        let subject =
            self.left.strip_suffix(['设', '建', '配', '派']).map(|rest| (rest, matter::strip_lead(rest).0));
        let subject = subject.filter(|(rest, subject)| rest.is_empty() || group::is_group(subject));
        let Some((_, subject)) = subject else { return false };
        self.piece.verb_before = true;
        self.piece.makes = true;
        if !subject.is_empty() {
            self.piece.group.get_or_insert(Cow::Borrowed(subject));
        }
        self.left = "";
        true
    }

    /// `计划实施的20个项目`: which they are.
    fn which_they_are(&mut self) {
        if self.left.ends_with('的') {
            self.piece.makes |= matter::verb_in_front(self.left).is_some();
            self.left = "";
        }
    }

    /// `水库除险加固20座`: the deed is named behind its object.
    pub(super) fn verb_behind_object(&mut self, bare: Option<&'a str>) {
        const ADDED: [&str; 8] = ["新建改建", "改扩建", "新增", "净增", "新建", "新开", "新设", "完成"];
        const IDLE: [&str; 5] = ["力争", "累计", "争取", "努力", "预计"];
        let verb = || CUES.make.suffix(self.left);
        if bare.is_some()
            || self.piece.binding.reaches
            || !verb().is_some_and(|verb| verb.len() < self.left.len() && verb != "组织")
        {
            return;
        }
        self.piece.makes = true;
        // `供热面积新增50万平方米`: what is added is the object.
        let object = ADDED
            .iter()
            .find_map(|verb| self.left.strip_suffix(verb).filter(|_| *verb != "完成" || self.q.unit != "%"));
        if let Some(object) = object.filter(|object| matter::has_chars(object, 2)) {
            self.left = object;
        }
        // `投资力争完成18亿元`, `累计完成1800户`
        if let Some(word) = measure::idle_word(self.left).filter(|word| IDLE.contains(word)) {
            self.left = &self.left[..self.left.len() - word.len()];
        }
    }

    /// `营业场所应至少每半年组织一次演练`: 至少 in front of the time phrase binds what nothing else does.
    pub(super) fn least(&mut self) {
        if self.least {
            self.piece.binding.comparator.get_or_insert(Comparator::Ge);
        }
    }
}

/// Each of what stands in the houses named before it: 每班 of `幼儿园每班` in front of `配备2名教师`.
fn each_inside(subject: &str) -> Option<&str> {
    const LONGEST: usize = 5;
    let (house, each) = subject.split_at(subject.rfind('每').filter(|at| *at >= 6)?);
    ((2..=LONGEST).contains(&each.chars().count()) && group::is_group(house)).then_some(each)
}

/// `600人以上的学校至少配备2名`: each of those that are so large has so many of what is told elsewhere.
fn for_those_so_large(front: &str) -> bool {
    let binding = measure::binding(front);
    let whom = matter::clean(matter::strip_lead(&front[..binding.start]).0);
    binding.comparator.is_some()
        && ["以上的", "以下的"].iter().any(|bound| whom.contains(bound))
        && group::is_group(whom)
}

impl Binding {
    /// What words say with others that stand farther off, which begin where the nearer ones do: `由12%` **提高到不低于** `15%`.
    pub(super) fn or(self, farther: Binding) -> Binding {
        Binding {
            comparator: self.comparator.or(farther.comparator),
            reaches: self.reaches || farther.reaches,
            change: self.change.or(farther.change),
            improves: self.improves || farther.improves,
            sum: self.sum || farther.sum,
            start: self.start,
        }
    }
}
