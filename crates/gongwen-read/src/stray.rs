//! Blanks that recognition has put into words of duty and into names of bodies: `农业农村 局牵头`, `责 任单位：`.
//!
//! Elsewhere a blank between two Han characters may part names, columns or a heading from its text, so only these are taken out:
//! where both sides together make one word that neither side makes by itself.

use gongwen_lexicon::agency::name_at_end;
use gongwen_lexicon::words;
use gongwen_text::chars::is_han;
use std::sync::LazyLock;

/// Longest name in front of a blank, in bytes.
const LONGEST_HEAD: usize = 48;
/// Longest rest of a name behind it, in characters.
const LONGEST_REST: usize = 5;

/// Words that are whole wherever they stand, by where a blank may cut them.
static CUTS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let words = words("stray_words").iter();
    let cuts = words.flat_map(|word| word.char_indices().skip(1).map(|(at, _)| word.split_at(at)));
    cuts.collect()
});

/// Where such blanks stand. Of a text that is set in spaced letters only so many are looked at as a page has lines.
pub(crate) fn blanks(source: &str) -> impl Iterator<Item = usize> + '_ {
    const PAGE: usize = 64;
    const BYTES_A_BLANK: usize = 100;
    let between = |&at: &usize| {
        at >= 3 && matches!(source.as_bytes()[at - 3..], [0xE4..=0xE9, _, _, _, 0xE4..=0xE9, ..])
    };
    let most = PAGE + source.len() / BYTES_A_BLANK;
    let blanks = memchr::memchr_iter(b' ', source.as_bytes()).filter(between).take(most);
    blanks.filter(|&at| is_inside_word(source, at))
}

/// Whether the one blank at `at`, between two Han characters, stands inside a word.
fn is_inside_word(source: &str, at: usize) -> bool {
    let from = source.ceil_char_boundary(at.saturating_sub(LONGEST_HEAD));
    let before = &source[from..at];
    let head = before.rfind(|c| !is_han(c)).map_or(before, |mark| {
        let mark = mark + before[mark..].chars().next().map_or(0, char::len_utf8);
        &before[mark..]
    });
    let rest = &source[at + 1..];
    CUTS.iter().any(|(first, last)| {
        head.ends_with(first) && rest.starts_with(last) && stands_apart(&rest[last.len()..])
    }) || is_name(head, rest)
}

/// Whether both sides make the name of a body that neither makes alone, with a duty or a mark behind it.
fn is_name(head: &str, rest: &str) -> bool {
    if name_at_end(head).is_some() {
        return false;
    }
    // `住房城 乡建设局`: 乡建设局 would be that of a township.
    let cut_between = head.ends_with('城') && rest.starts_with('乡');
    let ends = rest.char_indices().take(LONGEST_REST).take_while(|(_, c)| is_han(*c));
    ends.map(|(at, c)| at + c.len_utf8()).any(|end| {
        stands_apart(&rest[end..]) && (cut_between || name_at_end(&rest[..end]) != Some(0)) && {
            let joined = [head, &rest[..end]].concat();
            name_at_end(&joined).is_some_and(|start| start < head.len())
        }
    })
}

/// Whether a word can end in front of `rest`: a mark, the end, or another word of duty begins.
fn stands_apart(rest: &str) -> bool {
    !rest.starts_with(is_han) || words("stray_behind").iter().any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: bool) {
        let at = text.find(' ').expect("a blank");
        assert_eq!(is_inside_word(text, at), expect, "{text}");
    }

    #[test]
    fn blanks_inside_words() {
        check("（县农业农村 局牵头，县财政局配合）", true);
        check("县审计局配 合）", true);
        check("责 任单位：县财政局", true);
        check("完成时 限：2024年6月", true);
        check("县市场监督管 理局、县公安局", true);
        check("（县住房城 乡建设局）", true);
    }

    #[test]
    fn blanks_between_words() {
        check("责任单位：县教育局 县科协", false);
        check("责任单位 县教育局", false);
        check("一、 总体要求", false);
        check("推进教育 局部改造", false);
        check("重点任务 财政局", false);
        check("加强分配 合作共赢", false);
        check("张 明", false);
        check("县委 宣传部", false);
    }
}
