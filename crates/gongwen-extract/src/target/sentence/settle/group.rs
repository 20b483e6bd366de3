//! Over whom or what a target is spread.
//!
//! The number's own group is asked first, then that of the clause before where it goes on; then so many of a thing told in front of it, the place
//! in front of a colon, those who are inspected and those it is done to.

use super::super::Reader;
use super::super::number::Number;
use super::super::piece::Piece;
use super::super::whole::made_by_all;
use crate::target::RawTarget;
use crate::target::cues::CUES;
use crate::target::group::is_per_head;
use crate::target::matter::{self, has_chars};
use crate::target::measure;
use crate::target::quantity::{self, Quantity};
use crate::wordlist::CharSet;
use gongwen_text::Span;
use rust_decimal::Decimal;
use std::borrow::Cow;

impl<'a> Reader<'a, '_> {
    /// The group, and what of it the next clause speaks of too.
    pub(super) fn group(&mut self, n: &Number<'_, 'a>, out: &[RawTarget<'a>]) -> Option<Cow<'a, str>> {
        let subject = self.keeps_subject(n, out.last());
        let per_head = self.goes_on_per_head(n, out.last());
        let kept = |group: &Cow<'_, str>| {
            !is_share_alone(n) && (!n.is_anew() || per_head || subject && carries_on(group))
        };
        let left = n.piece.left;
        let group = n.read.group.clone().or_else(|| self.carry.group.clone().filter(kept));
        let group = group
            .map(|group| per_figure(self.text, left.from(), bare_group(group)))
            .or_else(|| per_so_many(self.text, left).map(Cow::Borrowed))
            .or_else(|| self.carry.place.clone())
            .or_else(|| self.visited(n.clause, n.q).map(Cow::Borrowed))
            .or_else(|| self.done_to_those(n.clause, &n.read, n.q).map(Cow::Borrowed));
        if n.is_anew() && !subject && !per_head {
            // Something else is spoken of from here on.
            self.carry.group = None;
        }
        if n.read.group.is_some() && !n.part {
            // `按每户每年60元安排经费`: by what it is reckoned.
            let reckoned = left.of_text(self.text).contains("按每");
            self.carry.group = n.read.group.clone().filter(|_| !n.read.served && !reckoned);
        }
        group
    }

    /// Behind a comma the subject goes on with another verb, unless that adds to the whole:
    /// `学校每学期举办讲座2次，组织研学1次`, but `每个乡镇建成1个站，新增床位120张`, `每个村建成1个广场，新建道路9公里`.
    fn keeps_subject(&self, n: &Number<'_, 'a>, before: Option<&RawTarget<'_>>) -> bool {
        let words = &self.text[n.clause.body..];
        CUES.make.prefix(words).or(CUES.train.prefix(words)).is_some_and(|verb| {
            !(verb.starts_with('新')
                || matches!(verb, "净增" | "扩建")
                || made_by_all(verb, &n.read, before, n.q))
        })
    }

    /// Whether what is told behind a comma is taken per head like what stands before it.
    fn goes_on_per_head(&self, n: &Number<'_, 'a>, before: Option<&RawTarget<'_>>) -> bool {
        n.is_anew()
            && self.carry.group.as_deref().is_some_and(is_per_head)
            && figure_alike(before, &n.read, n.q)
    }
}

/// `每人不低于360学时，持证率100%`: a rate is not spread over those before it.
fn is_share_alone(n: &Number<'_, '_>) -> bool {
    !n.listed && (n.is_rate() || measure::is_rate_unit(&n.q.unit) && n.read.binding.change.is_some())
}

/// Whether the next clause may speak of a group as well: no occasion, no place where something stands, and no long name without
/// 每 or 各, which is that of one place, of which only its own clause speaks.
fn carries_on(group: &str) -> bool {
    const LONGEST: usize = 6;
    const OCCASIONS: [&str; 5] = ["每次", "每期", "每场", "每班", "每批"];
    let named = || !group.starts_with(['每', '各']) && group.chars().count() > LONGEST;
    !OCCASIONS.iter().any(|occasion| group.starts_with(occasion))
        && !named()
        && !group.ends_with("场所")
        && !is_per_head(group)
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
    let served = bare.strip_prefix("面向").or_else(|| bare.strip_prefix(['为', '对', '向', '给']));
    let served = served.or_else(|| matter::behind_in(bare));
    Cow::Borrowed(served.filter(|rest| has_chars(rest, 2)).unwrap_or(bare))
}

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
