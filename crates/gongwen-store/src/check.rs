//! Whether a record keeps the contract where types cannot say it.

use gongwen_record::{Id, IdKind, Record, SCHEMA_VERSION};

/// Whether every store can take the record: its version is one that this program reads, identifiers number their lists, every
/// reference leads somewhere, days are days.
///
/// # Errors
/// What is wrong first, one line.
pub fn check(record: &Record<'_>) -> Result<(), String> {
    if major(&record.schema_version) != major(SCHEMA_VERSION) {
        return Err(format!(
            "its contract version is {}, this program reads {SCHEMA_VERSION}",
            record.schema_version
        ));
    }
    let id = &record.doc_id;
    if id.len() != 16 || !id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(format!("doc_id {id:?} is not 16 hex digits"));
    }
    let metadata = &record.metadata;
    for (name, day) in
        [("date_of_issue", &metadata.date_of_issue), ("printing_date", &metadata.printing_date)]
    {
        if let Some(day) = day
            && days(day).is_none()
        {
            return Err(format!("{name} {day:?} is no day"));
        }
    }
    let known = Known {
        sections: record.sections.len(),
        tasks: record.tasks.len(),
        assignments: record.assignments.len(),
        targets: record.targets.len(),
    };
    known.outline(record)?;
    for (i, one) in record.assignments.iter().enumerate() {
        numbered(one.id, IdKind::Assignment, i)?;
        known.scope(one.id, one.scope)?;
        known.names(one.id, one.inherited_from, IdKind::Assignment)?;
    }
    for (i, one) in record.targets.iter().enumerate() {
        numbered(one.id, IdKind::Target, i)?;
        known.scope(one.id, one.scope)?;
        known.names(one.id, one.part_of, IdKind::Target)?;
    }
    for (i, one) in record.qualitative.iter().enumerate() {
        numbered(one.id, IdKind::Qualitative, i)?;
        known.scope(one.id, one.scope)?;
    }
    for (i, one) in record.tables.iter().enumerate() {
        numbered(one.id, IdKind::Table, i)?;
        known.names(one.id, one.section, IdKind::Section)?;
    }
    Ok(())
}

/// Days since 1970-01-01 of `2022-05-05`; `None` when the text is no day of the calendar.
pub(crate) fn days(day: &str) -> Option<i32> {
    let bytes = day.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        bytes[range]
            .iter()
            .try_fold(0i32, |sum, b| b.is_ascii_digit().then(|| sum * 10 + i32::from(b - b'0')))
    };
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 => 28 + i32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if year < 1 || !(1..=length).contains(&day) {
        return None;
    }
    // Years that begin in March put the leap day at their end.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1 - 719_468)
}

pub(crate) fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

/// How long the lists are that identifiers name.
struct Known {
    sections: usize,
    tasks: usize,
    assignments: usize,
    targets: usize,
}

fn numbered(id: Id, kind: IdKind, index: usize) -> Result<(), String> {
    let expected = Id::at(kind, index);
    if id == expected { Ok(()) } else { Err(format!("{id} stands where {expected} belongs")) }
}

impl Known {
    fn outline(&self, record: &Record<'_>) -> Result<(), String> {
        for (i, section) in record.sections.iter().enumerate() {
            numbered(section.id, IdKind::Section, i)?;
            self.names(section.id, section.parent, IdKind::Section)?;
            if section.parent.is_some_and(|parent| parent.number >= section.id.number) {
                return Err(format!("{} stands before its parent", section.id));
            }
        }
        for (i, task) in record.tasks.iter().enumerate() {
            numbered(task.id, IdKind::Task, i)?;
            self.names(task.id, Some(task.section), IdKind::Section)?;
        }
        Ok(())
    }

    fn scope(&self, from: Id, scope: Option<Id>) -> Result<(), String> {
        let kind = scope.filter(|id| id.kind == IdKind::Task).map_or(IdKind::Section, |id| id.kind);
        self.names(from, scope, kind)
    }

    fn names(&self, from: Id, to: Option<Id>, kind: IdKind) -> Result<(), String> {
        let Some(to) = to else { return Ok(()) };
        let len = match kind {
            IdKind::Section => self.sections,
            IdKind::Task => self.tasks,
            IdKind::Assignment => self.assignments,
            IdKind::Target => self.targets,
            IdKind::Qualitative | IdKind::Table => 0,
        };
        if to.kind == kind && to.index() < len {
            return Ok(());
        }
        Err(format!("{from} names {to}, which the record does not have"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(day: &str, expect: Option<i32>) {
        assert_eq!(days(day), expect, "{day}");
    }

    #[test]
    fn days_are_counted_from_1970() {
        check("1970-01-01", Some(0));
        check("1969-12-31", Some(-1));
        check("2000-03-01", Some(11_017));
        check("2024-02-29", Some(19_782));
        check("2023-02-29", None);
        check("2022-05-05", Some(19_117));
        check("2022-13-05", None);
        check("2022-00-05", None);
        check("2022-5-5", None);
        check("二〇二二年五月", None);
    }
}
