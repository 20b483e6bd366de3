//! 发文机关 (GB/T 9704-2012, 7.2.4, 7.3.5): who issued the document, in full names.

use super::signature::{is_body_name, names};
use super::zone::{Line, Zones, joined};
use crate::search::holds_blank;
use gongwen_lexicon::{Division, DivisionLevel};
use std::borrow::Cow;

/// Most bodies above or below 文件 in a red head.
const HEADS: usize = 12;

/// The issuing bodies as printed: those who signed, else those of the banner, else those whom the title names. Short names of who
/// signed are told in full by the other two.
pub(super) fn issuers<'a>(
    signed: &[Cow<'a, str>],
    headed: &[Cow<'a, str>],
    title_lines: &[&[&'a str]],
) -> Vec<Cow<'a, str>> {
    let titled: Vec<Vec<Cow<'a, str>>> = title_lines.iter().map(|lines| of_title(lines)).collect();
    if !signed.is_empty() {
        let together: String = signed.iter().map(|name| joined(name)).collect();
        // A name broken over two lines is whole in the title. Two bodies of one place are two, though the title parts them with
        // no mark.
        let place =
            |name: &str| -> String { joined(name).trim_start_matches("中共").chars().take(2).collect() };
        let apart = signed.windows(2).all(|pair| place(&pair[0]) == place(&pair[1]));
        if let Some(one) =
            titled.iter().find(|t| t.len() == 1 && t[0] == together && !(apart && signed.len() > 1))
        {
            return one.clone();
        }
        let whole = |full: &[Cow<'a, str>]| {
            full.len() == signed.len()
                && full
                    .iter()
                    .zip(signed)
                    .all(|(full, name)| place(full) != place(name) && is_short_for(&joined(name), full))
        };
        let mut told = std::iter::once(headed).chain(titled.iter().map(Vec::as_slice));
        if let Some(full) = told.find(|full| whole(full)) {
            return full.to_vec();
        }
        return unique(signed.iter().map(|name| match name {
            Cow::Borrowed(name) => joined(name),
            Cow::Owned(name) => Cow::Owned(joined(name).into_owned()),
        }));
    }
    if !headed.is_empty() {
        return headed.to_vec();
    }
    titled.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
}

/// The bodies of the red head: those in front of 文件, and where that stands beside or between several, those on the lines above
/// and below.
pub(super) fn banner<'a>(zones: &Zones<'a>) -> Vec<Cow<'a, str>> {
    let lines = &zones.front;
    let mut bodies = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(banner) = of_banner(line.text) else { continue };
        if !banner.beside {
            bodies.extend(banner.bodies);
            continue;
        }
        let run = |line: &&Line<'a>| of_banner(line.text).is_none() && !names(line.text).is_empty();
        let above = lines[..at].iter().rev().take(HEADS).take_while(run).count();
        let below = lines[at + 1..].iter().take(HEADS).take_while(run).count();
        // `某县教育局 ⏎ 关于…的通知` below the red head is the title.
        let titled = lines
            .get(at + 1 + below)
            .is_some_and(|next| word_list!("issuing_verbs").prefix(next.text).is_some());
        let below = if titled { 0 } else { below };
        let of_lines = |lines: &[Line<'a>]| {
            lines.iter().flat_map(|line| names(line.text)).map(joined).collect::<Vec<_>>()
        };
        bodies.extend(of_lines(&lines[at - above..at]));
        bodies.extend(banner.bodies);
        bodies.extend(of_lines(&lines[at + 1..=at + below]));
    }
    unique(bodies.into_iter())
}

/// A line of the red head that ends in 文件.
struct Banner<'a> {
    bodies: Vec<Cow<'a, str>>,
    /// Whether a gap parts 文件 from the names, or it stands alone: it belongs to the lines above and below too.
    beside: bool,
}

/// The bodies in a banner `某县人民政府办公室文件`.
fn of_banner(line: &str) -> Option<Banner<'_>> {
    /// Blanks of a gap that is none between letters.
    const WIDE: usize = 3;
    let trimmed = line.trim();
    let blank = |c: char| c.is_whitespace();
    let body = trimmed.strip_suffix('件')?.trim_end_matches(blank).strip_suffix('文')?;
    let front = body.trim_end_matches(blank);
    let gap = body[front.len()..].chars().count();
    let bodies: Vec<_> = names(front).into_iter().map(joined).collect();
    // `某 县 人 民 政 府 文 件` is set apart as a whole.
    let beside = front.is_empty() || gap >= WIDE || gap > 0 && !holds_blank(front);
    (front.is_empty() || !bodies.is_empty()).then_some(Banner { bodies, beside })
}

/// Whether `name` is what is left of `full`, letter after letter: `管委会办公室` of `某某开发区管理委员会办公室`.
fn is_short_for(name: &str, full: &str) -> bool {
    const END: usize = 2;
    // `党工委` is a 工作委员会 of the 中共.
    let (name, full) = match (name.strip_prefix('党'), full.strip_prefix("中共")) {
        (Some(name), Some(full)) => (name, full),
        _ => (name, full),
    };
    let mut left = full.chars();
    name.len() < full.len()
        && name.chars().rev().take(END).eq(full.chars().rev().take(END))
        && name.chars().all(|c| left.any(|other| other == c))
}

/// The bodies that a title begins with: `某县人民政府办公室关于…`, `某部办公厅 某委办公厅关于…`.
fn of_title<'a>(lines: &[&'a str]) -> Vec<Cow<'a, str>> {
    let mut bodies: Vec<&'a str> = Vec::new();
    for line in lines {
        let verb = word_list!("issuing_verbs").find(line).map(|(at, _)| at);
        match verb {
            Some(at) => {
                bodies.push(&line[..at]);
                break;
            }
            None => bodies.push(line),
        }
        if bodies.len() == lines.len() {
            // No verb at all: the title names what it is, not who issued it.
            return Vec::new();
        }
    }
    let parts: Vec<&str> =
        bodies.iter().flat_map(|part| part.split(char::is_whitespace)).filter(|p| !p.is_empty()).collect();
    if parts.len() > 1 && parts.iter().all(|part| is_body_name(part) && part.chars().count() > 3) {
        return unique(parts.into_iter().map(Cow::Borrowed));
    }
    match parts.as_slice() {
        [one] if is_body_name(one) => vec![Cow::Borrowed(*one)],
        [] | [_] => Vec::new(),
        many => {
            let whole = many.concat();
            if is_body_name(&whole) { vec![Cow::Owned(whole)] } else { Vec::new() }
        }
    }
}

fn unique<'a>(names: impl Iterator<Item = Cow<'a, str>>) -> Vec<Cow<'a, str>> {
    let mut list: Vec<Cow<'a, str>> = Vec::new();
    for name in names {
        if !list.contains(&name) {
            list.push(name);
        }
    }
    list
}

/// `县人民政府办公室` in full: `清河县人民政府办公室`. A name that begins with its division, or with another word, stays.
pub(super) fn expanded<'a>(name: Cow<'a, str>, division: Option<&Division>) -> Cow<'a, str> {
    let Some(division) = division else { return name };
    let (party, rest) = match name.strip_prefix("中共") {
        Some(rest) => ("中共", rest),
        None => ("", &*name),
    };
    let Some(first) = rest.chars().next() else { return name };
    let level = matches!(first, '县' | '区' | '市' | '旗' | '州' | '盟' | '省') || rest.starts_with("自治区");
    if !level || list!("level_lookalikes").iter().any(|start| rest.starts_with(start)) {
        return name;
    }
    let province = (division.level != DivisionLevel::Province).then_some(division.province);
    let owner = [Some(division.name), division.prefecture, province, Some(division.province)]
        .into_iter()
        .flatten()
        .find(|owner| owner.ends_with(first) || rest.starts_with("自治区") && owner.ends_with("自治区"));
    match owner {
        Some(owner) => {
            let rest = rest.strip_prefix("自治区").or_else(|| rest.strip_prefix(first)).unwrap_or(rest);
            Cow::Owned(format!("{party}{owner}{rest}"))
        }
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(signed: &[&str], front: &[&str], title: &[&str], expect: &[&str]) {
        let zones = Zones { front: front.iter().map(|&line| line.into()).collect(), ..Zones::default() };
        let signed: Vec<Cow<'_, str>> = signed.iter().map(|&name| name.into()).collect();
        assert_eq!(issuers(&signed, &banner(&zones), &[title]), expect, "{signed:?} {front:?} {title:?}");
    }

    #[test]
    fn signature_then_banner_then_title() {
        let title = ["清河县水利局", "关于印发《河湖管护方案》的通知"];
        check(&["清河县人民政府"], &[], &title, &["清河县人民政府"]);
        check(&[], &["清河县人民政府办公室文件"], &title, &["清河县人民政府办公室"]);
        check(&[], &["各乡镇："], &title, &["清河县水利局"]);
        check(
            &[],
            &[],
            &["清河县教育局 清河县财政局关于加强校车管理的通知"],
            &["清河县教育局", "清河县财政局"],
        );
        check(&[], &[], &["清河县营商环境建设实施方案"], &[]);
        check(&[], &[], &["清河县关于加强河湖管护的实施意见"], &[]);
    }

    #[test]
    fn several_bodies_share_a_red_head() {
        let title = ["关于加强校园食品安全工作的意见"];
        let all = ["清河县教育局", "清河县卫生健康委员会", "清河县公安局"];
        for front in [
            ["清 河 县 教 育 局", "清河县卫生健康委员会      文件", "清 河 县 公 安 局"].as_slice(),
            &["清河县教育局", "清 河 县 卫 生 健 康 委 员 会   文件", "清河县公安局", "清教〔2023〕4号"],
            &["清河县教育局", "清河县卫生健康委员会", "清河县公安局", "文 件"],
            &["清河县教育局  清河县卫生健康委员会", "文件", "清河县公安局"],
        ] {
            check(&[], front, &title, &all);
        }
        // Above a head of one body stands another thing, below it the title.
        check(&[], &["清河县政府", "清 河 县 教 育 局 文 件"], &title, &["清河县教育局"]);
        check(
            &[],
            &["清河县教育局 文件", "清河县财政局", "关于加强校车管理的通知"],
            &title,
            &["清河县教育局"],
        );
        check(&[], &["会议文件", "清河县财政局"], &[], &[]);
    }

    #[test]
    fn who_signed_in_short_is_told_in_full_above() {
        let front = ["中共清河经济开发区工作委员会办公室", "清河经济开发区管理委员会办公室", "文件"];
        let title = [front[0], front[1], "关于印发《工作要点》的通知"];
        let signed = ["党工委办公室", "管委会办公室"];
        check(&signed, &front, &[], &front[..2]);
        check(&signed, &[], &title, &front[..2]);
        check(&["管委会办公室"], &["清河经济开发区管委会办公室文件"], &[], &["清河经济开发区管委会办公室"]);
        // Another body, or another number of them.
        check(&["县委宣传部", "县水利局"], &[], &title, &["县委宣传部", "县水利局"]);
        check(&["管委会办公室"], &[], &title, &["管委会办公室"]);
        check(&["清河县教育局"], &["清河县教育体育局文件"], &[], &["清河县教育局"]);
    }

    #[test]
    fn a_broken_name_is_whole_in_the_title() {
        check(
            &["清河县应对极端天气工作", "联席会议办公室"],
            &[],
            &["清河县应对极端天气工作", "联席会议办公室关于印发方案的通知"],
            &["清河县应对极端天气工作联席会议办公室"],
        );
        check(
            &["中共清河县委办公室", "清河县人民政府办公室"],
            &[],
            &["中共清河县委办公室清河县人民政府办公室印发《方案》的通知"],
            &["中共清河县委办公室", "清河县人民政府办公室"],
        );
    }

    #[test]
    fn names_in_full() {
        let county = Division {
            code: "000000",
            name: "清河县",
            prefecture: Some("白石市"),
            province: "青原省",
            level: DivisionLevel::County,
        };
        for (name, expect) in [
            ("县人民政府办公室", "清河县人民政府办公室"),
            ("县水利局", "清河县水利局"),
            ("中共县委办公室", "中共清河县委办公室"),
            ("市水利局", "白石市水利局"),
            ("省水利厅", "青原省水利厅"),
            ("清河县水利局", "清河县水利局"),
            ("市场监督管理局", "市场监督管理局"),
            ("国务院", "国务院"),
        ] {
            assert_eq!(expanded(Cow::Borrowed(name), Some(&county)), expect, "{name}");
        }
        assert_eq!(expanded(Cow::Borrowed("县水利局"), None), "县水利局");
    }
}
