//! What is done, beside the names of those who do it.

use super::cue::CUES;
use super::org::{SHORTEST, ends_body, is_level, is_name, is_seat};
use super::told;

/// Where a whole name ends inside what reads as one, when what follows is done, not named: `县住建局|组建工作专班`.
pub(super) fn before_deed(name: &str) -> Option<usize> {
    let ends = name.char_indices().map(|(at, c)| (at + c.len_utf8(), c));
    let mut ends = ends.filter(|&(end, c)| {
        end >= SHORTEST && (ends_body(c) || matches!(c, '府' | '央' | '室' | '联' | '协')) && end < name.len()
    });
    // 县政府推进职能转变协调小组 is one body.
    let named = |rest: &str, c: char| c == '府' && rest.starts_with('推');
    let builds =
        |rest: &str, c: char| rest.starts_with("建设") && (matches!(c, '联' | '协') || is_built(rest));
    ends.find(|&(end, c)| {
        (is_done(&name[end..]) || builds(&name[end..], c))
            && !named(&name[end..], c)
            && !is_seat(&name[..end])
            && is_name(&name[..end])
    })
    .map(|(end, _)| end)
}

/// Whether 建设 and what stands behind it can only be what is built: 住房城乡建设局 and 县水利局建设管理站 are bodies, 妇联建设中心 and
/// 县科技局建设科技馆 are none.
fn is_built(words: &str) -> bool {
    let open = ["馆", "公园", "广场", "学校", "幼儿园", "医院", "剧院", "影院", "养老院", "敬老院", "福利院"];
    open.iter().any(|end| words.ends_with(end))
}

/// Whether words begin with what is done: no name, or one that is the object, begins so.
pub(super) fn is_done(words: &str) -> bool {
    CUES.deed.begins(words) || has_others(words)
}

/// Whether words begin with what is asked of others: 组织部 and 指导站 are bodies, `组织学校`, `指导各镇` are done.
fn has_others(words: &str) -> bool {
    let behind = CUES.has_others.iter().find_map(|word| words.strip_prefix(word));
    behind.is_some_and(|rest| {
        rest.starts_with(is_level)
            || ["各", "镇", "乡", "学校", "企业"].iter().any(|who| rest.starts_with(who))
    })
}

/// What is done, behind partners: `等部门|筛选确定`, `有关单位|组建专班`.
pub(super) fn behind_partners(behind: &str) -> &str {
    /// Characters of `本县有关行业主管部门`, and a few more.
    const FARTHEST: usize = 16;
    let near = behind.char_indices().nth(FARTHEST).map_or(behind, |(at, _)| &behind[..at]);
    let vague = ["部门", "单位", "方面", "乡镇", "街道"]
        .iter()
        .filter_map(|noun| Some(near.rfind(noun)? + noun.len()));
    behind[vague.max().unwrap_or_default()..].trim_start_matches(['等', '）', ')'])
}

/// Whether the deed says which thing is meant or is done: `印发的通知`, `审核后的清单`, `已完成`.
pub(super) fn is_attribute(deed: &str) -> bool {
    let mut behind = deed.chars().skip(2);
    told::is_attribute(deed)
        || deed.starts_with(['的', '已', '曾'])
        || behind.next() == Some('的')
        || deed.get("审核".len()..).is_some_and(|behind| behind.starts_with("后的"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_before_what_is_done() {
        let named = |text: &'static str| before_deed(text).map(|end| &text[..end]);
        for (text, name) in [
            ("县住建局组建工作专班", Some("县住建局")),
            ("县财政局推进园区", Some("县财政局")),
            ("县公安局组建执法队", Some("县公安局")),
            ("县政府成立指挥部", Some("县政府")),
            ("县教育局组织学校", Some("县教育局")),
            ("县妇联建设救助中心", Some("县妇联")),
            ("县科协打造科普中心", Some("县科协")),
            ("县科技局建设科技馆", Some("县科技局")),
            ("县水利局建设管理站", None),
            ("县住房和城乡建设局", None),
            ("县政府要求县水利局", Some("县政府")),
            ("县司法局指导各镇", Some("县司法局")),
            ("县水利局指导站", None),
            ("县委组织部", None),
            ("县公安局城关派出所", None),
            ("县卫健局应急办", None),
            ("县政府推进职能转变协调小组", None),
        ] {
            assert_eq!(named(text), name, "{text}");
        }
    }
}
