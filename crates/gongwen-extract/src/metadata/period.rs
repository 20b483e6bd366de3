//! 规划期: the years that a title names.

use super::rules;
use super::zone::joined;
use crate::wordlist::CharSet;
use gongwen_text::chars::fold_width;
use gongwen_text::date;

/// First and last year of the plan, from its title (guide, 1): a range of years, a five-year plan by its ordinal, or
/// the year of a yearly plan.
pub(super) fn period(title: &str) -> Option<(i16, i16)> {
    let title = joined(title);
    let told = |words: &str| range(words).or_else(|| five_years(words)).or_else(|| yearly(words));
    beside_cited(&title)
        .and_then(|(before, behind)| told(behind).or_else(|| told(before)))
        .or_else(|| told(&title))
}

/// What stands on both sides of a cited plan with its years: of `规划纲要（2021—2035年）某县任务分工表（2023年）` the years in the first bracket
/// are the outline's own. In front of it only what stands before its title mark.
fn beside_cited(title: &str) -> Option<(&str, &str)> {
    let close = title.find(['）', ')'])?;
    let open = title[..close].rfind(['（', '('])?;
    let cited = ["纲要", "规划"].iter().any(|end| title[..open].ends_with(end));
    let behind = title[close..].trim_start_matches(['）', ')', '》', '、']);
    let before = title[..open].find('《').map_or("", |mark| &title[..mark]);
    (cited && has_range(&title[open..close]) && !behind.is_empty()).then_some((before, behind))
}

/// Whether `text` holds a range of years.
pub(super) fn has_range(text: &str) -> bool {
    range(text).is_some()
}

/// `（2021—2025年）`, `2021年-2025年`, `2021至2025年`.
fn range(title: &str) -> Option<(i16, i16)> {
    static DIGITS: CharSet = CharSet::of(&['1', '2', '１', '２']);
    let mut rest = title;
    // The first digit of a year is the anchor.
    while let Some((at, _)) = DIGITS.next(rest, 0) {
        rest = &rest[at..];
        let Some(captures) = rules().rule("metadata.period.range").anchored().captures(rest) else {
            rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
            continue;
        };
        let year = |name: &str| -> Option<i16> {
            let digits: String = captures.name(name)?.as_str().chars().map(fold_width).collect();
            digits.parse().ok()
        };
        let (start, end) = (year("start")?, year("end")?);
        let end = if end < 100 { start / 100 * 100 + end } else { end };
        // Longer ranges are long-term aims or damage, not a plan's period.
        if start < end && end - start <= 30 {
            return Some((start, end));
        }
        rest = &rest[captures[0].len()..];
    }
    None
}

/// `“十四五”`, `第十四个五年规划`.
fn five_years(title: &str) -> Option<(i16, i16)> {
    list!("five_year_plans").iter().find_map(|entry| {
        let (name, start) = entry.split_once('=')?;
        let start: i16 = start.parse().ok()?;
        title.contains(name).then_some((start, start + 4))
    })
}

/// `2024年工作要点`; not the year of a law, of an edition, or of an aim.
fn yearly(title: &str) -> Option<(i16, i16)> {
    date::find_iter(title)
        .find(|(span, _)| {
            let after = &title[span.to()..];
            !list!("year_tails_never").iter().any(|tail| after.starts_with(tail))
        })
        .map(|(_, date)| (date.year, date.year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, expect: Option<(i16, i16)>) {
        assert_eq!(period(title), expect, "{title}");
    }

    #[test]
    fn ranges() {
        let expect = Some((2021, 2025));
        for title in [
            "清河县水利发展实施方案(2021-2025年)",
            "清河县健康行动（2021年—2025年）",
            "清河县河湖管护规划（2021－2025）年",
            "清河县2021～2025年教育规划",
            "清河县三年行动（2021至2025年）",
            "清河县规划（２０２１—２０２５年）",
            "清河县规划(2021—25年)",
            "清河县“十四五”水利发展规划",
            "清河县国民经济和社会发展第十四个五年规划和2035年远景目标纲要",
        ] {
            check(title, expect);
        }
        // The years in the first bracket are those of the plan that it goes by.
        check("水利规划纲要（2021—2035年）清河县任务分工表（2023年）", Some((2023, 2023)));
        check("《水利规划纲要（2021—2035年）》清河县2024年任务分工", Some((2024, 2024)));
        check("清河县水利规划（2021—2025年）的通知", Some((2021, 2025)));
        check("全县营商环境三年行动计划（2023-2025年）", Some((2023, 2025)));
    }

    #[test]
    fn one_year() {
        check("清河县2024年优化营商环境工作要点", Some((2024, 2024)));
        check("2018年度河湖管护考核细则", Some((2018, 2018)));
        check("二〇二四年清河县卫生健康工作要点", Some((2024, 2024)));
        check("清河县乡村振兴2024年目标任务分解表", Some((2024, 2024)));
        check("2024年上半年工作安排", Some((2024, 2024)));
    }

    #[test]
    fn no_period() {
        for title in [
            "清河县2035年远景目标纲要",
            "清河县权责清单（2021年版）",
            "关于贯彻2023年中央一号文件的实施意见",
            "清河县深化政务服务实施方案",
            "清河县三年行动方案",
        ] {
            check(title, None);
        }
    }
}
