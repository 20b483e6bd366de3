//! Over whom a quantity is spread: `每所学校`, `各行政村`, `每千人口`.

use super::cues::CUES;
use super::matter::{self, has_chars, outer};

/// Splits a leading group off a noun phrase: `各行政村的覆盖率`, `每所学校`, `丘陵县（市、区）…`.
pub(super) fn split_group(text: &str) -> (Option<&str>, &str) {
    let spread = text.starts_with('每') || text.starts_with('各');
    let kinds = ["各类", "各级", "各项", "各种", "各式", "每百", "每千", "每万", "每人", "每亩"];
    if !spread || kinds.iter().any(|k| text.starts_with(k)) {
        if let Some(len) = per_head(text) {
            return (Some(&text[..len]), &text[len..]);
        }
        return (None, text);
    }
    if let Some(at) = outer(text, '的')
        && at <= 36
        && at + '的'.len_utf8() < text.len()
    {
        return (Some(&text[..at]), &text[at + '的'.len_utf8()..]);
    }
    let person = person(text);
    let mut found = None;
    for (at, _) in text.char_indices().skip(1).take(if person.is_some() { 0 } else { 14 }) {
        // `每个站配备人员`: behind a verb stands what is counted.
        if found.is_none() && at >= 6 && CUES.make.prefix(&text[at..]).is_some() {
            break;
        }
        if let Some(word) = CUES.group_noun.prefix(&text[at..]) {
            let end = at + word.len();
            let rest = &text[end..];
            // `每支队伍人数`: how many of them.
            let counted = rest.strip_prefix('数').is_some_and(|rest| !rest.starts_with(['字', '据', '智']))
                || rest.starts_with('次');
            let goes_on = counted || rest.starts_with(['、', '（', '(', '和', '级', '直']);
            if found.is_some_and(|f| end <= f) || goes_on {
                continue;
            }
            let end = longer_noun(text, at, end);
            let rest = &text[end..];
            found = Some(end);
            if ["人数", "人次", "人员"].iter().any(|men| rest.starts_with(men)) {
                break;
            }
            if CUES.group_noun.prefix(rest).is_none() {
                break;
            }
        }
    }
    match found.or(person) {
        Some(end) => {
            let end = end + house_behind(&text[end..]);
            // `每名网格长`, `每个管护员`: who keeps the thing.
            let keeper = text[end..].chars().next().filter(|c| matches!(c, '员' | '长'));
            let long = ["长度", "长效", "长期", "长廊"].iter().any(|word| text[end..].starts_with(word));
            let end = end + keeper.filter(|_| !long).map_or(0, char::len_utf8);
            // `各镇(街道)`: the bracket belongs to the name.
            let open = text[..end].contains(['（', '(']) && !text[..end].contains(['）', ')']);
            let close = text[end..].chars().next().filter(|c| open && matches!(c, '）' | ')'));
            let end = end + close.map_or(0, char::len_utf8);
            (Some(&text[..end]), &text[end..])
        }
        None => (None, text),
    }
}

/// Where `每名护路员` ends: a person, whatever the post is called (`每名党员干部`, `每名家庭医生`).
fn person(text: &str) -> Option<usize> {
    const LONGEST: usize = 24;
    const ENDS: [&str; 17] = [
        "骨干",
        "教师",
        "医师",
        "员工",
        "员",
        "长",
        "师",
        "医生",
        "干部",
        "专家",
        "民警",
        "领导",
        "学生",
        "儿童",
        "老年人",
        "老人",
        "残疾人",
    ];
    let post = text.strip_prefix("每名").or_else(|| text.strip_prefix("每位"))?;
    let near = &post[..post.floor_char_boundary(LONGEST)];
    let end = |words: &str| ENDS.iter().find(|end| words.starts_with(**end)).map(|end| end.len());
    let ends = |(at, _)| Some(at + end(&near[at..]).filter(|len| at > 0 || *len > '员'.len_utf8())?);
    let mut at = near.char_indices().find_map(ends)?;
    while let Some(more) = end(&near[at..]) {
        at += more;
    }
    Some(text.len() - post.len() + at)
}

/// Where the noun ends that begins inside the one from `at` to `end` and goes on behind it: 学校 of `中小学校`, where 中小学 was found;
/// 市场 of `农贸市场`, where 市 was.
fn longer_noun(text: &str, at: usize, end: usize) -> usize {
    if let Some(word) = CUES.group_whole.prefix(&text[at..]) {
        return end.max(at + word.len());
    }
    let inside = text[at..end].char_indices().skip(1).map(|(step, _)| at + step);
    let ends = inside.filter_map(|from| Some(from + CUES.group_noun.prefix(&text[from..])?.len()));
    ends.max().unwrap_or(end).max(end)
}

/// Length of what makes a house of the place in front of it, before what is done there: 场监管所 of `每个市场监管所配备设备`.
fn house_behind(rest: &str) -> usize {
    const LONGEST: usize = 24;
    const HOUSES: [&str; 14] =
        ["所", "局", "站", "院", "校", "园", "店", "馆", "库", "厂", "厕", "室", "中心", "委会"];
    let near = &rest[..rest.floor_char_boundary(LONGEST)];
    let verb = near.char_indices().skip(2).find(|&(at, _)| CUES.make.prefix(&rest[at..]).is_some());
    let house = verb.filter(|&(at, _)| {
        let name = &rest[..at];
        name.chars().all(gongwen_text::chars::is_han)
            && HOUSES.iter().any(|house| name.ends_with(house))
            && matter::verb_in_front(&rest[at..]).is_some_and(|(_, object)| has_chars(object, 2))
    });
    house.map_or(0, |(at, _)| at)
}

/// `每处` and what each has so many of: `每处充电端口`, `每所托位`, `每处面积`. What only says which ones are meant stays with
/// them (`每期培训`, `每支队伍`).
pub(super) fn each_one(text: &str) -> Option<(&str, &str)> {
    let measured = text
        .strip_prefix('每')?
        .chars()
        .next()
        .filter(|c| "个处所家座支辆栋间套台次期场名位".contains(*c))?;
    let (each, noun) = text.split_at('每'.len_utf8() + measured.len_utf8());
    // `每名下沉时间`; `每名教师` is a person.
    let person = matches!(measured, '名' | '位');
    if person && !noun.ends_with("时间") && !noun.ends_with("时长") {
        return None;
    }
    // `每座公厕设置无障碍厕位`: behind the thing stands what is done there.
    if CUES.make.find(noun).is_some_and(|(at, verb)| at >= 6 && has_chars(&noun[at + verb.len()..], 2)) {
        return None;
    }
    // `每个中心床位`
    let place = ["中心", "机构", "站点", "站", "基地", "教室", "小区", "园区"]
        .iter()
        .find_map(|w| Some(noun.find(w)? + w.len()))
        .filter(|&at| has_chars(&noun[at..], 2));
    let (each, noun) = place.map_or((each, noun), |at| text.split_at(each.len() + at));
    let had = noun.ends_with(['位', '口', '桩', '床', '池'])
        || ["投资", "投入", "警力", "人员"].contains(&noun)
        || noun.ends_with("时间")
        || noun.ends_with("时长")
        || CUES.level_noun.suffix(noun).is_some_and(|w| w.chars().count() > 1);
    (had && has_chars(noun, 2)).then_some((each, noun))
}

/// Each one and what is counted there: `每站` and `驻站社工`, `每名护理员` and `照护失能老年人`.
pub(super) fn each_with_thing(text: &str) -> Option<(&str, &str)> {
    const PLACES: [char; 9] = ['站', '村', '校', '园', '县', '镇', '乡', '院', '馆'];
    let (each, thing) = match (person(text), split_group(text)) {
        (Some(at), _) => text.split_at(at),
        (None, (Some(each), thing)) => (each, thing),
        _ => {
            let place = text.strip_prefix('每')?.chars().next().filter(|c| PLACES.contains(c))?;
            text.split_at('每'.len_utf8() + place.len_utf8())
        }
    };
    (each.starts_with('每') && has_chars(thing, 2)).then_some((each, thing))
}

/// The group without the word that puts it before its verb: `为每个村配备…`, `给各学校选派…`, `按每千人口拥有…`.
pub(super) fn served(text: &str) -> &str {
    // `免费为适龄妇女开展筛查`
    let free = ["免费为", "免费给", "免费对", "免费向"].iter().find_map(|word| text.strip_prefix(word));
    let each = ["为", "给", "向", "对", "按照", "按"].iter().find_map(|word| text.strip_prefix(word));
    let each = each.filter(|rest| rest.starts_with(['每', '各']));
    free.or(each).unwrap_or(text)
}

/// `每万人`, `每千人口`, `每百户`: length of the group.
fn per_head(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('每')?;
    // `每500-1000亩聘用1名护林员`
    let figure = |c: &char| c.is_ascii_digit() || matches!(c, '-' | '—' | '~' | '至');
    let digits: usize = rest.chars().take(10).take_while(figure).map(char::len_utf8).sum();
    let unit = ["万名", "千名", "百名", "万", "千", "百", "名", ""]
        .iter()
        .find(|u| rest[digits..].starts_with(**u))?;
    let at = '每'.len_utf8() + digits + unit.len();
    [
        "名就业人员中",
        "就业人员中",
        "名劳动者中",
        "劳动者中",
        "常住人口",
        "老年人口",
        "人口",
        "名老年人口",
        "老年人口",
        "名老年人",
        "老年人",
        "人",
        "户",
        "亩",
        "平方公里",
    ]
    .iter()
    .find(|w| text[at..].starts_with(**w))
    .map(|w| at + w.len())
}

/// Whether figures are taken per so many of a group (`每千人口`).
pub(super) fn is_per_head(group: &str) -> bool {
    ["每百", "每千", "每万"].iter().any(|w| group.starts_with(w)) || matches!(group, "千人" | "万人")
}

/// The name of a figure that is taken per so many: `每千人口拥有床位数` counts 床位数.
pub(super) fn figure_per_head(name: &str) -> Option<(&str, &str)> {
    let (group, rest) = split_group(name);
    let group = group.filter(|group| is_per_head(group))?;
    let rest = OWNED.iter().find_map(|w| rest.strip_prefix(w)).unwrap_or(rest);
    has_chars(rest, 2).then_some((group, rest))
}

/// Verbs that put a figure to whom it belongs: `每万人拥有足球场地数`, `带动产业总规模`.
pub(super) const OWNED: [&str; 3] = ["拥有", "带动", "配备"];

/// Whether `text` names one who is told to do something (`市场监管部门每季度…`): no part of the number is his.
pub(super) fn is_told(text: &str) -> bool {
    !text.starts_with(['每', '各'])
        && !text.starts_with("其他")
        && ["部门", "局", "办公室", "专班", "领导", "大队", "支队", "集团", "管理机构", "经办机构"]
            .iter()
            .any(|w| text.ends_with(w))
}

/// Whether words name persons by a post: `儿童主任每月走访留守儿童1次`.
pub(super) fn has_post(subject: &str) -> bool {
    const POSTS: [&str; 4] = ["主任", "督学", "校长", "书记"];
    POSTS.iter().any(|post| subject.ends_with(post)) && matter::names_only(subject)
}

/// Whether words tell what is brought where: `法律服务进社区`, `电影进乡村`; not `新引进企业`.
pub(super) fn is_brought(text: &str) -> bool {
    const WORDS: [char; 12] = ['引', '推', '促', '改', '跟', '先', '新', '走', '奋', '增', '后', '迈'];
    const PLACES: [&str; 17] = [
        "企业", "社区", "乡村", "农村", "校园", "学校", "机关", "家庭", "乡镇", "单位", "园区", "工地",
        "基层", "军营", "车间", "村", "小区",
    ];
    let Some((thing, place)) = text.rsplit_once('进') else { return false };
    has_chars(thing, 2) && !thing.ends_with(WORDS) && PLACES.contains(&place)
}

/// Whether `text` names those over whom a quantity is spread.
pub(super) fn is_group(text: &str) -> bool {
    let text = gongwen_text::chars::trim(text);
    let len = text.chars().count();
    // `今后3年全市` is a time and the whole.
    if is_told(text)
        || is_brought(text)
        || text.starts_with('从') && !text.starts_with("从业")
        || ["下乡", "带队", "领队", "组队"].iter().any(|word| text.ends_with(word))
        || matches!(text, "城镇" | "城乡" | "农村" | "乡村" | "全社会")
        || text.starts_with("今后")
        || ["多渠道", "多方", "多形式", "多途径", "多方式"].contains(&text)
        || text.starts_with("未来")
        // `按时保质完成我县`
        || text.starts_with("按时")
        || text.starts_with("确保")
    {
        return false;
    }
    let kinds = ["各类", "各级", "各项", "各种"].iter().any(|k| text.starts_with(k));
    (text.starts_with('每') || text.starts_with('各') && !kinds) && (2..=24).contains(&len)
        // `低保标准提高到每人`, `低保标准不低于每人`
        || (2..=14).contains(&len)
            && !["到每", "至每", "于每"].iter().any(|w| text.contains(w))
            && (CUES.group_noun.suffix(text).is_some() || CUES.visited.suffix(text).is_some())
            && CUES.make.prefix(text).is_none()
            && CUES.train.prefix(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_in_front() {
        assert_eq!(split_group("各行政村的科普覆盖率"), (Some("各行政村"), "科普覆盖率"));
        assert_eq!(split_group("各镇(街道)服务站"), (Some("各镇(街道)"), "服务站"));
        assert_eq!(split_group("每所学校"), (Some("每所学校"), ""));
        assert_eq!(split_group("每名网格长联系网格"), (Some("每名网格长"), "联系网格"));
        assert_eq!(split_group("每名技术骨干联系"), (Some("每名技术骨干"), "联系"));
        assert_eq!(split_group("每名骨干教师带教"), (Some("每名骨干教师"), "带教"));
        assert_eq!(split_group("每名护路员管护里程"), (Some("每名护路员"), "管护里程"));
        assert_eq!(split_group("每名助企服务员联系企业"), (Some("每名助企服务员"), "联系企业"));
        assert_eq!(split_group("每名帮扶干部帮扶农户"), (Some("每名帮扶干部"), "帮扶农户"));
        assert_eq!(split_group("每名家庭医生签约居民"), (Some("每名家庭医生"), "签约居民"));
        assert_eq!(split_group("每名党员干部联系群众"), (Some("每名党员干部"), "联系群众"));
        assert_eq!(split_group("每个网格长度"), (Some("每个网格"), "长度"));
        assert_eq!(split_group("各类设施开放率"), (None, "各类设施开放率"));
        assert_eq!(split_group("每个市场监管所配备快检设备"), (Some("每个市场监管所"), "配备快检设备"));
        assert_eq!(split_group("每个市场配备安全员"), (Some("每个市场"), "配备安全员"));
        assert_eq!(split_group("每个农贸市场配备保洁员"), (Some("每个农贸市场"), "配备保洁员"));
        assert_eq!(split_group("每个市场主体联系干部"), (Some("每个市场主体"), "联系干部"));
        assert_eq!(split_group("每个区域配备网格员"), (Some("每个区域"), "配备网格员"));
        assert_eq!(split_group("每个镇区公厕配备保洁员"), (Some("每个镇区公厕"), "配备保洁员"));
        assert_eq!(split_group("每个市配备安全员"), (Some("每个市"), "配备安全员"));
        assert_eq!(split_group("每所中小学校至少配备"), (Some("每所中小学校"), "至少配备"));
        assert_eq!(split_group("各中小学科学教师"), (Some("各中小学"), "科学教师"));
        assert_eq!(split_group("每个村文化广场"), (Some("每个村"), "文化广场"));
        assert_eq!(split_group("每个县重点建设卫生院"), (Some("每个县"), "重点建设卫生院"));
    }

    #[test]
    fn what_each_has_is_counted() {
        assert_eq!(each_one("每处充电端口"), Some(("每处", "充电端口")));
        assert_eq!(each_one("每所建筑面积"), Some(("每所", "建筑面积")));
        assert_eq!(each_one("每个中心床位"), Some(("每个中心", "床位")));
        assert_eq!(each_one("每座公厕设置无障碍厕位"), None);
        assert_eq!(each_one("每支队伍"), None);
        assert_eq!(each_one("每期培训"), None);
    }

    #[test]
    fn a_department_is_no_group() {
        assert!(!is_group("县邮政管理机构") && is_group("养老机构"));
        assert!(!is_group("市场监管部门") && !is_group("培训农村") && !is_group("带队"));
        assert!(is_group("各部门"));
        assert!(is_group("学校"));
    }
}
