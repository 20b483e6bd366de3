//! 行政区划: whose document it is (GB/T 2260).

use super::zone::head;
use gongwen_lexicon::{Division, DivisionLevel, Found, divisions_in};
use gongwen_text::Diagnostic;
use std::collections::BTreeMap;

/// Bytes at the start of the text in which a place is looked for when the front names none, and in which the parents of
/// a repeated name are looked for.
const WINDOW: usize = 6000;

/// What the division is read from.
pub(super) struct Evidence<'t> {
    /// Issuing bodies as printed, behind them those of the red head.
    pub(super) issuers: &'t [&'t str],
    /// Titles of the plan and the notice, joined.
    pub(super) titles: &'t [&'t str],
    /// Names of the annexes, for a letter that has no title.
    pub(super) annexes: &'t [&'t str],
    /// The whole text, for the parents of a name that repeats, and for a document whose front names no place.
    pub(super) text: &'t str,
    /// Year of the document, where known: a name may have gone to another place since.
    pub(super) year: Option<i16>,
}

/// The division of the document, or `None` with a diagnostic: never a guess.
pub(super) fn division(evidence: &Evidence<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Division> {
    let national = || {
        Diagnostic::info(
            "division-national",
            None,
            "a body of the central state issued it; no division applies",
        )
    };
    let mut ambiguous = None;
    for name in evidence.issuers {
        match leading(name, evidence) {
            Reading::One(found) => return Some(found),
            Reading::Several(name) => ambiguous = Some(name),
            Reading::None if is_national(name) => {
                diagnostics.push(national());
                return None;
            }
            Reading::None => {}
        }
    }
    for title in evidence.titles {
        if is_national(title) {
            diagnostics.push(national());
            return None;
        }
        match leading(title, evidence) {
            Reading::One(found) => return Some(found),
            Reading::Several(name) => ambiguous = Some(name),
            Reading::None => {}
        }
    }
    if ambiguous.is_none()
        && let Some(found) = from_annexes(evidence).or_else(|| from_body(evidence))
    {
        return Some(found);
    }
    let message = match ambiguous {
        Some(name) => format!("several divisions are called {name} and the text does not say which is meant"),
        None => "the text names no administrative division as its own".to_owned(),
    };
    diagnostics.push(
        Diagnostic::warning("division-unknown", None, message)
            .with_hint("name the county, its prefecture or its province in the title or the signature"),
    );
    None
}

enum Reading {
    None,
    One(Division),
    Several(&'static str),
}

/// The division that a name or title names first; of a chain (某市某区) the last.
fn leading(name: &str, evidence: &Evidence<'_>) -> Reading {
    let found = divisions_in(name);
    let Some(mut last) = found.first() else { return by_short_name(name) };
    // `海南州` is a prefecture, not the province.
    if name[last.span.to()..].starts_with('州') {
        return by_short_name(name);
    }
    if is_tail(name, last.span.from()) {
        return Reading::None;
    }
    for next in &found[1..] {
        if next.span.start != last.span.end {
            break;
        }
        last = next;
    }
    // `浙江省某某经济开发区管理委员会` is a body of the zone, not of the province.
    let rest = head(&name[last.span.to()..], 60);
    let zone = || list!("zone_ends").iter().any(|end| rest.find(end).is_some_and(|at| at > 0));
    match choose(last, evidence) {
        Reading::One(found) if found.level == DivisionLevel::Province && zone() => Reading::None,
        // 长阳县 was the name of what is an autonomous county now.
        Reading::None => by_short_name(name),
        reading => reading,
    }
}

/// The autonomous county that a name or title begins with by its short name: `石柱县人力社保局`.
fn by_short_name(name: &str) -> Reading {
    let name = name.strip_prefix("中共").unwrap_or(name);
    let found = Division::autonomous_at_start(name).or_else(|| {
        let about = ["关于印发", "关于"].iter().find_map(|word| name.split_once(word))?;
        Division::autonomous_at_start(about.1.trim_start_matches('《'))
    });
    found.map_or(Reading::None, Reading::One)
}

/// Whether the name at `at` is the end of a longer one: `沙县` of `金沙县`, which the list does not have.
fn is_tail(name: &str, at: usize) -> bool {
    const ENDS: [&str; 10] = ["中共", "关于", "印发", "发布", "调整", "成立", "通过", "同意", "支持", "批准"];
    let before = &name[..at];
    if before.is_empty() {
        return false;
    }
    let from = ENDS.iter().filter_map(|end| before.rfind(end).map(|found| found + end.len())).max();
    let before = &before[from.unwrap_or_default()..];
    let leads = before
        .ends_with(['在', '对', '为', '由', '全', '于', '县', '市', '区', '省', '州', '局', '会', '年']);
    !leads && (1..=2).contains(&before.chars().count()) && before.chars().all(gongwen_text::chars::is_han)
}

/// The one division that is meant by a name, told by the parent in front of it, by the year, or by a parent that the
/// document names elsewhere.
fn choose(found: &Found, evidence: &Evidence<'_>) -> Reading {
    let mut candidates: Vec<Division> = Vec::new();
    for division in found.candidates() {
        let Some((first, last)) = division.years() else { continue };
        let there = match evidence.year {
            Some(year) => first <= year.max(1980) && last.is_none_or(|last| last >= year),
            None => last.is_none(),
        };
        if there && candidates.iter().all(|known| known.code != division.code) {
            candidates.push(division);
        }
    }
    match candidates.as_slice() {
        [one] => return Reading::One(*one),
        // A name that no division had then is no evidence.
        [] => return Reading::None,
        _ => {}
    }
    let window = head(evidence.text, WINDOW);
    for above in [|d: &Division| d.prefecture, |d: &Division| Some(d.province)] {
        let mut named = candidates
            .iter()
            .filter(|d| above(d).is_some_and(|name| name != d.name && window.contains(name)));
        if let (Some(one), None) = (named.next(), named.next()) {
            return Reading::One(*one);
        }
    }
    Reading::Several(candidates[0].name)
}

/// The division that an annex is of (`某市企业注销材料清单`), where the body that signs is one of that level (`市政府审改办`).
fn from_annexes(evidence: &Evidence<'_>) -> Option<Division> {
    const MOST: usize = 12;
    evidence.annexes.iter().take(MOST).find_map(|title| match leading(title, evidence) {
        Reading::One(found) if title.starts_with(found.name) => {
            let signs = |body: &&str| body.chars().next().is_some_and(|level| found.name.ends_with(level));
            evidence.issuers.iter().any(signs).then_some(found)
        }
        _ => None,
    })
}

/// The one division of the level that the body speaks of as its own (全县, 我区), when it is named there more than once.
fn from_body(evidence: &Evidence<'_>) -> Option<Division> {
    let window = head(evidence.text, WINDOW);
    let kind = ['县', '区', '市', '旗', '省']
        .into_iter()
        .map(|kind| {
            let own = ["全", "我"]
                .iter()
                .map(|word| window.matches(&format!("{word}{kind}")).count())
                .sum::<usize>();
            (own, kind)
        })
        .max_by_key(|&(own, _)| own)
        .filter(|&(own, _)| own > 0)?
        .1;
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let found = divisions_in(window);
    for (i, found) in found.iter().enumerate() {
        let name = found.span.of_text(window);
        if name.ends_with(kind) {
            counts.entry(name).or_insert((0, i)).0 += 1;
        }
    }
    let mut often = counts.values().filter(|(count, _)| *count > 1);
    let (Some((_, at)), None) = (often.next(), often.next()) else { return None };
    match choose(&found[*at], evidence) {
        Reading::One(division) if kind != '市' || division.level != DivisionLevel::Province => {
            Some(division)
        }
        _ => None,
    }
}

/// Whether a body or title begins with a body of the central state or party.
fn is_national(name: &str) -> bool {
    word_list!("national_starts").prefix(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(issuers: &[&str], titles: &[&str], text: &str, expect: Result<&str, &str>) {
        let mut diagnostics = Vec::new();
        let evidence = Evidence { issuers, titles, annexes: &[], text, year: None };
        let got = division(&evidence, &mut diagnostics).map(|found| found.code);
        assert_eq!(got.ok_or_else(|| diagnostics[0].code), expect, "{issuers:?} {titles:?} {text}");
    }

    #[test]
    fn the_issuer_says_it_then_the_title() {
        check(&["昌平区水务局"], &["北京市河湖管护方案"], "", Ok("110114"));
        check(&["国家税务总局杭州市税务局"], &[], "", Ok("330100"));
        // A township signs without its county, which the red head names.
        check(&["桃花镇党委", "中共张北县桃花镇委员会"], &[], "", Ok("130722"));
        check(&["县人民政府办公室"], &["关于印发张北县健康行动方案的通知"], "", Ok("130722"));
        check(&[], &["杭州市余杭区2024年工作要点"], "", Ok("330110"));
        check(&[], &["北京市营商环境条例实施方案"], "", Ok("110000"));
    }

    #[test]
    fn the_end_of_a_longer_name_is_none() {
        check(&[], &["金沙湾市科技创新方案"], "", Err("division-unknown"));
        check(&["大张北县水利局"], &[], "", Err("division-unknown"));
        check(&["中共张北县委"], &[], "", Ok("130722"));
        check(&[], &["关于印发张北县健康行动方案的通知"], "", Ok("130722"));
    }

    #[test]
    fn an_annex_may_say_it() {
        let of = |issuers: &[&str], annexes: &[&str]| {
            let evidence = Evidence { issuers, titles: &[], annexes, text: "", year: None };
            division(&evidence, &mut Vec::new()).map(|found| found.code)
        };
        assert_eq!(of(&["县政府办公室"], &["企业清单", "张北县企业清单"]), Some("130722"));
        // Another level signs, nobody does, another place is only spoken of.
        assert_eq!(of(&["市政府办公室"], &["张北县企业清单"]), None);
        assert_eq!(of(&[], &["张北县企业清单"]), None);
        assert_eq!(of(&["县政府办公室"], &["学习张北县经验清单"]), None);
    }

    #[test]
    fn a_zone_is_no_province() {
        check(
            &["浙江省安吉经济开发区管理委员会"],
            &["安吉经济开发区2025年工作要点"],
            "",
            Err("division-unknown"),
        );
        check(&["浙江省人民政府"], &["浙江省开发区条例实施方案"], "", Ok("330000"));
    }

    #[test]
    fn a_repeated_name_needs_its_parent() {
        check(&["市中区人民政府"], &[], "各镇：按照枣庄市部署，推进工作。", Ok("370402"));
        check(&["市中区人民政府"], &[], "各镇：推进工作。", Err("division-unknown"));
    }

    #[test]
    fn the_body_may_say_it() {
        check(&[], &["水利工作方案"], "全县推进。张北县水利局牵头，张北县财政局配合。", Ok("130722"));
        check(&[], &["水利工作方案"], "全县推进。学习张北县经验。", Err("division-unknown"));
    }

    #[test]
    fn an_autonomous_county_may_go_by_its_short_name() {
        check(&["石柱县人力资源和社会保障局"], &[], "", Ok("500240"));
        check(&[], &["长阳县民政局2024年工作方案"], "", Ok("420528"));
        check(&["县民政局"], &["关于印发《彭水县防汛方案》的通知"], "", Ok("500243"));
        check(&[], &["海南州乡村医生培训方案"], "", Ok("632500"));
        check(&[], &["关于印发海南州培训方案的通知"], "", Ok("632500"));
        check(&["恩施州人民政府"], &[], "", Ok("422800"));
        check(&[], &["学习长阳县经验的方案"], "", Err("division-unknown"));
    }

    #[test]
    fn the_state_has_no_division() {
        check(&["国务院办公厅"], &[], "", Err("division-national"));
        check(&[], &["国务院关于同意杭州市建设示范区的批复"], "", Err("division-national"));
        check(&[], &[], "", Err("division-unknown"));
    }
}
