//! Characters of an embedded TrueType program, for fonts that do not say what their codes mean.

/// Most characters of one font.
const CHARACTERS: usize = 70_000;

/// `(glyph, character)` of the program's character table, ascending by glyph; empty when it has none that can be read.
pub(super) fn characters(program: &[u8]) -> Vec<(u32, char)> {
    let mut pairs = table(program).and_then(subtables).unwrap_or_default();
    pairs.sort_unstable();
    pairs.dedup_by_key(|pair| pair.0);
    pairs
}

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    Some(u16_at(bytes, at)? << 16 | u16_at(bytes, at + 2)?)
}

/// The `cmap` table.
fn table(program: &[u8]) -> Option<&[u8]> {
    let tables = u16_at(program, 4)?.min(64);
    (0..tables).map(|i| 12 + i * 16).find(|&at| program.get(at..at + 4) == Some(b"cmap")).and_then(|at| {
        let start = u32_at(program, at + 8)?;
        program.get(start..)
    })
}

/// The Unicode subtable with the most room.
fn subtables(table: &[u8]) -> Option<Vec<(u32, char)>> {
    let mut best = Vec::new();
    for i in 0..u16_at(table, 2)?.min(16) {
        let (platform, encoding) = (u16_at(table, 4 + i * 8)?, u16_at(table, 6 + i * 8)?);
        if !matches!((platform, encoding), (0, _) | (3, 1 | 10)) {
            continue;
        }
        let Some(sub) = u32_at(table, 8 + i * 8).and_then(|at| table.get(at..)) else { continue };
        let pairs = match u16_at(sub, 0)? {
            4 => segments(sub),
            12 => groups(sub),
            _ => None,
        };
        if let Some(pairs) = pairs
            && pairs.len() > best.len()
        {
            best = pairs;
        }
    }
    Some(best)
}

/// Format 4.
fn segments(sub: &[u8]) -> Option<Vec<(u32, char)>> {
    let count = u16_at(sub, 6)? / 2;
    let mut pairs = Vec::new();
    for i in 0..count {
        let end = u16_at(sub, 14 + i * 2)?;
        let start = u16_at(sub, 16 + count * 2 + i * 2)?;
        let delta = u16_at(sub, 16 + count * 4 + i * 2)?;
        let offset_at = 16 + count * 6 + i * 2;
        let offset = u16_at(sub, offset_at)?;
        for code in start..=end {
            if code == 0xFFFF || pairs.len() > CHARACTERS {
                break;
            }
            let glyph = match offset {
                0 => (code + delta) & 0xFFFF,
                n => match u16_at(sub, offset_at + n + (code - start) * 2) {
                    Some(0) | None => continue,
                    Some(glyph) => (glyph + delta) & 0xFFFF,
                },
            };
            if let Some(c) = char::from_u32(code as u32)
                && glyph > 0
            {
                pairs.push((glyph as u32, c));
            }
        }
    }
    Some(pairs)
}

/// Format 12.
fn groups(sub: &[u8]) -> Option<Vec<(u32, char)>> {
    let mut pairs = Vec::new();
    for i in 0..u32_at(sub, 12)?.min(CHARACTERS) {
        let at = 16 + i * 12;
        let (start, end, glyph) = (u32_at(sub, at)?, u32_at(sub, at + 4)?, u32_at(sub, at + 8)?);
        for code in start..=end.min(0x10_FFFF) {
            if pairs.len() > CHARACTERS {
                return Some(pairs);
            }
            if let Some(c) = char::from_u32(code as u32) {
                pairs.push(((glyph + code - start) as u32, c));
            }
        }
    }
    Some(pairs)
}
