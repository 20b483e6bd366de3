//! Administrative divisions (GB/T 2260).
//!
//! Owns `data/divisions.tsv`: county level and above, 1980 to today, sorted by name. The text of the table is searched
//! in place; development zones, towns and villages are not in it.

mod names;
mod scan;

pub(crate) use names::is_short_name;
pub use names::short_name;
pub use scan::{Found, divisions_in};
pub(crate) use scan::{full_name_at_end, is_doubtful, level_at_start, level_of_front};

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::LazyLock;

/// Level of a division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DivisionLevel {
    /// 省, 自治区, 直辖市
    Province,
    /// 地级市, 自治州, 地区, 盟
    Prefecture,
    /// 县, 县级市, 市辖区, 旗
    County,
}

/// One division, with the divisions above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division {
    /// GB/T 2260 code, six digits; the last one where it changed.
    pub code: &'static str,
    /// Full name: `平罗县`.
    pub name: &'static str,
    /// Name of the prefecture above (or itself), `None` for a province or where a county stands directly under one.
    pub prefecture: Option<&'static str>,
    /// Name of the province above (or itself).
    pub province: &'static str,
    /// Level.
    pub level: DivisionLevel,
}

static TABLE: &str = include_str!("../data/divisions.tsv");

/// How many rows the table has.
const ROW_COUNT: usize = {
    let (mut lines, mut at) = (0, 0);
    while at < TABLE.len() {
        lines += (TABLE.as_bytes()[at] == b'\n') as usize;
        at += 1;
    }
    // The first line names the columns.
    lines - 1
};

/// Where each row begins, by name. Worked out when the program is built: the table is longer than most documents.
static ROWS: [u32; ROW_COUNT] = {
    let mut rows = [0; ROW_COUNT];
    let (mut row, mut at) = (0, 0);
    while row < ROW_COUNT {
        if TABLE.as_bytes()[at] == b'\n' {
            rows[row] = at as u32 + 1;
            row += 1;
        }
        at += 1;
    }
    rows
};

/// Where the names of each block begin among the rows, with one more block to end the last: a block is the names whose
/// first characters stand together in sixteen code points.
static BLOCKS: [u16; BLOCK_COUNT + 1] = {
    let mut blocks = [ROW_COUNT as u16; BLOCK_COUNT + 1];
    let (mut row, mut filled) = (0, 0);
    while row < ROW_COUNT {
        let (_, name) = TABLE.as_bytes().split_at(ROWS[row] as usize + CODE);
        let block = block(name).expect("names are Chinese characters");
        while filled <= block {
            blocks[filled] = row as u16;
            filled += 1;
        }
        row += 1;
    }
    blocks
};

/// The first row of the names that begin with the same two characters, by [`front_slot`]: its number and one, 0 for an
/// empty slot.
static FRONTS: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut slots = vec![0; FRONT_SLOTS];
    let mut last = [0; FRONT];
    for (row, &at) in ROWS.iter().enumerate() {
        let name = &TABLE.as_bytes()[at as usize + CODE..];
        let Some(&front) = name.first_chunk::<FRONT>().filter(|&&front| front != last) else { continue };
        last = front;
        let mut slot = front_slot(front);
        while slots[slot] != 0 {
            slot = (slot + 1) % FRONT_SLOTS;
        }
        slots[slot] = row as u16 + 1;
    }
    slots
});

/// Bytes of two characters: no name is shorter, and few begin with the same ones.
const FRONT: usize = 6;

/// Slots of [`FRONTS`], a power of two well above the number of rows.
const FRONT_SLOTS: usize = 1 << 14;

fn front_slot(front: [u8; FRONT]) -> usize {
    let mut key = [0; 8];
    key[..FRONT].copy_from_slice(&front);
    let key = u64::from_le_bytes(key);
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 50) as usize
}

/// The first row whose name begins with these two characters.
fn first_row_with(front: [u8; FRONT]) -> Option<usize> {
    let mut slot = front_slot(front);
    loop {
        let row = usize::from(FRONTS[slot]).checked_sub(1)?;
        if TABLE.as_bytes()[ROWS[row] as usize + CODE..].starts_with(&front) {
            return Some(row);
        }
        slot = (slot + 1) % FRONT_SLOTS;
    }
}

/// Blocks of sixteen code points from U+4E00 to U+9FFF.
const BLOCK_COUNT: usize = (0xA000 - 0x4E00) >> 4;

/// The block of a name, `None` when it begins with no Chinese character of the basic plane.
const fn block(name: &[u8]) -> Option<usize> {
    let [lead @ 0xE4..=0xE9, a, b, ..] = *name else { return None };
    let code = (lead as usize & 0x0F) << 12 | (a as usize & 0x3F) << 6 | b as usize & 0x3F;
    if code < 0x4E00 { None } else { Some((code - 0x4E00) >> 4) }
}

/// Bytes of a code and the tab behind it.
const CODE: usize = 7;

/// Provinces by the first two digits of their code.
static PROVINCES: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let mut provinces: Vec<_> = ROWS
        .iter()
        .map(|&at| &TABLE[at as usize..])
        .filter(|row| &row.as_bytes()[2..6] == b"0000")
        .map(|row| (&row[..2], name_of(row)))
        .collect();
    provinces.sort_unstable();
    provinces
});

/// Row numbers by code.
static BY_CODE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut rows: Vec<u16> = (0..ROWS.len() as u16).collect();
    rows.sort_by_key(|&row| code_at(usize::from(row)));
    rows
});

impl Division {
    /// The division with this code: the present one, else the one that had it last.
    pub fn by_code(code: &str) -> Option<Self> {
        let from = BY_CODE.partition_point(|&row| code_at(usize::from(row)) < code);
        BY_CODE[from..]
            .iter()
            .map(|&row| usize::from(row))
            .take_while(|&row| code_at(row) == code)
            .max_by_key(|&row| years_at(row).1.unwrap_or(i16::MAX))
            .map(division_at)
    }

    /// Every division of this full name, present ones first, then the latest.
    pub fn find(name: &str) -> impl Iterator<Item = Self> + Clone {
        rows_named(name).map(division_at)
    }

    /// The one division of this full name, inside the division named `within` where that is given.
    ///
    /// `None` where several present divisions have the name (or none has it now and several had it): never a guess.
    /// `within` is a prefecture's or province's name, full or short.
    pub fn resolve(name: &str, within: Option<&str>) -> Option<Self> {
        let fits = |division: &Self| within.is_none_or(|parent| division.lies_in(parent));
        let mut now = rows_named(name).filter(|&row| years_at(row).1.is_none()).map(division_at).filter(fits);
        if let Some(found) = now.next() {
            return now.next().is_none().then_some(found);
        }
        // A name with no present bearer: the last form of the one division that had it.
        let mut past = Self::find(name).filter(fits);
        let found = past.next()?;
        past.all(|other| other.province == found.province).then_some(found)
    }

    /// The one autonomous county, banner or prefecture that is there today and that `text` begins with by its short name: `长阳县`,
    /// `鄂伦春旗`, `双江自治县`, `恩施州`.
    pub fn autonomous_at_start(text: &str) -> Option<Self> {
        const LONGEST: usize = 7;
        let kind =
            text.char_indices().take(LONGEST).skip(2).find(|&(_, c)| matches!(c, '县' | '旗' | '州'))?;
        let end = match kind.1 {
            '县' => "自治县",
            '旗' => "自治旗",
            _ => "自治州",
        };
        let short = &text[..kind.0];
        let short = short.strip_suffix("自治").unwrap_or(short);
        let from = first_row(short.as_bytes());
        let rows = (from..ROWS.len()).take_while(|&row| division_at(row).name.starts_with(short));
        let mut found = rows
            .filter(|&row| years_at(row).1.is_none())
            .map(division_at)
            .filter(|division| division.name.ends_with(end) && short_name(division.name) == short);
        let one = found.next()?;
        found.next().is_none().then_some(one)
    }

    /// First and last year of the division under this name and prefecture; a first year of 1980 means 1980 or earlier,
    /// no last year that it still exists. `None` for a division that is not in the table.
    pub fn years(&self) -> Option<(i16, Option<i16>)> {
        rows_named(self.name).find(|&row| division_at(row) == *self).map(years_at)
    }

    /// Whether this division lies in the prefecture or province named, in full or in short.
    pub fn lies_in(&self, parent: &str) -> bool {
        [self.prefecture, Some(self.province)]
            .into_iter()
            .flatten()
            .any(|above| above != self.name && (above == parent || short_name(above) == parent))
    }

    /// Whether this division lies in `other`.
    pub fn is_within(&self, other: &Self) -> bool {
        match other.level {
            DivisionLevel::Province => self.province == other.name && self.level != DivisionLevel::Province,
            DivisionLevel::Prefecture => {
                self.prefecture == Some(other.name) && self.level == DivisionLevel::County
            }
            DivisionLevel::County => false,
        }
    }

    /// The divisions of the longest full name that `text` begins with, present ones first; empty where there is none.
    pub fn at_start(text: &str) -> impl Iterator<Item = Self> + Clone + use<> {
        scan::rows_at_start(text).map_or(0..0, |(rows, _)| rows).map(division_at)
    }
}

/// Numbers of the rows with this full name.
fn rows_named(name: &str) -> Range<usize> {
    let name = name.as_bytes();
    let from = first_row(name);
    let count = ROWS[from..].iter().take_while(|&&at| order(at, name) == Ordering::Equal).count();
    from..from + count
}

/// The first row whose name does not stand before `name`.
fn first_row(name: &[u8]) -> usize {
    let Some(block) = block(name) else { return ROWS.len() };
    let (first, end) = (usize::from(BLOCKS[block]), usize::from(BLOCKS[block + 1]));
    first + ROWS[first..end].partition_point(|&at| order(at, name) == Ordering::Less)
}

/// How the name of the row that begins at `at` stands to `name`.
fn order(at: u32, name: &[u8]) -> Ordering {
    let row = &TABLE.as_bytes()[at as usize + CODE..];
    let len = name.len().min(row.len());
    // The tab behind a name stands before every character of names.
    row[..len].cmp(&name[..len]).then_with(|| match row.get(len) {
        Some(b'\t') if len == name.len() => Ordering::Equal,
        _ => Ordering::Greater,
    })
}

/// Whether `text` as a whole is the full name of a division.
pub(crate) fn is_full_name(text: &str) -> bool {
    !rows_named(text).is_empty()
}

/// The row of this number from its name on.
fn row_at(row: usize) -> Option<&'static [u8]> {
    ROWS.get(row).map(|&at| &TABLE.as_bytes()[at as usize + CODE..])
}

fn name_of(row: &str) -> &str {
    let row = &row[CODE..];
    &row[..memchr::memchr(b'\t', row.as_bytes()).unwrap_or(row.len())]
}

fn code_at(row: usize) -> &'static str {
    let at = ROWS[row] as usize;
    &TABLE[at..at + CODE - 1]
}

fn division_at(row: usize) -> Division {
    let at = ROWS[row] as usize;
    let line = TABLE[at..].split('\n').next().unwrap_or_default();
    let mut columns = line.split('\t');
    let mut column = || columns.next().unwrap_or_default();
    let (code, name, _, prefecture) = (column(), column(), column(), column());
    let province = PROVINCES
        .binary_search_by_key(&&code[..2], |(digits, _)| digits)
        .map_or(name, |found| PROVINCES[found].1);
    let level = level_at(row, name.len());
    Division {
        code,
        name,
        prefecture: match level {
            DivisionLevel::Prefecture => Some(name),
            _ => Some(prefecture).filter(|prefecture| !prefecture.is_empty()),
        },
        province,
        level,
    }
}

/// The level of a row whose name has `len` bytes.
fn level_at(row: usize, len: usize) -> DivisionLevel {
    match TABLE.as_bytes()[ROWS[row] as usize + CODE + len + 1] {
        b'1' => DivisionLevel::Province,
        b'2' => DivisionLevel::Prefecture,
        _ => DivisionLevel::County,
    }
}

/// First and last year of a row.
fn years_at(row: usize) -> (i16, Option<i16>) {
    let at = ROWS[row] as usize;
    let mut columns = TABLE[at..].split('\n').next().unwrap_or_default().split('\t').skip(4);
    let mut year = || columns.next().and_then(|year| year.parse().ok());
    (year().unwrap_or(1980), year())
}

/// Names of the provinces, full.
pub(crate) fn provinces() -> impl Iterator<Item = &'static str> {
    PROVINCES.iter().map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, within: Option<&str>, code: Option<&str>) {
        assert_eq!(Division::resolve(name, within).map(|found| found.code), code, "{name} in {within:?}");
    }

    #[test]
    fn a_name_that_repeats_needs_its_parent() {
        check("平罗县", None, Some("640221"));
        check("红寺堡区", Some("吴忠市"), Some("640303"));
        check("红寺堡区", Some("宁夏"), Some("640303"));
        check("市中区", None, None);
        check("市中区", Some("枣庄市"), Some("370402"));
        check("市中区", Some("山东省"), None);
        check("朝阳区", Some("北京市"), Some("110105"));
        check("平罗县", Some("吴忠市"), None);
        check("某某县", None, None);
    }

    #[test]
    fn past_divisions_are_found_with_their_years() {
        let found = Division::resolve("南汇县", None).expect("known");
        assert_eq!(
            (found.years(), found.prefecture, found.province),
            (Some((1980, Some(2000))), None, "上海市")
        );
        check("安徽省", None, Some("340000"));
        check("黄山市", None, Some("341000"));
    }

    #[test]
    fn codes() {
        assert_eq!(Division::by_code("341002").map(|found| found.name), Some("屯溪区"));
        assert_eq!(Division::by_code("110000").map(|found| found.name), Some("北京市"));
        assert_eq!(Division::by_code("999999"), None);
    }

    #[test]
    fn the_table_is_sorted_and_whole() {
        let rows = &ROWS;
        assert!(rows.len() > 6000 && PROVINCES.len() == 34);
        for pair in rows.windows(2) {
            assert!(name_of(&TABLE[pair[0] as usize..]) <= name_of(&TABLE[pair[1] as usize..]));
        }
        for row in 0..rows.len() {
            let found = division_at(row);
            assert!(found.code.bytes().all(|byte| byte.is_ascii_digit()), "{found:?}");
            let (first, last) = years_at(row);
            assert!(last.is_none_or(|last| last >= first), "{found:?}");
        }
    }

    #[test]
    fn autonomous_counties_by_their_short_names() {
        let code = |text| Division::autonomous_at_start(text).map(|division| division.code);
        assert_eq!(code("长阳县民政局"), Some("420528"));
        assert_eq!(code("长阳自治县民政局"), Some("420528"));
        assert_eq!(code("双江自治县民政局"), Some("530925"));
        assert_eq!(code("大通县教育局"), Some("630121"));
        assert_eq!(code("鄂伦春旗财政局"), Some("150723"));
        assert_eq!(code("海南州卫生健康委"), Some("632500"));
        assert_eq!(code("西双版纳州教育局"), Some("532800"));
        assert_eq!(code("福建泉州市水利局"), None);
        for other in ["张北县水利局", "长阳民政局", "县民政局", "关于长阳县", "宽城区教育局"]
        {
            assert_eq!(code(other), None, "{other}");
        }
    }

    #[test]
    fn short_names() {
        for (name, short) in [
            ("平罗县", "平罗"),
            ("东乡族自治县", "东乡"),
            ("延边朝鲜族自治州", "延边"),
            ("宁夏回族自治区", "宁夏"),
            ("城区", "城区"),
            ("内蒙古自治区", "内蒙古"),
            ("吴县", "吴县"),
            ("鄂伦春自治旗", "鄂伦春"),
            ("积石山保安族东乡族撒拉族自治县", "积石山"),
            ("阿克苏地区", "阿克苏"),
            ("香港特别行政区", "香港"),
        ] {
            assert_eq!(short_name(name), short, "{name}");
        }
    }
}
