//! Whether a section's items are given to somebody one by one, as those of the sections before it: then it is shared out like
//! them, whatever noun its title ends in.

use super::frame::{below, says_duty};
use gongwen_outline::{Own, Section, duty_bracket};

/// Whether each item below a section has a bracket or a line of duty of its own.
pub(super) fn each_by_itself(text: &str, sections: &[Section], at: usize) -> bool {
    let given = |section: &Section| {
        section.own.iter().any(|own| match own {
            Own::Field(_) => true,
            // `…。（责任单位：县财政局）`
            Own::Text(span) => {
                let words = span.of_text(text);
                duty_bracket(words).is_some_and(|at| says_duty(&words[at..]))
            }
            Own::Table(_) => false,
        })
    };
    sections[at].has_children && below(sections, at).all(|section| section.has_children || given(section))
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
        assert_eq!(tasks(bracket, ""), 1);
        assert_eq!(tasks("", bracket), 1);
        // A bracket that gives nothing to anybody.
        assert_eq!(tasks(bracket, "（详见附件）"), 1);
    }
}
