//! Duties in sentences (guide, 4 and 7): a named organisation, or a class of them, is the grammatical actor of a duty
//! word, or the partner of one.
//!
//! The sentence is cut at the anchor. Before it must stand a list of names that opens its clause or follows 由; or the
//! clause opens with the duty itself and the sentence with its subject. Anything else gives nothing: a wrong duty is
//! worse than a missing one.

use super::anchor::{Anchor, Cue};
use super::cue::CUES;
use super::known::{Known, Look, OrgId};
use super::list::{
    List, MOST_NAMES, clause_of, functions_at_start, list_at_start, partners, sound, whole_list,
};
use super::pieces::{marks, marks_back, trim_start};
use super::reader::Reader;
use super::{org, place, told};
use crate::facts::{Role, Statement};
use crate::wordlist::WordList;
use gongwen_text::Span;
use std::sync::LazyLock;

/// How far a sentence is read on either side of an anchor, in bytes.
const REACH: usize = 360;

/// What ends a sentence.
const ENDS: [char; 6] = ['。', '；', '！', '？', ';', '\n'];

/// The sentence around an anchor.
struct Window<'a> {
    /// From the beginning of the sentence to the anchor.
    sentence: &'a str,
    /// From the beginning of the clause to the anchor.
    clause: &'a str,
    /// Behind the anchor, to the end of the sentence.
    after: &'a str,
}

/// Reads the duty at an anchor; `reach` is what may be looked at.
pub(super) fn read(reader: &mut Reader<'_>, reach: Span, anchor: &Anchor, own: Option<OrgId>) {
    if anchor.cue == Cue::Join && !joins(&reader.text[(anchor.end as usize).min(reach.to())..reach.to()]) {
        return;
    }
    let Some(window) = window(reader.text, reach, anchor) else { return };
    // `由县文旅局会同县卫健局负责解释`: no duty of the plan's.
    if window.after.starts_with("解释") || reader.interpreted && window.after.contains("负责解释") {
        return;
    }
    // `县工商业联合会`: no word of joining.
    if anchor.cue == Cue::Joint && window.after.starts_with(['会', '社']) {
        return;
    }
    // `由市卫健委牵头，会同市教育局起草了《健康方案》`: what was done is no duty.
    if anchor.cue == Cue::Lead && window.after.contains("了《") {
        return;
    }
    if told::is_told(window.sentence, window.clause, window.after) {
        return;
    }
    match anchor.cue {
        Cue::Lead => lead(reader, &window, own),
        Cue::Charge => charge(reader, &window),
        Cue::Answer => answer(reader, &window),
        Cue::Coordinate => coordinate(reader, &window),
        Cue::With => with(reader, &window),
        Cue::Joint => {
            if !together(reader, &window) {
                with(reader, &window);
            }
        }
        Cue::Assist => assist(reader, &window, own),
        Cue::Join => join(reader, &window),
        Cue::Host | Cue::CoHost => host(reader, &window, anchor.cue),
        Cue::Key | Cue::Close | Cue::Done => {}
    }
}

/// What stands around an anchor; `None` inside 《 》 or quotation marks.
fn window<'a>(text: &'a str, reach: Span, anchor: &Anchor) -> Option<Window<'a>> {
    let (at, end) = (anchor.at as usize, anchor.end as usize);
    let mut from = reach.from().max(at.saturating_sub(REACH));
    let mut to = reach.to().min(end + REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let before = &text[from..at];
    let (mut sentence, mut clause, mut titled, mut quoted) = (0, None, None, None);
    for (at, c) in marks_back(before) {
        match c {
            // `县委宣传部 、县委网信办`: a blank beside the mark of a list parts nothing.
            ' ' | '\u{3000}' if clause.is_none() && beside_list_mark(before, at, c) => {}
            '，' | ',' | '：' | ':' | ' ' | '\u{3000}' | '\t' | '*' => {
                clause.get_or_insert(at + c.len_utf8());
            }
            // The last one of each tells whether it is open.
            '《' | '》' => _ = titled.get_or_insert(c == '《'),
            '“' | '”' => _ = quoted.get_or_insert(c == '“'),
            c if ENDS.contains(&c) => {
                sentence = at + c.len_utf8();
                break;
            }
            _ => {}
        }
    }
    if titled == Some(true) || quoted == Some(true) {
        return None;
    }
    let clause = trim_start(&before[clause.unwrap_or(sentence)..]);
    let after = &text[end..to];
    let stop = marks(after).find(|(_, c)| ENDS.contains(c));
    let stop = stop.map_or(after.len(), |(at, _)| at);
    Some(Window { sentence: trim_start(&before[sentence..]), clause, after: trim_start(&after[..stop]) })
}

/// Whether a blank stands in front of the mark between two names, or behind it.
fn beside_list_mark(text: &str, at: usize, blank: char) -> bool {
    text[at + blank.len_utf8()..].trim_start().starts_with('、') || text[..at].trim_end().ends_with('、')
}

/// What stands behind the last of some marks.
fn after_last(text: &str, test: impl Fn(char) -> bool) -> &str {
    match marks_back(text).find(|&(_, c)| test(c)) {
        Some((at, c)) => &text[at + c.len_utf8()..],
        None => text,
    }
}

/// 牵头; in a ledger by unit an item that opens with the word means the unit.
fn lead<'a>(reader: &mut Reader<'a>, window: &Window<'a>, own: Option<OrgId>) {
    if CUES.lead_noun.begins(window.after) {
        // 县农业农村局承担牵头责任, 县教育局为牵头单位
        let verbs: &[&str] = match window.after {
            after if after.starts_with("责任") && !after.starts_with("责任单") => &["承担", "履行"],
            after if after.starts_with(['单', '部']) => &["作为", "为", "是"],
            _ => &[],
        };
        let bears = verbs.iter().find_map(|verb| window.clause.strip_suffix(verb));
        match bears.and_then(|clause| actors(&mut reader.known, clause)) {
            Some((list, rule)) => emit(reader, &list, Role::Lead, rule),
            None => is_told(reader, window, Role::Lead),
        }
        return;
    }
    if let Some((list, rule)) = actors_widened(reader, window) {
        emit(reader, &list, Role::Lead, rule);
        carry_out(reader, window);
    } else if let Some(list) = carried(window) {
        emit(reader, &list, Role::Lead, "duty.narrative.subject");
    } else if let Some(own) = own.filter(|_| is_adverbs(window.sentence)) {
        let at = Span::of(window.after, reader.text).from();
        reader.emit_own(own, Role::Lead, Span::new(at, at), "duty.narrative.subject");
    } else {
        half_read(reader, window.clause);
    }
}

/// `牵头单位为县水利局`, `配合单位为县财政局、县审计局`.
fn is_told<'a>(reader: &mut Reader<'a>, window: &Window<'a>, role: Role) {
    let noun = |word: &str| window.after.strip_prefix(word)?.strip_prefix(['为', '是']);
    let Some(rest) = ["单位", "部门", "责任单位", "责任部门"].iter().find_map(|word| noun(word))
    else {
        return;
    };
    let (mut list, rest) = list_at_start(rest.trim_start());
    list.open |= rest.starts_with('等');
    if is_adverbs(window.clause) && sound(&list) {
        emit(reader, &list, role, "duty.narrative.subject");
    }
}

/// 负责
fn charge<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    let noun = CUES.charge_noun.begins(window.after)
        || window.after.starts_with('制')
            && !["制定", "制订", "制作"].iter().any(|w| window.after.starts_with(w));
    let accountable = CUES.charge_before.ends(window.clause).next().is_some();
    // 负责牵头 is read at 牵头, 牵头负责 was.
    if noun || accountable || window.after.starts_with("牵头") || window.clause.ends_with("牵头") {
        return;
    }
    if let Some((list, rule)) = actors_widened(reader, window) {
        let role = if list.joined { Role::Lead } else { Role::Responsible };
        emit(reader, &list, role, rule);
        carry_out(reader, window);
    } else if is_adverbs(window.clause)
        && !window.sentence.contains("牵头")
        && let Some(list) = subject(window.sentence)
    {
        emit(reader, &list, Role::Responsible, "duty.narrative.subject");
    } else {
        half_read(reader, window.clause);
    }
}

/// `各乡镇对本辖区防火工作负总责`, `县人社局、县民政局各负其责`: who answers for a whole, with or without what it is.
fn answer<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    // `各镇人民政府是工程建设|的责任主体`
    let head = window.clause.split_once(['对', '是']).map_or(window.clause, |(head, _)| head).trim_end();
    if window.after.starts_with('的') {
        return;
    }
    if let Some((list, rule)) = actors(&mut reader.known, head) {
        emit(reader, &list, Role::Responsible, rule);
    } else if is_adverbs(head)
        && let Some(list) = subject(window.sentence)
    {
        emit(reader, &list, Role::Responsible, "duty.narrative.subject");
    }
}

/// `由甲局牵头，乙局、丙局等部门共同落实`, `…负责，各镇具体组织实施`: clauses behind a duty that are names with a word of
/// carrying out and nothing more.
fn carry_out<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    const ENDS: [&str; 4] = ["落实", "实施", "推进", "执行"];
    let mut rest = window.after;
    for _ in 0..3 {
        let Some((_, behind)) = rest.split_once(['，', ',']) else { return };
        rest = behind;
        let clause = clause_of(behind).trim_end();
        let Some(head) = ENDS.iter().find_map(|end| clause.strip_suffix(end)) else { continue };
        let head = head.strip_suffix("抓好").unwrap_or(head);
        if let Some((list, rule)) = actors(&mut reader.known, head) {
            emit(reader, &list, Role::Responsible, rule);
        }
    }
}

/// Notes a list before a duty word that begins with a department and holds a name nobody knows: its duty is not read.
fn half_read<'a>(reader: &mut Reader<'a>, clause: &'a str) {
    const LONGEST_NAME: usize = 48;
    if !clause.contains(['、', '由']) && !clause.starts_with('各') {
        return;
    }
    let told = without_adverbs(clause).0;
    // `由县教育、公安、交通部门按职责分工负责`: functions that no name can be made of.
    let functions = clause.trim_start_matches('由').trim_start_matches(org::is_level);
    if !functions_at_start(functions).0.names.is_empty() {
        reader.unread(told);
        return;
    }
    let list = told.trim_start_matches('由');
    let Some((first, rest)) = list.split_once('、') else {
        // `由移动某分公司负责`: behind 由 stands who it is.
        let by = list.len() < told.len() && list.len() <= LONGEST_NAME;
        // `各行业主管部门负责本行业监管`: a class that is told by its trade; 部门 went with the adverbs.
        if list.starts_with('各') && list.ends_with("主管") && list.len() <= LONGEST_NAME {
            reader.unread(list);
        }
        if by && org::ends_like_body(list) && !org::is_vague_actor(list) {
            reader.unread(list);
        }
        return;
    };
    let mut is_actor = |piece: &'a str| reader.known.look(piece).look.is(Look::ACTOR);
    if !is_actor(first) || rest.split('、').any(|piece| piece.len() > LONGEST_NAME) {
        return;
    }
    let mut strange =
        |piece: &&'a str| !is_actor(piece) && !org::is_vague_actor(piece) && !place::is_town(piece);
    let piece = rest.split('、').take(MOST_NAMES).find(|piece| strange(piece));
    if let Some(piece) = piece.filter(|piece| !piece.is_empty()) {
        reader.unread(piece);
    }
}

/// `发挥综合协调作用`
fn coordinate<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    let Some(at) = window.clause.rfind("发挥") else { return };
    let between = &window.clause[at + "发挥".len()..];
    if between.chars().count() > 12 || between.contains("牵头") || org::name_at_end(between).is_some() {
        return;
    }
    let list = subject(window.clause).or_else(|| carried(window));
    if let Some(list) = list.filter(|list| list.names.iter().all(|name| !between.contains(name))) {
        emit(reader, &list, Role::Responsible, "duty.narrative.subject");
    }
}

/// `会同甲、乙`, `联合甲`: the partners support.
fn with<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    if CUES.told.within(clause_of(window.after)) {
        return;
    }
    let (mut list, rest) = partners(window.after);
    list.open |= rest.starts_with('等');
    let acts = rest.trim_start_matches('等').trim_start_matches("部门").trim_start_matches("单位");
    emit(reader, &list, Role::Support, "duty.narrative.with");
    // `由甲局会同乙局制定办法`, `甲局会同乙局开展检查`: who does it with others leads.
    let told = clause_of(window.after).contains('了');
    let acts_jointly = (CUES.verbs.begins(acts) || CUES.with_act.begins(acts)) && !told::is_attribute(acts);
    if (!list.names.is_empty() || window.after.starts_with('各'))
        && let Some((lead, rule)) = actors(&mut reader.known, window.clause)
            .filter(|(_, rule)| *rule == "duty.narrative.by" || acts_jointly && !told)
    {
        emit(reader, &lead, Role::Lead, rule);
    }
}

/// `与甲联合开展`: the partner before the word supports.
fn together<'a>(reader: &mut Reader<'a>, window: &Window<'a>) -> bool {
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
    emit(reader, &list, Role::Support, "duty.narrative.with");
    true
}

/// 配合, 协助: who assists is the actor, or the row's own unit.
fn assist<'a>(reader: &mut Reader<'a>, window: &Window<'a>, own: Option<OrgId>) {
    if window.after.starts_with(['单', '部']) {
        is_told(reader, window, Role::Support);
        return;
    }
    // `由甲镇政府负责、县水利局配合`: parted by the mark that parts names.
    let duty = |&(at, _): &(usize, &str)| {
        ["负责", "牵头", "实施"].iter().any(|duty| window.clause[..at].ends_with(duty))
    };
    let parted = window.clause.rmatch_indices('、').find(duty);
    let clause = &window.clause[parted.map_or(0, |(at, mark)| at + mark.len())..];
    // `以甲局为主，乙、丙等部门配合`
    let before = window.sentence[..window.sentence.len() - window.clause.len()].trim_end();
    let before = before.strip_suffix(['，', ',']).filter(|before| before.ends_with("为主"));
    if let Some(before) = before {
        mainly(reader, after_last(before, |c| matches!(c, '，' | ',' | '：' | ':')));
    }
    if before.is_some()
        && actors(&mut reader.known, clause).is_none()
        && !is_adverbs(without_adverbs(clause).0)
    {
        reader.unread(clause);
        return;
    }
    let whole = before.is_none() && clause.len() == window.clause.len();
    let clause = if whole { widened(&mut reader.known, window) } else { clause };
    if let Some((list, _)) = actors(&mut reader.known, clause) {
        let act = window.after.is_empty()
            || window.after.starts_with(['，', ',', '、', '）'])
            || CUES.assist_act.begins(window.after);
        if act || !partners(window.after).0.names.is_empty() {
            emit(reader, &list, Role::Support, "duty.narrative.assist");
        }
        return;
    }
    if !is_adverbs(window.clause) || partners(window.after).0.names.is_empty() {
        half_read(reader, window.clause);
        return;
    }
    if let Some(list) = subject(window.sentence) {
        emit(reader, &list, Role::Support, "duty.narrative.assist");
    } else if let Some(own) = own {
        let span = Span::of(window.after, reader.text);
        reader.emit_own(own, Role::Support, Span::new(span.from(), span.from()), "duty.narrative.assist");
    }
}

/// 参加, 协同 behind names, and nothing more: `县水务局、县自然资源局参加`.
fn join<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    if let Some((list, _)) = actors_widened(reader, window) {
        emit(reader, &list, Role::Support, "duty.narrative.assist");
    }
}

/// Whether what stands behind 参加, 协同 lets them be a duty.
fn joins(after: &str) -> bool {
    const ACTS: [&str; 5] = ["推进", "落实", "实施", "配合", "负责"];
    after.is_empty()
        || after.starts_with(ENDS)
        || after.starts_with(['，', ',', '、', '）'])
        || ACTS.iter().any(|act| after.starts_with(act))
}

/// `以甲局为主`, `甲局为主` beside who assists: it leads.
pub(super) fn mainly<'a>(reader: &mut Reader<'a>, clause: &'a str) {
    let Some(names) = clause.trim().strip_suffix("为主") else { return };
    let names = names.rfind('以').map_or(names, |at| &names[at + '以'.len_utf8()..]);
    if let Some(list) = whole_list(&mut reader.known, names, false) {
        emit(reader, &list, Role::Lead, "duty.narrative.by");
    } else if org::ends_like_name(names) {
        reader.unread(names);
    }
}

/// 承办, 协办
fn host<'a>(reader: &mut Reader<'a>, window: &Window<'a>, cue: Cue) {
    if CUES.lead_noun.begins(window.after) {
        return;
    }
    let role = if cue == Cue::Host { Role::Responsible } else { Role::Support };
    if let Some((list, rule)) = actors(&mut reader.known, window.clause) {
        emit(reader, &list, role, rule);
    }
}

/// The clause with the clauses before it that are lists of names: `县人社局、县残联，各镇|负责`.
fn widened<'a>(known: &mut Known<'a>, window: &Window<'a>) -> &'a str {
    let mut from = window.sentence.len() - window.clause.len();
    for _ in 0..3 {
        let before = window.sentence[..from].trim_end_matches(['，', ',']);
        if before.len() == from {
            break;
        }
        let list = after_last(before, |c| matches!(c, '，' | ',' | '：' | ':' | ' '));
        // 由 opens the list, wherever in it the comma stands.
        let by = list.rfind('由').map(|at| &list[at + '由'.len_utf8()..]);
        if !org::ends_like_list(list) || whole_list(known, by.unwrap_or(list), by.is_some()).is_none() {
            break;
        }
        from = before.len() - list.len();
        if by.is_some() {
            break;
        }
    }
    &window.sentence[from..]
}

/// The list of names that the clause ends in, with the clauses before it.
fn actors_widened<'a>(reader: &mut Reader<'a>, window: &Window<'a>) -> Option<(List<'a>, &'static str)> {
    let clause = widened(&mut reader.known, window);
    actors(&mut reader.known, clause)
}

/// Words behind which the partners of an actor stand.
static JOINING: LazyLock<WordList> = LazyLock::new(|| WordList::new(&["会同", "联合"]));

/// The list of names that the clause ends in, when it opens the clause or follows 由.
fn actors<'a>(known: &mut Known<'a>, clause: &'a str) -> Option<(List<'a>, &'static str)> {
    let (clause, open) = without_adverbs(clause);
    if clause.is_empty() {
        return None;
    }
    let (part, rule) = match clause.rfind('由') {
        Some(at) => (&clause[at + '由'.len_utf8()..], "duty.narrative.by"),
        None => match clause.strip_prefix("责成") {
            Some(part) => (part, "duty.narrative.by"),
            None => (clause, "duty.narrative.subject"),
        },
    };
    // `县残疾人联合会`, `县供销合作社联合社`: the word inside a name joins nobody.
    let inside = |end: usize| part[end..].starts_with(['会', '社']);
    let joined = JOINING.all(part).find(|&(at, end, _)| at > 0 && !inside(end)).map(|(at, ..)| at);
    let part = joined.map_or(part, |at| &part[..at]);
    let by = rule == "duty.narrative.by";
    let mut list = whole_list(known, part, by)?;
    list.open |= open;
    list.joined = joined.is_some();
    Some((list, rule))
}

/// The subject of the sentence, for a clause that opens with the duty.
fn carried<'a>(window: &Window<'a>) -> Option<List<'a>> {
    let clause = window.clause.trim_start_matches(['并', '要']);
    let opens = is_adverbs(clause) || CUES.clause.begins(clause);
    if opens && clause.len() < window.sentence.len() {
        return subject(window.sentence);
    }
    // 县科协要发挥牵头作用: subject and duty in one clause.
    let (list, rest) = list_at_start(window.clause);
    // `各专班牵头单位要发挥牵头作用`: who those are is told elsewhere.
    if CUES.told_elsewhere.begins(rest) {
        return None;
    }
    let act = rest.trim_start_matches(['要', '应', '须', '将']).trim_start_matches("当");
    let opens = CUES.clause.begins(act) || CUES.eager.begins(act);
    (opens && sound(&list)).then_some(list)
}

/// The names that open a sentence, when a verb follows.
fn subject(sentence: &str) -> Option<List<'_>> {
    let (list, rest) = list_at_start(sentence);
    if CUES.told_elsewhere.begins(rest) {
        return None;
    }
    // `教育部门，负责…`: the comma parts nothing but the two.
    let told = matches!(rest, "" | "，" | ",") || CUES.verbs.begins(rest);
    (told && sound(&list)).then_some(list)
}

/// Takes adverbs, 等 and 部门 off the end of a clause that names may stand before.
fn without_adverbs(clause: &str) -> (&str, bool) {
    /// Bytes of `按照行业管理职责分工`, and a little more.
    const LONGEST_SHARE: usize = 48;
    let mut clause = clause.trim_end();
    let mut open = false;
    // 按照行业管理职责分工: by whatever they share the duty.
    if ["分工", "职责", "权限"].iter().any(|end| clause.ends_with(end))
        && let Some(at) = clause.rfind('按').filter(|&at| at > 0 && clause.len() - at <= LONGEST_SHARE)
        && !clause[at..].contains('、')
    {
        clause = clause[..at].trim_end();
    }
    for _ in 0..5 {
        // A name may end like an adverb: 办公室主任会议 does not, 组织 does.
        let Some(word) = CUES.adverbs.ends(clause).max_by_key(|word| word.len()) else { break };
        let kept = &clause[..clause.len() - word.len()];
        if matches!(word, "部门" | "单位") && org::name_at_end(clause).is_some() {
            break;
        }
        open |= word.contains('等');
        clause = kept.trim_end();
    }
    (clause, open)
}

/// Whether nothing but adverbs stands in a clause.
fn is_adverbs(clause: &str) -> bool {
    let clause = clause.trim().trim_start_matches('并');
    without_adverbs(clause).0.is_empty()
}

/// Emits names.
pub(super) fn emit<'a>(reader: &mut Reader<'a>, list: &List<'a>, role: Role, rule: &'static str) {
    for name in &list.names {
        reader.emit(name, role, Statement::Narrative, list.open, rule);
    }
}
