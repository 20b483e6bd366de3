//! How often, told inside the name of what is counted.

use super::Reader;
use super::piece::Piece;
use crate::target::RawTarget;
use crate::target::cues::CUES;
use crate::target::matter;
use crate::target::quantity::Quantity;
use crate::target::time::Time;
use crate::wordlist::Seen;
use gongwen_text::Span;
use std::borrow::Cow;

impl<'a> Reader<'a, '_> {
    /// `每月对出厂水抽检不少于2次，对末梢水抽检不少于4次`: how often the same deed, done to something else, is to be done.
    pub(super) fn same_deed(
        &self,
        read: &Piece<'a>,
        q: &Quantity<'a>,
        out: &[RawTarget<'a>],
    ) -> Option<&'static str> {
        let before = self.of_sentence(out).last()?;
        let same = before.frequency != "once"
            && before.unit == q.unit
            && CUES.event_unit.is(&q.unit)
            && !read.own_time
            && !self.carry.parted;
        let deed = CUES.deed.suffix(before.indicator.as_deref().filter(|_| same)?)?;
        let own = read.indicator.as_deref()?;
        (CUES.deed.suffix(own) == Some(deed) && own.len() > deed.len()).then_some(before.frequency)
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
        let time = self.time.get_or_insert_with(Time::default);
        time.frequency.get_or_insert(often);
        self.own_time = true;
        let Some((_, name)) = named else { return false };
        self.indicator = Some(Cow::Owned(name));
        true
    }
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
