//! Persons where organisations should stand, and the units beside them: `县公安局副局长吴某`.

use super::{ends_body, is_name, is_seat};
use crate::duty::cue::CUES;

/// Whether the text is a person: `王某县长`, `分管副主任`. A unit's name ends in an office only by chance of its own
/// characters, so the lexicon is asked first where that matters.
pub(in crate::duty) fn is_person(text: &str) -> bool {
    let text = text.trim_end_matches('等');
    text.len() <= 36 && CUES.office.ends(text).next().is_some()
}

/// The unit of an office that stands where a unit should: `县卫健局` of `县卫健局局长`.
pub(in crate::duty) fn without_office(text: &str) -> Option<&str> {
    let stems = CUES.office.ends(text).filter_map(|office| text.strip_suffix(office));
    let mut units = stems.map(|stem| without_party(stem.trim_end_matches('副')));
    units.find(|unit| unit.len() >= 9 && !is_seat(unit) && is_name(unit) && !is_person(unit))
}

/// `县交通局党组书记`: the bureau, not its party group.
fn without_party(stem: &str) -> &str {
    let committee = || stem.strip_suffix("党委").filter(|unit| unit.ends_with(['局', '委']));
    stem.strip_suffix("党组").or_else(committee).unwrap_or(stem)
}

/// Who stands beside a person in a list of those who answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::duty) enum Beside<'t> {
    /// A unit: `县公安局副局长吴某`, `县住建局：孙某某`, `刘某（县水利局）`.
    Unit(&'t str),
    /// Nobody: `局长周某`.
    Nobody,
}

/// Reads a person with an office or a unit.
pub(in crate::duty) fn beside_person(text: &str) -> Option<Beside<'_>> {
    if let Some((unit, person)) = text.split_once(['：', ':']) {
        return (is_name(unit) && may_be_person(person.trim())).then_some(Beside::Unit(unit));
    }
    if let Some(inner) = text.strip_suffix(['）', ')'])
        && let Some((person, unit)) = inner.split_once(['（', '('])
    {
        return (may_be_person(person) && is_name(unit)).then_some(Beside::Unit(unit));
    }
    // Names have two characters or three.
    let mut cuts = text.char_indices().rev().skip(1).take(2).map(|(at, _)| text.split_at(at));
    cuts.find_map(|(office, person)| {
        if !may_be_person(person) {
            return None;
        }
        let alone = CUES.office.ends(office).any(|word| office.trim_start_matches('副') == word);
        without_office(office).map(Beside::Unit).or(alone.then_some(Beside::Nobody))
    })
}

/// Whether a text may be a person's name: two to four characters that name no body.
pub(in crate::duty) fn may_be_person(text: &str) -> bool {
    (2..=4).contains(&text.chars().count())
        && text.chars().all(gongwen_text::chars::is_han)
        && !text.ends_with(ends_body)
        && !is_name(text)
}
