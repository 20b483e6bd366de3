//! What a government page prints above a document (索引号, 发文字号, 发布日期 …), in a text that was copied from it.
//!
//! The keys are those of pages ([`crate::keys`]); here they stand as lines `key：value`, as key and value on two lines, as
//! several keys in a line, or in a row between upright marks. Does not own what the values mean.

use crate::keys::{self, Class};
use crate::line::{Line, LineKind};
use crate::page_lines::names_a_document;
use gongwen_lexicon::words;
use gongwen_text::chars;
use memchr::memmem::Finder;
use std::ops::Range;
use std::sync::LazyLock;

/// Lines with words at the beginning of a text that are looked at.
const LINES: usize = 40;
/// Longest line that holds keys, in bytes.
const LONGEST: usize = 600;
/// Longest value that stands on a line of its own, in bytes.
const VALUE: usize = 240;
/// Characters of the longest such value that says nothing of the document.
const IDLE_VALUE: usize = 4;
/// Pairs that make a masthead: fewer may be the head of the document itself (`文号：…`).
const PAIRS: usize = 3;
/// Lines of other words that may stand between two pairs: a site's name, a button.
const BETWEEN: usize = 2;

/// A key, how much it says, its value, and which of the lines looked at hold both.
struct Found {
    key: &'static str,
    class: Class,
    value: String,
    lines: Range<usize>,
}

/// Takes the masthead out of the lines: its lines become furniture, its pairs are returned, those without a value or
/// without meaning left out. Nothing is taken unless at least three pairs stand there, one of which only pages have.
pub(crate) fn take(lines: &mut [Line<'_>]) -> Vec<(String, String)> {
    let words: Vec<usize> = (0..lines.len()).filter(|&i| lines[i].has_words()).take(LINES).collect();
    let texts: Vec<&str> = words.iter().map(|&i| bare(lines[i].text)).collect();
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    // A button (`| 字号： |`) may stand far above the card.
    let begun = |found: &[Found]| found.iter().any(|pair| pair.class != Class::Idle);
    while at < texts.len()
        && (!begun(&found) || found.last().is_none_or(|last| at <= last.lines.end + BETWEEN))
    {
        let before = found.len();
        read(&texts, at, &mut found);
        at = found.last().filter(|_| found.len() > before).map_or(at + 1, |last| last.lines.end);
    }
    // `作者：… 发表时间：… 浏览量：…` on one line is a page's too.
    let in_line = |line: usize| found.iter().filter(move |pair| pair.lines == (line..line + 1));
    let line_of = |pair: &Found| pair.class == Class::Idle && in_line(pair.lines.start).count() >= PAIRS;
    let sure = found.iter().any(|pair| pair.class == Class::Sure || line_of(pair));
    if found.len() < PAIRS || !sure {
        return Vec::new();
    }
    for line in found.iter().flat_map(|pair| pair.lines.clone()) {
        lines[words[line]].kind = LineKind::Furniture;
    }
    // A menu above them is the page's too.
    let first = found.first().map_or(0, |pair| pair.lines.start);
    for line in (0..first).filter(|&line| is_menu(texts[line])) {
        lines[words[line]].kind = LineKind::Furniture;
    }
    // Marks of the list that the pairs stand in, rules of the table.
    let end = found.last().map_or(0, |last| last.lines.end);
    for line in (0..texts.len().min(end + 1)).filter(|&line| is_rule(texts[line])) {
        lines[words[line]].kind = LineKind::Furniture;
    }
    let alone = (0..end).any(|line| texts[line].is_empty());
    let marked = |line: &usize| lines[words[*line]].raw.trim_start().starts_with(['-', '*', '•', '·', '●']);
    let items: Vec<usize> = (0..end).filter(marked).filter(|_| alone).collect();
    for line in items {
        lines[words[line]].kind = LineKind::Furniture;
    }
    // What goes on with the list of the pairs is its last item, and no item of the document: `• 某县方案`.
    let listed = |at: usize| lines[words[at]].raw.trim_start().starts_with(['•', '∙', '·', '●']);
    if let Some(&next) = words.get(end)
        && end > 0
        && listed(end - 1)
        && listed(end)
        && !words.get(end + 1).is_some_and(|_| listed(end + 1))
    {
        if lines[next].text.ends_with('。') {
            // What the page says about the document.
            lines[next].kind = LineKind::Furniture;
        } else {
            lines[next].text = bare(lines[next].text);
        }
    }
    if let Some((line, title)) = only_title(&texts, &found) {
        let line = &mut lines[words[line]];
        (line.kind, line.text) = (LineKind::Words, title);
    }
    let told = found.into_iter().filter(|pair| pair.class != Class::Idle && !pair.value.is_empty());
    told.map(|pair| (pair.key.to_owned(), pair.value)).collect()
}

/// The title that the pairs name, with its line, where no line beside them is one: it stays the document's.
fn only_title<'a>(texts: &[&'a str], found: &[Found]) -> Option<(usize, &'a str)> {
    const NEAR: usize = 8;
    const SHORTEST: usize = 4 * '某'.len_utf8();
    let is_title = |pair: &&Found| gongwen_lexicon::words("page_title_keys").contains(&pair.key);
    let pair = found.iter().filter(|pair| pair.lines.len() == 1).find(is_title)?;
    let line = pair.lines.start;
    let title = texts[line].find(&*pair.value).map(|at| &texts[line][at..at + pair.value.len()])?;
    let whole = chars::compact(title);
    let names = |text: &str| {
        let words = chars::compact(text);
        let piece = words.len() >= SHORTEST && whole.contains(&words);
        text.len() <= VALUE && !text.ends_with('。') && (piece || names_a_document(&words))
    };
    let end = found.last()?.lines.end;
    let keyed = |at: usize| found.iter().any(|pair| pair.lines.contains(&at));
    let mut beside = texts.iter().take(end + NEAR).enumerate().filter(|&(at, _)| !keyed(at));
    (names_a_document(&whole) && !beside.any(|(_, text)| names(text))).then_some((line, title))
}

/// Whether a line is names of columns side by side: two or more short words of Han characters and no head of a document.
pub(crate) fn is_menu(text: &str) -> bool {
    let mut parts = text.split([' ', '\u{3000}', '|', '｜']).filter(|part| !part.is_empty());
    let mut count = 0;
    parts.all(|part| {
        count += 1;
        (2..=6).contains(&part.chars().count())
            && part.chars().all(chars::is_han)
            && !words("page_own_heads").iter().any(|word| part.contains(word))
            && !gongwen_lexicon::ends_with_any(part, words("code_breaks"))
    }) && count >= 2
}

/// Whether a line is the rule below the header of a table: `---|---|`. Rules of other kinds are furniture before.
fn is_rule(text: &str) -> bool {
    text.contains('|') && text.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' '))
}

/// The line without the mark of a list.
pub(crate) fn bare(text: &str) -> &str {
    // Most begin with a word.
    if let [0xE4..=0xE9, ..] = text.as_bytes() {
        return text;
    }
    text.trim_start_matches(['•', '∙', '·', '●', '-', '*', '◆', '■', ' ', '\u{3000}'])
}

/// The pairs that begin on the line `at`.
fn read(texts: &[&str], at: usize, found: &mut Vec<Found>) {
    let text = texts[at];
    // Whatever the layout, the first key stands in front, but for cells between upright marks.
    if text.len() > LONGEST || !keys::begins(text) && !has_bar(text) {
        return;
    }
    if let Some(key) = keys::key(text) {
        // The value stands on the next line, unless that is a key as well, or values stand behind their keys here.
        let inline = found.last().is_some_and(|pair| pair.lines.len() == 1 && !pair.value.is_empty());
        let next = texts.get(at + 1).filter(|next| !inline && next.len() <= VALUE && !begins_with_key(next));
        let next = next.filter(|next| !next.ends_with(['：', ':', '。']));
        // Buttons have none, numbers and names of persons are short: what stands below `打印` is the document.
        let next = next.filter(|next| key.1 != Class::Idle || next.chars().count() <= IDLE_VALUE);
        let value = next.map_or_else(String::new, |next| keys::value(next));
        found.push(Found {
            key: key.0,
            class: key.1,
            value,
            lines: at..at + 1 + usize::from(next.is_some()),
        });
        return;
    }
    // `【时效性】现行有效`
    if let Some((name, value)) = chars::bracketed_key(text)
        && let Some(key) = keys::key(name)
    {
        found.push(Found { key: key.0, class: key.1, value: keys::value(value), lines: at..at + 1 });
        return;
    }
    let mut push = |key: (&'static str, Class), value: String| {
        found.push(Found { key: key.0, class: key.1, value, lines: at..at + 1 });
    };
    if has_bar(text) {
        let mut cells = text.split(['|', '｜']).map(str::trim).peekable();
        while let Some(cell) = cells.next() {
            let Some(key) = keys::key(cell) else {
                for pair in keys::split(cell).1 {
                    push((pair.key, pair.class), pair.value);
                }
                continue;
            };
            // A key without a value stands before the next key.
            let value = cells.next_if(|cell| keys::key(cell).is_none());
            push(key, keys::value(value.unwrap_or_default()));
        }
        return;
    }
    let (front, pairs) = keys::split(text);
    if front.trim().is_empty() && !pairs.is_empty() {
        for pair in pairs {
            push((pair.key, pair.class), pair.value);
        }
        return;
    }
    let apart = spaced(text);
    // An item of a list whose mark stands on the line above.
    let item = at.checked_sub(1).is_some_and(|above| texts[above].is_empty());
    if let Some(pair) = keys::glued(text).filter(|_| item && apart.is_empty()) {
        push((pair.key, pair.class), pair.value);
    }
    for (key, value) in apart {
        push(key, value);
    }
}

/// Whether an upright mark of either width stands in `text`.
fn has_bar(text: &str) -> bool {
    static WIDE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("｜"));
    memchr::memchr(b'|', text.as_bytes()).is_some() || WIDE.find(text.as_bytes()).is_some()
}

fn begins_with_key(text: &str) -> bool {
    let mut found = Vec::new();
    keys::key(text).is_some() || {
        read(&[text], 0, &mut found);
        !found.is_empty()
    }
}

/// Keys and values parted by blanks alone: `索 引 号 MB15/2023 发文日期 2023-01-03`. The line begins with a key.
fn spaced(text: &str) -> Vec<((&'static str, Class), String)> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let mut out: Vec<((&'static str, Class), String)> = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        // A key may be set with blanks between its characters; the longest counts.
        let longest = (at + 1..=parts.len().min(at + 6))
            .rev()
            .find_map(|end| keys::key(&parts[at..end].concat()).map(|key| (key, end)));
        match (longest, out.last_mut()) {
            (Some((key, end)), _) => {
                out.push((key, String::new()));
                at = end;
            }
            (None, Some((_, value))) => {
                if !value.is_empty() {
                    value.push(' ');
                }
                value.push_str(parts[at]);
                at += 1;
            }
            (None, None) => return Vec::new(),
        }
    }
    out.retain(|(_, value)| value.len() <= LONGEST);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, pairs: &[(&str, &str)], left: &[&str]) {
        let mut lines = crate::lines::split(text);
        let got = take(&mut lines);
        let got: Vec<_> = got.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(got, pairs, "{text}");
        let words: Vec<_> = lines.iter().filter(|line| line.has_words()).map(|line| line.text).collect();
        assert_eq!(words, left, "{text}");
    }

    #[test]
    fn lines_with_colons() {
        check(
            "• 索引号：11N000/ZK-2023-21\n• 发文序号：某政办发〔2023〕1 号\n• 成文日期：2023年3月3日\n各镇人民政府：",
            &[
                ("索引号", "11N000/ZK-2023-21"),
                ("发文序号", "某政办发〔2023〕1 号"),
                ("成文日期", "2023年3月3日"),
            ],
            &["各镇人民政府："],
        );
        check(
            "索引号：11\n公开方式：主动公开\n成文日期：2023-02-10\n政策解读：\n各镇人民政府：",
            &[("索引号", "11"), ("公开方式", "主动公开"), ("成文日期", "2023-02-10")],
            &["各镇人民政府："],
        );
    }

    #[test]
    fn key_and_value_on_two_lines() {
        check(
            "某县行动方案\n\n索引号\n0114/2023-06\n发文字号\n某政发〔2023〕5号\n效力状态\n有效\n一、目标",
            &[("索引号", "0114/2023-06"), ("发文字号", "某政发〔2023〕5号"), ("效力状态", "有效")],
            &["某县行动方案", "一、目标"],
        );
    }

    #[test]
    fn a_title_that_only_the_page_names() {
        let card = [("文件名称", "某县事项落实情况的通报"), ("索引号", "11"), ("成文日期", "2022年")];
        let text = "文件名称 | 某县事项落实情况的通报 | ||\n索引号 | 11 | 成文日期： | 2022年 |\n";
        check(
            &format!("{text}近期，县政府督查室进行督查。\n一、总体情况"),
            &card,
            &["某县事项落实情况的通报", "近期，县政府督查室进行督查。", "一、总体情况"],
        );
        check(
            &format!("{text}某县事项落实\n情况的通报\n近期。"),
            &card,
            &["某县事项落实", "情况的通报", "近期。"],
        );
    }

    #[test]
    fn a_button_has_no_value() {
        check(
            "标题：某县方案\n索引号：11\n发文日期：2022-09-08\n• 字号:\n• |\n• 打印\n某县人民政府办公室\n关于印发某县方案的通知",
            &[("标题", "某县方案"), ("索引号", "11"), ("发文日期", "2022-09-08")],
            &["某县人民政府办公室", "关于印发某县方案的通知"],
        );
    }

    #[test]
    fn several_in_a_line() {
        check(
            "索 引 号 MB15/2023 发文日期 2023-01-03\n发布机构 区政府办 文    号 某政办〔2023〕1号\n方案",
            &[
                ("索引号", "MB15/2023"),
                ("发文日期", "2023-01-03"),
                ("发布机构", "区政府办"),
                ("文号", "某政办〔2023〕1号"),
            ],
            &["方案"],
        );
        check(
            "名 称: | 某某通知 | 发布机构: | 区政府办 |\n文 号: | 某政办〔2023〕1号 | 索 引 号: | 7375 |\n正文",
            &[
                ("名称", "某某通知"),
                ("发布机构", "区政府办"),
                ("文号", "某政办〔2023〕1号"),
                ("索引号", "7375"),
            ],
            &["某某通知", "正文"],
        );
    }

    #[test]
    fn a_menu_above_the_keys() {
        check(
            "政务公开 网上办事 互动交流\n清河县水利局 清河县财政局\n养老 服务 方案\n索 引 号 1/2 分 类 其他\n发 布 机 构 县政府办 上 载 日 期 2019-12-02\n正文",
            &[("索引号", "1/2"), ("分类", "其他"), ("发布机构", "县政府办"), ("上载日期", "2019-12-02")],
            &["清河县水利局 清河县财政局", "养老 服务 方案", "正文"],
        );
    }

    #[test]
    fn a_key_without_a_value_does_not_take_the_next_key() {
        check(
            "文件编号 | 发布机构 | 政务公开办 | |\n| 索引号: | 11 | 信息分类: | 其他 |\n政策咨询机关: | 政策咨询电话: |\n正文",
            &[("发布机构", "政务公开办"), ("索引号", "11"), ("信息分类", "其他")],
            &["正文"],
        );
    }

    #[test]
    fn items_whose_marks_stand_on_lines_of_their_own() {
        check(
            "- 某政办发\n-\n索引号js/2025-17\n-\n发布日期2022-06-18\n-\n时效性有效\n某县方案",
            &[("索引号", "js/2025-17"), ("发布日期", "2022-06-18"), ("时效性", "有效")],
            &["某县方案"],
        );
        let plain = "索引号js/2025-17\n发布日期2022-06-18\n时效性有效\n某县方案";
        check(plain, &[], &["索引号js/2025-17", "发布日期2022-06-18", "时效性有效", "某县方案"]);
    }

    #[test]
    fn cards_in_other_forms() {
        check(
            "∙【制定机关】某县政府办\n∙【公布日期】2020.03.17\n∙【时效性】现行有效\n某县方案",
            &[("制定机关", "某县政府办"), ("公布日期", "2020.03.17"), ("时效性", "现行有效")],
            &["某县方案"],
        );
        check(
            "文号 | 某政办〔2020〕8号 | 发文日期 | 2020-05-19 |\n---|---|---|---|\n发布机构 | 政府办 | 有效性 | 有效 |\n某县方案",
            &[
                ("文号", "某政办〔2020〕8号"),
                ("发文日期", "2020-05-19"),
                ("发布机构", "政府办"),
                ("有效性", "有效"),
            ],
            &["某县方案"],
        );
        check(
            "某县方案\n作者：某网 发表时间： 浏览量：1386\n正文",
            &[("作者", "某网")],
            &["某县方案", "正文"],
        );
        // The last item of the list that the keys stand in is the document's title.
        check(
            "• 来源：某网\n• 作者：王某\n• 发布时间：2023-05-03\n• 某县方案\n正文",
            &[("来源", "某网"), ("作者", "王某"), ("发布时间", "2023-05-03")],
            &["某县方案", "正文"],
        );
        check(
            "| 字号： |\n微信\n好友\n朋友圈\n索引号：1\n发文日期：2018年\n标题：某县方案\n正文",
            &[("索引号", "1"), ("发文日期", "2018年"), ("标题", "某县方案")],
            &["微信", "好友", "朋友圈", "某县方案", "正文"],
        );
    }

    #[test]
    fn a_documents_own_head_stays() {
        check("文号：某政发〔2023〕5号\n某县方案", &[], &["文号：某政发〔2023〕5号", "某县方案"]);
        check(
            "来源：调研\n时间：三月\n日期：五月\n正文",
            &[],
            &["来源：调研", "时间：三月", "日期：五月", "正文"],
        );
    }
}
