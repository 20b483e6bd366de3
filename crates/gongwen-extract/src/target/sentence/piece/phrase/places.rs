//! One deed in several places, each so often: `日常保洁县道每天1次、乡道每周2次`.
//!
//! Owns how the first of them is told from the deed; those behind it take the deed over ([`Reader::done_to_them`]).
//!
//! [`Reader::done_to_them`]: crate::target::sentence::Reader::done_to_them

use super::Phrase;
use crate::target::cues::CUES;
use crate::target::group;
use crate::target::sentence::piece::around::Around;
use crate::target::sentence::whom::{are_those, are_visited};
use crate::target::{Context, matter, time};
use std::borrow::Cow;

impl<'a> Around<'a, '_> {
    /// The deed is what is counted, the place in front of how often the group, where another place stands behind the number.
    pub(super) fn first_of_places(&mut self, phrase: &Phrase<'a>) -> bool {
        if !phrase.only_binds() || !matches!(&*self.q.unit, "次" | "遍" | "轮") {
            return false;
        }
        let subject = matter::strip_lead(phrase.subject).0;
        let told = next_place(&self.reader.text[self.q.end..]).and_then(|next| deed_and_place(subject, next));
        let Some((deed, place)) = told else { return false };
        self.piece.binding = phrase.binding;
        self.piece.group = Some(Cow::Borrowed(place));
        self.piece.indicator = Some(Cow::Borrowed(deed));
        self.piece.makes = true;
        self.left = "";
        true
    }
}

/// The next place of a list, before how often the same is done there: 乡道 of `、乡道每周2次`.
fn next_place(behind: &str) -> Option<&str> {
    const LONGEST: usize = 36;
    let list = behind.strip_prefix(['、', '，', '和', '；'])?;
    let near = &list[..list.floor_char_boundary(LONGEST + '每'.len_utf8())];
    let (place, _) = near.split_once('每')?;
    let often = time::read(&list[place.len()..], &Context::default());
    let often = often.is_some_and(|(len, time)| {
        // `乡道每周巡查2次` tells a deed of its own.
        time.frequency.is_some()
            && list[place.len() + len..]
                .starts_with(|c: char| c.is_ascii_digit() || "一两二三不至各".contains(c))
    });
    Some(place).filter(|place| often && are_those(place) && routine(place).is_none())
}

/// Where a deed stands in words that is done over and over, and where it ends.
fn routine(words: &str) -> Option<(usize, usize)> {
    [&CUES.routine, &CUES.deed]
        .iter()
        .filter_map(|list| list.find(words))
        .map(|(at, deed)| (at, at + deed.len()))
        .min()
}

/// The deed and the place where it is done, in front of its `next` one: `日常保洁县道`, `公厕消杀`.
fn deed_and_place<'t>(subject: &'t str, next: &str) -> Option<(&'t str, &'t str)> {
    let (from, to) = routine(subject)?;
    let (deed, place) = subject.split_at(to);
    if are_those(place) && routine(place).is_none() {
        return Some((deed, place));
    }
    let (place, deed) = subject.split_at(from);
    (to == subject.len() && is_site(place) && is_site(next)).then_some((deed, place))
}

/// Whether words name what somebody looks after, by its kind.
fn is_site(words: &str) -> bool {
    const SITES: [char; 36] = [
        '站', '厕', '道', '路', '街', '巷', '河', '湖', '江', '溪', '沟', '面', '岸', '堤', '坝', '库', '塘',
        '池', '井', '渠', '闸', '桥', '隧', '涵', '校', '园', '院', '店', '厂', '场', '馆', '点', '区', '楼',
        '村', '林',
    ];
    are_visited(words) || group::is_group(words) || are_those(words) && words.ends_with(SITES)
}
