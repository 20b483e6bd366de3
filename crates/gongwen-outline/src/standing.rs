//! Headings without label on lines of their own: `工作目标`, `工作要求：`.
//!
//! What every plan has is known by its words. A document that sets its headings so throughout has others of its own among
//! them; those are told by what stands around them.

mod headed;
mod parts;
mod ranked;

use crate::unit::{Unit, UnitKind};
use gongwen_lexicon::agency;
use gongwen_text::{LabelStyle, chars};
use std::sync::LazyLock;

pub(crate) use parts::{is_title as is_part, key as part_key};
pub(crate) use ranked::key as rank_key;

/// Bytes of the longest heading, its colon included.
const LONGEST: usize = 48;

/// Lines below the name of an entry among which its keys begin.
const MOST_KEYS: usize = 8;

static TITLES: LazyLock<&'static [&'static str]> =
    LazyLock::new(|| gongwen_lexicon::words("standing_titles"));

/// Marks them among the units.
pub(crate) fn mark(text: &str, units: &mut [Unit]) {
    let line = |unit: &Unit| unit.span.of_text(text);
    mark_units(text, units);
    ranked::mark(text, units);
    parts::mark(text, units);
    mark_bodies(text, units);
    mark_entries(text, units);
    headed::mark(text, units);
    mark_boxed(text, units);
    mark_over_items(text, units);
    let mut known = 0;
    for at in 0..units.len() {
        if units[at].kind == UnitKind::Prose
            && units[at].span.len() <= LONGEST
            && TITLES.contains(&bare(line(&units[at])))
            && heads(text, units, at)
            && !is_key(text, units, at)
        {
            units[at].kind = UnitKind::Standing;
            known += 1;
        }
    }
    // `一、` would be the document's own way.
    let labelled = |unit: &Unit| matches!(unit.kind, UnitKind::Labelled(l) if l.style <= LabelStyle::Han);
    if known < 2 || units.iter().any(labelled) {
        return;
    }
    let Some(first) = units.iter().position(|unit| unit.kind == UnitKind::Standing) else { return };
    for at in first..units.len() {
        let words = line(&units[at]);
        let name = || (4..=16).contains(&words.chars().count()) && words.chars().all(chars::is_han);
        let behind_end =
            || at > 0 && line(&units[at - 1]).ends_with(|c| c == '。' || chars::closes_bracket(c));
        if units[at].kind == UnitKind::Prose && name() && behind_end() && heads(text, units, at) {
            units[at].kind = UnitKind::Standing;
        }
    }
}

/// Lines `责任单位：县教育局` that each head a list of their own: the first stands before any item, and each has the first
/// item of a list below it.
fn mark_units(text: &str, units: &mut [Unit]) {
    const KEYS: [&str; 4] = ["责任单位", "责任部门", "牵头单位", "牵头部门"];
    let heads = |unit: &Unit| {
        unit.kind == UnitKind::Field && KEYS.iter().any(|key| unit.span.of_text(text).starts_with(key))
    };
    let first_label = units.iter().position(|unit| matches!(unit.kind, UnitKind::Labelled(_)));
    let Some(first) = units.iter().position(heads).filter(|&at| first_label.is_some_and(|label| at < label))
    else {
        return;
    };
    let begins = |at: usize| matches!(units.get(at + 1).map(|next| next.kind), Some(UnitKind::Labelled(label)) if label.number == 1);
    let lines: Vec<usize> = (first..units.len()).filter(|&at| heads(&units[at])).collect();
    if lines.len() >= 2 && lines.iter().all(|&at| begins(at)) {
        for at in lines {
            units[at].kind = UnitKind::Standing;
        }
    }
}

/// Lines that name bodies and nothing else, two at least, each with the first item of a list of one form directly below, or a key of
/// rank (`牵头任务：`): a plan that tells each unit what is its own.
fn mark_bodies(text: &str, units: &mut [Unit]) {
    let ranked = |unit: &Unit| unit.kind == UnitKind::Standing && rank_key(unit.span.of_text(text)).is_some();
    let first = |at: usize| match units.get(at + 1)?.kind {
        UnitKind::Labelled(label) if label.number == 1 => Some(Some(label.style)),
        UnitKind::Standing if ranked(&units[at + 1]) => Some(None),
        _ => None,
    };
    let named = |at: usize| {
        let line = units[at].span.of_text(text);
        // A letter ends its addressees so, and begins with `一、`.
        let addressed =
            line.ends_with(['：', ':']) && first(at).flatten().is_some_and(|style| style <= LabelStyle::Han);
        units[at].kind == UnitKind::Prose && !addressed && names_bodies(line)
    };
    let lines: Vec<usize> = (0..units.len()).filter(|&at| first(at).is_some() && named(at)).collect();
    if lines.len() < 2 || !lines.iter().all(|&at| first(at) == first(lines[0])) {
        return;
    }
    // Beside them one that nobody knows heads its list too, if it only ends like a name.
    let form = first(lines[0]);
    let alike = |at: usize| {
        let line = units[at].span.of_text(text);
        first(at) == form
            && units[at].kind == UnitKind::Prose
            && line.len() <= LONGEST
            && !line.contains(['。', '；', '，', '：', ':'])
            && gongwen_lexicon::ends_with_any(line, gongwen_lexicon::words("unit_endings"))
    };
    let found: Vec<usize> =
        (lines[0]..units.len()).filter(|at| lines.binary_search(at).is_ok() || alike(*at)).collect();
    for at in found {
        units[at].kind = UnitKind::Standing;
    }
}

/// Whether a line names bodies and nothing else: `县委宣传部`, `县教育局、县科技局：`.
pub(crate) fn names_bodies(line: &str) -> bool {
    const SHORTEST: usize = 3 * '某'.len_utf8();
    const LONGEST: usize = 120;
    let names = line.trim_end_matches(['：', ':']).trim();
    (SHORTEST..=LONGEST).contains(&names.len())
        && names.split('、').all(|name| agency::name_at_start(name) == Some(name.len()))
}

/// Lines `项目名称：…` that each head keys of their own (`责任单位：…`): one key over and over, each with a field below, and two
/// of them without a label between (a labelled item with one such line needs no other heading).
fn mark_entries(text: &str, units: &mut [Unit]) {
    let key = |unit: &Unit| {
        (unit.kind == UnitKind::Prose).then(|| entry(unit.span.of_text(text))).flatten().map(|(key, _)| key)
    };
    let Some(first) = units.iter().find_map(key) else { return };
    let lines: Vec<usize> = (0..units.len()).filter(|&at| key(&units[at]) == Some(first)).collect();
    let ends = lines.iter().skip(1).copied().chain([units.len()]);
    let fields = lines.iter().zip(ends).filter(|&(&at, end)| {
        units[at + 1..end].iter().take(MOST_KEYS).any(|unit| unit.kind == UnitKind::Field)
    });
    let labelled = |unit: &Unit| matches!(unit.kind, UnitKind::Labelled(_));
    let beside = lines.windows(2).any(|pair| !units[pair[0]..pair[1]].iter().any(labelled));
    if beside && fields.count() == lines.len() {
        for at in lines {
            units[at].kind = UnitKind::Standing;
        }
    }
}

/// Lines `【第一季度】` that hold nothing but a name in lenticular brackets, two of them at least, each with something below.
fn mark_boxed(text: &str, units: &mut [Unit]) {
    let named = |at: usize| {
        let below =
            units.get(at + 1).is_some_and(|next| !matches!(next.kind, UnitKind::Field | UnitKind::Date));
        units[at].kind == UnitKind::Prose && below && boxed(units[at].span.of_text(text)).is_some()
    };
    let lines: Vec<usize> = (0..units.len()).filter(|&at| named(at)).collect();
    if lines.len() >= 2 {
        for at in lines {
            units[at].kind = UnitKind::Standing;
        }
    }
}

/// Headings of a document that numbers only its items: short lines without label, two at least, each between the end of a
/// paragraph and an item, where nothing is labelled higher and the items begin below the first of them.
fn mark_over_items(text: &str, units: &mut [Unit]) {
    const LONGEST: usize = 90;
    const SHORTEST: usize = 4 * '某'.len_utf8();
    let label = |unit: &Unit| match unit.kind {
        UnitKind::Labelled(label) => Some(label),
        _ => None,
    };
    let Some(top) = units.iter().filter_map(label).map(|label| label.style).min() else { return };
    if !matches!(top, LabelStyle::HanParen | LabelStyle::Arabic) {
        return;
    }
    let line = |unit: &Unit| unit.span.of_text(text);
    let (mut number, mut found) = (0, Vec::new());
    for at in 0..units.len() {
        if let Some(label) = label(&units[at]).filter(|label| label.style == top) {
            number = label.number;
            continue;
        }
        let below = units.get(at + 1).and_then(label).filter(|label| label.style == top);
        let Some(below) = below.filter(|_| units[at].kind == UnitKind::Prose && at > 0) else { continue };
        let words = line(&units[at]);
        let heads = (SHORTEST..=LONGEST).contains(&words.len())
            && words.chars().all(|c| chars::is_han(c) || matches!(c, '“' | '”' | '、' | '，' | ','));
        let behind_end =
            line(&units[at - 1]).ends_with(|c| matches!(c, '。' | '；') || chars::closes_bracket(c));
        if heads && behind_end && (below.number == 1 || below.number == number + 1 && !found.is_empty()) {
            found.push(at);
        }
    }
    if found.len() >= 2 {
        for at in found {
            units[at].kind = UnitKind::Standing;
        }
    }
}

/// The name that lenticular brackets hold, where a line is nothing else.
pub(crate) fn boxed(line: &str) -> Option<&str> {
    let (name, rest) = chars::bracketed_key(line)?;
    rest.trim().is_empty().then_some(name)
}

/// The key of a line that names an entry, and where the name begins behind it: `项目名称：浚河湿地公园`. A wide blank parts them as
/// well as a colon.
pub(crate) fn entry(line: &str) -> Option<(&str, usize)> {
    static KEYS: LazyLock<&'static [&'static str]> = LazyLock::new(|| gongwen_lexicon::words("entry_keys"));
    const LONGEST: usize = 16;
    let front = &line.as_bytes()[..line.len().min(LONGEST)];
    let mut colon = chars::skip_han(front, 0);
    while !matches!(front.get(colon)?, b':' | 0xEF | 0xE3 | b' ') {
        colon = chars::skip_han(front, colon + chars::encoded_len(front[colon]));
    }
    let behind =
        line[colon..].strip_prefix(['：', ':', '\u{3000}']).or_else(|| line[colon..].strip_prefix("  "))?;
    let name = behind.trim_start();
    (KEYS.contains(&&line[..colon]) && !name.is_empty()).then_some((&line[..colon], line.len() - name.len()))
}

/// Whether a line with a colon is one more key of a section: keys with values stand directly above it (`责任部门：…` over
/// `主要任务：`).
fn is_key(text: &str, units: &[Unit], at: usize) -> bool {
    units[at].span.of_text(text).ends_with(['：', ':']) && at > 0 && units[at - 1].kind == UnitKind::Field
}

/// Whether a paragraph opens with such a heading and a colon: `工作目标：到2025年…`.
pub(crate) fn opens(words: &str) -> bool {
    const LONGEST: usize = 24;
    let colon = words.bytes().take(LONGEST).position(|byte| matches!(byte, b':' | 0xEF));
    colon.is_some_and(|at| words[at..].starts_with(['：', ':']) && TITLES.contains(&&words[..at]))
}

/// Whether a line is such a heading that every plan has.
pub(crate) fn is_title(line: &str) -> bool {
    line.len() <= LONGEST && TITLES.contains(&bare(line))
}

/// A heading without its colon.
fn bare(line: &str) -> &str {
    line.trim_end_matches(['：', ':', '。']).trim()
}

/// Whether a sentence or a numbered item stands below, as below headings; columns of a table that lost its grid stand among
/// each other.
fn heads(text: &str, units: &[Unit], at: usize) -> bool {
    const SENTENCE: usize = 36;
    let column = |unit: &Unit| unit.kind == UnitKind::Prose && unit.span.len() <= 18;
    let below = units.get(at + 1).is_some_and(|next| match next.kind {
        UnitKind::Labelled(_) => true,
        UnitKind::Prose => {
            next.span.len() >= SENTENCE && next.span.of_text(text).ends_with(['。', '：', '；', '）'])
        }
        _ => false,
    });
    below && !(at > 0 && column(&units[at - 1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The headings among the lines.
    fn check(text: &str, expect: &[&str]) {
        let mut units = crate::unit::of_lines(text);
        mark(text, &mut units);
        let found: Vec<_> =
            units.iter().filter(|u| u.kind == UnitKind::Standing).map(|u| u.span.of_text(text)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn headings_stand_alone() {
        let goal = "到2025年，全县公办幼儿园在园幼儿占比达到百分之五十五以上。";
        check(&format!("工作目标\n{goal}\n工作要求：\n（一）加强领导。"), &["工作目标", "工作要求："]);
        check(
            &format!("工作目标\n{goal}\n优化布局结构\n{goal}\n工作要求\n{goal}"),
            &["工作目标", "优化布局结构", "工作要求"],
        );
        check(&format!("一、总体要求\n{goal}\n优化布局结构\n{goal}\n工作要求\n{goal}"), &["工作要求"]);
    }

    #[test]
    fn names_in_lenticular_brackets_head_what_stands_below() {
        check(
            "【第一季度】\n◎1月份动员部署。召开会议。\n【第二季度】\n◎4月份补短板。新建公厕。",
            &["【第一季度】", "【第二季度】"],
        );
        check("【目标任务】\n新建公厕22座。", &[]);
        check("【目标任务】新建公厕22座。\n【保障措施】加强领导。", &[]);
    }

    #[test]
    fn headings_over_the_items_of_a_document() {
        let said = "为做好工作，提出如下意见。";
        check(
            &format!(
                "某县实施意见\n{said}\n坚决扛牢政治责任\n(一)稳定面积。种植5万亩。\n(二)扩大生产。种植3万亩。\n扎实推进乡村建设\n(三)改造农房。改造200户。"
            ),
            &["坚决扛牢政治责任", "扎实推进乡村建设"],
        );
        check(
            &format!("某县措施\n{said}\n支持企业发展\n1.减税。\n2.降费。\n支持个人创业\n1.贷款。"),
            &["支持企业发展", "支持个人创业"],
        );
        // One alone, a title over its items, labels of a higher form.
        check(&format!("某县措施\n{said}\n支持企业发展\n1.减税。\n2.降费。"), &[]);
        check("某县措施\n1.减税。\n2.降费。\n某县清单\n1.贷款。", &[]);
        check(&format!("一、目标\n{said}\n支持企业发展\n1.减税。\n支持个人创业\n1.贷款。"), &[]);
    }

    #[test]
    fn keys_of_a_section_are_no_headings() {
        check("（一）健康教育\n责任部门：县教育局\n主要任务：\n1.建设健康步道两条。", &[]);
        check("责任部门：县教育局\n主要任务\n1.建设健康步道两条。", &["主要任务"]);
    }

    #[test]
    fn lines_of_duty_head_lists() {
        check(
            "责任单位：县教育局\n1.新建幼儿园。\n2.招聘教师。\n责任单位：县水利局\n1.疏浚河道。",
            &["责任单位：县教育局", "责任单位：县水利局"],
        );
        check("1.新建幼儿园。\n责任单位：县教育局\n2.疏浚河道。\n责任单位：县水利局", &[]);
    }

    #[test]
    fn names_of_bodies_head_lists() {
        check(
            "一、任务分工\n县委宣传部\n1.负责宣传报道。\n2.负责舆情处置。\n县公安局、县司法局：\n1.负责交通秩序。",
            &["县委宣传部", "县公安局、县司法局："],
        );
        check(
            "县委宣传部\n1.负责宣传报道。\n县公安局\n1.负责交通秩序。\n某某岭林场\n1.负责防火。",
            &["县委宣传部", "县公安局", "某某岭林场"],
        );
        // One alone, lists of two forms, a letter, a list that goes on, words that only end like a name.
        check("县委宣传部\n1.负责宣传报道。\n2.负责舆情处置。", &[]);
        check("县委宣传部\n（一）负责宣传报道。\n县公安局\n1.负责交通秩序。", &[]);
        check("各乡镇人民政府：\n一、提高认识。\n县直各部门：\n一、加强领导。", &[]);
        check("县委宣传部\n1.负责宣传报道。\n县公安局\n2.负责交通秩序。", &[]);
        check("突出重点全面部署\n1.负责宣传报道。\n压实责任齐抓共管会\n1.负责交通秩序。", &[]);
    }

    #[test]
    fn names_of_entries_head_their_keys() {
        check(
            "项目名称：湿地公园\n建设内容：绿化20万平方米。\n责任单位：县水利局\n项目名称：供热管网\n责任单位：县住建局",
            &["项目名称：湿地公园", "项目名称：供热管网"],
        );
        check("项目名称：湿地公园\n责任单位：县水利局", &[]);
        check(
            "一、水利\n任务：疏浚河道\n责任单位：县水利局\n二、住建\n任务：改造管网\n责任单位：县住建局",
            &[],
        );
        check("项目名称：湿地公园\n项目名称：供热管网\n责任单位：县住建局", &[]);
    }

    #[test]
    fn columns_are_no_headings() {
        check("序号\n工作任务\n1.新建公办幼儿园三所\n责任单位", &[]);
        check("工作任务\n牵头单位\n完成时限", &[]);
    }
}
