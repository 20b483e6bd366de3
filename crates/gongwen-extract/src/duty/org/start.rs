//! The name that a text begins with: where it ends, before a joint, a deed or another word.

use super::halves::{JOINTS, ends_in_body, is_one_office};
use super::{is_name, is_seat, is_sound, is_vague, read};
use crate::duty::deed;
use crate::duty::pieces::marks;
use crate::duty::place::is_division;
use gongwen_lexicon::agency::{self, Name};

/// Whether a name begins the text.
pub(in crate::duty) fn begins_with_name(text: &str) -> bool {
    name_at_start(text).is_some()
        || text.split(['、', '，']).next().is_some_and(|first| is_name(first) || is_division(first))
}

/// Whether the text begins as a name of its own does.
pub(in crate::duty) fn begins_anew(text: &str) -> bool {
    is_name(text)
        && text.starts_with(['县', '市', '区', '省', '州', '旗', '盟', '各', '团'])
        && !text.starts_with("市场")
}

/// Where the longest name ends that begins the text; a name only if it is one as a whole. `科协及有关部门` begins with
/// 科协.
pub(in crate::duty) fn name_at_start(text: &str) -> Option<usize> {
    let stop = marks(text).find(|(_, c)| matches!(c, '，' | '。' | '；' | '：'));
    let text = &text[..stop.map_or(text.len(), |(at, _)| at)];
    let end = agency::name_at_start(text)?;
    let end = deed::before_deed(&text[..end]).unwrap_or_else(|| match longest_at_start(text, end) {
        longest if longest > end => deed::before_deed(&text[..longest]).unwrap_or(longest),
        longest => longest,
    });
    let found = &text[..end];
    // 县委 before an office of unknown words is only its seat.
    if is_seat(found)
        && text[end..].chars().take(6).any(|c| matches!(c, '办' | '局' | '室' | '部' | '委' | '组'))
    {
        return None;
    }
    if let Some(at) = first_of_two(found) {
        return is_sound(&Name::read(&found[..at])).then_some(at);
    }
    read(found).is_some_and(|name| is_sound(&name)).then_some(end)
}

/// Where the first of two names ends that a word joins: `省文化和旅游厅|和省贸促会`, where the first joint is inside a name.
fn first_of_two(found: &str) -> Option<usize> {
    JOINTS.next(found, 0)?;
    ["以及", "及", "和", "与"].iter().find_map(|word| {
        let mut joints = found.match_indices(word).map(|(at, _)| at);
        joints.find(|&at| are_two(&found[..at], &found[at + word.len()..]))
    })
}

/// Whether what stands on both sides of a joining word are two: a name, and a name or nobody in particular.
fn are_two(left: &str, right: &str) -> bool {
    is_name(left)
        && !is_one_office(left, right)
        && (is_vague(right) || is_name(right) && (!agency::is_function(left) || ends_in_body(left)))
}

/// A longer name than the one of `end` bytes that begins `text`: 各镇 begins 各镇人民政府.
fn longest_at_start(text: &str, end: usize) -> usize {
    let mut best = end;
    for (at, c) in text[end..].char_indices().take(14) {
        let next = end + at + c.len_utf8();
        if matches!(c, '、' | '，' | '。' | '；' | '：' | '要' | '的' | '等' | '牵' | '负' | '应')
        {
            break;
        }
        if matches!(
            c,
            '府' | '处'
                | '局'
                | '委'
                | '会'
                | '部'
                | '门'
                | '位'
                | '办'
                | '心'
                | '室'
                | '司'
                | '行'
                | '）'
                | ')'
        ) && !goes_on_as_word(c, &text[next..])
            && is_name(&text[..next])
        {
            best = next;
        }
    }
    best
}

/// Whether a body's last character begins another word: 办 of 办法 in `县残联制定办法`.
fn goes_on_as_word(c: char, rest: &str) -> bool {
    let second: &[char] = match c {
        '办' => &['法', '理', '好', '事', '结', '学', '证'],
        '部' => &['署', '分'],
        '处' => &['理', '置', '罚'],
        '会' => &['商', '议', '同', '诊'],
        '委' => &['托', '派'],
        '位' => &['置', '于'],
        '门' => &['户', '槛'],
        '局' => &['面', '势'],
        _ => return false,
    };
    rest.starts_with(second)
}
