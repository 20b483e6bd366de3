//! Rules, further forms and hostile input.

use super::reader::Reader;
use crate::facts::Role;
use crate::rules::Family;
use gongwen_lexicon::agency::Place;
use gongwen_outline::ColumnRole;
use gongwen_text::Span;

fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Support => "support",
        Role::Responsible => "responsible",
    }
}

fn column(header: &str) -> Option<ColumnRole> {
    Some(match header {
        "牵头单位" => ColumnRole::Lead,
        "责任单位" => ColumnRole::Responsible,
        "配合单位" => ColumnRole::Support,
        "责任领导" => ColumnRole::Person,
        _ => return None,
    })
}

/// Facts of a text with their rules; what stands before `|` is a column or a row's own unit.
fn read(rule: &str, text: &str) -> Vec<(String, String)> {
    let place = Place::default();
    let mut reader = Reader::new(text, &place, None);
    let whole = Span::new(0, text.len());
    match text.split_once('|') {
        Some((header, cell)) => {
            let span = Span::of(cell, text);
            match column(header) {
                Some(role) => reader.cell(span, role),
                None => {
                    let own = super::org::name(header, &place);
                    reader.prose(span, Some(&own));
                }
            }
        }
        None if rule == "duty.department" => {
            reader.subject(whole);
        }
        None if rule == "duty.line" => {
            reader.field(whole);
        }
        None => reader.prose(whole, None),
    }
    let duties = reader.finish();
    let fact = |raw: super::RawAssignment<'_>| {
        let open = if raw.open_ended { " 等" } else { "" };
        (raw.rule.to_owned(), format!("{} {}{open}", role(raw.role), raw.org.surface))
    };
    duties.assignments.into_iter().map(fact).collect()
}

#[test]
fn rules_hold() {
    let family = Family::parse("duty", include_str!("../../rules/duty.toml"));
    if let Err(wrong) = family.check(read) {
        panic!("{wrong}");
    }
}
