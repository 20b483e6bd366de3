//! Posts that do the same, each so often: `县级河长每季度、乡级河长每月巡河1次`.

use super::{RULE, time_within};
use crate::target::sentence::Clause;
use crate::target::share::Part;
use crate::target::{Context, matter, names, time};
use gongwen_text::Span;
use std::borrow::Cow;

/// `县级河长每季度、乡级河长每月、村级河长每周巡河不少于1次`: each so often, and what is done stands behind the last.
pub(in crate::target::share) fn often_each<'a>(
    text: &'a str,
    clause: &Clause,
    parts: &mut Vec<Part<'a>>,
) -> bool {
    let [part] = &parts[..] else { return false };
    let left = part.left.of_text(text);
    if !clause.seen.may("每") || !clause.seen.may("、") || left.matches('每').count() < 2 {
        return false;
    }
    let Some((told, deed)) = posts_apart(left).or_else(|| posts(left)) else { return false };
    let one = |(who, often): (Cow<'a, str>, &'static str)| Part {
        left: Span::of(deed, text),
        group: Some(who),
        frequency: Some(often),
        quote_from: clause.span.from(),
        rule: Some(RULE),
        ..part.clone()
    };
    *parts = told.into_iter().map(one).collect();
    true
}

/// Who does something how often.
type Posts<'a> = Vec<(Cow<'a, str>, &'static str)>;

/// `县级河长每季度、乡级河长每月、村级河长每周巡河`: who does it how often, and what is done.
fn posts(left: &str) -> Option<(Posts<'_>, &str)> {
    let items = names::items(left);
    let (last, rest) = items.split_last().filter(|(_, rest)| !rest.is_empty())?;
    let often = |item| {
        let (from, to, time) = time_within(item)?;
        let who = matter::strip_lead(item[..from].trim_end_matches(['要', '应', '须', '需'])).0;
        let who = matter::clean(who);
        Some(((Cow::Borrowed(who), time.frequency?), to)).filter(|_| matter::has_chars(who, 2))
    };
    let mut told = Vec::with_capacity(items.len());
    for item in rest {
        told.push(often(item).filter(|&(_, to)| to == item.len())?.0);
    }
    let (post, to) = often(last)?;
    told.push(post);
    Some((told, &last[to..])).filter(|(_, deed)| matter::has_chars(deed, 2))
}

/// `县、乡、村级河长分别每季度、每月、每周巡河`: the same, told apart by 分别.
fn posts_apart(left: &str) -> Option<(Posts<'_>, &str)> {
    let (who, rest) = left.split_once("分别")?;
    let who = matter::strip_lead(who.trim_end_matches(['要', '应', '须', '需'])).0;
    let (mut often, mut deed) = (Vec::new(), rest);
    while let Some((len, time)) = time::read(deed.trim_start_matches(['、', '和']), &Context::default()) {
        often.push(time.frequency?);
        deed = &deed.trim_start_matches(['、', '和'])[len..];
    }
    let items = names::items(who);
    let (last, others) = items.split_last().filter(|_| often.len() > 1 && often.len() == items.len())?;
    let tail = shared_tail(last, others);
    let named = |(i, item): (usize, &&str)| {
        let tail = if i + 1 == items.len() { "" } else { tail };
        Cow::Owned([*item, tail].concat())
    };
    let told = items.iter().enumerate().map(named).zip(often).collect();
    Some((told, deed)).filter(|_| matter::has_chars(deed, 2))
}

/// `县、乡、村级河长`, `县级、乡级林长`: what they are stands behind the last rank.
fn shared_tail<'a>(last: &'a str, others: &[&str]) -> &'a str {
    let tail = if others.iter().all(|item| item.chars().nth(1).is_none()) {
        last.char_indices().nth(1).map(|(at, _)| &last[at..])
    } else {
        last.split_once('级').map(|(_, what)| what).filter(|_| others.iter().all(|item| item.ends_with('级')))
    };
    tail.unwrap_or_default()
}
