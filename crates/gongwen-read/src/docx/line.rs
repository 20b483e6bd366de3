//! What stands between the body of a file and the manuscript: lines and tables, before they are written.

/// A paragraph, or a stretch of one that its author broke off.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its words, with `\n` for a line break and `\x0C` for a page or column break.
    pub(super) words: String,
    /// How many bytes at its start are bold.
    pub(super) bold: usize,
    /// Heading level.
    pub(super) heading: Option<u8>,
    /// Blank space above that the paragraph itself asks for.
    pub(super) gap: bool,
    /// The paragraph of the body that it is or stands behind, from 1.
    pub(super) paragraph: u32,
}

/// A piece of the body.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A paragraph; without words a blank line.
    Line(Line),
    /// A table.
    Table(TableItem),
    /// A text box that waits for the end of the section it stands in.
    Panel(Vec<Item>),
    /// A paragraph that was only a line of a table of contents, or deleted: not even a blank line.
    Nothing,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub(super) struct TableItem {
    /// Cells that begin in each row, left to right.
    pub(super) rows: Vec<Vec<RowCell>>,
    /// TableItem at the top that repeat on every page.
    pub(super) header_rows: usize,
    /// Number of columns.
    pub(super) columns: usize,
}

/// A cell.
#[derive(Clone, Debug)]
pub(super) struct RowCell {
    pub(super) column: usize,
    pub(super) rowspan: usize,
    pub(super) colspan: usize,
    pub(super) items: Vec<Item>,
}

impl RowCell {
    /// Whether it has words.
    pub(super) fn is_blank(&self) -> bool {
        self.items.iter().all(|item| match item {
            Item::Line(line) => line.words.trim().is_empty(),
            Item::Table(rows) => rows.rows.iter().flatten().all(Self::is_blank),
            // Inside cells boxes are lines.
            Item::Panel(_) | Item::Nothing => true,
        })
    }

    /// Its paragraphs. A table inside gives one paragraph a row.
    pub(super) fn paragraphs(&self, out: &mut Vec<String>) {
        for item in &self.items {
            match item {
                Item::Line(line) => {
                    let pieces = line.words.split(['\n', '\x0C']).filter(|piece| !piece.trim().is_empty());
                    out.extend(pieces.map(str::to_owned));
                }
                Item::Table(table) => out.extend(table.rows.iter().map(|row| row_as_line(row))),
                Item::Panel(_) | Item::Nothing => {}
            }
        }
    }
}

/// A row as one paragraph, cells a space apart and their own paragraphs too.
pub(super) fn row_as_line(row: &[RowCell]) -> String {
    let mut words = Vec::new();
    for cell in row {
        cell.paragraphs(&mut words);
    }
    words.join(" ")
}
