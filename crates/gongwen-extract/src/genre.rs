//! What a document is: only a plan gives duties and makes commitments.
//!
//! A speech says 牵头 and counts schools, a news report counts what was done; nothing of it is read as duty or target
//! (guide, 4 and 5: what a plan commits to).

use crate::search::holds_blank;
use crate::wordlist::WordList;
use gongwen_lexicon::words;
use gongwen_outline::Outline;
use gongwen_text::{Diagnostic, chars};
use std::borrow::Cow;
use std::sync::LazyLock;

struct Cues {
    titles: WordList,
    others: WordList,
    openings: WordList,
    news: WordList,
    /// What titles tell by, and what each of the words tells, that of shorter words at its front included.
    telling: WordList,
    told: Vec<u8>,
    frame_ends: WordList,
    view_ends: WordList,
    noun_ends: WordList,
    leaf_ends: WordList,
    /// Verbs of measures, what may stand before them, and those that leave what they name what it is.
    verbs: WordList,
    adverbs: WordList,
    naming: WordList,
    /// What says of success that it is there.
    past_marks: WordList,
    /// How titles of sections end that tell what was done, or which things are meant.
    told_ends: WordList,
    /// Verbs that make of such an end what is to be done.
    telling_verbs: WordList,
    reports: WordList,
    ahead: WordList,
    /// How titles end that tell what is aimed at.
    views: WordList,
}

/// What a word in a title tells, one bit each.
const FRAME: u8 = 1;
const PAST: u8 = 2;
const CONDITION: u8 = 4;
const GOAL: u8 = 8;
const SHARE: u8 = 16;

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let lists: [(&[&'static str], u8); 6] = [
        (words("frame_titles"), FRAME),
        (words("past_titles"), PAST),
        (words("condition_titles"), CONDITION),
        (words("target_grading"), CONDITION),
        (&["目标", "约束性指标", "指导性指标", "预期性指标", "预期指标", "主要指标"], GOAL),
        (&["职责", "分工", "责任"], SHARE),
    ];
    let all = || lists.iter().flat_map(|(words, tells)| words.iter().map(move |&word| (word, *tells)));
    let telling: Vec<&'static str> = all().map(|(word, _)| word).collect();
    let told = telling.iter().map(|word| {
        all().filter(|(front, _)| word.starts_with(front)).fold(0, |told, (_, tells)| told | tells)
    });
    Cues {
        titles: WordList::list("speech_titles"),
        others: WordList::list("other_titles"),
        openings: WordList::list("speech_openings"),
        news: WordList::list("news_openings"),
        told: told.collect(),
        telling: WordList::new(&telling),
        frame_ends: WordList::list("frame_ends"),
        view_ends: WordList::list("frame_view_ends"),
        noun_ends: WordList::list("frame_noun_ends"),
        leaf_ends: WordList::list("frame_leaf_ends"),
        verbs: WordList::list("measure_verbs"),
        adverbs: WordList::list("measure_adverbs"),
        naming: WordList::list("naming_verbs"),
        past_marks: WordList::list("past_marks"),
        told_ends: WordList::list("told_ends"),
        telling_verbs: WordList::list("telling_verbs"),
        reports: WordList::list("report_titles"),
        ahead: WordList::list("ahead_titles"),
        views: WordList::list("view_titles"),
    }
});

/// The finding that a document is no plan; `None` for a plan.
///
/// `website` is what a page prints around it.
pub(crate) fn not_a_plan(text: &str, outline: &Outline, website: &[(String, String)]) -> Option<Diagnostic> {
    let cues = &*CUES;
    let title: String = outline.title.iter().map(|t| chars::compact(t.of_text(text))).collect();
    let stem = stem_of(&title);
    let speech = cues.titles.suffix(stem).is_some();
    let opening = |words: &WordList| {
        outline.front.iter().take(6).any(|line| words.prefix(line.of_text(text)).is_some())
    };
    let kind = if speech || opening(&cues.openings) {
        "a speech or a letter"
    } else if opening(&cues.news) {
        "a news report"
    } else if explains(text, outline, website) {
        "an explanation of a document (解读)"
    } else if cues.others.suffix(stem).is_some() {
        "a notice, a contract or a report"
    } else {
        return None;
    };
    let message =
        format!("reads like {kind}, not like a plan: no tasks, duties or targets are taken from it");
    let span = outline.title.first().or(outline.front.first()).copied();
    Some(Diagnostic::warning("not-a-plan", span, message))
}

/// Whether the page files a document among explanations (`组配分类：政策解读`, not `政策及解读`) and it speaks as one.
fn explains(text: &str, outline: &Outline, website: &[(String, String)]) -> bool {
    const WORD: &str = "解读";
    let filed = website.iter().any(|(_, value)| {
        let stem = value.trim_end().strip_suffix(WORD);
        stem.is_some_and(|stem| !stem.ends_with(['及', '与', '和', '、', '/']))
    });
    let lines = || outline.title.iter().chain(outline.front.iter().take(6));
    filed && lines().any(|line| line.of_text(text).contains(WORD))
}

/// Whether a document reports (`…推进情况的通报`): it promises only where a heading looks ahead.
pub(crate) fn reports(text: &str, outline: &Outline) -> bool {
    let title = outline.title.last().map_or("", |line| line.of_text(text));
    CUES.reports.suffix(stem_of(title.trim_end())).is_some()
}

/// A title without what stands in a bracket at its end.
fn stem_of(title: &str) -> &str {
    const LONGEST: usize = 40;
    let stem = title.trim_end_matches(['）', ')']);
    stem.rfind(['（', '(']).filter(|at| stem.len() - at < LONGEST).map_or(stem, |at| &stem[..at])
}

/// Whether a section of such a document tells what shall be: `下一步打算`, not `任务完成情况`.
pub(crate) fn looks_ahead(title: &str) -> bool {
    CUES.ahead.within(title) && !tells(&spaceless(title))
}

/// Whether a section below a heading of problems tells what is done about them: `整改措施`, not `任务落实不到位`.
pub(crate) fn mends(title: &str) -> bool {
    CUES.ahead.suffix(title.trim_end()).is_some() || title.contains("下一步")
}

/// Whether a title joins what was or is with what shall be (`发展基础与总体要求`), and the title of a section below it is of the
/// second: `主要目标`, `总体思路`; not `目标完成情况`.
pub(crate) fn looks_ahead_below(above: &str, title: &str) -> bool {
    let (above, title) = (&*spaceless(above), &*spaceless(title));
    let view = |words: &str| CUES.views.suffix(words).is_some();
    let joined = || {
        let at = above.rfind(['与', '和', '及', '、']);
        at.is_some_and(|at| view(&above[at..]))
    };
    view(title) && !tells(title) && joined()
}

/// Whether a title ends in what says that it tells what was done or which things are meant: `工作完成情况`, `整治范围`; `通报完成情况`
/// is a task.
fn tells(title: &str) -> bool {
    CUES.told_ends.suffix(title).is_some_and(|end| {
        let before = &title[..title.len() - end.len()];
        !is_deed(before) && !CUES.telling_verbs.within(before)
    })
}

/// A title without the words in front of its verb: `进一步`, `切实`.
fn without_adverbs(title: &str) -> &str {
    let Some(adverb) = CUES.adverbs.prefix(title) else { return title };
    let rest = &title[adverb.len()..];
    // Hardly more than two ever stand there.
    CUES.adverbs.prefix(rest).map_or(rest, |adverb| &rest[adverb.len()..])
}

/// Whether a title begins with a verb that changes what it names: `压减办理时限`, not `办理时限` nor `明确办理时限`.
fn is_deed(title: &str) -> bool {
    CUES.verbs.prefix(without_adverbs(title)).is_some()
}

/// Whether a title begins with a verb of measures.
fn is_verbal(title: &str) -> bool {
    is_deed(title) || CUES.naming.prefix(without_adverbs(title)).is_some()
}

/// What a section's title says about the text below it.
#[allow(clippy::struct_excessive_bools)] // independent findings about one title
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heading {
    /// It tells what was or is, not what shall be; or who may apply and with what papers, which binds the applicant, not
    /// the plan. Its numbers commit to nothing.
    pub silent: bool,
    /// It tells what is wrong (`存在问题`): sentences say whose that is, which gives them nothing to do.
    pub wrong: bool,
    /// It names aims.
    pub goals: bool,
    /// It announces who has to do what.
    pub shares: bool,
    /// It belongs to guiding thought, aims, background, organisation, safeguards or schedule.
    pub frame: bool,
    /// It frames by nothing but 要求 at its end: in rules such a chapter may hold what somebody has to do (`第二章 管护要求`).
    pub asks: bool,
    /// It names what goes with the plan's actions (`补助标准`, `其他事项`): it frames where nothing below is given to anybody.
    pub circumstance: bool,
    /// Likewise, where no sections stand below it (`检查内容`).
    pub leaf_circumstance: bool,
    /// It names the body that commands the work, or its office (`应急指挥部`, `领导小组办公室`).
    pub commands: bool,
}

/// Reads a section's title.
pub(crate) fn heading(title: &str) -> Heading {
    let cues = &*CUES;
    let title = &*spaceless(title);
    let ends = |ends: &WordList| ends.suffix(title).is_some();
    let short = || title.chars().count() <= 8;
    let closes = (ends(&cues.frame_ends) || ends(&cues.view_ends) && !is_deed(title)) && short();
    let told = cues.telling.each(title).fold(0, |told, (at, word, index)| {
        let mut tells = cues.told[index];
        if tells & (PAST | CONDITION) != 0 && is_changed(&title[..at], &title[at + word.len()..]) {
            // What frames by telling what is there frames no more.
            tells &= if tells & PAST == 0 { !CONDITION } else { !(PAST | CONDITION | FRAME) };
        }
        // `保障体育活动时间`, `扩大实施范围`
        if ["时间", "范围", "对象"].iter().any(|noun| word.ends_with(noun))
            && (is_deed(&title[..at]) || ["保障", "保证"].iter().any(|verb| title.starts_with(verb)))
        {
            tells &= !FRAME;
        }
        told | tells
    });
    // `接种对象`, not `扩大接种对象`.
    let end = cues.noun_ends.suffix(title);
    let whole = end.is_some();
    let noun = (whole || ends(&cues.leaf_ends))
        && title.chars().count() <= 10
        // `管控时段` is a noun as a whole.
        && (end == Some(title) || !is_verbal(title));
    let goals = told & GOAL != 0;
    let (tells, wrong) = (!goals && tells(title), title.ends_with(['题', '足', '难']));
    let past = || told & PAST != 0 || words("past_whole_titles").contains(&title);
    let silent = (tells || past()) && !goals || told & CONDITION != 0;
    Heading {
        silent,
        wrong: silent
            && words("problem_words").iter().any(|word| title.contains(word))
            && !cues.ahead.within(title),
        goals,
        shares: told & SHARE != 0,
        // What is wrong may be shared out to be mended.
        frame: closes || tells && !wrong || told & FRAME != 0 || leads_all(title),
        asks: closes && told & FRAME == 0 && title.ends_with("要求"),
        circumstance: noun && whole || tells && wrong,
        leaf_circumstance: noun,
        commands: title.ends_with(['部', '组', '议', '班', '室', '构']) && is_command(title),
    }
}

/// Whether a title tells what they do who lead the work as a whole: `领导小组主要职责`, `联席会议及其办公室职责`; `成员单位职责` tells
/// what units are given.
fn leads_all(title: &str) -> bool {
    let Some(words) = title.strip_suffix("职责") else { return false };
    let words = ["主要", "工作", "具体"].iter().find_map(|kind| words.strip_suffix(kind)).unwrap_or(words);
    is_command(words.trim_end_matches('的'))
}

/// Whether a name is that of the body which commands the work as a whole, or of its office: nobody by name. `应急指挥部`,
/// `领导小组及其办公室`, `县森防指办公室`.
pub(crate) fn is_command(words: &str) -> bool {
    const LEADS: [&str; 10] = [
        "领导小组",
        "联席会议",
        "指挥部",
        "工作专班",
        "协调小组",
        "推进小组",
        "防指",
        "领导机构",
        "指挥机构",
        "办事机构",
    ];
    // 各乡镇指挥部, 乡镇防汛指挥机构: those of others.
    if words.starts_with(['各', '镇', '乡', '村', '街']) {
        return false;
    }
    let group = words
        .strip_suffix("办公室")
        .map(|group| group.trim_end_matches(['及', '其', '和', '与', '、', '下', '设']));
    // `办公室职责` beside those of the group.
    group.is_some_and(str::is_empty) || LEADS.iter().any(|lead| group.unwrap_or(words).ends_with(lead))
}

/// Whether what is, was or is asked is only what a title's deed is done to, or is still to come: `现状提升行动`, `解决存在问题`,
/// `精简申请材料`, `预期成效`; not `改革成效显著`.
fn is_changed(before: &str, behind: &str) -> bool {
    let cues = &*CUES;
    let to_come = || ["确保", "力争", "争取"].iter().any(|verb| before.starts_with(verb));
    before.ends_with("预期")
        || cues.verbs.prefix(behind).or_else(|| cues.naming.prefix(behind)).is_some()
        || ["改造", "整治"].iter().any(|deed| behind.starts_with(deed))
        || (is_deed(before) || cues.telling_verbs.within(before))
            && (to_come() || !cues.past_marks.within(before) && !cues.past_marks.within(behind))
}

/// A title that may be set wide, `总  则`, without its white space.
pub(crate) fn spaceless(title: &str) -> Cow<'_, str> {
    if holds_blank(title) { chars::compact(title).into() } else { title.into() }
}

/// Whether a paragraph is a note below a table or a list: `备注：…`, `注：…`.
pub(crate) fn is_note(text: &str) -> bool {
    let rest = text.strip_prefix("备注").or_else(|| text.strip_prefix('注'));
    rest.is_some_and(|rest| rest.starts_with(['：', ':']))
}

/// Whether a paragraph below a table says how it is to be read: `说明：…`, `填表说明：…`.
pub(crate) fn is_legend(text: &str) -> bool {
    let rest =
        text.strip_prefix("填表").or_else(|| text.strip_prefix("填报")).unwrap_or(text).strip_prefix("说明");
    rest.is_some_and(|rest| rest.starts_with(['：', ':']))
}

/// Whether a paragraph without a heading tells the plan's aims: `总体要求是…`, `主要目标为：…`.
pub(crate) fn announces_aims(text: &str) -> bool {
    static AIMS: LazyLock<WordList> = LazyLock::new(|| {
        WordList::new(&["总体要求", "总体目标", "工作目标", "主要目标", "预期目标", "目标任务", "总体思路"])
    });
    // Of each the first place counts.
    let mut seen = 0_u8;
    AIMS.each(text).any(|(at, word, index)| {
        let first = seen >> index & 1 == 0;
        seen |= 1 << index;
        first && text[at + word.len()..].starts_with(['是', '为', '：', ':'])
    })
}

/// Whether a paragraph of an item tells its aims behind a key: `【行动目标】到2025年…`, `工作目标：…`.
pub(crate) fn is_keyed_aim(text: &str) -> bool {
    key(text).is_some_and(|key| key.ends_with("目标"))
}

/// Whether a paragraph says behind a key what was found wrong: `问题：…`, `反馈问题：…`.
pub(crate) fn is_keyed_finding(text: &str) -> bool {
    key(text).is_some_and(|key| words("finding_keys").contains(&key))
}

/// Whether a paragraph says behind a key what is done about it: `整改措施：…`, `【整改目标】…`.
pub(crate) fn is_keyed_remedy(text: &str) -> bool {
    const ENDS: [&str; 7] = ["措施", "举措", "目标", "要求", "任务", "方案", "内容"];
    // One look: nearly no paragraph begins so.
    if !text.starts_with(['整', '【', '〖']) {
        return false;
    }
    key(text)
        .and_then(|key| key.strip_prefix("整改"))
        .is_some_and(|what| ENDS.iter().any(|end| what.ends_with(end)))
}

/// The key in front of a paragraph.
fn key(text: &str) -> Option<&str> {
    const LONGEST: usize = 30;
    let near = &text[..text.floor_char_boundary(LONGEST)];
    // Most paragraphs begin with neither: `：` ends in 9A, as few characters do.
    if memchr::memchr2(b':', 0x9A, near.as_bytes()).is_none() && !near.starts_with(['【', '〖']) {
        return None;
    }
    let key = chars::bracketed_key(near).map(|(key, _)| key);
    key.or_else(|| near.split_once(['：', ':']).map(|(key, _)| key))
        .filter(|key| key.chars().all(chars::is_han))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Option<String> {
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        let outline = gongwen_outline::outline(&manuscript);
        not_a_plan(&manuscript.text, &outline, &manuscript.website).map(|d| d.message.into_owned())
    }

    #[test]
    fn headings_tell() {
        let told = |title: &str| {
            let heading = heading(title);
            (heading.silent, heading.goals, heading.shares)
        };
        assert_eq!(told("重点任务"), (false, false, false));
        assert_eq!(told("底数"), (true, false, false));
        assert_eq!(told("资产底数不清"), (false, false, false));
        for title in
            ["领导小组主要职责", "领导小组及办公室职责", "县食安委指挥部办公室的工作职责", "办公室主要职责"]
        {
            assert!(super::heading(title).frame, "{title}");
        }
        for title in ["成员单位职责", "县政府办公室职责", "领导小组成员单位职责", "压实工作职责"]
        {
            assert!(!super::heading(title).frame, "{title}");
        }
        assert_eq!(told("工作成效"), (true, false, false));
        assert_eq!(told("申报条件"), (true, false, false));
        assert_eq!(told("2023年工作完成情况"), (true, false, false));
        assert_eq!(told("存在的问题和不足"), (true, false, false));
        assert_eq!(told("工作亮点"), (true, false, false));
        assert_eq!(told("整治范围"), (true, false, false));
        assert_eq!(told("疫情概况"), (true, false, false));
        assert_eq!(told("发展现状"), (true, false, false));
        // Deeds done to what is, and what shall come of them.
        assert_eq!(told("现状提升行动"), (false, false, false));
        assert_eq!(told("成效巩固提升"), (false, false, false));
        assert_eq!(told("预期成效"), (false, false, false));
        assert_eq!(told("巩固整治成效"), (false, false, false));
        assert_eq!(told("解决存在问题"), (false, false, false));
        assert_eq!(told("摸清发展现状"), (false, false, false));
        assert_eq!(told("夯实发展基础"), (false, false, false));
        assert_eq!(told("力争取得明显成效"), (false, false, false));
        // A verb in front of success that is there, and one that says which it is.
        assert_eq!(told("深化改革成效显著"), (true, false, false));
        assert_eq!(told("整改成效"), (true, false, false));
        assert_eq!(told("认清面临形势"), (true, false, false));
        assert_eq!(told("完成情况"), (true, false, false));
        // What is asked of those who apply, and what the plan asks less of.
        assert_eq!(told("优化办理流程"), (false, false, false));
        assert_eq!(told("切实精简申请材料"), (false, false, false));
        assert_eq!(told("办理流程优化"), (false, false, false));
        assert_eq!(told("办理流程公开"), (false, false, false));
        assert_eq!(told("明确申报条件"), (true, false, false));
        assert_eq!(told("提交申请材料"), (true, false, false));
        assert_eq!(told("养老补助标准"), (true, false, false));
        // Tasks, and a stage of one.
        assert_eq!(told("定期通报完成情况"), (false, false, false));
        assert_eq!(told("打造工作亮点"), (false, false, false));
        assert_eq!(told("总结验收"), (false, false, false));
        assert_eq!(told("工作目标"), (false, true, false));
        assert_eq!(told("约束性指标"), (false, true, false));
        assert_eq!(told("部门职责分工"), (false, false, true));
    }

    #[test]
    fn reports_promise_where_they_look_ahead() {
        let read = |title: &str| {
            let text = format!("{title}\n各乡镇：\n现将情况通报如下。\n一、总体情况\n改造小区12个。\n");
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            reports(&manuscript.text, &gongwen_outline::outline(&manuscript))
        };
        assert!(read("某县人民政府办公室关于2024年第三季度重点工作推进情况的通报"));
        assert!(read("某县2024年民生实事完成情况通报（三季度）"));
        assert!(!read("某县2024年重点工作推进方案"));
        assert!(looks_ahead("下一步工作打算") && looks_ahead("下半年努力方向") && looks_ahead("工作要求"));
        assert!(!looks_ahead("总体情况") && !looks_ahead("任务完成情况"));
    }

    #[test]
    fn aims_stand_below_a_title_that_joins_what_is_with_what_shall_be() {
        assert!(looks_ahead_below("发展基础与总体要求", "主要目标"));
        assert!(looks_ahead_below("发展现状及思路", "发展目标"));
        assert!(looks_ahead_below("规划背景与总体要求", "“十五五”主要指标"));
        assert!(!looks_ahead_below("发展基础与总体要求", "发展基础"));
        assert!(!looks_ahead_below("发展回顾与总体要求", "主要目标完成情况"));
        assert!(!looks_ahead_below("“十四五”发展回顾", "主要目标"));
        assert!(!looks_ahead_below("主要成效与存在问题", "主要目标"));
    }

    #[test]
    fn aims_are_announced_before_the_first_heading() {
        let text = "2024年全县工作的总体要求是：粮食产量达到20万吨。";
        assert!(announces_aims(text));
        assert!(!announces_aims("为实现工作目标，制定本方案。"));
    }

    #[test]
    fn frames_are_told_from_actions() {
        for title in [
            "总体要求",
            "加强组织领导",
            "保障措施",
            "工作目标",
            "组织实施和保障条件",
            "进度安排",
            "明确工作思路",
            "工作成效",
            "坚持原则",
            "法律依据",
            "参考文件",
        ] {
            assert!(heading(title).frame, "{title}");
        }
        for title in [
            "重点任务",
            "强化协调配合，加强资金保障",
            "完善社会保障体系",
            "强化法治保障",
            "提升行动",
            "加强“跨省通办”服务支撑",
            "落实改革要求",
            "研判形势",
            "锚定目标",
            "摸清发展现状",
            "提升工作成效",
            "夯实发展基础",
        ] {
            assert!(!heading(title).frame, "{title}");
        }
    }

    #[test]
    fn circumstances_are_told_from_measures() {
        for title in [
            "接种对象",
            "管控时段",
            "组织指挥体系",
            "运行机制",
            "救助标准",
            "领导小组成员",
            "工作时限",
            "地质灾害概况",
            "活动主题",
            "申报程序",
            "其他事项",
            "其 他",
            "检查时间",
            "督查方式",
            "经费安排",
            "组织形式",
            "指标任务",
        ] {
            assert!(heading(title).circumstance, "{title}");
        }
        for title in ["检查内容", "活动安排", "奖补政策"] {
            assert!(heading(title).leaf_circumstance && !heading(title).circumstance, "{title}");
        }
        for title in [
            "保证课后服务时间",
            "提高补助标准",
            "健全会议制度",
            "严肃责任追究",
            "放宽申报条件",
            "其他重点工作",
            "信息报送",
            "推进高标准农田",
            "压缩办理时间",
            "落实奖补政策",
            "优化资金安排",
            "再造审批流程",
            "压减办理时限",
            "取消收费标准",
            "进一步精简审批程序",
        ] {
            assert!(!heading(title).leaf_circumstance, "{title}");
        }
        for title in ["保障体育活动时间", "扩大实施范围", "保证活动时间"] {
            assert!(!heading(title).frame, "{title}");
        }
        for title in ["活动时间", "明确实施范围", "体育活动时间"] {
            assert!(heading(title).frame, "{title}");
        }
    }

    #[test]
    fn speeches_and_news_are_no_plans() {
        let speech =
            "在全县教育工作会议上的讲话\n同志们：\n今天我们召开会议。\n一、充分肯定成绩\n新建学校5所。\n";
        assert!(kind(speech).is_some_and(|k| k.contains("speech")));
        let news = "全县科普工作有序推进\n本报讯 近日，县科协牵头开展科普活动20场次。\n一、内容丰富\n参加群众3000人。\n";
        assert!(kind(news).is_some_and(|k| k.contains("news")));
        let report = "某县2023年国民经济和社会发展统计公报\n一、综合\n全年地区生产总值120亿元，增长5%。\n";
        assert!(kind(report).is_some_and(|k| k.contains("report")));
        let plan = "某县科普工作方案\n为做好科普工作，制定本方案。\n一、工作任务\n（一）开展活动。举办讲座20场次。\n";
        assert_eq!(kind(plan), None);
        // What tells of a plan printed whole below is none of it.
        let told = format!("日前，某县印发《某县科普工作方案》。全文如下：\n{plan}");
        assert_eq!(kind(&told), None);
        assert!(kind(&format!("日前，某县印发《某县科普工作方案》，内容如下：\n{plan}")).is_some());
    }

    #[test]
    fn explanations_are_no_plans() {
        let card = "索引号：11\n发布机构：县政府办\n成文日期：2023-07-03\n组配分类：";
        let text = "为便于理解，现对《方案》进行政策解读。\n一、出台的目的\n新建幼儿园3所。\n";
        assert!(kind(&format!("{card}县政策解读\n{text}")).is_some_and(|k| k.contains("解读")));
        assert_eq!(kind(&format!("{card}政策文件及解读\n{text}")), None);
        assert_eq!(kind(&format!("{card}政策解读\n某县方案\n一、目标\n新建幼儿园3所。\n")), None);
    }
}
