//! 联系人, 联系电话 and the like, where the document prints them.

use super::zone::{Marks, Zones, head, joined};
use crate::facts::Contact;
use crate::wordlist::CharSet;
use gongwen_text::Span;

/// Longest line with contacts in bytes.
const WINDOW: usize = 600;

/// Longest value in characters.
const VALUE_CHARS: usize = 60;

/// Contacts in the front, in the last section, behind the body and in the colophon.
pub(super) fn contacts<'a>(zones: &Zones<'a>) -> Vec<Contact<'a>> {
    let mut contacts = Vec::new();
    let closing = zones.closing.iter().copied();
    for line in zones.all().chain(closing).filter(|line| line.has(Marks::COLON)) {
        for (key, value) in in_line(line.text) {
            let span = Span::of(value, zones.text);
            if contacts.iter().all(|c: &Contact<'_>| c.span != span) {
                contacts.push(Contact { field: joined(key), value: joined(value), span });
            }
        }
    }
    contacts.sort_by_key(|contact| contact.span.start);
    contacts
}

/// Keys and values of a line: `（联系科室：水政科，联系电话：6012345）`.
pub(super) fn in_line(line: &str) -> Vec<(&str, &str)> {
    static COLONS: CharSet = CharSet::of(&['：', ':']);
    let line = head(line, WINDOW);
    let mut found: Vec<(&str, &str)> = Vec::new();
    let mut start = 0;
    for (at, c) in COLONS.all(line) {
        // A colon inside the value before: `邮箱：http://…`, `科室：：一科`.
        if at < start {
            continue;
        }
        // The key begins behind the mark before it, or as the longest known key that ends here.
        let Some(key) = key_before(&line[start..at], start == 0) else { continue };
        let value_start = at + c.len_utf8();
        let rest = &line[value_start..];
        let end = value_end(rest);
        let value = rest[..end + number_behind(&rest[end..])]
            .trim()
            .trim_end_matches(['；', ';', '，', ',', '。', '）', ')']);
        // Blanks in front of the value are behind, too.
        start = if value.is_empty() { value_start } else { Span::of(value, line).to() };
        if !value.is_empty() && value.chars().count() <= VALUE_CHARS {
            found.push((key, value));
        }
    }
    found
}

/// The contact key that ends `before`; at the start of a line, or behind a bracket, comma or blank.
fn key_before(before: &str, line_start: bool) -> Option<&str> {
    let keys = list!("metadata_contact_keys");
    // Blanks may stand inside a key, but its last character is its last.
    if !word_list!("metadata_contact_keys").may_end(before.trim_end()) {
        return None;
    }
    let starts = before.char_indices().filter(|&(at, c)| {
        at == 0 && line_start && !c.is_whitespace()
            || matches!(c, '（' | '(' | '，' | ',' | '；' | ';' | '。' | '、')
            || c.is_whitespace()
    });
    let mut places: Vec<usize> = starts
        .map(|(at, c)| {
            let opens = c.is_whitespace() || c.is_ascii_punctuation() || "（，；。、".contains(c);
            if opens { at + c.len_utf8() } else { at }
        })
        .collect();
    places.insert(0, 0);
    // From the left, so that `邮 箱` is found whole.
    places.into_iter().map(|at| before[at..].trim()).find(|key| keys.contains(&&*joined(key)))
}

/// Where a value ends: at a mark, or before the next key.
fn value_end(rest: &str) -> usize {
    let mark = rest.find(['；', ';', '，', ',', '。', '、', '\n']).unwrap_or(rest.len());
    let next_key = rest
        .char_indices()
        .filter(|(_, c)| matches!(c, '：' | ':'))
        .find_map(|(at, _)| {
            let before = &rest[..at];
            let keys = list!("metadata_contact_keys");
            let parted = before
                .char_indices()
                .filter(|(_, c)| c.is_whitespace())
                .find_map(|(blank, _)| keys.contains(&&*joined(before[blank..].trim())).then_some(blank));
            // `张某电话：`: nothing parts the value from the key behind it.
            let longest = || keys.iter().filter(|key| before.ends_with(**key)).map(|key| key.len()).max();
            parted.or_else(|| Some(at - longest()?))
        })
        .unwrap_or(rest.len());
    mark.min(next_key)
}

/// Bytes of a telephone number behind a comma, which has no key of its own: `联系人：张某，0552-6012345`.
fn number_behind(rest: &str) -> usize {
    const FEWEST: usize = 7;
    let Some(number) = rest.strip_prefix(['，', ',', '、']) else { return 0 };
    let end = number
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '－' | '—' | ' ')))
        .unwrap_or(number.len());
    let digits = number[..end].bytes().filter(u8::is_ascii_digit).count();
    // `2024年` goes on in words.
    let whole = number[end..].chars().next().is_none_or(|c| !gongwen_text::chars::is_han(c));
    if digits >= FEWEST && whole { rest.len() - number.len() + end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: &[(&str, &str)]) {
        let got: Vec<(String, String)> = in_line(line)
            .into_iter()
            .map(|(k, v)| (joined(k).into_owned(), joined(v).into_owned()))
            .collect();
        let expect: Vec<(String, String)> =
            expect.iter().map(|&(k, v)| (k.to_owned(), v.to_owned())).collect();
        assert_eq!(got, expect, "{line}");
    }

    #[test]
    fn keys_with_values() {
        check("联系人:王某某", &[("联系人", "王某某")]);
        check(
            "联系人：张某，0552-6012345；邮箱：a@b.cn",
            &[("联系人", "张某，0552-6012345"), ("邮箱", "a@b.cn")],
        );
        check("联系人：张某，2024年3月前报送", &[("联系人", "张某")]);
        check("电话:   01012345678、各镇政府，邮箱：a@b.cn", &[("电话", "01012345678"), ("邮箱", "a@b.cn")]);
        // Nothing parts the name from the next key: the line ended in a panic.
        check("联系人：金某电话：0577-63722000。", &[("联系人", "金某"), ("电话", "0577-63722000")]);
        check(
            "（联系科室：：水政科，联系电话：6012345）",
            &[("联系科室", "：水政科"), ("联系电话", "6012345")],
        );
        check("邮 箱:slj2020@example.com", &[("邮箱", "slj2020@example.com")]);
        check("联系方式:0312—6012345", &[("联系方式", "0312—6012345")]);
        check("（联系科室：水政科，联系电话：6012345）", &[("联系科室", "水政科"), ("联系电话", "6012345")]);
        check("联系人：王某　　联系电话：6012345", &[("联系人", "王某"), ("联系电话", "6012345")]);
        check("联 系 人：李某；电 话：6012345。", &[("联系人", "李某"), ("电话", "6012345")]);
    }

    /// A bracket in an item of the last section was not looked at when another item stood behind it.
    #[test]
    fn whom_to_report_to_stands_in_the_last_section() {
        let text = "某县科普方案\n一、任务\n（一）开通热线（电话：12345）。\n二、要求\n（一）每月报县科协（联系人：王某，电话：7654321）。\n（二）抓好落实。\n";
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
        let values: Vec<&str> = facts.metadata.contacts.iter().map(|contact| &*contact.value).collect();
        assert_eq!(values, ["王某", "7654321"]);
    }

    #[test]
    fn prose_has_none() {
        check("加强与服务对象的联系：一是走访", &[]);
        check("各单位要明确1名联系人，负责日常工作", &[]);
        check("责任单位：县水利局", &[]);
    }
}
