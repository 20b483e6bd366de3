//! Assignments: same role, same surface, same scope; inherited ones are left out.

use crate::answers::{Answers, Assignment};
use crate::counts::Share;
use crate::fold::fold;
use crate::score::PartScore;
use crate::tasks::multiset;

/// Beside the hits: how many have the right full name, and the right functions.
pub(crate) fn score(gold: &Answers, found: &Answers) -> PartScore {
    let (want, have) = (stated(gold), stated(found));
    let keys =
        |list: &[(&Assignment, String)]| -> Vec<String> { list.iter().map(|(_, key)| key.clone()).collect() };
    let (mut part, pairs) = multiset(&keys(&want), &keys(&have));
    let (mut names, mut functions) = (Share::default(), Share::default());
    for (left, right) in pairs {
        let (left, right) = (want[left].0, have[right].0);
        let named = fold(&left.name) == fold(&right.name);
        names.add(named);
        let same = sorted(&left.functions) == sorted(&right.functions);
        functions.add(same);
        if !named {
            part.remarks.push(format!("name: {} is {}, not {}", left.surface, left.name, right.name));
        }
        if !same {
            part.remarks.push(format!(
                "functions: {} has {:?}, not {:?}",
                left.surface, left.functions, right.functions
            ));
        }
    }
    part.beside.insert("name", names);
    part.beside.insert("functions", functions);
    part
}

/// Assignments that stand in the text, with what tells one from another.
fn stated(answers: &Answers) -> Vec<(&Assignment, String)> {
    let key =
        |of: &Assignment| format!("{} {} @ {}", of.role, fold(&of.surface), answers.scope_name(&of.scope));
    answers.assignments.iter().filter(|of| !of.inherited).map(|of| (of, key(of))).collect()
}

fn sorted(codes: &[String]) -> Vec<&str> {
    let mut codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}
