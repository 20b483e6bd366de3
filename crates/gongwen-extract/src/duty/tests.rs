//! Rules, further forms and hostile input.

use super::reader::{Header, Reader};
use crate::facts::Role;
use crate::rules::Family;
use gongwen_lexicon::agency::Place;
use gongwen_outline::ColumnRole;
use gongwen_text::Span;

fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Support => "support",
        Role::Responsible => "responsible",
    }
}

fn column(header: &str) -> Option<ColumnRole> {
    Some(match header {
        "牵头单位" => ColumnRole::Lead,
        "责任单位" => ColumnRole::Responsible,
        "配合单位" => ColumnRole::Support,
        "责任领导" => ColumnRole::Person,
        _ => return None,
    })
}

/// Facts of a text with their rules; what stands before `|` is a column or a row's own unit.
fn read(rule: &str, text: &str) -> Vec<(String, String)> {
    let place = Place::default();
    let mut reader = Reader::new(text, place, None);
    let whole = Span::new(0, text.len());
    match text.split_once('|') {
        Some((title, told)) if rule == "duty.title" => {
            reader.title(Span::of(title, text), Some(Span::of(told, text)), false);
        }
        None if rule == "duty.title" => {
            reader.title(whole, None, false);
        }
        Some((header, cell)) => {
            let span = Span::of(cell, text);
            if let Some(role) = column(header) {
                reader.cell(span, role, Header::default());
            } else {
                let own = reader.known.keep(super::org::name(header, &place));
                reader.prose(span, Some(own));
            }
        }
        None if rule == "duty.department" => {
            reader.subject(whole, None);
        }
        None if rule == "duty.line" => {
            reader.field(whole);
        }
        None => reader.prose(whole, None),
    }
    let mut facts = Vec::new();
    reader.finish(|raw, reader| {
        let open = if raw.open_ended { " 等" } else { "" };
        let surface = &reader.named(raw.org).surface;
        facts.push((raw.rule.to_owned(), format!("{} {surface}{open}", role(raw.role))));
    });
    facts
}

#[test]
fn rules_hold() {
    let family = Family::parse("duty", include_str!("../../rules/duty.toml"));
    if let Err(wrong) = family.check(read) {
        panic!("{wrong}");
    }
}

/// Facts of a text, rules aside.
pub(super) fn facts(text: &str) -> Vec<String> {
    read("", text).into_iter().map(|(_, fact)| fact).collect()
}

fn check(text: &str, expect: &[&str]) {
    let got = facts(text);
    assert_eq!(got, expect, "{text}");
}

#[test]
fn brackets_of_other_topics() {
    for (text, expect) in [
        (
            "加快审批。（市行政审批局、市住建局，各区按职责分工负责）",
            &["responsible 市行政审批局", "responsible 市住建局", "responsible 各区"][..],
        ),
        (
            "提高报销比例。（县医保局牵头；县卫健局、县财政局配合）",
            &["lead 县医保局", "support 县卫健局", "support 县财政局"],
        ),
        ("新建水厂2座。【责任单位：县水利局、各乡镇】", &["responsible 县水利局", "responsible 各乡镇"]),
        (
            "整治河道。（牵头单位：县水利局 责任单位：各乡镇（街道））",
            &["lead 县水利局", "responsible 各乡镇（街道）"],
        ),
        (
            "开展排查。（县水利局牵头，各镇〈街道〉、县教体局〈科技局〉配合）",
            &["lead 县水利局", "support 各镇〈街道〉", "support 县教体局〈科技局〉"],
        ),
        (
            "植树。（县教育局（县文旅局、县科协配合）、县财政局）",
            &["responsible 县教育局", "support 县文旅局", "support 县科协", "responsible 县财政局"],
        ),
        ("开展排查。（县应急局等12个部门按职责分工负责）", &["responsible 县应急局 等"]),
        (
            "推进技改。（市工信局负责，市财政局、市税务局依职责分别负责落实）",
            &["responsible 市工信局", "responsible 市财政局", "responsible 市税务局"],
        ),
        (
            "落实救助。（县民政局牵头，县残联、县红十字会参与，长期坚持）",
            &["lead 县民政局", "support 县残联", "support 县红十字会"],
        ),
        (
            "建设高标准农田。（责任领导：赵某副县长；责任单位：县农业农村局；责任人：钱某局长）",
            &["responsible 县农业农村局"],
        ),
        (
            "清退费用（县发改局、县市场监管局负责，2024年3月底前完成）；规范收费（县教育局负责）。",
            &["responsible 县发改局", "responsible 县市场监管局", "responsible 县教育局"],
        ),
        ("完善网络。（县委网信办、县公安局负责）", &["responsible 县委网信办", "responsible 县公安局"]),
        (
            "组织招聘。(市人力资源和社会保障局牵头,市教育局、团市委协办)",
            &["lead 市人力资源和社会保障局", "support 市教育局", "support 团市委"],
        ),
        ("防控疫病（县畜牧兽医中心负责）", &["responsible 县畜牧兽医中心"]),
        (
            "建立台账。（各乡镇人民政府、各街道办事处，县直各部门）",
            &["responsible 各乡镇人民政府", "responsible 各街道办事处", "responsible 县直各部门"],
        ),
    ] {
        check(text, expect);
    }
}

/// Forms that once gave too little: a bracket inside a name parted the list, a semicolon handed its role on, the list
/// before a comma was lost, an office was no name under its key, a note was taken for a name.
#[test]
fn lists_of_other_counties() {
    for (text, expect) in [
        (
            "完成改造。（市财政局，各县（市、区）政府）",
            &["responsible 市财政局", "responsible 各县（市、区）政府"][..],
        ),
        (
            "完成改造。（县交通局；县发改局、各乡镇配合）",
            &["responsible 县交通局", "support 县发改局", "support 各乡镇"],
        ),
        ("抓好学习。（责任股室：办公室、人事股）", &["responsible 办公室", "responsible 人事股"]),
        ("整治河道。（县水利局负责。以下均需各镇落实，不再列出）", &["responsible 县水利局"]),
        ("抓好督导。（各镇党委、政府，县食安办）", &["responsible 各镇党委、政府", "responsible 县食安办"]),
        (
            "县人社局、县残联，各镇（街道）负责。",
            &["responsible 县人社局", "responsible 县残联", "responsible 各镇（街道）"],
        ),
        (
            "由县数据局牵头，移动公司、联通公司配合。",
            &["lead 县数据局", "support 移动公司", "support 联通公司"],
        ),
        ("县委督查室、县政府督查室负责跟踪督办。", &["responsible 县委督查室", "responsible 县政府督查室"]),
        ("每季度开展1次联合执法行动。", &[]),
    ] {
        check(text, expect);
    }
}

#[test]
fn sentences_of_other_topics() {
    for (text, expect) in [
        (
            "县医保局负责统筹基金监管工作，县卫健局负责规范诊疗行为。",
            &["responsible 县医保局", "responsible 县卫健局"][..],
        ),
        (
            "防汛工作由县应急管理局统一牵头，县水利局、县气象局配合。",
            &["lead 县应急管理局", "support 县水利局", "support 县气象局"],
        ),
        ("市生态环境局要切实发挥牵头作用，加强调度。", &["lead 市生态环境局"]),
        ("各乡镇（街道）负责本辖区内环境整治工作。", &["responsible 各乡镇（街道）"]),
        ("县财政局会同县审计局负责资金监管。", &["lead 县财政局", "support 县审计局"]),
        ("联合市场监管局开展专项检查。", &["support 市场监管局"]),
        (
            "会同发展改革、工业和信息化、财政等部门研究制定措施。",
            &["support 发展改革 等", "support 工业和信息化 等", "support 财政 等"],
        ),
        (
            "县文旅局牵头制定旅游线路，县交通运输局协助做好道路保障。",
            &["lead 县文旅局", "support 县交通运输局"],
        ),
        ("年度考核由县委组织部负责组织实施。", &["responsible 县委组织部"]),
        ("市民政部门负责统筹全市救助工作。", &["responsible 市民政部门"]),
        (
            "由县住建局、县自然资源局共同牵头，各乡镇具体负责实施。",
            &["lead 县住建局", "lead 县自然资源局", "responsible 各乡镇"],
        ),
    ] {
        check(text, expect);
    }
}

#[test]
fn classes_of_several_levels_and_of_bodies_below() {
    for (text, expect) in [
        ("（市、区民政局负责）", &["responsible 市、区民政局"][..]),
        (
            "（省水利厅，市（州）、县（市、区）人民政府负责）",
            &["responsible 省水利厅", "responsible 市（州）、县（市、区）人民政府"],
        ),
        ("对难以答复的诉求，市、区信访局负责汇总。", &["responsible 市、区信访局"]),
        ("省、市、县三级民政部门负责公示。", &["responsible 省、市、县三级民政部门"]),
        ("由市、县财政局牵头。", &["lead 市、县财政局"]),
        (
            "（国家发展改革委，各省、自治区、直辖市人民政府负责）",
            &["responsible 国家发展改革委", "responsible 各省、自治区、直辖市人民政府"],
        ),
        (
            "（牵头单位：市、县（区）民政局；配合单位：市司法局和市、县财政局）",
            &["lead 市、县（区）民政局", "support 市司法局", "support 市、县财政局"],
        ),
        ("（由市、区民政局负责）", &["responsible 市、区民政局"]),
        // Two names: the second is the city's.
        ("（各县区、市财政局负责）", &["responsible 各县区", "responsible 市财政局"]),
        ("（县委、县政府办公室负责）", &["responsible 县委", "responsible 县政府办公室"]),
        ("（县市监局、县乡村振兴局负责）", &["responsible 县市监局", "responsible 县乡村振兴局"]),
        (
            "（中央和国家机关工委、市委和市政府信访局负责）",
            &["responsible 中央和国家机关工委", "responsible 市委和市政府信访局"],
        ),
        ("（县委和县政府负责）", &["responsible 县委", "responsible 县政府"]),
        ("村（居）民委员会协助做好申请工作。", &["support 村（居）民委员会"]),
        ("各级残联组织、工会组织负责走访。", &["responsible 各级残联组织", "responsible 工会组织"]),
        ("县妇儿工委办公室、工会组织要发挥牵头作用。", &["lead 县妇儿工委办公室", "lead 工会组织"]),
        ("（市交通局等单位，各区（县）负责落实）", &["responsible 市交通局 等", "responsible 各区（县） 等"]),
        ("（各区（县）政府按照职责分工负责）", &["responsible 各区（县）政府"]),
        ("（责任单位：市教育局及相关区）", &["responsible 市教育局", "responsible 相关区"]),
        (
            "（国家卫生健康委负责，地方各级人民政府配合）",
            &["responsible 国家卫生健康委", "support 地方各级人民政府"],
        ),
        ("（县林场及县商务局负责）", &["responsible 县林场", "responsible 县商务局"]),
        ("（各行业主管部门和县商务局负责）", &["responsible 县商务局"]),
        ("（商务局和各驻村工作队负责）", &["responsible 商务局", "responsible 各驻村工作队"]),
        (
            "（县文化和旅游局、县农业农村和水利局负责）",
            &["responsible 县文化和旅游局", "responsible 县农业农村和水利局"],
        ),
        (
            "由县商务局负责实施，国家税务总局甲县税务局、甲州海关配合。",
            &["responsible 县商务局", "support 国家税务总局甲县税务局", "support 甲州海关"],
        ),
        ("由县财政局会同县政协办制定办法。", &["lead 县财政局", "support 县政协办"]),
        ("由各乡镇（街道、园区）牵头推进。", &["lead 各乡镇（街道、园区）"]),
        ("由县住建局、县城乡建设局负责。", &["responsible 县住建局", "responsible 县城乡建设局"]),
        (
            "由县财政局牵头负责，人民银行甲省分行、县供电公司协助。",
            &["lead 县财政局", "support 人民银行甲省分行", "support 县供电公司"],
        ),
        // What a federation organises is no class.
        ("由县妇联组织牵头开展活动。", &["lead 县妇联"]),
        ("由县残联、县妇联组织负责实施。", &["responsible 县残联", "responsible 县妇联"]),
    ] {
        check(text, expect);
    }
}

#[test]
fn a_name_behind_a_class_of_its_level_is_one_too() {
    let names = |text: &'static str, division| {
        let place = Place::from(gongwen_lexicon::Division::resolve(division, None));
        let mut reader = Reader::new(text, place, None);
        reader.prose(Span::new(0, text.len()), None);
        let mut names = Vec::new();
        reader.finish(|raw, reader| names.push(reader.named(raw.org).name.to_string()));
        names
    };
    let city = names("（各区司法局、区公安局、市财政局，区民政局负责）", "南宁市");
    assert_eq!(city, ["南宁市各区司法局", "南宁市各区公安局", "南宁市财政局", "区民政局"]);
    let city = names("（各县（市、区）教育局牵头，市场监管局、市财政局、自然资源局配合）", "南宁市");
    assert_eq!(
        city,
        ["南宁市各县（市、区）教育局", "南宁市各县（市、区）市场监管局", "南宁市财政局", "南宁市自然资源局"]
    );
    let city = names("（各县（市、区）人民政府牵头，教育局、财政局配合）", "南宁市");
    assert_eq!(city, ["南宁市各县（市、区）人民政府", "南宁市教育局", "南宁市财政局"]);
    let county = names("由各县区司法局、县公安局负责。", "平罗县");
    assert_eq!(county, ["平罗县各县区司法局", "平罗县公安局"]);
}

#[test]
fn a_class_told_by_its_kind_is_flagged() {
    for (text, flags) in [
        ("公办幼儿园负责做好公示。", 1),
        ("区学前教育管理科负责公布结果。", 1),
        ("由定点医院负责救治。", 1),
        ("鼓励优势企业参与援助。", 0),
        ("县实验小学由县教育局负责管理。", 0),
    ] {
        let mut reader = Reader::new(text, Place::default(), None);
        reader.prose(Span::new(0, text.len()), None);
        let found = reader.diagnostics.iter().filter(|it| it.code == "assignment-unread").count();
        assert_eq!(found, flags, "{text}");
    }
}

#[test]
fn what_is_no_duty() {
    for text in [
        "各地区、各有关部门要高度重视，加强协作配合。",
        "主要负责人要亲自抓、负总责。",
        "牵头单位要定期会商，责任单位要主动配合。",
        "鼓励企业联合高校开展技术攻关。",
        "推动形成政府负责、社会协同、公众参与的治理格局。",
        "落实主体负责制和首问负责制。",
        "经县人民政府同意，现将方案印发给你们（县政府办公室代章）。",
        "企业对产品质量负责。",
        "聘请专职人员负责日常管理。",
        "建立健全党委领导、部门负责、社会参与的工作机制。",
        "加强组织领导（含各乡镇）。",
        "支持县供销社承办的农产品展销会。",
        "参与县教育局、县科协联合举办的竞赛。",
        "印发《关于由县水利局牵头开展清淤工作的通知》。",
        "到2025年，负责同志培训覆盖率达到100%。",
        "推进跨部门联合监管和“双随机、一公开”监管。",
        "社区工作者负责入户走访。",
    ] {
        check(text, &[]);
    }
}

#[test]
fn who_has_no_role_that_was_read_is_flagged() {
    for (text, expect) in [
        ("各行业主管部门负责本行业监管。", true),
        ("各行业主管部门牵头，各乡镇配合。", true),
        ("成员单位：县财政局、县审计局。", true),
        ("（县发改委负责，各行业主管部门配合）", true),
        ("开展宣传。（县住建局、附近群众）", true),
        ("开展宣传。（县城区、附近乡村）", false),
        ("报送总结（县住建局三楼）。", false),
        ("（县水务局负责项目实施，县财政局筹措资金）", true),
        ("（县水务局负责项目实施，县财政局落实资金）", false),
        ("各有关部门负责落实。", false),
    ] {
        let mut reader = Reader::new(text, Place::default(), None);
        reader.prose(Span::new(0, text.len()), None);
        let flagged = reader.diagnostics.iter().any(|d| d.code == "assignment-unread");
        assert_eq!(flagged, expect, "{text}");
    }
}

#[test]
fn an_unread_cue_leaves_a_diagnostic() {
    for text in ["牵头部门：一二三四五", "责任单位：待定"] {
        let mut reader = Reader::new(text, Place::default(), None);
        reader.field(Span::new(0, text.len()));
        assert_eq!(reader.diagnostics.first().map(|d| d.code), Some("assignment-unread"), "{text}");
    }
}

/// 200 KB of one unit took minutes once; what one line costs is measured by the ratios of the benches, here only that it is
/// read to its end and that a list never outgrows its bound.
#[test]
fn hostile_input_is_read_to_its_end() {
    let units = [
        "负责）",
        "（",
        "县、",
        "（负责",
        "（县、",
        "牵头",
        "会同",
        "）。",
        "（）负责",
        "、",
        "单位：",
        "配合县",
        "（县局）。",
        "前完成",
    ];
    for unit in units {
        let text = unit.repeat(30_000 / unit.len());
        let whole = Span::new(0, text.len());
        let mut reader = Reader::new(&text, Place::default(), None);
        reader.prose(whole, None);
        reader.field(whole);
        reader.cell(whole, ColumnRole::Responsible, Header::default());
        let mut count = 0;
        reader.finish(|_, _| count += 1);
        assert!(count <= 1000, "{unit}");
    }
}
