//! The subject of a sentence, for a clause that opens with its duty: `县水利局要摸底排查，|负责整改`.

use super::actors::is_adverbs;
use super::window::{Window, after_last};
use crate::duty::cue::CUES;
use crate::duty::list::{List, list_at_start, sound};
use crate::duty::pieces::trim_start;
use crate::duty::{deed, org};

/// The subject of the sentence, for a clause that opens with the duty.
pub(super) fn carried<'a>(window: &Window<'a>) -> Option<List<'a>> {
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
pub(in crate::duty) fn nearest_subject<'a>(window: &Window<'a>) -> Option<List<'a>> {
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
pub(in crate::duty) fn subject(sentence: &str, alone: bool) -> Option<List<'_>> {
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
    Some(List::of(vec![&sentence[..end]], false))
}
