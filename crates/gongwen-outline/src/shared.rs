//! Lines `分工：由县教育局牵头，县科协等单位参加。`: a key that announces who does what, and sentences of duty behind it. They are
//! lines of duty like `牵头部门：…`.

use crate::unit::{self, Unit, UnitKind};
use gongwen_lexicon::{agency, words};
use std::sync::LazyLock;

static KEYS: LazyLock<&'static [&'static str]> = LazyLock::new(|| words("share_keys"));
/// Bytes of the longest key.
const LONGEST_KEY: usize = 24;

/// What stands behind the key of a line that shares out a duty; empty where the next line says it.
///
/// # Examples
/// ```
/// use gongwen_outline::shared_duty;
/// assert_eq!(shared_duty("分工：由县教育局牵头，县科协参加。"), Some("由县教育局牵头，县科协参加。"));
/// assert_eq!(shared_duty("分工：各单位要密切配合，形成合力。"), None);
/// ```
pub fn shared_duty(line: &str) -> Option<&str> {
    let value = value(line)?;
    (value.is_empty() || tells(value)).then_some(value)
}

/// What stands behind such a key.
fn value(line: &str) -> Option<&str> {
    let near = &line[..line.floor_char_boundary(LONGEST_KEY + '：'.len_utf8())];
    let (key, _) = near.split_once(['：', ':'])?;
    let value = line[key.len()..].trim_start_matches(['：', ':']).trim();
    KEYS.contains(&key.trim()).then_some(value)
}

/// Whether words are clauses that say who leads and who joins, and nothing else; or keys that do.
fn tells(value: &str) -> bool {
    const LONGEST: usize = 900;
    const RANKS: [&str; 4] = ["牵头", "负责", "主办", "承办"];
    const ENDS: [&str; 10] = ["配合", "参与", "协助", "落实", "指导", "参加", "协办", "实施", "支持", "协同"];
    if unit::key(value).is_some_and(|key| unit::is_field(&key)) {
        return true;
    }
    let clauses = || value.trim_end_matches(['。', '；']).split(['，', ',', '；', ';', '。']);
    let ranks = |clause: &str| RANKS.iter().any(|end| clause.ends_with(end));
    // `县科协负责宣传`: who it is, and for what.
    let charges = |clause: &str| {
        RANKS.iter().any(|word| clause.contains(word)) && agency::name_at_start(clause).is_some()
    };
    let told = |clause: &str| ranks(clause) || charges(clause);
    value.len() <= LONGEST
        && clauses().next().is_some_and(told)
        && clauses().all(|clause| told(clause) || ENDS.iter().any(|end| clause.ends_with(end)))
}

/// Joins the key alone on its line to the sentence on the next, where no other such sentence follows: of several nobody says that
/// they are one statement.
pub(crate) fn join(text: &str, units: &mut Vec<Unit>) {
    let prose = |unit: &Unit| matches!(unit.kind, UnitKind::Prose | UnitKind::Field);
    let bare = |unit: &Unit| unit.kind == UnitKind::Prose && value(unit.span.of_text(text)) == Some("");
    let told = |unit: Option<&Unit>| unit.is_some_and(|unit| prose(unit) && tells(unit.span.of_text(text)));
    let (mut kept, mut at) = (0, 0);
    while at < units.len() {
        let mut unit = units[at];
        if bare(&unit) && told(units.get(at + 1)) && !told(units.get(at + 2)) {
            at += 1;
            unit = Unit { span: unit.span.cover(units[at].span), kind: UnitKind::Field, ..unit };
        }
        units[kept] = unit;
        (kept, at) = (kept + 1, at + 1);
    }
    units.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What has become of the lines: `F` a line of duty, `P` prose, `L` a label.
    fn check(text: &str, expect: &str) {
        let kinds = crate::unit::letters(text, join);
        assert_eq!(kinds, expect, "{text}");
    }

    #[test]
    fn a_key_over_sentences_of_duty_is_a_line_of_duty() {
        check("1.办好大赛。\n分工：由县教育局、团县委牵头，县科协等单位参加。", "LF");
        check("任务分工：县科协、县妇联牵头，县民政局参加。", "F");
        check("职责分工：县科协负责；县妇联、县民政局配合。", "F");
        check("责任分工：牵头单位：县科协；配合单位：县妇联。", "F");
        check("职责分工：县委组织部负责培训，县科协负责宣传。县妇联配合。", "F");
        check("分工：\n县委组织部、县人社局牵头，县委宣传部参加。\n二、要求", "FL");
    }

    #[test]
    fn other_words_stay() {
        check("职责分工：县科协负责日常工作，县妇联要办好活动。", "P");
        check("分工：各单位要密切配合，形成合力。", "P");
        check("分工：各单位按职责抓好落实。", "P");
        check("工作分工：县科协牵头。县妇联组织活动。", "P");
        check("职责分工：负责日常工作，抓好落实。", "P");
        check("任务分工：", "P");
        check("任务分工：\n县科协牵头，县妇联参加。\n县教育局牵头，团县委参加。", "PPP");
        check("任务分工：\n1.县科协牵头，县妇联参加。", "PL");
    }
}
