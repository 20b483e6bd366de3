//! Dot plots: a line a document where there are few, stacked dots where there are many.

use super::super::context::{Page, full, number};
use super::super::svg::{circle, cut, image, line, link, path, px, rect, said, text, title};
use super::super::write::Html;
use super::axis::Axis;
use super::described;
use crate::compare::rank;
use crate::comparison::{Indicator, Value};
use crate::report::names::name;
use gongwen_record::{Comparator, Modality};

/// Up to so many values each has a line of its own.
const LINES: usize = 14;
const WIDTH: f64 = 548.0;
const ROW: f64 = 24.0;
const NAMES: f64 = 118.0;
const VALUES: f64 = 150.0;
const FOOT: f64 = 22.0;
/// Room for an arrow at either end of the axis.
const ARROW: f64 = 18.0;

pub(super) fn plot(page: &Page<'_>, html: &mut Html, indicator: &Indicator) {
    let ends = indicator.values.iter().flat_map(|value| [low(value), high(value)]);
    let (least, most) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
    let axis = Axis::new(least, most);
    if indicator.values.len() <= LINES {
        lines(page, html, indicator, axis);
    } else {
        stacks(page, html, indicator, axis);
    }
}

fn low(value: &Value) -> f64 {
    value.value.to_string().parse().unwrap_or(0.0)
}

fn high(value: &Value) -> f64 {
    value.value_max.map_or_else(|| low(value), |max| max.to_string().parse().unwrap_or(0.0))
}

fn lines(page: &Page<'_>, html: &mut Html, indicator: &Indicator, axis: Axis) {
    let mut values: Vec<&Value> = indicator.values.iter().collect();
    values.sort_by_key(|value| std::cmp::Reverse(rank(value)));
    let height = ROW * values.len() as f64 + FOOT;
    let (left, right) = (NAMES + ARROW, WIDTH - VALUES - ARROW);
    let x = |value: f64| left + (right - left) * axis.share(value);
    let (zh, en) = described(page, indicator);
    image(html, (WIDTH, height), (&zh, &en), page.lang, |html| {
        for (value, words) in axis.ticks() {
            line(html, (x(value), 2.0), (x(value), height - FOOT), "grid");
            text(html, (x(value), height - 7.0), "tick", &words);
        }
        for (at, value) in values.iter().enumerate() {
            let y = ROW * at as f64 + ROW / 2.0;
            line(html, (left, y), (right, y), "rule");
            link(html, page.anchor(&value.place).as_deref(), |html| {
                title(html, &format!("{}\n{}", page.place(&value.place), value.quote));
                text(html, (NAMES - 4.0, y + 4.0), "name", &cut(page.name(&value.place.doc_id), NAMES - 6.0));
                mark(html, value, (x(low(value)), x(high(value))), y);
                label(html, value, (WIDTH - VALUES + 6.0, y + 4.0));
            });
        }
    });
}

/// The value in words, with deadline and firmness, in both languages.
fn label(html: &mut Html, value: &Value, at: (f64, f64)) {
    let by = value.deadline.map(|year| format!(" · {year}")).unwrap_or_default();
    let words = format!("{}{by}", number(value));
    if value.modality == Modality::Aim {
        said(html, at, "value", (&format!("{words} 力争"), &format!("{words} aim")));
    } else {
        text(html, at, "value", &words);
    }
}

/// A dot with what binds it: an arrow to the side on which values are allowed, hollow when the value itself is not.
fn mark(html: &mut Html, value: &Value, (x, max): (f64, f64), y: f64) {
    let arrow = |html: &mut Html, to: f64| {
        let end = x + to;
        let head = end - to.signum() * 5.0;
        path(
            html,
            &format!(
                "M{0} {2}H{1}M{3} {4}L{1} {2}L{3} {5}",
                px(x),
                px(end),
                px(y),
                px(head),
                px(y - 3.5),
                px(y + 3.5)
            ),
            "arrow",
        );
    };
    match value.comparator {
        Comparator::Ge | Comparator::Gt => arrow(html, ARROW),
        Comparator::Le | Comparator::Lt => arrow(html, -ARROW),
        Comparator::Range => rect(html, (x, y - 2.5), ((max - x).max(1.0), 5.0), "reach"),
        Comparator::Approx => circle(html, (x, y), 8.0, "ring"),
        Comparator::Eq => {}
    }
    let class = if matches!(value.comparator, Comparator::Gt | Comparator::Lt) { "dot open" } else { "dot" };
    circle(html, (x, y), 5.0, class);
    if value.comparator == Comparator::Range {
        circle(html, (max, y), 5.0, class);
    }
}

/// Many documents: dots that stand on each other where values are alike.
fn stacks(page: &Page<'_>, html: &mut Html, indicator: &Indicator, axis: Axis) {
    const BINS: usize = 64;
    const DOT: f64 = 6.0;
    let mut sorted: Vec<&Value> = indicator.values.iter().collect();
    sorted.sort_by_key(|value| value.value);
    let mut bins: Vec<Vec<&Value>> = vec![Vec::new(); BINS + 1];
    for value in &sorted {
        // A share lies between 0 and 1.
        #[expect(clippy::cast_sign_loss)]
        let bin = (axis.share(low(value)) * BINS as f64).round() as usize;
        bins[bin].push(value);
    }
    let tallest = bins.iter().map(Vec::len).max().unwrap_or(0);
    // A hundred alike must not make a chart of a thousand pixels.
    let step = (DOT + 1.0).min(180.0 / tallest.max(1) as f64);
    let room = (step * tallest as f64).max(30.0) + 10.0;
    let height = room + FOOT;
    let (left, right) = (20.0, WIDTH - 30.0);
    let (zh, en) = described(page, indicator);
    image(html, (WIDTH, height), (&zh, &en), page.lang, |html| {
        for (value, words) in axis.ticks() {
            let x = left + (right - left) * axis.share(value);
            line(html, (x, 2.0), (x, room), "grid");
            text(html, (x, height - 7.0), "tick", &words);
        }
        for (at, bin) in bins.iter().enumerate() {
            let x = left + (right - left) * at as f64 / BINS as f64;
            for (up, value) in bin.iter().enumerate() {
                let y = room - DOT / 2.0 - 1.0 - step * up as f64;
                link(html, page.anchor(&value.place).as_deref(), |html| {
                    title(html, &format!("{} {}", page.place(&value.place), number(value)));
                    let hollow = matches!(value.comparator, Comparator::Gt | Comparator::Lt);
                    circle(html, (x, y), DOT / 2.0, if hollow { "dot open" } else { "dot" });
                });
            }
        }
    });
    summary(page, html, &sorted);
}

fn summary(page: &Page<'_>, html: &mut Html, sorted: &[&Value]) {
    let (Some(least), Some(most)) = (sorted.first(), sorted.last()) else { return };
    let middle = sorted[sorted.len() / 2];
    html.element("p", &[("class", "unit")], |html| {
        for (at, (zh, en, value)) in
            [("最低", "lowest", least), ("中位", "median", &middle), ("最高", "highest", most)]
                .into_iter()
                .enumerate()
        {
            if at > 0 {
                html.text(" · ");
            }
            html.say(zh, en);
            html.text(" ");
            page.cite(html, &value.place, |html| full(html, value));
            html.text(" ");
            html.text(page.name(&value.place.doc_id));
        }
    });
}

/// What the marks mean.
pub(super) fn legend(page: &Page<'_>, html: &mut Html) {
    let entries = [
        (Comparator::Ge, "ge"),
        (Comparator::Gt, "gt"),
        (Comparator::Eq, "eq"),
        (Comparator::Approx, "approx"),
        (Comparator::Le, "le"),
        (Comparator::Lt, "lt"),
        (Comparator::Range, "range"),
    ];
    let used = |comparator| {
        let mut values = page.comparison.targets.iter().flat_map(|f| &f.indicators).flat_map(|i| &i.values);
        values.find(|value| value.comparator == comparator)
    };
    html.open("p", &[("class", "legend")]);
    for (comparator, code) in entries {
        let Some(sample) = used(comparator) else { continue };
        let (zh, en) = name("comparator", code);
        html.element("span", &[("class", "key")], |html| {
            html.element(
                "svg",
                &[("width", "48"), ("height", "18"), ("viewBox", "0 0 48 18"), ("aria-hidden", "true")],
                |html| {
                    mark(
                        html,
                        sample,
                        (if comparator == Comparator::Range { 12.0 } else { 24.0 }, 36.0),
                        9.0,
                    );
                },
            );
            html.say(zh, en);
        });
    }
    html.close("p");
}
