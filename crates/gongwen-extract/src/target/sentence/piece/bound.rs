//! What binds a number from farther in front, and what stands between the two: what a share is of, whom the number is taken per, the
//! verb of what is so many at least or at most.
//!
//! Asked in this order: whether it grows by so much, before any time is taken; what a share is of; over whom; so many at most; so many at least; per whom, of
//! which kind. Does not own what binds right in front of the number (`verb`).

use super::around::Around;
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::measure;
use crate::target::{group, matter};
use crate::wordlist::CharSet;
use std::borrow::Cow;

/// What tells that a number may be bounded from above with a verb between.
static MOST: CharSet = CharSet::of(&['多', '只', '仅']);

impl Around<'_, '_> {
    /// Takes what a share is of, and what binds it in front of that.
    pub(super) fn share_of(&mut self) {
        self.reached_share();
        self.bounded_share();
        self.share_by_standard();
    }

    /// `注册人数达到常住人口的5‰`: a share is reached, and what it is of stands before it.
    fn reached_share(&mut self) {
        /// Two characters name what reaches it.
        const NAMED: usize = 6;
        if matches!(&*self.q.unit, "%" | "‰")
            && self.left.ends_with('的')
            && let Some(at) = self.seen().find(self.left, "达到").filter(|&at| at >= NAMED)
        {
            self.piece.binding.reaches = true;
            self.left = &self.left[..at];
        }
    }

    /// `经费不低于预算总额的10%`: the bound stands before the noun that the share is of.
    fn bounded_share(&mut self) {
        if !(matches!(&*self.q.unit, "%" | "‰" | "倍") && self.left.ends_with('的')) {
            return;
        }
        let left = self.left;
        let bound = left.char_indices().skip(2).find_map(|(at, _)| {
            let rest = &left[at..];
            let (comparator, len) = measure::bound_in_front(rest)?;
            // 最高 and 控制 begin longer words.
            let long = comparator == Comparator::Ge || len > "上限".len();
            (long && len < rest.len() - '的'.len_utf8()).then_some((at, comparator))
        });
        let Some((at, comparator)) = bound else { return };
        self.piece.binding.comparator.get_or_insert(comparator);
        self.piece.binding.reaches = true;
        self.piece.share_of = share_base(&left[at..]);
        self.left = &left[..at];
    }

    /// `按照不低于农业人口0.5%的比例配备农技人员`: what is so many stands behind.
    fn share_by_standard(&mut self) {
        let seen = self.seen();
        if self.q.unit == "%" && self.piece.share_by_standard(self.left, self.right, seen) {
            self.left = "";
        }
    }

    /// `安排经费300万元，并按5%的比例逐年递增`, `投入每年按不低于5%的幅度增长`: nothing else is to be named.
    pub(super) fn grows_by(&mut self) -> bool {
        self.q.unit == "%"
            && (self.seen().may("增长") || self.seen().may("递增"))
            && self.piece.grows_by(self.reader, self.left)
    }

    /// `对每个村至少督导1次`: over whom.
    pub(super) fn over_each(&mut self) {
        if let Some(rest) = self.left.strip_prefix('对').filter(|rest| rest.starts_with(['每', '各']))
            && let (Some(group), rest) = group::split_group(rest)
            && matter::has_chars(rest, 2)
        {
            self.piece.group.get_or_insert(Cow::Borrowed(group));
            self.left = rest;
        }
    }

    /// `办税材料最多报送2份`, `企业注销最多跑一次`: so many at most, and nothing else is to be named.
    pub(super) fn so_many_at_most(&mut self) -> bool {
        let bound = self.piece.binding.comparator.or(self.q.bound);
        if bound.is_some() || !self.seen().any_of(&MOST) {
            return false;
        }
        let Some((head, verb)) = at_most(self.left) else { return false };
        let head = matter::clean(matter::strip_lead(&head[..measure::binding(head).start]).0);
        self.piece.binding.comparator = Some(Comparator::Le);
        self.piece.binding.reaches = true;
        self.piece.indicator = match self.noun_behind().filter(|_| verb != "跑") {
            Some(thing) => Some(Cow::Owned([head, verb, thing].concat())),
            None => Some(Cow::Borrowed(head)).filter(|head| matter::has_chars(head, 2)),
        };
        self.piece.in_front = true;
        true
    }

    /// `每周至少播出节目1期`: the binding word stands before the verb.
    pub(super) fn at_least(&mut self) {
        if let Some(word) = CUES.prefix_ge.prefix(self.left).filter(|word| word.len() < self.left.len()) {
            self.piece.binding.comparator.get_or_insert(Comparator::Ge);
            self.piece.governs = true;
            self.left = &self.left[word.len()..];
        }
    }

    /// `食品抽检量达到每千人5批次`: whom it is taken per stands behind what binds it.
    pub(super) fn per_whom(&mut self) {
        if self.seen().may("每")
            && let Some((head, per)) = per_behind_bound(self.left)
        {
            self.piece.group.get_or_insert(Cow::Borrowed(per));
            self.left = head;
        }
    }

    /// `审批时限压缩到工业类20个工作日、服务业类10个工作日`: of which kind.
    pub(super) fn of_kind(&mut self) {
        let kind = if let Some((head, kind)) = kind_behind_bound(self.left) {
            self.left = head;
            kind
        } else if self.follows
            && self.left.ends_with('类')
            && self.reader.carry.group.as_deref().is_some_and(|group| group.ends_with('类'))
            && self.reader.carry.unit == self.q.unit
        {
            matter::clean(std::mem::take(&mut self.left))
        } else {
            return;
        };
        self.piece.group.get_or_insert(Cow::Borrowed(kind));
    }
}

/// What a share behind its bound is of: 交流总数 of `不低于交流总数的`.
fn share_base(words: &str) -> Option<&str> {
    let (_, len) = measure::bound_in_front(words)?;
    words[len..].strip_suffix('的').filter(|base| matter::has_chars(base, 3))
}

/// `新生儿落户最多报送2份材料`: what has so many at most, and the verb that stands between the bound and the number.
fn at_most(left: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 3;
    let left = left.trim_end();
    let (at, word, _) = CUES.at_most.each(left).last()?;
    let verb = &left[at + word.len()..];
    let plain = (1..=LONGEST).contains(&verb.chars().count())
        && verb.chars().all(gongwen_text::chars::is_han)
        && !verb.contains(['的', '有', '为', '是', '在'])
        && measure::binding(left).start == left.len();
    plain.then_some((&left[..at], verb))
}

/// `食品抽检量达到每千人`, `帮扶困难家庭不少于每社区`: whom the number is taken per stands between it and what binds it.
fn per_behind_bound(left: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 24;
    let (head, per) = left.split_at(left.rfind('每')?);
    let bound = measure::binding(head).start < head.len();
    (bound && per.len() <= LONGEST && measure::binding(per).start == per.len()).then_some((head, per))
}

/// `审批时限压缩到工业类`: a kind stands between a number and what binds it.
fn kind_behind_bound(left: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 6;
    if !left.ends_with('类') {
        return None;
    }
    let reached = ["压缩到", "压缩至", "缩短到", "缩短至", "压减到", "压减至", "控制在"];
    let end = reached.iter().find_map(|word| Some(left.rfind(word)? + word.len()))?;
    let (head, kind) = left.split_at(end);
    (2..=LONGEST).contains(&kind.chars().count()).then_some((head, kind))
}
