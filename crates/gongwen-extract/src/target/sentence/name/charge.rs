//! Words of duty in front of the deed: `牵头新建高标准农田`, `协助街道培训农民`.
//!
//! Owns what of them is no part of a name. Who is charged with what is told by duties, not here.

use super::Naming;
use crate::target::cues::CUES;
use crate::target::sentence::deed::bodies;
use crate::target::{group, matter, time};

impl Naming<'_, '_, '_> {
    /// Takes off what charges somebody with the deed.
    pub(super) fn charged(&mut self) {
        let object = without_charge(self.object).or_else(|| without_helped(self.object));
        self.object = object.unwrap_or(self.object);
    }

    /// `督促11家养殖场完成设施配套`: those who are urged or helped are counted, without what they are to do.
    pub(super) fn urged(&mut self) -> bool {
        const URGES: [&str; 6] = ["督促", "督促指导", "指导督促", "指导", "帮助", "推动"];
        let those = self.bare.filter(|_| URGES.contains(&self.object));
        let Some(those) = those.filter(|_| matches!(&*self.q.unit, "家" | "户" | "名" | "人")) else {
            return false;
        };
        let end = CUES.make.find(those).map(|(at, _)| at);
        let end = end.into_iter().chain(CUES.predicate.find(those).map(|(at, _)| at)).min();
        let those = self.by_then(&those[..end.unwrap_or(those.len())]).trim_end_matches(['于', '在']);
        let those = ["按期", "限期", "按时", "全部", "全面"]
            .iter()
            .fold(those, |who, how| who.strip_suffix(how).unwrap_or(who));
        if !matter::has_chars(those, 2) {
            return false;
        }
        self.piece.makes = true;
        self.named(those)
    }

    /// Takes the date by which they are to do it: 养殖场 is left of `养殖场于8月底前`.
    fn by_then<'t>(&mut self, those: &'t str) -> &'t str {
        let dated = time::last_in(those, self.reader.context);
        let Some((from, _, time)) = dated.filter(|(from, _, time)| *from > 0 && time.deadline.is_some())
        else {
            return those;
        };
        let told = self.piece.time.get_or_insert_default();
        told.deadline = told.deadline.or(time.deadline);
        self.piece.own_time = true;
        &those[..from]
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
