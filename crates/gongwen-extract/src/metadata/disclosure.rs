//! 公开属性: whether the document may be read by everybody.

use super::zone::{Marks, Zones, joined, value_of};
use crate::facts::Disclosure;
use std::borrow::Cow;

/// Longest line believed to state it, in bytes: longer ones are prose that speaks of openness.
const WINDOW: usize = 160;

/// The note `（此件公开发布）`, a key `公开属性：主动公开`, a line `主动公开`, or what the page states.
pub(super) fn disclosure(zones: &Zones<'_>, website: &[(String, String)]) -> Option<Disclosure> {
    let spoken = zones.all().filter(|line| line.has(Marks::OPENNESS));
    spoken.map(|line| line.text).find_map(in_line).or_else(|| {
        website
            .iter()
            .filter(|(key, _)| list!("disclosure_keys").contains(&&*joined(key)))
            .find_map(|(_, value)| attribute(value))
    })
}

/// What a line states.
pub(super) fn in_line(line: &str) -> Option<Disclosure> {
    if let Some(value) = value_of(line, list!("disclosure_keys")) {
        return attribute(value);
    }
    // The note may share its line with the date of issue.
    let note = line.rfind("此件").or_else(|| line.rfind("（").filter(|_| line.ends_with('）')));
    let note = match note {
        Some(at) => &line[at..],
        None if line.len() <= WINDOW => line,
        None => return None,
    };
    if note.len() > WINDOW {
        return None;
    }
    let plain = joined(note);
    let bare = plain.trim_matches(['（', '(', '）', ')', '。', '【', '】']);
    let stated = bare.strip_prefix("此件").unwrap_or(bare);
    exact(stated)
}

fn exact(stated: &str) -> Option<Disclosure> {
    if list!("disclosure_public").contains(&stated) {
        Some(Disclosure::Public)
    } else if list!("disclosure_on_request").contains(&stated) {
        Some(Disclosure::OnRequest)
    } else if list!("disclosure_restricted").contains(&stated) {
        Some(Disclosure::Restricted)
    } else {
        None
    }
}

fn attribute(value: &str) -> Option<Disclosure> {
    let value: Cow<'_, str> = joined(value);
    exact(value.trim_end_matches(['。', '）', ')', '】', ']']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: Option<Disclosure>) {
        assert_eq!(in_line(line), expect, "{line}");
    }

    #[test]
    fn notes_and_keys() {
        for line in [
            "（此件公开发布）",
            "(此件主动公开)",
            "此件公开发布",
            "二○○七年三月二日 （此件公开发布）",
            "公开方式:主动公开",
            "（公开方式：主动公开）",
            "公开属性： 主动公开",
            "（主动公开）",
        ] {
            check(line, Some(Disclosure::Public));
        }
        check("（此件依申请公开）", Some(Disclosure::OnRequest));
        check("信息公开选项：依申请公开", Some(Disclosure::OnRequest));
        check("（此件不予公开）", Some(Disclosure::Restricted));
        check("此件不公开", Some(Disclosure::Restricted));
    }

    #[test]
    fn prose_states_nothing() {
        check("主动公开政务服务事项办事指南，接受社会监督", None);
        check("（此件发至乡）", None);
        check("此件删减后公开", None);
        check("推进重点领域信息依申请公开规范化", None);
    }
}
