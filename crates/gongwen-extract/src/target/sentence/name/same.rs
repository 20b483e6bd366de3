//! What is left where a verb, or what remains of the same, stands alone in front of the number.

use super::Naming;
use crate::target::cues::CUES;
use crate::target::{group, matter};
use gongwen_text::Span;

impl Naming<'_, '_, '_> {
    /// Empties the object where it only says what is done with what was spoken of before or stands behind.
    pub(super) fn counted_again(&mut self) {
        self.left_over();
        self.same_for_each();
        self.reaches_so_many();
        self.takes_part();
        self.trains_anew();
        self.owned();
        self.above_average();
        self.at_the_latest();
        self.before_season();
    }

    /// `比例达到16%，高于全市平均水平1个百分点`: the ratio that was told lies so far above it.
    fn above_average(&mut self) {
        let average = ["平均水平", "平均值", "平均"].iter().any(|word| self.object.ends_with(word));
        let apart = self.q.unit == "百分点" && self.reader.carry.unit == "%" && self.bare.is_none();
        let whose = || matter::strip_lead(self.object).0.chars().count() <= 6;
        if average && apart && whose() {
            self.object = "";
        }
    }

    /// `立即报告，最迟不得超过1小时`: what was spoken of.
    fn at_the_latest(&mut self) {
        if matches!(self.object, "最迟" | "最晚") && CUES.duration_unit.is(&self.q.unit) {
            self.object = "";
        }
    }

    /// `开展防火检查，每年防火期前至少开展1次`: when it is done names nothing.
    fn before_season(&mut self) {
        const HOLDS: [&str; 4] = ["开展", "组织", "进行", "举办"];
        const LONGEST: usize = 6;
        let held = HOLDS.iter().find_map(|verb| self.object.strip_suffix(verb));
        let Some(when) = held.filter(|_| self.bare.is_none() && CUES.event_unit.is(&self.q.unit)) else {
            return;
        };
        let least = CUES.prefix_ge.suffix(when);
        let when = least.map_or(when, |word| &when[..when.len() - word.len()]);
        let season = when.ends_with(['前', '后'])
            && ["期前", "期后", "节前", "节后", "季前"].iter().any(|w| when.ends_with(w));
        if (season || CUES.season.suffix(when).is_some()) && when.chars().count() <= LONGEST {
            if least.is_some() {
                self.piece.binding.comparator.get_or_insert(crate::Comparator::Ge);
            }
            self.piece.makes = true;
            self.object = "";
        }
    }

    /// `剩余83件年内全部化解`, `剩余7个小区`: so many of the same are left to do.
    fn left_over(&mut self) {
        if CUES.left_over.is(self.object) {
            self.piece.makes |= CUES.make.within(self.piece.right) || self.piece.own_time;
            self.object = "";
        }
    }

    /// `专职调解员200名，每个乡镇配备2名`: so many of the same.
    fn same_for_each(&mut self) {
        if self.piece.group.is_some()
            && self.bare.is_none()
            && CUES.make.is(self.object)
            && !CUES.deed.is(self.object)
            && self.same_unit()
        {
            self.piece.makes = true;
            self.object = "";
        }
    }

    /// `每个集团覆盖3—5所农村园`, `覆盖3个乡镇2万亩耕地`
    fn reaches_so_many(&mut self) {
        let Some(noun) = self.bare.filter(|_| !self.share && self.object == "覆盖") else { return };
        if self.piece.group.is_some() || CUES.group_noun.is(noun) {
            self.piece.makes = true;
            self.object = "";
        }
    }

    /// `组织志愿者深入100个村`, `选派专家到30所学校授课`: the places are counted, not who goes there. `管网延伸到5个村` sends nobody and counts what
    /// is brought there. Whether that settled the name.
    pub(super) fn gone_to(&mut self) -> bool {
        const GOES: [&str; 7] = ["深入", "走进", "奔赴", "进驻", "到", "赴", "进"];
        const SENDS: [&str; 9] = ["组织", "选派", "动员", "安排", "邀请", "抽调", "引导", "组建", "派出"];
        const DEED: usize = 2;
        // Bytes in front in which the clause is looked for.
        const NEAR: usize = 150;
        let Some(word) = GOES.iter().find(|word| self.object.ends_with(**word)) else { return false };
        // `10个乡镇巡诊`: what is done there is no part of the place.
        let place = self.bare.filter(|_| !self.share).and_then(|noun| {
            let kind = CUES.group_noun.suffix(noun).map(|_| noun);
            let first = CUES.group_noun.prefix(noun).map(|place| noun.split_at(place.len()));
            kind.or_else(|| first.filter(|(_, deed)| deed.chars().count() == DEED).map(|(place, _)| place))
        });
        let Some(place) = place else { return false };
        let text = self.reader.text;
        let end = Span::of(self.object, text).to();
        let front = &text[text.ceil_char_boundary(end.saturating_sub(NEAR))..end];
        let clause = front.rfind(['，', '；', '。']).map_or(front, |mark| &front[mark..]);
        let sent = word.chars().count() > 1 || SENDS.iter().any(|send| clause.contains(send));
        if !sent && !matter::has_chars(self.object, 3) {
            return false;
        }
        self.piece.makes = true;
        if sent {
            return self.named(place);
        }
        self.named([self.object, place].concat())
    }

    /// `接受不少于360学时的培训`, `困难学生可享受2次心理辅导`: what they get stands behind.
    fn takes_part(&mut self) {
        const TAKES: [&str; 7] = ["接受", "参加", "参与", "可享受", "享受", "享有", "可获得"];
        let taken = TAKES.iter().find_map(|verb| self.object.strip_suffix(verb));
        let Some(whom) = taken.filter(|_| self.bare.is_some() && !self.share) else { return };
        let whom = matter::clean(whom);
        if whom.is_empty() || group::is_group(whom) {
            if !whom.is_empty() {
                self.over(whom);
            }
            self.object = "";
        }
    }

    /// `新培训指导员500名`
    fn trains_anew(&mut self) {
        let trained = self.object.strip_prefix('新').filter(|rest| CUES.train.prefix(rest).is_some());
        self.object = trained.unwrap_or(self.object);
    }

    /// `每千人口拥有床位数达到7张`: a figure that is reached.
    fn owned(&mut self) {
        if self.piece.binding.reaches || self.piece.group.as_deref().is_some_and(group::is_per_head) {
            let owned = group::OWNED.iter().find_map(|word| self.object.strip_prefix(word));
            let figure = owned.filter(|rest| CUES.level_noun.suffix(rest).is_some());
            self.object = figure.unwrap_or(self.object);
        }
    }

    /// `每村建示范方1个`
    pub(super) fn builds(&mut self) {
        if self.piece.group.is_some()
            && !self.share
            && let Some(rest) = self.object.strip_prefix('建').filter(|rest| matter::has_chars(rest, 2))
            && !rest.starts_with(['筑', '议', '材', '制', '国', '党'])
            // `建立`, `建有` are verbs by themselves.
            && CUES.make.prefix(self.object).is_none()
        {
            self.piece.makes = true;
            self.object = rest;
        }
    }
}
