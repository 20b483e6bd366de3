//! Administrative divisions (GB/T 2260).

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
    /// GB/T 2260 code, six digits.
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

impl Division {
    /// The division whose full name `text` begins with.
    pub fn at_start(_text: &str) -> Option<Self> {
        None
    }

    /// Whether this division lies in `other`.
    pub fn is_within(&self, other: &Self) -> bool {
        self.province == other.name || self.prefecture == Some(other.name)
    }
}

/// A division's name without the word for its kind: `平罗`; the whole name where one character would be left.
pub(crate) fn short_name(name: &str) -> &str {
    for end in ["自治县", "自治旗", "自治州", "地区", "县", "市", "区", "旗", "盟", "省"] {
        if let Some(short) = name.strip_suffix(end)
            && short.len() >= 6
        {
            return short;
        }
    }
    name
}
