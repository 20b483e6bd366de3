//! Those who do something with others in sentences (guide, 4): who joins whom (会同, 联合), and who assists (配合, 协助,
//! 参与, 参加, 协同; the first three in [`mod@assist`]). The window around the word is [`super::narrative`]'s.

mod assist;

use super::anchor::Cue;
use super::cue::CUES;
use super::list::{List, MOST_NAMES, clause_of, functions_at_start, list_at_start, partners, sound};
use super::narrative::{
    BY, ENDS, SUBJECT, Window, actors_widened, emit, half_read, is_adverbs, nearest_subject, subject,
};
use super::pieces::trim_start;
use super::reader::Reader;
use super::{called, deed, org};
use crate::facts::Role;
use assist::functions_behind_lead;
pub(super) use assist::{assist, mainly};

/// The rule of partners behind or before a word of joining.
const WITH: &str = "duty.narrative.with";

/// The rule of those who assist.
const ASSIST: &str = "duty.narrative.assist";

/// `会同甲、乙`, `联合甲`: the partners support, and who does something with them leads.
pub(super) fn with<'a>(reader: &mut Reader<'a>, window: &Window<'a>, cue: Cue) {
    let after = clause_of(window.after);
    if CUES.told.within(after) {
        return;
    }
    let (mut list, mut rest) = partners(window.after);
    if !list.names.is_empty() {
        rest = parted_partners(&mut list, rest);
    }
    list.open |= rest.starts_with('等');
    emit(reader, &list, Role::Support, WITH);
    // `会同有关部门组建专班`: with whomever, it leads. `甲局、乙局联合执法` joins them to nobody else.
    let named = !list.names.is_empty() || window.after.starts_with('各');
    if !named && cue == Cue::Joint && !CUES.pointing.begins(window.after) {
        return;
    }
    // `会同有关方面做好工作` says no more than 要.
    if !named && ["有关方面", "相关方面", "各方"].iter().any(|word| window.after.starts_with(word))
    {
        return;
    }
    let done = after.contains('了') || deed::is_attribute(deed::behind_partners(rest));
    let leads = |rule: &str| rule == BY || !done;
    match actors_widened(reader, window) {
        Some((lead, rule)) if leads(rule) => emit(reader, &lead, Role::Lead, rule),
        Some(_) => {}
        None => match told_in_clause(window, cue).filter(|_| !done) {
            Some(lead) => emit(reader, &lead, Role::Lead, SUBJECT),
            None => half_read(reader, window.clause),
        },
    }
}

/// Takes the partners that commas part: `会同县公安局，县城管局，县教育局开展整治`. What they do together stands behind the last of them; a
/// duty of its own is that one's alone (`会同县公安局，县城管局负责清运`). Returns what stands behind.
fn parted_partners<'a>(list: &mut List<'a>, behind: &'a str) -> &'a str {
    let mut taken = (list.names.len(), behind);
    let mut rest = behind;
    while let Some(next) = rest.strip_prefix(['，', ',']) {
        let (more, behind) = list_at_start(trim_start(next));
        if !sound(&more) || list.names.len() + more.names.len() > MOST_NAMES {
            break;
        }
        list.names.extend(more.names);
        rest = behind;
        if behind.starts_with('等') || behind.starts_with("组织") || deed::is_done(behind) {
            taken = (list.names.len(), behind);
            break;
        }
    }
    list.names.truncate(taken.0);
    taken.1
}

/// Who leads where more stands between: `县民政局应当自受理之日起5日内|会同县财政局审核`, `县教育局要加强宣传，|会同县公安局排查`.
fn told_in_clause<'a>(window: &Window<'a>, cue: Cue) -> Option<List<'a>> {
    const DUTIES: [&str; 6] = ["由", "负责", "牵头", "配合", "协助", "已"];
    let said = if window.clause.is_empty() { window.sentence } else { window.clause };
    if DUTIES.iter().any(|word| said.contains(word)) || org::name_at_end(window.clause).is_some() {
        return None;
    }
    if window.clause.is_empty() {
        return nearest_subject(window);
    }
    // `县应急局接报后|会同有关部门处置`: whatever it does before.
    let (list, rest) = list_at_start(window.clause);
    // `县水利局要督促施工单位|会同监理单位验收`: others do.
    if CUES.has_others.iter().any(|word| rest.contains(word)) {
        return None;
    }
    // `县委副书记|会同县水利局督导`: a person.
    let other = rest.starts_with(['的', '级'])
        || rest.ends_with(['人', '员', '长', '任', '的'])
        || CUES.office.ends(rest).next().is_some();
    (cue == Cue::With && sound(&list) && !other).then_some(list).or_else(|| subject(window.clause, false))
}

/// `与甲联合开展`: the partner before the word supports.
pub(super) fn together<'a>(reader: &mut Reader<'a>, window: &Window<'a>) -> bool {
    let Some((at, word)) = window
        .clause
        .char_indices()
        .rev()
        .find(|&(_, c)| matches!(c, '与' | '同'))
        .map(|(at, c)| (at, c.len_utf8()))
    else {
        return false;
    };
    // 参与, 共同 are words of their own.
    if window.clause[..at].ends_with(['参', '共', '协', '会', '不', '相', '给', '等']) {
        return false;
    }
    let (mut list, rest) = partners(&window.clause[at + word..]);
    list.open |= rest.starts_with('等');
    let rest = rest.trim_start_matches('等');
    let rest = rest.trim_start_matches(['、', '及', '和', '与']);
    let closed = org::is_vague(rest) || is_adverbs(rest) || CUES.etc_tail.contains(&rest) || rest.is_empty();
    if list.names.is_empty() || !closed || CUES.told.within(clause_of(window.after)) {
        return false;
    }
    emit(reader, &list, Role::Support, WITH);
    true
}

/// Whether those who join come together to speak or to learn, which is no duty: `每月召开联席会议，县公安局|参加`.
fn is_meeting(sentence: &str) -> bool {
    ["召开", "会议", "例会", "会商", "座谈", "联席会", "培训"].iter().any(|word| sentence.contains(word))
}

/// 参加, 协同 behind names: `县水务局、县自然资源局参加`, `县医保局协同审核`.
pub(super) fn join<'a>(reader: &mut Reader<'a>, window: &Window<'a>, word: &str) {
    if is_called(word, window.after) {
        called::read(reader, window, Role::Support);
        return;
    }
    if word == "参加" && (is_meeting(window.sentence) || is_meeting(window.after)) {
        return;
    }
    // `各乡镇、各有关部门协同做好…` says how, not whom they help.
    let joint = |list: &List<'_>| {
        word == "协同" && !is_act(window.after) && list.names.iter().any(|name| name.starts_with('各'))
    };
    if let Some((list, _)) = actors_widened(reader, window).filter(|(list, _)| !joint(list)) {
        emit(reader, &list, Role::Support, ASSIST);
    } else if !functions_behind_lead(reader, window) && !functions_at_start(window.clause).0.names.is_empty()
    {
        // `公安、市场监管等部门参加`: functions that no name can be made of.
        reader.unread(window.clause);
    }
}

/// Whether what stands behind 参加, 协同 lets them be a duty. Where a name follows 协同, who joins whom is not told.
pub(super) fn joins(word: &str, after: &str) -> bool {
    is_act(after)
        || is_called(word, after)
        || word == "协同"
            && after.starts_with(gongwen_text::chars::is_han)
            && !CUES.assist_noun.begins(after)
            && !CUES.concert_noun.begins(after)
            && (deed::is_done(after) || !org::begins_with_name(clause_of(after)))
}

/// `参加单位为县总工会`: a noun for those who join.
fn is_called(word: &str, after: &str) -> bool {
    word == "参加" && ["单位", "部门"].iter().any(|noun| after.starts_with(noun))
}

/// `县发改局、县财政局给予支持`: who stands directly before it supports; whom somebody pays or praises (`对企业给予支持`) does not.
pub(super) fn back<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    let ended = window.after.is_empty() || window.after.starts_with(['，', ',', '、', '）']);
    if !ended && !["配合", "协助", "和配合"].iter().any(|act| window.after.starts_with(act)) {
        return;
    }
    if let Some((list, _)) = actors_widened(reader, window) {
        emit(reader, &list, Role::Support, ASSIST);
    }
}

/// Whether nothing stands behind 参加, 协同, or what all of them do.
fn is_act(after: &str) -> bool {
    const ACTS: [&str; 5] = ["推进", "落实", "实施", "配合", "负责"];
    after.is_empty()
        || after.starts_with(ENDS)
        || after.starts_with(['，', ',', '、', '）'])
        || ACTS.iter().any(|act| after.starts_with(act))
}
