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
    Around, List, MOST_NAMES, clause_of, functions_at_start, list_at_start, sound, whole_list,
};
use super::pieces::{level_list, marks, marks_back, trim_start};
use super::reader::Reader;
use super::{called, deed, org, partner, place, set_up, told};
use crate::facts::{Role, Statement};
use crate::wordlist::WordList;
use gongwen_text::{Label, Span};
use std::sync::LazyLock;

/// How far a sentence is read on either side of an anchor, in bytes.
const REACH: usize = 360;

/// What ends a sentence.
pub(super) const ENDS: [char; 6] = ['。', '；', '！', '？', ';', '\n'];

/// The sentence around an anchor.
pub(super) struct Window<'a> {
    /// From the beginning of the sentence to the anchor.
    pub(super) sentence: &'a str,
    /// From the beginning of the clause to the anchor.
    pub(super) clause: &'a str,
    /// Behind the anchor, to the end of the sentence.
    pub(super) after: &'a str,
}

/// Reads the duty at an anchor; `reach` is what may be looked at.
pub(super) fn read(reader: &mut Reader<'_>, reach: Span, anchor: &Anchor, own: Option<OrgId>) {
    let word = &reader.text[anchor.at as usize..anchor.end as usize];
    if anchor.cue == Cue::Join
        && !partner::joins(word, &reader.text[(anchor.end as usize).min(reach.to())..reach.to()])
    {
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
    // `县政协|办`: an office's name, no word of hosting.
    if anchor.cue == Cue::CoHost
        && (window.clause.ends_with(['政', '科', '文', '作', '体']) || window.after.starts_with("公室"))
    {
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
        Cue::Lead if set_up::read(reader, &window) => {}
        Cue::Lead => lead(reader, &window, own),
        Cue::Charge => charge(reader, &window),
        Cue::Answer => answer(reader, &window, word),
        Cue::Coordinate => coordinate(reader, &window),
        Cue::With => partner::with(reader, &window, anchor.cue),
        Cue::Joint => {
            if !partner::together(reader, &window) {
                partner::with(reader, &window, anchor.cue);
            }
        }
        Cue::Assist => partner::assist(reader, &window, word, own),
        Cue::Join => partner::join(reader, &window, word),
        Cue::Back => partner::back(reader, &window),
        Cue::Called => called::named(reader, &window),
        Cue::Head => called::head(reader, &window),
        Cue::Host | Cue::CoHost => host(reader, &window, anchor.cue, word),
        Cue::Key | Cue::Close | Cue::Open | Cue::Done => {}
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
    // Where the bracket opens that the walk is inside of.
    let mut noted = None;
    for (at, c) in marks_back(before) {
        if noted.is_some_and(|open| at > open) {
            continue;
        }
        match c {
            // `县住建局（包括开发区分局，下同）|负责`: what stands in a note's bracket ends no clause.
            '）' | ')' if clause.is_none() => noted = note_before(&before[..at]),
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
    let clause = without_ordinal(trim_start(&before[clause.unwrap_or(sentence)..]));
    let after = &text[end..to];
    // `县水利局在县财政局|配合下完成验收`
    let under =
        after.starts_with('下') && !after[3..].starts_with(['达', '发', '放', '派', '沉', '乡', '级']);
    let clause = clause.rfind('在').filter(|_| under).map_or(clause, |at| &clause[at + '在'.len_utf8()..]);
    let stop = marks(after).find(|(_, c)| ENDS.contains(c));
    let stop = stop.map_or(after.len(), |(at, _)| at);
    Some(Window {
        sentence: without_ordinal(trim_start(&before[sentence..])),
        clause,
        after: trim_start(&after[..stop]),
    })
}

/// A clause without the number that counts it in a sentence: `①县水利局`, `（1）县水利局`, `一是县水利局`.
fn without_ordinal(clause: &str) -> &str {
    match clause.chars().next() {
        Some('一' | '二' | '三' | '四' | '五' | '六' | '七' | '八') => {
            let rest = &clause['一'.len_utf8()..];
            rest.strip_prefix('是').unwrap_or(clause)
        }
        Some('0'..='9' | '（' | '(' | '①'..='⑳') => {
            Label::read(clause).map_or(clause, |label| trim_start(&clause[label.end..]))
        }
        _ => clause,
    }
}

/// Where the bracket opens that closes behind the text, if it is a note beside a name: `（含森林分局、交警大队，下同`.
fn note_before(text: &str) -> Option<usize> {
    let open = text.rfind(['（', '(', '。', '；', '\n'])?;
    let inner = text[open..].strip_prefix(['（', '('])?;
    is_note(inner).then_some(open)
}

/// Whether a bracket behind a name explains it: `（包括开发区分局，下同）`, `（以下简称县总工会）`.
fn is_note(inner: &str) -> bool {
    CUES.bracket_other.begins(inner) || inner.ends_with("下同")
}

/// Whether a blank stands in front of the mark between two names, or behind it.
fn beside_list_mark(text: &str, at: usize, blank: char) -> bool {
    text[at + blank.len_utf8()..].trim_start().starts_with('、') || text[..at].trim_end().ends_with('、')
}

/// What stands behind the last of some marks.
pub(super) fn after_last(text: &str, test: impl Fn(char) -> bool) -> &str {
    match marks_back(text).find(|&(_, c)| test(c)) {
        Some((at, c)) => &text[at + c.len_utf8()..],
        None => text,
    }
}

/// 牵头; in a ledger by unit an item that opens with the word means the unit.
fn lead<'a>(reader: &mut Reader<'a>, window: &Window<'a>, own: Option<OrgId>) {
    let noun = CUES.lead_noun.begins(window.after);
    if noun || window.after.starts_with("职责") {
        let called = called::read(reader, window, Role::Lead);
        if noun || called {
            return;
        }
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

/// 负责
fn charge<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    // `县公安局负责人口管理`, `负责制修订标准`: what is charged.
    let object = || CUES.charge_object.begins(window.after) && !CUES.charge_object_not.begins(window.after);
    let noun = (CUES.charge_noun.begins(window.after) || window.after.starts_with('制')) && !object();
    let accountable = CUES.charge_before.ends(window.clause).next().is_some();
    // 负责牵头 is read at 牵头, 牵头负责 was.
    if noun || accountable || window.after.starts_with("牵头") || window.clause.ends_with("牵头") {
        return;
    }
    if let Some((list, rule)) = actors_widened(reader, window) {
        // `县水利局负责会同县财政局检查`
        let joins = list.joined || window.after.starts_with("会同");
        let role = if joins { Role::Lead } else { Role::Responsible };
        emit(reader, &list, role, rule);
        carry_out(reader, window);
    } else if is_adverbs(window.clause)
        && !window.sentence.contains("牵头")
        && let Some(list) = nearest_subject(window)
    {
        emit(reader, &list, Role::Responsible, "duty.narrative.subject");
    } else {
        half_read(reader, window.clause);
    }
}

/// `各乡镇对本辖区防火工作负总责`, `县人社局、县民政局各负其责`: who answers for a whole, with or without what it is.
fn answer<'a>(reader: &mut Reader<'a>, window: &Window<'a>, word: &str) {
    // `县住建局责任主体`, `责任主体单位`: whose it is, or a noun.
    let named = word == "责任主体";
    if window.after.starts_with('的') || named && CUES.lead_noun.begins(window.after) {
        return;
    }
    // `各镇人民政府是工程建设的|责任主体`, `县水利局作为|责任主体`
    let parted = if named { "是为" } else { "对是" };
    let parted = window.clause.split_once(|c| parted.contains(c));
    let head = parted.map_or(window.clause, |(head, _)| head).trim_end();
    let head = if named { head.strip_suffix('作').unwrap_or(head) } else { head };
    if named && parted.is_none() {
        return;
    }
    if let Some((list, rule)) = actors(&mut reader.known, head) {
        emit(reader, &list, Role::Responsible, rule);
    } else if is_adverbs(head)
        && let Some(list) = nearest_subject(window)
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
pub(super) fn half_read<'a>(reader: &mut Reader<'a>, clause: &'a str) {
    const LONGEST_NAME: usize = 48;
    let told = without_adverbs(clause).0;
    if place::is_kind_class(told.trim_start_matches('由')) {
        reader.unread(told);
        return;
    }
    if !clause.contains(['、', '由']) && !clause.starts_with('各') {
        return;
    }
    // `由县教育、公安、交通部门按职责分工负责`: functions that no name can be made of.
    let functions = clause.trim_start_matches('由');
    let functions = functions[level_list(functions)..].trim_start_matches(org::is_level);
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
    let short = |piece: &str| piece.len() <= LONGEST_NAME;
    // `县融媒体平台、县财政局配合`: whose it is, it says, though nobody knows its words.
    let opens = is_actor(first)
        || first.starts_with(org::is_level)
            && short(first)
            && first.len() >= 9
            && !CUES.verbs.within(first)
            && rest.split('、').take(MOST_NAMES).any(&mut is_actor);
    if !opens || !rest.split('、').all(short) {
        return;
    }
    let mut strange =
        |piece: &&'a str| !is_actor(piece) && !org::is_vague_actor(piece) && !place::is_town(piece);
    let piece = list.split('、').take(MOST_NAMES).find(|piece| strange(piece));
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
    let list = subject(window.clause, true).or_else(|| carried(window));
    if let Some(list) = list.filter(|list| list.names.iter().all(|name| !between.contains(name))) {
        emit(reader, &list, Role::Responsible, "duty.narrative.subject");
    }
}

/// Whether what is borne is work: not costs, losses or blame, nor a rank (`承担牵头任务`).
fn is_work(borne: &str) -> bool {
    let ranked = ["牵头", "配合", "主体", "相应", "主要", "全部"].iter().any(|rank| borne.starts_with(rank));
    !ranked
        && !borne.contains('的')
        && ["工作", "任务", "职责", "事项", "业务", "职能"].iter().any(|noun| borne.ends_with(noun))
}

/// 承办, 承担, 协办
fn host<'a>(reader: &mut Reader<'a>, window: &Window<'a>, cue: Cue, word: &str) {
    // `承担领导小组办公室日常工作`: no noun for who hosts.
    let noun = CUES.lead_noun.begins(window.after) && !window.after.starts_with("领导小组");
    if noun || word == "承担" && !is_work(clause_of(window.after)) {
        return;
    }
    let role = if cue == Cue::Host { Role::Responsible } else { Role::Support };
    if let Some((list, rule)) = actors(&mut reader.known, window.clause) {
        emit(reader, &list, role, rule);
    } else if word == "承担"
        && is_adverbs(window.clause)
        && let Some(list) = nearest_subject(window)
    {
        emit(reader, &list, role, "duty.narrative.subject");
    }
}

/// The clause with the clauses before it that are lists of names: `县人社局、县残联，各镇|负责`.
pub(super) fn widened<'a>(known: &mut Known<'a>, window: &Window<'a>) -> &'a str {
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

/// The list of names that the clause ends in, with the clauses before it.
pub(super) fn actors_widened<'a>(
    reader: &mut Reader<'a>,
    window: &Window<'a>,
) -> Option<(List<'a>, &'static str)> {
    let clause = widened(&mut reader.known, window);
    actors(&mut reader.known, clause)
}

/// Words behind which the partners of an actor stand.
static JOINING: LazyLock<WordList> = LazyLock::new(|| WordList::new(&["会同", "联合"]));

/// The list of names that the clause ends in, when it opens the clause or follows 由.
pub(super) fn actors<'a>(known: &mut Known<'a>, clause: &'a str) -> Option<(List<'a>, &'static str)> {
    let (clause, open) = without_adverbs(clause);
    let clause = without_topic(clause);
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
    let mut list = noted_list(known, part, Around::duty(by))?;
    // `县教育局组织学校|参与`, `明确各镇|为责任主体`, `经县水利局|会同`: whom a body has do it, or asks, is not who is charged.
    let trade = ['开', '济', '信', '贸', '发', '合'];
    let asked = |name: &str| {
        name.strip_prefix('经').is_some_and(|body| !body.starts_with(trade) && org::is_name(body))
    };
    let other = |name: &str| deed::is_done(name) || deed::before_deed(name).is_some() || asked(name);
    if list.names.iter().any(|name| other(name)) {
        return None;
    }
    list.open |= open;
    list.joined = joined.is_some();
    Some((list, rule))
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

/// The subject of the sentence, for a clause that opens with the duty.
fn carried<'a>(window: &Window<'a>) -> Option<List<'a>> {
    let clause = window.clause.trim_start_matches(['并', '要']);
    let opens = is_adverbs(clause) || CUES.clause.begins(clause);
    if opens && clause.len() < window.sentence.len() {
        return nearest_subject(window);
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

/// The names that open the nearest clause before this one that names any, when a verb follows:
/// `县水利局要摸底，各镇要发动群众，|协助巡查` speaks of 各镇.
pub(super) fn nearest_subject<'a>(window: &Window<'a>) -> Option<List<'a>> {
    const MOST_CLAUSES: usize = 8;
    let mut before = &window.sentence[..window.sentence.len() - window.clause.len()];
    for back in 0..MOST_CLAUSES {
        let ended = before.trim_end().trim_end_matches(['，', ',', '：', ':']);
        let clause = after_last(ended, |c| matches!(c, '，' | ',' | '：' | ':'));
        let clause = trim_start(clause);
        // Further back, names alone are what another verb governs, but before a colon.
        let found = subject(clause, back == 0 || before.trim_end().ends_with(['：', ':']));
        if found.is_some() {
            return found;
        }
        if clause.len() == ended.len() {
            break;
        }
        before = &ended[..ended.len() - clause.len()];
    }
    None
}

/// The names that open a sentence, when a verb follows, or `alone` nothing.
pub(super) fn subject(sentence: &str, alone: bool) -> Option<List<'_>> {
    let (list, rest) = list_at_start(sentence);
    if list.names.is_empty() {
        return bare_subject(sentence);
    }
    if CUES.told_elsewhere.begins(rest) {
        return None;
    }
    // `教育部门，负责…`: the comma parts nothing but the two.
    // `县政府成立指挥部，负责…`: the new body does.
    let sets_up = ["成立", "设立", "组建", "建立", "设"].iter().any(|word| rest.starts_with(word));
    let told = alone && matches!(rest, "" | "，" | ",")
        || CUES.verbs.begins(rest)
        || deed::is_done(rest) && !deed::is_attribute(rest) && !sets_up;
    // `成立县河长制工作领导小组，…`: what is done with a body.
    (told && sound(&list) && !deed::is_done(sentence)).then_some(list)
}

/// A body whose words nobody knows that opens a sentence, when a verb follows: `党群工作局要加强统筹，|负责考核`.
fn bare_subject(sentence: &str) -> Option<List<'_>> {
    const FARTHEST: usize = 10;
    let ends = sentence.char_indices().take(FARTHEST).filter(|(_, c)| matches!(c, '局' | '部' | '室' | '办'));
    let mut ends = ends.map(|(at, c)| at + c.len_utf8());
    let told = |end: usize| CUES.verbs.begins(&sentence[end..]) && org::is_bare_body(&sentence[..end]);
    let end = ends.find(|&end| told(end))?;
    Some(List { names: vec![&sentence[..end]], open: false, joined: false, strange: None })
}

/// Takes adverbs, 等 and 部门 off the end of a clause that names may stand before.
pub(super) fn without_adverbs(clause: &str) -> (&str, bool) {
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
        if word == "组织"
            && org::is_federation(clause.rsplit(['、', '由', '和', '及']).next().unwrap_or(clause))
        {
            break;
        }
        if matches!(word, "部门" | "单位") && org::name_at_end(clause).is_some() {
            break;
        }
        open |= word.contains('等');
        clause = kept.trim_end();
    }
    (clause, open)
}

/// Whether nothing but adverbs stands in a clause.
pub(super) fn is_adverbs(clause: &str) -> bool {
    let clause = clause.trim().trim_start_matches('并');
    without_adverbs(clause).0.is_empty()
}

/// Emits names.
pub(super) fn emit<'a>(reader: &mut Reader<'a>, list: &List<'a>, role: Role, rule: &'static str) {
    for name in &list.names {
        reader.emit(name, role, Statement::Narrative, list.open, rule);
    }
    if let Some(strange) = list.strange {
        reader.unread(strange);
    }
}
