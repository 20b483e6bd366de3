//! Estimates at which width a document was wrapped, if it was.
//!
//! Two kinds are told apart. A *cut* document has exactly so many characters on every full line, wherever that falls
//! (mail, databases, careless conversion). A *set* document fills its lines up to so many columns and moves what
//! does not fit: a wide character, a word in Latin letters, a mark that must not begin a line.

use crate::evidence::{self, Start};
use crate::join::indent;
use crate::line::Line;
use crate::rewrap;
use crate::table::is_units;
use gongwen_text::chars::columns;

/// How a document was wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Width {
    /// Every full line has this many characters.
    Cut(usize),
    /// Lines are filled up to this many columns.
    Set(usize),
}

/// Lines longer than this, in bytes, were not wrapped.
const LINE_MAX: usize = 640;
/// Fewest characters of a wrapped line.
const CHARS_MIN: usize = 16;
/// Most columns by which a set line falls short of the width.
const SLACK: usize = 4;
/// One in so many lines may be longer than the others.
const OUTLIERS: usize = 50;
/// Fewest full lines.
const FULL_MIN: usize = 4;

/// A line of words and its size.
struct Measured<'l, 'a> {
    line: &'l Line<'a>,
    characters: usize,
    columns: usize,
    /// Whether it is a whole row of bars, beside another one.
    barred: bool,
}

/// A wrapped document.
pub(crate) struct Wrapped {
    /// How it was wrapped.
    pub(crate) width: Width,
    /// Of every line of words: whether it is full, so that the next may only have been put on a new line for want of room.
    pub(crate) full: Vec<bool>,
}

impl Measured<'_, '_> {
    /// A mark that must not begin a line may hang behind the last character of a full line.
    fn hung(&self) -> usize {
        usize::from(self.hung_columns() > 0)
    }

    /// Columns of that mark.
    fn hung_columns(&self) -> usize {
        // Most lines end with a Han character.
        if matches!(self.line.raw.as_bytes(), [.., 0xE4..=0xE9, _, _]) {
            return 0;
        }
        self.line.raw.trim_end().chars().next_back().filter(|&c| is_closing(c)).map_or(0, columns)
    }

    /// Whether the line is a row of cells apart by blanks, tabs or bars, which says nothing about the width of the prose around it.
    fn is_row(&self) -> bool {
        self.barred || rewrap::is_row(self.line.raw) || self.is_tabbed()
    }

    /// Whether tabs part the line into three cells or more.
    fn is_tabbed(&self) -> bool {
        memchr::memchr_iter(b'\t', self.line.text.as_bytes()).nth(1).is_some()
    }
}

impl Width {
    /// The width of the lines of words, or `None` when the document is not wrapped.
    pub(crate) fn of(lines: &[Line<'_>]) -> Option<Wrapped> {
        let (mut all, mut long) = (0usize, 0usize);
        for line in lines.iter().filter(|l| l.has_words()) {
            all += 1;
            long += usize::from(line.raw.len() > LINE_MAX);
        }
        if all < FULL_MIN || long > all / OUTLIERS {
            return None;
        }
        let mut words = Vec::with_capacity(all);
        words.extend(lines.iter().filter(|l| l.has_words()).map(|line| {
            let (characters, columns) = measure(line.raw);
            Measured { line, characters, columns, barred: false }
        }));
        mark_barred(&mut words);
        let mut sizes = Vec::with_capacity(all);
        let plain = top(&mut sizes, words.iter().map(|m| m.characters))?;
        for hanging in [false, true] {
            let cut =
                if hanging { top(&mut sizes, words.iter().map(|m| m.characters - m.hung()))? } else { plain };
            let is_full = |m: &Measured<'_, '_>| {
                m.characters == cut || cut != plain && m.characters == cut + 1 && m.hung() == 1
            };
            let full = words.iter().filter(|m| is_full(m)).count();
            let near = words.iter().filter(|m| m.characters + 3 >= cut && m.characters < cut).count();
            if cut >= CHARS_MIN
                && full >= FULL_MIN
                && full * 12 >= all
                && near * 2 <= full
                && goes_on(&words, is_full)
            {
                return Some(Self::Cut(cut).wrapped(&words));
            }
        }
        // Marks hang over the edge in what a word processor sets: the few lines that they lengthen do not make the others short.
        let prose = words.iter().filter(|m| !m.is_row());
        let set = top(&mut sizes, prose.map(|m| m.columns - m.hung_columns()))?;
        let all = sizes.len();
        let is_full = |m: &Measured<'_, '_>| m.columns + SLACK >= set && !m.is_row();
        let full = words.iter().filter(|m| is_full(m)).count();
        (set >= 2 * CHARS_MIN && full >= FULL_MIN && full * 10 >= all && goes_on(&words, is_full))
            .then(|| Self::Set(set).wrapped(&words))
    }

    fn wrapped(self, words: &[Measured<'_, '_>]) -> Wrapped {
        let mut full: Vec<bool> =
            words.windows(2).map(|pair| self.is_full(&pair[0], pair[1].line.text)).collect();
        full.push(false);
        Wrapped { width: self, full }
    }

    /// Whether `last` is full before `next`.
    fn is_full(self, last: &Measured<'_, '_>, next: &str) -> bool {
        match self {
            Self::Cut(n) => last.characters >= n,
            // So far from the width no first piece is too long.
            Self::Set(n) if last.columns + PIECE_COLUMNS <= n => false,
            // A row that is wider than the prose was not wrapped.
            Self::Set(n) if last.columns > n && last.is_tabbed() => false,
            Self::Set(n) => {
                let raw = last.line.raw;
                // Most lines end with a Han character.
                let han = matches!(raw.as_bytes(), [.., 0xE4..=0xE9, _, _]);
                let behind = if han { 0 } else { raw.len() - raw.trim_end().len() };
                let spaces = if behind > 0 { measure(&raw[raw.len() - behind..]).1 } else { 0 };
                last.columns - spaces + first_piece(next) > n
            }
        }
    }
}

/// The largest size but for outliers. `sizes` is room to work in.
fn top(sizes: &mut Vec<usize>, all: impl Iterator<Item = usize>) -> Option<usize> {
    sizes.clear();
    sizes.extend(all);
    let spared = sizes.len() / OUTLIERS;
    (spared < sizes.len()).then(|| *sizes.select_nth_unstable_by(spared, |a, b| b.cmp(a)).1)
}

/// Whether most full lines stop in the middle of a sentence that the next line takes up.
fn goes_on(words: &[Measured<'_, '_>], is_full: impl Fn(&Measured<'_, '_>) -> bool) -> bool {
    let (mut full, mut on) = (0usize, 0usize);
    for (i, measured) in words.iter().enumerate().filter(|(_, m)| is_full(m)) {
        full += 1;
        let taken_up = || {
            words.get(i + 1).is_some_and(|n| match evidence::start(n.line.text) {
                Start::Words | Start::Continued => true,
                // `三、四级支流` flush left below an indented line counts nothing.
                Start::Labelled(_) => indent(measured.line.raw) >= 2 && indent(n.line.raw) == 0,
                _ => false,
            })
        };
        // A whole list of bodies, or one below a line that does not end in the middle of a list: cells one a line.
        let cell = || {
            let bodies = |text: &str| !text.ends_with(['、', '，']) && is_units(text);
            let (line, next) = (measured.line.text, words.get(i + 1).map_or("", |next| next.line.text));
            bodies(line)
                || bodies(next) && !next.contains(['）', ')']) && !line.ends_with(['、', '，', '（', '('])
        };
        // Rows of cells that stand in columns are as wide as each other.
        let row = || {
            measured.barred || ["   ", "\u{3000}\u{3000}"].iter().any(|gap| measured.line.text.contains(gap))
        };
        on += usize::from(!evidence::is_sentence(measured.line.text) && taken_up() && !cell() && !row());
    }
    on * 10 >= full * 6
}

/// Marks the whole rows of bars: lines side by side with as many bars, two at least.
fn mark_barred(words: &mut [Measured<'_, '_>]) {
    let mut above = 0;
    for at in 0..words.len() {
        let bars = rewrap::count_bars(words[at].line.text);
        if bars >= 2 && bars == above {
            words[at - 1].barred = true;
            words[at].barred = true;
        }
        above = bars;
    }
}

/// Characters of a line.
pub(crate) fn characters(text: &str) -> usize {
    measure(text).0
}

/// Characters and columns of a line, eight bytes at a time.
///
/// Characters of three bytes and more are wide here; what is narrow among them does not occur in these texts.
fn measure(text: &str) -> (usize, usize) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // Counts of a byte each cannot overflow in so many words and one more.
    const WORDS: usize = 254;
    // One bit a byte: does it go on a character, does it begin a wide one?
    let flags = |word: u64| {
        let (high, second) = (word >> 7, word >> 6);
        (high & !second & ONES, high & second & (word >> 5) & ONES)
    };
    let bytes = text.as_bytes();
    let (mut inner, mut wide) = (0, 0);
    for part in bytes.chunks(WORDS * 8) {
        let (words, rest) = part.as_chunks::<8>();
        let last = rest.iter().rev().fold(0, |last, &byte| last << 8 | u64::from(byte));
        let (mut inners, mut wides) = flags(last);
        for &word in words {
            let (inner, wide) = flags(u64::from_le_bytes(word));
            inners += inner;
            wides += wide;
        }
        inner += lanes(inners);
        wide += lanes(wides);
    }
    let characters = bytes.len() - inner;
    (characters, characters + wide)
}

/// The sum of the eight bytes of a word.
fn lanes(word: u64) -> usize {
    const EVEN: u64 = 0x00FF_00FF_00FF_00FF;
    let pairs = (word & EVEN) + (word >> 8 & EVEN);
    (pairs.wrapping_mul(0x0001_0001_0001_0001) >> 48) as usize
}

/// Most characters of what cannot be parted.
const PIECE_MAX: usize = 24;
/// Most columns of it.
const PIECE_COLUMNS: usize = 2 * PIECE_MAX;

/// Columns of what cannot be parted at the start of `text`: a word or a character, and the marks that must not begin
/// a line.
fn first_piece(text: &str) -> usize {
    // Most lines begin with two Han characters.
    if let [0xE4..=0xE9, _, _, 0xE4..=0xE9, ..] = text.as_bytes() {
        return 2;
    }
    let mut chars = text.trim_start().chars().take(PIECE_MAX).peekable();
    let mut sum = 0;
    while let Some(&c) = chars.peek() {
        if sum > 0 && !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '%' | '+' | '/')) {
            break;
        }
        sum += columns(c);
        chars.next();
        if !c.is_ascii() {
            break;
        }
    }
    sum + chars.take_while(|&c| is_closing(c)).map(columns).sum::<usize>()
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '。' | '，'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '）'
            | '》'
            | '”'
            | '’'
            | '％'
            | '%'
            | ','
            | ';'
            | ')'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numerals that the next line begins with count nothing where only paragraphs are indented.
    #[test]
    fn numerals_flush_left_go_on() {
        let paragraph = |label: &str, next: &str| {
            format!("　　（{label}）全面摸排并且集中整治流域面积较小的\n{next}支流，确保水流畅通。\n")
        };
        let text: String = [("一", "三、四级"), ("二", "二、三级"), ("三", "一、二级"), ("四", "四、五级")]
            .iter()
            .map(|(label, next)| paragraph(label, next))
            .collect();
        let read = |text: &str| crate::read(text.as_bytes(), None).expect("text is read").text;
        assert_eq!(read(&text).lines().filter(|line| line.contains("较小的")).count(), 4);
        assert!(read(&text).contains("较小的三、四级支流"), "{}", read(&text));
        let apart = text.replace("的\n", "的\n　　");
        assert!(!read(&apart).contains("较小的三、四级支流"), "{}", read(&apart));
    }

    /// The rows of a wide table below the prose are no longer lines that set its width.
    #[test]
    fn a_wide_table_is_no_measure_of_the_prose() {
        let paragraph = "\u{20}   （一）回收农膜。健全村收集、乡转运、县处置的回收处理体系，设立\n\
                         标准化回收网点，覆盖全部乡镇，做到每个行政村至少建设一个回收网\n\
                         点，回收率不断提高。\n";
        let row = "序号   指标名称                        单位    2024年   2025年   2026年   牵头单位\n";
        let read = |rows: usize| {
            let text = format!("{}附件\n{}", paragraph.repeat(3), row.repeat(rows));
            crate::read(text.as_bytes(), None).expect("text is read").text
        };
        for rows in [0, 1, 4, 40] {
            assert!(read(rows).contains("至少建设一个回收网点"), "{}", read(rows));
        }
    }

    /// One comma that hangs over the edge no longer makes the full lines short, which turned a bound round.
    #[test]
    fn marks_hang_over_the_edge() {
        let lines = [
            "　　（一）保障经费。县财政局负责保障，将每年不\n低于200万元资金纳入预算。\n",
            "　　（二）储备物资。县应急管理局储备救治床位\n不少于60张。\n",
            "　　（三）管制交通。县公安局负责现场人员疏散，\n参与事件调查。\n",
            "　　（四）抢修管网。县住房和城乡建设局在接到\n通知后组织抢修。\n",
            "　　（五）保护水源。县生态环境局负责做好饮用\n水水源地保护。\n",
        ];
        let read = |text: &str| crate::read(text.as_bytes(), None).expect("text is read").text;
        assert_eq!(read(&lines.concat()).lines().count(), 5, "{}", read(&lines.concat()));
        let chapters = "　　第四条  市容保洁公司负责收集，配备垃圾转运\n车8辆，无害化处理率保持在百分之百以上的水平。\n第三章  工作目标\n";
        let text = read(&(lines.concat() + chapters));
        assert!(text.ends_with("水平。\n第三章  工作目标\n"), "{text}");
    }

    /// Rows apart by tabs, wider than the prose, no longer set its width, and nothing goes on behind them.
    #[test]
    fn rows_of_tabs_are_no_measure_of_the_prose() {
        let paragraph = "　　1.清理垃圾。镇城管中队负责集镇区市容秩序管\n理，每周组织清理行动不少于2次，整改率达到百分\n之九十五。\n";
        let table = "片区\t责任单位\t工作内容\n东片\t镇农业综合服务中心\t沟塘清淤15口，整治残垣断壁60处\n\
                     西片\t镇文化旅游服务中心\t改造卫生厕所120户，新增绿地8亩\n以上任务由镇政府督办\n";
        let text = crate::read(format!("{}附件\n{table}", paragraph.repeat(4)).as_bytes(), None)
            .expect("text is read")
            .text;
        assert_eq!(text.lines().filter(|line| line.ends_with("达到百分之九十五。")).count(), 4, "{text}");
        assert!(text.ends_with("新增绿地8亩\n以上任务由镇政府督办\n"), "{text}");
    }

    #[test]
    fn lines_are_measured() {
        for unit in ["县", "a", "é", "县a", "，县😀"] {
            for times in [0, 1, 7, 8, 9, 800] {
                let text = unit.repeat(times);
                let wide = text.chars().filter(|c| c.len_utf8() > 2).count();
                assert_eq!(
                    measure(&text),
                    (text.chars().count(), text.chars().count() + wide),
                    "{unit} {times}"
                );
            }
        }
    }
}
