//! Herds named behind what becomes of them: `出栏生猪72万头` counts 生猪出栏, as `生猪出栏72万头` does.

use super::Naming;
use crate::target::cues::CUES;
use crate::target::matter;
use std::borrow::Cow;

impl Naming<'_, '_, '_> {
    /// Names a herd; true where that settled the name.
    pub(super) fn herd(&mut self) -> bool {
        const ANIMALS: [&str; 5] = ["头", "只", "羽", "匹", "头（只）"];
        if self.bare.is_some() || !ANIMALS.contains(&&*self.q.unit) || !self.seen.may("栏") {
            return false;
        }
        let Some((animal, what)) = herd_in_front(self.object) else { return false };
        self.piece.makes |= what.ends_with("出栏") && !self.piece.binding.reaches;
        self.piece.in_front = true;
        self.piece.indicator = Some(Cow::Owned([animal, what].concat()));
        true
    }
}

/// The animals and what becomes of them: 生猪 and 出栏 of `出栏生猪`. Farms of so many are no herd.
fn herd_in_front(object: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 8;
    const HERDS: [&str; 6] = ["年末存栏", "年出栏", "年存栏", "存栏", "出栏", "饲养"];
    let what = HERDS.iter().find(|what| object.starts_with(**what))?;
    let animal = matter::clean(&object[what.len()..]);
    let plain = (2..=LONGEST).contains(&animal.chars().count())
        && animal.chars().all(gongwen_text::chars::is_han)
        && !animal.ends_with(['量', '数', '场', '户', '率', '总'])
        && CUES.level_noun.suffix(animal).is_none()
        && CUES.make.find(animal).is_none();
    plain.then_some((animal, what))
}
