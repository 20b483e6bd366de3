//! A township whose own plan a document is: `镇文化站` and `派出所` of it are named with it, `某县石桥镇文化站`.

use crate::division::Division;

/// Bytes of the longest name of a township.
const LONGEST: usize = 36;

/// Kinds of townships, as their names end and as bodies of theirs begin.
const KINDS: [&str; 4] = ["街道", "镇", "乡", "苏木"];

/// The name of a township.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Town {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Town {
    /// The township whose government is named, inside `division`: 石桥镇 of `某县石桥镇人民政府`.
    pub fn of_government(body: &str, division: &Division) -> Option<Self> {
        const OFFICES: [&str; 6] = ["人民政府办公室", "人民政府", "办事处", "党政办公室", "党委", "党工委"];
        let body = body.strip_prefix("中共").unwrap_or(body);
        let name = OFFICES.iter().find_map(|office| body.strip_suffix(office))?;
        let name = [Some(division.province), division.prefecture, Some(division.name)]
            .into_iter()
            .flatten()
            .fold(name, |name, above| name.strip_prefix(above).unwrap_or(name));
        let kind = KINDS.iter().find(|kind| name.ends_with(**kind))?;
        (name.len() > kind.len() && name.len() <= LONGEST && name.chars().all(gongwen_text::chars::is_han))
            .then(|| {
                let mut bytes = [0; LONGEST];
                bytes[..name.len()].copy_from_slice(name.as_bytes());
                Self { bytes, length: name.len() }
            })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }

    /// What stands behind its kind, or the whole, in the name of a body that is its own: 文化站 of `镇文化站`, 派出所, 各村委会. A bureau
    /// without a level is the county's.
    pub(super) fn own<'n>(&self, printed: &'n str) -> Option<&'n str> {
        const BODIES: [&str; 6] = ["所", "站", "党政办", "村委会", "居委会", "村民委员会"];
        let kind = KINDS.iter().find(|kind| self.name().ends_with(**kind))?;
        let behind = printed
            .strip_prefix(*kind)
            .filter(|rest| !rest.is_empty() && !rest.starts_with(['村', '街', '（', '、']));
        let bare = || {
            let level =
                KINDS.iter().any(|kind| printed.contains(kind)) || printed.contains(['县', '市', '区', '旗']);
            Some(printed).filter(|_| !level && BODIES.iter().any(|end| printed.ends_with(end)))
        };
        behind.or_else(bare)
    }
}
