//! Times that hold for what stands below them.

/// When the tasks of a plan are due, and the deadlines of its targets.
fn check(items: &str, expect: &[&str]) {
    let text = format!("某县环境治理实施方案\n\n一、重点任务\n{items}\n\n某县人民政府办公室\n2023年3月8日\n");
    let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
    let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
    let due = |task: &crate::Task| {
        let due = task.due.as_ref();
        due.map_or("-".to_owned(), |due| due.by.clone().or(due.every.map(str::to_owned)).unwrap_or_default())
    };
    let deadline = |year: Option<i16>| year.map_or("none".to_owned(), |year| year.to_string());
    let targets = facts.targets.iter().map(|target| deadline(target.deadline));
    let told: Vec<String> = facts.tasks.iter().map(due).chain(targets).collect();
    assert_eq!(told, expect, "{items}");
}

#[test]
fn items_are_due_when_the_section_above_them_is() {
    check(
        "（一）推进公厕革命。\n1.新建公厕10座。\n2.实行挂牌管理，2023年6月底前完成。\n牵头单位：县城管局\n完成时限：2023年10月底\n（二）整治街巷。\n1.清理垃圾。\n2.拆除违建。\n牵头单位：县住建局",
        &["2023-10", "2023-06", "-", "-", "2023"],
    );
    check(
        "（一）排放问题突出。\n责任单位：县工信局\n整改时限：2022年12月底\n1.加大执法力度。\n2.完善密闭设施。",
        &["2022-12", "2022-12"],
    );
    // A month is of the year above.
    check(
        "（一）排放问题突出。\n责任单位：县工信局\n整改时限：2022年12月底\n1.逐一制定方案，10月底前全部配套到位。\n2.完善密闭设施。",
        &["2023-10", "2022-12"],
    );
    // Whose each of two is, nobody says.
    check(
        "（一）治理问题。\n1.加大执法力度。\n2.完善密闭设施。\n整改时限：2023年5月底\n责任单位：县工信局\n整改时限：2023年6月底",
        &["-", "-"],
    );
    // Behind the items it speaks of each.
    check(
        "（一）治理问题。\n1.加大执法力度。\n2.完善密闭设施。\n以上工作于11月底前完成。",
        &["2023-11", "2023-11"],
    );
    // A year before the plan tells which ones are meant.
    check("1.改造小区。改造2000年底前建成、配套不完善的小区。", &["-"]);
    // What a sentence tells of the whole is no field.
    check("（一）治理问题。各项任务2023年12月底前完成。\n1.加大执法力度。\n2.完善密闭设施。", &["-", "-"]);
}

#[test]
fn a_title_names_what_is_held_so_often() {
    let named = |items: &str| {
        let text = format!("某县科普工作方案\n\n一、重点任务\n{items}\n");
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
        let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
        facts.targets.first().and_then(|target| target.indicator.as_deref().map(str::to_owned))
    };
    assert_eq!(named("1.开展农村科普活动。每年不少于10次。").as_deref(), Some("农村科普活动"));
    // What was done in a place was counted by the place.
    assert_eq!(named("1.供水管网改造。完成老城区12公里改造。").as_deref(), Some("供水管网改造"));
    assert_eq!(named("1.强化落实。完成老城区12公里改造。"), None);
    assert_eq!(named("1.智慧食堂建设。覆盖80%以上的学校。").as_deref(), Some("智慧食堂覆盖"));
    // What is strengthened is nothing that is held.
    assert_eq!(named("1.加强宣传。每年不少于10次。"), None);
}

#[test]
fn headings_over_things_and_telephones_name_no_duty() {
    let count = |items: &str| {
        let text = format!("某县住宅交付方案\n\n一、重点任务\n（一）压缩环节。交付环节压缩。\n\n{items}\n");
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
        crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).assignments.len()
    };
    assert_eq!(
        count(
            "二、材料目录\n（一）自然资源部门\n1.规划许可证；\n2.测绘报告。\n（二）消防救援部门\n1.消防设计文件；\n2.竣工图纸。"
        ),
        0
    );
    assert_eq!(count("二、县公安局\n电话：0952-1234567\n三、县民政局\n电话：0952-1234568"), 0);
    assert_eq!(count("二、县公安局\n1.推进机动车登记改革。\n三、县民政局\n1.推进婚姻登记改革。"), 2);
}

#[test]
fn months_take_the_year_of_issue() {
    check(
        "1.开展检查。由县文旅局牵头，6月底前完成检查。\n2.整改问题。（县住建局，年底前完成）",
        &["2023-06", "2023-12"],
    );
    check(
        "1.整治街巷。4月底前完成招标，10月底前全部完工。\n2.清理管网。每年3月15日前完成。",
        &["2023-10", "year"],
    );
    // The year is said once in a sentence.
    check(
        "1.整治街巷。2024年4月底前完成招标，10月底前全部完工。\n2.清理管网。2024年4月底前完成清理。年底前完成验收。",
        &["2024-10", "2024-04"],
    );
}

#[test]
fn aims_below_what_was_bind_and_conditions_do_not() {
    let targets = |body: &str| {
        let text = format!("某县“十五五”水利发展规划\n\n{body}\n");
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
        let outline = gongwen_outline::outline(&manuscript);
        crate::extract(&manuscript, &outline).targets.len()
    };
    let below = |title: &str, child: &str| {
        targets(&format!(
            "一、{title}\n（一）工作基础\n建成水库12座。\n（二）{child}\n到2030年，供水保证率达到95%。\n二、重点任务\n（一）扩大供水\n加强管护。"
        ))
    };
    assert_eq!(below("发展基础与总体要求", "主要目标"), 1);
    assert_eq!(below("发展基础与总体要求", "主要目标完成情况"), 0);
    assert_eq!(below("工作回顾与存在问题", "主要目标"), 0);
    let list = |lead: &str| {
        targets(&format!(
            "一、救助\n1.{lead}\n（1）人均收入低于2倍低保标准的；\n（2）其他家庭。\n2.加强管理。"
        ))
    };
    assert_eq!(list("对符合下列情形之一的家庭："), 0);
}

#[test]
fn ranks_in_a_ledger_by_unit() {
    use crate::facts::Role;
    use Role::{Lead, Responsible, Support};
    let roles = |text: &str| -> Vec<Role> {
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
        let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
        facts.assignments.iter().map(|stated| stated.role).collect()
    };
    let titled = "某县重点任务清单\n一、县水利局\n（一）牵头任务\n1.修订名录。\n（二）配合任务\n1.做好排查。\n二、县林业局\n（一）其他任务\n1.造好林带。\n";
    assert_eq!(roles(titled), [Lead, Support, Responsible]);
    // Beside other work the unit answers for what it has.
    let mixed = titled.replace("（二）配合任务", "（二）其他任务");
    assert_eq!(roles(&mixed), [Responsible, Lead, Responsible]);
    let marked = "某县重点任务清单\n一、县水利局\n1.修订名录。（牵头）\n2.做好排查。（重点）\n二、县林业局\n1.造好林带。（配合单位）\n";
    assert_eq!(roles(marked), [Responsible, Lead, Responsible, Support]);
    let columns = "某县重点任务清单\n\n| 序号 | 责任单位 | 牵头任务 | 配合任务 |\n|---|---|---|---|\n| 1 | 县水利局 | 修订名录。 | 做好排查。 |\n| 2 | 县林业局 | 造好林带。 | 做好巡护。 |\n";
    assert_eq!(roles(columns), [Lead, Support, Lead, Support]);
    let keyed = "某县重点任务清单\n一、县水利局\n牵头任务：修订名录。\n配合任务：1.做好排查。\n2.做好巡护。\n二、县林业局\n牵头任务：造好林带。\n";
    assert_eq!(roles(keyed), [Lead, Support, Lead]);
}

#[test]
fn a_title_tells_the_deed_of_those_who_stand_alone_below_it() {
    let check = |item: &str, expect: &[(Option<&str>, Option<&str>)]| {
        let text = format!("某县工作方案\n\n一、重点任务\n（一）{item}\n（二）统一标准。公布清单。\n");
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
        let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
        let told: Vec<_> =
            facts.targets.iter().map(|it| (it.indicator.as_deref(), it.group.as_deref())).collect();
        assert_eq!(told, expect, "{item}");
    };
    check(
        "加强堤防巡查。险工险段每周2次，重点堤段每日1次。",
        &[(Some("堤防巡查"), Some("险工险段")), (Some("堤防巡查"), Some("重点堤段"))],
    );
    check("加强防汛。险工险段每周2次。", &[]);
    check("加强堤防巡查。例会每月1次。", &[(Some("例会"), None)]);
}

#[test]
fn groups_of_bodies_are_not_those_who_are_told_below_them() {
    let text = "某县秸秆禁烧工作部门职责分工\n\n一、县直部门\n县农业农村局：牵头做好禁烧；配合做好宣传。\n县公安局：负责查处。\n二、乡镇\n各镇：负责巡查。\n";
    let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
    let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
    let told: Vec<_> =
        facts.assignments.iter().map(|it| format!("{:?} {}", it.role, facts.orgs[it.org].surface)).collect();
    assert_eq!(
        told,
        ["Lead 县农业农村局", "Support 县农业农村局", "Responsible 县公安局", "Responsible 各镇"]
    );
    assert_eq!(facts.tasks.len(), 3);
}

/// How many tasks, duties and targets a plan has.
fn told(body: &str) -> (usize, usize, usize) {
    let text = format!("某县水库整治方案\n{body}\n");
    let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
    let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
    (facts.tasks.len(), facts.assignments.len(), facts.targets.len())
}

/// What a plan told as wrong became duties, tasks and targets.
#[test]
fn what_is_wrong_gives_nobody_anything() {
    let below = |title: &str, item: &str| {
        told(&format!("一、{title}\n（一）管护不到位。{item}\n二、重点任务\n（一）加强管护。加固堤防。"))
    };
    let wrong = "县水利局负责的水库无人管护，由县财政局牵头的经费没有落实。";
    for title in ["存在问题", "主要问题", "面临的困难和问题", "工作现状及存在问题"] {
        assert_eq!(below(title, wrong), (1, 0, 0), "{title}");
    }
    // It is shared out, or told with what is done about it, or the heading looks ahead.
    assert_eq!(below("存在问题", "无人管护。（县水利局负责）"), (2, 1, 0));
    assert_eq!(below("存在问题", "县水利局负责管护，6月底前完成。"), (2, 1, 0));
    assert_eq!(below("存在问题", "无人管护。整改措施：县水利局负责管护。").1, 1);
    assert_eq!(below("存在问题及整改措施", "县水利局负责管护。").1, 1);
    let counted = |found: &str| {
        told(&format!(
            "一、反馈问题\n问题1：管护不到位。\n责任单位：县水利局\n问题2：{found}\n整改措施：整治排污口15处。\n责任单位：县住建局"
        ))
    };
    // The number of the problem says so where its words are no title.
    assert_eq!(counted("由县水利局负责的排污口未整治，共排查出120处，其中35处未销号。"), (2, 2, 1));
    assert_eq!(counted("\n共排查出120处，其中35处未销号。"), (2, 2, 1));
}

/// The figures of what is wrong were targets, and those of what is done about it were lost below the title 存在问题.
#[test]
fn what_stands_above_what_is_done_about_it_is_wrong() {
    for found in [
        "问题：一个社区挂牌16块。",
        "存在问题：一个社区挂牌16块。",
        "一个社区挂牌16块，县民政局负责的有3块。",
        "社区挂牌多。一个社区挂牌16块。",
    ] {
        let text = format!(
            "（一）{found}\n整改措施：由县民政局牵头，整合服务站12个。\n（二）加强监管。新增人员5名。"
        );
        assert_eq!(told(&format!("一、整改任务\n{text}")), (2, 1, 2), "{found}");
    }
    assert_eq!(
        told("一、任务\n（一）挂牌16块。整改措施：整合服务站12个。\n（二）新增人员5名，评估整改措施3次。").2,
        3
    );
    assert_eq!(told("一、任务\n（一）挂牌16块。整改目标：整合服务站12个。\n（二）新增人员5名。").2, 2);
    assert_eq!(told("一、任务\n（一）硬化道路20公里。\n措施：采购水泥300吨。\n（二）新增人员5名。").2, 3);
}

#[test]
fn aims_behind_a_key_have_one_time() {
    for key in ["【行动目标】", "工作目标："] {
        let told = format!("1.整治河道。\n{key}到2027年，污水收集率达到85%。新建管网12公里。\n");
        check(&format!("{told}【行动内容】新建护岸5公里。"), &["-", "2027", "2027", "none"]);
    }
    check("1.整治河道。\n【行动内容】到2027年，污水收集率达到85%。新建管网12公里。", &["-", "2027", "none"]);
}

/// Keys behind the measures of a finding were its last measure's where another measure named somebody.
#[test]
fn what_stands_behind_the_measures_of_a_finding_is_the_findings() {
    use crate::facts::Scope;
    let whose = |items: &str| {
        let text = format!("某县整改方案\n一、反馈问题整改\n{items}\n");
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
        let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
        let due = facts.tasks.iter().filter(|task| task.due.is_some()).count();
        let below = |scope: Scope| match scope {
            Scope::Document => "document".to_owned(),
            Scope::Section(at) => format!("section {at}"),
            Scope::Task(at) => format!("task {at}"),
        };
        (facts.assignments.iter().map(|it| below(it.scope)).collect::<Vec<_>>(), due)
    };
    let other = "\n问题2：管网缺口大。\n整改措施：新建管网。\n责任单位：县住建局";
    let card =
        |measures: &str| whose(&format!("问题1：保洁不到位。\n整改目标：清理垃圾。\n{measures}{other}"));
    let keys = "责任单位：县水利局\n完成时限：2026年6月底前";
    for measures in [
        format!("整改措施：\n1.建立队伍，由县河长办牵头。\n2.完善制度。\n{keys}"),
        format!("整改措施：1.建立队伍（县河长办牵头）。\n2.完善制度。\n{keys}\n整改进展：正在推进。"),
    ] {
        assert_eq!(
            card(&measures),
            (vec!["task 0".into(), "section 1".into(), "task 2".into()], 2),
            "{measures}"
        );
    }
    // Each measure has keys of its own.
    let each = format!("整改措施：\n1.建立队伍。\n{keys}\n2.完善制度。\n{keys}");
    assert_eq!(card(&each), (vec!["task 0".into(), "task 1".into(), "task 2".into()], 2));
    // Items of a section that is no card.
    let items = format!("（一）加强保洁\n1.建立队伍，由县河长办牵头。\n2.完善制度。\n{keys}");
    assert_eq!(whose(&items).0, ["task 0", "task 1"]);
}

#[test]
fn what_the_keys_of_a_card_carry() {
    let read = |fields: &str| {
        let text =
            format!("某县2026年重点项目方案\n\n一、重点项目\n1.供水工程\n{fields}\n责任单位：县水利局\n");
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
        let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
        let due = facts.tasks[0].due.as_ref().and_then(|due| due.by.clone()).unwrap_or_default();
        let targets = facts.targets.iter().map(|target| {
            let year = target.deadline.map_or("-".to_owned(), |year| year.to_string());
            format!("{}{} {year}", target.value, target.unit)
        });
        let unread = facts.diagnostics.iter().filter(|told| told.code == "assignment-unread").count();
        assert_eq!(unread, 0, "{fields}");
        [due].into_iter().chain(targets).collect::<Vec<_>>()
    };
    // Where it is, how large and how dear are no targets; the year's aim has another time than the whole.
    let card = "建设地点：城关镇等5个村\n建设规模：新建水厂2座，总占地面积50亩\n总投资：5000万元，其中上级资金3000万元\n\
                年度目标：建成水厂1座\n建设期限：2026年3月至2027年10月";
    assert_eq!(read(card), ["2027-10", "2座 2027", "1座 -"]);
    assert_eq!(read("2026年目标：建成水厂1座\n建设年限：2025—2027年"), ["2027-12", "1座 2026"]);
    // What is made at a place is told behind its key too; a length of time is no day.
    assert_eq!(read("实施地点：在5个乡镇新建水厂8座\n建设工期：12个月"), ["", "8座 -"]);
    // All of it in one line.
    let line = "建设地点：城关镇等5个村；建设规模：新建水厂2座，总占地面积50亩；建设期限：2026—2027年。";
    assert_eq!(read(line), ["2027-12", "2座 2027"]);
}

#[test]
fn how_often_is_told_in_brackets_of_sentences_too() {
    let read = |item: &str| {
        let text = format!("某县科普工作方案\n\n一、重点任务\n1.普及知识。{item}\n2.检查落实。\n");
        let manuscript = gongwen_read::read(text.as_bytes(), None).expect("a text");
        let facts = crate::extract(&manuscript, &gongwen_outline::outline(&manuscript));
        let told = |target: &crate::Target<'_>| {
            let name = target.indicator.as_deref().unwrap_or("-");
            format!("{}{} {} {name}", target.value, target.unit, target.frequency)
        };
        facts.targets.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(
        read("举办科普讲座（每年2场）、科普展览（每季度1次）。"),
        ["2场 per_year 科普讲座", "1次 per_quarter 科普展览"]
    );
    // An amount alone may explain what is known.
    assert!(read("用好科普示范社区（3个）。").is_empty());
}

#[test]
fn a_schedule_tells_when_each_activity_is() {
    check(
        "（一）启动仪式\n时间：9月15日上午9:00\n内容：设置展台30个。\n责任单位：县科协\n（二）进校园\n活动时间：9月16日—20日\n活动内容：举办科学实验秀5场。\n责任单位：县科协",
        &["2023-09-15", "2023-09-20", "2023", "2023"],
    );
    // A meeting's hour in a longer key says nothing of the task.
    check(
        "（一）联席会议\n会议时间：每月10日\n责任单位：县科协\n（二）进校园\n责任单位：县教育局",
        &["-", "-"],
    );
}
