//! What is looked after so often, told in front of how often: `对医疗机构，每年检查2次`.

use super::piece::Piece;
use super::{Clause, Reader};
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::{RawTarget, group, matter};
use gongwen_text::Label;
use gongwen_text::chars::is_han;
use std::borrow::Cow;

/// What says of a deed how often it is done.
const MEASURES: [&str; 4] = ["频次", "频率", "次数", "频度"];

/// Which of the ladders is that of ranks.
const RANK: usize = 2;

impl<'a> Reader<'a, '_> {
    /// Those named by the clause directly before, where this one tells how often something is done to them.
    pub(super) fn done_to_those(
        &self,
        clause: &Clause,
        read: &Piece<'a>,
        q: &Quantity<'a>,
    ) -> Option<&'a str> {
        const LONGEST: usize = 14;
        // `对D类企业，抽查比例不低于50%`
        if q.unit == "%" && read.group.is_none() {
            let share = read.indicator.as_deref().is_some_and(|name| {
                ["比例", "率", "比率"].iter().any(|end| name.strip_suffix(end).is_some_and(is_looking))
            });
            return self
                .carry
                .before
                .filter(|_| share)
                .map(|before| before.of_text(self.text))
                .filter(|before| before.trim_start().starts_with(['对', '凡']))
                .and_then(those_described);
        }
        if read.group.is_some() || !matches!(&*q.unit, "次" | "遍" | "轮" | "家次" | "户次") {
            return None;
        }
        // `发生事故的企业，检查频次增加到每季度不少于2次`
        if read.indicator.as_deref().is_some_and(|name| name.ends_with("频次")) {
            return self
                .told_before(clause)
                .filter(|_| self.carry.before.is_some())
                .and_then(those_described);
        }
        let done = clause.timed
            && read.time.is_none_or(|time| time.deadline.is_none())
            && read.indicator.as_deref().is_some_and(|name| CUES.deed.suffix(name).is_some());
        let words = self.told_before(clause).filter(|_| done && self.carry.before.is_some())?;
        let whom = words.strip_prefix('对');
        let name = matter::strip_lead(whom.unwrap_or(words)).0;
        let plain = (3..=LONGEST).contains(&name.chars().count())
            && name.chars().all(is_han)
            && CUES.make.prefix(name).is_none()
            && !group::is_told(name);
        let thing =
            || CUES.make.find(name).is_none() && !name.ends_with(['时', '后', '前', '中', '上', '下']);
        // `校园周边食品店，每学期检查2次`
        let house = name.ends_with(['店', '馆', '厂', '园', '校']);
        (plain && (group::is_group(name) || (whom.is_some() || house) && thing())).then_some(name)
    }
}

impl<'a> Reader<'a, '_> {
    /// `开展堤防巡查，险工险段每周2次，重点堤段每日1次`: those alone stand in front of how often. What is done to them is told in the
    /// clause before, or by the number before; where it is told nowhere, nothing is known.
    pub(super) fn done_to_them(
        &self,
        read: &mut Piece<'a>,
        q: &Quantity<'a>,
        before: Option<&RawTarget<'a>>,
    ) {
        let others = read.indicator.as_deref().is_some_and(are_others);
        let often = read.time.is_some_and(|time| time.frequency.is_some())
            || others && self.carry.frequency.is_some();
        if !often || !matches!(&*q.unit, "次" | "遍" | "轮") || !read.right.trim().is_empty() {
            return;
        }
        let before = before.filter(|before| before.unit == q.unit && before.frequency != "once");
        // `主干道每天清扫2次，背街小巷每天1次`: the deed is part of the name.
        let joined = before.filter(|before| before.group.is_none()).and_then(joined_deed);
        if let (Some(deed), Some(Cow::Borrowed(name)), None) = (joined, &read.indicator, &read.group)
            && are_those(name)
        {
            read.indicator = Some(Cow::Owned([*name, deed].concat()));
            read.makes = true;
            return;
        }
        // `公厕每天消杀2次，垃圾站每天1次`
        let beside =
            before.is_some_and(|it| it.group.as_deref().is_some_and(|group| !group.starts_with('每')));
        let alone = match (&read.indicator, read.group.as_deref()) {
            (Some(Cow::Borrowed(name)), None) => {
                let name = name.strip_prefix('对').unwrap_or(name);
                let level = || CUES.ladders[RANK].is(name);
                // `开展分级检查，A类每年1次`
                let classed = || {
                    let before = self.carry.before.filter(|_| name.ends_with(['类', '级']));
                    before.is_some_and(|before| deed_of(before.of_text(self.text)).is_some())
                };
                let placed = || beside || others || self.announced().is_some() || classed();
                (are_visited(name) || level() || are_those(name) && placed()).then_some(Cow::Borrowed(name))
            }
            (None, Some(group)) if !group.starts_with('每') => Some(Cow::Owned(group.to_owned())),
            _ => None,
        };
        let Some(whom) = alone else { return };
        let deed = before
            .and_then(|before| {
                let named = before.indicator.as_deref()?;
                let whole = before.group.is_some() || CUES.deed.is(named);
                if whole {
                    return before.indicator.clone();
                }
                // `每季度检查重点企业1次，其他对象每年1次`
                let first = || CUES.deed.prefix(named).filter(|_| others);
                CUES.deed.suffix(named).or_else(first).map(Cow::Borrowed)
            })
            .or_else(|| {
                self.carry.before.and_then(|before| deed_of(before.of_text(self.text))).map(Cow::Borrowed)
            })
            .or_else(|| self.announced().map(Cow::Borrowed));
        // Of persons who act the deed may be left open.
        if deed.is_none() && read.group.is_some() {
            return;
        }
        // Or by the title above.
        read.adrift |= deed.is_none() && !self.context.titled;
        read.indicator = deed;
        read.group = Some(whom);
        read.makes = true;
    }
}

impl<'a> Reader<'a, '_> {
    /// `日常养护：县道每天1次、乡道每周2次`: the deed that stands in front of the colon.
    fn announced(&self) -> Option<&'a str> {
        const LONGEST: usize = 10;
        let before = self.carry.before.filter(|it| self.text[it.to()..].starts_with(['：', ':']))?;
        let words = before.of_text(self.text);
        let words = &words[Label::read(words).map_or(0, |label| label.end)..];
        let deed = matter::clean(matter::strip_lead(words).0);
        let done = CUES.routine.suffix(deed).is_some() || CUES.deed.suffix(deed).is_some();
        (done && deed.chars().count() <= LONGEST && deed.chars().all(is_han)).then_some(deed)
    }
}

/// Whether words name those that somebody looks after, and nothing else.
pub(super) fn are_visited(name: &str) -> bool {
    (CUES.visited.suffix(name).is_some() || CUES.group_noun.suffix(name).is_some()) && are_those(name)
}

/// Whether words name those that are left: `其他对象`, `其余`.
pub(super) fn are_others(name: &str) -> bool {
    const OTHERS: [&str; 3] = ["其他", "其余", "其它"];
    OTHERS.iter().any(|others| name.starts_with(others))
}

/// Whether words name persons or things and nothing that is held or done (`例会`, `应急演练`).
pub(super) fn are_those(name: &str) -> bool {
    const HELD: [char; 31] = [
        '会', '议', '课', '日', '周', '动', '练', '训', '座', '查', '报', '赛', '班', '习', '讲', '育', '传',
        '究', '析', '核', '评', '验', '察', '导', '谈', '商', '访', '修', '检', '测', '法',
    ];
    (2..=14).contains(&name.chars().count())
        && name.chars().all(|c| is_han(c) || c.is_ascii_uppercase() || matches!(c, '（' | '）' | '、'))
        && !name.ends_with(HELD)
        && !group::is_brought(name)
        && CUES.make.find(name).is_none()
        && CUES.deed.suffix(name).is_none()
        && !group::is_told(name)
}

/// The deed of two characters that was put behind a thing to name what is counted: 清扫 of `主干道清扫`.
fn joined_deed<'t>(before: &'t RawTarget<'_>) -> Option<&'t str> {
    let Some(Cow::Owned(named)) = &before.indicator else { return None };
    let at = named.char_indices().rev().nth(1)?.0;
    (at > 0 && !MEASURES.contains(&&named[at..])).then_some(&named[at..])
}

/// The deed that a clause tells: `堤防巡查` of `开展堤防巡查`, `巡查` of `巡查堤防`, `巡查频次`.
pub(crate) fn deed_of(clause: &str) -> Option<&str> {
    let topic = matter::topic(clause)?;
    if MEASURES.iter().any(|noun| topic.ends_with(noun)) {
        return Some(topic);
    }
    let object = matter::verb_in_front(topic).map_or(topic, |(_, object)| object);
    let named = [object, topic].into_iter().find(|name| CUES.deed.suffix(name).is_some());
    named.or_else(|| CUES.deed.prefix(topic))
}

/// Whether words are nothing but that somebody looks: `抽查` in `抽查比例`.
fn is_looking(words: &str) -> bool {
    [
        "抽查",
        "检查",
        "抽检",
        "监测",
        "检测",
        "核查",
        "监管",
        "巡查",
        "随机抽查",
        "抽查检查",
        "抽查覆盖",
        "检查覆盖",
    ]
    .contains(&words)
}

/// Those that a clause does nothing but describe: `一年内发生事故的企业`.
fn those_described(words: &str) -> Option<&str> {
    const LONGEST: usize = 20;
    let words = words.strip_prefix(['对', '凡']).unwrap_or(words);
    let noun = CUES.group_noun.suffix(words).is_some() || CUES.visited.suffix(words).is_some();
    (noun
        && (3..=LONGEST).contains(&words.chars().count())
        // `D类企业`
        && words.chars().all(|c| is_han(c) || c.is_ascii_uppercase())
        && !group::is_told(words))
    .then_some(words)
}

/// Words that only tell where or when so much of what was told before is done.
pub(super) enum Circumstance<'t> {
    /// `农村` in front of `每年不少于60场`.
    Place(&'t str),
    /// `旺季` in front of `每月1次`.
    Season,
}

impl<'t> Circumstance<'t> {
    /// The circumstance that words name and nothing else.
    pub(super) fn of(words: &'t str) -> Option<Self> {
        const LONGEST: usize = 8;
        if CUES.place.is(words) {
            return Some(Self::Place(words));
        }
        let season = CUES.season.suffix(words).is_some()
            && words.chars().count() <= LONGEST
            && words.chars().all(is_han)
            && CUES.make.find(words).is_none();
        season.then_some(Self::Season)
    }

    /// The place, which is a group.
    pub(super) fn place(&self) -> Option<&'t str> {
        match self {
            Self::Place(place) => Some(place),
            Self::Season => None,
        }
    }
}

/// Whether works stand behind `一期`, so that it says which part of them is meant: `完成一期厂房主体`, not `举办一期培训班`.
fn is_phase_of(behind: &str) -> bool {
    const WORKS: [&str; 14] = [
        "工程",
        "项目",
        "厂房",
        "标准厂房",
        "标准化厂房",
        "主体",
        "建设",
        "基础设施",
        "管网",
        "改造",
        "土建",
        "投产",
        "投用",
        "竣工",
    ];
    WORKS.iter().any(|word| behind.starts_with(word))
}

/// Whether a number in words in front of a noun names a class (`一类单位`, `二类企业`), 一 and 二 always, 三 and 四 behind those; or a
/// phase of works (`二期工程`).
pub(super) fn names_class(text: &str, q: &Quantity<'_>) -> bool {
    const NEAR: usize = 160;
    if q.unit == "期" {
        return q.han && q.value_max.is_none() && is_phase_of(&text[q.end..]);
    }
    if !q.han || q.unit != "类" || q.value_max.is_some() {
        return false;
    }
    let word = &text[q.start..q.end];
    let near = || &text[text.floor_char_boundary(q.start.saturating_sub(NEAR))..q.start];
    let holder = || {
        let behind = &text[q.end..];
        let end = behind.char_indices().nth(8).map_or(behind.len(), |(at, _)| at);
        CUES.group_noun.prefix(&behind[..end]).is_some() && !text[..q.start].ends_with(['、', '等', '这'])
    };
    match word {
        "一类" | "二类" => holder(),
        "三类" | "四类" => (near().contains("二类") || near().contains("一类")) && holder(),
        _ => false,
    }
}
