//! What the words between a time phrase and the number say of the subject in front of it: `村医每年招聘不少于10名`.
//!
//! Asked in this order: whether the subject is who does it or over whom it is spread; whether something is done to it; whether it is
//! what is held itself; whether it is done, or does something, so often; whether it is brought somewhere. Then the words behind the
//! phrase are the matter, and where they are none, the subject is.

use super::Phrase;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::sentence::deed::bodies;
use crate::target::sentence::piece::around::Around;
use crate::target::{group, matter, measure};
use gongwen_text::chars::is_han;
use std::borrow::Cow;

/// What is done with meetings and the like, which are counted themselves: `联席会议每季度召开1次`.
const HELD: [&str; 16] = [
    "召开", "举办", "举行", "开展", "组织", "进行", "实施", "安排", "承办", "完成", "发布", "出台", "开设",
    "提供", "形成", "落实",
];

impl<'a> Around<'a, '_> {
    /// Settles what the words behind a phrase, which are some, say of its subject.
    pub(super) fn deed_behind(&mut self, phrase: &Phrase<'a>) {
        let deed = phrase.deed();
        // `村医每年招聘不少于10名`: the verb has no other object than the subject.
        let alone = CUES.make.is(deed) && self.noun_behind().is_none() && !CUES.deed.is(deed);
        let settled = self.by_those_told(phrase)
            || self.each_behind(phrase)
            || self.over_subject(phrase, alone)
            || alone && self.done_to_subject(phrase)
            || self.subject_held(phrase, alone)
            || self.subject_and_deed(phrase)
            || self.subject_brought(phrase)
            || self.matter_behind(phrase);
        if !settled {
            // `科普活动每年不少于…`: the matter stands before the time phrase.
            self.matter_in_front(phrase);
        }
    }

    /// The matter stands in front of the phrase, and behind it nothing but what binds the number.
    fn matter_in_front(&mut self, phrase: &Phrase<'a>) {
        self.piece.binding = phrase.binding;
        self.left = phrase.subject;
    }

    /// `县应急局每年举办培训4期`, `卫生院每年为老年人免费体检1次`: bodies are told to do it.
    fn by_those_told(&mut self, phrase: &Phrase<'a>) -> bool {
        let serves = || {
            let whom = phrase.behind.strip_prefix('为');
            let service =
                whom.is_some_and(|whom| ["免费", "体检", "筛查"].iter().any(|word| whom.contains(word)));
            service && ["中心", "院", "站", "室", "机构"].iter().any(|end| phrase.subject.ends_with(end))
        };
        let each = phrase.subject.starts_with(['每', '各']);
        let told = group::is_told(phrase.subject) || !each && serves();
        if told {
            self.left = phrase.behind;
        }
        told
    }

    /// `养护资金每年每公里不低于1万元`
    fn each_behind(&mut self, phrase: &Phrase<'a>) -> bool {
        let each = phrase.behind.starts_with('每') && group::is_group(phrase.behind);
        if each {
            self.piece.group = Some(Cow::Borrowed(matter::clean(phrase.deed())));
            self.matter_in_front(phrase);
        }
        each
    }

    /// `各乡镇每年举办培训不少于2期`: over whom it is spread. `alone`: the verb behind the phrase has no object.
    fn over_subject(&mut self, phrase: &Phrase<'a>, alone: bool) -> bool {
        let subject = phrase.subject;
        // `“国培”教师到2030年达到1500人次`, `参赛企业每年不少于100家`: they are counted themselves.
        let counted = || {
            let houses =
                self.q.unit == "家" && ["企业", "单位", "机构"].iter().any(|end| subject.ends_with(end));
            phrase.only_binds()
                && (houses || matches!(&*self.q.unit, "人" | "名" | "人次"))
                && !subject.starts_with(['每', '各'])
                && self.noun_behind().is_none()
        };
        let spread = (group::is_group(subject) || group::has_post(subject))
            && self.part.indicator.is_none()
            && !alone
            && !counted();
        if spread {
            self.piece.group = Some(Cow::Borrowed(subject));
            self.left = phrase.behind;
        }
        spread
    }

    /// `垃圾收集点每两天清运1次`: what is done to it so often.
    fn done_to_subject(&mut self, phrase: &Phrase<'a>) -> bool {
        let done = done_so_often(phrase.subject, phrase.behind, self.right, self.q);
        let Some((deed, true)) = done.filter(|(deed, _)| !HELD.contains(deed)) else { return false };
        self.piece.indicator = Some(Cow::Owned([phrase.subject, deed].concat()));
        self.piece.makes = true;
        self.left = phrase.behind;
        true
    }

    /// `联席会议每季度召开1次`, `日常巡查每月覆盖不少于10家`: what is done stands before the time phrase.
    fn subject_held(&mut self, phrase: &Phrase<'a>, alone: bool) -> bool {
        let held =
            (alone || ["覆盖", "达到"].contains(&phrase.deed())) && matter::has_chars(phrase.subject, 3);
        if held {
            self.piece.makes = true;
            self.matter_in_front(phrase);
        }
        held
    }

    /// `出厂水每月检测不少于2次`, `公厕每天至少清扫2次`, `班子成员每季度调研1次`
    fn subject_and_deed(&mut self, phrase: &Phrase<'a>) -> bool {
        // `县科协将对活动情况每季度通报一次`: who does it is no part of what he does.
        let body = bodies(phrase.subject);
        let told = phrase.subject[body..].trim_start_matches(['将', '要', '应', '须']);
        let told = if body > 0 && !told.is_empty() { told } else { phrase.subject };
        let whom = told.strip_prefix('对');
        let subject = whom.unwrap_or(told);
        // `对主要病虫害每年开展普查2次`
        let held = || ["开展", "进行"].iter().find_map(|verb| phrase.behind.strip_prefix(verb));
        let behind = whom.and_then(|_| held()).unwrap_or(phrase.behind);
        let done = done_so_often(subject, behind, self.right, self.q);
        let Some((deed, named)) = done else { return false };
        if named {
            // `高风险冷库每季度检查1次，其他冷库每年检查1次`
            let front = self.clause.left_of(self.reader.text, self.q.start);
            let others = front.split_once("其他").is_some_and(|(_, rest)| rest.starts_with(subject));
            let about = whom.is_some() && CUES.answered.is(deed) && subject.ends_with("情况");
            let name = if others {
                ["其他", subject, deed].concat()
            } else if about {
                [deed, subject].concat()
            } else {
                [subject, deed].concat()
            };
            self.piece.indicator = Some(Cow::Owned(name));
        } else {
            self.piece.group = Some(Cow::Borrowed(subject));
        }
        self.piece.makes = true;
        self.left = phrase.behind;
        true
    }

    /// `利用“科普大篷车”每年进校园20场以上`, `科技馆每年开放不少于200天`
    fn subject_brought(&mut self, phrase: &Phrase<'a>) -> bool {
        let Some((thing, deed)) = brought_in(phrase, self.right) else { return false };
        self.piece.indicator = Some(Cow::Owned([thing, deed].concat()));
        self.piece.makes = true;
        self.left = phrase.behind;
        true
    }

    /// `县水利局要在年底前完成清淤18公里，漏损率控制在9%以内`: both by then.
    fn matter_behind(&mut self, phrase: &Phrase<'a>) -> bool {
        let told = !phrase.only_binds() && matter::clean(phrase.behind).chars().count() >= 2;
        if told {
            let time = phrase.time;
            self.piece.by_then =
                !time.past && time.deadline.is_some() && matter::verb_in_front(phrase.behind).is_some();
            self.left = phrase.behind;
        }
        told
    }
}

/// What is done so often behind a time phrase where nothing but the deed stands there, and whether what stands before the time is
/// what it is done to (出厂水 of `出厂水每月检测2次`), not who does it (`班子成员每季度调研1次`). Bodies are told to act: none.
fn done_so_often<'t>(
    subject: &str,
    behind: &'t str,
    right: &str,
    q: &Quantity<'_>,
) -> Option<(&'t str, bool)> {
    // Bodies, and times that no calendar tells (`汛期每天巡查2次`).
    const OTHERS: [&str; 18] = [
        "科协",
        "妇联",
        "残联",
        "工商联",
        "组",
        "会",
        "部",
        "府",
        "办",
        "委",
        "心",
        "站",
        "室",
        "派出所",
        "司法所",
        "监管所",
        "期",
        "季",
    ];
    const PERSONS: [&str; 5] = ["员", "长", "人", "干部", "书记"];
    let deed = CUES.prefix_ge.prefix(behind).map_or(behind, |word| &behind[word.len()..]);
    let deed = deed[..measure::binding(deed).start].trim();
    let han = |words: &str| words.chars().all(is_han);
    // `科普画廊每年更换内容6次`
    let short = deed.chars().count() == 2 || matches!(deed, "更换内容" | "更新内容");
    let plain = short && han(deed) && !deed.starts_with(['不', '应', '要', '须', '各']);
    let who = (2..=12).contains(&subject.chars().count())
        && han(subject)
        && !subject.ends_with("期间")
        && !subject.ends_with(['要', '应', '须', '需'])
        && CUES.make.prefix(subject).is_none()
        // 应 of 应急 leads nothing in.
        && (CUES.lead.prefix(subject).is_none_or(|word| matches!(word, "其他" | "重点"))
            || matter::strip_lead(subject).0 == subject);
    let times = matches!(&*q.unit, "次" | "遍" | "轮" | "趟") && right.trim().is_empty();
    let named = !PERSONS.iter().any(|end| subject.ends_with(end));
    (plain && who && times && !OTHERS.iter().any(|end| subject.ends_with(end))).then_some((deed, named))
}

/// What is brought where the words behind how often say, or opens: 科普大篷车 of `利用“科普大篷车”每年` and `进校园`.
fn brought_in<'t>(phrase: &Phrase<'t>, right: &str) -> Option<(&'t str, &'t str)> {
    const PLACES: [&str; 10] = ["校园", "学校", "社区", "农村", "乡村", "企业", "机关", "乡镇", "村", "家庭"];
    let (subject, deed) = (phrase.subject, matter::clean(phrase.deed()));
    let open = deed == "开放";
    let place = deed.strip_prefix('进').filter(|place| PLACES.contains(place));
    let led = ["利用", "依托", "组织", "开展", "发挥"].iter().find_map(|word| subject.strip_prefix(word));
    let thing = matter::clean(matter::strip_lead(led.unwrap_or(subject)).0);
    ((open || place.is_some()) && right.trim().is_empty() && (2..=12).contains(&thing.chars().count()))
        .then_some((thing, deed))
}
