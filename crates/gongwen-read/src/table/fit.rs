//! Which column a line of a row belongs to, when the grid does not say.

use super::cell::{Piece, are_names};
use super::header::Class;
use crate::wrap::characters;
use gongwen_lexicon::WordSet;
use gongwen_text::Label;
use gongwen_text::chars::encoded_len;
use std::sync::LazyLock;

/// What can be told of a piece without its place.
#[allow(clippy::struct_excessive_bools, reason = "independent marks of one look")]
#[derive(Clone, Copy)]
struct Look {
    units: bool,
    label: bool,
    sentence: bool,
    number: bool,
    date: bool,
    nothing: bool,
    chars: usize,
}

impl Look {
    fn of(text: &str) -> Self {
        /// Characters of a line that is a sentence whatever stands in it.
        const LONG: usize = 40;
        // How long a sentence is does not matter.
        let chars = if text.len() > LONG * char::MAX.len_utf8() { 200 } else { characters(text) };
        let marks = if chars > LONG { Marks { stop: true, ..Marks::default() } } else { Marks::of(text) };
        let label = Label::read(text).is_some();
        // `新建医院1所` counts, `完善文化场馆` acts.
        let units = !label && are_names(text) && !counts(text) && !acts(text);
        Self {
            units,
            label,
            // A list of names may be parted by commas.
            sentence: marks.stop || chars > 24 && marks.comma && !units,
            number: is_number(text),
            date: chars <= 24 && (marks.date || is_month(text)),
            nothing: text.is_empty() || text.len() <= 12 && says_nothing(text),
            chars,
        }
    }
}

/// Whether a piece is a figure and nothing else, the marks around it aside.
fn is_number(text: &str) -> bool {
    // Most begin with a word.
    if let [0xE5..=0xE9, ..] = text.as_bytes() {
        return false;
    }
    let bare = text.trim_start_matches(FIGURE_MARKS);
    let figure = bare.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b'-')).count();
    figure > 0 && bare[figure..].chars().all(|c| FIGURE_MARKS.contains(&c))
}

/// Whether a figure is a month of a year: `2023.9`.
fn is_month(figure: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    figure.split_once(['.', '-']).is_some_and(|(year, month)| {
        year.len() == 4
            && year.starts_with("20")
            && digits(year)
            && digits(month)
            && month.parse().is_ok_and(|month: u8| (1..=12).contains(&month))
    })
}

/// Whether a piece ends in a number and its unit, which may also end names.
fn counts(text: &str) -> bool {
    text.strip_suffix(['所', '院', '站', '部', '处', '室'])
        .is_some_and(|stem| stem.ends_with(|c: char| c.is_ascii_digit()))
}

static DEEDS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["cell_deeds"]));

/// Whether a piece begins with what is done, as no name of a body does.
fn acts(text: &str) -> bool {
    // 建设局, 组织部, 规划办
    const BODIES: [char; 9] = ['局', '委', '厅', '办', '部', '司', '队', '处', '站'];
    DEEDS.begins(text)
        || ["建设", "发展", "规划", "组织"].iter().any(|deed| text.starts_with(deed))
            && !text.ends_with(BODIES)
}

/// What may stand around a figure.
const FIGURE_MARKS: [char; 12] = ['%', '％', ' ', '≥', '≤', '>', '<', '＞', '＜', '以', '上', '下'];

/// A bit for the last byte of each Han character that a word of time begins with: 年底季常月期持立.
const TIMES: u64 =
    1 << 0x34 | 1 << 0x15 | 1 << 0x23 | 1 << 0x38 | 1 << 0x08 | 1 << 0x1F | 1 << 0x01 | 1 << 0x0B;

/// Marks and words that tell what a cell is.
#[derive(Clone, Copy, Default)]
struct Marks {
    /// `。` `；` `;`
    stop: bool,
    /// `，` `,`
    comma: bool,
    /// A word of time.
    date: bool,
}

impl Marks {
    fn of(text: &str) -> Self {
        let mut marks = Self::default();
        let mut rest = text.as_bytes();
        while let Some(&lead) = rest.first() {
            if let [0xE4..=0xE9, _, third, behind @ ..] = rest
                && TIMES >> (third & 63) & 1 == 0
            {
                rest = behind;
                continue;
            }
            let begins = |words: &[&str]| words.iter().any(|word| rest.starts_with(word.as_bytes()));
            // By the first byte.
            match lead {
                0xE5 => marks.date |= begins(&["年", "底", "季", "常态"]),
                0xE6 => marks.date |= begins(&["月", "期", "持续"]),
                0xE7 => marks.date |= begins(&["立即"]),
                0xE3 => marks.stop |= begins(&["。"]),
                0xEF => {
                    marks.stop |= begins(&["；"]);
                    marks.comma |= begins(&["，"]);
                }
                b';' => marks.stop = true,
                b',' => marks.comma = true,
                _ => {}
            }
            rest = &rest[encoded_len(lead)..];
        }
        marks
    }
}

/// Whether a cell holds a dash or a ditto.
pub(super) fn says_nothing(text: &str) -> bool {
    static NOTHING: LazyLock<[&'static [&'static str]; 2]> =
        LazyLock::new(|| ["cell_nothing", "cell_ditto"].map(gongwen_lexicon::words));
    NOTHING.iter().any(|list| list.contains(&text))
}

/// How well a piece begins a cell of this class.
fn begins(class: Class, look: Look) -> i32 {
    if look.nothing {
        return 2;
    }
    match class {
        Class::Number => {
            if look.number {
                8
            } else {
                -12
            }
        }
        Class::Group if look.label && look.sentence || look.chars > 30 => -8,
        Class::Group => match look {
            Look { units: true, .. } | Look { number: true, .. } => -4,
            Look { label: true, .. } => 0,
            _ => 2,
        },
        Class::Task | Class::Measure => match look {
            Look { label: true, .. } => 4,
            Look { number: true, .. } => -8,
            Look { units: true, sentence: false, .. } => -4,
            Look { date: true, sentence: false, .. } if look.chars < 12 => -2,
            Look { sentence: true, .. } => {
                if class == Class::Measure {
                    5
                } else {
                    3
                }
            }
            _ => {
                if class == Class::Task {
                    3
                } else {
                    1
                }
            }
        },
        Class::Lead | Class::Units => match look {
            // `迁建政务服务中心。` ends like a body and like a sentence.
            Look { units: true, sentence: true, .. } => 2,
            Look { units: true, .. } => 6,
            Look { label: true, .. } | Look { sentence: true, .. } | Look { number: true, .. } => -8,
            Look { chars, .. } if chars <= 8 => 1,
            _ => -4,
        },
        Class::Due => {
            if look.date {
                7
            } else if look.sentence || look.units {
                -8
            } else {
                -4
            }
        }
        Class::Value => {
            if look.number {
                6
            } else if look.units || look.chars > 20 {
                -6
            } else {
                -1
            }
        }
        Class::Any => 0,
    }
}

/// How well a piece goes on in a cell of this class.
fn goes_on(class: Class, look: Look) -> i32 {
    match class {
        Class::Lead | Class::Units if look.sentence || look.label => -8,
        Class::Lead | Class::Units if look.units => 3,
        Class::Lead | Class::Units => {
            if look.chars <= 8 {
                0
            } else {
                -3
            }
        }
        Class::Measure | Class::Task if look.units && !look.sentence => -3,
        Class::Measure => 1,
        Class::Task => 0,
        Class::Group | Class::Any => {
            if look.sentence {
                -6
            } else {
                -1
            }
        }
        Class::Due => {
            if look.date {
                0
            } else {
                -6
            }
        }
        Class::Number | Class::Value => -6,
    }
}

/// What an empty cell costs.
fn empty(class: Class) -> i32 {
    match class {
        Class::Group | Class::Lead => -1,
        Class::Any => -2,
        Class::Units | Class::Due | Class::Value => -3,
        Class::Task | Class::Measure => -4,
        Class::Number => -8,
    }
}

/// Whether one piece a column, in order, contradicts none of them.
pub(super) fn fits(pieces: &[Piece<'_>], classes: &[Class]) -> bool {
    pieces.iter().zip(classes).all(|(piece, &class)| begins(class, Look::of(piece.text)) > -8)
}

/// Whether one piece a column fits beyond doubt: there is a column of times or of bodies, and under each stands what only it can
/// take.
pub(super) fn proves(pieces: &[Piece<'_>], classes: &[Class]) -> bool {
    let mut told = 0;
    let sure = pieces.iter().zip(classes).all(|(piece, &class)| {
        let look = Look::of(piece.text);
        let units = look.units && !look.sentence;
        match class {
            Class::Due => {
                told += 1;
                let figures = |c: char| c.is_ascii_digit() || c == '期' || c == '底';
                let told = piece.text.contains(figures)
                    || ["每", "全年", "常态", "持续", "立即"].iter().any(|word| piece.text.starts_with(word));
                look.date && !look.units && !look.sentence && told
            }
            Class::Lead | Class::Units => {
                told += 1;
                units
            }
            Class::Task | Class::Measure => !units && begins(class, look) > -8,
            _ => begins(class, look) > -8,
        }
    });
    sure && told > 0
}

/// The columns of the cells of a row that has fewer than the table, one a cell: where they stand better apart than in the first
/// columns, by their kinds. `None` where that is not sure.
///
/// `merged`: the cells that lack were merged with those above, so that they cost nothing; one name alone heads a group.
pub(super) fn spread(pieces: &[Piece<'_>], classes: &[Class], merged: bool) -> Option<Vec<usize>> {
    /// How much better the row must stand than with its cells in the first columns.
    const SURE: i32 = 4;
    if pieces.is_empty() || pieces.len() >= classes.len() || pieces.iter().any(|piece| piece.text.is_empty())
    {
        return None;
    }
    if merged && pieces.len() == 1 && !pieces[0].text.ends_with(['。', '；', ';']) {
        return None;
    }
    let empty = |class| if merged { 0 } else { empty(class) };
    let (mut places, score) = lay(pieces, classes, true, empty)?;
    if merged {
        to_last_of_two(&mut places, classes);
    }
    let apart = places.windows(2).all(|w| w[0] < w[1]);
    let cells = pieces.iter().zip(classes).map(|(piece, &class)| begins(class, Look::of(piece.text)));
    let padded: i32 =
        cells.sum::<i32>() + classes[pieces.len()..].iter().map(|&class| empty(class)).sum::<i32>();
    (apart && score >= SURE && score >= padded + SURE).then_some(places)
}

/// Of two columns for the same, of which a row has only one, the first was merged with the row above.
pub(super) fn to_last_of_two(places: &mut [usize], classes: &[Class]) {
    to_last(
        places,
        |left, right| {
            classes[left] == classes[right]
                && matches!(classes[right], Class::Task | Class::Measure | Class::Group)
        },
        classes.len(),
    );
}

/// Of two columns of bodies, of which a further line of a row has only one, who leads was merged with the line above.
pub(super) fn to_last_of_bodies(places: &mut [usize], classes: &[Class]) {
    let bodies = |column: usize| matches!(classes[column], Class::Lead | Class::Units);
    to_last(places, |left, right| bodies(left) && bodies(right), classes.len());
}

/// Moves what stands in the left one of two columns for the same, `pair`, to the right one where that is empty.
fn to_last(places: &mut [usize], pair: impl Fn(usize, usize) -> bool, columns: usize) {
    let mut behind = columns;
    for place in places.iter_mut().rev() {
        let next = *place + 1;
        if next < behind && pair(*place, next) {
            *place = next;
        }
        behind = *place;
    }
}

/// Whether cells in these columns leave it open which of two neighbouring columns of bodies is empty.
pub(super) fn torn(places: &[usize], classes: &[Class]) -> bool {
    let bodies = |class: &Class| matches!(class, Class::Lead | Class::Units);
    classes
        .windows(2)
        .enumerate()
        .any(|(left, pair)| pair.iter().all(bodies) && places.contains(&left) != places.contains(&(left + 1)))
}

/// Whether one cell a line leaves it open which of two neighbouring columns of bodies is empty; then they stand where they more
/// likely do.
///
/// `classes` are those of all columns of `names` but the first.
pub(super) fn settle_torn(
    pieces: &[Piece<'_>],
    places: &mut [usize],
    names: &[String],
    classes: &[Class],
) -> bool {
    if !torn(places, classes) {
        return false;
    }
    for left in 0..classes.len() - 1 {
        let Some(first) = places.iter().position(|&place| place == left + 1) else { continue };
        if classes[left] != Class::Lead || classes[left + 1] != Class::Units || places.contains(&left) {
            continue;
        }
        let end = first + places[first..].iter().take_while(|&&place| place == left + 1).count();
        // The blank line is the empty cell; who leads may do so alone, who supports does not.
        let blank = pieces.get(end).is_some_and(|piece| piece.gap) && !pieces[first].gap;
        let helps = || gongwen_lexicon::column_list(&names[left + 2]) == Some("column_support");
        if blank || helps() && !pieces[first].gap {
            places[first..end].fill(left);
        }
    }
    true
}

/// The column of every piece, ascending, and how sure that is (below 0: not).
///
/// `tabbed`: cells of this table begin with tabs, so that a line without one goes on. Pieces without words stand for
/// cells printed empty.
pub(super) fn place(pieces: &[Piece<'_>], classes: &[Class], tabbed: bool) -> Option<(Vec<usize>, i32)> {
    lay(pieces, classes, tabbed, empty)
}

/// [`place`] with what an empty cell of a class costs.
fn lay(
    pieces: &[Piece<'_>],
    classes: &[Class],
    tabbed: bool,
    empty: impl Fn(Class) -> i32,
) -> Option<(Vec<usize>, i32)> {
    if pieces.is_empty() || classes.is_empty() {
        return None;
    }
    let columns = classes.len();
    let mut room = vec![0; 3 * columns + 1];
    let (skipped, room) = room.split_at_mut(columns + 1);
    let (mut best, mut now) = room.split_at_mut(columns);
    for (c, &class) in classes.iter().enumerate() {
        skipped[c + 1] = skipped[c] + empty(class);
    }
    let mut from: Vec<u8> = vec![0; pieces.len() * columns];
    for (i, piece) in pieces.iter().enumerate() {
        let look = Look::of(piece.text);
        // Behind `县发展和改革局、` a cell goes on.
        let open = i > 0 && pieces[i - 1].text.ends_with('、');
        for (c, &class) in classes.iter().enumerate() {
            let start = begins(class, look);
            if i == 0 {
                now[c] = start + skipped[c];
                continue;
            }
            let stay = best[c] + goes_on(class, look) - if tabbed && piece.tab { 8 } else { 0 }
                + if open { 8 } else { 0 };
            (now[c], from[i * columns + c]) = (stay, c as u8);
            for before in 0..c {
                let leap = skipped[c] - skipped[before + 1];
                let step = best[before] + leap + start - if tabbed && !piece.tab { 6 } else { 0 };
                if step > now[c] {
                    (now[c], from[i * columns + c]) = (step, before as u8);
                }
            }
        }
        std::mem::swap(&mut best, &mut now);
    }
    let (mut column, score) = (0..columns)
        .map(|c| (c, best[c] + skipped[columns] - skipped[c + 1]))
        .max_by_key(|&(c, score)| (score, c))?;
    let mut places = vec![0; pieces.len()];
    for i in (0..pieces.len()).rev() {
        places[i] = column;
        column = usize::from(from[i * columns + column]);
    }
    Some((places, score))
}

#[cfg(test)]
mod tests {
    use crate::table::tests::check;

    #[test]
    fn a_further_line_with_one_body_leaves_the_lead_to_the_line_above() {
        check(
            "序号\n项目名称\n建设内容\n牵头单位\n责任单位\n完成时限\n1\n妇幼健康\n开展筛查8000人。\n县卫健局\n县妇联\n2024年10月底前\n\
             接种疫苗2500支。\n县教育局\n2024年12月底前\n2\n便民停车\n新建停车位200个。\n县城管局\n县公安局\n2024年9月底前\n",
            "序号 | 项目名称 | 建设内容 | 牵头单位 | 责任单位 | 完成时限\n\
             1 | 妇幼健康 | 开展筛查8000人。 | 县卫健局 | 县妇联 | 2024年10月底前\n | 接种疫苗2500支。 | 县教育局 | 2024年12月底前\n\
             2 | 便民停车 | 新建停车位200个。 | 县城管局 | 县公安局 | 2024年9月底前\ntable-unread",
        );
    }
}
