//! Years told between what is measured and as many numbers.

use crate::target::{matter, names, time};

/// `优良率2026年、2027年和2028年底`: what the years are told of, and the years in their order. Two at least, later ones behind earlier
/// ones; what they are told of is one thing.
pub(super) fn years_behind(list: &str) -> Option<(&str, Vec<i16>)> {
    let mut years: Vec<i16> = Vec::new();
    let mut rest = list.trim_end();
    loop {
        let bare = rest.trim_end_matches('前').trim_end_matches(['底', '末']);
        // `2026、2027、2028年`
        let digits = bare.strip_suffix('年').or_else(|| (!years.is_empty()).then_some(bare))?;
        let from = digits.len().checked_sub("2026".len())?;
        let (year, _) = digits.get(from..).and_then(time::year)?;
        if years.last().is_some_and(|later| *later <= year) {
            return None;
        }
        years.push(year);
        rest = digits[..from].trim_end().trim_end_matches(['到', '至', '在', '于']);
        match rest.strip_suffix(['、', '和']) {
            Some(more) => rest = more,
            None => break,
        }
    }
    let name = matter::clean(rest);
    let one = matter::has_chars(name, 2) && names::items(name).len() == 1;
    years.reverse();
    (one && years.len() > 1).then_some((name, years))
}

#[cfg(test)]
mod tests {
    use super::years_behind;

    #[test]
    fn years_stand_behind_one_name() {
        let told = |list| years_behind(list).map(|(name, years)| (name, years.len()));
        assert_eq!(told("优良率2026年、2027年、2028年"), Some(("优良率", 3)));
        assert_eq!(told("普及率到2026年底、到2028年底"), Some(("普及率", 2)));
        assert_eq!(told("企业数2026、2027、2028年"), Some(("企业数", 3)));
        assert_eq!(told("普及率、覆盖率2026年、2027年"), None);
        assert_eq!(told("普及率2026年"), None);
        assert_eq!(told("普及率2028年、2026年"), None);
        assert_eq!(told("2026年、2027年"), None);
        assert_eq!(told("比2025年和2024年"), None);
    }
}
