//! The stretch of the screen that each column takes.

use super::bits::Bit;
use super::body::Body;
use std::ops::Range;

/// The stretch of the screen that each column takes, if all words stand in one and a name stands over each.
pub(super) fn stretches(names: &[Bit<'_>], body: &[Body<'_>]) -> Option<Vec<Range<usize>>> {
    let lines = body.iter().filter(|line| !line.groups());
    let mut taken: Vec<Range<usize>> =
        lines.flat_map(|line| &line.bits).chain(names).map(|bit| bit.at.clone()).collect();
    taken.sort_unstable_by_key(|at| at.start);
    let mut bands: Vec<Range<usize>> = Vec::with_capacity(names.len());
    for at in taken {
        match bands.last_mut() {
            Some(last) if at.start < last.end => last.end = last.end.max(at.end),
            _ => bands.push(at),
        }
    }
    // Short cells to the left of a name in the middle of its column: they are that name's where no other is as near.
    let mut columns: Vec<Option<Range<usize>>> = vec![None; names.len()];
    for band in bands {
        let mut over =
            (0..names.len()).filter(|&n| names[n].at.start < band.end && band.start < names[n].at.end);
        let column = match (over.next(), over.next()) {
            (Some(column), None) => column,
            (None, _) => nearest(names, &band)?,
            _ => return None,
        };
        columns[column] = Some(match columns[column].take() {
            Some(own) => own.start.min(band.start)..own.end.max(band.end),
            None => band,
        });
    }
    columns.into_iter().collect()
}

/// The name in whose column words stand that no name stands over: twice as near as the next.
fn nearest(names: &[Bit<'_>], band: &Range<usize>) -> Option<usize> {
    let far = |name: &Bit<'_>| {
        if band.end <= name.at.start {
            name.at.start - band.end
        } else {
            band.start.saturating_sub(name.at.end)
        }
    };
    let mut by_distance: Vec<usize> = (0..names.len()).collect();
    by_distance.sort_by_key(|&n| far(&names[n]));
    let [first, second, ..] = by_distance[..] else { return None };
    (far(&names[first]) * 2 <= far(&names[second])).then_some(first)
}
