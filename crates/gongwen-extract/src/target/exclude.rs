//! Numbers that are no targets, by name.
//!
//! Two layers: [`candidate`] throws out at once what has no unit or is a date, an ordinal, a label or a code;
//! [`reason`] looks at the clause and names why a quantity with a unit commits to nothing (guide, 5 and 8).

mod candidate;
mod limits;
mod paid;
mod unknown;
mod worked;

use super::cues::CUES;
use super::measure::Binding;
use super::quantity::Quantity;
use crate::Comparator;
use crate::wordlist::Seen;
pub(super) use candidate::{candidate, digits, plain_article};
use gongwen_lexicon::ends_with_any;
use gongwen_text::chars::any_three;
use limits::limits;
use rust_decimal::Decimal;
pub(super) use unknown::{bare_figure, unknown_unit};

/// The clause round a quantity, as far as the exclusions look.
#[allow(clippy::struct_excessive_bools)] // independent findings about one clause
pub(super) struct Surroundings<'t> {
    /// The clause up to the number, its head included.
    pub(super) left: &'t str,
    /// The sentence up to the clause.
    pub(super) before: &'t str,
    /// The clause behind the quantity.
    pub(super) right: &'t str,
    /// The whole clause.
    pub(super) clause: &'t str,
    /// The sentence behind the clause.
    pub(super) after: &'t str,
    /// The characters of the clause.
    pub(super) seen: &'t Seen,
    pub(super) binding: Binding,
    /// A verb of doing stands directly before the number.
    pub(super) verb: bool,
    /// `每`, `各` in the clause, or a frequency.
    pub(super) spread: bool,
    /// Another target of the same clause stands before it.
    pub(super) listed: bool,
    /// By when is told, and it is not past.
    pub(super) dated: bool,
    /// Something is made or done before it in the sentence.
    pub(super) extent: bool,
    /// A colon behind the clause opens a list.
    pub(super) lists: bool,
    /// It stands among aims or in a task, where what is compared with last year is what shall be.
    pub(super) forward: bool,
}

/// The id of the exclusion that applies.
pub(super) fn reason(q: &Quantity<'_>, s: &Surroundings<'_>) -> Option<&'static str> {
    let cues = &*CUES;
    let left = s.left.trim_end();
    let bound = q.bound.is_some() || s.binding.comparator.is_some() || s.binding.reaches;
    let by_then =
        || ["底前", "末前", "月前", "日前", "年前", "之前", "以前"].iter().any(|w| left.ends_with(w));
    // `每月前3个工作日报送`: by when in each month, which no field says.
    let first_days = cues.duration_unit.is(&q.unit)
        && left
            .strip_suffix('前')
            .is_some_and(|head| ends_with_any(head, &["每月", "每季度", "每周", "每季", "次月", "当月"]));
    if first_days {
        return Some(super::UNREAD);
    }
    let equals = left.ends_with('=') && !left.ends_with(">=") && !left.ends_with("<=");
    if (equals || left.ends_with(['每', '前', '第', '满', '×', '*', '扣'])) && !by_then() {
        return Some(if left.ends_with('每') { "exclude.per" } else { "exclude.rank" });
    }
    // `3担任班主任`
    if q.unit == "担" && s.right.starts_with(['保', '任', '当', '负', '忧', '心']) {
        return Some("exclude.rank");
    }
    // `不足100名学生的教学点按100名学生核定经费`
    if left.ends_with("不足") || left.ends_with('按') && s.seen.any(s.right, &["核定", "拨付", "核算"])
    {
        return Some("exclude.condition");
    }
    // `10万人死亡率低于0.9`: what a rate is taken per.
    let rate = || ["死亡率", "发生率", "发病率", "患病率"].iter().any(|word| s.seen.holds(s.right, word));
    if q.unit == "人" && s.binding.start == left.len() && rate() {
        return Some("exclude.per");
    }
    // `为100名学生配备1名教师`: for whom the next number is.
    let served = s.right.is_empty() && left.ends_with(['为', '给', '对']);
    if served && matches!(super::matter::strip_lead(left).0, "为" | "给" | "对") {
        return Some("exclude.per");
    }
    if left.ends_with('后') && matches!(&*q.unit, "位" | "名" | "个") {
        return Some("exclude.rank");
    }
    // `3个以上单位联合承办的，…`: a condition, not an aim.
    let closed = s.right.trim_end();
    // `降雨量达到50毫米时，启动四级响应`
    if matches!(closed, "的" | "时")
        || closed.ends_with('的') && !s.verb && s.binding.change.is_none() && !s.binding.reaches
    {
        return Some("exclude.condition");
    }
    // `对营业收入突破1亿元的企业给予奖励`: whom it is for.
    let to = s.left.trim_start().starts_with('对');
    let whom = to && s.right.starts_with('的');
    if whom && s.seen.any(s.right, &["给予", "奖", "补"]) {
        return Some("exclude.condition");
    }
    // `对按时办结率低于95%的单位予以通报`, `对引进投资5000万元以上项目的引荐人`
    let beyond = matches!(s.binding.comparator, Some(Comparator::Lt | Comparator::Gt | Comparator::Le));
    let worth = (cues.money_unit.is(&q.unit) || matches!(&*q.unit, "起" | "次" | "例"))
        && q.bound == Some(Comparator::Ge)
        && s.right.contains('的');
    if whom && beyond || to && worth {
        return Some("exclude.condition");
    }
    // `超额完成5%以上的给予表扬`, `合格率低于90%的乡镇限期补课`: what follows from it; `90%以上的村优先配备` is a share.
    let behind = s.clause.get(s.left.len() + q.end - q.start..).unwrap_or_default();
    let follows = bound
        && behind.starts_with('的')
        && super::matter::has_chars(super::matter::strip_lead(left).0, 2)
        && cues.consequence.within_seen(behind, s.seen);
    // `单价超过1万元的须报批`
    let asked = || {
        behind.strip_prefix('的').is_some_and(|rest| rest.starts_with(['须', '需', '应', '由', '报', '按']))
    };
    if follows || beyond && asked() || limits(q, s) {
        return Some("exclude.condition");
    }
    // `处骗取资金10%以上50%以下的罚款`, `应缴费款1倍以上3倍以下罚款`
    if s.seen.holds(behind, "罚款") && (matches!(&*q.unit, "%" | "倍") || cues.money_unit.is(&q.unit)) {
        return Some("exclude.subsidy");
    }
    // `个人贷款额度最高20万元`, `按照每生每天5元标准`: what is lent or paid.
    let at_most = || {
        s.binding.comparator == Some(Comparator::Le)
            && s.seen.any(tail(left, 24), &["贷款额度", "授信额度", "担保额度", "借款额度", "信用额度"])
    };
    let standard = || {
        s.right.trim_start_matches('的').starts_with("标准")
            && s.binding.comparator.is_none()
            && !s.binding.reaches
            && s.seen.any(tail(left, 36), &["按每", "按照每"])
            // `按每户每年60元标准安排经费`: what is set aside.
            && !s.seen.any(s.right, &["安排", "列入", "落实", "经费"])
    };
    // `用地价格可按不低于最低价标准的70%执行`, `每年享受补贴不超过3次`
    let allowed = || q.unit == "%" && s.seen.holds(left, "可按");
    let enjoyed = || q.unit == "次" && s.seen.any(tail(left, 45), &["享受补", "享受奖", "享受一次性"]);
    if allowed() || enjoyed() || cues.money_unit.is(&q.unit) && (at_most() || standard()) {
        return Some("exclude.subsidy");
    }
    // `处10万元以上100万元以下罚款`, `按每吨200元给予奖励`
    let paid = || {
        let behind = s.right.trim_start_matches('的').trim_start_matches("标准");
        ["罚款", "给予", "予以", "奖励", "补助", "补贴"].iter().any(|w| behind.starts_with(w))
    };
    if cues.money_unit.is(&q.unit) && (left.ends_with('处') && q.bound.is_some() || paid()) {
        return Some("exclude.subsidy");
    }
    if paid::paid(q, s) {
        return Some("exclude.subsidy");
    }
    if paid::applied_for(q, s) {
        return Some("exclude.eligibility");
    }
    // `达到二类以上标准`
    let grade = matches!(&*q.unit, "类" | "级" | "星" | "等") && q.bound.is_some();
    if grade && ["标准", "水平", "要求"].iter().any(|w| s.right.starts_with(w)) {
        return Some("exclude.rank");
    }
    // `须经三分之二以上业主同意`: what makes it valid.
    let agreed = || ["同意", "参与表决", "表决", "签字确认"].iter().any(|w| s.right.contains(w));
    if q.unit == "%" && left.contains('经') && agreed() {
        return Some("exclude.condition");
    }
    // `国道改扩建工程全长46.8公里`: how long the thing is.
    if let Some(work) = ["全长", "总长", "线路长"].iter().find_map(|w| left.strip_suffix(w))
        && ["工程", "项目", "公路", "道路", "路线", "线路", "主线", "干线", "大桥", "隧道"]
            .iter()
            .any(|w| work.ends_with(w))
        && super::matter::verb_in_front(super::matter::strip_lead(work).0).is_none()
    {
        return Some("exclude.condition");
    }
    let value = ["分值", "分值为", "分值是", "计", "赋"].iter().any(|w| left.ends_with(w));
    if q.unit == "分" && value {
        return Some("exclude.score");
    }
    if q.unit == "分" && (!bound || s.right.starts_with(['为', '的', '且'])) {
        return Some("exclude.score");
    }
    if status(left, s, q.unit == "%") || cues.no_more.suffix(left).is_some() {
        return Some("exclude.status");
    }
    if on_the_books(q, left, s, bound) {
        return Some("exclude.status");
    }
    if part_count(q, left, s) {
        return Some("exclude.part-count");
    }
    if worked::worked_with(q, s) {
        return Some("exclude.means");
    }
    // `按出售价格10%缴纳`: a rate to be paid.
    let by = |near: &str| {
        near.rfind('按').is_some_and(|at| {
            !near[at + '按'.len_utf8()..].starts_with(['期', '时', '规', '需', '质', '职', '要'])
        })
    };
    let rate = !bound && q.unit == "%" && (by(tail(left, 36)) || s.right.starts_with("缴"));
    // `按5%的比例逐年递增` is growth of what was told.
    if rate && s.binding.change.is_none() {
        return Some("exclude.subsidy");
    }
    // `报销比例提高到75%`, `报销比例超过70%` are promises, `报销比例75%` a rate.
    let raised = || {
        q.unit == "%"
            && (s.binding.reaches
                && s.seen.any(tail(left, 24), &["提高", "提升", "增加", "稳定", "达", "保持"])
                || s.seen.any(tail(left, 24), &["覆盖率", "覆盖面", "到位率", "发放率", "兑现率"])
                || (matches!(s.binding.comparator, Some(Comparator::Ge | Comparator::Gt))
                    || ends_with_any(left, &["实现", "突破"]))
                    && share_of_a_whole(left))
    };
    // `经费按每人每年不低于1元列入预算`
    // `按每人每年不低于2元安排科普经费`
    let funds = || {
        s.binding.comparator == Some(Comparator::Ge)
            && (s.seen.holds(left, "经费")
                || s.right.starts_with("安排") && s.seen.any(s.right, &["经费", "资金"]))
    };
    if s.binding.change.is_none()
        && (matches!(&*q.unit, "%" | "个月" | "倍")
            || q.unit.starts_with('元')
            || cues.money_unit.is(&q.unit))
        && cues.subsidy.within_seen(tail(left, 60), s.seen)
        && !raised()
        && !standard_raised(left, s.before)
        && !funds()
        && !set_aside(left)
        // Money that the plan raises: `争取上级补助6亿元`.
        && !s.seen.any(tail(left, 60), &["争取", "筹集", "筹措", "申请"])
    {
        // `兑现奖补资金800万元`: a sum that the plan pays out as a whole.
        return Some(if paid::sum_paid_out(q, left) { super::UNREAD } else { "exclude.subsidy" });
    }
    let time = cues.duration_unit.is(&q.unit);
    // `可延长10个工作日`: what is allowed.
    if time && left.ends_with("延长") && s.seen.any(left, &["可", "批准", "最多"]) {
        return Some("exclude.duration");
    }
    // `参保率连续三年稳定在95%以上`
    let held = || {
        let years = tail(left, 36).rsplit_once("连续").and_then(|(_, rest)| rest.split_once('年'));
        q.unit == "%" && s.binding.reaches && years.is_some_and(|(years, _)| years.chars().count() == 1)
    };
    if (time || matches!(&*q.unit, "%" | "次" | "人"))
        && cues.eligibility.within_seen(tail(left, 30), s.seen)
        && eligible(tail(left, 30))
        // `信息公示率达到95%`: the word is part of a rate's name.
        && !(q.unit == "%" && s.seen.holds(tail(left, 30), "公示率"))
        && !held()
        && q.unit != "个工作日"
        // `自受理之日起7日内答复`, `公示期不少于5日` bind the office, `出生60日内办理登记` those who apply.
        && !(q.unit == "日" && s.seen.any(tail(left, 30), &["之日", "公示"]))
        // `公示期由45天缩短至20天`
        && !(time && s.binding.reaches && s.seen.any(tail(left, 30), &["公示期由", "公示期从"]))
    {
        return Some("exclude.eligibility");
    }
    if left.ends_with("一式") {
        return Some("exclude.eligibility");
    }
    // `建成110千伏变电站`: a kind of thing.
    if q.unit == "千伏" && !s.right.is_empty() && !bound {
        return Some("exclude.duration");
    }
    // `优良天数分别达到甲县220天、乙县210天`: days are what is counted.
    let days = || s.seen.any(left, &["天数", "日数", "时数", "时长"]);
    // `办结时限15个工作日`
    let limit = q.unit == "个工作日"
        && (ends_with_any(left, &["时限", "时间", "期限"])
            || ["办结", "办成", "审结", "办理完毕"].iter().any(|w| s.right.starts_with(w)));
    // `小学生不少于10小时、初中生9小时`
    let listed = s.listed && q.unit == "小时" && s.right.is_empty();
    if time && !bound && !limit && !listed && s.binding.change.is_none() && !days() {
        // `3分钟到场处置`: a promise, of what is told nowhere.
        const ANSWERS: [&str; 11] =
            ["到场", "到达", "抵达", "响应", "处置", "反馈", "送达", "回应", "出动", "出警", "出车"];
        let answers = s.forward && ANSWERS.iter().any(|word| s.right.starts_with(word));
        let open = || super::matter::strip_lead(left).0.is_empty() || left.ends_with(['后', '、', '时']);
        if answers && open() {
            return Some(super::UNREAD);
        }
        return Some("exclude.duration");
    }
    if time && s.right.starts_with(['生', '圈', '城', '都', '经', '不', '服']) && q.bound.is_none() {
        return Some("exclude.duration");
    }
    if q.han && !matches!(&*q.unit, "%") && !han_counts(q, s, bound) {
        return Some("exclude.article");
    }
    None
}

/// Whether the number is what is spent or set aside, by its words: `利用奖补资金`, `整合涉农补助资金`; not `给予奖补资金`.
fn set_aside(left: &str) -> bool {
    const SPENDS: [&str; 6] = ["利用", "整合", "统筹", "安排", "投入", "落实"];
    let clause = tail(left, 60);
    let piece = clause.rfind(['、', '，', '和']).map_or(clause, |at| &clause[at..]);
    ["资金", "经费"].iter().any(|end| piece.ends_with(end))
        && SPENDS.iter().any(|verb| piece.contains(verb))
        && !clause.contains(['每', '对', '按', '给'])
        && !piece.contains("一次性")
}

/// Whether words ask something of those who may have it; 从业人员 are only counted.
fn eligible(left: &str) -> bool {
    CUES.eligibility
        .each(left)
        .any(|(at, word, _)| word != "从业" || !left[at + word.len()..].starts_with(['人', '者']))
}

/// Whether the plan raises a standard: `城市低保标准提高到每人每月760元`; what a standard pays today is none of its aims.
/// A clause before may name it: `提高低保标准，城市由每人每月750元提高到780元`.
fn standard_raised(left: &str, before: &str) -> bool {
    const RAISES: [&str; 9] =
        ["提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "上调至", "上调到", "分别达到"];
    let clause = tail(left, 90);
    // `分别达到每人每月850元和680元`
    let listed = clause.trim_end_matches(['和', '、']);
    let listed = listed.strip_suffix('元').filter(|_| listed.len() < clause.len());
    let listed = listed.map(|words| words.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.'));
    let clause = listed.unwrap_or(clause);
    let clause =
        clause.trim_end_matches(['每', '人', '年', '月', '天', '日', '户', '床', '亩', '生', '均', '·', '/']);
    ends_with_any(clause, &RAISES)
        && (clause.contains("标准") || tail(before, 150).contains("标准") && left.contains('由'))
}

/// Whether a number bounds a share of something, not what a subsidy pays: `名额分配比例不低于50%`.
fn share_of_a_whole(left: &str) -> bool {
    const PAID: [&str; 5] = ["补助", "补贴", "支付", "给付", "减免"];
    let near = left.rfind("比例").map(|at| &left[..at]);
    near.is_some_and(|near| !PAID.iter().any(|w| near.ends_with(w)))
}

/// The last `max` bytes of a text, on a character boundary.
pub(super) fn tail(text: &str, max: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(max))..]
}

/// Words of the present or the past stand before the number (`现有`, `已建成`, `培训了`); not what a number that looks
/// forward is measured from (`比上年增长4.5%`), nor a thing that shall reach it (`到2025年，现有小区覆盖率达到85%`).
fn status(left: &str, s: &Surroundings<'_>, share: bool) -> bool {
    let cues = &*CUES;
    let near = tail(left, 75);
    let mut done = near.match_indices('了').map(|(at, done)| &near[at + done.len()..]);
    if s.seen.may("了") && done.any(|behind| behind.is_empty() || behind.starts_with(['近', '约'])) {
        return true;
    }
    if !cues.status.may_stand(s.seen) {
        return false;
    }
    // `早已`, `已` inside a name are rare; `在已有…基础上` describes too, but the target stands behind it.
    cues.status.each(near).any(|(at, word, _)| {
        let measured =
            s.forward && matches!(word, "上年" | "去年") && near[..at].ends_with(['比', '较', '于']);
        // `由目前的860个增加到2000个`, `由上年的82%提高到86%`
        let now = matches!(word, "目前" | "当前" | "现有" | "现状" | "上年" | "去年");
        let from = now && near[..at].ends_with(['由', '从']);
        let thing = word == "现有"
            && (s.dated || s.forward)
            && s.binding.reaches
            && near.len() > at + word.len() + 12;
        // `已建成的水厂水质达标率达到100%`; an amount may be last year's.
        let behind = &near[at + word.len()..];
        let named = || {
            let name = behind.find('的').map(|of| behind[of..].chars().skip(1));
            name.is_some_and(|mut name| name.by_ref().take(4).filter(|c| *c != '，').count() == 4)
        };
        let thing = thing
            || share
                && (s.dated || s.forward)
                && s.binding.reaches
                && !matches!(word, "截至" | "截止" | "以来" | "过去")
                && named();
        !measured && !from && !thing && !near[at + word.len()..].contains("基础上")
    })
}

/// Whether a number is what a plan reckons with: `在册人员42名`, `纳入计划编制的执法人员26名`, `国家法定工作日248个`.
fn on_the_books(q: &Quantity<'_>, left: &str, s: &Surroundings<'_>, bound: bool) -> bool {
    const BOOKED: [&str; 6] = ["在册", "在编", "编制", "法定工作日", "总工作日", "有效工作日"];
    const COUNTED: [&str; 7] = ["人员", "人数", "职工", "干部", "队员", "人", "工作日"];
    matches!(&*q.unit, "名" | "人" | "个" | "天" | "日")
        && !bound
        && !s.verb
        && s.binding.change.is_none()
        && ends_with_any(left, &COUNTED)
        && s.seen.any(tail(left, 60), &BOOKED)
        && !s.seen.any(left, &["核定编制", "新增", "引进", "招聘", "培训", "轮训"])
}

/// Whether a number of what is only says which things something is done to: `目前在建的5个项目`, `依托现有3个园区`,
/// `现有路灯1200盏全部更换`.
pub(super) fn describes(left: &str, right: &str) -> bool {
    const TAKEN: [&str; 6] = ["依托", "利用", "对", "将", "把", "为"];
    const ALL: [&str; 2] = ["全部", "全面"];
    let taken = || TAKEN.iter().any(|word| super::matter::strip_lead(left).0.starts_with(word));
    let done = || ALL.iter().any(|word| right.starts_with(word)) && !right.contains('已');
    (left.ends_with('的') || taken() || done()) && !CUES.no_more.within(left)
}

/// A Han numeral is a quantity only where a cue makes it one.
fn han_counts(q: &Quantity<'_>, s: &Surroundings<'_>, bound: bool) -> bool {
    // `百余家企业参加`: 余 is no bound, but `培育企业百余家` is a count.
    let some = q.bound == Some(Comparator::Approx) && s.binding.comparator.is_none() && !s.binding.reaches;
    let made = || super::matter::verb_in_front(super::matter::strip_lead(s.left).0).is_some();
    let bound = bound && (!some || made());
    // `每月一次调度机制`: a rule's name.
    let rule = q.value == Decimal::ONE && ["制度", "机制"].iter().any(|w| s.right.ends_with(w));
    // `新生儿落户一次办`
    let once = q.unit == "次" && s.right.starts_with('办') && !s.right.starts_with("办公");
    if slogan(s.right) || rule || once {
        return false;
    }
    if q.value == Decimal::ONE && q.value_max.is_none() {
        let event = matches!(&*q.unit, "所" | "座" | "期" | "次" | "遍" | "场" | "轮" | "家" | "处" | "场次");
        let each = s.left.ends_with('各');
        return bound
            || each
            || s.spread && (s.verb || event || s.listed)
            || s.verb && event && !s.right.starts_with('性');
    }
    bound || s.verb || s.listed || s.left.ends_with('各') || apposition(q, s)
}

/// `学生、教师、学校三类画像`: the number sums up a list.
pub(super) fn apposition(q: &Quantity<'_>, s: &Surroundings<'_>) -> bool {
    matches!(&*q.unit, "类" | "种" | "项" | "个" | "件")
        && (s.left.contains('、') || s.left.ends_with('等'))
        && !s.right.is_empty()
        && CUES.make.find(s.left).is_some_and(|(at, _)| at <= 12)
}

/// Whether a sentence says what a word means: `本办法所称小微企业，是指…`.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(super) fn defines(sentence: &str) -> bool {
    // 指 is E6 8C 87.
    any_three(sentence.as_bytes(), |a, b, c| (a == 0xE6) & (b == 0x8C) & (c == 0x87))
        && (sentence.contains("是指")
            || sentence.contains("：指")
            || sentence.contains("所称") && sentence.contains("，指"))
}

/// Whether a sentence gives marks (`少一次扣1分`): a scoring rule, whose numbers the plan does not commit to.
#[allow(clippy::needless_bitwise_bool, reason = "runs on many bytes at a time")]
pub(super) fn scores(sentence: &str) -> bool {
    // 分 is E5 88 86.
    if !any_three(sentence.as_bytes(), |a, b, c| (a == 0xE5) & (b == 0x88) & (c == 0x86)) {
        return false;
    }
    let mut from = 0;
    while let Some(at) = sentence[from..].find('分') {
        let before = &sentence[..from + at];
        let head = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        if head.len() < before.len() && head.ends_with(['得', '扣', '加', '计']) || head.ends_with('扣')
        {
            return true;
        }
        from += at + '分'.len_utf8();
    }
    false
}

/// Political idioms printed without quotation marks.
fn slogan(right: &str) -> bool {
    [
        "维护",
        "意识",
        "自信",
        "全面",
        "确立",
        "一百年",
        "结合",
        "务必",
        "面向",
        "不愁",
        "毫不动摇",
        "文明",
        "大局",
        "责任",
        "革命",
        "伟大",
        "转变",
        "清单",
        "中心",
        "基本",
    ]
    .iter()
    .any(|w| right.starts_with(w))
}

/// `5项提升行动`, `三个方面`, `细化133项任务`: parts of the plan itself. `涉及34个单位`: whom they are for.
fn part_count(q: &Quantity<'_>, left: &str, s: &Surroundings<'_>) -> bool {
    // `以上2项工程由县水利局牵头`: they were told before. `领导小组下设4个专项组`: what a body is made of.
    let told = left.trim_end();
    if matches!(told, "以上" | "上述" | "对以上" | "对上述") || told.ends_with("下设") {
        return true;
    }
    let listed = matches!(&*q.unit, "项" | "个" | "类" | "条" | "件");
    if !listed && !s.seen.may("涉及") {
        return false;
    }
    let verb = left.trim_end_matches(['共', '计', '为', '成', '出', '了']);
    // `改造小区42个，涉及楼栋368栋、1.86万户、建筑面积132万平方米`: how far the work goes.
    let extent = s.extent && matches!(&*q.unit, "栋" | "幢" | "户" | "平方米" | "公里" | "亩");
    // `涉及6个乡镇42个村`
    if !extent
        && let Some(near) = s.seen.rfind(left, "涉及").map(|at| &left[at..])
        && (verb.ends_with("涉及")
            || !CUES.make.within(near) && !s.seen.any(near, &["达到", "不少于", "不低于"]))
    {
        return true;
    }
    // `完成21条黑臭水体整治任务` is work done.
    if left.trim_end().ends_with("完成") && q.unit != "项" {
        return false;
    }
    // `改造内容包括基础类、完善类、提升类3类`
    if s.right.is_empty() && left.contains('、') && s.seen.any(left, &["内容包括", "内容包含"]) {
        return true;
    }
    // `民生实事项目共10项`: the list speaks of its own length.
    let sum = verb.len() < left.len() || left.ends_with("共有");
    let own = verb.trim_end_matches(['有', '共']);
    if sum && matches!(&*q.unit, "项" | "件") && ends_with_any(own, &["项目", "任务", "事项", "实事", "措施"])
    {
        return true;
    }
    // `企业开办方面4项：…`, `改革举措12项`: symmetrical to a number in front of its noun.
    let parts = ["方面", "领域", "举措", "措施", "原则"];
    if s.right.is_empty()
        && q.bound.is_none()
        && !s.spread
        && ends_with_any(own.trim_end_matches('各'), &parts)
    {
        return true;
    }
    // `取消事项3项：甲；乙；丙`, `第一批3项：…`
    let named = || {
        ends_with_any(own, &["事项", "任务", "内容", "环节", "清单", "工作"])
            || own.ends_with('批') && own.contains('第')
            || own.starts_with("共有")
    };
    if s.right.is_empty()
        && s.lists
        && !left.contains("完成")
        && matches!(&*q.unit, "项" | "条" | "件")
        && named()
    {
        return true;
    }
    let lists = || ends_with_any(verb, &["明确", "细化", "分解", "梳理", "列", "确定", "包括", "包含"]);
    if !listed || q.bound.is_some() || q.value > Decimal::from(30) && !lists() {
        return false;
    }
    let noun = s.right.trim_start_matches(['大', '的']);
    for (chars, (at, c)) in noun.char_indices().enumerate() {
        if chars > 8 || matches!(c, '，' | '。' | '、' | '；' | '（' | '“' | '：') {
            break;
        }
        if let Some(word) = CUES.part_noun.prefix(&noun[at..]) {
            let after = &noun[at + word.len()..];
            let long = matches!(word, "行动" | "举措" | "措施" | "任务" | "原则" | "方面");
            let building = matches!(
                word,
                "工程" | "体系" | "机制" | "制度" | "领域" | "清单" | "目标" | "指标" | "阶段"
            );
            let short = chars <= 2 || chars <= 4 && !building || long;
            let ends = word == "方面"
                || after.is_empty()
                || after.starts_with([
                    '，', '。', '、', '；', '（', '(', '：', '”', '和', '及', '为', '中', '上',
                ])
                || CUES.part_noun.prefix(after).is_some();
            if short && ends {
                return true;
            }
        }
    }
    false
}
