//! The same figure of another class: a bounded number behind nothing but the class it is of (`公办机构床位占比不低于70%，民办机构不低于55%`).

use super::Reader;
use super::number::Number;
use super::piece::Piece;
use super::rung::RANK;
use crate::target::cues::CUES;
use crate::target::group::{self, is_per_head};
use crate::target::{RawTarget, matter, measure, share};
use std::borrow::Cow;

/// Hours and days that a time is told for.
const PEAKS: [&str; 9] =
    ["高峰", "高峰期", "高峰时段", "平峰", "平峰期", "平峰时段", "节假日", "夜间", "周末"];

/// Whether a class is one of those that a group is of: both are places with an office, or their names end alike.
fn alike(own: &str, group: &str) -> bool {
    const PLACES: [&str; 10] = ["市", "县", "区", "城", "镇", "乡", "村", "街道", "社区", "村庄"];
    let place = |name: &str| PLACES.iter().any(|end| name.ends_with(end));
    place(own) && place(group) || group.ends_with(last_two(own)) && own != group
}

/// The last two characters of a name: 企业 of `高新技术企业`.
fn last_two(name: &str) -> &str {
    name.char_indices().nth_back(1).map_or(name, |(at, _)| &name[at..])
}

/// What stands behind the kind at the front of a name: 公厕 of `独立式公厕`.
fn kind(name: &str) -> Option<&str> {
    let ends = name.char_indices().take(4).skip(1).find(|(_, c)| matches!(c, '式' | '型'));
    ends.map(|(at, c)| &name[at + c.len_utf8()..])
}

/// Whether words name a class of those whom or what a figure is of, and nothing else: 高新技术企业, 农村居民屋顶.
fn is_class(own: &str) -> bool {
    const LONGEST: usize = 12;
    own.chars().count() <= LONGEST
        && (CUES.class_noun.suffix(own).is_some() || CUES.ladders[1].is(own) || group::is_group(own))
}

/// Whether words hold the name of a figure of their own: `养老设施覆盖率城市`.
fn holds_figure(own: &str) -> bool {
    CUES.level_noun.each(own).any(|(_, noun, _)| noun == "率" || noun.chars().nth(1).is_some())
}

/// Whether both begin with rungs of one ladder, which names them by their rung: `城市社区覆盖率` and 农村.
fn on_the_same_ladder(own: &str, named: &str) -> bool {
    CUES.ladders.iter().any(|ladder| ladder.is(own) && ladder.prefix(named).is_some())
}

/// The figure in the name of one class's figure: 护理型床位占比 of `公办养老机构护理型床位占比`, where `own` is another class.
/// `lasting`: it is a time, whose name needs no noun of a figure (`工业项目审批全流程`).
fn figure<'t>(named: &'t str, own: &str, lasting: bool) -> Option<&'t str> {
    const SHORTEST: usize = 3;
    let told = |rest: &&str| {
        matter::has_chars(rest, SHORTEST) && (lasting || CUES.level_noun.suffix(rest).is_some())
    };
    // `信用A级企业抽查比例` and `D类企业`: they end alike.
    let end = last_two(own);
    let behind = named.find(end).map(|at| named[at + end.len()..].trim_start_matches(['中', '的']));
    if let Some(rest) = behind.filter(|rest| told(rest) || matches!(*rest, "覆盖率" | "占比" | "比例"))
    {
        return Some(rest);
    }
    // `新增公交车中新能源车比例`
    let within = named.split_once('中').filter(|(of, rest)| {
        of.len() > SHORTEST && !rest.starts_with(['心', '小', '学', '医', '药']) && told(rest)
    });
    if let Some((_, rest)) = within {
        return Some(rest);
    }
    // `小微企业平均办电时间`
    if let Some(at) = named.find("平均").filter(|at| *at > 0) {
        return Some(&named[at..]);
    }
    // `党政机关屋顶可安装光伏比例`: the figure stands behind the first class that is named.
    let noun = |words: &str| CUES.class_noun.prefix(words).or_else(|| CUES.group_noun.prefix(words));
    let first = named.char_indices().find_map(|(at, _)| Some(at + noun(&named[at..])?.len()));
    let mut rest = first.map_or(named, |at| &named[at..]);
    while let Some(more) = noun(rest) {
        rest = &rest[more.len()..];
    }
    [rest, named].into_iter().find(|words| told(words) && CUES.level_noun.suffix(words).is_some() || lasting)
}

impl<'a> Reader<'a, '_> {
    /// `镇（街）科普员不少于2名，村（社区）不少于1名`: a place alone behind what is counted in another one; both are groups of the same.
    pub(super) fn in_places_apart(&self, n: &mut Number<'_, 'a>, out: &mut [RawTarget<'a>]) {
        let left = n.piece.left.of_text(self.text);
        let place = left[..measure::binding(left).start].trim();
        let bounded = n.read.binding.comparator.is_some() || n.read.binding.reaches;
        if !bounded || n.part || n.read.group.is_some() || !share::is_kind_of_place(place) {
            return;
        }
        let Some(before) = out[self.base..].last_mut() else { return };
        let Some(Cow::Borrowed(name)) = before.indicator else { return };
        let told = share::thing_in_place(name).filter(|(other, _)| {
            *other != place && before.group.is_none() && before.unit == n.q.unit && before.part_of.is_none()
        });
        let Some((other, thing)) = told else { return };
        before.group = Some(Cow::Borrowed(other));
        before.indicator = Some(Cow::Borrowed(thing));
        n.read.group = Some(Cow::Borrowed(place));
        n.read.indicator = Some(Cow::Borrowed(thing));
    }
}

impl<'a> Piece<'a> {
    /// `每个地级市至少建成1个中心，省会城市不少于3个`, `独立式公厕面积不小于60平方米，附属式不小于30平方米`: a bounded number behind
    /// nothing but a class like the one before it counts the same in that class.
    pub(super) fn of_the_class(&mut self, before: Option<&RawTarget<'a>>, unit: &str) {
        let Some(Cow::Borrowed(own)) = self.indicator else { return };
        let bounded = self.binding.comparator.is_some() || self.binding.reaches;
        let Some(before) = before.filter(|b| b.unit == unit && bounded && self.binding.change.is_none())
        else {
            return;
        };
        let named_only = matter::names_only(own) || own.contains('等') && is_class(own);
        if self.group.is_some() || self.makes && self.verb_before || !named_only || holds_figure(own) {
            return;
        }
        let Some(named) = before.indicator.as_deref() else { return };
        let is_figure = CUES.level_noun.suffix(named).is_some() && CUES.level_noun.suffix(own).is_none();
        let lasting = CUES.duration_unit.is(unit);
        let rate = lasting || matches!(unit, "%" | "‰") || named.starts_with("人均");
        let of_group = before.group.as_deref().filter(|group| !is_per_head(group));
        if lasting && PEAKS.iter().any(|peak| own.ends_with(peak)) {
            // `候车时间缩短至10分钟以内，早晚高峰不超过8分钟`
            self.indicator.clone_from(&before.indicator);
        } else if of_group.is_some_and(|group| alike(own, group) || rate && is_class(group) && is_class(own))
        {
            self.indicator.clone_from(&before.indicator);
        } else if of_group.is_some() {
            return;
        } else if is_figure && kind(own).is_some_and(str::is_empty) {
            self.indicator = Some(Cow::Owned(kind(named).unwrap_or(named).to_owned()));
        } else if unit == "年一遇" && named.ends_with("标准") && !own.ends_with("标准") {
            let place = CUES.group_noun.prefix(named).map_or(0, str::len);
            // `县城段防洪标准`
            self.indicator = Some(Cow::Owned(named[place..].trim_start_matches('段').to_owned()));
        } else if is_figure && CUES.ladders[RANK].is(own) && !CUES.ladders[RANK].within(named) {
            // `设区市疾控中心检测项目数不少于200项，县级不少于80项`
            let place =
                CUES.group_noun.prefix(named).filter(|place| place.ends_with(['市', '县', '区', '镇', '乡']));
            let rest = place.map_or(named, |place| &named[place.len()..]);
            self.indicator = Some(Cow::Owned(rest.to_owned()));
        } else if rate && is_class(own) && self.share_of.is_none() && !on_the_same_ladder(own, named) {
            // `科普经费人均达到1元，乡镇不低于0.3元`
            let per_head = Some(named).filter(|named| named.starts_with("人均"));
            let Some(figure) = per_head.or_else(|| figure(named, own, lasting)) else { return };
            self.indicator = Some(Cow::Owned(figure.to_owned()));
        } else {
            return;
        }
        self.group = Some(Cow::Borrowed(own));
    }
}
