//! Names in cells whose characters were spaced out to be as wide as the names around them: `麻  镇`, `早  稻（亩）`.

use gongwen_text::chars::is_han;

/// Longest such name with what stands behind it in a bracket, in bytes.
const LONGEST: usize = 72;

/// Whether the words of a cell are single characters with white space between them, and perhaps a bracket behind.
pub(crate) fn is_padded(words: &str) -> bool {
    // Nearly all cells begin with two characters beside each other.
    let mut chars = words.chars();
    let padded = chars.next().is_some_and(is_han) && chars.next().is_some_and(char::is_whitespace);
    if !padded || words.len() > LONGEST {
        return false;
    }
    let bracket = words.find(['（', '(']).unwrap_or(words.len());
    words[..bracket].split_whitespace().all(|part| part.len() == '镇'.len_utf8() && part.starts_with(is_han))
        && words[..bracket].split_whitespace().nth(1).is_some()
        && !words[bracket..].contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::is_padded;

    #[test]
    fn names_spaced_out() {
        for words in ["麻  镇", "乡\u{3000}镇", "早 稻（亩）", "责 任 单 位", "张\u{a0}\u{a0}三"]
        {
            assert!(is_padded(words), "{words}");
        }
        for words in ["麻镇", "县 科协", "张 三 李四", "", "镇", "镇 ", "一 产业", "早 稻（亩 株）", "是 A"]
        {
            assert!(!is_padded(words), "{words}");
        }
    }

    #[test]
    fn cells_hold_names_without_their_padding() {
        let check = |source: &str| {
            let manuscript = crate::read(source.as_bytes(), None).expect("a document");
            let cells = manuscript.tables[0].rows.iter().flatten();
            let words: Vec<&str> = cells.map(|cell| cell.span.of_text(&manuscript.text)).collect();
            assert_eq!(
                words,
                ["乡镇", "早稻（亩）", "晚稻", "麻镇", "5", "6", "黎塘镇", "7", "8"],
                "{source}"
            );
        };
        let rows = ["乡  镇|早 稻（亩）|晚稻", "麻  镇|5|6", "黎塘镇|7|8"];
        let page: String =
            rows.iter().map(|row| format!("<tr><td>{}</td></tr>", row.replace('|', "</td><td>"))).collect();
        check(&format!(
            "<html><body><p>某县任务分解表</p><table>{}</table></body></html>",
            page.replace(' ', "&nbsp;")
        ));
        check(&rows.join("\n").replace('|', "\t"));
        check(&rows.join("\n").replace('|', "          "));
        check(&format!("|{}|\n|---|---|---|\n|{}|", rows[0], rows[1..].join("|\n|")));
    }
}
