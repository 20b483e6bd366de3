//! What bounds a number that its own words do not bound: hours, the first of its list, the verb that governs the list.

use super::super::Reader;
use super::super::number::Number;
use crate::Comparator;

impl<'a> Reader<'a, '_> {
    /// Bounds a number, and keeps how often and how bounded the first one of the clause is. `least`: at least every few hours.
    pub(super) fn bind(&mut self, n: &mut Number<'_, 'a>, often: Option<&'static str>, least: bool) {
        let first = self.carry.often.filter(|_| self.goes_on_listing(n)).and_then(|(_, bound)| bound);
        if !n.listed {
            let bound = n.read.binding.comparator.filter(|_| n.read.verb_before || n.read.makes);
            self.carry.often = Some((often, bound));
        }
        let own = &mut n.read.binding;
        if least {
            own.comparator.get_or_insert(Comparator::Ge);
        }
        if !n.read.in_front {
            own.comparator = own.comparator.or(first);
        }
        // `至少储备灭火机15台、工具200把`
        if !n.listed {
            self.carry.governs = n.read.governs;
        } else if self.carry.governs && n.q.unit != "%" && !own.reaches && own.change.is_none() {
            own.comparator.get_or_insert(Comparator::Ge);
        }
    }
}
