//! 发文机关 (GB/T 9704-2012, 7.2.4, 7.3.5): who issued the document, in full names.

use super::signature::{is_body_name, names};
use super::zone::{Zones, joined};
use gongwen_lexicon::{Division, DivisionLevel};
use std::borrow::Cow;

/// The issuing bodies as printed: those who signed, else those of the banner, else those whom the title names.
pub(super) fn issuers<'a>(
    signed: &[Cow<'a, str>],
    zones: &Zones<'a>,
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
        return unique(signed.iter().map(|name| match name {
            Cow::Borrowed(name) => joined(name),
            Cow::Owned(name) => Cow::Owned(joined(name).into_owned()),
        }));
    }
    let banner: Vec<Cow<'a, str>> = zones.front.iter().flat_map(|line| of_banner(line.text)).collect();
    if !banner.is_empty() {
        return unique(banner.into_iter());
    }
    titled.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
}

/// The body in a banner `某县人民政府办公室文件`.
fn of_banner(line: &str) -> Vec<Cow<'_, str>> {
    let trimmed = line.trim();
    let blank = |c: char| c.is_whitespace();
    let Some(body) =
        trimmed.strip_suffix('件').map(|s| s.trim_end_matches(blank)).and_then(|s| s.strip_suffix('文'))
    else {
        return Vec::new();
    };
    names(body.trim_end_matches(blank)).into_iter().map(joined).collect()
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
        assert_eq!(issuers(&signed, &zones, &[title]), expect, "{signed:?} {front:?} {title:?}");
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
