//! What a page prints around the document: its table of 索引号, 发文字号 …, the line of date and source, its title.

use super::dom::{Data, Dom, Id, ROOT};
use super::looks::{Kind, has_word};
use super::survey::Survey;
use crate::keys::{self, Class, Pair};
use gongwen_lexicon::words;
use gongwen_text::chars::is_han;
use html5ever::local_name;

/// Key and value pairs, each key once, in the order of the page.
#[derive(Debug, Default)]
pub(super) struct Website {
    /// `(key, value)`.
    pub(super) pairs: Vec<(String, String)>,
}

impl Website {
    /// Adds a pair if its key is new and it says something.
    pub(super) fn add(&mut self, key: &str, value: &str) {
        const MOST: usize = 60;
        const LONGEST: usize = 600;
        if !value.is_empty()
            && value.len() <= LONGEST
            && !matches!(value, "-" | "--" | "/" | "无" | "暂无")
            && self.pairs.len() < MOST
            && self.pairs.iter().all(|(k, _)| k != key)
        {
            self.pairs.push((key.to_owned(), value.to_owned()));
        }
    }

    /// Adds what was split at keys.
    pub(super) fn add_all(&mut self, pairs: &[Pair]) {
        for pair in pairs.iter().filter(|p| p.class != Class::Idle) {
            self.add(pair.key, &pair.value);
        }
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.pairs.iter().find(|(k, _)| k == key).map(|(_, v)| &**v)
    }
}

/// Reads the tables and lists of keys anywhere and hides them; then the loose keys outside the document; then `meta`.
pub(super) fn website(dom: &Dom, survey: &mut Survey, bodies: &[Id], site: &mut Website) {
    let mut loose = Vec::new();
    let mut at = Some(ROOT);
    while let Some(id) = at {
        let seen = survey.get(id);
        let mut skip = !seen.shown;
        if seen.shown && is_group(dom, survey, id) && read_group(dom, survey, id, site) {
            let (han, linked) = (survey.get(id).han, survey.get(id).linked);
            survey.take(dom, id, han, linked);
            survey.hide(id);
            skip = true;
        } else if bodies.contains(&id) && id != ROOT {
            // Tables and lists inside the document are looked at, its words are not.
            let mut inner = Some(id);
            while let Some(node) = inner {
                let mut past = !survey.get(node).shown;
                if !past && node != id && is_group(dom, survey, node) && read_group(dom, survey, node, site) {
                    let (han, linked) = (survey.get(node).han, survey.get(node).linked);
                    survey.take(dom, node, han, linked);
                    survey.hide(node);
                    past = true;
                }
                inner = dom.following(node, id, past);
            }
            skip = true;
        } else if let Data::Text(text) = &dom.node(id).data
            && seen.shown
            && !bodies.contains(&ROOT)
        {
            loose.push((block(dom, survey, id), keys::value(text)));
        }
        at = dom.following(id, ROOT, skip);
    }
    loose.retain(|(_, text)| !text.is_empty());
    join_colons(&mut loose);
    site.add_all(&pairs(&loose, false));
    metas(dom, site);
}

/// The element that sets the line of a text.
fn block(dom: &Dom, survey: &Survey, id: Id) -> Id {
    let mut at = id;
    while survey.get(at).kind == Kind::Inline || matches!(survey.get(at).kind, Kind::Bold | Kind::Link) {
        let parent = dom.node(at).parent;
        if parent == super::dom::NONE {
            break;
        }
        at = parent;
    }
    at
}

/// Whether an element may be a table or list of keys, by its kind and size.
fn is_group(dom: &Dom, survey: &Survey, id: Id) -> bool {
    const MOST: u32 = 600;
    let seen = survey.get(id);
    (4..=MOST).contains(&seen.han)
        && dom.element(id).is_some_and(|e| {
            matches!(*e.local(), local_name!("table") | local_name!("ul") | local_name!("dl"))
        })
}

/// Reads a table or list of keys; `false` when it is none.
fn read_group(dom: &Dom, survey: &Survey, id: Id, site: &mut Website) -> bool {
    let mut texts: Vec<(Id, String)> = Vec::new();
    let mut at = Some(id);
    while let Some(node) = at {
        let shown = survey.get(node).shown;
        if let (true, Data::Text(text)) = (shown, &dom.node(node).data) {
            let text = keys::value(text);
            if !text.is_empty() {
                texts.push((block(dom, survey, node), text));
            }
        }
        at = dom.following(node, id, !shown);
    }
    join_colons(&mut texts);
    let is_table = survey.get(id).kind == Kind::Table;
    if is_table && is_headed(dom, survey, id) {
        return false;
    }
    // The words of one cell are one text.
    let mut cells: Vec<(Id, String)> = Vec::new();
    for (block, text) in texts {
        match cells.last_mut() {
            Some((last, words))
                if *last == block && keys::key(words).is_none() && keys::key(&text).is_none() =>
            {
                words.push_str(&text);
            }
            _ => cells.push((block, text)),
        }
    }
    let pairs = pairs(&cells, is_table);
    let sure = pairs.iter().filter(|p| p.class == Class::Sure).count();
    let covered: usize = pairs.iter().map(|p| p.key.len() + p.value.len()).sum();
    let all: usize = cells.iter().map(|(_, text)| text.len()).sum();
    if sure < 2 || pairs.len() < 2 || covered * 10 < all * 6 {
        return false;
    }
    site.add_all(&pairs);
    true
}

/// A colon in an element of its own belongs to the key in front.
fn join_colons(texts: &mut Vec<(Id, String)>) {
    texts.dedup_by(|next, last| {
        let colon = matches!(&*next.1, "：" | ":");
        if colon {
            last.1.push('：');
        }
        colon
    });
}

/// Whether the first row of a table names columns: keys beside keys.
fn is_headed(dom: &Dom, survey: &Survey, table: Id) -> bool {
    let mut at = Some(table);
    while let Some(id) = at {
        if dom.element(id).is_some_and(|e| *e.local() == local_name!("tr")) {
            let cells: Vec<String> = dom
                .children(id)
                .filter(|&c| survey.get(c).shown && dom.element(c).is_some())
                .map(|c| dom.words(c, |n| survey.get(n).shown))
                .collect();
            return cells.len() > 2
                && cells.windows(2).all(|w| keys::key(&w[0]).is_some() && keys::key(&w[1]).is_some())
                || cells.len() > 2 && cells.first().is_some_and(|c| c.trim() == "序号");
        }
        at = dom.following(id, table, !survey.get(id).shown);
    }
    false
}

/// Pairs of texts that stand one behind the other. `bare`: a key needs no colon.
fn pairs(texts: &[(Id, String)], bare: bool) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut i = 0;
    while i < texts.len() {
        let text = &texts[i].1;
        i += 1;
        let alone = keys::key(text).filter(|_| bare || text.ends_with(['：', ':', '】', ']']));
        if let Some((key, class)) = alone {
            let mut value = String::new();
            let from = i;
            while let Some((block, next)) = texts.get(i)
                && (i == from || *block == texts[from].0)
                && i < from + 4
                && !is_key(next, bare)
            {
                value.push_str(next);
                i += 1;
            }
            pairs.push(Pair { key, class, value: keys::value(&value) });
            continue;
        }
        let (front, found) = keys::split(text);
        if front.trim().is_empty() || !found.is_empty() {
            let open = found.last().is_some_and(|p| p.value.is_empty());
            pairs.extend(found);
            if open
                && let Some((block, next)) = texts.get(i)
                && *block == texts[i - 1].0
                && !is_key(next, bare)
                && let Some(pair) = pairs.last_mut()
            {
                pair.value = keys::value(next);
                i += 1;
            }
        }
    }
    pairs
}

fn is_key(text: &str, bare: bool) -> bool {
    keys::key(text).is_some_and(|_| bare || text.ends_with(['：', ':', '】', ']']))
        || keys::split(text).0.is_empty()
}

/// What the `meta` elements of the head say.
fn metas(dom: &Dom, site: &mut Website) {
    let mut at = Some(ROOT);
    while let Some(id) = at {
        if let Some(element) = dom.element(id) {
            if *element.local() == local_name!("body") {
                at = dom.following(id, ROOT, true);
                continue;
            }
            if *element.local() == local_name!("meta")
                && let Some(name) = element.attribute("name")
                && let Some(content) = element.attribute("content")
            {
                let key = words("page_meta").iter().find_map(|entry| {
                    let (meta, key) = entry.split_once('=')?;
                    meta.eq_ignore_ascii_case(name.trim()).then_some(key)
                });
                if let Some(key) = key {
                    site.add(key, &keys::value(content));
                }
            }
        }
        at = dom.following(id, ROOT, false);
    }
}

/// The title of the page, without the name of the site; added to the pairs when they have none.
pub(super) fn title(dom: &Dom, survey: &Survey, site: &mut Website) -> Option<String> {
    let stated = words("page_title_keys").iter().find_map(|key| site.get(key));
    if let Some(title) = stated.filter(|t| is_title(t)) {
        return Some(title.to_owned());
    }
    let (mut head, mut first) = (None, None);
    let mut at = Some(ROOT);
    while let Some(id) = at {
        if let Some(element) = dom.element(id) {
            let name = element.local();
            if *name == local_name!("title") && head.is_none() {
                head = Some(without_site(&keys::value(&dom.words(id, |_| true))).to_owned())
                    .filter(|t| is_title(t));
            } else if first.is_none()
                && survey.get(id).shown
                && (matches!(*name, local_name!("h1") | local_name!("h2")) || has_word(element, &["title"]))
            {
                first = Some(keys::value(&dom.words(id, |n| survey.get(n).shown)))
                    .filter(|t| is_title(t) && t.len() < 300);
            }
        }
        at = dom.following(id, ROOT, false);
    }
    // What the page shows may be longer: the notice that carries the plan.
    let shown = match (&head, &first) {
        (Some(head), Some(first)) if first.len() > head.len() && first.contains(head.as_str()) => first,
        (Some(head), _) => head,
        (None, first) => first.as_ref()?,
    };
    let title = shown.clone();
    site.add("标题", &title);
    Some(title)
}

/// The document number that stands on a line of its own outside the document, if there is one only: `某政办发〔2024〕10号`.
pub(super) fn number(dom: &Dom, survey: &Survey, bodies: &[Id], site: &mut Website) {
    let mut found: Option<String> = None;
    let mut at = Some(ROOT);
    while let Some(id) = at {
        let skip = !survey.get(id).shown || bodies.contains(&id);
        if let (false, Data::Text(text)) = (skip, &dom.node(id).data) {
            let text = keys::value(text);
            if is_number(&text) && found.as_ref() != Some(&text) {
                if found.is_some() {
                    return;
                }
                found = Some(text);
            }
        }
        at = dom.following(id, ROOT, skip);
    }
    if let Some(number) = found
        && ["发文字号", "文号", "文件编号"].iter().all(|key| site.get(key).is_none())
    {
        site.add("发文字号", &number);
    }
}

/// `某政办发〔2024〕10号` and nothing else.
fn is_number(text: &str) -> bool {
    const LONGEST: usize = 90;
    let Some(stem) = text.strip_suffix('号').filter(|_| text.len() <= LONGEST) else { return false };
    let Some((code, rest)) = stem.split_once(['〔', '[', '【', '（', '(', '［']) else { return false };
    let Some((year, serial)) = rest.split_once(['〕', ']', '】', '）', ')', '］']) else { return false };
    let digits = |words: &str, most: usize| {
        !words.is_empty() && words.len() <= most && words.bytes().all(|byte| byte.is_ascii_digit())
    };
    (2..=12).contains(&code.chars().count())
        && code.chars().all(is_han)
        && year.len() == 4
        && digits(year, 4)
        && digits(serial.trim(), 4)
}

/// Long enough, not cut off, not the name of a site.
fn is_title(text: &str) -> bool {
    const LEAST: usize = 8;
    text.chars().filter(|&c| is_han(c)).count() >= LEAST
        && !text.ends_with(['…', '.', '：', ':', '。'])
        && !gongwen_lexicon::ends_with_any(text, words("page_sites"))
}

/// A page's title without the names of the site and of the column in front and behind.
fn without_site(title: &str) -> &str {
    const MARKS: [char; 6] = ['_', '|', '-', '－', '｜', '—'];
    let is_site = |piece: &str| {
        let piece = piece.trim();
        piece.chars().count() <= 20 && gongwen_lexicon::ends_with_any(piece, words("page_sites"))
            || piece.chars().count() <= 6
                && !piece.contains(|c: char| c.is_ascii_digit())
                && !piece.contains('年')
    };
    let mut title = title.trim();
    while let Some(at) = title.rfind(MARKS) {
        let piece = title[at..].trim_start_matches(MARKS);
        if !is_site(piece) {
            break;
        }
        title = title[..at].trim_end_matches(MARKS).trim_end();
    }
    while let Some(at) = title.find(MARKS) {
        if !is_site(&title[..at]) {
            break;
        }
        title = title[at..].trim_start_matches(MARKS).trim_start();
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, expect: &str) {
        assert_eq!(without_site(title), expect);
    }

    #[test]
    fn numbers_stand_alone() {
        assert!(is_number("某政办发〔2024〕10号"));
        assert!(is_number("某政发[2021] 634号"));
        assert!(!is_number("（某政办发〔2024〕10号）"));
        assert!(!is_number("第10号"));
    }

    #[test]
    fn the_site_is_no_part_of_a_title() {
        check("关于印发全县体育场地规划的通知_政策文件_清河县人民政府", "关于印发全县体育场地规划的通知");
        check("清河县人民政府门户网站-全县体育场地规划（2021-2025年）", "全县体育场地规划（2021-2025年）");
        check("全县体育场地规划（2021—2025年）", "全县体育场地规划（2021—2025年）");
    }
}
