//! Metadata and their places.

use super::Ground;
use crate::{Division, DocumentNumber, Entry, Metadata, Period, Reference};
use gongwen_extract as extract;
use std::borrow::Cow;

pub(super) fn metadata<'a>(ground: &Ground<'a>, read: extract::Metadata<'a>) -> Metadata<'a> {
    Metadata {
        title: read.title,
        notice_title: read.notice_title,
        document_number: read.document_number.map(|number| DocumentNumber {
            raw: number.raw,
            agency_code: number.agency_code,
            year: number.year,
            serial: number.serial,
            span: ground.place(number.span),
        }),
        issuing_authorities: read.issuing_authorities,
        addressees: read.addressees,
        date_of_issue: read.date_of_issue.map(|date| Cow::Owned(date.to_string())),
        printing_date: read.printing_date.map(|date| Cow::Owned(date.to_string())),
        copy_to: read.copy_to,
        disclosure: read.disclosure.map(Into::into),
        period: read.period.map(|(start, end)| Period { start, end }),
        division: read.division.map(|division| Division {
            code: division.code.into(),
            name: division.name.into(),
            prefecture: division.prefecture.map(Cow::Borrowed),
            province: division.province.into(),
            level: division.level.into(),
        }),
        references: read
            .references
            .into_iter()
            .map(|cited| Reference {
                title: cited.title,
                document_number: cited.document_number,
                span: ground.place(cited.span),
            })
            .collect(),
        contacts: read
            .contacts
            .into_iter()
            .map(|contact| Entry {
                field: contact.field,
                value: contact.value,
                span: Some(ground.place(contact.span)),
            })
            .collect(),
        website: ground
            .manuscript
            .website
            .iter()
            .map(|(field, value)| Entry { field: field.into(), value: value.into(), span: None })
            .collect(),
    }
}
