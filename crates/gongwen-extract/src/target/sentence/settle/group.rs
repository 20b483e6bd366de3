//! Over whom or what a target is spread.
//!
//! The number's own group is asked first, then that of the clause before where it goes on; then so many of a thing told in front of it, the place
//! in front of a colon, those who are inspected and those it is done to.

use super::super::deed;
use super::super::number::Number;
use super::super::piece::Piece;
use super::super::whole::{FEW, MADE, made_by_all};
use super::super::{Reader, is_place};
use crate::Comparator;
use crate::target::RawTarget;
use crate::target::cues::CUES;
use crate::target::group::{self, is_per_head};
use crate::target::matter::{self, has_chars};
use crate::target::measure;
use crate::target::quantity::{self, Quantity};
use crate::wordlist::CharSet;
use gongwen_text::Span;
use rust_decimal::Decimal;
use std::borrow::Cow;

impl<'a> Reader<'a, '_> {
    /// The group, and what of it the next clause speaks of too.
    pub(super) fn group(&mut self, n: &Number<'_, 'a>, out: &[RawTarget<'a>]) -> Option<Cow<'a, str>> {
        let subject = if self.carry.charged { self.is_charged(n) } else { self.keeps_subject(n, out.last()) };
        let subject = subject || self.each_has(n, out.last());
        let per_head = self.goes_on_per_head(n, out.last());
        let kept = |group: &Cow<'_, str>| {
            !is_share_alone(n) && (!n.is_anew() || per_head || subject && carries_on(group))
        };
        let left = n.piece.left;
        let own = n.read.group.clone().filter(|group| !is_whole(group));
        let group = own.or_else(|| self.carry.group.clone().filter(kept));
        let group = group
            .map(|group| per_figure(self.text, left.from(), bare_group(group)))
            .or_else(|| per_so_many(self.text, left).map(Cow::Borrowed))
            .or_else(|| self.carry.place.clone())
            .or_else(|| self.visited(n.clause, n.q).map(Cow::Borrowed))
            .or_else(|| self.done_to_those(n.clause, &n.read, n.q).map(Cow::Borrowed));
        if n.is_anew() && !subject && !per_head {
            // Something else is spoken of from here on.
            self.carry.group = None;
        }
        self.carry.charged &= subject && n.read.group.is_none();
        if n.read.group.is_some() && !n.part {
            // `按每户每年60元安排经费`: by what it is reckoned.
            let reckoned = left.of_text(self.text).contains("按每");
            let own = n.read.group.clone().filter(|group| !is_whole(group));
            self.carry.group = own.filter(|_| !n.read.served && !reckoned);
        }
        group
    }

    /// Behind a comma the subject goes on with another verb, unless that adds to the whole:
    /// `学校每学期举办讲座2次，组织研学1次`, but `每个乡镇建成1个站，新增床位120张`, `每个村建成1个广场，新建道路9公里`.
    fn keeps_subject(&self, n: &Number<'_, 'a>, before: Option<&RawTarget<'_>>) -> bool {
        let words = &self.text[n.clause.body..];
        CUES.make.prefix(words).or(CUES.train.prefix(words)).is_some_and(|verb| {
            // `整改时限不超过3天`: the verb begins the name of a limit.
            // `培训经费每年10万元`: or of a sum.
            let limit = (CUES.duration_unit.is(&n.q.unit)
                || CUES.money_unit.is(&n.q.unit) && CUES.train.is(verb))
                && n.read.indicator.as_deref().is_some_and(|name| name.starts_with(verb));
            !(limit
                || verb.starts_with('新')
                || matches!(verb, "净增" | "扩建")
                || made_by_all(verb, &n.read, before, n.q)
                || self.is_not_theirs(verb, n, before)
                || self.has_own_doer(n)
                // `选派医师40名，每名下沉6个月，招聘护士15名`: each of them has none of its own kind.
                || self.carry.group.as_deref().and_then(|group| group.strip_prefix('每')) == Some(&*n.q.unit)
                || is_sum_of_all(n, before))
        })
    }

    /// `县供水公司组建抢修队1支，县水利局组建2支`: a body is named that does it.
    fn has_own_doer(&self, n: &Number<'_, 'a>) -> bool {
        deed::length(n.clause.left_of(self.text, n.q.start)) > 0
    }

    /// Whether what those without 每 do ends at the comma: `中小学90%以上建成绿色学校，创建绿色社区10个`,
    /// `乡镇卫生院每季度举办讲座1次，组建宣讲队16支`. What is held so often (`学校每学期举办讲座2次，组织研学1次`) and a few that each is given go on.
    fn is_not_theirs(&self, verb: &str, n: &Number<'_, 'a>, before: Option<&RawTarget<'_>>) -> bool {
        let group = self.carry.group.as_deref().filter(|group| !group.starts_with(['每', '各']));
        // `95%的学校开设课程，参加活动的学生达到90%以上`: a share is of theirs.
        let Some(group) = group.filter(|_| n.q.unit != "%") else { return false };
        let held = matches!(&*n.q.unit, "次" | "场" | "期" | "课时" | "学时" | "节" | "人次" | "场次");
        if before.is_some_and(|before| before.unit == "%") {
            return !(held && n.clause.timed);
        }
        // `石桥镇新建广场1个，改造道路3公里`: of one place.
        let place = is_place(group) && !CUES.group_noun.is(group);
        let given = n.q.value <= FEW && !MADE.contains(&verb);
        !(held || given || place)
    }

    /// `各牵头单位要制定计划，明确1名联络员`, `各乡镇要加强领导，每半年研究1次`: what those who were told to act have of each, a few or so often.
    fn is_charged(&self, n: &Number<'_, 'a>) -> bool {
        const OFTEN: Decimal = Decimal::from_parts(12, 0, 0, false, 0);
        const ACTS: [&str; 7] = ["研究", "听取", "报送", "上报", "专题", "至少", "定期"];
        // What all of them make together (`出台配套文件3个`) is none of each.
        const GIVES: [&str; 16] = [
            "明确", "确定", "指定", "固定", "选定", "配备", "配齐", "配强", "设置", "设立", "安排", "选派",
            "选聘", "推荐", "推选", "抽调",
        ];
        let words = &self.text[n.clause.body..];
        let given = n.q.value <= FEW && GIVES.iter().any(|verb| words.starts_with(verb));
        let acts = || {
            CUES.make.prefix(words).or(CUES.train.prefix(words)).or(CUES.deed.prefix(words)).is_some()
                || ACTS.iter().any(|act| words.starts_with(act))
        };
        let often = n.q.frequency.is_some()
            || n.piece.frequency.is_some()
            || n.clause.timed
            || n.read.time.is_some_and(|time| time.frequency.is_some());
        given || often && n.q.value <= OFTEN && CUES.event_unit.is(&n.q.unit) && acts()
    }

    /// `每处建筑面积不少于800平方米，床位不少于10张`: behind a comma persons, beds, space and sums of at
    /// least so little are had by each, where no verb makes them.
    fn each_has(&self, n: &Number<'_, 'a>, before: Option<&RawTarget<'_>>) -> bool {
        const MOST: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
        const MOST_MONEY: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);
        const MOST_SPACE: Decimal = Decimal::from_parts(5000, 0, 0, false, 0);
        // `各企业每半年演练1次，救援队伍不少于30人`: behind a habit of theirs only a sum is had by each.
        let habit = before.is_some_and(|before| before.frequency != "once") && !CUES.money_unit.is(&n.q.unit);
        let group = self.carry.group.as_deref();
        let group =
            group.filter(|it| it.starts_with('每') && *it != "每人" || it.starts_with('各') && !habit);
        let bound = n.read.binding.comparator.or(n.q.bound);
        let least = matches!(bound, Some(Comparator::Ge | Comparator::Gt));
        if !n.is_anew() || !least || self.carry.charged || n.read.group.is_some() || group.is_none() {
            return false;
        }
        let named = n.read.indicator.as_deref().is_some_and(|name| {
            // `每个乡镇可办事项不少于60项，村（社区）可办事项不少于40项`: of others.
            let others = CUES.group_noun.prefix(name).is_some_and(|whose| whose.len() < name.len());
            n.read.in_front && !others && !["总", "累计", "全"].iter().any(|all| name.contains(all))
        });
        let made = CUES.make.prefix(&self.text[n.clause.body..]).is_some();
        let most = match &*n.q.unit {
            "平方米" => MOST_SPACE,
            // `每个乡镇建设1所敬老院，幼儿园不少于2所`: of houses and places the whole may have so few.
            "个" | "处" | "座" | "所" | "家" | "条" | "亩" | "公里" | "倍" => Decimal::ZERO,
            unit if CUES.money_unit.is(unit) => MOST_MONEY,
            _ => MOST,
        };
        named && !made && n.q.value <= most
    }

    /// Whether what is told behind a comma is taken per head like what stands before it.
    fn goes_on_per_head(&self, n: &Number<'_, 'a>, before: Option<&RawTarget<'_>>) -> bool {
        n.is_anew()
            && self.carry.group.as_deref().is_some_and(is_per_head)
            && figure_alike(before, &n.read, n.q)
    }
}

/// Whether a place is the whole division, whoever acts in it: `在全县布设哨点`, `县卫生健康局在全县建设急救站`.
fn is_whole(group: &str) -> bool {
    const WHOLE: [&str; 9] = ["全县", "全市", "全区", "全省", "全旗", "全州", "全镇", "全乡", "全域"];
    let place = group.rsplit('在').next().unwrap_or(group);
    WHOLE.contains(&place.trim_end_matches("范围内").trim_end_matches('内'))
}

/// `每人不低于360学时，持证率100%`: a rate is not spread over those before it.
fn is_share_alone(n: &Number<'_, '_>) -> bool {
    !n.listed && (n.is_rate() || measure::is_rate_unit(&n.q.unit) && n.read.binding.change.is_some())
}

/// `公用经费提高到每生每年7000元，安排专项资金350万元`: so much more than each has is what all have together.
fn is_sum_of_all(n: &Number<'_, '_>, before: Option<&RawTarget<'_>>) -> bool {
    const TIMES: Decimal = Decimal::from_parts(100, 0, 0, false, 0);
    let money = |unit: &str| CUES.money_unit.is(unit);
    let each =
        |t: &&RawTarget<'_>| money(&t.unit) && t.group.as_deref().is_some_and(|it| it.starts_with('每'));
    money(&n.q.unit) && before.filter(each).is_some_and(|t| n.q.value / TIMES >= t.value)
}

/// Whether the next clause may speak of a group as well: no occasion, no place where something stands, and no long name without
/// 每 or 各, which is that of one place, of which only its own clause speaks.
fn carries_on(group: &str) -> bool {
    const LONGEST: usize = 6;
    const OCCASIONS: [&str; 7] = ["每次", "每期", "每场", "每班", "每批", "每小时", "每分钟"];
    let named = || !group.starts_with(['每', '各']) && group.chars().count() > LONGEST;
    !OCCASIONS.iter().any(|occasion| group.starts_with(occasion))
        && !named()
        && !group.ends_with("场所")
        && !is_per_head(group)
}

/// Whether a number behind a comma is taken per head like the one before it: a name in 数 that reaches a figure of about that size
/// (`每千人口床位数达到6.8张，注册护士数达到3.2人`).
fn figure_alike(before: Option<&RawTarget<'_>>, read: &Piece<'_>, q: &Quantity<'_>) -> bool {
    const MOST_TIMES: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
    let number =
        |name: Option<&str>| name.is_some_and(|name| name.ends_with('数') && !name.ends_with("总数"));
    let alike = |t: &RawTarget<'_>| number(t.indicator.as_deref()) && q.value <= t.value * MOST_TIMES;
    read.binding.reaches && number(read.indicator.as_deref()) && before.is_some_and(alike)
}

/// The group without what stands before 每, without the word that puts it before its verb and without what only goes with the
/// verb: `夏秋两季每村`, `为孤寡老人家庭`, `每个县重点`.
fn bare_group(group: Cow<'_, str>) -> Cow<'_, str> {
    const WITH_VERB: [&str; 9] = ["随机", "重点", "全面", "原则上", "统一", "必须", "应当", "要", "应"];
    let Cow::Borrowed(whole) = group else { return group };
    // `科级以上干部每人`: who they are, each of them.
    let those = ["每人", "每名"].iter().find_map(|each| whole.strip_suffix(each));
    if let Some(those) = those.filter(|those| !those.contains('每') && group::is_group(those)) {
        return Cow::Borrowed(those);
    }
    let bare = whole.find('每').map_or(whole, |at| &whole[at..]);
    let stem = WITH_VERB.iter().find_map(|word| bare.strip_suffix(word));
    let bare = stem.filter(|stem| has_chars(stem, 2)).unwrap_or(bare);
    let served = bare.strip_prefix("面向").or_else(|| bare.strip_prefix(['为', '对', '向', '给']));
    let served = served.or_else(|| matter::behind_in(bare)).or_else(|| brought(bare));
    Cow::Borrowed(served.filter(|rest| has_chars(rest, 2)).unwrap_or(bare))
}

/// Those who are made to do it: 供水企业 of `督促供水企业每年演练2次`.
fn brought(group: &str) -> Option<&str> {
    const BRINGS: [&str; 8] = ["督促", "指导", "引导", "推动", "动员", "支持", "接纳", "吸纳"];
    let whom = BRINGS.iter().find_map(|word| group.strip_prefix(word))?;
    group::is_group(whom).then_some(whom)
}

/// The group with the figure before it that it is taken per: of `每100名学生配备1名教师` the number divides at `名`.
fn per_figure<'a>(text: &'a str, at: usize, group: Cow<'a, str>) -> Cow<'a, str> {
    const LONGEST: usize = 24;
    static LEADS: CharSet = CharSet::of(&['每', '为', '给']);
    let from = text.floor_char_boundary(at.saturating_sub(LONGEST));
    // `12个班以下的学校至少配备1间`: how large they are.
    if group.starts_with("班以") && text[at..].starts_with(&*group) {
        let before = text[from..at].strip_suffix('个').unwrap_or_default();
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if digits == 0 {
            return group;
        }
        let start = at - '个'.len_utf8() - digits;
        return Cow::Borrowed(&text[start..at + group.len()]);
    }
    if LEADS.behind_last(&text[..at], from) == from {
        return group;
    }
    let Some((mark, lead)) = ['每', '为', '给'].iter().find_map(|c| Some((text[from..at].rfind(*c)?, *c)))
    else {
        return group;
    };
    let figure = from + mark + lead.len_utf8();
    let whole = quantity::read(text, figure).is_some_and(|q| q.unit_end == at);
    if whole && text[at..].starts_with(&*group) {
        // `为100名学生配备1名教师`
        let start = if lead == '每' { from + mark } else { figure };
        return Cow::Borrowed(&text[start..at + group.len()]);
    }
    group
}

/// `每3个村` in front of `设立一处站点`, `每300至500户` in front of `设置1处`: so many of what stands behind the figure.
fn per_so_many(text: &str, left: Span) -> Option<&str> {
    const LONGEST: usize = 24;
    static EACH: CharSet = CharSet::of(&['每']);
    let from = text.floor_char_boundary(left.from().saturating_sub(LONGEST));
    let figure = EACH.behind_last(&text[..left.from()], from);
    if figure == from {
        return None;
    }
    let q = quantity::read(text, figure)
        .filter(|q| q.unit_end == left.from() || q.end == left.from() && q.bound.is_some())?;
    // `每两年` is a time.
    if matches!(&*q.unit, "年") || CUES.duration_unit.is(&q.unit) {
        return None;
    }
    let behind = left.of_text(text);
    let noun = match &*q.unit {
        "人" if behind.starts_with('口') => "口",
        unit if unit.starts_with('个') => CUES.group_noun.prefix(behind)?,
        _ => "",
    };
    Some(&text[figure - '每'.len_utf8()..left.from() + noun.len()])
}
