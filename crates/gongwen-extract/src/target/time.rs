//! Time phrases that bind a quantity: by when, and how often.
//!
//! Owns `到2025年底`, `“十四五”期间`, `每学期`, `全年`. Does not own a task's due date (`due`), nor dates as such.

mod every;
mod part;

use super::Context;
use super::cues::CUES;
use crate::wordlist::CharSet;
use every::every;
use gongwen_lexicon::ends_with_any;
use gongwen_text::chars::any_three;
use gongwen_text::numeral::han_integer;
pub(super) use part::{
    before_deed, is_served, is_so_often, last_years_task, month_end, month_within, of_word, periods, quarter,
};
use part::{both_halves, last_years_works, part_of_plan, tells_level, year_end_alone};

/// A time phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Time {
    /// Year by which.
    pub(super) deadline: Option<i16>,
    /// `per_year` …
    pub(super) frequency: Option<&'static str>,
    /// It tells of what was, not of what shall be (截至2020年底, “十三五”期间 of a later plan).
    pub(super) past: bool,
    /// It speaks of its own clause alone (`年培训500名`).
    pub(super) brief: bool,
    /// It sums up several years (`三年累计`): what was said of each year before is over.
    pub(super) total: bool,
}

/// The time phrase that `text` begins with, and its length.
pub(super) fn read(text: &str, context: &Context) -> Option<(usize, Time)> {
    let first = text.chars().next()?;
    match first {
        '去' | '上' | '过' | '回' | '一' | '近' | '三' | '五' | '两' if is_past(text) => {
            Some((text.len(), Time { past: true, ..Time::default() }))
        }
        '每' | '按' | '逐' => every(text),
        // `上、下半年各1场`
        '上' => both_halves(text).map(|len| (len, repeated("per_half_year"))),
        '全' if text.starts_with("全年") => Some(("全年".len(), repeated("per_year"))),
        '年' if is_mean(text) => None,
        // `年均治理42平方公里，建设站点5处`: of its own clause.
        '年' if text.starts_with("年均") => {
            Some(("年均".len(), Time { brief: true, ..repeated("per_year") }))
        }
        '年' if text.starts_with("年内") => Some(("年内".len(), by(context.this_year()))),
        '年' if text.starts_with("年底前") => Some(("年底前".len(), by(context.this_year()))),
        '年' if year_end_alone(text) => Some(("年底".len(), by(context.this_year()))),
        // `年培训技能人才500人`, `年接待游客5万人次`; `年处理垃圾`, `年销售` are names of a yearly figure.
        '年' if !FIGURES.iter().any(|w| text[first.len_utf8()..].starts_with(w))
            && deed_behind(&text[first.len_utf8()..]) =>
        {
            Some((first.len_utf8(), Time { brief: true, ..repeated("per_year") }))
        }
        // `年节约标准煤` is no fall of it.
        '年' if (is_served(&text[first.len_utf8()..])
            || is_so_often(&text[first.len_utf8()..])
                && CUES.change_fall.prefix(&text[first.len_utf8()..]).is_none())
            && !tells_level(&text[first.len_utf8()..]) =>
        {
            Some((first.len_utf8(), Time { brief: true, ..repeated("per_year") }))
        }
        // `日均服务老人600人次`, `月均办件2000件`
        '日' | '月'
            if text[first.len_utf8()..].starts_with('均') && {
                let rest = &text["日均".len()..];
                is_served(rest)
                    || is_so_often(rest)
                    || deed_behind(rest) && !FIGURES.iter().any(|word| rest.starts_with(word))
            } =>
        {
            let often = if first == '日' { "per_day" } else { "per_month" };
            Some(("日均".len(), Time { brief: true, ..repeated(often) }))
        }
        '今' if text.starts_with("今年以来") => {
            Some(("今年以来".len(), Time { past: true, ..Time::default() }))
        }
        '今' if text.starts_with("今年底前") => Some(("今年底前".len(), by(context.this_year()))),
        '今' if text.starts_with("今后") => years_ahead(text),
        '今' if text.starts_with("今年") => Some(("今年".len(), by(context.this_year()))),
        '明' | '次' if text[first.len_utf8()..].starts_with('年') => {
            Some((first.len_utf8() + '年'.len_utf8(), by(context.this_year().map(|year| year + 1))))
        }
        // `当年全县改造900户`: in a yearly plan its year, elsewhere any. `当年返乡人员就业率` is a name.
        '当' if text
            .strip_prefix("当年")
            .is_some_and(|rest| rest.starts_with(['全', '各', '，', '我']) || deed_behind(rest)) =>
        {
            let yearly = context.period.is_some_and(|(first, last)| first == last);
            Some(("当年".len(), by(context.this_year().filter(|_| yearly))))
        }
        '本' if text.starts_with("本年度") => Some(("本年度".len(), by(context.this_year()))),
        '半' if text.starts_with("半年") => Some(("半年".len(), repeated("per_half_year"))),
        // `5年内覆盖80%`
        '2'..='9' if text[1..].starts_with("年内") => {
            Some(("5年内".len(), Time { total: true, ..Time::default() }))
        }
        '2'..='5' if text[1..].starts_with('年') && span_of_years(text).is_some() => span_of_years(text),
        '未' | '三' | '四' | '五' | '两' | '本' | '届' | '近' => {
            years_ahead(text).or_else(|| span_of_years(text))
        }
        _ if DATED.begins(text) => dated(text, context),
        _ => None,
    }
}

/// Whether a sentence opens with a time that is over.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(super) fn opens_past(sentences: &str) -> bool {
    let opens =
        |sentence: &str| sentence.split_once('，').is_some_and(|(clause, _)| is_past(clause.trim_start()));
    // All of these times hold 年 or 去: E5 B9 B4, E5 8E BB.
    any_three(sentences.as_bytes(), |a, b, c| {
        (a == 0xE5) & ((b == 0xB9) & (c == 0xB4) | (b == 0x8E) & (c == 0xBB))
    }) && sentences.split('。').any(opens)
}

/// Whether a clause is nothing but a time that is over: `去年`, `过去五年`, `一年来`.
fn is_past(clause: &str) -> bool {
    let clause = clause.trim_end();
    let clause = clause.strip_prefix("回顾").unwrap_or(clause);
    if matches!(clause, "去年" | "去年以来" | "上年" | "上一年" | "近年来" | "过去" | "近几年" | "近几年来")
    {
        return true;
    }
    let span = ["过去的", "过去", "近"].iter().find_map(|word| clause.strip_prefix(word));
    let span = span.or_else(|| clause.strip_suffix('来'));
    let span = span.map(|span| span.strip_suffix('来').unwrap_or(span));
    span.is_some_and(|span| matches!(span, "一年" | "两年" | "三年" | "四年" | "五年" | "几年"))
}

/// The last time phrase in `text`, not one of comparison (`较2023年`), with where it begins and ends.
pub(super) fn last_in(text: &str, context: &Context) -> Option<(usize, usize, Time)> {
    let mut found = None;
    let mut next = 0;
    while let Some((at, c)) = OPENERS.next(text, next) {
        next = at + c.len_utf8();
        if compared(&text[..at]) {
            continue;
        }
        // `青少年`, `未成年`; `民宿年接待游客100万人次`: whose figure it is stands before it; `支付率年底` in front of a bound.
        let figure = || {
            let each = text[..at].starts_with(['每', '各']);
            let behind = &text[next..];
            !each && (is_served(behind) || is_so_often(behind) && !deed_behind(behind))
        };
        if c == '年' && (of_word(&text[..at]) || figure() || matches!(&text[next..], "底" | "末")) {
            continue;
        }
        // 上半年, 一个半年 …
        if c == '半' && text[..at].chars().next_back().is_some_and(|p| p != '、') {
            continue;
        }
        // `《规划（2021—2025年）》`: the years of a title.
        let titled = |end: usize| {
            text[..at].ends_with(['（', '('])
                && text[end..].starts_with(['）', ')'])
                && text[..at].contains('《')
        };
        if let Some((len, time)) = read(&text[at..], context) {
            if titled(at + len) {
                next = next.max(at + len);
                continue;
            }
            let task = time.past && last_years_task(text, at, at + len);
            found = Some((at, at + len, if task { Time::default() } else { time }));
            next = next.max(at + len);
        }
    }
    found
}

/// Whether a time phrase with a year may stand in `text`: it holds 年, or tells a five-year plan (`十四五`).
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(super) fn may_tell_year(text: &str) -> bool {
    any_three(text.as_bytes(), |a, b, c| {
        (a == 0xE5) & (b == 0xB9) & (c == 0xB4) | (a == 0xE4) & (b == 0xBA) & (c == 0x94)
    })
}

/// What a time phrase inside a clause may begin with.
static OPENERS: CharSet = CharSet::of(&[
    '每', '半', '上', '全', '年', '三', '四', '五', '两', '今', '到', '至', '截', '“', '"', '十', '按', '逐',
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８',
    '９',
]);

/// What a date may begin with: a word that leads it in, a plan's mark or numeral, a digit, a blank before it.
static DATED: CharSet = CharSet::of(&[
    '截', '力', '争', '到', '至', '在', '于', '自', ' ', '“', '"', '「', '‘', '十', '0', '1', '2', '3', '4',
    '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９',
]);

/// Whether what follows is compared with or started from, not reached: `较`, `比`, `由`, `从`, `自`.
pub(super) fn compared(left: &str) -> bool {
    left.ends_with(['较', '比', '由', '从', '自', '与', '第', '对']) && !left.ends_with("占比")
        // `人均每日食盐摄入量`: part of the figure's name.
        || left.ends_with("人均")
        || left.ends_with("户均")
        || left.ends_with("相比")
        || left.ends_with("相较于")
        || left.ends_with("较之")
}

fn repeated(frequency: &'static str) -> Time {
    Time { frequency: Some(frequency), ..Time::default() }
}

fn by(deadline: Option<i16>) -> Time {
    Time { deadline, ..Time::default() }
}

/// Whether a text begins with the mean of a year, which is no yearly deed: `年均浓度`.
pub(super) fn is_mean(text: &str) -> bool {
    const MEANS: [&str; 7] =
        ["年均浓度", "年均值", "年均气温", "年均降水", "年均降雨", "年均降尘", "年均综合"];
    MEANS.iter().any(|mean| text.starts_with(mean))
}

/// `未来三年`, `三年内`, `本届政府任期内`: a time without a year that the text gives.
fn span_of_years(text: &str) -> Option<(usize, Time)> {
    // `三年翻一番`
    if let Some(rest) = ["三年", "五年", "两年"].iter().find_map(|w| text.strip_prefix(w))
        && (rest.starts_with('翻') || rest.starts_with("到位") || deed_behind(rest))
    {
        return Some((text.len() - rest.len(), Time { total: true, ..Time::default() }));
    }
    // `三年共引进60名`, `三年合计1500万元`, `3年总投资80亿元`
    let few = text
        .strip_prefix(['两', '三', '四', '五', '2', '3', '4', '5'])
        .and_then(|rest| rest.strip_prefix('年'));
    if let Some(rest) = few {
        let sum =
            ["共计", "合计", "总计", "累计", "一共", "共"].iter().find_map(|word| rest.strip_prefix(word));
        // `三年共建`, `五年共同富裕` sum up nothing.
        let sum = sum.filter(|rest| !rest.starts_with(['同', '建', '享', '治']));
        if let Some(rest) =
            sum.or(Some(rest).filter(|rest| rest.starts_with("总投") || rest.starts_with("总产")))
        {
            return Some((text.len() - rest.len(), Time { total: true, ..Time::default() }));
        }
    }
    [
        "未来三年内",
        "未来三年",
        "未来五年",
        "三年累计",
        "五年累计",
        "两年累计",
        "三年内",
        "五年内",
        "两年内",
        "本届政府任期内",
        "届时",
    ]
    .iter()
    .find(|w| text.starts_with(**w))
    .map(|w| (w.len(), Time { total: w.ends_with("累计") || w.ends_with('内'), ..Time::default() }))
}

/// `今后三年`, `未来两年内`: years without a number; `今后两年各新建` is so many in each of them.
fn years_ahead(text: &str) -> Option<(usize, Time)> {
    let rest = text.strip_prefix("今后").or_else(|| text.strip_prefix("未来"))?;
    let rest = rest.strip_prefix(|c: char| c.is_ascii_digit() || "一两二三四五十".contains(c))?;
    let rest = rest.strip_prefix('年')?;
    let each = rest.strip_prefix('各').filter(|deed| deed_behind(deed));
    let rest = each.or_else(|| rest.strip_prefix('内')).unwrap_or(rest);
    let time = Time {
        frequency: each.map(|_| "per_year"),
        total: each.is_none() && text[..text.len() - rest.len()].ends_with('内'),
        ..Time::default()
    };
    Some((text.len() - rest.len(), time))
}

/// Verbs that 年 makes the name of a yearly figure.
const FIGURES: [&str; 7] = ["接待", "处理", "生产", "销售", "出栏", "存栏", "输送"];

/// Whether words begin with a verb of doing and its object.
pub(super) fn deed_behind(text: &str) -> bool {
    let rest = super::matter::verb_in_front(text).map(|(_, rest)| rest);
    let rest = rest.or_else(|| CUES.train.prefix(text).map(|w| &text[w.len()..]));
    !text.starts_with("累计")
        && rest.is_some_and(|rest| {
            !rest.starts_with(['能', '额', '总', '收', '规', '机'])
                && !["人次", "人数", "人口", "人均"].iter().any(|figure| rest.starts_with(figure))
        })
}

/// The years of a list, `到2023年、2025年和2030年底`.
pub(super) fn listed_years(text: &str) -> Vec<i16> {
    let years = text.split(['、', '和']).map(|part| {
        let digits = part.find(|c: char| c.is_ascii_digit()).map_or("", |at| &part[at..]);
        let ends = |rest: &str| rest.is_empty() || rest.starts_with('年');
        year(digits).filter(|(_, len)| ends(&digits[*len..])).map(|(year, _)| year)
    });
    years.collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// How many years are told apart: 3 of `三年分别达到…`.
pub(super) fn counted_years(text: &str) -> Option<usize> {
    ["两年分别", "三年分别", "四年分别", "五年分别"].iter().position(|w| text.contains(w)).map(|at| at + 2)
}

/// `到2025年底`, `2025年12月底前`, `2021—2025年`, `“十四五”期间`.
fn dated(text: &str, context: &Context) -> Option<(usize, Time)> {
    let mut at = 0;
    let mut report = false;
    for lead in ["截至目前", "截至", "截止到", "截止", "力争到", "争取到", "到", "至", "在", "于", "自"]
    {
        if text.starts_with(lead) {
            at = lead.len();
            report = lead.starts_with('截');
            break;
        }
    }
    // Typesetters set figures apart: `到 2025 年`.
    at += text[at..].bytes().take(2).take_while(|b| *b == b' ').count();
    let (len, year) = plan(&text[at..]).or_else(|| years(&text[at..]))?;
    at += len;
    if text[at..].trim_start_matches(['底', '末', '的']).starts_with("基础上") {
        return None;
    }
    let since = text[at..].starts_with("以来");
    let floor = context.first_year();
    // `“十四五”前三年`: those that are over when the plan begins tell of what was.
    if let Some((len, last)) = part_of_plan(&text[at..], year) {
        let past = floor.or(context.published).is_some_and(|first| last < first);
        let deadline = Some(last).filter(|_| !past);
        return Some((at + len, Time { deadline, past, ..Time::default() }));
    }
    // `到2020年` looks forward from where it was written, whatever the page's date says.
    let forward = text[..at].starts_with(['到', '至', '力', '争']);
    // `截至2024年底` in the plan for that year.
    let planned = || {
        context.period == Some((year, year))
            && context.published.is_none_or(|day| day <= year)
            && ends_with_any(&text[..at], &["年底", "年末", "底", "末", "12月31日"])
    };
    let past = since
        || !forward
            && floor.is_some_and(|first| if report { year <= first && !planned() } else { year < first });
    if since {
        at += "以来".len();
    }
    if past && !report && text[..at].ends_with("年度") && last_years_works(&text[at..]) {
        return Some((at, Time::default()));
    }
    Some((at, Time { deadline: Some(year), past: past || report && floor.is_none(), ..Time::default() }))
}

/// A five-year plan, `“十四五”末`: its last year.
pub(super) fn plan(text: &str) -> Option<(usize, i16)> {
    const OPENS: [&str; 8] = ["开局", "起步", "良好开局", "首年", "第一年", "开门红", "开篇", "开好局"];
    let open = text.chars().next().filter(|c| matches!(c, '“' | '"' | '「' | '‘'));
    let mut at = open.map_or(0, char::len_utf8);
    let len: usize = text[at..]
        .chars()
        .take(3)
        .take_while(|c| matches!(c, '十' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九'))
        .map(char::len_utf8)
        .sum();
    let words = &text[at..at + len];
    let words = words.strip_suffix('五').filter(|w| w.starts_with('十'))?;
    let number = han_integer(words)?;
    at += len;
    if open.is_some() {
        let close = text[at..].chars().next().filter(|c| matches!(c, '”' | '"' | '」' | '’'))?;
        at += close.len_utf8();
    }
    // The tenth plan ended in 2005, and each takes five years.
    let year = 1955 + 5 * i16::try_from(number).ok()?;
    // `“十五五”开局之年`, `“十五五”规划的第一年` is the first of its years, which is told elsewhere.
    let rest = &text[at..];
    let rest = ["规划", "时期", "期间"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    if OPENS.iter().any(|word| rest.trim_start_matches('的').starts_with(word)) {
        return None;
    }
    // `实现“十四五”规划目标任务的关键一年`: the plan itself, or what it sets, is spoken of, no time.
    let plan = text[at..].strip_prefix("规划").is_some_and(|rest| !rest.starts_with(['期', '末', '时']));
    if plan || text[at..].starts_with("目标任务") {
        return None;
    }
    for word in ["规划期末", "规划期间", "规划期内", "时期", "期间", "期末", "末期", "末", "收官之年"]
    {
        if text[at..].starts_with(word) {
            return Some((at + word.len(), year));
        }
    }
    open.map(|_| (at, year))
}

/// A year, or the last of a range of years, with the words that close it.
fn years(text: &str) -> Option<(usize, i16)> {
    let (mut year, mut at) = year(text)?;
    let mut rest = &text[at..];
    let marked = rest.starts_with('年');
    if marked {
        rest = &rest['年'.len_utf8()..];
    }
    // `2023、2024、2025年`
    let (mut list, mut until) = (rest, year);
    while let Some(behind) = list.strip_prefix(['、', '和']).filter(|_| !marked)
        && let Some((next, len)) = self::year(behind).filter(|(next, _)| *next > until)
    {
        (until, list) = (next, &behind[len..]);
    }
    if let Some(behind) = list.strip_prefix('年').filter(|_| until > year) {
        let at = text.len() - behind.len();
        return Some((at, until));
    }
    let mark =
        ["——", "—", "-", "－", "～", "~", "至", "到", "、", "和"].iter().find(|m| rest.starts_with(**m));
    if let Some(mark) = mark
        && let Some((last, len)) = self::year(&rest[mark.len()..])
        && last > year
        && rest[mark.len() + len..].starts_with('年')
    {
        year = last;
        at = text.len() - rest.len() + mark.len() + len + '年'.len_utf8();
    } else if marked {
        at += '年'.len_utf8();
    } else {
        return None;
    }
    // `标准（2023年版）` is a name.
    if text[at..].starts_with('版') {
        return None;
    }
    // `2025年12月31日前`, `2024年底前`, `2025年期间`, `2025年度`
    at += month(&text[at..]);
    for word in [
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
    ] {
        if text[at..].starts_with(word) {
            at += word.len();
            break;
        }
    }
    Some((at, year))
}

/// Length of a month and day.
fn month(text: &str) -> usize {
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
pub(super) fn year(text: &str) -> Option<(i16, usize)> {
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

#[cfg(test)]
mod tests;
