//! A comparison as one page: no network, no file beside it, readable without scripts.
//!
//! Scripts add the filter, the switch of language and the opening of what a link leads to. Words of documents are escaped
//! where they are written ([`write`]); the page holds no data for scripts to read.

mod cascade;
mod context;
mod coverage;
mod duties;
mod findings;
mod head;
mod reuse;
mod svg;
mod targets;
mod tasks;
mod texts;
mod write;

use crate::comparison::Comparison;
use crate::report::Lang;
use context::Page;
use gongwen_record::Record;
use write::Html;

/// The page. `records` are those compared, in any order: their texts are shown, and every figure links to its sentence.
/// Of many documents (more than about three million characters) only the words of targets are shown; of one that is left out
/// of `records`, none.
pub fn page(comparison: &Comparison, records: &[Record<'_>], lang: Lang) -> String {
    let mut page = Page::new(comparison, records, lang);
    for pair in reuse::closest(&page).into_iter().take(reuse::PASSAGES) {
        if let Some(passage) = &pair.longest {
            let (doc, other) = (page.doc(&pair.doc_id), page.doc(&pair.other_id));
            page.passages.extend([(doc, passage.span), (other, passage.other_span)]);
        }
    }
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n");
    let lang = page.lang.tag();
    html.open("html", &[("lang", lang), ("data-lang", lang)]);
    html.raw("<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">");
    html.raw("<link rel=\"icon\" href=\"data:,\">");
    head::title(&page, &mut html);
    html.raw(concat!("<style>", include_str!("html/page.css"), "</style></head><body>"));
    html.said("a", &[("class", "skip"), ("href", "#findings")], "跳到正文", "Skip to content");
    head::head(&page, &mut html);
    html.raw("<main id=\"main\">");
    findings::findings(&page, &mut html);
    head::documents(&page, &mut html);
    if comparison.documents.len() > 1 {
        targets::targets(&page, &mut html);
        duties::duties(&page, &mut html);
        coverage::coverage(&page, &mut html);
        reuse::reuse(&page, &mut html);
        cascade::cascade(&page, &mut html);
        tasks::tasks(&page, &mut html);
    }
    cascade::annexes(&page, &mut html);
    texts::texts(&page, &mut html);
    html.raw("</main>");
    head::foot(&page, &mut html);
    html.raw(concat!("<script>", include_str!("html/page.js"), "</script></body></html>\n"));
    html.finish()
}
