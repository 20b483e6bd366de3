//! Strings of JSON.

/// Bytes that are looked at in one go: two registers of every processor of our time.
const LANES: usize = 32;

/// Appends `text` with its escapes and the quotation mark behind it. Called from hundreds of places: one copy of it stays
/// in the cache.
#[inline]
pub(super) fn write_rest(out: &mut Vec<u8>, text: &str) {
    if is_plain(text.as_bytes()) {
        out.extend_from_slice(text.as_bytes());
    } else {
        escaped(out, text.as_bytes());
    }
    out.push(b'"');
}

/// Whether no byte needs an escape. The last bytes that are looked at may overlap those before.
#[inline]
fn is_plain(bytes: &[u8]) -> bool {
    if let Some(last) = bytes.last_chunk::<LANES>() {
        let mut found = [0; LANES];
        note_specials(&mut found, last);
        for lanes in bytes.as_chunks().0 {
            note_specials(&mut found, lanes);
        }
        return found == [0; LANES];
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<16>(), bytes.last_chunk::<16>()) {
        let mut found = [0; 16];
        note_specials(&mut found, first);
        note_specials(&mut found, last);
        return u128::from_le_bytes(found) == 0;
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        return specials(*first) | specials(*last) == 0;
    }
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            let mut eight = [0; 8];
            eight[..4].copy_from_slice(first);
            eight[4..].copy_from_slice(last);
            specials(eight) == 0
        }
        _ => !bytes.iter().any(|&byte| is_special(byte)),
    }
}

/// Makes `found` other than 0 where a byte must be escaped: a few instructions for a whole register.
#[inline]
fn note_specials<const N: usize>(found: &mut [u8; N], bytes: &[u8; N]) {
    for i in 0..N {
        found[i] |= u8::from(is_special(bytes[i]));
    }
}

/// Whether a byte must be escaped. Without branches, for the loop above.
#[inline]
#[allow(clippy::needless_bitwise_bool)]
fn is_special(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

/// Not 0 when one of eight bytes is special: in each byte the highest bit tells.
#[inline]
fn specials(eight: [u8; 8]) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x8080_8080_8080_8080;
    let word = u64::from_le_bytes(eight);
    // A byte below n borrows from its top bit when n is taken away; bytes of Chinese have theirs set and are masked out.
    let below = |word: u64, n: u64| word.wrapping_sub(ONES * n) & !word;
    let equal = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
    (below(word, 0x20) | equal(b'"') | equal(b'\\')) & TOPS
}

/// Appends `bytes` with what must be escaped: the run in front of each special byte is found eight bytes at a time.
fn escaped(out: &mut Vec<u8>, mut bytes: &[u8]) {
    loop {
        let plain = plain_run(bytes);
        out.extend_from_slice(&bytes[..plain]);
        let Some(&byte) = bytes.get(plain) else { return };
        escape(out, byte);
        bytes = &bytes[plain + 1..];
    }
}

/// How many bytes stand in front of the first special one.
fn plain_run(bytes: &[u8]) -> usize {
    let (eights, rest) = bytes.as_chunks::<8>();
    for (i, eight) in eights.iter().enumerate() {
        let found = specials(*eight);
        if found != 0 {
            // Borrows run upwards only: the lowest mark is a true one.
            return i * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let from = bytes.len() - rest.len();
    rest.iter().position(|&byte| is_special(byte)).map_or(bytes.len(), |at| from + at)
}

fn escape(out: &mut Vec<u8>, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let letter = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0c => b'f',
        b'\r' => b'r',
        _ => {
            out.extend_from_slice(b"\\u00");
            out.extend_from_slice(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', letter]);
}
