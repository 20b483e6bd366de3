//! Reading a name from its end.

use super::functions::Functions;
use super::table::class::{
    FILLER, HOST, JOINT, LEAGUE, LEVEL, MANY, MEMBERS, NAME, NONE, PARTY, PEER, REST, SEAT, SHORT, STRONG,
    TOWN, WEAK, WORD,
};
use super::table::{AgencyTable, Word};
use crate::division;

/// Classes a name may end with.
const ENDS: u32 =
    STRONG | WEAK | PEER | NAME | PARTY | LEAGUE | HOST | LEVEL | TOWN | SEAT | MANY | MEMBERS | WORD;
/// Classes that may stand further left.
const INNER: u32 = ENDS | REST | FILLER | JOINT;
/// Names are shorter than this many bytes; what stands further left is not looked at.
const LONGEST: usize = 180;

/// What stands at the end of a text, read as the name of an organisation.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    /// Where the unbroken run of known words begins that the name ends with.
    pub(super) start: usize,
    /// Where the last word, the name's head, begins.
    pub(super) head: usize,
    /// Classes of the last word; 0 when nothing was recognised.
    pub(super) end: u32,
    /// Classes of the first word of the run.
    pub(super) first: u32,
    /// Whether the run holds a function or a level besides the last word.
    pub(super) known: bool,
    /// Whether a function word or a seat stands directly before the last word.
    pub(super) borne: bool,
    /// Classes of the whole text as one word; 0 when it is none.
    pub(super) word: u32,
    /// Functions of the whole text as a name.
    pub(super) functions: Functions,
}

/// One part of a name with its own suffix: `公安局` and `交管局` of `市公安局交管局`.
#[derive(Clone, Copy, Default)]
struct Part {
    functions: Functions,
    fallback: Functions,
    rest: Functions,
    beside: bool,
}

impl Part {
    fn all(self) -> Functions {
        [self.functions, self.rest, self.fallback]
            .into_iter()
            .find(|some| !some.is_empty())
            .unwrap_or_default()
    }
}

/// Functions gathered over the parts of a name, from right to left.
///
/// A part under another (`公安局交管局`) is covered by it; a part beside another (`科委中关村管委会`) adds to it.
#[derive(Clone, Copy, Default)]
struct Gathered {
    part: Part,
    under: Functions,
    beside: Functions,
    /// Government, party committee or township: counts when nothing else does.
    host: Functions,
}

impl Gathered {
    fn close(&mut self, next: Part) {
        let functions = self.part.all();
        if !functions.is_empty() {
            if self.part.beside {
                self.beside |= functions;
                self.under = Functions::default();
            } else {
                self.under = functions;
            }
        }
        self.part = next;
    }

    fn some(&self) -> bool {
        !(self.part.all() | self.under | self.beside).is_empty()
    }

    fn finish(mut self) -> Functions {
        self.close(Part::default());
        let functions = self.under | self.beside;
        if functions.is_empty() { self.host } else { functions }
    }
}

impl AgencyTable {
    /// Reads the name that ends where `text` ends.
    pub(super) fn read(&self, text: &str) -> Reading {
        let reading = self.read_without(text, 0);
        // 城市管理局: the word for its function ends in what begins the long ending.
        if reading.end & STRONG != 0 && reading.functions.is_empty() {
            let shorter = self.read_ending(text, self.short_ending(text), 0);
            if !shorter.functions.is_empty() {
                return Reading { functions: shorter.functions, ..reading };
            }
        }
        // 西城区: a district named by the side of its city, not a part of one.
        if reading.end == 0
            && text.ends_with("城区")
            && text.starts_with(['东', '西', '南', '北'])
            && division::is_full_name(text)
            && let Some(district) = self.word("区")
        {
            return self.read_ending(text, Some((district, "区".len())), 0);
        }
        // 基教科: an office that ends in what is a function elsewhere.
        if reading.end == WORD && reading.head > 0 && text.ends_with('科') {
            let office = self.read_ending(text, self.word("科").map(|word| (word, "科".len())), 0);
            return Reading { functions: office.functions, ..reading };
        }
        reading
    }

    /// See [`super::may_end`].
    pub(super) fn may_end(&self, text: &str) -> bool {
        self.last_word(text, ENDS).is_some()
    }

    /// The shortest ending of a name in `text`: 局 of 管理局, 中心 of 服务中心.
    fn short_ending(&self, text: &str) -> Option<(&Word, usize)> {
        let mut ends = text.char_indices().rev().map(|(at, _)| at).take(2);
        ends.find_map(|at| Some((self.word(&text[at..]).filter(|word| word.is(STRONG))?, text.len() - at)))
    }

    /// As [`Self::read`], with the classes `without` not looked for.
    pub(super) fn read_without(&self, text: &str, without: u32) -> Reading {
        let (last, word) = self.last_word_and_all(text, ENDS & !without);
        Reading { word, ..self.read_ending(text, last, without) }
    }

    /// Reads the name that ends with the given word.
    fn read_ending(&self, text: &str, last: Option<(&Word, usize)>, without: u32) -> Reading {
        let mut reading = Reading { start: text.len(), head: text.len(), ..Reading::default() };
        let Some((last, length)) = last else { return reading };
        if !last.is(ENDS & !without) {
            return reading;
        }
        let mut at = text.len() - length;
        reading.start = at;
        reading.head = at;
        reading.end = last.classes;
        reading.first = last.classes;
        let mut gathered = Gathered { part: part_of(last), ..Gathered::default() };
        // 人事科: the word for an office at the end says what it is, not that it does science.
        if last.is(SHORT) && last.is(WEAK) {
            gathered.part.functions = Functions::default();
        }
        if last.is(HOST | LEVEL | TOWN | SEAT) {
            gathered.host = last.otherwise;
        }
        if last.is(MANY | MEMBERS) {
            gathered.part.fallback = last.otherwise;
        }
        // 新城镇: a town whose name is elsewhere a word for something else.
        if last.is(TOWN) && at == "新城".len() && text.ends_with('镇') {
            return Reading { functions: last.otherwise, ..reading };
        }
        let mut joined = true;
        let mut chained = last.is(STRONG | WEAK | PEER);
        let mut hosted = last.is(HOST);
        let floor = text.len().saturating_sub(LONGEST);
        while at > floor {
            let wanted = if chained { INNER | SHORT } else { INNER } & !without;
            let mut found = self.last_word(&text[..at], wanted);
            // 中城镇人民政府: in front of a government 城镇 is the end of a town's name.
            if last.is(HOST) && at == reading.head && found.is_some_and(|(word, _)| word.is(NONE)) {
                let town = Some("镇").filter(|town| text[..at].ends_with(town));
                found = town.and_then(|town| Some((self.word(town)?, town.len()))).or(found);
            }
            // 丹州街道: no prefecture has streets of its own, 州 ends the name.
            if at == reading.head && last.is(TOWN) && &text[at..] == "街道" && ends_in_zhou(&text[..at]) {
                found = None;
            }
            let Some((word, length)) = found else {
                if last.is(MANY | MEMBERS) && joined && !known_joint(&text[..at]) {
                    break;
                }
                at -= text[..at].chars().next_back().map_or(at, char::len_utf8);
                (joined, chained, hosted) = (false, false, false);
                continue;
            };
            // 科 is a function only in an unbroken run: as a word for a section it says nothing.
            let silent;
            let word = if !word.is(SHORT) || chained || word.is(WORD) {
                word
            } else {
                silent = Word { classes: word.classes & !SHORT, ..*word };
                &silent
            };
            let adjacent = at == reading.head;
            at -= length;
            if !word.is(wanted & !NONE) {
                (joined, chained, hosted) = (false, false, false);
                continue;
            }
            if last.is(MEMBERS) || last.is(MANY) && !word.is(WORD | FILLER | JOINT | LEVEL) {
                if joined && word.is(LEVEL | SEAT) {
                    reading.start = at;
                    reading.first = word.classes;
                    reading.known = true;
                }
                break;
            }
            // 农田建设指挥部, 劳动保障监察大队: what is done about the function before, which counts alone.
            let manner;
            let word =
                if adjacent && word.is(WORD) && is_manner(&text[at..at + length], &text[reading.head..]) {
                    manner = Word { classes: word.classes & !(WORD | SHORT) | REST, ..*word };
                    &manner
                } else {
                    word
                };
            let counts = self.take(word, &mut gathered, hosted, joined);
            if adjacent && word.is(WORD | SHORT | REST | SEAT | HOST) {
                reading.borne = true;
            }
            if joined && counts {
                reading.start = at;
                reading.first = word.classes;
                reading.known = true;
            }
            if word.is(LEVEL | SEAT) || word.is(TOWN) && !word.is(WORD) {
                if gathered.some() {
                    break;
                }
                chained = false;
            } else {
                chained = !word.is(FILLER | NONE) && (chained || word.is(STRONG | PEER));
            }
            hosted = word.is(HOST);
        }
        let own = last.is(NAME) && works_inside(text, reading.head);
        reading.functions = if own { last.functions } else { gathered.finish() };
        reading
    }

    /// Adds one word left of the head to what was gathered; whether it is more than a filler.
    #[allow(clippy::unused_self)]
    fn take(&self, word: &Word, gathered: &mut Gathered, hosted: bool, joined: bool) -> bool {
        if word.is(TOWN) && hosted {
            gathered.host |= word.otherwise;
            return true;
        }
        if word.is(STRONG | PEER | NAME | PARTY | LEAGUE) && (joined || !word.is(STRONG) || word.is(NAME)) {
            gathered.close(part_of(word));
            return true;
        }
        if word.is(WORD | SHORT) {
            gathered.part.functions |= word.functions;
            return true;
        }
        if word.is(REST) {
            gathered.part.rest |= word.functions;
            return true;
        }
        if word.is(HOST | SEAT) {
            gathered.host |= word.otherwise;
            return true;
        }
        word.is(LEVEL | TOWN)
    }
}

/// Whether the text is a place's own name of two characters or three that ends in 州.
fn ends_in_zhou(text: &str) -> bool {
    const WIDE: usize = '州'.len_utf8();
    text.strip_suffix('州').is_some_and(|stem| {
        (stem.len() == WIDE || stem.len() == 2 * WIDE)
            && !stem.starts_with(['各', '全', '省', '市', '盟', '地', '县', '自', '本', '我'])
            && !stem.ends_with(['、', '（', '市', '区', '县', '盟'])
    })
}

/// Whether the text ends with a mark that may stand inside a name.
fn known_joint(text: &str) -> bool {
    text.ends_with(['、', '（', '）'])
}

/// Whether a word in front of the head says what is done about the function before it, not what the function is.
fn is_manner(word: &str, head: &str) -> bool {
    match word {
        "建设" => ["指挥部", "小组", "专班"].iter().any(|body| head.contains(body)),
        "监察" => true,
        _ => false,
    }
}

/// Whether a name's head is an association inside an institution, whose own work it does not do: `某某大学科协`.
fn works_inside(text: &str, head: usize) -> bool {
    const INSTITUTIONS: [&str; 4] = ["大学", "学院", "中学", "医院"];
    matches!(&text[head..], "科协" | "科学技术协会")
        && INSTITUTIONS.iter().any(|institution| text[..head].ends_with(institution))
}

fn part_of(word: &Word) -> Part {
    let fallback = if word.is(STRONG | PEER) { word.otherwise } else { Functions::default() };
    Part { functions: word.functions, fallback, rest: Functions::default(), beside: word.is(PEER) }
}
