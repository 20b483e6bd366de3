//! Duties in headings and in paragraphs that open with a department: who is named there answers for what follows.

use super::anchor::Cue;
use super::cue::CUES;
use super::known::Known;
use super::list::{List, list_at_start, sound, whole_list};
use super::narrative::emit;
use super::org;
use super::pieces::{pieces, trim_start};
use super::reader::Reader;
use crate::facts::Role;
use gongwen_lexicon::words;
use gongwen_text::Span;

/// A paragraph that opens with a department and tells it what to do (guide, 8).
pub(super) fn department(reader: &mut Reader<'_>, span: Span) {
    if let Some((list, act)) = department_list(span.of_text(reader.text)) {
        emit(reader, &list, role_told(act.trim_start_matches("负责")), "duty.department");
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
    if let Some((head, act)) = text.split_once('：').filter(|(head, _)| head.len() <= LONGEST_HEAD)
        && !head.is_empty()
        && names(head).all(|name| org::is_name(name) && !org::is_function(name))
    {
        let list = List { names: names(head).collect(), open: false, joined: false };
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
    if !(duty || verb || shared) {
        return;
    }
    let words = title.of_text(reader.text).trim().trim_end_matches(['：', ':', '。']);
    let named = verb || shared && !told.starts_with(words);
    if !(duty || named) || words.len() > 180 || !org::may_begin(words) {
        return;
    }
    // `牵头单位为县委政法委的任务（3项）`
    let is_lead = ["牵头单位为", "牵头部门为", "牵头单位是"].iter().find_map(|key| words.strip_prefix(key));
    if let Some(rest) = is_lead {
        let names = without_count(rest);
        let names =
            self::words("title_duty_noun").iter().find_map(|noun| names.strip_suffix(noun)).unwrap_or(names);
        if let Some(list) = whole_list(&mut reader.known, names.trim_end_matches('的'), true) {
            emit(reader, &list, Role::Lead, "duty.title");
        }
        return;
    }
    let duties: &[_] = if duty { &[("牵头", Role::Lead), ("负责", Role::Responsible)] } else { &[] };
    for &(duty, role) in duties {
        let Some(at) = words.find(duty) else { continue };
        let what = without_count(words[at + duty.len()..].trim_start_matches('的'));
        let names = words[..at].trim_start_matches('由');
        let list = whole_list(&mut reader.known, names, names.len() < at);
        if let Some(list) = list.filter(|_| what.is_empty() || self::words("title_duty_noun").contains(&what))
        {
            emit(reader, &list, role, "duty.title");
        }
        return;
    }
    if !named {
        return;
    }
    if let Some(list) = whole_list(&mut reader.known, words, false) {
        emit(reader, &list, role_told(told), "duty.title");
    }
}

/// A title that ends as a list of names may, without the count of its items.
pub(super) fn listed_words(title: &str) -> Option<&str> {
    // Most titles end in another character, which nothing takes off.
    let last = title.chars().next_back()?;
    if gongwen_text::chars::is_han(last) && !org::ends_list(last) {
        return None;
    }
    let words = without_count(title.trim().trim_end_matches(['：', ':', '。']));
    (words.len() <= 180 && org::ends_like_list(words)).then_some(words)
}

/// The units that a title names and nothing else; `None` for words, and for bodies of the plan itself (`领导小组`).
fn titled_units<'a>(known: &mut Known<'a>, title: &'a str) -> Option<List<'a>> {
    let words = listed_words(title)?;
    let own = ["小组", "专班", "指挥部", "办公室", "委员会", "工作组"];
    whole_list(known, words, false).filter(|list| !list.names.iter().any(|name| own.contains(name)))
}

/// Whether a title names units and nothing else.
pub(super) fn names_units(reader: &mut Reader<'_>, title: Span) -> bool {
    titled_units(&mut reader.known, title.of_text(reader.text)).is_some()
}

/// A title of a ledger by unit: they answer for what stands below, in the role that the first words there say.
pub(super) fn units(reader: &mut Reader<'_>, title: Span, told: Option<Span>) {
    if let Some(list) = titled_units(&mut reader.known, title.of_text(reader.text)) {
        let told = told.map_or("", |span| span.of_text(reader.text));
        emit(reader, &list, role_told(trim_start(told)), "duty.title");
    }
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
    if CUES.lead.begins(act) {
        Role::Lead
    } else if CUES.support.begins(act) {
        Role::Support
    } else {
        Role::Responsible
    }
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
}
