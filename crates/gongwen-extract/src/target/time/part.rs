//! Parts of a year that bind a quantity without naming it: `6月底前`, `一季度`, `在3月10日前完成`.

use super::month;
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::{group, matter, measure};
use crate::wordlist::CharSet;
use gongwen_lexicon::ends_with_any;

/// Length of `6月底`, `11月底前`, `9月30日前` at the start: a month without a year, by which something is done.
pub(in crate::target) fn month_end(text: &str) -> Option<usize> {
    // One look: nearly every clause ends here. 到 在 于
    if !matches!(*text.as_bytes(), [b'0'..=b'9', ..] | [0xE5, 0x88 | 0x9C, ..] | [0xE4, 0xBA, 0x8E, ..]) {
        return None;
    }
    let lead = text.len() - text.trim_start_matches(['到', '在', '于']).len();
    let len = lead + month(&text[lead..]);
    let words = ["底之前", "底以前", "底前", "底", "末", "以前", "之前", "前"];
    let word = words.iter().find(|word| text[len..].starts_with(**word)).filter(|_| len > lead)?;
    Some(len + word.len())
}

/// Length of `一季度`, `上半年`, `第三季度末` at the start, in front of what is done in it. `一季度开工率` is a name.
pub(in crate::target) fn quarter(text: &str) -> Option<usize> {
    let lead = text.len() - text.trim_start_matches(['到', '在', '于', '第']).len();
    let len = lead + CUES.quarter().prefix(&text[lead..])?.len();
    let ends = ["底前", "末前", "底", "末", "前", "内"].iter().find(|word| text[len..].starts_with(**word));
    let len = len + ends.map_or(0, |word| word.len());
    is_done_then(&text[len..]).then_some(len)
}

/// Whether words behind a part of a year begin with what is done in it, and not with the name of a figure (`开工率`) or of a time (`宣传月`).
pub(super) fn is_done_then(text: &str) -> bool {
    let trained = || CUES.train.prefix(text).map(|word| &text[word.len()..]);
    // `一季度新开工项目8个`: the state says which projects are counted.
    let counted = || {
        let state = matter::STATES.iter().find_map(|state| text.strip_prefix(state))?;
        state.strip_prefix("项目")
    };
    let rest = matter::verb_in_front(text).map(|(_, rest)| rest);
    let rest = rest.or_else(trained).or_else(counted);
    rest.is_some_and(|rest| !rest.starts_with(['率', '量', '额', '数', '值', '面', '月', '周']))
}

/// What stands behind a list of months or quarters: nothing in `一季度、上半年、前三季度`, 开工率 in `9月底、12月底开工率`. Of quarters
/// only the whole list: in front of a name they are part of it.
pub(in crate::target) fn periods(list: &str) -> Option<&str> {
    let (mut rest, mut months) = (list, 0);
    let mut all = 0;
    loop {
        let item = rest.trim_start_matches(['、', '和', '到', '至']);
        let behind = if let Some(len) = month_end(item) {
            months += 1;
            &item[len..]
        } else {
            let bare = item.strip_prefix('第').unwrap_or(item);
            let Some(word) = CUES.quarter().prefix(bare) else { break };
            bare[word.len()..].trim_start_matches(['底', '末', '前'])
        };
        (rest, all) = (behind, all + 1);
    }
    let told = rest.starts_with(['、', '和']);
    (all > 0 && !told && (rest.is_empty() || months == all)).then_some(rest)
}

/// Where `6月底` or `年底` stands in a clause, when nothing but words that bind the number stands behind it.
pub(in crate::target) fn month_within(left: &str) -> Option<usize> {
    let month = || {
        let (mark, _) = left.rmatch_indices('月').next()?;
        let digits = left[..mark].len() - left[..mark].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let at = mark.checked_sub(digits).filter(|_| (1..=2).contains(&digits))?;
        Some((at, month_end(&left[at..])?))
    };
    let year = || {
        let (at, word) = ["年底", "年末"].iter().find_map(|word| Some((left.rfind(word)?, word)))?;
        let dated =
            left[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '今' | '明' | '去' | '每'));
        (!dated).then_some((at, word.len()))
    };
    let bound = |&(at, len): &(usize, usize)| measure::binding(&left[at + len..]).start == 0;
    let dated = |at: usize| left[..at].ends_with('年');
    let found = month().filter(bound).or_else(|| year().filter(bound));
    found.map(|(at, _)| at).filter(|&at| !dated(at))
}

/// Where `在3月10日前` or `在汛期前` stands in a clause in front of what is to be done by then, and whether it is a month.
pub(in crate::target) fn before_deed(left: &str) -> Option<(usize, usize, bool)> {
    /// Bytes of the longest `在…前`.
    const LONGEST: usize = 36;
    left.match_indices('前').map(|(at, word)| at + word.len()).find_map(|end| {
        let deed = CUES.prefix_ge.prefix(&left[end..]).map_or(end, |word| end + word.len());
        matter::verb_in_front(&left[deed..])?;
        // `每年防火期前至少开展1次`
        let bare = ["期前", "季前", "汛前", "节前"].iter().any(|season| left[..end].ends_with(season));
        let from = if bare { group::split_group(left).0.map_or(0, str::len).min(end) } else { end };
        if (3..=6).contains(&left[from..end].chars().count()) {
            return Some((from, end, false));
        }
        let from = left.floor_char_boundary(end.saturating_sub(LONGEST));
        let near = &left[from..end];
        let leads = near.char_indices().filter(|&(at, c)| {
            matches!(c, '在' | '于')
                || c.is_ascii_digit() && !near[..at].ends_with(|c: char| c.is_ascii_digit())
        });
        leads.map(|(at, _)| at).find_map(|at| {
            let month = month_end(&near[at..]) == Some(near.len() - at);
            let dated = near[..at].ends_with('年');
            let season = near[at..].starts_with('在') && (3..=7).contains(&near[at..].chars().count());
            (month && !dated || season).then_some((from + at, end, month))
        })
    })
}

/// Whether words begin with what 年 or 日均 in front says how often of: `推文`, `免费接待青少年`; `发电量` is a figure.
pub(in crate::target) fn is_so_often(text: &str) -> bool {
    let deed = text.strip_prefix("免费").unwrap_or(text);
    CUES.yearly.prefix(deed).is_some_and(|word| {
        !deed[word.len()..].starts_with([
            '量', '能', '额', '数', '收', '总', '规', '率', '业', '费', '值', '企', '满', '中', '站', '点',
            '机', '类',
        ])
    })
}

/// Whether 年 behind these words is part of a word or of a number of years: `青少年`, `未成年`, `百年`, `隔年`, `10年`.
pub(in crate::target) fn of_word(before: &str) -> bool {
    static HEADS: CharSet = CharSet::of(&[
        '青', '少', '老', '中', '成', '童', '幼', '壮', '周', '百', '千', '隔', '半', '当', '上', '去', '往',
        '历', '学', '近', '跨', '常', '一', '两', '二', '三', '四', '五', '六', '七', '八', '九', '十', '0',
        '1', '2', '3', '4', '5', '6', '7', '8', '9',
    ]);
    // `老年大学年招收学员1200人`
    let school = || before.ends_with('学') && ends_with_any(before, &["大学", "中学", "小学"]);
    before.chars().next_back().is_some_and(|last| HEADS.has(last)) && !school()
}

/// Length of `上、下半年` in front of what is done in each of them.
pub(super) fn both_halves(text: &str) -> Option<usize> {
    let len = ["上、下半年", "上下半年", "上半年和下半年"]
        .iter()
        .find_map(|both| text.strip_prefix(both).map(|_| both.len()))?;
    let each = text[len..].strip_prefix('各')?;
    let share = each.find(['%', '，', '；', '。']).is_some_and(|at| each[at..].starts_with('%'));
    (!share).then_some(len + '各'.len_utf8())
}

/// Length of `前三年`, `前4年` behind a five-year plan that ends in `year`, and the last of them.
pub(super) fn part_of_plan(behind: &str, year: i16) -> Option<(usize, i16)> {
    let rest = behind.trim_start_matches("时期").trim_start_matches('的').strip_prefix('前')?;
    let (count, rest) = [("两", 2), ("三", 3), ("四", 4), ("2", 2), ("3", 3), ("4", 4)]
        .iter()
        .find_map(|&(word, count)| Some((count, rest.strip_prefix(word)?.strip_prefix('年')?)))?;
    Some((behind.len() - rest.len(), year - 5 + count))
}

/// Whether 年底 tells a time by itself: before a comma or the whole division (`年底全区公民具备科学素质比例达到21%`). Elsewhere it
/// is a rung behind quarters, or part of a name.
pub(super) fn year_end_alone(text: &str) -> bool {
    let rest = ["年底", "年末"].iter().find_map(|end| text.strip_prefix(end));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['全', '我', '，']))
}

/// Whether words begin with what is done for those who come, and whom or what it is done to: `接待游客`, `配送快件`, `办件`; `接待量`,
/// `服务能力` are names.
pub(in crate::target) fn is_served(text: &str) -> bool {
    const SERVES: [&str; 10] =
        ["接待", "服务", "配送", "投递", "寄递", "办件", "办理", "受理", "发送", "运送"];
    let served = SERVES.iter().find_map(|word| text.strip_prefix(word));
    served.is_some_and(|rest| {
        !rest.starts_with([
            '量', '能', '额', '数', '收', '总', '规', '率', '业', '费', '时', '满', '中', '站', '点',
        ])
    })
}

/// Whether the words behind `2025年度` name works that go on: the year says which they are, not when they are done.
pub(in crate::target) fn last_years_works(behind: &str) -> bool {
    const GOING_ON: [&str; 12] = [
        "续建",
        "结转",
        "衔接",
        "跨年",
        "未完",
        "在建",
        "剩余",
        "遗留",
        "已下达",
        "已立项",
        "已批复",
        "尾工",
    ];
    GOING_ON.iter().any(|word| behind.starts_with(word))
}

/// Whether a figure is reached or grows (`接待游客突破500万人次`, `接待游客较2024年增长5%`), as the year's is.
pub(super) fn tells_level(text: &str) -> bool {
    const LONGEST: usize = 60;
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let number = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let binding = measure::binding(&text[..number]);
    let words = &text[..number];
    // `年接待学生不少于1.8万人次` only bounds it.
    let least = ["不少于", "不低于"].iter().any(|bound| words.ends_with(bound));
    let compared = words.ends_with(['较', '比', '于', '到', '至', '“']) && !least;
    compared
        || words.ends_with("实现")
        || words.ends_with("完成")
        || binding.reaches
        || binding.change.is_some()
        || binding.comparator == Some(Comparator::Gt)
}

/// Whether `2025年度` tells which task is to be completed: `完成2025年度高标准农田建设任务1.5万亩`; `已完成` tells of what was.
pub(in crate::target) fn last_years_task(text: &str, from: usize, to: usize) -> bool {
    const LONGEST: usize = 90;
    let (before, behind) = (&text[..from], &text[to..]);
    let named = || {
        let behind = &behind[..behind.floor_char_boundary(LONGEST)];
        let number = behind.find(|c: char| c.is_ascii_digit() || matches!(c, '，' | '。' | '；'));
        behind[..number.unwrap_or(behind.len())].ends_with("任务") || last_years_works(behind)
    };
    text[from..to].ends_with(['年', '度'])
        && before.ends_with("完成")
        && !before.ends_with("已完成")
        && !before.ends_with("累计完成")
        && named()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_inside_words() {
        for before in ["面向青少", "中青", "未成", "建馆十周", "隔", "从业满10"] {
            assert!(of_word(before), "{before}");
        }
        for before in ["队伍", "公众号", "死亡人数", "老年大学", ""] {
            assert!(!of_word(before), "{before}");
        }
    }

    #[test]
    fn first_years_of_a_plan() {
        assert_eq!(part_of_plan("前三年，", 2025), Some(("前三年".len(), 2023)));
        assert_eq!(part_of_plan("时期前4年", 2025), Some(("时期前4年".len(), 2024)));
        assert_eq!(part_of_plan("前列", 2025), None);
    }

    #[test]
    fn months_without_a_year() {
        let check =
            |text: &str, expect| assert_eq!(month_end(text).map(|len| &text[..len]), expect, "{text}");
        check("6月底支出进度", Some("6月底"));
        check("到11月30日前完成", Some("到11月30日前"));
        check("3月份", None);
        check("前3名", None);
    }
}
