//! Names whose words nobody knows, told by their shape: short, no clause, an organisation's last characters.

use super::cue::CUES;
use super::deed;
use super::org::{ends_body, ends_like_body, ends_list, is_level, is_name, is_person, is_vague};
use std::ops::RangeInclusive;

/// Whether a text has the shape of a name whose words are unknown: short, no clause, an organisation's last character.
pub(super) fn looks_like_name(text: &str) -> bool {
    let plain = text.find(['（', '(']).map_or(text, |at| &text[..at]);
    (6..=60).contains(&plain.len())
        && plain.ends_with(ends_body)
        && is_han_or_quoted(plain)
        && !plain.contains("以及")
        && (plain.starts_with(['县', '市', '区', '省', '州', '旗', '盟', '镇', '乡', '各'])
            || plain.ends_with("管理委员会")
            || ["中央", "国家", "全国", "中国"].iter().any(|word| plain.starts_with(word)))
        && is_whole(&text[plain.len()..])
        && !is_person(plain)
        && !is_vague(plain)
        && !CUES.duty.within(plain)
}

/// Whether words are Han characters, some of them quoted in the middle: `县“五水共治”办`.
pub(super) fn is_han_or_quoted(words: &str) -> bool {
    let han = |words: &str| words.chars().all(gongwen_text::chars::is_han);
    let Some((before, rest)) = words.split_once('“') else { return han(words) };
    let quoted = rest.split_once('”').filter(|(inner, behind)| !inner.is_empty() && !behind.is_empty());
    !before.is_empty() && han(before) && quoted.is_some_and(|(inner, behind)| han(inner) && han(behind))
}

/// Whether what stands behind the first bracket of a name goes on with it: `（县）政府`, never `（县）按职责`.
fn is_whole(bracket: &str) -> bool {
    let Some(close) = bracket.find(['）', ')']) else { return true };
    let behind = &bracket[close..];
    let behind = &behind[behind.chars().next().map_or(0, char::len_utf8)..];
    behind.is_empty() || behind.ends_with(ends_list) && !CUES.duty.within(behind)
}

/// Whether directly before a word of duty a text is a body though nobody knows its words nor whose it is, as those of zones and
/// towns are: `社会事业局`, `党群工作部`, `综合办公室`, `镇社会事务办`.
pub(super) fn is_bare_body(text: &str) -> bool {
    const LONGEST: usize = 10;
    let Some(end) = bare_end(text) else { return false };
    let (zone, work) = without_zone(&text[..text.len() - end]);
    (5..=LONGEST).contains(&text[text.len() - work.len() - end..].chars().count())
        && zone.len() <= LONGEST * '区'.len_utf8()
        && work.len() >= 2 * '局'.len_utf8()
        // `日常工作社会事业局`: 工作 stands at the end of what a body is for.
        && work.find("工作").is_none_or(|at| at + "工作".len() == work.len())
        && tells_no_deed(text)
        && !CUES.bare_body_not.within(text)
        && !is_common_office(text)
        && !CUES.verbs.begins(text)
        && !is_vague(text)
        && !is_person(text)
}

/// Length of the word at the end of a text by which it may be a body; 办 is one in a town's or a county's name.
fn bare_end(text: &str) -> Option<usize> {
    let town = || text.starts_with(['镇', '乡', '县', '区', '市', '旗']) && text.ends_with('办');
    CUES.bare_body.ends(text).map(str::len).max().or_else(|| town().then_some('办'.len_utf8()))
}

/// `某某经济技术开发区社会事业局`: whose it is stands in front.
fn without_zone(work: &str) -> (&str, &str) {
    let zones = ["开发区", "高新区", "经开区", "示范区", "园区", "新区"];
    let zone = zones.iter().find_map(|zone| work.split_once(zone));
    zone.filter(|(_, work)| !work.is_empty()).unwrap_or(("", work))
}

/// Whether words of which nobody is known may name a body: Han characters, nothing that is done and no word of duty.
fn tells_no_deed(text: &str) -> bool {
    text.chars().all(gongwen_text::chars::is_han) && !deed::is_done(text) && !CUES.duty.within(text)
}

/// Whether words of so many characters may name a body: Han characters, no word of duty, nobody in particular.
fn may_name(text: &str, characters: RangeInclusive<usize>) -> bool {
    characters.contains(&text.chars().count())
        && is_han_or_quoted(text)
        && !CUES.duty.within(text)
        && !is_vague(text)
}

/// Whether a text ends in a word that only ends like an office: `督办`, `干部`.
fn is_common_office(text: &str) -> bool {
    const COMMON: [&str; 18] = [
        "全部", "内部", "外部", "干部", "本部", "总部", "支部", "学部", "乐部", "督办", "承办", "协办",
        "主办", "举办", "交办", "代办", "联办", "各部",
    ];
    COMMON.iter().any(|word| text.ends_with(word))
}

/// Whether a level's word makes a body of what names none elsewhere: `县水电站`, `县书协`. `县科协创办` is done, and `县域布局`,
/// `市区电站` say where something is.
pub(super) fn is_bound_body(text: &str) -> bool {
    /// Characters of the longest name.
    const LONGEST: usize = 9;
    const WHERE: [char; 17] = [
        '域', '城', '级', '内', '外', '场', '区', '直', '属', '县', '市', '里', '中', '上', '下', '各', '委',
    ];
    let Some(own) = text.strip_prefix(is_level) else { return false };
    !own.starts_with(WHERE)
        && (2..LONGEST).contains(&own.chars().count())
        && CUES.bound_body.ends(own).any(|end| {
            let body = &text[..text.len() - end.len()];
            (end.len() > 3 || own.len() <= 12 && own.len() > 3)
                && !is_name(body)
                && !body.ends_with(ends_body)
        })
        && tells_no_deed(own)
        && !CUES.verbs.within(own)
}

/// Whether behind 由 a text names a branch of a bank or a company: `人行某县支行`, `移动某分公司`.
pub(super) fn is_branch(text: &str) -> bool {
    ["支行", "分行", "分公司", "供电公司", "电力公司", "农商银行", "有限公司", "集团公司"]
        .iter()
        .any(|end| text.ends_with(end))
        && text.chars().count() >= 5
        && is_name(text)
        && !is_vague(text)
}

/// Whether behind 由 a text names a centre without its division: `综合保障和技术推广中心`.
pub(super) fn is_centre(text: &str) -> bool {
    const WORK: [&str; 14] = [
        "保障", "推广", "服务", "检测", "监测", "指导", "管理", "救助", "发展", "培训", "事务", "认证",
        "调度", "执法",
    ];
    const NOBODY: [&str; 6] = ["第三方", "专业", "专门", "社会", "有资质", "相关"];
    let Some(work) = text.strip_suffix("中心") else { return false };
    (4..=14).contains(&work.chars().count())
        && work.chars().all(gongwen_text::chars::is_han)
        && WORK.iter().any(|end| work.ends_with(end))
        && !NOBODY.iter().any(|word| work.starts_with(word))
        && !is_vague(text)
        && !CUES.duty.within(work)
}

/// Whether a piece of a list has the shape of a body whose words are unknown: `外交部`, `标准委`.
pub(super) fn is_short_body(text: &str) -> bool {
    text.ends_with(['局', '委', '部', '厅', '署', '办']) && !is_common_office(text) && may_name(text, 3..=10)
}

/// Whether a text names an office inside an agency: `人事股`, `资源开发科`, `办公室`.
pub(super) fn is_room(text: &str) -> bool {
    const COMMON: [&str; 18] = [
        "控股",
        "参股",
        "入股",
        "持股",
        "科室",
        "股室",
        "学科",
        "本科",
        "专科",
        "内科",
        "外科",
        "教室",
        "会议室",
        "阅览室",
        "活动室",
        "实验室",
        "工作室",
        "百科",
    ];
    text.ends_with(['股', '科', '室'])
        && !COMMON.iter().any(|word| text.ends_with(word))
        && may_name(text, 3..=9)
}

/// Whether a piece of a list names an office inside an agency by what it is for: `计划财务科`, `政策法规处`.
pub(super) fn is_office(text: &str) -> bool {
    let Some(work) = text.strip_suffix(['科', '处', '室']) else { return false };
    (2..=8).contains(&work.chars().count())
        && work.chars().all(gongwen_text::chars::is_han)
        && gongwen_lexicon::ends_with_any(work, gongwen_lexicon::words("room_work"))
        // `在医院增设|综合科` is done.
        && !work.contains(['在', '由', '对', '将', '把', '增', '各'])
        && (!work.contains('设') || work.contains("建设"))
        && !deed::is_done(text)
        && !CUES.duty.within(work)
}

/// Whether a piece of a list of names has a body's shape though nobody knows its words: `某某公路养护中心`.
pub(super) fn is_strange_body(text: &str) -> bool {
    const ENDS: [&str; 15] = [
        "局",
        "中心",
        "公司",
        "所",
        "站",
        "大队",
        "支队",
        "中队",
        "总队",
        "分队",
        "救援队",
        "委员会",
        "管委会",
        "办事处",
        "馆",
    ];
    ENDS.iter().any(|end| text.ends_with(end)) && !CUES.verbs.begins(text) && may_name(text, 4..=16)
}

/// Whether a piece that nobody knows may be a member of a list before a word of duty all the same: it ends like a body or a
/// class of people. In front of known members it must have a body's whole shape.
pub(super) fn may_stand_in_list(text: &str, behind_known: bool) -> bool {
    const PEOPLE: [&str; 6] = ["群众", "企业", "志愿者", "居民", "商户", "人员"];
    const LONGEST: usize = 48;
    let shape = text.len() <= LONGEST && tells_no_deed(text) && !CUES.verbs.begins(text);
    if behind_known {
        return shape && (ends_like_body(text) || PEOPLE.iter().any(|end| text.ends_with(end)));
    }
    shape && is_strange_body(text) && !CUES.has_others.iter().any(|word| text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::{is_bare_body, is_office};

    #[test]
    fn bodies_of_zones_and_towns() {
        for text in [
            "社会事业局",
            "社会事务局",
            "党群工作部",
            "党群工作局",
            "政法工作部",
            "安全环保局",
            "产业发展局",
            "征收安置局",
            "综合管理部",
            "创新发展局",
            "城乡统筹局",
            "征地拆迁办公室",
            "综合办公室",
            "镇社会事务办",
            "区双招双引办",
            "经济技术开发区社会事业局",
        ] {
            assert!(is_bare_body(text), "{text}");
        }
        for text in [
            "统揽发展全局",
            "设立综合办公室",
            "下设综合办公室",
            "上级主管局",
            "日常工作社会事业局",
            "领导小组办公室",
            "项目管理部",
            "为社会事业局",
            "区级部门督办",
            "打造发展新格局",
            "各办公室",
            "社会事业局和",
            "抽调专人进驻办公室",
        ] {
            assert!(!is_bare_body(text), "{text}");
        }
    }

    #[test]
    fn offices_are_told_by_their_work() {
        for text in ["计划财务科", "财务科", "规划发展处", "法规处", "综合室"] {
            assert!(is_office(text), "{text}");
        }
        for text in
            ["教室", "开设综合科", "中医科", "各财务科", "会议室", "出处", "建立管理处", "在医院增设综合科"]
        {
            assert!(!is_office(text), "{text}");
        }
    }
}
