//! Duties in sentences (guide, 4 and 7): a named organisation, or a class of them, is the grammatical actor of a duty
//! word, or the partner of one.
//!
//! The sentence is cut at the anchor. Before it must stand a list of names that opens its clause or follows 由; or the
//! clause opens with the duty itself and the sentence with its subject. Anything else gives nothing: a wrong duty is
//! worse than a missing one.
//!
//! [`window`] cuts the sentence; [`charge`] reads the words that charge somebody, [`partner`] those that join or assist;
//! [`mod@actors`] finds the names before the word, [`mod@subject`] those of the sentence, and [`unread`] notes what looks like names and
//! is none.

mod actors;
mod charge;
mod subject;
mod unread;
mod window;

use super::anchor::{Anchor, Cue};
use super::known::OrgId;
use super::list::List;
use super::reader::Reader;
use super::{called, partner, set_up, told};
use crate::facts::{Role, Statement};
pub(super) use actors::{actors, actors_widened, is_adverbs, widened, without_adverbs};
use gongwen_text::Span;
pub(super) use subject::{nearest_subject, subject};
pub(super) use unread::half_read;
pub(super) use window::{ENDS, Window, after_last};

/// The rule of names behind 由.
pub(super) const BY: &str = "duty.narrative.by";

/// The rule of names that are the subject of a clause or a sentence.
pub(super) const SUBJECT: &str = "duty.narrative.subject";

/// Reads the duty at an anchor; `reach` is what may be looked at.
pub(super) fn read(reader: &mut Reader<'_>, reach: Span, anchor: &Anchor, own: Option<OrgId>) {
    let word = &reader.text[anchor.at as usize..anchor.end as usize];
    if anchor.cue == Cue::Join
        && !partner::joins(word, &reader.text[(anchor.end as usize).min(reach.to())..reach.to()])
    {
        return;
    }
    let Some(window) = window::window(reader.text, reach, anchor) else { return };
    let no_duty = interprets(reader, &window)
        || is_part_of_word(anchor.cue, &window)
        || has_drafted(anchor.cue, &window)
        || told::is_told(window.sentence, window.clause, window.after);
    if no_duty {
        return;
    }
    match anchor.cue {
        Cue::Lead if set_up::read(reader, &window) => {}
        Cue::Lead => charge::lead(reader, &window, own),
        Cue::Charge => charge::charge(reader, &window),
        Cue::Answer => charge::answer(reader, &window, word),
        Cue::Coordinate => charge::coordinate(reader, &window),
        Cue::Host | Cue::CoHost => charge::host(reader, &window, anchor.cue, word),
        Cue::Joint if partner::together(reader, &window) => {}
        Cue::With | Cue::Joint => partner::with(reader, &window, anchor.cue),
        Cue::Assist => partner::assist(reader, &window, word, own),
        Cue::Join => partner::join(reader, &window, word),
        Cue::Back => partner::back(reader, &window),
        Cue::Called => called::named(reader, &window, word),
        Cue::Head => called::head(reader, &window),
        Cue::Key | Cue::Close | Cue::Open | Cue::Done => {}
    }
}

/// `由县文旅局会同县卫健局负责解释`: no duty of the plan's.
fn interprets(reader: &Reader<'_>, window: &Window<'_>) -> bool {
    window.after.starts_with("解释") || reader.interpreted && window.after.contains("负责解释")
}

/// Whether the anchor is no word of its own: `县工商业联合会` joins nobody, `县政协|办` hosts nothing.
fn is_part_of_word(cue: Cue, window: &Window<'_>) -> bool {
    match cue {
        Cue::Joint => window.after.starts_with(['会', '社']),
        Cue::CoHost => {
            window.clause.ends_with(['政', '科', '文', '作', '体']) || window.after.starts_with("公室")
        }
        _ => false,
    }
}

/// `由市卫健委牵头，会同市教育局起草了《健康方案》`: what was done is no duty.
fn has_drafted(cue: Cue, window: &Window<'_>) -> bool {
    cue == Cue::Lead && window.after.contains("了《")
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

/// Emits the unit whose item or cell the sentence is, by what stands behind the anchor.
pub(super) fn emit_own(
    reader: &mut Reader<'_>,
    window: &Window<'_>,
    own: OrgId,
    role: Role,
    rule: &'static str,
) {
    let at = Span::of(window.after, reader.text).from();
    reader.emit_own(own, role, Span::new(at, at), rule);
}
