//! Whom a word of duty charges in a sentence: who leads (牵头), is responsible (负责, 负总责, 责任主体), coordinates, hosts.

use super::actors::{actors, actors_widened, is_adverbs};
use super::subject::{carried, nearest_subject, subject};
use super::unread::half_read;
use super::window::Window;
use super::{SUBJECT, emit, emit_own};
use crate::duty::anchor::Cue;
use crate::duty::cue::CUES;
use crate::duty::known::OrgId;
use crate::duty::list::{clause_of, partners};
use crate::duty::reader::Reader;
use crate::duty::{called, org};
use crate::facts::Role;

/// 牵头; in a ledger by unit an item that opens with the word means the unit.
pub(super) fn lead<'a>(reader: &mut Reader<'a>, window: &Window<'a>, own: Option<OrgId>) {
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
        emit(reader, &list, Role::Lead, SUBJECT);
    } else if let Some(own) = own.filter(|_| is_adverbs(window.sentence)) {
        emit_own(reader, window, own, Role::Lead, SUBJECT);
    } else {
        half_read(reader, window.clause);
    }
}

/// 负责
pub(super) fn charge<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    // 负责牵头 is read at 牵头, 牵头负责 was.
    let led = window.after.starts_with("牵头") || window.clause.ends_with("牵头");
    if led || is_noun_of_charge(window.after) || CUES.charge_before.ends(window.clause).next().is_some() {
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
        emit(reader, &list, Role::Responsible, SUBJECT);
    } else {
        half_read(reader, window.clause);
    }
}

/// Whether 负责 begins a noun, 负责人 or 负责制; what is charged may begin alike: `县公安局负责人口管理`, `负责制修订标准`.
fn is_noun_of_charge(after: &str) -> bool {
    let object = || CUES.charge_object.begins(after) && !CUES.charge_object_not.begins(after);
    (CUES.charge_noun.begins(after) || after.starts_with('制')) && !object()
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

/// `各乡镇对本辖区防火工作负总责`, `县人社局、县民政局各负其责`: who answers for a whole, with or without what it is.
pub(super) fn answer<'a>(reader: &mut Reader<'a>, window: &Window<'a>, word: &str) {
    let Some(head) = who_answers(window, word) else { return };
    if let Some((list, rule)) = actors(&mut reader.known, head) {
        emit(reader, &list, Role::Responsible, rule);
    } else if is_adverbs(head)
        && let Some(list) = nearest_subject(window)
    {
        emit(reader, &list, Role::Responsible, SUBJECT);
    }
}

/// The words before those of answering that may be names; `None` where they are a noun.
fn who_answers<'a>(window: &Window<'a>, word: &str) -> Option<&'a str> {
    // `县住建局责任主体`, `责任主体单位`: whose it is, or a noun.
    let named = word.ends_with("主体");
    if window.after.starts_with('的') || named && CUES.lead_noun.begins(window.after) {
        return None;
    }
    if named {
        // `各镇人民政府是工程建设的|责任主体`, `县水利局作为|责任主体`
        let head = window.clause.split_once(['是', '为'])?.0.trim_end();
        return Some(head.strip_suffix('作').unwrap_or(head));
    }
    // `县民政局、县财政局按照|职责分工落实补贴`, `县水利局按职能|职责抓好落实`
    if word.starts_with("职责") {
        /// Bytes of `按照各自监管`, and what else tells whose they are.
        const LONGEST: usize = 18;
        let by = window.clause.rfind(['按', '依', '根']).filter(|by| window.clause.len() - by <= LONGEST)?;
        let head = window.clause[..by].trim_end();
        return Some(head.strip_suffix(['要', '应']).unwrap_or(head));
    }
    let head = window.clause.split_once(['对', '是']).map_or(window.clause, |(head, _)| head);
    Some(head.trim_end())
}

/// `发挥综合协调作用`
pub(super) fn coordinate<'a>(reader: &mut Reader<'a>, window: &Window<'a>) {
    let Some(at) = window.clause.rfind("发挥") else { return };
    let between = &window.clause[at + "发挥".len()..];
    if between.chars().count() > 12 || between.contains("牵头") || org::name_at_end(between).is_some() {
        return;
    }
    let list = subject(window.clause, true).or_else(|| carried(window));
    if let Some(list) = list.filter(|list| list.names.iter().all(|name| !between.contains(name))) {
        // `发挥协调作用，会同县教育局建立制度`: with others that are named it leads.
        let with = window.after.trim_start_matches(['，', ',']).strip_prefix("会同");
        let joins = with.is_some_and(|others| !partners(others).0.names.is_empty());
        let role = if joins { Role::Lead } else { Role::Responsible };
        emit(reader, &list, role, SUBJECT);
    }
}

/// 承办, 承担, 协办
pub(super) fn host<'a>(reader: &mut Reader<'a>, window: &Window<'a>, cue: Cue, word: &str) {
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
        emit(reader, &list, role, SUBJECT);
    }
}

/// Whether what is borne is work: not costs, losses or blame, nor a rank (`承担牵头任务`).
fn is_work(borne: &str) -> bool {
    let ranked = ["牵头", "配合", "主体", "相应", "主要", "全部"].iter().any(|rank| borne.starts_with(rank));
    !ranked
        && !borne.contains('的')
        && ["工作", "任务", "职责", "事项", "业务", "职能"].iter().any(|noun| borne.ends_with(noun))
}
