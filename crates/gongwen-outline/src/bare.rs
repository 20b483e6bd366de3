//! Documents that are nothing but an annex: one table, or what each body is told (guide, 2 and 8).

use crate::model::{Outline, Own, Section, SectionKind};
use crate::standing;
use crate::unit::{self, UnitKind};
use gongwen_lexicon::{agency, ends_with_any, words};
use gongwen_text::Span;

/// Bytes among which a name and a word of duty stand.
const NEAR: usize = 120;

/// A document that is one table, or paragraphs `县公安局：负责…` below a title that announces them: the annex bears the
/// document's title.
pub(crate) fn annex(text: &str, outline: &mut Outline) {
    let Outline { title, sections, front, .. } = outline;
    let (Some(first), Some(last)) = (title.first(), title.last()) else { return };
    let name = first.cover(*last);
    match sections.first_mut() {
        Some(section)
            if section.kind == SectionKind::Annex && section.title.is_none() && section.label.is_none() =>
        {
            section.title = Some(name);
            section.label = mark_above(text, name);
        }
        // `职责分工表`
        None if ends_with_any(
            last.of_text(text).trim_end().trim_end_matches('表'),
            words("labour_lead_in"),
        ) =>
        {
            sections.extend(shared_out(text, name, front));
        }
        Some(_) | None => {}
    }
}

/// `附件2` with its number above the title, where the document begins so.
fn mark_above(text: &str, title: Span) -> Option<Span> {
    let mark = text[..title.from()].trim().trim_end_matches(['：', ':']);
    let numbered = mark.chars().last().is_some_and(|c| !matches!(c, '件' | '表'));
    (numbered && unit::kind(mark) == UnitKind::AnnexMark).then(|| Span::of(mark, text))
}

/// The annex of paragraphs each of which tells bodies what to do, taken out of the front; `None` where fewer than two do.
fn shared_out(text: &str, title: Span, front: &mut Vec<Span>) -> Option<Section> {
    let told = |span: &Span| tells_bodies(span.of_text(text));
    let first = front.iter().position(told)?;
    let last = front.iter().rposition(told).filter(|&last| last > first)?;
    let own: Vec<Own> = front.drain(first..=last).map(Own::Text).collect();
    let end = own.last().and_then(|own| own.span()).unwrap_or(title);
    Some(Section {
        level: 1,
        title: Some(title),
        kind: SectionKind::Annex,
        span: title.cover(end),
        own,
        ..Section::default()
    })
}

/// Whether a paragraph begins with bodies and what they are told: behind a colon, where an addressee has nothing, or with a word of
/// duty.
fn tells_bodies(line: &str) -> bool {
    const DUTIES: [&str; 5] = ["负责", "牵头", "配合", "协助", "承担"];
    if let Some((bodies, told)) = line.split_once(['：', ':'])
        && standing::names_bodies(bodies)
    {
        return !told.trim().is_empty();
    }
    let near = &line[..line.floor_char_boundary(NEAR)];
    // `各单位要加强协作` speaks to all of them.
    let told = |act: &str| {
        act.strip_prefix(['：', ':']).is_some_and(|act| !act.trim().is_empty())
            || DUTIES.iter().any(|duty| act.starts_with(duty))
            || act.starts_with('要') && !near.starts_with('各')
    };
    agency::name_at_start(near).is_some_and(|end| told(&near[end..]))
}

#[cfg(test)]
mod tests {
    use super::tells_bodies;

    #[test]
    fn bodies_that_are_told() {
        for line in
            ["县公安局：负责交通管制。", "县水利局、县林业局: 做好巡查。", "各乡镇人民政府：落实属地责任。"]
        {
            assert!(tells_bodies(line), "{line}");
        }
        for line in ["各乡镇人民政府，县直各单位：", "联系人：王某", "各单位要加强协作。"]
        {
            assert!(!tells_bodies(line), "{line}");
        }
    }
}
