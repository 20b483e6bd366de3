//! Writing HTML so that no word of a document can become markup: tags and names of attributes are the program's own
//! (`&'static str`), everything else is escaped on its way.

use std::fmt::Write;

/// A page in the making.
#[derive(Debug, Default)]
pub(super) struct Html {
    out: String,
}

/// Names and values of attributes.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Html {
    /// Markup of the program itself.
    pub(super) fn raw(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    /// A start tag.
    pub(super) fn open(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(&mut self.out, value);
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// An end tag.
    pub(super) fn close(&mut self, tag: &'static str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    /// Words.
    pub(super) fn text(&mut self, words: &str) {
        escape(&mut self.out, words);
    }

    /// An element with words in it.
    pub(super) fn leaf(&mut self, tag: &'static str, attributes: Attributes<'_>, words: &str) {
        self.open(tag, attributes);
        self.text(words);
        self.close(tag);
    }

    /// An element.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        attributes: Attributes<'_>,
        fill: impl FnOnce(&mut Self),
    ) {
        self.open(tag, attributes);
        fill(self);
        self.close(tag);
    }

    /// The page's own words in both languages, of which one shows.
    pub(super) fn say(&mut self, zh: &str, en: &str) {
        if zh == en {
            return self.text(zh);
        }
        self.leaf("span", &[("lang", "zh")], zh);
        self.leaf("span", &[("lang", "en")], en);
    }

    /// An element with the page's own words.
    pub(super) fn said(&mut self, tag: &'static str, attributes: Attributes<'_>, zh: &str, en: &str) {
        self.element(tag, attributes, |html| html.say(zh, en));
    }

    /// Length in bytes so far.
    pub(super) fn len(&self) -> usize {
        self.out.len()
    }

    /// The page.
    pub(super) fn finish(self) -> String {
        self.out
    }
}

/// Appends words so that they are words in text and in quoted attributes alike. Control characters become U+FFFD; marks
/// that turn the direction of writing are shown by name, so that what is read is what stands there.
fn escape(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                let _ = write!(out, "[U+{:04X}]", c as u32);
            }
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expect: &str) {
        let mut html = Html::default();
        html.leaf("p", &[("title", words)], words);
        assert_eq!(html.finish(), format!("<p title=\"{expect}\">{expect}</p>"));
    }

    #[test]
    fn words_never_become_markup() {
        check("平罗县", "平罗县");
        check("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
        check("\" onload='x' &amp;", "&quot; onload=&#39;x&#39; &amp;amp;");
        check("a\u{202e}b\u{200f}", "a[U+202E]b[U+200F]");
        check("a\u{0}\u{1b}b", "a\u{fffd}\u{fffd}b");
    }
}
