//! Targets: a dot plot an indicator, with what may not be compared shown apart.

mod axis;
mod dots;

use super::context::{Page, full, number};
use super::write::Html;
use crate::Difference;
use crate::comparison::{Family, Indicator};
use crate::report::names::{code, name};
use std::collections::BTreeSet;

/// Dot plots that are drawn; the table has the rest.
const CHARTS: usize = 60;

pub(super) fn targets(page: &Page<'_>, html: &mut Html) {
    html.element("section", &[("id", "targets"), ("aria-labelledby", "targets-h")], |html| {
        html.said("h2", &[("id", "targets-h")], "指标比较", "Targets");
        html.said(
            "p",
            &[("class", "note")],
            "只有单位、口径、对象和频次都一致的数值才放在同一坐标轴上；其余分列，并注明原因。没有提出指标的县不出现，缺失不等于零。",
            "Values share an axis only where unit, measure, group and frequency agree; others stand apart with the reason. A county without a value does not appear: missing is not zero.",
        );
        let families = &page.comparison.targets;
        let (shared, single): (Vec<&Family>, Vec<&Family>) = families.iter().partition(|family| breadth(family) > 1);
        if shared.is_empty() {
            html.said("p", &[("class", "empty")], "没有两份以上文件共有的指标。", "No indicator stands in two or more documents.");
        } else {
            dots::legend(page, html);
            html.element("div", &[("class", "cards")], |html| {
                for family in shared.iter().take(CHARTS) {
                    card(page, html, family);
                }
            });
            if shared.len() > CHARTS {
                let (shown, all) = (CHARTS, shared.len());
                html.said(
                    "p",
                    &[("class", "note")],
                    &format!("共 {all} 组指标，此处绘出前 {shown} 组，其余见下表。"),
                    &format!("{shown} of {all} families are drawn; the table has the rest."),
                );
            }
            table(page, html, &shared, ("共有指标全表", "All shared indicators"), "targets-all");
        }
        if !single.is_empty() {
            table(page, html, &single, ("只有一份文件提出的指标", "Indicators of one document only"), "targets-single");
        }
    });
}

/// Number of documents that set a family.
pub(super) fn breadth(family: &Family) -> usize {
    let docs = family.indicators.iter().flat_map(|one| &one.values).map(|value| value.place.doc_id.as_str());
    docs.collect::<BTreeSet<_>>().len()
}

fn card(page: &Page<'_>, html: &mut Html, family: &Family) {
    html.element("article", &[("class", "card f"), ("id", &family.id)], |html| {
        html.leaf("h3", &[], &family.label);
        for indicator in &family.indicators {
            html.element("div", &[("class", "plot"), ("id", &indicator.id.replace('.', "-"))], |html| {
                html.element("p", &[("class", "unit")], |html| kind(html, indicator, family));
                dots::plot(page, html, indicator);
            });
        }
        if family.indicators.len() > 1 {
            html.element("p", &[("class", "apart")], |html| apart(html, family));
        }
    });
}

/// Unit, measure, frequency and group in a line.
fn kind(html: &mut Html, indicator: &Indicator, family: &Family) {
    if indicator.label != family.label {
        html.text(&indicator.label);
        html.text(" · ");
    }
    html.text(&indicator.unit);
    html.text(" · ");
    let (zh, en) = names("measure", &code(&indicator.measure));
    html.say(&zh, &en);
    if indicator.frequency != "once" {
        html.text(" · ");
        let (zh, en) = names("frequency", &indicator.frequency);
        html.say(&zh, &en);
    }
    if let Some(group) = &indicator.group {
        html.text(" · ");
        html.text(group);
    }
}

fn names(kind: &str, code: &str) -> (String, String) {
    let (zh, en) = name(kind, code);
    (zh.to_owned(), en.to_owned())
}

/// Why indicators of a family are apart.
pub(super) fn apart(html: &mut Html, family: &Family) {
    let (mut zh, mut en) = reasons(&family.apart);
    if family.several {
        zh.push("同一文件提出多个数值".into());
        en.push("one document sets several values".into());
    }
    if zh.is_empty() {
        zh.push("口径不一致".into());
        en.push("they do not agree".into());
    }
    html.say(&format!("分列原因：{}。", zh.join("；")), &format!("Apart because {}.", en.join("; ")));
}

/// Reasons in both languages.
pub(super) fn reasons(because: &[Difference]) -> (Vec<String>, Vec<String>) {
    because.iter().map(|one| names("difference", &code(one))).unzip()
}

fn table(page: &Page<'_>, html: &mut Html, families: &[&Family], (zh, en): (&str, &str), id: &str) {
    html.open("details", &[("class", "more"), ("id", id)]);
    html.element("summary", &[], |html| {
        let count = families.len();
        html.say(&format!("{zh}（{count} 组）"), &format!("{en} ({count})"));
    });
    html.open("table", &[]);
    html.said("caption", &[("class", "sr")], zh, en);
    html.raw("<thead><tr>");
    for (zh, en) in [
        ("指标", "Indicator"),
        ("口径", "Measure"),
        ("文件", "Document"),
        ("数值", "Value"),
        ("原句", "Sentence"),
    ] {
        html.said("th", &[("scope", "col")], zh, en);
    }
    html.raw("</tr></thead><tbody>");
    for family in families {
        for indicator in &family.indicators {
            rows(page, html, family, indicator);
        }
    }
    html.raw("</tbody></table></details>");
}

fn rows(page: &Page<'_>, html: &mut Html, family: &Family, indicator: &Indicator) {
    for (at, value) in indicator.values.iter().enumerate() {
        html.element("tr", &[("class", "f")], |html| {
            if at == 0 {
                let span = indicator.values.len().to_string();
                html.leaf("th", &[("scope", "rowgroup"), ("rowspan", &span)], &indicator.label);
                html.element("td", &[("rowspan", &span)], |html| kind(html, indicator, family));
            }
            html.leaf("td", &[], page.name(&value.place.doc_id));
            html.element("td", &[("class", "num")], |html| {
                page.cite(html, &value.place, |html| full(html, value));
            });
            html.leaf("td", &[("class", "quote")], &value.quote);
        });
    }
}

/// The sentence about an indicator for those who do not see its chart.
fn described(page: &Page<'_>, indicator: &Indicator) -> (String, String) {
    let all = |joined: &str| {
        let values = indicator.values.iter().take(20);
        values
            .map(|value| format!("{} {}", page.name(&value.place.doc_id), number(value)))
            .collect::<Vec<_>>()
            .join(joined)
    };
    let more = indicator.values.len().saturating_sub(20);
    let (zh, en) = (all("；"), all("; "));
    if more == 0 {
        (format!("{}：{zh}", indicator.label), format!("{}: {en}", indicator.label))
    } else {
        (
            format!("{}：{zh}；另有 {more} 份文件", indicator.label),
            format!("{}: {en}; and {more} more", indicator.label),
        )
    }
}
