//! The completion time of a sentence: a date in front of `前完成`, `年内完工`, or of `前，` and what is done by then.
//!
//! Where the time begins is found first. Then a time that tells when a step is made, when a number is reached, or when one thing
//! of several is done, is none of the task's ([`Limit`]).

use super::{Time, is_edge, read};
use gongwen_lexicon::words;
use gongwen_text::label::Label;
use gongwen_text::{Span, date};

/// Bytes in front of 前 in which its time stands.
const MOST_TIME: usize = 60;

/// Bytes behind `…前，` in which what is done is told.
const MOST_DONE: usize = 300;

/// Where a clause ends that tells what is done.
const CLAUSE_ENDS: [char; 9] = ['，', '。', '；', '、', ',', ';', '\n', '）', ')'];

/// The completion time of a sentence that says `…前完成` (竣工, 投入使用) with a date directly before it, `年内完工`, or `…前，` in front of
/// what is done by then. `at` is where `前` or `年内` begins in `text`, `done` one past the word behind it; `paragraph` is what the sentence stands in.
pub(crate) fn before_done(
    text: &str,
    paragraph: Span,
    at: usize,
    done: usize,
    year: Option<i16>,
) -> Option<Time<'_>> {
    let limit = Limit::find(text, paragraph, at, done)?;
    if limit.is_of_number() {
        return None;
    }
    if limit.opens() {
        return limit
            .tells_done()
            .then(|| read(&text[limit.begin..limit.at + '前'.len_utf8()], year))
            .flatten();
    }
    let other = limit.counts() || limit.is_beside_another() || limit.is_behind_counted() || limit.is_step();
    if other { None } else { read(&text[limit.begin..limit.end()], year) }
}

/// The year of the step that a sentence tells before a time without one: `2026年3月完成装修，8月底前完成搬迁`; not that of `2024年3月印发的标准`.
pub(crate) fn year_before(text: &str, paragraph: Span, at: usize) -> Option<i16> {
    let before = &text[paragraph.from().max(back(text, at, MOST_DONE)).min(at)..at];
    let sentence = before.rsplit(['。', '；', '\n']).next().unwrap_or(before);
    let mut clauses = sentence.rsplit(['，', ',']).skip(1);
    clauses.find_map(|clause| {
        let (place, found) = date::find(clause)?;
        let step = found.month.is_some() && !clause[place.to()..].contains(['的', '已', '《']);
        (step && clause[..place.from()].trim().is_empty()).then_some(found.year)
    })
}

/// A time in front of `前完成`, and what stands round it.
struct Limit<'t> {
    /// The whole text.
    text: &'t str,
    /// What the sentence stands in.
    paragraph: Span,
    /// Where the clause of the time begins, as far as it is looked at.
    clause: usize,
    /// Where the time begins.
    begin: usize,
    /// Where 前 begins, or 内.
    at: usize,
    /// One past the word of doing.
    done: usize,
}

impl<'t> Limit<'t> {
    /// Finds the time in front of 前 or 年内; `None` where words stand between them.
    fn find(text: &'t str, paragraph: Span, at: usize, done: usize) -> Option<Self> {
        let within = text[at..].starts_with('年');
        let at = if within { at + '年'.len_utf8() } else { at };
        // `目前，` and `此前，` stand far more often than times do.
        if text[at..done].ends_with('，')
            && !text[..at].trim_end().ends_with(['底', '末', '日', '月', '年', '之', '旬'])
        {
            return None;
        }
        let from = back(text, at, MOST_TIME);
        let window = &text[from..at];
        let clause = window
            .rfind(['，', '。', '；', '、', ',', ';', '（', '(', '：'])
            .map_or(from, |i| from + i + window[i..].chars().next().map_or(0, char::len_utf8));
        let window = &text[clause..at];
        let (begin, rest) = match date::find_iter(window).last() {
            Some((span, _)) => (clause + span.from(), &window[span.to()..]),
            None => (Span::of(yearless_end(window, within)?, text).from(), ""),
        };
        matches!(rest.trim_matches(is_edge), "" | "底" | "末" | "底之" | "之" | "年底" | "年末")
            .then_some(Self { text, paragraph, clause, begin, at, done })
    }

    /// From 前 to the end of the word of doing.
    fn told(&self) -> &'t str {
        &self.text[self.at..self.done]
    }

    /// Behind the word of doing, to the end of its clause.
    fn behind(&self) -> &'t str {
        let behind = &self.text[self.done..self.text.floor_char_boundary(self.done + 120)];
        behind.find(CLAUSE_ENDS).map_or(behind, |end| &behind[..end])
    }

    /// Behind the word of doing, as far as the paragraph is looked at.
    fn rest(&self) -> &'t str {
        let until = self.paragraph.to().min(self.done + MOST_DONE).max(self.done);
        &self.text[self.done..self.text.floor_char_boundary(until)]
    }

    /// `剩余7个小区2025年6月底前竣工`: the time of that number, not of the whole task.
    fn is_of_number(&self) -> bool {
        let before = &self.text[self.clause..self.begin];
        let before = &before[Label::read(before).map_or(0, |label| label.end)..];
        before.bytes().any(|b| b.is_ascii_digit())
    }

    /// Whether the time stands in front of what is done by then: `6月底前，完成大厅改造`, `6月底前报送`.
    fn opens(&self) -> bool {
        self.told().ends_with(['，', '报', '送'])
    }

    /// Whether behind the time stands what is done. Where nothing stands in front, it may be all that the paragraph tells.
    fn tells_done(&self) -> bool {
        completes(self.rest(), self.clause <= self.paragraph.from(), self.told().ends_with('，'))
    }

    /// `2025年底前完成补建8处` is the time of a number; `2000年底前建成的小区` tells which.
    fn counts(&self) -> bool {
        let clause = self.behind();
        clause.bytes().any(|b| b.is_ascii_digit()) || clause.starts_with(['的', '率'])
    }

    /// `2025年底前建成展馆；新建体验馆8个`: the time of one thing among several.
    fn is_beside_another(&self) -> bool {
        let since = self.paragraph.from().max(back(self.text, self.begin, MOST_DONE)).min(self.begin);
        let (before, behind) = (&self.text[since..self.begin], self.rest());
        let before = before.rsplit(['。', '\n']).next().unwrap_or(before);
        let behind = &behind[..behind.find(['。', '\n']).unwrap_or(behind.len())];
        // `2027年底前完成改扩建；支持各乡镇建馆，到2030年建成8个`
        let own = date::find(&self.text[self.begin..self.at]).map(|(_, found)| found.year);
        let later = |member: &str| {
            let number = member.bytes().any(|b| b.is_ascii_digit());
            let by = |(place, found): (Span, date::PartialDate)| {
                own.is_some_and(|own| found.year > own) && member[..place.from()].ends_with(['到', '至'])
            };
            number && date::find_iter(member).any(by)
        };
        before.rsplit('；').skip(1).any(is_counted)
            || behind.split('；').skip(1).any(|member| is_counted(member) || later(member))
    }

    /// `全年开放不少于260天，更新展品15件，9月底前完成影院改造`: the time of one thing behind several that are counted.
    fn is_behind_counted(&self) -> bool {
        if self.behind().trim().is_empty() {
            return false;
        }
        let since = self.paragraph.from().max(back(self.text, self.begin, MOST_DONE)).min(self.begin);
        let before = &self.text[since..self.begin];
        let before = before.rsplit(['。', '；', '\n']).next().unwrap_or(before);
        let mut clauses = before.rsplit(['，', ',']).skip(1);
        let numbered =
            |clause: &str| clause.bytes().any(|b| b.is_ascii_digit()) && !clause.contains(['月', '底', '（']);
        clauses.next().is_some_and(numbered) && clauses.next().is_some_and(numbered)
    }

    /// `5月底前印发实施方案`, `5月底前形成问题清单，建立台账`: a step, not the task.
    fn is_step(&self) -> bool {
        const MADE: [&str; 2] = ["形成", "出台"];
        let goes_on = || {
            let rest = &self.rest()[self.behind().len().min(self.rest().len())..];
            let rest = rest.trim_start_matches(['，', '。', '；', '、', ',', ';', '\n', ' ']);
            !rest.is_empty() && !rest.starts_with(['（', '('])
        };
        if MADE.iter().any(|word| self.told().ends_with(word)) {
            return self.behind().trim().is_empty() || goes_on();
        }
        self.told().ends_with("印发") && !matches!(self.behind().trim(), "" | "实施")
    }

    /// Where the time ends. `2024年10月底前完成首轮清理，之后常态化推进`: with nothing behind it, it goes on.
    fn end(&self) -> usize {
        let goes_on = |from: usize| {
            let rest = self.text.get(from..)?;
            let tail = words("due_ongoing_tail").iter().find(|tail| rest.starts_with(**tail))?.len();
            let ends = !rest.starts_with('，')
                || rest[tail..].is_empty()
                || rest[tail..].starts_with(['，', '。', '；', '\n', '）']);
            ends.then_some(from + tail)
        };
        goes_on(self.done).or_else(|| goes_on(self.done + self.behind().len())).unwrap_or(self.done)
    }
}

/// Whether a member between semicolons tells to do something so many times without a time of its own, beside the member that has
/// the time: `新建体验馆8个`, `16个乡镇建成活动室`, `大篷车每年下乡60场`.
fn is_counted(member: &str) -> bool {
    let member = member.trim_start();
    let clause = member.split(['，', ',']).next().unwrap_or(member);
    let number = clause.find(|c: char| c.is_ascii_digit());
    let verbs = words("target_counted_verb");
    let made = || verbs.iter().any(|verb| member.starts_with(*verb));
    // Where the thing is, or how many have it, may stand in front.
    let placed = || number.is_some() && verbs.iter().any(|verb| clause.contains(verb));
    let often = || number.is_some_and(|at| clause[..at].contains("每年"));
    (made() || placed() || often())
        && member.bytes().any(|b| b.is_ascii_digit())
        && member.match_indices('年').all(|(at, _)| member[..at].ends_with(['每', '全']))
        && !member.contains(['月', '底'])
}

/// Whether the words behind a time say that something is completed by then (`完成大厅改造`, `新系统建成并投入使用`), or tell one thing
/// and nothing more, where `whole` says that nothing stands before the time; `apart` says that a comma parts the two. Who does it may be told first (`由县司法局负责，`).
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
    let at = end_of_year_or_month(phrase, within)?;
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

/// Where a day, a month or a year begins that ends the phrase: `9月30日`, `6月底`, `年底`; `within` lets 年 stand alone.
fn end_of_year_or_month(phrase: &str, within: bool) -> Option<usize> {
    let digits = |text: &str| text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let month_at = |head: &str| {
        let month = head.strip_suffix('月')?;
        Some(month.len() - Some(digits(month)).filter(|len| (1..=2).contains(len))?)
    };
    let head = phrase.trim_end_matches(['底', '末', '之', '以', '中', '旬', '上', '下']);
    if let Some(day) = head.strip_suffix('日') {
        return month_at(&day[..day.len() - Some(digits(day)).filter(|&len| len > 0)?]);
    }
    if head.ends_with('月') {
        return month_at(head);
    }
    let year = head.strip_suffix('年').filter(|_| head.len() < phrase.len() || within)?;
    Some(year.trim_end_matches(['今', '本', '当', '年']).len())
}

/// The position at most `bytes` before `at`, on a character boundary.
fn back(text: &str, at: usize, bytes: usize) -> usize {
    text.ceil_char_boundary(at.saturating_sub(bytes))
}
