//! Brackets, keys and sentences of a paragraph: finds the window for each anchor and hands it on.
//!
//! All backward and forward searches draw on one allowance that is a multiple of the paragraph's length, so that no input
//! costs more than linear time.

use super::anchor::Cue;
use super::cue::CUES;
use super::known::{Known, Look, OrgId};
use super::pieces::{MOST_NAMES, apart, before_etc, marks, marks_back, pieces};
use super::reader::Reader;
use super::{cue, narrative, org, partner, place};
use crate::due;
use crate::facts::{Role, Statement};
use gongwen_lexicon::words;
use gongwen_text::Span;
use gongwen_text::chars::{closes_bracket, opens_bracket};

/// Longest bracket in bytes: forty agencies are about a thousand.
const LONGEST: usize = 3000;

/// Reads a paragraph.
pub(super) fn read(reader: &mut Reader<'_>, span: Span, own: Option<OrgId>) {
    let text = reader.text;
    let anchors = reader.anchors.within(span);
    // Most paragraphs hold no anchor and end in a word, with or without 。.
    let ends = &text.as_bytes()[..span.to()];
    if anchors.is_empty()
        && matches!(ends, [.., 0xE4..=0xE9, _, _] | [.., 0xE4..=0xE9, _, _, 0xE3, 0x80, 0x82])
    {
        return;
    }
    let mut walk =
        Walk { text, span, floor: span.from(), clear: span.from(), allowance: span.len() * 4 + 4096 };
    // Sentences cost more than brackets: a text that repeats a duty word without end is not read to its end.
    let mut windows = 16 + span.len() / 48;
    let mut last = None;
    let mut dropped = None;
    let mut year_told = None;
    let mut stop = None;
    for number in anchors {
        let anchor = reader.anchors.at(number);
        let at = anchor.at as usize;
        let repeated = last.replace((anchor.end, anchor.cue)) == Some((anchor.at, anchor.cue));
        if at < walk.floor || repeated {
            continue;
        }
        match anchor.cue {
            Cue::Close => walk.bare(reader, at),
            // A duty word inside is an anchor of its own.
            Cue::Open => walk.opened(reader, anchor.end as usize, number),
            Cue::Key if walk.enclosing(at).is_none() => walk.keyed(reader, anchor.end as usize),
            Cue::Done if walk.enclosing(at).is_none() => {
                // `2024年8月底前完成摸排，10月底前完成整治`: the year is said once in a sentence.
                let same = |told: &(i16, usize)| at - told.1 <= LONGEST && !text[told.1..at].contains('。');
                let before = || {
                    due::year_before(text, span, at).filter(|year| reader.year.is_none_or(|own| own < *year))
                };
                let year = year_told.filter(same).map(|(year, _)| year).or_else(before).or(reader.year);
                // `2000年底前建成、配套不完善的小区`: a year before the plan tells which ones are meant.
                let past = |time: &due::Time<'_>| {
                    time.by.zip(reader.begins).is_some_and(|((year, ..), first)| year < first)
                };
                let time =
                    due::before_done(text, span, at, anchor.end as usize, year).filter(|time| !past(time));
                let told = time.and_then(|time| time.by).map(|(year, ..)| (year, at));
                year_told = told.or(year_told);
                // What closes the paragraph is said of all of it, unless its sentence tells what is done by then.
                let stop = *stop.get_or_insert_with(|| last_stop(text, span));
                let last = stop < anchor.end as usize;
                let whole = |time: &due::Time<'_>| of_the_whole(text, span, Span::of(time.raw, text).from());
                if last && time.as_ref().is_some_and(whole) {
                    reader.times.extend(time);
                } else {
                    reader.told.extend(time);
                }
            }
            _ => match walk.enclosing(at) {
                // `小区（2000年底前建成）12个` tells which they are.
                Some(bracket) if anchor.cue == Cue::Done && !closes(text, span, bracket.end) => {}
                Some(bracket) => walk.statement(reader, bracket),
                None if windows > 0 => {
                    windows -= 1;
                    narrative::read(reader, Span::new(walk.floor, span.to()), &anchor, own);
                }
                None => {
                    dropped.get_or_insert(at);
                }
            },
        }
    }
    if let Some(at) = dropped {
        reader.unread(&reader.text[at..at + '负'.len_utf8()]);
    }
    // A bracket that closes the paragraph.
    let end = text[..span.to()].trim_end_matches(['。', '.', '；', ';', ' ']).len();
    if let Some(closer) = text[walk.floor.min(end)..end].chars().next_back().filter(|&c| closes_bracket(c)) {
        walk.bare(reader, end - closer.len_utf8());
    }
}

/// One past the last stop of a paragraph, those at its end aside; where it begins when there is none.
fn last_stop(text: &str, span: Span) -> usize {
    let body = text[span.from()..span.to()]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '；'));
    body.rfind(['。', '；']).map_or(span.from(), |at| span.from() + at + '。'.len_utf8())
}

/// A place in a paragraph, going forward.
struct Walk<'a> {
    text: &'a str,
    span: Span,
    /// Everything before is done with.
    floor: usize,
    /// Nothing that opens before here is still open here.
    clear: usize,
    /// Bytes that may still be searched.
    allowance: usize,
}

/// A bracket: its opener, what stands in it, and one past its closer.
#[derive(Clone, Copy)]
struct Bracket {
    open: usize,
    inner: Span,
    end: usize,
}

impl Walk<'_> {
    /// The outermost bracket around `at`, looked for back to the floor.
    fn enclosing(&mut self, at: usize) -> Option<Bracket> {
        let mut depth = 0_u32;
        let mut found = None;
        let reach = (at - self.floor.max(self.clear).min(at)).min(self.allowance).min(LONGEST);
        let from = self.text.ceil_char_boundary(at - reach);
        self.allowance = self.allowance.saturating_sub(reach);
        for (i, c) in marks_back(&self.text[from..at]) {
            if closes_bracket(c) {
                depth += 1;
            } else if opens_bracket(c) {
                match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => found = Some((from + i, c)),
                }
            }
        }
        let bracket = found.and_then(|(open, c)| self.closing(open, c));
        if bracket.is_none() {
            self.clear = at;
        }
        bracket
    }

    /// The bracket that `open` begins, if it closes in time.
    fn closing(&mut self, open: usize, opener: char) -> Option<Bracket> {
        let start = open + opener.len_utf8();
        let reach = (self.span.to() - start).min(self.allowance).min(LONGEST);
        let to = self.text.floor_char_boundary(start + reach);
        let mut depth = 0_u32;
        for (i, c) in marks(&self.text[start..to]) {
            if opens_bracket(c) {
                depth += 1;
            } else if closes_bracket(c) {
                let Some(less) = depth.checked_sub(1) else {
                    self.allowance = self.allowance.saturating_sub(i);
                    let end = start + i;
                    return Some(Bracket { open, inner: Span::new(start, end), end: end + c.len_utf8() });
                };
                depth = less;
            }
        }
        self.allowance = self.allowance.saturating_sub(reach);
        None
    }

    /// A bracket with a duty word in it.
    fn statement<'a>(&mut self, reader: &mut Reader<'a>, bracket: Bracket) {
        let text: &'a str = reader.text;
        let inner = bracket.inner.of_text(text);
        let opened = &text[bracket.open..];
        if opened.starts_with(['【', '〖'])
            && matches!(cue::leading_key(opened), Some((cue::Key::Role(_), _)))
        {
            // `【责任单位】县教育局`
            self.labelled(reader, bracket.open);
            return;
        }
        if names_items(inner) {
            reader.items_unread(inner);
        } else if is_statement(inner) {
            reader.list(inner, Role::Responsible, Statement::Inline, "duty.bracket");
            if inner.contains("为主") {
                for piece in inner.split(['，', ',', '；', ';']).take(MOST_NAMES) {
                    partner::mainly(reader, piece);
                }
            }
        }
        self.floor = bracket.end;
    }

    /// A bracket that closes a sentence or the paragraph: a statement if it holds nothing but names.
    fn bare(&mut self, reader: &mut Reader<'_>, closer: usize) {
        let Some(bracket) = self.enclosing(closer) else { return };
        let inner = bracket.inner.of_text(reader.text);
        let before = self.text[self.span.from()..bracket.open].trim_end();
        let ended = before.is_empty() || before.ends_with(['。', '；', '！', '？', '.', ';', '）', ')', '”']);
        // `向主管部门（县教育局）。` explains a word and gives no duty.
        if !is_statement(inner)
            || !ended && (org::ends_like_name(before) || place::goes_on_in_bracket(before, inner))
        {
            return;
        }
        let rule = if names_only(inner, &mut reader.known) {
            "duty.bracket.bare"
        } else if ranked_names(inner, &mut reader.known) {
            "duty.bracket"
        } else {
            // `（2024年9月30日前完成）`
            if let Some(time) = due::alone(inner, reader.year) {
                reader.times.push(time);
                self.floor = bracket.end;
            } else if ended && let Some(strange) = strange_among(inner, &mut reader.known) {
                reader.unread(strange);
            }
            return;
        };
        self.before_last(reader, bracket.open);
        reader.list(inner, Role::Responsible, Statement::Inline, rule);
        self.floor = bracket.end;
    }

    /// `加固岸坡（县水利局），栽植护岸林（县林业局），落实管护（各镇）。`: the last bracket, which opens at `end`, tells what those before commas of
    /// its sentence are.
    fn before_last(&mut self, reader: &mut Reader<'_>, end: usize) {
        const FARTHEST: usize = 450;
        let from = self.text.ceil_char_boundary(self.floor.max(end.saturating_sub(FARTHEST)).min(end));
        let sentence = &self.text[from..end];
        let start = from + sentence.rfind(['。', '；', '\n']).unwrap_or_default();
        for (at, _) in self.text[start..end].match_indices(['）', ')']).take(6) {
            let closer = start + at;
            let parted = self.text[closer..].chars().nth(1).is_some_and(|c| matches!(c, '，' | ','));
            if parted && closer >= self.floor {
                self.bare(reader, closer);
            }
        }
    }

    /// A bracket behind the end of a sentence, with words behind it: `清淤。（县水利局）新建泵站。`
    fn opened(&mut self, reader: &mut Reader<'_>, start: usize, number: usize) {
        // The paragraph may end in the middle of the anchor, or a bracket read before reach beyond it.
        if start > self.span.to() || start < self.floor {
            return;
        }
        let opener = self.text[..start].chars().next_back().unwrap_or('（');
        let Some(bracket) = self.closing(start - opener.len_utf8(), opener) else { return };
        // What is done by a time is no duty word: `（县水利局，6月底前完成）`.
        let duty = reader.anchors.next(number).filter(|next| next.cue != Cue::Done);
        if duty.is_none_or(|next| next.at as usize >= bracket.end) {
            self.bare(reader, bracket.inner.to());
        }
    }

    /// `责任单位：…` inside a paragraph.
    fn keyed(&mut self, reader: &mut Reader<'_>, end: usize) {
        /// Bytes of the longest key of a time, and of one that is nobody's but a body's.
        const LONGEST_KEY: usize = 27;
        let head = &self.text[self.floor..end];
        let colon = head.chars().next_back().map_or(0, char::len_utf8);
        // `责任单位 ：县商务局`
        let head = head[..head.len() - colon].trim_end();
        let start = head
            .rfind(|c: char| c.is_whitespace() || BEFORE_KEYS.contains(&c))
            .map_or(0, |i| i + head[i..].chars().next().map_or(0, char::len_utf8));
        let (mut start, mut key) = (start, &head[start..]);
        let mut begins = cue::begins_like_key(key);
        // `配 合单位：`
        if !begins && start > 0 {
            let mark = head.rfind(BEFORE_KEYS);
            let behind = mark.map_or(0, |i| i + head[i..].chars().next().map_or(0, char::len_utf8));
            let whole = head[behind..].trim_start();
            if cue::is_broken_key(whole) {
                (start, key, begins) = (head.len() - whole.len(), whole, true);
            }
        }
        match cue::key(key) {
            Some(cue::Key::Role(_)) if begins => self.labelled(reader, self.floor + start),
            Some(cue::Key::Due) if key.len() <= LONGEST_KEY => {
                let value = &self.text[end..self.text.floor_char_boundary(self.span.to().min(end + LONGEST))];
                let stop = value.find(['，', ',', '；', ';', '。', '\n']).unwrap_or(value.len());
                if due::read(&value[..stop], reader.year).is_some() {
                    self.labelled(reader, self.floor + start);
                }
            }
            // `成员单位：县财政局、县审计局`: bodies whose part in the duty the key does not tell.
            Some(cue::Key::Role(_) | cue::Key::Unknown)
                if key.len() <= LONGEST_KEY && key.ends_with("单位") =>
            {
                let text: &str = reader.text;
                let value = &text[end..text.floor_char_boundary(self.span.to().min(end + LONGEST))];
                let stop = value.find(['、', '，', ',', '；', ';', '。', '\n']).unwrap_or(value.len());
                let first = value[..stop].trim();
                if !first.is_empty() && reader.known.look(first).look.is(Look::NAME) {
                    reader.unread(first);
                }
            }
            _ => {}
        }
    }

    /// What a key at `from` announces, up to the end of its sentence.
    fn labelled(&mut self, reader: &mut Reader<'_>, from: usize) {
        let reach = self.text.floor_char_boundary(self.span.to().min(from + LONGEST));
        let to = self.text[from..reach].find('。').map_or(reach, |i| from + i);
        reader.list(&reader.text[from..to], Role::Responsible, Statement::Labelled, "duty.line");
        self.floor = to;
    }
}

/// Whether a completion time at `at` in the last sentence of the paragraph `span` is said of all of it: the sentence is the only one, or
/// tells nothing else (`2026年9月底前全部完成。`, `上述工作于9月底前完成。`).
fn of_the_whole(text: &str, span: Span, at: usize) -> bool {
    const LONGEST: usize = 300;
    let near = &text[text.floor_char_boundary(at.saturating_sub(LONGEST)).max(span.from()).min(at)..at];
    near.rfind('。').is_none_or(|stop| {
        let told = near[stop + '。'.len_utf8()..].trim_matches(['，', ' ']);
        told.is_empty()
            || words("due_lead").contains(&told)
            || words("due_whole").iter().any(|word| told.starts_with(word))
    })
}

/// Whether a sentence or the paragraph ends at `at`, or a comma stands there.
fn closes(text: &str, span: Span, at: usize) -> bool {
    let rest = text[at..span.to().max(at)].trim_start();
    rest.is_empty() || rest.starts_with(['。', '；', '，', ';', ',', '.', '\n', '、', '）', ')'])
}

/// What parts a key inside a paragraph from the words before it.
const BEFORE_KEYS: [char; 18] =
    ['。', '.', '．', '；', '，', ';', ',', '*', '、', '）', '—', '－', '-', '！', '？', '…', '”', '】'];

/// Whether the text of a bracket with a duty word in it can be a statement of duties at all.
pub(crate) fn is_statement(inner: &str) -> bool {
    // `（单位：亩）` says what figures are counted in.
    let counted = gongwen_lexicon::is_unit_note(inner);
    !inner.is_empty() && inner.len() <= LONGEST && !CUES.bracket_other.begins(inner) && !counted
}

/// Whether a bracket says which numbered items its duties are for: `（第1、2项由县教育局牵头，3项由县人社局负责）`. They are not those of
/// the section that the bracket stands in.
fn names_items(inner: &str) -> bool {
    let counted = |(at, _): (usize, &str)| {
        let head = inner[..at].trim_end_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, '、' | '-' | '—' | '－' | '至' | '和' | '～' | '~')
        });
        // `3项任务` counts; `1、2项`, `第3项` and `3项由…` name items.
        let numbers = &inner[head.len()..at];
        let named = head.ends_with('第')
            || numbers.bytes().any(|b| !b.is_ascii_digit())
            || inner[at + '项'.len_utf8()..].starts_with(['由', '：', ':']);
        named
            && inner[..at].ends_with(|c: char| c.is_ascii_digit())
            && (head.is_empty() || head.ends_with(['第', '；', ';', '，', ',', '。']))
    };
    inner.len() <= LONGEST && inner.match_indices('项').any(counted)
}

/// Whether a bracket holds organisations and nothing else; a long list may hold a few of unknown words.
fn names_only<'a>(inner: &'a str, known: &mut Known<'a>) -> bool {
    let (mut any, mut strange, mut certain, mut sound) = (0, 0, 0, true);
    let mut name = |text: &'a str| {
        let text = before_etc(text);
        let look = known.look(text).look;
        // `（县住建局，2025年底前）`, `（县公路局，各行业主管部门）`: a time, and nobody in particular.
        if !look.is(Look::NAME) && (look.is(Look::TIME.or(Look::VAGUE)) || is_class(text)) {
            return true;
        }
        any += 1;
        let known = look.is(Look::NAME)
            || matches!(text, "政府" | "人民政府")
            || org::is_own_office(text)
            || look.is(Look::JOINED) && known.halves(text).is_some();
        strange += usize::from(!known);
        sound &= known
            || org::is_strange_body(text)
            || text.starts_with(org::is_level) && org::looks_like_name(text)
            || ["单位", "部门", "企业"].iter().any(|end| text.ends_with(end));
        // 县医院 may be a place where something is built.
        certain += usize::from(known && text.starts_with(org::is_level) && !text.ends_with("医院"));
        known || text.len() <= 48 && org::is_han_or_quoted(text)
    };
    let mut names = |text: &'a str| {
        // `各县（市、区）人民政府` is one name, its bracket holds no names of their own.
        if !text.contains(' ') || org::is_name(text) {
            return name(text);
        }
        apart(text).all(&mut name)
    };
    // `（王某；县发改委、县统计局）`: the person in front answers for the units.
    let person = pieces(inner).nth(1).is_some_and(|next| next.parted)
        && pieces(inner).next().is_some_and(|first| org::may_be_person(first.text));
    // `（东至县医院，西至县法院）`: where something ends.
    let bounds = inner.contains('至') && ["西至", "南至", "北至"].iter().any(|side| inner.contains(side));
    if inner.len() >= LONGEST || bounds {
        return false;
    }
    let listed = pieces(inner).skip(usize::from(person)).take(MOST_NAMES).map(|piece| piece.text);
    let sum = inner.contains('等').then(|| listed.clone().position(closes_class)).flatten();
    let only = listed.clone().enumerate().all(|(at, text)| {
        // `供水、供电、通信等企业` are one class, whose members are no names.
        let member = sum.is_some_and(|sum| {
            at <= sum && listed.clone().take(sum + 1).skip(at).all(|text| closes_class(text) || is_kind(text))
        });
        member || names(text)
    });
    // Those that nobody knows beside some that are certain are flagged when the names are read.
    let told = certain > 0 && strange == 1 && sound || certain > 1 && strange <= certain;
    only && any > 0 && (strange * 4 <= any || told)
}

/// The first piece nobody knows of a list that begins with a department: `（县住建局、附近群众）` behind the end of a sentence gives a duty,
/// and which ones its members are is not told.
fn strange_among<'a>(inner: &'a str, known: &mut Known<'a>) -> Option<&'a str> {
    let mut listed = pieces(inner).take(MOST_NAMES).map(|piece| piece.text);
    let mut is_name = |text: &'a str| known.look(before_etc(text)).look.is(Look::NAME);
    let opens = listed.next().is_some_and(|first| first.starts_with(org::is_level) && is_name(first));
    listed.find(|piece| opens && !is_name(piece))
}

/// Whether a piece of a list ends a class that is told by some of its members: `通信等企业`.
fn closes_class(text: &str) -> bool {
    let head = before_etc(text);
    head.len() < text.len() && org::is_class_of_firms(&text[head.len()..]) && is_kind(head)
}

/// Whether a word can be a kind of those who take part (供水, 通信): short, and no body.
fn is_kind(word: &str) -> bool {
    (2..=4).contains(&word.chars().count()) && !org::is_name(word) && !org::ends_like_body(word)
}

/// Whether a piece of a list is a class of those who take part, not an organisation: `各相关企业`, `有关单位`.
fn is_class(text: &str) -> bool {
    const ENDS: [&str; 6] = ["企业", "单位", "部门", "机构", "组织", "方面"];
    text.starts_with('各') && text.chars().count() <= 10
        || ["有关", "相关", "其他"].iter().any(|word| text.starts_with(word))
            && ENDS.iter().any(|end| text.ends_with(end))
}

/// Whether a bracket holds organisations with role phrases that are no anchors: `（县教育局主责，县公安局协同）`. One that guides
/// another may stand among them: `（县住建局指导，各镇落实）`.
fn ranked_names<'a>(inner: &'a str, known: &mut Known<'a>) -> bool {
    const LONGEST_PHRASE: usize = 36;
    let mut ranked = false;
    let mut named = |text: &'a str| {
        if known.look(text).look.is(Look::NAME.or(Look::TIME)) {
            return true;
        }
        let phrase = CUES.role_starts(text).find(|&at| {
            at > 0
                && text.len() - at <= LONGEST_PHRASE
                && (cue::role_of_phrase(&text[at..]).is_some() || cue::is_guidance(&text[at..]))
                && known.look(before_etc(text[..at].trim_end())).look.is(Look::NAME)
        });
        ranked |= phrase.is_some_and(|at| cue::role_of_phrase(&text[at..]).is_some());
        phrase.is_some()
    };
    let only = inner.len() < LONGEST && pieces(inner).take(MOST_NAMES).all(|piece| named(piece.text));
    only && ranked
}
