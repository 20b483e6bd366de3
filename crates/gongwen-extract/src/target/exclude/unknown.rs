//! Figures without a unit that anybody knows: they give no target, and are not lost without a word.

use super::tail;
use crate::target::{matter, measure, time};

/// Whether a number without a unit is a figure all the same: `灌溉水有效利用系数提高到0.58以上`. It is not read, and said so.
pub(in crate::target) fn bare_figure(text: &str, at: usize, run: usize) -> bool {
    let behind = text[at + run..].trim_start_matches(' ');
    let many = behind.strip_prefix(['万', '亿']);
    let behind = many.unwrap_or(behind);
    let ends = behind.is_empty()
        || behind.starts_with(['，', '。', '；', '、', ',', ';'])
        || ["以上", "以下", "以内", "左右"].iter().any(|w| behind.starts_with(w));
    if !ends {
        return false;
    }
    let left = tail(&text[..at], 90);
    let left = left.rfind(['，', '；', '。', ',', ';', '\n']).map_or(left, |at| &left[at..]);
    let named = || ["系数", "指数", "率", "比", "值"].iter().any(|w| left.contains(w));
    measure::ends_binding(left) && (many.is_some() || named())
}

/// Whether a number has a word behind it that may be a unit nobody knows, where something is done or bounded: `开展抽检320批`.
/// It is not read, and said so.
pub(in crate::target) fn unknown_unit(text: &str, at: usize, run: usize) -> bool {
    const LONGEST: usize = 4;
    // The longest word and what bounds it behind it: a line without a mark is not looked through for each of its numbers.
    const NEAR: usize = 24;
    let behind = text[at + run..].trim_start_matches(' ');
    let many = behind.strip_prefix(['万', '亿']);
    let word = many.unwrap_or(behind);
    let word = &word[..word.floor_char_boundary(NEAR)];
    // Dates and orders, the most of them, leave here.
    if word.starts_with(NO_UNIT) || !word.starts_with(gongwen_text::chars::is_han) {
        return false;
    }
    let end = word.find(['，', '。', '；', '、', '（', ',', ';', '\n']).unwrap_or(word.len());
    let word = &word[..end];
    let word = ["以上", "以下", "以内", "左右"].iter().find_map(|w| word.strip_suffix(w)).unwrap_or(word);
    if word.is_empty()
        || word.len() > LONGEST * 3
        || !word.chars().all(gongwen_text::chars::is_han)
        || time::year(&text[at..at + run]).is_some() && many.is_none()
        || text[..at].ends_with(|c: char| c.is_ascii() || c == '“' || c == '第')
    {
        return false;
    }
    let left = tail(&text[..at], 60);
    let left = left.rfind(['，', '；', '。', '、', '：', ',', ';', '\n']).map_or(left, |at| &left[at..]);
    let binding = measure::binding(left);
    // `参保率提高3个千分点`
    let bound = binding.comparator.is_some() || binding.change.is_some();
    let left = left.trim_start_matches(['，', '；', '。', '、', '：', ',', ';', '\n']);
    let done = matter::verb_in_front(matter::strip_lead(left).0);
    bound || done.is_some_and(|(_, object)| object.chars().count() >= 2)
}

/// What a word behind a number begins with that is no unit: times, places, orders, and what plans sum up by.
const NO_UNIT: [char; 41] = [
    '年', '月', '日', '号', '时', '岁', '周', '届', '级', '版', '楼', '室', '路', '大', '核', '轴', '带',
    '心', '廊', '极', '网', '圈', '横', '纵', '化', '星', '好', '新', '线', '重', '区', '园', '期', '型',
    '环', '主', '多', '余', '分', '至', '强',
];
