//! What a document says, as values with their places.

use gongwen_lexicon::Division;
use gongwen_lexicon::agency::Functions;
use gongwen_text::{Diagnostic, Span};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// Everything that was read from one document. Borrows the manuscript's text.
#[derive(Clone, Debug, Default)]
pub struct Facts<'a> {
    /// GB/T 9704 elements.
    pub metadata: Metadata<'a>,
    /// Tasks in document order.
    pub tasks: Vec<Task>,
    /// Organisations that were named, each printed form once; assignments refer to them by their place here.
    pub orgs: Vec<OrgName<'a>>,
    /// Assignments as stated, in document order; inherited ones are derived by the record.
    pub assignments: Vec<Assignment>,
    /// Targets in document order.
    pub targets: Vec<Target<'a>>,
    /// Commitments without a number (guide, 5, last item).
    pub qualitative: Vec<Qualitative>,
    /// What was odd.
    pub diagnostics: Vec<Diagnostic>,
}

impl Facts<'_> {
    /// Puts targets in the order of the text; `part_of` follows.
    pub(crate) fn sort_targets(&mut self) {
        let targets = &mut self.targets;
        let mut order: Vec<usize> = (0..targets.len()).collect();
        order.sort_by_key(|&i| (targets[i].span.start, i));
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new;
        }
        let mut sorted: Vec<Target<'_>> = order.iter().map(|&i| targets[i].clone()).collect();
        for target in &mut sorted {
            target.part_of = target.part_of.map(|part| place[part]);
        }
        *targets = sorted;
    }
}

/// Elements of GB/T 9704-2012 (guide, 1).
#[derive(Clone, Debug, Default)]
pub struct Metadata<'a> {
    /// 标题 of the plan, white space removed.
    pub title: Option<Cow<'a, str>>,
    /// Title of the carrying notice, white space removed.
    pub notice_title: Option<Cow<'a, str>>,
    /// 发文字号
    pub document_number: Option<DocumentNumber<'a>>,
    /// 发文机关, full names in order.
    pub issuing_authorities: Vec<Cow<'a, str>>,
    /// 主送机关
    pub addressees: Vec<Cow<'a, str>>,
    /// 成文日期
    pub date_of_issue: Option<Date>,
    /// 印发日期
    pub printing_date: Option<Date>,
    /// 抄送, 抄报
    pub copy_to: Vec<Cow<'a, str>>,
    /// 公开属性
    pub disclosure: Option<Disclosure>,
    /// 规划期: first and last year.
    pub period: Option<(i16, i16)>,
    /// 行政区划
    pub division: Option<Division>,
    /// 引用文件
    pub references: Vec<Reference<'a>>,
    /// 联系人 etc., field and value.
    pub contacts: Vec<Contact<'a>>,
}

/// 发文字号 (GB/T 9704-2012, 7.2.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentNumber<'a> {
    /// As printed, white space removed.
    pub raw: Cow<'a, str>,
    /// 发文机关代字
    pub agency_code: Cow<'a, str>,
    /// 年份
    pub year: i16,
    /// 发文顺序号
    pub serial: u32,
    /// Where.
    pub span: Span,
}

/// 公开属性
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Disclosure {
    /// 此件公开发布, 主动公开
    Public,
    /// 依申请公开
    OnRequest,
    /// 不予公开
    Restricted,
}

/// A cited policy, law or plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// Title without the book-title marks, white space removed.
    pub title: Cow<'a, str>,
    /// Document number as printed behind it.
    pub document_number: Option<Cow<'a, str>>,
    /// Where the title stands.
    pub span: Span,
}

/// A printed contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact<'a> {
    /// `联系人`, white space removed.
    pub field: Cow<'a, str>,
    /// Its value.
    pub value: Cow<'a, str>,
    /// Where the value stands.
    pub span: Span,
}

/// To what a fact belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// The document as a whole (preamble).
    Document,
    /// A section: index into the outline's sections.
    Section(usize),
    /// A task: index into the facts' tasks.
    Task(usize),
}

/// Where a task was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// In the body.
    Body,
    /// In a table.
    Table,
}

/// A leaf of the plan that somebody has to carry out (guide, 3).
#[derive(Clone, Debug)]
pub struct Task {
    /// The leaf section itself (body), or the section of the table or of the ledger's unit.
    pub section: usize,
    /// Printed ordinal; the row number for a row.
    pub label: Option<Span>,
    /// Run-in or stand-alone title.
    pub title: Option<Span>,
    /// Where it was printed.
    pub origin: Origin,
    /// Number of the table row, from 1.
    pub row: Option<u32>,
    /// What to do: the unit's words behind label and run-in title.
    pub text: Span,
    /// Time of completion stated with it (guide, 6).
    pub due: Option<Due>,
    /// Topic codes.
    pub topics: Vec<&'static str>,
    /// All of it.
    pub span: Span,
}

/// Completion time (guide, 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// As printed.
    pub raw: Span,
    /// Last day or month: `2024-06-30` or `2024-06`.
    pub by: Option<String>,
    /// `year`, `month`, `ongoing` …
    pub every: Option<&'static str>,
}

/// What an organisation does in a scope (guide, 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// 牵头
    Lead,
    /// 配合, 协助, 参与, 协办
    Support,
    /// 负责, 责任单位
    Responsible,
}

/// How a duty was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Statement {
    /// In a bracket: `（区教育局负责）`.
    Inline,
    /// A line `牵头部门：…`.
    Labelled,
    /// A cell of a table.
    Table,
    /// In a sentence.
    Narrative,
}

/// One organisation or a class of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OrgKind {
    /// One organisation.
    Unit,
    /// 各乡镇, 各成员单位 …
    Collective,
}

/// An organisation as printed and as named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrgName<'a> {
    /// As printed, wraps removed.
    pub surface: Cow<'a, str>,
    /// Full name with the division it belongs to.
    pub name: Cow<'a, str>,
    /// Aliases printed in brackets.
    pub aliases: Vec<Cow<'a, str>>,
    /// What it does, as a set of codes.
    pub functions: Functions,
    /// One or a class.
    pub kind: OrgKind,
    /// `national` `province` `prefecture` `county` `township`, where known.
    pub level: Option<&'static str>,
}

/// One organisation, one role, one scope.
#[derive(Clone, Copy, Debug)]
pub struct Assignment {
    /// To what it belongs.
    pub scope: Scope,
    /// What it does.
    pub role: Role,
    /// Who: index into the facts' organisations.
    pub org: usize,
    /// How it was printed.
    pub statement: Statement,
    /// Whether the list ended in 等.
    pub open_ended: bool,
    /// Whether the cell was empty and took the value above.
    pub merged: bool,
    /// The organisation as it stands in the text.
    pub span: Span,
    /// Public id of the rule that read it.
    pub rule: &'static str,
}

/// How a value binds (guide, 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparator {
    /// 以上, 不少于 …
    Ge,
    /// 超过, 高于 …
    Gt,
    /// 以内, 不超过 …
    Le,
    /// 低于, 小于 …
    Lt,
    /// 达到, 为, bare.
    Eq,
    /// 约, 左右 …
    Approx,
    /// 1-2家
    Range,
}

/// What kind of quantity (guide, 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Reach a level or share.
    Level,
    /// Grow by.
    Increase,
    /// Fall by.
    Decrease,
    /// Do or make so many.
    Count,
}

impl Measure {
    /// Whether it says by how much something grows or falls.
    pub(crate) fn is_change(self) -> bool {
        matches!(self, Self::Increase | Self::Decrease)
    }
}

/// How firmly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Modality {
    /// Plainly committed.
    Firm,
    /// 力争, 争取, 努力
    Aim,
}

/// What a target is measured from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// Year of comparison.
    pub year: Option<i16>,
    /// Value then.
    pub value: Option<Decimal>,
    /// As printed.
    pub text: Span,
}

/// A quantity that the plan commits to (guide, 5).
#[derive(Clone, Debug)]
pub struct Target<'a> {
    /// To what it belongs.
    pub scope: Scope,
    /// The clause that holds the number; `text[span]` is the quote.
    pub span: Span,
    /// What is counted.
    pub indicator: Option<Cow<'a, str>>,
    /// Over whom or what it is spread.
    pub group: Option<Cow<'a, str>>,
    /// How it binds.
    pub comparator: Comparator,
    /// The number, multipliers resolved.
    pub value: Decimal,
    /// Upper end of a range.
    pub value_max: Option<Decimal>,
    /// `%`, `百分点`, `人次` …
    pub unit: Cow<'a, str>,
    /// What kind of quantity.
    pub measure: Measure,
    /// `once` `per_year` `per_semester` …
    pub frequency: &'static str,
    /// Year by which.
    pub deadline: Option<i16>,
    /// What it is measured from.
    pub baseline: Option<Baseline>,
    /// How firmly.
    pub modality: Modality,
    /// The target it is a part of: index into the facts' targets.
    pub part_of: Option<usize>,
    /// Public id of the rule that read it.
    pub rule: &'static str,
}

/// A commitment without a number.
#[derive(Clone, Debug)]
pub struct Qualitative {
    /// To what it belongs.
    pub scope: Scope,
    /// The clause.
    pub span: Span,
}
