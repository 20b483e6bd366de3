//! Columns that tell how often a thing is done: `检查频次`.

/// What is done so often, or to such a share of all, as headers name it.
const DEEDS: [&str; 8] = ["抽查", "检查", "巡查", "抽检", "监测", "检测", "督查", "巡检"];

/// Whether a column tells how often.
pub(crate) fn heads(header: &str) -> bool {
    let name = header.find(['（', '(']).map_or(header, |open| &header[..open]);
    ["频次", "频率", "次数", "频度"].iter().any(|end| name.trim_end().ends_with(end))
}

/// What a header says is done (`检查频次`, `抽查比例`), where the name of the row does not say it.
pub(crate) fn deed(header: &str, name: &str) -> Option<&'static str> {
    const SHARES: [&str; 3] = ["比例", "频次", "频率"];
    let deed = DEEDS.into_iter().find(|deed| header.starts_with(deed))?;
    let shares = SHARES.iter().any(|noun| header[deed.len()..].starts_with(noun));
    (shares && !name.contains(['查', '检', '测', '巡'])).then_some(deed)
}

/// The period that a cell of such a column begins with, and where its number stands: `一年1次`, `每半年不少于1次`. Several years or months
/// (`两年一次`) are a length without a frequency.
pub(crate) fn period(cell: &str) -> (usize, Option<&'static str>) {
    const PERIODS: [(&str, &str); 14] = [
        ("半年", "per_half_year"),
        ("年度", "per_year"),
        ("年", "per_year"),
        ("个学期", "per_semester"),
        ("学期", "per_semester"),
        ("个季度", "per_quarter"),
        ("季度", "per_quarter"),
        ("季", "per_quarter"),
        ("个月", "per_month"),
        ("月", "per_month"),
        ("周", "per_week"),
        ("星期", "per_week"),
        ("天", "per_day"),
        ("日", "per_day"),
    ];
    let whole = cell.trim_start();
    let words = whole.strip_prefix('每').unwrap_or(whole);
    let one = words.strip_prefix(['一', '1']);
    let several = words.strip_prefix(['两', '二', '三', '四', '五', '六', '2', '3', '4', '5', '6']);
    let rest = one.or(several).unwrap_or(words);
    let Some((period, often)) = PERIODS.iter().find(|(period, _)| rest.starts_with(period)) else {
        return (0, None);
    };
    // `3月1次` may name the month.
    let month = *period == "月" && rest.len() < words.len();
    if month || *period == "日" && rest.len() < words.len() {
        return (0, None);
    }
    let behind = &rest[period.len()..];
    (cell.len() - behind.len(), Some(*often).filter(|_| several.is_none()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_tell_how_often() {
        assert!(heads("检查频次（次/年）") && heads("抽查次数") && !heads("抽查比例") && !heads("人次"));
        assert_eq!(deed("检查频次", "安全设施"), Some("检查"));
        assert_eq!(deed("检查频次", "安全设施检查"), None);
        assert_eq!(deed("检查时间", "安全设施"), None);
    }

    #[test]
    fn periods_of_cells() {
        let check = |cell: &str, rest: &str, often: Option<&str>| {
            let (at, found) = period(cell);
            assert_eq!((&cell[at..], found), (rest, often), "{cell}");
        };
        check("一年1次", "1次", Some("per_year"));
        check("每年度2次", "2次", Some("per_year"));
        check("1年2次", "2次", Some("per_year"));
        check("每半年不少于1次", "不少于1次", Some("per_half_year"));
        check("每季度一次", "一次", Some("per_quarter"));
        check("每月1次", "1次", Some("per_month"));
        check("两年一次", "一次", None);
        check("每3个月1次", "1次", None);
        check("1次", "1次", None);
        check("3月1次", "3月1次", None);
    }
}
