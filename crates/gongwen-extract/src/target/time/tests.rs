//! Examples of `time`.

use super::*;

fn check(text: &str, expect: Option<(&str, Option<i16>, Option<&str>, bool)>) {
    let context = Context { period: Some((2021, 2025)), ..Context::default() };
    let got = read(text, &context).map(|(len, t)| (&text[..len], t.deadline, t.frequency, t.past));
    assert_eq!(got, expect, "{text}");
}

#[test]
fn phrases() {
    check("到2025年，培训", Some(("到2025年", Some(2025), None, false)));
    check("2024年12月底前建成", Some(("2024年12月底前", Some(2024), None, false)));
    check("“十四五”期间，", Some(("“十四五”期间", Some(2025), None, false)));
    check("“十五五”末，", Some(("“十五五”末", Some(2030), None, false)));
    check("“十三五”前三年，", Some(("“十三五”前三年", None, None, true)));
    check("“十四五”前三年，", Some(("“十四五”前三年", Some(2023), None, false)));
    check("“十三五”期间，", Some(("“十三五”期间", Some(2020), None, true)));
    check("2021—2025年新建", Some(("2021—2025年", Some(2025), None, false)));
    check("2021年至2025年新建", Some(("2021年至2025年", Some(2025), None, false)));
    check("截至2020年底，", Some(("截至2020年底", Some(2020), None, true)));
    check("每学期举办", Some(("每学期", None, Some("per_semester"), false)));
    check("每半年开展", Some(("每半年", None, Some("per_half_year"), false)));
    check("到 2025 年，", Some(("到 2025 年", Some(2025), None, false)));
    check("每 5 年轮训", Some(("每 5 年", None, Some("per_five_years"), false)));
    check("2025 年底", Some(("2025 年底", Some(2025), None, false)));
    check("每所学校", None);
    check("2025个", None);
}
