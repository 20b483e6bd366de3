//! Lists of addressees and recipients (主送机关, 抄送机关).

use super::zone::{Marks, Zones, bracketed, head, joined, value_of};
use std::borrow::Cow;

/// Longest line of addressees in bytes.
const WINDOW: usize = 900;

/// 主送机关 (GB/T 9704-2012, 7.3.2): the first line of the front that addresses bodies and ends in a colon.
pub(super) fn addressees<'a>(zones: &Zones<'a>) -> Vec<Cow<'a, str>> {
    for (i, line) in zones.front.iter().enumerate() {
        if !line.has(Marks::COLON) {
            continue;
        }
        let line = line.text;
        if let Some(value) = value_of(line, list!("addressee_keys")) {
            return split(value.trim_end_matches(['：', ':', '。']));
        }
        if let Some(names) = wrapped(zones, i) {
            return names;
        }
        let Some(list) = addressed(line) else { continue };
        let mut names = Vec::new();
        // A list that goes on over several paragraphs: the one above ends in a separator.
        if let Some(above) = i.checked_sub(1).map(|i| zones.front[i].text)
            && above.ends_with(['、', '，', ','])
            && addressed_start(above)
        {
            names = split(above);
        }
        names.extend(split(list));
        return names;
    }
    // A list that lost its colon: the letter begins below it, or behind it where the lines were joined.
    let list = (0..zones.front.len()).find_map(|at| {
        let line = zones.front[at].text;
        let parted = ["现将", "《"].iter().filter_map(|word| line.find(word)).min();
        let (list, letter) = parted.map_or((line, ""), |at| line.split_at(at));
        let letter = if letter.is_empty() { zones.front.get(at + 1)?.text } else { letter };
        (begins_letter(letter) && is_bare_list(list.trim())).then(|| list.trim())
    });
    list.map(split).unwrap_or_default()
}

/// Whether a line lists bodies and says nothing else: `各乡（镇）人民政府，县政府有关部门`.
fn is_bare_list(line: &str) -> bool {
    line.starts_with('各')
        && line.len() <= WINDOW
        && !line.contains(['。', '：', ':', '；', '《', '“'])
        && word_list!("addressee_bodies").within(line)
        && !word_list!("addressee_stops").within(line)
}

/// Whether a line is the first of the letter that sends a plan out.
fn begins_letter(line: &str) -> bool {
    line.starts_with(['现', '《', '为', '根', '按', '经'])
        && ["印发", "下发", "转发", "通知如下"].iter().any(|word| line.contains(word))
}

/// The list that a line addresses: `各乡镇、县直各部门：`, also with the text run on behind the colon.
fn addressed(line: &str) -> Option<&str> {
    let window = head(line, WINDOW);
    let colon = outside_brackets(window).find(|&(_, c)| matches!(c, '：' | ':' | '。' | '《' | '“'))?;
    if !matches!(colon.1, '：' | ':') {
        return None;
    }
    let list = window[..colon.0].trim();
    // A report goes to one body, which nothing but its name tells: `县政府：` on a line of its own.
    let alone = || {
        window[colon.0..].len() == colon.1.len_utf8() && word_list!("addressee_ends").suffix(list).is_some()
    };
    let body = word_list!("addressee_bodies").within(list) || alone();
    let closes = || window[colon.0 + colon.1.len_utf8()..].trim().is_empty();
    let other = word_list!("addressee_stops").within(list) && !(closes() && is_list_of_bodies(list));
    // `各乡镇人民政府：负责辖区内隐患排查。`: what it does, no letter to it.
    let behind = window[colon.0 + colon.1.len_utf8()..].trim_start();
    let charged = list!("addressee_charged").iter().any(|word| behind.starts_with(word));
    (body
        && !other
        && !charged
        && list.chars().count() >= 2
        && !list.starts_with(|c: char| c.is_ascii_digit()))
    .then_some(list)
}

/// A list that its lines break anywhere: `各市信用体系建设牵头 ⏎ 部门，省税务局 ⏎ （科）：`.
fn wrapped<'a>(zones: &Zones<'a>, last: usize) -> Option<Vec<Cow<'a, str>>> {
    const LINES: usize = 5;
    const LONGEST: usize = 300;
    let closed = zones.front[last].text.trim_end().strip_suffix(['：', ':'])?;
    let lines = |from: usize| zones.front[from..last].iter().map(|line| line.text.trim());
    let short = |line: &str| line.len() <= LONGEST;
    let from = (last.saturating_sub(LINES)..last)
        .find(|&from| zones.front[from].text.starts_with('各') && short(closed) && lines(from).all(short))?;
    let whole: String = lines(from).chain([closed.trim()]).collect();
    is_list_of_bodies(&whole)
        .then(|| split(&whole).into_iter().map(|name| name.into_owned().into()).collect())
}

/// Whether words list bodies and say nothing else, whatever words stand in their names: `各市信用体系建设牵头部门，县直负责单位`.
fn is_list_of_bodies(list: &str) -> bool {
    const PLACES: [char; 8] = ['市', '县', '区', '镇', '乡', '州', '盟', '旗'];
    const LONGEST: usize = 120;
    const TELLS: [&str; 6] = ["要", "请", "须", "的", "如下", "以下"];
    let body = |name: &str| {
        let bare = name.trim_end_matches(['）', ')']);
        name.len() <= LONGEST && (is_body(name) || bare.ends_with(PLACES) || bare.ends_with("街道"))
    };
    list.len() <= WINDOW
        && addressed_start(list)
        && !list.contains(['。', '《', '“', '；', '：', ':'])
        && !TELLS.iter().any(|word| list.contains(word))
        // A lone `县级责任单位：` may be a key.
        && (list.starts_with('各') || list.contains(['，', ',']))
        && split(list).iter().all(|name| body(name))
}

fn addressed_start(line: &str) -> bool {
    word_list!("list_starters").prefix(line).is_some()
}

/// 抄送, 抄报 (GB/T 9704-2012, 7.4.2): the list behind the key, to its full stop, in the colophon or at the end.
pub(super) fn copy_to<'a>(zones: &Zones<'a>) -> Vec<Cow<'a, str>> {
    let mut names = Vec::new();
    let mut open = false;
    // Behind the signature of a letter only 抄送 itself, in front of the plan that the letter sends out.
    let front = zones.front.iter().map(|line| (line, true));
    let behind = zones.colophon.iter().chain(&zones.tail).map(|line| (line, false));
    for (line, front) in behind.chain(front) {
        let colon = line.has(Marks::COLON) && (!front || line.text.starts_with('抄'));
        let line = line.text;
        let key = if colon { value_of(line, list!("copy_keys")) } else { None };
        let value = match key {
            Some(value) => value,
            // The list goes on in the next paragraph when it has no full stop yet.
            None if open && !colon && !line.contains("印发") => line,
            None => {
                open = false;
                continue;
            }
        };
        let list = value.split('。').next().unwrap_or(value);
        open = !value.contains('。') && (value.is_empty() || value.ends_with(['，', ',', '、', '；']));
        names.extend(split(list.trim_end_matches(['.', '．'])));
    }
    names
}

/// Splits a list at `、` and `，`; a piece that is no name by itself stays with its neighbours (guide, 1).
pub(super) fn split(list: &str) -> Vec<Cow<'_, str>> {
    let mut pieces: Vec<(usize, usize, bool)> = Vec::new();
    let mut start = 0;
    for (at, c) in outside_brackets(list) {
        if matches!(c, '、' | '，' | ',' | '；' | ';' | '\n') {
            // `各市州、县市区人民政府`
            if c == '、'
                && gongwen_lexicon::agency::level_list(&list[start..]).is_some_and(|to| start + to > at)
            {
                continue;
            }
            pieces.push((start, at, c != '、'));
            start = at + c.len_utf8();
        }
    }
    pieces.push((start, list.len(), true));
    let mut names: Vec<(usize, usize, bool)> = Vec::new();
    for (start, end, strong) in pieces {
        if list[start..end].trim().is_empty() {
            continue;
        }
        match names.last_mut() {
            Some(group) if stays(list[group.0..group.1].trim(), list[start..end].trim(), group.2) => {
                *group = (group.0, end, strong);
            }
            _ => names.push((start, end, strong)),
        }
    }
    names.into_iter().map(|(start, end, _)| joined(list[start..end].trim())).collect()
}

/// Whether `piece` is no name by itself and belongs to what stands before it: 局 in `市政府各委、办、局`, 自治区 in
/// `各省、自治区、直辖市人民政府`; behind a comma (`strong`) only a bare word stays.
fn stays(before: &str, piece: &str, strong: bool) -> bool {
    if piece.chars().count() == 1 || list!("bare_bodies").contains(&piece) {
        return true;
    }
    // `各镇党（工）委、政府（办事处）`, `各乡镇（街道）党委（党工委）、人民政府（办事处）`
    let committee = before.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '(']));
    let committee = committee.map_or(before, |open| &before[..open]);
    let government = piece.strip_prefix("人民").unwrap_or(piece).starts_with("政府");
    // `各街道党工委、办事处`
    let office = matches!(piece, "办事处" | "管委会" | "管理委员会");
    let party = before.contains("党") || committee.ends_with("工委");
    if !strong && (government || office) && committee.ends_with('委') && party {
        return true;
    }
    // `县直各办、局、中心`
    let lone = |list: &str| list.rsplit_once('、').is_some_and(|(_, last)| last.chars().count() == 1);
    if !strong && matches!(piece, "中心" | "公司" | "学校") && before.contains('各') && lone(before) {
        return true;
    }
    // `各乡镇人民政府、某某镇`: a town of its own.
    let town = piece.ends_with(['镇', '乡', '场']) && (3..=6).contains(&piece.chars().count());
    if town && is_body(before) {
        return false;
    }
    // `中央驻甲、省属驻甲各单位`: a seat alone is no body.
    if !strong && (3..=6).contains(&before.chars().count()) && before.contains('驻') && !is_body(before) {
        return true;
    }
    // `县属、驻县各单位`, `县直、驻县各单位`: so does whose they are.
    if !strong
        && before.ends_with(['属', '直'])
        && before.chars().count() <= 3
        && piece.contains(['驻', '属'])
    {
        return true;
    }
    // `中央、省、市驻甲各单位`: the levels alone are no bodies.
    let last = before.rsplit(['及', '和']).next().unwrap_or(before);
    let levels = last
        .split('、')
        .all(|level| matches!(level, "中央" | "国家" | "省" | "自治区" | "市" | "区" | "部" | "中"));
    if !strong && levels && (piece.contains('驻') || piece.contains('属') || piece.chars().count() == 1) {
        return true;
    }
    // `各市、县信用体系建设主管部门`: one body of each level.
    if !strong && before.starts_with('各') && before.chars().count() <= 4 && is_level_of(before, piece) {
        return true;
    }
    if strong {
        return false;
    }
    // `各镇（街道）、云山经济开发区、高新区科协`: places in front of one body.
    if is_of_zone(piece) && before.split('、').all(is_place) {
        return true;
    }
    if starts_name(piece) {
        return false;
    }
    !(is_body(before) && is_body(piece))
}

/// Whether a body of the people is named with its zone: `高新区科协`.
fn is_of_zone(piece: &str) -> bool {
    const BODIES: [&str; 8] = ["科协", "妇联", "残联", "工会", "团委", "团工委", "文联", "工商联"];
    const ZONES: [&str; 5] = ["高新区", "经开区", "开发区", "园区", "新区"];
    let zone = BODIES.iter().find_map(|body| piece.strip_suffix(body));
    zone.is_some_and(|zone| ZONES.iter().any(|end| zone.ends_with(end)))
}

/// Whether a piece is places alone: `各镇（街道）`, `云山经济开发区`.
fn is_place(piece: &str) -> bool {
    let towns =
        ["各镇", "各乡镇", "各街道", "各乡（镇）", "各镇街"].iter().any(|class| piece.starts_with(class));
    let bare = piece.trim_end_matches(['）', ')']);
    piece.ends_with('区') || towns && (bare.ends_with(['镇', '道', '乡', '街', '场', '区']))
}

/// Whether `before` names a level alone and `piece` another one with a body behind it: none that has its own name by its first
/// characters (`县直`, `县委`).
fn is_level_of(before: &str, piece: &str) -> bool {
    const LEVELS: [char; 6] = ['市', '县', '区', '旗', '州', '省'];
    let mut rest = piece.chars();
    before.ends_with(LEVELS)
        && rest.next().is_some_and(|c| LEVELS.contains(&c))
        && rest.next().is_some_and(|c| !"直属级委政人各有相纪法检总机".contains(c))
        && is_body(piece)
}

/// Whether a piece begins like a name of its own: 各, 县直, 区属, 市政府, a body of the state.
fn starts_name(piece: &str) -> bool {
    word_list!("list_starters").prefix(piece).is_some() && {
        // `各市、县人民政府`, `各市、县（市、区）政府`: the bare class is what 各 counts.
        let mut rest = piece.chars();
        let level = matches!(rest.next(), Some('县' | '区' | '市' | '旗' | '州' | '镇'));
        let rest = rest.as_str();
        !(level && (matches!(rest, "" | "人民政府" | "政府") || rest.starts_with(['（', '('])))
    }
}

/// Whether a name ends like a body: 人民政府, 局（委）.
fn is_body(name: &str) -> bool {
    let name = name.trim_end_matches(['）', ')']);
    word_list!("body_ends").suffix(name).is_some()
}

/// Characters outside brackets, with their places; an unclosed bracket covers nothing.
fn outside_brackets(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let c = text[at..].chars().next()?;
            if matches!(c, '（' | '(')
                && let Some(len) = bracketed(&text[at..], 120)
            {
                at += len;
                continue;
            }
            let here = at;
            at += c.len_utf8();
            return Some((here, c));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(list: &str, expect: &[&str]) {
        assert_eq!(split(list), expect, "{list}");
    }

    #[test]
    fn names_are_split() {
        check(
            "各镇（街道）、云山经济开发区、高新区科协，市各成员单位",
            &["各镇（街道）、云山经济开发区、高新区科协", "市各成员单位"],
        );
        check("各镇人民政府、高新区科协、县妇联", &["各镇人民政府", "高新区科协", "县妇联"]);
        check("驻区、区属各部门、各单位", &["驻区", "区属各部门", "各单位"]);
        check("各区，各相关部门", &["各区", "各相关部门"]);
        check("各乡(镇)人民政府、县直各有关单位", &["各乡(镇)人民政府", "县直各有关单位"]);
        check("各镇人民政府，各街道办事处，区直有关单位", &["各镇人民政府", "各街道办事处", "区直有关单位"]);
        check("各乡镇人民政府、街道办事处，县直各单位", &["各乡镇人民政府", "街道办事处", "县直各单位"]);
        check(
            "各镇党委、政府，各街道党工委、办事处，新区党工委、管委会",
            &["各镇党委、政府", "各街道党工委、办事处", "新区党工委、管委会"],
        );
        check("局机关各股室、综合行政执法队", &["局机关各股室", "综合行政执法队"]);
        check("各乡镇人民政府、某某镇", &["各乡镇人民政府", "某某镇"]);
        check("县委各部委、人武部、法院、检察院", &["县委各部委", "人武部", "法院", "检察院"]);
    }

    #[test]
    fn pieces_that_are_no_names_stay() {
        check(
            "各乡镇人民政府，县直各单位，中央、省、市驻甲各单位",
            &["各乡镇人民政府", "县直各单位", "中央、省、市驻甲各单位"],
        );
        check(
            "各省、自治区、直辖市人民政府，国务院各部委、各直属机构",
            &["各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"],
        );
        check(
            "各区人民政府，市政府各委、办、局，各市属机构",
            &["各区人民政府", "市政府各委、办、局", "各市属机构"],
        );
        check("各市、县（市、区）人民政府，省直各单位", &["各市、县（市、区）人民政府", "省直各单位"]);
        check("各市、县人民政府", &["各市、县人民政府"]);
        check("各市州、县市区人民政府，省直各单位", &["各市州、县市区人民政府", "省直各单位"]);
        check("县直及省、市驻甲有关单位，有关企业", &["县直及省、市驻甲有关单位", "有关企业"]);
        check("各乡镇人民政府、甲甲茶场", &["各乡镇人民政府", "甲甲茶场"]);
        check("各市、县信用体系建设主管部门", &["各市、县信用体系建设主管部门"]);
        check("各市、县直各部门", &["各市", "县直各部门"]);
        check("各县、市教育局", &["各县、市教育局"]);
        check("县政府各部门，县直、驻县各单位", &["县政府各部门", "县直、驻县各单位"]);
        check(
            "各乡镇（街道）党委（党工委）、政府（办事处），县直各办、局、中心",
            &["各乡镇（街道）党委（党工委）、政府（办事处）", "县直各办、局、中心"],
        );
        check("各镇（街道）党（工）委、人民政府（办事处）", &["各镇（街道）党（工）委、人民政府（办事处）"]);
        check("各乡镇党委、政府，县直各部门", &["各乡镇党委、政府", "县直各部门"]);
    }

    #[test]
    fn lines_that_address() {
        for (line, expect) in [
            ("各乡镇、县直各部门：", Some("各乡镇、县直各部门")),
            ("各县(市、区)人民政府:现将方案印发给你们", Some("各县(市、区)人民政府")),
            ("有关单位：", Some("有关单位")),
            ("县政府：", Some("县政府")),
            ("清河县人大常委会：", Some("清河县人大常委会")),
            ("县政府：负责统筹", None),
            ("各乡镇人民政府、各责任单位：", Some("各乡镇人民政府、各责任单位")),
            (
                "县重点项目牵头单位、责任单位，各乡镇人民政府：",
                Some("县重点项目牵头单位、责任单位，各乡镇人民政府"),
            ),
            ("各责任单位：县水利局", None),
            ("县级牵头单位：", None),
            ("各乡镇要明确责任单位：", None),
            ("各成员单位职责如下：", None),
            ("县政府办：", None),
            ("现将有关事项通知如下：", None),
            ("联系单位：县水利局", None),
            ("各地要抓好落实。具体如下：", None),
            ("《方案》印发各单位：", None),
        ] {
            assert_eq!(addressed(line), expect, "{line}");
        }
    }

    #[test]
    fn a_list_without_a_colon_stands_above_its_letter() {
        let names = |front: Vec<&'static str>| {
            let front = front.into_iter().map(Into::into).collect();
            addressees(&Zones { front, ..Zones::default() }).len()
        };
        let list = "各乡（镇）人民政府，县政府有关部门";
        assert_eq!(names(vec![list, "《方案》已经同意，现印发给你们。"]), 2);
        assert_eq!(names(vec!["各乡镇，县直各部门《方案》已经同意，现印发给你们。"]), 2);
        assert_eq!(names(vec![list, "2024年3月1日"]), 0);
        assert_eq!(names(vec!["各乡镇要抓好落实", "现印发给你们。"]), 0);
        assert_eq!(names(vec!["县政府有关部门", "现印发给你们。"]), 0);
    }

    #[test]
    fn a_list_may_be_broken_anywhere() {
        let names = |front: Vec<&'static str>| {
            let front = front.into_iter().map(Into::into).collect();
            addressees(&Zones { front, ..Zones::default() }).len()
        };
        let lines = [
            "关于加强信用建设的通知",
            "各设区市、新区信用体系建设牵头",
            "部门，省税务局各市税务局，",
            "省信用联席会议成员单位办公室",
            "（科）：",
        ];
        assert_eq!(names(lines.to_vec()), 3);
        assert_eq!(names(vec!["各地要抓好落实", "部门，省税务局，", "（科）："]), 0);
    }

    #[test]
    fn copies_end_at_the_full_stop() {
        let lines = ["抄 送：县委各部门，县人大办、", "县政协办。", "清河县政府办 2022年10月24日印发"];
        let zones = Zones { colophon: lines.map(Into::into).to_vec(), ..Zones::default() };
        assert_eq!(copy_to(&zones), ["县委各部门", "县人大办", "县政协办"]);
        let zones =
            Zones { tail: vec!["抄报:县四大班子领导及办公室".into()], ..Zones::default() };
        assert_eq!(copy_to(&zones), ["县四大班子领导及办公室"]);
    }
}
