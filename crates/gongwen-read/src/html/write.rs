//! From paragraphs and tables to the manuscript: what belongs to the page is taken off, a missing title put in front.

use super::flow::Item;
use super::page::Website;
use super::paragraph::Paragraph;
use crate::assemble::Assembled;
use crate::keys::{self, Class};
use crate::lines::split;
use crate::read::from_lines;
use crate::scribe::{Hints, Scribe};
use crate::table::is_title;
use crate::wrap::Width;
use gongwen_lexicon::words;
use gongwen_text::{Block, Format, Label, Locator, Manuscript, chars};

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
    while items
        .last()
        .is_some_and(|item| matches!(item, Item::Paragraph(p) if keys::is_keeper(p.text.trim())))
    {
        items.pop();
    }
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
        !short || title.contains(&line) || words("page_own_heads").iter().any(|word| line.contains(word))
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

/// Writes the paragraphs and tables. Lines that the page breaks itself are read as those of a text file are: wraps joined and,
/// on a page without a grid, tables rebuilt.
pub(super) fn write(items: &[Item], mut scribe: Scribe, encoding: &'static str, bytes: usize) -> Manuscript {
    let plain = items.iter().all(|item| matches!(item, Item::Paragraph(_)));
    // A title on one line is as wide as it is, whatever the lines below are.
    let title = scribe.website.iter().find(|(key, _)| key == "标题").map(|(_, title)| bare(title));
    let is_line = |item: &Item| match item {
        Item::Paragraph(paragraph) => title.as_ref().is_none_or(|title| {
            // Marks and blanks may stand in it, not so many more.
            paragraph.text.len() > 2 * title.len() || bare(&paragraph.text) != *title
        }),
        Item::Table(_) => false,
    };
    let runs = || items.chunk_by(|a, b| is_line(a) && is_line(b));
    let broken = are_broken(items) || runs().any(is_wrapped);
    let (mut paragraphs, mut tables) = (0, 0);
    for run in runs() {
        if let [Item::Table(draft)] = run {
            tables += 1;
            let mut draft = draft.clone();
            draft.place = Locator { table: Some(tables), ..Locator::default() };
            let caption = scribe.last_paragraph().filter(|span| is_title(span.of_text(scribe.text())));
            scribe.table(&draft, caption);
            continue;
        }
        if broken || plain {
            let lines = Lines::of(run, paragraphs);
            let mut found = Vec::new();
            let assembled = from_lines(&lines.source, &mut found);
            if broken || !assembled.tables.is_empty() {
                paragraphs += run.len() as u32;
                let locators = lines.locators(&assembled, &mut tables);
                scribe.append(assembled, locators, found);
                continue;
            }
        }
        for item in run {
            let Item::Paragraph(paragraph) = item else { continue };
            paragraphs += 1;
            let hints = Hints { heading: paragraph.heading, bold: paragraph.bold, gap: paragraph.gap };
            let place = Locator { paragraph: Some(paragraphs), ..Locator::default() };
            scribe.paragraph(&paragraph.text, hints, place);
        }
    }
    scribe.finish(Format::Html, encoding, bytes, None)
}

/// Whether line ends rather than paragraphs part the words of the page.
fn are_broken(items: &[Item]) -> bool {
    let (mut all, mut broken, mut verbatim) = (0, 0, false);
    for item in items {
        let Item::Paragraph(paragraph) = item else { continue };
        all += 1;
        broken += usize::from(paragraph.broken);
        verbatim |= paragraph.verbatim;
    }
    verbatim || broken * 2 > all
}

/// Whether paragraphs are the lines of a page that somebody copied from paper, all of one width.
fn is_wrapped(items: &[Item]) -> bool {
    let lines = Lines::of(items, 0);
    Width::of(&split(&lines.source)).is_some()
}

/// Paragraphs of a page as lines of a text file.
struct Lines {
    source: String,
    /// Where each paragraph begins in it.
    starts: Vec<u32>,
    /// Paragraphs of the page before them.
    before: u32,
}

impl Lines {
    fn of(items: &[Item], before: u32) -> Self {
        let mut lines = Self { source: String::new(), starts: Vec::new(), before };
        for item in items {
            let Item::Paragraph(paragraph) = item else { continue };
            if paragraph.gap && !lines.source.is_empty() {
                lines.source.push('\n');
            }
            lines.starts.push(lines.source.len() as u32);
            lines.add(paragraph);
            lines.source.push('\n');
        }
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

    /// Paragraphs of the page that the parts of the text begin in; `tables` counts those of the page.
    fn locators(&self, assembled: &Assembled, tables: &mut u32) -> Vec<(u32, Locator)> {
        let place = |at: u32| {
            let source = assembled.map.decoded(at);
            let paragraph = self.starts.partition_point(|&start| start <= source) as u32;
            (at, Locator { paragraph: Some(self.before + paragraph.max(1)), ..Locator::default() })
        };
        let mut locators = Vec::new();
        for block in &assembled.blocks {
            match *block {
                Block::Paragraph(paragraph) => locators.push(place(paragraph.span.start)),
                Block::Table(table) => {
                    *tables += 1;
                    for (r, row) in assembled.tables[table].rows.iter().enumerate() {
                        locators.extend(row.iter().map(|cell| {
                            let (at, mut locator) = place(cell.span.start);
                            locator.table = Some(*tables);
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
