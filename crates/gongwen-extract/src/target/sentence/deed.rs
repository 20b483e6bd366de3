//! Bodies in front of a deed, and what so much of a thing does: neither the name of a body nor the thing alone is what is counted.

use crate::target::cues::CUES;
use crate::target::{group, matter};
use crate::wordlist::WordList;
use gongwen_lexicon::agency;
use std::sync::LazyLock;

/// Length of the names of bodies that a clause begins with, where the deed stands behind them: `县水利局会同县发展改革局` of
/// `县水利局会同县发展改革局申报项目20个`. 发展 and 建设 inside a name are no deeds.
pub(super) fn length(clause: &str) -> usize {
    let at = bodies(clause);
    let deed = &clause[at..];
    let acts = || {
        matter::verb_in_front(deed).is_some()
            || deed.starts_with(['要', '应', '须', '将'])
            || deed.starts_with("统筹")
            || [&CUES.train, &CUES.aim].iter().any(|list| list.prefix(deed).is_some())
    };
    if at > 0 && acts() { at } else { 0 }
}

/// Length of the names of bodies that words begin with, 由 in front and what charges them behind included.
pub(super) fn bodies(clause: &str) -> usize {
    const MOST: usize = 6;
    const JOINTS: [&str; 10] =
        ["、", "和", "与", "及", "会同", "联合", "牵头会同", "要会同", "负责会同", "牵头联合"];
    const CHARGED: [&str; 5] = ["负责", "牵头负责", "牵头", "具体负责", "要积极"];
    let mut at = if clause.starts_with('由') { '由'.len_utf8() } else { 0 };
    if !clause[at..].starts_with(['县', '市', '区', '省', '州', '旗', '盟']) {
        return 0;
    }
    for turn in 0..MOST {
        let rest = &clause[at..];
        let Some(name) = agency::name_at_start(rest).filter(|&end| turn > 0 || ends_body(&rest[..end]))
        else {
            return 0;
        };
        at += name;
        match JOINTS.iter().filter_map(|joint| clause[at..].strip_prefix(joint)).map(str::len).min() {
            Some(left) => at = clause.len() - left,
            None => break,
        }
    }
    at += CHARGED
        .iter()
        .filter(|word| clause[at..].starts_with(**word))
        .map(|word| word.len())
        .max()
        .unwrap_or(0);
    at
}

/// Whether a name ends like that of a body that can be told to act.
fn ends_body(name: &str) -> bool {
    const ENDS: [&str; 6] = ["办公室", "科协", "妇联", "残联", "文联", "工商联"];
    name.ends_with(['局', '委', '办', '会', '部', '府', '处']) || ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether a clause says that something is paid to somebody: `发放生活补助`.
pub(super) fn pays(clause: &str) -> bool {
    ["发放", "给予", "予以"].iter().any(|word| clause.contains(word)) && CUES.subsidy.within(clause)
}

/// What so much of a thing does or is done to: 进驻大厅 of `涉企事项` and `进驻大厅`. No share of it is named, nor
/// does a verb end it. `plain`: nothing binds the number.
pub(super) fn done_by_share<'t>(thing: &str, right: &'t str, plain: bool) -> Option<&'t str> {
    const LONGEST: usize = 24;
    static NO_DEED: LazyLock<WordList> = LazyLock::new(|| {
        WordList::new(&[
            "的", "左右", "以上", "以下", "目标", "任务", "水平", "和", "及", "或", "并", "且", "比", "较",
            "为", "按", "予以", "给予", "标准", "比例", "计", "增", "高", "低", "至", "到", "、",
        ])
    });
    let named = plain
        && matter::has_chars(thing, 2)
        && CUES.level_noun.suffix(thing).is_none()
        && !thing.ends_with(['率', '度', '额', '比'])
        && CUES.make.suffix(thing).is_none()
        && CUES.train.suffix(thing).is_none();
    let right = right.trim();
    let used = ["用于", "使用", "采用"].iter().any(|word| right.starts_with(word));
    if !(used && matter::has_chars(thing, 2) || named) || NO_DEED.prefix(right).is_some() {
        return None;
    }
    let all = ["年内", "年底前", "全部", "均", "都", "实现", "能够", "要"]
        .iter()
        .find_map(|word| right.strip_prefix(word))
        .unwrap_or(right);
    let deed = all.trim_end_matches(['等', '、', '，']);
    ((2..=LONGEST).contains(&deed.chars().count()) && deed.starts_with(gongwen_text::chars::is_han))
        .then_some(deed)
}

/// What a clause spoke of, without the bodies in front of its deed: 校园安全检查 of `会同县公安局开展校园安全检查`.
fn without_bodies(topic: &str) -> &str {
    // `运行“掌上科普”微信公众号，每周更新3期`, `举办科技节，每年1次`
    let run = ["运行", "运营", "管好", "用好", "办好", "举办", "举行", "召开"]
        .iter()
        .find_map(|word| topic.strip_prefix(word));
    // `建设行业科普基地，每个部门至少1个`
    let made = || CUES.counted_verb.prefix(topic).and_then(|_| matter::verb_in_front(topic));
    let run = run.or_else(|| made().map(|(_, thing)| thing));
    let topic = run.filter(|rest| matter::has_chars(rest, 3)).unwrap_or(topic);
    // `组织人员密集场所开展消防演练`: who is brought to do it.
    let brought = ["组织", "指导", "督促", "配合", "协助"].iter().find_map(|word| topic.strip_prefix(word));
    let held = brought.and_then(|rest| ["开展", "举办"].iter().find_map(|word| rest.split_once(word)));
    if let Some((_, deed)) =
        held.filter(|(whom, deed)| matter::has_chars(whom, 2) && matter::has_chars(deed, 2))
    {
        return deed;
    }
    // `推动各村配备科普宣传员，每村至少1名`: what they have or do, not who they are.
    let held =
        CUES.make.find(topic).filter(|(at, verb)| HELD.contains(verb) && group::is_group(&topic[..*at]));
    let held = held.map(|(at, verb)| &topic[at + verb.len()..]);
    if let Some(thing) = held.filter(|thing| matter::has_chars(thing, 2)) {
        return thing;
    }
    let with = ["会同", "联合"].iter().find_map(|word| topic.strip_prefix(word));
    let rest = match with {
        Some(rest) => &rest[bodies(rest)..],
        None => &topic[length(topic)..],
    };
    if rest.len() == topic.len() || with.is_some_and(|with| rest.len() == with.len()) {
        return topic;
    }
    let rest = matter::strip_lead(rest).0;
    let rest = rest.strip_prefix("统筹").unwrap_or(rest);
    let rest = matter::verb_in_front(rest).map_or(rest, |(_, object)| object);
    if matter::has_chars(rest, 2) { rest } else { topic }
}

/// What is done, without by what, when and where: 主题宣传 of `结合重要节点开展主题宣传`, 夏令营 of `暑假期间在各社区开办夏令营`. A place alone in front
/// of what is made stands with it.
fn without_circumstance(topic: &str) -> &str {
    const LONGEST: usize = 8;
    let ends = topic.char_indices().skip(2).take(LONGEST).map(|(at, _)| at);
    // `“十四五”时期` is the plan's.
    let season =
        ends.filter(|&at| !topic.starts_with('“') && CUES.season.suffix(&topic[..at]).is_some()).last();
    let rest = &topic[season.unwrap_or_default()..];
    let rest = CUES.adjust.prefix(rest).filter(|_| season.is_some()).map_or(rest, |word| &rest[word.len()..]);
    let by = CUES.worked_with.prefix(rest).is_some_and(|word| word != "以");
    if by || season.is_some() && matter::behind_in(rest).is_some() {
        return object_at_last(rest).unwrap_or(topic);
    }
    let deed = matter::verb_in_front(rest).map_or(rest, |(_, thing)| matter::clean(thing));
    if season.is_some() && matter::has_chars(deed, 2) { deed } else { topic }
}

/// What is made or held at the end of words that tell by what or where first: 宣传栏 of `在公园设置宣传栏`. Behind the verb that makes it another
/// may stand in its name.
pub(super) fn object_at_last(words: &str) -> Option<&str> {
    const HOLDS: [&str; 6] = ["开展", "举办", "组织", "举行", "召开", "实施"];
    const NEAREST: usize = 6;
    let made = || {
        let verbs = CUES.make.each(words).filter(|(at, ..)| *at > NEAREST);
        verbs
            .filter_map(|(at, ..)| matter::verb_in_front(&words[at..]))
            .map(|(verb, thing)| (verb, matter::clean(thing)))
            .filter(|(_, thing)| matter::has_chars(thing, 2))
    };
    let makes = made().find(|(verb, _)| HOLDS.contains(verb) || CUES.founds.is(verb));
    // `开办夏令营` is a deed only here: elsewhere it names one (`企业开办时间`).
    let founded = || {
        let mut verbs = CUES.founds.each(words).filter(|(at, ..)| *at > NEAREST);
        verbs.find_map(|(at, verb, _)| {
            Some(matter::clean(&words[at + verb.len()..])).filter(|it| matter::has_chars(it, 2))
        })
    };
    makes.or_else(|| made().last()).map(|(_, thing)| thing).or_else(founded)
}

/// What the words of a clause before speak of, for a number in `unit`: the thing that they make, without who makes it and where, 直营店 of
/// `支持企业在外地设立直营店`, or else what stands there without the bodies in front. `clause` ends with the words. A place or somebody who
/// is helped stands in front of the verb, or nothing does; what is held or carried out is no thing.
pub(super) fn spoken_before<'t>(clause: &str, words: &'t str, unit: &str) -> &'t str {
    const HOLDS: [&str; 4] = ["组织", "举办", "举行", "召开"];
    const HELPS: [&str; 5] = ["支持", "鼓励", "引导", "推动", "帮助"];
    let told = || listed(words).or_else(|| reported(words, unit));
    if let Some(told) = told().or_else(|| super::funds::raised(words, unit)) {
        return told;
    }
    let topic = without_circumstance(without_bodies(words));
    let thing = || {
        let (at, verb, _) = CUES.founds.each(topic).last()?;
        let thing = &topic[at + verb.len()..];
        let lead = clause.find(topic).map_or("", |at| &clause[..at]);
        let helped = HELPS.iter().any(|word| lead.ends_with(word) || topic.starts_with(word));
        let named = (3..=16).contains(&thing.chars().count())
            && CUES.no_thing.suffix(thing).is_none()
            && !thing.starts_with(['、', '和', '与', '的'])
            && matter::verb_in_front(thing).is_none();
        (named && (at == 0 || helped || matter::behind_in(topic).is_some())).then_some(thing)
    };
    let things = matches!(unit, "个" | "家" | "处" | "所" | "座" | "间" | "条");
    // `举办招聘会，每年不少于2场`: as in `每年举办招聘会2场`.
    let held = || {
        let event = HOLDS.iter().find_map(|verb| topic.strip_prefix(verb))?;
        // `组织学生参加研学`: whom, and what they do.
        let plain = !topic.starts_with("组织") || !CUES.make.within(event) && !CUES.train.within(event);
        (matter::has_chars(event, 3) && plain).then_some(event)
    };
    if CUES.event_unit.is(unit) {
        return held().unwrap_or(topic);
    }
    things.then(thing).flatten().unwrap_or(topic)
}

/// What is put into a budget or a plan: 防灭火经费 of `将防灭火经费纳入财政预算`.
fn listed(words: &str) -> Option<&str> {
    let led = words.split_once(['将', '把']).filter(|(head, _)| head.len() <= 36);
    let (what, _) =
        ["纳入", "列入"].iter().find_map(|word| led.map_or(words, |(_, rest)| rest).split_once(word))?;
    let sum = what.ends_with("经费") || what.ends_with("资金");
    ((led.is_some() || sum)
        && (2..=14).contains(&what.chars().count())
        && what.chars().all(gongwen_text::chars::is_han))
    .then_some(what)
}

/// What is to be done within a time told in the clause behind: 报告 of `事发单位应当立即向应急管理局报告`.
fn reported<'t>(words: &'t str, unit: &str) -> Option<&'t str> {
    let soon = ["立即", "及时", "第一时间", "迅速"].iter().any(|word| words.contains(word));
    let deed = CUES.answered.suffix(words).filter(|_| soon && CUES.duration_unit.is(unit))?;
    Some(&words[words.len() - deed.len()..])
}

/// What those do who stand in front of it, and no name of a thing holds: `各村配备科普宣传员`, `学校开展科普活动`.
const HELD: [&str; 8] = ["配备", "配齐", "配置", "设置", "设立", "建立", "开展", "举办"];

/// Whether words begin with where something is done, a place that nothing is spread over: `在重点路口设置检查站`. 在线 and 在校 are
/// words of their own.
pub(super) fn begins_with_place(words: &str) -> bool {
    let Some(rest) = matter::behind_in(words) else { return false };
    let mut verbs = CUES.make.each(rest).map(|(at, ..)| at).filter(|at| *at > 3);
    let Some(first) = verbs.next() else { return false };
    // `在街道安置点建设驿站`: 安置 begins the name of a site.
    let site = matter::verb_in_front(&rest[first..]).is_none();
    let made = |at: usize| matter::verb_in_front(&rest[at..]).is_some();
    let place = &rest[..first];
    site && verbs.any(made) || !group::is_group(place) && !super::is_place(place)
}

/// A rate or a deed without the word that leads in what it is of: `对学校食堂检查覆盖率`.
pub(super) fn to_whom(name: &str) -> &str {
    const OTHERS: [char; 10] = ['口', '外', '接', '标', '账', '比', '照', '应', '象', '策'];
    let rest = name.strip_prefix('对').filter(|rest| !rest.starts_with(OTHERS));
    let whole = |rest: &&str| {
        matter::has_chars(rest, 4)
            && (CUES.level_noun.suffix(rest).is_some() || CUES.make.suffix(rest).is_some())
    };
    rest.filter(whole).unwrap_or(name)
}
