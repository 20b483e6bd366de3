//! Numbers of JSON.

use super::page::Page;

/// Numbers from here on hardly ever occur.
const LONG: u32 = 100_000_000;

/// Puts `value` in decimal digits on the page.
#[inline]
pub(super) fn put(page: &mut Page<'_>, at: usize, value: u32) -> usize {
    if value >= LONG {
        return long(page, at, value);
    }
    let (digits, len) = ascii(value);
    let (at, room) = page.room(at);
    // All digits are one move; the next piece is written over what lies behind the last one.
    room[..8].copy_from_slice(&digits.to_le_bytes());
    at + len
}

/// Puts `{"start":…,"end":…}` on the page: every object has one or two, so there is one look for room for all of it.
pub(super) fn put_span(page: &mut Page<'_>, at: usize, start: u32, end: u32) -> usize {
    if start >= LONG || end >= LONG {
        return long_span(page, at, start, end);
    }
    let (at, room) = page.room(at);
    let mut len = 9;
    room[..len].copy_from_slice(b"{\"start\":");
    let mut add = |piece: [u8; 8], of: usize| {
        room[len..len + 8].copy_from_slice(&piece);
        len += of;
    };
    let (digits, of) = ascii(start);
    add(digits.to_le_bytes(), of);
    add(*b",\"end\":\0", 7);
    let (digits, of) = ascii(end);
    add(digits.to_le_bytes(), of);
    room[len] = b'}';
    at + len + 1
}

/// The digits of a number below [`LONG`], one a byte, the first in the lowest byte, and how many they are.
#[inline]
fn ascii(value: u32) -> (u64, usize) {
    // Leading zeros are shifted away; a bit at the last digit says that it stays.
    if value < 10_000 {
        let digits = four_digits(value);
        let zeros = (digits | 1 << 24).trailing_zeros() & !7;
        (u64::from((digits | 0x3030_3030) >> zeros), 4 - zeros as usize / 8)
    } else if value < 100_000 {
        // Most places in a plan of some length, and no leading zeros.
        let digits = four_digits(value % 10_000) | 0x3030_3030;
        ((u64::from(digits) << 8) | (u64::from(b'0') + u64::from(value / 10_000)), 5)
    } else {
        let digits = eight_digits(value);
        let zeros = (digits | 1 << 56).trailing_zeros() & !7;
        ((digits | 0x3030_3030_3030_3030) >> zeros, 8 - zeros as usize / 8)
    }
}

/// The digits of a number below ten thousand, one a byte, the first in the lowest byte.
#[inline]
fn four_digits(value: u32) -> u32 {
    let hundreds = (value * 10_486) >> 20;
    let twos = hundreds | ((value - hundreds * 100) << 16);
    let tens = ((twos * 103) >> 10) & 0x000F_000F;
    tens | ((twos - tens * 10) << 8)
}

/// The digits of a number below a hundred million, one a byte, the first in the lowest byte: every step parts all
/// groups at once into a half of ten times fewer digits (multiplying by a rounded-up reciprocal divides exactly there).
#[inline]
fn eight_digits(value: u32) -> u64 {
    let value = u64::from(value);
    let (high, low) = (value / 10_000, value % 10_000);
    let fours = high | (low << 32);
    let hundreds = ((fours * 10_486) >> 20) & 0x7F_0000_007F;
    let twos = hundreds | ((fours - hundreds * 100) << 16);
    let tens = ((twos * 103) >> 10) & 0x000F_000F_000F_000F;
    tens | ((twos - tens * 10) << 8)
}

#[cold]
#[inline(never)]
fn long_span(page: &mut Page<'_>, at: usize, start: u32, end: u32) -> usize {
    let at = page.put(at, b"{\"start\":");
    let at = put(page, at, start);
    let at = page.put(at, b",\"end\":");
    let at = put(page, at, end);
    page.put(at, b"}")
}

#[cold]
#[inline(never)]
fn long(page: &mut Page<'_>, at: usize, value: u32) -> usize {
    let at = put(page, at, value / 10_000);
    let tail = value % 10_000;
    page.put(at, &[1000, 100, 10, 1].map(|place| b'0' + (tail / place % 10) as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: u32) {
        let mut out = Vec::new();
        let mut page = Page::new(&mut out);
        let mut at = page.put(0, b"x");
        at = put(&mut page, at, value);
        for (start, end) in [(value, value), (7, value), (value / 3, value)] {
            at = put_span(&mut page, at, start, end);
        }
        page.turn(at);
        let span = |start| format!("{{\"start\":{start},\"end\":{value}}}");
        let expect = format!("x{value}{}{}{}", span(value), span(7), span(value / 3));
        assert_eq!(String::from_utf8(out).unwrap(), expect);
    }

    #[test]
    fn every_length_and_carry() {
        (0..20_000).for_each(check);
        for power in (0..10).map(|exponent| 10u32.pow(exponent)) {
            for near in [power.wrapping_sub(1), power, power + 1, power.saturating_mul(9)] {
                check(near);
            }
        }
        (0..4_000_000_000).step_by(7_654_321).for_each(check);
        check(u32::MAX);
    }
}
