//! 引用文件: the policies, laws and plans that a document cites (guide, 1).

use super::number::numbers;
use super::zone::{bracketed, head, joined};
use crate::facts::Reference;
use crate::wordlist::{CharSet, WordList};
use gongwen_text::Span;
use gongwen_text::chars::{fold_width, skip_han};
use memchr::memmem;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Longest title in bytes: what is longer is a mark that was never closed.
const TITLE: usize = 420;

/// Longest bracket behind a title in bytes.
const BRACKET: usize = 300;

/// Longest short name in characters: `科学素质纲要`.
const SHORT_NAME: usize = 8;

/// How many titles a short name is compared with.
const ABBREVIATED: usize = 100;

/// What must not be listed: the plan under its own titles.
pub(super) struct Own<'t> {
    /// Titles of the plan and of the notice, joined.
    pub(super) titles: &'t [&'t str],
    /// Its document number as printed.
    pub(super) number: Option<&'t str>,
}

/// The list while it grows.
struct List<'a> {
    text: &'a str,
    references: Vec<Reference<'a>>,
    seen: BTreeSet<String>,
    /// The first titles taken, folded: what a short name may abbreviate.
    full: Vec<String>,
    own: Vec<String>,
    /// The plan's own number, folded.
    number: Option<String>,
    /// Short names defined on the spot, folded.
    short: BTreeSet<String>,
    /// Where the last form ends that somebody fills in or hands over.
    form: usize,
}

/// Every cited work in `《…》` over the whole text, in order, then the bracketless ones of the `preamble`.
pub(super) fn references<'a>(
    text: &'a str,
    own: &Own<'_>,
    title_lines: &[&'a str],
    preamble: &[&'a str],
) -> Vec<Reference<'a>> {
    let mut list = List {
        text,
        references: Vec::new(),
        seen: BTreeSet::new(),
        full: Vec::new(),
        own: own.titles.iter().flat_map(|title| own_names(title)).collect(),
        number: own.number.map(fold_number),
        short: BTreeSet::new(),
        form: usize::MAX,
    };
    for title in quoted(text) {
        list.take(title);
    }
    for title in title_lines.iter().filter_map(|line| unclosed(line)) {
        list.push(title, Span::of(title, text).to());
    }
    for paragraph in preamble {
        for title in bare(paragraph) {
            list.push(title, Span::of(title, text).to());
        }
    }
    list.references.sort_by_key(|reference| reference.span.start);
    list.references
}

impl<'a> List<'a> {
    /// Takes a title in book-title marks, when it is a cited work.
    fn take(&mut self, title: &'a str) {
        let span = Span::of(title, self.text);
        let before = &self.text[self.text.floor_char_boundary(span.from().saturating_sub(36))..span.from()];
        let before = before.trim_end_matches(['《', '“', '"', '\'', '‘', '为', ' ']);
        if word_list!("short_name_cues").suffix(before).is_some() {
            self.short.insert(fold(title));
            return;
        }
        if word_list!("draft_cues").suffix(before).is_some() {
            return;
        }
        let end = (span.to() + "》".len()).min(self.text.len());
        if self.is_form(title, span, end, before) {
            self.form = end;
        } else if is_work(title) {
            self.push(title, end);
        }
    }

    /// Whether a title is that of a form which somebody fills in or hands over, or stands beside one: `提交《注销意见》《承诺书》`. Who
    /// hands over a law or a numbered document hands over that.
    fn is_form(&self, title: &str, span: Span, end: usize, before: &str) -> bool {
        let between = self.text.get(self.form..span.from()).filter(|between| between.len() <= 9);
        let beside = between.is_some_and(|between| {
            between.trim_matches(['《', '、', '和', '及', '或', '与', ' ']).is_empty()
        });
        (beside || word_list!("form_cues").suffix(before).is_some())
            && word_list!("genres_of_law").suffix(stem(title)).is_none()
            && !title.contains("关于")
            && number_behind(&self.text[end..], self.text).is_none()
    }

    /// Adds a title unless it is the plan, a short name, or there already; `behind` is where its number may stand.
    fn push(&mut self, title: &'a str, behind: usize) {
        let key = fold(title);
        let number = number_behind(&self.text[behind..], self.text);
        if self.short.contains(&key)
            || self.own.contains(&key) && !self.is_earlier(title, number.as_deref(), behind)
            || (number.is_none() && self.abbreviates(&key))
        {
            return;
        }
        if !self.seen.insert(key.clone()) {
            // The number may stand with a later mention only.
            if let Some(number) = number
                && let Some(known) =
                    self.references.iter_mut().take(ABBREVIATED).find(|r| fold(&r.title) == key)
                && known.document_number.is_none()
            {
                known.document_number = Some(number);
            }
            return;
        }
        if self.full.len() < ABBREVIATED {
            self.full.push(key);
        }
        self.references.push(Reference {
            title: joined(title),
            document_number: number,
            span: Span::of(title, self.text),
        });
    }

    /// Whether a title that the plan bears too is that of an earlier version: one that is repealed here (`2019年印发的《…》（…〔2019〕42号）
    /// 同时废止`), or that its issuer sent out under another number.
    fn is_earlier(&self, title: &str, number: Option<&str>, behind: usize) -> bool {
        const NEAR: usize = 120;
        let renumbered = self.number.as_ref().zip(number).is_some_and(|(own, number)| {
            let number = fold_number(number);
            let code = |number: &str| number.find('[').filter(|&at| at > 0).map(|at| number[..at].to_owned());
            number != *own && code(&number).is_some_and(|of| code(own) == Some(of))
        });
        let before = &self.text[..Span::of(title, self.text).from()];
        let before = before.trim_end_matches('《');
        let rest = head(&self.text[behind..], NEAR);
        let bracket = if rest.starts_with(['（', '(']) { bracketed(rest, NEAR).unwrap_or(0) } else { 0 };
        let clause = rest[bracket..].split(['，', '。', '；', ',', ';', '\n']).next().unwrap_or_default();
        renumbered
            || word_list!("repeal_cues").suffix(before).is_some()
            || word_list!("repeal_cues").within(clause)
    }

    /// Whether a short title without a number only abbreviates one that is cited already, or the plan: 《科学素质纲要》.
    /// Laws go by their short names and are cited in their own right.
    fn abbreviates(&self, key: &str) -> bool {
        let length = key.chars().count();
        if word_list!("genres_bare").is(key) {
            return true;
        }
        if length > SHORT_NAME || word_list!("genres_of_law").suffix(key).is_some() {
            return false;
        }
        let ending: String = key.chars().skip(length.saturating_sub(2)).collect();
        self.full
            .iter()
            .chain(&self.own)
            .any(|full| full.len() > key.len() && full.contains(&ending) && is_subsequence(key, full))
    }
}

/// The contents of outermost book-title marks, in order. Linear: a mark that never closes is passed over.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    let opens = memmem::Finder::new("《");
    std::iter::from_fn(move || {
        loop {
            let open = at + opens.find(&text.as_bytes()[at..])?;
            let inner = open + "《".len();
            let window = head(&text[inner..], TITLE);
            match close(window) {
                Ok(len) => {
                    at = inner + len + "》".len();
                    return Some(&text[inner..inner + len]);
                }
                Err(skip) => at = inner + skip,
            }
        }
    })
}

/// What [`close`] stops at.
static TITLE_MARKS: CharSet = CharSet::of(&['《', '》', '\n']);

/// Where the title that `window` begins with closes, or how far to skip when it does not.
fn close(window: &str) -> Result<usize, usize> {
    let mut depth = 1usize;
    let mut last_open = None;
    for (at, c) in TITLE_MARKS.all(window) {
        match c {
            '《' => {
                depth += 1;
                last_open = Some(at);
            }
            '》' => {
                depth -= 1;
                if depth == 0 {
                    return Ok(at);
                }
                // Two opening marks and one closing: the inner one counts.
                if !window[at + c.len_utf8()..].contains('》') {
                    return Err(last_open.unwrap_or(at));
                }
            }
            '\n' => return Err(last_open.unwrap_or(at)),
            _ => {}
        }
    }
    Err(window.len())
}

/// The work at the end of a title line whose closing mark was lost: `《甲》和《乙任务台账` is made from 乙.
pub(super) fn unclosed(line: &str) -> Option<&str> {
    let open = line.rfind('《')?;
    let rest = &line[open + "《".len()..];
    if rest.contains('》') {
        return None;
    }
    let noun = list!("ledger_nouns").iter().find(|noun| rest.ends_with(**noun))?;
    Some(rest[..rest.len() - noun.len()].trim()).filter(|work| is_work(work))
}

/// Whether a quoted title names a policy, law or plan: its last word is one of theirs (a newspaper, a form or a
/// certificate is none).
fn is_work(title: &str) -> bool {
    let title = stem(title.trim());
    let plain = joined(title);
    let chars = plain.chars().count();
    chars >= 2
        && word_list!("genres").suffix(&plain).is_some()
        && word_list!("genres_never").suffix(&plain).is_none()
        && !word_list!("genres_bare").is(&plain)
}

/// A title without the brackets, years and quotation marks at its end.
fn stem(title: &str) -> &str {
    let mut title = title;
    loop {
        let trimmed = title.trim_end_matches([' ', '\u{3000}', '”', '"', '>', '〉']);
        let open = match trimmed.chars().next_back() {
            Some('）' | ')') => trimmed.rfind(['（', '(']),
            Some('〕') => trimmed.rfind('〔'),
            _ => None,
        };
        match open {
            Some(open) if open > 0 => title = &trimmed[..open],
            _ => return trimmed,
        }
    }
}

/// The document number in the bracket directly behind a title, or directly behind it without one.
fn number_behind<'a>(behind: &'a str, text: &'a str) -> Option<Cow<'a, str>> {
    let blank = behind.len() - behind.trim_start_matches([' ', '\u{3000}', '\n']).len();
    if blank > 6 {
        return None;
    }
    let behind = &behind[blank..];
    // `某部关于印发《标准》的通知（发改社会〔2023〕10号）`: the number of the act that carries it.
    let behind = behind.strip_prefix("的通知").filter(|rest| rest.starts_with(['（', '('])).unwrap_or(behind);
    let piece = match behind.chars().next()? {
        '（' | '(' | '﹙' => {
            let len = bracketed(behind, BRACKET).unwrap_or_else(|| head(behind, 60).len());
            &behind[..len]
        }
        '〔' | '[' | '【' => head(behind, 60),
        // `《甲办法》和国办发〔2023〕8号`: another document's. A county may be called 和; 政, 办, 委 or the like follows its name.
        c @ ('和' | '及' | '与')
            if !behind[c.len_utf8()..].starts_with(['政', '办', '委', '府', '党', '发']) =>
        {
            return None;
        }
        _ => {
            let found = numbers(head(behind, 60), text).next().filter(|found| found.start == 0)?;
            return Some(found.number.raw);
        }
    };
    numbers(piece, text)
        .next()
        .map(|found| found.number.raw)
        .or_else(|| order_number(piece).map(Cow::Borrowed))
}

/// The number of an order in a bracket: `（国务院令第722号，以下简称《条例》）`.
fn order_number(bracket: &str) -> Option<&str> {
    let inner = bracket.trim_start_matches(['（', '(', '﹙']);
    let (body, rest) = inner.split_once("令第")?;
    let serial: usize = rest
        .chars()
        .take(8)
        .take_while(|&c| c.is_ascii_digit() || gongwen_text::numeral::han_digit(c).is_some() || c == '十')
        .map(char::len_utf8)
        .sum();
    let named =
        !body.is_empty() && body.chars().count() <= 16 && body.chars().all(gongwen_text::chars::is_han);
    let len = body.len() + "令第".len() + serial;
    (named && serial > 0 && inner[len..].starts_with('号')).then(|| &inner[..len + "号".len()])
}

/// What [`bare`] stops at: brackets, book-title marks and what parts clauses.
static BARE_MARKS: CharSet = CharSet::of(&['（', '(', '《', '，', ',', '、', '；', ';', '。']);

/// Full titles without marks in a preamble: `根据…，某省水利发展规划（2021—2025年），结合我县实际`.
fn bare(paragraph: &str) -> Vec<&str> {
    let window = head(paragraph, 2400);
    if !word_list!("basis_cues").within(window) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut marked = false;
    while let Some((here, c)) = BARE_MARKS.next(window, at) {
        at = here;
        let skip = match c {
            '（' | '(' => bracketed(&window[at..], BRACKET),
            '《' => {
                marked = true;
                None
            }
            _ => None,
        };
        if let Some(len) = skip {
            at += len;
            continue;
        }
        if matches!(c, '，' | ',' | '、' | '；' | ';' | '。') {
            if !marked {
                found.extend(full_title(&window[start..at]));
            }
            start = at + c.len_utf8();
            marked = false;
        }
        at += c.len_utf8();
    }
    if !marked {
        found.extend(full_title(&window[start..]));
    }
    found
}

/// The title in a clause, when it is one beyond doubt: issued by somebody named, of a known kind, and with years, a
/// number, or `关于…的`.
fn full_title(clause: &str) -> Option<&str> {
    let mut title = clause.trim();
    // What follows only shortens it.
    if title.len() < 30 {
        return None;
    }
    while word_list!("basis_cues").prefix(title).is_some()
        && let Some(cue) = list!("basis_cues").iter().find(|cue| title.starts_with(**cue))
    {
        title = title[cue.len()..].trim_start();
    }
    if word_list!("basis_tails").suffix(title).is_some() {
        for tail in list!("basis_tails") {
            title = title.strip_suffix(tail).unwrap_or(title);
        }
    }
    if !(30..=400).contains(&title.len()) || word_list!("genres").suffix(stem(title)).is_none() {
        return None;
    }
    let number = title.ends_with(['）', ')']) && numbers(title, "").next().is_some();
    let base = if number { &title[..title.rfind(['（', '('])?] } else { title };
    let kind = stem(base);
    let years = super::period::has_range(&base[kind.len()..]);
    let chars = kind.chars().count();
    let issued = word_list!("issuer_starts").prefix(kind).is_some()
        || head(kind, 36).contains(['省', '市', '县', '区', '州', '旗', '盟']);
    let named = kind.find("关于").is_some_and(|at| at >= 6 && super::signature::is_body_name(&kind[..at]));
    ((10..=80).contains(&chars)
        && word_list!("genres").suffix(kind).is_some()
        && word_list!("genres_never").suffix(kind).is_none()
        && (named || issued && (years || number)))
        .then_some(base)
}

/// The names under which the plan itself is cited: its title, the titles inside it, and each without its years.
fn own_names(title: &str) -> Vec<String> {
    static ISSUED: LazyLock<WordList> = LazyLock::new(|| WordList::new(&["关于印发"]));
    static NOTICE: LazyLock<memmem::FinderRev<'static>> = LazyLock::new(|| memmem::FinderRev::new("的通知"));
    let mut names = vec![title];
    // Only what the title carries (印发《…》) is the plan; a title about a law (贯彻《…法》) cites it.
    names.extend(quoted(title).filter(|inner| {
        let before = &title[..Span::of(inner, title).from() - "《".len()];
        list!("carrying_verbs").iter().any(|verb| before.ends_with(verb))
    }));
    if let Some(at) = ISSUED.find(title).map(|(at, word)| at + word.len()) {
        let end = NOTICE.rfind(title).filter(|&end| end > at).unwrap_or(title.len());
        names.push(&title[at..end]);
    }
    let stems =
        names.iter().map(|name| stem(name)).zip(&names).filter(|(stem, name)| stem.len() < name.len());
    let mut folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
    folded.extend(stems.map(|(stem, _)| fold(stem)));
    folded.retain(|name| name.chars().count() > 4);
    folded
}

/// The form in which titles are compared: without white space and book-title marks, widths and dashes folded.
fn fold(title: &str) -> String {
    let mut folded = String::with_capacity(title.len());
    let mut rest = title;
    // Han characters (lead bytes E4 to E9) stay as they are and are copied in runs.
    while let Some(&lead) = rest.as_bytes().first() {
        if matches!(lead, 0xE4..=0xE9) {
            let run = skip_han(rest.as_bytes(), 0);
            folded.push_str(&rest[..run]);
            rest = &rest[run..];
            continue;
        }
        let mut chars = rest.chars();
        match chars.next() {
            Some('《' | '》') | None => {}
            Some(c) if c.is_whitespace() => {}
            Some('—' | '–' | '－' | '～' | '~' | '─' | '−') => folded.push('-'),
            Some('“' | '”' | '‘' | '’') => folded.push('"'),
            Some(c) => folded.push(fold_width(c)),
        }
        rest = chars.as_str();
    }
    folded
}

/// The form in which numbers are compared: brackets of one kind, widths folded, no white space.
fn fold_number(number: &str) -> String {
    let bracket = |c: char| match c {
        '〔' | '［' | '【' | '（' | '(' | '﹝' => '[',
        '〕' | '］' | '】' | '）' | ')' | '﹞' => ']',
        c => fold_width(c),
    };
    number.chars().filter(|c| !c.is_whitespace()).map(bracket).collect()
}

fn is_subsequence(short: &str, full: &str) -> bool {
    let mut rest = full.chars();
    short.chars().all(|c| rest.any(|d| d == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, own: &[&str], expect: &[&str]) {
        let preamble: Vec<&str> = text.lines().collect();
        let own = Own { titles: own, number: Some("清政发〔2025〕36号") };
        let got: Vec<String> = references(text, &own, &[], &preamble)
            .into_iter()
            .map(|r| match r.document_number {
                Some(number) => format!("{} {number}", r.title),
                None => r.title.into_owned(),
            })
            .collect();
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn titles_with_their_numbers() {
        check(
            "为贯彻落实《国务院关于印发水污染防治行动计划的通知》（国发〔2015〕17号）、《清河市水利规划（2021 — 2025年）》(清政发[2022] 4 号，以下简称《规划》)精神",
            &[],
            &[
                "国务院关于印发水污染防治行动计划的通知 国发〔2015〕17号",
                "清河市水利规划（2021—2025年） 清政发[2022]4号",
            ],
        );
        check(
            "某部关于印发《公共服务标准（2023年版）》的通知（某发〔2023〕10号）",
            &[],
            &["公共服务标准（2023年版） 某发〔2023〕10号"],
        );
        check(
            "《省政府印发<关于健康建设的意见>的通知》（省政发〔2019〕5号)要求",
            &[],
            &["省政府印发<关于健康建设的意见>的通知 省政发〔2019〕5号"],
        );
        check(
            "《优化营商环境条例》(国务院令第722号)、《河道管理条例》（省政府令第十二号，以下简称《条例》）、《土地法》（以下简称《法》）",
            &[],
            &["优化营商环境条例 国务院令第722号", "河道管理条例 省政府令第十二号", "土地法"],
        );
        check(
            "《关于贯彻〈河道管理条例〉的意见》和《关于落实《水法》的通知》",
            &[],
            &["关于贯彻〈河道管理条例〉的意见", "关于落实《水法》的通知"],
        );
    }

    #[test]
    fn the_plan_and_short_names_are_none() {
        let own =
            ["清河县水利发展规划（2021—2025年）", "关于印发《清河县水利发展规划（2021—2025年）》的通知"];
        check("现将《清河县水利发展规划（2021-2025年）》印发。起草《清河县水利发展规划》", &own, &[]);
        check(
            "根据《公民健康素养行动规划纲要（2021—2030年）》（以下简称《健康素养纲要》），落实《健康素养纲要》《纲要》要求",
            &[],
            &["公民健康素养行动规划纲要（2021—2030年）"],
        );
        check("贯彻《全民健康素养行动规划纲要》。实施《健康素养纲要》", &[], &["全民健康素养行动规划纲要"]);
        check("落实《食品安全法》《食品安全法》和《人民日报》《食品经营许可证》", &[], &["食品安全法"]);
    }

    /// The version that a plan repeals was taken for the plan itself.
    #[test]
    fn an_earlier_version_is_another_document() {
        let own = ["清河县火灾应急预案", "关于印发清河县火灾应急预案的通知"];
        for (text, expect) in [
            (
                "《清河县火灾应急预案》已经同意。2019年印发的《清河县火灾应急预案》（清政办发〔2019〕42号）同时废止。",
                " 清政办发〔2019〕42号",
            ),
            ("2019年11月20日印发的《清河县火灾应急预案》同时停止执行。", ""),
            ("自印发之日起施行，同时废止《清河县火灾应急预案》（清应急〔2019〕4号）。", " 清应急〔2019〕4号"),
            ("在《清河县火灾应急预案》（清政发〔2019〕4号）基础上修订。", " 清政发〔2019〕4号"),
        ] {
            check(text, &own, &[&format!("清河县火灾应急预案{expect}")]);
        }
        for text in [
            "《清河县火灾应急预案》自印发之日起施行，原预案同时废止。",
            "落实《清河县火灾应急预案》（清政发[2025] 36号）。原有规定废止。",
            "转发《清河县火灾应急预案》（省政发〔2025〕4号）。",
        ] {
            check(text, &own, &[]);
        }
    }

    #[test]
    fn repeated_titles_count_once() {
        check(
            "《干部教育培训 工作条例》；《干部教育培训工作条例》（中发〔2015〕3号）",
            &[],
            &["干部教育培训工作条例 中发〔2015〕3号"],
        );
    }

    #[test]
    fn full_titles_without_marks() {
        check(
            "根据《国务院关于印发健康行动的通知》（国发〔2021〕9号），清河省健康行动规划实施方案（2021—2025年），白石市健康行动实施方案（2022—2025年）,结合我区实际，制定本实施方案。",
            &[],
            &[
                "国务院关于印发健康行动的通知 国发〔2021〕9号",
                "清河省健康行动规划实施方案（2021—2025年）",
                "白石市健康行动实施方案（2022—2025年）",
            ],
        );
        check(
            "根据国务院办公厅关于加强河湖管护的指导意见（国办发〔2022〕34号）精神，结合实际",
            &[],
            &["国务院办公厅关于加强河湖管护的指导意见 国办发〔2022〕34号"],
        );
        check("根据省、市有关工作要求，按照县委工作计划，结合全县实际，制定本方案。", &[], &[]);
        check("为落实市委市政府工作部署，推进全市优化营商环境三年行动计划，制定本方案。", &[], &[]);
    }

    #[test]
    fn marks_that_never_close_cost_their_length() {
        check(&"《".repeat(100_000), &[], &[]);
        check(&"《《水法》".repeat(3), &[], &["水法"]);
        check("《水利规划》和《节水办法任务台账\n后文", &[], &["水利规划"]);
        assert_eq!(unclosed("《水利规划》和《节水办法工作任务台账"), Some("节水办法"));
    }
}
