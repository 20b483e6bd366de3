//! What a fact holds of an organisation: its whole name, alias, functions, kind and level.

use crate::facts::{OrgKind, OrgName};
use crate::search::holds_blank;
use gongwen_lexicon::agency::{self, Kind, Name, Place};
use std::borrow::Cow;

/// The organisation printed as `surface`.
pub(in crate::duty) fn name<'a>(surface: &'a str, place: &Place) -> OrgName<'a> {
    if !holds_blank(surface) {
        return named(&Name::read(surface), place);
    }
    let surface: String = surface.chars().filter(|c| !c.is_whitespace()).collect();
    let org = named(&Name::read(&surface), place);
    OrgName {
        name: Cow::Owned(org.name.into_owned()),
        aliases: org.aliases.into_iter().map(|alias| Cow::Owned(alias.into_owned())).collect(),
        functions: org.functions,
        kind: org.kind,
        level: org.level,
        surface: Cow::Owned(surface),
    }
}

/// The organisation of a name without white space in it.
pub(in crate::duty) fn named<'a>(read: &Name<'a>, place: &Place) -> OrgName<'a> {
    let surface = read.text();
    let name = read.expand(place);
    let kind = match read.kind() {
        Some(Kind::Collective | Kind::Vague) => OrgKind::Collective,
        _ => OrgKind::Unit,
    };
    let aliases = if kind == OrgKind::Unit && read.alias().is_some() { alias(surface) } else { Vec::new() };
    let level = read.level(&name, place);
    // 某水经济开发区管委会: 水 is the county's.
    let functions = place.behind_short(surface).map_or_else(|| read.functions(), agency::functions);
    OrgName { surface: Cow::Borrowed(surface), name, aliases, functions, kind, level }
}

/// What a bracket in the name of one organisation holds.
fn alias(surface: &str) -> Vec<Cow<'_, str>> {
    let Some(open) = surface.find(['（', '(', '〈']) else { return Vec::new() };
    let inside = open + if surface[open..].starts_with('(') { 1 } else { '（'.len_utf8() };
    let Some(len) = surface[inside..].find(['）', ')', '〉']) else { return Vec::new() };
    vec![Cow::Borrowed(&surface[inside..inside + len])]
}
