//! Figures shared out among places (`各镇改厕任务分解表`): a place a row, or a place a column beside the indicators.
//!
//! Only where the table says that the figures are a plan's: what places *have* (`耕地面积`, `常住人口`) is printed the same way.

use super::matrix::{BodyRow, Matrix, NOTHING};
use crate::model::{ColumnRole, TableKind};
use gongwen_lexicon::{WordSet, words};
use gongwen_text::numeral::unit_of_figure;
use gongwen_text::{Grid, Span, chars};
use std::sync::LazyLock;

/// Longest line that is looked at for a unit, in bytes: a title with a note behind it.
const LONGEST_NOTE: usize = 240;
/// Longest name of a place, in characters.
const LONGEST_PLACE: usize = 12;

struct Words {
    /// Headers of the column of places.
    places: &'static [&'static str],
    /// What the name of a place ends with.
    endings: &'static [&'static str],
    /// What says that figures are to be reached.
    planned: WordSet,
    /// What says that a title shares tasks out among all places.
    shared_out: WordSet,
    /// What says that a column tells what places have.
    stock: WordSet,
    /// What is done, or grown, to have a figure.
    yields: WordSet,
    /// What is planned without deeds (`新建`), which speak of their own column alone.
    asked: WordSet,
    /// What says that figures tell of today or of the past.
    told: WordSet,
    /// What says how much of a task was done so far.
    reached: WordSet,
    /// What says that money is raised, not paid.
    raised: WordSet,
    /// What says that figures are money.
    money: WordSet,
    /// What says of a whole table that it tells of what was, or of what is paid.
    vetoes: WordSet,
    /// What heads a sum over all places.
    sums: &'static [&'static str],
}

static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    places: words("allotment_places"),
    endings: words("allotment_endings"),
    planned: WordSet::of(&["allotment_planned", "allotment_deeds"]),
    shared_out: WordSet::of(&["allotment_shared_out"]),
    stock: WordSet::of(&["allotment_stock"]),
    yields: WordSet::of(&["allotment_yields"]),
    asked: WordSet::of(&["allotment_planned"]),
    told: WordSet::of(&["allotment_told"]),
    reached: WordSet::of(&["allotment_reached"]),
    raised: WordSet::of(&["allotment_raised"]),
    money: WordSet::of(&["allotment_money"]),
    vetoes: WordSet::of(&["allotment_vetoes"]),
    sums: words("row_sum"),
});

/// Whether a header only says that indicators stand below it.
fn names_indicators(header: &str) -> bool {
    gongwen_lexicon::column_list(header) == Some("column_indicator")
}

/// Gives a table of shares its roles and says what kind it is; `None`, and the roles left alone, where it is none.
pub(super) fn read(
    matrix: &Matrix<'_>,
    header_rows: usize,
    body: &[BodyRow],
    announced: &str,
    roles: &mut [ColumnRole],
) -> Option<TableKind> {
    if header_rows == 0 {
        return None;
    }
    let heads = |c: usize, says: &dyn Fn(&str) -> bool| {
        matrix.headers(header_rows, c).any(|header| says(header.of_text(matrix.text)))
    };
    let planned = |c: usize| heads(c, &|header| WORDS.planned.within(header));
    let figures: Vec<usize> = (0..roles.len())
        .filter(|&c| {
            !matches!(roles[c], ColumnRole::Number | ColumnRole::Baseline)
                && holds_figures(matrix, body, c, heads(c, &is_place))
        })
        .filter(|&c| !heads(c, &tells_past))
        .collect();
    // `年度任务 | 已完成 | 完成率` reports on what was shared out before.
    if (0..roles.len()).any(|c| heads(c, &|header| WORDS.reached.within(header)) && varies(matrix, body, c)) {
        return None;
    }
    let all_planned = WORDS.planned.within(announced) && !WORDS.vetoes.within(announced);

    // `指标 | 单位 | 甲镇 | 乙镇`
    let named = (0..roles.len())
        .find(|&c| roles[c] == ColumnRole::Indicator)
        .or_else(|| (0..roles.len()).find(|&c| roles[c] == ColumnRole::Task))
        .or_else(|| (0..roles.len()).find(|&c| roles[c] == ColumnRole::Group));
    let shares: Vec<usize> = figures.iter().copied().filter(|&c| heads(c, &is_place)).collect();
    if let Some(named) = named.filter(|&c| shares.len() >= 2 && !figures.contains(&c))
        && (all_planned
            || heads(named, &|header| WORDS.planned.within(header) && !names_indicators(header))
            || shares.iter().any(|&c| planned(c)))
    {
        roles[named] = ColumnRole::Indicator;
        for c in shares {
            roles[c] = ColumnRole::Share;
        }
        return Some(TableKind::Indicator);
    }

    // `镇 | 任务数（户） | 完成时限`
    let place = (0..roles.len()).find(|&c| {
        let header = matrix.header(header_rows, c).map_or("", |header| header.of_text(matrix.text));
        !figures.contains(&c) && is_place_header(header) && names_rows(matrix, body, c)
    });
    let place = place?;
    // Rows that say in words what to do share out nothing.
    if (0..roles.len()).any(|c| {
        c != place && !figures.contains(&c) && matches!(roles[c], ColumnRole::Task | ColumnRole::Measure)
    }) {
        return None;
    }
    // Where headers tell what is planned, the other columns are what the places have; `总任务` sums the others up.
    let sum = |c: usize| all_planned && heads(c, &|header| SUMS.contains(&name_of(header)));
    let told = figures.iter().any(|&c| planned(c) && !sum(c));
    // `新建` under `农田建设` says nothing of what stands under `粮食生产`.
    let own = |c: usize| all_planned && matrix.headers(header_rows, c).nth(1).is_some();
    let asked = figures.iter().any(|&c| heads(c, &|header| WORDS.asked.within(header)) && !sum(c));
    // A title that shares tasks out (`任务分解表`) speaks of every column, unless one only says that it holds what is planned (`任务数`).
    let sole = figures.iter().any(|&c| heads(c, &says_planned_alone) && !sum(c));
    let shared_out =
        |c: usize| all_planned && !sole && WORDS.shared_out.within(announced) && !heads(c, &is_stock);
    let takes = |&c: &usize| if told { planned(c) || !asked && own(c) || shared_out(c) } else { all_planned };
    let values: Vec<usize> = figures.into_iter().filter(takes).collect();
    if values.is_empty() {
        return None;
    }
    if roles[place] != ColumnRole::Lead {
        roles[place] = if is_answerable(matrix, header_rows, place) {
            ColumnRole::Responsible
        } else {
            ColumnRole::Place
        };
    }
    // `完成数量`, `建设标准` hold values, but none that is shared out.
    for (c, role) in roles.iter_mut().enumerate().filter(|(_, role)| **role == ColumnRole::Value) {
        if heads(c, &tells_past) && !planned(c) {
            *role = ColumnRole::Other;
        }
    }
    for c in values {
        roles[c] = ColumnRole::Value;
    }
    Some(TableKind::Allotment)
}

/// Whether a header says that its figures are planned and nothing else: `2025年任务（亩）`, `计划数`.
fn says_planned_alone(header: &str) -> bool {
    let name = name_of(header);
    let mut rest =
        name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '度' | '本' | '全'));
    while let Some(tail) = words("allotment_tails").iter().find(|tail| rest.ends_with(**tail)) {
        rest = rest[..rest.len() - tail.len()].trim_end();
    }
    rest.is_empty() && WORDS.planned.within(name)
}

/// Whether a header counts what a place has (`宜林地面积`, `行政村数`), and no deed of it (`造林面积`).
fn is_stock(header: &str) -> bool {
    let name = name_of(header);
    let counted = ["数", "面积", "总量", "规模"].iter().any(|end| name.ends_with(end));
    WORDS.stock.within(name) || counted && !WORDS.yields.within(name)
}

/// Headers of what the other columns add up to.
const SUMS: [&str; 5] = ["总任务", "总任务数", "任务总数", "任务合计", "合计任务"];

/// A header without the unit in a bracket behind it.
fn name_of(header: &str) -> &str {
    header[..header.find(['（', '(']).unwrap_or(header.len())].trim()
}

/// What announces a table: its title, or the clause above it that ends in a colon (`具体任务分解如下：`).
pub(super) fn announced<'a>(text: &'a str, table: &Grid) -> &'a str {
    if let Some(caption) = table.caption {
        return caption.of_text(text);
    }
    let above = text[..table.span.from()].trim_end();
    let (before, mut line) = above.rsplit_once('\n').unwrap_or(("", above));
    // `单位：亩` stands between a title and its table.
    if gongwen_lexicon::is_unit_note(line) {
        line = before.trim_end().rsplit('\n').next().unwrap_or_default();
        if line.len() <= LONGEST_NOTE && gongwen_lexicon::ends_with_any(line, words("table_title_endings")) {
            return line;
        }
    }
    let clause = line.rsplit('。').next().unwrap_or_default();
    if line.ends_with(['：', ':']) && clause.len() <= LONGEST_NOTE { clause } else { "" }
}

fn line_above<'a>(text: &'a str, table: &Grid) -> &'a str {
    text[..table.span.from()].trim_end().rsplit('\n').next().unwrap_or_default()
}

/// The unit in a note on the line above a table, or in its caption: `单位：亩`, `（单位：万元）`.
pub(super) fn unit_above(text: &str, table: &Grid) -> Option<Span> {
    gongwen_lexicon::unit_note(line_above(text, table)).map(|unit| Span::of(unit, text))
}

/// Whether every filled cell of a column is a figure, bare, with a bound (`98以上`) or with the unit of them all (`5000人`), and most
/// are filled. Below a place (`several`) stand figures of several things, each in its own unit.
fn holds_figures(matrix: &Matrix<'_>, body: &[BodyRow], column: usize, several: bool) -> bool {
    const BOUNDS: [&str; 3] = ["以上", "以下", "以内"];
    let (mut filled, mut unit) = (0, None);
    for row in body {
        let words = chars::trim(matrix.own(row.row, column));
        if words.is_empty() || NOTHING.holds(words) {
            continue;
        }
        let words = BOUNDS.iter().find_map(|bound| words.strip_suffix(bound)).unwrap_or(words);
        if unit_of_figure(words).is_none_or(|own| !several && *unit.get_or_insert(own) != own) {
            return false;
        }
        filled += 1;
    }
    filled > 0 && filled * 2 >= body.len()
}

/// Whether the rows differ in a column: what all shall reach is the same for all.
fn varies(matrix: &Matrix<'_>, body: &[BodyRow], column: usize) -> bool {
    let mut words = body.iter().map(|row| chars::trim(matrix.own(row.row, column)));
    let first = words.next();
    words.any(|words| Some(words) != first)
}

/// Whether each row has a name of its own in a column.
fn names_rows(matrix: &Matrix<'_>, body: &[BodyRow], column: usize) -> bool {
    let mut names: Vec<&str> = body.iter().map(|row| chars::trim(matrix.own(row.row, column))).collect();
    let all = names.len();
    let short = |name: &&str| !name.is_empty() && name.chars().count() <= LONGEST_PLACE;
    if all < 2 || !names.iter().all(short) {
        return false;
    }
    names.sort_unstable();
    names.dedup();
    names.len() == all && names.iter().all(|name| name.chars().any(chars::is_han))
}

/// Whether a header says that its figures tell of today or of the past, what is paid, or what all places do together.
pub(crate) fn tells_past(header: &str) -> bool {
    if WORDS.raised.within(header) && !header.trim_start().starts_with(['已', '实', '上', '去', '现']) {
        return false;
    }
    // `补助标准`, but `高标准农田` and `标准化厂房`.
    WORDS.told.within(header)
        || name_of(header).ends_with("标准")
        || WORDS.sums.iter().any(|sum| chars::is_compact_form(header, sum))
}

/// Whether a header says that its figures are money; beside what is shared out they are not to be lost without a word.
pub(crate) fn is_money(header: &str) -> bool {
    WORDS.money.within(header)
}

fn is_place(header: &str) -> bool {
    let name = header.trim();
    name.chars().count() <= LONGEST_PLACE
        && gongwen_lexicon::ends_with_any(name, WORDS.endings)
        && !is_place_header(name)
}

/// Whether a header names the places of its rows: `乡镇`, `县（市、区）`.
pub(super) fn is_place_header(header: &str) -> bool {
    let plain = header.trim_end_matches(['）', ')']);
    let plain = plain.find(['（', '(']).map_or(plain, |open| &plain[..open]);
    let whole = plain.len() == header.len();
    let is =
        |name: &&str| chars::is_compact_form(plain, name) || !whole && chars::is_compact_form(header, name);
    WORDS.places.iter().any(is)
}

/// Whether the column of places says that they answer for their share: `责任单位`.
fn is_answerable(matrix: &Matrix<'_>, header_rows: usize, column: usize) -> bool {
    let header = matrix.header(header_rows, column).map_or("", |header| header.of_text(matrix.text));
    matches!(gongwen_lexicon::column_list(header), Some("column_responsible" | "column_lead"))
        && !matches!(header.trim(), "部门" | "单位" | "单位名称")
}
