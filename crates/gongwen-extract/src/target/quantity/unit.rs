//! The unit behind a number: which word it is, what it is taken per, and how often it says that something is done.

use super::blanks;
use crate::target::cues::CUES;
use crate::wordlist::WordList;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The unit at the start, with what it is taken per: `微克/立方米`, `次/年`.
pub(super) fn unit_at(text: &str) -> &str {
    if days_within(text) {
        return &text[..'日'.len_utf8()];
    }
    let Some(word) = CUES.unit.prefix(text) else { return "" };
    let behind = &text[word.len()..];
    // `4800人年底前完成`: the unit ends where the time begins.
    if let Some(unit) = word.strip_suffix('年').filter(|unit| !unit.is_empty())
        && behind.starts_with(['底', '末', '内', '初', '前'])
    {
        return unit;
    }
    if begins_longer(text, word, behind) {
        return "";
    }
    let end = word.len() + measured_of(word, behind);
    &text[..end + taken_per(word, &text[end..])]
}

/// Whether a longer word only begins like a unit: `17部门`, `3个人`, `5G`, `2米粉`.
fn begins_longer(text: &str, word: &str, behind: &str) -> bool {
    if word.is_ascii() && behind.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return true;
    }
    match word {
        // `安装反光镜120面。`, no `5面环山`; `新增30班`, no `3班组`.
        "面" | "道" | "首" | "班" | "立方" | "列" | "层" | "席" | "盆" | "卷" | "站" => {
            behind.starts_with(|c| gongwen_text::chars::is_han(c) && !matches!(c, '以' | '左'))
        }
        // `研究1次创建工作`
        _ => word.len() == '个'.len_utf8() && LONGER.prefix(text).is_some() && !text.starts_with("次创建"),
    }
}

/// Length of what a unit is taken per, with its mark: `/立方米`, `每立方米` behind 微克, `/月·平方公里`.
fn taken_per(word: &str, behind: &str) -> usize {
    let gap = blanks(behind);
    // `29微克每立方米`
    let spoken = matches!(word, "微克" | "毫克").then(|| behind.strip_prefix('每')).flatten();
    let Some(rest) = behind[gap..].strip_prefix(['/', '／']).or(spoken) else { return 0 };
    let rest = &rest[blanks(rest)..];
    let per = ["每", ""].iter().find_map(|lead| {
        let rest = rest.strip_prefix(lead)?;
        PER.iter().find(|p| rest.starts_with(**p)).map(|p| lead.len() + p.len())
    });
    let Some(per) = per else { return 0 };
    let end = behind.len() - rest.len() + per;
    // `吨/月·平方公里`
    let second = behind[end..].strip_prefix('·').and_then(|rest| PER.iter().find(|p| rest.starts_with(**p)));
    end + second.map_or(0, |second| '·'.len_utf8() + second.len())
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
static LONGER: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(gongwen_lexicon::words("target_unit_words")));

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
pub(in crate::target) fn per_time(unit: &str) -> (&str, Option<&'static str>) {
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

/// The unit in the one form that the record knows: `个基点` is 基点.
pub(super) fn canonical(unit: &str) -> Cow<'_, str> {
    match unit {
        "％" => Cow::Borrowed("%"),
        "个百分点" => Cow::Borrowed("百分点"),
        "个基点" => Cow::Borrowed("基点"),
        "/百万" => Cow::Borrowed("/100万"),
        "个等级" => Cow::Borrowed("等级"),
        "工作日" => Cow::Borrowed("个工作日"),
        "工作小时" => Cow::Borrowed("个工作小时"),
        "自然日" => Cow::Borrowed("个自然日"),
        "个小时" => Cow::Borrowed("小时"),
        _ if unit.starts_with(['微', '毫']) && unit.contains("克每") => {
            Cow::Owned(unit.replace('每', "/"))
        }
        _ if unit.contains(' ') => Cow::Owned(unit.replace(' ', "")),
        _ => Cow::Borrowed(unit),
    }
}
