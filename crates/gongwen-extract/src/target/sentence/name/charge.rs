//! Words of duty in front of the deed: `牵头新建高标准农田`, `协助街道培训农民`.
//!
//! Owns what of them is no part of a name. Who is charged with what is told by duties, not here.

use super::Naming;
use crate::target::cues::CUES;
use crate::target::sentence::deed::bodies;
use crate::target::{group, matter};

impl Naming<'_, '_, '_> {
    /// Takes off what charges somebody with the deed.
    pub(super) fn charged(&mut self) {
        let object = without_charge(self.object).or_else(|| without_helped(self.object));
        self.object = object.unwrap_or(self.object);
    }

    /// `发生森林火灾不超过2起`: what shall not happen so often is named by itself.
    pub(super) fn happens(&mut self) {
        const EVENTS: [&str; 4] = ["起", "次", "例", "件"];
        let what = self.object.strip_prefix("发生").filter(|what| {
            matter::has_chars(what, 3) && !what.starts_with(['率', '量', '数', '地', '的', '在', '了'])
        });
        self.object = what.filter(|_| EVENTS.contains(&&*self.q.unit)).unwrap_or(self.object);
    }
}

/// 新建高标准农田 of `牵头新建高标准农田`. `负责人`, `牵头单位` name somebody.
fn without_charge(object: &str) -> Option<&str> {
    let word = CUES.charge.prefix(object)?;
    let deed = &object[word.len()..];
    (is_deed(deed) || CUES.level_noun.suffix(deed).is_some() && names_rate(deed)).then_some(deed)
}

/// 培训农民 of `协助街道培训农民`: who is helped stands between, or nobody is named.
fn without_helped(object: &str) -> Option<&str> {
    const FARTHEST: usize = 30;
    let word = CUES.assists.prefix(object)?;
    let rest = &object[word.len()..];
    if is_deed(rest) {
        return Some(rest);
    }
    let body = bodies(rest);
    let found = [CUES.make.find(rest), CUES.train.find(rest)].into_iter().flatten().map(|(at, _)| at).min();
    let at = if body > 0 { body } else { found.filter(|&at| at <= FARTHEST)? };
    let (whom, deed) = rest.split_at(at);
    (is_deed(deed) && (body > 0 || group::is_group(whom) || group::is_told(whom))).then_some(deed)
}

/// Whether words begin with a deed and what it is done to.
fn is_deed(words: &str) -> bool {
    let trained = CUES.train.prefix(words).is_some_and(|verb| words.len() > verb.len());
    trained || matter::verb_in_front(words).is_some_and(|(_, object)| matter::has_chars(object, 2))
}

/// Whether words are the name of a rate (`景区标识设置率`), not what is done.
fn names_rate(words: &str) -> bool {
    words.ends_with('率') && matter::has_chars(words, 4) && !words.contains(['，', '、'])
}
