//! What an element looks like: block or inline, hidden, bold, by its name and its own style.
//!
//! Style sheets are not read: what they hide is named by class in the list `page_noise`.

use super::dom::Element;
use html5ever::local_name;

/// What an element is to the flow of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing of it shows: scripts, styles, forms' fields.
    Gone,
    /// Words inside a line.
    Inline,
    /// A paragraph or what holds paragraphs.
    Block,
    /// A heading of a level.
    Heading(u8),
    /// A line end.
    Break,
    /// A line across.
    Rule,
    /// A table.
    Table,
    /// A list with numbers.
    Ordered,
    /// An item of a list.
    Item,
    /// Text with its own line ends.
    Verbatim,
    /// A link.
    Link,
    /// Bold words.
    Bold,
    /// Words that were struck out.
    Deleted,
}

/// The kind of an element, by its name.
pub(super) fn kind(element: &Element) -> Kind {
    match *element.local() {
        local_name!("script")
        | local_name!("style")
        | local_name!("noscript")
        | local_name!("template")
        | local_name!("iframe")
        | local_name!("frameset")
        | local_name!("noframes")
        | local_name!("object")
        | local_name!("embed")
        | local_name!("svg")
        | local_name!("canvas")
        | local_name!("select")
        | local_name!("button")
        | local_name!("input")
        | local_name!("textarea")
        | local_name!("audio")
        | local_name!("video")
        | local_name!("head")
        | local_name!("title")
        | local_name!("rt")
        | local_name!("rp")
        | local_name!("colgroup")
        | local_name!("datalist") => Kind::Gone,
        local_name!("address")
        | local_name!("article")
        | local_name!("aside")
        | local_name!("blockquote")
        | local_name!("body")
        | local_name!("caption")
        | local_name!("center")
        | local_name!("dd")
        | local_name!("details")
        | local_name!("dir")
        | local_name!("div")
        | local_name!("dl")
        | local_name!("dt")
        | local_name!("fieldset")
        | local_name!("figcaption")
        | local_name!("figure")
        | local_name!("footer")
        | local_name!("form")
        | local_name!("header")
        | local_name!("html")
        | local_name!("legend")
        | local_name!("main")
        | local_name!("menu")
        | local_name!("nav")
        | local_name!("p")
        | local_name!("section")
        | local_name!("summary")
        | local_name!("tbody")
        | local_name!("td")
        | local_name!("tfoot")
        | local_name!("th")
        | local_name!("thead")
        | local_name!("tr")
        | local_name!("ul") => Kind::Block,
        local_name!("h1") => Kind::Heading(1),
        local_name!("h2") => Kind::Heading(2),
        local_name!("h3") => Kind::Heading(3),
        local_name!("h4") => Kind::Heading(4),
        local_name!("h5") => Kind::Heading(5),
        local_name!("h6") => Kind::Heading(6),
        local_name!("br") => Kind::Break,
        local_name!("hr") => Kind::Rule,
        local_name!("table") => Kind::Table,
        local_name!("ol") => Kind::Ordered,
        local_name!("li") => Kind::Item,
        local_name!("pre") | local_name!("listing") | local_name!("plaintext") | local_name!("xmp") => {
            Kind::Verbatim
        }
        local_name!("a") => Kind::Link,
        local_name!("b") | local_name!("strong") => Kind::Bold,
        local_name!("del") | local_name!("s") | local_name!("strike") => Kind::Deleted,
        _ if **element.local() == *"xml" => Kind::Gone,
        _ => Kind::Inline,
    }
}

/// What the `style` attribute of an element says, as far as it matters here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // each holds or not, whatever the others do
pub(super) struct Style {
    /// Not shown.
    pub(super) hidden: bool,
    /// Bold or expressly not.
    pub(super) bold: Option<bool>,
    /// A paragraph of its own whatever its name.
    pub(super) block: bool,
    /// Line ends of the source count.
    pub(super) verbatim: bool,
    /// The number that Word printed in front of an item.
    pub(super) number: bool,
}

/// Reads the `style` and other attributes.
pub(super) fn style(element: &Element) -> Style {
    let mut style = Style::default();
    for attribute in &element.attributes {
        let value = &*attribute.value;
        match attribute.name.local {
            local_name!("style") => read(value, &mut style),
            local_name!("hidden") => style.hidden = true,
            local_name!("aria-hidden") => style.hidden |= value.trim().eq_ignore_ascii_case("true"),
            _ => {}
        }
    }
    style
}

fn read(css: &str, style: &mut Style) {
    for rule in css.split(';') {
        let Some((name, value)) = rule.split_once(':') else { continue };
        let (name, value) = (name.trim(), value.trim());
        let value = value.split('!').next().map_or("", str::trim);
        let is = |word: &str| value.eq_ignore_ascii_case(word);
        match name.as_bytes().first().map(u8::to_ascii_lowercase) {
            Some(b'd') if name.eq_ignore_ascii_case("display") => {
                style.hidden |= is("none");
                style.block |= is("block");
            }
            Some(b'v') if name.eq_ignore_ascii_case("visibility") => style.hidden |= is("hidden"),
            Some(b'f') if name.eq_ignore_ascii_case("font-weight") => {
                let weight = value.parse::<u16>().ok();
                style.bold = Some(is("bold") || is("bolder") || weight.is_some_and(|w| w >= 600));
            }
            Some(b'w') if name.eq_ignore_ascii_case("white-space") => {
                style.verbatim |= is("pre") || is("pre-wrap") || is("pre-line");
            }
            Some(b'm') if name.eq_ignore_ascii_case("mso-hide") => style.hidden |= is("all"),
            Some(b'm') if name.eq_ignore_ascii_case("mso-list") => style.number |= is("Ignore"),
            _ => {}
        }
    }
}

/// Whether a word of the id or of a class is one of `words`: `page-footer`, `footer_2` and `Footer` have `footer`.
pub(super) fn has_word(element: &Element, words: &[&str]) -> bool {
    let named = [element.attribute("id"), element.attribute("class")];
    named.into_iter().flatten().any(|names| {
        names
            .split(|c: char| !c.is_ascii_alphabetic())
            .any(|name| words.iter().any(|word| name.eq_ignore_ascii_case(word)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expect: Style) {
        let mut style = Style::default();
        read(css, &mut style);
        assert_eq!(style, expect, "{css}");
    }

    #[test]
    fn styles_that_matter() {
        check("color:red; DISPLAY : none !important", Style { hidden: true, ..Style::default() });
        check("font-weight:700", Style { bold: Some(true), ..Style::default() });
        check("font-weight: normal;", Style { bold: Some(false), ..Style::default() });
        check("mso-list:Ignore", Style { number: true, ..Style::default() });
        check("background:url(a;b", Style::default());
    }
}
