//! Sections that frame a plan: guiding thought, organisation, what closes it (guide, 3). What stands in and below them is no task.

use super::given::{self, Given};
use crate::genre::{Heading, spaceless};
use crate::wordlist::WordList;
use gongwen_lexicon::words;
use gongwen_outline::{Own, Section, SectionKind};
use std::sync::LazyLock;

static CLOSING_ENDS: LazyLock<WordList> = LazyLock::new(|| WordList::list("frame_closing_ends"));
static EFFORT_ENDS: LazyLock<WordList> = LazyLock::new(|| WordList::list("effort_ends"));
static EFFORT_STARTS: LazyLock<WordList> = LazyLock::new(|| WordList::list("effort_starts"));
static CLOSING_MEANS: LazyLock<&'static [&'static str]> = LazyLock::new(|| words("frame_closing_means"));
static CLOSING_NEVER: LazyLock<&'static [&'static str]> = LazyLock::new(|| words("frame_closing_never"));

/// For each section, whether it or one above it frames the plan.
pub(super) fn frames(text: &str, sections: &[Section], headings: &[Heading]) -> Vec<bool> {
    let mut frames = vec![false; sections.len()];
    let top = sections.iter().filter(|s| s.level == 1 && s.kind == SectionKind::Body).count();
    let (mut seen, mut before) = (0, None);
    // Whether the last section frames: the one before it closes the plan only then (`四、强化水利保障 五、落实扶持政策`).
    let last = sections.iter().rposition(|s| s.level == 1 && s.kind == SectionKind::Body);
    let closed = last.is_some_and(|last| {
        let title = sections[last].title.map_or("", |t| t.of_text(text));
        headings[last].frame || CLOSING_ENDS.suffix(title).is_some()
    });
    let efforts = efforts(text, sections, headings);
    // What stands below a closing section that is given in part: an item that is given like the measures before is one of them.
    let mut mixed = vec![false; sections.len()];
    for (i, section) in sections.iter().enumerate() {
        let above = section.parent.is_some_and(|p| frames[p]);
        let circumstance = headings[i].circumstance || headings[i].leaf_circumstance && !section.has_children;
        let shared = |i: usize| {
            if headings[i].wrong {
                given::to_mend(text, sections, i)
            } else {
                given::any(text, sections, i, Given::Told)
            }
        };
        let beside = circumstance && !headings[i].frame && !shared(i);
        let beside = beside || section.has_children && lists_cases(text, section);
        let beside = beside || commands(text, sections, i, headings[i]);
        // Aims that are each given to somebody are shared out like any work.
        let framed = headings[i].frame
            && !(headings[i].asks
                && is_of_rules(text, section)
                && given::any(text, sections, i, Given::Told))
            && !(headings[i].goals && section.has_children && given::each(text, sections, i, Given::Told));
        if section.level != 1 || section.kind != SectionKind::Body {
            mixed[i] = section.parent.is_some_and(|p| mixed[p]);
            let spared = mixed[i] && !section.has_children && spared(text, sections, section);
            frames[i] = above && !spared || framed || beside;
            continue;
        }
        let title = spaceless(section.title.map_or("", |t| t.of_text(text)));
        seen += 1;
        let closes = seen > 1
            && (seen == top || seen + 1 == top && closed)
            && !section.label.is_some_and(|l| l.of_text(text).starts_with('第'))
            && CLOSING_ENDS.suffix(&title).is_some()
            && closes_by_means(&title)
            && !CLOSING_NEVER.iter().any(|word| title.contains(word));
        // `一、加强组织领导` that opens a plan and is shared out is a field of work like those behind it.
        let opens = seen == 1 && title.contains("组织领导") && given::any(text, sections, i, Given::Stated);
        let closes = closes || i >= efforts && tells_effort(&title);
        let like_before = closes && given::like_before(text, sections, i, before);
        let given_before = || before.is_some_and(|it| given::each(text, sections, it, Given::Stated));
        mixed[i] = closes && !like_before && section.has_children && given_before();
        let closes = closes && !like_before;
        frames[i] = above || framed && !opens || closes || beside;
        before = Some(i);
    }
    frames
}

/// Whether an item below a closing section is given like the measures before, or in its sentence where another beside it is:
/// `配合完成调查，县统计局牵头，县科协参与。`
fn spared(text: &str, sections: &[Section], section: &Section) -> bool {
    match given::given(text, section) {
        Given::Stated => true,
        Given::Told => section.parent.is_some_and(|above| given::any(text, sections, above, Given::Stated)),
        Given::No => false,
    }
}

/// Whether a section is a chapter or an article of rules: `第二章`, `第五条`.
fn is_of_rules(text: &str, section: &Section) -> bool {
    section.label.is_some_and(|label| label.of_text(text).trim_end().ends_with(['章', '条']))
}

/// Whether a section tells who commands the work: `2.1 应急指挥部` below `2 组织指挥体系及职责`, where no units are told apart below it.
pub(crate) fn commands(text: &str, sections: &[Section], index: usize, heading: Heading) -> bool {
    let section = &sections[index];
    let above = || {
        let title = sections[section.parent?].title?.of_text(text);
        Some(["组织", "指挥", "体系", "机构"].iter().any(|word| title.contains(word)))
    };
    heading.commands && !section.has_children && above() == Some(true)
}

/// Whether a title that ends in 保障 is short enough for what makes the work go on, or says that it is: `强化水利保障` may be, `提升农村供水保障`
/// is a field of work.
fn closes_by_means(title: &str) -> bool {
    let count = title.chars().count();
    // Behind the verb.
    let named = title.char_indices().nth(2).map_or("", |(at, _)| &title[at..]);
    count <= 6 || count <= 8 && CLOSING_MEANS.iter().any(|word| named.contains(word))
}

/// Where the last top sections begin that frame or say how the work is done; none where that is more than half of the document.
fn efforts(text: &str, sections: &[Section], headings: &[Heading]) -> usize {
    let top = |(_, section): &(usize, &Section)| section.level == 1 && section.kind == SectionKind::Body;
    let all = sections.iter().enumerate().filter(top).count();
    let closing = |(i, section): &(usize, &Section)| {
        headings[*i].frame || section.title.is_some_and(|title| tells_effort(&spaceless(title.of_text(text))))
    };
    let (mut from, mut run) = (sections.len(), 0);
    for (i, _) in sections.iter().enumerate().rev().filter(top).take_while(closing) {
        (from, run) = (i, run + 1);
    }
    if run * 2 <= all { from } else { sections.len() }
}

/// Whether each clause of a title says how the work is done, whatever the work: `压实责任，狠抓工作落实`.
fn tells_effort(title: &str) -> bool {
    const LONGEST: usize = 9;
    const MOST: usize = 3;
    let effort = |clause: &str| {
        clause.chars().count() <= LONGEST
            && (EFFORT_ENDS.suffix(clause).is_some() || EFFORT_STARTS.prefix(clause).is_some())
    };
    let mut clauses = title.split(['，', ',', '、']);
    clauses.clone().take(MOST + 1).count() <= MOST && clauses.all(effort)
}

/// Whether what stands below a section is a list of cases, of conditions or of papers: `有下列情形之一的，由县水利局责令限期改正：`,
/// `申请人应当提交下列材料：`.
fn lists_cases(text: &str, section: &Section) -> bool {
    const CASES: [&str; 5] = ["情形之一", "行为之一", "情况之一", "条件之一", "问题之一"];
    const ASKED: [&str; 9] = ["提交", "提供", "出具", "出示", "携带", "准备", "具备", "符合", "满足"];
    const THINGS: [&str; 4] = ["材料", "资料", "证件", "条件"];
    let lists = |words: &str| {
        let sentence = words.rfind('。').map_or(words, |at| &words[at..]);
        let asked = || {
            THINGS.iter().any(|thing| sentence.ends_with(thing))
                && ASKED.iter().any(|word| sentence.contains(word))
        };
        sentence.contains("下列") && CASES.iter().any(|word| sentence.contains(word))
            || ["下列", "以下", "如下"].iter().any(|word| sentence.contains(word)) && asked()
    };
    let led_in = section.own.iter().any(|own| {
        let Own::Text(span) = own else { return false };
        span.of_text(text).trim_end().strip_suffix(['：', ':']).is_some_and(lists)
    });
    led_in || section.title.is_some_and(|title| lists(title.of_text(text)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn how_the_work_is_done_closes_the_plan() {
        let tasks = |rest: &str| {
            let text = format!("某县整治方案\n一、总体要求\n整治。\n二、重点任务\n（一）修路。\n{rest}\n");
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        for title in [
            "抓好落实",
            "狠抓工作落实",
            "强化责任落实",
            "落实工作责任",
            "确保工作实效",
            "健全工作机制",
            "凝聚工作合力",
            "提高思想认识",
            "高度重视，抓好落实",
        ] {
            assert_eq!(tasks(&format!("三、{title}\n建立台账。")), 1, "{title}");
            assert_eq!(
                tasks(&format!("三、{title}\n（一）加强督查。建立台账。\n（二）加强宣传。")),
                1,
                "{title}"
            );
        }
        // Inside the plan, about something, or given like the measure before it.
        assert_eq!(tasks("三、健全工作机制\n建立台账。\n四、建设管网\n新建管网。"), 3);
        assert_eq!(tasks("三、落实生产责任\n建立台账。"), 2);
        assert_eq!(tasks("三、落实补贴政策，抓好落实\n建立台账。"), 2);
        let given = "修路。（县交通局负责）";
        assert_eq!(tasks(&format!("三、建设道路\n{given}\n四、抓好落实\n{given}")), 3);
        assert_eq!(tasks("三、压实责任\n建立台账。\n四、保障措施\n加强领导。"), 1);
        // A field of work whose name ends so.
        assert_eq!(tasks("三、实施农村供水保障\n新建水厂。\n四、保障措施\n加强领导。"), 2);
        assert_eq!(tasks("三、强化要素支撑保障\n安排用地。\n四、保障措施\n加强领导。"), 1);
    }

    #[test]
    fn a_chapter_of_what_is_asked_holds_tasks() {
        let tasks = |title: &str, label: &str| {
            let text = format!(
                "某县管护办法\n第一章 职责\n第一条 县住建局负责检查。\n{label}{title}\n第二条 供水站每月巡查4次。\n第三条 县水利局负责维修。\n"
            );
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        assert_eq!(tasks("管护要求", "第二章 "), 3);
        assert_eq!(tasks("工作要求", "第二章 "), 1);
        assert_eq!(tasks("结果应用", "第二章 "), 1);
    }

    #[test]
    fn who_explains_the_plan_is_given_nothing() {
        let text = "某县办法\n一、任务\n引进项目60个。\n二、其他\n本办法由县商务局负责解释。\n";
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        assert_eq!(crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len(), 1);
    }

    #[test]
    fn papers_and_conditions_are_no_tasks() {
        let tasks = |lead: &str| {
            let text = format!(
                "某县补贴办法\n第一条 县民政局负责审核。\n第二条 {lead}\n（一）年满60周岁；\n（二）身份证明。\n"
            );
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        assert_eq!(tasks("申请人应当提交下列材料："), 1);
        assert_eq!(tasks("申请补贴的老年人应当符合以下条件："), 1);
        assert_eq!(tasks("改善下列办学条件："), 3);
        assert_eq!(tasks("各镇要做好下列工作："), 3);
    }

    #[test]
    fn a_document_of_efforts_has_tasks() {
        let text = "关于做好某县防汛工作的通知\n一、提高思想认识\n统一思想。\n二、落实工作责任\n压实责任。\n三、抓好落实\n强化督查。\n";
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        assert_eq!(crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len(), 3);
    }
}
