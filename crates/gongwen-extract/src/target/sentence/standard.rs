//! By what standard so much is made: `按每千人口不少于10个托位规划建设托育设施`, `按照国家标准建设公厕5座`.

use super::Reader;
use super::piece::Piece;
use crate::Comparator;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;
use crate::target::{group, matter, measure};
use crate::wordlist::Seen;
use std::borrow::Cow;

/// What is no part of a standard's own words in front of the verb that it is for.
const STANDARD: [&str; 8] = ["的标准", "的比例", "的要求", "标准", "比例", "建筑面积", "用地面积", "的"];

impl<'a> Piece<'a> {
    /// What is counted where words in front of the number say by what standard; `object` where none do, nothing where all is settled.
    pub(super) fn by_standard(
        &mut self,
        reader: &Reader<'a, '_>,
        seen: &Seen,
        object: &'a str,
        bare: Option<&'a str>,
        q: &Quantity<'a>,
    ) -> Option<&'a str> {
        const LONGEST: usize = 36;
        if !seen.may("按") {
            return Some(object);
        }
        // `按每300户不少于1名配备网格员`, `…的标准配备网格员`: the figure stands apart from what is left of the number.
        let made = || bare.and_then(matter::verb_in_front).map(|(_, made)| made);
        if object.is_empty()
            && let Some(made) = made().or_else(|| made_by_standard(self.right))
            && matter::has_chars(made, 2)
            && by_figure(reader.text, q.start)
        {
            self.indicator = Some(Cow::Borrowed(made));
            return None;
        }
        let per = ["按照每", "按每"].iter().find_map(|lead| Some((seen.rfind(object, lead)?, lead.len())));
        let Some((at, each)) = per
            .map(|(at, len)| (at, &object[at + len - '每'.len_utf8()..]))
            .filter(|(_, each)| each.len() <= LONGEST)
        else {
            let share = matches!(&*q.unit, "%" | "‰");
            let rest = if share { object } else { self.by_rule(object) };
            return Some(if matches!(rest, "按照" | "按") { "" } else { rest });
        };
        let each = group::OWNED.iter().find_map(|word| each.strip_suffix(word)).unwrap_or(each);
        self.group.get_or_insert(Cow::Borrowed(each));
        // `按每千人口不少于10个托位的标准建设`, `按每千人口不少于10个托位规划建设托育设施`
        if let Some(noun) = bare {
            let ends = self.right.strip_prefix(noun).is_some_and(|rest| rest.starts_with('的'));
            let verb = CUES.make.find(noun).map_or(noun.len(), |(at, _)| at);
            let thing = &noun[..if ends { noun.len() } else { verb }];
            let counted = ends || verb < noun.len() && !CUES.size_unit.is(&q.unit);
            if counted && matter::has_chars(thing, 2) && !STANDARD.contains(&thing) {
                self.indicator = Some(Cow::Borrowed(thing));
                return None;
            }
        }
        let made = made_by_standard(self.right);
        let place = matter::clean(&object[..at]);
        if let Some(made) = made {
            return Some(made);
        }
        if reader.carry.unit == q.unit && (place.is_empty() || group::is_group(place)) {
            // `老旧小区按每百户不少于15平方米配建`: the same thing again.
            self.indicator.clone_from(&reader.carry.indicator);
            self.follows = true;
            return None;
        }
        Some(place)
    }

    /// What is made by a rule whose words stand in front of the verb: `按照国家标准建设公厕`.
    fn by_rule(&mut self, object: &'a str) -> &'a str {
        // `按时完成改造`
        const WHOLE: [&str; 7] = ["按时", "按期", "按标准", "按要求", "按规定", "按计划", "按需"];
        let whole = || WHOLE.iter().find_map(|rule| object.split_once(rule));
        let told = object.split_once("按照").map(|parts| (parts, 2 * '某'.len_utf8()));
        let Some(((subject, rule), least)) = told.or_else(|| whole().map(|parts| (parts, 0))) else {
            return object;
        };
        let made = CUES.make.each(rule).filter(|(at, ..)| *at >= least);
        let made = made.filter_map(|(at, ..)| matter::verb_in_front(&rule[at..]));
        let Some((_, made)) = made.filter(|(_, made)| matter::has_chars(made, 2)).last() else {
            return object;
        };
        if !(subject.is_empty() || group::is_group(subject)) {
            return object;
        }
        if !subject.is_empty() {
            self.group.get_or_insert(Cow::Borrowed(subject));
        }
        self.makes = true;
        made
    }

    /// Takes a share that a standard sets of what stands behind it: `新建小区按不低于车位总数15%的比例配建充电桩`. Says whether it did.
    pub(super) fn share_by_standard(&mut self, left: &'a str, right: &'a str, seen: &Seen) -> bool {
        if !seen.may("按") {
            return false;
        }
        let Some(at) = left.rfind('按') else { return false };
        let of = left[at..].trim_start_matches("按").trim_start_matches('照');
        let bound = measure::bound_in_front(of);
        let told = STANDARD[..5].iter().any(|word| right.starts_with(word));
        if !told || at > 0 && bound.is_none() {
            return false;
        }
        let Some(made) = made_by_standard(right) else { return false };
        let whom = left[..at].trim_end_matches(['应', '须', '要', '当']);
        let named =
            whom.is_empty() || group::is_group(matter::verb_in_front(whom).map_or(whom, |(_, of)| of));
        if !named {
            return false;
        }
        if !whom.is_empty() {
            self.group.get_or_insert(Cow::Borrowed(whom));
        }
        let within = || {
            let least = CUES.prefix_ge.within(left).then_some(Comparator::Ge);
            least.or_else(|| CUES.prefix_le.within(left).then_some(Comparator::Le))
        };
        self.binding.comparator = bound.map(|(comparator, _)| comparator).or_else(within);
        self.binding.reaches = true;
        self.indicator = Some(Cow::Borrowed(made));
        true
    }
}

/// Whether 按每 and a figure stand a little before a number.
fn by_figure(text: &str, number: usize) -> bool {
    const NEAR: usize = 48;
    let near = &text[text.floor_char_boundary(number.saturating_sub(NEAR))..number];
    let each = near.rfind('每').map(|at| near.split_at(at));
    each.is_some_and(|(before, figure)| {
        (before.ends_with('按') || before.ends_with("按照"))
            && figure.contains(|c: char| c.is_ascii_digit())
            && !figure.contains(['，', '。', '；'])
    })
}

/// What is made by the standard whose end `right` begins with: 公厕 of `的标准规划建设公厕`.
pub(super) fn made_by_standard(right: &str) -> Option<&str> {
    let mut rest = right;
    while let Some(next) = STANDARD.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next;
    }
    let other = || CUES.sets_aside.prefix(rest).map(|verb| &rest[verb.len()..]);
    let made = matter::verb_in_front(rest).map(|(_, made)| made).or_else(other)?;
    // `布局建设托育机构`
    let made = matter::verb_in_front(made).map_or(made, |(_, second)| second);
    let made = matter::clean(made);
    matter::has_chars(made, 2).then_some(made)
}
