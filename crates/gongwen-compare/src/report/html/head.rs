//! Title, tools, contents, the list of documents, the last lines.

use super::context::Page;
use super::write::Html;
use crate::comparison::{Document, NoteCode};

pub(super) fn title(page: &Page<'_>, html: &mut Html) {
    let (zh, en) = named(page);
    html.leaf(
        "title",
        &[("data-zh", &zh), ("data-en", &en)],
        if page.lang == super::Lang::Zh { &zh } else { &en },
    );
}

/// What the page is about: the documents where they are few.
fn named(page: &Page<'_>) -> (String, String) {
    let documents = page.documents();
    match documents {
        [one] => (format!("{}：单份文件", one.name), format!("{}: one document", one.name)),
        [a, b] => (format!("{}与{}对照", a.name, b.name), format!("{} and {} side by side", a.name, b.name)),
        many => (format!("{}份规划对照", many.len()), format!("{} plans side by side", many.len())),
    }
}

pub(super) fn head(page: &Page<'_>, html: &mut Html) {
    html.raw("<header class=\"top\"><div class=\"wrap\">");
    let (zh, en) = named(page);
    html.said("h1", &[], &zh, &en);
    let names: Vec<&str> = page.documents().iter().take(12).map(|document| document.name.as_str()).collect();
    let more = page.documents().len() - names.len();
    html.element("p", &[("class", "sub")], |html| {
        html.text(&names.join(" · "));
        if more > 0 {
            html.say(&format!(" 等 {} 份", page.documents().len()), &format!(" and {more} more"));
        }
    });
    html.raw("</div></header>");
    html.raw("<div class=\"bar\"><div class=\"wrap\">");
    html.open("nav", &[("aria-label", "目录 Contents")]);
    for (id, zh, en) in contents(page) {
        html.said("a", &[("href", &format!("#{id}"))], zh, en);
    }
    html.raw("</nav><div class=\"tools\">");
    let (zh, en) = ("筛选：县名、主题、词语", "Filter: county, topic, word");
    let shown = if page.lang == super::Lang::Zh { zh } else { en };
    html.open(
        "input",
        &[
            ("id", "filter"),
            ("type", "search"),
            ("placeholder", shown),
            ("aria-label", shown),
            ("data-zh", zh),
            ("data-en", en),
            ("autocomplete", "off"),
        ],
    );
    html.raw("<span id=\"count\" role=\"status\" aria-live=\"polite\"></span>");
    html.open("div", &[("role", "group"), ("aria-label", "语言 Language"), ("class", "langs")]);
    for (lang, words) in [("zh", "中文"), ("en", "English")] {
        let pressed = if page.lang.tag() == lang { "true" } else { "false" };
        html.leaf(
            "button",
            &[("type", "button"), ("data-set", lang), ("lang", lang), ("aria-pressed", pressed)],
            words,
        );
    }
    html.raw("</div></div></div></div>");
}

fn contents(page: &Page<'_>) -> Vec<(&'static str, &'static str, &'static str)> {
    let several = page.documents().len() > 1;
    let entries = [
        ("findings", "要点", "Findings", true),
        ("documents", "文件", "Documents", true),
        ("targets", "指标", "Targets", several),
        ("duties", "分工", "Duties", several),
        ("coverage", "覆盖", "Coverage", several),
        ("reuse", "文字重合", "Shared words", several),
        ("cascade", "承接", "Plan above", several && !page.comparison.cascade.is_empty()),
        ("tasks", "任务对照", "Tasks", several),
        (
            "annexes",
            "附表",
            "Annexes",
            page.comparison.annexes.iter().any(|one| !one.annex.contradictions.is_empty()),
        ),
        ("texts", "原文", "Texts", true),
    ];
    entries.into_iter().filter(|entry| entry.3).map(|(id, zh, en, _)| (id, zh, en)).collect()
}

pub(super) fn documents(page: &Page<'_>, html: &mut Html) {
    html.open("section", &[("id", "documents"), ("aria-labelledby", "documents-h")]);
    html.said("h2", &[("id", "documents-h")], "文件", "Documents");
    let fold = page.documents().len() > 12;
    if fold {
        html.open("details", &[("class", "more")]);
        let count = page.documents().len();
        html.said("summary", &[], &format!("{count} 份文件"), &format!("{count} documents"));
    }
    html.open("table", &[]);
    html.said("caption", &[("class", "sr")], "参加比较的文件", "Documents compared");
    html.raw("<thead><tr>");
    for (zh, en) in [
        ("名称", "Name"),
        ("标题", "Title"),
        ("文号、日期", "Number, date"),
        ("任务", "Tasks"),
        ("分工", "Duties"),
        ("指标", "Targets"),
        ("字数", "Characters"),
        ("记录", "Record"),
    ] {
        html.said("th", &[("scope", "col")], zh, en);
    }
    html.raw("</tr></thead><tbody>");
    for (at, document) in page.documents().iter().enumerate() {
        html.element("tr", &[("class", "f")], |html| row(html, at, document));
    }
    html.raw("</tbody></table>");
    if fold {
        html.close("details");
    }
    html.close("section");
}

fn row(html: &mut Html, at: usize, document: &Document) {
    html.element("th", &[("scope", "row")], |html| {
        html.leaf("a", &[("href", &format!("#d{}", at + 1))], &document.name);
        let above: Vec<&str> =
            [&document.province, &document.prefecture].into_iter().flatten().map(String::as_str).collect();
        html.leaf("small", &[], &above.join(" "));
    });
    html.leaf("td", &[], document.title.as_deref().unwrap_or("—"));
    html.element("td", &[], |html| {
        html.text(document.document_number.as_deref().unwrap_or("—"));
        html.leaf("small", &[], document.date_of_issue.as_deref().unwrap_or(""));
    });
    for count in [document.tasks, document.assignments, document.targets] {
        html.leaf("td", &[("class", "num")], &count.to_string());
    }
    let characters = document.characters.map(|count| super::context::grouped(&count.to_string()));
    html.leaf("td", &[("class", "num")], characters.as_deref().unwrap_or("—"));
    html.element("td", &[], |html| {
        html.leaf("code", &[], &document.doc_id);
        html.leaf("small", &[], &document.path);
    });
}

/// Notes that every reader of figures must see.
pub(super) fn notes(page: &Page<'_>, html: &mut Html) {
    let notes = &page.comparison.notes;
    if notes.is_empty() {
        return;
    }
    html.open("ul", &[("class", "notes")]);
    for note in notes {
        let (zh, en) = page.names(&note.doc_ids);
        let (zh, en) = match note.code {
            NoteCode::Duplicate => (
                format!("{zh}：同一文件给出多次，只计一次。"),
                format!("{en}: given more than once, counted once."),
            ),
            NoteCode::Versions => (
                format!("{zh}：同一规划的两个版本，不是两个县。"),
                format!("{en}: two versions of one plan, not two counties."),
            ),
            NoteCode::OneDocument => (
                "只有一份文件，没有可比较的对象。".to_owned(),
                "Only one document: there is nothing to compare it with.".to_owned(),
            ),
            NoteCode::RecordVersions => (
                "记录的版本不同，旧版本可能缺少字段。".to_owned(),
                "Records of several versions: older ones may lack fields.".to_owned(),
            ),
            NoteCode::NoText => (
                format!("{zh}：记录不含原文，不查文字重合。"),
                format!("{en}: records without text; shared words are not looked for."),
            ),
            NoteCode::NoTasks => (
                format!("{zh}：没有读到任务，不判断覆盖情况。"),
                format!("{en}: no tasks were read; nothing is said about what they cover."),
            ),
            NoteCode::NoTargets => (
                format!("{zh}：没有读到指标；缺失不等于零。"),
                format!("{en}: no targets were read; missing is not zero."),
            ),
            NoteCode::NearOnly => (
                "文件较多，只对相近的文件逐项对照。".to_owned(),
                "Of so many documents only near ones were aligned with each other.".to_owned(),
            ),
        };
        html.said("li", &[], &zh, &en);
    }
    html.close("ul");
}

pub(super) fn foot(page: &Page<'_>, html: &mut Html) {
    html.raw("<footer class=\"wrap\">");
    let (producer, version) = (&page.comparison.producer, &page.comparison.schema_version);
    html.said(
        "p",
        &[],
        &format!("由 {producer} 生成（比较格式 {version}）。同样的记录得到同样的页面；数据见同目录的 comparison.json 与 CSV 表。"),
        &format!("Made by {producer} (comparison contract {version}). The same records give the same page; the data stand beside it in comparison.json and the CSV tables."),
    );
    html.raw("</footer><button type=\"button\" id=\"back\" hidden>");
    html.say("↩ 返回", "↩ Back");
    html.raw("</button>");
}
