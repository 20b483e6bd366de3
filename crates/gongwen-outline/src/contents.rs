//! What only the whole document tells of a line: that it belongs to the table of contents, and that `1 总则` and `1.1目的` are
//! labels because everything is numbered so (contingency plans are, `GB/T 1.1`).

use crate::unit::{Unit, UnitKind};
use gongwen_text::{Block, Decimal, Label, LabelStyle, Manuscript, chars};

/// Lines of a table of contents that are looked at.
const MOST_LINES: usize = 400;
/// Characters of a line of a table of contents, and of a heading numbered `1`.
const LONGEST: usize = 40;

/// Headings that a table of contents has at least where nothing else tells that it is one.
const FEWEST: usize = 3;

/// A line of a table of contents without the number of its page, or what a word processor prints that lost it.
fn stem(line: &str) -> &str {
    const LOST: [&str; 3] = ["错误！未定义书签。", "错误!未定义书签。", "Error! Bookmark not defined."];
    let line = LOST.iter().find_map(|lost| line.strip_suffix(lost)).unwrap_or(line);
    line.trim_end_matches(|c: char| {
        c.is_ascii_digit()
            || matches!(c, '.' | '…' | '·' | '．' | '（' | '）' | '(' | ')')
            || c.is_whitespace()
    })
}

/// How many blocks from `first` on list what stands below, without the numbers of pages: the first of them is printed
/// again where the text begins, and until there only short lines stand.
pub(crate) fn listed(manuscript: &Manuscript, start: usize) -> usize {
    let text = manuscript.text.as_str();
    let line = |at: usize| match manuscript.blocks.get(at) {
        Some(Block::Paragraph(p)) => Some(p.span.of_text(text)),
        _ => None,
    };
    let Some(first) = line(start).map(|line| chars::compact(stem(line))).filter(|first| !first.is_empty())
    else {
        return 0;
    };
    let last = first.chars().next_back();
    let repeats = |words: &str| {
        let words = stem(words);
        // Nearly every line ends in another character.
        if words.chars().next_back().map(chars::fold_width) != last {
            return false;
        }
        let words = chars::compact(words);
        words == first || words.len() >= 6 && first.strip_suffix(&*words).is_some_and(is_count)
    };
    let mut at = start + 1;
    while let Some(words) = line(at).filter(|_| at < start + MOST_LINES) {
        if repeats(words) {
            // The document's title may stand between the table and the text.
            let title =
                |at: usize| line(at).is_some_and(|line| crate::front::is_caption(line) && !is_numbered(line));
            while at > start + 1 && title(at - 1) {
                at -= 1;
            }
            return at - start;
        }
        let heading = stem(words);
        if heading.chars().count() > LONGEST || heading.contains('。') {
            break;
        }
        at += 1;
    }
    0
}

/// Whether a text is a number and its mark only: a heading may lose it where it is printed again.
fn is_count(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十第章、．.".contains(c))
}

/// As [`listed`], where no line `目录` stands: only numbered headings, three at least, are such a list.
pub(crate) fn unannounced(manuscript: &Manuscript, start: usize) -> usize {
    let text = manuscript.text.as_str();
    let numbered = |block: &Block| matches!(block, Block::Paragraph(p) if is_numbered(p.span.of_text(text)));
    let count = listed(manuscript, start);
    let all = count >= FEWEST && manuscript.blocks[start..start + count].iter().all(numbered);
    if all { count } else { 0 }
}

/// Whether a line has a label, also one that shows only beside `1.1`.
pub(crate) fn is_numbered(line: &str) -> bool {
    Label::read(line).is_some() || Label::read_decimal(line).is_some_and(|decimal| decimal.certain)
}

/// `《某区应急预案目录》`: the caption of a table of contents, or of a catalogue.
pub(crate) fn is_caption(line: &str) -> bool {
    line.len() <= 3 * LONGEST && line.trim_end_matches('》').ends_with("目录")
}

/// Whether a line may begin with a number of several parts: a figure stands behind the point, which few labels have.
fn is_parted(line: &str) -> bool {
    let figures = line.bytes().take(2).take_while(u8::is_ascii_digit).count();
    // ．
    let point =
        matches!(line.as_bytes()[figures..], [b'.', b'0'..=b'9', ..] | [0xEF, 0xBC, 0x8E, b'0'..=b'9', ..]);
    figures > 0 && point
}

/// The number of a chapter that words follow directly: `2风险评估`, not `2个指挥部`.
fn glued(line: &str) -> Option<Decimal> {
    const COUNTED: &str =
        "个家名人项条次处所座类级种月日年期批组天周米亩户台辆套万亿元吨支位件份座栋幢条车号层大是";
    const WORDS: [&str; 8] = ["组织", "人员", "项目", "条件", "支撑", "车辆", "层级", "位置"];
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let word = || WORDS.iter().any(|word| line[digits..].starts_with(word));
    let number: u32 = line[..digits].parse().ok().filter(|number| (1..=30).contains(number))?;
    let first =
        line[digits..].chars().next().filter(|&c| chars::is_han(c) && (!COUNTED.contains(c) || word()))?;
    let label = Label { style: LabelStyle::Plain, number, end: digits, start: 0 };
    let found = Decimal { label, numbers: [number, 0, 0], certain: false, apart: false };
    (line.len() > digits + first.len_utf8()).then_some(found)
}

/// Labels that only show in a document where `1.1` stands: `1 总则`, `1.1目的` without white space, and which of its `1.` are of
/// the first level.
pub(crate) fn numbered(text: &str, units: &mut [Unit]) {
    let decimal = |unit: &Unit| {
        let line = unit.span.of_text(text);
        let counts = line.as_bytes().first().is_some_and(u8::is_ascii_digit);
        let kind = matches!(unit.kind, UnitKind::Prose | UnitKind::Labelled(_));
        if counts && kind { Label::read_decimal(line).or_else(|| glued(line)) } else { None }
    };
    // Which first numbers have parts, and where the last part stands.
    let (mut parted, mut last) = (0_u64, 0);
    let mut begins = false;
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| is_parted(unit.span.of_text(text))) {
        let parts = |found: &Decimal| found.certain && found.label.style != LabelStyle::Plain;
        if let Some(Decimal { label, numbers, .. }) = decimal(unit).filter(parts) {
            parted |= 1_u64.checked_shl(numbers[0]).unwrap_or(0);
            last = at;
            begins |= label.style == LabelStyle::Decimal && numbers == [1, 1, 0];
        }
    }
    if !begins && parted.count_ones() < 2 {
        if parted != 0 {
            below_han(text, units);
        }
        return;
    }
    let parts = |number: u32| parted & 1_u64.checked_shl(number).unwrap_or(0) != 0;
    let (mut chapter, mut before) = (0, [0; 3]);
    // Whether a chapter that has parts begins without a blank: `1总则` over `1.1目的`.
    let mut tight = false;
    for (at, unit) in units.iter_mut().enumerate() {
        let line = unit.span.of_text(text);
        let heads = || line.chars().count() <= LONGEST && !line.contains(['。', '；', '，', '：']);
        match (unit.kind, decimal(unit)) {
            (UnitKind::Labelled(label), Some(found))
                if matches!(label.style, LabelStyle::Decimal | LabelStyle::Decimals) =>
            {
                before = found.numbers;
            }
            // `4.6 24小时值班`, `5.2 人员保障`: where the list counts on it is no figure.
            (UnitKind::Prose, Some(Decimal { label, numbers, certain, apart }))
                if label.style != LabelStyle::Plain
                    && (certain || follows(before, numbers) && (apart || heads())) =>
            {
                before = numbers;
                unit.kind = UnitKind::Labelled(label);
            }
            // The chapter before may have lost its number.
            (UnitKind::Prose, Some(Decimal { label, numbers, .. }))
                if label.style == LabelStyle::Plain
                    && (label.number == chapter + 1 || label.number > chapter && parts(label.number))
                    && heads()
                    && (tight || parts(label.number) || glued(line).is_none()) =>
            {
                tight |= glued(line).is_some();
                (chapter, before) = (label.number, numbers);
                unit.kind = UnitKind::Labelled(label);
            }
            (UnitKind::Labelled(label), _)
                if label.style == LabelStyle::Arabic
                    && label.number == chapter + 1
                    && (parts(label.number) || at > last)
                    && heads() =>
            {
                (chapter, before) = (label.number, [label.number, 0, 0]);
                unit.kind = UnitKind::Labelled(Label { style: LabelStyle::Plain, ..label });
            }
            _ => {}
        }
    }
}

/// `2.1项目目标` and `2.2…` below `二、`: parts of that section, two at least.
fn below_han(text: &str, units: &mut [Unit]) {
    let mut chapter = 0;
    let mut found: Vec<(usize, Label)> = Vec::new();
    let mut pending: Option<(usize, Label)> = None;
    for (at, unit) in units.iter().enumerate() {
        let line = unit.span.of_text(text);
        match unit.kind {
            UnitKind::Labelled(label) if label.style == LabelStyle::Han => {
                (chapter, pending) = (label.number, None);
            }
            UnitKind::Prose if chapter > 0 && is_parted(line) => {
                let part = Label::read_decimal(line)
                    .filter(|part| part.certain && part.label.style == LabelStyle::Decimal);
                let Some(Decimal { label, numbers: [first, number, _], .. }) = part else { continue };
                let before = pending.map_or(0, |(_, label)| label.number);
                if first == chapter && number == before + 1 && line.chars().count() <= LONGEST {
                    found.extend(pending.filter(|_| number == 2));
                    found.extend((number > 1).then_some((at, label)));
                    pending = Some((at, label));
                }
            }
            _ => {}
        }
    }
    for (at, label) in found {
        units[at].kind = UnitKind::Labelled(label);
    }
}

/// Whether numbers count on from those before: `1.3` or `1.2.1` or `2.1` behind `1.2`.
fn follows([chapter, part, last]: [u32; 3], numbers: [u32; 3]) -> bool {
    match numbers {
        [first, 1, 0] if first == chapter + 1 => true,
        [first, next, 0] => first == chapter && next == part + 1,
        [first, second, next] => (first, second) == (chapter, part) && next == last + 1,
    }
}
