//! The list of names that the clause before a word of duty ends in: it opens the clause or follows 由.
//!
//! Adverbs are taken off the end, what the clause speaks of off its beginning; what is left must be a list of names and
//! nothing else.

use super::window::{Window, after_last, is_note};
use super::{BY, SUBJECT};
use crate::duty::cue::CUES;
use crate::duty::known::Known;
use crate::duty::list::{Around, List, whole_list};
use crate::duty::reader::Reader;
use crate::duty::{deed, org};
use crate::wordlist::WordList;
use std::sync::LazyLock;

/// Words behind which the partners of an actor stand.
static JOINING: LazyLock<WordList> = LazyLock::new(|| WordList::new(&["会同", "联合"]));

/// The list of names that the clause ends in, when it opens the clause or follows 由.
pub(in crate::duty) fn actors<'a>(
    known: &mut Known<'a>,
    clause: &'a str,
) -> Option<(List<'a>, &'static str)> {
    let (clause, open) = without_adverbs(clause);
    let clause = without_topic(clause);
    if clause.is_empty() {
        return None;
    }
    let (part, rule) = named_by(clause);
    let joined = joins_at(part);
    let part = joined.map_or(part, |at| &part[..at]);
    let mut list = noted_list(known, part, Around::duty(rule == BY))?;
    if list.names.iter().any(|name| is_of_others(name)) {
        return None;
    }
    list.open |= open;
    list.joined = joined.is_some();
    Some((list, rule))
}

/// Where the names stand in a clause, and the rule that says so: behind 由 or 责成, else at its beginning.
fn named_by(clause: &str) -> (&str, &'static str) {
    if let Some(at) = clause.rfind('由') {
        return (&clause[at + '由'.len_utf8()..], BY);
    }
    clause.strip_prefix("责成").map_or((clause, SUBJECT), |part| (part, BY))
}

/// Where the partners of an actor begin: `县水利局|会同县财政局`.
fn joins_at(part: &str) -> Option<usize> {
    // `县残疾人联合会`, `县供销合作社联合社`: the word inside a name joins nobody.
    let inside = |end: usize| part[end..].starts_with(['会', '社']);
    JOINING.all(part).find(|&(at, end, _)| at > 0 && !inside(end)).map(|(at, ..)| at)
}

/// `县教育局组织学校|参与`, `明确各镇|为责任主体`, `经县水利局|会同`: whom a body has do it, or asks, is not who is charged.
fn is_of_others(name: &str) -> bool {
    const TRADE: [char; 6] = ['开', '济', '信', '贸', '发', '合'];
    let asked = || name.strip_prefix('经').is_some_and(|body| !body.starts_with(TRADE) && org::is_name(body));
    deed::is_done(name) || deed::before_deed(name).is_some() || asked()
}

/// The list of names that the clause ends in, with the clauses before it.
pub(in crate::duty) fn actors_widened<'a>(
    reader: &mut Reader<'a>,
    window: &Window<'a>,
) -> Option<(List<'a>, &'static str)> {
    let clause = widened(&mut reader.known, window);
    actors(&mut reader.known, clause)
}

/// The clause with the clauses before it that are lists of names: `县人社局、县残联，各镇|负责`.
pub(in crate::duty) fn widened<'a>(known: &mut Known<'a>, window: &Window<'a>) -> &'a str {
    let mut from = window.sentence.len() - window.clause.len();
    for _ in 0..3 {
        let before = window.sentence[..from].trim_end_matches(['，', ',']);
        if before.len() == from {
            break;
        }
        let list = after_last(before, |c| matches!(c, '，' | ',' | '：' | ':' | ' '));
        // 由 opens the list, wherever in it the comma stands.
        let by = list.rfind('由').map(|at| &list[at + '由'.len_utf8()..]);
        if !org::ends_like_list(list)
            || calls_somebody(list)
            || whole_list(known, by.unwrap_or(list), Around::duty(by.is_some())).is_none()
        {
            break;
        }
        from = before.len() - list.len();
        if by.is_some() {
            break;
        }
    }
    &window.sentence[from..]
}

/// `县林业局为配合单位`: what those before are called, which charges nobody with what follows.
fn calls_somebody(clause: &str) -> bool {
    const NOUNS: [&str; 3] = ["单位", "部门", "主体"];
    let noun = NOUNS.iter().find_map(|noun| clause.strip_suffix(noun));
    let rank = noun.and_then(|noun| noun.char_indices().rev().nth(2));
    rank.is_some_and(|(_, verb)| matches!(verb, '为' | '是'))
}

/// A clause without what it speaks of: `该项工作|县水利局牵头`.
fn without_topic(clause: &str) -> &str {
    const NEAR: usize = 6;
    if !clause.starts_with(['该', '此', '这', '本', '上', '以']) {
        return clause;
    }
    let near = clause.char_indices().nth(NEAR).map_or(clause, |(at, _)| &clause[..at]);
    let nouns = ["工作", "任务", "事项", "项目"];
    let end = nouns.iter().filter_map(|noun| Some(near.find(noun)? + noun.len())).min();
    end.map_or(clause, |end| &clause[end..])
}

/// A list of names without the notes beside them: `县住建局（含开发区分局，下同）、县林业局`.
fn noted_list<'a>(known: &mut Known<'a>, part: &'a str, around: Around) -> Option<List<'a>> {
    const MOST_NOTES: usize = 4;
    let note = |text: &str| {
        let (open, close) = (text.find(['（', '('])?, text.find(['）', ')'])?);
        let inner = text.get(open..close)?.trim_start_matches(['（', '(']);
        is_note(inner).then(|| (open, close + text[close..].chars().next().map_or(0, char::len_utf8)))
    };
    let Some((open, behind)) = note(part) else { return whole_list(known, part, around) };
    // `县防汛抗旱指挥部（以下简称县防指）`: a name with its alias.
    let whole = whole_list(known, part, around);
    if whole.is_some() {
        return whole;
    }
    let mut list = whole_list(known, part[..open].trim_end(), around)?;
    let mut rest = &part[behind..];
    for _ in 0..MOST_NOTES {
        let Some(next) = rest.trim_start().strip_prefix(['、', '，', ',']) else { break };
        rest = next.trim_start();
        let (names, behind) = note(rest).map_or((rest, rest.len()), |(open, behind)| (&rest[..open], behind));
        list.names.extend(whole_list(known, names.trim_end(), around)?.names);
        rest = &rest[behind..];
    }
    rest.is_empty().then_some(list)
}

/// Takes adverbs, 等 and 部门 off the end of a clause that names may stand before; whether 等 was among them.
pub(in crate::duty) fn without_adverbs(clause: &str) -> (&str, bool) {
    /// So many may stand together.
    const MOST: usize = 5;
    let mut clause = without_share(clause.trim_end());
    let mut open = false;
    for _ in 0..MOST {
        // A name may end like an adverb: 办公室主任会议 does not, 组织 does.
        let Some(word) = CUES.adverbs.ends(clause).max_by_key(|word| word.len()) else { break };
        if ends_name(clause, word) {
            break;
        }
        open |= word.contains('等');
        clause = clause[..clause.len() - word.len()].trim_end();
    }
    (clause, open)
}

/// A clause without `按照行业管理职责分工` at its end: by whatever they share the duty.
fn without_share(clause: &str) -> &str {
    /// Bytes of the longest, and a little more.
    const LONGEST: usize = 48;
    if !["分工", "职责", "权限"].iter().any(|end| clause.ends_with(end)) {
        return clause;
    }
    let by = clause.rfind('按').filter(|&at| at > 0 && clause.len() - at <= LONGEST);
    by.filter(|&at| !clause[at..].contains('、')).map_or(clause, |at| clause[..at].trim_end())
}

/// Whether the word that looks like an adverb belongs to the name it ends: `县妇联组织`, `县直有关部门`.
fn ends_name(clause: &str, word: &str) -> bool {
    match word {
        "组织" => org::is_federation(clause.rsplit(['、', '由', '和', '及']).next().unwrap_or(clause)),
        "部门" | "单位" => org::name_at_end(clause).is_some(),
        _ => false,
    }
}

/// Whether nothing but adverbs stands in a clause.
pub(in crate::duty) fn is_adverbs(clause: &str) -> bool {
    let clause = clause.trim().trim_start_matches('并');
    without_adverbs(clause).0.is_empty()
}
