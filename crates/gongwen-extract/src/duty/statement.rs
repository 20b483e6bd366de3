//! The text of one statement to assignments: what stands in a bracket, behind a key, in a cell (guide, 4, 7, 8).
//!
//! A statement is a row of pieces between marks. Names wait until a role is known: the role of a key in front of them
//! (`牵头单位：`), of a phrase behind them (`…负责`), or the one that the place gives (the column of a cell).

use super::cue::{self, CUES, Key};
use super::org;
use super::reader::Reader;
use crate::due;
use crate::facts::{Role, Statement};

/// Names in one statement that are looked at; a list of all agencies of a province is shorter.
const MOST_NAMES: usize = 400;
/// Longest piece in bytes that is taken for a name with its role phrase.
const LONGEST_PIECE: usize = 300;

/// What holds for a whole statement.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    /// Where it stands.
    pub statement: Statement,
    /// The role of names that nothing else ranks.
    pub role: Role,
    /// Public id of the rule that reads it.
    pub rule: &'static str,
    /// Whether this statement alone, or all from here on, ranks its first unit as lead.
    pub first: bool,
}

/// The state while one statement is read.
#[allow(clippy::struct_excessive_bools)] // independent facts about one statement, none a state of another
struct Parse<'r, 'a> {
    reader: &'r mut Reader<'a>,
    frame: Frame,
    /// Names whose role is not known yet.
    pending: Vec<&'a str>,
    /// The role of the key in force.
    key: Option<Role>,
    /// Whether the key in force announces something that is no duty.
    skip: bool,
    /// Whether the key in force announces a completion time.
    due: bool,
    /// Whether 会同 stands before the names.
    with: bool,
    open: bool,
    /// Whether a lead was named.
    led: bool,
    /// Whether anything was emitted.
    emitted: bool,
    /// Whether a role word or key stood there at all.
    cued: bool,
    /// A piece of which nothing was understood.
    unread: Option<&'a str>,
    /// A class that says nothing, `有关部门`, or a person: understood, but no assignment.
    vague: bool,
    /// The last piece that was taken as one known name.
    taken: Option<&'a str>,
}

/// Reads one statement. Returns whether it held anything: an organisation, a time, or a class too vague to count.
pub(super) fn read<'a>(reader: &mut Reader<'a>, text: &'a str, frame: Frame) -> bool {
    let mut frame = frame;
    if let Some(lasting) = cue::first_is_lead(text) {
        frame.first = true;
        reader.first_is_lead |= lasting;
    }
    frame.first |= reader.first_is_lead;
    let pending = std::mem::take(&mut reader.scratch);
    let mut parse = Parse {
        reader,
        frame,
        pending,
        key: None,
        skip: false,
        due: false,
        with: false,
        open: false,
        led: false,
        emitted: false,
        cued: frame.statement != Statement::Inline,
        unread: None,
        vague: false,
        taken: None,
    };
    for group in groups(text) {
        // `（甲局；乙局、丙局配合）`: a semicolon closes what stands before it.
        parse.flush_group();
        for piece in strong_pieces(group) {
            parse.strong(piece);
        }
    }
    parse.finish(text)
}

/// Parts between semicolons outside brackets.
fn groups(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_u32;
    text.split(move |c: char| match c {
        '（' | '(' | '〔' | '[' | '［' | '【' | '《' | '“' => {
            depth += 1;
            false
        }
        '）' | ')' | '〕' | ']' | '］' | '】' | '》' | '”' => {
            depth = depth.saturating_sub(1);
            false
        }
        '；' | ';' => depth == 0,
        _ => false,
    })
}

/// Pieces between marks outside brackets.
pub(super) fn strong_pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_u32;
    text.split(move |c: char| match c {
        '（' | '(' | '〔' | '[' | '［' | '【' | '《' | '“' => {
            depth += 1;
            false
        }
        '）' | ')' | '〕' | ']' | '］' | '】' | '》' | '”' => {
            depth = depth.saturating_sub(1);
            false
        }
        '、' | '，' | ',' | '；' | ';' | '。' | '/' | '／' | '|' | '﹑' | '､' => depth == 0,
        _ => false,
    })
    .map(trim)
    .filter(|piece| !piece.is_empty())
    .take(MOST_NAMES)
}

fn trim(piece: &str) -> &str {
    piece.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '。' | '：' | ':' | '“' | '”' | '.' | '*' | '—' | '-')
    })
}

impl<'a> Parse<'_, 'a> {
    /// A piece between strong marks: it may still hold a key, or names parted by blanks.
    fn strong(&mut self, piece: &'a str) {
        // What was a plain name before is one again: nothing but the names that wait before it changes what it means.
        if !self.due && !self.skip && self.reader.plain.contains(piece) {
            if !self.joined_class(piece) {
                self.pending.push(piece);
            }
            return;
        }
        if piece.len() > LONGEST_PIECE {
            self.unread = Some(piece);
            return;
        }
        if piece.contains(is_blank) && spaced_key(piece) {
            self.keyed(piece);
        } else if piece.contains(is_blank) && (piece.contains(['：', ':']) || !due::is_time(piece)) {
            self.blank_parted(piece);
        } else {
            self.keyed(piece);
        }
    }

    /// Names parted by blanks or line breaks, or one name with a break in it: a part that is no name by itself, or only
    /// the seat of one (`县委⏎宣传部`), is joined with the next when both together are one.
    fn blank_parted(&mut self, piece: &'a str) {
        let parts: Vec<&'a str> = piece.split(is_blank).map(trim).filter(|part| !part.is_empty()).collect();
        let mut at = 0;
        while at < parts.len() {
            let mut last = at;
            if !parts[at].contains(['：', ':']) && (!org::is_name(parts[at]) || org::is_seat(parts[at])) {
                for end in at + 1..parts.len().min(at + 4) {
                    let head = gongwen_text::Span::of(parts[at], piece).from();
                    let joined = &piece[head..gongwen_text::Span::of(parts[end], piece).to()];
                    if org::is_name(&compact(joined)) && !org::begins_anew(parts[end]) {
                        last = end;
                        break;
                    }
                }
            }
            let head = gongwen_text::Span::of(parts[at], piece).from();
            let part = &piece[head..gongwen_text::Span::of(parts[last], piece).to()];
            if last > at {
                self.pending.push(part);
            } else {
                self.keyed(part);
            }
            at = last + 1;
        }
    }

    /// A piece that may begin with a key.
    fn keyed(&mut self, piece: &'a str) {
        if let Some((at, colon)) = piece.char_indices().find(|&(_, c)| matches!(c, '：' | ':'))
            && let Some(key) = cue::key(piece[..at].trim())
        {
            self.flush(None);
            self.cued = true;
            (self.key, self.skip, self.due) = match key {
                Key::Role(role) => (Some(role), false, false),
                Key::Due => (None, false, true),
                Key::Other => (None, true, false),
            };
            self.with = false;
            let rest = trim(&piece[at + colon.len_utf8()..]);
            if !rest.is_empty() {
                self.keyed(rest);
            }
            return;
        }
        self.plain(piece);
    }

    /// A piece without key: a time, a name, or a name with a role phrase before or behind it.
    fn plain(&mut self, piece: &'a str) {
        if due::is_time(piece) && !org::is_name(piece) {
            if let Some(time) = due::read(piece, self.reader.year) {
                self.reader.times.push(time);
            }
            return;
        }
        if self.due {
            return;
        }
        if self.skip {
            // `责任领导：王某，县教育局负责` is told apart by the role word only.
            self.vague = true;
            return;
        }
        let printed = piece;
        let piece = without_note(piece);
        let (unread, first) = (self.unread, !self.emitted && self.pending.is_empty());
        self.taken = None;
        self.plain_words(piece);
        if self.taken == Some(printed) && !printed.contains(is_blank) {
            self.reader.plain.insert(printed);
        }
        // The first of the list was not understood: the second does not lead in its place.
        self.led |= first && self.unread != unread && self.pending.is_empty() && !self.emitted;
    }

    /// A piece that is neither key nor time.
    fn plain_words(&mut self, piece: &'a str) {
        // `以下均需各县政府落实，不再列出`: a note, not a name.
        if ["以下", "均需", "下列", "不再"].iter().any(|word| piece.starts_with(word)) {
            self.vague = true;
            return;
        }
        if piece.is_empty() || cue::first_is_lead(piece).is_some() {
            return;
        }
        if let Some((name, role)) = ranked(piece)
            && self.understood(name)
        {
            // Its rank is its own: the names that wait keep theirs to come.
            let waiting = std::mem::take(&mut self.pending);
            self.names(name);
            self.flush(Some(role));
            self.pending = waiting;
            return;
        }
        if self.names(piece) {
            return;
        }
        let piece = self.prefixed(piece);
        if piece.is_empty() || self.names(piece) {
            return;
        }
        self.with_role(piece);
    }

    /// Takes 由, 会同 … off the front.
    fn prefixed(&mut self, mut piece: &'a str) -> &'a str {
        for _ in 0..3 {
            if let Some(word) = CUES.with.iter().find(|w| piece.starts_with(**w)) {
                let rest = piece[word.len()..].trim_start();
                // 联合 and 配合 begin role phrases as well: `联合推进`.
                if *word == "会同" || org::begins_with_name(rest) {
                    self.flush(Some(if *word == "配合" { Role::Support } else { Role::Lead }));
                    self.with = *word != "配合";
                    self.cued = true;
                    piece = rest;
                    continue;
                }
            }
            match CUES.list_prefix.iter().find(|w| piece.starts_with(**w)) {
                Some(word) => piece = piece[word.len()..].trim_start(),
                None => break,
            }
        }
        piece
    }

    /// A name followed by a role phrase, by 会同 and another name, or the phrase alone.
    fn with_role(&mut self, piece: &'a str) {
        // A phrase alone is the last reading tried: 组织部负责 begins with a name. The longest name wins: 区委组织部负责
        // holds 区委 too.
        let names_before = |at: &usize| {
            let head = without_etc(&piece[..*at]).0.trim_end_matches(['要', '应']);
            !head.is_empty() && self.understood(head)
        };
        let behind_name = CUES.role_starts(piece).filter(names_before).last();
        let alone =
            || CUES.role_starts(piece).next().filter(|&at| without_etc(&piece[..at]).0.trim().is_empty());
        if let Some(at) = behind_name.or_else(alone) {
            self.cued = true;
            let head = piece[..at].trim_end().trim_end_matches(['要', '应']);
            if !head.is_empty() && !self.names(head) {
                self.unread.get_or_insert(head);
            }
            self.flush_phrase(&piece[at..]);
            return;
        }
        for word in CUES.with {
            if let Some(at) =
                piece.find(word).filter(|&at| at > 0 && self.understood(without_etc(&piece[..at]).0))
            {
                self.names(&piece[..at]);
                let rest = self.prefixed(&piece[at..]);
                if !rest.is_empty() && !self.names(rest) {
                    self.with_role(rest);
                }
                return;
            }
        }
        // Nothing understood before the phrase: still a cue, and still the end of the names before it.
        if let Some(at) = ["牵头", "负责", "配合"].iter().filter_map(|w| piece.find(w)).min() {
            self.cued = true;
            self.unread.get_or_insert(piece[..at].trim());
            self.flush_phrase(&piece[at..]);
        } else {
            self.unread.get_or_insert(piece);
        }
    }

    /// Whether `head` can stand before a role phrase.
    fn understood(&self, head: &str) -> bool {
        let head = head.trim();
        org::is_name(head)
            || org::is_vague(head)
            || org::is_person(head)
            || is_class_tail(head) && !self.pending.is_empty()
            || org::halves(head).is_some()
            || head.contains("等和")
            || org::looks_like_name(head)
            || org::is_short_body(head)
            || org::is_room(head)
            || org::is_far_division(head)
    }

    /// Takes a piece as a name or several; `false` when it is none.
    fn names(&mut self, piece: &'a str) -> bool {
        let (head, open, rest) = without_etc_parts(piece);
        self.open |= open;
        if !rest.is_empty() {
            return (head.is_empty() || self.names(head)) && self.names(rest);
        }
        let head = head.trim();
        if head.is_empty() {
            return open;
        }
        if self.joined_class(head) {
            return true;
        }
        if org::is_vague(head) || org::is_person(head) {
            self.vague = true;
            return true;
        }
        if let Some((left, right)) = org::halves(head) {
            return self.names(left) && self.names(right);
        }
        // `发展改革、财政部门负责`, `移动、电信、联通公司配合`: the last name's ending serves them all.
        let name = org::is_name(head);
        if name || self.frame.statement == Statement::Inline && org::is_function(head) {
            self.pending.push(head);
            self.taken = Some(head).filter(|_| name);
            return true;
        }
        // `责任股室：办公室、人事股`: below the level of agencies only a key or a column tells them.
        let room = self.frame.statement != Statement::Inline || self.key.is_some();
        if room && org::is_room(head) {
            self.pending.push(head);
            return true;
        }
        if CUES.role_starts(head).next().is_none()
            && (org::looks_like_name(head) || org::is_short_body(head) || org::is_far_division(head))
        {
            self.pending.push(head);
            return true;
        }
        false
    }

    /// `各街道办事处、镇` and `甲市、乙省相关部门` are one class as printed.
    fn joined_class(&mut self, piece: &'a str) -> bool {
        let Some(&last) = self.pending.last() else { return false };
        let seat = last.starts_with('各') && last.ends_with("党委") && matches!(piece, "政府" | "人民政府");
        let bare_class = is_class_tail(piece) && last.starts_with(['各', '全']);
        let shared_tail = org::is_division(last) && org::is_division_class(piece);
        let bare_level = matches!(last, "市" | "县" | "区" | "省" | "州" | "旗" | "镇" | "乡");
        if !(seat || bare_class || shared_tail || bare_level) {
            return false;
        }
        let text = self.reader.text;
        let from = gongwen_text::Span::of(last, text).from();
        let to = gongwen_text::Span::of(piece, text).to();
        if to - from > LONGEST_PIECE {
            return false;
        }
        self.pending.pop();
        self.pending.push(&text[from..to]);
        true
    }

    fn flush_phrase(&mut self, phrase: &str) {
        match cue::role_of_phrase(phrase) {
            Some(_) if self.with => self.flush(Some(Role::Support)),
            Some(role) => self.flush(Some(role)),
            None => {
                // 指导, 考核: no duty of carrying out.
                self.vague = true;
                self.pending.clear();
                self.open = false;
            }
        }
        self.with = false;
    }

    /// Before a semicolon's other side.
    fn flush_group(&mut self) {
        if !self.pending.is_empty() && !self.with {
            self.flush(None);
        }
    }

    /// Gives the waiting names their role: that of a phrase, of the key, or of the place.
    fn flush(&mut self, phrase: Option<Role>) {
        let role = match (phrase, self.with) {
            (Some(role), _) => role,
            (None, true) => Role::Support,
            (None, false) => self.key.unwrap_or(self.frame.role),
        };
        let open = std::mem::take(&mut self.open);
        for at in 0..self.pending.len() {
            let surface = self.pending[at];
            let lead = self.frame.first
                && !self.led
                && !self.emitted
                && role == Role::Responsible
                && !org::is_class(surface);
            let role = if lead { Role::Lead } else { role };
            let rule = match self.frame.rule {
                _ if lead => "duty.first",
                "duty.bracket" if self.key.is_some() && phrase.is_none() => "duty.bracket.labelled",
                rule => rule,
            };
            self.led |= role == Role::Lead;
            self.emitted = true;
            self.reader.emit(surface, role, self.frame.statement, open, rule);
        }
        self.pending.clear();
    }

    fn finish(mut self, text: &'a str) -> bool {
        self.flush(None);
        let held = self.emitted || self.vague;
        // Beside what was understood, a key or a column announces organisations; in running words only what ends as
        // they do is worth a warning.
        let announced = self.frame.statement != Statement::Inline || self.key.is_some();
        let missed = |piece: &&str| {
            let short = piece.chars().count() <= 20;
            !self.emitted || announced && short || org::ends_like_body(without_etc(piece).0)
        };
        if let Some(piece) = self.unread.filter(|_| self.cued).filter(missed) {
            self.reader.unread(piece);
        } else if self.frame.statement == Statement::Labelled && !held && self.reader.times.is_empty() {
            self.reader.unread(text);
        }
        self.reader.scratch = self.pending;
        held
    }
}

/// Whether a piece begins with a key set in spaced letters: `牵 头 单 位：`.
fn spaced_key(piece: &str) -> bool {
    let Some((key, value)) = piece.split_once(['：', ':']) else { return false };
    let spaced = key.contains(is_blank) && key.split(is_blank).all(|part| part.chars().count() <= 1);
    spaced && !value.contains(['：', ':']) && cue::key(key.trim()).is_some()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

fn is_class_tail(piece: &str) -> bool {
    CUES.class_tail.contains(&piece)
}

fn compact(piece: &str) -> String {
    piece.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A name with its rank in a bracket behind it, `县住建局（牵头）`.
fn ranked(piece: &str) -> Option<(&str, Role)> {
    let inner = piece.strip_suffix(['）', ')', '〕', ']', '】'])?;
    let open = inner.rfind(['（', '(', '〔', '[', '【'])?;
    let phrase = inner[open..].trim_start_matches(['（', '(', '〔', '[', '【']).trim();
    let begins = phrase.len() <= 24 && CUES.role_starts(phrase).next() == Some(0);
    let role = cue::role_of_phrase(phrase).filter(|_| begins)?;
    Some((inner[..open].trim_end(), role))
}

/// The piece without a bracket that only says `首位单位为牵头单位`.
fn without_note(piece: &str) -> &str {
    let Some(at) = piece.find(['（', '(', '〔', '[']) else { return piece };
    if cue::first_is_lead(&piece[at..]).is_some() { piece[..at].trim_end() } else { piece }
}

/// The piece up to 等, and whether 等 stood there.
fn without_etc(piece: &str) -> (&str, bool) {
    let (head, open, _) = without_etc_parts(piece);
    (head, open)
}

/// The piece up to 等, whether 等 stood there, and what 和 joins behind it. `等` is part of a few names (`高等学校`):
/// only one that closes the piece, or is followed by 单位, 部门 … counts.
fn without_etc_parts(piece: &str) -> (&str, bool, &str) {
    for (at, word) in piece.rmatch_indices('等') {
        let tail = piece[at + word.len()..].trim();
        let plain =
            tail.is_empty() || CUES.etc_tail.contains(&tail) || tail.bytes().all(|b| b.is_ascii_digit());
        if plain || counted(tail) {
            return (&piece[..at], true, "");
        }
        let rest = CUES.etc_tail.iter().find_map(|word| tail.strip_prefix(word)).unwrap_or(tail);
        if let Some(rest) = ["以及", "和", "及", "与"].iter().find_map(|word| rest.strip_prefix(word)) {
            return (&piece[..at], true, rest.trim());
        }
    }
    (piece, false, "")
}

/// `等12个部门`, `等17家单位`.
fn counted(tail: &str) -> bool {
    let rest = tail.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let rest = rest.trim_start_matches(['个', '家']);
    rest.len() < tail.len() && CUES.etc_tail.contains(&rest)
}
