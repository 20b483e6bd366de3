//! What kind of quantity a number is: a count, a level, an increase or a decrease (guide, 5).
//!
//! The words that bind it are asked first, then its unit, then the name of what is counted.

use super::Binding;
use crate::Measure;
use crate::target::cues::CUES;
use crate::target::quantity::Quantity;

/// Figures that are reached, whatever counts them.
const REACHED: [&str; 7] = ["发生次数", "传播量", "浏览量", "阅读量", "访问量", "点击量", "播放量"];

/// Rates at which something falls, by the ends of their names.
const FALLS: [&str; 7] = ["降幅", "下降率", "降低率", "降低目标", "下降目标", "削减目标", "压减目标"];

/// Which of the ladders is that of ranks.
const RANK: usize = 2;

/// A number, what binds it and what it counts.
struct Case<'a> {
    quantity: &'a Quantity<'a>,
    unit: &'a str,
    binding: &'a Binding,
    /// What is counted.
    indicator: &'a str,
    /// A verb of doing governs it.
    makes: bool,
}

/// The kind of a quantity, when its own clause settles it.
///
/// `indicator` is what is counted, `makes` whether a verb of doing governs it.
pub(in crate::target) fn measure(
    quantity: &Quantity<'_>,
    binding: &Binding,
    indicator: &str,
    makes: bool,
) -> Option<Measure> {
    let case = Case { quantity, unit: &quantity.unit, binding, indicator, makes };
    case.changes().or_else(|| {
        if case.is_rate() || case.of_each() || case.herd_kept() || case.stock_of_events() {
            Some(Measure::Level)
        } else if case.counts() {
            Some(Measure::Count)
        } else {
            Some(Measure::Level).filter(|_| case.is_reached() || case.is_stock())
        }
    })
}

impl Case<'_> {
    fn named_by_level(&self) -> bool {
        CUES.level_noun.suffix(self.indicator).is_some()
    }

    /// A bound stands on either side, or it is reached.
    fn held(&self) -> bool {
        self.binding.reaches || self.binding.comparator.is_some() || self.quantity.bound.is_some()
    }

    fn is_event(&self) -> bool {
        CUES.event_unit.is(self.unit)
    }

    /// Something grows or falls by it, or words of growth are none here.
    fn changes(&self) -> Option<Measure> {
        // `人口自然增长率控制在6‰以内` is no rate at which something grows.
        if self.unit == "‰" && self.binding.reaches {
            return Some(Measure::Level);
        }
        // `文化站提升20个`
        let things = matches!(self.unit, "个" | "处" | "所" | "座" | "家" | "条" | "栋" | "公里");
        if self.binding.improves && things && !self.named_by_level() {
            return Some(Measure::Count);
        }
        if self.binding.change.is_some() {
            return self.binding.change;
        }
        // `城乡差距缩小到5个百分点以内`: how far they lie apart, no growth.
        if self.unit == "百分点" && self.held() && CUES.gap.suffix(self.indicator).is_some() {
            return Some(Measure::Level);
        }
        let grows = ["增速", "增幅", "增长率"].iter().any(|end| self.indicator.ends_with(end));
        if self.unit == "百分点" || self.quantity.doubles || grows {
            return Some(Measure::Increase);
        }
        // `能耗强度降低目标不低于2.8%`
        FALLS.iter().any(|end| self.indicator.ends_with(end)).then_some(Measure::Decrease)
    }

    /// Its unit is that of a rate, of a time, or of an age (`平均受教育年限超过14.5年`).
    fn is_rate(&self) -> bool {
        matches!(self.unit, "%" | "‰" | "年一遇" | "年" | "岁") || CUES.duration_unit.is(self.unit)
    }

    /// So much for each of many.
    fn of_each(&self) -> bool {
        let begins = |words: &[&str]| words.iter().any(|word| self.indicator.starts_with(word));
        // `平均跑动次数压减至0.1次`
        let mean = self.binding.reaches && begins(&["平均"]);
        let per_so_many = begins(&["每百", "每千", "每万"]) && self.named_by_level();
        let stock = self.indicator.ends_with(['量', '额']) && self.binding.reaches;
        let bound = !self.is_event() && (self.binding.comparator.is_some() || self.binding.reaches);
        // `市级人均科普经费不低于3元`: of one rank.
        let rank = CUES.ladders[RANK].prefix(self.indicator).map_or(0, str::len);
        let each =
            ["生均", "人均", "户均", "亩均"].iter().any(|word| self.indicator[rank..].starts_with(word));
        let per_head = each && (stock || bound);
        mean || per_so_many || per_head || self.time_per_head()
    }

    /// `生猪年末存栏不少于21万头`: what is kept is bounded.
    fn herd_kept(&self) -> bool {
        self.indicator.ends_with("存栏") && self.held()
    }

    /// `领导干部年人均学习时间不低于12学时`
    fn time_per_head(&self) -> bool {
        let mean = ["人均", "生均"].iter().any(|word| self.indicator.contains(word));
        let time = || ["时间", "时长", "学时", "学时数"].iter().any(|end| self.indicator.ends_with(end));
        mean && self.held() && time()
    }

    /// How often something happens by now, however it is counted.
    fn stock_of_events(&self) -> bool {
        // `事件年发生次数少于2次`, `年传播量突破20万条`
        let happens = self.binding.reaches && REACHED.iter().any(|figure| self.indicator.ends_with(figure));
        // `数据归集量累计突破50亿条`
        let sum = self.binding.sum && !self.makes && self.indicator.ends_with(['量', '额']);
        // `航线增至25条`
        let lines = self.unit == "条"
            && self.binding.reaches
            && !self.makes
            && self.indicator.ends_with(['线', '路', '链']);
        happens || sum || lines
    }

    /// So many are made, or so often something is done.
    fn counts(&self) -> bool {
        let stock = || {
            CUES.level_noun
                .suffix(self.indicator)
                .is_some_and(|noun| !matches!(noun, "数" | "数量" | "量") || self.indicator.ends_with("有量"))
        };
        self.makes || self.is_event() && !self.is_yearly_capacity() && (!self.binding.reaches || !stock())
    }

    /// It is reached or bounded, or a temperature.
    fn is_reached(&self) -> bool {
        matches!(self.unit, "℃" | "摄氏度")
            || self.binding.reaches
            || self.binding.comparator.is_some() && self.named_by_level()
            || self.held() && self.is_registered()
    }

    /// `注册志愿者不少于5000名`: those who are on a register.
    fn is_registered(&self) -> bool {
        let registered = ["注册", "实名注册", "在册", "登记在册"];
        matches!(self.unit, "人" | "名") && registered.iter().any(|word| self.indicator.starts_with(word))
    }

    /// `年培训能力8000人次`: what could be done in a year.
    fn is_yearly_capacity(&self) -> bool {
        self.indicator.ends_with("能力") && self.indicator.starts_with(['年', '日'])
    }

    /// Its name is that of a stock.
    fn is_stock(&self) -> bool {
        // `年处置能力15万吨`: what could be done, whatever the verb in its name.
        if self.indicator.ends_with("能力") && CUES.size_unit.is(self.unit) || self.is_yearly_capacity() {
            return true;
        }
        // `不低于0.5个/户`
        if self.unit.contains('/') && !self.is_event() && self.binding.comparator.is_some() {
            return true;
        }
        // `粮食播种面积92.6万亩以上`, `水产品产量2.3万吨`: a stock, unless the words say that something is done.
        let noun = CUES.level_noun.suffix(self.indicator);
        let stock = noun.is_some_and(|noun| !matches!(noun, "数" | "数量" | "人数"));
        let deed = || !self.indicator.ends_with("种植面积") && CUES.make.find(self.indicator).is_some();
        (self.quantity.bound.is_some() || CUES.stock.suffix(self.indicator).is_some()) && stock && !deed()
    }
}
