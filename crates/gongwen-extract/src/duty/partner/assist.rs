//! Who assists in a sentence: 配合, 协助, 参与.
//!
//! Asked in this order: who is called so, who does it mainly, the names before the word, the unit in whose cell it stands,
//! functions behind whoever leads, the subject of the sentence, the unit whose item it is.

use super::ASSIST;
use crate::duty::called;
use crate::duty::cue::CUES;
use crate::duty::known::OrgId;
use crate::duty::list::{Around, clause_of, functions_at_start, list_at_start, partners, whole_list};
use crate::duty::narrative::{
    BY, Window, actors, after_last, emit, emit_own, half_read, is_adverbs, nearest_subject, widened,
    without_adverbs,
};
use crate::duty::org;
use crate::duty::reader::Reader;
use crate::facts::Role;

/// What stands before 配合 as a duty of its own.
const BACKED: [&str; 6] = ["给予支持", "予以支持", "提供支持", "给予支持和", "予以支持和", "提供支持和"];

/// A word of assisting with what stands round it.
struct Help<'w, 'a> {
    /// The sentence around the word.
    window: &'w Window<'a>,
    /// The word: 配合, 协助, 参与.
    word: &'w str,
}

/// 配合, 协助, 参与: who assists is the actor, or the row's own unit. `word` is the one that stands there.
pub(in crate::duty) fn assist<'a>(
    reader: &mut Reader<'a>,
    window: &Window<'a>,
    word: &str,
    own: Option<OrgId>,
) {
    if window.after.starts_with(['单', '部']) {
        called::read(reader, window, Role::Support);
        return;
    }
    let help = Help { window, word };
    let clause = behind_duty(window.clause);
    let main = main_actor(window);
    if let Some(main) = main {
        mainly(reader, main);
        if unread_beside_main(reader, window, clause) {
            return;
        }
    }
    // `县财政局予以支持|配合` was read at the word before.
    if help.is_noun() || BACKED.iter().any(|word| clause.ends_with(word)) {
        return;
    }
    let whole = main.is_none() && clause.len() == window.clause.len();
    let clause = if whole { widened(&mut reader.known, window) } else { clause };
    if !(actors_help(reader, clause)
        || unit_of_cell_helps(reader, &help, own)
        || functions_behind_lead(reader, window)
        || is_half_read(reader, &help))
    {
        subject_helps(reader, &help, own);
    }
}

/// `由甲镇政府负责、县水利局|配合`: the mark that parts names may part the duties too.
fn behind_duty(clause: &str) -> &str {
    const DUTIES: [&str; 10] =
        ["负责", "牵头", "实施", "牵头组织", "落实", "推进", "统筹", "主导", "配合", "协助"];
    let duty = |&(at, _): &(usize, &str)| DUTIES.iter().any(|duty| clause[..at].ends_with(duty));
    let parted = clause.rmatch_indices('、').find(duty);
    &clause[parted.map_or(0, |(at, mark)| at + mark.len())..]
}

/// `以甲局为主，|乙、丙等部门配合`: the clause before, which tells who does it mainly.
fn main_actor<'a>(window: &Window<'a>) -> Option<&'a str> {
    let before = window.sentence[..window.sentence.len() - window.clause.len()].trim_end();
    let before = before.strip_suffix(['，', ',']).filter(|before| before.ends_with("为主"))?;
    Some(after_last(before, |c| matches!(c, '，' | ',' | '：' | ':')))
}

/// Whether those beside the main actor are functions or nobody knows them, so that no further clause can tell who they are.
fn unread_beside_main<'a>(reader: &mut Reader<'a>, window: &Window<'a>, clause: &'a str) -> bool {
    if actors(&mut reader.known, clause).is_some() || is_adverbs(without_adverbs(clause).0) {
        return false;
    }
    if !functions_behind_lead(reader, window) {
        reader.unread(clause);
    }
    true
}

/// `县水利局、县财政局|配合`
fn actors_help<'a>(reader: &mut Reader<'a>, clause: &'a str) -> bool {
    let list = actors(&mut reader.known, clause);
    if let Some((list, _)) = &list {
        emit(reader, list, Role::Support, ASSIST);
    }
    list.is_some()
}

/// `协助做好火场警戒`, `参与火情会商` in a unit's cell: whomever it helps, it is that unit; `协助企业申报` is its own work.
fn unit_of_cell_helps<'a>(reader: &mut Reader<'a>, help: &Help<'_, 'a>, own: Option<OrgId>) -> bool {
    let Some(own) = own.filter(|_| help.opens_cell() && !help.names_partners()) else { return false };
    emit_own(reader, help.window, own, Role::Support, ASSIST);
    true
}

/// Whether the sentence tells neither who helps nor whom; functions that no name can be made of are noted:
/// `教育、公安等部门要按照职责分工，密切配合`.
fn is_half_read<'a>(reader: &mut Reader<'a>, help: &Help<'_, 'a>) -> bool {
    let window = help.window;
    let alone = is_adverbs(window.clause);
    if alone && (help.acts() || help.names_partners()) {
        return false;
    }
    let first = clause_of(window.sentence);
    let unread = (window.clause.is_empty() || alone) && !functions_at_start(first).0.names.is_empty();
    half_read(reader, if unread { first } else { window.clause });
    true
}

/// `县公安局：负责治安；|配合做好保障`: what a unit is told, it does.
fn subject_helps<'a>(reader: &mut Reader<'a>, help: &Help<'_, 'a>, own: Option<OrgId>) {
    let window = help.window;
    if let Some(list) = nearest_subject(window) {
        emit(reader, &list, Role::Support, ASSIST);
        return;
    }
    let opens = window.sentence.len() == window.clause.len() || CUES.clause.begins(window.sentence);
    if let Some(own) = own.filter(|_| help.names_partners() || help.does() && opens) {
        emit_own(reader, window, own, Role::Support, ASSIST);
    }
}

impl Help<'_, '_> {
    /// `参与度`, `参与技能大赛`: no word of assisting.
    fn is_noun(&self) -> bool {
        CUES.assist_noun.begins(self.window.after)
            || self.word == "参与" && CUES.contest.ends(clause_of(self.window.after)).next().is_some()
    }

    /// Whether the word says what is done or whom it helps. In a clause of its own it must: `各镇要高度重视，积极配合` does not.
    fn acts(&self) -> bool {
        self.does() || self.helps_others()
    }

    /// `配合做好保障`
    fn does(&self) -> bool {
        self.word != "参与" && CUES.assist_act.begins(self.window.after)
    }

    /// Who leads or answers in the sentence may help others than bodies: `县工信局负责帮扶，协助企业招工`.
    fn helps_others(&self) -> bool {
        let ranked =
            || ["负责", "牵头", "会同", "联合"].iter().any(|duty| self.window.sentence.contains(duty));
        self.word == "协助" && !self.window.after.is_empty() && !ranked()
    }

    /// Whether bodies stand behind the word. Behind 参与 stands what, not whom.
    fn names_partners(&self) -> bool {
        let after = self.window.after;
        self.word != "参与"
            && (!partners(after).0.names.is_empty() || after.starts_with('各') && names_class(after))
    }

    /// Whether it stands first in a cell and tells what is done.
    fn opens_cell(&self) -> bool {
        is_adverbs(self.window.sentence)
            && (self.word == "参与" || CUES.assist_act.begins(self.window.after))
            && !self.window.after.is_empty()
    }
}

/// `协助各街道改造`: a class of bodies is helped, no firms.
fn names_class(after: &str) -> bool {
    let (list, _) = list_at_start(after);
    list.names.first().is_some_and(|name| name.starts_with('各') && !name.ends_with("企业"))
}

/// `由县应急局牵头，公安、市场监管等部门|参加`: bare functions help whoever leads in their sentence, as they do behind 会同.
pub(super) fn functions_behind_lead<'a>(reader: &mut Reader<'a>, window: &Window<'a>) -> bool {
    let before = &window.sentence[..window.sentence.len() - window.clause.len()];
    if !["牵头", "负责", "为主"].iter().any(|word| before.contains(word)) {
        return false;
    }
    let (list, rest) = functions_at_start(window.clause);
    if list.names.is_empty() {
        return false;
    }
    // `等部门和各镇`
    let tail = rest.trim_start_matches('等');
    let behind = CUES.etc_tail.iter().find_map(|word| tail.strip_prefix(*word));
    let joined = ["以及", "和", "及", "、"].iter().find_map(|joint| behind?.strip_prefix(joint));
    let others = joined.and_then(|others| actors(&mut reader.known, others));
    let whole = others.is_some() || is_adverbs(rest);
    if whole {
        emit(reader, &list, Role::Support, ASSIST);
    }
    if let Some((others, _)) = others {
        emit(reader, &others, Role::Support, ASSIST);
    }
    whole
}

/// `以甲局为主`, `甲局为主` beside who assists: it leads.
pub(in crate::duty) fn mainly<'a>(reader: &mut Reader<'a>, clause: &'a str) {
    let Some(names) = clause.trim().strip_suffix("为主") else { return };
    let names = names.rfind('以').map_or(names, |at| &names[at + '以'.len_utf8()..]);
    if let Some(list) = whole_list(&mut reader.known, names, Around::Duty) {
        emit(reader, &list, Role::Lead, BY);
    } else if org::ends_like_name(names) {
        reader.unread(names);
    }
}
