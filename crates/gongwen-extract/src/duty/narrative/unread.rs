//! Names before a word of duty that are told and not read: a diagnostic says so.

use super::actors::without_adverbs;
use crate::duty::cue::CUES;
use crate::duty::known::{Known, Look};
use crate::duty::list::{MOST_NAMES, functions_at_start};
use crate::duty::pieces::level_list;
use crate::duty::reader::Reader;
use crate::duty::{org, place};

/// Bytes of the longest name.
const LONGEST_NAME: usize = 48;

/// Notes a list before a duty word that begins with a department and holds a name nobody knows: its duty is not read.
pub(in crate::duty) fn half_read<'a>(reader: &mut Reader<'a>, clause: &'a str) {
    if let Some(words) = unread(&mut reader.known, clause) {
        reader.unread(words);
    }
}

/// The words of a clause that name who is charged and that nobody can read.
fn unread<'a>(known: &mut Known<'a>, clause: &'a str) -> Option<&'a str> {
    let told = without_adverbs(clause).0;
    let list = told.trim_start_matches('由');
    if place::is_kind_class(list) {
        return Some(told);
    }
    if !clause.contains(['、', '由']) && !clause.starts_with('各') {
        return None;
    }
    if lists_functions(clause) {
        return Some(told);
    }
    match list.split_once('、') {
        Some((first, rest)) => strange_member(known, list, first, rest),
        None => {
            (is_class_by_trade(list) || list.len() < told.len() && is_strange_actor(list)).then_some(list)
        }
    }
}

/// `由县教育、公安、交通部门按职责分工负责`: functions that no name can be made of.
fn lists_functions(clause: &str) -> bool {
    let functions = clause.trim_start_matches('由');
    let functions = functions[level_list(functions)..].trim_start_matches(org::is_level);
    !functions_at_start(functions).0.names.is_empty()
}

/// `各行业主管部门负责本行业监管`: a class that is told by its trade; 部门 went with the adverbs.
fn is_class_by_trade(name: &str) -> bool {
    name.starts_with('各') && name.ends_with("主管") && name.len() <= LONGEST_NAME
}

/// `由移动某分公司负责`: behind 由 stands who it is.
fn is_strange_actor(name: &str) -> bool {
    name.len() <= LONGEST_NAME && org::ends_like_body(name) && !org::is_vague_actor(name)
}

/// The first member that nobody knows of a list that begins with a department and holds nothing longer than names.
fn strange_member<'a>(
    known: &mut Known<'a>,
    list: &'a str,
    first: &'a str,
    rest: &'a str,
) -> Option<&'a str> {
    let mut is_actor = |piece: &'a str| known.look(piece).look.is(Look::ACTOR);
    let short = |piece: &str| piece.len() <= LONGEST_NAME;
    // `县融媒体平台、县财政局配合`: whose it is, it says, though nobody knows its words.
    let opens = is_actor(first)
        || first.starts_with(org::is_level)
            && short(first)
            && first.len() >= 9
            && !CUES.verbs.within(first)
            && rest.split('、').take(MOST_NAMES).any(&mut is_actor);
    if !opens || !rest.split('、').all(short) {
        return None;
    }
    let mut strange =
        |piece: &&'a str| !is_actor(piece) && !org::is_vague_actor(piece) && !place::is_town(piece);
    let piece = list.split('、').take(MOST_NAMES).find(|piece| strange(piece));
    piece.filter(|piece| !piece.is_empty())
}
