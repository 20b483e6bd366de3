//! Levels in front of a body: `市、区民政局`, `县（市、区）人民政府`, `省、市、县三级民政部门`. More than one of them are the
//! bodies of those levels, a class that is printed as one name.

use super::classify::{Kind, is_foreign};
use super::expand::Place;
use super::name::Name;
use super::table::AgencyTable;
use super::table::class::{HOST, MANY, MEMBERS};
use crate::division::DivisionLevel;

/// Words for levels, longer ones first, with what they may be, one bit each.
const WORDS: [(&str, u8); 20] = [
    ("自治区", PROVINCE),
    ("直辖市", PROVINCE),
    ("自治州", PREFECTURE),
    ("自治县", COUNTY),
    ("自治旗", COUNTY),
    ("设区的市", PREFECTURE),
    ("设区市", PREFECTURE),
    ("地区", PREFECTURE),
    ("城区", COUNTY),
    ("街道", TOWN),
    ("乡镇", TOWN),
    ("省", PROVINCE),
    ("市", CITY),
    ("州", PREFECTURE),
    ("盟", PREFECTURE),
    ("县", COUNTY),
    ("区", COUNTY),
    ("旗", COUNTY),
    ("乡", TOWN),
    ("镇", TOWN),
];

const PROVINCE: u8 = 1;
const PREFECTURE: u8 = 1 << 1;
/// 市 is a prefecture or as low as a county.
const CITY: u8 = 1 << 2;
const COUNTY: u8 = 1 << 3;
const TOWN: u8 = 1 << 4;

/// Levels that are written side by side without a mark; other characters that happen to stand so are parts of words.
const GLUED: [&str; 22] = [
    "省市县乡",
    "省市县",
    "市县乡村",
    "市县乡",
    "市县区",
    "市县",
    "省市",
    "县市区",
    "区市县",
    "旗县市区",
    "旗县市",
    "旗县区",
    "旗县",
    "县区",
    "区县",
    "县市",
    "市州",
    "州市",
    "县乡村",
    "县乡",
    "盟市",
    "市区县",
];

/// Most levels of one run.
const MOST: u8 = 12;

/// Behind a level: with it, the first character of a word (`市场`, `区域`).
const GOES_ON: [char; 6] = ['场', '容', '域', '划', '政', '民'];

/// A run of levels that a text begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Levels {
    /// Where the body begins that they are levels of: 民政局.
    pub(super) body: usize,
    /// Bits of [`WORDS`].
    kinds: u8,
    /// How many were counted.
    count: u8,
    /// Whether they are written side by side, which other words may begin with too (`县|市监局`).
    glued: bool,
    /// Whether 各 stands in front.
    pub(super) each: bool,
}

impl Levels {
    /// The levels that `text` begins with, behind 各 if that stands there.
    pub(super) fn at_start(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('各').unwrap_or(text);
        let from = text.len() - rest.len();
        let mut levels = Self { body: from, kinds: 0, count: 0, glued: false, each: from > 0 };
        let mut at = from;
        while levels.count < MOST
            && let Some(end) = levels.take(text, at)
        {
            levels.body = end;
            let joint = ["、", "和", "及", "与", "或"].iter().find(|joint| text[end..].starts_with(**joint));
            let Some(joint) = joint else { break };
            at = end + joint.len();
        }
        if levels.count == 0 {
            return None;
        }
        let tail = ["级", "两级", "二级", "三级", "四级", "五级"];
        if let Some(tail) = tail.iter().find(|tail| text[levels.body..].starts_with(**tail)) {
            levels.body += tail.len();
        }
        Some(levels)
    }

    /// Takes the level at `at`, or those written side by side there, with the bracket behind; where they end.
    fn take(&mut self, text: &str, at: usize) -> Option<usize> {
        let rest = &text[at..];
        let glued = GLUED.iter().find(|glued| rest.starts_with(**glued));
        // 县乡村振兴局: only what counts them tells that towns are among them.
        let glued = glued.filter(|glued| {
            let behind = &rest[glued.len()..];
            !goes_on(behind) && (!glued.contains('乡') || behind.starts_with(['级', '两', '三', '四', '五']))
        });
        let (mut end, kinds, count) = if let Some(glued) = glued {
            self.glued = true;
            // 县市区: their cities are as low as they are.
            let low = glued.starts_with(['县', '旗', '区']) && !glued.contains(['省', '乡']);
            let kinds = if low { COUNTY } else { glued.chars().fold(0, |kinds, c| kinds | kind_of(c)) };
            (at + glued.len(), kinds, glued.chars().count() as u8)
        } else {
            let &(word, kind) = WORDS.iter().find(|(word, _)| rest.starts_with(word))?;
            if goes_on(&rest[word.len()..]) {
                return None;
            }
            (at + word.len(), kind, 1)
        };
        self.kinds |= kinds;
        self.count = self.count.saturating_add(count);
        // 县（市、区）, 市（州）: as high as what stands in front.
        let inner = text[end..].strip_prefix(['（', '(']).and_then(|inner| inner.split_once(['）', ')']));
        if let Some((inner, behind)) = inner
            && is_levels(inner)
        {
            self.count = self.count.saturating_add(1);
            // 区（市）县
            end = text.len() - behind.len();
            if let Some(word) = ["县", "区"].iter().find(|word| behind.starts_with(**word)) {
                end += word.len();
            }
        }
        Some(end)
    }

    /// Whether they are all provinces.
    pub(super) fn are_provinces(self) -> bool {
        self.each && self.kinds & PROVINCE != 0
    }

    /// Whether more than one stands there.
    pub(super) fn are_several(self) -> bool {
        self.count > 1
    }

    /// Whether `text`, which the levels begin, is a class by naming several of them and a body: 县（市、区）财政局.
    pub(super) fn name_class(self, table: &AgencyTable, text: &str) -> bool {
        let body = &text[self.body..];
        if self.each || !self.are_several() || body.is_empty() || body.chars().any(is_foreign) {
            return false;
        }
        let reading = table.read(body);
        if reading.start > 0 {
            return reading.end != 0 && !self.glued && reading.may_follow(&body[..reading.start], body);
        }
        reading.end & (HOST | MANY | MEMBERS) != 0 || reading.is_whole(body)
    }

    /// The level of those bodies in a document of a division of level `own`; `None` where they are of several.
    pub(super) fn level(self, own: Option<DivisionLevel>) -> Option<&'static str> {
        let of_city = match own {
            Some(DivisionLevel::Prefecture) if self.each => COUNTY,
            Some(DivisionLevel::Province) => PREFECTURE,
            _ if self.kinds & !CITY != 0 => PREFECTURE,
            _ => 0,
        };
        let kinds = if self.kinds & CITY == 0 { self.kinds } else { self.kinds & !CITY | of_city };
        match kinds {
            PROVINCE => Some("province"),
            PREFECTURE => Some("prefecture"),
            COUNTY => Some("county"),
            TOWN => Some("township"),
            _ => None,
        }
    }
}

/// Where the body begins of a text that begins with levels which marks part from each other, not from other names:
/// `市、区|民政局`, `各省、自治区、直辖市|人民政府`. `各县、市财政局` may be two. The centre is one of them before those who are
/// posted: `中央、省|驻市各单位`.
pub fn level_list(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix("中央") {
        let rest = rest.strip_prefix(['、', '和', '及'])?;
        let body = text.len() - rest.len() + Levels::at_start(rest)?.body;
        return (text[body..].starts_with('驻') && text[..body].contains('、')).then_some(body);
    }
    if !text.starts_with('各') && !begins_with_levels(text) {
        return None;
    }
    let levels = Levels::at_start(text).filter(|levels| levels.are_several())?;
    let (list, body) = text.split_at(levels.body);
    let whole = !levels.each
        || body.starts_with("人民政府")
        || body.starts_with("政府")
        || body.starts_with("党委")
        || list.contains("、自治区")
        || list.contains("、直辖市");
    (whole && list.contains('、')).then_some(levels.body)
}

/// Whether a bracket holds levels and nothing else: `市、区`.
pub(super) fn is_levels(inner: &str) -> bool {
    inner.len() <= 30
        && inner.split('、').all(|word| {
            matches!(word, "地" | "场") || WORDS.iter().any(|&(level, kind)| level == word && kind != TOWN)
        })
}

fn kind_of(c: char) -> u8 {
    let mut word = [0; 4];
    let word = &*c.encode_utf8(&mut word);
    WORDS.iter().find(|(level, _)| *level == word).map_or(0, |&(_, kind)| kind)
}

/// Whether a level's character is the first of a word that goes on in `rest`; 政府 and 民政 are words of their own.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(GOES_ON)
        && !["政府", "政法", "政务", "政协", "民政", "民宗", "民族"].iter().any(|word| rest.starts_with(word))
}

/// 各 and the levels of a class of bodies: `各区` of `各区司法局`.
pub fn class_levels(name: &str) -> Option<&str> {
    let levels = Levels::at_start(name).filter(|levels| levels.each)?;
    let body = &name[levels.body..];
    // 各县直单位 are one county's.
    (!body.is_empty() && !body.starts_with(['直', '属', '级'])).then(|| &name[..levels.body])
}

/// The whole of a name that follows one of a class of the levels `class` (`各区`): 各区公安局 for 区公安局, unless its level is the
/// document's own. `bureau`: the one of the class is a bureau, as whose neighbour one without level is meant.
pub fn in_class(class: &str, name: &str, bureau: bool, place: &Place) -> Option<String> {
    let own = place.division?;
    // 各县区教育局、民政局
    if bureau && bare_bureau(name) && !class.contains(['乡', '镇', '街']) {
        return Some([class, name].concat());
    }
    if !begins_with_level(name) || !name.starts_with(|c| class.contains(c) && !own.name.ends_with(c)) {
        return None;
    }
    let levels = Levels::at_start(name)?;
    let (printed, body) = name.split_at(levels.body);
    let known = printed.chars().all(|c| class.contains(c));
    (known && !body.is_empty() && !body.starts_with(['直', '属', '级'])).then(|| [class, body].concat())
}

/// Whether a name is that of a bureau without its level, which the class in front of it may have.
fn bare_bureau(name: &str) -> bool {
    name.ends_with('局')
        // 市场监管局, 自然资源局 only begin like one.
        && (!begins_with_level(name) || Levels::at_start(name).is_none())
        && !name.starts_with(['各', '全', '国', '中', '总'])
        && name.chars().count() <= 9
        && {
            let name = Name::read(name);
            name.kind() == Some(Kind::Unit) && name.reading.start == 0
        }
}

/// A cheap look: whether a level may stand at the beginning.
pub(super) fn begins_with_level(text: &str) -> bool {
    text.starts_with([
        '县', '市', '区', '省', '州', '旗', '盟', '乡', '镇', '自', '直', '设', '地', '街', '城',
    ])
}

/// A cheap look: whether several levels may stand at the beginning. Behind the first one of nearly all names something else does.
pub(super) fn begins_with_levels(text: &str) -> bool {
    const BEHIND: [char; 20] = [
        '、', '和', '及', '与', '或', '（', '(', '县', '市', '区', '省', '州', '旗', '盟', '乡', '镇', '治',
        '辖', '城', '道',
    ];
    let first = text.chars().next().map_or(0, char::len_utf8);
    begins_with_level(text) && (text[first..].starts_with(BEHIND) || text.starts_with(['设', '地', '城']))
}
