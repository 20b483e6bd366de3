//! What the words in front of a sentence say that all of it tells: which events belong to a class, or what was found fault with.

use crate::genre;
use crate::target::cues::CUES;
use gongwen_text::chars::is_han;
use gongwen_text::{Label, Span};

/// A class that a heading or the words in front of a colon name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// `较大火灾`, `启动条件`: what follows says what belongs to it.
    Event,
    /// `蓝色预警`: likewise, where what falls and what there shall be less of is the weather.
    Warning,
    /// `Ⅳ级响应`: what follows may say when it begins, or what is done then.
    Response,
}

/// The class that words name.
pub(crate) fn class(words: &str) -> Option<Class> {
    const LONGEST: usize = 12;
    const RESPONSES: [&str; 2] = ["响应", "响应行动"];
    // These stand alone, too: `特别重大（Ⅰ级）`.
    const WHOLE: [&str; 4] = ["特别重大", "特大", "重大", "较大"];
    let words = words.trim();
    let words = words[Label::read(words).map_or(0, |label| label.end)..].trim_start();
    if CUES.grading.suffix(words).is_some() {
        return Some(Class::Event).filter(|_| words.chars().count() <= LONGEST);
    }
    let grade = CUES.grade.prefix(words)?;
    let rest = &words[grade.len()..];
    let bracket = rest.find(['（', '(']);
    let marked = bracket.is_some_and(|at| rest[at..].contains('级'));
    // `重大（Ⅱ级）洪涝灾害`
    let (first, behind) = bracket.map_or((rest, ""), |at| {
        let end =
            rest[at..].find(['）', ')']).map_or(rest.len(), |end| rest.len().min(at + end + '）'.len_utf8()));
        (&rest[..at], rest.get(end..).unwrap_or_default())
    });
    let kind = if first.is_empty() { behind } else { first };
    if kind.is_empty() {
        return (marked || WHOLE.contains(&grade)).then_some(Class::Event);
    }
    let plain = kind.chars().count() <= LONGEST && kind.chars().all(is_han) && !kind.starts_with("以");
    match CUES.graded.suffix(kind).filter(|_| plain)? {
        end if RESPONSES.contains(&end) => Some(Class::Response),
        end if end.starts_with("预警") => Some(Class::Warning),
        _ => Some(Class::Event),
    }
}

/// What the sentences of a paragraph tell.
#[derive(Clone, Copy, Debug)]
pub(in crate::target) struct Telling {
    class: Option<Class>,
    fault: bool,
}

/// Why no number up to a place in the paragraph is a target.
pub(in crate::target) type Silence = Option<(&'static str, usize)>;

impl Telling {
    /// What a paragraph tells from its beginning on; `class` is what the title above it names.
    pub(in crate::target) fn of(paragraph: &str, class: Option<Class>) -> Self {
        let own = || self::class(lead(paragraph)?);
        Self { class: class.or_else(own), fault: finds_fault(paragraph) || remedy_follows(paragraph) }
    }

    /// What a sentence tells; `read` is where the last one ended.
    pub(in crate::target) fn sentence(&mut self, text: &str, read: usize, sentence: Span) -> Silence {
        let (before, words) = (&text[read..sentence.from()], sentence.of_text(text));
        self.fault = (self.fault || finds_fault(words)) && !mends(before);
        if self.class.is_some() && before.contains('。') {
            self.class = None;
        }
        let end = self.class.map_or(0, |class| belonging(class, words));
        if self.class.is_some() && words.contains('。') {
            self.class = None;
        }
        if end > 0 {
            return Some(("exclude.condition", sentence.from() + end));
        }
        if !self.fault {
            return None;
        }
        let end = CUES.mended.find(words);
        self.fault = end.is_none();
        Some(("exclude.status", end.map_or(sentence.to(), |(at, _)| sentence.from() + at)))
    }
}

/// Up to where a sentence says what belongs to a class: a deed that is done so often and a bound on how many there may be are aims.
fn belonging(class: Class, sentence: &str) -> usize {
    const AIMS: [&str; 8] = ["每", "控制", "下降", "减少", "压减", "不发生", "遏制", "杜绝"];
    let aims = match class {
        Class::Event => &AIMS[..],
        Class::Warning => &AIMS[..1],
        Class::Response => {
            let begins = sentence.contains("启动") || sentence.trim_end_matches('。').ends_with('的');
            return if begins { sentence.len() } else { 0 };
        }
    };
    let aim = aims.iter().filter_map(|word| sentence.find(word)).min();
    aim.map_or(sentence.len(), |aim| sentence[..aim].rfind(['，', '；', ',', ';']).unwrap_or(0))
}

/// What stands in front of the colon that a paragraph has near its beginning.
fn lead(paragraph: &str) -> Option<&str> {
    const LONGEST: usize = 60;
    let near = &paragraph[..paragraph.floor_char_boundary(LONGEST)];
    let end = near.find(['：', ':', '，', '。'])?;
    near[end..].starts_with(['：', ':']).then(|| &near[..end])
}

/// Whether a sentence begins with what says that something was found wrong: `检查发现，…`, `反馈指出，…`, `问题表现：…`.
fn finds_fault(sentence: &str) -> bool {
    numbers_problem(sentence) || begins_with_fault(sentence)
}

/// Whether a paragraph goes on with what is done about what it tells first: `管网老化，漏损率20%。整改措施：…`.
fn remedy_follows(paragraph: &str) -> bool {
    let told = |at: usize| paragraph[..at].trim_end().ends_with(['。', '；', ';', '\n']);
    let mut keys = memchr::memmem::find_iter(paragraph.as_bytes(), "整改".as_bytes());
    keys.any(|at| told(at) && genre::is_keyed_remedy(&paragraph[at..]))
}

/// Whether a problem's number stands in front of its words: `问题5：历史遗留矿山15处未修复`.
fn numbers_problem(sentence: &str) -> bool {
    let Some(rest) = sentence.trim_start().strip_prefix("问题") else { return false };
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    behind.len() < rest.len() && behind.starts_with(['：', ':', '.', '．', ' ', '。'])
}

/// … in words of finding.
fn begins_with_fault(sentence: &str) -> bool {
    const LONGEST: usize = 60;
    const WHICH: [char; 8] = ['，', ',', '：', ':', '有', '仍', '存', '部'];
    const SHALL: [char; 3] = ['要', '必', '应'];
    let near = &sentence[..sentence.floor_char_boundary(LONGEST)];
    CUES.fault.find(near).is_some_and(|(at, word)| {
        let behind = &near[at + word.len()..];
        behind.starts_with(WHICH)
            && !behind.trim_start_matches(['，', ',', '：', ':']).starts_with(SHALL)
            && !near[..at].contains(['，', ',', '。', '；', '对', '将', '把'])
    })
}

/// Whether words go over to what is done about what is wrong.
pub(crate) fn mends(words: &str) -> bool {
    CUES.mended.within(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_named() {
        for words in [
            "一般火灾",
            "（1）特别重大事件",
            "特别重大（Ⅰ级）",
            "重大（Ⅱ级）洪涝灾害",
            "启动条件",
            "较大突发环境事件（Ⅲ级）",
        ] {
            assert_eq!(class(words), Some(Class::Event), "{words}");
        }
        assert_eq!(class("蓝色预警"), Some(Class::Warning));
        for words in ["Ⅳ级响应", "一级应急响应", "IV级响应", "三级响应行动"] {
            assert_eq!(class(words), Some(Class::Response), "{words}");
        }
        for words in [
            "重大事故隐患",
            "一般贸易",
            "较大以上事故",
            "一级公路",
            "重大项目",
            "红色旅游",
            "快速响应",
            "一般",
        ] {
            assert_eq!(class(words), None, "{words}");
        }
    }
}
