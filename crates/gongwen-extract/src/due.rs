//! Completion times of tasks (guide, 6): `完成时限：2024年10月`, `2023年10月底前完成并持续推进`, `每年12月底前`, `长期坚持`.
//!
//! Owns what a time means as a due date. Does not own the printed forms of dates (`gongwen_text::date`) nor
//! where a time stands (brackets and labelled lines: [`crate::duty`]).

use crate::facts::Due;
use gongwen_lexicon::{WordSet, words};
use gongwen_text::chars::{self, fold_width};
use gongwen_text::label::Label;
use gongwen_text::{Span, date};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Bytes of a text that are looked at: a completion time is short, and a longer text is prose.
const LONGEST: usize = 400;

/// A completion time with its place in the text it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time<'a> {
    /// As printed, without marks around it.
    pub raw: &'a str,
    /// Last year and month, and the day where one is given.
    pub by: Option<(i16, u8, Option<u8>)>,
    /// `year`, `month`, `ongoing` …
    pub every: Option<&'static str>,
}

impl Time<'_> {
    /// The published form; `whole` is the text that spans count in, of which `raw` is a slice.
    pub(crate) fn due(self, whole: &str) -> Due {
        let by = self.by.map(|(year, month, day)| match day {
            Some(day) => format!("{year:04}-{month:02}-{day:02}"),
            None => format!("{year:04}-{month:02}"),
        });
        Due { raw: Span::of(self.raw, whole), by, every: self.every }
    }
}

/// Reads a text that states nothing but a completion time: a piece of a bracket, the value of a line, a cell.
///
/// `year` is the year meant where none is printed (`12月底前` in a yearly plan), if one is known. `None` when the text
/// names neither a time nor a rhythm; a month without a year that is not known gives `by: None`.
pub(crate) fn read(text: &str, year: Option<i16>) -> Option<Time<'_>> {
    let raw = text.trim_matches(is_edge);
    if raw.is_empty() || raw.len() > LONGEST {
        return None;
    }
    let every = rhythm(raw);
    // `2024年⏎6月底`: a cell broke off inside the date.
    let whole =
        if raw.contains(char::is_whitespace) { chars::compact(raw).into() } else { Cow::Borrowed(raw) };
    let by = if every.is_some_and(|every| every != "ongoing") { None } else { latest(&whole, year) };
    let told = || is_yearless(&whole) || is_at_once(&whole) || date::find(&whole).is_some();
    (by.is_some() || every.is_some() || told()).then_some(Time { raw, by, every })
}

/// Reads the cell of a column of times: there years stand bare too (`2025—2026`), and seasons (`汛期前`).
pub(crate) fn read_cell(cell: &str, year: Option<i16>) -> Option<Time<'_>> {
    // `24个月` is how long it takes.
    if cell.contains("个月") && !cell.contains('年') {
        return None;
    }
    read(cell, year).or_else(|| {
        let raw = cell.trim_matches(is_edge);
        if is_untold(raw) {
            return Some(Time { raw, by: None, every: None });
        }
        let last = raw.rsplit(['—', '-', '－', '–', '~', '～', '至']).next()?.trim();
        let first = raw[..raw.len() - last.len()].trim_matches(|c: char| !c.is_ascii_digit());
        let bare = |words: &str| words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
        let year = last.parse().ok().filter(|year| bare(last) && (1949..2100).contains(year))?;
        (first.is_empty() && raw == last || bare(first)).then_some(Time {
            raw,
            by: Some((year, 12, None)),
            every: None,
        })
    })
}

/// The completion time of a sentence that says `…前完成` (竣工, 投入使用) with a date directly before it, `年内完工`, or `…前，` in front of
/// what is done by then. `at` is where `前` or `年内` begins in `text`, `done` one past the word behind it; `paragraph` is what the sentence stands in.
pub(crate) fn before_done(
    text: &str,
    paragraph: Span,
    at: usize,
    done: usize,
    year: Option<i16>,
) -> Option<Time<'_>> {
    let within = text[at..].starts_with('年');
    let at = if within { at + '年'.len_utf8() } else { at };
    let told = &text[at..done];
    // `目前，` and `此前，` stand far more often than times do.
    if told.ends_with('，') && !text[..at].trim_end().ends_with(['底', '末', '日', '月', '年', '之', '旬'])
    {
        return None;
    }
    let from = back(text, at, 60);
    let window = &text[from..at];
    let start = window
        .rfind(['，', '。', '；', '、', ',', ';', '（', '(', '：'])
        .map_or(0, |i| i + window[i..].chars().next().map_or(0, char::len_utf8));
    let (begin, rest) = match date::find_iter(&window[start..]).last() {
        Some((span, _)) => (from + start + span.from(), &text[from + start + span.to()..at]),
        None => yearless_end(&window[start..], within).map(|told| (Span::of(told, text).from(), ""))?,
    };
    if !matches!(rest.trim_matches(is_edge), "" | "底" | "末" | "底之" | "之" | "年底" | "年末") {
        return None;
    }
    // `剩余7个小区2025年6月底前竣工`: the time of that number, not of the whole task.
    let before = &text[from + start..begin];
    let before = &before[Label::read(before).map_or(0, |label| label.end)..];
    if before.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    if told.ends_with(['，', '报', '送']) {
        // Nothing stands in front: what is done by then may be all that the paragraph tells.
        let whole = from + start <= paragraph.from();
        let until = text.floor_char_boundary(paragraph.to().min(done + MOST_DONE).max(done));
        let by_then = completes(&text[done..until], whole, told.ends_with('，'));
        return by_then.then(|| read(&text[begin..at + '前'.len_utf8()], year)).flatten();
    }
    // `2025年底前完成补建8处` likewise; `2000年底前建成的小区` tells which.
    let behind = &text[done..text.floor_char_boundary(done + 120)];
    let clause =
        behind.find(['，', '。', '；', '、', ',', ';', '\n', '）', ')']).map_or(behind, |end| &behind[..end]);
    if clause.bytes().any(|b| b.is_ascii_digit()) || clause.starts_with(['的', '率']) {
        return None;
    }
    // `2025年底前建成展馆；新建体验馆8个`: the time of one thing among several.
    let until = text.floor_char_boundary(paragraph.to().min(done + MOST_DONE).max(done));
    let since = paragraph.from().max(back(text, begin, MOST_DONE)).min(begin);
    if beside_another(&text[since..begin], &text[done..until]) {
        return None;
    }
    // `5月底前印发实施方案`: a step, not the task.
    if text[at..done].ends_with("印发") && !matches!(clause.trim(), "" | "实施") {
        return None;
    }
    // `2024年10月底前完成首轮清理，之后常态化推进`: with nothing behind it, it goes on.
    let tail = |from: usize| {
        let rest = text.get(from..)?;
        let tail = words("due_ongoing_tail").iter().find(|tail| rest.starts_with(**tail))?.len();
        let ends = !rest.starts_with('，')
            || rest[tail..].is_empty()
            || rest[tail..].starts_with(['，', '。', '；', '\n', '）']);
        ends.then_some(from + tail)
    };
    let end = tail(done).or_else(|| tail(done + clause.len())).unwrap_or(done);
    read(&text[begin..end], year)
}

/// Whether one of the sentences' members between semicolons tells to do something so many times without a time of its own, beside
/// the member that has the time: `新建体验馆8个`, `16个乡镇建成活动室`, `大篷车每年下乡60场`.
fn beside_another(before: &str, behind: &str) -> bool {
    let counted = |member: &str| {
        let member = member.trim_start();
        let clause = member.split(['，', ',']).next().unwrap_or(member);
        let number = clause.find(|c: char| c.is_ascii_digit());
        let verbs = words("target_counted_verb");
        let made = || verbs.iter().any(|verb| member.starts_with(*verb));
        // Where the thing is, or how many have it, may stand in front.
        let placed = || number.is_some() && verbs.iter().any(|verb| clause.contains(verb));
        let yearly = member.match_indices('年').all(|(at, _)| member[..at].ends_with(['每', '全']));
        let often = || number.is_some_and(|at| clause[..at].contains("每年"));
        (made() || placed() || often())
            && member.bytes().any(|b| b.is_ascii_digit())
            && yearly
            && !member.contains(['月', '底'])
    };
    let (before, behind) = (
        before.rsplit(['。', '\n']).next().unwrap_or(before),
        &behind[..behind.find(['。', '\n']).unwrap_or(behind.len())],
    );
    before.rsplit('；').skip(1).any(counted) || behind.split('；').skip(1).any(counted)
}

/// Bytes behind `…前，` in which what is done is told.
const MOST_DONE: usize = 300;

/// Whether the words behind a time say that something is completed by then (`完成大厅改造`, `新系统建成并投入使用`), or tell one thing
/// and nothing more, where `whole` says that nothing stands before the time. Who does it may be told first (`由县司法局负责，`).
fn completes(behind: &str, whole: bool, apart: bool) -> bool {
    let end = behind.find(['。', '；', '\n', '（', '(']).unwrap_or(behind.len());
    let closes = behind[end..].trim_matches(['。', '；', '\n', ' ']).is_empty();
    let mut clauses = behind[..end].split(['，', ',']);
    let Some(mut deed) = clauses.next() else { return false };
    if ["牵头", "负责"].iter().any(|duty| deed.ends_with(duty)) {
        let Some(next) = clauses.next() else { return false };
        deed = next;
    }
    // The time of a number is not that of the task; `6月底前，的` tells which.
    if deed.bytes().any(|b| b.is_ascii_digit()) || deed.starts_with('的') || deed.trim().is_empty() {
        return false;
    }
    apart && is_completed(deed) || whole && closes && clauses.next().is_none()
}

/// Whether a clause says that what it tells of is done: `全面完成大厅改造`, `各镇完成摸排`, `新系统建成并投入使用`; not `完成率提高`,
/// `对完成改造的小区验收`.
fn is_completed(clause: &str) -> bool {
    const SUBJECT: usize = 48;
    let completed = words("due_completed");
    let done = |verb: &str| {
        let manner = words("due_manner").iter().find_map(|word| verb.strip_prefix(*word)).unwrap_or(verb);
        let rest = completed.iter().find_map(|word| manner.strip_prefix(*word));
        rest.is_some_and(|rest| !rest.starts_with(['率', '量', '度', '时', '后', '情']))
    };
    // Who is to complete it may stand in front.
    let by_whom = || {
        let near = &clause[..clause.floor_char_boundary(SUBJECT)];
        let at = near
            .find("完成")
            .filter(|_| clause.starts_with(['各', '县', '市', '区', '省', '镇', '乡', '全']));
        at.is_some_and(|at| !near[..at].contains(['对', '将', '把', '未', '已', '的']) && done(&clause[at..]))
    };
    done(clause)
        || completed.iter().chain(words("due_completed_ends")).any(|word| clause.ends_with(word))
        || by_whom()
}

/// `6月底`, `9月30日`, `年底`, `今年底`, before 内 also `年`, at the end of words that hold nothing else but a word of time before it
/// (`于`, `力争`); `三年内` counts.
fn yearless_end(window: &str, within: bool) -> Option<&str> {
    let phrase = window.trim();
    let digits = |text: &str| text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let month_at = |head: &str| {
        let month = head.strip_suffix('月')?;
        Some(month.len() - Some(digits(month)).filter(|len| (1..=2).contains(len))?)
    };
    let head = phrase.trim_end_matches(['底', '末', '之', '以', '中', '旬', '上', '下']);
    let at = if let Some(day) = head.strip_suffix('日') {
        month_at(&day[..day.len() - Some(digits(day)).filter(|&len| len > 0)?])?
    } else if head.ends_with('月') {
        month_at(head)?
    } else {
        let year = head.strip_suffix('年').filter(|_| head.len() < phrase.len() || within)?;
        year.trim_end_matches(['今', '本', '当', '年']).len()
    };
    // `此项工作于9月30日前完成`
    let led = phrase[..at].trim_end().trim_end_matches(['于', '在']);
    // `每年3月15日前完成`
    let yearly = words("due_every_year").iter().find_map(|word| led.strip_suffix(word));
    let (led, at) = yearly.map_or((led, at), |before| (before.trim_end_matches(['于', '在']), before.len()));
    // `交办问题于5月底前销号`, as with a year.
    let subject = || phrase[..at].trim_end().ends_with('于');
    // `各乡镇每年12月底前报送总结`
    (led.is_empty() || yearly.is_some() || words("due_lead").contains(&led) || subject())
        .then_some(&phrase[at..])
}

/// The time that a bracket holds and nothing else: `2024年9月30日前完成`, `长期坚持`, `完成时限：10月底`. A year or a day alone may be
/// anything.
pub(crate) fn alone(inner: &str, year: Option<i16>) -> Option<Time<'_>> {
    const LONGEST: usize = 90;
    if inner.len() > LONGEST {
        return None;
    }
    if let Some((key, value)) = inner.split_once(['：', ':']) {
        return if is_key(key.trim()) { read(value, year) } else { None };
    }
    let dated = date::is_time_alone(inner)
        && ["前", "完成", "竣工", "底", "末", "每"].iter().any(|word| inner.contains(word));
    let ongoing = || words("due_ongoing").contains(&inner);
    (dated || ongoing()).then(|| read(inner, year)).flatten()
}

/// Whether a key of a line or a column says that its value is a completion time: `完成时限`, `时间节点`.
pub(crate) fn is_key(key: &str) -> bool {
    static KEYS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["due_key", "time_keys"]));
    KEYS.within(key)
}

/// Whether a piece of a list is a time, so that it can be no organisation.
pub(crate) fn is_time(piece: &str) -> bool {
    // A full-width digit is EF BC 90–99, a half-width one a byte.
    let may_be_digit = |b: u8| b.is_ascii_digit() || b == 0xEF;
    let digit = piece.bytes().any(may_be_digit)
        && (piece.bytes().any(|b| b.is_ascii_digit())
            || piece.as_bytes().windows(3).any(|w| matches!(w, [0xEF, 0xBC, 0x90..=0x99])));
    (digit && words("due_mark").iter().any(|word| piece.contains(word)))
        || (piece.contains('年') && (date::find(piece).is_some() || is_year_end(piece)))
        // `一季度`, `上半年`
        || piece.chars().count() <= 5 && part_of_year(piece).is_some()
        || is_rhythm(piece)
}

/// Whether a piece names the end of the year that is meant and nothing else: `年底前`, `今年底`, `年内完成`.
fn is_year_end(piece: &str) -> bool {
    words("due_year_end").contains(&this_year(piece))
}

/// Words without 今 or 本 in front of 年.
fn this_year(text: &str) -> &str {
    let rest = text.strip_prefix(['今', '本', '当']).unwrap_or(text);
    // 今年年底
    if rest.starts_with('年') {
        rest.strip_prefix('年').filter(|rest| rest.starts_with('年')).unwrap_or(rest)
    } else {
        text
    }
}

/// Whether a piece of a list that names neither year nor number says how often a thing is due, or that it is at once.
pub(crate) fn is_rhythm(piece: &str) -> bool {
    rhythm(piece).is_some() || is_at_once(piece)
}

/// Whether words say that a thing is done without delay and nothing else: `立行立改`.
fn is_at_once(words: &str) -> bool {
    words.starts_with('立') && self::words("due_at_once").contains(&words)
}

/// Whether words behind a key of times name one that no calendar tells: `汛期前`, `开学前`.
pub(crate) fn is_untold(words: &str) -> bool {
    const LONGEST: usize = 30;
    words.len() <= LONGEST
        && words.ends_with('前')
        && self::words("due_season").iter().any(|season| words.contains(season))
}

fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '，' | ',' | '。' | '；' | ';' | '、' | '：' | ':' | '（' | '）' | '(' | ')')
}

/// The position at most `bytes` before `at`, on a character boundary.
fn back(text: &str, at: usize, bytes: usize) -> usize {
    let mut from = at.saturating_sub(bytes);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    from
}

/// Lists of words that say how often, in the order in which they rule.
const RHYTHMS: [(&str, &str); 8] = [
    ("due_every_year", "year"),
    ("due_every_half_year", "half_year"),
    ("due_every_semester", "semester"),
    ("due_every_quarter", "quarter"),
    ("due_every_month", "month"),
    ("due_every_week", "week"),
    ("due_every_day", "day"),
    ("due_ongoing", "ongoing"),
];

/// The words that say how often.
#[cfg(test)]
pub(crate) fn rhythms() -> impl Iterator<Item = &'static str> {
    RHYTHMS.iter().flat_map(|(list, _)| words(list)).copied()
}

/// How often a thing is due, or that it goes on.
fn rhythm(text: &str) -> Option<&'static str> {
    // Every piece of every list of names comes by here, and hardly any says how often.
    static ANY: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&RHYTHMS.map(|(list, _)| list)));
    if !ANY.within(text) {
        return None;
    }
    // `2024年年底` holds no 年年.
    let counted = |word: &str, at: usize| {
        word.starts_with('年') && text[..at].ends_with(|c: char| fold_width(c).is_ascii_digit())
    };
    let says = |word: &&str| text.match_indices(word).any(|(at, _)| !counted(word, at));
    RHYTHMS.iter().find(|(list, _)| words(list).iter().any(says)).map(|&(_, every)| every)
}

/// A time without any year: `12月底前`, `年底前`.
fn is_yearless(text: &str) -> bool {
    let digit = text.chars().next().is_some_and(|c| fold_width(c).is_ascii_digit());
    (digit && text.contains('月') && text.chars().count() <= 12) || is_year_end(text)
}

type Day = (i16, u8, Option<u8>);

/// The latest of the times named.
fn latest(text: &str, year: Option<i16>) -> Option<Day> {
    let dated = date::find_iter(text).filter_map(|(span, found)| {
        let tail = text[span.to()..].trim_start();
        // `2024年秋季开学前`: no month that the text tells.
        if found.month.is_none() && words("due_season").iter().any(|season| tail.starts_with(season)) {
            return None;
        }
        let part = || months_of_year(tail).or_else(|| part_of_year(tail)).unwrap_or(12);
        let month = found.month.map_or_else(part, i8::cast_unsigned);
        let day = found.day.map(i8::cast_unsigned);
        Some(match until_month(tail).filter(|&m| found.month.is_some() && m >= month) {
            Some(later) => (found.year, later, None),
            None => (found.year, month, day.and_then(|day| until_day(tail, day)).or(day)),
        })
    });
    // `2025年3月底前摸排，9月底前整改到位`: the year is said once.
    let carried = date::find_iter(text).last().and_then(|(span, found)| {
        let behind = text[span.to()..].split(['，', '；', ',', ';']).skip(1);
        behind.filter_map(|piece| month_end(piece, found.year)).last()
    });
    let dated = dated.chain(carried);
    let rank = |&(year, month, day): &Day| (year, month, day.unwrap_or(31));
    // `次年3月底前`
    let next = words("due_next_year").iter().find_map(|word| text.strip_prefix(*word));
    let told = || match next {
        Some(rest) => yearless(rest, year? + 1),
        None => yearless(this_year(text), year?),
    };
    dated.max_by_key(rank).or_else(told)
}

/// `9月底前`, `9月30日前` at the beginning of a piece, in the year of the piece before; `9月各一次` is no limit.
fn month_end(piece: &str, year: i16) -> Option<Day> {
    let at = piece.find('前')?;
    let told = piece[..at].trim_start().trim_start_matches(['并', '于', '在']);
    let limit = told.ends_with(['底', '末', '日', '月']) && told.len() <= 16 && is_yearless(told);
    limit.then(|| yearless(told, year)).flatten()
}

/// `年底前` and `6月底前` of a known year.
fn yearless(text: &str, year: i16) -> Option<Day> {
    if let Some(at) = text.rfind('月') {
        let head = &text[..at];
        let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let month: u8 = head[head.len() - digits..].parse().ok()?;
        let rest = &text[at + '月'.len_utf8()..];
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        let day = rest[..len].parse().ok().filter(|_| rest[len..].starts_with('日'));
        let later = day.and_then(|day| until_day(rest[len..].strip_prefix('日')?, day));
        let day = later.or(day);
        return (1..=12).contains(&month).then_some((year, month, day));
    }
    part_of_year(text)
        .or_else(|| words("due_year_end").iter().any(|w| text.starts_with(w)).then_some(12))
        .map(|month| (year, month, None))
}

/// The last month of `3—10月` behind a year.
fn months_of_year(tail: &str) -> Option<u8> {
    let first = tail.bytes().take_while(u8::is_ascii_digit).count();
    until_month(&tail[first..]).filter(|_| (1..=2).contains(&first))
}

/// The last month of a quarter or half that stands behind a year, or of several quarters (`第1—3季度`).
fn part_of_year(tail: &str) -> Option<u8> {
    let tail = tail.strip_prefix('第').unwrap_or(tail);
    let numeral = |c: char| "一二三四1234".contains(c);
    let later = tail
        .strip_prefix(numeral)
        .and_then(|rest| rest.strip_prefix("季度").unwrap_or(rest).strip_prefix(is_range));
    let later = later.map(|rest| rest.trim_start_matches(['—', '第']));
    let tail = later.filter(|later| later.starts_with(numeral)).unwrap_or(tail);
    let mut chars = tail.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    if rest.starts_with("半年") {
        return match first {
            '上' => Some(6),
            '下' => Some(12),
            _ => None,
        };
    }
    let quarter = match first {
        '一' | '1' => 1,
        '二' | '2' => 2,
        '三' | '3' => 3,
        '四' | '4' => 4,
        _ => return None,
    };
    rest.starts_with("季度").then_some(quarter * 3)
}

/// The month of `至6月`, `-6月` behind a month.
fn until_month(tail: &str) -> Option<u8> {
    until(tail, '月').filter(|month| (1..=12).contains(month))
}

/// The day of `至15日` behind an earlier day of the same month.
fn until_day(tail: &str, day: u8) -> Option<u8> {
    until(tail, '日').filter(|later| (day..=31).contains(later))
}

/// What stands between the ends of a range.
fn is_range(c: char) -> bool {
    matches!(c, '至' | '到' | '—' | '-' | '－' | '~' | '～' | '–')
}

fn until(tail: &str, unit: char) -> Option<u8> {
    let rest = tail.strip_prefix(is_range)?.trim_start_matches('—');
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number: u8 = rest[..len].parse().ok()?;
    rest[len..].starts_with(unit).then_some(number)
}

#[cfg(test)]
mod tests;
