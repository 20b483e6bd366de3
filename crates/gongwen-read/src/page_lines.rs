//! Lines that only a page prints around a document, in a text that was copied from it: the way to the page, its menu, when and
//! where it was put there, buttons, its neighbours, its foot.
//!
//! Keys and values above the document are the [`crate::masthead`]'s.

use crate::keys::{self, Class};
use crate::line::{Line, LineKind};
use crate::masthead::{bare, is_menu};
use gongwen_lexicon::WordSet;
use gongwen_text::chars::{self, any_three};
use gongwen_text::{Label, date};
use std::sync::LazyLock;

/// First and last lines with words that are looked at.
const EDGE: usize = 12;
/// Bytes of the longest line that a page prints.
const LONGEST: usize = 240;

static STARTS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["page_text_lines"]));

/// Marks such lines among the first and last lines of a copied text. Returns what a stamp among them says of the page.
pub(crate) fn mark(lines: &mut [Line<'_>]) -> Vec<(String, String)> {
    // What stands below the first sign of a site's foot is the foot, its telephone too.
    let mut last: Vec<&mut Line<'_>> =
        lines.iter_mut().rev().filter(|line| line.has_words()).take(EDGE).collect();
    let is_foot = |line: &Line<'_>| is_short(line.text) && keys::foot_signs(line.text) > 0;
    let below = last.iter().rposition(|line| is_foot(line)).map_or(0, |at| at + 1);
    let mut foot = if last[..below].iter().all(|line| is_short(line.text)) { below } else { 0 };
    foot += keepers(&last[foot..], foot > 0);
    last[..foot].iter_mut().for_each(|line| line.kind = LineKind::Furniture);
    let mut site = Vec::new();
    head(lines, &mut site);
    for line in lines.iter_mut().rev().filter(|line| line.has_words()).take(EDGE) {
        if is_page(line.text) {
            line.kind = LineKind::Furniture;
        }
    }
    site
}

/// How many of the last lines, from the end, say who keeps the site, and what the page prints among them. Where neither a sign of the
/// foot stands below nor a line of the page above, `主办单位：县政府办` is a duty of the item above it, and so it is where it stands as in
/// other items.
fn keepers(last: &[&mut Line<'_>], below: bool) -> usize {
    let run = last.iter().take_while(|line| keys::keeper(line.text).is_some() || is_page(line.text)).count();
    let run = last[..run].iter().rposition(|line| keys::is_keeper(line.text)).map_or(0, |at| at + 1);
    let above = last.get(run).map_or("", |line| line.text);
    let again = || {
        let mut keys = last[..run].iter().filter_map(|line| keys::keeper(line.text));
        keys.any(|key| last[run..].iter().any(|line| line.text.contains(key)))
    };
    if is_page(above) || below && !again() { run } else { 0 }
}

/// The first lines. What a page says of itself goes to `site`.
fn head(lines: &mut [Line<'_>], site: &mut Vec<(String, String)>) {
    values_alone(lines);
    let first: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].has_words()).take(EDGE).collect();
    let texts: Vec<&str> = first.iter().map(|&at| lines[at].text).collect();
    // Above the first item and the first paragraph.
    let plain = |text: &&&str| is_short(text) && Label::read(text).is_none();
    let top = texts.iter().take_while(plain).count();
    // What stands above the way to a page is its page's, but for a title that is not printed again.
    let way = (0..top).rev().find(|&at| is_way(texts[at]) || is_position(texts[at])).unwrap_or(0);
    for (at, &text) in texts.iter().enumerate() {
        let above = || {
            at < way && {
                let again = || texts[way..].iter().any(|below| prints_again(below, text));
                !names_a_document(&chars::compact(text)) || again()
            }
        };
        let stamp = (at < top).then(|| stamp(text)).flatten();
        let dated = || at < top && is_day_of_week(text);
        let names_site = || at < top.min(3) && is_site(text, texts.get(at + 1).copied());
        if stamp.is_some() || is_page(text) || above() || dated() || names_site() {
            lines[first[at]].kind = LineKind::Furniture;
        }
        site.extend(stamp.into_iter().flatten());
        // `【有效】某县关于…的通知`, and the column of a site: `【重点工作】某市关于…的通知`
        if let Some((badge, rest)) = chars::bracketed_key(text)
            && at < top
            && (gongwen_lexicon::words("page_badges").contains(&badge)
                || rest.contains("关于") && names_a_document(rest))
        {
            lines[first[at]].text = rest;
        }
        if let Some((mark, rest)) = continued(text) {
            if rest.is_empty() {
                lines[first[at]].kind = LineKind::Furniture;
            } else if mark {
                lines[first[at]].text = rest;
            }
        }
    }
}

/// Whether a line is no paragraph.
fn is_short(text: &str) -> bool {
    text.len() <= LONGEST && !text.ends_with('。')
}

/// Whether only a page prints such a line, wherever it stands.
fn is_page(text: &str) -> bool {
    const BUTTON: usize = 24;
    const NAME: usize = 18;
    // The longest menu of a site, which no stop ends.
    const MENU: usize = 600;
    static BUTTONS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["page_text_buttons"]));
    if text.len() > MENU || text.ends_with(['。', '；', '，', '、', '：']) {
        return false;
    }
    // `• |`: the mark of a list and nothing in it.
    let empty = || text.chars().all(|c| matches!(c, '•' | '●' | '|' | '｜' | ' '));
    let words = bare(text).trim_end_matches(['|', '｜', ' ']);
    empty()
        || is_way(text)
        || BUTTONS.holds(words)
        || words.len() <= BUTTON && words.contains(' ') && BUTTONS.holds(&chars::compact(words))
        // `新闻详情`
        || words.len() <= NAME && words.ends_with("详情")
        || is_short(text) && words.as_bytes().last_chunk::<4>().is_some_and(|end| end.eq_ignore_ascii_case(b"logo"))
        || is_short(text) && STARTS.begins(words)
        || is_columns(words)
}

/// Whether a line is the way to a page: `首页 > 政务公开 > 法规文件`, or what the site offers: `首  页 走进某县 政务公开`.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
fn is_way(text: &str) -> bool {
    // No step holds a full stop.
    if text.ends_with('。') {
        return false;
    }
    if from_home(bare(text)) {
        return true;
    }
    // Nearly no line has a step: > ＞ › ».
    let step = |a, b, c| {
        (a == b'>')
            | (a == 0xEF) & (b == 0xBC) & (c == 0x9E)
            | (a == 0xE2) & (b == 0x80) & (c == 0xBA)
            | (a == 0xC2) & (b == 0xBB)
    };
    if !any_three(text.as_bytes(), step) {
        return false;
    }
    let mut steps = text.split(['>', '›', '＞', '»']).map(str::trim).filter(|step| !step.is_empty());
    let short = |step: &str| step.chars().count() <= 24 && !step.contains(['。', '，', '：', '《']);
    text.matches(['>', '›', '＞', '»']).count() >= 2 && !text.contains('<') && steps.all(short)
}

/// Whether a line begins with the first step of every way, and more behind a mark or a blank.
fn from_home(text: &str) -> bool {
    let rest = text.strip_prefix(['首', '主']).map(str::trim_start).and_then(|rest| rest.strip_prefix('页'));
    let next = rest.and_then(|rest| rest.chars().next());
    text.len() <= LONGEST
        && next.is_some_and(|c| {
            c.is_whitespace() || matches!(c, '>' | '＞' | '›' | '»' | '-' | '—' | '/' | '|' | '｜' | '→')
        })
}

/// `当前位置：…`
fn is_position(text: &str) -> bool {
    let words = bare(text);
    words.contains("位置") && is_short(text) && STARTS.begins(words)
}

/// Whether a line is names of a site's columns: two at least that every site has, the others as short.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
fn is_columns(text: &str) -> bool {
    static COLUMNS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["page_columns"]));
    // A blank of either width, a bar of either width.
    let parts = |a, b, c| {
        (a == b' ')
            | (a == b'|')
            | (a == 0xE3) & (b == 0x80) & (c == 0x80)
            | (a == 0xEF) & (b == 0xBD) & (c == 0x9C)
    };
    if !any_three(text.as_bytes(), parts) || !COLUMNS.within(text) || !is_menu(text) {
        return false;
    }
    let parts = text.split([' ', '\u{3000}', '|', '｜']);
    parts.filter(|part| COLUMNS.holds(part)).count() >= 2
}

/// What a line says that tells when the page was made, by the hour or beside a key of pages: `2019年03月03日 10:19 来源：某报`,
/// `来源：某网 2021-03-23`.
fn stamp(text: &str) -> Option<Vec<(String, String)>> {
    // Whoever is told when to come is told no year in figures, or on a line with its key.
    if !text.contains([':', '：']) || text.contains(['。', '；', '，']) {
        return None;
    }
    let text = bare(text);
    let (span, day) = date::find(text)?;
    day.day?;
    let (before, rest) = (&text[..span.from()], text[span.to()..].trim_start_matches([' ', '\u{3000}', 'T']));
    let clock = clock(rest);
    let behind = rest[clock.unwrap_or(0)..].trim_start();
    // `9:00—11:00` is an hour of the plan's.
    if behind.starts_with(['—', '-', '－', '~', '～', '–', '至', '到', '前', '起', '后', '开']) {
        return None;
    }
    let (front, mut pairs) = keys::split(text);
    let alone = before.trim().is_empty();
    // `来源：某网 2021-03-23`: what has a date for its value may be the plan's.
    let named = front.trim().is_empty()
        && pairs.first().is_some_and(|pair| !pair.value.starts_with(|c: char| c.is_ascii_digit()));
    let page = match clock {
        // In figures alone no plan tells an hour.
        Some(_) if alone => behind.is_empty() || keys::begins(behind) || !text.contains('年'),
        Some(_) => {
            let sure = pairs.iter().any(|pair| pair.class == Class::Sure);
            keys::begins(behind) || front.trim().is_empty() && (sure || named)
        }
        // Keys stand right behind the day, or in front of it.
        None if alone => !pairs.is_empty() && front.trim_end().len() == span.to(),
        None => named && (pairs.len() > 1 || behind.is_empty()),
    };
    if !page {
        return None;
    }
    let end = clock.map_or(span.to(), |clock| text.len() - rest.len() + clock);
    let when = &text[span.from()..end];
    pairs.retain(|pair| pair.class != Class::Idle && !pair.value.is_empty());
    for pair in &mut pairs {
        // A value ends where the time stands that no key tells.
        if let Some(at) = pair.value.find(when)
            && at > 0
        {
            pair.value = keys::value(&pair.value[..at]);
        }
    }
    let told = pairs.iter().any(|pair| pair.value.starts_with(when));
    let own = (!told).then(|| ("发布时间".to_owned(), keys::value(when)));
    Some(own.into_iter().chain(pairs.into_iter().map(|pair| (pair.key.to_owned(), pair.value))).collect())
}

/// `某县日报 2024年3月5日 星期二 第03版`: the day that a paper or a site prints over all of its pages.
fn is_day_of_week(text: &str) -> bool {
    const LONGEST: usize = 90;
    const TITLE: usize = 30;
    let Some(week) =
        text.find("星期").filter(|_| text.len() <= LONGEST && !text.contains([':', '：', '，', '。']))
    else {
        return false;
    };
    let behind = text[week..].chars().nth(3).is_none_or(char::is_whitespace);
    let found = date::find(&text[..week]).filter(|(_, date)| behind && date.day.is_some());
    found.is_some_and(|(span, _)| span.from() <= TITLE && text[span.to()..week].trim().is_empty())
}

/// Bytes of the hour that `text` begins with: `10:19`, `00:26:37`.
fn clock(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let hour = digits(0);
    let mut at = hour;
    let mut parts = 0;
    while bytes.get(at) == Some(&b':') && digits(at + 1) == 2 {
        at += 3;
        parts += 1;
    }
    ((1..=2).contains(&hour) && (1..=2).contains(&parts)).then_some(at)
}

/// Whether a line names the site that a document was copied from: `某法规网--法律信息检索`, or `某县政府网站` above a title.
fn is_site(text: &str, next: Option<&str>) -> bool {
    const NAME: usize = 90;
    if text.len() > NAME || !text.contains('网') || text.contains("关于") {
        return false;
    }
    let ends = |part: &str| ["网", "网站", "门户"].iter().any(|end| part.trim_end().ends_with(end));
    let parted = || {
        let mut parts = ["--", "——", " - ", "_", "|", "｜"].iter().filter_map(|mark| text.split_once(mark));
        parts.any(|(front, behind)| (ends(front) || ends(behind)) && !names_a_document(front))
    };
    let above = || ends(text) && next.is_some_and(|next| next.contains("关于") || next.contains("印发"));
    parted() || above()
}

/// What stands behind the mark of a page that goes on with another (`[接上页] （十九）…`, `（上接第三版）`), and whether the mark is in square
/// brackets, as no words of a document are.
fn continued(text: &str) -> Option<(bool, &str)> {
    const LONGEST: usize = 30;
    let inner = text.strip_prefix(['[', '【', '（', '('])?;
    let close = inner.find([']', '】', '）', ')']).filter(|&close| close <= LONGEST)?;
    let mark = &inner[..close];
    let says = ["接上", "上接", "下转", "续上"].iter().any(|word| mark.starts_with(word));
    let rest = inner[close..].trim_start_matches([']', '】', '）', ')', ' ', '\u{3000}']);
    says.then(|| (text.starts_with(['[', '【']), rest.trim_end_matches(['|', ' '])))
}

/// Whether words end like the title of a document or an act.
pub(crate) fn names_a_document(words: &str) -> bool {
    static NOUNS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["title_nouns", "notice_nouns"]));
    let stem = words.rfind(['（', '(']).filter(|&at| at > 0 && words.ends_with(['）', ')']));
    NOUNS.closes(stem.map_or(words, |at| &words[..at]))
}

/// Whether a line below prints a title again, perhaps with its body in front, or without what the page set before it (`某县人民政府
/// 政策文件 某县方案`).
fn prints_again(below: &str, title: &str) -> bool {
    const SHORTEST: usize = 6 * '某'.len_utf8();
    let front = title.trim().strip_suffix(below.trim()).map(str::trim_end);
    below.len() >= SHORTEST
        && (chars::compact(below).ends_with(&chars::compact(title))
            || front.is_some_and(|front| front.contains([' ', '\u{3000}', '>', '_'])))
}

/// The values of a page's card whose keys were lost, first of all lines: `• 755000/2018-03`, `• 通知`, `• 2018-06-11`. A number of
/// the document among them stays: it stands where the document's head prints it.
fn values_alone(lines: &mut [Line<'_>]) {
    const LEAST: usize = 4;
    const VALUE: usize = 90;
    let listed = |line: &&Line<'_>| {
        line.raw.trim_start().starts_with(['•', '∙', '·', '●'])
            && line.text.len() <= VALUE
            && !line.text.contains(['。', '；', '，', '：', ':'])
    };
    let card: Vec<usize> = (0..lines.len())
        .filter(|&at| lines[at].has_words())
        .take(EDGE)
        .take_while(|&at| listed(&&lines[at]))
        .collect();
    let day = |text: &str| {
        let found = date::find(text).filter(|(span, date)| span.len() == text.len() && date.day.is_some());
        found.is_some()
    };
    let number = |text: &str| text.ends_with('号') && text.contains(['〔', '[', '【', '﹝']);
    // `755000/2018-03`
    let index = |text: &str| text.bytes().filter(u8::is_ascii_digit).count() >= 8 && !day(text);
    let values = || card.iter().map(|&at| bare(lines[at].text));
    if card.len() < LEAST || !values().any(day) || !values().any(|value| number(value) || index(value)) {
        return;
    }
    for at in card {
        let value = bare(lines[at].text);
        if number(value) {
            lines[at].text = value;
        } else {
            lines[at].kind = LineKind::Furniture;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, site: &[(&str, &str)], left: &[&str]) {
        let mut lines = crate::lines::split(text);
        let got = mark(&mut lines);
        let words: Vec<_> = lines.iter().filter(|line| line.has_words()).map(|line| line.text).collect();
        assert_eq!(words, left, "{text}");
        let got: Vec<_> = got.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(got, site, "{text}");
    }

    #[test]
    fn what_only_a_page_prints() {
        check(
            "• 无障碍\n• 长辈版\n您现在所在的位置: 首页\n当前位置：首页 > 政策文件\n某县方案\n  • |\n字体：【大 中 小】 2023-05-18\n各乡镇：\n一、目标\n主办单位：县教育局\n上一篇：某县通知\n",
            &[],
            &["某县方案", "各乡镇：", "一、目标", "主办单位：县教育局"],
        );
        check(
            "抄送：县委办\n联系电话：0300-1\n主办：某县人民政府　豫ICP备1号\n网站标识码：41\n联系电话：0300-2\n",
            &[],
            &["抄送：县委办", "联系电话：0300-1"],
        );
        check("某县方案\n网站标识码：41\n联系电话：0300-2\n", &[], &["某县方案"]);
        let keepers = "主办：某县人民政府办公室　承办：县数据局\n";
        for foot in [
            format!("{keepers}网站标识码：41　豫ICP备1号\n"),
            format!("上一篇：某县通知\n{keepers}"),
            format!("上一篇：某县通知\n{keepers}承办：县数据局\n网站标识码：41\n"),
        ] {
            check(&format!("某县方案\n一、改造管网。\n{foot}"), &[], &["某县方案", "一、改造管网。"]);
        }
        // Given to that office like other items, or with nothing of a page beside.
        let plan = "某县方案\n一、开展检查。\n主办单位：县民政局\n二、组织培训。\n主办单位：县政府办公室";
        check(&format!("{plan}\n网站标识码：41\n"), &[], &plan.lines().collect::<Vec<_>>());
        let plan = "某县方案\n一、开展检查。\n主办单位：县政府办公室";
        check(plan, &[], &plan.lines().collect::<Vec<_>>());
        let plan = "无障碍环境建设行动方案\n各乡镇：\n无障碍改造100户\n核查ICP备案\n联系电话：0300-1";
        check(plan, &[], &plan.lines().collect::<Vec<_>>());
    }

    #[test]
    fn a_stamp_tells_when_the_page_was_made() {
        check(
            "某县节能方案\n2024年12月5日 10:19   来源:某日报\n一、目标",
            &[("发布时间", "2024年12月5日 10:19"), ("来源", "某日报")],
            &["某县节能方案", "一、目标"],
        );
        check(
            "某县节能方案\n2022-05-19 14:17\n正文。",
            &[("发布时间", "2022-05-19 14:17")],
            &["某县节能方案", "正文。"],
        );
        check(
            "某县节能方案\n来源：某县政府   2021-03-23 10:56\n正文。",
            &[("发布时间", "2021-03-23 10:56"), ("来源", "某县政府")],
            &["某县节能方案", "正文。"],
        );
        check(
            "某县节能方案\n某县政府 www.x.gov.cn 2021-08-20 17:07 来源：县政府办\n正文。",
            &[("发布时间", "2021-08-20 17:07"), ("来源", "县政府办")],
            &["某县节能方案", "正文。"],
        );
        check(
            "某县节能方案\n发布时间：2018-11-29 15:52:49\n正文。",
            &[("发布时间", "2018-11-29 15:52:49")],
            &["某县节能方案", "正文。"],
        );
        check(
            "某县节能方案\n2024-03-05 来源：县政府办\n正文。",
            &[("发布时间", "2024-03-05"), ("来源", "县政府办")],
            &["某县节能方案", "正文。"],
        );
        check(
            "某县节能方案\n来源：县政府办  时间：2024-03-05\n正文。",
            &[("来源", "县政府办"), ("时间", "2024-03-05")],
            &["某县节能方案", "正文。"],
        );
        // Days and hours of a plan.
        let plan = "某县演练方案\n填报单位：县水利局 日期：2024年3月5日\n成文日期：2024年3月5日\n演练时间：2024年6月1日 9:30\n时间：2024年6月1日 9:30\n2024年6月1日 9:30—11:00\n2024年6月1日 9:30 召开动员会\n2024年6月1日\n正文。";
        check(plan, &[], &plan.lines().collect::<Vec<_>>());
    }

    #[test]
    fn days_and_badges() {
        check("某县日报 2024年3月5日 星期二 第03版\n某县方案\n正文。", &[], &["某县方案", "正文。"]);
        check("【有效】某县关于节能的通知\n正文。", &[], &["某县关于节能的通知", "正文。"]);
        check("【重点工作分解】某市关于分解任务的通知\n正文。", &[], &["某市关于分解任务的通知", "正文。"]);
        check(
            "某市人民政府LOGO\n长者服务专区\n某市关于节能的通知\n正文。",
            &[],
            &["某市关于节能的通知", "正文。"],
        );
        let plan = "某县方案\n【重点任务】改造管网\n演练定于2024年3月5日 星期二在县体育场举行\n时间：2024年3月5日 星期二\n正文。";
        check(plan, &[], &plan.lines().collect::<Vec<_>>());
    }

    #[test]
    fn ways_and_menus() {
        check(
            "当前位置：首页\n> 政务公开 > 组织机构 > 市政府办公室（研究室、机关事务管理服务中心） > 其他\n某市方案\n正文。",
            &[],
            &["某市方案", "正文。"],
        );
        check("首   页 走进某县 新闻中心 政务服务\n某县方案\n正文。", &[], &["某县方案", "正文。"]);
        check("走进某县 新闻中心 政务公开 互动交流\n某县方案\n正文。", &[], &["某县方案", "正文。"]);
        check(
            "当前位置:\n首页-政务公开-助企纾困 某县在行动-政策文件\n某县方案\n正文。",
            &[],
            &["某县方案", "正文。"],
        );
        // Names of columns of a table, a plan about a site.
        let plan = "某县方案\n政务公开 牵头单位 完成时限\n首页设置专栏\n正文。";
        check(plan, &[], &plan.lines().collect::<Vec<_>>());
    }

    #[test]
    fn what_stands_above_the_way() {
        check("聚焦会议\n稳秋粮 夺丰收\n首页 > 资讯 > 正文\n某县方案\n正文。", &[], &["某县方案", "正文。"]);
        check(
            "某县关于印发某方案的通知\n您的位置：首页 > 新闻\n某县关于印发某方案的通知\n正文。",
            &[],
            &["某县关于印发某方案的通知", "正文。"],
        );
        check("某县方案\n您的位置：首页 > 新闻\n各乡镇：\n正文。", &[], &["某县方案", "各乡镇：", "正文。"]);
    }

    #[test]
    fn names_of_sites_and_parts_of_pages() {
        check("某法规网--法律信息检索\n某县方案\n正文。", &[], &["某县方案", "正文。"]);
        check("某县人民政府门户网站\n某县关于节能的通知\n正文。", &[], &["某县关于节能的通知", "正文。"]);
        check("新闻详情\n某县方案\n图解 | 某县方案\n分享按钮\n正文。", &[], &["某县方案", "正文。"]);
        let plan = "某县政府网站\n集约化建设方案\n正文。";
        check(plan, &[], &plan.lines().collect::<Vec<_>>());
        let plan = "某县关于政务服务一张网\n建设的实施方案\n正文。";
        check(plan, &[], &plan.lines().collect::<Vec<_>>());
    }

    #[test]
    fn pages_that_go_on() {
        check("[接上页] (十九)改革。 (二十)清理。 |\n正文。", &[], &["(十九)改革。 (二十)清理。", "正文。"]);
        check("任务分工清单\n（上接第三版）\n正文。", &[], &["任务分工清单", "正文。"]);
        check("某县方案\n（上级转移支付）\n正文。", &[], &["某县方案", "（上级转移支付）", "正文。"]);
    }

    #[test]
    fn values_whose_keys_were_lost() {
        check(
            "• 755000/2018-03\n  • 某市人民政府\n  • 通知\n  • 2018-06-11\n  • 某政〔2018〕14号\n  • 有效\n某市方案",
            &[],
            &["某政〔2018〕14号", "某市方案"],
        );
        let plan = "• 改造管网\n• 修建道路\n• 2024-03-05\n• 疏浚河道\n某市方案";
        let mut lines = crate::lines::split(plan);
        mark(&mut lines);
        assert!(lines.iter().all(Line::has_words), "items are no values");
    }
}
