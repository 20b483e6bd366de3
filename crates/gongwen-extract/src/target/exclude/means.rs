//! What a plan works with or around: no number of it is what the plan brings about.

use super::Case;
use crate::target::cues::CUES;
use crate::target::matter;
use crate::wordlist::CharSet;

/// Whether a number only tells of means or of what something starts from: `围绕4条产业链、12家链主企业`, `发挥8个党建联盟作用`,
/// `针对反馈的3个方面12个问题`, `在3个街道、12个社区试点的基础上`.
pub(super) fn worked_with(case: &Case<'_>) -> bool {
    let &Case { q, s, behind, .. } = case;
    if case.bound || s.binding.change.is_some() {
        return false;
    }
    if s.seen.may("基") && s.left.contains('在') && behind.contains("的基础上") {
        return true;
    }
    let label = gongwen_text::Label::read(s.left).map_or(0, |label| label.end);
    let words = matter::strip_lead(&s.left[label..]).0;
    // `组织12个部门联合宣讲`: who does it together.
    let together = ["组织", "联合", "会同", "协调"].contains(&words.trim_end())
        && ["部门", "成员单位", "单位"]
            .iter()
            .any(|body| behind.strip_prefix(body).is_some_and(|deed| !deed.is_empty()));
    if together {
        return true;
    }
    let Some(verb) = CUES.worked_with.prefix(words) else { return false };
    if matches!(&*q.unit, "%" | "‰" | "百分点" | "倍" | "天" | "日")
        || case.money
        || case.time
        || words.contains('每')
    {
        return false;
    }
    let object = &words[verb.len()..];
    // `以10个村为重点` starts from them, `通过3个国家级认定` passes something.
    let means = match verb {
        "以" => behind.contains('为'),
        "通过" => {
            CUES.make.within(behind)
                || ["方式", "渠道", "形式", "途径", "手段", "平台", "载体"]
                    .iter()
                    .any(|word| behind.contains(word))
        }
        _ => true,
    };
    means && is_object(verb, object)
}

/// Whether what stands between the verb and the number goes on with its object: nothing, further numbers of a list, or what says
/// which ones are meant (`针对去年反馈的`). Behind another verb something else is done.
fn is_object(verb: &str, object: &str) -> bool {
    const REGIONS: [&str; 8] = ["县域", "市域", "县内", "辖区", "全县", "全市", "全区", "境内"];
    const AROUND: [&str; 6] = ["针对", "围绕", "依托", "聚焦", "对照", "紧扣"];
    let count = first_count(object);
    let (which, list) = object.split_at(count);
    let which = which.trim();
    let named = AROUND.contains(&verb)
        && (which.ends_with('的') || CUES.group_noun.is(which) || REGIONS.contains(&which));
    let done = |words: &str| CUES.make.within(words) || CUES.train.within(words);
    (which.is_empty() || named) && !done(list)
}

/// Where the first number that is no year begins.
fn first_count(words: &str) -> usize {
    static DIGITS: CharSet = CharSet::of(&[
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '一', '两', '三', '四', '五', '六', '七', '八',
        '九', '十',
    ]);
    let mut from = 0;
    while let Some((at, c)) = DIGITS.next(words, from) {
        let rest = words[at..].trim_start_matches(|c: char| c.is_ascii_digit());
        if !(c.is_ascii_digit() && rest.starts_with(['年', '月'])) {
            return at;
        }
        from = words.len() - rest.len();
    }
    words.len()
}
