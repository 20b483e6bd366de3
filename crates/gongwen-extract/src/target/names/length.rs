//! What all members of a list share, told by how long the members are.

use super::List;
use std::borrow::Cow;

/// Members are mostly words of two characters (`高血压、糖尿病知晓率`: of three); what the first has more is shared by all.
pub(super) fn counted<'t>(list: &List<'t>) -> Vec<Cow<'t, str>> {
    let &List { ref items, first, last, .. } = list;
    let count = first.chars().count();
    // `2型糖尿病患者管理率`
    let illness = last.chars().take(6).position(|c| matches!(c, '病' | '症' | '癌' | '炎'));
    let usual = if illness.is_some_and(|at| at >= 2) { 3 } else { 2 };
    // `建设用地和耕地面积`, `小学教师、医师培训率`: members that end alike are whole.
    let alike_ends = || {
        let member = last.chars().nth(usual - 1);
        items.len() == 2 && illness.is_none() && member.is_some() && member == first.chars().last()
    };
    // `示范县（市、区）、示范乡镇创建率`: nothing is cut inside a bracket.
    let headed = (4..=10).contains(&count) && !first.ends_with(['）', ')']) && !alike_ends();
    let head = if headed { &first[..offset(first, count - usual)] } else { "" };
    // `城镇、农村居民收入` against `普惠性幼儿园、公办幼儿园覆盖率`: as long as the members before it.
    let member = if items.len() > 2 { items[1].chars().count() } else { count.min(usual) };
    let member = illness.filter(|&at| at > 2 && items.len() == 2).map_or(member, |at| at + 1);
    list.full(head, &last[offset(last, member)..])
}

/// Where the `n`th character of a text begins.
fn offset(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(at, _)| at)
}
