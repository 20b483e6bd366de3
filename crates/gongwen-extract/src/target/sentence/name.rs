//! What a number counts and over whom, by the words left of it and behind it.
//!
//! [`Naming`] holds the words in front that no step has taken yet, its `object`. The steps are asked in the order of [`Piece::name`]: each
//! shortens the object, hands a part of it to the group, or settles the name, which ends the search. What no step
//! settles is named by what is left of the object, by the noun behind the number, or by what was spoken of before.

mod charge;
mod each;
mod front;
mod herd;
mod made;
mod placed;
mod same;
mod served;
mod share;
mod told;

pub(in crate::target) use placed::{is_region, works_of};
pub(in crate::target) use share::{COVERS, covering};

use super::Reader;
use super::deed::spoken_before;
use super::doer::{without_charge, without_programme};
use super::piece::Piece;
use crate::target::matter;
use crate::target::quantity::Quantity;
use crate::wordlist::Seen;
use std::borrow::Cow;

/// A number whose name is looked for.
struct Naming<'a, 'c, 'p> {
    /// What is found is written here.
    piece: &'p mut Piece<'a>,
    reader: &'p Reader<'a, 'c>,
    /// The characters of the clause.
    seen: &'p Seen,
    /// The words in front of the number, whole.
    left: &'a str,
    /// The noun that stands behind the number (`3座桥`).
    bare: Option<&'a str>,
    q: &'p Quantity<'a>,
    /// It goes on with what the number before it counts (`3条、15公里`).
    listed: bool,
    /// It is a share or a change of one.
    share: bool,
    /// The words in front that no step has taken yet.
    object: &'a str,
}

impl<'a> Piece<'a> {
    /// Settles group and indicator from what stands left of the number and behind it.
    /// `listed`: it goes on with what the number before it counts (`3条、15公里`). `seen` are the characters of the clause.
    pub(super) fn name(
        &mut self,
        reader: &Reader<'a, '_>,
        seen: &Seen,
        left: &'a str,
        bare: Option<&'a str>,
        q: &Quantity<'a>,
        listed: bool,
    ) {
        let share = matches!(&*q.unit, "%" | "‰" | "百分点" | "基点");
        let object = matter::clean(left);
        let mut naming = Naming { piece: self, reader, seen, left, bare, q, listed, share, object };
        if naming.without_front() {
            return;
        }
        naming.counted_again();
        let settled = naming.gone_to()
            || naming.over_each()
            || naming.of_what_share()
            || naming.averaged()
            || naming.done_for_whom()
            || naming.herd()
            || naming.made()
            || naming.done_in_place();
        if !settled {
            naming.by_what_is_left();
        }
    }
}

impl<'a> Naming<'a, '_, '_> {
    /// Names it, which ends the search.
    fn named(&mut self, name: impl Into<Cow<'a, str>>) -> bool {
        self.piece.indicator = Some(name.into());
        true
    }

    /// Says over whom or what it is counted, where nothing has said so yet.
    fn over(&mut self, group: &'a str) {
        self.piece.group.get_or_insert(Cow::Borrowed(group));
    }

    /// The number before has the same unit.
    fn same_unit(&self) -> bool {
        self.reader.carry.unit == self.q.unit
    }

    /// The words in front name it, else the noun behind, else what was spoken of before.
    fn by_what_is_left(&mut self) {
        // `8个、46栋楼、1380户`
        let bare = self.bare.filter(|noun| !self.listed || noun.chars().count() > 1);
        let in_front = matter::has_chars(self.object, 2);
        self.piece.in_front = in_front;
        self.piece.indicator = match bare {
            // `梅溪河等3条中小河流`
            Some(noun) if in_front && !self.share && self.left.trim_end().ends_with('等') => {
                Some(Cow::Borrowed(noun))
            }
            Some(noun) if in_front && self.lists_things() && self.object.contains('、') => {
                Some(Cow::Owned([self.object, noun].concat()))
            }
            _ if in_front => Some(Cow::Borrowed(self.object)),
            Some(noun) if !self.share || self.object.is_empty() => Some(Cow::Borrowed(noun)),
            _ => None,
        };
        if self.piece.indicator.is_none() {
            self.by_what_was_before();
        }
    }

    /// The clause before names it, else it goes on with what was counted before.
    fn by_what_was_before(&mut self) {
        let reader = self.reader;
        let before = reader.carry.before.filter(|_| !self.listed);
        // `镇城管中队负责，每周清运2次`: who does it is not what is done.
        let before = before.filter(|span| !only_charges(span.of_text(reader.text)));
        let told = before.and_then(|span| Some((span, matter::topic(span.of_text(reader.text))?)));
        let Some((span, topic)) = told else {
            self.piece.follows = true;
            self.piece.indicator.clone_from(&reader.carry.indicator);
            return;
        };
        let topic = spoken_before(span.of_text(reader.text), without_charge(topic), &self.q.unit);
        let topic = without_programme(topic, &reader.text[..self.q.start]);
        // `统筹福彩公益金，55%以上用于养老服务`
        let right = self.piece.right;
        let used = self.share && right.starts_with("用于");
        self.named(if used { Cow::Owned([topic, right.trim()].concat()) } else { Cow::Borrowed(topic) });
        self.piece.borrowed = Some(span);
    }

    /// Its unit counts the things of a list (`3项`).
    fn lists_things(&self) -> bool {
        !self.share && matches!(&*self.q.unit, "类" | "种" | "项" | "个" | "件")
    }
}

/// Whether a clause says no more than who is charged: `各村负责`, `由保洁公司牵头`.
fn only_charges(clause: &str) -> bool {
    const LONGEST: usize = 16;
    let whom = ["负责", "牵头", "负责落实"].iter().find_map(|word| clause.trim().strip_suffix(word));
    let label = |whom: &str| gongwen_text::Label::read(whom).map_or(0, |label| label.end);
    whom.is_some_and(|whom| {
        let whom = whom[label(whom)..].trim();
        whom.chars().count() <= LONGEST && !whom.contains(['，', '、', '的'])
    })
}
