//! Which script a document is written in: the rules read simplified characters.

use gongwen_text::{Diagnostic, chars};

/// Bytes at the beginning that are looked at …
const NEAR: usize = 3000;
/// … where one of the characters stands among the first of them.
const FIRST: usize = 600;
/// Characters that only traditional text has, at least …
const LEAST: usize = 4;
/// … and one among so many.
const AMONG: usize = 25;

/// The finding that a document is in traditional characters.
pub(crate) fn traditional(text: &str) -> Option<Diagnostic> {
    if !text[..text.floor_char_boundary(FIRST)].chars().any(is_sign) {
        return None;
    }
    let near = &text[..text.floor_char_boundary(NEAR)];
    let (mut all, mut signs) = (0, 0);
    for c in near.chars() {
        all += usize::from(chars::is_han(c));
        signs += usize::from(is_sign(c));
    }
    let message = "the text is in traditional characters: duties and times in it are not read, tasks and targets only in part";
    let found = Diagnostic::warning("traditional-text", None, message);
    (signs >= LEAST && signs * AMONG >= all)
        .then(|| found.with_hint("convert it to simplified characters first"))
}

/// Characters of public documents that simplified text writes otherwise.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '縣' | '鄉'
            | '鎮'
            | '區'
            | '發'
            | '務'
            | '關'
            | '責'
            | '負'
            | '實'
            | '辦'
            | '廳'
            | '單'
            | '協'
            | '與'
            | '業'
            | '產'
            | '農'
            | '財'
            | '資'
            | '會'
            | '員'
            | '動'
            | '標'
            | '護'
            | '環'
            | '體'
            | '項'
            | '優'
            | '據'
            | '現'
            | '對'
            | '應'
            | '導'
            | '進'
            | '強'
            | '設'
            | '將'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_text_is_told() {
        let found = |text: &str| traditional(text).is_some();
        assert!(found(
            "造林綠化任務通知\n根據上級文件，下達我區年度造林任務，由縣林業局負責採購苗木20萬株。"
        ));
        assert!(!found(
            "造林绿化任务通知\n根据上级文件，下达我区年度造林任务，由县林业局负责采购苗木20万株。"
        ));
        // A name that is written so.
        let plan = "某县方案\n由县文旅局负责，邀请著名书法家張學農題寫會標，各单位配合。".to_owned();
        assert!(!found(&(plan + &"推进公共文化服务体系建设。".repeat(12))));
    }
}
