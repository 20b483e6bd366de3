//! The few shapes that charts are drawn with. A chart is one image for a screen reader; the table beside it says the same.

use super::write::Html;

/// A number as an attribute: tenths of a pixel are enough.
pub(super) fn px(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    if tenths.fract() == 0.0 { format!("{tenths:.0}") } else { format!("{tenths:.1}") }
}

/// An image of this size, described in both languages.
pub(super) fn image(
    html: &mut Html,
    size: (f64, f64),
    (zh, en): (&str, &str),
    lang: super::Lang,
    fill: impl FnOnce(&mut Html),
) {
    let view = format!("0 0 {} {}", px(size.0), px(size.1));
    let label = if lang == super::Lang::Zh { zh } else { en };
    let attributes = [
        ("class", "chart"),
        ("viewBox", view.as_str()),
        ("width", &px(size.0)),
        ("height", &px(size.1)),
        ("role", "img"),
        ("aria-label", label),
        ("data-zh", zh),
        ("data-en", en),
    ];
    html.element("svg", &attributes, fill);
}

/// Words of a document or a number.
pub(super) fn text(html: &mut Html, at: (f64, f64), class: &str, words: &str) {
    html.leaf("text", &[("x", &px(at.0)), ("y", &px(at.1)), ("class", class)], words);
}

/// The page's own words in both languages.
pub(super) fn said(html: &mut Html, at: (f64, f64), class: &str, (zh, en): (&str, &str)) {
    if zh == en {
        return text(html, at, class, zh);
    }
    for (lang, words) in [("zh", zh), ("en", en)] {
        html.leaf("text", &[("x", &px(at.0)), ("y", &px(at.1)), ("class", class), ("lang", lang)], words);
    }
}

pub(super) fn line(html: &mut Html, from: (f64, f64), to: (f64, f64), class: &str) {
    let (x1, y1, x2, y2) = (px(from.0), px(from.1), px(to.0), px(to.1));
    html.leaf("line", &[("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2), ("class", class)], "");
}

pub(super) fn rect(html: &mut Html, at: (f64, f64), size: (f64, f64), class: &str) {
    let (x, y, width, height) = (px(at.0), px(at.1), px(size.0), px(size.1));
    html.leaf("rect", &[("x", &x), ("y", &y), ("width", &width), ("height", &height), ("class", class)], "");
}

pub(super) fn circle(html: &mut Html, at: (f64, f64), radius: f64, class: &str) {
    html.leaf("circle", &[("cx", &px(at.0)), ("cy", &px(at.1)), ("r", &px(radius)), ("class", class)], "");
}

pub(super) fn path(html: &mut Html, shape: &str, class: &str) {
    html.leaf("path", &[("d", shape), ("class", class)], "");
}

/// What a pointer shows over the shape in which it stands.
pub(super) fn title(html: &mut Html, words: &str) {
    html.leaf("title", &[], words);
}

/// A link for a pointer. Keyboards and screen readers have the table beside the chart.
pub(super) fn link(html: &mut Html, anchor: Option<&str>, fill: impl FnOnce(&mut Html)) {
    match anchor {
        Some(anchor) => html.element("a", &[("href", &format!("#{anchor}")), ("tabindex", "-1")], fill),
        None => html.element("g", &[], fill),
    }
}

/// Words cut to fit about `width` pixels at 12 px: Chinese counts 12.5, everything else 7.
pub(super) fn cut(words: &str, width: f64) -> String {
    let advance = |c: char| if c.is_ascii() { 7.0 } else { 12.5 };
    if words.chars().map(advance).sum::<f64>() <= width {
        return words.to_owned();
    }
    let mut room = width - 12.5;
    let mut out = String::new();
    for c in words.chars() {
        room -= advance(c);
        if room < 0.0 {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}
