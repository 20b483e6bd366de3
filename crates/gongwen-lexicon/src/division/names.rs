//! Short forms of division names.

/// Peoples whose names stand in the names of autonomous divisions.
const PEOPLES: [&str; 61] = [
    "回族",
    "满族",
    "苗族",
    "彝族",
    "壮族",
    "侗族",
    "瑶族",
    "白族",
    "傣族",
    "藏族",
    "黎族",
    "畲族",
    "水族",
    "土族",
    "羌族",
    "佤族",
    "怒族",
    "京族",
    "土家族",
    "布依族",
    "朝鲜族",
    "哈尼族",
    "傈僳族",
    "仡佬族",
    "拉祜族",
    "东乡族",
    "纳西族",
    "景颇族",
    "毛南族",
    "撒拉族",
    "布朗族",
    "保安族",
    "裕固族",
    "独龙族",
    "达斡尔族",
    "仫佬族",
    "塔吉克族",
    "普米族",
    "鄂温克族",
    "德昂族",
    "阿昌族",
    "基诺族",
    "门巴族",
    "珞巴族",
    "赫哲族",
    "高山族",
    "族",
    "维吾尔族",
    "哈萨克族",
    "锡伯族",
    "蒙古族",
    "各族",
    "维吾尔",
    "哈萨克",
    "壮族",
    "蒙古",
    "柯尔克孜",
    "塔吉克",
    "傈僳",
    "仫佬",
    "锡伯",
];

/// A division's name without the word for its kind: `平罗` for `平罗县`, `延边` for `延边朝鲜族自治州`; the whole name where
/// fewer than two characters would be left.
pub fn short_name(name: &str) -> &str {
    const AUTONOMOUS: [&str; 4] = ["自治县", "自治旗", "自治州", "自治区"];
    const PLAIN: [&str; 8] = ["特别行政区", "地区", "县", "市", "区", "旗", "盟", "省"];
    let long_enough = |short: &&str| short.len() >= 6;
    if let Some(mut short) = AUTONOMOUS.iter().find_map(|end| name.strip_suffix(end)) {
        while let Some(shorter) =
            // A people that is the whole name keeps its own name: 东乡 of 东乡族.
            PEOPLES
                .iter()
                .filter_map(|people| short.strip_suffix(people))
                .filter(long_enough)
                .min_by_key(|rest| rest.len())
        {
            short = shorter;
        }
        return if short.len() >= 6 { short } else { name };
    }
    PLAIN.iter().find_map(|end| name.strip_suffix(end)).filter(long_enough).unwrap_or(name)
}

/// Whether `short` is a division's name without the word for its kind.
pub(crate) fn is_short_name(short: &str) -> bool {
    super::provinces().any(|name| name.starts_with(short) && short_name(name) == short)
        || ["市", "县", "区", "旗"].iter().any(|end| !super::rows_named(&[short, end].concat()).is_empty())
}
