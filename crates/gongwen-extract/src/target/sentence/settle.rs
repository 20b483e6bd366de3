//! What becomes of one number whose words are read: thrown out, left unread, or a target with what carries over to it.

use super::funds::raises_funds;
use super::often::per_few_hours;
use super::piece::Piece;
use super::whole::made_by_all;
use super::{Clause, Reader};
use crate::target::cues::CUES;
use crate::target::exclude::{self, Surroundings};
use crate::target::group::is_per_head;
use crate::target::matter::{self, has_chars};
use crate::target::measure::{self, Binding};
use crate::target::quantity::{self, Quantity};
use crate::target::{RawTarget, share, time};
use crate::wordlist::CharSet;
use crate::{Comparator, Measure, Modality};
use gongwen_text::Span;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// Bytes of a title that counts the list below it: `取消审批事项3项`.
const LONGEST_TITLE: usize = 60;

impl<'a> Reader<'a, '_> {
    /// The id of the exclusion that applies.
    pub(super) fn excluded(
        &self,
        read: &Piece<'a>,
        clause: &Clause,
        q: &Quantity<'a>,
        listed: bool,
    ) -> Option<&'static str> {
        let b = &read.binding;
        let plain =
            !(b.reaches || read.makes || b.comparator.is_some() || b.change.is_some() || read.own_time);
        let left = clause.left_of(self.text, q.start);
        let left_over = || CUES.left_over.within(left) || CUES.undone.within(left);
        let past = self.carry.past && !(self.carry.over && left_over());
        // `目前，普及率为60%`
        let now = || {
            let before = &self.text[..clause.span.from()];
            b.change.is_none() && !clause.aim && !read.own_time && before.ends_with("目前，")
        };
        if past || read.past || self.carry.status && plain && !self.anew(clause, read, q) || now() {
            return Some("exclude.status");
        }
        if self.defines {
            return Some("exclude.condition");
        }
        // `已排查126件，化解43件`: what was done goes on, until it is told what is left or what shall be.
        if self.carry.done && !read.own_time && !clause.aim && !b.reaches && b.change.is_none() {
            let shall = ["将", "拟", "再", "计划", "要", "确保", "继续"];
            // `截至目前，已建成5个，新增3个`: what is new is done as well.
            let opening = self.sentence.of_text(self.text).trim_start();
            let so_far =
                ["截至", "截止", "目前", "今年以来", "年初以来"].iter().any(|word| opening.starts_with(word));
            let anew = !so_far && left.contains('新');
            if !left_over() && !anew && !shall.iter().any(|word| left.contains(word)) {
                return Some("exclude.status");
            }
        }
        let more_paid = || b.change.is_some() && CUES.subsidy.within_seen(left, &clause.seen);
        // `给予70%补贴，力争出口额达到9亿元`
        let hoped = clause.aim && b.reaches && !CUES.subsidy.within_seen(left, &clause.seen);
        // `给予补贴，单个企业每年最高100万元`
        let most = b.comparator == Some(Comparator::Le);
        // `每亩补助1000元，新建亩均投资不低于3000元`: what is put in, not what is paid.
        let put_in = || {
            b.comparator == Some(Comparator::Ge)
                && read.indicator.as_deref().is_some_and(|name| name.ends_with("投资"))
        };
        let money = CUES.money_unit.is(&q.unit);
        if self.carry.paid && (money || more_paid()) && (!read.own_time || most) && !hoped && !put_in() {
            return Some("exclude.subsidy");
        }
        // `发放生活补助，小学每生每年1250元`
        if self.carry.pays && money && plain_amount(b) && left.contains('每') {
            return Some("exclude.subsidy");
        }
        // `对企业每招用1人补贴1500元`: what the money is paid per.
        let paid_per = || {
            let near = exclude::tail(left, 24);
            let behind = &self.text[q.end..];
            near.contains('每') && CUES.subsidy.prefix(behind).is_some()
        };
        if plain && paid_per() {
            return Some("exclude.subsidy");
        }
        // `75分以上90分以下为良好`
        let grade = || {
            let behind = self.text[q.end..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            behind.len() < self.text.len() - q.end && behind.starts_with('分')
        };
        if self.scored || q.unit == "分" && grade() {
            return Some("exclude.score");
        }
        // `对新建机构，每张床位补贴1万元，床位数不少于20张`: who is paid.
        let whom = || {
            let words = self.sentence.of_text(self.text).trim_start();
            let label = gongwen_text::Label::read(words).map_or(0, |label| label.end);
            words[label..].trim_start().starts_with(['对', '凡'])
        };
        // `补贴每床每月100元，入住率须达到50%以上`
        let required = || q.unit == "%" && CUES.required.within_seen(left, &clause.seen);
        if self.carry.paid && b.change.is_none() && required() {
            return Some("exclude.condition");
        }
        let least = matches!(b.comparator, Some(Comparator::Ge | Comparator::Gt));
        if self.carry.paid && !read.own_time && least && whom() {
            return Some("exclude.condition");
        }
        // What is listed seems to be made like what stands before it.
        let plain = plain || listed && plain_amount(b) && !read.own_time;
        if plain && !read.verb_before && q.bound.is_none() && self.inspected(clause, q) {
            return Some("exclude.condition");
        }
        exclude::reason(
            q,
            &Surroundings {
                left: &self.text[clause.span.from()..q.start],
                before: &self.text[self.sentence.from().min(clause.span.from())..clause.span.from()],
                right: read.right,
                clause: clause.span.of_text(self.text),
                after: &self.text[clause.span.to()..self.sentence.to().max(clause.span.to())],
                seen: &clause.seen,
                binding: read.binding,
                // `每年组织开展三次演练`: 组织开展 is led in with, and a verb before a numeral all the same.
                verb: read.verb_before
                    || q.han && CUES.make.suffix(&self.text[clause.span.from()..q.start]).is_some(),
                spread: read.group.is_some()
                    || self.carry.frequency.is_some()
                    || self.carry.group.is_some()
                    || q.han
                        && !told_by_name(read.right)
                        && self.often(&self.text[clause.span.from()..q.start]),
                extent: self.carry.kind == Some(Measure::Count) && self.carry.whole.is_some(),
                listed,
                // A title ends before its colon.
                lists: self.text[q.end..].starts_with(['：', ':'])
                    || !self.context.row
                        && !self.context.named
                        && q.end == self.text.len()
                        && q.end <= LONGEST_TITLE,
                dated: self.carry.deadline.is_some(),
                forward: self.context.task || self.context.goals || self.carry.deadline.is_some(),
            },
        )
    }

    /// Whether a clause tells of something else than what is, told before it only to say which things are meant:
    /// `依托现有3个园区，新引进企业12家`, `已建成的20座公厕加强管护，改造率100%`.
    fn anew(&self, clause: &Clause, read: &Piece<'a>, q: &Quantity<'a>) -> bool {
        let new = || {
            let rest = self.text[clause.body..q.start.max(clause.body)].strip_prefix('新');
            rest.is_some_and(|rest| {
                !rest.starts_with(['型', '能', '区', '城', '兴', '材', '产', '技', '业', '农'])
            })
        };
        // `目前已建成的5个园区，出租率80%` tells what is.
        self.carry.described && (new() || is_rate(read, q) && self.carry.treated)
    }

    /// Whether words of today in front of a number only say which things it counts, where something shall be done.
    pub(super) fn which(&self, clause: &Clause, q: &Quantity<'_>) -> bool {
        let left = self.text[clause.body..q.start.max(clause.body)].trim();
        let which =
            left.ends_with('的') || ["现有", "原有", "对现有"].iter().any(|word| left.starts_with(word));
        let told = ["截至", "截止", "以来", "目前，"]
            .iter()
            .any(|word| self.sentence.of_text(self.text).contains(word));
        which && !told && !self.carry.past && !self.carry.over && (self.context.task || self.context.goals)
    }

    /// Whether how often is told directly before a number, or with nothing but the deed between: `县级检查每季度一次`.
    fn often(&self, left: &str) -> bool {
        let found = left.rfind('每').and_then(|at| Some((at, time::read(&left[at..], self.context)?)));
        found.is_some_and(|(at, (len, time))| {
            // `情况每半年公布一次`
            let deed = &left[at + len..];
            let plain = || deed.chars().count() == 2 && deed.chars().all(gongwen_text::chars::is_han);
            time.frequency.is_some() && (deed.is_empty() || plain())
        })
    }

    /// Whether anything in the clause makes the quantity a commitment. `aim`: it says that this is striven for.
    pub(super) fn commits(&self, read: &Piece<'a>, q: &Quantity<'a>, aim: bool) -> bool {
        let b = &read.binding;
        let bound =
            q.bound.is_some() || q.doubles || b.comparator.is_some() || b.reaches || b.change.is_some();
        let timed = self.carry.deadline.is_some()
            || self.carry.frequency.is_some()
            || self.context.goals
            || read.time.is_some_and(|t| t.frequency.is_some()) && CUES.event_unit.is(&q.unit);
        // `甲河、乙河等5条河流水质保持良好`: the number only sums up the names.
        let sum = self.text[..q.start].ends_with('等') && !bound && !read.makes && !read.led;
        if sum && read.time.is_none() && q.unit != "%" {
            return false;
        }
        // `99%以上` alone in its paragraph is the cell of a table that nobody could put together.
        let alone = self.text.len() <= 40 && self.text.trim().len() == q.end - q.start;
        if alone && !self.context.row && !self.context.named {
            return false;
        }
        // `用好用活1.2亿元专项债券`: nothing is named but that it is worked with.
        if read.indicator.as_deref().is_some_and(|name| CUES.worked_with.is(name)) {
            return false;
        }
        // `结转的3个小区6月底前竣工`
        let promised = read.promised && (self.context.task || self.context.goals);
        let named = read.indicator.is_some() || read.group.is_some() || self.context.named;
        (bound || read.makes || promised || timed || self.carry.kind.is_some() || read.baseline.is_some())
            && (named || bound)
            || self.context.named && !q.han && self.text[..q.start].trim().is_empty()
            || named && (read.led && q.unit == "%" || read.group.is_some())
            // `争取专项资金3000万元`
            || aim && read.indicator.is_some() && read.in_front && !q.han
            || self.context.task
                && !q.han
                && read.in_front
                && (self.context.row
                    || is_rate(read, q)
                    || self.text.len() <= 90
                    || CUES.event_unit.is(&q.unit)
                    || is_deed(read))
    }

    /// Adds the target, and hands on what the next one takes over from it.
    #[allow(clippy::too_many_arguments)] // everything a target is made of
    pub(super) fn emit(
        &mut self,
        clause: &Clause,
        piece: &share::Part<'a>,
        q: &Quantity<'a>,
        read: Piece<'a>,
        part: bool,
        first: usize,
        out: &mut Vec<RawTarget<'a>>,
    ) {
        // `蛋鸡、蛋鸭存栏年均增长4%和2%`: the second number grows like the first.
        let like = matches!(self.carry.kind, Some(Measure::Increase | Measure::Decrease))
            && out.len() > first
            && q.unit == self.carry.unit
            && self.text[..q.start].ends_with(['和', '、']);
        // `增长8%以上，力争10%`, `、力争达到10%`: the same growth, further. A rate reaches a level (`提高2%，力争达到95%`).
        let aim = || CUES.aim.within(piece.left.of_text(self.text));
        let aimed = out.len() > first && aim();
        let share =
            |name: &str| name.ends_with(['率', '度']) || name.ends_with("比例") || name.ends_with("占比");
        let further = matches!(self.carry.kind, Some(Measure::Increase | Measure::Decrease))
            && read.follows
            && (out.len() == first || aimed)
            && q.unit == self.carry.unit
            && (!read.binding.reaches
                || (clause.aim || aimed) && q.unit == "%" && !read.indicator.as_deref().is_some_and(share));
        // `压减会议数量10%、文件数量15%`: the verb in front governs the list; a rate beside an amount is one to reach.
        let led = self.carry.leading.filter(|_| {
            let own = &read.binding;
            let plain = own.change.is_none() && !own.reaches && own.comparator.is_none();
            let rate = |name: Option<&str>| name.is_some_and(share);
            out.len() > first
                && plain
                && q.unit == self.carry.unit
                && rate(read.indicator.as_deref()) == rate(self.carry.indicator.as_deref())
        });
        self.carry.leading = if read.leads { read.binding.change } else { led };
        let kind = led
            .or_else(|| read.kind(q))
            .filter(|_| !like && !further)
            .or(self.carry.kind.filter(|kind| {
                // A share says nothing about what is counted next.
                let share =
                    *kind == Measure::Level && matches!(&*self.carry.unit, "%" | "‰") && q.unit != "%";
                // Nor does a rate of growth: `存栏年均递增8%；出栏500万头`.
                let rate = matches!(kind, Measure::Increase | Measure::Decrease)
                    && measure::is_rate_unit(&self.carry.unit)
                    && q.unit != self.carry.unit;
                // Nor a level of something else: `设施面积不低于30平方米，社区食堂10个`.
                let other = *kind == Measure::Level
                    && q.unit != self.carry.unit
                    && out.len() == first
                    && !(read.follows || part)
                    && q.bound.is_none();
                // Nor what grows or falls of something else: `压减养殖5万亩，向深远海拓展8万亩`.
                let else_named = matches!(kind, Measure::Increase | Measure::Decrease)
                    && out.len() == first
                    && !(read.follows || part)
                    && read.indicator.is_some();
                !share && !rate && !other && !else_named && (part || out.len() > first || !read.makes)
            }))
            .unwrap_or(Measure::Count);
        let frequency = q.frequency.or(piece.frequency).or(read.time.and_then(|t| t.frequency)).or(self
            .carry
            .frequency
            .filter(|often| {
                // `每季度开展执法2次，建成管网80公里`: what is built is not built anew every quarter.
                let own = read.own_time || out.len() > first || read.follows;
                let built = || {
                    BUILT.iter().any(|word| self.text[clause.body..q.start.max(clause.body)].contains(word))
                };
                let lasts = own || *often == "per_year" || CUES.event_unit.is(&q.unit) || !built();
                // `每年组织活动20场，转化周期缩短20%`: a rate of something else is not yearly for that.
                let other = matches!(kind, Measure::Increase | Measure::Decrease)
                    && measure::is_rate_unit(&q.unit)
                    && out.len() == first
                    && !read.follows
                    && !read.own_time;
                // `每月下田指导8天，培训800人次`: another deed, counted in something else, is not monthly for that.
                let anew = *often != "per_year"
                    && !own
                    && q.unit != self.carry.unit
                    && matches!(&*q.unit, "期" | "场" | "人" | "名" | "人次" | "场次")
                    && deed_in_front(&self.text[clause.body..]);
                // `每年养护不低于总里程的5%，大中修不低于4%`
                let share = *often == "per_year"
                    && q.unit == "%"
                    && self.carry.unit == "%"
                    && self.carry.kind == Some(Measure::Level)
                    && read.binding.comparator.is_some()
                    && !is_rate(&read, q);
                // `每年实施600项，推动覆盖率在2027年底前达到100%`: by then, not every year.
                let once = out.len() == first
                    && read.time.is_some_and(|time| time.deadline.is_some() && time.frequency.is_none());
                // `交易额突破5000万元，同比增长两成`: the growth of what is told once.
                let growth = matches!(kind, Measure::Increase | Measure::Decrease)
                    && read.follows
                    && !read.own_time
                    && out.len() > self.base + self.first
                    && out.last().is_some_and(|before| before.frequency == "once");
                lasts
                    && !other
                    && !anew
                    && !once
                    && !growth
                    && (kind != Measure::Level || share || out.len() == first && read.own_time)
            }));
        // What another deed has no more, no later one has.
        if frequency.is_none() && self.carry.frequency.is_some_and(|often| often != "per_year") && !part {
            let fresh = out.len() == first && !read.follows && kind == Measure::Count;
            self.carry.frequency = self.carry.frequency.filter(|_| !fresh);
        }
        // `全年飞行20万架次，产业规模突破60亿元，培育企业1家`: an amount that is reached ends what is summed up over the year.
        if self.carry.whole_year
            && kind == Measure::Level
            && q.unit != "%"
            && out.len() == first
            && !read.own_time
        {
            self.carry.frequency = None;
        }
        // `每年养护不少于总里程的5%，其中预防性养护不低于2%`: a part is done as often as the whole.
        let whole = self.carry.whole.filter(|_| part && !read.own_time);
        let whole = whole.and_then(|whole| out.get(self.base + whole)).filter(|whole| whole.unit == q.unit);
        let frequency = frequency.or(whole.map(|whole| whole.frequency).filter(|often| *often != "once"));
        let hours = per_few_hours(self.text, piece.left);
        let frequency = frequency.or(hours.map(|(often, _)| often));
        let frequency = frequency.or_else(|| self.same_deed(&read, q, out));
        let listed = out.len() > first && piece.rule.is_none() && q.unit == self.carry.unit;
        let (often, least) = self.carry.often.filter(|_| listed).unwrap_or_default();
        let frequency = frequency.or(often);
        if out.len() == first {
            let comparator = read.binding.comparator.filter(|_| read.verb_before || read.makes);
            self.carry.often = Some((frequency, comparator));
        }
        let mut read = read;
        if hours.is_some_and(|(_, least)| least) {
            read.binding.comparator.get_or_insert(Comparator::Ge);
        }
        if listed && !read.in_front {
            read.binding.comparator = read.binding.comparator.or(least);
        }
        // `至少储备灭火机15台、工具200把`
        if out.len() == first {
            self.carry.governs = read.governs;
        } else if self.carry.governs
            && q.unit != "%"
            && !read.binding.reaches
            && read.binding.change.is_none()
        {
            read.binding.comparator.get_or_insert(Comparator::Ge);
        }
        let own = piece.deadline.or(read.time.and_then(|t| t.deadline));
        if let Some(year) = own {
            self.carry.tell(year);
        }
        if read.by_then {
            self.carry.deadline = own;
        }
        let raised = raises_funds(clause, read.right, self.text, q);
        let deadline = own.or(self.carry.deadline).or(self.context.due);
        // `每人不低于360学时，持证率100%`: a rate is not spread over those before it.
        let rate = out.len() == first
            && (is_rate(&read, q) || measure::is_rate_unit(&q.unit) && read.binding.change.is_some());
        // Behind a comma the subject goes on with another verb, unless that adds to the whole:
        // `学校每学期举办讲座2次，组织研学1次`, but `每个乡镇建成1个站，新增床位120张`, `每个村建成1个广场，新建道路9公里`.
        let verb =
            CUES.make.prefix(&self.text[clause.body..]).or(CUES.train.prefix(&self.text[clause.body..]));
        let anew = out.len() == first && !read.follows;
        let subject = verb.is_some_and(|v| {
            !(v.starts_with('新') || matches!(v, "净增" | "扩建") || made_by_all(v, &read, out.last(), q))
        });
        // A long name without 每 or 各 is that of one place, of which only its own clause speaks.
        let named = |g: &str| !g.starts_with(['每', '各']) && g.chars().count() > 6;
        let occasion = |g: &str| ["每次", "每期", "每场", "每班", "每批"].iter().any(|w| g.starts_with(w));
        let goes_on =
            |g: &str| subject && !occasion(g) && !named(g) && !g.ends_with("场所") && !is_per_head(g);
        let per_head = anew
            && self.carry.group.as_deref().is_some_and(is_per_head)
            && figure_alike(out.last(), &read, q);
        let kept = |g: &Cow<'_, str>| !rate && (!anew || per_head || goes_on(g));
        let group = read.group.clone().or_else(|| self.carry.group.clone().filter(kept)).map(bare_group);
        let group = group.map(|group| per_figure(self.text, piece.left.from(), group));
        let group = group.or_else(|| per_so_many(self.text, piece.left).map(Cow::Borrowed));
        let group = group.or_else(|| self.carry.place.clone());
        let group = group.or_else(|| self.visited(clause, q).map(Cow::Borrowed));
        let group = group.or_else(|| self.done_to_those(clause, &read, q).map(Cow::Borrowed));
        if anew && !subject && !per_head {
            // Something else is spoken of from here on.
            self.carry.group = None;
        }
        if read.group.is_some() && !part {
            // `按每户每年60元安排经费`: by what it is reckoned.
            let reckoned = piece.left.of_text(self.text).contains("按每");
            self.carry.group = read.group.clone().filter(|_| !read.served && !reckoned);
        }
        let span = self.quote(clause, piece, q, &read, first == out.len());
        let part_of = self.carry.whole.filter(|_| part);
        if !part {
            self.carry.whole = Some(out.len() - self.base);
        }
        self.carry.part = part;
        self.carry.kind = Some(kind);
        self.carry.indicator.clone_from(&read.indicator);
        self.carry.unit.clone_from(&q.unit);
        self.carry.parted = false;
        out.push(RawTarget {
            span,
            indicator: read.indicator,
            group,
            comparator: measure::comparator(q, &read.binding),
            value: q.value,
            value_max: q.value_max,
            unit: q.unit.clone(),
            measure: kind,
            frequency: frequency.unwrap_or("once"),
            deadline,
            baseline: read.baseline,
            modality: if clause.aim && !raised || aimed { Modality::Aim } else { Modality::Firm },
            part_of,
            rule: piece.rule.unwrap_or(rule_of(kind, q, &read.binding)),
        });
    }

    /// The words that a reader needs to check the target.
    fn quote(
        &self,
        clause: &Clause,
        piece: &share::Part<'a>,
        q: &Quantity<'a>,
        read: &Piece<'a>,
        is_first: bool,
    ) -> Span {
        let mut from = piece.quote_from;
        if is_first {
            from = match (self.carry.time_only, read.borrowed) {
                (Some((start, _)), _) => start,
                (None, Some(before)) => before.from(),
                (None, None) => clause.span.from(),
            };
        }
        let end = if piece.quote_to > q.end { piece.quote_to } else { q.end };
        let quote =
            self.text[from..end].trim_matches([' ', '\u{3000}', '，', ',', '、', '；', ';', '：', ':', '—']);
        let bare = quote.trim_start_matches('/');
        let bare = bare
            .strip_prefix(['和', '及', '与'])
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        Span::of(bare.unwrap_or(quote.trim_start_matches('/')), self.text)
    }
}

/// Whether a number behind a comma is taken per head like the one before it: a name in 数 that reaches a figure of about that size
/// (`每千人口床位数达到6.8张，注册护士数达到3.2人`).
fn figure_alike(before: Option<&RawTarget<'_>>, read: &Piece<'_>, q: &Quantity<'_>) -> bool {
    const MOST_TIMES: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
    let number =
        |name: Option<&str>| name.is_some_and(|name| name.ends_with('数') && !name.ends_with("总数"));
    let alike = |t: &RawTarget<'_>| number(t.indicator.as_deref()) && q.value <= t.value * MOST_TIMES;
    read.binding.reaches && number(read.indicator.as_deref()) && before.is_some_and(alike)
}

/// The group without what stands before 每, without the word that puts it before its verb and without what only goes with the
/// verb: `夏秋两季每村`, `为孤寡老人家庭`, `每个县重点`.
fn bare_group(group: Cow<'_, str>) -> Cow<'_, str> {
    const WITH_VERB: [&str; 8] = ["重点", "全面", "原则上", "统一", "必须", "应当", "要", "应"];
    let Cow::Borrowed(whole) = group else { return group };
    let bare = whole.find('每').map_or(whole, |at| &whole[at..]);
    let stem = WITH_VERB.iter().find_map(|word| bare.strip_suffix(word));
    let bare = stem.filter(|stem| has_chars(stem, 2)).unwrap_or(bare);
    let served = bare.strip_prefix("面向").or_else(|| bare.strip_prefix(['为', '在', '对', '向', '给']));
    Cow::Borrowed(served.filter(|rest| has_chars(rest, 2)).unwrap_or(bare))
}

/// Whether what is so often is a rule's name: `每周一次的例会制度`, `每月一次调度机制`.
fn told_by_name(right: &str) -> bool {
    right.starts_with('的') || ["制度", "机制"].iter().any(|word| right.contains(word))
}

/// Whether a clause begins with what is done: 举办, 培训.
fn deed_in_front(words: &str) -> bool {
    matter::verb_in_front(words).is_some() || CUES.train.prefix(words).is_some()
}

/// Verbs of what stands once it is done.
const BUILT: [&str; 11] =
    ["新建", "改建", "扩建", "改扩建", "新改建", "建成", "建设", "改造", "打造", "修建", "新增"];

/// The group with the figure before it that it is taken per: of `每100名学生配备1名教师` the number divides at `名`.
fn per_figure<'a>(text: &'a str, at: usize, group: Cow<'a, str>) -> Cow<'a, str> {
    const LONGEST: usize = 24;
    static LEADS: CharSet = CharSet::of(&['每', '为', '给']);
    let from = text.floor_char_boundary(at.saturating_sub(LONGEST));
    if LEADS.behind_last(&text[..at], from) == from {
        return group;
    }
    let Some((mark, lead)) = ['每', '为', '给'].iter().find_map(|c| Some((text[from..at].rfind(*c)?, *c)))
    else {
        return group;
    };
    let figure = from + mark + lead.len_utf8();
    let whole = quantity::read(text, figure).is_some_and(|q| q.unit_end == at);
    if whole && text[at..].starts_with(&*group) {
        // `为100名学生配备1名教师`
        let start = if lead == '每' { from + mark } else { figure };
        return Cow::Borrowed(&text[start..at + group.len()]);
    }
    group
}

/// `每3个村` in front of `设立一处站点`, `每300至500户` in front of `设置1处`: so many of what stands behind the figure.
fn per_so_many(text: &str, left: Span) -> Option<&str> {
    const LONGEST: usize = 24;
    static EACH: CharSet = CharSet::of(&['每']);
    let from = text.floor_char_boundary(left.from().saturating_sub(LONGEST));
    let figure = EACH.behind_last(&text[..left.from()], from);
    if figure == from {
        return None;
    }
    let q = quantity::read(text, figure)
        .filter(|q| q.unit_end == left.from() || q.end == left.from() && q.bound.is_some())?;
    // `每两年` is a time.
    if matches!(&*q.unit, "年") || CUES.duration_unit.is(&q.unit) {
        return None;
    }
    let behind = left.of_text(text);
    let noun = match &*q.unit {
        "人" if behind.starts_with('口') => "口",
        unit if unit.starts_with('个') => CUES.group_noun.prefix(behind)?,
        _ => "",
    };
    Some(&text[figure - '每'.len_utf8()..left.from() + noun.len()])
}

/// The public id of the plain forms.
fn rule_of(kind: Measure, q: &Quantity<'_>, binding: &Binding) -> &'static str {
    match kind {
        Measure::Increase => "target.increase",
        Measure::Decrease => "target.decrease",
        Measure::Level if CUES.duration_unit.is(&q.unit) => "target.limit",
        Measure::Level => "target.reach",
        Measure::Count if binding.comparator.is_some() || q.bound.is_some() => "target.at-least",
        Measure::Count => "target.count",
    }
}

/// Whether a share stands behind the noun for it: `电子证照覆盖率100%`.
fn is_rate(read: &Piece<'_>, q: &Quantity<'_>) -> bool {
    matches!(&*q.unit, "%" | "‰")
        && read
            .indicator
            .as_deref()
            .is_some_and(|i| i.ends_with(['率', '度']) || i.ends_with("比例") || i.ends_with("占比"))
}

/// Whether what is counted holds a verb of doing: `城镇新增就业4万人`, `妇女免费筛查3万人`.
fn is_deed(read: &Piece<'_>) -> bool {
    read.indicator.as_deref().is_some_and(|i| CUES.make.within(i) || CUES.train.within(i))
}

/// Whether nothing bounds or raises an amount.
fn plain_amount(binding: &Binding) -> bool {
    !binding.reaches && binding.comparator.is_none() && binding.change.is_none()
}
