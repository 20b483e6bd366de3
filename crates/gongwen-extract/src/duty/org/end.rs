//! Cheap looks at the first and last characters of what may be a name, before its words are read.

use super::{is_vague_actor, looks_like_name};
use gongwen_lexicon::agency;

/// Whether organisations end in the character.
pub(in crate::duty) fn ends_body(c: char) -> bool {
    matches!(
        c,
        '局' | '委'
            | '办'
            | '部'
            | '院'
            | '会'
            | '社'
            | '站'
            | '所'
            | '署'
            | '厅'
            | '处'
            | '队'
            | '校'
            | '馆'
            | '团'
            | '行'
            | '司'
            | '区'
            | '组'
            | '心'
            | '联'
            | '协'
    )
}

/// Whether a list of names may end in the character.
pub(in crate::duty) fn ends_list(c: char) -> bool {
    ends_body(c) || matches!(c, '）' | ')' | '府' | '镇' | '乡' | '道' | '街' | '门' | '位' | '县' | '市')
}

/// A cheap look before a piece of a list is read, which names or vague words may end: whether anything of the kind ends in
/// its last character.
pub(in crate::duty) fn may_be_listed(piece: &str) -> bool {
    let Some(last) = piece.chars().next_back() else { return true };
    !gongwen_text::chars::is_han(last)
        || ends_list(last)
        || matches!(last, '股' | '科' | '室' | '木' | '园')
        || piece.starts_with('各')
        || agency::may_end(piece)
        || piece.contains(['等', '（', '(', '〔', '[', '〈'])
        || is_vague_actor(piece)
}

/// A cheap look before a name is searched for: whether a character that ends names stands near the beginning.
pub(in crate::duty) fn may_begin(text: &str) -> bool {
    text.chars().take(40).any(|c| {
        matches!(
            c,
            '府' | '门'
                | '位'
                | '厅'
                | '镇'
                | '道'
                | '协'
                | '司'
                | '关'
                | '学'
                | '园'
                | '）'
                | ')'
                | '乡'
                | '市'
                | '县'
        ) || ends_body(c)
    })
}

/// Whether the text is short and its last character is that of organisations.
pub(in crate::duty) fn ends_like_body(text: &str) -> bool {
    let place = ['村', '镇', '乡', '场', '位', '厂', '店', '段'];
    text.len() <= 60 && (text.ends_with(ends_body) || text.ends_with(place))
}

/// Whether a list of names may end so: a cheap look before its names are read.
pub(in crate::duty) fn ends_like_list(text: &str) -> bool {
    text.ends_with(ends_list)
}

/// Whether the text ends in a name or in a word for some organisation, so that a bracket behind it explains it;
/// `落实到位（县水利局）` explains nothing.
pub(in crate::duty) fn ends_like_name(text: &str) -> bool {
    agency::name_at_end(text).is_some()
        || is_office_of_body(text)
        || text.ends_with('办') && is_reported_to(text)
        || text.ends_with(['位', '门', '构', '关'])
            && ["单位", "部门", "机构", "机关"].iter().any(|word| text.ends_with(word))
}

/// `报县整治工作领导小组办公室（县住建局）`: the bracket tells where the office is.
fn is_office_of_body(text: &str) -> bool {
    let body = text.strip_suffix("办公室").unwrap_or_default();
    ["小组", "指挥部", "专班", "联席会议", "委员会"].iter().any(|end| body.ends_with(end))
}

/// `报送县双创办（县人社局）`
fn is_reported_to(text: &str) -> bool {
    let at = text.rfind('报').map(|at| at + '报'.len_utf8());
    at.is_some_and(|at| looks_like_name(text[at..].trim_start_matches(['送', '至', '到', '给'])))
}
