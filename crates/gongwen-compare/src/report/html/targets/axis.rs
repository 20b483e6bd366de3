//! An axis with round ticks.

/// From where to where an axis runs, in which steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) step: f64,
}

impl Axis {
    /// An axis for values from `low` to `high`. It begins at zero unless the values lie so close together that their
    /// differences would not be seen. Whole numbers have whole ticks.
    pub(super) fn new(low: f64, high: f64) -> Self {
        let whole = low.fract() == 0.0 && high.fract() == 0.0;
        let spread = (high - low).abs();
        let from = if spread > 0.0 && spread < 0.35 * high.abs() { low - spread * 0.4 } else { low.min(0.0) };
        let span = if high > from { high - from } else { high.abs().max(1.0) };
        let step = round_step(span / 4.0).max(if whole { 1.0 } else { 0.0 });
        let low = (from / step).floor() * step;
        let mut top = (high / step).ceil() * step;
        if top <= low {
            top = low + step;
        }
        Self { low, high: top, step }
    }

    /// Share of the axis, 0 to 1, at which a value stands.
    pub(super) fn share(self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    /// Values with ticks, and how they are written.
    pub(super) fn ticks(self) -> Vec<(f64, String)> {
        // Both are counts by the making of an axis: never below zero, never large.
        #[expect(clippy::cast_sign_loss)]
        let count = ((self.high - self.low) / self.step).round() as usize;
        #[expect(clippy::cast_sign_loss)]
        let digits = (-self.step.log10().floor()).max(0.0) as usize;
        let tick = |n: usize| {
            let value = self.low + self.step * n as f64;
            (value, super::super::context::grouped(&format!("{value:.digits$}")))
        };
        (0..=count.min(12)).map(tick).collect()
    }
}

/// 1, 2 or 5 times a power of ten, not below `rough`.
fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.abs().max(1e-9).log10().floor());
    let factor =
        [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * power >= rough * 0.999).unwrap_or(10.0);
    factor * power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(low: f64, high: f64, ticks: &[&str]) {
        let found: Vec<String> = Axis::new(low, high).ticks().into_iter().map(|(_, words)| words).collect();
        assert_eq!(found, ticks, "{low}–{high}");
    }

    #[test]
    fn ticks_are_round_and_hold_the_values() {
        check(300.0, 3000.0, &["0", "1000", "2000", "3000"]);
        check(11.0, 15.0, &["8", "10", "12", "14", "16"]);
        check(1.0, 1.0, &["0", "1"]);
        check(0.5, 0.5, &["0.0", "0.2", "0.4", "0.6"]);
        check(0.0, 0.0, &["0", "1"]);
        check(5000.0, 25000.0, &["0", "10\u{2009}000", "20\u{2009}000", "30\u{2009}000"]);
    }
}
