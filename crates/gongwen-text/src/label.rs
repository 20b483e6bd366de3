//! Ordinal labels at the start of a line: `一、` `（一）` `1.` `（1）` `①` `第一章` `——`.
//!
//! GB/T 9704-2012, 7.3.3 names four levels (`一、` `（一）` `1.` `（1）`); regulations count in 章 节 条, and
//! ledgers and OCR bring further forms. A label says only what is printed; how deep its unit lies is the
//! outline's business.

mod decimal;
mod forms;

use decimal::counting;
use forms::{HAN, counted, read_trimmed};

/// The printed form of a label, without its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelStyle {
    /// `第一编` `第一部分`
    Part,
    /// `第一章`
    Chapter,
    /// `第一节`
    Section,
    /// `第一条`
    Article,
    /// `1` behind which white space stands, in a document numbered `1`, `1.1`, `1.1.1`
    Plain,
    /// `一、`
    Han,
    /// `专栏1`
    Box,
    /// `任务一：`
    Named,
    /// `（一）`
    HanParen,
    /// `1.` `1、` `1．`
    Arabic,
    /// `1.1`, `1-1`; white space stands behind it, unless the whole document is numbered so
    Decimal,
    /// `1.1.1`, as `1.1`
    Decimals,
    /// `Ⅰ.`
    Roman,
    /// `A.`, in a list that counts on
    Letter,
    /// `a.`, in a list that counts on
    SmallLetter,
    /// `（1）` `1）`
    ArabicParen,
    /// `①`
    Circled,
    /// `——`
    Dash,
    /// `●` `■` `◆` `▲`
    Bullet,
    /// `◇` `□` `☆` `◎` `△`: below the filled ones where both stand
    Hollow,
}

impl LabelStyle {
    /// How many forms there are.
    pub const COUNT: usize = Self::Hollow as usize + 1;
}

/// A label at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Printed form.
    pub style: LabelStyle,
    /// Ordinal; 0 for a dash or a bullet.
    pub number: u32,
    /// Bytes from the start of the text to the end of the label, white space in front included.
    pub end: usize,
    /// Bytes of white space in front.
    pub start: usize,
}

/// A label of numbers with points between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// Form, last number and place.
    pub label: Label,
    /// Chapter, part and part of a part; 0 where there is none.
    pub numbers: [u32; 3],
    /// Whether what stands behind shows that this is no figure.
    pub certain: bool,
    /// Whether white space parts it from what stands behind.
    pub apart: bool,
}

impl Label {
    /// Reads the label that `text` begins with.
    ///
    /// # Examples
    /// ```
    /// use gongwen_text::{Label, LabelStyle};
    /// let label = Label::read("（十二）加强领导").unwrap();
    /// assert_eq!((label.style, label.number, label.end), (LabelStyle::HanParen, 12, "（十二）".len()));
    /// assert!(Label::read("1.2万人次").is_none());
    /// assert!(Label::read("2025年").is_none());
    /// assert_eq!(Label::read("3.2025年底前").unwrap().end, 2);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        // Nothing to trim: most labels, and prose that no label can be mistaken for.
        match *text.as_bytes() {
            [digit @ b'1'..=b'9', b'.', next, ..] if !matches!(next, b'0'..=b'9' | 0xEF) => {
                return Some(Self {
                    style: LabelStyle::Arabic,
                    number: u32::from(digit - b'0'),
                    end: 2,
                    start: 0,
                });
            }
            [b'0'..=b'9', ..] => {
                let (style, number, end) = counted(text)?;
                return Some(Self { style, number, end, start: 0 });
            }
            [0xE4..=0xE9, second, third, ..] => {
                let low = u32::from(second) << 6 & 0x3C0 | u32::from(third) & 0x3F;
                if HAN[low as usize >> 6] >> (low & 63) & 1 == 0 {
                    return None;
                }
                let (style, number, end) = read_trimmed(text)?;
                return Some(Self { style, number, end, start: 0 });
            }
            [0xEF, ..] => {
                let (style, number, end) = read_trimmed(text)?;
                return Some(Self { style, number, end, start: 0 });
            }
            _ => {}
        }
        let trimmed = text.trim_start();
        let start = text.len() - trimmed.len();
        let (style, number, len) = read_trimmed(trimmed)?;
        Some(Self { style, number, end: start + len, start })
    }

    /// Reads the label that `text` begins with where the whole document is numbered `1 总则`, `1.1 目的`, `1.1.1 …`; there no
    /// white space need stand behind a point's number.
    ///
    /// # Examples
    /// ```
    /// use gongwen_text::{Label, LabelStyle};
    /// let decimal = Label::read_decimal("2.1指挥机构").unwrap();
    /// assert_eq!((decimal.label.style, decimal.numbers), (LabelStyle::Decimal, [2, 1, 0]));
    /// assert!(decimal.certain);
    /// let decimal = Label::read_decimal("3 监测预警").unwrap();
    /// assert_eq!((decimal.label.style, decimal.label.number), (LabelStyle::Plain, 3));
    /// // A label only where the list counts on.
    /// assert!(!Label::read_decimal("4.6 24小时值班").unwrap().certain);
    /// assert!(!Label::read_decimal("5.2 人员保障").unwrap().certain);
    /// assert!(Label::read_decimal("1.2万人次").is_none());
    /// assert!(Label::read_decimal("3个指挥部").is_none());
    /// ```
    pub fn read_decimal(text: &str) -> Option<Decimal> {
        let found = counting(text).filter(|found| found.heads() || found.parts > 1 && found.may_head())?;
        let style = match found.parts {
            1 if found.gap > 0 => LabelStyle::Plain,
            1 => return None,
            2 => LabelStyle::Decimal,
            _ => LabelStyle::Decimals,
        };
        let label = Self { style, number: found.last, end: found.end, start: 0 };
        Some(Decimal { label, numbers: found.numbers, certain: found.heads(), apart: found.gap > 0 })
    }

    /// The label as printed.
    pub fn printed(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use LabelStyle::{Arabic, ArabicParen, Article, Chapter, Circled, Dash, Han, HanParen, Part};

    fn check(text: &str, expect: Option<(LabelStyle, u32, &str)>) {
        let got = Label::read(text).map(|l| (l.style, l.number, l.printed(text)));
        assert_eq!(got, expect, "{text}");
    }

    #[test]
    fn printed_forms() {
        check("一、 总体要求", Some((Han, 1, "一、")));
        check("三、四级联动", Some((Han, 3, "三、")));
        check("　　二 、目标", Some((Han, 2, "二 、")));
        check("（十二）加强", Some((HanParen, 12, "（十二）")));
        check("( 二 ) 加强", Some((HanParen, 2, "( 二 )")));
        check("1．利用", Some((Arabic, 1, "1．")));
        check("2 .不断优化", Some((Arabic, 2, "2 .")));
        check("10、推进", Some((Arabic, 10, "10、")));
        check("2.1 培育产业", Some((LabelStyle::Decimal, 1, "2.1")));
        check("2.1.3 壮大企业", Some((LabelStyle::Decimals, 3, "2.1.3")));
        check("1-2 连通水系", Some((LabelStyle::Decimal, 2, "1-2")));
        check("（1）、推进", Some((ArabicParen, 1, "（1）、")));
        check("3）推进", Some((ArabicParen, 3, "3）")));
        check("①推进", Some((Circled, 1, "①")));
        check("■ 推进", Some((LabelStyle::Bullet, 0, "■")));
        check("▲ 推进", Some((LabelStyle::Bullet, 0, "▲")));
        check("△推进", Some((LabelStyle::Hollow, 0, "△")));
        check("▲", None);
        check("第一章 总则", Some((Chapter, 1, "第一章")));
        check("第十二条 为了", Some((Article, 12, "第十二条")));
        check("第三部分 保障", Some((Part, 3, "第三部分")));
        check("【任务2】打好攻坚战", Some((LabelStyle::Named, 2, "【任务2】")));
        check("【责任单位】县水利局", None);
        check("任务一：打好攻坚战", Some((LabelStyle::Named, 1, "任务一：")));
        check("专项行动12：提升", Some((LabelStyle::Named, 12, "专项行动12：")));
        for text in [
            "重点工作1．",
            "重点任务1：",
            "事项一：",
            "实事1.",
            "问题1：",
            "第1项：",
            "第一件：",
            "【问题1】",
            "民生实事1：",
            "专项1：",
        ] {
            check(&format!("{text}推进改造"), Some((LabelStyle::Named, 1, text)));
        }
        check("专栏3 重点工程", Some((LabelStyle::Box, 3, "专栏3")));
        check("专栏 二：重点工程", Some((LabelStyle::Box, 2, "专栏 二：")));
        check("—、工作目标", Some((Han, 1, "—、")));
        check("-、工作目标", Some((Han, 1, "-、")));
        check("ー、工作目标", Some((Han, 1, "ー、")));
        check("(-)保护性耕作", Some((HanParen, 1, "(-)")));
        check("（—）保护性耕作", Some((HanParen, 1, "（—）")));
        check("（—）", None);
        check("(-1)以下", None);
        check("-保护性耕作", None);
        check("——公民素质", Some((Dash, 0, "——")));
        check("◎推进改造", Some((LabelStyle::Hollow, 0, "◎")));
        check("Ⅱ.建立服务站", Some((LabelStyle::Roman, 2, "Ⅱ.")));
        check("Ⅰ、Ⅱ类水体比例", None);
        check("Ⅱ级响应", None);
        for (text, number) in
            [("十", 10), ("十九", 19), ("三十", 30), ("九十九", 99), ("一二", 12), ("一百零二", 102)]
        {
            check(&format!("{text}、目标"), Some((Han, number, &format!("{text}、"))));
            check(&format!("（{text}）目标"), Some((HanParen, number, &format!("（{text}）"))));
        }
        check("12.", Some((Arabic, 12, "12.")));
        check("3.１万", None);
        check("2.18岁以上人群", Some((Arabic, 2, "2.")));
        check("3.35—64岁妇女", Some((Arabic, 3, "3.")));
        check("5.100%的社区", Some((Arabic, 5, "5.")));
        check("2.18万人", None);
        check("3.5年", None);
    }

    #[test]
    fn one_look_passes_every_label() {
        let behind = [
            "、目标",
            "一章",
            "务一：",
            "动一：",
            "程一：",
            "目一：",
            "项行动一：",
            "措一：",
            "点任务一：",
            "项一：",
            "事一：",
            "题一：",
            "生实事一：",
            "革任务一：",
            "馈问题一：",
        ];
        for c in '\u{4000}'..='\u{9FFF}' {
            for behind in behind {
                let text = format!("{c}{behind}");
                assert_eq!(Label::read(&text).is_some(), read_trimmed(&text).is_some(), "{text}");
            }
        }
    }

    #[test]
    fn prose_is_no_label() {
        for text in [
            "1.2万人次",
            "2025年",
            "一是加强",
            "第一批",
            "12·4",
            "3-5 名干部",
            "1-6月",
            "6-12 岁儿童",
            "1-1",
            "2024-3-8 印发",
            "（含2项）",
            "— 3 —",
            "—— 3 ——",
            "行动一致",
            "专栏作家",
            "★",
            "任务：完成",
            "任务1、2由县财政局负责",
            "任务一、二、三",
            "任务1、任务2",
            "一、二、三组单位",
            "十、十一、十二号楼",
            "问题1.2个",
            "问题一致",
            "重点工作：一是",
            "第一项工作",
            "事项三类",
            "5G网络",
            "三农",
            "（2021—2025年）",
        ] {
            check(text, None);
        }
    }
}
