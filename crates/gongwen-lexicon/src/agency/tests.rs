//! Names of the genre. The names of the corpus with their answers are in `tests/gold_names.rs`.

use super::*;
use crate::Division;

fn check(name: &str, expect: &str) {
    let found: Vec<_> = functions(name).codes().collect();
    assert_eq!(found.join(" "), expect, "functions of {name}");
}

#[test]
fn merged_bureaus() {
    check("县教体局", "education sports");
    check("县发展改革和科技局", "development_reform science_technology");
    check("区工业和信息化和商务局", "commerce industry_information");
    check("旗文体旅游广电局", "broadcasting culture sports tourism");
    check("县政务服务和大数据局", "administrative_approval data_administration");
    check("县卫健体局", "health sports");
    check("县教科体局", "education science_technology sports");
    check("县发改科技局", "development_reform science_technology");
    check("县发改和统计局", "development_reform statistics");
    check("县工贸局", "commerce industry_information");
    check("县教科局", "education science_technology");
    check("住房城乡建设和交通局", "housing_urban_rural transport");
}

#[test]
fn other_kinds() {
    check("县公安局交警大队", "public_security");
    // An office's word for itself is no function; what is done about a function is none beside it.
    check("人事科", "human_resources_social_security");
    check("安全科", "other");
    check("基教科", "education");
    check("优抚科", "veterans");
    check("科技科", "science_technology");
    check("县科教局", "education science_technology");
    check("县高标准农田建设指挥部", "agriculture_rural");
    check("县重点项目建设指挥部", "development_reform");
    check("县城乡建设领导小组", "housing_urban_rural");
    check("县规划建设局", "housing_urban_rural natural_resources");
    check("县劳动保障监察大队", "human_resources_social_security");
    check("县监察委员会", "discipline_inspection");
    check("县工业信息商务科技局", "commerce industry_information science_technology");
    check("新城镇", "township");
    check("中城镇人民政府", "government township");
    check("各乡镇、街道、开发区", "industrial_park township");
    check("各乡镇场党委和人民政府", "government party_committee township");
    check("市场监管局新区分局", "market_regulation");
    check("国网某县供电公司", "energy");
    check("县农商银行", "financial_regulation");
    check("县总工会", "trade_union");
    check("县残联", "disabled_federation");
    check("县投资促进中心", "commerce");
    check("县纪委监委", "discipline_inspection");
    check("县委办公室", "party_committee");
    check("县人民政府办公室", "government_office");
    check("县委金融办", "financial_regulation");
    check("某某镇人民政府", "government township");
    check("各县（市、区）人民政府", "government");
    check("镇党委", "party_committee township");
    check("县人民医院", "health");
    check("县关工委", "other");
    check("镇市场监管所", "market_regulation");
    check("县移动公司", "industry_information");
    check("镇财政所", "finance");
    check("镇司法所", "justice");
    check("县委督查室", "party_committee");
    check("县消防救援局", "fire_rescue");
    check("市场监管局〔知识产权局〕", "intellectual_property market_regulation");
    check("县专项协调服务办公室", "other");
    check("某某街道办", "township");
    check("某州街道", "township");
    check("某某州街道", "township");
    check("遂城镇", "township");
    check("南村镇", "township");
    check("遂城镇人民政府", "government township");
    check("县委办", "party_committee");
    check("县委财经办", "party_committee");
    check("中国移动武乡县分公司", "industry_information");
    check("武警镇雄中队", "military");
    check("区创建办", "other");
    check("县委督查办", "party_committee");
    check("县乡村振兴办", "rural_revitalization");
    check("县机关事务局", "government_office");
    check("县外办", "foreign_affairs");
    check("区城市管理局", "planning_urban_management");
    check("县行政服务中心", "administrative_approval");
    check("县综合服务中心", "other");
    check("县属国有企业", "state_assets");
    check("某某芦苇场", "township");
    check("某某大学科协", "science_association");
    check("某某大学", "school");
    check("某某林业总场", "forestry_grassland");
    check("各科普教育基地", "science_association");
}

#[test]
fn kinds() {
    for name in [
        "县教育局",
        "县总医院",
        "县特教学校",
        "团县委",
        "妇联",
        "人武部",
        "县法院",
        "区卫生健康委",
        "县公安局交警大队",
        "县自驾办",
        "城关派出所",
        "某某街道办",
        "新城镇",
    ] {
        assert_eq!(classify(name), Some(Kind::Unit), "{name}");
    }
    for name in [
        "各乡镇",
        "县直各部门",
        "各成员单位",
        "16区",
        "各镇人民政府",
        "各街道办事处、镇",
        "县直有关部门",
        "有关乡镇政府",
        "省市驻某各单位",
        "县直学校",
        "沿河各村（社区）",
        "各国有林场",
        "县中小学校",
        "相关街道办事处",
        "各街道办",
        "各市场监管所",
        "各派出所",
        "街道办",
    ] {
        assert_eq!(classify(name), Some(Kind::Collective), "{name}");
    }
    for name in ["有关部门", "各有关部门", "社会各界"] {
        assert_eq!(classify(name), Some(Kind::Vague), "{name}");
    }
    for name in
        ["企业", "群众", "王某县长", "2024年10月", "公共服务平台", "总体布局", "党员干部", "合作社", "示范区"]
    {
        assert_eq!(classify(name), None, "{name}");
    }
}

#[test]
fn windows() {
    for (text, name) in [
        ("由县教育局", "县教育局"),
        ("积极配合县科协", "县科协"),
        ("由县委宣传部", "县委宣传部"),
        ("由吴忠市红寺堡区教育局", "吴忠市红寺堡区教育局"),
        ("会同县教育局", "县教育局"),
        ("由县直各部门", "县直各部门"),
        ("由城关镇", "城关镇"),
        ("由县妇幼保健院", "县妇幼保健院"),
    ] {
        assert_eq!(name_at_end(text).map(|start| &text[start..]), Some(name), "{text}");
    }
    for (text, name) in [
        ("县科协负责组织", "县科协"),
        ("县公安局交警大队牵头", "县公安局交警大队"),
        ("各乡镇（街道）负责落实", "各乡镇（街道）"),
        ("县委组织部要加强", "县委组织部"),
        ("市科技局组织实施", "市科技局"),
        ("县教育局组织科普活动", "县教育局"),
        ("县教育局组织家长学校", "县教育局"),
        ("县民政局组织队伍", "县民政局"),
        ("县委组织部组织科负责", "县委组织部组织科"),
        ("县财政局局长", "县财政局"),
        ("县委办公室牵头", "县委办公室"),
        ("各街道(乡镇)应依托社区", "各街道(乡镇)"),
    ] {
        assert_eq!(name_at_start(text).map(|end| &text[..end]), Some(name), "{text}");
    }
    assert_eq!(name_at_end("进一步优化布局"), None);
    assert_eq!(name_at_start("加强组织领导"), None);
    assert_eq!(name_at_start("县城乡环境整治"), None);
}

#[test]
fn names_of_other_counties_and_years() {
    // Names that once were cut short, or taken for nothing, at the start of a sentence.
    for name in [
        "各镇人民政府",
        "各苏木镇人民政府",
        "各街道办事处",
        "市政府审改办",
        "县委社会工作部",
        "县疾控局",
        "县林长办",
        "县投促中心",
        "县项目服务中心",
        "县国动办",
        "县消防救援局",
        "县现代农业产业园管委会",
        "市政务服务和数据管理局",
        "县委督查室",
        "县政府督查室",
        "镇市场监管所",
        "县大数据和政务服务局",
        "县营商环境建设局",
        "各县（市、区）人民政府",
        "市各委办局",
        "驻市单位",
        "各区",
        "师市党委网信办",
        "移动公司",
        "国家国际发展合作署",
        "应急部",
        "外交部",
        "县综合行政执法局",
        "市供电公司",
        "县烟草专卖局",
        "县河长制办公室",
        "县林业和草原局",
        "县文旅集团",
        "县农业农村和水利局",
        "县委编办",
        "县医疗保障局",
        "县乡村振兴服务中心",
        "市国动办",
        "县退役军人事务局",
    ] {
        let text = format!("{name}负责推进");
        assert_eq!(name_at_start(&text).map(|end| &text[..end]), Some(name));
    }
}

#[test]
fn levels_in_front_of_a_body_are_a_class() {
    let place = Place::from(Division::resolve("石嘴山市", None));
    for (surface, name, kind, of) in [
        ("市、区民政局", "市、区民政局", Kind::Collective, None),
        ("市（州）、县（市、区）人民政府", "市（州）、县（市、区）人民政府", Kind::Collective, None),
        ("省、市、县三级民政部门", "省、市、县三级民政部门", Kind::Collective, None),
        ("县（市、区）财政局", "县（市、区）财政局", Kind::Collective, Some("county")),
        ("县区档案局", "县区档案局", Kind::Collective, Some("county")),
        ("各县区司法局", "石嘴山市各县区司法局", Kind::Collective, Some("county")),
        ("区民政局", "区民政局", Kind::Unit, None),
        ("各城区民政局", "石嘴山市各城区民政局", Kind::Collective, Some("county")),
        ("区民政厅", "宁夏回族自治区民政厅", Kind::Unit, Some("province")),
        ("市场监管局", "石嘴山市市场监管局", Kind::Unit, Some("prefecture")),
        ("市直各部门", "石嘴山市直各部门", Kind::Collective, Some("prefecture")),
        ("各市直单位", "石嘴山市各市直单位", Kind::Collective, Some("prefecture")),
        ("市政府审改办", "石嘴山市政府审改办", Kind::Unit, Some("prefecture")),
        ("市民政部门", "石嘴山市民政部门", Kind::Unit, Some("prefecture")),
        ("市政公司", "石嘴山市市政公司", Kind::Unit, Some("prefecture")),
        ("沿河镇（街道）", "石嘴山市沿河镇（街道）", Kind::Collective, Some("township")),
    ] {
        assert_eq!(expand(surface, &place), name);
        assert_eq!(classify(surface), Some(kind), "{surface}");
        assert_eq!(level(surface, &place), of, "{surface}");
    }
    let province = Place::from(Division::resolve("湖南省", None));
    for (surface, name, of) in [
        ("教育部", "教育部", Some("national")),
        ("省委组织部", "湖南省委组织部", Some("province")),
        ("组织部", "湖南省委组织部", Some("province")),
        ("各省、自治区、直辖市人民政府", "各省、自治区、直辖市人民政府", Some("province")),
        ("各市州教育局", "湖南省各市州教育局", Some("prefecture")),
        ("各乡镇财政所", "湖南省各乡镇财政所", Some("township")),
    ] {
        assert_eq!(expand(surface, &province), name);
        assert_eq!(level(surface, &province), of, "{surface}");
    }
    // A town's own; 乡镇 names no town.
    for (name, kind) in [
        ("镇派出所", Kind::Unit),
        ("镇司法所", Kind::Unit),
        ("乡财政所", Kind::Unit),
        ("街道司法所", Kind::Unit),
        ("乡镇派出所", Kind::Collective),
        ("各派出所", Kind::Collective),
        ("事发地乡镇人民政府", Kind::Collective),
        ("灾害发生地街道办事处", Kind::Collective),
        ("镇人民政府", Kind::Collective),
        ("街道办事处", Kind::Collective),
    ] {
        assert_eq!(classify(name), Some(kind), "{name}");
    }
    // 乡 and 场 belong to other words.
    for name in ["县乡村振兴局", "县市场监管局", "县市监局", "县区划地名办", "县域商业促进中心"]
    {
        assert_ne!(classify(name), Some(Kind::Collective), "{name}");
    }
    for (text, levels) in [
        ("市、区民政局", Some("市、区")),
        ("各省、自治区、直辖市人民政府", Some("各省、自治区、直辖市")),
        ("各市州、县市区人民政府", Some("各市州、县市区")),
        // The second may be the city's own.
        ("各县、市财政局", None),
        ("县、", None),
        ("县委、县政府", None),
    ] {
        assert_eq!(level_list(text).map(|to| &text[..to]), levels, "{text}");
    }
    assert_eq!(in_class("各区", "区公安局", true, &place).as_deref(), Some("各区公安局"));
    assert_eq!(in_class("各县（市、区）", "市公安局", true, &place), None);
    assert_eq!(in_class("各县区", "民政局", true, &place).as_deref(), Some("各县区民政局"));
    assert_eq!(in_class("各县区", "市场监管局", true, &place).as_deref(), Some("各县区市场监管局"));
    assert_eq!(in_class("各县区", "民政局", false, &place), None);
    assert_eq!(in_class("各县区", "总工会", true, &place), None);
    assert_eq!(in_class("各乡镇", "税务局", true, &place), None);
    assert_eq!(in_class("各县区", "县直单位", true, &place), None);
}

#[test]
fn full_names() {
    let place = Place::from(Division::resolve("平罗县", None));
    for (surface, name) in [
        ("自然资源局", "平罗县自然资源局"),
        ("县科协", "平罗县科协"),
        ("宣传部", "平罗县委宣传部"),
        ("党校（行政学院）", "平罗县委党校"),
        ("团县委", "共青团平罗县委员会"),
        ("市生态环境局平罗分局", "石嘴山市生态环境局平罗分局"),
        ("市场监管局", "平罗县市场监管局"),
        ("省科技厅", "省科技厅"),
        ("国网平罗县供电公司", "国网平罗县供电公司"),
        ("某某大学科协", "某某大学科协"),
        ("老年大学", "平罗县老年大学"),
        ("县职工大学", "平罗县职工大学"),
        ("某某林业总场", "平罗县某某林业总场"),
        ("卫生健康", "平罗县卫生健康部门"),
        ("县直各部门", "平罗县直各部门"),
        ("石嘴山市气象局", "石嘴山市气象局"),
        ("农发行平罗县支行", "农发行平罗县支行"),
        ("武警石嘴山支队", "武警石嘴山支队"),
        ("武警中队", "平罗县武警中队"),
    ] {
        assert_eq!(expand(surface, &place), name, "{surface}");
    }
    assert_eq!(expand("团县委", &Place::default()), "团县委");
    assert_eq!(level("各乡镇", &place), Some("township"));
    assert_eq!(level("市气象局", &place), Some("prefecture"));
}

#[test]
fn a_table_laid_over_replaces_words() {
    let table = AgencyTable::built_in()
        .with("words\tclass\tcodes\n投促\tword\tcommerce\n果业\tword\tagriculture_rural\n");
    let table = table.expect("loads");
    assert!(table.name("县果业局").functions().codes().eq(["agriculture_rural"]));
    assert!(AgencyTable::built_in().with("数\tword\tno_such_code").is_err());
}

/// A word that stands twice in a class would silently have the codes of both rows.
#[test]
fn a_word_stands_once_in_a_class() {
    let mut seen = std::collections::BTreeSet::new();
    for line in include_str!("../../data/agencies.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let words = columns.next().unwrap_or_default();
        let class = columns.next().unwrap_or_default();
        for word in words.split(' ') {
            assert!(seen.insert((class, word)), "{word} stands twice as {class}");
        }
    }
}

#[test]
fn hostile_input_is_bounded() {
    for piece in ["（", "县、", "市、区（县）、", "县", "各", "市委局", "负责）"] {
        let text = piece.repeat(100_000);
        let _ =
            (level_list(&text), classify(&text), functions(&text), name_at_end(&text), name_at_start(&text));
    }
}

/// A town's own bodies were named with the county alone.
#[test]
fn bodies_of_a_town_that_issues_its_plan() {
    let division = Division::by_code("640221").expect("a county");
    let mut place = Place::from(Some(division));
    place.town = Town::of_government("平罗县石桥镇人民政府", &division);
    for (surface, name, level) in [
        ("镇文化站", "平罗县石桥镇文化站", "township"),
        ("派出所", "平罗县石桥镇派出所", "township"),
        ("县水务局", "平罗县水务局", "county"),
        ("水务局", "平罗县水务局", "county"),
    ] {
        assert_eq!(expand(surface, &place), name);
        assert_eq!(super::level(surface, &place), Some(level), "{surface}");
    }
    assert_eq!(Town::of_government("平罗县人民政府", &division), None);
}

/// Characters of the division's own name were read as a function.
#[test]
fn the_short_name_of_a_division_is_no_function() {
    let place = Place::from(Division::by_code("520330"));
    assert_eq!(place.behind_short("习水经济开发区管委会"), Some("经济开发区管委会"));
    assert_eq!(place.behind_short("遵义习水经济开发区管委会"), Some("经济开发区管委会"));
    assert_eq!(place.behind_short("习水县水务局"), None);
    assert_eq!(place.behind_short("县水务局"), None);
}
