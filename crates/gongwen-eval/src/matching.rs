//! Pairs of greatest total weight.

/// Pairs rows with columns so that the sum of weights is greatest; weights of 0 pair nothing.
///
/// Hungarian method with potentials, O(rows² · columns): lists of one document's targets are short, and callers
/// hand over one connected group at a time.
pub(crate) fn best_pairs(weights: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let rows = weights.len();
    let columns = weights.first().map_or(0, Vec::len);
    if rows == 0 || columns == 0 {
        return Vec::new();
    }
    if rows > columns {
        let turned: Vec<Vec<f64>> =
            (0..columns).map(|c| weights.iter().map(|row| row[c]).collect()).collect();
        let mut pairs: Vec<_> = best_pairs(&turned).into_iter().map(|(c, r)| (r, c)).collect();
        pairs.sort_unstable();
        return pairs;
    }
    // Row 0 and column 0 are the method's sentinels.
    let (mut row_price, mut column_price) = (vec![0.0; rows + 1], vec![0.0; columns + 1]);
    let mut owner = vec![0_usize; columns + 1];
    for row in 1..=rows {
        owner[0] = row;
        let mut column = 0;
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut before = vec![0_usize; columns + 1];
        let mut done = vec![false; columns + 1];
        while owner[column] != 0 {
            done[column] = true;
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for c in (1..=columns).filter(|c| !done[*c]) {
                let cost = -weights[owner[column] - 1][c - 1] - row_price[owner[column]] - column_price[c];
                if cost < least[c] {
                    least[c] = cost;
                    before[c] = column;
                }
                if least[c] < delta {
                    delta = least[c];
                    next = c;
                }
            }
            for c in 0..=columns {
                if done[c] {
                    row_price[owner[c]] += delta;
                    column_price[c] -= delta;
                } else {
                    least[c] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            owner[column] = owner[before[column]];
            column = before[column];
        }
    }
    let mut pairs: Vec<_> = (1..=columns)
        .filter(|c| owner[*c] != 0 && weights[owner[*c] - 1][c - 1] > 0.0)
        .map(|c| (owner[c] - 1, c - 1))
        .collect();
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(weights: &[&[f64]], pairs: &[(usize, usize)]) {
        let weights: Vec<Vec<f64>> = weights.iter().map(|row| row.to_vec()).collect();
        assert_eq!(best_pairs(&weights), pairs);
    }

    #[test]
    fn the_sum_decides_not_the_first_come() {
        check(&[&[10.0, 9.0], &[9.0, 0.0]], &[(0, 1), (1, 0)]);
        check(&[&[1.0], &[5.0], &[2.0]], &[(1, 0)]);
        check(&[&[0.0, 3.0, 0.0]], &[(0, 1)]);
        check(&[], &[]);
    }
}
