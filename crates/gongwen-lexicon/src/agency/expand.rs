//! Full names (guide, 4): the division distributed over a list, the youth league written out, `委` for party organs.

use super::Kind;
use super::levels::{Levels, begins_with_level, begins_with_levels};
use super::name::Name;
use super::reading::Reading;
use super::table::AgencyTable;
use super::table::class::{LEAGUE, LEVEL, MANY, MEMBERS, NAME, PARTY, SEAT, SHORT, WEAK, WORD};
use super::town::Town;
use crate::division::{Division, DivisionLevel, level_at_start, level_of_front, short_name};
use std::borrow::Cow;

/// Whose organisations a document speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The document's division; `None` for a national document and where it is unknown: names stay as printed.
    pub division: Option<Division>,
    /// Level of its name at the beginning of a text, unless a longer name begins with it: most full names do.
    front: Option<(&'static str, DivisionLevel)>,
    /// Its name in short.
    short: &'static str,
    /// The township of it whose plan the document is.
    pub town: Option<Town>,
}

/// Firms by their short names, which are no departments: `电信、移动、联通公司`.
const FIRMS: [&str; 9] = ["移动", "联通", "电信", "铁塔", "邮政", "供电", "电力", "石油", "石化"];

impl From<Option<Division>> for Place {
    fn from(division: Option<Division>) -> Self {
        let front = division.and_then(|own| Some((own.name, level_of_front(own.name)?)));
        Self { division, front, short: division.map_or("", |own| short_name(own.name)), town: None }
    }
}

impl Place {
    /// The division that a word such as `县`, `市`, `省` before a name means here, `None` where it cannot be told.
    fn meant_by(&self, word: &str) -> Option<&'static str> {
        let own = self.division?;
        let province = own.province;
        let first = word.trim_start_matches(['我', '全', '本']);
        let named = |name: &'static str, endings: &[&str]| {
            endings.iter().any(|end| name.ends_with(end)).then_some(name)
        };
        if first.starts_with("自治区") {
            return named(province, &["自治区"]);
        }
        if first.starts_with('省') {
            return named(province, &["省"]);
        }
        let endings: &[&str] = match first.chars().next()? {
            '县' => &["县"],
            '旗' => &["旗"],
            '区' => &["区"],
            '市' => &["市"],
            '州' => &["州"],
            '盟' => &["盟"],
            '地' => &["地区"],
            _ => return None,
        };
        let divisions = [Some(own.name), own.prefecture, Some(province)];
        divisions.into_iter().flatten().find_map(|name| named(name, endings))
    }

    /// What stands behind the short name of the division, or of it behind its prefecture's, at the start of a name: its characters are
    /// no function of the body (经济开发区 of `某水经济开发区`).
    pub fn behind_short<'t>(&self, text: &'t str) -> Option<&'t str> {
        const LEAST: usize = 2 * '某'.len_utf8();
        let own = self.division?;
        let short = |name: &'static str| Some(short_name(name)).filter(|short| short.len() >= LEAST);
        let inside = own.prefecture.and_then(short).and_then(|above| text.strip_prefix(above));
        let inside = inside.map_or(text, |rest| rest.strip_prefix('市').unwrap_or(rest));
        let rest = inside.strip_prefix(short(own.name)?)?;
        (!inside.starts_with(own.name) && rest.len() >= LEAST).then_some(rest)
    }

    /// Whether a body of one character's level, read as that of `name`, can be its: in a city of an autonomous region
    /// 区民政局 is a district's, 区民政厅 the region's.
    fn may_be_whose(&self, name: &str, body: &str) -> bool {
        let city = self.division.is_some_and(|own| own.level == DivisionLevel::Prefecture);
        !city
            || !name.ends_with("自治区")
            || !body.starts_with('区')
            || body.starts_with("区党")
            || body.ends_with(['厅', '直'])
            || body.contains("总队")
    }

    /// Whether `text` begins with a division that is not inside this one, or with this one itself.
    fn stands_alone(&self, text: &str) -> bool {
        const NATIONAL: [&str; 9] =
            ["国家", "国务院", "中国", "中共", "中央", "全国", "国网", "南方电网", "首都"];
        if text.starts_with(['国', '中', '全', '南', '首'])
            && NATIONAL.iter().any(|word| text.starts_with(word))
        {
            return true;
        }
        let Some(own) = self.division else { return true };
        // 武警甲州支队 in a county of it; 武警中队 is the place's own.
        if text.starts_with("武警") && text.ends_with('队') && text.chars().count() > "武警中队".len() / 3
        {
            return true;
        }
        // 农行甲州支行, 武警甲州中队: a branch that says where it is needs nothing in front.
        if self.short.len() >= 6 && !text.starts_with(self.short) && holds(text, self.short) {
            return true;
        }
        let above = [Some(own.name), own.prefecture, Some(own.province)];
        // A short name has two characters or more, and the full name begins with it.
        let begins = |name: &str| {
            name.get(..6).is_some_and(|first| text.starts_with(first)) && text.starts_with(short_name(name))
        };
        if above.into_iter().flatten().any(begins) {
            return true;
        }
        let mut named = Division::at_start(text).peekable();
        named.peek().is_some() && named.all(|found| !found.is_within(&own))
    }
}

impl<'t> Name<'t> {
    /// The full name of the organisation in a document of `place`.
    ///
    /// Brackets with aliases are dropped from the name of one organisation; nothing but division, `委` of a party organ
    /// and the youth league's name is added.
    pub fn expand(&self, place: &Place) -> Cow<'t, str> {
        let (printed, reading) = match self.kind() {
            Some(Kind::Unit) => (self.outer.clone(), self.reading),
            _ => (Cow::Borrowed(self.text), self.of_whole()),
        };
        let Some(own) = place.division else { return printed };
        if let Some((town, rest)) = place.town.as_ref().and_then(|town| Some((town, town.own(&printed)?)))
            && !printed.ends_with("人民政府")
        {
            return Cow::Owned([own.name, town.name(), rest].concat());
        }
        // Of 市、区民政局 neither level alone is that of the class.
        if begins_with_levels(&printed)
            && self.kind() == Some(Kind::Collective)
            && Levels::at_start(&printed).is_some_and(Levels::are_several)
        {
            return printed;
        }
        // 教育部: a ministry, where no level says otherwise. 各省民政厅 are not one province's.
        if self.is_ministry()
            || printed.starts_with("各省") && Levels::at_start(&printed).is_some_and(Levels::are_provinces)
        {
            return printed;
        }
        if reading.end & LEAGUE != 0 && reading.head == 0 {
            let of = match printed.strip_prefix('团').and_then(|rest| rest.strip_suffix('委')) {
                Some("" | "工") | None => own.name,
                Some(word) => match place.meant_by(word) {
                    Some(name) => name,
                    None => return printed,
                },
            };
            return Cow::Owned(["共青团", of, "委员会"].concat());
        }
        // 县X, 县委X, 市X: the level's word gives way to the division.
        if let Some(level) = self.table.first_level(&printed, reading.start, reading.first) {
            // 省市驻某各单位: of several levels, none of them this division's own.
            let posted = self.kind() == Some(Kind::Collective)
                && printed.find('驻').is_some_and(|at| at > 0 && at <= 12);
            if let Some(name) =
                place.meant_by(level).filter(|name| !posted && place.may_be_whose(name, &printed))
            {
                let rest = match level {
                    "我县" | "我区" | "我市" | "我省" | "全县" | "全区" | "全市" | "全省" | "本县"
                    | "本区" | "本市" | "本省" => &printed[6..],
                    _ if level.starts_with("自治区") => &printed["自治区".len()..],
                    _ => &printed[level.chars().next().map_or(0, char::len_utf8)..],
                };
                return Cow::Owned([name, rest].concat());
            }
            return printed;
        }
        // `农发行某县支行` says whose it is.
        if place.stands_alone(&printed)
            || holds(&printed, own.name)
            || names_a_place(&printed, &reading)
            || names_a_university(&printed)
        {
            return printed;
        }
        if reading.start == 0 && reading.head == 0 && reading.end & PARTY != 0 {
            return Cow::Owned([own.name, "委", &printed].concat());
        }
        let function = reading.start == 0
            && reading.end & WORD != 0
            && printed.len() >= 6
            && !FIRMS.contains(&printed.as_ref());
        if function && !collective_end(reading.end) && reading.end & !(WORD | SHORT) == 0 {
            return Cow::Owned([own.name, &printed, "部门"].concat());
        }
        Cow::Owned([own.name, &printed].concat())
    }

    /// Level of the organisation in a document of `place`: `national`, `province`, `prefecture`, `county`, `township`;
    /// `None` where it cannot be told. `full` is the full name (see [`Name::expand`]).
    pub fn level(&self, full: &str, place: &Place) -> Option<&'static str> {
        const NATIONAL: [&str; 5] = ["国家", "国务院", "中央", "中共中央", "全国"];
        if self.text.starts_with(['国', '中', '全'])
            && NATIONAL.iter().any(|word| self.text.starts_with(word))
        {
            return Some("national");
        }
        if self.is_ministry() {
            return Some("national");
        }
        if full == self.text && names_a_university(full) {
            return None;
        }
        if self.reading.functions.of_township() {
            return Some("township");
        }
        let own = place.division.map(|own| own.level);
        let in_town = |town: &Town| {
            full.find(town.name()).is_some_and(|at| place.front.is_some_and(|(name, _)| at == name.len()))
        };
        if place.town.as_ref().is_some_and(in_town) {
            return Some("township");
        }
        if let Some(levels) = self.levels_below(full, own) {
            // 区民政局 in a city of an autonomous region may be either's.
            let either = full.starts_with('区') && !levels.are_several();
            let region = place.division.is_some_and(|own| own.province.ends_with("自治区"));
            return levels.level(own).filter(|_| !(either && region));
        }
        let mut of = own;
        let mut rest = full;
        if let Some((name, level)) = place.front
            && let Some(behind) = full.strip_prefix(name)
        {
            rest = behind;
            of = Some(level);
        }
        while let Some((len, level)) = level_at_start(rest) {
            rest = &rest[len..];
            of = Some(level);
        }
        of.map(|level| match level {
            DivisionLevel::Province => "province",
            DivisionLevel::Prefecture => "prefecture",
            DivisionLevel::County => "county",
        })
    }

    /// Whether the name is a function and 部 and nothing else: the departments of a party committee are words of their own.
    fn is_ministry(&self) -> bool {
        self.text.ends_with('部')
            && self.reading.start == 0
            && self.reading.borne
            && self.reading.end & WEAK != 0
            && self.reading.first & WORD != 0
            && self.reading.first & (LEVEL | SEAT) == 0
            && self.reading.end & (PARTY | NAME) == 0
    }

    /// The levels that the name begins with where they are not those of the document's own division: 各县区司法局 and
    /// 县级水务部门 of a city, 市、区民政局.
    fn levels_below(&self, full: &str, own: Option<DivisionLevel>) -> Option<Levels> {
        let own = own?;
        if !self.text.starts_with('各') && (full != self.text || !begins_with_level(self.text)) {
            return None;
        }
        let levels = Levels::at_start(self.text)?;
        let body = &self.text[levels.body..];
        // 各市直单位 are the city's own.
        let of_own =
            levels.each && (body.starts_with(['直', '属']) || self.text[..levels.body].ends_with("市级"));
        let below = own != DivisionLevel::County || levels.are_several();
        (!of_own && below && (levels.each || levels.level(Some(own)).is_some() || levels.are_several()))
            .then_some(levels)
    }
}

/// Whether a word of two characters or more stands in a text that is hardly longer: a search is not worth its setting up.
fn holds(text: &str, word: &str) -> bool {
    let Some(first) = word.as_bytes().first_chunk::<3>() else { return false };
    let mut places = text.as_bytes().windows(3).zip(0..);
    places.any(|(three, at)| three == first && text[at..].starts_with(word))
}

fn collective_end(end: u32) -> bool {
    end & (MANY | MEMBERS) != 0
}

/// Whether the name begins with a place of its own that is no division: `雄安` in `雄安新区公共服务局`.
fn names_a_place(name: &str, reading: &Reading) -> bool {
    reading.start > 0
        && reading.first & LEVEL != 0
        && reading.start != reading.head
        && !name.starts_with('各')
        && name[..reading.start].chars().all(gongwen_text::chars::is_han)
        && name[reading.start..].starts_with("新区")
}

/// Whether the name is of a university or inside one, which is nobody's division: `某某大学科协`; 老年大学 is the county's.
fn names_a_university(name: &str) -> bool {
    const OF_THE_PLACE: [&str; 8] = ["老年", "开放", "电视", "社区", "职工", "老干部", "农民", "市民"];
    if !holds(name, "大学") {
        return false;
    }
    let Some((head, _)) = name.split_once("大学") else { return false };
    head.len() >= 6
        && head.chars().all(gongwen_text::chars::is_han)
        && !OF_THE_PLACE.iter().any(|kind| head.ends_with(kind))
        && !head.starts_with(['各', '驻'])
        && !head.ends_with(['各', '驻', '等', '中', '区'])
}

impl AgencyTable {
    /// The level's word that `name` begins with.
    fn first_level<'n>(&self, name: &'n str, start: usize, first: u32) -> Option<&'n str> {
        // A run that reaches the beginning tells a level from the first character of a longer word: 市|教育局, 市场监管局.
        let reached = start == 0;
        if reached && first & (LEVEL | SEAT) == 0 {
            return None;
        }
        let found = self.level_at_start(name);
        if !reached
            && ["市场", "市政", "市容", "市民", "区域", "县域", "市域"]
                .iter()
                .any(|word| name.starts_with(word) && !name.starts_with("市政府"))
        {
            return None;
        }
        let seat = |level: &str| self.word(level).is_some_and(|word| word.is(SEAT));
        found.filter(|level| level.len() < name.len() || seat(level))
    }
}
