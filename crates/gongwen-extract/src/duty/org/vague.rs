//! Words for nobody in particular: `有关部门`, `各专班牵头单位`, `等运营企业`.

use super::{is_level, is_name};
use crate::duty::cue::CUES;
use gongwen_lexicon::agency;

/// Whether the text speaks of nobody in particular. `各有关部门` and `县直有关部门` are classes; `有关部门` is not.
pub(in crate::duty) fn is_vague(text: &str) -> bool {
    let mut bare = text;
    if text.starts_with(['其', '等']) {
        for word in ["其他", "其它", "等"] {
            bare = bare.trim_start_matches(word);
        }
    }
    CUES.vague_whole.holds(bare) || CUES.vague_tail.holds(bare) || is_told_elsewhere(text)
}

/// Whether the text points to units that another place names: `各专班牵头单位`, `产业链责任部门`. `县水利局牵头单位` names its own.
fn is_told_elsewhere(text: &str) -> bool {
    // Hardly any name ends so.
    if !text.ends_with(['位', '门']) {
        return false;
    }
    let Some(word) = CUES.told_elsewhere.ends(text).next() else { return false };
    let head = &text[..text.len() - word.len()];
    !head.is_empty() && (head.starts_with('各') || !head.starts_with(is_level) || !is_name(head))
}

/// Whether a sentence may not have the text as its actor.
pub(in crate::duty) fn is_vague_actor(text: &str) -> bool {
    is_vague(text)
        || CUES.pointing.begins(text)
        || CUES.vague_actor.holds(text)
        || CUES.vague_tail.ends(text).next().is_some()
        || agency::is_vague(text)
}

/// Whether what stands behind names sums them up as firms of a kind: `等企业`, `等运营企业`.
pub(in crate::duty) fn is_class_of_firms(tail: &str) -> bool {
    let tail = tail.trim_end();
    tail.starts_with('等') && ["企业", "运营商", "公司", "行业"].iter().any(|end| tail.ends_with(end))
}
