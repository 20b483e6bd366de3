//! One quantity: a number or a range, its unit, and the words that bind it.
//!
//! Owns the printed form from the sign before the number to the word behind the unit. Does not own whether the
//! quantity is a target, nor what is counted.

use super::cues::CUES;
use super::share::days_from_to;
use crate::Comparator;
use crate::wordlist::{CharSet, WordList};
use gongwen_lexicon::ends_with_any;
use gongwen_text::numeral::{arabic, han, multiplier, number, share};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A quantity as printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity<'a> {
    /// First byte of the number.
    pub(super) start: usize,
    /// One past the last byte of number and unit.
    pub(super) unit_end: usize,
    /// One past the last byte, the binding word behind the unit included.
    pub(super) end: usize,
    pub(super) value: Decimal,
    pub(super) value_max: Option<Decimal>,
    /// `%` and counted units without multipliers; empty when there is none.
    pub(super) unit: Cow<'a, str>,
    /// What the words behind say (以上, 以内, 左右, 余).
    pub(super) bound: Option<Comparator>,
    /// `2次/年`.
    pub(super) frequency: Option<&'static str>,
    /// Written with Han numerals.
    pub(super) han: bool,
    /// `翻一番`: growth by its own word.
    pub(super) doubles: bool,
}

/// In front of a number: what a rate of deaths is taken per.
const PER_HUNDRED_THOUSAND: &str = "十万分之";

/// Reads the quantity whose number begins at `at`. `None` when there is no number.
pub(super) fn read(text: &str, at: usize) -> Option<Quantity<'_>> {
    let rest = &text[at..];
    if let Some((value, len)) = doubling(rest).or_else(|| times_more(&text[..at], rest)) {
        let end = at + len;
        let (bound, suffix) = bound_behind(&text[end..], "%");
        return Some(Quantity {
            start: at,
            unit_end: end,
            end: end + suffix,
            value,
            value_max: None,
            unit: Cow::Borrowed("%"),
            bound,
            frequency: None,
            han: true,
            doubles: true,
        });
    }
    let digit = rest.as_bytes().first().is_some_and(u8::is_ascii_digit);
    // No share in words begins with a digit.
    let (words, unit) = match rest.strip_prefix(PER_HUNDRED_THOUSAND).and_then(number) {
        Some((value, len)) => (Some((value, PER_HUNDRED_THOUSAND.len() + len)), "/10万"),
        None if digit => (None, "%"),
        None => (share(rest), "%"),
    };
    if let Some((value, len)) = words.or_else(|| fraction(&text[..at], rest)) {
        let mut end = at + len;
        let mut value_max = None;
        if let Some(step) = range_mark(&text[end..])
            && let Some((high, high_len)) = share(&text[end + step..])
        {
            value_max = Some(high);
            end += step + high_len;
        }
        let (bound, suffix) = bound_behind(&text[end..], unit);
        return Some(Quantity {
            start: at,
            unit_end: end,
            end: end + suffix,
            value,
            value_max,
            unit: Cow::Borrowed(unit),
            bound,
            frequency: None,
            han: true,
            doubles: false,
        });
    }
    let (mut value, len, is_han) = match arabic(rest) {
        Some((value, len)) => (value, len, false),
        None => han(rest).map(|(value, len)| (value, len, true))?,
    };
    let mut end = at + len;
    let mut bound = None;
    let mut first = amount_tail(text, end);
    let mut value_max = None;
    // `1-2名`, `5%—10%`, `3至5家`
    if let Some((high, next)) = upper_end(text, &first, is_han)
        && high > value
    {
        let second = amount_tail(text, next);
        if first.unit_len == 0 || first.unit == second.unit {
            let low_factor = if first.factor == 1 { second.factor } else { first.factor };
            value *= Decimal::from(low_factor);
            value_max = Some(high.checked_mul(Decimal::from(second.factor))?);
            end = next;
            first = second;
        }
    }
    if value_max.is_none() && first.factor != 1 {
        value = value.checked_mul(Decimal::from(first.factor))?;
    }
    if first.more {
        bound = Some(Comparator::Approx);
    }
    end = end.max(first.end);
    let (unit, frequency) = per_time(first.unit);
    let counted = counted_class(&text[end..]);
    let (behind, suffix) = bound_behind(&text[end + counted..], unit);
    let suffix = counted + suffix;
    let unit = canonical(unit);
    Some(Quantity {
        start: at,
        unit_end: end,
        end: end + suffix,
        value: plain(value),
        value_max: value_max.map(plain),
        unit,
        bound: behind.or(bound),
        frequency,
        han: is_han,
        doubles: false,
    })
}

/// A number of days or years that would be a date or an age but for the words round it: `20日内`, `不少于5日`, `50年一遇`. `run` is the
/// length of its digits.
pub(super) fn of_days_or_years(text: &str, at: usize, run: usize) -> Option<Quantity<'_>> {
    const MOST_DIGITS: usize = 4;
    let rest = text[at + run..].trim_start_matches(' ');
    let unit = ["年一遇", "日"].into_iter().find(|unit| rest.starts_with(unit))?;
    let from = text.len() - rest.len();
    let (end, near) = (from + unit.len(), text.floor_char_boundary(at.saturating_sub(30)));
    let left = super::measure::binding(&text[near..at]);
    let (bound, suffix) = if unit == "日" {
        // `3月15日内`, `10至15日内`; `压缩至15日以内` is a limit.
        let head = text[..at].trim_end_matches(['至', '到', '-', '—', '～', '~', '、']);
        let span = head.len() < at && head.ends_with(|c: char| c.is_ascii_digit() || c == '日');
        let dated = span || head.ends_with('月');
        let within = ["以内", "之内", "内"].iter().find(|word| text[end..].starts_with(**word));
        let within = within.filter(|_| !dated && !text[end..].starts_with("内蒙"));
        if let Some(word) = within {
            (Some(Comparator::Le), word.len())
        } else {
            let days = left.comparator.is_some() || days_from_to(&text[near..at], &text[end..]);
            (None, Some(0).filter(|_| days && !dated)?)
        }
    } else {
        let stands = left.comparator.is_some()
            || left.reaches
            || ["按", "按照", "防御", "抵御", "防"].iter().any(|word| text[..at].ends_with(word));
        stands.then(|| bound_behind(&text[end..], unit))?
    };
    let (value, len) = arabic(&text[at..]).filter(|(_, len)| *len == run && run <= MOST_DIGITS)?;
    debug_assert!(at + len <= from, "the unit stands behind the number");
    Some(Quantity {
        start: at,
        unit_end: end,
        end: end + suffix,
        value: plain(value),
        value_max: None,
        unit: Cow::Borrowed(unit),
        bound,
        frequency: None,
        han: false,
        doubles: false,
    })
}

/// `总学时的1/4` in percent, and its length. What stands before says that it is a part of something.
fn fraction(before: &str, text: &str) -> Option<(Decimal, usize)> {
    if !matches!(text.as_bytes(), [_, b'/', ..] | [_, _, b'/', ..]) {
        return None;
    }
    let (part, rest) = text.split_once('/')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, behind) = rest.split_at(digits);
    let of =
        before.ends_with('的') || ["达到", "不低于", "不少于", "超过"].iter().any(|w| before.ends_with(w));
    let small = (1..=2).contains(&part.len()) && (1..=2).contains(&digits) && of;
    let (part, whole) = (part.parse::<u8>().ok()?, whole.parse::<u8>().ok()?);
    if !small || part == 0 || part >= whole || behind.starts_with(['/', '.', '万', '亿', '月']) {
        return None;
    }
    let value = (Decimal::from(part) * Decimal::ONE_HUNDRED / Decimal::from(whole)).round_dp(2).normalize();
    Some((value, text.len() - behind.len()))
}

/// A number that has its unit from the next one of a pair told apart by 分别: `浓度分别不高于53和32微克/立方米`. `run` is the
/// length of its digits.
pub(super) fn sharing(text: &str, at: usize, run: usize) -> Option<Quantity<'_>> {
    /// So many numbers may share the unit of the last.
    const MOST: usize = 6;
    let rest = text[at + run..].strip_prefix(['和', '、'])?;
    let left = &text[text.floor_char_boundary(at.saturating_sub(60))..at];
    if !rest.starts_with(|c: char| c.is_ascii_digit()) || !left.contains("分别") {
        return None;
    }
    let (value, len) = arabic(&text[at..])?;
    // `分别控制在65、35、160微克/立方米以内`: the unit stands behind the last.
    let mut rest = rest;
    for _ in 0..MOST {
        let bare = arabic(rest).and_then(|(_, len)| rest[len..].strip_prefix(['和', '、']));
        let Some(more) = bare.filter(|more| more.starts_with(|c: char| c.is_ascii_digit())) else { break };
        rest = more;
    }
    let next = read(text, text.len() - rest.len()).filter(|q| !matches!(&*q.unit, "" | "年" | "月"))?;
    // `分别为5和6万亩`: the multiplier is that of all.
    let (number, _) = arabic(rest).filter(|(number, _)| !number.is_zero())?;
    let value = plain(value.checked_mul(next.value.checked_div(number)?)?);
    let end = at + len;
    (len == run && next.value_max.is_none()).then_some(Quantity {
        start: at,
        unit_end: end,
        end,
        value,
        han: false,
        ..next
    })
}

/// The number without zeros behind its point.
fn plain(value: Decimal) -> Decimal {
    if value.scale() == 0 { value } else { value.normalize() }
}

/// What stands between the digits and the end of the unit.
struct Tail<'a> {
    factor: i64,
    /// 余, 多 between multiplier and unit.
    more: bool,
    unit: &'a str,
    unit_len: usize,
    end: usize,
}

fn amount_tail(text: &str, at: usize) -> Tail<'_> {
    let mut end = at + blanks(&text[at..]);
    let (mut factor, mut more) = (1, false);
    let mut unit = unit_at(&text[end..]);
    // One step at a time: `10千米` is kilometres, `1.2亿千瓦` kilowatts, `5千户` a multiplier.
    for _ in 0..4 {
        if !unit.is_empty() {
            break;
        }
        if let Some(len) = more_mark(&text[end..]) {
            more = true;
            end += len;
        } else {
            let step = text[end..].chars().next().map_or(0, char::len_utf8);
            let (by, len) = multiplier(&text[end..end + step]);
            let Some(product) = i64::checked_mul(factor, by).filter(|_| len > 0) else { break };
            factor = product;
            end += len;
        }
        unit = unit_at(&text[end..]);
    }
    if unit.is_empty() && factor == 1 && !more {
        end = at;
    }
    Tail { factor, more, unit, unit_len: unit.len(), end: end + unit.len() }
}

/// `余` and `多` that mean "and some": not `多次`, `多个`.
fn more_mark(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(['余', '多'])?;
    let more = !unit_at(rest).is_empty() || multiplier(rest).1 > 0;
    more.then_some('余'.len_utf8())
}

/// The unit at the start, with what it is taken per: `微克/立方米`, `次/年`.
fn unit_at(text: &str) -> &str {
    if days_within(text) {
        return &text[..'日'.len_utf8()];
    }
    let Some(word) = CUES.unit.prefix(text) else { return "" };
    let mut end = word.len();
    // `4800人年底前完成`: the unit ends where the time begins.
    if let Some(unit) = word.strip_suffix('年').filter(|unit| !unit.is_empty())
        && text[end..].starts_with(['底', '末', '内', '初', '前'])
    {
        return unit;
    }
    // A longer word that only begins like a unit: `17部门`, `3个人`, `5G`, `2米粉`.
    if word.is_ascii() && text[end..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return "";
    }
    let other = match word {
        // `安装反光镜120面。`, no `5面环山`; `新增30班`, no `3班组`.
        "面" | "道" | "首" | "班" | "立方" | "列" | "层" | "席" | "盆" | "卷" => {
            text[end..].starts_with(|c| gongwen_text::chars::is_han(c) && !matches!(c, '以' | '左'))
        }
        // `研究1次创建工作`
        _ => word.len() == '个'.len_utf8() && LONGER.prefix(text).is_some() && !text.starts_with("次创建"),
    };
    if other {
        return "";
    }
    end += measured_of(word, &text[end..]);
    let gap = blanks(&text[end..]);
    // `29微克每立方米`
    let spoken = matches!(word, "微克" | "毫克").then(|| text[end..].strip_prefix('每')).flatten();
    if let Some(rest) = text[end + gap..].strip_prefix(['/', '／']).or(spoken)
        && let rest = &rest[blanks(rest)..]
        && let Some(per) = ["每", ""].iter().find_map(|lead| {
            let rest = rest.strip_prefix(lead)?;
            PER.iter().find(|p| rest.starts_with(**p)).map(|p| lead.len() + p.len())
        })
    {
        end = text.len() - rest.len() + per;
        // `吨/月·平方公里`
        if let Some(rest) = text[end..].strip_prefix('·')
            && let Some(second) = PER.iter().find(|p| rest.starts_with(**p))
        {
            end += '·'.len_utf8() + second.len();
        }
    }
    &text[..end]
}

/// Whether `日内` stands at the start: days that something may take, of which no other form is a unit.
fn days_within(text: &str) -> bool {
    text.strip_prefix('日')
        .is_some_and(|rest| ["内", "之内", "以内"].iter().any(|word| rest.starts_with(word)))
}

/// Length of the words between a weight and what it is taken per: 标准煤 of `克标准煤/千瓦时`.
fn measured_of(weight: &str, behind: &str) -> usize {
    const LONGEST: usize = 18;
    if !matches!(weight, "克" | "千克" | "公斤" | "吨" | "毫克" | "升") {
        return 0;
    }
    let near = &behind[..behind.floor_char_boundary(LONGEST)];
    let slash = near.find('/').filter(|&at| near[..at].chars().all(gongwen_text::chars::is_han));
    slash.filter(|at| PER.iter().any(|per| behind[at + 1..].starts_with(per))).unwrap_or(0)
}

/// Words that only begin like a unit of one character.
static LONGER: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new(&[
        "部门", "部分", "部委", "部署", "部级", "部队", "本级", "本地", "本区", "本市", "本县", "人民",
        "人才", "人工", "人户", "家庭", "门诊", "次生", "次性", "次供", "次装", "次污", "次创", "分之",
        "分类", "分级", "分别", "期间", "度假", "具体", "具有", "具备", "把握", "把关", "把手", "集中",
        "集体", "集团", "集约", "集成", "集合", "集群", "集镇", "集市", "集聚", "集装", "根据", "根本",
        "根治", "根基", "根源", "轮胎", "轮换", "轮候", "轮值", "轮流", "轮岗", "轮训", "轮机", "方面",
        "方案", "方式", "方向", "方法", "方言", "方便", "方针", "方位", "方阵", "方米", "方可", "对一",
        "对接", "支部", "组织", "单位", "条例", "项目", "处理", "处置", "处级", "位于", "批准", "批复",
        "批量", "批示", "批发", "批评", "批判", "批改",
    ])
});

/// What a unit is taken per.
const PER: [&str; 41] = [
    "百户",
    "百人",
    "千户",
    "千瓦时",
    "千瓦",
    "千克",
    "公斤",
    "公里",
    "吨",
    "万元",
    "人次",
    "头",
    "台",
    "辆",
    "村",
    "校",
    "班",
    "万平方公里",
    "百平方公里",
    "立方米",
    "平方公里",
    "平方米",
    "学期",
    "季度",
    "万人",
    "千人",
    "人",
    "年",
    "月",
    "周",
    "日",
    "天",
    "小时",
    "秒",
    "亩",
    "升",
    "户",
    "床",
    "个",
    "次",
    "公顷",
];

/// `次/年` is 次, per year.
pub(super) fn per_time(unit: &str) -> (&str, Option<&'static str>) {
    let Some((head, per)) = unit.split_once(['/', '／']) else { return (unit, None) };
    let frequency = match per.trim_start_matches('每') {
        "年" => "per_year",
        "半年" => "per_half_year",
        "学期" => "per_semester",
        "季度" | "季" => "per_quarter",
        "月" => "per_month",
        "周" => "per_week",
        // `吨/日` is a capacity, not a habit.
        "日" | "天"
            if !matches!(
                head.trim_start_matches(['十', '百', '千', '万', '亿']),
                "吨" | "立方米" | "升" | "克" | "毫克" | "千瓦时"
            ) =>
        {
            "per_day"
        }
        _ => return (unit, None),
    };
    (head, Some(frequency))
}

fn canonical(unit: &str) -> Cow<'_, str> {
    match unit {
        "％" => Cow::Borrowed("%"),
        "个百分点" => Cow::Borrowed("百分点"),
        "个基点" => Cow::Borrowed("基点"),
        "个等级" => Cow::Borrowed("等级"),
        "工作日" => Cow::Borrowed("个工作日"),
        _ if unit.starts_with(['微', '毫']) && unit.contains("克每") => {
            Cow::Owned(unit.replace('每', "/"))
        }
        _ if unit.contains(' ') => Cow::Owned(unit.replace(' ', "")),
        _ => Cow::Borrowed(unit),
    }
}

/// A dash or 至, 到 between two numbers.
fn range_mark(text: &str) -> Option<usize> {
    static MARKS: CharSet = CharSet::of(&['-', '—', '–', '－', '~', '～', '〜', '─', '至', '到']);
    if !MARKS.begins(text) {
        return None;
    }
    for mark in ["——", "－－", "--", "-", "—", "–", "－", "~", "～", "〜", "─", "至", "到"] {
        if text.starts_with(mark) {
            return Some(mark.len());
        }
    }
    None
}

/// The upper end of a range and where its tail begins; the mark stands behind the digits or behind the unit.
fn upper_end(text: &str, first: &Tail<'_>, is_han: bool) -> Option<(Decimal, usize)> {
    let from = first.end;
    let mark = range_mark(&text[from..])?;
    let at = from + mark;
    let (value, len) = if is_han { han(&text[at..])? } else { arabic(&text[at..])? };
    Some((value, at + len))
}

/// What the words behind the unit say, and their length.
fn bound_behind(text: &str, unit: &str) -> (Option<Comparator>, usize) {
    // Typesetters set figures apart: `76.6% 以上`.
    if blanks(text) > 0 {
        let rest = text.trim_start();
        let (bound, len) = bound_behind(rest, unit);
        return (bound, if bound.is_some() { text.len() - rest.len() + len } else { 0 });
    }
    let cues = &*CUES;
    if let Some(word) = cues.suffix_ge.prefix(text) {
        return (Some(Comparator::Ge), word.len());
    }
    if let Some(word) = cues.suffix_le.prefix(text) {
        // `2个镇内`: only time limits and shares are bounded by a bare 内.
        let bare = word == "内" && !(cues.duration_unit.is(unit) || unit == "%" || unit == "天");
        let idiom = text.starts_with("内容") || text.starts_with("内部");
        if !bare && !idiom {
            return (Some(Comparator::Le), word.len());
        }
    }
    if let Some(word) = cues.suffix_approx.prefix(text) {
        return (Some(Comparator::Approx), word.len());
    }
    (None, 0)
}

/// Length of what is counted in front of a bound that tells which ones are meant: 班 of `12个班以下的学校`, 学生 of `200名学生以上的学校`.
fn counted_class(text: &str) -> usize {
    const COUNTED: [&str; 6] = ["班", "教学班", "学生", "床位", "员工", "职工"];
    const BOUNDS: [&str; 4] = ["以上的", "以下的", "及以上的", "及以下的"];
    let bounded = |word: &str| {
        let behind = text.strip_prefix(word)?;
        BOUNDS.iter().any(|bound| behind.starts_with(bound)).then_some(word.len())
    };
    COUNTED.iter().find_map(|word| bounded(word)).unwrap_or(0)
}

/// `翻一番` and `翻番` grow by 100 %, `翻两番` by 300 %.
fn doubling(text: &str) -> Option<(Decimal, usize)> {
    if text.starts_with("倍增") {
        return Some((Decimal::ONE_HUNDRED, "倍增".len()));
    }
    let rest = text.strip_prefix('翻')?;
    if rest.starts_with('番') {
        return Some((Decimal::ONE_HUNDRED, "翻番".len()));
    }
    let (times, len) = han(rest)?;
    if !rest[len..].starts_with('番') || times > Decimal::TEN || times.is_zero() {
        return None;
    }
    let times: u32 = times.try_into().ok()?;
    let factor = Decimal::from((1u32 << times) - 1) * Decimal::ONE_HUNDRED;
    Some((factor, "翻".len() + len + "番".len()))
}

/// `增长一倍` grows by 100 %; `达到一倍` does not grow.
fn times_more(before: &str, text: &str) -> Option<(Decimal, usize)> {
    const GROWS: [&str; 6] = ["增长", "增长了", "增加", "提高", "扩大", "提升"];
    if !ends_with_any(before, &GROWS) {
        return None;
    }
    let (times, len) = arabic(text).or_else(|| han(text))?;
    let percent = text[len..].starts_with('倍').then(|| times.checked_mul(Decimal::ONE_HUNDRED))??;
    Some((plain(percent), len + '倍'.len_utf8()))
}

fn blanks(text: &str) -> usize {
    // One look: hardly ever is there any.
    if !matches!(text.as_bytes(), [b' ' | 0xE3 | 0xC2, ..]) {
        return 0;
    }
    text.chars().take(2).take_while(|c| matches!(c, ' ' | '\u{3000}' | '\u{a0}')).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let got = read(text, 0).map_or_else(String::new, |q| {
            let max = q.value_max.map(|v| format!("..{v}")).unwrap_or_default();
            let bound = q.bound.map(|b| format!(" {b:?}")).unwrap_or_default();
            let every = q.frequency.map(|f| format!(" {f}")).unwrap_or_default();
            format!("{}{max} {}{bound}{every}|{}", q.value, q.unit, &text[q.end..])
        });
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn printed_forms() {
        check("300人次以上，", "300 人次 Ge|，");
        check("1-2个百分点。", "1..2 百分点|。");
        check("1.2万人次，", "12000 人次|，");
        check("2万亿元，", "2000000000000 元|，");
        check("10亿千瓦，", "1000000000 千瓦|，");
        check("5千户", "5000 户|");
        check("15万亩。", "150000 亩|。");
        check("7000余个小区", "7000 个 Approx|小区");
        check("100多万元", "1000000 元 Approx|");
        check("35微克/立方米以下", "35 微克/立方米 Le|");
        check("4次/年", "4 次 per_year|");
        check("3至5家企业", "3..5 家|企业");
        check("5%—10%的", "5..10 %|的");
        check("３０％以上", "30 % Ge|");
        check("3个工作日内办结", "3 个工作日 Le|办结");
        check("百分之八十五以上", "85 % Ge|");
        check("万分之五以内", "0.05 % Le|");
        check("十万分之十二以下", "12 /10万 Le|");
        check("翻两番", "300 %|");
        check("三至五家", "3..5 家|");
        check("17部门联合", "17 |部门联合");
        check("13.5%左右", "13.5 % Approx|");
        check("1,200公里", "1200 公里|");
        check("5 个以上", "5 个 Ge|");
        check("76.6% 以上，", "76.6 % Ge|，");
        check("1座   以上，", "1 座 Ge|，");
        check("29微克每立方米以下", "29 微克/立方米 Le|");
        check("507公里/万平方公里，", "507 公里/万平方公里|，");
        check("51ug/m3，", "51 ug/m3|，");
        check("6吨/月·平方公里，", "6 吨/月·平方公里|，");
        check("0.3元/千瓦时，", "0.3 元/千瓦时|，");
        check("22 微克 / 立方米 以内", "22 微克/立方米 Le|");
        check("300克标准煤/千瓦时以下，", "300 克标准煤/千瓦时 Le|，");
        check("95部/百户以上", "95 部/百户 Ge|");
        check("12亿吨公里以上", "1200000000 吨公里 Ge|");
        check("3吨垃圾以上", "3 吨|垃圾以上");
        check("翻一番以上", "100 % Ge|");
    }
}
