//! Why a number is no target, as far as the sentence says it: what was told before it, what the sentence is about, who is paid.
//!
//! These rules come first, as the row [`Reader::EXCLUSIONS`] names them; what the clause alone says stands in [`exclude::reason`].

use super::super::Reader;
use super::super::number::Number;
use crate::target::cues::CUES;
use crate::target::exclude::{self, Surroundings};
use crate::target::sentence::past::asks;
use crate::target::time;
use crate::{Comparator, Measure};
use gongwen_text::Label;

/// Bytes of a title that counts the list below it: `取消审批事项3项`.
const LONGEST_TITLE: usize = 60;

/// Says of a number whether a rule applies.
type Applies<'a, R> = fn(&R, &Number<'_, 'a>) -> bool;

impl<'a> Reader<'a, '_> {
    /// The exclusions that the sentence tells, in the order in which they are asked.
    const EXCLUSIONS: [(&'static str, Applies<'a, Self>); 12] = [
        ("exclude.status", Self::is_past),
        ("exclude.status", Self::goes_on_with_today),
        ("exclude.status", Self::is_now),
        ("exclude.condition", Self::is_of_a_definition),
        ("exclude.status", Self::goes_on_with_what_was_done),
        ("exclude.subsidy", Self::goes_on_with_what_is_paid),
        ("exclude.subsidy", Self::is_paid_for_each),
        ("exclude.subsidy", Self::is_paid_per),
        ("exclude.score", Self::is_scored),
        ("exclude.condition", Self::is_required_of_the_paid),
        ("exclude.condition", Self::says_who_is_paid),
        ("exclude.condition", Self::counts_the_inspected),
    ];

    /// The id of the exclusion that applies.
    pub(in crate::target::sentence) fn excluded(&self, n: &Number<'_, 'a>) -> Option<&'static str> {
        if let Some((rule, _)) = self.silence.filter(|(_, end)| n.q.start < *end) {
            return Some(rule);
        }
        let told = Self::EXCLUSIONS.iter().find(|(_, applies)| applies(self, n));
        told.map(|(rule, _)| *rule).or_else(|| exclude::reason(n.q, &self.surroundings(n)))
    }

    /// What the exclusions of the clause look at.
    fn surroundings<'n>(&self, n: &Number<'n, 'a>) -> Surroundings<'n> {
        let (text, clause, q) = (self.text, n.clause, n.q);
        let left = n.left(text);
        Surroundings {
            left,
            before: &text[self.sentence.from().min(clause.span.from())..clause.span.from()],
            right: n.read.right,
            clause: clause.span.of_text(text),
            after: &text[clause.span.to()..self.sentence.to().max(clause.span.to())],
            seen: &clause.seen,
            binding: n.read.binding,
            // `每年组织开展三次演练`: 组织开展 is led in with, and a verb before a numeral all the same.
            verb: n.read.verb_before || q.han && CUES.make.suffix(left).is_some(),
            spread: self.is_spread(n),
            extent: self.carry.kind == Some(Measure::Count) && self.carry.whole.is_some(),
            listed: n.listed,
            lists: self.opens_list(n),
            dated: self.carry.deadline.is_some(),
            forward: self.looks_ahead(),
        }
    }

    /// Whether it is told over whom or how often.
    fn is_spread(&self, n: &Number<'_, 'a>) -> bool {
        n.read.group.is_some()
            || self.carry.frequency.is_some()
            || self.carry.group.is_some()
            || n.q.han && !told_by_name(n.read.right) && self.often(n.left(self.text))
    }

    /// Whether a list follows, which the number counts. A title ends before its colon.
    fn opens_list(&self, n: &Number<'_, 'a>) -> bool {
        let end = n.q.end;
        let title =
            || !self.context.row && !self.context.named && end == self.text.len() && end <= LONGEST_TITLE;
        self.text[end..].starts_with(['：', ':']) || title()
    }

    /// Whether how often is told directly before a number, or with nothing but the deed between: `县级检查每季度一次`.
    fn often(&self, left: &str) -> bool {
        let found = left.rfind('每').and_then(|at| Some((at, time::read(&left[at..], self.context)?)));
        found.is_some_and(|(at, (len, time))| {
            // `情况每半年公布一次`
            let deed = &left[at + len..];
            let plain = || deed.chars().count() == 2 && deed.chars().all(gongwen_text::chars::is_han);
            time.frequency.is_some() && (deed.is_empty() || plain())
        })
    }
}

/// What is, and what was done.
impl<'a> Reader<'a, '_> {
    /// The past is told of, and no more of it is left to be done.
    fn is_past(&self, n: &Number<'_, 'a>) -> bool {
        n.read.past || self.carry.past && !(self.carry.over && is_left(n.left(self.text)))
    }

    /// An earlier clause told of today (`现有…45所，在园幼儿8000人`), and nothing says that this is something else.
    fn goes_on_with_today(&self, n: &Number<'_, 'a>) -> bool {
        self.carry.status && says_nothing_of_its_own(n) && !self.speaks_anew(n)
    }

    /// Whether a clause tells of something else than what is, told before it only to say which things are meant:
    /// `依托现有3个园区，新引进企业12家`, `已建成的20座公厕加强管护，改造率100%`.
    fn speaks_anew(&self, n: &Number<'_, 'a>) -> bool {
        let new = || {
            let rest = n.matter(self.text).strip_prefix('新');
            rest.is_some_and(|rest| {
                !rest.starts_with(['型', '能', '区', '城', '兴', '材', '产', '技', '业', '农'])
            })
        };
        // `目前已建成的5个园区，出租率80%` tells what is.
        self.carry.described && (new() || n.is_rate() && self.carry.treated)
    }

    /// `目前，普及率为60%`
    fn is_now(&self, n: &Number<'_, 'a>) -> bool {
        n.read.binding.change.is_none()
            && !n.clause.aim
            && !n.read.own_time
            && self.text[..n.clause.span.from()].ends_with("目前，")
    }

    /// The sentence says what a word means.
    fn is_of_a_definition(&self, _: &Number<'_, 'a>) -> bool {
        self.defines
    }

    /// `已排查126件，化解43件`: what was done goes on, until it is told what is left or what shall be.
    fn goes_on_with_what_was_done(&self, n: &Number<'_, 'a>) -> bool {
        const SHALL: [&str; 5] = ["将", "拟", "计划", "确保", "继续"];
        const SO_FAR: [&str; 5] = ["截至", "截止", "目前", "今年以来", "年初以来"];
        let own = &n.read.binding;
        if !self.carry.done || n.read.own_time || n.clause.aim || own.reaches || own.change.is_some() {
            return false;
        }
        // `截至目前，已建成5个，新增3个`: what is new is done as well.
        let opening = self.sentence.of_text(self.text).trim_start();
        let so_far = || SO_FAR.iter().any(|word| opening.starts_with(word));
        let left = n.left(self.text);
        !is_left(left)
            && (!tells(left, '新', NO_NEWS) || so_far())
            && !SHALL.iter().any(|word| left.contains(word))
            && !tells(left, '再', NO_MORE)
            && !asks(left)
    }
}

/// What is paid, to whom, and what is scored.
impl<'a> Reader<'a, '_> {
    /// An earlier clause told what is paid (`给予补助，单个项目不超过200万元`), and this tells how much or how much more.
    fn goes_on_with_what_is_paid(&self, n: &Number<'_, 'a>) -> bool {
        let own = &n.read.binding;
        let subsidy = || CUES.subsidy.within_seen(n.left(self.text), &n.clause.seen);
        // `给予补贴，单个企业每年最高100万元`
        let most = own.comparator == Some(Comparator::Le);
        // `给予70%补贴，力争出口额达到9亿元`
        let hoped = || n.clause.aim && own.reaches && !subsidy();
        // `每亩补助1000元，新建亩均投资不低于3000元`: what is put in, not what is paid.
        let put_in = || {
            own.comparator == Some(Comparator::Ge)
                && n.read.indicator.as_deref().is_some_and(|name| name.ends_with("投资"))
        };
        self.carry.paid
            && (CUES.money_unit.is(&n.q.unit) || own.change.is_some() && subsidy())
            && (!n.read.own_time || most)
            && !hoped()
            && !put_in()
    }

    /// `发放生活补助，小学每生每年1250元`
    fn is_paid_for_each(&self, n: &Number<'_, 'a>) -> bool {
        self.carry.pays && CUES.money_unit.is(&n.q.unit) && n.is_plain() && n.left(self.text).contains('每')
    }

    /// `对企业每招用1人补贴1500元`: what the money is paid per.
    fn is_paid_per(&self, n: &Number<'_, 'a>) -> bool {
        says_nothing_of_its_own(n)
            && exclude::tail(n.left(self.text), 24).contains('每')
            && CUES.subsidy.prefix(&self.text[n.q.end..]).is_some()
    }

    /// The sentence scores, or a grade is told by its points: `75分以上90分以下为良好`.
    fn is_scored(&self, n: &Number<'_, 'a>) -> bool {
        let grade = || {
            let behind = &self.text[n.q.end..];
            let rest = behind.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            rest.len() < behind.len() && rest.starts_with('分')
        };
        self.scored || n.q.unit == "分" && grade()
    }

    /// `补贴每床每月100元，入住率须达到50%以上`
    fn is_required_of_the_paid(&self, n: &Number<'_, 'a>) -> bool {
        self.carry.paid
            && n.read.binding.change.is_none()
            && n.q.unit == "%"
            && CUES.required.within_seen(n.left(self.text), &n.clause.seen)
    }

    /// `对新建机构，每张床位补贴1万元，床位数不少于20张`: who is paid.
    fn says_who_is_paid(&self, n: &Number<'_, 'a>) -> bool {
        let whom = || {
            let words = self.sentence.of_text(self.text).trim_start();
            let label = Label::read(words).map_or(0, |label| label.end);
            begins_with_whom(words[label..].trim_start(), ['对', '凡'])
        };
        let least = matches!(n.read.binding.comparator, Some(Comparator::Ge | Comparator::Gt));
        self.carry.paid && !n.read.own_time && least && whom()
    }

    /// `重点企业12家，每季度检查1次`: those who are inspected. What is listed seems to be made like what stands before it.
    fn counts_the_inspected(&self, n: &Number<'_, 'a>) -> bool {
        n.is_plain()
            && !n.read.own_time
            && (n.listed || !n.read.makes)
            && !n.read.verb_before
            && n.q.bound.is_none()
            && self.inspected(n.clause, n.q)
    }
}

/// What follows 新 and 再 in words that say nothing of what is to be done.
const NO_NEWS: &[char] = &['型', '能', '区', '城', '兴', '材', '技', '闻', '生', '冠', '华'];
const NO_MORE: &[char] = &['生', '就', '利', '制', '循', '贷'];

/// Whether a character stands in words and goes on with none of these; 高新区 and 创新 end in it.
fn tells(words: &str, mark: char, other: &[char]) -> bool {
    words.match_indices(mark).any(|(at, _)| {
        let behind = &words[at + mark.len_utf8()..];
        !behind.starts_with(other) && !words[..at].ends_with(['高', '创', '更', '革'])
    })
}

/// Whether words begin with whom something is for, and not with another word of these characters: 对外, 对口, 为了.
pub(in crate::target::sentence) fn begins_with_whom<const N: usize>(words: &str, marks: [char; N]) -> bool {
    const OTHER: [&str; 11] =
        ["对外", "对口", "对接", "对标", "对照", "对应", "对台", "为了", "为期", "为主", "为进一步"];
    words.starts_with(marks) && !OTHER.iter().any(|word| words.starts_with(word))
}

/// Whether nothing round a number says that it shall be.
fn says_nothing_of_its_own(n: &Number<'_, '_>) -> bool {
    n.is_plain() && !n.read.makes && !n.read.own_time
}

/// Whether words in front of a number say that it is left to be done.
fn is_left(words: &str) -> bool {
    CUES.left_over.within(words) || CUES.undone.within(words)
}

/// Whether what is so often is a rule's name: `每周一次的例会制度`, `每月一次调度机制`.
fn told_by_name(right: &str) -> bool {
    right.starts_with('的') || ["制度", "机制"].iter().any(|word| right.contains(word))
}
