//! Headings: where the title of a unit ends and its text begins (guide, 2).

use gongwen_lexicon::{WordSet, agency};
use gongwen_text::chars;
use std::sync::LazyLock;

/// How a unit's words divide into heading and text. Positions are bytes from the start of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heading {
    /// The whole line is the heading.
    Whole,
    /// A heading of so many bytes, then a mark, then text from `rest` on.
    RunIn { title: usize, rest: usize },
    /// One sentence and nothing more: a heading if units follow under it, a `short` one if text does, else an item.
    Sentence { title: usize, short: bool },
    /// No heading: an item that is all content.
    None,
}

/// Characters that a run-in title may have.
const MAX_TITLE: usize = 44;
/// Characters that a heading on a line of its own may have (titles of projects run long).
const MAX_LINE: usize = 60;

static STANDARD: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["standard_titles"]));
static PROSE: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["prose_starts"]));

/// The heading of a labelled unit: `words` is what stands behind its label.
pub(crate) fn labelled(words: &str, bold: usize) -> Heading {
    if let Some(found) = bold_title(words, bold) {
        return found;
    }
    if let Some(found) = boxed_title(words) {
        return found;
    }
    match first_stop(words) {
        Stop::Sentence { at, len } => {
            // `总体要求 坚持节约优先。…`: every plan's heading, and a blank behind it.
            if let apart @ Heading::RunIn { title, .. } = unmarked(words)
                && words[title..].starts_with([' ', '\u{3000}'])
            {
                return apart;
            }
            let title = &words[..at];
            let rest = at + len + leading_space(&words[at + len..]);
            // `改造学校（县教育局负责）。加强…`: the bracket takes no part in the heading, but for the time of a stage.
            let bracket = if title.ends_with(['）', ')', '〕', ']']) && rest < words.len() {
                let named = |open: &usize| *open > 0 && !title[..*open].trim_end().ends_with("阶段");
                crate::closing::duty_bracket(title).filter(named)
            } else {
                None
            };
            if let Some(open) = bracket {
                let title = words[..open].trim_end();
                return if names_a_unit(title, MAX_TITLE, 2) && !tallies(title) && !tells_of_year(title) {
                    Heading::RunIn { title: title.len(), rest: open }
                } else {
                    unmarked(words)
                };
            }
            if rest >= words.len() || is_score(&words[rest..]) {
                return if names_a_unit(title, MAX_TITLE, 2) {
                    Heading::Sentence { title: at, short: names_a_unit(title, 24, 0) }
                } else {
                    unmarked(words)
                };
            }
            if names_a_unit(title, MAX_TITLE, 2) && !tallies(title) && !tells_of_year(title) {
                Heading::RunIn { title: at, rest }
            } else {
                unmarked(words)
            }
        }
        Stop::Colon { at, len } => {
            let rest = at + len + leading_space(&words[at + len..]);
            let title = &words[..at];
            if let Some(start) = crate::closing::key_before(words, at) {
                let title = words[..start].trim_end_matches(['—', '－', '-', ' ', '\u{3000}', '\t']);
                return if names_a_unit(title, MAX_TITLE, 0) {
                    Heading::RunIn { title: title.len(), rest: start }
                } else {
                    unmarked(words)
                };
            }
            if rest >= words.len() {
                return if names_a_unit(title, 24, 1) {
                    Heading::Sentence { title: at, short: true }
                } else {
                    Heading::None
                };
            }
            // `一、牵头单位：县发展和改革局` over its items: a key is no title, its words tell who answers.
            if is_duty_key(title) {
                return Heading::None;
            }
            if names_a_unit(title, 20, 0) || listed_bodies(words) == Some(at) {
                Heading::RunIn { title: at, rest }
            } else {
                unmarked(words)
            }
        }
        Stop::Space { at } => {
            let rest = at + leading_space(&words[at..]);
            Heading::RunIn { title: at, rest }
        }
        Stop::Item => Heading::None,
        Stop::Never { chars } => {
            if chars <= MAX_LINE && names_a_unit(words, MAX_LINE, 4) {
                Heading::Whole
            } else {
                unmarked(words)
            }
        }
        Stop::TooFar => match listed_bodies(words) {
            Some(title) => {
                let behind = words[title..].chars().next().map_or(title, |colon| title + colon.len_utf8());
                Heading::RunIn { title, rest: behind + leading_space(&words[behind..]) }
            }
            None => unmarked(words),
        },
    }
}

/// Bytes of the shortest text behind a title without label.
pub(crate) const SHORTEST: usize = 30;

/// The heading of a paragraph without label: only a short name in front of more text counts, and the caller asks for
/// siblings that do the same.
///
/// `shortest` is how many bytes the text behind it has at least.
pub(crate) fn unlabelled(words: &str, bold: usize, shortest: usize) -> Option<(usize, usize)> {
    if let Some(Heading::RunIn { title, rest }) = bold_title(words, bold) {
        // `**县委组织部**牵头…`: a name that is stressed goes on in the sentence.
        let goes_on = words[title..].starts_with(chars::is_han)
            && gongwen_lexicon::ends_with_any(&words[..title], gongwen_lexicon::words("unit_endings"));
        return (!goes_on).then_some((title, rest));
    }
    let Stop::Sentence { at, len } = first_stop(words) else { return None };
    let title = &words[..at];
    let rest = at + len + leading_space(&words[at + len..]);
    if words.len() - rest < shortest || !names_a_unit(title, 32, 1) || PROSE.begins(title) {
        return None;
    }
    let counted = title.contains(|c: char| c.is_ascii_digit());
    let plain = !counted && !title.contains(['“', '《', '：', ':', '；']);
    let quoted = title.contains('“') && title.chars().count() <= 26;
    (plain || quoted).then_some((at, rest))
}

/// The heading of an article (`第三条 加强水源保护。…`): articles as a rule have none, so only a short name counts.
pub(crate) fn article(words: &str) -> Heading {
    const SAYS: [&str; 8] = ["施行", "是指", "包括", "适用", "解释", "应", "可以", "为了"];
    match labelled(words, 0) {
        Heading::RunIn { title, rest } => {
            let name = &words[..title];
            let short = names_a_unit(name, 14, 0) && !PROSE.begins(name);
            // `第四条 县应急管理局：牵头…`: who is told what to do.
            let body = words[title..].starts_with(['：', ':'])
                && gongwen_lexicon::ends_with_any(name, gongwen_lexicon::words("unit_endings"));
            if body || short && !SAYS.iter().any(|word| name.contains(word)) {
                Heading::RunIn { title, rest }
            } else {
                Heading::None
            }
        }
        Heading::Whole if names_a_unit(words, 14, 0) => Heading::Whole,
        _ => Heading::None,
    }
}

/// Where a list of bodies ends that stands before a colon, however many they are: `县水利局、县林业局、…、县应急局：做好…`.
fn listed_bodies(words: &str) -> Option<usize> {
    const LONGEST: usize = 600;
    const LONGEST_NAME: usize = 60;
    let ends = |name: &str| gongwen_lexicon::ends_with_any(name, gongwen_lexicon::words("unit_endings"));
    let near = &words[..words.floor_char_boundary(LONGEST_NAME)];
    near.split_once('、').filter(|(first, _)| ends(first))?;
    let near = &words[..words.floor_char_boundary(LONGEST)];
    let end = near.find(['：', ':', '。', '；', '，']).filter(|&end| near[end..].starts_with(['：', ':']))?;
    let known = |name: &&str| agency::name_at_start(name) == Some(name.len());
    let names = || words[..end].trim_end_matches('等').split('、').map(str::trim);
    let all = names().count();
    (names().all(ends) && names().filter(known).count() * 3 >= all * 2).then_some(end)
}

/// Whether words are the key of those who answer and nothing else: `牵头单位`.
fn is_duty_key(words: &str) -> bool {
    const RANKS: [&str; 5] = ["牵头", "责任", "主办", "承办", "负责"];
    let rank = words.strip_suffix("单位").or_else(|| words.strip_suffix("部门"));
    rank.is_some_and(|rank| RANKS.contains(&rank))
}

/// A title in square brackets before the text of an article: `【联合执法】占道经营整治由…`. A key in them (`【责任单位】`) is none.
fn boxed_title(words: &str) -> Option<Heading> {
    const KEYS: [&str; 8] = ["单位", "部门", "主体", "时限", "时间", "领导", "人", "科室"];
    let inner = words.strip_prefix('【')?;
    let end = inner.char_indices().take(MAX_TITLE + 1).find(|&(_, c)| c == '】')?.0;
    let title = &inner[..end];
    let han = title.chars().all(|c| chars::is_han(c) || matches!(c, '、' | '（' | '）' | '“' | '”'));
    let behind = '【'.len_utf8() + end + '】'.len_utf8();
    let rest = behind + leading_space(&words[behind..]);
    let sound = han && title.chars().count() >= 2 && !KEYS.iter().any(|key| title.ends_with(key));
    (sound && rest < words.len() && !words[rest..].starts_with(['：', ':']))
        .then_some(Heading::RunIn { title: behind, rest })
}

/// A title that the source set in bold at the start of the words.
fn bold_title(words: &str, bold: usize) -> Option<Heading> {
    if bold == 0 || bold > words.len() || !words.is_char_boundary(bold) {
        return None;
    }
    let set = words[..bold].trim_end();
    let title = set.trim_end_matches(['。', '：', ':', '.', ' ', '\u{3000}']);
    if title.is_empty() || title.chars().count() > MAX_TITLE || title.contains('。') {
        return None;
    }
    let tail = &words[title.len()..];
    let rest = title.len() + tail.len()
        - tail.trim_start_matches(['。', '：', ':', '.', ' ', '\u{3000}', '*']).len();
    if rest >= words.len() {
        return (title.len() == words.len()).then_some(Heading::Whole);
    }
    Some(Heading::RunIn { title: title.len(), rest })
}

/// A standard heading that runs into the body with no mark between: `工作目标到2025年，…`.
fn unmarked(words: &str) -> Heading {
    const BEGINS: [char; 14] =
        ['以', '到', '坚', '为', '按', '围', '深', '全', '通', '力', '1', '2', '（', '“'];
    let Some(title) = STANDARD.longest_start(words) else {
        return Heading::None;
    };
    // What follows must begin a sentence, not continue the noun (`工作目标责任制`).
    let rest = title + leading_space(&words[title..]);
    if words[rest..].starts_with(BEGINS) || rest > title && rest < words.len() {
        Heading::RunIn { title, rest }
    } else {
        Heading::None
    }
}

enum Stop {
    /// A full stop at `at`.
    Sentence { at: usize, len: usize },
    /// A colon before any full stop.
    Colon { at: usize, len: usize },
    /// White space behind a short title, with a long text behind it.
    Space { at: usize },
    /// A semicolon first: an item of a list.
    Item,
    /// No mark in the whole line.
    Never { chars: usize },
    /// No mark where a title could end.
    TooFar,
}

/// The first mark that could end a title. Looks at no more than [`MAX_LINE`] characters.
fn first_stop(words: &str) -> Stop {
    let mut depth = 0u32;
    let mut previous = 0;
    let mut space = None;
    let (mut count, mut behind) = (0, 0);
    while behind < words.len() {
        if count > MAX_LINE {
            return match space {
                Some(at) => Stop::Space { at },
                None => Stop::TooFar,
            };
        }
        let i = behind;
        // Nearly all are Han characters, and none of those ends anything.
        if let 0xE4..=0xE9 = words.as_bytes()[i] {
            (previous, count, behind) = (i, count + 1, i + 3);
            continue;
        }
        let Some(c) = words[i..].chars().next() else { break };
        match c {
            '（' | '(' | '“' | '《' | '〔' | '[' | '「' | '［' => depth += 1,
            '）' | ')' | '”' | '》' | '〕' | ']' | '」' | '］' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' | '!' | '?' if depth == 0 => {
                return Stop::Sentence { at: i, len: c.len_utf8() };
            }
            // A half-width stop counts between Chinese characters only: `2.5` and `A.B` go on.
            '.' | '．' if depth == 0 && stands_behind_han(words, previous, i) => {
                let next = words[i + c.len_utf8()..].trim_start();
                if !next.starts_with(|n: char| n.is_ascii_digit()) || begins_with_years(next) {
                    return Stop::Sentence { at: i, len: c.len_utf8() };
                }
            }
            '：' | ':' if depth == 0 => return Stop::Colon { at: i, len: c.len_utf8() },
            '；' | ';' if depth == 0 => return Stop::Item,
            ' ' | '\u{3000}' | '\t'
                if space.is_none()
                    && (2..=24).contains(&count)
                    && stands_behind_han(words, previous, i)
                    && !is_time(&words[..i]) =>
            {
                // `抓好粮食生产　落实播种面积。`: a wide blank parts a name from its sentence.
                if depth == 0 && c == '\u{3000}' && count >= 4 && opens_sentence(words, i) {
                    return Stop::Space { at: i };
                }
                // `一、总体要求 以习近平…`: only before a long text, and not inside a list of names.
                let tail = &words[i..];
                if tail.len() > 120 && names_a_unit(&words[..i], 20, 0) {
                    space = Some(i);
                }
            }
            _ => {}
        }
        (previous, count, behind) = (i, count + 1, i + c.len_utf8());
    }
    match space {
        Some(at) => Stop::Space { at },
        None => Stop::Never { chars: count },
    }
}

/// Whether a year or years stand there, which no number begins with behind a point: `2023年`, `2023-2025年`.
fn begins_with_years(words: &str) -> bool {
    let year = |words: &str| {
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        (digits == 4 && words.starts_with(['1', '2'])).then_some(digits)
    };
    let Some(end) = year(words) else { return false };
    let rest = words[end..].strip_prefix(['-', '—', '－', '～', '~', '至']);
    let rest = rest.map_or(Some(&words[end..]), |last| year(last).map(|end| &last[end..]));
    rest.is_some_and(|rest| rest.starts_with('年'))
}

/// Whether words tell a time, which a name follows: `4—6月　设施补短板`.
fn is_time(words: &str) -> bool {
    ["月", "月份", "日", "旬", "年", "季度"].iter().any(|end| words.ends_with(end))
        && words.starts_with(|c: char| c.is_ascii_digit() || "第一二三四五六七八九十上下全".contains(c))
}

/// Whether a name stands before the only blank of the words, a sentence behind it.
fn opens_sentence(words: &str, blank: usize) -> bool {
    const SHORTEST: usize = 6 * '某'.len_utf8();
    let sentence = words[blank..].trim_start();
    sentence.len() >= SHORTEST
        && sentence.ends_with('。')
        && ![sentence, &words[..blank]].iter().any(|part| part.contains([' ', '\u{3000}', '\t']))
        && names_a_unit(&words[..blank], 20, 0)
        && !gongwen_lexicon::ends_with_any(&words[..blank], gongwen_lexicon::words("unit_endings"))
}

/// Whether the character from `from` to `to` is Han; there is none in front of the first.
fn stands_behind_han(words: &str, from: usize, to: usize) -> bool {
    words[from..to].chars().next().is_some_and(|c| chars::is_han(c) || matches!(c, '"' | '”' | '）'))
}

/// Whether words are nothing but the marks that an item is worth: `（20分）`.
fn is_score(words: &str) -> bool {
    let inner = words.trim_matches(|c: char| matches!(c, '（' | '(' | '）' | ')' | '。' | '；' | ';' | ' '));
    let figure = inner.strip_suffix('分').unwrap_or_default();
    inner.len() < words.len() && !figure.is_empty() && figure.bytes().all(|b| b.is_ascii_digit())
}

/// Whether words say what a year is: `2024年是收官之年`.
fn tells_of_year(title: &str) -> bool {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < title.len() && rest.starts_with("年是")
}

/// Whether words hold a figure that counts something: `开展活动60场`, not `2024年项目` nor `“12·4”宣传`.
pub(crate) fn counts(title: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let mut runs = title.match_indices(digit).filter(|&(at, _)| !title[..at].ends_with(digit));
    runs.any(|(at, _)| {
        let behind = title[at..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        behind.starts_with(chars::is_han) && !behind.starts_with(['年', '月', '日', '号'])
    })
}

/// Whether words list figures: `新增就业1800人，开展培训3500人次`. A name holds one at most.
fn tallies(title: &str) -> bool {
    let figures = title.split(|c: char| !(c.is_ascii_digit() || c == '.')).filter(|run| !run.is_empty());
    title.contains(['，', ',']) && figures.count() >= 2
}

/// Whether words name a unit: short, few commas, no statement about who or how many by when.
fn names_a_unit(title: &str, max_chars: usize, max_commas: usize) -> bool {
    /// Characters of a first clause behind which a second one may run longer: `加强规划，把…作为长期任务`.
    const SHORT_FIRST: usize = 6;
    let title = chars::trim(title);
    let (mut commas, mut piece, mut longest, mut first) = (0, 0, 0, 0);
    let mut rest = title.as_bytes();
    // Counted first and many at a time: length alone rules out half of them.
    let count = title.chars().count();
    if count > max_chars {
        return false;
    }
    while let Some(&lead) = rest.first() {
        let len = match *rest {
            [0xE4..=0xE9, second, _, ref behind @ ..] => {
                piece += 1;
                if STATES >> (second & 63) & 1 == 0 {
                    rest = behind;
                    continue;
                }
                3
            }
            [b',', ..] | [0xEF, 0xBC, 0x8C, ..] => {
                commas += 1;
                if commas > max_commas {
                    return false;
                }
                if commas == 1 {
                    first = piece;
                }
                longest = longest.max(piece);
                piece = 0;
                chars::encoded_len(lead)
            }
            // 。；！
            [b';', ..] | [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBC, 0x9B | 0x81, ..] => return false,
            _ => {
                piece += 1;
                chars::encoded_len(lead)
            }
        };
        if states(rest) && !is_shared(title, title.len() - rest.len()) {
            return false;
        }
        rest = &rest[len.min(rest.len())..];
    }
    longest = longest.max(piece);
    let bound = match commas {
        0 => max_chars,
        1 if first <= SHORT_FIRST => 28,
        1 => 24,
        _ => 16,
    };
    count >= 2 && longest <= bound && !title.ends_with(['、', '，', ',', '：', ':', '；'])
}

/// Whether 负责 at this place ends a principle of how work is shared: `统一领导，分级负责`.
fn is_shared(title: &str, at: usize) -> bool {
    const HOW: [&str; 8] = ["分级", "分工", "分层", "分类", "分片", "层层", "逐级", "属地"];
    let behind = title[at..].strip_prefix("负责");
    behind.is_some_and(|rest| rest.is_empty() || rest.starts_with(['，', ',', '、']))
        && !title.contains("牵头")
        && HOW.iter().any(|how| {
            // Whoever shares is no principle: `县水利局、县财政局分工负责`.
            title[..at]
                .strip_suffix(how)
                .is_some_and(|before| before.is_empty() || before.ends_with(['，', ',', '、']))
        })
}

/// A bit for the second byte of each Han character that [`states`] asks for.
const STATES: u64 = 1 << 0x34 | 1 << 0x3A | 1 << 0x38 | 1 << 0x3F | 1 << 0x08;

/// Whether `words` begin with one that states a duty, a rule or a limit: no name of a unit has them.
fn states(words: &[u8]) -> bool {
    let begins = |word: &str| words.starts_with(word.as_bytes());
    // By the first two bytes of the first character.
    match words {
        [0xE8, 0xB4, ..] => begins("负责") && !names_person(&words["负责".len()..]),
        [0xE5, 0xBA, ..] => begins("应当"),
        [0xE4, 0xB8, ..] => begins("不得") || begins("不超过"),
        [0xE5, 0xBF, ..] => begins("必须"),
        [0xEF, 0xBC, ..] => begins("，要") || begins("，应"),
        [b',', ..] => begins(",要") || begins(",应"),
        [0xE5, 0x88, ..] => begins("到20"),
        _ => false,
    }
}

/// Whether what stands behind 负责 makes it a noun: `项目负责人制`, `专人负责机制`. Of a person something may be stated all the same
/// (`主要负责人要亲自抓`).
fn names_person(behind: &[u8]) -> bool {
    let begins = |word: &str| behind.starts_with(word.as_bytes());
    let told = |noun: &str| {
        let rest = &behind[noun.len()..];
        ["要", "是", "为", "应", "须", "必", "亲", "负", "每", "对", "担", "带"]
            .iter()
            .any(|word| rest.starts_with(word.as_bytes()))
    };
    begins("制") || begins("机制") || ["人", "同志"].iter().any(|noun| begins(noun) && !told(noun))
}

/// Bytes of white space in front.
pub(crate) fn leading_space(text: &str) -> usize {
    if let Some(0x21..=0x7E | 0xE4..=0xEF) = text.as_bytes().first() {
        return 0;
    }
    text.len() - text.trim_start().len()
}

#[cfg(test)]
mod tests;
