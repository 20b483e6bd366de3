//! The form in which two texts are compared.

/// White space removed and full-width ASCII (U+FF01–U+FF5E) folded to half-width, as the contract counts.
///
/// # Examples
/// ```
/// assert_eq!(gongwen_eval::fold("１．弘扬 科学\n精神（一）"), "1.弘扬科学精神(一)");
/// ```
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}'))
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// The first 20 characters of the folded text: how an untitled unit is told from another.
pub fn head(text: &str) -> String {
    fold(text).chars().take(20).collect()
}

/// F1 of the character bigrams of two texts after folding, 0 to 1; texts of one character count whole.
///
/// # Examples
/// ```
/// assert_eq!(gongwen_eval::bigram_f1("科技志愿者", "科技志愿者"), 1.0);
/// assert_eq!(gongwen_eval::bigram_f1("人", "家"), 0.0);
/// ```
pub fn bigram_f1(left: &str, right: &str) -> f64 {
    let (left, right) = (grams(left), grams(right));
    if left.is_empty() || right.is_empty() {
        return f64::from(u8::from(left.is_empty() && right.is_empty()));
    }
    let mut rest = right.clone();
    let mut common = 0;
    for gram in &left {
        if let Some(at) = rest.iter().position(|other| other == gram) {
            rest.swap_remove(at);
            common += 1;
        }
    }
    share(2 * common, left.len() + right.len())
}

/// A part of a whole, 0 to 1.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    f64::from(part as u32) / f64::from(whole.max(1) as u32)
}

fn grams(text: &str) -> Vec<(char, char)> {
    let chars: Vec<char> = fold(text).chars().collect();
    match chars.as_slice() {
        [one] => vec![(*one, '\0')],
        _ => chars.windows(2).map(|pair| (pair[0], pair[1])).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_bigrams() {
        // 科技 技馆 against 科技 技站: one of two each.
        assert!((bigram_f1("科技馆", "科技站") - 0.5).abs() < 1e-9);
        assert!((bigram_f1("", "") - 1.0).abs() < 1e-9);
        assert!(bigram_f1("馆", "").abs() < 1e-9);
    }

    #[test]
    fn a_head_is_twenty_characters_without_white_space() {
        assert_eq!(
            head(" 一 二三四五六七八九十一二三四五六七八九十一二"),
            "一二三四五六七八九十一二三四五六七八九十"
        );
    }
}
