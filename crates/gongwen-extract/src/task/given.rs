//! Whether sections are given to somebody, and how.

use gongwen_outline::{Own, Section, duty_bracket, names_bodies};

/// How a section's own words give it to somebody, the weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Given {
    /// To nobody.
    No,
    /// In a sentence: `县水利局负责验收。`
    Told,
    /// Beside the text, in a line or in the bracket that closes it: `（县水利局）`.
    Stated,
}

/// How a section's own words give it to somebody.
pub(super) fn given(text: &str, section: &Section) -> Given {
    let of = |own: &Own| match own {
        Own::Field(_) => Given::Stated,
        Own::Table(_) => Given::No,
        Own::Text(span) => {
            let words = span.of_text(text);
            let bracket = duty_bracket(words).map(|at| &words[at..]);
            if bracket.is_some_and(|bracket| says_duty(bracket) || names_bodies(bracket)) {
                Given::Stated
            } else if says_duty(words) {
                Given::Told
            } else {
                Given::No
            }
        }
    };
    section.own.iter().map(of).max().unwrap_or(Given::No)
}

/// Whether a section or anything below it is given to somebody, in the way of `least` or stronger.
pub(super) fn any(text: &str, sections: &[Section], at: usize, least: Given) -> bool {
    std::iter::once(&sections[at]).chain(below(sections, at)).any(|section| given(text, section) >= least)
}

/// Whether what is wrong, or anything told below it, is given to somebody to be mended: beside the text, or by when.
pub(super) fn to_mend(text: &str, sections: &[Section], at: usize) -> bool {
    const BY: [&str; 3] = ["底前", "日前", "前完成"];
    std::iter::once(&sections[at]).chain(below(sections, at)).any(|section| match given(text, section) {
        Given::Stated => true,
        Given::Told => {
            let timed = |own: &Own| {
                own.text().is_some_and(|span| BY.iter().any(|word| span.of_text(text).contains(word)))
            };
            section.own.iter().any(timed)
        }
        Given::No => false,
    })
}

/// Whether a leaf, or each leaf below a section, is given to somebody, in the way of `least` or stronger.
pub(super) fn each(text: &str, sections: &[Section], at: usize, least: Given) -> bool {
    std::iter::once(&sections[at])
        .chain(below(sections, at))
        .all(|section| section.has_children || given(text, section) >= least)
}

/// Whether a section is shared out like the one `before` it, by itself or item by item: then it is a measure like that, whatever noun its
/// title ends in.
pub(super) fn like_before(text: &str, sections: &[Section], at: usize, before: Option<usize>) -> bool {
    before.is_some_and(|before| {
        each(text, sections, at, Given::Stated) && each(text, sections, before, Given::Stated)
    })
}

/// The sections below one.
fn below(sections: &[Section], at: usize) -> impl Iterator<Item = &Section> {
    sections[at + 1..].iter().take_while(move |section| section.level > sections[at].level)
}

/// Whether words hold a word of duty that is none of a person: `约谈乡镇主要负责人` gives nothing to anybody.
fn says_duty(words: &str) -> bool {
    const DUTY: [&str; 4] = ["责任单位", "责任部门", "牵头", "负责"];
    const PERSON: [&str; 4] = ["人", "同志", "任", "领导"];
    DUTY.iter().any(|word| {
        let mut found = words.match_indices(word);
        found.any(|(at, _)| {
            let behind = &words[at + word.len()..];
            // `本办法由县商务局负责解释`: nothing of the plan's.
            !PERSON.iter().any(|person| behind.starts_with(person)) && !behind.starts_with("解释")
        })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn items_with_duties_of_their_own_are_tasks() {
        let tasks = |first: &str, last: &str| {
            let text = format!(
                "某县若干措施\n一、拓展场景\n1.发展物流。开通航线。{first}\n二、强化要素保障\n2.设立基金。组建基金。{last}\n3.引育人才。开设专业。{last}\n三、附则\n本措施自2025年9月15日起施行。\n"
            );
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        let (bracket, line) = ("（责任单位：县财政局）", "\n责任单位：县财政局");
        assert_eq!(tasks(bracket, bracket), 3);
        assert_eq!(tasks(line, line), 3);
        // Bare names give it as well.
        let names = "（县财政局，各镇政府）";
        assert_eq!(tasks(names, names), 3);
        assert_eq!(tasks(bracket, names), 3);
        assert_eq!(tasks(names, "（2025年6月底前完成）"), 1);
        assert_eq!(tasks(bracket, ""), 1);
        assert_eq!(tasks("", bracket), 1);
        // One that is given like those before is a task, its neighbour that is not is none.
        let mixed = |item: &str| {
            let text = format!(
                "某县工作要点\n一、拓展场景\n1.发展物流。开通航线。{bracket}\n二、强化工作保障\n2.设立基金。组建基金。{item}\n3.引育人才。开设专业。\n"
            );
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        assert_eq!(mixed(bracket), 2);
        assert_eq!(mixed("（领导小组办公室）"), 2);
        assert_eq!(mixed(""), 1);
        assert_eq!(mixed("县财政局负责基金管理。"), 1);
        let told = |item: &str| {
            let text = format!(
                "某县工作要点\n一、拓展场景\n1.发展物流。开通航线。{bracket}\n二、强化工作保障\n2.设立基金。组建基金。{bracket}\n3.引育人才。开设专业。{item}\n"
            );
            let manuscript = gongwen_read::read(text.as_bytes(), None).expect("text is read");
            crate::extract(&manuscript, &gongwen_outline::outline(&manuscript)).tasks.len()
        };
        assert_eq!(told("县教育局牵头，县人社局参与。"), 3);
        assert_eq!(told("建立台账。"), 2);
        // A bracket that gives nothing to anybody.
        assert_eq!(tasks(bracket, "（详见附件）"), 1);
    }
}
