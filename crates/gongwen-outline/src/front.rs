//! Titles: of the plan, and of the notice that carries it (guide, 1; GB/T 9704-2012, 7.3.1).
//!
//! A title may stand on several lines, broken anywhere; around it stand mastheads, addressees, a short letter
//! and a signature. Lines that could be pieces of a title are put together in groups, and the groups are told apart
//! by the nouns they end in.

use crate::unit::{self, Unit, UnitKind};
use gongwen_lexicon::{WordSet, column_list};
use gongwen_text::{Span, chars};
use std::sync::LazyLock;

/// Titles found before the first section, and which units they are.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    pub(crate) title: Vec<Span>,
    pub(crate) notice: Vec<Span>,
}

/// A run of lines that make one title.
#[derive(Debug)]
struct Group {
    lines: Vec<Span>,
    /// The lines as one.
    words: String,
    /// Ends in a title noun.
    complete: bool,
    /// Is the act that carries another document.
    notice: bool,
    /// Is named like such an act, without saying what it carries (`关于分解落实…目标任务的通知`).
    act: bool,
}

/// Lines a title is ever broken over.
const MAX_LINES: usize = 5;

static NOUNS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["title_nouns"]));
static NOTICE_NOUNS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["notice_nouns"]));
static NOTICE_VERBS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["notice_verbs"]));
static AUTHORITIES: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["authority_ends"]));

/// What a notice makes of a work that it names: `印发《政府工作报告》重点工作责任分解的通知`.
static SHARED_OUT: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["carried_ends"]));

/// Units in front of a document that only tell of it: `日前，某市印发《某方案》。全文如下：`. What stands there is told again below.
pub(crate) fn introduced(text: &str, units: &[Unit]) -> usize {
    const NEAR: usize = 8;
    const BETWEEN: usize = 18;
    let leads = |line: &str| {
        let said = line.trim_end_matches(['：', ':', '。']).trim_end().strip_suffix("如下");
        said.is_some_and(|said| said.rfind("全文").is_some_and(|at| said.len() - at <= BETWEEN))
    };
    let near = units.iter().take(NEAR).map(|unit| (unit.kind, unit.span.of_text(text)));
    // A letter to somebody is the document itself.
    let mut told = near
        .take_while(|(kind, line)| *kind == UnitKind::Prose && (leads(line) || !line.ends_with(['：', ':'])));
    told.position(|(_, line)| leads(line)).map_or(0, |at| at + 1).min(units.len().saturating_sub(1))
}

/// Finds the titles among the units before the first section.
///
/// `caption` is the title of the table that the body begins with.
pub(crate) fn titles(text: &str, front: &[Unit], caption: Option<Span>) -> Titles {
    let groups = groups(text, front);
    // What a notice above names in so many words, whatever noun it ends in: `印发某县为民办实事项目的通知`.
    let acts: Vec<&Group> = groups.iter().filter(|g| g.notice || g.act).take(4).collect();
    let announced = |g: &&Group| {
        let mut earlier = acts.iter().filter(|act| act.lines[0].start < g.lines[0].start);
        !g.notice && !g.act && earlier.any(|act| announces(&act.words, &g.words))
    };
    let plan = groups.iter().rev().find(announced);
    let plan = plan.or_else(|| groups.iter().rev().find(|g| g.complete && !g.notice));
    let before_plan = |g: &&Group| plan.is_some_and(|plan| g.lines[0].start < plan.lines[0].start);
    let first = groups.iter().find(|g| g.notice);
    // A page prints it without its body above the document, which prints it whole.
    let whole = first.and_then(|first| {
        let longer = |g: &&Group| {
            let body = g.words.strip_suffix(&*first.words);
            body.is_some_and(|body| AUTHORITIES.closes(body) && body.chars().all(chars::is_han))
        };
        groups.iter().filter(|g| g.notice).find(longer)
    });
    let notice = whole.or(first).or_else(|| groups.iter().filter(before_plan).find(|g| g.act));
    let fallback = || {
        let longest = groups.iter().filter(|g| !g.notice).max_by_key(|g| weight(text, g));
        longest.filter(|g| weight(text, g) >= 5).map(|g| g.lines.clone())
    };
    let sent = sent_out(text, front);
    // An act whose letter says what it carries, whatever noun that ends in.
    if let (Some(plan), Some(sent)) = (plan.filter(|plan| plan.act), sent)
        && announces(&plan.words, sent.of_text(text))
    {
        return Titles { title: vec![sent], notice: plan.lines.clone() };
    }
    // A letter that sends out several works names the one that its table has for a title.
    if let (Some(act), Some(caption)) = (plan.filter(|plan| plan.act), caption)
        && is_sent(text, front, caption.of_text(text))
    {
        return Titles { title: vec![caption], notice: act.lines.clone() };
    }
    let title = match (plan, notice) {
        (Some(plan), _) => plan.lines.clone(),
        // No title but the notice's: the plan is what it carries.
        (None, Some(notice)) => carried(text, &notice.lines),
        (None, None) => {
            let sent = sent.filter(|sent| is_complete(sent.of_text(text)));
            sent.map(|sent| vec![sent]).or_else(fallback).unwrap_or_default()
        }
    };
    Titles { title, notice: notice.map(|g| g.lines.clone()).unwrap_or_default() }
}

/// Whether a line only says what the next says in full: a publisher's name, the column of a site.
fn repeats(line: &str, next: &str) -> bool {
    const SHORTEST: usize = 4 * '某'.len_utf8();
    next.starts_with(line) || line.len() >= SHORTEST && next.len() > line.len() && next.contains(line)
}

/// What a letter says it sends out: `现将《某区责任分解表》印发给你们`, `《某县规划》已经县政府同意，现印发给你们`.
fn sent_out(text: &str, front: &[Unit]) -> Option<Span> {
    static VERBS: LazyLock<WordSet> =
        LazyLock::new(|| WordSet::new(&["印发给", "印发你们", "现印发", "现予印发"]));
    let letters = front.iter().filter(|unit| unit.kind == UnitKind::Prose);
    let mut names = letters.filter_map(|unit| {
        let line = unit.span.of_text(text);
        let verb = VERBS.find(line)?.start;
        let said = line[..verb].rsplit('。').next()?;
        let (before, rest) = said.split_once('《')?;
        let (name, behind) = rest.rsplit_once('》')?;
        // Of several works, or of one that it only refers to, none is surely what it sends.
        let sends = before.ends_with("现将") && behind.is_empty() || behind.starts_with("已");
        (sends && !name.contains(['《', '》'])).then(|| Span::of(name, text))
    });
    names.next()
}

/// Whether a letter names a work by this title: `《某区重点工作责任分解》和《…》已经区政府同意`.
fn is_sent(text: &str, front: &[Unit], title: &str) -> bool {
    let letters = front.iter().filter(|unit| unit.kind == UnitKind::Prose);
    let mut names = letters.flat_map(|unit| unit.span.of_text(text).split('《').skip(1));
    !title.is_empty() && names.any(|name| name.strip_prefix(title).is_some_and(|rest| rest.starts_with('》')))
}

/// Whether a line is the body above a title that names the same division: `某县人民政府办公室` over `某县应急管理规划`. The title of
/// an act goes on with 关于, perhaps behind the other bodies that issue it.
fn publishes(line: &str, next: &str) -> bool {
    let division = line.char_indices().nth(2).map_or("", |(at, _)| &line[..at]);
    !division.is_empty()
        && next.starts_with(division)
        && AUTHORITIES.closes(line)
        && !AUTHORITIES.closes(next)
        && !next.contains("关于")
}

/// How many lines a site prints above the body whose act begins on the line below it (`关于印发…`): they would be the title's first
/// words. What names the same division, or the party, is another body that issues the act.
fn above_body(text: &str, lines: &[Span]) -> usize {
    let acts =
        |line: &str| line.starts_with("关于") || NOTICE_VERBS.find(line).is_some_and(|verb| verb.start == 0);
    let body =
        lines.windows(2).position(|pair| is_whole_body(pair[0].of_text(text)) && acts(pair[1].of_text(text)));
    let Some((body, above)) = body.map(|at| (lines[at].of_text(text), &lines[..at])) else { return 0 };
    let division = body.char_indices().nth(2).map_or(body, |(at, _)| &body[..at]);
    let site = |line: &str| {
        !AUTHORITIES.closes(line)
            && !line.starts_with("中共")
            && !line.contains(division)
            && !is_bracket(line)
    };
    above.iter().take_while(|line| site(line.of_text(text))).count()
}

/// Whether a line is the name of a body that begins with its division, or with the party: `某县人民政府办公室`.
fn is_whole_body(line: &str) -> bool {
    let divides = |c| matches!(c, '省' | '市' | '县' | '区' | '旗' | '州' | '盟' | '镇' | '乡');
    AUTHORITIES.closes(line) && (line.starts_with("中共") || line.chars().skip(1).take(4).any(divides))
}

/// Whether an act says that it carries what is called `title`.
fn announces(act: &str, title: &str) -> bool {
    const SHORTEST: usize = 8 * '某'.len_utf8();
    title.len() >= SHORTEST && NOTICE_VERBS.find(act).is_some_and(|verb| act[verb.start..].contains(title))
}

/// Characters of a group, signatures not counted.
fn weight(text: &str, group: &Group) -> usize {
    let words: usize = group.lines.iter().map(|l| l.of_text(text).chars().count()).sum();
    let last = group.lines.last().map_or("", |l| l.of_text(text));
    if AUTHORITIES.closes(last) { 0 } else { words }
}

/// Whether a title ends as acts do that send something out or ask for it (`…的通知`), a number behind it aside.
pub(crate) fn names_act(title: &str) -> bool {
    NOTICE_NOUNS.closes(without_number(title).trim_end_matches(['）', ')', ' ']))
}

/// Whether `line` could be a piece of a title.
pub(crate) fn is_piece(line: &str) -> bool {
    is_short_and_whole(line.as_bytes())
        && !line.ends_with(['：', ':', '，', ','])
        && !line.starts_with("（此件")
        && !line.starts_with("(此件")
        && !line.starts_with("经")
        && !line.starts_with("现将")
        // 密级 and 紧急程度 of the head (GB/T 9704, 7.2.2 and 7.2.3).
        && !line.contains('★')
        // A table that is drawn.
        && !line.starts_with(|c| matches!(c, '─'..='╬'))
        && !is_order(line)
        && !is_row(line)
        && !matches!(line, "特急" | "加急" | "特 急" | "加 急")
        && !is_form_field(line)
        && !is_dated_body(line)
}

/// Whether words stand in three cells, wide apart: a row of a table that lost its grid. Characters spaced out have one width between
/// them.
fn is_row(line: &str) -> bool {
    const WIDE: usize = 4;
    const GAPS: usize = 2;
    if !line.contains("    ") && !line.contains("\u{3000}\u{3000}") {
        return false;
    }
    let (mut gaps, mut gap, mut word, mut longest, mut least) = (0, 0, 0, 0, usize::MAX);
    for c in line.chars() {
        if c.is_whitespace() {
            gap += chars::columns(c);
            continue;
        }
        if gap > 0 {
            gaps += usize::from(gap >= WIDE && word > 0);
            (word, least) = (0, gap.min(least));
        }
        (gap, word) = (0, word + 1);
        longest = longest.max(word);
    }
    gaps >= GAPS && (longest > 1 || least * 2 < WIDE)
}

/// `某县人民政府办公室　　2025年4月8日`: the body and the day below the name of minutes or a bulletin.
fn is_dated_body(line: &str) -> bool {
    line.rsplit_once([' ', '\u{3000}'])
        .is_some_and(|(body, day)| unit::kind(day) == UnitKind::Date && AUTHORITIES.closes(body.trim_end()))
}

/// Whether words have two to eighty characters and no mark that ends a sentence.
fn is_short_and_whole(line: &[u8]) -> bool {
    const LONGEST: usize = 80;
    if line.len() > LONGEST * char::MAX.len_utf8() {
        return false;
    }
    let (mut at, mut count) = (0, 0);
    while let Some(&lead) = line.get(at) {
        count += 1;
        match &line[at..] {
            [0xE4..=0xE9, ..] => at += 3,
            // 。；！
            [b';' | b'!', ..] | [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBC, 0x9B | 0x81, ..] => return false,
            _ => at += chars::encoded_len(lead),
        }
        if count > LONGEST {
            return false;
        }
    }
    count >= 2
}

/// `（第3号）` below the title of an order or a notice to the public.
fn is_order(line: &str) -> bool {
    let inner = line.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    inner.is_some_and(|inner| inner.starts_with('第') && inner.ends_with('号'))
}

/// `填报单位：县水利局`, `单位：万元`: what a form says beside its title.
fn is_form_field(line: &str) -> bool {
    const KEY_MAX: usize = 24;
    // `某政发〔2024〕3号　　签发人：王某`: the last word before the colon.
    let key =
        line.find(['：', ':']).map(|at| line[..at].rsplit([' ', '\u{3000}']).next().unwrap_or_default());
    let key = key.filter(|key| key.len() <= KEY_MAX);
    key.is_some_and(|key| {
        ["单位", "部门", "日期", "时间", "电话", "填报人", "联系人", "签发人", "密级", "程度", "期限"]
            .iter()
            .any(|end| key.ends_with(end))
    })
}

/// Whether the words, brackets and book-title marks at their end aside, end in a title noun. White space inside does not
/// count: a title may be set `实 施 方 案`.
pub(crate) fn is_complete(words: &str) -> bool {
    if words.contains([' ', '\u{3000}']) {
        return is_complete(&chars::compact(words));
    }
    let mut stem = words;
    loop {
        let before = stem;
        stem = stem.trim_end_matches(['》', '”', ' ', '\u{3000}', '*']);
        if stem.ends_with(['）', ')', '〕']) {
            let open = stem.rfind(['（', '(', '〔']).unwrap_or(0);
            if open > 0 && stem.len() - open <= 60 {
                stem = &stem[..open];
            }
        }
        if stem == before {
            break;
        }
    }
    NOUNS.closes(stem)
}

fn groups(text: &str, front: &[Unit]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut lines: Vec<Span> = Vec::new();
    for (i, unit) in front.iter().enumerate() {
        let line = unit.span.of_text(text);
        // `（2024年3月12日）` below a title says when it was adopted.
        let adopted =
            is_bracket(line) && gongwen_text::date::find(line).is_some_and(|(_, d)| d.day.is_some());
        // A wrap may leave one character of a title: `…的通⏎知`.
        let cut = || !lines.is_empty() && is_one_han(line) && !ends_group(text, &lines);
        let is_day = |unit: &Unit| {
            unit.kind == UnitKind::Date
                || unit.kind == UnitKind::Prose && unit::day(unit.span.of_text(text)).is_some()
        };
        let piece = unit.kind == UnitKind::Prose
            && (is_piece(line) || cut())
            && !adopted
            && !is_day(unit)
            && !is_delivery(line);
        // A signature stands directly above a date.
        let dated = front.get(i + 1).is_some_and(is_day);
        let signature = dated && AUTHORITIES.closes(line) && !is_bracket(line);
        if !piece || signature {
            close(text, &mut lines, &mut groups);
            continue;
        }
        if ends_group(text, &lines) && !continues(line) || heads_columns(text, &lines, line, front.get(i + 1))
        {
            close(text, &mut lines, &mut groups);
        }
        lines.push(unit.span);
    }
    close(text, &mut lines, &mut groups);
    groups
}

/// A notice ends with its noun; a title ends with its bracket of years.
fn ends_group(text: &str, lines: &[Span]) -> bool {
    let Some(last) = lines.last().map(|l| l.of_text(text)) else { return false };
    // `通  知` may be set wide; a title that its own marks enclose is whole.
    let noun =
        || last.len() <= 30 && last.contains([' ', '\u{3000}']) && NOTICE_NOUNS.closes(&chars::compact(last));
    NOTICE_NOUNS.closes(last)
        || noun()
        || is_complete(last)
            && (last.ends_with(['）', ')']) || last.starts_with('《') && last.ends_with('》'))
}

/// Whether a whole title stands above names of columns: those of a table that lost its grid.
fn heads_columns(text: &str, lines: &[Span], line: &str, next: Option<&Unit>) -> bool {
    /// Bytes of the shortest title: what is shorter may be a column too.
    const SHORTEST: usize = 8 * '某'.len_utf8();
    let Some(last) = lines.last().filter(|last| last.len() >= SHORTEST) else { return false };
    column_list(line).is_some()
        && next.is_some_and(|next| column_list(next.span.of_text(text)).is_some())
        && is_complete(last.of_text(text))
}

/// A line that can only continue a title: `（2021—2025年）`, `的通知`.
fn continues(line: &str) -> bool {
    is_bracket(line) || line.starts_with(['的', '》', '和', '、', '及', '与'])
}

/// `——2023年10月26日在某县第十届人大常委会第三次会议上` below the title of a report: when and where it was given.
fn is_delivery(line: &str) -> bool {
    if !line.ends_with('上') {
        return false;
    }
    let said = line.trim_start_matches(['—', '－', '-', '─', '–', '―', ' ', '\u{3000}']);
    said.starts_with(|c: char| c.is_ascii_digit() || c == '二')
        && said.contains('在')
        && gongwen_text::date::find(said).is_some_and(|(_, date)| date.day.is_some())
}

fn is_one_han(line: &str) -> bool {
    let mut chars = line.chars();
    chars.next().is_some_and(chars::is_han) && chars.next().is_none()
}

fn is_bracket(line: &str) -> bool {
    line.starts_with(['（', '(', '〔']) && line.ends_with(['）', ')', '〕'])
}

fn close(text: &str, lines: &mut Vec<Span>, groups: &mut Vec<Group>) {
    let mut lines = std::mem::take(lines);
    // A publisher's line stands above a title that begins with the same name; a bracket only continues a title.
    let mut over = 0;
    while let [first, rest @ ..] = &lines[over..]
        && (rest.first().is_some_and(|next| {
            let (first, next) = (first.of_text(text), next.of_text(text));
            repeats(first, next) || publishes(first, next)
        }) || is_bracket(first.of_text(text)))
    {
        over += 1;
    }
    // A cover prints the title above a date, the first page prints it again.
    let again = lines[over..].first().and_then(|first| {
        let first = first.of_text(text);
        lines.iter().rposition(|line| line.of_text(text) == first).filter(|&last| last > over + 1)
    });
    over = again.unwrap_or(over);
    over += above_body(text, &lines[over..]);
    // Counted first and taken off at once: a hundred thousand such lines would be moved up each time.
    lines.drain(..over);
    // Who made the document may stand below its title.
    if let [title @ .., _, by] = &*lines
        && AUTHORITIES.closes(by.of_text(text))
        && is_complete(lines[title.len()].of_text(text))
    {
        lines.pop();
    }
    if lines.is_empty() || lines.len() > MAX_LINES {
        return;
    }
    let words: String = lines.iter().map(|l| l.of_text(text)).collect();
    let complete = is_complete(&words);
    let words = if words.contains([' ', '\u{3000}']) { chars::compact(&words) } else { words };
    let end = without_number(&words).trim_end_matches(['）', ')', ' ']);
    let carries = || {
        let verb = NOTICE_VERBS.find(&words);
        verb.is_some_and(|verb| {
            words[verb.start..].contains('《') || has_title_before_end(&words[verb.start..])
        })
    };
    let act = NOTICE_NOUNS.closes(end);
    let notice = act && carries();
    let act = act && !notice && words.contains("关于");
    groups.push(Group { lines, words, complete, notice, act });
}

/// The words without a document number in brackets at their end: `…的通知（某办发〔2017〕2号）`.
fn without_number(words: &str) -> &str {
    let Some(inner) = words.strip_suffix(['）', ')']) else { return words };
    let stem = inner.trim_end().strip_suffix('号');
    match inner.rfind(['（', '(']) {
        Some(open) if open > 0 && stem.is_some_and(|stem| stem[open..].contains(['〔', '[', '【', '﹝'])) => {
            words[..open].trim_end()
        }
        _ => words,
    }
}

/// `印发某县…实施方案的通知`: a title noun stands before the act's own.
fn has_title_before_end(words: &str) -> bool {
    let stem = words.rfind('的').map_or("", |at| &words[..at]);
    is_complete(stem)
}

/// What a notice carries: inside its book-title marks, else between its verb and its noun.
fn carried(text: &str, lines: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    let open = lines.iter().position(|l| l.of_text(text).contains('《'));
    let close = lines.iter().rposition(|l| l.of_text(text).contains('》'));
    if let (Some(open), Some(close)) = (open, close)
        && encloses(text, lines)
    {
        for (i, span) in lines.iter().enumerate().take(close + 1).skip(open) {
            let line = span.of_text(text);
            let from = if i == open { line.find('《').map_or(0, |at| at + '《'.len_utf8()) } else { 0 };
            let to = if i == close { line.rfind('》').unwrap_or(line.len()) } else { line.len() };
            if from < to {
                out.push(Span::new(span.from() + from, span.from() + to));
            }
        }
        return out;
    }
    let mut started = false;
    // The act's own noun may be broken over lines too: `…的⏎通知`, `…的通⏎知`.
    let last = lines.iter().rposition(|l| l.of_text(text).contains('的')).filter(|&at| at + 2 >= lines.len());
    for (i, span) in lines.iter().enumerate() {
        let line = span.of_text(text);
        let mut from = 0;
        if !started {
            let Some(verb) = NOTICE_VERBS.find(line) else { continue };
            started = true;
            from = verb.end;
        }
        if last.is_some_and(|last| i > last) {
            break;
        }
        let to = if last == Some(i) { line.rfind('的').unwrap_or(line.len()) } else { line.len() };
        let piece = line.get(from..to).map(str::trim).unwrap_or_default();
        if !piece.is_empty() {
            out.push(Span::of(piece, text));
        }
    }
    if out.is_empty() { lines.to_vec() } else { out }
}

/// Whether the book-title marks of a notice hold all that it carries. They hold only words of it in
/// `印发2023年《政府工作报告》责任分解方案的通知`.
fn encloses(text: &str, lines: &[Span]) -> bool {
    let words: String = lines.iter().map(|l| l.of_text(text)).collect();
    let (Some(open), Some(close)) = (words.find('《'), words.rfind('》')) else { return false };
    let Some(verb) = NOTICE_VERBS.find(&words) else { return true };
    let before = words.get(verb.end..open).unwrap_or_default();
    let after = words[close + '》'.len_utf8()..].rsplit_once('的').map_or("", |(stem, _)| stem);
    !(is_complete(after) || SHARED_OUT.closes(after)) || before.chars().count() > 12
}

/// Whether a line reads like the title of an annex or a table: short, complete, not a sentence.
pub(crate) fn is_caption(line: &str) -> bool {
    is_piece(line) && is_complete(line) && chars::is_han(line.chars().next().unwrap_or(' '))
        || is_piece(line) && line.starts_with('《')
}

#[cfg(test)]
mod tests {
    use super::is_piece;

    #[test]
    fn rows_of_a_lost_table_are_no_title() {
        assert!(!is_piece("类  型      规 模       承  办  人        备 注"));
        assert!(!is_piece("甲类        2座             张三"));
        assert!(is_piece("实    施    方    案"));
        assert!(is_piece("某县人民政府办公室    关于印发方案的通知"));
    }
}
