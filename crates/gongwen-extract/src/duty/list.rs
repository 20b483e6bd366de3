//! Lists of names in running words: which part of a text is one, and where it ends.

use super::known::{Known, Look, Seen};
use super::member::is_one_class;
use super::pieces::{level_list, listed, marks, trim_start, without_etc, without_note};
use super::{deed, org, place};
use gongwen_text::Span;
use gongwen_text::chars::trim;

/// Most names of one list.
pub(super) const MOST_NAMES: usize = 30;

/// Names with what is said of the list.
pub(super) struct List<'a> {
    pub(super) names: Vec<&'a str>,
    /// Whether 等 says that others belong to it.
    pub(super) open: bool,
    /// Whether the list stands before 会同 and others.
    pub(super) joined: bool,
    /// A member that nobody knows.
    pub(super) strange: Option<&'a str>,
}

impl<'a> List<'a> {
    /// Names that are known, joined to no others.
    pub(super) fn of(names: Vec<&'a str>, open: bool) -> Self {
        Self { names, open, joined: false, strange: None }
    }
}

/// Whether a list holds names, and nobody in particular among them.
pub(super) fn sound(list: &List<'_>) -> bool {
    !list.names.is_empty() && !list.names.iter().any(|name| org::is_vague_actor(name))
}

/// What words around a list say of it: which names of unknown words it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// Nothing: known names only.
    Other,
    /// A word of duty stands behind it ([`org::is_bare_body`]).
    Duty,
    /// 由 stands in front, a word of duty behind.
    By,
}

impl Around {
    /// A list before a word of duty, behind 由 or not.
    pub(super) fn duty(by: bool) -> Self {
        if by { Self::By } else { Self::Duty }
    }
}

/// All of `part` as a list of names; `None` when anything else stands in it. Vague members drop out.
pub(super) fn whole_list<'a>(known: &mut Known<'a>, part: &'a str, around: Around) -> Option<List<'a>> {
    // Most words before a duty are no list, which their first piece tells.
    if !listed(part).next().is_some_and(|first| org::may_be_listed(trim(first))) {
        return None;
    }
    let mut members = Members { list: List::of(Vec::new(), false), around, actor: false, town: false };
    for piece in listed(part).map(|piece| without_note(trim(piece))).take(MOST_NAMES) {
        let (first, second) = match without_etc(piece) {
            // `县水利局等部门和各乡镇`, `县教育局等各成员单位`
            (head, true, rest) if !head.is_empty() => {
                members.list.open = true;
                (head, Some(rest).filter(|rest| !rest.is_empty()))
            }
            _ => (piece, None),
        };
        for piece in std::iter::once(first).chain(second) {
            let seen = known.look(piece);
            if !(members.widens_last(part, seen) || members.takes(known, seen)) {
                return None;
            }
        }
    }
    members.whole()
}

/// The members of a list, as far as they are read.
struct Members<'a> {
    list: List<'a>,
    around: Around,
    /// Whether one of them is a body.
    actor: bool,
    /// Whether one of them is a town or a zone.
    town: bool,
}

impl<'a> Members<'a> {
    /// `各乡（镇）、街道办事处`, `各县、区人民政府`: the piece is one class with the name before it.
    fn widens_last(&mut self, part: &'a str, seen: Seen<'a>) -> bool {
        let last = self.list.names.last_mut();
        let Some(last) = last.filter(|last| last.starts_with('各') && is_one_class(last, seen)) else {
            return false;
        };
        *last = &part[Span::of(last, part).from()..Span::of(seen.text, part).to()];
        true
    }

    /// Whether the piece may stand in the list; a name is put into it.
    fn takes(&mut self, known: &mut Known<'a>, seen: Seen<'a>) -> bool {
        let piece = seen.text;
        if seen.look.is(Look::JOINED)
            && let Some((left, right)) = known.halves(piece)
        {
            self.list.names.extend([left, right]);
        } else if self.is_body(seen) {
            self.actor = true;
            self.list.names.push(piece);
        } else if place::is_town(piece) {
            // Beside a department a town is one of them.
            self.town = true;
            self.actor |= self.around == Around::By
                || place::without_bracket(piece).ends_with(['府', '处'])
                || place::is_named_town(piece);
            self.list.names.push(piece);
        } else if self.actor && place::is_village_committee(piece) {
            // 各镇人民政府、村（居）民委员会
            self.list.names.push(piece);
        } else if place::is_zone(piece) {
            // 高新区、经开区管委会: a zone beside a body.
            self.town = true;
            self.list.names.push(piece);
        } else if !org::is_vague_actor(piece) {
            return self.takes_strange(piece);
        }
        true
    }

    /// Whether the piece is a body, by its words or by where it stands.
    fn is_body(&self, seen: Seen<'a>) -> bool {
        let piece = seen.text;
        seen.look.is(Look::ACTOR)
            || org::is_own_office(piece)
            // 股 ends nothing else.
            || piece.ends_with('股') && org::is_room(piece)
            || org::is_bound_body(piece)
            || self.around == Around::By
                && (org::is_branch(piece)
                    || org::looks_like_name(piece)
                    || org::is_centre(piece)
                    || org::is_room(piece))
            || self.around != Around::Other && org::is_bare_body(piece)
    }

    /// Whether a piece that nobody knows may stand in the list.
    fn takes_strange(&mut self, piece: &'a str) -> bool {
        if self.actor && org::is_strange_body(piece) {
            // Behind a department one of unknown words will do: it stands in the same list.
            self.list.names.push(piece);
            return true;
        }
        // `县公安局、某某志愿服务联队参加`: the others do all the same.
        let strange = self.around != Around::Other && org::may_stand_in_list(piece, self.actor);
        if strange {
            self.list.strange = Some(piece);
        }
        strange
    }

    /// The list, if it holds a body or nothing but names.
    fn whole(mut self) -> Option<List<'a>> {
        self.list.names.retain(|name| !org::is_vague_actor(name));
        (!self.list.names.is_empty() && (self.actor || !self.town)).then_some(self.list)
    }
}

/// The names that `text` begins with, and what follows them.
pub(super) fn list_at_start(text: &str) -> (List<'_>, &str) {
    list_from(text, listed_name)
}

/// The names that `text` begins with; `first` says where the first of them ends.
fn list_from(text: &str, first: impl Fn(&str) -> Option<usize>) -> (List<'_>, &str) {
    let mut list = List::of(Vec::new(), false);
    if !org::may_begin(text) {
        return (list, text);
    }
    let mut rest = text;
    let mut next = first(rest);
    while let Some(end) = next {
        list.names.push(&rest[..end]);
        rest = &rest[end..];
        if list.names.len() == MOST_NAMES {
            break;
        }
        let behind = trim_start(rest);
        let Some(mark) = ["、", "以及", "和", "及", "与"].iter().find(|mark| behind.starts_with(**mark))
        else {
            break;
        };
        let behind = trim_start(&behind[mark.len()..]);
        // Beside a department a town is one of them.
        next = listed_name(behind).or_else(|| place::town_at_start(behind));
        if next.is_some() {
            rest = behind;
        }
    }
    (list, rest)
}

/// Where a name of a list ends that begins `text`. A name of unknown words before a mark will do: it stands in a list.
pub(super) fn listed_name(text: &str) -> Option<usize> {
    // `市、区信访局负责`
    let levels = level_list(text);
    if levels > 0 {
        // The last of them: a bracket holds others.
        let run = &text[..levels];
        let inside = |at: usize| run[..at].rfind(['（', '(']) > run[..at].rfind(['）', ')']);
        let mut marks = run.rmatch_indices('、');
        let last = marks.find(|&(at, _)| !inside(at)).map_or(0, |(at, mark)| at + mark.len());
        return org::name_at_start(&text[last..])
            .map(|end| last + end)
            .filter(|&end| end > levels && org::is_name(&text[..end]));
    }
    // `县文旅局|新建图书馆、文化馆`
    let whole = |name: &str| org::looks_like_name(name) && deed::before_deed(name).is_none();
    let mark = text.find('、').filter(|&at| at <= 60 && whole(&text[..at]));
    mark.or_else(|| org::name_at_start(text))
}

/// Named partners: names, towns' own (`石桥镇`), or bare functions before `等部门`. Classes (`各乡镇`) are no named partners.
pub(super) fn partners(text: &str) -> (List<'_>, &str) {
    let (mut list, rest) = list_from(text, |text| listed_name(text).or_else(|| place::town_at_start(text)));
    if list.names.is_empty() {
        return functions_at_start(text);
    }
    list.names
        .retain(|name| !name.starts_with('各') && !name.ends_with("成员单位") && !org::is_vague_actor(name));
    (list, rest)
}

/// `卫生健康、科技、宣传等部门`
pub(super) fn functions_at_start(text: &str) -> (List<'_>, &str) {
    let none = |text| (List::of(Vec::new(), false), text);
    let clause = clause_of(text);
    if !clause.contains('、') {
        return none(text);
    }
    let Some(at) = clause.find('等').or_else(|| clause.find("部门")) else { return none(text) };
    let tail = clause[at..].trim_start_matches('等');
    let listed =
        ["部门", "有关部门", "相关部门", "单位", "相关单位", "有关单位"].iter().any(|w| tail.starts_with(w));
    let names: Vec<&str> = clause[..at].split('、').take(MOST_NAMES).collect();
    if !listed || names.len() < 2 || !names.iter().all(|name| org::is_function(name) || org::is_group(name)) {
        return none(text);
    }
    (List::of(names, clause[at..].starts_with('等')), &text[at..])
}

pub(super) fn clause_of(text: &str) -> &str {
    let end = marks(text).find(|(_, c)| matches!(c, '，' | ',' | '：' | ':'));
    end.map_or(text, |(at, _)| &text[..at])
}
