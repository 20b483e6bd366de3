//! Rungs of a ladder in a list: what a number counts, named by its rung alone.

use super::piece::Piece;
use crate::target::RawTarget;
use crate::target::cues::CUES;
use crate::target::matter::{self, has_chars};
use std::borrow::Cow;

/// Which of the ladders is that of ranks.
pub(super) const RANK: usize = 2;

/// The rate of the deed that ends a clause, with what does it: 实验室开放率 of `推动实验室向公众开放，开放率达到80%`.
fn rate_of_deed(own: &str, clause: &str) -> Option<String> {
    const LONGEST: usize = 24;
    let deed = own.strip_suffix('率').filter(|deed| deed.chars().count() == 2)?;
    let label = gongwen_text::Label::read(clause).map_or(0, |label| label.end);
    let who = matter::strip_lead(clause[label..].trim().strip_suffix(deed)?).0;
    let who = ["向公众", "向社会", "对公众", "对社会", "对外"].iter().find_map(|to| who.strip_suffix(to))?;
    let who = who.trim_end_matches("免费");
    let named = (2..=LONGEST).contains(&who.chars().count())
        && who.chars().all(|c| gongwen_text::chars::is_han(c) || c == '、')
        && CUES.make.prefix(who).is_none();
    named.then(|| [who, own].concat())
}

/// The thing that a clause tells to make, by its name: 治沙科普教育基地 of `建设治沙科普教育基地`.
fn thing_made(clause: &str) -> Option<&str> {
    const LONGEST: usize = 16;
    const THINGS: [&str; 20] = [
        "基地", "园", "区", "企业", "社", "场", "站", "中心", "馆", "室", "品牌", "项目", "平台", "村", "校",
        "家庭", "机构", "点", "县", "镇",
    ];
    let label = gongwen_text::Label::read(clause).map_or(0, |label| label.end);
    let (_, thing) = matter::verb_in_front(matter::strip_lead(&clause[label..]).0)?;
    let thing = matter::clean(thing);
    let plain = (3..=LONGEST).contains(&thing.chars().count())
        && thing.chars().all(gongwen_text::chars::is_han)
        && THINGS.iter().any(|end| thing.ends_with(end));
    plain.then_some(thing)
}

/// Whether a rate says nothing of what it is of.
fn rate_alone(own: &str) -> bool {
    ["覆盖率", "普及率", "达标率", "合格率", "参与率", "完成率", "开展率", "开设率", "知晓率"].contains(&own)
}

/// What a clause speaks of, by its name alone: 科技兴趣小组 of `支持学校成立科技兴趣小组`, 生活垃圾分类 of `推进生活垃圾分类`.
fn thing_spoken_of(clause: &str) -> Option<&str> {
    const LONGEST: usize = 14;
    let topic = matter::topic(clause)?;
    let founded = ["成立", "组建"].iter().find_map(|verb| topic.split_once(verb)).map(|(_, thing)| thing);
    let made = || {
        let mut verbs = CUES.make.each(topic).filter_map(|(at, ..)| matter::verb_in_front(&topic[at..]));
        verbs.find(|(_, thing)| has_chars(thing, 3)).map(|(_, thing)| thing)
    };
    let thing = matter::clean(founded.or_else(made).unwrap_or(topic));
    let plain = (3..=LONGEST).contains(&thing.chars().count())
        && thing.chars().all(gongwen_text::chars::is_han)
        && !thing.contains('的')
        && [&CUES.make, &CUES.worked_with].iter().all(|words| words.prefix(thing).is_none())
        && CUES.make.suffix(thing).is_none()
        && !["到位", "体系", "机制", "制度", "力度"].iter().any(|end| thing.ends_with(end));
    plain.then_some(thing)
}

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
            // `城市每人每月750元提高到780元，农村每人每月…`: the standard of another rung.
            let ladder = CUES.ladders[..2].iter().find(|ladder| ladder.is(own));
            let named = before.filter(|b| b.unit == unit).and_then(|b| b.indicator.as_deref());
            let standard = ladder.zip(named).and_then(|(ladder, named)| {
                named.strip_prefix(ladder.prefix(named)?).filter(|rest| rest.ends_with("标准"))
            });
            if let Some(standard) = standard {
                self.indicator = Some(Cow::Owned([own, standard].concat()));
            }
            return;
        }
        self.of_grade(before, unit);
        if self.group.is_some() {
            return;
        }
        let bounded = self.binding.reaches || self.binding.comparator.is_some();
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
            if let Some(group) = before.group.as_deref().filter(|group| rung(group)) {
                // `村级河长每周1次，乡级每月2次`
                let post = ladder.prefix(group).map_or("", |rung| &group[rung.len()..]);
                self.group = Some(match post {
                    "" => Cow::Borrowed(own),
                    post => Cow::Owned(format!("{own}{post}")),
                });
                self.indicator.clone_from(&before.indicator);
            } else {
                // `培训三级指导员500名、二级120名`: what is done stands before the rung.
                let done = CUES.train.prefix(named).unwrap_or_default();
                let noun = &named[done.len()..];
                if let Some(rung) = ladder.prefix(noun).filter(|r| {
                    let rest = &noun[r.len()..];
                    *r != own && !rest.is_empty() && (listed || bounded || !rest.starts_with(['以', '及']))
                }) {
                    // `市级以上龙头企业2家、县级8家`
                    let rest = noun[rung.len()..].trim_start_matches('及').trim_start_matches("以上");
                    self.indicator = Some(Cow::Owned(format!("{done}{own}{rest}")));
                }
            }
            return;
        }
    }

    /// `生均用房面积，小学达到4.5平方米`: a rung alone is the group of the figure that the clause before it names.
    pub(super) fn rung_of(&mut self, topic: &'a str) {
        let Some(own) = self.indicator.as_deref() else { return };
        // `建设治沙科普教育基地，创建国家级1个`: the rank of what the clause before tells to make.
        if self.group.is_none() && CUES.ladders[RANK].is(own) {
            if let Some(thing) = thing_made(topic).filter(|thing| !CUES.ladders[RANK].within(thing)) {
                self.indicator = Some(Cow::Owned([own, thing].concat()));
            }
            return;
        }
        if let Some(rate) = rate_of_deed(own, topic) {
            self.indicator = Some(Cow::Owned(rate));
            return;
        }
        if let Some(thing) = rate_alone(own).then(|| thing_spoken_of(topic)).flatten() {
            self.indicator = Some(Cow::Owned([thing, own].concat()));
            return;
        }
        let Some(ladder) = CUES.ladders[..2].iter().find(|ladder| ladder.is(own)) else { return };
        let Some(topic) = matter::topic(topic) else { return };
        // `提高低保标准，城市由每人每月750元提高到780元`
        let figure = CUES.level_noun.suffix(topic).is_some() || topic.ends_with("标准");
        if figure && !ladder.within(topic) && self.group.is_some() {
            // Per head: the standard has the rung in its name.
            let bare = topic.strip_prefix("城乡").unwrap_or(topic);
            self.indicator = Some(Cow::Owned([own, bare].concat()));
        } else if figure && !ladder.within(topic) {
            self.group = self.indicator.take();
            self.indicator = Some(Cow::Borrowed(topic));
        }
    }

    /// `小学一、二年级科学课每周1课时，三至六年级每周2课时`: a grade in front is the group; a grade alone stands for another one's.
    fn of_grade(&mut self, before: Option<&RawTarget<'a>>, unit: &str) {
        const GRADE: &str = "年级";
        const FIGURES: &str = "一二三四五六七八九、至和到小学初高中";
        let Some(Cow::Borrowed(own)) = self.indicator else { return };
        if self.group.is_some() || !(CUES.event_unit.is(unit) || unit == "%") {
            return;
        }
        let Some(at) = own.rfind(GRADE).filter(|&at| at > 0) else { return };
        let above = ["及以上", "及以下", "以上", "以下"]
            .iter()
            .find(|word| own[at + GRADE.len()..].starts_with(**word))
            .map_or(0, |word| word.len());
        let (grade, rest) = own.split_at(at + GRADE.len() + above);
        if !grade[..at].chars().all(|c| FIGURES.contains(c) || c.is_ascii_digit() || c == '-') {
            return;
        }
        let rest = matter::clean(rest);
        let same = before.filter(|b| {
            rest.is_empty() && b.unit == unit && b.group.as_deref().is_some_and(|g| g.ends_with(GRADE))
        });
        if has_chars(rest, 2) {
            self.indicator = Some(Cow::Borrowed(rest));
        } else if let Some(same) = same {
            self.indicator.clone_from(&same.indicator);
        } else {
            return;
        }
        self.group = Some(Cow::Borrowed(grade));
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
