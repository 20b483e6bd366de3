//! What all members of a list share, told by the members themselves: places, people, or what is said of them.

use super::List;
use crate::target::cues::CUES;
use crate::target::matter::has_chars;
use std::borrow::Cow;

/// Kinds of places that stand in a list, the longer ones first.
const PLACES: [&str; 14] = [
    "行政村",
    "自然村",
    "社区",
    "乡镇",
    "街道",
    "城区",
    "县城",
    "农村",
    "城镇",
    "乡村",
    "县",
    "乡",
    "镇",
    "村",
];

/// Ends of the names of people.
const PEOPLE: [char; 9] = ['师', '员', '生', '长', '民', '者', '人', '工', '部'];

/// The full names of a list of two or more whose members are places or people, or that ends in what is said of all; nothing where
/// none of these forms tells it.
pub(super) fn told<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    if list.items.len() < 2 {
        return None;
    }
    rungs(list)
        .or_else(|| places(list))
        .or_else(|| graded(list))
        .or_else(|| averaged(list))
        .or_else(|| said(list))
        .or_else(|| people(list))
}

/// `县处级、乡科级干部参训率`: the members end in 级.
fn graded<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    const GRADE: &str = "级";
    let member = list.last.find(GRADE).filter(|at| *at > 0)? + GRADE.len();
    let tail = Some(&list.last[member..]).filter(|tail| has_chars(tail, 2))?;
    let all = list.others().iter().all(|item| item.ends_with(GRADE) && has_chars(item, 2));
    all.then(|| list.with_tail(tail))
}

/// `省、市级示范基地`: the members before the last are ranks without 级, which that one has.
pub(super) fn ranks<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    const RANKS: [&str; 8] = ["国家", "省", "市", "县", "区", "乡", "镇", "村"];
    let rank = RANKS.iter().find_map(|rank| list.last.strip_prefix(rank)?.strip_prefix('级'))?;
    let shared = list.items.len() > 1 && has_chars(rank, 2);
    let all = shared && list.others().iter().all(|item| RANKS.contains(item));
    all.then(|| list.with_tail(&list.last[list.last.len() - rank.len() - '级'.len_utf8()..]))
}

/// `核桃、花椒户均收入`: what each has on average is a figure of all members.
fn averaged<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    const AVERAGES: [&str; 8] = ["人均", "户均", "亩均", "生均", "班均", "校均", "亩产", "单产"];
    let at = AVERAGES.iter().filter_map(|word| list.last.find(word)).min()?;
    // `销售总额、居民人均收入` are figures of their own.
    let own = |item: &&str| {
        CUES.level_noun.suffix(item).is_some() || AVERAGES.iter().any(|word| item.contains(word))
    };
    // `居民收入、人均产值`: the last names no member.
    let shared = at > 0 && !list.others().iter().any(own);
    shared.then(|| list.with_tail(&list.last[at..]))
}

/// `小学生、初中生近视率`: members that are rungs of a ladder are whole.
fn rungs<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    let ladder = CUES.ladders.iter().find(|ladder| list.others().iter().all(|item| ladder.is(item)))?;
    let tail = &list.last[ladder.prefix(list.last)?.len()..];
    has_chars(tail, 2).then(|| list.with_tail(tail))
}

/// `科普宣传栏镇、村覆盖率`, `城镇社区和行政村活动场所覆盖率`: the places end the members before the last and begin that.
fn places<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    /// Characters of a head that says which places they are; a longer one is a thing.
    const THING: usize = 3;
    let (others, last) = (list.others(), list.last);
    let place = PLACES.iter().find(|place| last.starts_with(**place))?;
    let tail = &last[place.len()..];
    let first = PLACES.iter().find(|place| others[0].ends_with(**place))?;
    let head = &others[0][..others[0].len() - first.len()];
    let head = head.strip_suffix('在').unwrap_or(head);
    // `镇村覆盖率` of `县、镇村覆盖率` is a place and no more.
    let rate = tail.ends_with('率') || tail.ends_with("比例");
    if !rate || !has_chars(tail, 2) || PLACES.iter().any(|place| tail.starts_with(place)) {
        return None;
    }
    let placed = |item: &&str| PLACES.contains(item);
    if !others[1..].iter().all(placed) {
        return None;
    }
    // A thing in front is of all places; what says which places they are is of the first.
    let thing = head.chars().count() > THING;
    if !thing && !head.is_empty() && !has_chars(tail, 4) {
        return None;
    }
    let head = if thing { head } else { "" };
    let lead = if thing { first } else { others[0] };
    let named = |place: &str| Cow::Owned([place, head, tail].concat());
    let rest = others[1..].iter().map(|place| named(place));
    Some(std::iter::once(named(lead)).chain(rest).chain([named(place)]).collect())
}

/// `公务员、教师具备科学素质的比例`: what is said of the last member is said of all.
fn said<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    const HELD: [&str; 5] = ["具备", "具有", "参加", "参与", "接受"];
    let last = list.last;
    let (at, _) = HELD.iter().filter_map(|word| Some((last.find(word)?, word))).min()?;
    let tail = &last[at..];
    let share = ["的比例", "的比重", "的人数", "比例", "率"].iter().any(|end| tail.ends_with(end));
    let bare = |item: &&str| has_chars(item, 2) && !HELD.iter().any(|word| item.contains(word));
    if at == 0 || !share || tail.chars().count() < 4 || !list.others().iter().all(bare) {
        return None;
    }
    Some(list.with_tail(tail))
}

/// `中小学科学教师、科技辅导员培训率`: people whose names end alike are whole, however long they are.
fn people<'t>(list: &List<'t>) -> Option<Vec<Cow<'t, str>>> {
    const RATES: [&str; 7] = ["培训率", "参训率", "持证率", "轮训率", "到岗率", "配备率", "配备数"];
    let last = list.last;
    let tail = RATES.iter().find(|rate| last.ends_with(**rate))?;
    let member = &last[..last.len() - tail.len()];
    let whole = |item: &&str| item.ends_with(PEOPLE) && has_chars(item, 2) && CUES.make.find(item).is_none();
    if !list.others().iter().chain([&member]).all(whole) {
        return None;
    }
    Some(list.with_tail(tail))
}

#[cfg(test)]
mod tests {
    use crate::target::names::shared_names;

    fn check(list: &str, expect: &[&str]) {
        assert_eq!(shared_names(list), expect, "{list}");
    }

    #[test]
    fn places_and_people_are_whole() {
        check("科普宣传栏镇、村覆盖率", &["镇科普宣传栏覆盖率", "村科普宣传栏覆盖率"]);
        check("科普中国e站在镇、村覆盖率", &["镇科普中国e站覆盖率", "村科普中国e站覆盖率"]);
        check("科普中国e站社区和行政村覆盖率", &["社区科普中国e站覆盖率", "行政村科普中国e站覆盖率"]);
        check(
            "城镇社区和行政村科普活动场所覆盖率",
            &["城镇社区科普活动场所覆盖率", "行政村科普活动场所覆盖率"],
        );
        check("中小学科学教师、科技辅导员培训率", &["中小学科学教师培训率", "科技辅导员培训率"]);
        check("小学生、初中生近视率", &["小学生近视率", "初中生近视率"]);
        check("小学教师、医师培训率", &["小学教师培训率", "医师培训率"]);
        check("公务员、教师具备科学素质的比例", &["公务员具备科学素质的比例", "教师具备科学素质的比例"]);
    }

    #[test]
    fn other_lists_are_read_by_their_words() {
        check("省、市级科普教育基地", &["省级科普教育基地", "市级科普教育基地"]);
        check("国家、省级示范社", &["国家级示范社", "省级示范社"]);
        check("县、乡、村三级网格覆盖率", &["县、乡、村三级网格覆盖率"]);
        check("城区、乡镇污水处理率", &["城区污水处理率", "乡镇污水处理率"]);
        check("城镇、农村居民收入", &["城镇居民收入", "农村居民收入"]);
        check("居民高血压、糖尿病知晓率", &["居民高血压知晓率", "居民糖尿病知晓率"]);
        check("供水普及率、燃气普及率", &["供水普及率", "燃气普及率"]);
    }
}
