//! Sums set aside for so many of something (`按县道每公里1万元安排养护资金`), and what each head has of one (`科普经费按人均3元安排`).

mod head;

use super::piece::Piece;
use super::{Clause, Reader};
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::{Context, matter, measure, time};
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
        // `按每亩15元的标准落实管护经费`: the sum itself is left of the words.
        let of = if of == funds { "" } else { of };
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

/// What is done with sums.
const RAISED: [&str; 13] =
    ["落实", "安排", "争取", "投入", "拨付", "筹集", "筹措", "整合", "统筹", "下达", "兑付", "兑现", "到位"];

/// What a sum is divided by.
const AVERAGES: [&str; 3] = ["人均", "户均", "生均"];

impl<'a> Piece<'a> {
    /// Names what each head, house or field has on average. Whether it did. `bare` stands behind the number.
    pub(super) fn averaged(
        &mut self,
        reader: &Reader<'a, '_>,
        object: &'a str,
        bare: Option<&'a str>,
        q: &Quantity<'a>,
    ) -> bool {
        if self.per_head(reader, object, q) {
            return true;
        }
        // `爱卫经费人均不低于2元`
        let average =
            ["人均", "户均", "生均", "亩均"].iter().find_map(|w| Some((object.strip_suffix(w)?, *w)));
        if let Some((head, average)) =
            average.filter(|(head, _)| matter::has_chars(head, 2) && bare.is_none())
        {
            // `科技类课程年人均10学时`
            let yearly = head.strip_suffix('年').filter(|head| q.unit != "元" && !time::of_word(head));
            if yearly.is_some() {
                self.repeats("per_year");
            }
            self.indicator = Some(Cow::Owned([average, yearly.unwrap_or(head)].concat()));
            return true;
        }
        // `普法经费按照每人每年不低于1元标准列入预算`: what is reckoned stands before the measure.
        if self.right.trim_start_matches('的').starts_with("标准")
            && let near = reader.text.floor_char_boundary(q.start.saturating_sub(120))
            && let Some((funds, _)) = reader.text[near..q.start].rsplit_once("按照")
            && funds.ends_with("经费")
        {
            let from = funds
                .rfind(['，', '。', '；', '.', '、'])
                .map_or(0, |at| at + funds[at..].chars().next().map_or(0, char::len_utf8));
            if (2..=16).contains(&funds[from..].chars().count()) {
                self.indicator = Some(Cow::Borrowed(&funds[from..]));
                return true;
            }
        }
        // `四旁植树6万株，户均不少于5株`: so many of the same.
        if let Some(same) = &reader.carry.indicator
            && matches!(object, "户均" | "人均" | "亩均" | "村均" | "校均")
            && bare.is_none()
            && reader.carry.unit == q.unit
        {
            self.indicator = Some(Cow::Owned(format!("{object}{same}")));
            return true;
        }
        false
    }
}

/// The sum told last: 科普经费 of `将科普经费列入财政预算，人均科普经费逐年增长`.
fn last_sum(before: &str) -> Option<&str> {
    let (at, word) = FUNDS.iter().filter_map(|word| Some((before.rfind(*word)?, word))).max()?;
    let head = &before[..at + word.len()];
    let from = head.rfind(['，', '；', '：', '。']).map_or(0, |mark| mark + '，'.len_utf8());
    let words = matter::strip_lead(&head[from..]).0;
    let words = AVERAGES.iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words);
    // `县财政局要将科普经费列入预算`
    let words = words.rsplit_once(['将', '把']).map_or(words, |(_, sum)| sum);
    // `县财政安排科普经费`
    let made = CUES.make.each(words).map(|(at, word, _)| &words[at + word.len()..]);
    let made = made.filter(|rest| matter::has_chars(rest, 3)).last().unwrap_or(words);
    is_sum(made).then_some(made)
}

/// The sum that is spent or raised: `利用奖补资金`, and `落实修复资金`, where the deed that it is for would else be what is done.
pub(super) fn spent<'t>(object: &'t str, q: &Quantity<'_>) -> Option<&'t str> {
    let object = if CUES.money_unit.is(&q.unit) { object } else { return None };
    let deed = |funds: &'t str| FUNDS.iter().find_map(|end| funds.strip_suffix(end));
    let used = ["利用", "统筹"].iter().find_map(|verb| object.strip_prefix(verb));
    used.filter(|funds| deed(funds).is_some_and(|name| !name.is_empty())).or_else(|| {
        let funds = RAISED.iter().find_map(|verb| object.strip_prefix(verb)).unwrap_or(object);
        deed(funds).filter(|deed| CUES.make.is(deed)).map(|_| funds)
    })
}

/// The sum of a clause that only says that there shall be one: 专项资金 of `安排专项资金`, for a number of money behind it.
pub(super) fn raised<'t>(words: &'t str, unit: &str) -> Option<&'t str> {
    let funds = RAISED.iter().find_map(|verb| words.strip_prefix(verb))?;
    (CUES.money_unit.is(unit) && is_sum(funds)).then_some(funds)
}

/// `…的标准安排日常养护资金`, `…的标准将科普经费列入预算`
fn told_behind(behind: &str) -> Option<&str> {
    const SETS: [&str; 7] = ["安排", "落实", "保障", "拨付", "核拨", "列支", "配套"];
    let clause = &behind[..behind.find(['，', '；', '。']).unwrap_or(behind.len())];
    let set = |verb: &&str| Some(matter::clean(&clause[clause.find(*verb)? + verb.len()..]));
    let listed = || {
        let (_, rest) = clause.split_once('将')?;
        ["列入", "纳入"].iter().find_map(|word| rest.split_once(word)).map(|(funds, _)| funds)
    };
    SETS.iter().filter_map(set).chain(listed()).find(|funds| is_sum(funds))
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
    (FUNDS.iter().any(|end| words.ends_with(end)) || words.ends_with("投入"))
        && (3..=12).contains(&words.chars().count())
        && words.chars().all(gongwen_text::chars::is_han)
}

/// Whether 争取 is the deed, what a plan raises from above, and no word of aim: `向上争取资金12亿元`, `争取专项债券项目20个`.
pub(super) fn raises_funds(clause: &Clause, right: &str, text: &str, q: &Quantity<'_>) -> bool {
    const WORD: &str = "争取";
    const RAISED: [&str; 15] = [
        "资金",
        "项目",
        "补助",
        "补贴",
        "债券",
        "国债",
        "专项债",
        "试点",
        "指标",
        "名额",
        "贷款",
        "额度",
        "投资",
        "经费",
        "政策",
    ];
    if !clause.aim || !clause.seen.may("争取") {
        return false;
    }
    let left = clause.left_of(text, q.start);
    let Some(at) = left.find(WORD) else { return false };
    let (head, object) = (&left[..at], &left[at + WORD.len()..]);
    // `争取甲资金、乙债券分别不低于6亿元、8亿元`
    let number = object.find(|c: char| c.is_ascii_digit()).unwrap_or(object.len());
    let object = matter::clean(&object[..measure::binding(&object[..number]).start]);
    let names = |words: &str| RAISED.iter().any(|sum| words.ends_with(sum));
    let raised = if object.is_empty() { names(right.trim()) } else { names(object) };
    let alone = !CUES.aim.within(head) && !CUES.aim.within(object);
    // `争取年内完成项目10个`, `争取项目20个落地`: what is done with it is striven for.
    let done = || {
        CUES.make.within(right)
            || matter::verb_in_front(object).is_some()
            || time::read(object, &Context::default()).is_some()
            || CUES.make.find(object).is_some_and(|(at, verb)| !RAISED.contains(&&object[at + verb.len()..]))
    };
    alone && raised && (head.ends_with("向上") || !done())
}
