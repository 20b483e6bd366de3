//! The contract's words for its closed lists.

use gongwen_record::{
    Comparator, Disclosure, DivisionLevel, Measure, Modality, OrgKind, Origin, Role, SectionKind, Severity,
    Statement,
};

/// A value of a closed list.
pub(crate) trait Named {
    /// Its word in JSON.
    fn name(self) -> &'static str;
}

macro_rules! named {
    ($($list:ident { $($variant:ident = $word:literal),+ })+) => {
        $(impl Named for $list {
            fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        })+

        #[cfg(test)]
        mod tests {
            use super::*;

            #[test]
            fn the_words_are_those_of_the_contract() {
                $($(assert_eq!(serde_json::to_value($list::$variant).unwrap(), $list::$variant.name());)+)+
            }
        }
    };
}

named! {
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
