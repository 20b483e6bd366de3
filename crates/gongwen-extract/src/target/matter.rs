//! What is counted, and over whom: the words round a number.

use super::cues::CUES;
use crate::wordlist::{CharSet, Seen, WordList};
use std::sync::LazyLock;

/// Words with which something begins that [`strip_lead`] takes off: one look tells that there is nothing to take.
static LEADING: LazyLock<WordList> = LazyLock::new(|| {
    let mut leading = vec!["其中", "平均", "区域内", "辖区内", "县域内", "全", "我", "本"];
    leading.extend(["target_aim", "target_lead"].into_iter().flat_map(gongwen_lexicon::words));
    WordList::new(&leading)
});

/// Strips from the front of a clause what belongs to no noun phrase: blanks, 其中, region words, lead-ins.
/// Returns the rest and whether 其中 was there.
pub(super) fn strip_lead(mut text: &str) -> (&str, bool) {
    let mut part = false;
    for _ in 0..8 {
        // None of these marks begins like the common Han characters.
        if !matches!(text.as_bytes(), [0xE4..=0xE9, ..]) {
            text =
                text.trim_start_matches([' ', '\u{3000}', '，', ',', '、', '：', ':', '—', '－', '●', '·']);
        }
        if LEADING.prefix(text).is_none() && !names_whole(text) {
            break;
        }
        if let Some(rest) = text.strip_prefix("其中") {
            part = true;
            text = rest;
        } else if let Some(rest) = text.strip_prefix("平均").filter(|rest| rest.starts_with('每')) {
            // `平均每年新增`
            text = rest;
            // `区域内60%以上的学校`, but `县域内就诊率`
        } else if let Some(rest) = ["区域内", "辖区内", "县域内"]
            .iter()
            .find_map(|word| text.strip_prefix(word))
            .filter(|rest| rest.is_empty())
        {
            text = rest;
        } else if let Some(len) = region(text) {
            text = &text[len..];
        } else if let Some(word) = CUES.aim.prefix(text).filter(|w| *w != "争创") {
            text = &text[word.len()..];
        } else if let Some(word) = CUES.lead.prefix(text).filter(|w| !is_noun_start(text, w)) {
            text = &text[word.len()..];
        } else {
            break;
        }
    }
    (text, part)
}

/// A lead-in word that here begins a noun (`重点人群`, `要素`, `和谐社区`, `共青团`, `支持资金`).
fn is_noun_start(text: &str, word: &str) -> bool {
    let next = text[word.len()..].chars().next();
    match word {
        "重点" if ["建设用地", "实验室"].iter().any(|w| text[word.len()..].starts_with(w)) => true,
        "重点" => !matches!(next, Some('培' | '打' | '推' | '建' | '支' | '开' | '实')),
        "要" => matches!(next, Some('素' | '点' | '件')),
        "和" => matches!(next, Some('谐' | '美' | '平')),
        "共" => matches!(next, Some('青' | '享' | '建' | '同' | '富')),
        "将" => matches!(next, Some('军')),
        "使" => matches!(next, Some('用' | '命')),
        "应" => matches!(next, Some('急' | '用' | '届')) || is_due(&text[word.len()..]),
        "及" => matches!(next, Some('时' | '格')),
        "并" => matches!(next, Some('联' | '网' | '购')),
        "再" => matches!(next, Some('生' | '就' | '制' | '造')),
        "规划期" => matches!(next, Some('末' | '限' | '初' | '间')),
        "需" => matches!(next, Some('求')),
        "基本" => !leads_deed(&text[word.len()..]) || matches!(next, Some('公' | '医' | '养' | '农')),
        "集中" => !leads_deed(&text[word.len()..]) || matches!(next, Some('供' | '处' | '训' | '培')),
        // `总体癌症生存率`, but `全面建成…`, `总体达到…`
        "总体" | "全面" | "高标准" | "高质量" | "统筹" | "持续" | "试点" | "多渠道" | "多方" | "多形式"
        | "多途径" | "多方式" | "其他" => !leads_deed(&text[word.len()..]),
        "引导" | "支持" => matches!(next, Some('资' | '基')),
        "计划" => matches!(next, Some('生')),
        _ => false,
    }
}

/// Whether words behind 应 say what is due and is not done, or all of it: `缴未缴`, `保尽保`.
fn is_due(words: &str) -> bool {
    let mut chars = words.chars();
    let deed = chars.next();
    matches!(chars.next(), Some('未' | '尽')) && chars.next() == deed
}

/// Whether a word of doing or reaching follows an adverb, or nothing.
fn leads_deed(rest: &str) -> bool {
    let cues = &*CUES;
    rest.is_empty()
        || [&cues.make, &cues.train, &cues.lead, &cues.aim, &cues.adjust, &cues.predicate]
            .iter()
            .any(|list| list.prefix(rest).is_some())
        || super::measure::begins_binding(rest)
}

/// Length of a word for the whole division at the start, with a short name before it (`全县`, `临江全县`).
fn region(text: &str) -> Option<usize> {
    if !text.starts_with(['全', '我', '本']) && !names_whole(text) {
        return None;
    }
    for (i, c) in text.char_indices().take(5) {
        let word = matches!(
            text[..i].chars().next_back(),
            Some(
                '安' | '健' | '完' | '齐' | '周' | '基' | '资' | '成' | '日' | '自'
                    // `年内全县`, `当年全县`: a time.
                    | '内' | '年' | '底' | '前' | '末' | '月' | '度' | '起' | '后'
            )
        );
        // `覆盖全县` names no place.
        let named = || CUES.make.prefix(text).is_none() && !text.starts_with("覆盖");
        let place = i == 0 || c == '全' && (6..=9).contains(&i) && named();
        if matches!(c, '全' | '我' | '本') && !word && place {
            let next = text[i + c.len_utf8()..].chars().next()?;
            let after = text[i + c.len_utf8() + next.len_utf8()..].chars().next();
            if matches!(next, '县' | '区' | '市' | '省' | '国' | '州' | '旗' | '镇' | '乡' | '域')
                && !matches!(
                    (next, after),
                    ('国', Some('性' | '科' | '文' | '重' | '示' | '一' | '优' | '知' | '名' | '百'))
                )
                && !(next == '域' && c == '全')
                // `全县性会议`
                && after != Some('性')
            {
                let mut len = i + c.len_utf8() + next.len_utf8();
                if text[len..].starts_with('域') {
                    len += '域'.len_utf8();
                }
                return Some(len);
            }
            break;
        }
        if !gongwen_text::chars::is_han(c) {
            break;
        }
    }
    None
}

/// Whether 全 may stand behind a name of two or three characters at the start (`临江全县`): one look at each place.
fn names_whole(text: &str) -> bool {
    let bytes = text.as_bytes();
    (6..=9).any(|at| bytes.get(at..).is_some_and(|rest| rest.starts_with("全".as_bytes())))
}

/// Deeds that say in what state a project is.
pub(super) const STATES: [&str; 13] = [
    "结转",
    "上云",
    "竣工",
    "完工",
    "新开工",
    "开工",
    "基本建成",
    "续建",
    "签约",
    "投产",
    "落地",
    "落户",
    "储备",
];

/// Nouns that a deed in front of them names: `监测站点`.
const OF_DEEDS: [&str; 23] = [
    "厂", "库", "组织", "强度", "密度", "站", "点", "断面", "网", "井", "预警", "平台", "系统", "设备",
    "设施", "机构", "中心", "人员", "基地", "频次", "项目", "数据", "结果",
];

/// Whether a text has so many characters; its length in bytes nearly always tells.
pub(super) fn has_chars(text: &str, least: usize) -> bool {
    const LONGEST: usize = 4;
    text.len() > LONGEST * (least - 1) || text.chars().count() >= least
}

/// The verb of doing that `text` begins with, and the words behind it.
pub(super) fn verb_in_front(text: &str) -> Option<(&'static str, &str)> {
    // `增加学位5400个`; 增加 behind its noun is growth.
    if let Some(rest) =
        text.strip_prefix("增加").filter(|rest| !rest.starts_with(['值', '额', '率', '至', '到']))
    {
        return Some(("增加", rest));
    }
    let word = CUES.make.prefix(text)?;
    let mut rest = text[word.len()..].trim_start_matches(['了', '好']);
    // `转移就业` is what is counted itself.
    if word == "转移" && rest.starts_with("就业") {
        return None;
    }
    // `新建（改建）田间道路`
    if let Some(inner) = rest.strip_prefix(['（', '('])
        && let Some(close) = inner.find(['）', ')']).filter(|&at| CUES.make.is(&inner[..at]))
    {
        rest = inner[close..].trim_start_matches(['）', ')']);
    }
    // `建设用地面积`, `推广应用`, `服务业`, `保障性住房`: the verb begins a noun.
    // `新建、改扩建学校`: verbs come in pairs.
    if let Some(second) = rest.strip_prefix(['、', '和'])
        && let Some(next) = CUES.make.prefix(second)
        && second.len() > next.len()
    {
        return Some((next, &second[next.len()..]));
    }
    // `新增或更新公交车`
    if let Some(second) = rest.strip_prefix(['或', '及']).or_else(|| rest.strip_prefix("并"))
        && let Some(next) = CUES.make.prefix(second)
        && second.len() > next.len()
    {
        return Some((next, &second[next.len()..]));
    }
    // `监测站点`, `培训机构`: the deed names the thing.
    let serves = ["回收", "处理", "救助", "调解", "维修", "储备", "供应", "抢救"].contains(&word);
    let named = (serves || CUES.deed.is(word)) && OF_DEEDS.iter().any(|w| rest.starts_with(w));
    let noun = named
        // `竣工项目25个`: which projects are counted.
        || STATES.contains(&word) && (rest.starts_with("项目") || rest.starts_with("企业"))
        // `安置房开工500套`
        || word == "安置" && ["房", "点", "小区", "区", "地块"].iter().any(|w| rest.starts_with(w))
        || word == "帮扶" && CUES.helped.prefix(rest).is_some()
        || word == "研发" && ["人员", "投入", "经费", "费用", "强度"].iter().any(|w| rest.starts_with(w))
        || rest.starts_with(['性', '率', '业', '者', '力', '量', '用', '区', '型', '费', '端'])
        && !["用户", "用人单位", "业务", "业态", "业主", "区级", "区域", "力量", "用工", "量子"]
            .iter()
            .any(|w| rest.starts_with(w))
        || rest.starts_with("规模") && !rest.starts_with("规模以上") && !rest.starts_with("规模化")
        // `小区改造后停车位`
        || rest.starts_with('后') && !rest.starts_with("后备")
        || rest.starts_with("总")
        // `创建工作经费每校5万元`
        || matches!(word, "创建" | "争创") && rest.starts_with("工作经费")
        // `新设企业免费刻制公章`: those who have it.
        || matches!(word, "新设" | "新开") && rest.starts_with("企业免费")
        || rest.starts_with("时限")
        || rest.starts_with("时间")
        || word == "绿化" && rest.starts_with('带')
        // `供应商评价`, `发展党员检查`
        || word == "供应" && rest.starts_with(['商', '链'])
        || word == "发展" && rest.starts_with("党员") && rest != "党员"
        || word == "投资" && (rest.starts_with("概算") || rest.starts_with("估算"))
        || word == "发展"
            && ["资金", "基金", "专项", "指数", "水平", "对象", "项目"].iter().any(|w| rest.starts_with(w));
    (!noun).then_some((word, rest))
}

/// Whether `text` is a short name, with no verb of doing and no word of reaching.
pub(super) fn names_only(text: &str) -> bool {
    (2..=16).contains(&text.chars().count())
        && CUES.make.find(text).is_none()
        && CUES.train.find(text).is_none()
        && super::measure::binding(text).start == text.len()
}

/// Marks at which the words behind a number end.
static ENDS: CharSet = CharSet::of(&['，', '。', '；', ',', '：', '\n']);

/// What stands behind a number and is no noun.
static NO_NOUN: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new(&[
        "平均水平",
        "水平",
        "目标",
        "任务",
        "通过",
        "在",
        "并",
        "且",
        "用于",
        "左右",
        "同比",
        "比",
        "较",
        "即",
        "为",
        "已",
        "到",
        "至",
        "由",
        "从",
        "不",
        "未",
        "均",
        "全部",
        "之间",
        "开展",
        "达到",
        "实现",
        // `为2025年达到12.5%打下坚实基础`
        "打下",
        "奠定",
        "打好",
        "夯实",
    ])
});

/// Nouns that begin like those.
static NOUN_ALL_THE_SAME: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new(&["在家", "从业", "不动产", "不良", "为民", "为老", "比赛", "到期", "由来", "即时"])
});

/// What the counted ones do; it ends the noun.
static DEEDS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new(&[
        "进行",
        "实施",
        "免费",
        "开展",
        "提供",
        "发放",
        "享受",
        "负责",
        "从事",
        "担任",
        "作为",
        "用于",
        "并",
        "到乡",
        "到村",
        "到基层",
        "到企业",
        "到县",
        "到社区",
        "赴",
        "驻",
    ])
});

/// Whether `head` is a deed and nothing else that is done to `thing`: 维护 in `自动监测站点的维护`, not 培训 in `具有较大影响的培训`.
fn is_deed_to(thing: &str, head: &str) -> bool {
    const LONGEST: usize = 10;
    const QUALITIES: [char; 8] = ['有', '合', '达', '入', '定', '性', '型', '级'];
    [CUES.deed.suffix(head), CUES.make.prefix(head)].contains(&Some(head))
        && (2..=LONGEST).contains(&thing.chars().count())
        && thing.chars().all(gongwen_text::chars::is_han)
        && !thing.contains(QUALITIES)
}

/// Whether the bracket from `open` names another kind of place beside the one in front of it: `科普示范村（社区）`.
fn names_both(noun: &str, open: usize) -> bool {
    CUES.group_noun.suffix(noun).is_some_and(|word| word.len() > noun.len() - open)
}

/// What is counted behind the words that say by what it is marked: 公办养老机构 of `以失能照护为主的公办养老机构`.
fn characterised(noun: &str) -> Option<&str> {
    const MARKED: [&str; 8] =
        ["为主的", "为重点的", "为特色的", "为主体的", "为核心的", "为主导的", "为主题的", "为支撑的"];
    let rest = noun.strip_prefix('以')?;
    let thing = MARKED.iter().find_map(|mark| Some(&rest[rest.find(mark)? + mark.len()..]))?;
    has_chars(thing, 2).then_some(thing)
}

/// The noun phrase behind a number, or nothing when what follows is no noun. `seen` are the characters of the clause.
pub(super) fn noun_behind<'t>(right: &'t str, seen: &Seen) -> Option<&'t str> {
    let end = ENDS.next(right, 0).map_or(right.len(), |(at, _)| at);
    let mut noun = gongwen_text::chars::trim(&right[..end]);
    noun = noun.strip_prefix('的').unwrap_or(noun);
    noun = characterised(noun).unwrap_or(noun);
    if right.starts_with("的标准") || right.starts_with("的水平") {
        return None;
    }
    if NO_NOUN.prefix(noun).is_some() && NOUN_ALL_THE_SAME.prefix(noun).is_none() && !in_state(noun) {
        return None;
    }
    if noun.starts_with(['、', '（', '(', '”', '）', ')', '/', '—', '-', '+', '%', '和', '及', '以'])
    {
        return None;
    }
    // `3所特色学校及一批具有示范效应的试点`: what is not counted stands behind.
    if let Some(at) = ["及一批", "和一批", "、一批"].iter().find_map(|w| seen.find(noun, w)) {
        noun = &noun[..at];
    }
    // `按不少于10个托位的标准建设`: what follows is built by it.
    let rule = ["的标准", "的要求", "的比例"].iter().find_map(|w| seen.find(noun, w)).filter(|&at| at > 0);
    if let Some(at) = rule.filter(|&at| !noun[..at].contains('的')) {
        noun = &noun[..at];
    }
    // `100项具有较大影响的赛事`: the head noun stands behind the last 的.
    if seen.may("的")
        && let Some(at) = last_outer(noun, '的')
    {
        let head = &noun[at + '的'.len_utf8()..];
        if has_chars(head, 2) && !is_deed_to(&noun[..at], head) {
            noun = head;
        }
    }
    if noun.starts_with('“') || !noun.ends_with(['）', ')']) {
        // A closing explanation in brackets is no part of the name.
    } else if let Some(open) = noun.rfind(['（', '(']).filter(|&open| !names_both(noun, open)) {
        noun = &noun[..open];
    }
    // `1家获批省级基地`
    noun = ["获批", "获评", "入选"]
        .iter()
        .find_map(|word| noun.strip_prefix(word))
        .filter(|rest| has_chars(rest, 2))
        .unwrap_or(noun);
    // What the counted ones do is no part of their name: `20名医师到乡镇服务`.
    // `12个村开展核查`: a place may be one character.
    let place = noun.starts_with(['村', '镇', '乡', '县', '校', '户', '厂']);
    let short = if place { DEEDS.prefix(&noun['村'.len_utf8()..]).map(|_| 1) } else { None };
    let skip = noun.char_indices().nth(short.unwrap_or(2)).map_or(noun.len(), |(at, _)| at);
    let names = [
        "负责人",
        "实施方案",
        "实施意见",
        "实施细则",
        "实施单位",
        "实施主体",
        "实施评估",
        "实施情况",
        "实施监测",
        "提供商",
        "提供者",
    ];
    let cut = DEEDS
        .each(&noun[skip..])
        .find(|(at, ..)| !names.iter().any(|name| noun[skip + at..].starts_with(name)));
    if let Some((at, ..)) = cut {
        noun = &noun[..skip + at];
    }
    let noun = noun.trim_end_matches(['等', '、', ' ']);
    // `60名0—6岁残疾儿童`
    let aged = noun.starts_with(|c: char| c.is_ascii_digit()) && noun.find('岁').is_some_and(|at| at <= 12);
    // `5A级景区`, `5G基站`, `110千伏变电站`
    let code = noun.trim_start_matches(|c: char| c.is_ascii_digit());
    // `4公斤以上ABC型灭火器`
    let sized = || {
        let behind = CUES.size_unit.prefix(code).map_or("", |unit| &code[unit.len()..]);
        ["以上", "以下", "及以上", "及以下"].iter().any(|bound| behind.starts_with(bound))
    };
    let kind = code.len() < noun.len()
        && (sized()
            || ["A级", "A景区", "G", "千伏", "万千伏", "吨级", "S"].iter().any(|w| code.starts_with(w)));
    (aged
        || kind
        || noun.chars().next().is_some_and(|c| c.is_alphabetic() || c == '“' || c == '（' || c == '《'))
    .then_some(noun)
}

/// The matter of a clause without a number of its own, for the clause that follows it.
pub(super) fn topic(clause: &str) -> Option<&str> {
    let clause = clause.trim();
    // `对照《标准》，每年更新1次`: by what, not what.
    let by = ["对照", "按照", "依据", "根据", "围绕", "落实", "贯彻", "执行"];
    if clause.contains('《') && by.iter().any(|w| clause.starts_with(w)) {
        return None;
    }
    let label = gongwen_text::Label::read(clause).map_or(0, |l| l.end);
    let (mut text, _) = strip_lead(&clause[label..]);
    if let Some(word) = CUES.adjust.prefix(text) {
        text = &text[word.len()..];
    }
    let skip = text.chars().next().map_or(0, char::len_utf8);
    if let Some((at, _)) = CUES.cut.find(&text[skip..]) {
        // `推广力度` keeps its noun when it ends the clause.
        let cut = skip + at;
        if !(text[cut..].starts_with("力度") || text[cut..].starts_with("水平")) && cut > 3 {
            text = &text[..cut];
        }
    }
    let text = text.trim_end_matches(['，', '、', ' ', '的']);
    has_chars(text, 2).then_some(text)
}

/// Words without the 在 that leads in the time behind them: `线上订单占比在2029年前达到…`. 所在, 存在 are words of their own.
pub(super) fn without_in(text: &str) -> &str {
    text.strip_suffix('在')
        .filter(|rest| !rest.ends_with(['所', '存', '潜', '现', '内', '外']))
        .unwrap_or(text)
}

/// What stands behind 在 where that leads in a place: 学校 of `在学校`. In `在校学生` it begins a word of its own.
pub(super) fn behind_in(text: &str) -> Option<&str> {
    text.strip_prefix('在').filter(|_| !in_state(text))
}

/// Whether words begin with one of a state, such as 在校 and 在建.
pub(super) fn in_state(text: &str) -> bool {
    text.starts_with('在') && CUES.in_state.prefix(text).is_some() && CUES.in_place.prefix(text).is_none()
}

/// Cleans a noun phrase in front of a number: trailing marks and linking words.
pub(super) fn clean(text: &str) -> &str {
    let mut text = gongwen_text::chars::trim(text)
        .trim_start_matches(['、', '的', '，'])
        .trim_end_matches(['、', '的', '，', '：', ':', ' ', '等']);
    // A footnote's mark: `护林员岗位[21]`.
    if text.ends_with(']')
        && let Some(open) = text.rfind('[')
    {
        let mark = &text[open + 1..text.len() - 1];
        if !mark.is_empty() && mark.len() <= 3 && mark.bytes().all(|b| b.is_ascii_digit()) {
            text = &text[..open];
        }
    }
    // `管理费按不超过1%的比例提取`
    text = text.strip_suffix('按').unwrap_or(text);
    if text.starts_with('“') && text.ends_with('”') && text.matches('“').count() == 1 {
        text = text.trim_start_matches('“').trim_end_matches('”');
    }
    text
}

/// The first `mark` outside brackets and quotation marks.
pub(super) fn outer(text: &str, mark: char) -> Option<usize> {
    let mut depth = 0u32;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (c == mark && depth == 0).then_some(at)
    })
}

fn last_outer(text: &str, mark: char) -> Option<usize> {
    let mut from = 0;
    let mut found = None;
    while let Some(at) = outer(&text[from..], mark) {
        found = Some(from + at);
        from += at + mark.len_utf8();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads() {
        assert_eq!(strip_lead("确保每所学校").0, "每所学校");
        assert_eq!(strip_lead("应缴未缴收入").0, "应缴未缴收入");
        assert_eq!(strip_lead("应缴纳水费").0, "缴纳水费");
        assert_eq!(strip_lead("其中高技能人才"), ("高技能人才", true));
        assert_eq!(strip_lead("临江全县公民"), ("公民", false));
    }
}
