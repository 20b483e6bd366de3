//! What a sentence tells of a body without charging it: what was done, what a body is known by, what is not settled.

use super::cue::CUES;
use super::list::clause_of;

/// Whether a duty word tells what was, what may be, or which thing is meant: `去年，由甲局牵头…`, `是否由甲局负责`,
/// `甲局牵头组建的医共体`. The sentence and the clause are those before the word.
pub(super) fn is_told(sentence: &str, clause: &str, after: &str) -> bool {
    is_attribute(after) || is_fault(after) || before_by(clause, after) || in_the_past(sentence, after)
}

/// `牵头制定的标准`, `牵头举办了年货节`: acts that say which thing is meant, or that are done.
pub(super) fn is_attribute(after: &str) -> bool {
    /// Bytes of the longest two acts and the mark behind them.
    const LONGEST: usize = 36;
    // Few words of duty have one near.
    if !after[..after.floor_char_boundary(LONGEST)].contains(['的', '了']) {
        return false;
    }
    let mut rest = after;
    for _ in 0..2 {
        let Some(word) = CUES.told_act.iter().find(|word| rest.starts_with(**word)) else { break };
        rest = &rest[word.len()..];
    }
    rest.len() < after.len() && rest.starts_with(['的', '了'])
}

/// Whether words end in one that takes the duty back before 由: `不再由`, `此前由`, `如由`.
pub(super) fn ends_untold(words: &str) -> bool {
    CUES.told_before.ends(words).next().is_some()
}

/// `牵头推进雨污分流不力`
fn is_fault(after: &str) -> bool {
    const EFFORTS: [&str; 6] = ["推进", "推动", "落实", "实施", "组织", "开展"];
    EFFORTS.iter().any(|word| after.starts_with(word))
        && CUES.told_fault.ends(clause_of(after).trim_end()).next().is_some()
}

fn before_by(clause: &str, after: &str) -> bool {
    let Some(at) = clause.rfind('由') else { return false };
    let head = &clause[..at];
    // `前期由甲局负责，后期由乙局负责` are duties.
    ends_untold(head) || head.ends_with("前期") && after.contains('已')
}

/// Whether a sentence opens with the time since when it tells what happened: `3月份以来，`, `2023年以来，`.
fn since(sentence: &str) -> bool {
    const LONGEST: usize = 48;
    if !sentence.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '自' | '今' | '入' | '开')) {
        return false;
    }
    let head = &sentence[..sentence.floor_char_boundary(LONGEST)];
    head.split_once(['，', ',']).is_some_and(|(time, _)| time.trim_end().ends_with("以来"))
}

/// `去年，由甲局牵头开展清沟`; but not `去年未完成的项目由甲局负责`, nor `去年，…，今年由甲局负责`.
fn in_the_past(sentence: &str, after: &str) -> bool {
    let word = CUES.told_past.iter().find(|word| sentence.starts_with(**word));
    let rest = sentence[word.map_or(0, |word| word.len())..].trim_start_matches(['底', '初', '末']);
    (since(sentence) || word.is_some() && rest.trim_start_matches("以来").starts_with(['，', ',']))
        && !["今年", "现由", "下一步"].iter().any(|now| rest.contains(now) || after.contains(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_no_duty() {
        let told = |sentence: &str| {
            let at = sentence.rfind("牵头").or_else(|| sentence.rfind("负责")).expect("a duty word");
            let (before, after) = (&sentence[..at], &sentence[at + "牵头".len()..]);
            let clause = before.rfind('，').map_or(before, |comma| &before[comma + '，'.len_utf8()..]);
            is_told(before, clause, after)
        };
        for sentence in [
            "去年，由县水利局牵头清沟，成效明显",
            "近年来，县水利局牵头清沟",
            "3月份以来，县水利局牵头检查集市，发现隐患73处",
            "自2023年以来，县水利局牵头清沟",
            "此前由县城投公司负责实施",
            "不再由县水利局负责养护",
            "是否由县水利局负责，另行研究",
            "县医院牵头组建的医共体",
            "县住建局牵头推进雨污分流不力",
            "前期由县林业局负责勘界，现已完成",
        ] {
            assert!(told(sentence), "{sentence}");
        }
        for sentence in [
            "去年未完成的项目，由县水利局负责",
            "3月份以来停工的项目，由县水利局负责",
            "自2023年以来，项目停工，今年由县水利局负责",
            "去年，项目停工，今年由县水利局负责",
            "6月底以前由县水利局负责完成",
            "前期由县林业局负责勘界",
            "县水利局牵头落实省厅印发的方案",
            "县纪委牵头查处落实不力",
            "县水利局牵头开展清沟",
        ] {
            assert!(!told(sentence), "{sentence}");
        }
    }
}
