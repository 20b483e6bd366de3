//! What the duty reader asks about organisations; the answers come from the lexicon.

use super::cue::CUES;
use super::deed;
use super::known::Look;
use super::pieces::marks;
use super::place::{self, is_division, is_of_state};
pub(super) use super::shape::{
    is_bare_body, is_bound_body, is_branch, is_centre, is_office, is_room, is_short_body, is_strange_body,
    looks_like_name, may_stand_in_list,
};
use crate::facts::{OrgKind, OrgName};
use crate::search::holds_blank;
use crate::wordlist::CharSet;
use gongwen_lexicon::agency::{self, Kind, Name, Place};
use std::borrow::Cow;

/// Longest name in bytes.
const LONGEST: usize = 150;

/// Shortest name in bytes.
pub(super) const SHORTEST: usize = 5;

/// Whether organisations end in the character.
pub(super) fn ends_body(c: char) -> bool {
    matches!(
        c,
        '局' | '委'
            | '办'
            | '部'
            | '院'
            | '会'
            | '社'
            | '站'
            | '所'
            | '署'
            | '厅'
            | '处'
            | '队'
            | '校'
            | '馆'
            | '团'
            | '行'
            | '司'
            | '区'
            | '组'
            | '心'
            | '联'
            | '协'
    )
}

/// Whether a list of names may end in the character.
pub(super) fn ends_list(c: char) -> bool {
    ends_body(c) || matches!(c, '）' | ')' | '府' | '镇' | '乡' | '道' | '街' | '门' | '位' | '县' | '市')
}

/// A cheap look before a piece of a list is read, which names or vague words may end: whether anything of the kind ends in
/// its last character.
pub(super) fn may_be_listed(piece: &str) -> bool {
    let Some(last) = piece.chars().next_back() else { return true };
    !gongwen_text::chars::is_han(last)
        || ends_list(last)
        || matches!(last, '股' | '科' | '室' | '木' | '园')
        || piece.starts_with('各')
        || agency::may_end(piece)
        || piece.contains(['等', '（', '(', '〔', '[', '〈'])
        || is_vague_actor(piece)
}

/// The text as a name, when the whole of it is one organisation or a class of them that a statement may name.
pub(super) fn read(text: &str) -> Option<Name<'_>> {
    if CUES.duty.within(text) {
        return None;
    }
    words(text).filter(|name| is_named(name, || is_vague(text), || is_person(text)))
}

/// The words of a text that is neither too short nor too long for a name.
pub(super) fn words(text: &str) -> Option<Name<'_>> {
    (SHORTEST..=LONGEST).contains(&text.len()).then(|| Name::read(text))
}

/// Whether the words, no duty word among them, are an organisation or a class of them that a statement may name.
pub(super) fn is_named(name: &Name<'_>, vague: impl FnOnce() -> bool, person: impl FnOnce() -> bool) -> bool {
    match name.kind() {
        Some(Kind::Unit) => !CUES.vague_whole.holds(name.text()) && !person(),
        Some(Kind::Collective) => !vague(),
        // 地方各级人民政府
        Some(Kind::Vague) => {
            let text = name.text();
            (text.starts_with('各') || text.starts_with("地方各")) && !vague()
        }
        None => false,
    }
}

/// Whether [`read`] finds a name.
pub(super) fn is_name(text: &str) -> bool {
    read(text).is_some()
}

/// Whether the text is a bare function, `卫生健康`.
pub(super) fn is_function(text: &str) -> bool {
    agency::is_function(text)
}

/// Whether the text is a body of the people that stands among functions, `残联` in `教育、残联等部门`.
pub(super) fn is_group(text: &str) -> bool {
    text.len() <= 15 && text.ends_with(['联', '会', '协', '委']) && is_name(text)
}

/// Whether the text speaks of nobody in particular. `各有关部门` and `县直有关部门` are classes; `有关部门` is not.
pub(super) fn is_vague(text: &str) -> bool {
    let mut bare = text;
    if text.starts_with(['其', '等']) {
        for word in ["其他", "其它", "等"] {
            bare = bare.trim_start_matches(word);
        }
    }
    CUES.vague_whole.holds(bare) || CUES.vague_tail.holds(bare) || is_told_elsewhere(text)
}

/// Whether the text points to units that another place names: `各专班牵头单位`, `产业链责任部门`. `县水利局牵头单位` names its own.
fn is_told_elsewhere(text: &str) -> bool {
    // Hardly any name ends so.
    if !text.ends_with(['位', '门']) {
        return false;
    }
    let Some(word) = CUES.told_elsewhere.ends(text).next() else { return false };
    let head = &text[..text.len() - word.len()];
    !head.is_empty() && (head.starts_with('各') || !head.starts_with(is_level) || !is_name(head))
}

/// Whether what stands behind names sums them up as firms of a kind: `等企业`, `等运营企业`.
pub(super) fn is_class_of_firms(tail: &str) -> bool {
    let tail = tail.trim_end();
    tail.starts_with('等') && ["企业", "运营商", "公司", "行业"].iter().any(|end| tail.ends_with(end))
}

/// Whether a sentence may not have the text as its actor.
pub(super) fn is_vague_actor(text: &str) -> bool {
    is_vague(text)
        || CUES.pointing.begins(text)
        || CUES.vague_actor.holds(text)
        || CUES.vague_tail.ends(text).next().is_some()
        || agency::is_vague(text)
}

/// Whether the text is a person: `王某县长`, `分管副主任`. A unit's name ends in an office only by chance of its own
/// characters, so the lexicon is asked first where that matters.
pub(super) fn is_person(text: &str) -> bool {
    let text = text.trim_end_matches('等');
    text.len() <= 36 && CUES.office.ends(text).next().is_some()
}

/// The unit of an office that stands where a unit should: `县卫健局` of `县卫健局局长`.
pub(super) fn without_office(text: &str) -> Option<&str> {
    let stems = CUES.office.ends(text).filter_map(|office| text.strip_suffix(office));
    let mut units = stems.map(|stem| {
        let stem = stem.trim_end_matches('副');
        // `县交通局党组书记`: the bureau, not its party group.
        stem.strip_suffix("党组")
            .or(stem.strip_suffix("党委").filter(|unit| unit.ends_with(['局', '委'])))
            .unwrap_or(stem)
    });
    units.find(|unit| unit.len() >= 9 && !is_seat(unit) && is_name(unit) && !is_person(unit))
}

/// Who stands beside a person in a list of those who answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside<'t> {
    /// A unit: `县公安局副局长吴某`, `县住建局：孙某某`, `刘某（县水利局）`.
    Unit(&'t str),
    /// Nobody: `局长周某`.
    Nobody,
}

/// Reads a person with an office or a unit.
pub(super) fn beside_person(text: &str) -> Option<Beside<'_>> {
    if let Some((unit, person)) = text.split_once(['：', ':']) {
        return (is_name(unit) && may_be_person(person.trim())).then_some(Beside::Unit(unit));
    }
    if let Some(inner) = text.strip_suffix(['）', ')'])
        && let Some((person, unit)) = inner.split_once(['（', '('])
    {
        return (may_be_person(person) && is_name(unit)).then_some(Beside::Unit(unit));
    }
    // Names have two characters or three.
    let mut cuts = text.char_indices().rev().skip(1).take(2).map(|(at, _)| text.split_at(at));
    cuts.find_map(|(office, person)| {
        if !may_be_person(person) {
            return None;
        }
        let alone = CUES.office.ends(office).any(|word| office.trim_start_matches('副') == word);
        without_office(office).map(Beside::Unit).or(alone.then_some(Beside::Nobody))
    })
}

/// Whether a text may be a person's name: two to four characters that name no body.
pub(super) fn may_be_person(text: &str) -> bool {
    (2..=4).contains(&text.chars().count())
        && text.chars().all(gongwen_text::chars::is_han)
        && !text.ends_with(ends_body)
        && !is_name(text)
}

/// Whether a character is a level's word, with which both of two names may begin.
pub(super) fn is_level(c: char) -> bool {
    matches!(c, '县' | '市' | '区' | '省' | '州' | '旗')
}

/// Last characters of the words that join two names.
static JOINTS: CharSet = CharSet::of(&['和', '及', '与']);

/// Two names written without a mark, or joined by 和, 及, 与. `look` tells what a part of the text is.
pub(super) fn halves<'t>(text: &'t str, mut look: impl FnMut(&'t str) -> Look) -> Option<(&'t str, &'t str)> {
    if text.len() < 12 || text.len() > 2 * LONGEST || text.contains(['（', '(']) && text.len() > LONGEST {
        return None;
    }
    let known_whole = || {
        agency::name_at_end(text) == Some(0)
            && matches!(agency::classify(text), Some(Kind::Unit | Kind::Collective))
    };
    if JOINTS.next(text, 0).is_some() {
        for word in ["以及", "和", "及", "与"] {
            let ends = JOINTS.all(text).map(|(at, c)| at + c.len_utf8());
            for end in ends.filter(|&end| text[..end].ends_with(word)).take(4) {
                let (left, right) = (text[..end - word.len()].trim(), text[end..].trim());
                if is_one_office(left, right) {
                    return None;
                }
                // 县财政局及有关单位: a name, and nobody in particular.
                let (before, behind) = (look(left), look(right));
                // 各行业主管部门及县商务局, 石桥社区和县民政局
                let village = !before.is(Look::FUNCTION) && !left.starts_with(is_level);
                let other = before.is(Look::VAGUE) || village && place::is_village(left);
                let other = other && behind.is(Look::NAME) && !behind.is(Look::VAGUE);
                if !other && !ends_as_name(left, before) {
                    continue;
                }
                if behind.is(Look::NAME.or(Look::VAGUE)) || has_shape(right, behind) {
                    return Some((left, right));
                }
            }
        }
    }
    // 县食安办各镇（街道）: a class begins behind a name.
    if let Some(at) = text.find('各').filter(|&at| at >= 9)
        && ends_as_name(&text[..at], look(&text[..at]))
        && text[at + '各'.len_utf8()..].starts_with(['镇', '乡', '街', '县', '区', '苏', '旗', '团'])
        && look(&text[at..]).is(Look::NAME)
    {
        return Some(text.split_at(at));
    }
    // 市水利局市林业局: both begin with the same level's word.
    let level = text.chars().next().filter(|&c| is_level(c))?;
    for (at, _) in text.match_indices(level).skip(1).take(4) {
        // 县科协团县委
        let at = text[..at]
            .strip_suffix('团')
            .filter(|_| text[at..].chars().nth(1) == Some('委'))
            .map_or(at, str::len);
        let (left, right) = text.split_at(at);
        if left.ends_with(['局', '委', '办', '部', '会', '心', '院', '联', '协', '府'])
            && look(left).is(Look::NAME)
            && look(right).is(Look::NAME)
            // 县委县政府督查办 is one office of both.
            && (!is_seat(left) || right.ends_with("政府"))
            && !(known_whole() && right.starts_with("市场"))
            && !right.starts_with("市场监")
        {
            return Some((left, right));
        }
    }
    None
}

/// Whether 和 stands inside the name of an office that serves both: `市委和市政府信访局`, `中央和国家机关工委`, or of those whom
/// both have posted: `中央和省驻市各单位`.
fn is_one_office(left: &str, right: &str) -> bool {
    let posted = || right.trim_start_matches(|c| is_level(c) || c == '、').starts_with('驻');
    let of_state =
        || right.trim_start_matches(is_level).strip_prefix("政府").filter(|office| !office.is_empty());
    (is_seat(left) || left == "中央")
        && (right.starts_with("国家机关")
            || right.starts_with("省直")
            || of_state().is_some()
            || left == "中央" && posted())
}

/// Whether the text is one name by its own words, not a name's first part that happens to be a function. 科协 is both.
fn ends_as_name(text: &str, look: Look) -> bool {
    if look.is(Look::NAME) {
        let body = || text.ends_with(ends_body) && !text.ends_with("人社") || text.ends_with('室');
        let whole = !look.is(Look::FUNCTION) || body() || text.ends_with('场');
        return whole && text.chars().nth(1).is_some();
    }
    has_shape(text, look)
}

/// Whether the text says whose it is and ends as bodies do, though nobody knows its words: `县城乡环境整治办`.
fn has_shape(text: &str, look: Look) -> bool {
    !look.is(Look::VAGUE.or(Look::DUTY))
        && (text.starts_with(is_level) || text.starts_with('各'))
        && (looks_like_name(text) || is_short_body(text))
}

/// Whether a name is a class of organisations, which leads nobody by its place in a list.
pub(super) fn is_class(text: &str) -> bool {
    agency::classify(text) != Some(Kind::Unit) && text.contains('各')
}

/// Whether the text is short and its last character is that of organisations.
pub(super) fn ends_like_body(text: &str) -> bool {
    let place = ['村', '镇', '乡', '场', '位', '厂', '店', '段'];
    text.len() <= 60 && (text.ends_with(ends_body) || text.ends_with(place))
}

/// Whether a list of names may end so: a cheap look before its names are read.
pub(super) fn ends_like_list(text: &str) -> bool {
    text.ends_with(ends_list)
}

/// Whether the text is only the seat that a name begins with: `县委`.
pub(super) fn is_seat(text: &str) -> bool {
    matches!(
        text,
        "县委" | "区委" | "市委" | "省委" | "州委" | "旗委" | "盟委" | "县" | "区" | "市" | "省" | "团"
    )
}

/// Whether the text begins as a name of its own does.
pub(super) fn begins_anew(text: &str) -> bool {
    is_name(text)
        && text.starts_with(['县', '市', '区', '省', '州', '旗', '盟', '各', '团'])
        && !text.starts_with("市场")
}

/// Whether a sentence may speak of this name: its words are known, or it says whose it is.
fn is_sound(read: &Name<'_>) -> bool {
    // 学校, 乡镇, 企业: a kind of body, nobody in particular.
    const KINDS: [&str; 4] = ["school", "township", "industrial_park", "other"];
    let name = read.text();
    name.starts_with(['县', '市', '区', '省', '州', '旗', '盟', '各', '师', '团', '镇', '乡'])
        || name.ends_with(['府', '处', '）', ')'])
        // 国家安全部, 中国科学院, 供销合作总社: there is one of each.
        || ["国家", "中国", "中央", "全国"].iter().any(|state| name.starts_with(state)) && name.chars().count() >= 5
        || name.ends_with("总社")
        // 甲州新区管委会 says whose it is, 管委会 does not.
        || name.ends_with("管委会") && name.chars().count() >= 6
        || !read.functions().codes().all(|code| KINDS.contains(&code))
}

/// Whether the text is a class of organisations of a named division: `河北省相关部门`.
pub(super) fn is_division_class(text: &str) -> bool {
    CUES.vague_tail.ends(text).filter_map(|tail| text.strip_suffix(tail)).any(is_division)
}

/// Whether a name begins the text.
pub(super) fn begins_with_name(text: &str) -> bool {
    name_at_start(text).is_some()
        || text.split(['、', '，']).next().is_some_and(|first| is_name(first) || is_division(first))
}

/// Whether the text ends in a name or in a word for some organisation, so that a bracket behind it explains it.
pub(super) fn ends_like_name(text: &str) -> bool {
    // `报县整治工作领导小组办公室（县住建局）`, `报送县双创办（县人社局）`: where the office is.
    let office = || {
        let body = text.strip_suffix("办公室").unwrap_or_default();
        ["小组", "指挥部", "专班", "联席会议", "委员会"].iter().any(|end| body.ends_with(end))
    };
    let told = || {
        let to = text
            .rfind('报')
            .map(|at| text[at + '报'.len_utf8()..].trim_start_matches(['送', '至', '到', '给']));
        to.is_some_and(looks_like_name)
    };
    // `落实到位（县水利局）` explains nothing.
    agency::name_at_end(text).is_some()
        || office()
        || text.ends_with('办') && told()
        || text.ends_with(['位', '门', '构', '关'])
            && ["单位", "部门", "机构", "机关"].iter().any(|word| text.ends_with(word))
}

/// A cheap look before a name is searched for: whether a character that ends names stands near the beginning.
pub(super) fn may_begin(text: &str) -> bool {
    text.chars().take(40).any(|c| {
        matches!(
            c,
            '府' | '门'
                | '位'
                | '厅'
                | '镇'
                | '道'
                | '协'
                | '司'
                | '关'
                | '学'
                | '园'
                | '）'
                | ')'
                | '乡'
                | '市'
                | '县'
        ) || ends_body(c)
    })
}

/// Where the longest name ends that begins the text; a name only if it is one as a whole. `科协及有关部门` begins with
/// 科协.
pub(super) fn name_at_start(text: &str) -> Option<usize> {
    let stop = marks(text).find(|(_, c)| matches!(c, '，' | '。' | '；' | '：'));
    let text = &text[..stop.map_or(text.len(), |(at, _)| at)];
    let end = agency::name_at_start(text)?;
    let end = deed::before_deed(&text[..end]).unwrap_or_else(|| match longest_at_start(text, end) {
        longest if longest > end => deed::before_deed(&text[..longest]).unwrap_or(longest),
        longest => longest,
    });
    let found = &text[..end];
    // 县委 before an office of unknown words is only its seat.
    if is_seat(found)
        && text[end..].chars().take(6).any(|c| matches!(c, '办' | '局' | '室' | '部' | '委' | '组'))
    {
        return None;
    }
    let joints: &[&str] =
        if JOINTS.next(found, 0).is_some() { &["以及", "及", "和", "与"] } else { &[] };
    for word in joints {
        let parted = |&at: &usize| {
            let behind = &found[at + word.len()..];
            is_name(&found[..at]) && !is_one_office(&found[..at], behind) && {
                let right = &found[at + word.len()..];
                let left = &found[..at];
                is_vague(right)
                    || is_name(right)
                        && (!agency::is_function(left)
                            || left.ends_with(|c| ends_body(c) || c == '室') && !left.ends_with("人社"))
            }
        };
        // `省文化和旅游厅和省贸促会`: the first joint may be inside a name.
        if let Some(at) = found.match_indices(*word).map(|(at, _)| at).find(parted) {
            return is_sound(&Name::read(&found[..at])).then_some(at);
        }
    }
    read(found).is_some_and(|name| is_sound(&name)).then_some(end)
}

/// Whether a body's last character begins another word: 办 of 办法 in `县残联制定办法`.
fn goes_on_as_word(c: char, rest: &str) -> bool {
    let second: &[char] = match c {
        '办' => &['法', '理', '好', '事', '结', '学', '证'],
        '部' => &['署', '分'],
        '处' => &['理', '置', '罚'],
        '会' => &['商', '议', '同', '诊'],
        '委' => &['托', '派'],
        '位' => &['置', '于'],
        '门' => &['户', '槛'],
        '局' => &['面', '势'],
        _ => return false,
    };
    rest.starts_with(second)
}

/// A longer name than the one of `end` bytes that begins `text`: 各镇 begins 各镇人民政府.
fn longest_at_start(text: &str, end: usize) -> usize {
    let mut best = end;
    for (at, c) in text[end..].char_indices().take(14) {
        let next = end + at + c.len_utf8();
        if matches!(c, '、' | '，' | '。' | '；' | '：' | '要' | '的' | '等' | '牵' | '负' | '应')
        {
            break;
        }
        if matches!(
            c,
            '府' | '处'
                | '局'
                | '委'
                | '会'
                | '部'
                | '门'
                | '位'
                | '办'
                | '心'
                | '室'
                | '司'
                | '行'
                | '）'
                | ')'
        ) && !goes_on_as_word(c, &text[next..])
            && is_name(&text[..next])
        {
            best = next;
        }
    }
    best
}

/// Whether the text is the class of bodies of a federation: `妇联组织`, `各级工会组织`.
pub(super) fn is_federation(text: &str) -> bool {
    text.ends_with("组织")
        && !text.ends_with("党组织")
        && text.len() >= 9
        && agency::classify(text) == Some(Kind::Collective)
}

/// Whether a sentence may have the name as its actor.
pub(super) fn is_actor(name: &Name<'_>) -> bool {
    let text = name.text();
    place::is_village_committee(text)
        || is_federation(text)
        // 中央和省驻市各单位
        || text.starts_with("中央") && text.contains('驻')
        || agency::level_list(text).is_some()
        || is_sound(name)
            // 甲州海关
            && (text.ends_with("海关") && text.len() >= 12
                || text.starts_with(['县', '市', '区', '省', '州', '旗', '盟', '各', '镇', '乡', '师', '团'])
                || is_of_state(text)
                || text.ends_with("管委会")
                || name.reaches_start())
}

/// Whether the text is an office of the plan's own, of which there is one: `领导小组办公室`, or `局办公室` of the body that writes it.
pub(super) fn is_own_office(text: &str) -> bool {
    let body = text.strip_suffix("办公室").map(|body| body.strip_prefix("工作").unwrap_or(body));
    body.is_some_and(|body| {
        matches!(body, "领导小组" | "指挥部" | "专班" | "联席会议" | "局" | "厅" | "镇" | "乡")
    })
}

/// Where the longest name begins that ends the text.
pub(super) fn name_at_end(text: &str) -> Option<usize> {
    let start = agency::name_at_end(text)?;
    is_name(&text[start..]).then_some(start)
}

/// The organisation printed as `surface`.
pub(super) fn name<'a>(surface: &'a str, place: &Place) -> OrgName<'a> {
    if !holds_blank(surface) {
        return named(&Name::read(surface), place);
    }
    let surface: String = surface.chars().filter(|c| !c.is_whitespace()).collect();
    let org = named(&Name::read(&surface), place);
    OrgName {
        name: Cow::Owned(org.name.into_owned()),
        aliases: org.aliases.into_iter().map(|alias| Cow::Owned(alias.into_owned())).collect(),
        functions: org.functions,
        kind: org.kind,
        level: org.level,
        surface: Cow::Owned(surface),
    }
}

/// The organisation of a name without white space in it.
pub(super) fn named<'a>(read: &Name<'a>, place: &Place) -> OrgName<'a> {
    let surface = read.text();
    let name = read.expand(place);
    let kind = match read.kind() {
        Some(Kind::Collective | Kind::Vague) => OrgKind::Collective,
        _ => OrgKind::Unit,
    };
    let aliases = if kind == OrgKind::Unit && read.alias().is_some() { alias(surface) } else { Vec::new() };
    let level = read.level(&name, place);
    OrgName { surface: Cow::Borrowed(surface), name, aliases, functions: read.functions(), kind, level }
}

/// What a bracket in the name of one organisation holds.
fn alias(surface: &str) -> Vec<Cow<'_, str>> {
    let Some(open) = surface.find(['（', '(', '〈']) else { return Vec::new() };
    let inside = open + if surface[open..].starts_with('(') { 1 } else { '（'.len_utf8() };
    let Some(len) = surface[inside..].find(['）', ')', '〉']) else { return Vec::new() };
    vec![Cow::Borrowed(&surface[inside..inside + len])]
}
