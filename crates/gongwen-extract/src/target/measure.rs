//! How a quantity binds; what kind it is, `kind` says.

mod kind;

use super::cues::CUES;
use super::quantity::Quantity;
use crate::wordlist::WordList;
use crate::{Comparator, Measure};
use gongwen_lexicon::words;
pub(super) use kind::measure;
use std::sync::LazyLock;

/// What the words left of a number say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Binding {
    /// From `不少于`, `超过` …
    pub(super) comparator: Option<Comparator>,
    /// A word of reaching stands before the number (达到, 控制在).
    pub(super) reaches: bool,
    /// A word of growth or decline governs the number.
    pub(super) change: Option<Measure>,
    /// 提升 is the word: of things that are counted it says what is done to them.
    pub(super) improves: bool,
    /// 累计 stands in front of what is reached.
    pub(super) sum: bool,
    /// Where the binding words begin.
    pub(super) start: usize,
}

/// The lists of binding words, in the order in which they are asked.
#[derive(Clone, Copy)]
enum Kind {
    Ge,
    Le,
    Gt,
    Lt,
    Reach,
    Fall,
    Rise,
    Approx,
    Tail,
}

/// All binding words in one list, so that one look tells that none of them stands there.
struct Words {
    list: WordList,
    kinds: Vec<Kind>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let lists = [
        (Kind::Ge, "target_prefix_ge"),
        (Kind::Le, "target_prefix_le"),
        (Kind::Gt, "target_prefix_gt"),
        (Kind::Lt, "target_prefix_lt"),
        (Kind::Reach, "target_reach"),
        (Kind::Fall, "target_fall"),
        (Kind::Rise, "target_rise"),
        (Kind::Approx, "target_prefix_approx"),
        (Kind::Tail, "target_tail"),
    ];
    let all = lists.into_iter().flat_map(|(kind, list)| words(list).iter().map(move |&word| (word, kind)));
    let (words, kinds): (Vec<&str>, Vec<Kind>) = all.unzip();
    Words { list: WordList::new(&words), kinds }
});

/// The binding word that ends `text` and its kind: of the first list that has one, the longest.
fn last_word(text: &str) -> Option<(Kind, &'static str)> {
    if !WORDS.list.may_end(text) {
        return None;
    }
    let mut longest = [None; Kind::Tail as usize + 1];
    let mut none = true;
    for (word, index) in WORDS.list.suffixes(text) {
        let kind = WORDS.kinds[index];
        longest[kind as usize].get_or_insert((kind, word));
        none = false;
    }
    if none {
        return None;
    }
    longest.into_iter().flatten().find(|&(kind, word)| match kind {
        Kind::Gt | Kind::Reach | Kind::Rise | Kind::Approx => !is_other_word(text, word),
        // `户均不少于5株`
        Kind::Tail if word == "均" => {
            !text[..text.len() - word.len()].ends_with(['户', '人', '亩', '村', '校', '日', '月'])
        }
        Kind::Tail if word == "有" => !is_other_word(text, word),
        Kind::Tail => !matches!(word, "新" | "总" | "首批"),
        Kind::Ge | Kind::Le | Kind::Lt | Kind::Fall => true,
    })
}

/// The word that ends `text` and belongs to nothing on either side: `累计`, `分别`.
pub(super) fn idle_word(text: &str) -> Option<&'static str> {
    WORDS
        .list
        .suffixes(text)
        .find(|&(_, index)| matches!(WORDS.kinds[index], Kind::Tail))
        .map(|(word, _)| word)
}

/// Whether a text begins with a word that binds a number: `达到`, `不低于`.
pub(super) fn begins_binding(text: &str) -> bool {
    WORDS.list.prefix(text).is_some()
}

/// Whether a unit is that of rates and of how they change.
pub(super) fn is_rate_unit(unit: &str) -> bool {
    matches!(unit, "%" | "百分点" | "基点")
}

/// Whether words end in the name of a stock or a share that is reached: `旅游总收入达到`, whatever was done to what stands before.
pub(super) fn reaches_level(left: &str) -> bool {
    let binding = binding(left);
    let noun = CUES.level_noun.suffix(&left[..binding.start]);
    binding.reaches && noun.is_some_and(|noun| !matches!(noun, "数" | "量" | "数量"))
}

/// Whether a word that binds a number ends a text.
pub(super) fn ends_binding(text: &str) -> bool {
    last_word(text.trim_end()).is_some()
}

/// The bound that a text begins with and its length: `不少于`, `不应低于`, `不宜超过`.
pub(super) fn bound_in_front(text: &str) -> Option<(Comparator, usize)> {
    let cues = &*CUES;
    if let Some(word) = cues.prefix_ge.prefix(text) {
        return Some((Comparator::Ge, word.len()));
    }
    if let Some(word) = cues.prefix_le.prefix(text) {
        return Some((Comparator::Le, word.len()));
    }
    let not = cues.not.prefix(text)?;
    let rest = &text[not.len()..];
    let least = cues.prefix_lt.prefix(rest).map(|word| (Comparator::Ge, word.len()));
    let most = || cues.prefix_gt.prefix(rest).map(|word| (Comparator::Le, word.len()));
    least.or_else(most).map(|(comparator, len)| (comparator, not.len() + len))
}

/// Reads the binding words that end at the number; `left` is the clause up to the number.
pub(super) fn binding(left: &str) -> Binding {
    let mut out = Binding { start: left.len(), ..Binding::default() };
    let mut rest = left.trim_end();
    // Each turn takes words off the end, at most six: `增长不低于`, `应达到`, `控制在每年不超过`.
    for _ in 0..6 {
        let Some((kind, word)) = last_word(rest) else { break };
        let mut len = word.len();
        match kind {
            Kind::Ge => {
                out.comparator.get_or_insert(Comparator::Ge);
            }
            Kind::Le => {
                out.comparator.get_or_insert(Comparator::Le);
                out.reaches = true;
            }
            Kind::Gt | Kind::Lt => {
                let not = CUES.not.suffix(&rest[..rest.len() - len]).map_or(0, str::len);
                len += not;
                let comparator = match (kind, not > 0) {
                    (Kind::Gt, false) => Comparator::Gt,
                    (Kind::Gt, true) => Comparator::Le,
                    (_, false) => Comparator::Lt,
                    (_, true) => Comparator::Ge,
                };
                out.comparator.get_or_insert(comparator);
                out.reaches |= comparator != Comparator::Ge;
            }
            Kind::Reach => out.reaches = true,
            Kind::Fall => {
                if !out.reaches || matches!(word, "下降" | "降幅") || out.comparator.is_some() {
                    out.change.get_or_insert(Measure::Decrease);
                }
                // What falls is named by the word itself.
                if word == "降价" {
                    break;
                }
            }
            Kind::Rise => {
                out.improves = word == "提升";
                let rate = matches!(word, "增长" | "增速" | "增幅" | "增长率");
                if !out.reaches || rate || out.comparator.is_some() {
                    out.change.get_or_insert(Measure::Increase);
                }
                // The rate is a noun and stays in the indicator.
                if matches!(word, "增速" | "增幅" | "增长率" | "增收" | "增产") {
                    break;
                }
            }
            Kind::Approx => {
                out.comparator.get_or_insert(Comparator::Approx);
            }
            Kind::Tail => out.sum |= word == "累计" && out.reaches,
        }
        rest = rest[..rest.len() - len].trim_end();
    }
    out.start = rest.len();
    out
}

/// A one-character cue that ends a longer word: `行为`, `所在`, `大约` is none of them.
fn is_other_word(text: &str, word: &str) -> bool {
    let head = &text[..text.len() - word.len()];
    match word {
        // `为3家企业安装…`: for whom.
        "为" => {
            head.trim().is_empty()
                || head.ends_with("免费")
                || head.ends_with(['行', '作', '成', '认', '视', '，', '；'])
        }
        "在" => head.ends_with(['所', '存', '潜', '内']),
        // `至少有一人就业`
        "有" => !["至少", "最少", "不少于"].iter().any(|w| head.ends_with(w)),
        // `天气雷达1部`: a thing.
        "达" => head.ends_with('雷'),
        "到" => head.ends_with(['报', '周', '遇']),
        "至" => head.ends_with(['甚', '乃']),
        "占" => head.ends_with('侵'),
        "长于" => head.ends_with(['擅', '生', '成']),
        // `改造提升0.5万亩`: what is done, no growth.
        "提升" => ["改造", "整治", "修缮", "品质", "巩固"].iter().any(|w| head.ends_with(w)),
        // `彩超各1台`: a thing, no bound.
        "超" => head.ends_with(['彩', 'B', '班', '英', '中']),
        "近" => head.ends_with(['附', '邻', '靠', '最', '就']),
        "约" => head.ends_with(['节', '集', '公', '制', '契', '预', '简', '签', '履', '邀']),
        "完成" | "实现" | "是" => true,
        _ => false,
    }
}

/// The comparator of a quantity: a range first, then what stands behind, then what stands before.
pub(super) fn comparator(quantity: &Quantity<'_>, binding: &Binding) -> Comparator {
    if quantity.value_max.is_some() {
        return Comparator::Range;
    }
    match (binding.comparator, quantity.bound) {
        // `控制在35微克以下` and `超过90%以上`: the word before is the stricter reading.
        (Some(Comparator::Gt), _) => Comparator::Gt,
        (_, Some(bound)) => bound,
        (Some(before), None) => before,
        (None, None) => Comparator::Eq,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, expect: (Option<Comparator>, bool, Option<Measure>, &str)) {
        let b = binding(left);
        assert_eq!((b.comparator, b.reaches, b.change, &left[..b.start]), expect, "{left}");
    }

    #[test]
    fn words_before_the_number() {
        check("科普讲座不少于", (Some(Comparator::Ge), false, None, "科普讲座"));
        check("学生人数应达到", (None, true, None, "学生人数"));
        check("产值增长", (None, false, Some(Measure::Increase), "产值"));
        check("办理时限压缩至", (None, true, None, "办理时限"));
        check("能耗下降", (None, false, Some(Measure::Decrease), "能耗"));
        check(
            "数据产业年均增速超过",
            (Some(Comparator::Gt), true, Some(Measure::Increase), "数据产业年均增速"),
        );
        check("失业率控制在", (Some(Comparator::Le), true, None, "失业率"));
        check("配备彩超各", (None, false, None, "配备彩超"));
        check("服务行为", (None, false, None, "服务行为"));
        check("建成天气雷达", (None, false, None, "建成天气雷达"));
        check("宣传达", (None, true, None, "宣传"));
        check("收入同口径增长", (None, false, Some(Measure::Increase), "收入"));
    }

    #[test]
    fn a_bound_that_is_denied_is_the_opposite_one() {
        for (left, expect) in [
            ("间距不得小于", Comparator::Ge),
            ("绿地率不应低于", Comparator::Ge),
            ("净距不宜小于", Comparator::Ge),
            ("专职人员不可少于", Comparator::Ge),
            ("存放总量不得大于", Comparator::Le),
            ("瓶组间不应超过", Comparator::Le),
            ("通道不能高于", Comparator::Le),
            ("间距小于", Comparator::Lt),
            ("总量大于", Comparator::Gt),
        ] {
            let b = binding(left);
            assert_eq!(b.comparator, Some(expect), "{left}");
            assert!(b.start <= left.len() - 6 && !left[..b.start].contains('不'), "{left}");
        }
        assert_eq!(bound_in_front("不应低于营业收入的"), Some((Comparator::Ge, "不应低于".len())));
        assert_eq!(bound_in_front("不宜超过总额的"), Some((Comparator::Le, "不宜超过".len())));
        assert_eq!(bound_in_front("低于总额的"), None);
    }
}
