//! The findings in words and numbers, with which the page opens.

use super::context::{Page, full, percent};
use super::write::Html;
use crate::comparison::{Finding, LeadShare, Value};
use crate::report::names::{name_of_function, name_of_topic};

pub(super) fn findings(page: &Page<'_>, html: &mut Html) {
    html.open("section", &[("id", "findings"), ("aria-labelledby", "findings-h"), ("tabindex", "-1")]);
    html.said("h2", &[("id", "findings-h")], "要点", "Findings");
    tiles(page, html);
    super::head::notes(page, html);
    html.open("ul", &[("class", "findings")]);
    for finding in &page.comparison.findings {
        if !matches!(finding, Finding::Scope { .. }) {
            item(page, html, finding);
        }
    }
    html.raw("</ul></section>");
}

/// The large numbers.
fn tiles(page: &Page<'_>, html: &mut Html) {
    let scope = page.comparison.findings.iter().find_map(|finding| match finding {
        Finding::Scope { documents, divisions, tasks, assignments, targets } => {
            Some([*documents, *divisions, *tasks, *assignments, *targets])
        }
        _ => None,
    });
    let words = [
        ("文件", "documents"),
        ("行政区", "divisions"),
        ("任务", "tasks"),
        ("责任分工", "duties"),
        ("指标", "targets"),
    ];
    html.open("dl", &[("class", "tiles")]);
    for ((zh, en), count) in words.into_iter().zip(scope.into_iter().flatten()) {
        html.open("div", &[]);
        html.said("dt", &[], zh, en);
        html.leaf("dd", &[], &super::context::grouped(&count.to_string()));
        html.close("div");
    }
    html.close("dl");
}

fn item(page: &Page<'_>, html: &mut Html, finding: &Finding) {
    html.open("li", &[("class", "f")]);
    match finding {
        Finding::Scope { .. } => {}
        Finding::Spread { indicator, label, documents, lowest, highest, equal } => {
            spread(page, html, (indicator, label, *documents), (lowest, highest), *equal);
        }
        Finding::Comparability { targets, compared, apart, single } => html.say(
            &format!("{targets} 项指标（附表重复的不计）中，{compared} 项可与其他文件直接比较，{apart} 项与其他文件的同类指标口径不同而分列，{single} 项只有一份文件提出。"),
            &format!("Of {targets} targets (annexes that repeat a body left out) {compared} stand beside comparable values of other documents, {apart} meet only values of another unit, measure, group or frequency, {single} have no counterpart."),
        ),
        Finding::Lead { topic, functions } => lead(page, html, topic, functions),
        Finding::Gap { topic, missing, thin, present } => {
            let (zh, en) = name_of_topic(topic);
            let (mz, me) = page.names(missing);
            link(html, "coverage", zh, en);
            html.say(&format!("：{present} 份文件有，{mz}没有"), &format!(": in {present} documents, missing in {me}"));
            if !thin.is_empty() {
                let (tz, te) = page.names(thin);
                html.say(&format!("，{tz}较薄弱"), &format!(", thin in {te}"));
            }
            html.say("。", ".");
        }
        Finding::Shared { doc_id, other_id, share, longest } => {
            let (a, b, share) = (page.name(doc_id), page.name(other_id), percent(*share));
            link(html, "reuse", "文字重合", "Shared words");
            html.say(
                &format!("：{a}有 {share} 的文字也见于{b}，最长相同片段 {longest} 字。"),
                &format!(": {share} of the words of {a} stand in {b} too, the longest passage has {longest} characters."),
            );
        }
        Finding::Cascaded { parent, child, counts } => {
            let (parent, child) = (page.name(parent), page.name(child));
            let [kept, raised, lowered, dropped, added, apart] = counts;
            link(html, "cascade", "承接", "From the plan above");
            html.say(
                &format!("：{child}对{parent}的指标，保持 {kept} 项、提高 {raised} 项、降低 {lowered} 项、未提 {dropped} 项、新增 {added} 项、不可比 {apart} 项。"),
                &format!(": {child} against {parent}: {kept} kept, {raised} raised, {lowered} lowered, {dropped} dropped, {added} added, {apart} not comparable."),
            );
        }
        Finding::Contradicted { doc_id, contradictions } => {
            let name = page.name(doc_id);
            link(html, "annexes", "正文与附表", "Body and annex");
            html.say(
                &format!("：{name}有 {contradictions} 处不一致。"),
                &format!(": they differ in {contradictions} places in {name}."),
            );
        }
    }
    html.close("li");
}

fn link(html: &mut Html, to: &str, zh: &str, en: &str) {
    html.element("a", &[("class", "what"), ("href", &format!("#{to}"))], |html| html.say(zh, en));
}

fn spread(
    page: &Page<'_>,
    html: &mut Html,
    (indicator, label, documents): (&str, &str, u32),
    (lowest, highest): (&Value, &Value),
    equal: bool,
) {
    html.leaf("a", &[("class", "what"), ("href", &format!("#{}", indicator.replace('.', "-")))], label);
    if equal {
        html.say(&format!("：{documents} 份文件一致，均为"), &format!(": {documents} documents agree on "));
        page.cite(html, &lowest.place, |html| full(html, lowest));
        return html.say("。", ".");
    }
    let end = |html: &mut Html, value: &Value| {
        html.text(page.name(&value.place.doc_id));
        html.text(" ");
        page.cite(html, &value.place, |html| full(html, value));
    };
    html.say(
        &format!("：{documents} 份文件中最高为"),
        &format!(": of {documents} documents the highest is "),
    );
    end(html, highest);
    html.say("，最低为", ", the lowest ");
    end(html, lowest);
    html.say("。", ".");
}

fn lead(page: &Page<'_>, html: &mut Html, topic: &str, functions: &[LeadShare]) {
    let (zh, en) = name_of_topic(topic);
    link(html, "duties", zh, en);
    let mut words = (Vec::new(), Vec::new());
    for share in functions.iter().take(4) {
        let (function_zh, function_en) = name_of_function(&share.function);
        let (names_zh, names_en) = page.names(&share.doc_ids);
        words.0.push(format!("{function_zh}（{names_zh}）"));
        words.1.push(format!("{function_en} ({names_en})"));
    }
    if functions.len() > 4 {
        let more = functions.len() - 4;
        words.0.push(format!("另有 {more} 项职能"));
        words.1.push(format!("{more} more functions"));
    }
    if functions.len() == 1 {
        return html.say(
            &format!("：明确牵头单位的文件均由{}牵头。", words.0.concat()),
            &format!(": where a lead is named it is {}.", words.1.concat()),
        );
    }
    html.say(
        &format!("：牵头的职能不同：{}。", words.0.join("，")),
        &format!(": led by {}.", words.1.join(", ")),
    );
}
