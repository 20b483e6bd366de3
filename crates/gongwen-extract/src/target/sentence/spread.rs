//! Several numbers of a clause whose names, topic or years are told together (`分别达到96%、95%和60%`).
//!
//! Whose names they have that the sentence told before is [`named`]'s.

mod named;

use super::{Clause, Reader};
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::{RawTarget, matter, names, share, time};
use gongwen_text::Span;
use gongwen_text::chars::trim;
use rust_decimal::Decimal;
use std::borrow::Cow;

impl<'a> Reader<'a, '_> {
    /// `每百名学生拥有教师数：小学、初中分别达到4.2人、5.3人`: the clause before names the figure, and the rungs whose it is.
    pub(super) fn share_topic(&self, pieces: &mut [share::Part<'a>]) {
        let Some(before) = self.carry.before.filter(|_| pieces.len() > 1) else { return };
        let rung = |piece: &share::Part<'_>| {
            let name = piece.indicator.as_deref().filter(|_| piece.group.is_none());
            piece.rule == Some("target.respectively")
                && name.is_some_and(|name| CUES.ladders[..2].iter().any(|ladder| ladder.is(name)))
        };
        if !pieces.iter().all(rung) {
            return;
        }
        let topic = matter::topic(before.of_text(self.text));
        let Some(topic) = topic.filter(|topic| CUES.level_noun.suffix(topic).is_some()) else { return };
        for piece in pieces {
            piece.group = piece.indicator.take();
            piece.indicator = Some(Cow::Borrowed(topic));
        }
    }

    /// `建立职工书屋、创新工作室，到2025年分别达到30家和8家`: the clause before names as many things as numbers stand behind 分别.
    pub(super) fn share_things(
        &self,
        clause: &Clause,
        pieces: &mut [share::Part<'a>],
        out: &[RawTarget<'a>],
    ) {
        let told = self.carry.before.filter(|_| pieces.len() > 1 && self.of_sentence(out).is_empty());
        let Some(before) = told.filter(|_| clause.seen.holds(clause.span.of_text(self.text), "分别"))
        else {
            return;
        };
        let Some(topic) = matter::topic(before.of_text(self.text)) else { return };
        let things = names::items(matter::verb_in_front(topic).map_or(topic, |(_, things)| things));
        if things.len() != pieces.len()
            || pieces.iter().any(|piece| piece.indicator.is_some())
            || things.iter().any(|thing| !matter::has_chars(thing, 2))
        {
            return;
        }
        for (piece, thing) in pieces.iter_mut().zip(things) {
            piece.indicator = Some(Cow::Borrowed(thing));
        }
    }

    /// Whether several rates stand behind one name, and neither years nor groups tell whose they are: `随访率达到98%、90%`.
    pub(super) fn untold(&self, quantities: &[Quantity<'a>], pieces: &[share::Part<'a>]) -> bool {
        let [first, rest @ ..] = pieces else { return false };
        let q = &quantities[first.quantity];
        let same = |part: &share::Part<'a>| {
            part.indicator == first.indicator
                && part.group == first.group
                && part.deadline == first.deadline
                && part.frequency == first.frequency
        };
        q.unit == "%"
            && rest.iter().any(|part| quantities[part.quantity].value != q.value)
            && rest.iter().all(same)
            && share::bare_list(self.text, quantities, pieces)
    }

    /// `起数、死亡人数“双下降”，降幅均不低于5%`: the clause before names both that fall or rise.
    pub(super) fn share_double(&self, clause: &Clause, pieces: &mut Vec<share::Part<'a>>) {
        const BOTH: [(&str, &str); 6] = [
            ("双下降", "下降达到"),
            ("双降", "下降达到"),
            ("双增长", "增长达到"),
            ("双提升", "增长达到"),
            ("双升", "增长达到"),
            ("双增", "增长达到"),
        ];
        if !clause.seen.may("幅") {
            return;
        }
        let (Some(before), Some(first)) = (self.carry.before, pieces.first()) else { return };
        let words = matter::strip_lead(before.of_text(self.text).trim()).0.trim_end_matches('”');
        let Some((list, link)) = BOTH
            .iter()
            .find_map(|(both, link)| Some((words.strip_suffix(both)?.trim_end_matches('“'), *link)))
        else {
            return;
        };
        let list = ["实现", "同比", "均", "保持"]
            .iter()
            .fold(list, |list, word| list.strip_suffix(word).unwrap_or(list));
        let names = names::shared_names(matter::clean(list));
        let told = first.left.of_text(self.text);
        let rate = |words: &str| words.starts_with("降幅") || words.starts_with("增幅");
        if names.len() < 2 {
            return;
        }
        let of = |part: &share::Part<'a>, name: Cow<'a, str>| share::Part {
            indicator: Some(name),
            link,
            quote_from: clause.span.from(),
            ..part.clone()
        };
        if pieces.len() == 1 && rate(told) && told.contains(['均', '都']) {
            let part = share::Part { rule: Some("target.each"), ..first.clone() };
            *pieces = names.into_iter().map(|name| of(&part, name)).collect();
        } else if pieces.len() == names.len() && first.indicator.as_deref().is_some_and(rate) {
            *pieces = pieces.iter().zip(names).map(|(part, name)| of(part, name)).collect();
        }
    }

    /// `2024年、2025年各新建公园3个`: so many in each of the years told; in each year of a span (`2024—2026年各新建3个`).
    pub(super) fn each_year(&self, clause: &Clause, pieces: &mut Vec<share::Part<'a>>) {
        self.each_month(clause, pieces);
        self.each_period(clause, pieces);
        let front = &self.text[clause.body..];
        let alone = pieces.len() == 1 && self.text[..clause.body].ends_with("分别");
        let Some(rest) = front.strip_prefix(['各', '均']).or(Some(front).filter(|_| alone)) else { return };
        let Some(dated) = self.carry.dated else { return };
        let Some(first) = pieces.first_mut().filter(|part| part.left.from() == clause.body) else { return };
        let done = time::deed_behind(rest)
            || rest.starts_with(|c: char| c.is_ascii_digit())
            || ["建", "设", "完成"].iter().any(|verb| rest.starts_with(verb));
        if !done {
            return;
        }
        let head = dated.of_text(self.text);
        let years = time::listed_years(head.strip_suffix("分别").unwrap_or(head));
        let span = ['—', '-', '至', '～'].iter().any(|mark| head.contains(*mark));
        if years.len() < 2 && !span {
            return;
        }
        first.left = Span::new(self.text.len() - rest.len(), first.left.to());
        if years.len() < 2 {
            for part in pieces {
                part.frequency = Some("per_year");
            }
            return;
        }
        let of = |part: &share::Part<'a>, year| share::Part {
            deadline: Some(year),
            quote_from: clause.span.from(),
            rule: Some("target.each"),
            ..part.clone()
        };
        *pieces = pieces.iter().flat_map(|part| years.iter().map(move |&year| of(part, year))).collect();
    }

    /// `3月、9月各开展集中宣传1次`, `每年3月、9月组织植树活动各1次`: so many in each.
    fn each_month(&self, clause: &Clause, pieces: &mut Vec<share::Part<'a>>) {
        let [part] = &mut pieces[..] else { return };
        if clause.months < 2 {
            return;
        }
        let left = part.left.of_text(self.text);
        let apart = self.text[clause.span.from()..clause.body].contains("分别");
        let told = left.strip_prefix(['各', '均']).or_else(|| left.strip_prefix("分别"));
        let told = told.or_else(|| left.strip_suffix(['各', '均'])).or(Some(left).filter(|_| apart));
        let Some(deed) = told else { return };
        part.left = Span::of(deed, self.text);
        (part.quote_from, part.rule) = (clause.span.from(), Some("target.each"));
        let part = part.clone();
        pieces.extend(std::iter::repeat_n(part, clause.months - 1));
    }

    /// `一季度、二季度各举办培训班1期`: so many in each, by the year that is planned.
    fn each_period(&self, clause: &Clause, pieces: &mut Vec<share::Part<'a>>) {
        let Some(first) = pieces.first_mut().filter(|part| part.left.from() == clause.body) else { return };
        let left = first.left.of_text(self.text);
        let Some((list, deed)) = left.split_once('各').filter(|_| clause.seen.may("、")) else { return };
        let told = list.matches(['、', '和']).count() + 1;
        if told < 2 || !time::deed_behind(deed) || time::periods(list) != Some("") {
            return;
        }
        first.left = Span::new(first.left.to() - deed.len(), first.left.to());
        let of = |part: &share::Part<'a>| share::Part {
            deadline: self.this_year(),
            quote_from: clause.span.from(),
            rule: Some("target.each"),
            ..part.clone()
        };
        *pieces = pieces.iter().flat_map(|part| std::iter::repeat_n(of(part), told)).collect();
    }

    /// `到2023年、2025年，覆盖率分别达到38%、40%`, `达到38%以上和40%以上`: each number has its year, also in later clauses.
    pub(super) fn share_years(&self, clause: &Clause, pieces: &mut [share::Part<'a>]) {
        let follows =
            |part: &share::Part<'_>| part.left.of_text(self.text).trim_matches(['、', '和', '及']).is_empty();
        let respective = pieces.len() > 1
            && (clause.seen.holds(clause.span.of_text(self.text), "分别") || pieces[1..].iter().all(follows));
        let head = self.carry.dated.map_or("", |dated| dated.of_text(self.text));
        // `分别于6月底、10月底达到100%、90%`: months of a yearly plan.
        // `一季度、上半年、前三季度分别完成全年任务的25%、55%、80%`
        let words = clause.span.of_text(self.text);
        let before = words.find("分别").map_or(words, |at| &words[..at]);
        let dated =
            before.match_indices('年').any(|(at, _)| before[..at].ends_with(|c: char| c.is_ascii_digit()));
        if respective
            && !dated
            && (words.contains("月底") || time::periods(before).is_some_and(str::is_empty))
        {
            for piece in pieces.iter_mut() {
                piece.deadline = self.this_year();
            }
        }
        // `2024年至2026年，就业率三年分别达到35%、38%、40%`: the last year is told.
        if let Some(last) = self.carry.deadline.filter(|_| respective && words.contains("年分别"))
            && time::counted_years(words) == Some(pieces.len())
        {
            let first = last + 1 - pieces.len() as i16;
            for (piece, year) in pieces.iter_mut().zip(first..) {
                piece.deadline = Some(year);
            }
            return;
        }
        if !respective || !head.contains(['、', '和']) {
            return;
        }
        let years = time::listed_years(head);
        if years.len() == pieces.len() {
            for (piece, year) in pieces.iter_mut().zip(years) {
                piece.deadline = Some(year);
            }
        }
    }

    /// `建成监管平台1个，2026年9月底前上线运行`: the year of a clause that says no more than that what was counted before is done by then.
    pub(super) fn done_by(&self, clause: Span, year: i16, out: &mut [RawTarget<'a>]) {
        let from = (self.base + self.first).min(out.len());
        let before = &self.text[self.sentence.from().min(clause.from())..clause.from()];
        let member = clause.from() - before.len() + before.rfind(['；', ';']).unwrap_or(0);
        for target in out[from..].iter_mut().rev().take_while(|target| target.span.to() > member) {
            if target.frequency == "once" {
                target.deadline.get_or_insert(year);
            }
        }
    }

    /// `新增学位2000个：幼儿园600个、小学900个`: behind a colon the number told directly before it is told apart, as behind 其中.
    pub(super) fn tells_apart(
        &self,
        clause: &Clause,
        quantities: &[Quantity<'a>],
        out: &[RawTarget<'a>],
    ) -> bool {
        let before = &self.text[..clause.span.from()];
        let Some(before) = before.strip_suffix(['：', ':']) else { return false };
        let whole = out[self.base..].last().filter(|whole| whole.span.to() == before.len());
        let Some(whole) = whole.filter(|whole| whole.part_of.is_none() && whole.unit != "%") else {
            return false;
        };
        let sum: Decimal = quantities.iter().map(|q| q.value).sum();
        let named = matter::names_only(trim(&self.text[clause.body..quantities[0].start.max(clause.body)]));
        named && quantities.iter().all(|q| q.unit == whole.unit) && sum <= whole.value
    }
}
