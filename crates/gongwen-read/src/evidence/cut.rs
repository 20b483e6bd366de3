//! Breaks inside a key, a date, a name of a list or a bracket: what stands on both sides goes together.

use super::{BODY_KEYS, FIELDS, LISTED, is_field, is_open};
use gongwen_text::chars::{any_three, skip_han};

/// Whether a break stands inside a key, a date, or a bracket that `next` closes: `…9` and `月底）`.
pub(crate) fn is_cut(last: &str, next: &str) -> bool {
    let run = |c: char| c.is_ascii_digit();
    let digits = last.len() - last.trim_end_matches(run).len();
    if digits > 0 {
        let more = next.len() - next.trim_start_matches(run).len();
        let unit = next[more..].chars().next();
        let date = more == 0 && matches!(unit, Some('年' | '月' | '日'))
            || more > 0 && digits + more == 4 && unit == Some('年');
        if date {
            return true;
        }
    }
    // `完成时限：2024年` and `6月底`; a year alone is a cell or a title.
    if last.ends_with('年') && last.len() > "二〇二四年".len() && begins_with_month(next) && is_dated(last)
    {
        return true;
    }
    // `责任单位：县水利局、各` and `乡镇`: nothing ends in the word.
    if last.ends_with('各') && !is_field(next) {
        return true;
    }
    let listed = last.ends_with(['；', ';', '，', ',', '、']) && is_open(last);
    listed || cuts_key(last, next) || closes_bracket(next) || cuts_name(last, next)
}

/// Whether the bracket of a duty goes on with a key of its own: `（牵头单位：县水利局` and `配合单位：县财政局）`. `first` is what the
/// paragraph begins with, `last` its last line.
pub(crate) fn goes_on_in_bracket(first: &str, last: &str, next: &str) -> bool {
    // Every key ends in one of these, and hardly any line begins with one.
    let near = &next.as_bytes()[..next.len().min(24)];
    if !near.windows(3).any(|w| w == "：".as_bytes()) && !near.contains(&b':') || !is_field(next) {
        return false;
    }
    let open = |line: &str| {
        /// Bytes of a line's end in which the bracket is looked for.
        const FARTHEST: usize = 600;
        let line = &line[line.ceil_char_boundary(line.len().saturating_sub(FARTHEST))..];
        let at = line.rfind(['（', '('])?;
        let inner = line[at..].trim_start_matches(['（', '(']);
        (!inner.contains(['）', ')']) && is_field(inner)).then_some(())
    };
    open(last).is_some() || open(first).is_some() && is_field(last) && !closes_bracket(last)
}

/// Whether a line begins with a month: `6月底`.
fn begins_with_month(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && text[digits..].starts_with('月')
}

/// Whether a line ends in a year: `完成时限：2024年`.
fn is_dated(text: &str) -> bool {
    let year = text.trim_end_matches('年');
    year.len() - year.trim_end_matches(|c: char| c.is_ascii_digit()).len() == 4
}

/// Whether a name in a list behind its key is cut: `责任单位：县审` and `计局、县财政局`.
fn cuts_name(last: &str, next: &str) -> bool {
    const LONGEST: usize = 36;
    let unit = |name: &str| gongwen_lexicon::ends_with_any(name, gongwen_lexicon::words("unit_endings"));
    let rest = next.split(['、', '，', ',', '；', '。', ' ', '\u{3000}']).next().unwrap_or(next);
    let begun = last.rsplit(['、', '，', ',', '：', ':']).next().unwrap_or(last);
    // `各镇（街道）` ends as what stands before its bracket does.
    let bracket = begun.ends_with(['）', ')']).then(|| begun.find(['（', '('])).flatten();
    let begun = bracket.map_or(begun, |open| &begun[..open]);
    let keyed = is_field(last)
        && BODY_KEYS
            .iter()
            .any(|end| last.split(['：', ':', '】']).next().is_some_and(|key| key.ends_with(end)));
    let short = (1..=LONGEST).contains(&begun.len()) && (1..=LONGEST).contains(&rest.len());
    keyed && short && !unit(begun) && unit(rest) && !rest.contains(['：', ':'])
}

/// Whether `next` closes a bracket that it did not open; `1）` is a label.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
fn closes_bracket(next: &str) -> bool {
    const LABEL: usize = 9;
    const CHARS: usize = 200;
    // Most lines have no closing mark so near: half-width ones, ） 〕 】, told by the first and the last byte.
    let closes = |a, _, c| {
        (a == b')') | (a == b']') | (a == 0xEF) & (c == 0x89) | (a == 0xE3) & ((c == 0x95) | (c == 0x91))
    };
    if !any_three(&next.as_bytes()[..next.len().min(4 * CHARS)], closes) {
        return false;
    }
    let bytes = next.as_bytes();
    let (mut open, mut at, mut left) = (0usize, 0, CHARS);
    loop {
        let mark = skip_han(bytes, at);
        left = left.saturating_sub((mark - at) / '某'.len_utf8());
        let Some(c) = next[mark..].chars().next().filter(|_| left > 0) else { return false };
        match c {
            '（' | '(' | '[' | '〔' | '【' => open += 1,
            '）' | ')' | ']' | '〕' | '】' if open > 0 => open -= 1,
            '）' | ')' | ']' | '〕' | '】' => return mark > LABEL || next.starts_with(['月', '日']),
            _ => {}
        }
        (at, left) = (mark + c.len_utf8(), left - 1);
    }
}

/// Whether `next` begins with a key of a duty that no mark parts from the words of `last`.
pub(crate) fn parts_key(last: &str, next: &str) -> bool {
    let near = &next.as_bytes()[..next.len().min(24)];
    (near.windows(3).any(|w| w == "：".as_bytes()) || near.contains(&b':'))
        && last.ends_with(|c: char| gongwen_text::chars::is_han(c) || matches!(c, '）' | ')'))
        && FIELDS
            .iter()
            .chain(&LISTED)
            .any(|key| next.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(['：', ':'])))
}

/// Whether a key is cut between two lines: `…；完成` and `时限：2025年6月底`.
pub(crate) fn cuts_key(last: &str, next: &str) -> bool {
    let colon = next.bytes().take(24).position(|byte| matches!(byte, b':' | 0xEF));
    let Some(behind) = colon.filter(|&at| next[at..].starts_with(['：', ':'])) else { return false };
    FIELDS.iter().chain(&LISTED).any(|key| {
        let cut = key.len().checked_sub(behind).filter(|&cut| cut > 0 && key.is_char_boundary(cut));
        cut.is_some_and(|cut| last.ends_with(&key[..cut]) && next.starts_with(&key[cut..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_of_duties_go_on_with_keys() {
        for (first, last, next, expect) in [
            ("（牵头单位：县水利局", "（牵头单位：县水利局", "配合单位：县财政局）", true),
            ("整治。（牵头单位：县水利局", "配合单位：县财政局", "完成时限：6月底）", true),
            ("整治。（牵头单位：县水利局", "配合单位：县财政局）", "完成时限：6月底", false),
            ("（牵头单位：县水利局）", "（牵头单位：县水利局）", "配合单位：县财政局", false),
            ("整治（含西河", "整治（含西河", "配合单位：县财政局", false),
            ("（牵头单位：县水利局", "（牵头单位：县水利局", "县财政局）", false),
        ] {
            assert_eq!(goes_on_in_bracket(first, last, next), expect, "{first} {next}");
        }
    }

    #[test]
    fn breaks_inside_keys_dates_and_brackets() {
        for (last, next, cut) in [
            ("完成时限：2025年9", "月底）", true),
            ("完成时限：202", "5年6月底", true),
            ("完成时限：2024年", "6月底", true),
            ("2024年", "6月底", false),
            ("责任单位：县水利局、各", "乡镇", true),
            ("县民政局、各", "责任单位：县水利局", false),
            ("（牵头单位：县气象局；配", "合单位：县水文站）", true),
            ("（牵头单位：县教育局；", "完成时限：2025年6月底）", true),
            ("（牵头单位：县教育局；", "配合单位：县财政局", true),
            ("责任单位：县水利局、县审", "计局、县财政局", true),
            ("责任单位：县水利局", "县审计局", false),
            ("建设基地3处", "5月底前完成", false),
            ("加强管理", "（1）健全制度", false),
            ("加强管理", "1）健全制度", false),
            ("责任单位：县住建局、各镇（街道）", "某县农业农村局", false),
        ] {
            assert_eq!(is_cut(last, next), cut, "{last} {next}");
        }
    }
}
