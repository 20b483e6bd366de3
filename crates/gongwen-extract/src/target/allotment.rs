//! What the figures count that a table shares out among places (`各镇改厕任务分解表`): the project's guide, "Tables".

use super::cues::CUES;
use super::row::name_and_unit;
use gongwen_lexicon::words;
use gongwen_text::Span;

/// The headers over a figure, lowest first, and the title of its table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Headings<'a> {
    /// The header cell over the figure and the one over that; empty when there is none.
    pub(crate) headers: [&'a str; 2],
    /// The table's title, or that of what it stands in.
    pub(crate) title: &'a str,
    /// The division of the document, which titles begin with.
    pub(crate) division: &'a str,
}

impl<'a> Headings<'a> {
    /// What is counted: the words of a header that say more than `任务数（户）`, else what the title says is shared out. What a
    /// header leaves open the one above it says (`签约项目` over `亿元以上（个）`), and of a deed alone (`新建任务`) the title.
    pub(crate) fn counted(self) -> Counted<'a> {
        let own = self.headers.map(|header| {
            let name = without_tail(without_year(name_and_unit(header).0));
            name.strip_prefix("其中").unwrap_or(name).trim_start_matches(['：', ':', ' '])
        });
        let said = |name: &&str| !SUMS.contains(name);
        let Some(name) = own.into_iter().find(said) else {
            return Counted::named(self.shared_out());
        };
        let counted = Counted::named(name);
        let above = own.into_iter().skip(1).find(said).filter(|above| *above != name);
        // Names of things say themselves what they are.
        let open = |thing: &str| !thing.starts_with(name) && !name.contains(thing);
        if let Some(above) = above.filter(|_| says_which(name)) {
            return Counted { behind: above, ..counted };
        }
        if let (Some(deed), Some(above)) = (deed_of_figure(name), above) {
            // `人工造林` over `造林面积`
            let thing = above.strip_suffix(deed).filter(|_| !deed.is_empty());
            let thing = thing.unwrap_or_else(|| without_deed(above));
            return Counted { before: if open(thing) { thing } else { "" }, ..counted };
        }
        // `人工造林` names its object itself.
        if !CUES.make.is(name) || CUES.deed.is(name) {
            return counted;
        }
        // Nor does a deed over it (`建设任务`).
        let object = above.filter(|above| !CUES.make.is(above)).unwrap_or_else(|| self.shared_out());
        let object = CUES.make.suffix(object).map_or(object, |deed| &object[..object.len() - deed.len()]);
        Counted { behind: if open(object) { object } else { "" }, ..counted }
    }

    /// The unit in brackets behind a header.
    pub(crate) fn unit(self) -> &'a str {
        let units = self.headers.into_iter().map(|header| name_and_unit(header).1);
        units.into_iter().find(|unit| !unit.is_empty()).unwrap_or_default()
    }

    /// `丰县2025年各镇农村改厕任务分解表` shares out 农村改厕.
    fn shared_out(self) -> &'a str {
        let title = self.title.trim();
        let bracket = title.ends_with(['）', ')']).then(|| title.rfind(['（', '('])).flatten();
        let title = bracket.map_or(title, |open| &title[..open]);
        let title = title.trim_end_matches(['》', ' ', '\u{3000}']);
        let title = title.strip_prefix(self.division).unwrap_or(title);
        let mut name = without_year(title);
        for head in words("allotment_heads") {
            name = name.strip_prefix(head).unwrap_or(name);
        }
        let name = without_tail(name);
        // A whole sentence names nothing.
        if name.contains(['，', '。', '、', '\n']) || name.chars().count() > LONGEST_NAME {
            ""
        } else {
            name
        }
    }
}

/// What a column of shares counts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counted<'a> {
    /// What the header over it says in front of the name.
    before: &'a str,
    /// The name that the figure's own header gives.
    pub(crate) name: &'a str,
    /// What the header over it, or the title, says behind the name.
    behind: &'a str,
}

impl<'a> Counted<'a> {
    /// What is counted where one name says all.
    pub(crate) fn named(name: &'a str) -> Self {
        Self { name, ..Self::default() }
    }

    /// All of it, where the name alone is not all.
    pub(crate) fn whole(self) -> Option<String> {
        let alone = self.before.is_empty() && self.behind.is_empty();
        (!alone).then(|| [self.before, self.name, self.behind].concat())
    }
}

/// What an indicator of a group counts where its own name says only how (`播种面积（亩）` of 粮食).
pub(crate) fn of_group(group: &str, indicator: &str) -> Option<String> {
    let name = name_and_unit(indicator).0;
    let stem = CUES.level_noun.suffix(name).map(|noun| &name[..name.len() - noun.len()])?;
    let says_how = stem.is_empty() || CUES.make.is(stem) || words("allotment_yields").contains(&stem);
    // 经济发展 is what is done, no thing.
    let thing = !group.is_empty() && CUES.make.suffix(group).is_none() && !name.contains(group);
    (says_how && thing).then(|| [group, name].concat())
}

/// Whether a header only says which of the things above it: `亿元以上`, `省级`.
fn says_which(name: &str) -> bool {
    ["以上", "以下", "以内", "级"].iter().any(|end| name.ends_with(end))
}

/// The deed in a header that names a figure of the things above it: none in `面积`, 播种 in `播种面积`.
fn deed_of_figure(name: &str) -> Option<&str> {
    let deed = CUES.level_noun.suffix(name).map(|noun| &name[..name.len() - noun.len()]);
    deed.filter(|deed| deed.is_empty() || CUES.make.is(deed))
}

/// `粮食生产` without the deed, where a thing is left.
fn without_deed(name: &str) -> &str {
    let thing = CUES.make.suffix(name).map(|deed| &name[..name.len() - deed.len()]);
    thing.filter(|thing| thing.chars().nth(1).is_some()).unwrap_or(name)
}

/// What is left of headers that only say that they sum up: `总任务`.
const SUMS: [&str; 6] = ["", "总", "合计", "总计", "小计", "全年"];

/// Longest name that a title gives, in characters.
const LONGEST_NAME: usize = 16;

/// The words behind a year in front of them: `2025年度造林`.
fn without_year(words: &str) -> &str {
    let Some((at, '年')) =
        words.char_indices().find(|(_, c)| !c.is_ascii_digit() && !('０'..='９').contains(c))
    else {
        return words;
    };
    if at == 0 {
        return words;
    }
    let rest = &words[at + '年'.len_utf8()..];
    rest.strip_prefix('度').unwrap_or(rest).trim_start()
}

/// The words without what only says that they are a plan's: `造林绿化任务分解表`.
fn without_tail(words: &str) -> &str {
    let tails = gongwen_lexicon::words("allotment_tails");
    let mut words = words.trim();
    while let Some(tail) = tails.iter().find(|tail| words.ends_with(**tail)) {
        words = words[..words.len() - tail.len()].trim_end();
    }
    words
}

/// The place whose share a figure is; none where it is the whole division's.
pub(crate) fn group(text: &str, place: Span) -> &str {
    let name = place.of_text(text).trim();
    if name.starts_with('全') { "" } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headers: [&str; 2], title: &str, expect: (&str, &str)) {
        let headings = Headings { headers, title, division: "丰县" };
        let counted = headings.counted();
        let name = counted.whole().unwrap_or_else(|| counted.name.to_owned());
        assert_eq!((&*name, headings.unit()), expect, "{headings:?}");
    }

    #[test]
    fn names_that_say_only_how_are_those_of_their_group() {
        let check = |group, name, whole: Option<&str>| {
            assert_eq!(of_group(group, name).as_deref(), whole, "{group} {name}");
        };
        check("粮食", "播种面积（万亩）", Some("粮食播种面积"));
        check("粮食", "产量", Some("粮食产量"));
        check("粮食", "粮食产量", None);
        check("燃煤治理", "散煤取缔", None);
        check("经济发展", "增加值", None);
        check("", "产量", None);
    }

    #[test]
    fn names_of_shares() {
        check(["任务数（户）", ""], "丰县2025年各镇农村改厕任务分解表", ("农村改厕", "户"));
        check(["人工造林", "2025年任务（亩）"], "造林任务分解表", ("人工造林", "亩"));
        check(["其中：示范片（亩）", ""], "", ("示范片", "亩"));
        check(["2025年目标任务", "改厕"], "", ("改厕", ""));
        check(["总任务", ""], "2022年职业技能培训任务分解表（单位：人）", ("职业技能培训", ""));
        check(["人工造林", "造林任务（亩）"], "2024年国土绿化任务分解表", ("人工造林", "亩"));
        check(["计划数", ""], "关于下达任务的通知，请落实", ("", ""));
        check(["新建任务", ""], "2026年高标准农田建设任务分解表", ("新建高标准农田", ""));
        let title = "各镇高标准农田建设任务分解表";
        check(["新建", "建设任务（亩）"], title, ("新建高标准农田", "亩"));
        check(["改造提升", "建设任务（亩）"], title, ("改造提升高标准农田", "亩"));
        check(["新建", "建设任务（亩）"], "任务分解表", ("新建", "亩"));
        check(["新建", "公厕建设任务（座）"], "农村改厕任务分解表", ("新建公厕", "座"));
        check(["种植面积（亩）", ""], "各镇油菜种植任务表", ("种植面积", "亩"));
        check(["亿元以上（个）", "签约项目"], "招商引资任务分解表", ("亿元以上签约项目", "个"));
        check(["省级（个）", "示范村创建"], "任务分解表", ("省级示范村创建", "个"));
        check(["面积（亩）", "油菜种植"], "任务分解表", ("油菜面积", "亩"));
        check(["总产量（吨）", "粮食"], "任务分解表", ("粮食总产量", "吨"));
        check(["改造提升（亩）", "高标准农田建设"], "农业农村目标任务分解表", ("改造提升高标准农田", "亩"));
        check(["面积（亩）", "2025年任务"], "任务分解表", ("面积", "亩"));
        check(["示范村（个）", "村庄绿化"], "林业任务分解表", ("示范村", "个"));
        check(["造林面积（亩）", "人工造林"], "林业任务分解表", ("人工造林面积", "亩"));
    }
}
