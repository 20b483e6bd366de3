//! What stands beside one number: whom it is taken per, by when it is done, what is done in time.

use super::{Reader, deed};
use crate::target::cues::CUES;
use crate::target::measure::{self, Binding};
use crate::target::quantity::Quantity;
use crate::target::time::{self, Time};
use crate::target::{group, matter};
use std::borrow::Cow;

/// `食品抽检量达到每千人`, `帮扶困难家庭不少于每社区`: whom the number is taken per stands between it and what binds it.
pub(super) fn per_behind_bound(left: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 24;
    let (head, per) = left.split_at(left.rfind('每')?);
    let bound = measure::binding(head).start < head.len();
    (bound && per.len() <= LONGEST && measure::binding(per).start == per.len()).then_some((head, per))
}

/// The date behind a number by which what stands there is done, and where it begins: `个小区2025年6月底前竣工`.
pub(super) fn time_behind(right: &str, reader: &Reader<'_, '_>) -> Option<(usize, Time)> {
    if !right.bytes().any(|byte| byte.is_ascii_digit()) && !["年内", "年底"].iter().any(|w| right.contains(w))
    {
        return None;
    }
    // `3个小区6月底前竣工`: of the year that is planned.
    let month = || {
        let months = right.match_indices('月').map(|(at, _)| &right[..at]);
        let figure = |head: &str| head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let from = months.map(figure).find(|&from| time::month_end(&right[from..]).is_some())?;
        let to = from + time::month_end(&right[from..])?;
        Some((from, to, Time { deadline: reader.this_year(), ..Time::default() }))
    };
    let (from, to, time) = time::last_in(right, reader.context).or_else(month)?;
    let deed = ["全部", "全面", "基本", "要"].iter().find_map(|word| right[to..].strip_prefix(word));
    let deed = deed.unwrap_or(&right[to..]);
    let verb = CUES
        .make
        .prefix(deed)
        .or(["完工", "交付", "见效"].iter().find(|word| deed.starts_with(**word)).copied());
    // `12个村2025年底前全部通自来水`
    let supplied = right[to..].starts_with("全部通") && deed.chars().count() <= 6;
    let ends = supplied
        || verb.is_some_and(|verb| {
            matches!(&deed[verb.len()..], "" | "完毕" | "到位" | "使用" | "运行" | "运营" | "生产")
        });
    let closed = right[..to].ends_with(['前', '底', '末', '内']);
    let told = time.deadline.is_some() || &right[from..to] == "年内";
    (told && !time.past && closed && ends).then_some((from, time))
}

/// Where `全部更换` begins behind a number: all of the things counted shall be done so.
pub(super) fn all_done(right: &str) -> Option<usize> {
    let at = ["全部", "全面"].iter().find_map(|word| right.find(word))?;
    let deed = &right[at + "全部".len()..];
    let verb = CUES.make.prefix(deed);
    let verb =
        verb.or_else(|| ["交付", "投产", "达产", "见效"].into_iter().find(|verb| deed.starts_with(verb)))?;
    let rest = &deed[verb.len()..];
    let ends = rest.is_empty() || ["到位", "完毕", "使用", "运行", "为"].iter().any(|w| rest.starts_with(w));
    (ends && !right.contains('已')).then_some(at)
}

/// Whether words say that something is done and no more: `全部竣工`, `上线运行`, `建成并投入使用`; what has begun is not done.
pub(super) fn says_done(words: &str) -> bool {
    let deed = ["全部", "全面", "基本", "要"].iter().find_map(|word| words.strip_prefix(word));
    let deed = deed.unwrap_or(words);
    let rest = CUES.done.prefix(deed).map(|verb| deed[verb.len()..].trim_start_matches('并'));
    rest.is_some_and(|rest| rest.is_empty() || CUES.done.is(rest))
}

/// The same behind what is left of something, whose time needs no year: `剩余800亩4月底前全部复耕到位`, `剩余14个年内完成整改`.
pub(super) fn what_is_left(left: &str, right: &str, reader: &Reader<'_, '_>) -> Option<(usize, Time)> {
    const YEAR_ENDS: [&str; 5] = ["年内", "年底", "年末", "年前", "月内"];
    if !CUES.left_over.is(matter::clean(left)) {
        return None;
    }
    let at = right.char_indices().find_map(|(at, c)| {
        let rest = &right[at..];
        (c.is_ascii_digit() && time::month_end(rest).is_some()
            || YEAR_ENDS.iter().any(|word| rest.starts_with(word)))
        .then_some(at)
    })?;
    let aims = CUES.aim.suffix(&right[..at]).or(CUES.lead.suffix(&right[..at])).map_or(0, str::len);
    Some((at - aims, Time { deadline: reader.this_year(), ..Time::default() }))
}

/// What is to be done within a time, where no name of a limit stands before it: 拨付 of `审核通过后20个工作日内拨付`.
pub(super) fn done_in_time<'t>(left: &'t str, right: &'t str, q: &Quantity<'_>) -> Option<&'t str> {
    let limit = CUES.duration_unit.is(&q.unit) && q.bound == Some(crate::Comparator::Le);
    let open = || {
        let left = left.trim_end();
        left.is_empty()
            || left.starts_with('对') && !left.ends_with("对")
            || left.ends_with(['在', '后', '应', '须', '起', '于', '的', '令'])
            || group::is_group(left) && !left.ends_with("事项")
            || ["之日", "应当", "必须", "局", "中心", "部门", "做到", "确保"]
                .iter()
                .any(|word| left.ends_with(word))
    };
    if !limit || !open() {
        return None;
    }
    let done = deed_of(right)?;
    // `政策兑现在15个工作日内完成`: what is done stands before.
    if matches!(done, "完成" | "办结" | "办理完毕")
        && let Some(what) =
            left.trim_end().strip_suffix('在').map(|what| what.trim_end_matches(['应', '须', '要']))
        && let what = matter::strip_lead(what).0
        && (3..=14).contains(&what.chars().count())
        && what.chars().all(gongwen_text::chars::is_han)
        && !group::is_group(what)
        && !group::is_told(what)
    {
        return Some(what);
    }
    Some(done)
}

/// The same where a comma parts the limit from what is done: 提出审核意见 of `受理之日起5个工作日内，提出审核意见`. A clause that says by
/// what may stand between (`…内，根据核查情况，提出审核意见`). `behind` are the words of the sentence behind the limit's clause.
/// Nothing where the limit does not stand so; an empty deed where it does and nothing is told.
pub(super) fn done_behind_comma<'t>(
    left: &str,
    right: &str,
    behind: &'t str,
    q: &Quantity<'_>,
) -> Option<&'t str> {
    const LED: [&str; 9] = ["在", "根据", "依据", "按照", "对照", "结合", "经", "如", "依法"];
    let limit = CUES.duration_unit.is(&q.unit) && q.bound == Some(crate::Comparator::Le);
    let left = left.trim_end();
    let open = || {
        left.ends_with(['在', '后', '应', '须', '起', '于', '时'])
            || ["之日", "应当", "必须"].iter().any(|word| left.ends_with(word))
    };
    // `重污染天数控制在5天以内，`
    let bound = measure::binding(left);
    let level = bound.reaches || bound.comparator.is_some();
    if !limit || level || !right.trim().is_empty() || !open() {
        return None;
    }
    let mut done = behind.strip_prefix(['，', ','])?.trim_start();
    let led = |words: &str| LED.iter().any(|word| words.starts_with(word));
    if led(done) {
        done = done.split_once('，').map_or("", |(_, rest)| rest);
    }
    Some(deed_of(done).filter(|done| !led(done)).unwrap_or_default())
}

/// What is done, as a short phrase: 补助资金拨付到位 of `将补助资金拨付到位`.
fn deed_of(words: &str) -> Option<&str> {
    const LONGEST: usize = 20;
    let done = words[if words.starts_with('由') { deed::bodies(words) } else { 0 }..]
        .trim_start_matches(['将', '把']);
    let done = ["予以", "进行", "给予", "要", "应当", "应", "须", "依法"]
        .iter()
        .find_map(|word| done.strip_prefix(word))
        .unwrap_or(done);
    let end = done.find(['，', '、', '；', '。', '并', '（', '(']).unwrap_or(done.len());
    let done = matter::clean(matter::verb_in_front(&done[..end]).map_or(&done[..end], |(verb, rest)| {
        if matter::has_chars(rest, 2) && matches!(verb, "完成" | "组织" | "进行" | "开展") {
            rest
        } else {
            &done[..end]
        }
    }));
    ((2..=LONGEST).contains(&done.chars().count()) && done.chars().all(gongwen_text::chars::is_han))
        .then_some(done)
}

/// What is done so often behind a time phrase where nothing but the deed stands there, and whether what stands before the time is
/// what it is done to (出厂水 of `出厂水每月检测2次`), not who does it (`班子成员每季度调研1次`). Bodies are told to act: none.
pub(super) fn done_so_often<'t>(
    subject: &str,
    behind: &'t str,
    right: &str,
    q: &Quantity<'_>,
) -> Option<(&'t str, bool)> {
    // Bodies, and times that no calendar tells (`汛期每天巡查2次`).
    const OTHERS: [&str; 14] =
        ["组", "会", "部", "府", "办", "委", "心", "站", "室", "派出所", "司法所", "监管所", "期", "季"];
    const PERSONS: [&str; 5] = ["员", "长", "人", "干部", "书记"];
    let deed = CUES.prefix_ge.prefix(behind).map_or(behind, |word| &behind[word.len()..]);
    let deed = deed[..measure::binding(deed).start].trim();
    let han = |words: &str| words.chars().all(gongwen_text::chars::is_han);
    let plain = deed.chars().count() == 2 && han(deed) && !deed.starts_with(['不', '应', '要', '须', '各']);
    let who = (2..=12).contains(&subject.chars().count())
        && han(subject)
        && !subject.ends_with("期间")
        && !subject.ends_with(['要', '应', '须', '需'])
        && CUES.make.prefix(subject).is_none()
        && CUES.lead.prefix(subject).is_none_or(|word| matches!(word, "其他" | "重点"));
    let times = matches!(&*q.unit, "次" | "遍" | "轮" | "趟") && right.trim().is_empty();
    let named = !PERSONS.iter().any(|end| subject.ends_with(end));
    (plain && who && times && !OTHERS.iter().any(|end| subject.ends_with(end))).then_some((deed, named))
}

/// `新生儿落户最多报送2份材料`: what has so many at most, and the verb that stands between the bound and the number.
pub(super) fn at_most(left: &str) -> Option<(&str, &str)> {
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

/// `审批时限压缩到工业类`: a kind stands between a number and what binds it.
pub(super) fn kind_behind_bound(left: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 6;
    if !left.ends_with('类') {
        return None;
    }
    let reached = ["压缩到", "压缩至", "缩短到", "缩短至", "压减到", "压减至", "控制在"];
    let end = reached.iter().find_map(|word| Some(left.rfind(word)? + word.len()))?;
    let (head, kind) = left.split_at(end);
    (2..=LONGEST).contains(&kind.chars().count()).then_some((head, kind))
}

/// Whether the words behind a time phrase make it an attribute: `2000年底前建成的老旧小区`.
pub(super) fn attribute(behind: &str) -> bool {
    behind.char_indices().take(5).any(|(at, c)| c == '的' && at > 0)
}

/// What is done to each, before how often: 入户安检 and 每户 of `入户安检每户每年不少于1次`.
pub(super) fn deed_of_each(subject: &str) -> Option<(&str, &str)> {
    let (deed, each) = subject.split_at(subject.rfind('每')?);
    let deed = matter::clean(deed);
    let whole = matches!(group::split_group(each), (Some(_), ""));
    (whole && matter::has_chars(deed, 3) && !deed.starts_with(['按', '对']) && !group::is_group(deed))
        .then_some((deed, each))
}

/// Whether the clause directly before told what is done so many times, so that others may do it so often.
pub(super) fn again(reader: &Reader<'_, '_>, q: &Quantity<'_>) -> bool {
    CUES.event_unit.is(&q.unit)
        && reader.carry.unit == q.unit
        && reader.carry.indicator.is_some()
        && reader.carry.before.is_none()
}

/// What was done so often, without who did it: 调度 of `县级每月调度1次`, whose name was put together with him.
pub(super) fn deed_alone<'a>(reader: &Reader<'a, '_>) -> Option<Cow<'a, str>> {
    let Some(Cow::Owned(name)) = &reader.carry.indicator else { return None };
    let (at, _) = name.char_indices().nth_back(1).filter(|&(at, _)| at > 0 && !name.contains('、'))?;
    Some(Cow::Owned(name[at..].to_owned()))
}

/// What a share behind its bound is of: 交流总数 of `不低于交流总数的`.
pub(super) fn share_base(words: &str) -> Option<&str> {
    let (_, len) = measure::bound_in_front(words)?;
    words[len..].strip_suffix('的').filter(|base| matter::has_chars(base, 3))
}

/// Whether words name persons, houses or bodies that do something or to whom it is done: 慢病患者, 应急部门.
pub(super) fn is_actor(words: &str) -> bool {
    let named = words.ends_with(['者', '员', '长', '户', '人', '局', '镇', '乡', '村', '站', '所']);
    (named || group::is_told(words)) && matter::names_only(words)
}

pub(super) fn merge(near: Binding, far: Binding) -> Binding {
    Binding {
        comparator: near.comparator.or(far.comparator),
        reaches: near.reaches || far.reaches,
        change: near.change.or(far.change),
        improves: near.improves || far.improves,
        sum: near.sum || far.sum,
        start: near.start,
    }
}
