//! Whether words name a unit: short, and no statement about who, how many or by when.

use gongwen_lexicon::ends_with_any;
use gongwen_text::chars;

/// Whether words say what a year is: `2024年是收官之年`.
pub(super) fn tells_of_year(title: &str) -> bool {
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
pub(super) fn tallies(title: &str) -> bool {
    let figures = title.split(|c: char| !(c.is_ascii_digit() || c == '.')).filter(|run| !run.is_empty());
    title.contains(['，', ',']) && figures.count() >= 2
}

/// Whether words commit to a figure: `县财政安排资金380万元`, `专项执法每周不少于1次`. Nothing is named so.
pub(super) fn commits(title: &str) -> bool {
    const LEAST: [&str; 5] = ["不少于", "不低于", "不得少于", "不得低于", "至少"];
    if !title.as_bytes().iter().any(u8::is_ascii_digit) {
        return false;
    }
    let counted = |words: &str| words.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let sum = || {
        let sum =
            title.trim_end().strip_suffix('元').map(|sum| sum.trim_end_matches(['万', '亿', '千', '百']));
        sum.is_some_and(|sum| sum.ends_with(|c: char| c.is_ascii_digit()))
    };
    sum() || LEAST.iter().any(|word| title.split_once(word).is_some_and(|(_, behind)| counted(behind)))
}

/// Whether words say which body leads what: `县水利局牵头抓整治`; not `强化牵头抓总`, `县水利局牵头的项目`.
pub(super) fn names_lead(title: &str) -> bool {
    const NOUNS: [&str; 8] = ["的", "单位", "部门", "职责", "作用", "责任", "工作", "任务"];
    title.split_once("牵头").is_some_and(|(body, behind)| {
        !NOUNS.iter().any(|noun| behind.starts_with(noun))
            && ends_with_any(body, gongwen_lexicon::words("unit_endings"))
    })
}

/// Whether words begin with who found something wrong: `督察发现，部分养殖场设施不配套`, `市委巡察组反馈，…`.
pub(super) fn tells_finding(title: &str) -> bool {
    const LONGEST: usize = 48;
    let near = &title[..title.floor_char_boundary(LONGEST)];
    let first = near.find(['，', ',']).map(|end| &near[..end]);
    first.is_some_and(|first| ends_with_any(first, gongwen_lexicon::words("finding_ends")))
}

/// Whether words name a unit: short, few commas, no statement about who or how many by when.
pub(super) fn names_a_unit(title: &str, max_chars: usize, max_commas: usize) -> bool {
    let title = chars::trim(title);
    // Counted first and many at a time: length alone rules out half of them.
    let count = title.chars().count();
    if count > max_chars {
        return false;
    }
    let mut pieces = Pieces::default();
    let mut rest = title.as_bytes();
    while let Some(&lead) = rest.first() {
        let len = match *rest {
            [0xE4..=0xE9, second, _, ref behind @ ..] => {
                pieces.piece += 1;
                if STATES >> (second & 63) & 1 == 0 {
                    rest = behind;
                    continue;
                }
                3
            }
            [b',', ..] | [0xEF, 0xBC, 0x8C, ..] => {
                pieces.end();
                if pieces.commas > max_commas {
                    return false;
                }
                chars::encoded_len(lead)
            }
            // 。；！
            [b';', ..] | [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBC, 0x9B | 0x81, ..] => return false,
            _ => {
                pieces.piece += 1;
                chars::encoded_len(lead)
            }
        };
        if states(rest) && !is_shared(title, title.len() - rest.len()) {
            return false;
        }
        rest = &rest[len.min(rest.len())..];
    }
    count >= 2 && pieces.are_short(max_chars) && !title.ends_with(['、', '，', ',', '：', ':', '；'])
}

/// How long the clauses of a title are, in characters.
#[derive(Default)]
struct Pieces {
    commas: usize,
    /// The clause that is being read.
    piece: usize,
    /// The longest before it.
    longest: usize,
    /// The first one, where a comma stands behind it.
    first: usize,
}

impl Pieces {
    /// A comma ends a clause.
    fn end(&mut self) {
        self.commas += 1;
        if self.commas == 1 {
            self.first = self.piece;
        }
        self.longest = self.longest.max(self.piece);
        self.piece = 0;
    }

    /// Whether none is longer than those of a title are. Behind a short first clause a second one may run longer:
    /// `加强规划，把…作为长期任务`.
    fn are_short(&self, max_chars: usize) -> bool {
        /// Characters of a short first clause.
        const SHORT_FIRST: usize = 6;
        let bound = match self.commas {
            0 => max_chars,
            1 if self.first <= SHORT_FIRST => 28,
            1 => 24,
            _ => 16,
        };
        self.longest.max(self.piece) <= bound
    }
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
