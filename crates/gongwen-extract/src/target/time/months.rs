//! Months in front of what is done in them: `5月、9月集中开展宣传活动2次`.

use super::part::is_done_then;
use crate::target::cues::CUES;

/// Length of the months that a text begins with, in front of what is done in them, and how many there are; a span is one. `5月宣传月` is a name.
pub(in crate::target) fn months(text: &str) -> Option<(usize, usize)> {
    /// A year has no more.
    const MOST: usize = 12;
    // One look: nearly every clause ends here. 在 于 分
    if !matches!(*text.as_bytes(), [b'0'..=b'9', ..] | [0xE5, 0x9C | 0x88, ..] | [0xE4, 0xBA, 0x8E, ..]) {
        return None;
    }
    let lead = ["分别在", "分别于", "在", "于"].iter().find(|lead| text.starts_with(**lead));
    let (mut at, mut told) = (lead.map_or(0, |lead| lead.len()), 0);
    while told < MOST {
        at += one(&text[at..])?;
        told += 1;
        match text[at..].strip_prefix(['、', '和', '及']) {
            Some(rest) => at = text.len() - rest.len(),
            None => break,
        }
    }
    is_done(&text[at..]).then_some((at, told))
}

/// Length of one month or a span of months: `5月`, `9月下旬`, `4—6月`, `3月至5月`.
fn one(text: &str) -> Option<usize> {
    let first = figure(text)?;
    let rest = &text[first..];
    if let Some(last) = rest.strip_prefix(['—', '-', '－', '~', '～', '至', '到']) {
        return Some(text.len() - last.len() + month(last)?);
    }
    let end = month(text)?;
    let last = text[end..].strip_prefix(['—', '-', '－', '~', '～', '至', '到']);
    Some(last.and_then(|last| Some(text.len() - last.len() + month(last)?)).unwrap_or(end))
}

/// Length of a month by its number, with the part of it that is meant.
fn month(text: &str) -> Option<usize> {
    let rest = text[figure(text)?..].strip_prefix('月')?;
    let part =
        ["份", "上旬", "中旬", "下旬", "中下旬", "上中旬"].iter().find(|part| rest.starts_with(**part));
    Some(text.len() - rest.len() + part.map_or(0, |part| part.len()))
}

/// Length of the number of a month.
fn figure(text: &str) -> Option<usize> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let month = text.get(..len).filter(|_| (1..=2).contains(&len))?.parse::<u8>().ok()?;
    (1..=12).contains(&month).then_some(len)
}

/// Whether words begin with what is done: `集中开展宣传`, `各报送信息`.
fn is_done(text: &str) -> bool {
    const HOW: [&str; 5] = ["各", "分别", "集中", "统一", "联合"];
    let deed = (0..2).fold(text, |rest, _| HOW.iter().find_map(|how| rest.strip_prefix(how)).unwrap_or(rest));
    let object =
        CUES.deed.prefix(deed).or_else(|| CUES.answered.prefix(deed)).map(|word| &deed[word.len()..]);
    is_done_then(deed)
        || object
            .is_some_and(|rest| !rest.starts_with(['率', '量', '额', '数', '值', '面', '月', '周', '日']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_in_front_of_a_deed() {
        let check = |text: &str, expect| {
            assert_eq!(months(text).map(|(len, told)| (&text[..len], told)), expect, "{text}");
        };
        check("5月、9月集中开展宣传", Some(("5月、9月", 2)));
        check("3月至5月组织活动", Some(("3月至5月", 1)));
        check("4—6月开展检查", Some(("4—6月", 1)));
        check("于3月上旬和9月份各报送信息", Some(("于3月上旬和9月份", 2)));
        check("5月宣传月活动", None);
        check("15月开展", None);
        check("5月10日开展活动", None);
    }
}
