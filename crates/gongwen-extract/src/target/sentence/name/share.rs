//! What a share is a share of, and what so much of it does.

use super::Naming;
use crate::target::cues::CUES;
use crate::target::measure::Binding;
use crate::target::sentence::deed::done_by_share;
use crate::target::{group, matter};
use gongwen_text::Span;
use std::borrow::Cow;

impl<'a> Naming<'a, '_, '_> {
    /// Names a share by what it is of; true where that settled the name.
    pub(super) fn of_what_share(&mut self) -> bool {
        if !self.share {
            return false;
        }
        let settled = self.set_aside_behind()
            || self.done_to()
            || self.covers()
            || self.have_become()
            || self.so_much_does()
            || self.others_of_those();
        if settled {
            return true;
        }
        self.done_of_the_whole();
        self.of_another()
    }

    /// `按照不低于预算总额的5%安排培训经费`: what is set aside stands behind.
    fn set_aside_behind(&mut self) -> bool {
        let aside =
            if self.object.ends_with("按照") { matter::verb_in_front(self.piece.right) } else { None };
        aside.is_some_and(|(_, aside)| self.named(matter::clean(aside)))
    }

    /// `对无分歧欠款，6月底前清偿50%`
    fn done_to(&mut self) -> bool {
        let what = self.reader.done_to_what(self.object).filter(|_| self.bare.is_none());
        self.piece.in_front |= what.is_some();
        what.is_some_and(|what| self.named([what, self.object].concat()))
    }

    /// `助餐服务覆盖80%以上的社区和60%的行政村`, `推进智慧食堂建设，覆盖60%以上中小学`: what they are shares of is the group. What covers
    /// them stands in front, or was told before.
    fn covers(&mut self) -> bool {
        const WHOLE: [&str; 8] = ["全县", "全市", "全区", "全旗", "全镇", "全乡", "区域内", "辖区内"];
        let those = |whom: &&str| {
            matter::names_only(whom)
                && CUES.level_noun.suffix(whom).is_none()
                && CUES.predicate.prefix(whom).is_none()
                && !CUES.predicate.each(whom).any(|(_, word, _)| matter::has_chars(word, 2))
        };
        let Some(whom) = self.bare.filter(those) else { return false };
        let object = WHOLE.iter().find_map(|whole| self.object.strip_suffix(whole)).unwrap_or(self.object);
        let object = object.strip_suffix('到').unwrap_or(object);
        let before = self.reader.carry.indicator.as_deref();
        let goes_on = object.is_empty()
            && self.same_unit()
            && self.piece.right.starts_with('的')
            && before.is_some_and(|name| name.ends_with("覆盖"));
        if !goes_on && !object.ends_with("覆盖") {
            return false;
        }
        self.over(whom);
        self.piece.follows = goes_on;
        self.piece.indicator = match object {
            "" => self.reader.carry.indicator.clone(),
            COVERS => Some(self.covering()),
            covers => Some(Cow::Borrowed(covers)),
        };
        true
    }

    /// The name of what covers so many of those behind the number: 智慧食堂覆盖 behind `推进智慧食堂建设，`, 服务队覆盖 behind `组建服务队20支，`.
    fn covering(&mut self) -> Cow<'a, str> {
        let reader = self.reader;
        let topic = |before: Span| matter::topic(before.of_text(reader.text));
        let Some((before, topic)) = reader.carry.before.and_then(|it| Some((it, topic(it)?))) else {
            let counted = reader.carry.indicator.as_deref().filter(|_| reader.carry.before.is_none());
            let counted = counted.filter(|_| !matches!(&*reader.carry.unit, "%" | "‰" | "百分点" | ""));
            return counted.map_or(Cow::Borrowed(COVERS), |thing| Cow::Owned([thing, COVERS].concat()));
        };
        self.piece.borrowed = Some(before);
        covering(matter::verb_in_front(topic).map_or(topic, |(_, thing)| thing))
    }

    /// Nothing binds the number.
    fn is_unbound(&self) -> bool {
        let binding = self.piece.binding;
        binding == Binding { start: binding.start, ..Binding::default() }
    }

    /// `县级机关50%以上建成节水型单位`
    fn have_become(&mut self) -> bool {
        let right = self.piece.right;
        let become_so = self.is_unbound()
            && CUES.predicate.prefix(right).is_some_and(|verb| matter::has_chars(&right[verb.len()..], 3))
            && group::is_group(self.object);
        if become_so {
            self.over(self.object);
            self.named(matter::clean(right));
        }
        become_so
    }

    /// `公益金55%以上用于养老服务`, `涉企事项100%进驻大厅`: what so much of a thing does stands behind.
    fn so_much_does(&mut self) -> bool {
        let Some(deed) = done_by_share(self.object, self.piece.right, self.is_unbound()) else {
            return false;
        };
        self.piece.in_front = true;
        self.piece.led |= self.reader.context.task;
        self.named([self.object, deed].concat())
    }

    /// `80%的卫生院达到基本标准，30%以上达到推荐标准`
    fn others_of_those(&mut self) -> bool {
        self.object.is_empty() && self.same_unit() && self.piece.of_those(self.reader, self.seen)
    }

    /// `完成除治量的50%`, `完成路基工程60%`: so much of it is done.
    fn done_of_the_whole(&mut self) {
        let whole = self.object.strip_prefix("完成").filter(|whole| {
            (self.left.trim_end().ends_with('的') || whole.ends_with("工程") || whole.ends_with("投资"))
                && matter::has_chars(whole, 2)
        });
        if let Some(whole) = whole {
            self.piece.binding.reaches = true;
            self.object = whole;
        }
    }

    /// `科技支出年均增长15%，占一般公共预算支出比重达到4%`: what was spoken of is the share.
    fn of_another(&mut self) -> bool {
        let subject = self.reader.carry.indicator.as_deref();
        let subject = subject.filter(|_| self.object.starts_with('占') && matter::has_chars(self.object, 4));
        subject.is_some_and(|subject| self.named([subject, self.object].concat()))
    }
}

/// What is left as a name where nothing says what covers so many.
pub(in crate::target) const COVERS: &str = "覆盖";

/// The name of what works that are told make, by those it covers: 智慧食堂覆盖 of `智慧食堂建设`.
pub(in crate::target) fn covering(works: &str) -> Cow<'static, str> {
    let made = ["建设", "改造", "推广"].iter().find_map(|deed| works.strip_suffix(deed));
    Cow::Owned([made.filter(|made| matter::has_chars(made, 2)).unwrap_or(works), COVERS].concat())
}
