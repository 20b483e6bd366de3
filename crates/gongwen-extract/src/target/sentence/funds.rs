//! Sums set aside for so many of something: `按县道每公里1万元安排养护资金`, `养护资金按县道每公里1万元、乡道每公里5000元安排`.

use super::Reader;
use super::piece::Piece;
use crate::target::cues::CUES;
use crate::target::matter;
use crate::target::quantity::Quantity;
use std::borrow::Cow;

/// What sums are called.
const FUNDS: [&str; 2] = ["资金", "经费"];

impl<'a> Piece<'a> {
    /// Names the sum that is set aside, and of what it is so much each. Whether it did.
    pub(super) fn set_aside(&mut self, reader: &Reader<'a, '_>, object: &'a str, q: &Quantity<'a>) -> bool {
        let per = || {
            let group = self.group.as_deref()?;
            Some(group[group.find('每')?..].to_owned())
        };
        if !CUES.money_unit.is(&q.unit) {
            return false;
        }
        let Some(per) = per() else { return false };
        let sentence = reader.sentence.of_text(reader.text);
        let (before, behind) = sentence.split_at(q.start - reader.sentence.from());
        let Some(funds) = told_behind(behind).or_else(|| told_before(before)) else { return false };
        let of = ["按照", "按", "标准为"]
            .iter()
            .filter_map(|word| object.rfind(word).map(|at| at + word.len()))
            .max();
        let of = matter::clean(&object[of.unwrap_or_default()..]);
        if !(of.is_empty() || (2..=8).contains(&of.chars().count()) && CUES.make.find(of).is_none()) {
            return false;
        }
        if !of.is_empty() {
            self.group = Some(Cow::Owned([of, &per].concat()));
        }
        self.makes = true;
        self.indicator = Some(Cow::Borrowed(funds));
        true
    }
}

/// `…的标准安排日常养护资金`
fn told_behind(behind: &str) -> Option<&str> {
    let clause = &behind[..behind.find(['，', '；', '。']).unwrap_or(behind.len())];
    let funds = matter::clean(&clause[clause.find("安排")? + "安排".len()..]);
    is_sum(funds).then_some(funds)
}

/// `日常养护资金按…`, `日常养护资金标准为…`
fn told_before(before: &str) -> Option<&str> {
    FUNDS.iter().find_map(|word| {
        let at = before.find(&**word)? + word.len();
        let reckoned = ["按", "标准为"].iter().any(|by| before[at..].starts_with(by));
        let head = &before[..at];
        let from = head.rfind(['，', '；', '：', '。']).map_or(0, |mark| mark + '，'.len_utf8());
        let funds = matter::strip_lead(&head[from..]).0;
        (reckoned && is_sum(funds)).then_some(funds)
    })
}

fn is_sum(words: &str) -> bool {
    FUNDS.iter().any(|end| words.ends_with(end))
        && (3..=12).contains(&words.chars().count())
        && words.chars().all(gongwen_text::chars::is_han)
}
