//! The words round one number: what binds it, what is counted, over whom.

use super::Clause;
use super::Reader;
use super::beside::{
    again, all_done, at_most, attribute, deed_alone, deed_of_each, done_behind_comma, done_in_time,
    done_so_often, is_actor, kind_behind_bound, merge, per_behind_bound, share_base, time_behind,
    what_is_left,
};
use super::deed::brought_in;
use super::whom::Circumstance;
use super::within::deed_behind_limit;
use crate::target::cues::CUES;
use crate::target::measure::{self, Binding};
use crate::target::quantity::Quantity;
use crate::target::time::{self, Time};
use crate::target::{group, matter, share};
use crate::wordlist::CharSet;
use crate::{Baseline, Measure};
use gongwen_lexicon::ends_with_any;
use gongwen_text::Span;
use std::borrow::Cow;

/// What is done with meetings and the like, which are counted themselves: `联席会议每季度召开1次`.
const HELD: [&str; 16] = [
    "召开", "举办", "举行", "开展", "组织", "进行", "实施", "安排", "承办", "完成", "发布", "出台", "开设",
    "提供", "形成", "落实",
];

/// Animals that are kept, and those that are sold.
const HERDS: [&str; 2] = ["存栏", "出栏"];

/// What tells that a number may be bounded from above with a verb between.
static MOST: CharSet = CharSet::of(&['多', '只', '仅']);

/// One quantity with the words that belong to it.
#[allow(clippy::struct_excessive_bools)] // independent findings about one clause
pub(super) struct Piece<'a> {
    pub(super) right: &'a str,
    pub(super) binding: Binding,
    pub(super) indicator: Option<Cow<'a, str>>,
    pub(super) group: Option<Cow<'a, str>>,
    pub(super) time: Option<Time>,
    pub(super) own_time: bool,
    /// The time stands in front of what is to be done by then: it carries on inside the sentence.
    pub(super) by_then: bool,
    /// A lead-in such as 实现 or 推动 stands before the matter.
    pub(super) led: bool,
    pub(super) makes: bool,
    pub(super) verb_before: bool,
    /// The indicator stands before the number, not behind it.
    pub(super) in_front: bool,
    /// Nothing is named: what was counted before goes on.
    pub(super) follows: bool,
    /// The group is whom it is done for (`为每个村配备…`): the next clause does not speak of it.
    pub(super) served: bool,
    /// A time of the past stands inside the clause.
    pub(super) past: bool,
    /// The clause before, when the indicator stands there.
    pub(super) borrowed: Option<Span>,
    pub(super) baseline: Option<crate::Baseline>,
    /// What binds it speaks of size (`不小于`), not of an amount (`不少于`).
    pub(super) sized: bool,
    /// What the number is of is told nowhere.
    pub(super) adrift: bool,
    /// The change stands before what changes, and may go on (`压减会议10%、文件15%`).
    pub(super) leads: bool,
    /// 至少 stands before the verb and binds all that it governs (`至少储备灭火机15台、工具200把`).
    pub(super) governs: bool,
    /// What is counted shall all be done, or by a time told behind it (`现有路灯1200盏全部更换`).
    pub(super) promised: bool,
    /// What the number is a share of (`不低于交流总数的20%`).
    pub(super) share_of: Option<&'a str>,
}

/// Ends of the names of sizes.
const SIZES: [&str; 9] = ["距离", "距", "度", "径", "宽", "高", "深", "厚", "建筑面积"];

impl<'a> Piece<'a> {
    pub(super) fn read(
        reader: &Reader<'a, '_>,
        clause: &Clause,
        part: &share::Part<'a>,
        q: &Quantity<'a>,
        follows: bool,
    ) -> Self {
        let text = reader.text;
        let mut left = &text[part.left.from()..part.left.to()];
        let (right, seen) = (part.right.of_text(text), &clause.seen);
        let mut out = Piece {
            right,
            binding: Binding { comparator: part.bound, ..Binding::default() },
            indicator: part.indicator.clone(),
            group: part.group.clone(),
            time: None,
            own_time: clause.timed || part.frequency.is_some(),
            by_then: false,
            led: CUES.lead.within(&text[clause.span.from()..clause.body]),
            // `新建120座、累计达到460座`: a sum is reached, not made.
            makes: follows
                && !seen.any(left, &["累计达", "总数达", "总量达"])
                && reader.carry.kind == Some(Measure::Count)
                && !measure::is_rate_unit(&q.unit)
                // `接待游客900万人次、旅游总收入达到70亿元`
                && !measure::reaches_level(left),
            verb_before: false,
            in_front: false,
            follows: false,
            served: false,
            past: false,
            borrowed: None,
            baseline: part.baseline.clone(),
            sized: text[..q.start].trim_end().ends_with(['小', '大', '低', '高', '于'])
                && ends_with_any(text[..q.start].trim_end(), &["小于", "大于", "低于", "高于"]),
            adrift: part.rule == Some(share::UNTOLD),
            leads: false,
            governs: false,
            promised: false,
            share_of: None,
        };
        // A time phrase inside the clause: its subject stands before it.
        let found = time::last_in(left, reader.context).filter(|&(_, to, _)| !attribute(&left[to..]));
        // `达到2023年的1.5倍`, `降至2020年的85%`: what it is measured by, no deadline.
        let measured = found.filter(|&(_, to, time)| {
            let earlier =
                || reader.context.first_year().zip(time.deadline).is_some_and(|(first, year)| year < first);
            let of = left[to..].strip_prefix("水平").unwrap_or(&left[to..]) == "的";
            of && (q.unit == "倍" || q.unit == "%" && earlier()) && time.deadline.is_some()
        });
        if let Some((from, to, time)) = measured {
            let reached = left[from..].starts_with(['到', '至']);
            let from = from + if reached { '到'.len_utf8() } else { 0 };
            let place = Span::new(part.left.from() + from, part.left.from() + to);
            let year = Baseline { year: time.deadline, value: None, text: place };
            out.baseline.get_or_insert(year);
            left = &left[..from];
        }
        let found = found.filter(|_| measured.is_none());
        let mut least = false;
        out.past = found.is_some_and(|(_, _, time)| time.past);
        if let Some((from, to, time)) = found {
            let yearly = left[from..].starts_with("年均");
            out.time = Some(time);
            out.own_time = true;
            if !yearly {
                let subject = matter::without_in(left[..from].trim().trim_start_matches(['、', '和']));
                // `营业场所应至少每半年组织一次演练`
                let bound = CUES.prefix_ge.suffix(subject);
                least = bound.is_some();
                let subject = bound.map_or(subject, |word| {
                    subject[..subject.len() - word.len()].trim_end_matches(['应', '要', '须', '需'])
                });
                if matches!(left[to..].trim(), "对" | "为" | "给" | "向") {
                    // `县教育督导室每年对10所学校开展督导`: who does it is no matter.
                    left = &left[to..];
                } else if to == left.len() && subject.trim_start_matches(['、', '和']).is_empty() {
                    // `2024年200户、2025年250户`
                    left = "";
                } else if let Some(told) = Circumstance::of(subject)
                    && measure::binding(&left[to..]).start == 0
                    && reader.goes_on_from(q)
                {
                    // `企业每半年检查不少于1次，旺季每月1次`, `组织惠民演出，农村每年不少于60场`
                    out.group = told.place().map(Cow::Borrowed);
                    out.binding = measure::binding(&left[to..]);
                    left = "";
                } else if let Some((deed, each)) = deed_of_each(subject)
                    .filter(|_| measure::binding(&left[to..]).start == 0 && CUES.event_unit.is(&q.unit))
                {
                    // `入户安检每户每年不少于1次`
                    out.binding = measure::binding(&left[to..]);
                    out.group = Some(Cow::Borrowed(each));
                    left = deed;
                } else if to == left.len()
                    && !(group::is_group(subject) || is_actor(subject) && again(reader, q))
                {
                    // `系列赛事每季度1场`
                    left = subject;
                } else if to == left.len() && (follows || reader.goes_on_from(q) || again(reader, q)) {
                    // `县级河长每季度巡河1次、乡级河长每月2次`, `企业每季度检查1次，学校每月1次`
                    if !follows && let Some(deed) = deed_alone(reader) {
                        (out.indicator, out.makes) = (Some(deed), true);
                    }
                    out.group = Some(Cow::Borrowed(subject));
                    left = "";
                } else if to == left.len()
                    && matches!(&*q.unit, "次" | "遍" | "轮")
                    && !subject.starts_with(['每', '各'])
                {
                    // `险工险段每周2次`
                    out.indicator = Some(Cow::Borrowed(subject));
                    left = "";
                } else if to < left.len() {
                    // `村医每年招聘不少于10名`: the verb has no other object than the subject.
                    let stem = &left[to..][..measure::binding(&left[to..]).start];
                    let alone = CUES.make.is(stem)
                        && matter::noun_behind(right, seen).is_none()
                        && !CUES.deed.is(stem);
                    if group::is_told(subject) {
                        left = &left[to..];
                    } else if left[to..].starts_with('每') && group::is_group(&left[to..]) {
                        // `养护资金每年每公里不低于1万元`
                        out.binding = measure::binding(&left[to..]);
                        out.group = Some(Cow::Borrowed(matter::clean(&left[to..][..out.binding.start])));
                        left = subject;
                    } else if group::is_group(subject)
                        && part.indicator.is_none()
                        && !alone
                        // `“国培”教师到2030年达到1500人次`: they are counted themselves.
                        && !(stem.is_empty()
                            && matches!(&*q.unit, "人" | "名" | "人次")
                            && !subject.starts_with(['每', '各'])
                            && matter::noun_behind(right, seen).is_none())
                    {
                        out.group = Some(Cow::Borrowed(subject));
                        left = &left[to..];
                    } else if alone
                        && !CUES.deed.is(stem)
                        && let Some((deed, true)) = done_so_often(subject, &left[to..], right, q)
                            .filter(|(deed, _)| !HELD.contains(deed))
                    {
                        // `垃圾收集点每两天清运1次`
                        out.indicator = Some(Cow::Owned([subject, deed].concat()));
                        out.makes = true;
                        left = &left[to..];
                    } else if alone
                        && !CUES.deed.is(stem)
                        && matter::noun_behind(right, seen).is_none()
                        && matter::has_chars(subject, 3)
                    {
                        // `联席会议每季度召开1次`: what is done stands before the time phrase.
                        out.makes = true;
                        out.binding = measure::binding(&left[to..]);
                        left = subject;
                    } else if matter::has_chars(subject, 3)
                        && ["覆盖", "达到"].contains(&&left[to..][..measure::binding(&left[to..]).start])
                    {
                        // `日常巡查每月覆盖不少于10家`
                        out.binding = measure::binding(&left[to..]);
                        out.makes = true;
                        left = subject;
                    } else if let subject = subject.strip_prefix('对').unwrap_or(subject)
                        && let Some((deed, named)) = done_so_often(subject, &left[to..], right, q)
                    {
                        // `出厂水每月检测不少于2次`, `公厕每天至少清扫2次`, `班子成员每季度调研1次`
                        // `高风险冷库每季度检查1次，其他冷库每年检查1次`
                        let others = clause.left_of(text, q.start).find("其他").filter(|_| named);
                        if others.is_some_and(|at| {
                            clause.left_of(text, q.start)[at + "其他".len()..].starts_with(subject)
                        }) {
                            out.indicator = Some(Cow::Owned(["其他", subject, deed].concat()));
                        } else if named {
                            out.indicator = Some(Cow::Owned([subject, deed].concat()));
                        } else {
                            out.group = Some(Cow::Borrowed(subject));
                        }
                        out.makes = true;
                        left = &left[to..];
                    } else if let Some((thing, deed)) = brought_in(subject, &left[to..], right) {
                        // `利用“科普大篷车”每年进校园20场以上`, `科技馆每年开放不少于200天`
                        out.indicator = Some(Cow::Owned([thing, deed].concat()));
                        out.makes = true;
                        left = &left[to..];
                    } else if matter::clean(&left[to..]).chars().count() >= 2
                        && measure::binding(&left[to..]).start > 0
                    {
                        // `县水利局要在年底前完成清淤18公里，漏损率控制在9%以内`: both by then.
                        out.by_then = !time.past
                            && time.deadline.is_some()
                            && matter::verb_in_front(&left[to..]).is_some();
                        left = &left[to..];
                    } else {
                        // `科普活动每年不少于…`: the matter stands before the time phrase.
                        out.binding = measure::binding(&left[to..]);
                        left = subject;
                    }
                }
            }
        }
        // `一季度开工40个、上半年开工80个`
        let listed = left.trim_start_matches(['、', '和']);
        if let Some(len) = time::quarter(listed) {
            let time = out.time.get_or_insert_with(Time::default);
            time.deadline = time.deadline.or(reader.this_year());
            out.own_time = true;
            left = &listed[len..];
        }
        // `各镇要在3月10日前完成干渠清淤`: who does it by when stands before what is done.
        if seen.may("前")
            && let Some((from, to, month)) = time::before_deed(left)
        {
            if month {
                let time = out.time.get_or_insert_with(Time::default);
                time.deadline = time.deadline.or(reader.this_year());
                (out.own_time, out.by_then) = (true, time.deadline.is_some());
            }
            let subject = matter::strip_lead(left[..from].trim_end_matches(['要', '须', '应'])).0;
            if group::is_group(subject) {
                out.group.get_or_insert(Cow::Borrowed(subject));
            }
            left = &left[to..];
        }
        // `一季度不低于30%、年底达到100%` are rungs, which are groups.
        let rungs =
            || reader.carry.group.as_deref().is_some_and(|group| CUES.quarter().prefix(group).is_some());
        if (seen.may("月") || (seen.may("年底") || seen.may("年末")) && !rungs())
            && let Some(at) = time::month_within(left)
        {
            // `竣工率6月底达50%、9月底达100%`, `支付率年底达到90%`: the year is that of a yearly plan.
            let time = out.time.get_or_insert_with(Time::default);
            time.deadline = time.deadline.or(reader.this_year());
            out.own_time = true;
            out.binding = measure::binding(&left[at..]);
            left = left[..at].trim();
        }
        // `剩余7个小区2025年6月底前竣工`: by when stands behind the number.
        let right = match time_behind(right, reader).or_else(|| what_is_left(left, right, reader)) {
            Some((at, time)) if out.time.is_none_or(|own| own.deadline.is_none()) => {
                let every = out.time.and_then(|own| own.frequency);
                out.time = Some(Time { frequency: every, ..time });
                out.own_time = true;
                out.promised = true;
                right[..at].trim_end()
            }
            _ => right,
        };
        // `现有路灯1200盏全部更换`
        let all = if seen.may("全") { all_done(right) } else { None };
        out.promised |= all.is_some();
        let right = all.map_or(right, |at| right[..at].trim_end());
        left = matter::strip_lead(left).0;
        // `经费不低于预算总额的10%`: the bound stands before the noun that the share is of.
        // `注册人数达到常住人口的5‰`
        if matches!(&*q.unit, "%" | "‰")
            && left.ends_with('的')
            && let Some(at) = seen.find(left, "达到").filter(|&at| at >= 6)
        {
            out.binding.reaches = true;
            left = &left[..at];
        }
        if matches!(&*q.unit, "%" | "‰" | "倍") && left.ends_with('的') {
            let of = left.char_indices().skip(2).find_map(|(at, _)| {
                let rest = &left[at..];
                let (comparator, len) = measure::bound_in_front(rest)?;
                // 最高 and 控制 begin longer words.
                let long = comparator == crate::Comparator::Ge || len > "上限".len();
                (long && len < rest.len() - '的'.len_utf8()).then_some((at, comparator))
            });
            if let Some((at, comparator)) = of {
                out.binding.comparator.get_or_insert(comparator);
                out.binding.reaches = true;
                out.share_of = share_base(&left[at..]);
                left = &left[..at];
            }
        }
        // `按照不低于农业人口0.5%的比例配备农技人员`: what is so many stands behind.
        if q.unit == "%" && out.share_by_standard(left, right, seen) {
            left = "";
        }
        if q.unit == "%" && seen.may("递增") && out.grows_by(reader, left) {
            return out;
        }
        // `对每个村至少督导1次`: over whom.
        if let Some(rest) = left.strip_prefix('对').filter(|rest| rest.starts_with(['每', '各']))
            && let (Some(group), rest) = group::split_group(rest)
            && matter::has_chars(rest, 2)
        {
            out.group.get_or_insert(Cow::Borrowed(group));
            left = rest;
        }
        // `办税材料最多报送2份`, `企业注销最多跑一次`: so many at most.
        if out.binding.comparator.is_none()
            && q.bound.is_none()
            && seen.any_of(&MOST)
            && let Some((head, verb)) = at_most(left)
        {
            let head = matter::clean(matter::strip_lead(&head[..measure::binding(head).start]).0);
            out.binding.comparator = Some(crate::Comparator::Le);
            out.binding.reaches = true;
            let thing = matter::noun_behind(right, seen).filter(|_| verb != "跑");
            out.indicator = match thing {
                Some(thing) => Some(Cow::Owned([head, verb, thing].concat())),
                None => Some(Cow::Borrowed(head)).filter(|head| matter::has_chars(head, 2)),
            };
            out.in_front = true;
            return out;
        }
        // `每周至少播出节目1期`: the binding word stands before the verb.
        if let Some(word) = CUES.prefix_ge.prefix(left).filter(|w| w.len() < left.len()) {
            out.binding.comparator.get_or_insert(crate::Comparator::Ge);
            out.governs = true;
            left = &left[word.len()..];
        }
        if seen.may("每")
            && let Some((head, per)) = per_behind_bound(left)
        {
            out.group.get_or_insert(Cow::Borrowed(per));
            left = head;
        }
        if let Some((head, kind)) = kind_behind_bound(left) {
            // `审批时限压缩到工业类20个工作日`
            out.group.get_or_insert(Cow::Borrowed(kind));
            left = head;
        } else if follows
            && left.ends_with('类')
            && reader.carry.group.as_deref().is_some_and(|group| group.ends_with('类'))
            && reader.carry.unit == q.unit
        {
            out.group.get_or_insert(Cow::Borrowed(matter::clean(left)));
            left = "";
        }
        // `应在审核通过后20个工作日内将资金拨付到位`: what is done in time stands behind.
        if out.indicator.is_none()
            && let Some(done) = done_in_time(left, right, q)
        {
            let doer = matter::strip_lead(left).0;
            let doer = doer.find(['应', '须', '在']).map_or("", |at| &doer[..at]);
            out.group = out.group.or(Some(doer).filter(|doer| group::is_group(doer)).map(Cow::Borrowed));
            out.binding = merge(measure::binding(left), out.binding);
            // `5个工作日内启动核查，90日内完成`: what was begun.
            let begun = reader.carry.indicator.clone().filter(|_| {
                done == "完成" && left.trim().is_empty() && CUES.duration_unit.is(&reader.carry.unit)
            });
            let begun = begun.map(|name| match name {
                Cow::Borrowed(name) => Cow::Borrowed(name.strip_prefix("启动").unwrap_or(name)),
                name @ Cow::Owned(_) => name,
            });
            out.indicator = begun.or(Some(Cow::Borrowed(done)));
            return out;
        }
        // `管道漏损12小时内修复`
        if out.indicator.is_none()
            && let Some((thing, deed)) = deed_behind_limit(left, right, q)
        {
            out.indicator = Some(Cow::Owned([thing, deed].concat()));
            return out;
        }
        // `应当于验收之日起10个工作日内，将资金拨付到位`
        let behind = &text[clause.span.to()..reader.sentence.to().max(clause.span.to())];
        if out.indicator.is_none()
            && let Some(done) = done_behind_comma(left, right, behind, q)
        {
            out.binding = merge(measure::binding(left), out.binding);
            out.adrift = done.is_empty();
            out.indicator = Some(Cow::Borrowed(done)).filter(|done| !done.is_empty());
            return out;
        }
        // `施工许可1个工作日办结`
        out.binding.reaches |= q.unit == "个工作日" && right.starts_with("办结");
        let done = left.trim() == "完成";
        let near = measure::binding(left);
        let link = if part.link.is_empty() { Binding::default() } else { measure::binding(part.link) };
        let outer = merge(out.binding, link);
        left = &left[..near.start];
        let mut binding = merge(near, outer);
        // `至少配备一名`: the verb stands between the binding word and the number.
        let bare = matter::noun_behind(right, seen);
        let (mut deed, mut state, mut finished, mut herd) = (None, None, None, None);
        // `保障性住房开工500套、基本建成300套`
        let nearly = Some("基本建成")
            .filter(|word| bare.is_none() && left == "建成" && text[..q.start].ends_with(word));
        if let Some(verb) = CUES.make.suffix(left).filter(|v| bare.is_some() || v.len() == left.len()) {
            out.verb_before = true;
            out.makes = true;
            let rest = &left[..left.len() - verb.len()];
            // `至少结对帮扶2所`: verbs come in pairs.
            let first = CUES.make.suffix(rest).map(|first| &rest[..rest.len() - first.len()]);
            let rest = first.filter(|rest| measure::binding(rest).comparator.is_some()).unwrap_or(rest);
            let farther = measure::binding(rest);
            binding = merge(binding, farther);
            left = &rest[..farther.start];
            let whole = matter::clean(matter::strip_lead(left).0);
            let subject = group::served(whole);
            out.served = subject.len() < whole.len();
            if group::is_group(subject) {
                out.group = Some(Cow::Borrowed(subject));
                left = "";
            } else if bare.is_some() {
                left = "";
            } else if subject.is_empty() && CUES.deed.is(verb) {
                deed = Some(verb);
            } else if subject.is_empty() {
                state = Some(verb).filter(|verb| matter::STATES.contains(verb));
                finished = Some(verb).filter(|verb| *verb == "完成");
                herd = Some(verb).filter(|verb| HERDS.contains(verb));
            }
        } else if let Some(rest) = left
            .strip_suffix(['设', '建', '配', '派'])
            .filter(|rest| bare.is_some() && (rest.is_empty() || group::is_group(matter::strip_lead(rest).0)))
        {
            // `每2公里设1处卡口`, `每个村配2名协管员`
            out.verb_before = true;
            out.makes = true;
            let subject = matter::strip_lead(rest).0;
            out.group = out.group.or((!subject.is_empty()).then_some(Cow::Borrowed(subject)));
            left = "";
        } else if left.ends_with('的') && bare.is_some() {
            out.makes |= matter::verb_in_front(left).is_some();
            left = "";
        }
        if bare.is_none()
            && !binding.reaches
            && CUES.make.suffix(left).is_some_and(|v| v.len() < left.len() && v != "组织")
        {
            // `水库除险加固20座`: the deed is named behind its object.
            out.makes = true;
            // `供热面积新增50万平方米`: what is added is the object.
            left = ["新建改建", "改扩建", "新增", "净增", "新建", "新开", "新设", "完成"]
                .iter()
                .find_map(|w| left.strip_suffix(w).filter(|_| *w != "完成" || q.unit != "%"))
                .filter(|object| matter::has_chars(object, 2))
                .unwrap_or(left);
            // `投资力争完成18亿元`, `累计完成1800户`
            if let Some(word) = measure::idle_word(left)
                .filter(|word| matches!(*word, "力争" | "累计" | "争取" | "努力" | "预计"))
            {
                left = &left[..left.len() - word.len()];
            }
        }
        out.binding = binding;
        if least {
            out.binding.comparator.get_or_insert(crate::Comparator::Ge);
        }
        if out.indicator.is_some() {
            out.makes |= matter::verb_in_front(matter::strip_lead(left).0).is_some();
            return out;
        }
        out.name(reader, seen, left, bare, q, follows);
        // `建设产业园1000亩，首期400亩`: which part it is, of what is told nowhere.
        out.adrift |= matches!(out.indicator.as_deref(), Some("首期" | "一期" | "二期" | "三期"));
        // `不高于基准利率加50个基点`: no rate, and no change of one.
        out.adrift |= q.unit == "基点" && out.binding.change.is_none();
        // `开工率达到100%，9月底前完成80%`: another stage, no share of the first.
        if done
            && out.follows
            && out.indicator.as_deref().and_then(|name| name.strip_suffix('率')).is_some_and(|name| {
                matter::STATES
                    .iter()
                    .any(|state| *state != "完工" && *state != "竣工" && name.ends_with(state))
            })
        {
            out.indicator = Some(Cow::Borrowed("完成"));
            return out;
        }
        // `签约项目40个，开工30个、投产15个`: those of the same that have come so far.
        // `老旧小区改造开工15个，竣工10个`, `加装电梯开工20部，完成10部`: the stage stands behind the thing.
        // `生猪存栏5万头、出栏10万头`
        out.follows |= nearly.is_some() && reader.carry.unit == q.unit;
        let state = state.or(nearly);
        let stage = state.or(finished).or(herd).filter(|_| out.follows);
        let behind = reader.carry.indicator.as_deref().zip(stage).and_then(|(same, stage)| {
            let stages = if herd.is_some() { &HERDS[..] } else { &matter::STATES[..] };
            let thing = stages.iter().find_map(|word| same.strip_suffix(word));
            Some((thing.filter(|thing| matter::has_chars(thing, 2))?, stage))
        });
        if let Some((thing, stage)) = behind {
            let stage = if stage == "完成" { "" } else { stage };
            out.indicator = Some(Cow::Owned([thing, stage].concat()));
            return out;
        }
        if let (Some(state), Some(same)) = (state.filter(|_| out.follows), &reader.carry.indicator) {
            let same = matter::STATES.iter().find_map(|word| same.strip_prefix(word)).unwrap_or(same);
            out.indicator = Some(Cow::Owned(format!("{state}{same}")));
            return out;
        }
        // `造林5万亩`: the deed alone is what is counted, unless the words before go on for the same unit.
        if let Some(verb) = deed {
            out.indicator = Some(Cow::Borrowed(verb));
            out.borrowed = None;
            out.follows = false;
        }
        out
    }

    pub(super) fn kind(&self, q: &Quantity<'_>) -> Option<Measure> {
        let indicator = self.indicator.as_deref().unwrap_or_default();
        let per_head = self.group.as_deref().is_some_and(group::is_per_head);
        if per_head && self.binding.change.is_none() {
            return Some(Measure::Level);
        }
        // `材料由5份减至2份`
        let from_to = self.baseline.as_ref().is_some_and(|b| b.value.is_some());
        if from_to && self.binding.reaches && self.binding.change.is_none() && !self.makes {
            return Some(Measure::Level);
        }
        // `精简材料至3份`
        if self.leads && self.binding.reaches && self.binding.change.is_none() {
            return Some(Measure::Level);
        }
        // `距离不小于30米`, `新建公厕建筑面积不小于60平方米`: how large each is.
        if self.sized && CUES.size_unit.is(&q.unit) && ends_with_any(indicator, &SIZES) {
            return Some(Measure::Level);
        }
        measure::measure(q, &self.binding, indicator, self.makes)
    }
}
