//! Cue words with their meaning: what a role phrase, a key or a column says about rank.

use crate::facts::Role;
use crate::search::holds_blank;
use crate::wordlist::WordList;
use gongwen_lexicon::{WordSet, words};
use gongwen_text::chars::{bracketed_key, round_key};
use std::sync::LazyLock;

/// The lists that are asked for often, looked up once.
pub(crate) struct Cues {
    pub lead: WordSet,
    pub support: WordSet,
    pub responsible: WordSet,
    pub other: WordSet,
    pub list_prefix: &'static [&'static str],
    pub with: &'static [&'static str],
    /// Both kinds of words that may stand before names.
    pub before_names: WordSet,
    pub etc_tail: &'static [&'static str],
    pub vague_whole: WordSet,
    pub vague_tail: WordSet,
    /// What units end in that are told elsewhere: `各专班牵头单位`.
    pub told_elsewhere: WordSet,
    pub vague_actor: WordSet,
    /// What points at somebody named elsewhere, in front of a class or of one.
    pub pointing: WordSet,
    pub class_tail: WordSet,
    pub office: WordSet,
    pub surname: WordSet,
    pub first: WordSet,
    pub from_here_on: &'static [&'static str],
    pub verbs: WordSet,
    pub clause: WordSet,
    pub adverbs: WordSet,
    pub told: WordSet,
    /// Acts that tell which thing is meant, before 的.
    pub told_act: &'static [&'static str],
    /// Before 由: no duty now.
    pub told_before: WordSet,
    /// Times that are past.
    pub told_past: &'static [&'static str],
    /// How an effort ends that is blamed.
    pub told_fault: WordSet,
    /// How a body ends that a sentence charges though nobody knows its words, and what never stands in its name.
    pub bare_body: WordSet,
    pub bare_body_not: WordSet,
    /// What is done: no part of a body's name begins so.
    pub deed: WordSet,
    /// What names a body behind a level's word alone.
    pub bound_body: WordSet,
    /// What one body has another do.
    pub has_others: &'static [&'static str],
    pub lead_noun: WordSet,
    pub charge_noun: WordSet,
    pub charge_object: WordSet,
    pub charge_object_not: WordSet,
    pub charge_before: WordSet,
    pub assist_act: WordSet,
    /// Behind them when they are part of a noun: 参与度.
    pub assist_noun: WordSet,
    /// Behind 参与 when it is for oneself.
    pub contest: WordSet,
    /// Behind 协同 when it is nobody's act: 协同发展.
    pub concert_noun: WordSet,
    pub bracket_other: WordSet,
    /// Words that stand beside names, never in them.
    pub duty: WordSet,
    /// What a note in the place of a name begins with: `以下均需各县政府落实，不再列出`.
    pub note: WordSet,
    /// Between a subject and `发挥`, in a clause of its own.
    pub eager: WordSet,
    /// What announces that departments and what they do follow.
    pub labour: WordSet,
    role_start: WordList,
}

/// The cue words of duties.
pub(crate) static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let set = |list| WordSet::of(&[list]);
    Cues {
        lead: set("role_lead"),
        support: set("role_support"),
        responsible: set("role_responsible"),
        other: set("role_other"),
        list_prefix: words("list_prefix"),
        with: words("with_word"),
        before_names: WordSet::of(&["list_prefix", "with_word"]),
        etc_tail: words("etc_tail"),
        vague_whole: set("vague_whole"),
        vague_tail: set("vague_tail"),
        told_elsewhere: set("told_elsewhere"),
        vague_actor: set("vague_actor"),
        pointing: WordSet::new(&["本", "该", "其", "原", "有关", "相关", "上述", "相应", "所有"]),
        class_tail: set("class_tail"),
        office: set("person_office"),
        surname: set("surname"),
        first: set("first_word"),
        from_here_on: words("from_here_on"),
        verbs: set("narrative_verb"),
        clause: set("narrative_clause"),
        adverbs: set("narrative_adverb"),
        told: set("told"),
        told_act: words("told_act"),
        told_before: WordSet::of(&["told_before", "told_past"]),
        told_past: words("told_past"),
        told_fault: set("told_fault"),
        bare_body: set("bare_body"),
        bare_body_not: set("bare_body_not"),
        deed: set("deed"),
        bound_body: set("bound_body"),
        has_others: words("has_others"),
        lead_noun: set("lead_noun"),
        charge_noun: set("charge_noun"),
        charge_object: set("charge_object"),
        charge_object_not: set("charge_object_not"),
        charge_before: set("charge_before"),
        assist_act: set("assist_act"),
        assist_noun: set("assist_noun"),
        contest: set("contest"),
        concert_noun: set("concert_noun"),
        bracket_other: set("bracket_other"),
        duty: WordSet::new(&["会同", "牵头", "负责"]),
        note: WordSet::new(&["以下", "均需", "下列", "不再"]),
        labour: set("labour_lead_in"),
        eager: WordSet::new(&["切实", "积极"]),
        role_start: WordList::list("role_start"),
    }
});

impl Cues {
    /// Places in `piece` where a role phrase may begin, ascending.
    pub(crate) fn role_starts<'t>(&'t self, piece: &'t str) -> impl Iterator<Item = usize> + 't {
        self.role_start.all(piece).map(|(at, _, _)| at)
    }
}

/// Whether 商 begins a word of trade, not 商 in the sense of 会同: 商务部, 商业局.
pub(super) fn is_trade(text: &str) -> bool {
    text.strip_prefix('商').is_some_and(|rest| rest.starts_with(['务', '业', '会', '贸', '标', '品']))
}

/// What a role phrase says: `牵头负责` lead, `按职责分工配合` support, `负责落实` responsible; `None` for an act that is no
/// duty of carrying out (`指导`, `考核`) and for words that say nothing.
pub(crate) fn role_of_phrase(phrase: &str) -> Option<Role> {
    if CUES.lead.within(phrase) {
        Some(Role::Lead)
    } else if CUES.support.within(phrase) {
        Some(Role::Support)
    } else if CUES.responsible.within(phrase)
        && !(CUES.other.within(phrase) && !phrase.contains("负责") && !phrase.contains("落实"))
    {
        Some(Role::Responsible)
    } else {
        None
    }
}

/// Whether a phrase says that who stands before it guides others, which is no duty of carrying out.
pub(super) fn is_guidance(phrase: &str) -> bool {
    (CUES.other.begins(phrase) || phrase.starts_with("统筹")) && phrase.chars().count() <= 6
}

/// Words of keys.
struct Keys {
    noun: WordSet,
    person: WordSet,
    lead: WordSet,
    support: WordSet,
    responsible: WordSet,
    other: WordSet,
    start: WordSet,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let set = |list| WordSet::of(&[list]);
    Keys {
        noun: set("key_noun"),
        person: set("key_person"),
        lead: set("key_lead"),
        support: set("key_support"),
        responsible: set("key_responsible"),
        other: set("key_other"),
        start: set("key_start"),
    }
});

/// What the key of a labelled list announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// Organisations with this role.
    Role(Role),
    /// A completion time.
    Due,
    /// Persons, assessors, telephones: nothing that is a duty.
    Other,
    /// Bodies whose part in the duty its words do not tell.
    Unknown,
}

/// Reads a key such as `牵头部门`, `责任单位及配合单位`, `完成时限`, `责任领导`. `None` when it is no key of a duty at all.
pub(crate) fn key(text: &str) -> Option<Key> {
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    let compact: std::borrow::Cow<'_, str> = if holds_blank(text) {
        text.chars().filter(|c| !c.is_whitespace()).collect::<String>().into()
    } else {
        text.into()
    };
    if crate::due::is_key(&compact) {
        return Some(Key::Due);
    }
    let keys = &*KEYS;
    let noun = keys.noun.within(&compact) || names_towns(&compact);
    if !noun && keys.person.within(&compact) {
        return Some(Key::Other);
    }
    // `牵头：…；配合：…` says the role alone.
    let said = |set: &WordSet| if noun { set.within(&compact) } else { set.holds(&compact) };
    // 副组长单位 has a part in leading that no role tells.
    if said(&keys.lead) && !compact.contains("副组长") {
        Some(Key::Role(Role::Lead))
    } else if keys.other.within(&compact) {
        Some(Key::Other)
    } else if said(&keys.support) {
        Some(Key::Role(Role::Support))
    } else if said(&keys.responsible) {
        Some(Key::Role(Role::Responsible))
    } else {
        // A key nobody knows still ends what the key before it announced: `验证单位：县质检所`.
        (noun && compact.chars().count() <= 9 && keys.noun.ends(&compact).next().is_some())
            .then_some(Key::Unknown)
    }
}

/// Whether a key announces towns: `责任镇`, `责任乡镇（街道）`.
fn names_towns(key: &str) -> bool {
    const TOWNS: [&str; 4] = ["镇", "乡", "街道", "镇街"];
    const LONGEST: usize = "共同责任乡镇".len();
    let key = key.find(['（', '(']).map_or(key, |open| &key[..open]);
    key.len() <= LONGEST && KEYS.start.begins(key) && TOWNS.iter().any(|town| key.ends_with(town))
}

/// Whether words are one key with a blank somewhere in it: `责 任单位`. `县水利局 责任单位` and `牵头单位 责任单位` are not.
pub(crate) fn is_broken_key(words: &str) -> bool {
    const LONGEST: usize = 30;
    let blank = char::is_whitespace;
    if words.len() > LONGEST || !words.contains(blank) {
        return false;
    }
    let compact: String = words.split(blank).collect();
    let whole = |part: &str| matches!(key(part), Some(Key::Role(_) | Key::Due | Key::Other));
    begins_like_key(&compact)
        && matches!(key(&compact), Some(Key::Role(_)))
        && !words.rsplit(blank).next().is_some_and(whole)
}

/// Bytes that a key has before its colon at most.
const FARTHEST_COLON: usize = 120;

/// The key that words begin with, before a colon or in `【…】`, and what stands behind it.
pub(crate) fn leading_key(words: &str) -> Option<(Key, &str)> {
    if words.starts_with(['【', '〖']) {
        let (words, rest) = bracketed_key(words)?;
        return Some((key(words)?, rest));
    }
    // `（牵头单位）县商务局`
    if let Some((words, rest)) = round_key(words).filter(|(_, rest)| !rest.trim_start().is_empty())
        && let Some(key) = key(words).filter(|key| matches!(key, Key::Role(_) | Key::Due))
        && ["单位", "部门", "主体", "时限", "时间"].iter().any(|end| words.trim_end().ends_with(end))
    {
        return Some((key, rest));
    }
    let colon = words.bytes().take(FARTHEST_COLON).position(|byte| matches!(byte, b':' | 0xEF))?;
    let near = &words[colon..words.floor_char_boundary(FARTHEST_COLON.max(colon))];
    let at = colon + near.find(['：', ':'])?;
    let rest = words[at..].strip_prefix(['：', ':'])?;
    Some((key(words[..at].trim())?, rest))
}

/// Whether a key that stands inside a paragraph begins as keys do.
pub(crate) fn begins_like_key(text: &str) -> bool {
    KEYS.start.begins(text)
}

/// Whether a note makes the first of each list the lead (`首位单位为牵头单位`), and whether it holds from there on (`下同`).
pub(crate) fn first_is_lead(text: &str) -> Option<bool> {
    let first = CUES.first.within(text) && text.contains("牵头");
    first.then(|| CUES.from_here_on.iter().any(|word| text.contains(word)))
}

/// Whether a note of the document's own says so of every list in it: `注：排在首位的为牵头单位。`, also on a numbered line of its own.
/// `leads` are the places where 牵头 stands: every note holds it.
pub(crate) fn note_of_first(text: &str, mut leads: impl Iterator<Item = usize>) -> bool {
    const LONGEST: usize = 120;
    /// Bytes of the items of a note above the one that says so.
    const FAR: usize = 480;
    let numbered = |c: char| c.is_ascii_digit() || c.is_whitespace() || "（）().．、".contains(c);
    // The sentence that holds 牵头, however long the note around it is.
    let ends = ['。', '；', ';', '\n'];
    leads.any(|lead| {
        let near = &text[text.floor_char_boundary(lead.saturating_sub(LONGEST))..lead];
        let before = near.rsplit(ends).next().unwrap_or_default();
        // In `县工信局牵头，排第一位的镇予以表扬` somebody leads, whoever comes first.
        let behind = &text[lead + "牵头".len()..];
        let names = ["单位", "部门"].iter().any(|noun| behind.starts_with(noun));
        if !names && !CUES.first.within(before) {
            return false;
        }
        // A little more than a sentence may take; how the lead goes about it does not matter.
        let from = lead - before.len();
        let near = &text[lead..text.floor_char_boundary(from + LONGEST + 4).max(lead)];
        let clause = near.split(['。', '；', ';', '\n', '，']).next().unwrap_or_default();
        // `（注：列第一位的为牵头单位）`
        let bare = before.trim_start_matches(['（', '(', ' ', '\u{3000}']).len();
        let sentence = &text[lead - bare..lead + clause.len()];
        let words = NOTES.iter().find_map(|note| sentence.strip_prefix(note)).unwrap_or(sentence);
        let words = words.trim_start_matches(numbered);
        // `牵头单位列第一位的为总牵头单位` speaks of the leads alone.
        if sentence.len() > LONGEST || words.starts_with("牵头") || first_is_lead(words).is_none() {
            return false;
        }
        let above = &text[text.floor_char_boundary(from.saturating_sub(FAR))..from];
        let opens = |at: usize| {
            let note = &above[at..];
            let items = || note.split('\n').skip(1).filter(|line| !line.is_empty());
            NOTES.iter().any(|mark| note.starts_with(mark))
                // On lines of its own the note goes on by numbers, and only where a unit is meant.
                && (!note.contains('\n')
                    || names
                        && sentence.starts_with(numbered)
                        && items().all(|line| line.starts_with(numbered)))
        };
        NOTES.iter().any(|mark| sentence.starts_with(mark))
            || above.match_indices(['备', '注', '说']).map(|(at, _)| at).any(opens)
    })
}

/// What opens a note.
const NOTES: [&str; 7] = ["备注：", "备注:", "附注：", "注：", "注:", "说明：", "说明:"];

/// The mark that a note of the document's own gives to leads: `（标★的为牵头单位）`. `leads` are the places where 牵头 stands.
pub(crate) fn mark_of_lead(text: &str, leads: impl Iterator<Item = usize>) -> Option<char> {
    const NEAR: usize = 30;
    let mut told = leads.filter(|&lead| text[..lead].ends_with('为')).map(|lead| lead - '为'.len_utf8());
    told.find_map(|at| {
        let before = &text[text.floor_char_boundary(at.saturating_sub(NEAR))..at];
        let before = before.rsplit(['。', '；', '，', '\n']).next().unwrap_or_default();
        let told = before.contains(['标', '带', '注', '加', '号']);
        before.chars().find(|c| matches!(c, '★' | '☆' | '▲' | '△' | '●' | '※' | '*')).filter(|_| told)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Role::{Lead, Responsible, Support};

    fn check(text: &str, expect: Option<Key>) {
        assert_eq!(key(text), expect, "{text}");
    }

    #[test]
    fn keys() {
        check("牵头部门", Some(Key::Role(Lead)));
        check("牵头（责任）单位", Some(Key::Role(Lead)));
        check("责 任 单 位", Some(Key::Role(Responsible)));
        check("配合单位", Some(Key::Role(Support)));
        check("责任单位及责任人", Some(Key::Role(Responsible)));
        check("配合", Some(Key::Role(Support)));
        check("完成时限", Some(Key::Due));
        check("责任领导", Some(Key::Other));
        check("考核部门", Some(Key::Other));
        check("主办单位", Some(Key::Role(Lead)));
        check("主要责任单位", Some(Key::Role(Lead)));
        check("会办单位", Some(Key::Role(Support)));
        check("技术支撑单位", Some(Key::Role(Support)));
        check("属地单位", Some(Key::Role(Responsible)));
        check("验证单位", Some(Key::Unknown));
        check("工作目标", None);
        check("加强教育负责", None);
    }

    #[test]
    fn phrases() {
        for (phrase, role) in [
            ("牵头负责", Some(Lead)),
            ("负责落实", Some(Responsible)),
            ("按职责分工负责", Some(Responsible)),
            ("按职责分工配合", Some(Support)),
            ("参与", Some(Support)),
            ("指导", None),
            ("组织实施并负责考核", Some(Responsible)),
        ] {
            assert_eq!(role_of_phrase(phrase), role, "{phrase}");
        }
    }

    #[test]
    fn first_units() {
        assert_eq!(first_is_lead("首位单位为牵头单位，下同"), Some(true));
        assert_eq!(first_is_lead("排在第一位的为牵头单位"), Some(false));
        assert_eq!(first_is_lead("县教育局牵头"), None);
        let leads = |text: &'static str| text.match_indices("牵头").map(|(at, _)| at);
        let mark = |text| mark_of_lead(text, leads(text));
        assert_eq!(mark("（标★的为牵头单位）"), Some('★'));
        assert_eq!(mark("★重点任务由县水利局牵头，县财政局为牵头单位"), None);
        let noted = |text| note_of_first(text, leads(text));
        assert!(noted("一、任务\n注：排在首位的为牵头单位。\n"));
        assert!(noted("一、任务\n（注：列第一位的为牵头单位）\n"));
        assert!(noted("备注：排序第一的责任单位为牵头单位。\n"));
        assert!(!noted("注：牵头单位列第一位的为总牵头单位。\n"));
        let more = "每月报送进度，逾期未报的予以通报。".repeat(9);
        assert!(note_of_first(
            &format!("备注：1.排在首位的为牵头单位。2.{more}\n"),
            ["备注：1.排在首位的为".len()].into_iter()
        ));
        assert!(!noted("注：1.表内数据为年度目标。\n2.排在首位的事项由县教育局牵头\n"));
        assert!(noted("备注：\n1.每月报送进度。\n2.责任单位排第一位的为牵头单位。\n"));
        assert!(noted("注：1.每月报送进度。\n2.责任单位排第一位的为牵头单位。\n"));
        let more = "，负责统筹协调本项任务的推进落实，及时解决推进过程中的问题，并按月报送进展情况";
        assert!(note_of_first(&format!("备注：\n1.排第一位的为牵头单位{more}。\n"), [30].into_iter()));
        assert!(!noted("备注：\n每月报送。\n一、各组排第一位的为牵头单位。\n"));
        assert!(!noted("备注：\n1.每月报送进度。\n三是排第一位的镇由县工信局牵头帮扶。\n"));
        assert!(!noted("注：1.县工信局牵头，排第一位的镇予以表扬。\n"));
        assert!(!noted("备注：1.牵头单位列第一位的为总牵头单位。2.按月报送。\n"));
    }
}
