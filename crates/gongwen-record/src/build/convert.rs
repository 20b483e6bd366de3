//! The pipeline's own enumerations to the published ones: one line a value, so that renaming inside never changes a record.

use crate::{
    Comparator, Disclosure, DivisionLevel, Measure, Modality, OrgKind, Origin, Role, SectionKind, Severity,
    Statement,
};

/// `From` the type of a stage to the published type of the same variants.
macro_rules! publish {
    ($($inner:path => $published:ident { $($variant:ident),+ })+) => {$(
        impl From<$inner> for $published {
            fn from(inner: $inner) -> Self {
                use $inner as Inner;
                match inner { $(Inner::$variant => Self::$variant,)+ }
            }
        }
    )+};
}

publish! {
    gongwen_outline::SectionKind => SectionKind { Body, Annex }
    gongwen_extract::Origin => Origin { Body, Table }
    gongwen_extract::Role => Role { Lead, Support, Responsible }
    gongwen_extract::OrgKind => OrgKind { Unit, Collective }
    gongwen_extract::Statement => Statement { Inline, Labelled, Table, Narrative }
    gongwen_extract::Comparator => Comparator { Ge, Gt, Le, Lt, Eq, Approx, Range }
    gongwen_extract::Measure => Measure { Level, Increase, Decrease, Count }
    gongwen_extract::Modality => Modality { Firm, Aim }
    gongwen_extract::Disclosure => Disclosure { Public, OnRequest, Restricted }
    gongwen_lexicon::DivisionLevel => DivisionLevel { Province, Prefecture, County }
    gongwen_text::Severity => Severity { Info, Warning, Error }
}
