//! The deed whose object the number counts: what is made, added, trained, and by whom.

use super::Naming;
use crate::Measure;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::sentence::deed::to_whom;
use crate::target::sentence::doer::made_so_many;
use crate::target::sentence::is_place;
use crate::target::{group, matter};
use gongwen_lexicon::ends_with_any;
use gongwen_text::Span;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// What is done for those who do it: `支持企业设立中心5家`.
const HELPS: [&str; 6] = ["支持", "鼓励", "引导", "推动", "帮助", "指导"];

/// What says which projects are counted: `续建项目11个，新建项目7个`.
const IN_STATE: [&str; 4] = ["新开工", "新建", "改扩建", "扩建"];

/// How much of a thing there is: alone it names nothing.
const EXTENTS: [&str; 9] = ["面积", "里程", "长度", "规模", "时长", "时间", "天数", "人数", "人次"];

impl<'a> Naming<'a, '_, '_> {
    /// Leaves the object of the deed; true where that settled the name.
    pub(super) fn made(&mut self) -> bool {
        self.brought_to_found();
        // `新增劳动力平均受教育年限` is a level as a whole.
        let level = self.share || matches!(&*self.q.unit, "年" | "岁");
        let deed = if level { None } else { matter::verb_in_front(self.object) };
        let added = self.object.starts_with("新增") || self.object.starts_with("净增");
        let reaches = self.piece.binding.reaches;
        self.object = made_so_many(self.object, reaches && !level && self.bare.is_none());
        // `新增度假区超过20个`: what is added is done, however it is bounded.
        let done = !reaches || CUES.event_unit.is(&self.q.unit) || self.piece.makes || added;
        match deed.filter(|_| done) {
            Some((verb, rest)) => self.object_of(verb, rest),
            None => self.deed_inside(),
        }
        self.list_or_training();
        self.object = to_whom(self.object);
        self.rate_of_those();
        self.without_measure_words();
        if self.growth_of_the_same() || self.names_summed_up() {
            return true;
        }
        self.in_another_place();
        self.bare.is_none() && self.piece.deed_before(self.reader, self.object)
    }

    /// `组织退休教师成立志愿服务队30支`: who is brought to found it is no part of its name.
    fn brought_to_found(&mut self) {
        const FOUNDS: [&str; 4] = ["成立", "组建", "组成", "创办"];
        let brought = ["组织", "动员", "引导", "鼓励", "发动", "吸纳"];
        let object = self.object;
        let Some(whom) = brought.iter().find_map(|verb| object.strip_prefix(verb)) else { return };
        let founded = FOUNDS.iter().find_map(|verb| whom.split_once(verb));
        if let Some((_, thing)) =
            founded.filter(|(whom, thing)| matter::has_chars(whom, 2) && matter::has_chars(thing, 2))
        {
            self.piece.makes = true;
            self.object = matter::clean(thing);
        }
    }

    /// `建成服务站5个`: `rest` stands behind the verb that begins the object.
    fn object_of(&mut self, verb: &str, rest: &'a str) {
        self.piece.makes = true;
        let rest = behind_second_verb(matter::clean(rest));
        // `绿化面积20万平方米`, `新开工项目25个`: the noun alone would name something else.
        let whole = EXTENTS.contains(&rest)
            || rest == "项目" && IN_STATE.iter().any(|state| self.object.starts_with(state));
        // `每月走访困境儿童不少于1次`: so often it is done, not so many of them.
        let kept = is_kept(verb, self.q) && matter::has_chars(rest, 2);
        // `参与学生3000人次`: so many of them take part.
        let takes_part = matches!(verb, "参与" | "参加")
            && matches!(&*self.q.unit, "人" | "名" | "人次" | "家" | "户")
            && matter::has_chars(rest, 2);
        if whole || kept || takes_part {
            return;
        }
        let named = matter::has_chars(rest, 2) && (!CUES.make.is(rest) || CUES.deed.is(rest));
        // `化解剩余83件`
        if CUES.left_over.is(rest) || !named && self.bare.is_some() {
            self.object = "";
        } else if named {
            self.object = rest;
        }
    }

    /// `各乡镇建成服务站5个`: the subject in front of a deed inside is the group, or says nothing of what is counted.
    fn deed_inside(&mut self) {
        const FARTHEST: usize = 42;
        let found = CUES.make.find(self.object).filter(|(at, _)| *at > 0 && *at <= FARTHEST);
        let Some((at, verb)) = found.filter(|_| !self.share) else { return };
        let whole = matter::clean(&self.object[..at]);
        let mut subject = group::served(whole);
        self.piece.served |= subject.len() < whole.len();
        // `县、乡领导班子至少各配备女干部1名`
        subject = subject.strip_suffix('各').unwrap_or(subject);
        let mut rest = matter::clean(&self.object[at + verb.len()..]);
        if is_kept(verb, self.q) && matter::has_chars(rest, 2) {
            rest = matter::clean(&self.object[at..]);
        }
        if matter::verb_in_front(&self.object[at..]).is_none() || !matter::has_chars(rest, 2) {
            return;
        }
        let owner = is_no_group(subject);
        let helped = group::is_group(subject) && self.is_helped(subject);
        // `老旧小区改造开工15个`: how far the works have come.
        // `在营客车安装终端300台`
        let state = matter::in_state(subject) && !subject.starts_with("在线");
        let doer = (state || group::is_group(subject)) && !matter::STATES.contains(&rest);
        if !owner && !helped && !doer {
            return;
        }
        if !helped && doer {
            // `每个林场至少储备灭火机15台`: the bound stands between those who do it and the verb.
            if let Some(word) = CUES.prefix_ge.suffix(subject).filter(|word| word.len() < subject.len()) {
                self.piece.binding.comparator.get_or_insert(crate::Comparator::Ge);
                self.piece.governs = true;
                subject = subject[..subject.len() - word.len()].trim_end();
            }
            self.over(subject);
        }
        self.piece.makes = true;
        self.object = rest;
    }

    /// `支持企业设立中心5家`: all of them together.
    fn is_helped(&self, subject: &str) -> bool {
        let text = self.reader.text;
        let before = text[..Span::of(self.object, text).from()].trim_end();
        !subject.starts_with(['每', '各'])
            && (ends_with_any(before, &HELPS) || HELPS.iter().any(|word| subject.starts_with(word)))
    }

    /// `开展讲座、展览等10项`, `培训农民200人`
    fn list_or_training(&mut self) {
        let list = self.bare.is_some()
            && self.lists_things()
            && self.left.trim_end().ends_with('等')
            && self.piece.led;
        self.piece.makes |= list || CUES.train.prefix(self.object).is_some();
    }

    /// `餐饮场所实现报警装置安装率100%`
    fn rate_of_those(&mut self) {
        if self.share
            && let Some((whom, rate)) = self.object.split_once("实现")
            && group::is_group(whom)
            && CUES.level_noun.suffix(rate).is_some()
        {
            self.over(whom);
            self.object = rate;
        }
    }

    /// `价格涨幅在3%以内`, `公厕按照每平方公里不少于3座的标准设置`: within what and by what measure is no part of the name.
    fn without_measure_words(&mut self) {
        let object = matter::without_in(self.object);
        self.object = object.strip_suffix("按照").filter(|name| matter::has_chars(name, 2)).unwrap_or(object);
    }

    /// `产业规模达到1500亿元，年均增速12%`: of what was spoken of.
    fn growth_of_the_same(&mut self) -> bool {
        let carry = &self.reader.carry;
        let same = carry.indicator.as_deref().filter(|_| {
            self.share
                && matches!(self.object, "年均增速" | "年均增幅" | "年均增长率" | "增速" | "增幅")
                && matches!(carry.kind, Some(Measure::Level))
                && !self.same_unit()
        });
        self.piece.in_front |= same.is_some();
        same.is_some_and(|same| self.named([same, self.object].concat()))
    }

    /// `新建甲村、乙村2处供水工程`: the number sums up the names, what they are stands behind it.
    fn names_summed_up(&mut self) -> bool {
        let summed = self.piece.makes
            && !self.share
            && self.object.contains('、')
            && Decimal::from(self.object.split('、').count()) == self.q.value
            && self.object.split('、').all(|name| (2..=8).contains(&name.chars().count()));
        let noun = self.bare.filter(|_| summed);
        noun.is_some_and(|noun| self.named([self.object, noun].concat()))
    }

    /// `东川镇新建农田3000亩，南湾乡改造4000亩`: so many of the same in another place.
    fn in_another_place(&mut self) {
        if let Some(verb) = CUES.make.suffix(self.object)
            && let place = &self.object[..self.object.len() - verb.len()]
            && self.bare.is_none()
            && is_place(place)
            && self.same_unit()
            && !CUES.deed.is(verb)
        {
            self.piece.group.get_or_insert(Cow::Borrowed(place));
            self.piece.makes = true;
            self.object = "";
        }
    }
}

/// `清淤疏浚河道16公里`: what stands behind the second of two verbs.
fn behind_second_verb(rest: &str) -> &str {
    const NAMES: [&str; 10] = ["工程", "项目", "行动", "计划", "面积", "任务", "企业", "站", "点", "活动"];
    let second = matter::verb_in_front(rest).filter(|(verb, object)| {
        !CUES.deed.is(verb)
            && !CUES.train.is(verb)
            && matter::has_chars(object, 2)
            && !NAMES.iter().any(|name| object.starts_with(name))
    });
    second.map_or(rest, |(_, object)| object)
}

/// `“春风行动”期间举办招聘会`, `镇政府安排整治资金80万元`: when it is done and who pays is no group, nor
/// are those from whom so many are taken (`从中小学遴选优秀学生20名`).
fn is_no_group(subject: &str) -> bool {
    ends_with_any(subject, &["期间", "拿出", "集团"])
        || subject.ends_with(['府', '局', '委'])
        || subject.starts_with('从') && !subject.starts_with("从业")
        || subject.contains("财政")
}

/// Whether a verb says what is done so often, and is counted with what it is done to.
fn is_kept(verb: &str, q: &Quantity<'_>) -> bool {
    // Deeds that keep a thing as it should be.
    const KEEPS: [&str; 5] = ["更新", "修订", "维护", "维修", "清洗"];
    q.unit == "次" && (CUES.deed.is(verb) || CUES.answered.is(verb) || KEEPS.contains(&verb))
}
