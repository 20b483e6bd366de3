//! 发文字号 (GB/T 9704-2012, 7.2.5).

use super::rules;
use super::zone::{Marks, Zones, bracketed, head, joined, value_of};
use crate::facts::DocumentNumber;
use crate::wordlist::CharSet;
use gongwen_text::Span;
use gongwen_text::chars::{fold_width, is_han};

/// Longest 发文机关代字 believed, in characters: longer ones are words glued to it.
const CODE_CHARS: usize = 14;

/// Bytes at the start of a line in which a number may stand.
const WINDOW: usize = 600;

/// A number and where it stands in the piece it was read from.
pub(super) struct Found<'a> {
    pub(super) number: DocumentNumber<'a>,
    /// From the first character of the agency code to the end of the number, in bytes of the piece.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Every number in `piece`, own or cited. The bracket before the year is the anchor; the pattern reads on from there,
/// and the agency code stands directly before it.
pub(super) fn numbers<'a>(piece: &'a str, text: &'a str) -> impl Iterator<Item = Found<'a>> {
    static OPENING: CharSet = CharSet::of(&['〔', '[', '［', '【', '（', '(', '﹝', '〈', '<']);
    // What stands behind the four digits of the year; `（2021—2025年）` is no number.
    static CLOSING: CharSet =
        CharSet::of(&[' ', '\u{3000}', '年', '〕', ']', '］', '】', '）', ')', '﹞', '〉', '>']);
    let piece = head(piece, WINDOW);
    OPENING.all(piece).filter_map(move |(open, _)| {
        let opens = |c: char| OPENING.has(c);
        let year = piece[open..].trim_start_matches(opens).trim_start_matches([' ', '\u{3000}']);
        if !year.starts_with(['1', '2', '１', '２']) || !year.chars().nth(4).is_some_and(|c| CLOSING.has(c))
        {
            return None;
        }
        let captures = rules().rule("metadata.number").regex().captures(head(&piece[open..], 90))?;
        let end = open + captures.get(0)?.end();
        // `20期` is an issue of a bulletin; a number cut short by the end of a longer one is none.
        if captures.name("mark").is_none()
            && piece[end..].chars().next().is_some_and(|c| c.is_alphanumeric() || c == '-')
        {
            return None;
        }
        let agency = agency_before(&piece[..open])?;
        let start = Span::of(agency, piece).from();
        let printed = piece[start..end].trim_end();
        let number = DocumentNumber {
            raw: joined(printed),
            agency_code: joined(agency.trim_end()),
            year: i16::try_from(value(captures.name("year")?.as_str())?).ok()?,
            serial: value(captures.name("serial")?.as_str())?,
            span: if text.is_empty() { Span::default() } else { Span::of(printed, text) },
        };
        Some(Found { number, start, end: start + printed.len() })
    })
}

/// Characters of the shortest title that a code is glued to.
const SHORTEST_TITLE: usize = 8;

/// Whether a word never stands in a code.
fn glued(word: &str) -> bool {
    matches!(word, "文号" | "字号" | "文件" | "通知")
}

/// The agency code that ends `before`: Han characters, each perhaps set apart by a blank, without the words glued to it.
fn agency_before(before: &str) -> Option<&str> {
    let mut start = before.len();
    let mut blank = true;
    for (at, c) in before.char_indices().rev().take(CODE_CHARS * 4) {
        match c {
            ' ' | '\u{3000}' if blank => blank = false,
            _ if is_han(c) => (start, blank) = (at, true),
            _ => break,
        }
    }
    let run = &before[start..];
    // Where a line or a bracket begins, 规划 and the like are letters of the code (`卫办规划函`) unless a whole title ends in them.
    let begins = before[..start].chars().next_back().is_none_or(|c| {
        c.is_whitespace() || matches!(c, '（' | '(' | '：' | ':' | '、' | '，' | ',' | '；' | '。')
    });
    let ends_title = |at: usize, word: &str| {
        let end = at + word.len();
        let title = || run[..end].chars().filter(|c| !c.is_whitespace()).count() >= SHORTEST_TITLE;
        !run[end..].trim().is_empty() && (!begins || word.starts_with('的') || glued(word) || title())
    };
    let breaks = word_list!("code_breaks").each(run).filter(|&(at, word, _)| ends_title(at, word));
    let cut = breaks.map(|(at, word, _)| at + word.len()).max().unwrap_or(0);
    let code = run[cut..].trim_start();
    let chars = code.chars().filter(|c| !c.is_whitespace()).count();
    (1..=CODE_CHARS).contains(&chars).then_some(code)
}

/// The document's own number: a line of its own, behind a key, glued to the title, or in a bracket that ends the title.
pub(super) fn own<'a>(
    zones: &Zones<'a>,
    titles: &[&'a str],
    website: &'a [(String, String)],
) -> Option<DocumentNumber<'a>> {
    let mut candidates: Vec<DocumentNumber<'a>> = Vec::new();
    for title in titles {
        candidates.extend(in_title(title, zones.text));
    }
    let mut key_open = false;
    for &line in &zones.front {
        let colon = line.has(Marks::COLON);
        if let Some(value) = if colon { value_of(line.text, list!("number_keys")) } else { None } {
            key_open = value.is_empty();
            candidates.extend(numbers(value, zones.text).next().map(|found| found.number));
            continue;
        }
        if line.has(Marks::YEAR) {
            candidates.extend(in_line(line.text, zones.text, key_open));
        }
        key_open = false;
    }
    candidates.sort_by_key(|number| number.span.start);
    candidates.into_iter().next().or_else(|| in_website(website))
}

/// A number that a line is, or begins with.
pub(super) fn in_line<'a>(line: &'a str, text: &'a str, behind_key: bool) -> Option<DocumentNumber<'a>> {
    // `（华政发〔2021〕2号）` alone on its line.
    let inner = match bracketed(line, WINDOW) {
        Some(len) if len == line.len() => line[..len].trim_matches(['（', '(', '）', ')']).trim(),
        _ => line,
    };
    let found = numbers(inner, text).next()?;
    let before = inner[..found.start].trim();
    let after = &inner[found.end..];
    let begins = before.is_empty() || behind_key;
    let ends = after.trim().is_empty();
    let blank = after.starts_with(char::is_whitespace);
    // Glued in front of the title; a citation goes on with 文件, 、, 要求 …
    let title = after.contains("关于")
        && !after.starts_with(['、', '，', ',', '。', '；', '）', '的', '文', '和', '》']);
    // A title line that ends in its number.
    let closes = ends && !before.is_empty() && list!("code_breaks").iter().any(|word| before.ends_with(word));
    ((begins && (ends || blank || title)) || closes).then_some(found.number)
}

/// A number glued to a title or in a bracket at its end.
fn in_title<'a>(title: &'a str, text: &'a str) -> Option<DocumentNumber<'a>> {
    numbers(title, text)
        .find(|found| {
            let before = title[..found.start].trim_end();
            let after = title[found.end..].trim_start();
            let bracket = before.ends_with(['（', '(']) && matches!(after, "）" | ")");
            bracket || before.is_empty() && !after.starts_with(['文', '、', '》', '的']) || after.is_empty()
        })
        .map(|found| found.number)
}

fn in_website(website: &[(String, String)]) -> Option<DocumentNumber<'_>> {
    website
        .iter()
        .filter(|(key, _)| list!("number_keys").contains(&&*joined(key)))
        .find_map(|(_, value)| numbers(value, "").next())
        .map(|found| found.number)
}

/// Digits of either width; `None` when there are too many.
fn value(digits: &str) -> Option<u32> {
    digits
        .chars()
        .map(|c| fold_width(c).to_digit(10))
        .try_fold(0u32, |value, digit| value.checked_mul(10)?.checked_add(digit?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], expect: Option<(&str, &str, i16, u32)>) {
        let text = lines.join("\n");
        let zones = Zones {
            text: &text,
            front: text.lines().map(|line| line.trim().into()).collect(),
            ..Zones::default()
        };
        let got = own(&zones, &[], &[]);
        let got = got.as_ref().map(|n| (&*n.raw, &*n.agency_code, n.year, n.serial));
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn brackets_widths_and_damage() {
        check(&["清政办发〔2022〕45号"], Some(("清政办发〔2022〕45号", "清政办发", 2022, 45)));
        check(&["清卫发[2021] 634号"], Some(("清卫发[2021]634号", "清卫发", 2021, 634)));
        check(&["清水函（２０２３）７号"], Some(("清水函（２０２３）７号", "清水函", 2023, 7)));
        check(&["清府办规【2020】3 号"], Some(("清府办规【2020】3号", "清府办规", 2020, 3)));
        check(&["清 政 发 〔 2019 〕 1 号"], Some(("清政发〔2019〕1号", "清政发", 2019, 1)));
        check(&["清政办〔2019〕1"], Some(("清政办〔2019〕1", "清政办", 2019, 1)));
        check(
            &["清政发〔2019〕第12号　　　签发人：王某"],
            Some(("清政发〔2019〕第12号", "清政发", 2019, 12)),
        );
        check(&["（清政发〔2021〕2号）"], Some(("清政发〔2021〕2号", "清政发", 2021, 2)));
    }

    #[test]
    fn keys_and_glued_titles() {
        check(&["发文字号：清政发〔2021〕2号", "清河县"], Some(("清政发〔2021〕2号", "清政发", 2021, 2)));
        check(&["文       号 :", "清政发〔2021〕2号"], Some(("清政发〔2021〕2号", "清政发", 2021, 2)));
        check(
            &["清政办发〔2024〕9号清河县人民政府办公室关于印发工作方案的通知"],
            Some(("清政办发〔2024〕9号", "清政办发", 2024, 9)),
        );
        check(
            &["清河县卫生健康局关于开展健康县区建设的通知清卫发〔2024〕9号"],
            Some(("清卫发〔2024〕9号", "清卫发", 2024, 9)),
        );
        check(&["文号: 无"], None);
        check(&["发文字号 发文时间2017-10-09"], None);
    }

    #[test]
    fn codes_hold_words_that_titles_end_in() {
        check(&["清卫办规划函〔2022〕31号"], Some(("清卫办规划函〔2022〕31号", "清卫办规划函", 2022, 31)));
        check(&["清发改规划〔2021〕493号"], Some(("清发改规划〔2021〕493号", "清发改规划", 2021, 493)));
        check(&["（清政办方案函〔2022〕9号）"], Some(("清政办方案函〔2022〕9号", "清政办方案函", 2022, 9)));
        for title in ["清河县湖泊保护实施方案", "清河县2024年工作要点", "《湖泊保护》方案"]
        {
            check(&[&format!("{title}清政发〔2022〕9号")], Some(("清政发〔2022〕9号", "清政发", 2022, 9)));
        }
    }

    #[test]
    fn a_cited_number_is_not_its_own() {
        check(&["根据《水污染防治行动计划》（国发〔2015〕17号）要求，制定本方案。"], None);
        check(&["国发〔2015〕17号文件印发以来，全县水环境明显改善。"], None);
        check(&["按照国办发〔2022〕34号、省政办发〔2022〕3号文件精神"], None);
        check(&["健康简报〔2021〕20期"], None);
    }

    #[test]
    fn titles_and_pages_give_it_too() {
        let text = "关于加强河湖管护的通知（清政发〔2021〕2号）";
        let zones = Zones { text, ..Zones::default() };
        assert_eq!(own(&zones, &[text], &[]).map(|n| n.serial), Some(2));
        let cited = "关于转发《水利部通知》（水河湖〔2021〕3号）的通知";
        assert!(own(&Zones { text: cited, ..Zones::default() }, &[cited], &[]).is_none());
        let website = [("文 号".to_owned(), "清政发〔2020〕8号".to_owned())];
        assert_eq!(own(&Zones::default(), &[], &website).map(|n| n.serial), Some(8));
    }
}
