//! Rungs of a ladder in a list: what a number counts, named by its rung alone.

use super::piece::Piece;
use crate::target::RawTarget;
use crate::target::cues::CUES;
use crate::target::matter::{self, has_chars};
use std::borrow::Cow;

impl<'a> Piece<'a> {
    /// `学历比例小学达到75%、初中达到92%`, `城市社区覆盖率不低于95%、农村不低于60%`, `国家级企业2家、省级5家`: a rung of a
    /// ladder stands for what the number before counts on another rung.
    /// Behind a comma too where nothing but the rung is named (`市级机构具备2000个参数，县级不少于300个`).
    pub(super) fn on_rung(&mut self, before: Option<&RawTarget<'a>>, listed: bool, unit: &str) {
        let Some(Cow::Borrowed(own)) = self.indicator else { return };
        // `每百名学生拥有教室数小学2.3间`: how many each has is a figure of the rung.
        if let Some(per) = self.group.as_deref().filter(|per| per.starts_with('每')) {
            let rung = CUES.ladders[0].suffix(own).map(|rung| own.split_at(own.len() - rung.len()));
            if let Some((stem, rung)) = rung.filter(|(stem, _)| stem.ends_with('数')) {
                self.indicator = Some(Cow::Owned(format!("{per}{stem}")));
                self.group = Some(Cow::Borrowed(rung));
            }
            return;
        }
        if self.group.is_some() {
            return;
        }
        for ladder in &CUES.ladders {
            if let Some(rung) = ladder.suffix(own).filter(|r| r.len() < own.len()) {
                let stem = &own[..own.len() - rung.len()];
                let whole =
                    ["经费", "标准", "资金", "度", "半径", "时间", "距离"].iter().any(|w| stem.ends_with(w));
                if whole || CUES.level_noun.suffix(stem).is_some() {
                    self.group = Some(Cow::Borrowed(&own[stem.len()..]));
                    self.indicator = Some(Cow::Borrowed(stem));
                }
                return;
            }
            let Some(before) = before.filter(|b| ladder.is(own) && b.unit == unit) else { continue };
            let named = before.indicator.as_deref().unwrap_or_default();
            let rung = |g: &str| ladder.is(g) || !listed && ladder.prefix(g).is_some();
            if before.group.as_deref().is_some_and(rung) {
                self.group = Some(Cow::Borrowed(own));
                self.indicator.clone_from(&before.indicator);
            } else {
                // `培训三级指导员500名、二级120名`: what is done stands before the rung.
                let done = CUES.train.prefix(named).unwrap_or_default();
                let noun = &named[done.len()..];
                if let Some(rung) = ladder.prefix(noun).filter(|r| {
                    let rest = &noun[r.len()..];
                    *r != own && !rest.is_empty() && (listed || !rest.starts_with(['以', '及']))
                }) {
                    self.indicator = Some(Cow::Owned(format!("{done}{own}{}", &noun[rung.len()..])));
                }
            }
            return;
        }
    }

    /// `生均用房面积，小学达到4.5平方米`: a rung alone is the group of the figure that the clause before it names.
    pub(super) fn rung_of(&mut self, topic: &'a str) {
        let Some(own) = self.indicator.as_deref() else { return };
        let Some(ladder) = CUES.ladders[..2].iter().find(|ladder| ladder.is(own)) else { return };
        let Some(topic) = matter::topic(topic) else { return };
        if CUES.level_noun.suffix(topic).is_some() && !ladder.within(topic) {
            self.group = self.indicator.take();
            self.indicator = Some(Cow::Borrowed(topic));
        }
    }

    /// `粮食播种面积92万亩，产量26万吨`, `夏粮27万亩、产量11万吨`: a bare amount is that of the crop told before it.
    pub(super) fn of_the_same(&mut self, before: Option<&RawTarget<'a>>, listed: bool) {
        const AMOUNTS: [&str; 10] =
            ["产值", "总产值", "年产量", "年产值", "产量", "总产量", "单产", "平均单产", "总产", "产能"];
        const EXTENTS: [&str; 11] = [
            "年产量",
            "年产值",
            "总产量",
            "播种面积",
            "种植面积",
            "栽培面积",
            "养殖面积",
            "养殖规模",
            "种植规模",
            "面积",
            "产量",
        ];
        let Some(Cow::Borrowed(own)) = self.indicator else { return };
        // Not of buildings: `厂房面积30万平方米，产值10亿元`.
        let grown = |b: &&RawTarget<'_>| {
            matches!(&*b.unit, "亩" | "公顷" | "吨" | "头" | "只" | "羽" | "尾" | "株" | "公斤" | "斤")
        };
        let before = before.filter(|b| AMOUNTS.contains(&own) && grown(b));
        let Some(named) = before.and_then(|b| b.indicator.as_deref()) else {
            return;
        };
        let stem = EXTENTS.iter().find_map(|w| named.strip_suffix(w));
        let Some(crop) =
            stem.or(Some(named).filter(|_| listed)).filter(|crop| has_chars(crop, 2) && !CUES.make.is(crop))
        else {
            return;
        };
        self.indicator = Some(Cow::Owned(format!("{crop}{own}")));
    }
}
