//! Names at the edge of a short window of a sentence: `由县教育局|牵头`, `|县科协负责`.

use super::classify::{CLAUSES, LONGEST, is_foreign};
use super::name::Name;
use super::reading::Reading;
use super::table::AgencyTable;
use super::table::class::{
    HOST, LEAGUE, LEVEL, MANY, MEMBERS, NAME, PARTY, PEER, SEAT, STRONG, TOWN, WEAK, WORD,
};
use crate::division::{full_name_at_end, is_doubtful};
use gongwen_text::chars::is_han;

/// Words that may stand before a class of organisations and belong to it.
const CLASS_WORDS: [&str; 5] = ["有关", "相关", "所有", "级", "各"];
/// How far a name may reach beyond a shorter one that it begins with: `市生态环境局|新区分局`.
const LINK: usize = 15;

/// Where the longest name begins that ends where `text` ends: `县教育局` in `由县教育局`.
pub fn name_at_end(text: &str) -> Option<usize> {
    AgencyTable::built_in().name_at_end(text)
}

/// Where the longest name ends that begins where `text` begins: `县科协` in `县科协负责组织`.
pub fn name_at_start(text: &str) -> Option<usize> {
    AgencyTable::built_in().name_at_start(text)
}

impl Name<'_> {
    /// Whether the longest name that ends the piece is all of it: what [`name_at_end`] finds at its beginning.
    pub fn reaches_start(&self) -> bool {
        // With a bracket at its end the piece is read without it, with one elsewhere as it stands.
        if self.alias.is_some() || self.text.len() > LONGEST || self.text.ends_with(['）', ')']) {
            return self.table.name_at_end(self.text) == Some(0);
        }
        self.reading.end & NAME_ENDS != 0
            && self.table.start_of(self.text, self.reading) == Some(0)
            && self.kind().is_some()
    }
}

impl AgencyTable {
    /// See [`name_at_end`].
    pub fn name_at_end(&self, text: &str) -> Option<usize> {
        let from = text.ceil_char_boundary(text.len().saturating_sub(LONGEST));
        let window = &text[from..];
        let outer =
            if window.ends_with(['）', ')']) { &window[..window.rfind(['（', '('])?] } else { window };
        let reading = self.read(outer);
        if reading.end & NAME_ENDS == 0 {
            return None;
        }
        let start = self.start_of(outer, reading)?;
        self.name(&window[start..]).kind().map(|_| from + start)
    }

    fn start_of(&self, text: &str, reading: Reading) -> Option<usize> {
        if reading.end & LEVEL != 0 && full_name_at_end(text).is_some() {
            return self.place_start(text, reading);
        }
        if let Some(start) = self.branch_start(text, reading) {
            return Some(start);
        }
        let classes = self.with_class_words(text, reading.start);
        if classes < reading.start || reading.end & MEMBERS != 0 {
            // 领导小组办公室|各成员单位
            let body = if reading.end & MEMBERS != 0 { self.name_at_end(&text[..classes]) } else { None };
            return Some(body.unwrap_or_else(|| self.with_levels(text, classes)));
        }
        let with_levels = self.with_levels(text, reading.start);
        if with_levels < reading.start || reading.first & (LEVEL | SEAT) != 0 && reading.start < reading.head
        {
            return Some(named_place(text, with_levels).unwrap_or(with_levels));
        }
        if reading.end & (LEVEL | TOWN) != 0 && reading.start == reading.head {
            return self.place_start(text, reading);
        }
        if let Some(start) = self.level_before(text, reading) {
            return Some(self.with_levels(text, start));
        }
        if reading.known || reading.end & (NAME | PARTY | LEAGUE | SEAT) != 0 {
            return Some(short_division_before(text, reading.start).unwrap_or(reading.start));
        }
        None
    }

    /// Start of a name that begins with a level and goes on with words the table lacks: `县投促局`.
    fn level_before(&self, text: &str, reading: Reading) -> Option<usize> {
        if reading.end & (STRONG | PEER | WEAK) == 0 {
            return None;
        }
        let mut at = reading.start;
        for _ in 0..14 {
            let before = &text[..at];
            if let Some((word, length)) = self.last_word(before, LEVEL | SEAT)
                && word.is(LEVEL | SEAT)
            {
                let start = at - length;
                let divided = full_name_at_end(before).is_some();
                let gap = &text[at..reading.start];
                let whole =
                    !["协", "局", "委", "组织", "联合", "联", "会"].iter().any(|word| gap.contains(word))
                        && !CLAUSES.within(gap);
                return (whole && (divided || begins_something(&text[..start]))).then_some(start);
            }
            let c = before.chars().next_back()?;
            if is_foreign(c) || !is_han(c) {
                // 由|版权局: nothing else can begin here.
                let hard = text[reading.head..].chars().count() == 1 && reading.end & (STRONG | PEER) != 0;
                return (c == '由' && hard && !reading.known && at < reading.start).then_some(at);
            }
            at -= c.len_utf8();
        }
        None
    }

    /// Start of a branch that carries a place's name: `市生态环境局|新区分局`.
    fn branch_start(&self, text: &str, reading: Reading) -> Option<usize> {
        if reading.start < reading.head || !is_branch(&text[reading.head..]) {
            return None;
        }
        let mut at = reading.head;
        for _ in 0..4 {
            at -= text[..at].chars().next_back().filter(|&c| is_han(c))?.len_utf8();
            if matches!(self.last_word(&text[..at], STRONG | PEER | NAME), Some((word, _)) if word.is(STRONG | PEER | NAME))
            {
                return self.name_at_end(&text[..at]);
            }
        }
        None
    }

    /// Start of `16区`, `朝阳区`, `城关镇`.
    fn place_start(&self, text: &str, reading: Reading) -> Option<usize> {
        if let Some(name) = full_name_at_end(text) {
            return Some(self.with_levels(text, text.len() - name.len()));
        }
        let number = text[..reading.start].trim_end_matches(|c: char| c.is_ascii_digit() || c == '个').len();
        if number < reading.start {
            return Some(number);
        }
        let mut name = text[..number].char_indices().rev().skip(1).take(2);
        name.find(|&(at, _)| text[at..].chars().all(is_han) && begins_something(&text[..at]))
            .map(|(at, _)| at)
    }

    /// `各`, `有关` … before a class.
    #[allow(clippy::unused_self)]
    fn with_class_words(&self, text: &str, start: usize) -> usize {
        let mut at = start;
        while let Some(before) = CLASS_WORDS.iter().find_map(|word| text[..at].strip_suffix(word)) {
            at = before.len();
        }
        if at < start { self.with_levels(text, at) } else { at }
    }

    /// The levels and divisions that stand directly before `start`: `平罗县`, `县`, `县委`.
    fn with_levels(&self, text: &str, start: usize) -> usize {
        let mut at = start;
        loop {
            // 平罗县: its last character was already read as the level of 县教育局 or 县委.
            let shared = text[at..].chars().next().map_or(0, char::len_utf8);
            let glued = full_name_at_end(&text[..at + shared]).filter(|_| at < text.len());
            let end = if glued.is_some() { at + shared } else { at };
            let found = glued.or_else(|| full_name_at_end(&text[..at]));
            if let Some(name) = found.filter(|name| !is_doubtful(name, &text[..end - name.len()])) {
                at = end - name.len();
                continue;
            }
            match self.last_word(&text[..at], LEVEL | SEAT) {
                Some((word, length)) if word.is(LEVEL | SEAT) => at -= length,
                _ => return at,
            }
        }
    }

    /// See [`name_at_start`].
    pub fn name_at_start(&self, text: &str) -> Option<usize> {
        let mut best = 0;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let reach = if best == 0 { LONGEST } else { best + LINK + 24 };
            // 所 closes 派出所 and opens 所有, 所属.
            let station = c == '所'
                && matches!(self.last_word(&text[..end], STRONG | NAME), Some((word, len)) if word.is(STRONG | NAME) && len > c.len_utf8());
            if end > reach || is_foreign(c) && !station || c == '\n' {
                break;
            }
            if c == '、' {
                // 各县（市、区）政府: inside a bracket the mark is the name's own.
                if text[..at].rfind(['（', '(']) > text[..at].rfind(['）', ')']) {
                    continue;
                }
                break;
            }
            if matches!(c, '）' | ')') {
                // An alias: 科技局（科协）, 乡镇（街道）.
                let opened = text[..at].rfind(['（', '(']).unwrap_or(0);
                let alias = &text[opened..at];
                let alias = alias.trim_start_matches(['（', '(']);
                let reading = self.read(alias);
                if best != 0 && best == opened && reading.end != 0 && reading.start == 0 {
                    best = end;
                }
                continue;
            }
            // 联合执法行|动, 协会|议: the suffix begins a word of its own.
            let next = text[end..].chars().next().unwrap_or(' ');
            if begins_word(c, next) || c == '织' && organises(&text[..end], next) {
                continue;
            }
            if end < 5
                || !matches!(self.last_word(&text[..end], NAME_ENDS), Some((word, _)) if word.is(NAME_ENDS))
            {
                continue;
            }
            if self.goes_on(text, best, end) {
                best = end;
            }
        }
        (best > 0).then_some(best)
    }

    /// Whether the name that ends at `best` (0 for none yet) goes on to `end`.
    fn goes_on(&self, text: &str, best: usize, end: usize) -> bool {
        let name = self.name(&text[..end]);
        let reading = name.reading;
        if reading.end & !WORD == 0 {
            return false;
        }
        let (start, head) = (name.printed_at(reading.start), name.printed_at(reading.head));
        // 县科技局|组织: behind a whole name a lone suffix is the beginning of the next word.
        let lone = best != 0 && head == best && text[best..end].chars().count() == 1;
        if lone
            && !matches!(self.last_word(&text[..best], SEAT | HOST), Some((word, _)) if word.is(SEAT | HOST))
        {
            return false;
        }
        let whole = || reading.start == 0 || self.start_of(&name.outer, reading) == Some(0);
        let linked = best != 0
            && best <= start
            && (text[best..].starts_with('各') && reading.end & (MANY | MEMBERS) != 0
                || start == head
                    && start - best <= LINK
                    && text[best..start].chars().all(is_han)
                    && is_branch(&text[start..end]));
        (best == 0 || linked || whole()) && name.kind().is_some()
    }
}

const NAME_ENDS: u32 =
    STRONG | WEAK | PEER | NAME | PARTY | LEAGUE | HOST | MANY | MEMBERS | TOWN | SEAT | LEVEL;

/// Whether the suffix belongs to a branch that carries a place's name.
fn is_branch(suffix: &str) -> bool {
    matches!(
        suffix,
        "分局"
            | "支局"
            | "大队"
            | "支队"
            | "中队"
            | "分行"
            | "支行"
            | "分公司"
            | "管委会"
            | "分中心"
            | "调查队"
    )
}

/// Whether a last character of names and the one behind it are one word.
fn begins_word(c: char, next: char) -> bool {
    match c {
        '行' => matches!(next, '动' | '为' | '业' | '政' | '程' | '使' | '驶'),
        '会' => matches!(next, '议' | '商' | '员'),
        '组' => matches!(next, '织' | '建' | '成'),
        '处' => matches!(next, '理' | '置' | '罚'),
        '社' => matches!(next, '会' | '区'),
        '办' => matches!(next, '理' | '法' | '结' | '好'),
        // 县教育局|组织科普活动, 组织队伍, 组织家长, 组织部署
        '科' => matches!(next, '普' | '技' | '学' | '研' | '创' | '教'),
        '队' => matches!(next, '伍' | '员'),
        '家' => matches!(next, '长' | '庭' | '校'),
        '部' => matches!(next, '署'),
        _ => false,
    }
}

/// Whether 组织 at the end of what was read is what a body does: `妇联|组织开展`, not `妇联组织要`.
fn organises(text: &str, next: char) -> bool {
    text.ends_with("组织")
        && !text.ends_with("党组织")
        && is_han(next)
        && !"要应须将负牵配协发和及与等履按".contains(next)
}

/// Whether a name may begin behind `before`.
fn begins_something(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| {
        !is_han(c)
            || is_foreign(c)
            || matches!(c, '和' | '与' | '及' | '同' | '合' | '向' | '报' | '经' | '以' | '在')
    })
}

/// `雄安` before `新区公共服务局`: two characters that begin the sentence.
fn named_place(text: &str, start: usize) -> Option<usize> {
    if !text[start..].starts_with("新区") {
        return None;
    }
    let (at, _) = text[..start].char_indices().rev().nth(1)?;
    (text[at..start].chars().all(is_han) && begins_something(&text[..at])).then_some(at)
}

/// The short name of a division, `北京` in `北京经济技术开发区`, where it begins the sentence.
fn short_division_before(text: &str, start: usize) -> Option<usize> {
    let mut found = None;
    for (count, (at, c)) in text[..start].char_indices().rev().enumerate().take(4) {
        if !is_han(c) {
            break;
        }
        let word = &text[at..start];
        if count > 0
            && begins_something(&text[..at])
            && !CLAUSES.holds(word)
            && crate::division::is_short_name(word)
        {
            found = Some(at);
        }
    }
    found
}
