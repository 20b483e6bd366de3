//! The twins of the corpus: the same plan in every format gives the facts of its text.
//!
//! `cargo test -p gongwen --test twins -- --nocapture` prints the table. The twins are made by `scripts/twins.py`.

#[allow(dead_code)] // each test uses its own part
mod common;

use gongwen::Converter;
use gongwen_eval::{Answers, DocumentScore, Part, score};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What a part's F1 against the facts of the text may not fall below.
const FLOOR: f64 = 0.98;

/// A format of twins: the ending of the files, and whether they hold the tables only.
const FORMATS: [(&str, bool); 7] = [
    ("gbk.txt", false),
    ("md", false),
    ("html", false),
    ("docx", false),
    ("saved.docx", false),
    ("pdf", false),
    ("xlsx", true),
];

/// Falls that are known: document, format, part, reason.
const EXCEPTIONS: [(&str, &str, Part, &str); 0] = [];

/// The facts of the tables, and nothing of the body: what a spreadsheet can have. The title of an annex is its section.
fn of_tables(answers: &Answers) -> Answers {
    let rows = answers.tasks.iter().filter(|task| task.origin == "table");
    let tasks: Vec<_> = rows.cloned().collect();
    let annex = |id: &str| {
        let at = answers.sections.iter().position(|section| section.id == id);
        at.is_some_and(|at| Some(at) >= first_annex(answers))
    };
    let scopes: BTreeSet<&str> = tasks.iter().map(|task| task.id.as_str()).collect();
    let inside = |scope: &str| scopes.contains(scope) || annex(scope);
    Answers {
        sections: Vec::new(),
        assignments: answers.assignments.iter().filter(|a| inside(&a.scope)).cloned().collect(),
        targets: answers.targets.iter().filter(|t| t.scope.as_deref().is_some_and(inside)).cloned().collect(),
        metadata: std::collections::BTreeMap::new(),
        tasks,
        text: answers.text.clone(),
    }
}

/// Where the section of the first row stands among the sections.
fn first_annex(answers: &Answers) -> Option<usize> {
    let row = answers.tasks.iter().find(|task| task.origin == "table")?;
    let id = row.section.as_deref()?;
    answers.sections.iter().position(|section| section.id == id)
}

/// The twin's facts against those of the text; `None` when there is no such twin or this build does not read it.
fn compare(name: &str, ending: &str, tables_only: bool, plain: &Answers) -> Option<DocumentScore> {
    let file = format!("{name}.{ending}");
    let bytes = std::fs::read(common::repository("fixtures/twins").join(&file)).ok()?;
    Converter::default().read(&bytes, &file).ok()?;
    let found = common::answers(&bytes, &file);
    Some(if tables_only {
        // Metadata and sections of a sheet are those of its title: other facts than the plan's.
        score(name, &of_tables(plain), &of_tables(&found), &[Part::Tasks, Part::Assignments, Part::Targets])
    } else {
        score(name, plain, &found, &Part::ALL)
    })
}

#[test]
fn every_format_gives_the_facts_of_the_text() {
    let mut table = format!("{:<24}{:<12}", "document", "twin");
    for part in Part::ALL {
        write!(table, "{:>13}", part.name()).expect("a string");
    }
    let mut falls = Vec::new();
    let mut read = BTreeSet::new();
    for (name, (file, text)) in common::documents("corpus") {
        let plain = common::answers(text.as_bytes(), &file);
        for (ending, tables_only) in FORMATS {
            let Some(scores) = compare(&name, ending, tables_only, &plain) else { continue };
            read.insert(ending);
            write!(table, "\n{name:<24}{ending:<12}").expect("a string");
            for part in Part::ALL {
                let Some(result) = scores.parts.get(&part) else {
                    write!(table, "{:>13}", "–").expect("a string");
                    continue;
                };
                write!(table, "{:>13.3}", scores.f1(part)).expect("a string");
                let known = EXCEPTIONS.iter().any(|(d, f, p, _)| (*d, *f, *p) == (&name, ending, part));
                if scores.f1(part) < FLOOR && !known {
                    let missed = result.missed.iter().take(4).map(|line| format!("\n  missed   {line}"));
                    let invented = result.invented.iter().take(4).map(|line| format!("\n  invented {line}"));
                    let lines: String = missed.chain(invented).collect();
                    falls.push(format!("{name}.{ending} {} {:.3}{lines}", part.name(), scores.f1(part)));
                }
            }
        }
    }
    #[allow(clippy::print_stdout)] // the table of twins is printed by this one command
    {
        println!("{table}");
    }
    assert!(falls.is_empty(), "{}\n\n{table}", falls.join("\n"));
    for ending in ["gbk.txt", "md", "docx", "saved.docx"] {
        assert!(read.contains(ending), "no twin in {ending} was read");
    }
}
