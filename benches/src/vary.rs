//! Many plans out of a few: what comparing thousands of documents is measured on.

use crate::inputs::Input;

/// Counties that made-up plans are given to, by number.
const NAMES: [&str; 10] = ["东", "西", "南", "北", "上", "下", "新", "古", "长", "大"];

/// `count` plans made by varying the given ones: another county, other numbers, every fifth or so of the items left out,
/// every eighth taken from another plan. The same count gives the same plans, and a longer list begins with a shorter one.
///
/// # Panics
/// When there is nothing to vary.
pub fn varied(of: &[Input], count: usize) -> Vec<Input> {
    assert!(!of.is_empty(), "there is something to vary");
    (0..count).map(|number| one(of, number)).collect()
}

fn one(of: &[Input], number: usize) -> Input {
    let mut dice = Dice(number as u64 + 1);
    let own = &of[number % of.len()];
    let digits = |n: usize| format!("{}{}{}", NAMES[n / 100 % 10], NAMES[n / 10 % 10], NAMES[n % 10]);
    let name = format!("{}县", digits(number));
    let mut text = String::new();
    for (at, line) in own.text.lines().enumerate() {
        // Head and headings stay: a plan without them would be another kind of document.
        let item = at > 12 && line.chars().count() > 60;
        match dice.next() % 40 {
            0..8 if item => continue,
            8..13 if item => text.push_str(borrowed(of, &mut dice)),
            _ => text.push_str(line),
        }
        text.push('\n');
    }
    let text: String = text
        .chars()
        .map(|c| if c.is_ascii_digit() && dice.next().is_multiple_of(4) { '3' } else { c })
        .collect();
    Input { name: name.clone(), text: format!("{name}\n{text}") }
}

/// A long line of any of the plans.
fn borrowed<'i>(of: &'i [Input], dice: &mut Dice) -> &'i str {
    let other = &of[dice.next() as usize % of.len()];
    let long: Vec<&str> = other.text.lines().skip(12).filter(|line| line.chars().count() > 60).collect();
    if long.is_empty() { "" } else { long[dice.next() as usize % long.len()] }
}

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33
    }
}
