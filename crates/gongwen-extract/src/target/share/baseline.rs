//! What a number is measured from: `由12%提高到15%`, `较2023年增长5%`, `高于全省平均水平3个百分点`.

use super::Part;
use crate::Baseline;
use crate::target::quantity::Quantity;
use crate::target::sentence::Clause;
use crate::target::{Context, group, matter, measure, time};
use crate::wordlist::CharSet;
use gongwen_text::Span;
use std::borrow::Cow;

/// `由2020年的12%提高到15%`: the first number is the baseline of the second.
pub(super) fn from_to<'a>(text: &'a str, quantities: &[Quantity<'a>], parts: &mut Vec<Part<'a>>) {
    let mut i = 0;
    while i + 1 < parts.len() {
        let q = &quantities[parts[i].quantity];
        let left = parts[i].left.of_text(text);
        let link = &text[q.end..quantities[parts[i + 1].quantity].start];
        let start = starts_from(left).filter(|at| left.len() - at <= 60);
        // `由2020年的12%提高到2025年的15%`
        let (link, deadline) = dated_link(link);
        let bound = measure::binding(link);
        // `投资由10亿元增长1倍`
        let grows = bound.start == 0 && bound.change.is_some();
        let reaches = link.len() <= 45 && (bound.reaches || grows || link.ends_with(['到', '至']));
        let (Some(start), true) = (start, reaches) else {
            i += 1;
            continue;
        };
        let at = parts[i].left.from() + start;
        let words = &text[at..q.start];
        let year = words
            .char_indices()
            .find_map(|(j, c)| c.is_ascii_digit().then(|| time::year(&words[j..])).flatten());
        let removed = parts.remove(i);
        let next = &mut parts[i];
        // `医师数由每万人口0.8人增至1.0人`
        let per = words.find('每').map(|each| group::split_group(&words[each..]));
        // `标准从每人每月735元提高到780元`
        if let Some((Some(group), often)) = per {
            let often = if often.is_empty() { Some(None) } else { repeated(often).map(Some) };
            if let Some(often) = often {
                next.group = Some(Cow::Borrowed(group));
                next.frequency = often;
            }
        }
        next.baseline =
            Some(Baseline { year: year.map(|(y, _)| y), value: Some(q.value), text: Span::new(at, q.end) });
        next.left = Span::new(removed.left.from(), at);
        next.link = link;
        next.deadline = deadline;
        next.quote_from = removed.quote_from;
        i += 1;
    }
}

/// Whether `日` behind a number counts days, as in `由30日压缩至20日`: the words before the number and behind its unit.
pub(in crate::target) fn days_from_to(before: &str, behind: &str) -> bool {
    const LINKS: [&str; 12] = [
        "压缩至",
        "压缩到",
        "缩短至",
        "缩短到",
        "压减至",
        "压减到",
        "减至",
        "减少至",
        "减少到",
        "降至",
        "延长至",
        "延长到",
    ];
    const OPENS: [char; 2] = ['由', '从'];
    let days = |words: &str| words.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('日');
    if before.ends_with(OPENS) {
        let number = LINKS.iter().find_map(|link| behind.strip_prefix(link));
        return number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()) && days(number));
    }
    let first = LINKS.iter().find_map(|link| before.strip_suffix(link)?.strip_suffix('日'));
    first.is_some_and(|first| {
        let head = first.trim_end_matches(|c: char| c.is_ascii_digit());
        head.len() < first.len() && head.ends_with(OPENS)
    })
}

/// How often, where words say nothing else: `每月`.
fn repeated(words: &str) -> Option<&'static str> {
    let (len, time) = time::read(words, &Context::default())?;
    time.frequency.filter(|_| len == words.len())
}

/// Where the last 由 or 从 stands that says what is started from; 从业人员 and 自由 are words of their own.
fn starts_from(left: &str) -> Option<usize> {
    const BEHIND: [char; 7] = ['业', '事', '属', '严', '优', '教', '于'];
    let leads = |&(at, word): &(usize, &str)| {
        !left[at + word.len()..].starts_with(BEHIND) && !left[..at].ends_with(['自', '理', '事', '服'])
    };
    left.rmatch_indices(['由', '从']).find(leads).map(|(at, _)| at)
}

/// The words between the two numbers without the year that the second is for, and that year.
fn dated_link(link: &str) -> (&str, Option<i16>) {
    let words = link.trim_end_matches('的').trim_end_matches(['底', '末']);
    let Some(head) = words.strip_suffix('年').filter(|head| head.len() >= 4) else { return (link, None) };
    let from = head.len() - 4;
    let year = head.get(from..).and_then(time::year).map(|(year, _)| year);
    year.map_or((link, None), |year| (&link[..from], Some(year)))
}

static COMPARING: CharSet = CharSet::of(&['较', '比', '在']);

/// Where words say what is compared with (`较2020年`, `比上年同期`), to where, and the year of it.
pub(in crate::target) fn comparison(left: &str) -> Option<(usize, usize, Option<i16>)> {
    COMPARING.all(left).find_map(|(at, c)| {
        // `占比2027年达到8%`
        if c == '比' && left[..at].ends_with('占') {
            return None;
        }
        let after = &left[at + c.len_utf8()..];
        let after_lead = after.strip_prefix('于').unwrap_or(after);
        let lead = at + c.len_utf8() + (after.len() - after_lead.len());
        let (len, year) = match time::year(after_lead).filter(|(_, n)| after_lead[*n..].starts_with('年')) {
            Some((year, len)) => (len + '年'.len_utf8(), Some(year)),
            // `比“十三五”末提高5个百分点`
            None if c != '在' && after_lead.starts_with(['“', '"', '十']) => {
                let (len, year) = time::plan(after_lead)?;
                // Its beginning has no year that is told.
                let begin = ["初期", "初"].iter().find(|word| after_lead[len..].starts_with(**word));
                (len + begin.map_or(0, |word| word.len()), Some(year).filter(|_| begin.is_none()))
            }
            None if c != '在' => {
                let word = [
                    "国家规定时限",
                    "国家规定",
                    "承诺时限",
                    "法定办结时限",
                    "法定时限",
                    "法定时间",
                    "上年度",
                    "上年",
                    "去年",
                    "同期",
                    "上一年",
                    "上年同期",
                    "往年",
                ]
                .iter()
                .find(|w| after_lead.starts_with(**w))?;
                (word.len(), None)
            }
            None => return None,
        };
        let mut end = lead + len;
        for word in ["底", "末", "同期", "的", "基础上", "水平", "相比"] {
            if left[end..].starts_with(word) {
                end += word.len();
            }
        }
        (c != '在' || left[..end].ends_with("基础上")).then_some((at, end, year))
    })
}

/// `较2023年增长5%以上`, `比上年下降3%`.
pub(super) fn compared<'a>(
    text: &'a str,
    clause: &Clause,
    quantities: &[Quantity<'a>],
    parts: &mut [Part<'a>],
) {
    let seen = &clause.seen;
    let comparing = seen.any_of(&COMPARING);
    for part in parts {
        let left = part.left.of_text(text);
        if part.baseline.is_some() {
            continue;
        }
        let found = if comparing { comparison(left) } else { None };
        let Some((at, end, year)) = found else {
            let points = quantities[part.quantity].unit == "百分点";
            if points || seen.may("平均") {
                above_others(left, points, part);
            }
            continue;
        };
        let base = part.left.from();
        part.baseline = Some(Baseline { year, value: None, text: Span::new(base + at, base + end) });
        let link = directed(&text[base + end..part.left.to()]);
        if matter::clean(matter::strip_lead(&left[..at]).0).chars().count() >= 2 {
            part.left = Span::new(base, base + at);
            part.link = link;
        } else if matches!(link, RISES | FALLS) {
            // `比上年少2%`: what is less is told before the clause.
            part.left = Span::new(base + end, base + end);
            part.link = link;
        } else {
            part.left = Span::new(base + end, part.left.to());
        }
    }
}

const RISES: &str = "增长";
const FALLS: &str = "下降";

/// The words between what a number is compared with and the number; where one of them only says which way, the word of that change:
/// `比2025年低1.2个百分点`, `比上年多1200元`.
fn directed(link: &str) -> &str {
    let bare = ["至少", "应", "要", "再", "各"].iter().find_map(|word| link.trim().strip_prefix(word));
    match bare.unwrap_or(link.trim()) {
        "高" | "高出" | "多" | "多出" | "快" | "大" => RISES,
        "低" | "少" | "慢" | "短" | "小" => FALLS,
        _ => link,
    }
}

/// `单产比全县平均水平高10%`, `增速高于城镇居民1个百分点`: what it is above is the baseline. Points need no 平均.
fn above_others(left: &str, points: bool, part: &mut Part<'_>) {
    const LONGEST: usize = 8;
    let bare = left.trim_end();
    let tails = [("高出", true), ("高", true), ("低", false), ("快", true), ("多", true)];
    // `占比提高3个百分点`: growth, and 占比 compares nothing.
    if ["提高", "降低", "增多", "加快"].iter().any(|word| bare.ends_with(word)) {
        return;
    }
    let (head, told) = tails
        .iter()
        .find_map(|(word, up)| Some((bare.strip_suffix(word)?, Some(*up))))
        // 提高, 升高 are words of their own.
        .filter(|(head, _)| !head.ends_with(['提', '升', '增', '降']))
        .unwrap_or((bare, None));
    let average = ["平均水平", "平均增速", "平均值", "平均"].iter().find_map(|w| head.strip_suffix(w));
    let Some(head) = average.or(points.then_some(head)) else { return };
    let words = [("高于", true), ("低于", false), ("高出", true), ("快于", true), ("比", true), ("较", true)];
    // 占比, 同比 compare nothing.
    let noun = |at: usize| head[..at].ends_with(['占', '同', '环', '对', '之', '类']);
    let found = words.iter().find_map(|(word, up)| {
        Some((head.rfind(word).filter(|&at| *word != "比" || !noun(at))?, *word, *up))
    });
    let Some((at, word, up)) = found else { return };
    if head[at + word.len()..].chars().count() > LONGEST || matches!(word, "比" | "较") && told.is_none() {
        return;
    }
    let base = part.left.from();
    part.baseline = Some(Baseline { year: None, value: None, text: Span::new(base + at, base + bare.len()) });
    part.left = Span::new(base, base + at);
    part.link = if told.unwrap_or(up) { RISES } else { FALLS };
}
