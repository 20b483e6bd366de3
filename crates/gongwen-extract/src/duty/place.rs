//! Places that may act or be named beside departments: towns, villages, zones, divisions.

use super::cue::CUES;
use super::org::{is_name, read};

/// Whether a text names a village or a community, which only a key or a column tells: `金碧社区`.
pub(super) fn is_village(text: &str) -> bool {
    const COMMON: [&str; 22] = [
        "各", "全", "本", "我", "每", "示范", "美丽", "重点", "有关", "相关", "试点", "行政", "所在", "属地",
        "该", "城市", "农村", "老旧", "涉及", "辖区", "所属", "周边",
    ];
    (3..=8).contains(&text.chars().count())
        && (text.ends_with('村')
            || ["社区", "嘎查", "农场", "牧场", "林场"].iter().any(|end| text.ends_with(end)))
        && text.chars().all(gongwen_text::chars::is_han)
        && !COMMON.iter().any(|word| text.starts_with(word))
}

/// Whether the text is the class of committees of villages: `村（居）民委员会`.
pub(super) fn is_village_committee(text: &str) -> bool {
    const PLAIN: [&str; 6] = ["村委会", "居委会", "村民委员会", "居民委员会", "社区居委会", "社区居民委员会"];
    if PLAIN.contains(&text) {
        return true;
    }
    let behind = text.strip_prefix('各').unwrap_or(text).strip_prefix("村（居）");
    let behind = behind.or_else(|| text.strip_prefix("村(居)")).or_else(|| text.strip_prefix("社区（村）居"));
    behind.is_some_and(|rest| matches!(rest, "民委员会" | "委会" | "委员会" | "委"))
}

/// Whether a name begins with that of a body of the whole state: `国网某县供电公司`, `国家税务总局某省税务局`, `人民银行某省分行`.
pub(super) fn is_of_state(name: &str) -> bool {
    const STATES: [&str; 4] = ["国家", "中国", "人民银行", "人行"];
    name.starts_with("国网")
        // 武警某某中队
        || name.starts_with("武警") && name.ends_with('队') && name.chars().count() >= 5
        || STATES.iter().any(|state| name.starts_with(state))
            && name.ends_with(['局', '行', '司'])
            && name.chars().count() >= 7
}

/// Whether the text is a division: `天津市`, `朝阳区`.
pub(super) fn is_division(text: &str) -> bool {
    let count = text.chars().count();
    (2..=9).contains(&count)
        && !text.starts_with('各')
        && text.ends_with(['省', '市', '县', '区', '州', '旗', '盟'])
}

/// Whether the text is a division that the table may not know: `甲州市`, never `社区`, `全县`.
pub(super) fn is_far_division(text: &str) -> bool {
    const COMMON: [&str; 14] = [
        "社区", "园区", "城区", "小区", "街区", "校区", "景区", "库区", "灾区", "地区", "辖区", "片区",
        "山区", "牧区",
    ];
    is_division(text)
        && (3..=5).contains(&text.chars().count())
        && text.chars().all(gongwen_text::chars::is_han)
        && !text.starts_with(['全', '我', '本', '该', '其', '由', '请'])
        && !text.starts_with("会同")
        && !COMMON.iter().any(|word| text.ends_with(word))
}

/// Whether a sentence has a class as its actor that nothing but its kind tells: `公办幼儿园`, `试点乡镇`, `区学前教育管理科`. Who
/// those are, another place may say.
pub(super) fn is_kind_class(text: &str) -> bool {
    const KINDS: [&str; 14] = [
        "幼儿园",
        "学校",
        "小学",
        "中学",
        "高校",
        "医院",
        "卫生院",
        "机构",
        "乡镇",
        "镇街",
        "企业",
        "管理科",
        "管理股",
        "村组",
    ];
    // `鼓励优势企业参与` asks nobody.
    const ASKED: [&str; 10] =
        ["鼓励", "支持", "引导", "督促", "指导", "动员", "推动", "吸引", "倡导", "依托"];
    (4..=12).contains(&text.chars().count())
        && !ASKED.iter().any(|word| text.starts_with(word))
        && KINDS.iter().any(|kind| text.ends_with(kind))
        && text.chars().all(gongwen_text::chars::is_han)
        && !CUES.pointing.begins(text)
        && !CUES.verbs.begins(text)
}

/// A name without the streets that a bracket puts beside it: `事发地镇人民政府（街道办事处）`.
pub(super) fn without_bracket(text: &str) -> &str {
    let inner = text.strip_suffix(['）', ')']);
    let open = inner.and_then(|inner| inner.rfind(['（', '(']).filter(|&at| inner[at..].contains("街道")));
    open.map_or(text, |at| &text[..at])
}

/// Whether the text names a town or a street, `遂城镇`, `龙驹寨街道办`.
pub(super) fn is_town(text: &str) -> bool {
    let text = without_bracket(text);
    // 事发地乡镇人民政府: whichever it is.
    let told = ["事发地", "发生地"].iter().find_map(|word| text.split_once(word));
    let printed = told.map_or(text, |(_, town)| town);
    ["镇", "乡", "街道", "街道办", "街道办事处", "苏木", "镇政府", "乡政府", "镇人民政府", "乡人民政府"]
        .iter()
        .any(|end| text.ends_with(end))
        && (if told.is_some() { 6 } else { 9 }..=24).contains(&printed.len())
        && is_name(text)
}

/// Whether the text is a town's or a street's own name, so that it may act alone: `石桥镇`, never `重点镇` or `属地乡镇`.
pub(crate) fn is_named_town(text: &str) -> bool {
    const COMMON: [&str; 37] = [
        "各", "全", "本", "该", "其", "我", "每", "某", "中心", "建制", "重点", "特色", "示范", "试点",
        "有关", "相关", "所在", "所属", "涉及", "属地", "辖区", "城区", "县城", "沿河", "沿线", "周边",
        "其他", "事发", "发生", "受灾", "偏远", "山区", "库区", "对应", "承接", "城乡", "两",
    ];
    let name = text.strip_suffix("办事处").or(text.strip_suffix('办')).unwrap_or(text);
    let stem = ["镇", "乡", "街道", "苏木"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or_default();
    (2..=5).contains(&stem.chars().count())
        && stem.chars().all(gongwen_text::chars::is_han)
        && !stem.ends_with(['乡', '镇', '村', '县', '的', '和', '及', '个'])
        && !COMMON.iter().any(|word| stem.starts_with(word))
        && is_town(text)
}

/// Where a town's or a street's own name ends that begins the text: `城关镇开展整治`.
pub(super) fn town_at_start(text: &str) -> Option<usize> {
    const FARTHEST: usize = 7;
    let ends = text.char_indices().take(FARTHEST).filter(|(_, c)| matches!(c, '镇' | '乡' | '道'));
    let mut ends = ends.map(|(at, c)| at + c.len_utf8());
    ends.find(|&end| is_named_town(&text[..end]))
}

/// Whether the text names a zone without its committee, `高新区`.
pub(super) fn is_zone(text: &str) -> bool {
    text.ends_with(['区', '园'])
        && text.len() <= 36
        && read(text).is_some_and(|name| name.functions().codes().any(|code| code == "industrial_park"))
}

/// Whether a bracket goes on with the class that stands before it: `镇（街道）`, `县（市、区）`.
pub(super) fn goes_on_in_bracket(before: &str, inner: &str) -> bool {
    before.ends_with(['镇', '乡', '县', '市', '区', '旗', '村', '道'])
        && inner.split(['、', '，', ',']).all(|word| {
            CUES.class_tail.holds(word) || matches!(word, "市" | "县" | "区" | "旗" | "乡" | "场" | "办")
        })
}
