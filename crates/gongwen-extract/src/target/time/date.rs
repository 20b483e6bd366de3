//! Years, and the plans that name them: `到2025年底`, `2021—2025年`, `“十四五”期间`.

use super::Time;
use super::part::{last_years_works, part_of_plan};
use crate::target::Context;
use crate::wordlist::CharSet;
use gongwen_lexicon::ends_with_any;
use gongwen_text::numeral::han_integer;

/// What a date may begin with: a word that leads it in, a plan's mark or numeral, a digit, a blank before it.
pub(super) static DATED: CharSet = CharSet::of(&[
    '截', '力', '争', '到', '至', '在', '于', '自', ' ', '“', '"', '「', '‘', '十', '0', '1', '2', '3', '4',
    '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９',
]);

/// What leads a date in, the longer first.
const LEADS: [&str; 11] =
    ["截至目前", "截至", "截止到", "截止", "力争到", "争取到", "到", "至", "在", "于", "自"];

/// `到2025年底`, `2025年12月底前`, `2021—2025年`, `“十四五”期间`.
pub(super) fn dated(text: &str, context: &Context) -> Option<(usize, Time)> {
    let lead = LEADS.iter().find(|lead| text.starts_with(**lead)).copied().unwrap_or_default();
    let report = lead.starts_with('截');
    let mut at = lead.len();
    // Typesetters set figures apart: `到 2025 年`.
    at += text[at..].bytes().take(2).take_while(|b| *b == b' ').count();
    let (len, year) = plan(&text[at..]).or_else(|| years(&text[at..]))?;
    at += len;
    let (told, behind) = text.split_at(at);
    if behind.trim_start_matches(['底', '末', '的']).starts_with("基础上") {
        return None;
    }
    let floor = context.first_year();
    // `“十四五”前三年`: those that are over when the plan begins tell of what was.
    if let Some((len, last)) = part_of_plan(behind, year) {
        let past = floor.or(context.published).is_some_and(|first| last < first);
        let deadline = Some(last).filter(|_| !past);
        return Some((at + len, Time { deadline, past, ..Time::default() }));
    }
    if behind.starts_with("以来") {
        let past = Time { deadline: Some(year), past: true, ..Time::default() };
        return Some((at + "以来".len(), past));
    }
    let past = is_over(told, year, report, context);
    if past && !report && told.ends_with("年度") && last_years_works(behind) {
        return Some((at, Time::default()));
    }
    Some((at, Time { deadline: Some(year), past: past || report && floor.is_none(), ..Time::default() }))
}

/// Whether a year is over when the plan begins; `report` says that 截至 or 截止 leads it in.
fn is_over(told: &str, year: i16, report: bool, context: &Context) -> bool {
    // `到2020年` looks forward from where it was written, whatever the page's date says.
    if told.starts_with(['到', '至', '力', '争']) {
        return false;
    }
    // `截至2024年底` in the plan for that year.
    let planned = || {
        context.period == Some((year, year))
            && context.published.is_none_or(|day| day <= year)
            && ends_with_any(told, &["年底", "年末", "底", "末", "12月31日"])
    };
    let over = |first: i16| if report { year <= first && !planned() } else { year < first };
    context.first_year().is_some_and(over)
}

/// A five-year plan, `“十四五”末`: its last year.
pub(in crate::target) fn plan(text: &str) -> Option<(usize, i16)> {
    const ENDS: [&str; 9] =
        ["规划期末", "规划期间", "规划期内", "时期", "期间", "期末", "末期", "末", "收官之年"];
    let (at, year, quoted) = plan_named(text)?;
    let behind = &text[at..];
    if is_first_year(behind) || is_plan_itself(behind) {
        return None;
    }
    let end = ENDS.iter().find(|word| behind.starts_with(**word));
    end.map(|word| (at + word.len(), year)).or_else(|| quoted.then_some((at, year)))
}

/// Where the name of a five-year plan ends, its last year, and whether the name stands between marks: `“十四五”`.
fn plan_named(text: &str) -> Option<(usize, i16, bool)> {
    let open = text.chars().next().filter(|c| matches!(c, '“' | '"' | '「' | '‘'));
    let mut at = open.map_or(0, char::len_utf8);
    let len: usize = text[at..]
        .chars()
        .take(3)
        .take_while(|c| matches!(c, '十' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九'))
        .map(char::len_utf8)
        .sum();
    let words = text[at..at + len].strip_suffix('五').filter(|words| words.starts_with('十'))?;
    let number = han_integer(words)?;
    at += len;
    if open.is_some() {
        let close = text[at..].chars().next().filter(|c| matches!(c, '”' | '"' | '」' | '’'))?;
        at += close.len_utf8();
    }
    // The tenth plan ended in 2005, and each takes five years.
    let year = 1955 + 5 * i16::try_from(number).ok()?;
    Some((at, year, open.is_some()))
}

/// `“十五五”开局之年`, `“十五五”规划的第一年` is the first of its years, which is told elsewhere.
fn is_first_year(behind: &str) -> bool {
    const OPENS: [&str; 8] = ["开局", "起步", "良好开局", "首年", "第一年", "开门红", "开篇", "开好局"];
    let rest = ["规划", "时期", "期间"].iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
    OPENS.iter().any(|word| rest.trim_start_matches('的').starts_with(word))
}

/// `实现“十四五”规划目标任务的关键一年`: the plan itself, or what it sets, is spoken of, no time.
fn is_plan_itself(behind: &str) -> bool {
    behind.strip_prefix("规划").is_some_and(|rest| !rest.starts_with(['期', '末', '时']))
        || behind.starts_with("目标任务")
}

/// A year, or the last of a list or a range of years, with the words that close it.
fn years(text: &str) -> Option<(usize, i16)> {
    /// `2024年底前`, `2025年期间`, `2025年度`, the longer first.
    const CLOSES: [&str; 22] = [
        "年底前",
        "年底",
        "年末",
        "上半年",
        "下半年",
        "春季学期",
        "秋季学期",
        "春季",
        "秋季",
        "底之前",
        "底以前",
        "底前",
        "底",
        "末",
        "以前",
        "之前",
        "前",
        "期间",
        "年度",
        "度",
        "内",
        "起",
    ];
    let listed = last_of_list(text);
    if listed.is_some() {
        return listed;
    }
    let (at, year) = last_of_range(text)?;
    // `标准（2023年版）` is a name.
    if text[at..].starts_with('版') {
        return None;
    }
    // `2025年12月31日前`
    let at = at + month(&text[at..]);
    let close = CLOSES.iter().find(|word| text[at..].starts_with(**word));
    Some((at + close.map_or(0, |word| word.len()), year))
}

/// `2023、2024、2025年`
fn last_of_list(text: &str) -> Option<(usize, i16)> {
    let (first, len) = year(text)?;
    let (mut list, mut until) = (&text[len..], first);
    while let Some(behind) = list.strip_prefix(['、', '和'])
        && let Some((next, len)) = year(behind).filter(|(next, _)| *next > until)
    {
        (until, list) = (next, &behind[len..]);
    }
    let behind = list.strip_prefix('年').filter(|_| until > first)?;
    Some((text.len() - behind.len(), until))
}

/// `2025年`, `2021—2025年`, `2024年和2025年`
fn last_of_range(text: &str) -> Option<(usize, i16)> {
    const MARKS: [&str; 10] = ["——", "—", "-", "－", "～", "~", "至", "到", "、", "和"];
    let (first, len) = year(text)?;
    let rest = &text[len..];
    let marked = rest.strip_prefix('年');
    let rest = marked.unwrap_or(rest);
    let behind = MARKS.iter().find_map(|mark| rest.strip_prefix(mark));
    if let Some(behind) = behind
        && let Some((last, len)) = year(behind).filter(|(last, _)| *last > first)
        && let Some(behind) = behind[len..].strip_prefix('年')
    {
        return Some((text.len() - behind.len(), last));
    }
    marked.map(|_| (len + '年'.len_utf8(), first))
}

/// Length of a month and day.
pub(super) fn month(text: &str) -> usize {
    let mut at = 0;
    for mark in ['月', '日'] {
        let digits: usize =
            text[at..].chars().take(2).take_while(char::is_ascii_digit).map(char::len_utf8).sum();
        if digits == 0 || !text[at + digits..].starts_with(mark) {
            break;
        }
        at += digits + mark.len_utf8();
    }
    at
}

/// Four digits of 1950 to 2099, and their length; spaces before 年 are part of it.
pub(in crate::target) fn year(text: &str) -> Option<(i16, usize)> {
    let (mut year, mut len) = (0i16, 0);
    for count in 0..5 {
        let digit = match text.as_bytes()[len..] {
            [digit @ b'0'..=b'9', ..] => digit - b'0',
            // Of full width.
            [0xEF, 0xBC, digit @ 0x90..=0x99, ..] => digit - 0x90,
            _ if count == 4 => break,
            _ => return None,
        };
        if count == 4 {
            return None;
        }
        year = year * 10 + i16::from(digit);
        len += if text.as_bytes()[len] < 0x80 { 1 } else { '０'.len_utf8() };
    }
    if !(1950..2100).contains(&year) {
        return None;
    }
    let space = text[len..].len() - text[len..].trim_start_matches(' ').len();
    if space > 0 && space < 3 && text[len + space..].starts_with('年') {
        len += space;
    }
    Some((year, len))
}

/// The years of a list, `到2023年、2025年和2030年底`.
pub(in crate::target) fn listed_years(text: &str) -> Vec<i16> {
    let years = text.split(['、', '和']).map(|part| {
        let digits = part.find(|c: char| c.is_ascii_digit()).map_or("", |at| &part[at..]);
        let ends = |rest: &str| rest.is_empty() || rest.starts_with('年');
        year(digits).filter(|(_, len)| ends(&digits[*len..])).map(|(year, _)| year)
    });
    years.collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// How many years are told apart: 3 of `三年分别达到…`.
pub(in crate::target) fn counted_years(text: &str) -> Option<usize> {
    ["两年分别", "三年分别", "四年分别", "五年分别"].iter().position(|w| text.contains(w)).map(|at| at + 2)
}
