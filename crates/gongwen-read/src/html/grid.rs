//! Tables: those that only lay out the page are unwrapped, those that hold data become grids.
//!
//! A table of data inside a cell of another stays words of that cell, one line a row: a record's place in the outer table says
//! whose words they are, and a grid of its own would tear the outer row apart.

use super::dom::{Dom, Id};
use super::flow::{Flow, Item};
use super::looks::Kind;
use super::paragraph::Paragraph;
use super::survey::Survey;
use crate::limit;
use crate::scribe::{Draft, DraftCell};
use gongwen_lexicon::{column_list, words};
use gongwen_text::{Label, chars};
use html5ever::local_name;

/// A row of the mark-up.
struct Row {
    /// Whether it stands in `thead`.
    head: bool,
    /// Its cells that show.
    cells: Vec<Id>,
}

/// Reads a table into `flow`.
pub(super) fn read(flow: &mut Flow<'_>, table: Id) {
    let (dom, survey) = (flow.dom, flow.survey);
    if is_torn(dom, table) {
        flow.unwrap(table);
        return;
    }
    let (captions, rows) = rows(dom, survey, table);
    for caption in captions {
        flow.read(caption);
    }
    if is_layout(dom, survey, table, &rows) {
        for row in &rows {
            for &cell in &row.cells {
                flow.read(cell);
            }
        }
        return;
    }
    if flow.in_cell() {
        for row in &rows {
            let cells = row.cells.iter().map(|&cell| paragraphs(flow, cell).join(" "));
            let line = cells.filter(|c| !c.is_empty()).collect::<Vec<_>>().join(" ");
            flow.items.push(Item::Paragraph(Paragraph::of(line)));
        }
        return;
    }
    let mut draft = build(flow, &rows);
    // A row over all columns at the top is the title, one at the bottom a note.
    while let Some(title) = whole_row(&draft, 0) {
        draft.rows.remove(0);
        draft.header_rows = draft.header_rows.saturating_sub(1);
        flow.items.extend(title.into_iter().map(|words| Item::Paragraph(Paragraph::of(words))));
    }
    let mut notes = Vec::new();
    while let Some(note) = draft.rows.len().checked_sub(1).and_then(|last| whole_row(&draft, last))
        && note.first().is_some_and(|n| is_note(n))
    {
        draft.rows.pop();
        notes.splice(0..0, note);
    }
    if !draft.rows.is_empty() {
        flow.items.push(Item::Table(draft));
    }
    flow.items.extend(notes.into_iter().map(|words| Item::Paragraph(Paragraph::of(words))));
}

/// Whether a table stands so deep that its rows and cells were set side by side, see `parse`.
fn is_torn(dom: &Dom, table: Id) -> bool {
    dom.node(table).depth as usize + 4 >= limit::DEPTH
}

/// The captions and rows of a table, those of tables inside it left out.
fn rows(dom: &Dom, survey: &Survey, table: Id) -> (Vec<Id>, Vec<Row>) {
    let (mut captions, mut rows) = (Vec::new(), Vec::new());
    let add = |id: Id, head: bool, rows: &mut Vec<Row>| {
        let cells = dom.children(id).filter(|&c| survey.get(c).shown && survey.get(c).kind == Kind::Block);
        rows.push(Row { head, cells: cells.collect() });
    };
    for part in dom.children(table).filter(|&p| survey.get(p).shown) {
        let Some(element) = dom.element(part) else { continue };
        match *element.local() {
            local_name!("caption") => captions.push(part),
            local_name!("tr") => add(part, false, &mut rows),
            local_name!("thead") | local_name!("tbody") | local_name!("tfoot") => {
                let head = *element.local() == local_name!("thead");
                for row in dom.children(part).filter(|&r| survey.get(r).shown && dom.element(r).is_some()) {
                    add(row, head, &mut rows);
                }
            }
            _ => {}
        }
    }
    (captions, rows)
}

/// Whether a table only lays out: one column, one filled cell, or a cell that holds the document. A header or cells that name
/// columns make it data whatever its size.
fn is_layout(dom: &Dom, survey: &Survey, table: Id, rows: &[Row]) -> bool {
    const FLOW: u32 = 300;
    let element = dom.element(table);
    if element.and_then(|e| e.attribute("role")).is_some_and(|r| matches!(r, "presentation" | "none")) {
        return true;
    }
    let filled = |row: &Row| row.cells.iter().filter(|&&c| has_content(dom, survey, c)).count();
    let widest = rows.iter().map(filled).max().unwrap_or(0);
    let cells: usize = rows.iter().map(filled).sum();
    if cells <= 1 || widest <= 1 && rows.iter().all(|r| r.cells.len() <= 1) {
        return true;
    }
    let is_head = |c: Id| dom.element(c).is_some_and(|e| *e.local() == local_name!("th"));
    if rows.iter().any(|r| r.head || r.cells.len() > 1 && r.cells.iter().all(|&c| is_head(c))) {
        return false;
    }
    let names = |row: &Row| {
        let named = row.cells.iter().filter(|&&c| {
            survey.get(c).han <= 20 && column_list(dom.words(c, |n| survey.get(n).shown).trim()).is_some()
        });
        named.count()
    };
    if rows.iter().take(3).any(|row| row.cells.len() > 1 && names(row) >= 2) {
        return false;
    }
    let all = survey.get(table).han;
    rows.iter().flat_map(|r| &r.cells).any(|&cell| {
        let han = survey.get(cell).han;
        let main = han >= FLOW && u64::from(han) * 10 >= u64::from(all) * 8;
        main || holds_data(dom, survey, cell)
    })
}

fn has_content(dom: &Dom, survey: &Survey, cell: Id) -> bool {
    survey.get(cell).han > 0
        || dom.words(cell, |n| survey.get(n).shown).contains(|c: char| c.is_alphanumeric())
}

/// Whether a table with a header of its own stands in a cell.
fn holds_data(dom: &Dom, survey: &Survey, cell: Id) -> bool {
    // A cell that is itself a header holds none.
    let mut at = dom.following(cell, cell, false);
    let mut rows = 0;
    while let Some(id) = at {
        let shown = survey.get(id).shown;
        if shown && let Some(element) = dom.element(id) {
            match *element.local() {
                local_name!("th") | local_name!("thead") => return true,
                local_name!("tr") => {
                    let texts = dom.children(id).filter(|&c| dom.element(c).is_some());
                    let named = texts.filter(|&c| {
                        survey.get(c).han <= 20
                            && column_list(dom.words(c, |n| survey.get(n).shown).trim()).is_some()
                    });
                    if rows < 3 && named.count() >= 2 {
                        return true;
                    }
                    rows += 1;
                }
                _ => {}
            }
        }
        at = dom.following(id, cell, !shown);
    }
    false
}

/// Sets the cells in their columns.
fn build(flow: &mut Flow<'_>, rows: &[Row]) -> Draft {
    let dom = flow.dom;
    let mut draft = Draft::default();
    // For each column how many more rows the cell above covers, and which cell that is.
    let mut down: Vec<(usize, usize, usize)> = Vec::new();
    let is_head = |c: Id| dom.element(c).is_some_and(|e| *e.local() == local_name!("th"));
    let mut heading = true;
    for row in rows {
        if row.cells.is_empty() {
            // A row without cells counts for those that reach into it, and is none for a reader.
            let mut seen = None;
            for column in down.iter_mut().filter(|d| d.0 > 0) {
                column.0 -= 1;
                if seen != Some((column.1, column.2)) {
                    seen = Some((column.1, column.2));
                    let cell = &mut draft.rows[column.1][column.2];
                    cell.rowspan = (cell.rowspan - 1).max(1);
                }
            }
            continue;
        }
        if flow.cells >= limit::CELLS {
            break;
        }
        heading &= row.head || row.cells.iter().all(|&c| is_head(c));
        draft.header_rows += usize::from(heading);
        let mut cells = Vec::with_capacity(row.cells.len());
        let mut at = 0;
        for &id in &row.cells {
            while down.get(at).is_some_and(|d| d.0 > 0) {
                down[at].0 -= 1;
                at += 1;
            }
            let span = |name, most: usize| {
                let value =
                    dom.element(id).and_then(|e| e.attribute(name)).and_then(|v| v.trim().parse().ok());
                value.unwrap_or(1usize).clamp(1, most)
            };
            let colspan = span("colspan", limit::COLUMNS).min(limit::COLUMNS.saturating_sub(at).max(1));
            let rowspan = span("rowspan", usize::from(u16::MAX));
            if at >= limit::COLUMNS {
                break;
            }
            let end = at + colspan;
            if down.len() < end {
                down.resize(end, (0, 0, 0));
            }
            down[at..end].fill((rowspan - 1, draft.rows.len(), cells.len()));
            cells.push(DraftCell { column: at, rowspan, colspan, paragraphs: paragraphs(flow, id) });
            flow.cells += 1;
            at = end;
        }
        for column in down.iter_mut().skip(at) {
            column.0 = column.0.saturating_sub(1);
        }
        draft.columns = draft.columns.max(at);
        draft.rows.push(cells);
    }
    if draft.header_rows == draft.rows.len() {
        draft.header_rows = 0;
    }
    let count = draft.rows.len();
    for (r, row) in draft.rows.iter_mut().enumerate() {
        for cell in row {
            cell.rowspan = cell.rowspan.min(count - r);
        }
    }
    draft.columns = draft.columns.max(down.len());
    draft
}

/// The paragraphs of a cell; lines that a sentence or a list runs over are joined.
fn paragraphs(flow: &mut Flow<'_>, cell: Id) -> Vec<String> {
    let mut inner = Flow::new(flow.dom, flow.survey, true);
    inner.read(cell);
    flow.deleted |= inner.deleted;
    let mut paragraphs: Vec<String> = Vec::new();
    for item in inner.items {
        let Item::Paragraph(paragraph) = item else { continue };
        let words = paragraph.text.trim();
        match paragraphs.last_mut() {
            Some(last) if goes_on(last, words) => last.push_str(words),
            _ => paragraphs.push(words.to_owned()),
        }
    }
    paragraphs
}

/// Whether a line of a cell is the rest of the one above.
fn goes_on(last: &str, next: &str) -> bool {
    const WRAPPED: usize = 14;
    if next.is_empty() || Label::read(next).is_some() {
        return false;
    }
    if last.ends_with(['、', '，', ',', '（', '(']) || next.starts_with(['、', '，', '。', '；', '）'])
    {
        return true;
    }
    let is_name = |text: &str| {
        !text.contains(['，', '。', '；']) && gongwen_lexicon::ends_with_any(text, words("unit_endings"))
    };
    let ended = last
        .chars()
        .next_back()
        .is_some_and(|c| chars::ends_sentence(c) || matches!(c, '：' | ':' | '；' | ';'));
    !ended && last.chars().count() >= WRAPPED && !is_name(last) && !is_name(next)
}

/// The words of a row that is one cell over at least two columns.
fn whole_row(draft: &Draft, row: usize) -> Option<Vec<String>> {
    let cells = draft.rows.get(row)?;
    let filled = |c: &&DraftCell| c.paragraphs.iter().any(|p| !p.trim().is_empty());
    let [cell] = cells.iter().filter(filled).collect::<Vec<_>>()[..] else { return None };
    (draft.columns > 1 && cell.column == 0 && cell.colspan >= draft.columns && cell.rowspan == 1)
        .then(|| cell.paragraphs.clone())
}

fn is_note(text: &str) -> bool {
    let text = text.trim_start_matches(['*', '※', ' ']);
    ["注", "备注", "说明", "填表"].iter().any(|start| text.starts_with(start))
}
