//! From paragraphs and tables to the manuscript: what belongs to the page is taken off, a missing title put in front.

use super::flow::Item;
use super::page::Website;
use super::paragraph::Paragraph;
use crate::assemble::Assembled;
use crate::keys::{self, Class};
use crate::read::from_lines;
use crate::scribe::{Hints, Scribe};
use crate::table::is_title;
use gongwen_lexicon::words;
use gongwen_text::{Block, Format, Label, Locator, Manuscript, Span, chars};

/// How far from the top lines of keys and the title are looked for, in paragraphs.
const TOP: usize = 12;

/// Takes lines off that belong to the page: position, buttons, neighbours; at the top also lines of keys.
pub(super) fn clean(items: &mut Vec<Item>, site: &mut Website) {
    let mut seen = 0;
    items.retain(|item| {
        let Item::Paragraph(paragraph) = item else {
            seen += TOP;
            return true;
        };
        let text = paragraph.text.trim();
        if is_page_line(text) {
            return false;
        }
        if seen < TOP {
            let (front, pairs) = keys::split(text);
            let known = pairs.iter().any(|p| p.class != Class::Common) || pairs.len() > 1;
            let own = pairs.iter().all(|p| !matches!(p.key, "联系电话" | "主题词") && p.value.len() <= 120);
            let dated = is_date(front);
            if (front.is_empty() || dated) && known && own || dated && pairs.len() == 1 {
                if dated {
                    site.add("发布日期", &keys::value(front));
                }
                site.add_all(&pairs);
                return false;
            }
        }
        seen += 1;
        true
    });
}

/// Whether a line is one that pages print: a button, the way to the page, its neighbours.
fn is_page_line(text: &str) -> bool {
    const LONGEST: usize = 240;
    if text.len() > LONGEST {
        return false;
    }
    if text.len() <= 60 {
        let plain = chars::compact(text);
        if words("page_buttons").contains(&&*plain) {
            return true;
        }
    }
    // A sentence is of the document.
    !text.ends_with('。') && words("page_lines").iter().any(|start| text.starts_with(start))
}

/// `2024-01-02 10:30` in front of a source.
fn is_date(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("20")
        && text.len() >= 8
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ':' | ' ' | '年' | '月' | '日'))
}

/// Puts the title of the page in front when the document's own first lines do not have it. Short words above a title that
/// stands there are the page's.
pub(super) fn head(items: &mut Vec<Item>, title: Option<String>) {
    let Some(title) = title else { return };
    let plain = bare(&title);
    take_above(items, &plain);
    // The head ends with the addressees or the first sentence.
    let head = items.iter().take(TOP).map_while(|item| match item {
        Item::Paragraph(paragraph) => {
            let line = bare(&paragraph.text);
            (!line.contains('。') && !line.ends_with([':', '：']) && Label::read(&line).is_none())
                .then_some(line)
        }
        Item::Table(_) => None,
    });
    let head: Vec<String> = head.collect();
    // The title may be longer on the page (`某县人民政府关于…`) or in the text, or another.
    let stands = head.concat().contains(&plain)
        || head.windows(2).any(|two| is_part(&two.concat(), &plain))
        || head.iter().any(|line| is_part(line, &plain) || names_document(line));
    if !stands {
        let mut paragraph = Paragraph::of(title);
        paragraph.heading = Some(1);
        items.insert(0, Item::Paragraph(paragraph));
    }
}

/// Whether nothing was read but the title of the page.
pub(super) fn is_only_title(items: &[Item], title: Option<&str>) -> bool {
    let title = title.map(bare).unwrap_or_default();
    items.iter().all(|item| match item {
        Item::Paragraph(paragraph) => {
            let line = bare(&paragraph.text);
            title.contains(&line) || !title.is_empty() && line.contains(&title)
        }
        Item::Table(_) => false,
    })
}

/// Takes off buttons and names of columns that stand above the title of the page. What a document prints there (`某县人民政府文件`,
/// numbers, degrees of secrecy and urgency, who signs) stays.
fn take_above(items: &mut Vec<Item>, title: &str) {
    const LEAST: usize = 12;
    const LONGEST: usize = 8;
    let starts = |item: &Item| {
        let Item::Paragraph(paragraph) = item else { return false };
        let line = bare(&paragraph.text);
        line.contains(title) || line.len() >= LEAST && title.starts_with(&line)
    };
    let Some(at) = items.iter().take(TOP).position(starts) else { return };
    let own = |item: &Item| {
        let Item::Paragraph(paragraph) = item else { return true };
        let line = bare(&paragraph.text);
        let short = line.chars().count() <= LONGEST && line.chars().all(chars::is_han);
        !short || words("page_own_heads").iter().any(|word| line.contains(word))
    };
    let mut seen = 0;
    items.retain(|item| {
        seen += 1;
        seen > at || own(item)
    });
}

/// Whether a line is most of the title.
fn is_part(line: &str, title: &str) -> bool {
    const LEAST: usize = 24;
    line.len() >= LEAST && line.len() * 2 >= title.len() && title.contains(line)
}

/// Whether a line ends as titles do: `…工作方案（试行）`.
fn names_document(line: &str) -> bool {
    let line = match line.rfind(['(', '（']) {
        Some(open) if line.ends_with([')', '）']) => &line[..open],
        _ => line,
    };
    line.len() <= 180
        && words("code_breaks").iter().any(|end| line.len() > end.len() + 9 && line.ends_with(end))
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '《' | '》' | '“' | '”' | '"' | '〈' | '〉'))
        .map(chars::fold_width)
        .collect()
}

/// Writes the paragraphs and tables. A page of lines without a grid is read as a text file is: wraps joined, tables rebuilt.
pub(super) fn write(items: &[Item], mut scribe: Scribe, encoding: &'static str, bytes: usize) -> Manuscript {
    if items.iter().all(|item| matches!(item, Item::Paragraph(_))) {
        let lines = Lines::of(items);
        let mut found = Vec::new();
        let assembled = from_lines(&lines.source, &mut found);
        if lines.are_broken || !assembled.tables.is_empty() {
            scribe.diagnostics.append(&mut found);
            let locators = lines.locators(&assembled);
            let mut manuscript = scribe.finish(Format::Html, encoding, bytes, None);
            (manuscript.text, manuscript.blocks) = (assembled.text, assembled.blocks);
            (manuscript.tables, manuscript.locators) = (assembled.tables, locators);
            return manuscript;
        }
    }
    let mut last: Option<(Span, bool)> = None;
    let (mut paragraphs, mut tables) = (0, 0);
    for item in items {
        match item {
            Item::Paragraph(paragraph) => {
                paragraphs += 1;
                let hints = Hints { heading: paragraph.heading, bold: paragraph.bold, gap: paragraph.gap };
                let place = Locator { paragraph: Some(paragraphs), ..Locator::default() };
                let span = scribe.paragraph(&paragraph.text, hints, place);
                last = span.map(|span| (span, is_title(paragraph.text.trim())));
            }
            Item::Table(draft) => {
                tables += 1;
                let mut draft = draft.clone();
                draft.place = Locator { table: Some(tables), ..Locator::default() };
                scribe.table(&draft, last.filter(|l| l.1).map(|l| l.0));
                last = None;
            }
        }
    }
    scribe.finish(Format::Html, encoding, bytes, None)
}

/// The paragraphs of a page as lines of a text file.
struct Lines {
    source: String,
    /// Where each paragraph begins in it.
    starts: Vec<u32>,
    /// Whether line ends rather than paragraphs part the words of the page.
    are_broken: bool,
}

impl Lines {
    fn of(items: &[Item]) -> Self {
        let mut lines = Self { source: String::new(), starts: Vec::new(), are_broken: false };
        let (mut broken, mut verbatim) = (0, false);
        for item in items {
            let Item::Paragraph(paragraph) = item else { continue };
            broken += usize::from(paragraph.broken);
            verbatim |= paragraph.verbatim;
            if paragraph.gap && !lines.source.is_empty() {
                lines.source.push('\n');
            }
            lines.starts.push(lines.source.len() as u32);
            lines.add(paragraph);
            lines.source.push('\n');
        }
        lines.are_broken = verbatim || broken * 2 > lines.starts.len();
        lines
    }

    /// Hints are written as Markdown has them.
    fn add(&mut self, paragraph: &Paragraph) {
        if let Some(level) = paragraph.heading {
            self.source.extend((0..level).map(|_| '#'));
            self.source.push(' ');
        }
        let (bold, rest) = paragraph.text.split_at(paragraph.bold.min(paragraph.text.len()));
        let words = bold.trim_start();
        self.source.push_str(&bold[..bold.len() - words.len()]);
        if words.is_empty() {
            self.source.push_str(rest);
        } else {
            self.source.push_str("**");
            self.source.push_str(words);
            self.source.push_str("**");
            self.source.push_str(rest);
        }
    }

    /// Paragraphs of the page that the parts of the text begin in.
    fn locators(&self, assembled: &Assembled) -> Vec<(u32, Locator)> {
        let place = |at: u32| {
            let source = assembled.map.decoded(at);
            let paragraph = self.starts.partition_point(|&start| start <= source) as u32;
            (at, Locator { paragraph: Some(paragraph.max(1)), ..Locator::default() })
        };
        let mut locators = Vec::new();
        let mut tables = 0;
        for block in &assembled.blocks {
            match *block {
                Block::Paragraph(paragraph) => locators.push(place(paragraph.span.start)),
                Block::Table(table) => {
                    tables += 1;
                    for (r, row) in assembled.tables[table].rows.iter().enumerate() {
                        locators.extend(row.iter().map(|cell| {
                            let (at, mut locator) = place(cell.span.start);
                            locator.table = Some(tables);
                            locator.row = Some(r as u32 + 1);
                            locator.column = Some(u32::from(cell.column) + 1);
                            (at, locator)
                        }));
                    }
                }
            }
        }
        locators
    }
}
