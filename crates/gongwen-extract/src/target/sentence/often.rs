//! How often, told inside the name of what is counted.

use super::Reader;
use super::number::Number;
use super::piece::Piece;
use crate::Comparator;
use crate::target::RawTarget;
use crate::target::cues::CUES;
use crate::target::measure::Binding;
use crate::target::quantity::Quantity;
use crate::target::time::{self, Time};
use crate::target::{group, matter};
use crate::wordlist::Seen;
use gongwen_text::Span;
use std::borrow::Cow;

/// Units of lessons and of what is written, which are given or handed in again and again.
const LESSONS: [&str; 5] = ["节", "学时", "课时", "篇", "本"];

impl<'a> Reader<'a, '_> {
    /// `每月对出厂水抽检不少于2次，对末梢水抽检不少于4次`: how often the same deed, done to something else, is to be done.
    pub(super) fn same_deed(
        &self,
        read: &Piece<'a>,
        q: &Quantity<'a>,
        out: &[RawTarget<'a>],
    ) -> Option<&'static str> {
        let before = self.of_sentence(out).last()?;
        if before.frequency == "once" || before.unit != q.unit || read.own_time || self.carry.parted {
            return None;
        }
        let (named, own) = (before.indicator.as_deref()?, read.indicator.as_deref()?);
        let event = CUES.event_unit.is(&q.unit);
        // `教师每学期听课15节，校长听课20节`: by others. What those who are new do (`新录用人员不少于90学时`), they do once.
        let others = own == named
            && read.group != before.group
            && read.group.as_deref().is_some_and(|group| !group.starts_with(['新', '初']));
        if others && (event || CUES.duration_unit.is(&q.unit) || LESSONS.contains(&&*q.unit)) {
            return Some(before.frequency);
        }
        let deed = CUES.deed.suffix(named).filter(|_| event)?;
        (CUES.deed.suffix(own) == Some(deed) && own.len() > deed.len()).then_some(before.frequency)
    }

    /// `每年评选优质课100节、作业设计50份`: the verb behind how often governs what is listed in other units too.
    pub(super) fn often_governs(&self, n: &Number<'_, 'a>) -> bool {
        let own = n.piece.left.of_text(self.text).trim_start_matches(['、', '和']);
        if !n.listed
            || n.read.own_time
            || n.piece.rule.is_some()
            || !matter::has_chars(own, 2)
            || matter::verb_in_front(own).is_some()
        {
            return false;
        }
        let words = n.matter(self.text);
        let verb = words.find('每').and_then(|at| {
            let (len, time) = time::read(&words[at..], self.context)?;
            time.frequency?;
            matter::verb_in_front(&words[at + len..])
        });
        verb.is_some_and(|(_, thing)| matter::has_chars(thing, 2))
    }
}

impl<'a> Piece<'a> {
    /// `监测频次不低于每小时1次`; of `每小时60公里` the hour is part of the unit.
    pub(super) fn hourly(&mut self, unit: &str) {
        if self.group.as_deref() == Some("每小时") && matches!(unit, "次" | "遍" | "轮") {
            self.group = None;
            self.repeats("per_hour");
        }
    }

    /// `教师每学期听课15节，校长听课20节`: the deed told before, done by others.
    pub(super) fn of_other_doers(&mut self, before: Option<&RawTarget<'a>>, unit: &str) {
        let before = before
            .filter(|before| before.frequency != "once" && before.group.is_some() && before.unit == unit);
        let Some(before) = before.filter(|_| self.group.is_none() && !self.own_time) else { return };
        let (Some(Cow::Borrowed(own)), Some(deed)) = (&self.indicator, before.indicator.as_deref()) else {
            return;
        };
        let who = own.strip_suffix(deed).filter(|who| matter::has_chars(who, 2) && matter::names_only(who));
        let who = who.filter(|who| {
            group::is_group(who)
                || who.ends_with(['长', '员', '师', '人', '生'])
                || ["干部", "书记", "主任"].iter().any(|post| who.ends_with(post))
        });
        if let Some(who) = who {
            self.group = Some(Cow::Borrowed(who));
            self.indicator.clone_from(&before.indicator);
        }
    }
}

impl Piece<'_> {
    /// `数据日归集500万条`, `事件年发生次数`: how often is told inside the name.
    pub(super) fn often_inside(&mut self, object: &str, seen: &Seen, q: &Quantity<'_>) -> bool {
        let daily = || {
            let deed = CUES.make.suffix(object)?;
            let head = object[..object.len() - deed.len()].strip_suffix('日')?;
            let date = head.ends_with(['每', '当', '节', '生', '作', '末', '期', '单']);
            let counted = matches!(&*q.unit, "条" | "件" | "人次" | "次" | "篇" | "单");
            (counted && !date && matter::has_chars(head, 3)).then(|| ("per_day", [head, deed].concat()))
        };
        let yearly = || {
            let at = seen.find(object, "年发生").filter(|&at| matter::has_chars(&object[..at], 3))?;
            Some(("per_year", [&object[..at], &object[at + '年'.len_utf8()..]].concat()))
        };
        if let Some((from, to, often)) = deed_so_often(object, seen, q, &self.binding) {
            self.repeats(often);
            let (whose, deed) = (matter::strip_lead(&object[..from]).0, &object[to..]);
            // `带动农户人均年增收5000元`
            let mut whose = matter::verb_in_front(whose).map_or(whose, |(_, whose)| whose);
            // `同一企业同一年度检查不超过2次`
            if let Some(one) = whose.strip_prefix('对').or(Some(whose)).filter(|one| one.starts_with("同一"))
            {
                self.group.get_or_insert_with(|| Cow::Owned(one.to_owned()));
                whose = "";
            }
            // `大篷车年行驶8000公里`, but `服务时长` is a figure.
            self.makes |= !["时长", "时间", "里程", "天数"].iter().any(|figure| deed.ends_with(figure));
            self.indicator = Some(Cow::Owned([whose, deed].concat()));
            return true;
        }
        // `月工资不低于2800元`, `年度培训时间不少于40学时`: the name keeps its word.
        let paid = || matches!(&*q.unit, "元") && ["月工资", "月薪"].iter().any(|word| object.contains(word));
        let trained =
            || matches!(&*q.unit, "学时" | "课时" | "小时" | "天") && seen.holds(object, "年度培训");
        let named = daily().or_else(yearly);
        let often = named.as_ref().map(|(often, _)| *often);
        let Some(often) =
            often.or_else(|| paid().then_some("per_month")).or_else(|| trained().then_some("per_year"))
        else {
            return false;
        };
        self.repeats(often);
        let Some((_, name)) = named else { return false };
        self.indicator = Some(Cow::Owned(name));
        true
    }

    /// How often is told by the words of this number alone.
    pub(super) fn repeats(&mut self, often: &'static str) {
        let time = self.time.get_or_insert_with(Time::default);
        time.frequency.get_or_insert(often);
        self.own_time = true;
    }
}

/// Where 年 or 日均 stands in a name between whose it is and what is done so often, and how often that is: `公众号年推文`,
/// `年节约标准煤`, `机构日均助餐`, `同一企业同一年度检查`.
fn deed_so_often(
    object: &str,
    seen: &Seen,
    q: &Quantity<'_>,
    binding: &Binding,
) -> Option<(usize, usize, &'static str)> {
    if q.unit == "%" || !(seen.may("年") || seen.may("均")) {
        return None;
    }
    // `年接待游客突破5万人次` is a figure that is reached.
    let reached = || {
        binding.reaches
            || binding.comparator == Some(Comparator::Gt)
            || binding.change.is_some() && !object.contains("增收")
    };
    let whole = |whose: &str| whose.is_empty() || matter::has_chars(whose, 2);
    for (at, word) in object.match_indices(['年', '日', '月']) {
        let (whose, rest) = (&object[..at], &object[at + word.len()..]);
        if word != "年" {
            let deed = rest.strip_prefix('均').filter(|deed| time::is_so_often(deed) && whole(whose));
            if let Some(deed) = deed.filter(|_| !reached()) {
                let often = if word == "日" { "per_day" } else { "per_month" };
                return Some((at, object.len() - deed.len(), often));
            }
        } else if let Some(deed) = rest.strip_prefix('度') {
            // `年度职业技能培训6000人次`
            let told = |whose: &str| {
                !whose
                    .ends_with(|c: char| c.is_ascii_digit() || matches!(c, '每' | '全' | '本' | '上' | '一'))
            };
            let whose = ["同一", "一个"].iter().find_map(|one| whose.strip_suffix(one)).unwrap_or(whose);
            let deed = deed.strip_prefix('内').unwrap_or(deed);
            let counted = CUES.event_unit.is(&q.unit) || q.unit == "人次";
            let done = CUES.deed.suffix(deed).is_some() || CUES.train.suffix(deed).is_some();
            if counted && done && told(whose) && whole(whose) {
                return Some((whose.len(), object.len() - deed.len(), "per_year"));
            }
        } else if (time::is_so_often(rest) || time::is_served(rest))
            && !time::of_word(whose)
            && !whose.ends_with(['每', '全', '今', '明', '次', '本', '逐', '元', '平', '整'])
            // `年接待游客实现190万人次`: as a time it was asked for before.
            && (if whose.is_empty() { !time::is_served(rest) } else { whole(whose) })
            && !reached()
        {
            return Some((at, object.len() - rest.len(), "per_year"));
        }
    }
    None
}

/// `每2小时` in front of `进行一次防火巡查`: how often, and whether at least so often.
pub(super) fn per_few_hours(text: &str, left: Span) -> Option<(&'static str, bool)> {
    const FORMS: [(&str, &str); 4] = [
        ("每2小时", "per_two_hours"),
        ("每两小时", "per_two_hours"),
        ("每两个小时", "per_two_hours"),
        ("每4小时", "per_four_hours"),
    ];
    let before = &text[..left.from()];
    let (head, often) = FORMS.iter().find_map(|(form, often)| Some((before.strip_suffix(form)?, *often)))?;
    Some((often, CUES.prefix_ge.suffix(head).is_some()))
}
