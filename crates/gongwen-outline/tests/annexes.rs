//! Where annexes begin in a notice that carries nothing but lists.

use gongwen_outline::outline;

/// Label and title of each section of a text.
fn check(text: &str, expect: &[&str]) {
    let manuscript = gongwen_read::read(text.as_bytes(), None).expect("plain text is read");
    let outline = outline(&manuscript);
    let words = |span: Option<gongwen_text::Span>| span.map_or("-", |span| span.of_text(&manuscript.text));
    let told: Vec<String> = outline
        .sections
        .iter()
        .map(|section| format!("{} {}", words(section.label), words(section.title)))
        .collect();
    assert_eq!(told, expect, "{text}");
}

const FIRST: &str = "序号\t姓名\t职务\t电话\n1\t张某\t县长\t120\n2\t王某\t副县长\t130\n";
const SECOND: &str = "序号\t重点任务\t牵头单位\n1\t改造公厕10座\t县城管局\n2\t安装路灯300盏\t县住建局\n";

/// The first of two annexes was taken for the work that the notice carries, or lost.
#[test]
fn the_first_of_several_annexes_keeps_its_mark() {
    let notice = "某县河长办关于公布河长名单及2025年重点任务的通知\n\n各镇：\n现印发你们。\n\n某县河长制办公室\n2025年3月12日\n\n";
    check(
        &format!("{notice}附件1\n县级河长名单\n{FIRST}\n附件2\n2025年重点任务分工表\n{SECOND}"),
        &["附件1 县级河长名单", "附件2 2025年重点任务分工表"],
    );
    check(
        &format!("{notice}附件1\n2025年重点任务分工表\n{SECOND}\n附件2\n县级河长名单\n{FIRST}"),
        &["附件1 2025年重点任务分工表", "附件2 县级河长名单"],
    );
}

/// One annex alone is the work itself; so is the first one where sentences stand in it.
#[test]
fn a_work_that_a_notice_carries_is_no_annex_of_it() {
    let notice = "某县人民政府关于印发2025年重点任务分工表的通知\n\n各镇：\n现印发你们。\n\n某县人民政府\n2025年3月12日\n\n";
    check(&format!("{notice}附件\n2025年重点任务分工表\n{SECOND}"), &["- 2025年重点任务分工表"]);
    check(
        &format!(
            "{notice}附件1\n2025年重点任务分工表\n各单位要抓好落实，确保完成。\n{SECOND}\n附件2\n申报表\n"
        ),
        &["- 2025年重点任务分工表", "附件2 申报表"],
    );
}

/// The title of a table below 附件 was taken for that of the plan whose annex it is.
#[test]
fn a_plan_keeps_its_title_above_an_annex_of_nothing_but_a_table() {
    for table in [SECOND, FIRST] {
        let text = format!("某县2025年抽查计划\n\n附件\n某县抽查事项分工表\n{table}");
        check(&text, &["附件 某县抽查事项分工表"]);
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("plain text is read");
        let title = outline(&manuscript).title;
        assert_eq!(title.iter().map(|line| line.of_text(&text)).collect::<String>(), "某县2025年抽查计划");
    }
    let notice = "某县人民政府关于分解落实2025年重点工作的通知\n\n各镇：\n现通知如下。\n\n某县人民政府\n2025年3月12日\n\n";
    check(&format!("{notice}附件\n2025年重点工作责任分解表\n{SECOND}"), &["- 2025年重点工作责任分解表"]);
}

/// A document that is one annex kept neither its mark nor, behind its table, a heading of its own rank.
#[test]
fn an_annex_that_is_a_document_of_its_own() {
    let title = "某县2025年重点任务分工表";
    check(&format!("附件2\n{title}\n{SECOND}"), &[&format!("附件2 {title}")]);
    check(&format!("附件\n{title}\n{SECOND}"), &[&format!("- {title}")]);
    let text = format!(
        "{title}\n{SECOND}\n一、督查考核\n县督查室每季度通报一次。\n\n二、工作要求\n各镇要抓好落实。\n"
    );
    check(&text, &[&format!("- {title}"), "一、 督查考核", "二、 工作要求"]);
    let manuscript = gongwen_read::read(text.as_bytes(), None).expect("plain text is read");
    let levels: Vec<u8> = outline(&manuscript).sections.iter().map(|section| section.level).collect();
    assert_eq!(levels, [1, 1, 1]);
}
