//! The outline of a document.

use gongwen_text::{Diagnostic, Span};

/// The outline of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Title of the plan itself (guide, 1), as lines of the text: a title broken over paragraphs has several.
    pub title: Vec<Span>,
    /// Title of the notice that carries the plan, where there is one.
    pub notice_title: Vec<Span>,
    /// Paragraphs before the first section that are neither title (版头, 主送机关, 印发语, 落款, preamble), in order.
    pub front: Vec<Span>,
    /// The section tree, in document order: a parent stands before its children.
    pub sections: Vec<Section>,
    /// Readings of the tables, in document order.
    pub tables: Vec<TableReading>,
    /// Paragraphs behind a list that no heading stands above, which speak of all its items (`以上工作由县司法局牵头。`).
    pub conclusion: Vec<Span>,
    /// Paragraphs behind the body: closing words, signature, contacts, 附件 list.
    pub closing: Vec<Span>,
    /// Paragraphs of the 版记: 抄送, 印发.
    pub colophon: Vec<Span>,
    /// What was odd.
    pub diagnostics: Vec<Diagnostic>,
}

/// Whether a section belongs to the plan or is appended to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SectionKind {
    /// Part of the plan.
    #[default]
    Body,
    /// An annex, a ledger, a responsibility table (guide, 2).
    Annex,
}

/// A labelled or titled unit of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Index of the section above, always smaller than this section's own.
    pub parent: Option<usize>,
    /// Depth in the tree, 1 = top.
    pub level: u8,
    /// The printed ordinal.
    pub label: Option<Span>,
    /// The heading; white space inside is removed when it is printed. `None` for an item whose first sentence
    /// is its whole content.
    pub title: Option<Span>,
    /// Whether it belongs to the plan.
    pub kind: SectionKind,
    /// Everything of it, children included.
    pub span: Span,
    /// Its own text, in order: what follows a run-in title, paragraphs before the first child, and lines behind the last
    /// child that belong to it and not to the child (`牵头部门：` lines).
    pub own: Vec<Own>,
    /// Whether it has sections below it.
    pub has_children: bool,
}

/// A piece of a section's own text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// A paragraph, or the rest of one behind a run-in title.
    Text(Span),
    /// A line `牵头部门：…`, `责任单位：…`, `完成时限：…`: key and value.
    Field(Span),
    /// A table: index into [`Outline::tables`].
    Table(usize),
}

impl Own {
    /// Where it stands, if it is a paragraph.
    pub fn text(self) -> Option<Span> {
        if let Self::Text(span) = self { Some(span) } else { None }
    }

    /// Where it stands, if it is text.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Text(span) | Self::Field(span) => Some(span),
            Self::Table(_) => None,
        }
    }
}

/// What a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableKind {
    /// Rows of things to do, with units in columns.
    Responsibility,
    /// One row a unit, its numbered items in one cell.
    Ledger,
    /// Rows of indicators with values.
    Indicator,
    /// Rows of places, each with its part of what all are to do: `各镇改厕任务分解表`.
    Allotment,
    /// Nothing of these; kept as printed.
    Other,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnRole {
    /// 序号
    Number,
    /// 类别, 名称, 领域: groups rows; neither section nor task.
    Group,
    /// 主要任务, 工作内容, 项目名称: names what to do.
    Task,
    /// 具体措施, 工作措施, 任务清单: says what to do.
    Measure,
    /// 配合任务: what the unit of the row helps with.
    Supported,
    /// 牵头单位, 牵头部门
    Lead,
    /// 责任单位, 责任部门, 实施单位, 承办单位
    Responsible,
    /// 配合单位, 协助单位, 参与单位
    Support,
    /// 责任领导, 责任人, 联系人: persons, no units.
    Person,
    /// 评分部门, 考核部门, 督导单位: who assesses; no assignment.
    Assessor,
    /// 完成时限, 时间节点
    Due,
    /// 指标, 指标名称
    Indicator,
    /// 目标值, 2025年目标, 计划数
    Value,
    /// 2025年计划投资: what is to be spent on the row's work in a year.
    Money,
    /// 基期值, 2020年现状
    Baseline,
    /// 单位 of measure
    Unit,
    /// 乡镇, 县区: who the figures of the row are for.
    Place,
    /// A figure of the place that the header names, beside a column of indicators.
    Share,
    /// A mark that says what the unit of the header does: `●` `√`.
    Mark,
    /// 属性 (预期性, 约束性), 分值, 备注, anything else.
    Other,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub role: ColumnRole,
    /// Its header as printed (the lowest header cell over it), empty when there is none.
    pub header: Span,
    /// The header cell over that one, empty when there is none.
    pub above: Span,
}

/// A table and what its columns are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableReading {
    /// Index into the manuscript's tables.
    pub grid: usize,
    /// The section it stands in.
    pub section: Option<usize>,
    /// What it is for.
    pub kind: TableKind,
    /// The unit that all its figures are counted in, where a note above it says so (`单位：亩`).
    pub unit: Option<Span>,
    /// How many of its rows are headers: as the grid says, or as their words do.
    pub header_rows: usize,
    /// What the marks below units mean, as far as a legend says it.
    pub marks: Vec<(char, ColumnRole)>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Body rows with merged cells filled; group rows over all columns are left out.
    pub rows: Vec<Row>,
}

impl TableReading {
    /// Whether a column says what the unit of the row helps with (`单位 | 牵头任务 | 配合任务`), and nothing leaves open which
    /// unit that is: each item of a row then has the rank of its column.
    pub fn ranks_items(&self) -> bool {
        use ColumnRole::{Lead, Measure, Responsible, Support, Supported, Task};
        let at = |wanted: &[ColumnRole]| {
            let mut found = (0..self.columns.len()).filter(|&c| wanted.contains(&self.columns[c].role));
            (found.next(), found.next().is_some())
        };
        let (Some(unit), false) = at(&[Lead, Responsible]) else { return false };
        let (Some(helped), false) = at(&[Supported]) else { return false };
        let (own, more) = at(&[Task, Measure]);
        !more && unit < helped && own.is_none_or(|own| unit < own) && at(&[Support]).0.is_none()
    }
}

/// A body row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Row of the grid.
    pub index: usize,
    /// One cell a column.
    pub cells: Vec<RowCell>,
    /// The unit's section, in a ledger.
    pub section: Option<usize>,
    /// The numbered items of the unit's cell, in a ledger; one item without label when the cell has none.
    pub items: Vec<Item>,
}

/// A cell as a row sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCell {
    /// Its text; empty when it says nothing.
    pub span: Span,
    /// Whether the value was taken over from a merged cell above (or 同上, 〃).
    pub merged: bool,
    /// How many columns its words reach over, from its own to the right; 0 and 1 are its own alone.
    pub width: u16,
}

/// A numbered item in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The printed ordinal.
    pub label: Option<Span>,
    /// Run-in title.
    pub title: Option<Span>,
    /// What to do: behind label and title.
    pub text: Span,
}
