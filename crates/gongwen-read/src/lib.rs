//! One format after the other: file bytes to [`gongwen_text::Manuscript`].

mod line;
mod table;
