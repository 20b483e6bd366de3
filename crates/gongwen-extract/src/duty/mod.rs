//! Who does what (guide, 4, 6, 7, 8).
//!
//! Owns the reading of statements of duty: brackets, labelled lines, cells, sentences. Does not own what an organisation
//! is (`gongwen_lexicon::agency`), where statements stand (`gongwen_outline`), nor what a time means ([`crate::due`]).
//!
//! One scan over the whole text finds anchors ([`anchor`]); a paragraph's anchors lead to brackets, keys and sentences
//! ([`bracket`]); the text of one statement is cut at its marks ([`pieces`]) and read piece by piece ([`statement`],
//! [`member`]), a sentence around its duty word ([`narrative`], [`partner`]). What a piece is, is found out once a document
//! ([`known`]).

mod anchor;
mod bracket;
mod called;
mod cue;
mod deed;
#[cfg(test)]
mod forms;
mod heading;
mod known;
mod list;
mod member;
mod narrative;
mod org;
mod partner;
mod pieces;
mod place;
mod reader;
mod set_up;
mod shape;
mod statement;
#[cfg(test)]
mod tests;
mod told;

pub(crate) use heading::{opens_with_department, rank_of, rank_of_group};
pub(crate) use known::OrgId;
pub(crate) use place::is_named_town;
pub(crate) use reader::{Header, RawAssignment, Reader};

/// Whether a paragraph announces that departments and what they do follow (guide, 8): `任务分工如下：`.
pub(crate) fn is_labour_lead_in(text: &str) -> bool {
    let text = text.trim_end_matches(['。', '：', ':', ' ']);
    // `部门职责分工表`
    let text = text.strip_suffix('表').unwrap_or(text);
    text.len() < 300 && cue::CUES.labour.ends(text).next().is_some()
}
