//! Reading cue files.
//!
//! They hold lists of strings and comments and nothing else of TOML, and every run of the program reads all of them before
//! its first line: words are slices of the file that is part of the program, found in one pass, so that they also
//! stand side by side in memory.

use std::ops::Range;

/// Lists that were read.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The words of all lists, one list behind the other.
    pub(super) words: Vec<&'static str>,
    /// Each list: its name, and where in `words` its words stand.
    pub(super) named: Vec<(&'static str, Range<usize>)>,
}

impl Lists {
    /// Adds the lists of a file: `name = ["word", …]`, over several lines, with comments.
    ///
    /// # Errors
    /// What stands there instead, and on which line.
    pub(super) fn read(&mut self, text: &'static str) -> Result<(), String> {
        let mut file = Cursor { text, at: 0 };
        while !file.is_at_end() {
            let name = file.name();
            if name.is_empty() || !file.takes(b'=') || !file.takes(b'[') {
                return Err(file.expected("`name = [`"));
            }
            let first = self.words.len();
            while !file.takes(b']') {
                self.words.push(file.word()?);
                if !file.takes(b',') {
                    if file.takes(b']') {
                        break;
                    }
                    return Err(file.expected("`,` or `]`"));
                }
            }
            self.named.push((name, first..self.words.len()));
        }
        Ok(())
    }
}

/// A place in a cue file.
struct Cursor {
    text: &'static str,
    at: usize,
}

impl Cursor {
    /// Steps over white space and comments.
    fn skip(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                b'#' => {
                    let rest = &bytes[self.at..];
                    self.at += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                }
                _ => return,
            }
        }
    }

    fn is_at_end(&mut self) -> bool {
        self.skip();
        self.at == self.text.len()
    }

    /// Steps over a mark, if it comes next.
    fn takes(&mut self, mark: u8) -> bool {
        self.skip();
        let found = self.text.as_bytes().get(self.at) == Some(&mark);
        self.at += usize::from(found);
        found
    }

    fn name(&mut self) -> &'static str {
        let rest = &self.text[self.at..];
        let len = rest.bytes().take_while(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')).count();
        self.at += len;
        &rest[..len]
    }

    fn word(&mut self) -> Result<&'static str, String> {
        if !self.takes(b'"') {
            return Err(self.expected("a word in quotation marks"));
        }
        let rest = &self.text[self.at..];
        let (mut end, mut escaped) = (0, false);
        loop {
            match memchr::memchr3(b'"', b'\\', b'\n', &rest.as_bytes()[end..]).map(|len| end + len) {
                Some(at) if rest.as_bytes()[at] == b'"' => {
                    self.at += at + 1;
                    let word = &rest[..at];
                    return Ok(if escaped { unescaped(word) } else { word });
                }
                Some(at) if matches!(rest.as_bytes()[at..], [b'\\', b'"' | b'\\', ..]) => {
                    (end, escaped) = (at + 2, true);
                }
                _ => return Err(self.expected("a word without escapes but `\\\"` and `\\\\`")),
            }
        }
    }

    fn expected(&self, what: &str) -> String {
        let line = memchr::memchr_iter(b'\n', &self.text.as_bytes()[..self.at]).count() + 1;
        format!("line {line}: expected {what}")
    }
}

/// A word with its escapes resolved: lives as long as the program, as all words do.
fn unescaped(word: &str) -> &'static str {
    let mut plain = String::with_capacity(word.len());
    let mut chars = word.chars();
    while let Some(c) = chars.next() {
        plain.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    plain.leak()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    type Table = BTreeMap<String, Vec<String>>;

    fn read(text: &'static str) -> Result<Table, String> {
        let mut lists = Lists::default();
        lists.read(text)?;
        let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        Ok(lists.named.into_iter().map(|(name, at)| (name.to_owned(), owned(&lists.words[at]))).collect())
    }

    #[test]
    fn files_read_as_toml_reads_them() {
        for (file, text) in super::super::FILES {
            assert_eq!(read(text).unwrap(), toml::from_str::<Table>(text).unwrap(), "{file}");
        }
        for text in [
            "",
            "# nothing\n",
            "a = []\n\nb_2=[ \"甲\" ] # end",
            "a = [ # first\n  \"甲\", # 甲\n  \"乙\",\n]\nb = [\"\\\"\", \"\\\\\", \"#\", \",]\"]",
        ] {
            assert_eq!(read(text).unwrap(), toml::from_str::<Table>(text).unwrap(), "{text}");
        }
    }

    #[test]
    fn what_is_no_list_is_named_with_its_line() {
        let wrong = |text| read(text).unwrap_err();
        assert_eq!(wrong("a = \"甲\""), "line 1: expected `name = [`");
        assert_eq!(wrong("a = [\n\"甲\" \"乙\"]"), "line 2: expected `,` or `]`");
        assert_eq!(wrong("a = [甲]"), "line 1: expected a word in quotation marks");
        assert_eq!(wrong("a = [\"甲\\n\"]"), "line 1: expected a word without escapes but `\\\"` and `\\\\`");
        assert_eq!(wrong("a = [\"甲"), "line 1: expected a word without escapes but `\\\"` and `\\\\`");
        assert_eq!(wrong("a = ["), "line 1: expected a word in quotation marks");
    }
}
