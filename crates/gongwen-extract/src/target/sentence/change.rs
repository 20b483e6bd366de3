//! A change that stands before what changes: `降低企业用能成本3000万元`, `压减办理时长至10个工作日`.

use super::piece::Piece;
use crate::Measure;
use crate::target::cues::CUES;
use crate::target::matter;
use crate::wordlist::WordList;

impl Piece<'_> {
    /// What changes, the change in front of it taken into the binding. `share`: the number is one. Of what is counted, not of a share,
    /// 提高 and the like say what is done (`提升改造站点20个`).
    pub(super) fn change_in_front<'t>(&mut self, object: &'t str, share: bool) -> &'t str {
        if self.binding.change.is_some() || self.binding.reaches {
            return object;
        }
        let plain = CUES.change_how.prefix(object).map_or(object, |how| &object[how.len()..]);
        let behind = |list: &WordList| {
            let thing = &plain[list.prefix(plain)?.len()..];
            matter::has_chars(thing, 2).then_some(thing)
        };
        let fall = behind(&CUES.change_fall);
        // `压减办理时长至10个工作日`: a level is reached.
        let reached = |thing: &'t str| {
            let thing = thing.strip_suffix(['至', '到'])?;
            (matter::has_chars(thing, 2) && !thing.ends_with(['报', '周', '遇', '甚', '乃'])).then_some(thing)
        };
        if let Some(thing) = fall.or_else(|| behind(&CUES.change_rise)).and_then(reached) {
            (self.binding.reaches, self.leads) = (true, true);
            return thing;
        }
        let fall = fall.or_else(|| cut_short(plain)).map(|thing| (thing, Measure::Decrease));
        // `提升日供水能力2万立方米`, `扩大种植面积3万亩`
        let able = |thing: &&str| share || thing.ends_with("能力") || plain.starts_with("扩大");
        let rise = || behind(&CUES.change_rise).filter(able).map(|thing| (thing, Measure::Increase));
        let Some((thing, change)) = fall.or_else(rise) else { return object };
        self.binding.change = Some(change);
        self.leads = true;
        thing
    }
}

/// 材料 of `减材料`, 环节 of `办理平均减环节`: one character is the verb where what there shall be less of is known.
fn cut_short(object: &str) -> Option<&str> {
    let thing = CUES.cut_thing.suffix(object)?;
    let head = object[..object.len() - thing.len()].strip_suffix(['减', '压'])?;
    (head.is_empty() || head.ends_with("平均") || head.ends_with('再')).then_some(thing)
}
