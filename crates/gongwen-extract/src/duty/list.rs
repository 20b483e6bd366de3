//! Lists of names in running words: which part of a text is one, and where it ends.

use super::known::{Known, Look};
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
    pub(super) open: bool,
    /// Whether the list stands before 会同 and others.
    pub(super) joined: bool,
    /// A member that nobody knows.
    pub(super) strange: Option<&'a str>,
}

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
    let by = around == Around::By;
    // Most words before a duty are no list, which their first piece tells.
    if !listed(part).next().is_some_and(|first| org::may_be_listed(trim(first))) {
        return None;
    }
    let mut names: Vec<&'a str> = Vec::new();
    let (mut actor, mut town) = (false, false);
    let mut open = false;
    let mut strange = None;
    // `县水利局等部门和各乡镇`
    let pieces = listed(part).map(|piece| without_note(trim(piece))).take(MOST_NAMES).flat_map(|piece| {
        match without_etc(piece) {
            (head, true, rest) if !head.is_empty() && !rest.is_empty() => {
                open = true;
                [Some(head), Some(rest)]
            }
            // `县教育局等各成员单位`
            (head, true, _) if !head.is_empty() => {
                open = true;
                [Some(head), None]
            }
            _ => [Some(piece), None],
        }
    });
    for piece in pieces.flatten() {
        let seen = known.look(piece);
        // `各乡（镇）、街道办事处`, `各县、区人民政府`
        if let Some(last) = names.last_mut().filter(|last| last.starts_with('各') && is_one_class(last, seen))
        {
            *last = &part[Span::of(last, part).from()..Span::of(piece, part).to()];
            continue;
        }
        match if seen.look.is(Look::JOINED) { known.halves(piece) } else { None } {
            Some((left, right)) => names.extend([left, right]),
            None if seen.look.is(Look::ACTOR)
                || org::is_own_office(piece)
                // 股 ends nothing else.
                || piece.ends_with('股') && org::is_room(piece)
                || org::is_bound_body(piece)
                || by
                    && (org::is_branch(piece)
                        || org::looks_like_name(piece)
                        || org::is_centre(piece)
                        || org::is_room(piece))
                || around != Around::Other && org::is_bare_body(piece) =>
            {
                actor = true;
                names.push(piece);
            }
            // Beside a department a town is one of them.
            None if place::is_town(piece) => {
                town = true;
                actor |= by || piece.ends_with(['府', '处']) || place::is_named_town(piece);
                names.push(piece);
            }
            // 各镇人民政府、村（居）民委员会
            None if actor && place::is_village_committee(piece) => names.push(piece),
            // 高新区、经开区管委会: a zone beside a body.
            None if place::is_zone(piece) => {
                town = true;
                names.push(piece);
            }
            None if org::is_vague_actor(piece) => {}
            // Behind a department one of unknown words will do: it stands in the same list.
            None if actor && org::is_strange_body(piece) => names.push(piece),
            // `县公安局、某某志愿服务联队参加`: the others do all the same.
            None if around != Around::Other && org::may_stand_in_list(piece, actor) => strange = Some(piece),
            None => return None,
        }
    }
    names.retain(|name| !org::is_vague_actor(name));
    (!names.is_empty() && (actor || !town)).then_some(List { names, open, joined: false, strange })
}

/// The names that `text` begins with, and what follows them.
pub(super) fn list_at_start(text: &str) -> (List<'_>, &str) {
    list_from(text, listed_name)
}

/// The names that `text` begins with; `first` says where the first of them ends.
fn list_from(text: &str, first: impl Fn(&str) -> Option<usize>) -> (List<'_>, &str) {
    let mut list = List { names: Vec::new(), open: false, joined: false, strange: None };
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
    let none = |text| (List { names: Vec::new(), open: false, joined: false, strange: None }, text);
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
    (List { names, open: clause[at..].starts_with('等'), joined: false, strange: None }, &text[at..])
}

pub(super) fn clause_of(text: &str) -> &str {
    let end = marks(text).find(|(_, c)| matches!(c, '，' | ',' | '：' | ':'));
    end.map_or(text, |(at, _)| &text[..at])
}
