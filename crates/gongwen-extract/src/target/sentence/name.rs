//! What a number counts and over whom, by the words left of it and behind it.

use super::Reader;
use super::deed::{begins_with_place, done_by_share, spoken_before, to_whom};
use super::doer::{
    health_service, made_or_may_be, made_so_many, service_at, spoken_of, whom_it_is_done_for, without_charge,
    without_programme,
};
use super::funds;
use super::piece::Piece;
use super::whom::Circumstance;
use crate::Measure;
use crate::target::cues::CUES;
use crate::target::measure::Binding;
use crate::target::quantity::Quantity;
use crate::target::{group, matter};
use crate::wordlist::Seen;
use gongwen_text::Span;
use rust_decimal::Decimal;
use std::borrow::Cow;

impl<'a> Piece<'a> {
    /// Settles group and indicator from what stands left of the number and behind it.
    /// `listed_behind`: it goes on with what the number before it counts (`3条、15公里`). `seen` are the characters of the clause.
    #[allow(clippy::too_many_arguments)] // everything that stands round a number
    pub(super) fn name(
        &mut self,
        reader: &Reader<'a, '_>,
        seen: &Seen,
        left: &'a str,
        bare: Option<&'a str>,
        q: &Quantity<'a>,
        listed_behind: bool,
    ) {
        let share = matches!(&*q.unit, "%" | "‰" | "百分点" | "基点");
        let mut object = matter::clean(left);
        if let (Some(group), rest) = group::split_group(object) {
            self.group.get_or_insert(Cow::Borrowed(group));
            object = matter::clean(rest);
        }
        if self.set_aside(reader, object, q) {
            return;
        }
        if let Some(made) = made_or_may_be(object).filter(|_| bare.is_none() && !share) {
            self.makes = true;
            object = made;
        }
        if let Some(funds) = funds::spent(object, q) {
            self.makes = true;
            self.indicator = Some(Cow::Borrowed(funds));
            return;
        }
        // `每个乡镇至少建设充电站1座`: the bound stands between those who do it and what they do.
        let bound =
            if self.group.is_some() && seen.may("少") { CUES.prefix_ge.prefix(object) } else { None };
        if let Some(word) = bound.filter(|word| word.len() < object.len()) {
            self.binding.comparator.get_or_insert(crate::Comparator::Ge);
            self.governs = true;
            object = &object[word.len()..];
            // `每个乡镇至少建成1个`: what was spoken of before.
            if bare.is_none() && CUES.make.is(object) && !CUES.deed.is(object) {
                self.makes = true;
                object = "";
            }
        }
        if self.often_inside(object, seen, q) {
            return;
        }
        // `各镇、各部门各报送信息12篇`
        // `两年内各新建公园3个`
        if let Some(deed) =
            object.strip_prefix('各').filter(|deed| !deed.starts_with(['类', '级', '项', '种', '式']))
            && (self.group.is_some() || matter::verb_in_front(deed).is_some())
        {
            object = deed;
        }
        object = matter::strip_lead(object).0;
        object = spoken_of(object, seen);
        object = object.strip_prefix("向上争取").filter(|sum| matter::has_chars(sum, 2)).unwrap_or(object);
        // `涉及楼栋368栋`: how far it goes.
        object = object.strip_prefix("涉及").filter(|rest| rest.chars().count() != 1).unwrap_or(object);
        // `降低企业用能成本3000万元`
        if bare.is_none() {
            object = self.change_in_front(object, share);
            if self.leads && self.binding.reaches {
                self.indicator = Some(Cow::Borrowed(object));
                self.in_front = true;
                return;
            }
        }
        // `剩余83件年内全部化解`, `剩余7个小区`: so many of the same are left to do.
        if CUES.left_over.is(object) {
            self.makes |= CUES.make.within(self.right) || self.own_time;
            object = "";
        }
        // `专职调解员200名，每个乡镇配备2名`: so many of the same.
        if self.group.is_some()
            && bare.is_none()
            && CUES.make.is(object)
            && !CUES.deed.is(object)
            && reader.carry.unit == q.unit
        {
            self.makes = true;
            object = "";
        }
        // `每个集团覆盖3—5所农村园`, `覆盖3个乡镇2万亩耕地`
        let place = || bare.is_some_and(|noun| CUES.group_noun.is(noun));
        if bare.is_some() && !share && object == "覆盖" && (self.group.is_some() || place()) {
            self.makes = true;
            object = "";
        }
        // `接受不少于360学时的培训`
        if bare.is_some() && matches!(object, "接受" | "参加" | "参与") {
            object = "";
        }
        // `新培训指导员500名`
        object = object.strip_prefix('新').filter(|rest| CUES.train.prefix(rest).is_some()).unwrap_or(object);
        // `每千人口拥有床位数达到7张`: a figure that is reached.
        if self.binding.reaches || self.group.as_deref().is_some_and(group::is_per_head) {
            let owned = group::OWNED.iter().find_map(|w| object.strip_prefix(w));
            object = owned.filter(|rest| CUES.level_noun.suffix(rest).is_some()).unwrap_or(object);
        }
        if let Some((each, noun)) = group::each_one(object) {
            self.group.get_or_insert(Cow::Borrowed(each));
            object = noun;
        }
        // `组织演出，农村不少于60场`
        if !share
            && bare.is_none()
            && !self.binding.reaches
            && let Some(told) = Circumstance::of(object)
            && reader.goes_on_from(q)
        {
            self.group = self.group.take().or(told.place().map(Cow::Borrowed));
            object = "";
        }
        // `队伍1支，每支不少于10人`: what was counted before goes on, each of it.
        if !share
            && object.starts_with('每')
            && object.chars().count() <= 6
            && bare.is_none()
            && CUES.level_noun.suffix(object).is_none()
            && CUES.make.find(object).is_none()
        {
            self.group.get_or_insert(Cow::Borrowed(object));
            object = "";
        }
        // `警示桩50捆、红绿灯20处`: the number before has a unit that nobody knows.
        if seen.may("、")
            && let Some((head, last)) = object.rsplit_once('、')
            && head.chars().rev().take(3).any(|c| c.is_ascii_digit())
            && matter::has_chars(last, 2)
            && !last.contains(|c: char| c.is_ascii_digit())
            && !share
        {
            self.makes |= matter::verb_in_front(head).is_some();
            object = last;
        }
        // `接种率以乡镇为单位保持在90%以上`
        if let Some((head, unit)) = object.strip_suffix("为单位").and_then(|rest| rest.rsplit_once('以'))
            && matter::has_chars(head, 2)
        {
            self.group.get_or_insert(Cow::Borrowed(unit));
            object = head;
        }
        // `对讲机每个护林员1部`, `示范家庭农场各镇（街道）不少于2个`
        let bounded = self.binding.comparator.is_some() && bare.is_none();
        let mark = seen.rfind(object, "每").or_else(|| seen.rfind(object, "各").filter(|_| bounded));
        let each = mark.filter(|&at| at >= 6 && !share && !object[..at].ends_with(['按', '照']));
        if let Some(at) = each.filter(|&at| matches!(group::split_group(&object[at..]), (Some(_), ""))) {
            self.group.get_or_insert(Cow::Borrowed(&object[at..]));
            object = matter::clean(&object[..at]);
        }
        // `老旧小区每百户不低于20平方米`: the same figure of other houses.
        let houses = || object.ends_with("小区") || object.ends_with("社区");
        let per_head = q.unit == "平方米" && self.group.as_deref().is_some_and(group::is_per_head);
        if per_head && bare.is_none() && reader.carry.unit == q.unit && houses() {
            self.follows = reader.carry.indicator.is_some();
            self.indicator.clone_from(&reader.carry.indicator);
            if self.follows {
                return;
            }
        }
        // `设立规模5亿元的产业引导基金`: how much it is, of what stands behind.
        let sized = CUES.make.prefix(object).map(|verb| &object[verb.len()..]);
        if bare.is_some() && sized.is_some_and(|size| matches!(size, "规模" | "总规模" | "总投资")) {
            self.makes = true;
            object = "";
        }
        // `按照不低于预算总额的5%安排培训经费`: what is set aside stands behind.
        if share
            && object.ends_with("按照")
            && let Some((_, aside)) = matter::verb_in_front(self.right)
        {
            self.indicator = Some(Cow::Borrowed(matter::clean(aside)));
            return;
        }
        // `对无分歧欠款，6月底前清偿50%`
        if let Some(what) = reader.done_to_what(object).filter(|_| share && bare.is_none()) {
            self.indicator = Some(Cow::Owned([what, object].concat()));
            self.in_front = true;
            return;
        }
        // `覆盖80%适龄妇女`
        if let Some(noun) = bare.filter(|_| share && object == "覆盖") {
            self.indicator = Some(Cow::Owned(format!("{object}{noun}")));
            return;
        }
        // `助餐服务覆盖80%以上的社区和60%的行政村`: what they are shares of is the group.
        let covered = object.ends_with("覆盖")
            || object.is_empty()
                && reader.carry.unit == q.unit
                && reader.carry.indicator.as_deref().is_some_and(|name| name.ends_with("覆盖"));
        if let Some(noun) =
            bare.filter(|noun| share && covered && self.right.starts_with('的') && group::is_group(noun))
        {
            self.group.get_or_insert(Cow::Borrowed(noun));
            self.follows = object.is_empty();
            self.indicator =
                if self.follows { reader.carry.indicator.clone() } else { Some(Cow::Borrowed(object)) };
            return;
        }
        let plain = self.binding == Binding { start: self.binding.start, ..Binding::default() };
        // `县级机关50%以上建成节水型单位`
        if share
            && plain
            && CUES
                .predicate
                .prefix(self.right)
                .is_some_and(|verb| matter::has_chars(&self.right[verb.len()..], 3))
            && group::is_group(object)
        {
            self.group.get_or_insert(Cow::Borrowed(object));
            self.indicator = Some(Cow::Borrowed(matter::clean(self.right)));
            return;
        }
        // `公益金55%以上用于养老服务`, `涉企事项100%进驻大厅`: what so much of a thing does stands behind.
        if share && let Some(deed) = done_by_share(object, self.right, plain) {
            self.indicator = Some(Cow::Owned(format!("{object}{deed}")));
            (self.in_front, self.led) = (true, self.led || reader.context.task);
            return;
        }
        // `80%的卫生院达到基本标准，30%以上达到推荐标准`
        if share && object.is_empty() && reader.carry.unit == q.unit && self.of_those(reader, seen) {
            return;
        }
        // `完成除治量的50%`, `完成路基工程60%`: so much of it is done.
        if share
            && let Some(whole) = object.strip_prefix("完成").filter(|whole| {
                left.trim_end().ends_with('的') || whole.ends_with("工程") || whole.ends_with("投资")
            })
            && matter::has_chars(whole, 2)
        {
            self.binding.reaches = true;
            object = whole;
        }
        // `每村建示范方1个`
        if self.group.is_some()
            && !share
            && let Some(rest) = object.strip_prefix('建').filter(|rest| matter::has_chars(rest, 2))
            && !rest.starts_with(['筑', '议', '材', '制', '国', '党'])
            // `建立`, `建有` are verbs by themselves.
            && CUES.make.prefix(object).is_none()
        {
            self.makes = true;
            object = rest;
        }
        // `科技支出年均增长15%，占一般公共预算支出比重达到4%`: what was spoken of is the share.
        if let Some(subject) = &reader.carry.indicator
            && share
            && object.starts_with('占')
            && matter::has_chars(object, 4)
        {
            self.indicator = Some(Cow::Owned(format!("{subject}{object}")));
            return;
        }
        if self.averaged(reader, object, bare, q) {
            return;
        }
        // `零就业家庭至少有1人就业`
        let bounded = bare.is_some() && !share && self.binding.comparator.is_some();
        if bounded && group::is_group(object) && !object.contains('按') {
            self.group.get_or_insert(Cow::Borrowed(object));
            object = "";
        }
        // `中心城区要有效应对不低于50年一遇的暴雨`: what is withstood, and where.
        if let Some(noun) = bare.filter(|_| q.unit == "年一遇")
            && let Some((verb, place)) =
                ["应对", "防御", "抵御"].iter().find_map(|verb| Some((*verb, object.strip_suffix(verb)?)))
        {
            let place =
                ["有效", "能够", "能", "要"].iter().fold(place, |place, word| place.trim_end_matches(word));
            self.group = self
                .group
                .take()
                .or(Some(place).filter(|place| matter::has_chars(place, 2)).map(Cow::Borrowed));
            self.indicator = Some(Cow::Owned([verb, noun].concat()));
            return;
        }
        // `执法检查时不少于2名执法人员`
        if bare.is_some() && object.ends_with('时') {
            object = "";
        }
        // `对56家企业负责人集中培训`: whom it is done to stands behind the number.
        let whom = object.strip_prefix("免费").unwrap_or(object);
        if bare.is_some() && matches!(whom, "对" | "为" | "向" | "对全镇" | "对全县" | "对全市" | "对全区")
        {
            // `为80户残疾人家庭实施无障碍改造`
            self.makes |=
                seen.any(self.right, &["实施", "开展", "免费", "提供", "进行", "发放", "安装", "办理"]);
            // `为8000名老年人购买意外险`: what is done for them ends their name.
            // `为1.5万名妇女开展“两癌”筛查`: what they undergo is counted by them.
            if let Some(health) = health_service(self.right).filter(|_| matches!(&*q.unit, "名" | "人")) {
                self.makes = true;
                self.group = self.group.take().or(bare.map(Cow::Borrowed));
                self.indicator = Some(Cow::Borrowed(health));
                return;
            }
            let deed = bare
                .filter(|_| whom == "为" && matches!(&*q.unit, "名" | "人" | "户" | "位" | "所"))
                .and_then(whom_it_is_done_for);
            if let Some(whom) = deed {
                self.makes = true;
                self.indicator = Some(Cow::Borrowed(whom));
                return;
            }
            object = "";
        }
        // `为城镇5万名残疾人免费提供培训`
        if let Some((noun, rest)) =
            bare.zip(object.strip_prefix(['为', '对', '向', '给'])).filter(|(_, rest)| {
                !share
                    && rest.chars().count() <= 8
                    && CUES.make.find(rest).is_none()
                    && !rest.starts_with('每')
            })
        {
            self.makes |= seen.any(self.right, &["实施", "免费", "提供", "进行", "开展", "发放"]);
            let rest = matter::clean(matter::strip_lead(rest).0);
            self.indicator = Some(Cow::Owned(format!("{rest}{noun}")));
            return;
        }
        // `在受理后10个工作日内组织审查`
        if bare.is_some() && object.starts_with(['在', '自']) && object.ends_with(['后', '起', '的']) {
            object = "";
        }
        // `利用闲置校舍改建幼儿园`: by what means is no part of what is made.
        if !share
            && (CUES.worked_with.prefix(object).is_some_and(|word| word != "以") || begins_with_place(object))
        {
            // `设置检查站`: 检查 begins a name.
            let made = CUES.make.each(object).filter(|(at, ..)| *at > 6);
            let made = made.filter_map(|(at, ..)| matter::verb_in_front(&object[at..])).last();
            if let Some((_, rest)) = made.filter(|(_, rest)| matter::has_chars(rest, 2)) {
                self.makes = true;
                object = rest;
            }
        }
        // `为60岁以上老年人免费接种疫苗2万人`
        if let Some(at) =
            object.strip_prefix('为').and_then(|_| service_at(object, seen)).filter(|at| *at > 6)
        {
            let whom = matter::strip_lead(&object['为'.len_utf8()..at]).0;
            // `为适龄妇女提供“两癌”免费筛查`: the service begins behind the verb.
            let given = ["开展", "提供", "进行", "实施"].iter().find_map(|w| whom.split_once(w));
            let (whom, service) = given.unwrap_or((whom, ""));
            self.group.get_or_insert(Cow::Borrowed(whom));
            object = &object[at - service.len()..];
        }
        // `住宅小区按每百户不少于20平方米配建用房`: what is built stands behind the measure.
        let Some(counted) = self.by_standard(reader, seen, object, bare, q) else { return };
        object = counted;
        // `对30家企业开展诊断`
        if bare.is_some() && object.ends_with('对') && CUES.make.within(self.right) {
            self.makes = true;
            object = "";
        }
        object = object.strip_suffix("标准为").map_or(object, |head| &object[..head.len() + "标准".len()]);
        // `公办园保教费每生每月不超过300元`
        let long = ["每平方公里", "每公里"].iter().find_map(|per| object.strip_suffix(per)).map(str::len);
        let one = object
            .char_indices()
            .next_back()
            .filter(|(_, c)| "生人户亩村镇乡县院校站组班期次场处所家座辆栋间套台层".contains(*c))
            .and_then(|(at, _)| object[..at].strip_suffix('每'))
            .map(str::len);
        if let Some((head, per)) =
            long.or(one).map(|at| object.split_at(at)).filter(|(head, _)| head.len() >= 6)
        {
            self.group.get_or_insert(Cow::Borrowed(per));
            object = matter::clean(head);
        }
        if self.set_aside(reader, object, q) {
            return;
        }
        // `新增度假区超过20个`: what is added is done, however it is bounded.
        // `新增劳动力平均受教育年限` is a level as a whole.
        let level = share || matches!(&*q.unit, "年" | "岁");
        let deed = if level { None } else { matter::verb_in_front(object) };
        let added = object.starts_with("新增") || object.starts_with("净增");
        object = made_so_many(object, self.binding.reaches && !level && bare.is_none());
        if let Some((_, rest)) =
            deed.filter(|_| !self.binding.reaches || CUES.event_unit.is(&q.unit) || self.makes || added)
        {
            self.makes = true;
            let mut rest = matter::clean(rest);
            // `清淤疏浚河道16公里`
            let named = ["工程", "项目", "行动", "计划", "面积", "任务", "企业", "站", "点", "活动"];
            if let Some((_, object)) = matter::verb_in_front(rest).filter(|(verb, object)| {
                !CUES.deed.is(verb)
                    && !CUES.train.is(verb)
                    && matter::has_chars(object, 2)
                    && !named.iter().any(|w| object.starts_with(w))
            }) {
                rest = object;
            }
            let sized = ["面积", "里程", "长度", "规模", "时长", "时间", "天数"].contains(&rest);
            // `每月走访困境儿童不少于1次`: so often it is done, not so many of them.
            let done = deed.is_some_and(|(verb, _)| kept_deed(verb, q));
            if done && matter::has_chars(rest, 2) {
                // The deed stays in front.
            } else if CUES.left_over.is(rest) {
                // `化解剩余83件`
                object = "";
            } else if sized || rest == "项目" && IN_STATE.iter().any(|state| object.starts_with(state)) {
                // `绿化面积20万平方米`, `新开工项目25个`: the noun alone would name something else.
            } else if matter::has_chars(rest, 2) && (!CUES.make.is(rest) || CUES.deed.is(rest)) {
                object = rest;
            } else if bare.is_some() {
                object = "";
            }
        } else if !share
            && let Some((at, verb)) = CUES.make.find(object).filter(|(at, _)| *at > 0 && *at <= 42)
        {
            // `各乡镇建成服务站5个`: the subject in front is the group.
            let whole = matter::clean(&object[..at]);
            let mut subject = group::served(whole);
            self.served |= subject.len() < whole.len();
            let rest = matter::clean(&object[at + verb.len()..]);
            let rest = if kept_deed(verb, q) && matter::has_chars(rest, 2) {
                matter::clean(&object[at..])
            } else {
                rest
            };
            let verbal = matter::verb_in_front(&object[at..]).is_some();
            // `“春风行动”期间举办招聘会`
            if verbal
                && (subject.ends_with("期间") || subject.ends_with("拿出"))
                && matter::has_chars(rest, 2)
            {
                self.makes = true;
                object = rest;
            }
            // `镇政府安排整治资金80万元`
            if verbal
                && (subject.ends_with(['府', '局', '委'])
                    || subject.ends_with("集团")
                    || subject.contains("财政"))
                && matter::has_chars(rest, 2)
            {
                self.makes = true;
                object = rest;
            }
            // `老旧小区改造开工15个`: how far the works have come; `支持企业设立中心5家`: all of them together.
            let state = matter::STATES.contains(&rest);
            let before = reader.text[..Span::of(object, reader.text).from()].trim_end();
            let helped = !subject.starts_with(['每', '各'])
                && (gongwen_lexicon::ends_with_any(before, &HELPS)
                    || HELPS.iter().any(|word| subject.starts_with(word)));
            if verbal && helped && group::is_group(subject) && matter::has_chars(rest, 2) {
                self.makes = true;
                object = rest;
            } else if verbal && !state && group::is_group(subject) && matter::has_chars(rest, 2) {
                // `每个林场至少储备灭火机15台`: the bound stands between those who do it and the verb.
                let bound = CUES.prefix_ge.suffix(subject).filter(|word| word.len() < subject.len());
                if let Some(word) = bound {
                    self.binding.comparator.get_or_insert(crate::Comparator::Ge);
                    self.governs = true;
                    subject = subject[..subject.len() - word.len()].trim_end();
                }
                self.group.get_or_insert(Cow::Borrowed(subject));
                self.makes = true;
                object = rest;
            }
        }
        let listed = !share && matches!(&*q.unit, "类" | "种" | "项" | "个" | "件");
        if bare.is_some() && listed && left.trim_end().ends_with('等') && self.led
            || CUES.train.prefix(object).is_some()
        {
            self.makes = true;
        }
        object = to_whom(object);
        if share
            && let Some((whom, rate)) = object.split_once("实现")
            && group::is_group(whom)
            && CUES.level_noun.suffix(rate).is_some()
        {
            // `餐饮场所实现报警装置安装率100%`
            self.group.get_or_insert(Cow::Borrowed(whom));
            object = rate;
        }
        // `价格涨幅在3%以内`
        object = matter::without_in(object);
        // `公厕按照每平方公里不少于3座的标准设置`: by what measure.
        object = object.strip_suffix("按照").filter(|name| matter::has_chars(name, 2)).unwrap_or(object);
        // `产业规模达到1500亿元，年均增速12%`: of what was spoken of.
        if let Some(same) = &reader.carry.indicator
            && share
            && matches!(object, "年均增速" | "年均增幅" | "年均增长率" | "增速" | "增幅")
            && matches!(reader.carry.kind, Some(Measure::Level))
            && reader.carry.unit != q.unit
        {
            self.indicator = Some(Cow::Owned(format!("{same}{object}")));
            self.in_front = true;
            return;
        }
        // `新建甲村、乙村2处供水工程`: the number sums up the names, what they are stands behind it.
        let summed = self.makes
            && !share
            && object.contains('、')
            && Decimal::from(object.split('、').count()) == q.value
            && object.split('、').all(|name| (2..=8).contains(&name.chars().count()));
        if let Some(noun) = bare.filter(|_| summed) {
            self.indicator = Some(Cow::Owned(format!("{object}{noun}")));
            return;
        }
        // `东川镇新建农田3000亩，南湾乡改造4000亩`: so many of the same in another place.
        if let Some((place, verb)) =
            CUES.make.suffix(object).map(|verb| (&object[..object.len() - verb.len()], verb))
            && bare.is_none()
            && super::is_place(place)
            && reader.carry.unit == q.unit
            && !CUES.deed.is(verb)
        {
            self.group.get_or_insert(Cow::Borrowed(place));
            self.makes = true;
            object = "";
        }
        if bare.is_none() && self.deed_before(reader, object) {
            return;
        }
        // `8个、46栋楼、1380户`
        let bare = bare.filter(|noun| !listed_behind || noun.chars().count() > 1);
        self.in_front = matter::has_chars(object, 2);
        self.indicator = match (matter::has_chars(object, 2), bare) {
            // `梅溪河等3条中小河流`
            (true, Some(noun)) if !share && left.trim_end().ends_with('等') => Some(Cow::Borrowed(noun)),
            (true, Some(noun)) if listed && object.contains('、') => {
                Some(Cow::Owned(format!("{object}{noun}")))
            }
            (true, _) => Some(Cow::Borrowed(object)),
            (false, Some(noun)) if !share || object.is_empty() => Some(Cow::Borrowed(noun)),
            _ => None,
        };
        if self.indicator.is_none()
            && !listed_behind
            && let Some(before) = reader.carry.before
            && let Some(topic) = matter::topic(before.of_text(reader.text))
        {
            let topic = spoken_before(before.of_text(reader.text), without_charge(topic), &q.unit);
            let topic = without_programme(topic, &reader.text[..q.start]);
            // `统筹福彩公益金，55%以上用于养老服务`
            let used = share && self.right.starts_with("用于");
            self.indicator = Some(if used {
                Cow::Owned([topic, self.right.trim()].concat())
            } else {
                Cow::Borrowed(topic)
            });
            self.borrowed = Some(before);
        } else if self.indicator.is_none() {
            self.follows = true;
            self.indicator.clone_from(&reader.carry.indicator);
        }
    }
}

/// What is done for those who do it: `支持企业设立中心5家`.
const HELPS: [&str; 6] = ["支持", "鼓励", "引导", "推动", "帮助", "指导"];

/// Whether a verb says what is done so often, and is counted with what it is done to.
fn kept_deed(verb: &str, q: &Quantity<'_>) -> bool {
    // Deeds that keep a thing as it should be.
    const KEEPS: [&str; 5] = ["更新", "修订", "维护", "维修", "清洗"];
    q.unit == "次" && (CUES.deed.is(verb) || KEEPS.contains(&verb))
}

/// What says which projects are counted: `续建项目11个，新建项目7个`.
const IN_STATE: [&str; 4] = ["新开工", "新建", "改扩建", "扩建"];
