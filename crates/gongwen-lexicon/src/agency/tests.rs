//! Names of the genre. The names of the corpus with their answers are in `tests/gold_names.rs`.

use super::*;

fn check(name: &str, expect: &str) {
    let found: Vec<_> = functions(name).codes().collect();
    assert_eq!(found.join(" "), expect, "functions of {name}");
}

#[test]
fn merged_bureaus() {
    check("县教体局", "education sports");
}
