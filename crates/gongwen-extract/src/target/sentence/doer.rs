//! Who does a thing and for whom, beside what is counted.

use super::Reader;
use super::piece::Piece;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::time::Time;
use crate::target::{RawTarget, group, matter};
use crate::wordlist::Seen;
use std::borrow::Cow;

/// Those for whom something is done, before the deed: `残疾人适配辅具`.
pub(super) fn whom_it_is_done_for(noun: &str) -> Option<&str> {
    let skip = noun.char_indices().nth(2).map_or(noun.len(), |(at, _)| at);
    let (at, _, _) = CUES.make.each(&noun[skip..]).find(|&(at, _, _)| at + skip < noun.len())?;
    Some(matter::clean(&noun[..skip + at])).filter(|whom| matter::has_chars(whom, 2))
}

/// What is done, without its count and who does it: `三是县财政局会同县工信局设立…`, `由某公司负责建设基站20个`.
pub(super) fn without_doer<'t>(object: &'t str, seen: &Seen) -> &'t str {
    const COUNTS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let object = object.strip_prefix(COUNTS).and_then(|rest| rest.strip_prefix('是')).unwrap_or(object);
    // `与县公安局联合开展整治`, but `跨部门联合抽查`
    let with = object.starts_with(['与', '同']);
    let deed = |rest: &'_ str| CUES.make.each(rest).map(|(at, ..)| at).find(|&at| with && at == 0 || at > 6);
    for word in ["会同", "联合"] {
        if let Some(at) = seen.find(object, word)
            && let rest = &object[at + word.len()..]
            && let Some(at) = deed(rest)
        {
            return &rest[at..];
        }
    }
    // `由县委组织部组织培训3期`
    let held = |by: &'t str| by.rfind("组织").map(|at| &by[at..]).filter(|deed| !deed.starts_with("组织部"));
    let told = object.strip_prefix('由').and_then(|by| {
        let charged = by.split_once("负责").or(by.split_once("牵头")).map(|(_, deed)| deed);
        charged.or_else(|| held(by))
    });
    told.filter(|rest| rest.len() >= 6).unwrap_or(object)
}

/// The service at the end of what is done for those counted: `“两癌”筛查` of `妇女开展“两癌”筛查`.
pub(super) fn health_service(right: &str) -> Option<&str> {
    let service = ["筛查", "体检", "接种", "诊疗"].iter().any(|word| right.ends_with(word));
    let (at, verb) = ["开展", "进行", "提供", "实施"]
        .iter()
        .filter(|_| service)
        .find_map(|verb| Some((right.find(verb)?, verb)))?;
    Some(matter::clean(&right[at + verb.len()..])).filter(|name| (2..=12).contains(&name.chars().count()))
}

impl<'a> Piece<'a> {
    /// `教师每学期听课不少于15节，校长听课不少于20节`: the same deed of others is done so often as well. Where it is not named again
    /// (`新录用人员不少于90学时`), how often stays open.
    pub(super) fn done_by_others(&mut self, before: Option<&RawTarget<'a>>, q: &Quantity<'_>) {
        let own_time = self.own_time || self.time.is_some() || q.frequency.is_some();
        let before = before.filter(|it| {
            !own_time
                && it.frequency != "once"
                && it.unit == q.unit
                && CUES.event_unit.is(&it.unit)
                && it.group.as_deref().is_some_and(|group| !group.starts_with('每'))
        });
        let (Some(before), Some(Cow::Borrowed(own)), None) = (before, &self.indicator, &self.group) else {
            return;
        };
        let those = before.indicator.as_deref().and_then(|deed| own.strip_suffix(deed)).map(matter::clean);
        let Some(those) = those.filter(|those| group::is_group(those) || group::has_post(those)) else {
            return;
        };
        self.group = Some(Cow::Borrowed(those));
        self.indicator.clone_from(&before.indicator);
        self.time.get_or_insert_with(Time::default).frequency = Some(before.frequency);
    }

    /// Names the deed that is counted as the clause before does, where the number's own says no more than the deed. Whether it did.
    pub(super) fn deed_before(&mut self, reader: &Reader<'a, '_>, object: &'a str) -> bool {
        let deed = object.strip_prefix("累计").unwrap_or(object);
        let Some(before) = reader.carry.before.filter(|_| CUES.train.is(deed)) else { return false };
        let Some((whom, name)) = deed_before(before.of_text(reader.text), deed) else { return false };
        self.group = self.group.take().or_else(|| whom.map(Cow::Borrowed));
        self.indicator = Some(Cow::Borrowed(name));
        self.borrowed = Some(before);
        self.in_front = true;
        true
    }
}

/// What the clause before calls the deed that is counted, and for whom it is: 补贴性职业技能培训 and 企业职工 of
/// `面向企业职工开展补贴性职业技能培训，年培训3000人次`. Where the deed only names something else (`培训基地`) nothing is told.
fn deed_before<'t>(clause: &'t str, deed: &str) -> Option<(Option<&'t str>, &'t str)> {
    const LONGEST: usize = 20;
    const BEHIND: [&str; 11] =
        ["纳入", "列入", "作为", "计划", "工程", "行动", "项目", "工作", "力度", "任务", "全覆盖"];
    const HOLDS: [&str; 6] = ["开展", "举办", "实施", "进行", "组织", "提供"];
    let end = clause.rfind(deed)? + deed.len();
    let rest = clause[end..].trim_end();
    // `培训农民技术员，每年培训100人次`
    let whole = matter::strip_lead(clause.trim()).0;
    if whole.strip_prefix(deed) == Some(rest) && (2..=LONGEST).contains(&rest.chars().count()) {
        return Some((None, whole)).filter(|_| rest.chars().all(gongwen_text::chars::is_han));
    }
    if !rest.is_empty() && !BEHIND.iter().any(|word| rest.starts_with(word)) {
        return None;
    }
    let label = gongwen_text::Label::read(clause).map_or(0, |label| label.end);
    let words = matter::strip_lead(clause.get(label..end)?).0;
    let words = CUES.adjust.prefix(words).map_or(words, |word| &words[word.len()..]);
    let words = matter::strip_lead(without_charge(words)).0;
    let words =
        ["把", "将", "定期", "广泛"].iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words);
    let whom = ["面向", "针对", "为", "对"].iter().find_map(|word| words.strip_prefix(word));
    let told = whom.and_then(|rest| HOLDS.iter().find_map(|verb| rest.split_once(verb)));
    let (whom, name) = match told {
        Some((whom, name)) => (Some(matter::strip_lead(whom).0), name),
        None => (None, matter::verb_in_front(words).map_or(words, |(_, name)| name)),
    };
    let name = matter::clean(name);
    let plain = (deed.chars().count() + 2..=LONGEST).contains(&name.chars().count())
        && name.chars().all(|c| {
            gongwen_text::chars::is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '、' | '“' | '”')
        });
    let whom = whom.filter(|whom| (2..=LONGEST).contains(&whom.chars().count()));
    plain.then_some((whom, name))
}

/// Words without what charges somebody with them: `负责高素质农民培育`.
pub(super) fn without_charge(words: &str) -> &str {
    let body = super::deed::bodies(words);
    let words = if words[..body].ends_with("负责") || words[..body].ends_with("牵头") {
        &words[body..]
    } else {
        words
    };
    let charged = ["具体负责", "牵头负责", "负责", "承担"].iter().find_map(|word| words.strip_prefix(word));
    charged.filter(|rest| matter::has_chars(rest, 2) && !rest.starts_with(['人', '制'])).unwrap_or(words)
}

/// What a programme or a deed that the number's own verb names is for: 高素质农民 of `实施高素质农民培育计划，每年培育500人`.
pub(super) fn without_programme<'t>(topic: &'t str, before: &str) -> &'t str {
    const SHORTEST: usize = 3;
    let Some(verb) = CUES.counted_verb.suffix(before) else { return topic };
    let deed = ["计划", "工程", "行动", "项目", "工作"].iter().find_map(|word| topic.strip_suffix(word));
    let thing = deed.unwrap_or(topic).strip_suffix(verb).map(matter::clean);
    thing.filter(|thing| matter::has_chars(thing, SHORTEST)).unwrap_or(topic)
}

/// Where a service begins that is done to persons: `免费体检`, `接种疫苗`.
pub(super) fn service_at(object: &str, seen: &Seen) -> Option<usize> {
    ["免费", "接种", "体检", "筛查", "注射"].iter().find_map(|word| seen.find(object, word))
}

/// What is made, behind a verb of one character or one that only may be: `设床位`, `可提供学位`.
pub(super) fn made_or_may_be(object: &str) -> Option<&str> {
    if let Some(made) = object.strip_prefix('可') {
        return matter::verb_in_front(made).map(|_| made);
    }
    // `设施农业`, `设区市`, `设立` are words of their own.
    let made = object.strip_prefix('设')?;
    let other = made.starts_with([
        '施', '区', '备', '计', '立', '置', '定', '有', '法', '想', '防', '限', '在', '为', '于', '市', '色',
        '卡',
    ]);
    (!other && matter::has_chars(made, 2)).then_some(made)
}

/// What the number is of, without who is told to do it (`县民政局要培育…`) and without what stands beside it and has
/// its own predicate (`播种面积保持稳定、产量`).
pub(super) fn spoken_of<'t>(object: &'t str, seen: &Seen) -> &'t str {
    let told = seen.find(object, "要").filter(|&at| {
        object[..at].ends_with(['局', '委', '办', '镇', '乡']) || object[..at].ends_with("单位")
    });
    let object = told.map_or(object, |at| &object[at + "要".len()..]);
    let object = without_doer(object, seen);
    // `从高校、科研院所中聘任科技副校长`: those of whom so many are taken.
    let taken = || {
        object
            .match_indices('中')
            .map(|(at, c)| &object[at + c.len()..])
            .find(|rest| matter::verb_in_front(rest).is_some())
    };
    let of_many = object.starts_with('从') && !object.starts_with("从业");
    let object = if of_many { taken().unwrap_or(object) } else { object };
    // `面向社会招募志愿者200人`: everybody is nobody's group.
    let object = ["面向社会公开", "面向全社会", "面向社会"]
        .iter()
        .find_map(|word| object.strip_prefix(word))
        .filter(|rest| matter::verb_in_front(rest).is_some())
        .unwrap_or(object);
    // `单位GDP能耗五年累计下降14.5%`
    let object = ["连续两年", "连续三年", "连续四年", "连续五年", "三年", "四年", "五年"]
        .iter()
        .find_map(|w| object.strip_suffix(w))
        .filter(|rest| rest.len() >= 6)
        .unwrap_or(object);
    // `成交额力争五年翻一番`
    let object = ["力争", "争取", "努力"].iter().find_map(|aim| object.strip_suffix(aim)).unwrap_or(object);
    // `将城市低保标准提高到…`
    let object = object.strip_prefix(['将', '把']).filter(|rest| rest.len() >= 6).unwrap_or(object);
    // `五年新建水厂`, `共建成市场88家`: in how long, or all in all.
    let object = ["三年", "五年", "共"]
        .iter()
        .find_map(|w| object.strip_prefix(w))
        .filter(|rest| matter::verb_in_front(rest).is_some_and(|(_, object)| matter::has_chars(object, 2)))
        .unwrap_or(object);
    let beside =
        ["稳定、", "不变、", "持平、"].iter().find_map(|w| Some(&object[seen.find(object, w)? + w.len()..]));
    beside.filter(|rest| matter::has_chars(rest, 2)).unwrap_or(object)
}

/// What is made, in front of how many there shall be: 精品民宿 of `打造精品民宿达到213家`. A figure keeps its verb
/// (`新增受教育年限`), and so does what is counted in the deed itself.
pub(super) fn made_so_many(object: &str, reached: bool) -> &str {
    let made = if reached { CUES.counted_verb.prefix(object) } else { None };
    let thing = made.and_then(|_| matter::verb_in_front(object)).map(|(_, thing)| matter::clean(thing));
    thing
        .filter(|thing| {
            matter::has_chars(thing, 2)
                && CUES.level_noun.suffix(thing).is_none()
                && CUES.make.prefix(thing).is_none()
        })
        .unwrap_or(object)
}
