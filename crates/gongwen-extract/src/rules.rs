//! The rule engine: patterns as data, with the examples that prove them.
//!
//! A rule file (`rules/<family>.toml`) lists entries
//!
//! ```toml
//! [[rule]]
//! id = "duty.bracket.lead"
//! doc = "A bracket whose list ends in 牵头 names the lead."
//! basis = "guide 7"
//! pattern = '(?P<list>.+?)$lead_verb$'       # optional: some rules are cue lists read by code
//! examples = [ { text = "（县教育局牵头）", yields = ["lead 县教育局"] } ]
//! counterexamples = [ { text = "（牵头人：张某）", why = "a person is no organisation" } ]
//! ```
//!
//! `$name` in a pattern stands for the alternatives of the cue list `name` (longest first); a lone `$` keeps
//! its meaning. Patterns are compiled at first use. Captures are text; what they mean is code.

use regex::Regex;
use serde::Deserialize;
use std::sync::OnceLock;

/// A rule of a family.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Public id, `family.form`.
    pub id: String,
    /// What it reads, one sentence.
    pub doc: String,
    /// Where it comes from: a guide section, a clause of GB/T 9704, a paper.
    pub basis: String,
    /// The pattern with `$fragments`; empty for a rule that code reads from cue lists.
    #[serde(default)]
    pub pattern: String,
    /// Texts with what they yield, at least two.
    pub examples: Vec<Example>,
    /// Texts that must not yield anything by this rule, at least one.
    pub counterexamples: Vec<Counterexample>,
    #[serde(skip)]
    regex: OnceLock<Regex>,
    #[serde(skip)]
    anchored: OnceLock<Regex>,
}

/// A text and what the rule reads in it, in the family's own short notation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// A short text of the genre.
    pub text: String,
    /// What comes out, one string a fact.
    pub yields: Vec<String>,
}

/// A text in which the rule must find nothing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counterexample {
    /// A short text of the genre.
    pub text: String,
    /// Why not.
    pub why: String,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    rule: Vec<Rule>,
}

impl Rule {
    /// The compiled pattern.
    ///
    /// # Panics
    /// When the pattern is no regular expression: a mistake in the rule file, found by its tests.
    pub fn regex(&self) -> &Regex {
        self.regex.get_or_init(|| self.compile(&expand(&self.pattern)))
    }

    /// The compiled pattern that matches only where a text begins: for code that knows its anchors. What a search for
    /// the pattern needs takes longer to build than reading a small document does.
    ///
    /// # Panics
    /// As [`Rule::regex`].
    pub fn anchored(&self) -> &Regex {
        self.anchored.get_or_init(|| self.compile(&format!("^(?:{})", expand(&self.pattern))))
    }

    fn compile(&self, pattern: &str) -> Regex {
        Regex::new(pattern).unwrap_or_else(|e| panic!("pattern of rule `{}`: {e}", self.id))
    }
}

/// The rules of one file, in file order.
#[derive(Debug)]
pub struct Family {
    rules: Vec<Rule>,
}

impl Family {
    /// Reads a rule file.
    ///
    /// # Panics
    /// When the file is not well formed: a mistake in the rule file, found by its tests.
    pub fn parse(name: &str, text: &str) -> Self {
        let file: File =
            toml::from_str(text).unwrap_or_else(|e| panic!("rules/{name}.toml is well formed: {e}"));
        Self { rules: file.rule }
    }

    /// The rule with this id.
    ///
    /// # Panics
    /// When there is none: ids in code and in the file go together.
    pub fn rule(&self, id: &str) -> &Rule {
        self.rules.iter().find(|r| r.id == id).unwrap_or_else(|| panic!("no rule `{id}`"))
    }

    /// All rules, in file order.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Checks every example and counterexample through the family's own reading.
    ///
    /// `read(rule id, text)` returns what the *whole family* reads in `text`, as `(rule id, fact)` pairs in the short
    /// notation of the examples. An example holds when the facts are exactly those it yields and its own rule
    /// took part; a counterexample holds when its rule took no part.
    ///
    /// # Errors
    /// One line for each example that does not hold, and for each rule with fewer than two examples or no
    /// counterexample.
    pub fn check(&self, read: impl Fn(&str, &str) -> Vec<(String, String)>) -> Result<(), String> {
        let mut wrong = Vec::new();
        for rule in &self.rules {
            if rule.examples.len() < 2 || rule.counterexamples.is_empty() {
                wrong.push(format!("{}: needs two examples and one counterexample", rule.id));
            }
            for example in &rule.examples {
                let got = read(&rule.id, &example.text);
                let facts: Vec<&str> = got.iter().map(|(_, fact)| fact.as_str()).collect();
                if facts != example.yields || !got.iter().any(|(id, _)| *id == rule.id) {
                    wrong.push(format!(
                        "{}: {} yields {got:?}, not {:?}",
                        rule.id, example.text, example.yields
                    ));
                }
            }
            for counter in &rule.counterexamples {
                let got = read(&rule.id, &counter.text);
                if got.iter().any(|(id, _)| *id == rule.id) {
                    wrong.push(format!(
                        "{}: {} yields {got:?}, though {}",
                        rule.id, counter.text, counter.why
                    ));
                }
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
    }
}

/// The text of every rule file, in a fixed order: what the hash of the rules in force is taken over.
pub fn sources() -> impl Iterator<Item = &'static str> {
    [
        include_str!("../rules/due.toml"),
        include_str!("../rules/duty.toml"),
        include_str!("../rules/metadata.toml"),
        include_str!("../rules/target.toml"),
    ]
    .into_iter()
}

/// Puts the alternatives of cue lists in place of `$name`.
fn expand(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() * 4);
    let mut rest = pattern;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let len = tail.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
        if len == 0 {
            out.push('$');
        } else {
            let mut words = gongwen_lexicon::words(&tail[..len]).to_vec();
            words.sort_by_key(|w| std::cmp::Reverse(w.len()));
            let words: Vec<String> = words.into_iter().map(regex::escape).collect();
            out.push_str("(?:");
            out.push_str(&words.join("|"));
            out.push(')');
        }
        rest = &tail[len..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAMILY: &str = r#"
        [[rule]]
        id = "test.number"
        doc = "A number before 个."
        basis = "this test"
        pattern = '(?P<n>[0-9]+)个$'
        examples = [ { text = "3个", yields = ["3"] }, { text = "共12个", yields = ["12"] } ]
        counterexamples = [ { text = "3家", why = "another unit" } ]
    "#;

    #[test]
    fn examples_hold_or_are_named() {
        let family = Family::parse("test", FAMILY);
        let read = |_: &str, text: &str| {
            let rule = family.rule("test.number");
            rule.regex().captures(text).map(|c| (rule.id.clone(), c["n"].to_owned())).into_iter().collect()
        };
        assert_eq!(family.check(read), Ok(()));
        let blind = family.check(|_, _| Vec::new()).unwrap_err();
        assert!(blind.contains("test.number: 3个"), "{blind}");
    }
}
