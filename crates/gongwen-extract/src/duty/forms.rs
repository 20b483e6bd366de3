//! Statements put together from parts: every name beside every other, every joint, every ending, every role phrase. What a
//! list of examples passes over, a table of all combinations does not.

use super::tests::facts;

/// Names of all levels and of most endings; some are functions too (科协), some hold a level's word or a duty's.
const NAMES: [&str; 24] = [
    "县发展改革委",
    "县委组织部",
    "团县委",
    "县科协",
    "县供销社",
    "县工商联",
    "县政务服务中心",
    "县自然资源局",
    "县市场监管局",
    "县消防救援大队",
    "县住房城乡建设局",
    "县人武部",
    "生态环境局云山分局",
    "云山经开区管委会",
    "国网云山县供电公司",
    "省地方金融监管局",
    "市人力资源和社会保障局",
    "市政府研究室",
    "发展改革委",
    "国家民委",
    "商务部",
    "新华社",
    "全国妇联",
    "国家粮食和储备局",
];

/// Between the last two names of a list.
const JOINTS: [&str; 5] = ["、", "和", "及", "以及", "与"];

/// Behind the last name, and the class of bodies among it that is taken too.
const TAILS: [(&str, Option<&str>); 10] = [
    ("", None),
    ("等", None),
    ("等部门", None),
    ("等有关单位", None),
    ("及有关单位", None),
    ("和相关部门", None),
    ("、各乡镇", Some("各乡镇")),
    ("，各镇人民政府", Some("各镇人民政府")),
    ("等部门和各乡镇", Some("各乡镇")),
    ("等，各乡镇（街道）", Some("各乡镇（街道）")),
];

/// What stands before and behind the list, and the role of its names.
const FRAMES: [(&str, &str, &str); 8] = [
    ("完善机制。（", "负责）", "responsible"),
    ("完善机制。（", "按职责分工负责）", "responsible"),
    ("完善机制。（", "牵头）", "lead"),
    ("完善机制。（县财政局牵头，", "配合）", "support"),
    ("完善机制。（县财政局牵头；", "按职责分工负责）", "responsible"),
    ("完善机制。（责任单位：", "）", "responsible"),
    ("完善机制。（牵头单位：县财政局；配合单位：", "）", "support"),
    ("完善机制。【责任单位：", "】", "responsible"),
];

/// The roles and names that a statement gives, sorted, 等 aside.
fn taken(text: &str) -> Vec<String> {
    let mut facts: Vec<String> =
        facts(text).into_iter().map(|fact| fact.trim_end_matches(" 等").to_owned()).collect();
    facts.sort_unstable();
    facts
}

#[test]
fn a_list_gives_all_its_names() {
    let mut wrong = Vec::new();
    for (i, first) in NAMES.iter().enumerate() {
        for (j, second) in NAMES.iter().enumerate().filter(|&(j, _)| j != i) {
            // Every joint, ending and frame meets every other, and every name each of them.
            for step in 0..4 {
                let number = i * NAMES.len() + j + step * 577;
                let joint = JOINTS[number % JOINTS.len()];
                let (tail, class) = TAILS[number / 3 % TAILS.len()];
                let (before, behind, role) = FRAMES[number / 7 % FRAMES.len()];
                let text = format!("{before}{first}{joint}{second}{tail}{behind}");
                let mut expect: Vec<String> = [Some(*first), Some(*second), class]
                    .into_iter()
                    .flatten()
                    .map(|name| format!("{role} {name}"))
                    .collect();
                if before.contains("县财政局") {
                    expect.push("lead 县财政局".to_owned());
                }
                expect.sort_unstable();
                let got = taken(&text);
                if got != expect {
                    wrong.push(format!("{text} gives {got:?}"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        NAMES.len() * (NAMES.len() - 1) * 4,
        wrong.join("\n")
    );
}
