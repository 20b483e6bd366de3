//! Names of narrow columns that stand on several lines, around or below the line of the other names:
//!
//! ```text
//!  序                                              完成
//!        任务名称        牵头单位    责任单位
//!  号                                              时限
//! ```

use super::cell::{Piece, spelled};
use super::header::{self, Header};
use super::screen::bits::{Bit, bits, bits_of};
use crate::line::{Line, LineKind};

/// `header`, whose names stand on line `header.line`, with the names that are parted among that line and those around it. Each
/// part must make a known name with another.
pub(super) fn completed(lines: &[Line<'_>], header: Header) -> Header {
    [2, 1].into_iter().find_map(|han| counted(lines, &header, han)).unwrap_or(header)
}

/// The same where a Han character is `han` columns of the screen wide; `None` where no name is parted.
fn counted(lines: &[Line<'_>], header: &Header, han: usize) -> Option<Header> {
    const WIDEST: usize = 24;
    let line = header.line;
    let next = lines.get(line + 1).filter(|below| below.kind == LineKind::Words && !below.gap)?;
    // What goes on below is short; most lines below a header are rows.
    let lows = bits(next, han)?;
    if lows.is_empty() || lows.iter().any(|low| low.words.len() > WIDEST) {
        return None;
    }
    let names = bits_of(&lines[line], han, spelled(lines[line].text).into_iter())?;
    if names.len() != header.names.len() {
        return None;
    }
    let free = |bit: &Bit<'_>| !names.iter().any(|name| meet(name, bit));
    let over = line.checked_sub(1).filter(|&over| lines[over].has_words() && !lines[line].gap);
    let highs = over.and_then(|over| bits(&lines[over], han)).filter(|highs| highs.iter().all(free));
    let highs = highs.unwrap_or_default();
    let mut whole = header.clone();
    let mut around = 0;
    for low in &lows {
        let range = Piece::range(next, low.words);
        if let Some(high) = highs.iter().find(|high| meet(high, low)) {
            let name = [high.words, low.words].concat();
            header::class_of(&name).filter(|_| free(low))?;
            let at = high.at.start.min(low.at.start);
            let column = names.iter().filter(|name| name.at.start < at).count() + around;
            whole.upright.push(column);
            whole.cells.insert(column, vec![Piece::range(&lines[line - 1], high.words), range]);
            whole.names.insert(column, name);
            around += 1;
        } else {
            let mut over = names.iter().enumerate().filter(|(_, name)| meet(name, low));
            let (at, own) = over.next().filter(|_| over.next().is_none())?;
            let name = [own.words, low.words].concat();
            if header::class_of(own.words).is_some() || header::class_of(&name).is_none() {
                return None;
            }
            whole.cells[at + around].push(range);
            whole.names[at + around] = name;
        }
    }
    if around > 0 {
        // What else stands above is no part of a name: nothing is sure.
        if around < highs.len() {
            return None;
        }
        whole.top = line - 1;
    }
    whole.next = line + 2;
    whole.classes = header::classes(&header::lists(&whole.names));
    Some(whole)
}

/// Whether two words share a column of the screen.
fn meet(one: &Bit<'_>, other: &Bit<'_>) -> bool {
    one.at.start < other.at.end && other.at.start < one.at.end
}

/// The names of a header of spaces and the stretches of the screen that they take, those that stand around their line among them.
pub(super) fn names<'a>(lines: &[Line<'a>], header: &Header, han: usize) -> Option<Vec<Bit<'a>>> {
    let line = &lines[header.line];
    let mut names = bits_of(line, han, spelled(line.text).into_iter())?;
    for &column in &header.upright {
        let place = |line: &Line<'a>, &(start, end): &(u32, u32)| {
            let words = line.raw.get(start.checked_sub(line.start)? as usize..(end - line.start) as usize)?;
            bits_of(line, han, std::iter::once(words))?.pop()
        };
        let [high, low] = &header.cells.get(column)?[..] else { return None };
        let (high, low) = (place(&lines[header.top], high)?, place(lines.get(header.line + 1)?, low)?);
        let at = high.at.start.min(low.at.start)..high.at.end.max(low.at.end);
        (column <= names.len()).then(|| names.insert(column, Bit { words: high.words, at }))?;
    }
    (names.len() == header.names.len()).then_some(names)
}

/// Whether line `at` is a part of the names of `header` that stands above or below their line, where a page repeats it.
pub(super) fn repeats(lines: &[Line<'_>], header: &Header, at: usize) -> bool {
    if header.next - header.top < 2 || header.layout != header::Layout::Spaced || !header.under.is_empty() {
        return false;
    }
    let same = |one: usize, other: usize| lines.get(one).is_some_and(|line| line.text == lines[other].text);
    same(at, header.line + 1) && at > 0 && same(at - 1, header.line)
        || header.top < header.line && same(at, header.top) && same(at + 1, header.line)
}

#[cfg(test)]
mod tests {
    use crate::table::tests::check;

    const ROWS: &str = "1    建水厂    县水利局    6月\n2    修堤防    县应急局    9月\n";
    const TOLD: &str = "1 | 建水厂 | 县水利局 | 6月\n2 | 修堤防 | 县应急局 | 9月";

    #[test]
    fn a_narrow_name_stands_around_the_others() {
        let head = "序\n     任务名称    责任单位    时限\n号\n";
        let told = format!("序号 | 任务名称 | 责任单位 | 时限\n{TOLD}");
        check(&format!("{head}{ROWS}"), &told);
        let more = "3    建桥      县交通局    9月";
        check(&format!("{head}{ROWS}\n{head}{more}"), &format!("{told}\n3 | 建桥 | 县交通局 | 9月"));
    }

    #[test]
    fn a_narrow_name_goes_on_below() {
        let rows = ROWS.replace("局    ", "局    县财政局    ");
        check(
            &format!(
                "序   任务名称    责任单位    牵头单位    完成\n号                                       时限\n{rows}"
            ),
            &format!(
                "序号 | 任务名称 | 责任单位 | 牵头单位 | 完成时限\n{}",
                TOLD.replace("局 | ", "局 | 县财政局 | ")
            ),
        );
    }

    #[test]
    fn what_makes_no_name_is_no_part_of_one() {
        check(
            &format!("表\n序号 任务名称    责任单位    时限\n一、水利\n{ROWS}"),
            &format!("[表]\n序号 | 任务名称 | 责任单位 | 时限\n一、水利\n{TOLD}"),
        );
    }
}
