//! Strings of JSON.

use super::page::Page;

/// Bytes that are looked at in one go: two registers of every processor of our time.
const LANES: usize = 32;

/// Puts `text` with its escapes and the quotation mark behind it on the page. Called from hundreds of places: one copy of it
/// stays in the cache. It ends with whatever it calls, so that no register is put by for a call.
#[inline(never)]
pub(super) fn put_rest(page: &mut Page<'_>, at: usize, text: &str) -> usize {
    let bytes = text.as_bytes();
    let len = bytes.len();
    if len > LANES {
        return put_runs(page, at, bytes);
    }
    let Some(room) = page.rest(at) else { return turned(page, at, text) };
    // Most are short. Their first and last bytes, which may overlap, are moved and looked at together.
    let plain = if len >= 16 {
        let (first, last) = (&bytes[..16], &bytes[len - 16..]);
        room[..16].copy_from_slice(first);
        room[len - 16..len].copy_from_slice(last);
        let mut both = [0; LANES];
        both[..16].copy_from_slice(first);
        both[16..].copy_from_slice(last);
        are_plain(&both)
    } else if len >= 8 {
        let (first, last) = (word(&bytes[..8]), word(&bytes[len - 8..]));
        room[..8].copy_from_slice(&first.to_le_bytes());
        room[len - 8..len].copy_from_slice(&last.to_le_bytes());
        specials(first) | specials(last) == 0
    } else if len >= 4 {
        let (first, last) = (&bytes[..4], &bytes[len - 4..]);
        room[..4].copy_from_slice(first);
        room[len - 4..len].copy_from_slice(last);
        let mut both = [0; 8];
        both[..4].copy_from_slice(first);
        both[4..].copy_from_slice(last);
        specials(u64::from_le_bytes(both)) == 0
    } else if len > 0 {
        let mut plain = true;
        for place in [0, len / 2, len - 1] {
            room[place] = bytes[place];
            plain &= !is_special(bytes[place]);
        }
        plain
    } else {
        true
    };
    if !plain {
        return put_runs(page, at, bytes);
    }
    room[len] = b'"';
    at + len + 1
}

#[cold]
#[inline(never)]
fn turned(page: &mut Page<'_>, at: usize, text: &str) -> usize {
    page.turn(at);
    put_rest(page, 0, text)
}

/// The same for any bytes: runs without an escape, and the escapes between them.
#[inline(never)]
fn put_runs(page: &mut Page<'_>, mut at: usize, mut bytes: &[u8]) -> usize {
    loop {
        let plain = plain_run(bytes);
        at = page.put_words(at, &bytes[..plain]);
        let Some(&byte) = bytes.get(plain) else { return page.put(at, b"\"") };
        at = escape(page, at, byte);
        bytes = &bytes[plain + 1..];
    }
}

/// How many bytes stand in front of the first special one.
#[inline]
fn plain_run(bytes: &[u8]) -> usize {
    let mut from = 0;
    if let Some(last) = bytes.len().checked_sub(LANES) {
        // The last ones that are looked at may overlap those before.
        while bytes[from..].first_chunk().is_some_and(are_plain) {
            if from == last {
                return bytes.len();
            }
            from = (from + LANES).min(last);
        }
    }
    let (eights, rest) = bytes[from..].as_chunks::<8>();
    for eight in eights {
        let found = specials(u64::from_le_bytes(*eight));
        if found != 0 {
            // Borrows run upwards only: the lowest mark is a true one.
            return from + found.trailing_zeros() as usize / 8;
        }
        from += 8;
    }
    rest.iter().position(|&byte| is_special(byte)).map_or(bytes.len(), |at| from + at)
}

/// Whether none of the bytes must be escaped: a few instructions for a whole register.
#[inline(always)]
#[allow(clippy::inline_always, reason = "only where it stands are its bytes in registers")]
fn are_plain(bytes: &[u8; LANES]) -> bool {
    let mut found = [0; LANES];
    for i in 0..LANES {
        found[i] = if is_special(bytes[i]) { 0xFF } else { 0 };
    }
    let (halves, _) = found.as_chunks();
    u128::from_le_bytes(halves[0]) | u128::from_le_bytes(halves[1]) == 0
}

/// Eight bytes as one number, the first one lowest.
#[inline]
fn word(eight: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(eight);
    u64::from_le_bytes(bytes)
}

/// Whether a byte must be escaped. Without branches, for the loop above.
#[inline]
#[allow(clippy::needless_bitwise_bool)]
fn is_special(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

/// Not 0 when one of eight bytes is special: in each byte the highest bit tells.
#[inline]
fn specials(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x8080_8080_8080_8080;
    // A byte below n borrows from its top bit when n is taken away; bytes of Chinese have theirs set and are masked out.
    let below = |word: u64, n: u64| word.wrapping_sub(ONES * n) & !word;
    let equal = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    (below(word, 0x20) | equal(b'"') | equal(b'\\')) & TOPS
}

/// Puts what stands for a byte.
fn escape(page: &mut Page<'_>, at: usize, byte: u8) -> usize {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let letter = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0c => b'f',
        b'\r' => b'r',
        _ => {
            let digits = [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
            return page.put(at, &[b'\\', b'u', b'0', b'0', digits[0], digits[1]]);
        }
    };
    page.put(at, &[b'\\', letter])
}
