//! What a task or section is about: the codes of `data/topics.tsv`, so that units of several counties can be laid side by
//! side.
//!
//! Owns how the cue words of `cues/topics.toml` are weighed. Whom a measure serves (young people, farmers, workers, the
//! elderly, officials) rules over what it works with; its own title rules over the titles above it, and its first words
//! are asked only when neither says anything.

use crate::wordlist::WordList;
use gongwen_lexicon::words;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Codes in the order of the table. The first [`GROUPS`] say whom a measure serves.
const CODES: [(&str, &str); 17] = [
    ("youth", "topic_youth"),
    ("farmers", "topic_farmers"),
    ("workers", "topic_workers"),
    ("elderly", "topic_elderly"),
    ("officials", "topic_officials"),
    ("resources", "topic_resources"),
    ("informatization", "topic_informatization"),
    ("infrastructure", "topic_infrastructure"),
    ("grassroots", "topic_grassroots"),
    ("emergency", "topic_emergency"),
    ("talent", "topic_talent"),
    ("creation", "topic_creation"),
    ("exchange", "topic_exchange"),
    ("leadership", "topic_leadership"),
    ("funding", "topic_funding"),
    ("safeguards", "topic_safeguards"),
    ("schedule", "topic_schedule"),
];

/// How many of the codes name a group of people.
const GROUPS: usize = 5;

/// Codes that may stand beside a group.
const MEANS: [&str; 7] =
    ["resources", "informatization", "infrastructure", "emergency", "talent", "creation", "exchange"];

/// Codes of what stands around the measures of a plan.
const FRAME: [&str; 3] = ["leadership", "safeguards", "schedule"];

/// One bit a code.
fn bits(names: &[&str]) -> u32 {
    let named = (0..CODES.len()).filter(|&code| names.contains(&CODES[code].0));
    named.fold(0, |bits, code| bits | 1 << code)
}

/// Whether a code is among these.
fn among(codes: u32, code: u8) -> bool {
    codes >> code & 1 != 0
}

/// Characters of the text that are asked when the titles say nothing.
const HEAD: usize = 60;

struct Cues {
    list: WordList,
    /// Codes of each word, one bit a code: a word may stand in several lists.
    codes: Vec<u32>,
    means: u32,
    frame: u32,
    schedule: u32,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut lists: BTreeMap<&'static str, u32> = BTreeMap::new();
    for (code, (_, list)) in CODES.iter().enumerate() {
        for word in words(list) {
            *lists.entry(word).or_default() |= 1 << code;
        }
    }
    let (words, codes): (Vec<&str>, Vec<u32>) = lists.into_iter().unzip();
    let (means, frame, schedule) = (bits(&MEANS), bits(&FRAME), bits(&["schedule"]));
    Cues { list: WordList::new(&words), codes, means, frame, schedule }
});

/// Which codes a text has words for, by place of the first word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hits {
    /// Codes in the order in which they are first named.
    order: [u8; CODES.len()],
    len: usize,
    /// The same, one bit a code.
    bits: u32,
}

impl Hits {
    /// What the words of a title or text tell.
    pub(crate) fn of(text: &str) -> Self {
        Self::until(0, text)
    }

    /// The same up to the first word that tells one of these codes.
    fn until(codes: u32, text: &str) -> Self {
        let cues = &*CUES;
        let mut hits = Self::default();
        for (_, _, word) in cues.list.all(text) {
            let mut new = cues.codes[word] & !hits.bits;
            while new != 0 {
                hits.extend(Some(new.trailing_zeros() as u8));
                new &= new - 1;
            }
            if hits.bits & codes != 0 {
                break;
            }
        }
        hits
    }

    /// Adds codes, each once.
    fn extend(&mut self, codes: impl IntoIterator<Item = u8>) {
        for code in codes {
            if !among(self.bits, code) {
                self.order[self.len] = code;
                self.len += 1;
                self.bits |= 1 << code;
            }
        }
    }

    /// Whether no word tells anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn codes(&self) -> impl Iterator<Item = u8> + '_ {
        self.order[..self.len].iter().copied()
    }

    fn group(&self) -> Option<u8> {
        self.codes().find(|&code| usize::from(code) < GROUPS)
    }
}

/// Topic codes of a task or section, the main one first; empty when no word tells.
///
/// `title` is its own heading (empty without one), `text` its words, `above` what the nearest title above it tells that
/// tells anything.
pub(crate) fn topics(title: &str, text: &str, above: Option<&Hits>) -> Vec<&'static str> {
    let own = Hits::of(title);
    let mut codes = Hits::default();
    let group = above.and_then(Hits::group).or_else(|| own.group());
    codes.extend(group);
    // Beside a group only the means are a topic of their own: another group is a word of the same matter (农村中小学
    // under farmers), and outreach, safeguards and steps are what every group's measure has.
    codes.extend(own.codes().filter(|&code| group.is_none() || among(CUES.means, code)));
    if codes.is_empty() {
        codes.extend(above.and_then(|above| above.codes().next()));
    }
    if codes.is_empty() {
        // Behind a group nothing else is asked for.
        let hits = Hits::until((1 << GROUPS) - 1, head(text));
        // In a running text 深入推进 and 组织实施 are words of every measure, not its matter.
        let other_than = |codes: u32| hits.codes().find(|&code| !among(codes, code));
        codes.extend(hits.group().or_else(|| other_than(CUES.frame)).or_else(|| other_than(CUES.schedule)));
    }
    codes.codes().map(|code| CODES[usize::from(code)].0).collect()
}

/// The first characters of a text.
fn head(text: &str) -> &str {
    let mut behind = text.chars();
    // What is stepped over goes many bytes at a time.
    let _ = behind.nth(HEAD - 1);
    &text[..text.len() - behind.as_str().len()]
}

/// Topic codes of a unit whose titles above are at hand, the nearest first: for those that read a record again.
///
/// # Examples
/// ```
/// let codes = gongwen_extract::topics_of("利用信息化手段", "", &["农民健康素养提升行动", "重点任务"]);
/// assert_eq!(codes, ["farmers", "informatization"]);
/// ```
pub fn topics_of(title: &str, text: &str, above: &[&str]) -> Vec<&'static str> {
    let above = above.iter().map(|title| Hits::of(title)).find(|hits| !hits.is_empty());
    topics(title, text, above.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, text: &str, path: &[&str], expect: &[&str]) {
        assert_eq!(topics_of(title, text, path), expect, "{title} {text} {path:?}");
    }

    #[test]
    fn the_group_above_rules() {
        check("加强教师培训", "", &["青少年健康促进行动", "重点任务"], &["youth"]);
        check("利用信息化手段", "", &["农民健康素养提升行动"], &["farmers", "informatization"]);
        check("", "开展活动", &["老年人健康行动"], &["elderly"]);
    }

    #[test]
    fn the_own_title_rules_over_other_sections() {
        check("建立应急科普机制", "", &["基层科普能力提升工程"], &["emergency"]);
        check("统筹规划", "", &["科普基础设施工程"], &["infrastructure"]);
        check("加大经费投入", "", &["保障措施"], &["funding"]);
    }

    #[test]
    fn the_text_is_asked_last() {
        check("", "推进中小学开展实践活动", &["任务分工表"], &["youth"]);
        check("", "优化审批流程", &["营商环境"], &[]);
        check("", "深入推进健康知识普及", &["台账"], &["grassroots"]);
        check("", "利用节约用水宣传周，推动知识进校园、进社区", &["水务局"], &["grassroots"]);
        check("", "纳入年度工作计划，定期考核", &["各乡镇"], &["leadership"]);
    }
}
