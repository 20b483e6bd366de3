//! The contract's words for its closed lists: what JSON, databases and tables print.

use crate::{
    Comparator, Disclosure, DivisionLevel, Measure, Modality, OrgKind, Origin, Role, SectionKind, Severity,
    Statement,
};

macro_rules! words {
    ($($list:ident { $($variant:ident = $word:literal),+ })+) => {
        $(impl $list {
            /// The contract's word for it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The same in quotation marks.
            pub(crate) const fn quoted(self) -> &'static str {
                match self { $(Self::$variant => concat!("\"", $word, "\"")),+ }
            }
        }

        impl crate::json::Json for $list {
            #[inline]
            fn json(&self, page: &mut crate::json::Page<'_>, at: usize) -> usize {
                // Every word is one move of as many bytes; the next piece is written over those behind it.
                let (bytes, len) = match self {
                    $(Self::$variant => const { (&padded(Self::$variant.quoted()), Self::$variant.quoted().len()) }),+
                };
                page.put(at, bytes) - (bytes.len() - len)
            }
        })+

        #[cfg(test)]
        mod tests {
            use super::*;

            #[test]
            fn the_words_are_those_of_serde() {
                $($(assert_eq!(serde_json::to_value($list::$variant).unwrap(), $list::$variant.as_str());)+)+
            }
        }
    };
}

/// A word in a field of sixteen bytes, which all of them fit.
const fn padded(word: &str) -> [u8; 16] {
    let mut bytes = [0; 16];
    let mut at = 0;
    while at < word.len() {
        bytes[at] = word.as_bytes()[at];
        at += 1;
    }
    bytes
}

words! {
    SectionKind { Body = "body", Annex = "annex" }
    Origin { Body = "body", Table = "table" }
    Role { Lead = "lead", Support = "support", Responsible = "responsible" }
    OrgKind { Unit = "unit", Collective = "collective" }
    Statement { Inline = "inline", Labelled = "labelled", Table = "table", Narrative = "narrative" }
    Comparator { Ge = "ge", Gt = "gt", Le = "le", Lt = "lt", Eq = "eq", Approx = "approx", Range = "range" }
    Measure { Level = "level", Increase = "increase", Decrease = "decrease", Count = "count" }
    Modality { Firm = "firm", Aim = "aim" }
    Disclosure { Public = "public", OnRequest = "on_request", Restricted = "restricted" }
    DivisionLevel { Province = "province", Prefecture = "prefecture", County = "county" }
    Severity { Info = "info", Warning = "warning", Error = "error" }
}
