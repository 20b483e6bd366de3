//! Over each of what the number is counted (`每支不少于10人`), where the words in front say so together with the thing.

use super::Naming;
use crate::target::cues::CUES;
use crate::target::sentence::whom::Circumstance;
use crate::target::time::Time;
use crate::target::{group, matter};
use std::borrow::Cow;

impl<'a> Naming<'a, '_, '_> {
    /// Hands to the group what in front of the number names each of many; true where that settled the name.
    pub(super) fn over_each(&mut self) -> bool {
        self.each_one();
        if self.piece.group.is_some() {
            self.year_of(self.object);
        }
        self.everywhere();
        self.elsewhere();
        self.each_of_those();
        self.behind_unknown_unit();
        self.by_unit();
        self.each_behind();
        if self.works_elsewhere() || self.other_houses() {
            return true;
        }
        self.sized();
        self.builds();
        false
    }

    /// `每所学校教师2名`
    fn each_one(&mut self) {
        if let Some((each, noun)) = group::each_one(self.object) {
            self.over(each);
            self.object = noun;
        }
    }

    /// `每支队伍年服务不少于10场`: the deed of every year. Whether it is that.
    fn year_of(&mut self, deed: &'a str) -> bool {
        const LONGER: [char; 10] = ['均', '度', '级', '底', '末', '龄', '初', '内', '终', '前'];
        let deed = deed.strip_prefix('年').filter(|deed| {
            CUES.event_unit.is(&self.q.unit) && matter::has_chars(deed, 2) && !deed.starts_with(LONGER)
        });
        let Some(deed) = deed else { return false };
        self.piece.time.get_or_insert_with(Time::default).frequency.get_or_insert("per_year");
        self.object = deed;
        true
    }

    /// `村村有1名科技明白人`: each village.
    fn everywhere(&mut self) {
        const PLACES: [char; 8] = ['村', '乡', '镇', '校', '户', '县', '园', '站'];
        let had = self.object.strip_suffix('有').filter(|_| self.bare.is_some() && !self.share);
        let Some(place) = had.map(|had| had.trim_end_matches(['都', '均'])) else { return };
        let one = place.strip_prefix(PLACES).map(|rest| (&place[..place.len() - rest.len()], rest));
        if let Some((one, _)) = one.filter(|(one, rest)| one == rest) {
            self.over(one);
            self.object = "";
        }
    }

    /// `组织演出，农村不少于60场`
    fn elsewhere(&mut self) {
        if !self.share
            && self.bare.is_none()
            && !self.piece.binding.reaches
            && let Some(told) = Circumstance::of(self.object)
            && self.reader.goes_on_from(self.q)
        {
            self.piece.group = self.piece.group.take().or(told.place().map(Cow::Borrowed));
            self.object = "";
        }
    }

    /// `队伍1支，每支不少于10人`: what was counted before goes on, each of it.
    fn each_of_those(&mut self) {
        const LONGEST: usize = 6;
        if !self.share
            && self.object.starts_with('每')
            && self.object.chars().count() <= LONGEST
            && self.bare.is_none()
            && CUES.level_noun.suffix(self.object).is_none()
            && CUES.make.find(self.object).is_none()
        {
            // `每所年授课不少于24课时`
            if let Some((each, _)) =
                self.object.split_once('年').filter(|(each, _)| each.chars().count() == 2)
            {
                let deed = &self.object[each.len()..];
                if self.year_of(deed) {
                    self.over(each);
                    return;
                }
            }
            // `每校工作经费5万元`
            if CUES.money_unit.is(&self.q.unit)
                && let Some((each, sum)) = group::each_with_thing(self.object)
            {
                self.over(each);
                self.object = sum;
                return;
            }
            // `每座长50米`, `每处占地1000平方米`: the unit says as much. `每名网格长` is somebody.
            let measured = ["占地", "长", "宽", "高"].iter().find_map(|word| self.object.strip_suffix(word));
            let measured =
                measured.filter(|each| each.chars().count() == 2 && CUES.size_unit.is(&self.q.unit));
            self.over(measured.unwrap_or(self.object));
            self.object = "";
        }
    }

    /// `警示桩50捆、红绿灯20处`: the number before has a unit that nobody knows.
    fn behind_unknown_unit(&mut self) {
        let is_digit = |c: char| c.is_ascii_digit();
        if self.seen.may("、")
            && let Some((head, last)) = self.object.rsplit_once('、')
            && head.chars().rev().take(3).any(is_digit)
            && matter::has_chars(last, 2)
            && !last.contains(is_digit)
            && !self.share
        {
            self.piece.makes |= matter::verb_in_front(head).is_some();
            self.object = last;
        }
    }

    /// `接种率以乡镇为单位保持在90%以上`
    fn by_unit(&mut self) {
        if let Some((head, unit)) = self.object.strip_suffix("为单位").and_then(|rest| rest.rsplit_once('以'))
            && matter::has_chars(head, 2)
        {
            self.over(unit);
            self.object = head;
        }
    }

    /// `对讲机每个护林员1部`, `示范家庭农场各镇（街道）不少于2个`
    fn each_behind(&mut self) {
        let object = self.object;
        let bounded = self.piece.binding.comparator.is_some() && self.bare.is_none();
        let mark = self
            .seen
            .rfind(object, "每")
            .or_else(|| self.seen.rfind(object, "各").filter(|_| bounded))
            .filter(|&at| at >= 6 && !self.share && !object[..at].ends_with(['按', '照']));
        if let Some(at) = mark.filter(|&at| matches!(group::split_group(&object[at..]), (Some(_), ""))) {
            self.over(&object[at..]);
            self.object = matter::clean(&object[..at]);
        }
    }

    /// `老旧小区每百户不低于20平方米`: the same figure of other houses.
    fn other_houses(&mut self) -> bool {
        let per_head = self.q.unit == "平方米" && self.piece.group.as_deref().is_some_and(group::is_per_head);
        let houses = || self.object.ends_with("小区") || self.object.ends_with("社区");
        if !(per_head && self.bare.is_none() && self.same_unit() && houses()) {
            return false;
        }
        self.piece.follows = self.reader.carry.indicator.is_some();
        self.piece.indicator.clone_from(&self.reader.carry.indicator);
        self.piece.follows
    }

    /// `设立规模5亿元的产业引导基金`: how much it is, of what stands behind.
    fn sized(&mut self) {
        let sized = CUES.make.prefix(self.object).map(|verb| &self.object[verb.len()..]);
        if self.bare.is_some() && sized.is_some_and(|size| matches!(size, "规模" | "总规模" | "总投资"))
        {
            self.piece.makes = true;
            self.object = "";
        }
    }
}
