//! Where a sentence and its clauses begin and end, and the quantities between.

use super::whom::names_class;
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::{Note, Places, UNREAD, WINDOW, exclude, measure};
use crate::wordlist::CharSet;
use gongwen_text::Span;
use gongwen_text::numeral::arabic;

/// What ends a sentence. A semicolon parts its members, over which a deadline carries on.
static STOPS: CharSet = CharSet::of(&['。', '！', '？', '\n', '!', '?', '.']);

/// The sentence round `anchor`, not before `floor`, of bounded length.
pub(in crate::target) fn bounds(text: &str, anchor: usize, floor: usize) -> Span {
    let mut from = anchor.saturating_sub(WINDOW).max(floor);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut start = STOPS.behind_last(&text[..anchor], from);
    while start > from && text[..start].ends_with('.') && !is_full_stop(text, start - 1) {
        start = STOPS.behind_last(&text[..start - 1], from);
    }
    let mut to = (anchor + WINDOW).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let (mut end, mut next) = (to, anchor);
    while let Some((at, c)) = STOPS.next(&text[..to], next) {
        if c != '.' || is_full_stop(text, at) {
            end = at;
            break;
        }
        next = at + c.len_utf8();
    }
    Span::new(start, end)
}

/// Whether the `.` at `at` ends a sentence as a reader of printed pages leaves it (`新建学校3所.培训教师`): behind words or a
/// sign, and no letter, digit or further point follows. `3.5`, `1.新建`, `一.新建` are none.
fn is_full_stop(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    before.is_some_and(|c| {
        gongwen_text::chars::is_han(c) && gongwen_text::numeral::han_digit(c).is_none() && c != '十'
            || matches!(c, '%' | '％' | '）' | ')' | '”')
    }) && after.is_none_or(|c| c != '.' && !c.is_ascii_alphanumeric())
}

/// What parts clauses, and what opens a region that none of it parts.
static MARKS: CharSet =
    CharSet::of(&['，', '；', ';', '：', ':', ',', '（', '(', '）', ')', '“', '《', '〔', '[']);

/// White space of at most so many bytes stands before a note.
const BLANKS: usize = 6;

/// Where the bracket ends that stands at `from`, behind the mark that ends the words it belongs to: `。（县水利局负责）新建泵站20座`.
/// Labels and brackets that tell a part are the clause's own.
pub(in crate::target) fn note_in_front(text: &str, from: usize, end: usize) -> Option<usize> {
    const FEWEST: usize = 4;
    const CHARGED: [&str; 4] = ["负责", "牵头", "单位：", "单位:"];
    let first = from == 0;
    if !first && !text[..from].ends_with(['。', '；', ';', '，', '！', '.']) {
        return None;
    }
    let rest = &text[from..end];
    let at = from + rest.len() - rest.trim_start().len();
    let open = text[at..].chars().next().filter(|c| matches!(c, '（' | '(' | '〔' | '['))?;
    let to = closing(text, at, open, end)?;
    let inner = &text[at + open.len_utf8()..to];
    let words = inner.chars().filter(|&c| gongwen_text::chars::is_han(c)).take(FEWEST).count() == FEWEST;
    // What opens the text behind a title belongs to it only where it charges somebody.
    let charged = !first || CHARGED.iter().any(|word| inner.contains(word));
    (words && charged && !is_clause(inner) && gongwen_text::Label::read(&text[at..to]).is_none())
        .then_some(to)
}

/// The clauses of a sentence up to the one that holds byte `last`: parted by commas and semicolons outside brackets and
/// quotation marks. And these, as far as they open and close within the sentence.
pub(super) fn clauses(text: &str, sentence: Span, last: usize) -> (Vec<Span>, Vec<Span>) {
    let (mut out, mut closed) = (Vec::with_capacity(8), Vec::new());
    let (mut from, mut next) = (sentence.from(), sentence.from());
    while from <= last
        && let Some((at, c)) = MARKS.next(&text[..sentence.to()], next)
    {
        next = at + c.len_utf8();
        if at <= from + BLANKS
            && let Some(end) = note_in_front(text, from, sentence.to())
        {
            (from, next) = (end, end);
            continue;
        }
        let opens = matches!(c, '（' | '(' | '“' | '《' | '〔' | '[');
        let part = matches!(c, '（' | '(') && is_clause(&text[next..]);
        if opens && let Some(end) = closing(text, at, c, sentence.to()).filter(|_| !is_clause(&text[next..]))
        {
            closed.push(Span::new(at, end));
            next = end;
            continue;
        }
        if part || parts(text, at, c) {
            out.push(Span::new(from, at));
            from = next;
        }
    }
    if from <= last {
        out.push(Span::new(from, sentence.to()));
    }
    out.retain(|clause: &Span| !clause.is_empty());
    (out, closed)
}

/// Where the bracket or quotation mark ends that opens at `at`, within a bounded stretch before `end`.
fn closing(text: &str, at: usize, open: char, end: usize) -> Option<usize> {
    const LONGEST: usize = 240;
    let close = match open {
        '（' => '）',
        '(' => ')',
        '“' => '”',
        '《' => '》',
        '〔' => '〕',
        _ => ']',
    };
    let inner = &text[at..text.floor_char_boundary((at + LONGEST).min(end))];
    let len = inner
        .find(close)
        .or_else(|| (open == '(').then(|| inner.find('）')).flatten())
        .or_else(|| (open == '（').then(|| inner.find(')')).flatten())?;
    Some(at + len + inner[len..].chars().next().map_or(1, char::len_utf8))
}

/// Whether the mark at `at` parts clauses.
fn parts(text: &str, at: usize, mark: char) -> bool {
    match mark {
        '；' | ';' | '）' | ')' => true,
        '，' => !wide_thousands(text, at),
        // `1,200`
        ',' => {
            !(text[..at].ends_with(|p: char| p.is_ascii_digit())
                && arabic(&text[at + 1..]).is_some_and(|(_, len)| len == 3))
        }
        // `主要目标:生产总值增长6%`, but `师生比1:12`.
        ':' => !text[at + 1..].starts_with(|n: char| n.is_ascii_digit()),
        '：' => !ratio_mark(text, at),
        _ => false,
    }
}

/// Whether the comma of full width at `at` parts thousands: `２，３００户`, `2，300户`.
fn wide_thousands(text: &str, at: usize) -> bool {
    let digit = |c: char| matches!(c, '0'..='9' | '０'..='９');
    if !text[..at].ends_with(digit) {
        return false;
    }
    let from = text[..at].trim_end_matches(digit).len();
    arabic(&text[from..]).is_some_and(|(_, len)| len > at - from)
}

/// The quantities of a clause, outside brackets and quotation marks.
pub(super) fn quantities<'a>(
    text: &'a str,
    places: Places<'_>,
    clause: Span,
    closed: &[Span],
    notes: &mut Vec<Note>,
) -> Vec<Quantity<'a>> {
    let mut out = Vec::new();
    let mut at = clause.from();
    while let Some((anchor, kind)) = places.number(&text[..clause.to()], at) {
        if let Some(region) = closed.iter().find(|r| r.from() <= anchor && anchor < r.to()) {
            at = region.to();
            told_apart(text, places, *region, out.last(), notes);
            if at >= clause.to() {
                break;
            }
            continue;
        }
        if let Some(len) = ratio(&text[..clause.to()], anchor) {
            // `师生比达到1:12`: two numbers, neither of which is a quantity.
            unread(Span::new(anchor, anchor + len), notes);
            at = anchor + len;
            continue;
        }
        match exclude::candidate(&text[..clause.to()], anchor, kind) {
            Ok(q) => {
                at = q.end.max(anchor + 1);
                if !names_class(text, &q) {
                    out.push(q);
                }
            }
            Err(skip) => {
                let words = &text[..clause.to()];
                if exclude::bare_figure(words, anchor, skip) || exclude::unknown_unit(words, anchor, skip) {
                    unread(Span::new(anchor, anchor + skip), notes);
                }
                at = anchor + skip;
            }
        }
        if at >= clause.to() || out.len() == 24 {
            break;
        }
    }
    share_unit(text, &mut out);
    drop_sizes(&mut out);
    drop_sets(&mut out);
    out
}

/// `刻制印章一套4枚`: the set is no more than its pieces.
fn drop_sets(quantities: &mut Vec<Quantity<'_>>) {
    for i in (1..quantities.len()).rev() {
        let (set, pieces) = (&quantities[i - 1], &quantities[i]);
        let one = set.han && set.value == rust_decimal::Decimal::ONE && set.unit == "套";
        if one && set.end == pieces.start && !pieces.han {
            quantities[i].start = set.start;
            quantities.remove(i - 1);
        }
    }
}

/// `日供水能力5000吨以上1座`, `车位200个以上2个`: a bound directly in front of a number of things says which are meant.
fn drop_sizes(quantities: &mut Vec<Quantity<'_>>) {
    const THINGS: [&str; 11] = ["家", "座", "个", "处", "所", "户", "条", "台", "艘", "栋", "幢"];
    for i in (1..quantities.len()).rev() {
        let (size, thing) = (&quantities[i - 1], &quantities[i]);
        let bound = matches!(size.bound, Some(Comparator::Ge | Comparator::Le)) && size.value_max.is_none();
        if bound && size.unit != "%" && size.end == thing.start && THINGS.contains(&&*thing.unit) {
            quantities.remove(i - 1);
        }
    }
}

/// `8.5万亩（新建5万亩、改造3.5万亩）`: the numbers in a bracket that tell apart the one before it are not read, and said so.
fn told_apart(
    text: &str,
    places: Places<'_>,
    region: Span,
    whole: Option<&Quantity<'_>>,
    notes: &mut Vec<Note>,
) {
    let Some(whole) = whole.filter(|q| q.end == region.from() && q.unit != "分") else {
        return;
    };
    let mut at = region.from();
    while let Some((anchor, kind)) = places.number(&text[..region.to()], at) {
        at = match exclude::candidate(&text[..region.to()], anchor, kind) {
            Ok(q) => {
                // `充电桩200个（快充不低于60%）`
                let bounded = || {
                    let left = &text[region.from()..q.start];
                    measure::binding(left).comparator.is_some() && left.chars().count() > 3
                };
                if q.unit == whole.unit && q.unit != "%" || bounded() {
                    notes.push(Note { rule: UNREAD, span: Span::new(q.start, q.end) });
                }
                q.end.max(anchor + 1)
            }
            Err(skip) => anchor + skip,
        };
    }
}

/// Notes a number that is not read; those before the sentence's first quantity are noted already.
fn unread(span: Span, notes: &mut Vec<Note>) {
    if notes.iter().rev().take(24).all(|note| note.span != span) {
        notes.push(Note { rule: UNREAD, span });
    }
}

/// How long the ratio is that begins at `at`, where a proportion is spoken of directly before: `医护比达到1∶1.5`. `8:30` is none.
pub(in crate::target) fn ratio(text: &str, at: usize) -> Option<usize> {
    const BEFORE: usize = 30;
    // Hardly any number has the mark behind its digits. Behind a comma of full width there may be more of them.
    let mark = at + exclude::digits(&text[at..]);
    if !text[mark..].starts_with(['∶', '：', ':', '，']) {
        return None;
    }
    let (_, len) = arabic(&text[at..])?;
    let mark = text[at + len..].chars().next().filter(|_| ratio_mark(text, at + len))?;
    let (_, second) = arabic(&text[at + len + mark.len_utf8()..])?;
    let before = &text[text.floor_char_boundary(at.saturating_sub(BEFORE))..at];
    (mark == '∶'
        || before.contains('比')
        || text[at + len + mark.len_utf8() + second..].starts_with("的比例"))
    .then_some(len + mark.len_utf8() + second)
}

/// Whether a colon stands between two digits.
fn ratio_mark(text: &str, at: usize) -> bool {
    let rest = text[at..].strip_prefix(['∶', '：', ':']);
    text[..at].ends_with(|c: char| c.is_ascii_digit())
        && rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// `压缩至4个、7个和9个工作日以内`: of a list with nothing between its numbers the last one has the unit and the bound of all, the
/// others the word that it begins with.
fn share_unit(text: &str, quantities: &mut [Quantity<'_>]) {
    for i in (1..quantities.len()).rev() {
        let (before, from) = quantities.split_at_mut(i);
        let (Some(q), Some(next)) = (before.last_mut(), from.first()) else { continue };
        // `工业类20个工作日、房建类40个工作日以内`: the bound is that of all.
        let between = text.get(q.end..next.start).unwrap_or_default();
        let limits = q.unit == next.unit && q.unit == "个工作日" && q.bound.is_none();
        if limits && next.bound.is_some() && between.starts_with('、') && between.chars().count() <= 8 {
            q.bound = next.bound;
        }
        // `60人、800人次` are counted in two units.
        let cut = next.unit.len() > q.unit.len() && q.unit == "个" && next.unit.starts_with(&*q.unit);
        // `2个、3个百分点`: the unit's name has lost the word.
        let cut =
            cut || q.unit == "个" && next.unit == "百分点" && text[..next.unit_end].ends_with("个百分点");
        if cut && q.bound.is_none() && matches!(text.get(q.end..next.start), Some("、" | "和" | "或" | "及"))
        {
            q.unit.clone_from(&next.unit);
            q.bound = next.bound;
        }
    }
}

/// Whether a bracket that tells a part opens directly before `at`: `（其中`, `（含新型学徒制200人）`.
pub(super) fn opens_part(text: &str, at: usize) -> bool {
    text[..at].ends_with(['（', '(']) && is_part(&text[at..])
}

/// Whether a bracket holds a clause that is read like any other: `（其中…`, `（力争10%）`.
fn is_clause(inner: &str) -> bool {
    is_part(inner)
        || CUES.aim.prefix(inner).is_some_and(|aim| {
            let rest = &inner[aim.len()..];
            let rest = ["达到", "实现", "完成", "突破", "超过", "增长", "达"]
                .iter()
                .find_map(|word| rest.strip_prefix(word))
                .unwrap_or(rest);
            rest.starts_with(|c: char| c.is_ascii_digit())
        })
}

fn is_part(inner: &str) -> bool {
    inner.starts_with("其中")
        || inner.starts_with('含')
            && inner
                .find(['）', ')'])
                .is_none_or(|close| inner[..close].contains(|c: char| c.is_ascii_digit()))
}

/// Whether the front of a clause speaks of the whole division again (`每区1个，全市20个`).
pub(super) fn region_word(head: &str) -> bool {
    head.find(['全', '我']).is_some_and(|at| {
        head[at..]
            .chars()
            .nth(1)
            .is_some_and(|c| matches!(c, '县' | '市' | '区' | '省' | '旗' | '州' | '镇' | '乡' | '域' | '年'))
    })
}

/// Whether what looks like a label, `四、`, is the first of the classes that go on behind it: `四、五类危桥`.
pub(super) fn counts_classes(behind: &str) -> bool {
    let mut chars = behind.chars();
    chars.next().is_some_and(|c| "二三四五六七八九十".contains(c))
        && chars.next().is_some_and(|c| matches!(c, '类' | '级' | '期' | '等' | '批'))
}
