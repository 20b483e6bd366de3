//! How often, told by 每, 按 or 逐 and a length of time: `每年`, `每个季度`, `按月`, `每季度末25日前`.

use super::{Time, repeated};
use gongwen_text::chars::is_han;

/// Lengths of time behind 每, 按 or 逐, the longer before those that begin them.
const FORMS: [(&str, &str); 41] = [
    ("2天", "per_two_days"),
    ("3天", "per_three_days"),
    ("三天", "per_three_days"),
    ("旬", "per_ten_days"),
    ("年度", "per_year"),
    ("一年", "per_year"),
    ("年均", "per_year"),
    ("年", "per_year"),
    ("两年", "per_two_years"),
    ("2年", "per_two_years"),
    ("三年", "per_three_years"),
    ("3年", "per_three_years"),
    ("四年", "per_four_years"),
    ("4年", "per_four_years"),
    ("五年", "per_five_years"),
    ("5年", "per_five_years"),
    ("半个月", "per_half_month"),
    ("半月", "per_half_month"),
    ("15天", "per_half_month"),
    ("10天", "per_ten_days"),
    ("十天", "per_ten_days"),
    ("三个月", "per_three_months"),
    ("3个月", "per_three_months"),
    ("半年", "per_half_year"),
    ("个学期", "per_semester"),
    ("学期", "per_semester"),
    ("学年", "per_school_year"),
    ("个季度", "per_quarter"),
    ("季度", "per_quarter"),
    ("季", "per_quarter"),
    ("两个月", "per_two_months"),
    ("2个月", "per_two_months"),
    ("两月", "per_two_months"),
    ("个月", "per_month"),
    ("月", "per_month"),
    ("两周", "per_two_weeks"),
    ("两天", "per_two_days"),
    ("周", "per_week"),
    ("星期", "per_week"),
    ("天", "per_day"),
    ("日", "per_day"),
];

/// `每年`, `每个季度`, `按月`.
pub(super) fn every(text: &str) -> Option<(usize, Time)> {
    let lead = text.chars().next()?;
    let rest = &text[lead.len_utf8()..];
    if let Some((len, frequency)) = every_few_years(rest) {
        return Some((lead.len_utf8() + len, repeated(frequency)));
    }
    if lead != '每' && rest.starts_with("年度") {
        return None;
    }
    // `每小时汇报一次情况`; `每小时60公里` is a speed.
    if let Some(deed) = rest.strip_prefix("小时").filter(|_| lead == '每')
        && deed.starts_with(is_han)
        && deed.chars().take(6).any(|c| c == '次')
        && !deed.starts_with(['一', '两', '二', '三', '不', '至'])
    {
        return Some(("每小时".len(), repeated("per_hour")));
    }
    let (form, frequency) = FORMS.iter().find(|(form, _)| rest.starts_with(form))?;
    // `每日新闻`, `每天每人` stay what they are; `按月` only before a verb, which the caller's clause decides.
    let len = lead.len_utf8() + form.len();
    Some((len + day_of_each(&text[len..]), repeated(frequency)))
}

/// Length of the day in each such time, behind it: `末25日前` of `每季度末25日前`, `5日前` of `每月5日前`.
fn day_of_each(text: &str) -> usize {
    let rest = text.strip_prefix("第一个月").unwrap_or(text).trim_start_matches(['底', '末', '初']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let day = rest[digits..].strip_prefix(['日', '号']).filter(|_| (1..=2).contains(&digits));
    let day = day.and_then(|day| day.strip_prefix(['前', '内']).or(day.strip_prefix("之前")));
    day.map_or(0, |day| text.len() - day.len())
}

/// ` 5 年` behind 每, its figure set apart.
fn every_few_years(text: &str) -> Option<(usize, &'static str)> {
    let digit = text.strip_prefix(' ')?;
    let rest = digit.get(1..)?.trim_start_matches(' ').strip_prefix('年')?;
    let frequency = match digit.as_bytes().first()? {
        b'2' => "per_two_years",
        b'3' => "per_three_years",
        b'4' => "per_four_years",
        b'5' => "per_five_years",
        _ => return None,
    };
    Some((text.len() - rest.len(), frequency))
}
