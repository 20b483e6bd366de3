//! Whom inspections are for, told with their number in front of how often they are inspected.

use super::{Clause, Reader};
use crate::target::quantity::Quantity;
use crate::target::{exclude, matter, time};
use gongwen_text::Label;

const INSPECTS: [&str; 9] = ["检查", "抽查", "巡查", "督查", "抽检", "抽测", "检测", "监测", "巡检"];
/// Bytes of the longest name of theirs.
const LONGEST_NAME: usize = 36;
const ONES: [&str; 8] = ["家", "个", "座", "处", "所", "户", "艘", "辆"];

impl<'a> Reader<'a, '_> {
    /// Those whose number stands directly before how often they are inspected, with a comma between or without.
    pub(super) fn visited(&self, clause: &Clause, q: &Quantity<'a>) -> Option<&'a str> {
        const LONGEST: usize = 60;
        if q.unit != "次" {
            return None;
        }
        let body = &self.text[clause.body..];
        let near = if INSPECTS.iter().any(|word| body.starts_with(word)) {
            self.told_before(clause)?
        } else {
            // `养老机构12家每季度检查1次`
            let left = exclude::tail(&self.text[clause.body..q.start.max(clause.body)], LONGEST);
            let at = left.rfind('每').filter(|&at| self.inspects(&left[at..]))?;
            let near = last_listed(&left[..at]);
            &near[Label::read(near).map_or(0, |label| label.end)..]
        };
        let counted = near.strip_suffix(|c: char| ONES.iter().any(|one| one.starts_with(c)))?;
        let name = counted.trim_end_matches(|c: char| c.is_ascii_digit());
        let name = name.rfind("有").map_or(name, |at| &name[at + "有".len()..]);
        let name = matter::strip_lead(name).0.trim_start_matches(['对', '为']);
        (counted.ends_with(|c: char| c.is_ascii_digit())
            && matter::has_chars(name, 2)
            && !name.contains(|c: char| c.is_ascii_digit() || c == '已')
            && matter::verb_in_front(name).is_none())
        .then_some(name)
    }

    /// Whether words tell how often something is inspected: `每季度至少检查`.
    fn inspects(&self, words: &str) -> bool {
        let Some((len, _)) = time::read(words, self.context).filter(|(_, time)| time.frequency.is_some())
        else {
            return false;
        };
        let deed = words[len..].trim_start_matches([
            '至', '少', '应', '要', '须', '开', '展', '实', '施', '组', '织', '进', '行', '全', '面', '现',
            '场',
        ]);
        INSPECTS.iter().any(|word| deed.starts_with(word))
    }

    /// Whether a number counts those who are inspected: `重点企业12家，每季度检查1次`, `对辖区内5家批发企业每季度检查1次`.
    pub(super) fn inspected(&self, clause: &Clause, q: &Quantity<'_>) -> bool {
        // Among aims, by a year or for each of something it is a standard that is set: `每个乡镇监测点3个，每月巡查1次`.
        if !ONES.contains(&&*q.unit) || clause.timed || self.context.goals {
            return false;
        }
        let behind = &self.text[q.end..];
        let rest = behind.trim_start_matches(['，', ',']);
        let left = last_listed(matter::strip_lead(&self.text[clause.body..q.start.max(clause.body)]).0);
        let (noun, rest) = if rest.starts_with('每') {
            // Of a name alone: `新建站点5个，每季度检查1次` is work, too.
            (left, rest)
        } else {
            let to = left.starts_with('对');
            let near = &rest[..rest.floor_char_boundary(LONGEST_NAME + '每'.len_utf8())];
            let Some(at) = near.find('每').filter(|_| to) else { return false };
            (&rest[..at], &rest[at..])
        };
        if noun.len() > LONGEST_NAME
            || exclude::tail(left, LONGEST_NAME).contains(['每', '各'])
            || noun.contains(['，', '。', '；'])
            || !rest.starts_with('每')
            || matter::verb_in_front(noun).is_some()
        {
            return false;
        }
        self.inspects(rest)
    }
}

/// What stands behind the last mark of a list whose members have numbers: `重点水库5座每日巡查2次、|一般水库20座`.
fn last_listed(words: &str) -> &str {
    let listed = words.rsplit_once('、').filter(|(first, _)| first.contains(|c: char| c.is_ascii_digit()));
    listed.map_or(words, |(_, last)| last)
}
