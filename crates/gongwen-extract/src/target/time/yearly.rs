//! 年, 日均, 月均 that say how often, or by the end of which year, in front of what is done: `年培训500名`, `年内`, `日均服务600人次`.

use super::part::{is_served, is_so_often, tells_level, year_end_alone};
use super::{Time, by, repeated};
use crate::target::cues::CUES;
use crate::target::{Context, matter};

/// Verbs that 年 makes the name of a yearly figure.
const FIGURES: [&str; 7] = ["接待", "处理", "生产", "销售", "出栏", "存栏", "输送"];

/// `年均治理42平方公里`, `年内`, `年底前`, `年培训技能人才500人`; `年处理垃圾`, `年销售`, `年均浓度` are names of a yearly figure.
pub(super) fn of_year(text: &str, context: &Context) -> Option<(usize, Time)> {
    if is_mean(text) {
        return None;
    }
    // `年均治理42平方公里，建设站点5处`: of its own clause.
    if text.starts_with("年均") {
        return Some(("年均".len(), brief("per_year")));
    }
    let within = ["年内", "年底前"].into_iter().find(|word| text.starts_with(word));
    if let Some(word) = within.or_else(|| year_end_alone(text).then_some("年底")) {
        return Some((word.len(), by(context.this_year())));
    }
    let rest = text.strip_prefix('年')?;
    (is_done_yearly(rest) || happens_yearly(rest)).then(|| ('年'.len_utf8(), brief("per_year")))
}

/// `年培训技能人才500人`
fn is_done_yearly(rest: &str) -> bool {
    !FIGURES.iter().any(|figure| rest.starts_with(figure)) && deed_behind(rest)
}

/// `年接待游客5万人次`, `年开展活动20场`; `年节约标准煤` is no fall of it.
fn happens_yearly(rest: &str) -> bool {
    (is_served(rest) || is_so_often(rest) && CUES.change_fall.prefix(rest).is_none()) && !tells_level(rest)
}

/// `日均服务老人600人次`, `月均办件2000件`
pub(super) fn on_average(text: &str) -> Option<(usize, Time)> {
    const OFTEN: [(&str, &str); 2] = [("日均", "per_day"), ("月均", "per_month")];
    let (word, often) = OFTEN.into_iter().find(|(word, _)| text.starts_with(word))?;
    let rest = &text[word.len()..];
    (is_served(rest) || is_so_often(rest) || is_done_yearly(rest)).then(|| (word.len(), brief(often)))
}

/// So often in its own clause alone.
fn brief(frequency: &'static str) -> Time {
    Time { brief: true, ..repeated(frequency) }
}

/// Whether a text begins with the mean of a year, which is no yearly deed: `年均浓度`.
pub(in crate::target) fn is_mean(text: &str) -> bool {
    const MEANS: [&str; 7] =
        ["年均浓度", "年均值", "年均气温", "年均降水", "年均降雨", "年均降尘", "年均综合"];
    MEANS.iter().any(|mean| text.starts_with(mean))
}

/// Whether words begin with a verb of doing and its object.
pub(in crate::target) fn deed_behind(text: &str) -> bool {
    let rest = matter::verb_in_front(text).map(|(_, rest)| rest);
    let rest = rest.or_else(|| CUES.train.prefix(text).map(|w| &text[w.len()..]));
    !text.starts_with("累计")
        && rest.is_some_and(|rest| {
            !rest.starts_with(['能', '额', '总', '收', '规', '机'])
                && !["人次", "人数", "人口", "人均"].iter().any(|figure| rest.starts_with(figure))
        })
}
