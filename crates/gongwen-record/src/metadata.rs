//! Elements of a document (GB/T 9704-2012).

use crate::CharSpan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Elements of the document (GB/T 9704-2012). Unknown is null, a list that the document does not print is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Metadata<'a> {
    /// 标题 of the plan itself, its lines joined, white space removed, book-title marks kept off; null when none was found.
    pub title: Option<Cow<'a, str>>,
    /// 标题 of the notice that carries the plan (`…关于印发《…》的通知`); null when the plan comes without one.
    pub notice_title: Option<Cow<'a, str>>,
    /// 发文字号 of the document itself, never one that it cites; null when it prints none.
    pub document_number: Option<DocumentNumber<'a>>,
    /// 发文机关, full names in printed order; a body that signs for another (代章) is none.
    pub issuing_authorities: Vec<Cow<'a, str>>,
    /// 主送机关, as printed, in order.
    pub addressees: Vec<Cow<'a, str>>,
    /// 成文日期 as an ISO date, `2022-05-05`; null when unknown.
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub date_of_issue: Option<Cow<'a, str>>,
    /// 印发日期 of the colophon (版记) as an ISO date; null when unknown.
    #[schemars(regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub printing_date: Option<Cow<'a, str>>,
    /// 抄送 and 抄报, as printed, in order.
    pub copy_to: Vec<Cow<'a, str>>,
    /// 公开属性; null when the document says nothing.
    pub disclosure: Option<Disclosure>,
    /// 规划期 from the title; null when the title names none.
    pub period: Option<Period>,
    /// 行政区划 (GB/T 2260); null with a diagnostic when unknown, never a guess.
    pub division: Option<Division<'a>>,
    /// 引用文件: each cited policy, law or plan, in document order.
    pub references: Vec<Reference<'a>>,
    /// 联系人, 联系电话 …, only where the document prints them.
    pub contacts: Vec<Entry<'a>>,
    /// What the page that carries the document prints around it (索引号, 发布日期, 主题分类, 有效性 …), in order.
    pub website: Vec<Entry<'a>>,
}

/// 发文字号 (GB/T 9704-2012, 7.2.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DocumentNumber<'a> {
    /// As printed, white space removed: `平政办发〔2022〕45号`.
    pub raw: Cow<'a, str>,
    /// 发文机关代字: `平政办发`.
    pub agency_code: Cow<'a, str>,
    /// 年份.
    pub year: i16,
    /// 发文顺序号.
    pub serial: u32,
    /// Where it stands.
    pub span: CharSpan,
}

/// 公开属性.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Disclosure {
    /// 此件公开发布, 主动公开.
    Public,
    /// 依申请公开.
    OnRequest,
    /// 不予公开.
    Restricted,
}

/// 规划期: the years that the plan covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// First year.
    pub start: i16,
    /// Last year; the same as the first for a yearly plan.
    pub end: i16,
}

/// 行政区划 (GB/T 2260).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Division<'a> {
    /// GB/T 2260 code, six digits.
    #[schemars(regex(pattern = r"^[0-9]{6}$"))]
    pub code: Cow<'a, str>,
    /// Full name: `平罗县`.
    pub name: Cow<'a, str>,
    /// Name of the prefecture above, or its own; null where a county stands directly under a province, and for a province.
    pub prefecture: Option<Cow<'a, str>>,
    /// Name of the province above, or its own.
    pub province: Cow<'a, str>,
    /// Its level.
    pub level: DivisionLevel,
}

/// Level of a division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DivisionLevel {
    /// 省, 自治区, 直辖市.
    Province,
    /// 地级市, 自治州, 地区, 盟.
    Prefecture,
    /// 县, 县级市, 市辖区, 旗.
    County,
}

/// A cited policy, law or plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reference<'a> {
    /// Its title without book-title marks, white space removed.
    pub title: Cow<'a, str>,
    /// Its document number as printed behind it; null when none is given.
    pub document_number: Option<Cow<'a, str>>,
    /// Where the title stands.
    pub span: CharSpan,
}

/// A printed pair of field and value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry<'a> {
    /// Its name as printed, white space removed: `联系人`, `索引号`.
    pub field: Cow<'a, str>,
    /// Its value as printed.
    pub value: Cow<'a, str>,
    /// Where the value stands; null where it was printed outside the text.
    pub span: Option<CharSpan>,
}
