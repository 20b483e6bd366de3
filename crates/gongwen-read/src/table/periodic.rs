//! One cell a line without numbers: rows are as long as each other, or lack the first cell where it was merged with the one
//! above, and in each the last cells are what only their columns can take.

use super::cell::{Piece, begins_note, compose};
use super::fit;
use super::header::{Class, Header};
use super::words::Words;
use super::{TextCell, TextTable};
use crate::line::{Line, LineKind};
use gongwen_text::{Label, LabelStyle};

/// Most rows.
const MOST_ROWS: usize = 400;
/// Fewest rows that show how long one is.
const ROWS: usize = 2;

/// Rebuilds the rows under `header`; its first name may stand over two columns (`任务目标` over what is to be done and how).
pub(super) fn read(lines: &[Line<'_>], header: &Header) -> Option<TextTable> {
    let names = header.names.len();
    let wide = || [&[Class::Task, Class::Measure], &header.classes[1..]].concat();
    let acts = |class: &Class| matches!(class, Class::Task | Class::Measure);
    let grouped = matches!(header.classes[..], [Class::Group, ref second, ..] if acts(second));
    if header.number_column().is_some() || !grouped && !header.classes.first().is_some_and(acts) {
        return None;
    }
    by_length(lines, header, &header.classes)
        .or_else(|| (names == 2).then(|| by_length(lines, header, &wide())).flatten())
}

fn by_length(lines: &[Line<'_>], header: &Header, classes: &[Class]) -> Option<TextTable> {
    let columns = classes.len();
    let below = lines.iter().enumerate().skip(header.next);
    let mut words = below.filter(|(_, line)| line.kind == LineKind::Words).take(MOST_ROWS * columns);
    // A group of rows, or a task over its measures, stands beside the first of them only.
    let acts = |class: &Class| matches!(class, Class::Task | Class::Measure);
    let merges = columns > 2 && acts(&classes[1]);
    let is_row = |set: &[Piece<'_>], classes: &[Class]| {
        set.len() == classes.len()
            && !set.iter().any(|piece| header.repeats(piece.text))
            && fit::proves(set, classes)
    };
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    // Where each row begins, and where the last one ends.
    let mut cuts = vec![0];
    // Nothing is looked at behind the first row that is none: another table may begin there.
    loop {
        let from = cuts[cuts.len() - 1];
        let lack = from + columns - pieces.len();
        pieces.extend(words.by_ref().take(lack).map(|(at, line)| Piece::whole(line, at, false)));
        let set = &pieces[from..];
        let short = set.get(..columns - 1).filter(|_| merges && cuts.len() > 1);
        if is_row(set, classes) {
            cuts.push(from + columns);
        } else if short.is_some_and(|short| is_row(short, &classes[1..])) {
            cuts.push(from + columns - 1);
        } else {
            break;
        }
    }
    let behind = cuts[cuts.len() - 1];
    if cuts.len() <= ROWS || pieces.get(behind).is_some_and(|piece| !ends_before(*piece)) {
        return None;
    }
    let mut words = Words::default();
    let over = columns - header.names.len();
    let names = header.cells.iter().enumerate().map(|(at, parts)| {
        let cell = TextCell::single(if at == 0 { 0 } else { at + over }, words.joined(parts));
        if at == 0 { TextCell { colspan: 1 + over as u16, ..cell } } else { cell }
    });
    let mut rows: Vec<Vec<TextCell>> = vec![names.collect()];
    let mut whole = 0;
    for cut in cuts.windows(2) {
        let set = &pieces[cut[0]..cut[1]];
        let from = columns - set.len();
        let cell = |(column, piece): (usize, &Piece<'_>)| {
            let place = compose(&mut words, std::slice::from_ref(piece), classes[column], 0);
            TextCell::single(column, place)
        };
        let row = (from..columns).zip(set).map(cell).collect();
        if from == 0 {
            whole = rows.len();
        } else if let Some(above) = rows[whole].first_mut() {
            above.rowspan = above.rowspan.saturating_add(1);
        }
        rows.push(row);
    }
    let end = pieces[behind - 1].line + 1;
    Some(TextTable {
        lines: header.top..end,
        caption: None,
        header_rows: 1,
        columns,
        rows,
        unsure: None,
        words,
    })
}

/// Whether what stands behind the last row is no cell of a further one.
fn ends_before(piece: Piece<'_>) -> bool {
    const LONG: usize = 40 * '某'.len_utf8();
    piece.heading
        || piece.text.len() > LONG
        || begins_note(piece.text)
        || ["附件", "附："].iter().any(|mark| piece.text.starts_with(mark))
        || Label::read(piece.text).is_some_and(|label| label.style <= LabelStyle::HanParen)
}
