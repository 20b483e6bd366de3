//! 落款: who signed and when (GB/T 9704-2012, 7.3.5), and 印发日期 (7.4.3).

use super::zone::{Line, Marks, Zones, bracketed, head, joined, last};
use gongwen_text::Span;
use gongwen_text::chars::fold_width;
use gongwen_text::date::{PartialDate, find_iter};
use gongwen_text::numeral::han_digit;
use jiff::civil::Date;
use memchr::memmem;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Longest name of a signing body in characters.
const NAME_CHARS: usize = 40;

/// Bytes of a line in which a signature is looked for: a one-line document has it far inside.
const WINDOW: usize = 4096;

/// Most bodies that sign together.
const SIGNERS: usize = 12;

/// A signature: the bodies as printed, in order, and the day.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Signature<'a> {
    pub(super) bodies: Vec<Cow<'a, str>>,
    pub(super) date: Option<Date>,
}

/// The signature of the document: in the front (a notice that carries a plan), else behind the body. One with a body
/// is believed before a date alone.
pub(super) fn signature<'a>(zones: &Zones<'a>) -> Signature<'a> {
    let front = candidates(&zones.front);
    let tail = candidates(&zones.tail);
    // A month alone dates a cover as often as a signature.
    let signed = |list: &[Signature<'a>]| {
        let dated = list.iter().rposition(|s| !s.bodies.is_empty() && s.date.is_some());
        dated.or_else(|| list.iter().rposition(|s| !s.bodies.is_empty()))
    };
    let mut front = front;
    let mut tail = tail;
    if let Some(at) = signed(&front) {
        return front.swap_remove(at);
    }
    if let Some(at) = signed(&tail) {
        return tail.swap_remove(at);
    }
    front.pop().or_else(|| tail.pop()).unwrap_or_default()
}

/// Every place that looks like a signature.
fn candidates<'a>(lines: &[Line<'a>]) -> Vec<Signature<'a>> {
    let mut found = Vec::new();
    // A date to the day has 月 in all its forms, or a mark between year, month and day.
    for (i, line) in lines.iter().enumerate().filter(|(_, line)| line.has(Marks::DAY)) {
        let window = head(line.text, WINDOW);
        // `（2024年3月12日）` below the title.
        let inside = bracketed(window, 60).filter(|&len| len == window.len());
        let window = inside.map_or(window, |_| window.trim_matches(['（', '(', '）', ')']));
        for (span, date) in find_iter(window) {
            let Some(date) = date.date() else {
                // `某县民政局` above `2025年1月`
                let bodies = if span.len() == window.trim().len() { above(&lines[..i]) } else { Vec::new() };
                if !bodies.is_empty() {
                    found.push(Signature { bodies, date: None });
                }
                continue;
            };
            if !ends_signature(&window[span.to()..]) {
                continue;
            }
            let before = window[..span.from()].trim_end();
            let bodies = if before.is_empty() {
                above(&lines[..i])
            } else {
                // `…认真贯彻执行。  某县人民政府办公室 2022年5月5日`
                let bodies: Vec<_> = last_bodies(before).into_iter().map(Cow::Borrowed).collect();
                if bodies.is_empty() {
                    continue;
                }
                bodies
            };
            found.push(Signature { bodies, date: Some(date) });
        }
    }
    found
}

/// What may stand behind the date of a signature: nothing, a blank, or a bracket such as `（此件公开发布）`.
fn ends_signature(after: &str) -> bool {
    let next = after.trim_start();
    if next.starts_with("印发") || next.starts_with("发布") || is_clock(next) {
        return false;
    }
    after.is_empty() || after.starts_with(char::is_whitespace) || next.starts_with(['（', '(', '【'])
}

/// Whether a time of day stands there, as behind the day on which a page was made: `2024-10-29 00:26:37`.
fn is_clock(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && matches!(words.as_bytes()[digits..], [b':', b'0'..=b'5', b'0'..=b'9', ..])
}

/// The signing bodies on the lines directly above a date, top to bottom.
fn above<'a>(lines: &[Line<'a>]) -> Vec<Cow<'a, str>> {
    let mut bodies: Vec<Cow<'a, str>> = Vec::new();
    let mut at = lines.len();
    while at > lines.len().saturating_sub(SIGNERS) {
        at -= 1;
        let line = lines[at].text;
        // `（中国科协办公厅代章）` stands between issuer and date.
        if bracketed(line, 200) == Some(line.len()) {
            continue;
        }
        let names = names(line);
        if names.is_empty() {
            break;
        }
        let begun = at.checked_sub(1).map(|before| lines[before].text.trim());
        if let ([name], Some(begun)) = (names.as_slice(), begun)
            && let Some(whole) = broken(begun, name)
        {
            bodies.insert(0, Cow::Owned(whole));
            at -= 1;
            continue;
        }
        bodies.splice(0..0, names.into_iter().map(Cow::Borrowed));
    }
    bodies
}

/// The name whose first line is `begun` and whose last is `name`: `某县农村人居环境整治 ⏎ 工作领导小组`. A body names the place it is of;
/// one that does not goes on a line that does and is none itself. `办公室` is no whole name below anything.
fn broken(begun: &str, name: &str) -> Option<String> {
    const PLACES: [char; 10] = ['省', '市', '县', '区', '旗', '州', '盟', '镇', '乡', '国'];
    const NEAR: usize = 10;
    const SHORTEST: usize = 4;
    let of_place = |words: &str| words.chars().take(NEAR).any(|c| PLACES.contains(&c));
    let bare = list!("bare_signers").contains(&name);
    if !bare && (of_place(name) || is_body_name(begun)) {
        return None;
    }
    let han = |c: char| gongwen_text::chars::is_han(c) || matches!(c, '“' | '”');
    let letters = begun.chars().count() >= SHORTEST
        && begun.chars().all(han)
        && !begun.contains(['要', '请', '的', '了'])
        && !list!("carried_nouns").iter().any(|noun| begun.ends_with(noun));
    let whole = || format!("{begun}{name}");
    (letters && of_place(begun)).then(whole).filter(|whole| is_body_name(whole))
}

/// The bodies that a line consists of; empty when it is no signature. Several on a line are separated by blanks; letters
/// set apart are one.
pub(super) fn names(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_suffix("代章").map_or(line, |_| "");
    let parts = set_apart(line);
    let is_name = |part: &&&str| is_body_name(part) && joined(part).chars().count() > 3;
    let names = parts.iter().filter(is_name).count();
    // Of many a name may have lost its last letter on the way: it is listed as printed.
    let nearly = names >= 3 && names + 1 == parts.len() && parts.iter().all(|part| is_bare(part));
    if parts.len() > 1 && (names == parts.len() || nearly) {
        return parts;
    }
    if is_body_name(line) { vec![line] } else { Vec::new() }
}

/// The parts of a line between blanks; letters set apart are one (`某省财政厅 某 省 教 育 厅`).
fn set_apart(line: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    let mut letters: Option<usize> = None;
    for part in line.split([' ', '\u{3000}', '\t', '、', '\u{A0}']).filter(|p| !p.is_empty()) {
        let at = Span::of(part, line).from();
        let single = part.chars().nth(1).is_none();
        // The next name begins with the same division: `某 县 教 育 局 某 县 财 政 局`.
        let anew = |from: usize| line[from..].starts_with(part) && is_body_name(line[from..at].trim_end());
        if letters.is_some_and(anew) {
            letters = None;
        }
        match letters.filter(|_| single) {
            Some(from) => {
                parts.pop();
                parts.push(&line[from..at + part.len()]);
            }
            None => parts.push(part),
        }
        letters = if single { letters.or(Some(at)) } else { None };
    }
    parts
}

/// Whether a part of a line is a few Chinese letters and nothing else.
fn is_bare(part: &str) -> bool {
    (4..=NAME_CHARS).contains(&part.chars().count())
        && part.chars().all(|c| gongwen_text::chars::is_han(c) || c == ' ')
}

/// The bodies at the end of a run of text, separated by blanks, up to where prose ends.
fn last_bodies(before: &str) -> Vec<&str> {
    let window = last(before, 400);
    let start = window
        .rfind(['。', '：', ':', '；', '）', ')', '》', '\n'])
        .map_or(0, |at| at + window[at..].chars().next().map_or(1, char::len_utf8));
    let all = names(&window[start..]);
    if !all.is_empty() {
        return all;
    }
    let token = window[start..].rsplit(char::is_whitespace).find(|t| !t.is_empty()).unwrap_or("");
    if token.len() < window[start..].len() && is_body_name(token) { vec![token] } else { Vec::new() }
}

/// Whether `name` looks like the full name of a body: ends like one, is short and has no marks of prose.
pub(super) fn is_body_name(name: &str) -> bool {
    let plain = joined(name);
    let inner = plain.trim_end_matches(['）', ')']);
    let chars = plain.chars().count();
    (3..=NAME_CHARS).contains(&chars)
        && word_list!("signer_ends").suffix(inner).is_some()
        && word_list!("signer_starts_never").prefix(&plain).is_none()
        && !plain.contains(|c: char| {
            c.is_ascii_digit()
                || matches!(c, '。' | '，' | ',' | '：' | ':' | '；' | '、' | '《' | '》' | '〔')
        })
        && quotes_a_name(&plain)
        && !plain.contains("关于")
}

/// Whether words in quotation marks, if any, stand inside the name of a body: `某省推进“放管服”改革协调小组办公室`.
fn quotes_a_name(name: &str) -> bool {
    const LONGEST: usize = 10;
    let Some((front, rest)) = name.split_once('“') else { return !name.contains('”') };
    rest.split_once('”').is_some_and(|(quoted, behind)| {
        front.chars().count() >= 2
            && (1..=LONGEST).contains(&quoted.chars().count())
            && behind.chars().count() >= 2
            && !behind.contains(['“', '”'])
    })
}

/// 印发日期: the day in front of 印发 in the colophon, or at the end of the document.
pub(super) fn printing_date(zones: &Zones<'_>) -> Option<Date> {
    let lines = zones.colophon.iter().chain(&zones.tail).chain(&zones.front);
    lines.filter(|line| line.has(Marks::DAY)).find_map(|line| printed(head(line, WINDOW)))
}

fn printed(line: &str) -> Option<Date> {
    static PRINTED: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("印发"));
    // `印发日期：`, or a day directly before 印发: titles and preambles say 印发 too, and hardly any beside a day.
    let ends_day =
        |c: char| matches!(c, '日' | '号' | '十') || fold_width(c).is_ascii_digit() || han_digit(c).is_some();
    let beside = |at: usize| line[at..].starts_with("印发日期") || line[..at].trim_end().ends_with(ends_day);
    if !PRINTED.find_iter(line.as_bytes()).any(beside) {
        return None;
    }
    find_iter(line)
        .find(|(span, date)| {
            let after = line[span.to()..].trim_start();
            let before = line[..span.from()].trim_end_matches([' ', '\u{3000}', '：', ':']);
            date.day.is_some()
                && (before.ends_with("印发日期")
                    || after.strip_prefix("印发").is_some_and(|rest| !rest.starts_with(['的', '《', '了'])))
        })
        .and_then(|(_, date): (_, PartialDate)| date.date())
}

/// The line that has the shape of a date and tells no day: `2023年9月B2日`.
pub(super) fn unread_day<'a>(zones: &Zones<'a>) -> Option<&'a str> {
    let lines = zones.front.iter().chain(&zones.tail).filter(|line| line.has(Marks::DAY));
    lines
        .map(|line| line.text)
        .find(|line| has_shape_of_a_day(line) && find_iter(line).all(|(_, date)| date.day.is_none()))
}

/// Whether a line is a year, a month and a day, something that no numeral is in place of some digits. `2024年 月 日` is still to be
/// filled in.
fn has_shape_of_a_day(line: &str) -> bool {
    const LONGEST: usize = 60;
    if line.len() > LONGEST || !line.ends_with('日') {
        return false;
    }
    let line = joined(line);
    let numeral = |c: char| fold_width(c).is_ascii_digit() || c == '十' || han_digit(c).is_some();
    let part = |part: &str, most: usize| {
        (1..=most).contains(&part.chars().count())
            && part.chars().all(|c| numeral(c) || !gongwen_text::chars::is_han(c))
            && !part.chars().all(|c| matches!(c, 'X' | 'x' | '×' | '*' | '_' | '＿' | '—' | '-' | '…'))
    };
    let parts = line.strip_suffix('日').and_then(|rest| {
        let (year, rest) = rest.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        Some((year, month, day))
    });
    parts.is_some_and(|(year, month, day)| {
        part(year, 5) && part(month, 3) && part(day, 3) && year.chars().filter(|&c| numeral(c)).count() >= 2
    })
}

/// The day that a page states as 成文日期.
pub(super) fn website_date(website: &[(String, String)]) -> Option<Date> {
    website
        .iter()
        .filter(|(key, _)| list!("date_keys").contains(&&*joined(key)))
        .find_map(|(_, value)| find_iter(value).find_map(|(_, date)| date.date()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], bodies: &[&str], date: Option<&str>) {
        let zones = Zones { front: lines.iter().map(|&line| line.into()).collect(), ..Zones::default() };
        let got = signature(&zones);
        assert_eq!(got.bodies, bodies, "{lines:?}");
        assert_eq!(got.date.map(|d| d.to_string()).as_deref(), date, "{lines:?}");
    }

    #[test]
    fn a_body_above_its_date() {
        check(
            &["请认真组织实施。", "清河县人民政府办公室", "2022年5月5日", "（此件公开发布）"],
            &["清河县人民政府办公室"],
            Some("2022-05-05"),
        );
        check(&["清河县人民政府", "二○○七年三月二日（此件发至乡）"], &["清河县人民政府"], Some("2007-03-02"));
        check(
            &["清河县改革办公室", "（清河县司法局代章）", "2021年7月1日"],
            &["清河县改革办公室"],
            Some("2021-07-01"),
        );
        check(&["清 河 县 人 民 政 府", "2021年7月1日"], &["清 河 县 人 民 政 府"], Some("2021-07-01"));
    }

    #[test]
    fn a_name_may_stand_on_two_lines() {
        let date = Some("2021-07-03");
        for (begun, name) in [
            ("青山省应对突发洪涝灾害", "联防联控指挥机制"),
            ("青山省推进政府职能转变和“放管服”改革", "协调小组办公室"),
            ("清河县农村人居环境整治提升", "工作领导小组"),
            ("青山省人大常务委员会", "办公室"),
            ("清河县新型冠状病毒肺炎", "疫情防控工作指挥部"),
        ] {
            check(&["请认真落实。", begun, name, "2021年7月3日"], &[&format!("{begun}{name}")], date);
        }
        // Two bodies, the title, and the end of the text.
        check(&["清河县教育局", "清河县财政局", "2021年7月3日"], &["清河县教育局", "清河县财政局"], date);
        for above in ["清河县复工复产实施方案", "各镇要按期完成", "全县推进改革，抓好落实", "加强领导"]
        {
            check(&[above, "疫情防控工作指挥部", "2021年7月3日"], &["疫情防控工作指挥部"], date);
        }
    }

    #[test]
    fn the_time_of_a_page_is_no_day_of_issue() {
        check(&["清河县某某方案", "2024-10-29 00:26:37 来源"], &[], None);
        check(&["清河县人民政府", "2024-10-29"], &["清河县人民政府"], Some("2024-10-29"));
    }

    #[test]
    fn days_that_nobody_can_read() {
        for line in ["2023年9月B2日", "2023年 13 月 2 日", "20?3年9月2日", "二〇二三年九月#日"]
        {
            assert!(has_shape_of_a_day(line), "{line}");
        }
        for line in ["2024年 月 日", "2024年×月×日", "2024年度月报日", "自2024年9月起每月5日", "9月12日"]
        {
            assert!(!has_shape_of_a_day(line), "{line}");
        }
    }

    #[test]
    fn several_bodies() {
        check(
            &["清河县教育局  清河县财政局", "清河县卫生健康局  清河县水利局", "2022年6月1日"],
            &["清河县教育局", "清河县财政局", "清河县卫生健康局", "清河县水利局"],
            Some("2022-06-01"),
        );
    }

    #[test]
    fn a_month_alone_dates_a_signature_without_another() {
        check(
            &["请认真执行。", "清河县民政局  清河县财政局", "2025年1月"],
            &["清河县民政局", "清河县财政局"],
            None,
        );
        check(
            &["清河县人民政府", "2022年5月5日", "清河县教育局", "2022年6月"],
            &["清河县人民政府"],
            Some("2022-05-05"),
        );
    }

    #[test]
    fn letters_set_apart_beside_others() {
        // Only the last body was listed.
        check(
            &["清河省财政厅 清 河 省 教 育 厅 清 河 省 民 政 厅 清河省水利厅 2022年6月1日"],
            &["清河省财政厅", "清 河 省 教 育 厅", "清 河 省 民 政 厅", "清河省水利厅"],
            Some("2022-06-01"),
        );
        check(
            &["清河县财政局 清河县发展和改革委员 清河县教育局 清河县水利局", "2022年6月1日"],
            &["清河县财政局", "清河县发展和改革委员", "清河县教育局", "清河县水利局"],
            Some("2022-06-01"),
        );
    }

    #[test]
    fn on_one_line_with_other_things() {
        check(
            &["现印发给你们，请认真贯彻执行。 清河县人民政府办公室 2026年 4月 20 日"],
            &["清河县人民政府办公室"],
            Some("2026-04-20"),
        );
        check(&["清河县水利局2019年3月7日"], &["清河县水利局"], Some("2019-03-07"));
    }

    #[test]
    fn dates_that_sign_nothing() {
        check(&["清河县人民政府办公室 2022年10月24日印发"], &[], None);
        check(&["2022年9月1日至2023年8月31日期间出生的儿童"], &[], None);
        check(&["请认真贯彻执行。", "2022年6月10日"], &[], Some("2022-06-10"));
        check(
            &[
                "2021年12月06日",
                "清河市人民政府办公厅",
                "贯彻执行。",
                "清河市人民政府办公厅",
                "2021年12月1日",
            ],
            &["清河市人民政府办公厅"],
            Some("2021-12-01"),
        );
    }

    #[test]
    fn days_of_printing() {
        for (line, expect) in [
            ("清河县人民政府办公室 2022年10月24日印发", Some("2022-10-24")),
            ("二○一八年五月四日 印发", Some("2018-05-04")),
            ("印发机关：清河县人民政府办公室　印发日期：2022年10月24日", Some("2022-10-24")),
            ("2021年5月6日印发的《纲要》", None),
            ("2022年10月24日", None),
        ] {
            assert_eq!(printed(line).map(|d| d.to_string()).as_deref(), expect, "{line}");
        }
    }
}
