//! Documents put together from parts, with the answer known beforehand. A list of examples holds what somebody thought
//! of; here every part meets every other: headers and encodings of tables, labels and layouts of outlines.

#[path = "combinations/outlines.rs"]
mod outlines;
#[path = "combinations/tables.rs"]
mod tables;

/// Choices out of lists, so that over many documents each choice meets each of the others: the number of the document
/// is read as digits in a mixed base, one digit for each list.
struct Mix(u64);

impl Mix {
    /// Document number `n`: neighbours differ in all of their choices.
    fn new(n: u64) -> Self {
        // The splitmix64 finaliser (Steele et al. 2014): near numbers give unlike digits, the same ones at every run.
        let mut x = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Self(x ^ (x >> 31))
    }

    /// A number below `count`.
    fn below(&mut self, count: usize) -> usize {
        let count = count as u64;
        let digit = self.0 % count;
        self.0 = (self.0 / count).rotate_left(17) ^ self.0.wrapping_mul(0x2545_f491_4f6c_dd1d);
        usize::try_from(digit).expect("less than a list's length")
    }

    /// One of `choices`.
    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Yes once in `times`.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// Fails with the first few of what went wrong.
fn none_wrong(wrong: &[String], of: usize) {
    let shown: Vec<&str> = wrong.iter().take(5).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {of} documents:\n{}", wrong.len(), shown.join("\n\n"));
}
