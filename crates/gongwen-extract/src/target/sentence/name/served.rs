//! For whom or what it is done, by what standard and by what means: all that stands between the deed and its number.

use super::Naming;
use crate::target::cues::CUES;
use crate::target::sentence::deed::{begins_with_place, object_at_last};
use crate::target::sentence::doer::{health_service, service_at, whom_it_is_done_for};
use crate::target::{group, matter};
use std::borrow::Cow;

/// Verbs that give those who are counted something.
const GIVES: [&str; 6] = ["实施", "开展", "免费", "提供", "进行", "发放"];

impl<'a> Naming<'a, '_, '_> {
    /// `爱卫经费人均不低于2元`
    pub(super) fn averaged(&mut self) -> bool {
        self.piece.averaged(self.reader, self.object, self.bare, self.q)
    }

    /// Tells those for whom it is done from what is done; true where that settled the name.
    pub(super) fn done_for_whom(&mut self) -> bool {
        self.at_least_so_many_of();
        if self.withstood() {
            return true;
        }
        self.at_a_time();
        self.helped_so_many();
        if self.done_to_so_many() || self.done_for_those() {
            return true;
        }
        self.after_receipt();
        self.by_means();
        self.free_service();
        if self.by_standard() {
            return true;
        }
        self.done_to_counted();
        self.standard();
        self.per_behind();
        self.set_aside()
    }

    /// Names a sum that is set aside (`安排专项资金500万元`).
    pub(super) fn set_aside(&mut self) -> bool {
        self.piece.set_aside(self.reader, self.object, self.q)
    }

    /// `零就业家庭至少有1人就业`
    fn at_least_so_many_of(&mut self) {
        let bounded = self.bare.is_some() && !self.share && self.piece.binding.comparator.is_some();
        if bounded && group::is_group(self.object) && !self.object.contains('按') {
            self.over(self.object);
            self.object = "";
        }
    }

    /// `中心城区要有效应对不低于50年一遇的暴雨`: what is withstood, and where.
    fn withstood(&mut self) -> bool {
        let Some(noun) = self.bare.filter(|_| self.q.unit == "年一遇") else { return false };
        let told =
            ["应对", "防御", "抵御"].iter().find_map(|verb| Some((*verb, self.object.strip_suffix(verb)?)));
        let Some((verb, place)) = told else { return false };
        let place =
            ["有效", "能够", "能", "要"].iter().fold(place, |place, word| place.trim_end_matches(word));
        if matter::has_chars(place, 2) {
            self.over(place);
        }
        self.named([verb, noun].concat())
    }

    /// `执法检查时不少于2名执法人员`
    fn at_a_time(&mut self) {
        if self.bare.is_some() && self.object.ends_with('时') {
            self.object = "";
        }
    }

    /// `帮助200名职工提升学历`: who is helped to do what is counted.
    fn helped_so_many(&mut self) {
        const HELPS: [&str; 5] = ["帮助", "协助", "指导", "引导", "支持"];
        let counted = matches!(&*self.q.unit, "名" | "人" | "户" | "家");
        if self.bare.is_some() && counted && HELPS.contains(&self.object) {
            self.piece.makes = true;
            self.object = "";
        }
    }

    /// `对56家企业负责人集中培训`: whom it is done to stands behind the number.
    fn done_to_so_many(&mut self) -> bool {
        let whom = self.object.strip_prefix("免费").unwrap_or(self.object);
        let Some(noun) = self
            .bare
            .filter(|_| matches!(whom, "对" | "为" | "向" | "对全镇" | "对全县" | "对全市" | "对全区"))
        else {
            return false;
        };
        // `为80户残疾人家庭实施无障碍改造`
        let right = self.piece.right;
        self.piece.makes |= self.seen.any(right, &GIVES) || self.seen.any(right, &["安装", "办理"]);
        // `为1.5万名妇女开展“两癌”筛查`: what they undergo is counted by them.
        if let Some(health) = health_service(right).filter(|_| matches!(&*self.q.unit, "名" | "人")) {
            self.piece.makes = true;
            self.over(noun);
            return self.named(health);
        }
        // `为8000名老年人购买意外险`: what is done for them ends their name.
        let served = whom == "为" && matches!(&*self.q.unit, "名" | "人" | "户" | "位" | "所");
        if let Some(whom) = Some(noun).filter(|_| served).and_then(whom_it_is_done_for) {
            self.piece.makes = true;
            return self.named(whom);
        }
        self.object = "";
        false
    }

    /// `为城镇5万名残疾人免费提供培训`
    fn done_for_those(&mut self) -> bool {
        const LONGEST: usize = 8;
        let whom = self.object.strip_prefix(['为', '对', '向', '给']).filter(|whom| {
            !self.share
                && whom.chars().count() <= LONGEST
                && CUES.make.find(whom).is_none()
                && !whom.starts_with('每')
        });
        let Some((noun, whom)) = self.bare.zip(whom) else { return false };
        self.piece.makes |= self.seen.any(self.piece.right, &GIVES);
        self.named([matter::clean(matter::strip_lead(whom).0), noun].concat())
    }

    /// `在受理后10个工作日内组织审查`
    fn after_receipt(&mut self) {
        if self.bare.is_some()
            && self.object.starts_with(['在', '自'])
            && self.object.ends_with(['后', '起', '的'])
        {
            self.object = "";
        }
    }

    /// `利用闲置校舍改建幼儿园`: by what means is no part of what is made.
    fn by_means(&mut self) {
        let object = self.object;
        let means = !self.share
            && (CUES.worked_with.prefix(object).is_some_and(|word| word != "以")
                || begins_with_place(object));
        if !means {
            return;
        }
        if let Some(rest) = object_at_last(object) {
            self.piece.makes = true;
            self.object = rest;
        }
    }

    /// `为60岁以上老年人免费接种疫苗2万人`, `新设企业免费刻制公章4枚`
    fn free_service(&mut self) {
        let object = self.object;
        if let Some(whom) = self.seen.find(object, "免费").map(|at| &object[..at])
            && CUES.group_noun.suffix(whom).is_some()
            && (3..=8).contains(&whom.chars().count())
            && self.bare.is_none()
            && !whom.starts_with(['为', '给', '向', '对'])
        {
            self.over(whom);
            self.object = &object[whom.len()..];
            return;
        }
        let service = object.strip_prefix('为').and_then(|_| service_at(object, self.seen));
        let Some(at) = service.filter(|at| *at > 6) else { return };
        let whom = matter::strip_lead(&object['为'.len_utf8()..at]).0;
        // `为适龄妇女提供“两癌”免费筛查`: the service begins behind the verb.
        let given = ["开展", "提供", "进行", "实施"].iter().find_map(|verb| whom.split_once(verb));
        let (whom, service) = given.unwrap_or((whom, ""));
        self.over(whom);
        self.object = &object[at - service.len()..];
    }

    /// `住宅小区按每百户不少于20平方米配建用房`: what is built stands behind the measure.
    fn by_standard(&mut self) -> bool {
        let counted = self.piece.by_standard(self.reader, self.seen, self.object, self.bare, self.q);
        self.object = counted.unwrap_or(self.object);
        counted.is_none()
    }

    /// `对30家企业开展诊断`
    fn done_to_counted(&mut self) {
        if self.bare.is_some() && self.object.ends_with('对') && CUES.make.within(self.piece.right) {
            self.piece.makes = true;
            self.object = "";
        }
    }

    /// `低保标准为每月800元`
    fn standard(&mut self) {
        let standard = self.object.strip_suffix("标准为");
        self.object = standard.map_or(self.object, |head| &self.object[..head.len() + "标准".len()]);
    }

    /// `公办园保教费每生每月不超过300元`
    fn per_behind(&mut self) {
        const SHORTEST: usize = 6;
        const EACH: &str = "生人户亩村镇乡县院校站组班期次场处所家座辆栋间套台层支";
        let object: &'a str = self.object;
        let long = ["每平方公里", "每公里"].iter().find_map(|per| object.strip_suffix(per));
        let last = object.char_indices().next_back().filter(|(_, c)| EACH.contains(*c));
        let one = last.and_then(|(at, _)| object[..at].strip_suffix('每'));
        if let Some(head) = long.or(one).filter(|head| head.len() >= SHORTEST) {
            if self.each_of_them(head.len()) {
                return;
            }
            self.piece.group.get_or_insert(Cow::Borrowed(&object[head.len()..]));
            self.object = matter::clean(head);
        }
    }

    /// `配备教师，城区小学每校不少于3名`, `乡镇卫生院每院不少于2名医生`: those in front of 每, at `at`, are whose each one has so many of what stands
    /// before or behind. Whether it is that.
    fn each_of_them(&mut self, at: usize) -> bool {
        const ONES: [&str; 12] =
            ["每校", "每院", "每园", "每站", "每馆", "每村", "每所", "每家", "每班", "每镇", "每乡", "每室"];
        let (those, each) = self.object.split_at(at);
        let told = self.bare.is_some() || self.reader.carry.before.is_some() || self.same_unit();
        let them = told && ONES.contains(&each) && group::is_group(those);
        if them {
            self.piece.group.get_or_insert_with(|| Cow::Owned(self.object.to_owned()));
            self.object = "";
        }
        them
    }
}
