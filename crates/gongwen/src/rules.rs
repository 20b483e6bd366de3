//! Which rules and word lists are in force.

use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// First 16 hex digits of the SHA-256 over the version, the rules and the word lists that this program carries:
/// records of one hash were read by the same rules.
pub fn rules_hash() -> &'static str {
    static HASH: LazyLock<String> = LazyLock::new(|| {
        let mut hasher = Sha256::new();
        hasher.update(env!("CARGO_PKG_VERSION"));
        for text in gongwen_lexicon::sources().chain(gongwen_extract::rules::sources()) {
            hasher.update(text);
        }
        hasher.finalize()[..8].iter().fold(String::new(), |mut hex, byte| {
            use std::fmt::Write;
            write!(hex, "{byte:02x}").expect("a string takes every character");
            hex
        })
    });
    &HASH
}
