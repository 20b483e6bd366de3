//! Numbers of JSON.

/// Appends `value` in decimal digits.
#[inline]
pub(super) fn write(out: &mut Vec<u8>, value: u32) {
    write_then(out, value, b"");
}

/// Appends `value` in decimal digits, and `then`, eight bytes at most, behind it.
#[inline]
pub(super) fn write_then<const N: usize>(out: &mut Vec<u8>, value: u32, then: &[u8; N]) {
    const { assert!(N <= 8, "digits and what follows them are one word") };
    let Some((digits, len)) = ascii(value) else {
        long(out, value);
        out.extend_from_slice(then);
        return;
    };
    let mut behind = [0; 16];
    behind[..N].copy_from_slice(then);
    let word = u128::from(digits) | u128::from_le_bytes(behind) << (8 * len);
    // All of it is one move; what lies behind the last byte is cut off again.
    let end = out.len() + len + N;
    out.extend_from_slice(&word.to_le_bytes());
    out.truncate(end);
}

/// Appends `{"start":…,"end":…}`: every object has one or two, so that it is put together aside and moved in one piece.
#[inline]
pub(super) fn write_span(out: &mut Vec<u8>, start: u32, end: u32) {
    const START: &[u8; 9] = b"{\"start\":";
    const END: &[u8; 7] = b",\"end\":";
    let (Some((first, first_len)), Some((last, last_len))) = (ascii(start), ascii(end)) else {
        out.extend_from_slice(START);
        write_then(out, start, END);
        write_then(out, end, b"}");
        return;
    };
    let mut room = [0; 40];
    let mut at = 0;
    let mut put = |piece: &[u8; 8], len: usize| {
        room[at..at + 8].copy_from_slice(piece);
        at += len;
    };
    put(b"{\"start\"", 8);
    put(b":\0\0\0\0\0\0\0", 1);
    put(&first.to_le_bytes(), first_len);
    put(b",\"end\":\0", 7);
    put(&last.to_le_bytes(), last_len);
    room[at] = b'}';
    let len = out.len() + at + 1;
    out.extend_from_slice(&room);
    out.truncate(len);
}

/// The digits of a number below a hundred million, one a byte, the first in the lowest byte, and how many they are.
#[inline]
fn ascii(value: u32) -> Option<(u64, usize)> {
    // Leading zeros are shifted away; one digit always stays.
    if value < 10_000 {
        let digits = four_digits(value);
        let zeros = (digits.trailing_zeros() / 8).min(3);
        Some((u64::from((digits | 0x3030_3030) >> (zeros * 8)), 4 - zeros as usize))
    } else if value < 100_000 {
        // Most places in a plan of some length, and no leading zeros.
        let digits = four_digits(value % 10_000) | 0x3030_3030;
        Some(((u64::from(digits) << 8) | (u64::from(b'0') + u64::from(value / 10_000)), 5))
    } else if value < 100_000_000 {
        let digits = eight_digits(value);
        let zeros = (digits.trailing_zeros() / 8).min(7);
        Some(((digits | 0x3030_3030_3030_3030) >> (zeros * 8), 8 - zeros as usize))
    } else {
        None
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
fn long(out: &mut Vec<u8>, value: u32) {
    let head = value / 10_000;
    write(out, head);
    let tail = value % 10_000;
    out.extend([1000, 100, 10, 1].map(|place| b'0' + (tail / place % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: u32) {
        let mut out = b"x".to_vec();
        write(&mut out, value);
        write_then(&mut out, value, b"\"");
        write_then(&mut out, value, b",\"end\":");
        assert_eq!(String::from_utf8(out).unwrap(), format!("x{value}{value}\"{value},\"end\":"));
        for (start, end) in [(value, value), (7, value), (value / 3, value)] {
            let mut out = b"x".to_vec();
            write_span(&mut out, start, end);
            let expect = format!("x{{\"start\":{start},\"end\":{end}}}");
            assert_eq!(String::from_utf8(out).unwrap(), expect);
        }
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
