//! What is looked after so often, told in front of how often: `对医疗机构，每年检查2次`.

use super::piece::Piece;
use super::{Clause, Reader};
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::{group, matter};
use gongwen_text::chars::is_han;

/// Times that no calendar tells.
const SEASONS: [&str; 12] = [
    "旺季",
    "淡季",
    "汛期",
    "主汛期",
    "非汛期",
    "雨季",
    "旱季",
    "农忙季节",
    "重点时段",
    "重要时段",
    "节假日",
    "特殊时期",
];

impl<'a> Reader<'a, '_> {
    /// Those named by the clause directly before, where this one tells how often something is done to them.
    pub(super) fn done_to_those(
        &self,
        clause: &Clause,
        read: &Piece<'a>,
        q: &Quantity<'a>,
    ) -> Option<&'a str> {
        const LONGEST: usize = 14;
        if read.group.is_some() || !matches!(&*q.unit, "次" | "遍" | "轮" | "家次" | "户次") {
            return None;
        }
        // `发生事故的企业，检查频次增加到每季度不少于2次`
        if read.indicator.as_deref().is_some_and(|name| name.ends_with("频次")) {
            return self.carry.before.and_then(|before| those_described(before.of_text(self.text)));
        }
        let done = clause.timed
            && read.time.is_none_or(|time| time.deadline.is_none())
            && read.indicator.as_deref().is_some_and(|name| CUES.deed.suffix(name).is_some());
        let before = self.carry.before.filter(|_| done)?.of_text(self.text);
        let label = gongwen_text::Label::read(before).map_or(0, |label| label.end);
        let words = before[label..].trim();
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

/// Those that a clause does nothing but describe: `一年内发生事故的企业`.
fn those_described(clause: &str) -> Option<&str> {
    const LONGEST: usize = 20;
    let label = gongwen_text::Label::read(clause).map_or(0, |label| label.end);
    let words = clause[label..].trim();
    let words = words.strip_prefix('对').unwrap_or(words);
    let noun = CUES.group_noun.suffix(words).is_some() || CUES.visited.suffix(words).is_some();
    (noun
        && (3..=LONGEST).contains(&words.chars().count())
        && words.chars().all(is_han)
        && !group::is_told(words))
    .then_some(words)
}

/// Whether words are a season in which something is done more or less often: `旺季每月1次`.
pub(super) fn is_season(words: &str) -> bool {
    SEASONS.contains(&words)
}

/// Whether a number in words in front of a noun names a class (`一类单位`, `二类企业`): 一 and 二 always, 三 and 四 behind those.
pub(super) fn names_class(text: &str, q: &Quantity<'_>) -> bool {
    const NEAR: usize = 160;
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
