//! Glyph names and codes of simple fonts, and characters that stand for others.

/// The unified characters of the Kangxi radicals U+2F00…U+2FD5, which some producers write instead of them.
const RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Names of marks (Adobe Glyph List) that simple fonts of Chinese documents use.
const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("nbspace", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("quoteright", '’'),
    ("quoteleft", '‘'),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '−'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("endash", '–'),
    ("emdash", '—'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("perthousand", '‰'),
    ("degree", '°'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("plusminus", '±'),
    ("mu", 'μ'),
    ("mu1", 'μ'),
    ("periodcentered", '·'),
    ("middot", '·'),
    ("onesuperior", '¹'),
    ("twosuperior", '²'),
    ("threesuperior", '³'),
    ("greaterequal", '≥'),
    ("lessequal", '≤'),
    ("notequal", '≠'),
    ("approxequal", '≈'),
    ("yen", '¥'),
    ("section", '§'),
    ("guillemotleft", '«'),
    ("guillemotright", '»'),
    ("fi", 'ﬁ'),
    ("fl", 'ﬂ'),
    ("alpha", 'α'),
    ("beta", 'β'),
    ("omega", 'ω'),
    ("Omega", 'Ω'),
    ("Delta", 'Δ'),
];

/// Windows code page 1252 from 0x80 to 0x9F; unused codes are spaces.
const UPPER: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The codes of a simple font that says nothing else.
pub(super) fn standard() -> [Option<char>; 256] {
    let mut upper = UPPER.chars();
    std::array::from_fn(|code| match code {
        0x80..=0x9F => upper.next().filter(|c| *c != ' '),
        0xA0 => Some(' '),
        0x20.. => char::from_u32(code as u32).filter(|c| !c.is_control()),
        _ => None,
    })
}

/// The character of a glyph name.
pub(super) fn character(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    let stem = name.split('.').next()?;
    if let [letter] = stem.as_bytes()
        && letter.is_ascii_alphabetic()
    {
        return Some(char::from(*letter));
    }
    if let Some(&(_, c)) = NAMES.iter().find(|(n, _)| *n == stem) {
        return Some(c);
    }
    let digits = stem.strip_prefix("uni").or_else(|| stem.strip_prefix('u'))?;
    (4..=6).contains(&digits.len()).then(|| char::from_u32(u32::from_str_radix(digits, 16).ok()?))?
}

/// The character that is meant: radicals are written for the characters of the same look.
pub(super) fn unified(c: char) -> char {
    match c {
        // Mainland documents mean the simplified form.
        '\u{2F3E}' => '户',
        '\u{2F00}'..='\u{2FD5}' => RADICALS.chars().nth(c as usize - 0x2F00).unwrap_or(c),
        '\u{2EE9}' => '黄',
        '\u{2EA0}' => '民',
        '\u{2ED3}' | '\u{2ED1}' => '长',
        '\u{2EC4}' => '西',
        '\u{2EDA}' => '页',
        '\u{2ED4}' => '门',
        '\u{2EE2}' => '马',
        '\u{2EA6}' => '丬',
        '\u{2ECB}' => '车',
        '\u{A0}' => ' ',
        // A soft hyphen that is printed is a hyphen: `2014-2020`.
        '\u{AD}' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expect: Option<char>) {
        assert_eq!(character(name.as_bytes()), expect, "{name}");
    }

    #[test]
    fn names_and_radicals() {
        check("seven", Some('7'));
        check("A", Some('A'));
        check("uni4E00", Some('一'));
        check("g123", None);
        assert_eq!(unified('\u{2F00}'), '一');
        assert_eq!(unified('\u{2FD5}'), '龠');
        assert_eq!(standard()[0x93], Some('“'));
    }
}
