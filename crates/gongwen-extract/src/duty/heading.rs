//! Duties in headings and in paragraphs that open with a department: who is named there answers for what follows.

use super::anchor::Cue;
use super::cue::CUES;
use super::known::Known;
use super::list::{Around, List, clause_of, list_at_start, partners, sound, whole_list};
use super::narrative::emit;
use super::pieces::{pieces, trim_start};
use super::reader::Reader;
use super::{deed, org};
use crate::facts::Role;
use gongwen_lexicon::words;
use gongwen_text::Span;

/// Bytes of the longest list of bodies in a title.
const LONGEST_LIST: usize = 600;
/// What bodies of the plan itself are called.
const OWN: [&str; 6] = ["小组", "专班", "指挥部", "办公室", "委员会", "工作组"];

/// A paragraph that opens with a department and tells it what to do (guide, 8).
pub(super) fn department(reader: &mut Reader<'_>, span: Span, above: Option<Role>) {
    if let Some((list, act)) = department_list(span.of_text(reader.text)) {
        emit_told(reader, &list, act.trim_start_matches("负责"), above, "duty.department");
    }
}

/// Whether a paragraph opens with a department and tells it what to do.
pub(crate) fn opens_with_department(text: &str) -> bool {
    department_list(text).is_some()
}

/// The departments that open a paragraph, and what they are told.
fn department_list(text: &str) -> Option<(List<'_>, &str)> {
    const LONGEST_HEAD: usize = 150;
    let text = text.trim_start();
    // Before a colon nothing but names: 武警某某中队 is known as a whole only.
    // `各乡镇（街道、场、办）` is one of them.
    let names = |head| pieces(head).map(|piece| piece.text);
    // `社会事业局：负责…`
    let charged = |act: &str| ["负责", "牵头", "配合"].iter().any(|duty| act.starts_with(duty));
    if let Some((head, act)) = text.split_once('：').filter(|(head, _)| head.len() <= LONGEST_HEAD)
        && !head.is_empty()
        && names(head).all(|name| {
            org::is_name(name) && !org::is_function(name)
                || charged(act.trim_start()) && org::is_bare_body(name)
        })
    {
        let list = List::of(names(head).collect(), false);
        return sound(&list).then_some((list, act.trim_start()));
    }
    let (list, rest) = list_at_start(text);
    let rest = rest.trim_start();
    let act = rest.trim_start_matches(['：', ':', '要', '应']).trim_start();
    let told = rest.starts_with(['：', ':']) || CUES.verbs.begins(rest);
    (told && sound(&list)).then_some((list, act))
}

/// A section's title that names who answers for it.
pub(super) fn title(reader: &mut Reader<'_>, title: Span, told: Option<Span>, shared_out: bool) {
    let told = told.map_or("", |span| trim_start(span.of_text(reader.text)));
    let verb = role_told(told) != Role::Responsible
        || ["负责", "统筹", "承担", "履行"].iter().any(|verb| told.starts_with(verb));
    let duty = reader.anchors.any(title, &[Cue::Lead, Cue::Charge, Cue::With]);
    let shared = shared_out && !told.is_empty();
    let words = title.of_text(reader.text).trim().trim_end_matches(['：', ':', '。']);
    if !(duty || verb || shared || words.ends_with("职责")) {
        return;
    }
    let named = verb || shared && !told.starts_with(words);
    // `各镇（街道）职责`: whose they are is all that it says.
    if let Some(list) = own_duties(&mut reader.known, words) {
        emit_told(reader, &list, told, None, "duty.title");
        return;
    }
    if !(duty || named) || words.len() > LONGEST_LIST || !org::may_begin(words) {
        return;
    }
    // `牵头单位为县委政法委的任务（3项）`
    let is_lead = ["牵头单位为", "牵头部门为", "牵头单位是"].iter().find_map(|key| words.strip_prefix(key));
    if let Some(rest) = is_lead {
        let names = without_count(rest);
        let names =
            self::words("title_duty_noun").iter().find_map(|noun| names.strip_suffix(noun)).unwrap_or(names);
        if let Some(list) = whole_list(&mut reader.known, names.trim_end_matches('的'), Around::By) {
            emit(reader, &list, Role::Lead, "duty.title");
        }
        return;
    }
    let duties: &[_] = if duty { &[("牵头", Role::Lead), ("负责", Role::Responsible)] } else { &[] };
    for &(duty, role) in duties {
        let Some(at) = words.find(duty) else { continue };
        let what = without_count(words[at + duty.len()..].trim_start_matches('的'));
        let names = words[..at].trim_start_matches('由');
        let list = whole_list(&mut reader.known, names, Around::duty(names.len() < at));
        if let Some(list) = list.filter(|_| what.is_empty() || self::words("title_duty_noun").contains(&what))
        {
            emit(reader, &list, role, "duty.title");
        }
        return;
    }
    if !named {
        return;
    }
    let names = words.strip_suffix('等').unwrap_or(words);
    if let Some(mut list) =
        whole_list(&mut reader.known, names, if verb { Around::Duty } else { Around::Other })
    {
        list.open |= names.len() < words.len();
        emit_told(reader, &list, told, None, "duty.title");
    }
}

/// The bodies of a title that says nothing but whose duties stand below: `县教育局职责`, `各镇（街道）工作职责`.
fn own_duties<'a>(known: &mut Known<'a>, title: &'a str) -> Option<List<'a>> {
    let words = title.strip_suffix("职责")?;
    let kinds = ["工作", "主要", "具体", "岗位", "的"];
    let words = kinds.iter().find_map(|kind| words.strip_suffix(kind)).unwrap_or(words);
    let words = words.trim_end_matches('的');
    // `成员单位职责`, `领导小组职责`: those of others, told one by one below, and what leads them all.
    let other = ["单位", "部门"].iter().chain(&OWN).any(|end| words.ends_with(end));
    (words.len() <= LONGEST_LIST && !other).then(|| whole_list(known, words, Around::Other)).flatten()
}

/// A title that ends as a list of names may, without the count of its items.
pub(super) fn listed_words(title: &str) -> Option<&str> {
    // Most titles end in another character, which nothing takes off.
    let last = title.chars().next_back()?;
    if gongwen_text::chars::is_han(last) && !org::ends_list(last) && last != '等' {
        return None;
    }
    let words = without_count(title.trim().trim_end_matches(['：', ':', '。']));
    let words = words.strip_suffix('等').unwrap_or(words);
    (words.len() <= LONGEST_LIST && org::ends_like_list(words)).then_some(words)
}

/// The units that a title names and nothing else; `None` for words, and for bodies of the plan itself (`领导小组`).
fn titled_units<'a>(known: &mut Known<'a>, title: &'a str) -> Option<List<'a>> {
    let words = listed_words(title)?;
    let open = title[Span::of(words, title).to()..].starts_with('等');
    let list = whole_list(known, words, Around::Other)
        .filter(|list| !list.names.iter().any(|name| OWN.contains(name)))?;
    Some(List { open: open || list.open, ..list })
}

/// Whether a title names units and nothing else.
pub(super) fn names_units(reader: &mut Reader<'_>, title: Span) -> bool {
    titled_units(&mut reader.known, title.of_text(reader.text)).is_some()
}

/// A title of a ledger by unit: they answer for what stands below, in the role that the words there say, else the title above.
pub(super) fn units(reader: &mut Reader<'_>, title: Span, told: Option<Span>, above: Option<Role>) {
    if let Some(list) = titled_units(&mut reader.known, title.of_text(reader.text)) {
        let told = told.map_or("", |span| span.of_text(reader.text));
        emit_told(reader, &list, trim_start(told), above, "duty.title");
    }
}

/// The rank that a title gives the units below it: `一、牵头单位职责`, `二、配合部门`.
pub(crate) fn rank_of_group(title: &str) -> Option<Role> {
    const LONGEST: usize = 60;
    if title.len() > LONGEST {
        return None;
    }
    let words = without_count(title.trim().trim_end_matches(['：', ':', '。']));
    let ranks = [(&CUES.lead, Role::Lead), (&CUES.support, Role::Support)];
    ranks.into_iter().find_map(|(cue, role)| {
        let rest = &words[cue.longest_start(words)?..];
        let rest = rest.strip_prefix("责任").unwrap_or(rest);
        let rest = rest.strip_prefix("单位").or_else(|| rest.strip_prefix("部门"))?;
        let rest = rest.trim_start_matches(['的', '及', '其', '和']);
        (rest.is_empty() || self::words("group_duty_noun").contains(&rest)).then_some(role)
    })
}

/// The rank that a title below a unit of a ledger gives it for what stands there: `（一）牵头任务`, `（二）配合事项（3项）`.
pub(crate) fn rank_of(title: &str) -> Option<Role> {
    const LONGEST: usize = 60;
    if title.len() > LONGEST {
        return None;
    }
    let words = without_count(title.trim().trim_end_matches(['：', ':', '。']));
    let ranks = [(&CUES.lead, Role::Lead), (&CUES.support, Role::Support)];
    ranks.into_iter().find_map(|(cue, role)| {
        let rest = words[cue.longest_start(words)?..].trim_start_matches("负责").trim_start_matches('的');
        let noun = rest.is_empty() || self::words("title_duty_noun").contains(&rest);
        noun.then_some(role)
    })
}

/// What the words say that tell somebody what to do.
fn role_told(act: &str) -> Role {
    if CUES.lead.begins(act) || joins_others(act) {
        Role::Lead
    } else if CUES.support.begins(act) {
        Role::Support
    } else {
        Role::Responsible
    }
}

/// `会同县民政局开展…`: with whomever, who does it leads.
fn joins_others(act: &str) -> bool {
    act.starts_with("会同") || act.strip_prefix("联合").is_some_and(org::begins_with_name)
}

/// Gives names what the words say that tell them what to do: the role of the first words, `above` where those rank nobody, and of each
/// clause behind ； or 。 that begins with a word of duty (`负责…；牵头…。配合…`). Behind a comma it may help others (`负责警戒，参与调查`).
fn emit_told<'a>(
    reader: &mut Reader<'a>,
    list: &List<'a>,
    told: &str,
    above: Option<Role>,
    rule: &'static str,
) {
    const MOST_CLAUSES: usize = 40;
    let first = match (role_told(told), above) {
        (Role::Responsible, Some(above)) => above,
        (role, _) => role,
    };
    emit(reader, list, first, rule);
    let mut given = vec![first];
    for (number, sentence) in told.split(['；', ';', '。', '\n']).take(MOST_CLAUSES).enumerate() {
        let sentence = trim_start(sentence);
        let role = if number == 0 { None } else { clause_role(sentence) };
        // What another body is told begins.
        if number > 0 && role.is_none() && !list_at_start(sentence).0.names.is_empty() {
            break;
        }
        let helps = !given.contains(&Role::Support) && role != Some(Role::Support) && helps_too(sentence);
        for role in role.into_iter().chain(helps.then_some(Role::Support)) {
            if !given.contains(&role) && (above.is_none() || role != Role::Responsible) {
                given.push(role);
                emit(reader, list, role, rule);
            }
        }
    }
}

/// Whether behind a comma a body that is told what to do helps others: `负责现场警戒，参与事件调查`. With whom it helps is a body, or
/// an act follows; who helps firms or people does its own work (`协助企业招工`).
fn helps_too(sentence: &str) -> bool {
    const MOST: usize = 12;
    let clauses = sentence.split(['，', ',']).skip(1).take(MOST);
    let mut clauses =
        clauses.map(|clause| trim_start(clause).trim_start_matches("同时").trim_start_matches(['并', '且']));
    // Behind another's name clauses speak of that one.
    let helps = |clause: &&str| clause_role(clause) == Some(Role::Support);
    let found = clauses.find(|clause| helps(clause) || !list_at_start(clause).0.names.is_empty());
    let Some(clause) = found.filter(helps) else { return false };
    let act = clause.trim_start_matches("负责");
    let rest = ["配合", "协助", "协同", "参与"].iter().find_map(|word| act.strip_prefix(word));
    act.starts_with("参与")
        || rest.is_some_and(|rest| {
            CUES.assist_act.begins(rest) || deed::is_done(rest) || !partners(rest).0.names.is_empty()
        })
}

/// The role of whom a clause speaks of that begins with a word of duty.
fn clause_role(clause: &str) -> Option<Role> {
    const SUPPORTS: [&str; 6] = ["配合", "协助", "协同", "协办", "会办", "参与"];
    const CHARGES: [&str; 3] = ["负责", "承担", "统筹"];
    let act = clause.trim_start_matches("负责");
    let behind = |words: &[&str]| {
        let rest = words.iter().find_map(|word| act.strip_prefix(word))?;
        (!CUES.lead_noun.begins(rest)).then_some(rest)
    };
    if behind(&["牵头"]).is_some() || joins_others(act) {
        return Some(Role::Lead);
    }
    let supports = behind(&SUPPORTS).filter(|rest| !CUES.assist_noun.begins(rest));
    if let Some(rest) = supports.filter(|rest| !CUES.concert_noun.begins(rest)) {
        let own = act.starts_with("参与") && CUES.contest.ends(clause_of(rest)).next().is_some();
        return (!own).then_some(Role::Support);
    }
    let charged = CHARGES.iter().find_map(|word| clause.strip_prefix(word))?;
    let object = CUES.charge_object.begins(charged) && !CUES.charge_object_not.begins(charged);
    (object || !CUES.charge_noun.begins(charged)).then_some(Role::Responsible)
}

/// A heading without the count of its items: `牵头工作（8项）`.
fn without_count(words: &str) -> &str {
    let Some(inner) = words.strip_suffix(['）', ')']) else { return words };
    let Some(open) = inner.rfind(['（', '(']) else { return words };
    let count = inner[open..].trim_start_matches(['（', '(', '共', '计']);
    let number = count.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    if number.len() < count.len() && matches!(number, "项" | "件" | "条" | "个") {
        words[..open].trim_end()
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_that_rank_what_stands_below() {
        let check = |title: &str, role: Option<Role>| assert_eq!(rank_of(title), role, "{title}");
        check("牵头任务", Some(Role::Lead));
        check("牵头负责的工作（8项）", Some(Role::Lead));
        check("配合任务：", Some(Role::Support));
        check("协助事项", Some(Role::Support));
        check("牵头单位", None);
        check("配合县水利局做好巡查", None);
        check("重点任务", None);
        check("负责任务", None);
    }

    #[test]
    fn titles_that_rank_the_units_below() {
        let check = |title: &str, role: Option<Role>| assert_eq!(rank_of_group(title), role, "{title}");
        check("牵头单位职责", Some(Role::Lead));
        check("牵头部门的主要职责：", Some(Role::Lead));
        check("配合单位（8个）", Some(Role::Support));
        check("参与部门及其职责", Some(Role::Support));
        check("成员单位职责", None);
        check("责任单位职责", None);
        check("牵头任务", None);
        check("配合单位要加强协作", None);
    }

    #[test]
    fn clauses_that_begin_with_a_word_of_duty() {
        let check = |clause: &str, role: Option<Role>| assert_eq!(clause_role(clause), role, "{clause}");
        check("牵头实施科普工程", Some(Role::Lead));
        check("负责牵头实施科普工程", Some(Role::Lead));
        check("会同县民政局开展宣传", Some(Role::Lead));
        check("配合县科协举办大赛", Some(Role::Support));
        check("参与督查", Some(Role::Support));
        check("负责科技活动周的组织实施", Some(Role::Responsible));
        check("负责人口监测", Some(Role::Responsible));
        check("负责人要亲自抓", None);
        check("牵头单位要加强协调", None);
        check("配合部门要主动对接", None);
        check("参与评选", None);
        check("协助县科协开展评选", Some(Role::Support));
        check("协同发展", None);
        check("开展宣传", None);
    }
}
