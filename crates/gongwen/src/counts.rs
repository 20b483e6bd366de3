//! How much was found.

use gongwen_record::{Record, Severity};
use serde::{Deserialize, Serialize};
use std::ops::AddAssign;

/// Numbers for a closing line: of one record, or summed over many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Records.
    pub records: usize,
    /// Sections.
    pub sections: usize,
    /// Tasks.
    pub tasks: usize,
    /// Assignments as stated; inherited ones are not counted again.
    pub assignments: usize,
    /// Targets.
    pub targets: usize,
    /// Diagnostics of severity warning or error.
    pub warnings: usize,
}

impl Counts {
    /// The numbers of one record.
    pub fn of(record: &Record<'_>) -> Self {
        Self {
            records: 1,
            sections: record.sections.len(),
            tasks: record.tasks.len(),
            assignments: record.assignments.iter().filter(|one| !one.inherited).count(),
            targets: record.targets.len(),
            warnings: record.diagnostics.iter().filter(|found| found.severity >= Severity::Warning).count(),
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.records += other.records;
        self.sections += other.sections;
        self.tasks += other.tasks;
        self.assignments += other.assignments;
        self.targets += other.targets;
        self.warnings += other.warnings;
    }
}
