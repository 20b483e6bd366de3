//! Value cells that are sentences of their own.

use super::number::first_number;
use crate::target::cues::CUES;
use crate::target::{group, matter, measure, quantity};

/// Whether a value cell is told in words: `创建省级2条、市级4条`, `治理面积18平方公里，其中坡耕地2000亩`, `乡级每月2次`.
pub(crate) fn is_told(cell: &str) -> bool {
    cell.split(['，', '；', ';', '、', '\n']).any(|part| {
        let part = part.trim();
        let counted = || {
            let read = first_number(part).and_then(|at| quantity::read(part, at));
            read.is_some_and(|q| !matches!(&*q.unit, "" | "%" | "百分点"))
        };
        // `累计改造2万亩`, `年培训1000人次`
        let deed = ["累计", "全年", "年"].iter().find_map(|sum| part.strip_prefix(sum)).unwrap_or(part);
        let verb = || {
            let verb = CUES.make.prefix(deed).or_else(|| CUES.train.prefix(deed));
            verb.is_some_and(|verb| *verb != *"累计" && !deed[verb.len()..].starts_with(['率', '度']))
        };
        (part.contains('每') || part.contains("其中") || verb()) && counted() || names_itself(part)
    })
}

/// Whether a clause says itself what its number is of: `固定资产投资增长8%`, `城镇新增就业1.1万人`, and not only how far it goes.
fn names_itself(clause: &str) -> bool {
    const SHORTEST: usize = 4;
    let Some(at) = first_number(clause) else { return false };
    let left = &clause[..at];
    let binding = measure::binding(left);
    let name = matter::clean(matter::strip_lead(&left[..binding.start]).0);
    // `完成路基工程60%`
    let name = name.strip_prefix("完成").filter(|work| work.ends_with("工程")).unwrap_or(name);
    let own = name.chars().filter(|&c| gongwen_text::chars::is_han(c)).count() >= SHORTEST
        && !name.starts_with(['比', '较'])
        && !name.contains("分别")
        && !measure::begins_binding(name)
        && !group::is_group(name);
    own && quantity::read(clause, at).is_some_and(|q| !q.unit.is_empty())
}
