//! Fields: instructions are no words, results are (ISO/IEC 29500-1, 17.16).

/// The fields that are open, outermost first. They may span paragraphs.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<Field>);

#[derive(Debug, Default)]
struct Field {
    code: String,
    /// Behind the separator.
    result: bool,
    /// A table of contents.
    contents: bool,
}

/// Fields inside each other beyond this are taken for damage.
const DEEPEST: usize = 64;

impl Fields {
    /// Whether what stands here does not show.
    pub(super) fn hides(&self) -> bool {
        self.0.iter().any(|field| !field.result || field.contents)
    }

    /// A `fldChar` of this kind. Returns what a field without result shows, and whether a table of contents began.
    pub(super) fn mark(&mut self, kind: &str) -> (Option<String>, bool) {
        match kind {
            "begin" if self.0.len() < DEEPEST => self.0.push(Field::default()),
            "separate" => {
                if let Some(field) = self.0.last_mut() {
                    field.result = true;
                    field.contents = Self::is_contents(&field.code);
                    return (None, field.contents);
                }
            }
            "end" => {
                if let Some(field) = self.0.pop().filter(|field| !field.result) {
                    return (equation(&field.code), false);
                }
            }
            _ => {}
        }
        (None, false)
    }

    /// More of the innermost field's instruction.
    pub(super) fn instruct(&mut self, words: &str) {
        if let Some(field) = self.0.last_mut().filter(|field| !field.result && field.code.len() < 4096) {
            field.code.push_str(words);
        }
    }

    /// Whether an instruction makes a table of contents.
    pub(super) fn is_contents(code: &str) -> bool {
        code.split_whitespace().next().is_some_and(|name| name.eq_ignore_ascii_case("toc"))
    }
}

/// Characters in circles are written as equations: `eq \o\ac(○,1)`.
fn equation(code: &str) -> Option<String> {
    let code = code.trim();
    if !code.get(..2)?.eq_ignore_ascii_case("eq") {
        return None;
    }
    let overlaid = code.split_once("\\o")?.1;
    let inner = overlaid.split_once('(')?.1.rsplit_once(')')?.0;
    let last = inner.rsplit([',', '，', ';']).next()?.trim();
    let ring = inner.trim_start().starts_with(['○', '〇', '◯', '\u{F0A1}']);
    match last.parse::<u32>() {
        Ok(number @ 1..=20) if ring => char::from_u32('①' as u32 + number - 1).map(String::from),
        _ => Some(last.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_read() {
        assert_eq!(equation(" eq \\o\\ac(○,3) ").as_deref(), Some("③"));
        assert_eq!(equation("EQ \\o\\ac(□,密)").as_deref(), Some("密"));
        assert_eq!(equation("PAGE"), None);
    }
}
