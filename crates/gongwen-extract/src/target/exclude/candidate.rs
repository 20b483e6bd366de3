//! The first layer: numbers that are no quantities at all, told by the characters beside them.

use super::tail;
use crate::target::cues::CUES;
use crate::target::quantity::{self, Quantity};
use crate::target::scan::Kind;
use crate::target::{measure, time};
use crate::wordlist::{CharSet, WordList};
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// The quantity at an anchor, or how many bytes to skip when it is none.
pub(in crate::target) fn candidate(text: &str, at: usize, kind: Kind) -> Result<Quantity<'_>, usize> {
    /// Bytes of the longest number that is no code.
    const LONGEST: usize = 24;
    let run = match kind {
        Kind::Digit => digits(&text[at..]),
        Kind::Han => numerals(&text[at..]),
    };
    let before = text[..at].chars().next_back();
    if kind == Kind::Digit && in_code(&text[..at], before)
        || is_ordinal(&text[at..at + run], before, kind)
        || run > LONGEST
    {
        return Err(run);
    }
    match kind {
        Kind::Digit => {
            if let Some(q) = quantity::sharing(text, at, run) {
                return Ok(q);
            }
            let next = text[at + run..].trim_start_matches(' ').chars().next();
            if matches!(next, Some('年' | '日'))
                && let Some(q) = quantity::of_days_or_years(text, at, run)
            {
                return Ok(q);
            }
            if is_label(text, at, run, next) {
                return Err(run);
            }
        }
        Kind::Han if is_bare_numeral(&text[at..], before) => return Err(run),
        Kind::Han => {}
    }
    quantity::read(text, at).filter(|q| counts(text, at, q, before)).ok_or(run)
}

/// Length of the Han numerals that a text begins with, one at least.
fn numerals(text: &str) -> usize {
    let end = text.char_indices().find(|(_, c)| !is_numeral(*c));
    end.map_or(text.len(), |(len, _)| len).max('一'.len_utf8())
}

/// Whether digits go on with a code or another number: `PM2.5`, `12·4`; `12座/486延米` are two counts.
fn in_code(left: &str, before: Option<char>) -> bool {
    before.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '.' | '·' | '/' | '_'))
        && !left.strip_suffix('/').is_some_and(|rest| rest.ends_with(gongwen_text::chars::is_han))
}

/// Whether a number is a place in an order or no more than some: `第3批`, `数10个`, `数百个`; `医师数3.2人` counts.
fn is_ordinal(number: &str, before: Option<char>, kind: Kind) -> bool {
    before == Some('第') || before == Some('数') && (kind == Kind::Han || is_power(number))
}

/// Whether the character behind digits makes no count of them: dates, document numbers, labels, festival names, ages, clock times.
fn is_label(text: &str, at: usize, run: usize, next: Option<char>) -> bool {
    let plain = match next {
        // `视频监控6000路`, no bus line.
        Some('路') => run <= 2,
        None
        | Some(
            '年' | '月' | '日' | '号' | '时' | '〕' | '］' | ']' | '、' | '·' | '岁' | '周' | '：' | ':'
            | '级' | '版' | '楼' | '室' | '。' | '，' | ')' | '）' | '°' | '#' | '\n',
        ) => true,
        _ => false,
    };
    let calendar = || next == Some('年') && time::year(&text[at..at + run]).is_some();
    plain && (calendar() || !(matches!(next, Some('年' | '岁')) && of_life(&text[..at])))
}

/// Whether a Han numeral is none by itself, `千人口`, `百户`, or the rest of one; `百分之`, `百万分之` are counts.
fn is_bare_numeral(text: &str, before: Option<char>) -> bool {
    let bare = text.strip_prefix(['百', '千']);
    bare.is_some_and(|rest| !["分之", "万分之", "余"].iter().any(|word| rest.starts_with(word)))
        || before.is_some_and(is_numeral)
}

/// Whether what is read as a quantity has a unit, and one that counts.
fn counts(text: &str, at: usize, q: &Quantity<'_>, before: Option<char>) -> bool {
    let behind = &text[q.end..];
    match &*q.unit {
        "" => return false,
        // `每两个月`
        "个月" | "天" if before == Some('每') => return false,
        // `一次管网`, `二次供水`: an order, no count.
        "次" if q.han && CUES.ordered.prefix(behind).is_some() => return false,
        "届" if !is_edition(text, q) => return false,
        // `残疾人两项补贴`: the name of what is paid.
        "项" if q.han && ["补贴", "补助"].iter().any(|w| behind.starts_with(w)) => return false,
        // `5月10—15日内`
        "日" if q.value_max.is_some() => return false,
        "年" | "岁" if !of_life(&text[..at]) => return false,
        _ => {}
    }
    // `株行距3米×4米`
    !text[q.unit_end..].starts_with('×')
}

/// Length of the digits of either width that a text begins with, points and commas between them included.
pub(in crate::target) fn digits(text: &str) -> usize {
    let mut rest = text.as_bytes();
    while let [b'0'..=b'9' | b'.' | b',', behind @ ..] | [0xEF, 0xBC, 0x8E | 0x90..=0x99, behind @ ..] = rest
    {
        rest = behind;
    }
    let len = text.len() - rest.len();
    // `，` is EF BC 8C.
    if rest.starts_with(&[0xEF, 0xBC, 0x8C]) { len.max(wide_thousands(text)) } else { len }
}

/// Length of a number whose thousands a comma of full width parts (`２，３００`, `1，200人`), else nothing.
fn wide_thousands(text: &str) -> usize {
    let digit = |c: char| matches!(c, '0'..='9' | '０'..='９');
    let rest = text.trim_start_matches(digit);
    if rest.len() == text.len() || !rest.starts_with('，') {
        return 0;
    }
    gongwen_text::numeral::arabic(text).map_or(0, |(_, len)| len)
}

/// Whether something is held so many times: `举办大赛1届`. `十四届三中全会`, `2届毕业生`, `已举办3届` are none.
fn is_edition(text: &str, q: &Quantity<'_>) -> bool {
    const MOST: Decimal = Decimal::TEN;
    const OTHERS: [char; 6] = ['近', '连', '历', '已', '曾', '前'];
    static ENDS: CharSet = CharSet::of(&['，', '；', '。', ',', ';']);
    static STOPS: CharSet = CharSet::of(&['；', '。', ';', '\n']);
    let behind = &text[q.unit_end..];
    let session = behind.starts_with(|c: char| c.is_ascii_digit() || is_numeral(c));
    let near = tail(&text[..q.start], 120);
    let left = &near[ENDS.behind_last(near, 0)..];
    // `举办创新大赛1届，科技运动会2届`
    let member = &near[STOPS.behind_last(near, 0)..];
    !session
        && q.value <= MOST
        && CUES.edition_of.prefix(behind).is_none()
        && CUES.edition_verb.within(member)
        && !left.contains(OTHERS)
        && !left.contains("成功")
}

/// `10`, `100` …
fn is_power(digits: &str) -> bool {
    digits.strip_prefix('1').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b == b'0'))
}

/// Whether years are counted as a level: `受教育年限提高到11.3年`, `人均预期寿命达到79岁`.
fn of_life(before: &str) -> bool {
    static ENDS_ALL: CharSet = CharSet::of(&['；', '。', ';']);
    static ENDS: CharSet = CharSet::of(&['，', '；', '。', ',', ';']);
    // Nothing is named but by when.
    let goes_on = |clause: &str| {
        let binding = measure::binding(clause);
        let time = clause[..binding.start].trim_end_matches(['到', '底', '前', '年']);
        binding.reaches && time.trim_start_matches(['到', '至']).bytes().all(|byte| byte.is_ascii_digit())
    };
    let near = tail(before, 60);
    let clause = &near[ENDS.behind_last(near, 0)..];
    // `质保期不少于2年`; a time that merely is so long tells how long something holds.
    CUES.whole_life.within(clause)
        // `人均预期寿命延长，2030年达到80岁`
        || goes_on(clause) && CUES.whole_life.within(&near[ENDS_ALL.behind_last(near, 0)..])
        || CUES.term.within(clause) && measure::binding(clause).comparator.is_some()
}

/// Whether `一处` is one of several deeds that are done to one after the other: `排查一处、整改一处`, `发现一起查处一起`. Where a noun stands
/// behind it, it counts.
fn done_one_by_one(text: &str, q: &Quantity<'_>) -> bool {
    const LONGEST: usize = 12;
    let one = &text[q.start..q.end];
    let deed =
        |words: &str| (6..=LONGEST).contains(&words.len()) && words.chars().all(gongwen_text::chars::is_han);
    let (left, right) = (tail(&text[..q.start], 48), &text[q.end..]);
    let clause = left.rsplit(['，', '。', '；', '：']).next().unwrap_or_default();
    // `每村至少新建一处、改造一处`
    if ["每", "至少"].iter().any(|word| clause.contains(word)) {
        return false;
    }
    let near = &right[..right.floor_char_boundary(30)];
    let ended = |rest: &str| rest.is_empty() || rest.starts_with(|c| !gongwen_text::chars::is_han(c));
    let marks = ['、', '，'];
    let before = || left.rfind(one).is_some_and(|at| deed(left[at + one.len()..].trim_start_matches(marks)));
    let behind = || {
        let other = near.trim_start_matches(marks);
        other.find(one).is_some_and(|at| {
            deed(&other[..at]) && (at > 0) && {
                let rest = &other[at + one.len()..];
                ended(rest)
                    || rest.trim_start_matches(marks).get(..LONGEST).is_some_and(|next| next.contains(one))
            }
        })
    };
    ended(right) && before() || behind()
}

fn is_numeral(c: char) -> bool {
    gongwen_text::numeral::han_digit(c).is_some() || matches!(c, '十' | '百' | '千' | '万' | '亿')
}

/// Whether `一支`, `一个` can be told for an article at once: no cue of number stands near before it. The
/// commonest anchor by far, so that its sentence need not be read.
pub(in crate::target) fn plain_article(text: &str, q: &Quantity<'_>) -> bool {
    static ENDS: CharSet = CharSet::of(&['。', '；']);
    static COUNTING: LazyLock<WordList> =
        LazyLock::new(|| WordList::new(&["每", "各", "至少", "不少于", "最少", "不低于", "全年"]));
    if !q.han || q.value != Decimal::ONE || q.value_max.is_some() || q.bound.is_some() || q.unit == "%" {
        return false;
    }
    if done_one_by_one(text, q) {
        return true;
    }
    let left = tail(&text[..q.start], 90);
    CUES.make.suffix(left).is_none() && !COUNTING.within(&left[ENDS.behind_last(left, 0)..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::scan;

    fn check(text: &str, unit: Option<&str>) {
        let got = scan::next(text, 0)
            .and_then(|(at, kind)| candidate(text, at, kind).ok())
            .map(|q| q.unit.into_owned());
        assert_eq!(got.as_deref(), unit, "{text}");
    }

    #[test]
    fn no_quantity_at_all() {
        check("2025年底", None);
        check("第3批", None);
        check("PM2.5浓度", None);
        check("5G网络", None);
        check("12·4", None);
        check("65岁以上", None);
        // A comma of either width ends what the years are a level of.
        check("预期寿命增加,5岁以下", None);
        check("0359—4036639", None);
        check("〔2021〕12号", None);
        check("17部门", None);
        check("300人次", Some("人次"));
        check("一名", Some("名"));
    }
}
