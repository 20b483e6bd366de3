//! What a share is a share of, and what so much of it does.

use super::Naming;
use crate::target::cues::CUES;
use crate::target::measure::Binding;
use crate::target::sentence::deed::done_by_share;
use crate::target::{group, matter};
use std::borrow::Cow;

impl Naming<'_, '_, '_> {
    /// Names a share by what it is of; true where that settled the name.
    pub(super) fn of_what_share(&mut self) -> bool {
        if !self.share {
            return false;
        }
        let settled = self.set_aside_behind()
            || self.done_to()
            || self.covers_so_many()
            || self.covered()
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

    /// `覆盖80%适龄妇女`
    fn covers_so_many(&mut self) -> bool {
        let noun = self.bare.filter(|_| self.object == "覆盖");
        noun.is_some_and(|noun| self.named([self.object, noun].concat()))
    }

    /// `助餐服务覆盖80%以上的社区和60%的行政村`: what they are shares of is the group.
    fn covered(&mut self) -> bool {
        let before = self.reader.carry.indicator.as_deref();
        let covers = self.object.ends_with("覆盖")
            || self.object.is_empty()
                && self.same_unit()
                && before.is_some_and(|name| name.ends_with("覆盖"));
        let whom =
            self.bare.filter(|noun| covers && self.piece.right.starts_with('的') && group::is_group(noun));
        let Some(whom) = whom else { return false };
        self.over(whom);
        self.piece.follows = self.object.is_empty();
        self.piece.indicator = if self.piece.follows {
            self.reader.carry.indicator.clone()
        } else {
            Some(Cow::Borrowed(self.object))
        };
        true
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
