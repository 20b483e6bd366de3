//! The text of one statement to assignments: what stands in a bracket, behind a key, in a cell (guide, 4, 7, 8).
//!
//! A statement is a row of pieces between marks. Names wait until a role is known: the role of a key in front of them
//! (`牵头单位：`), of a phrase behind them (`…负责`), or the one that the place gives (the column of a cell).

use super::anchor::Cue;
use super::cue::{self, Key};
use super::known::{Look, Seen};
use super::org;
use super::pieces::{MOST_NAMES, Piece, apart, before_etc, pieces, trim, without_note};
use super::reader::Reader;
use crate::due;
use crate::facts::{Role, Statement};
use gongwen_text::{Label, Span};

/// Longest piece in bytes that is taken for a name with its role phrase.
pub(super) const LONGEST_PIECE: usize = 300;

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
pub(super) struct Parse<'r, 'a> {
    pub(super) reader: &'r mut Reader<'a>,
    pub(super) frame: Frame,
    /// Names whose role is not known yet.
    pub(super) pending: Vec<Seen<'a>>,
    /// The role of the key in force.
    pub(super) key: Option<Role>,
    /// Whether the key in force announces something that is no duty.
    skip: bool,
    /// Whether the key in force announces a completion time.
    due: bool,
    /// Whether 会同 stands before the names.
    pub(super) with: bool,
    pub(super) open: bool,
    /// Whether a lead was named.
    pub(super) led: bool,
    /// Whether anything was emitted.
    pub(super) emitted: bool,
    /// Whether a role word or key stood there at all.
    pub(super) cued: bool,
    /// A piece of which nothing was understood.
    pub(super) unread: Option<&'a str>,
    /// A class that says nothing, `有关部门`, or a person: understood, but no assignment.
    pub(super) vague: bool,
    /// The last piece that was taken as one known name.
    pub(super) taken: Option<&'a str>,
}

/// Reads one statement. Returns whether it held anything: an organisation, a time, or a class too vague to count.
pub(super) fn read<'a>(reader: &mut Reader<'a>, text: &'a str, frame: Frame) -> bool {
    let mut frame = frame;
    // A note on the first unit speaks of 牵头.
    if reader.anchors.any(Span::of(text, reader.text), &[Cue::Lead])
        && let Some(lasting) = cue::first_is_lead(text)
    {
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
    let mut count = 0;
    for piece in pieces(text) {
        if piece.parted {
            // `（甲局；乙局、丙局配合）`: a semicolon closes what stands before it.
            parse.flush_group();
            count = 0;
        }
        count += 1;
        if count <= MOST_NAMES {
            parse.strong(&piece);
        }
    }
    parse.finish(text)
}

impl<'a> Parse<'_, 'a> {
    /// A piece between strong marks: it may still hold a key, or names parted by blanks.
    fn strong(&mut self, &Piece { text: piece, blank, .. }: &Piece<'a>) {
        if piece.len() > LONGEST_PIECE {
            self.unread = Some(piece);
            return;
        }
        let piece = unnumbered(piece);
        if blank && (is_blank_parted(piece) || self.names_beside_time(piece)) {
            self.blank_parted(piece);
            return;
        }
        let seen = self.reader.known.look(piece);
        // What was a plain name before is one again: nothing but the names that wait before it changes what it means.
        if seen.look.is(Look::PLAIN) && !self.due && !self.skip {
            if !self.joined_class(seen) {
                self.pending.push(seen);
            }
        } else {
            self.keyed(seen);
        }
    }

    /// `县教育局 9月底前`: a blank parts who does it from by when.
    fn names_beside_time(&mut self, piece: &'a str) -> bool {
        !piece.contains(['：', ':'])
            && piece.split_whitespace().any(|part| self.reader.known.look(part).look.is(Look::NAME))
    }

    /// Names parted by blanks or line breaks, or one name with a break in it: a part that is no name by itself, or only
    /// the seat of one (`县委⏎宣传部`), is joined with the next when both together are one.
    fn blank_parted(&mut self, piece: &'a str) {
        let parts = blank_parts(piece);
        let mut at = 0;
        while at < parts.len() {
            let mut last = at;
            // `揭榜单位　园区招商局`: a key is no part of the name behind it.
            let key = ends_as_key(parts[at]) && matches!(cue::key(parts[at]), Some(Key::Role(_)));
            if !parts[at].contains(['：', ':'])
                && !key
                && (!self.reader.known.look(parts[at]).look.is(Look::NAME) || org::is_seat(parts[at]))
            {
                for end in at + 1..parts.len().min(at + 4) {
                    let head = Span::of(parts[at], piece).from();
                    let joined = &piece[head..Span::of(parts[end], piece).to()];
                    if org::is_name(&compact(joined)) && !org::begins_anew(parts[end]) {
                        last = end;
                        break;
                    }
                }
            }
            let head = Span::of(parts[at], piece).from();
            let part = &piece[head..Span::of(parts[last], piece).to()];
            let seen = self.reader.known.look(part);
            if last > at {
                self.pending.push(seen);
            } else {
                self.keyed(seen);
            }
            at = last + 1;
        }
    }

    /// A piece that may begin with a key.
    fn keyed(&mut self, seen: Seen<'a>) {
        let piece = seen.text;
        // `县住建局（联系人：赵某）`: the bracket tells of persons, the name stands for itself.
        if seen.look.is(Look::COLON)
            && seen.look.is(Look::BRACKET)
            && let Some(name) = noted_bracket(piece)
        {
            // `王某（联系电话：622222）、县教育局`
            if org::may_be_person(name) && cue::CUES.surname.begins(name) {
                self.vague = true;
                return;
            }
            let name = self.reader.known.look(name);
            if name.look.is(Look::NAME.or(Look::PERSON)) {
                self.plain(name);
                return;
            }
        }
        if seen.look.is(Look::COLON) && self.frame.statement == Statement::Table && self.beside_person(piece)
        {
            return;
        }
        // `各乡镇（牵头单位：县农业农村局）`: the bracket is a statement of its own.
        if seen.look.is(Look::COLON)
            && seen.look.is(Look::BRACKET)
            && let Some((name, inner)) = keyed_bracket(piece)
        {
            let name = self.reader.known.look(name);
            self.plain(name);
            let key = (self.key, self.skip, self.due);
            for piece in pieces(inner) {
                self.strong(&piece);
            }
            self.flush(None);
            (self.key, self.skip, self.due) = key;
            return;
        }
        // `县教育局（县文旅局配合）`: the bracket names others and what they do.
        if seen.look.is(Look::BRACKET)
            && let Some((name, inner)) = helpers_bracket(piece)
        {
            let name = self.reader.known.look(name);
            self.plain(name);
            self.flush(None);
            for piece in pieces(inner) {
                self.strong(&piece);
            }
            self.flush(None);
            return;
        }
        // `牵头单位  县司法局`: a blank alone parts the key from the names.
        let alone = || {
            let bare = self.frame.statement == Statement::Labelled && piece.len() <= 36 && ends_as_key(piece);
            let key = if bare && cue::begins_like_key(piece) { cue::key(piece) } else { None };
            key.filter(|key| *key != Key::Unknown).map(|key| (key, ""))
        };
        let marked = seen.look.is(Look::COLON) || piece.starts_with(['【', '〖', '（', '(']);
        if let Some((key, rest)) = if marked { cue::leading_key(piece) } else { alone() } {
            self.flush(None);
            self.cued = true;
            (self.key, self.skip, self.due) = match key {
                Key::Role(role) => (Some(role), false, false),
                Key::Due => (None, false, true),
                Key::Other => (None, true, false),
                Key::Unknown => {
                    self.unread = Some(piece);
                    (None, true, false)
                }
            };
            self.with = false;
            let rest = trim(rest);
            if rest.contains(char::is_whitespace) && spaced_key(piece) {
                self.strong(&Piece { text: rest, parted: false, blank: true });
            } else if !rest.is_empty() {
                let seen = self.reader.known.look(rest);
                self.keyed(seen);
            }
            return;
        }
        self.plain(seen);
    }

    /// A piece without key: a time, a name, or a name with a role phrase before or behind it.
    fn plain(&mut self, seen: Seen<'a>) {
        let look = seen.look;
        // Behind a key of times also what no word tells: `完成时间：2024.06.30`.
        if look.is(Look::TIME) && !look.is(Look::NAME) || self.due {
            // `2025年3月底前摸排，9月底前整改到位`: the year is said once.
            let said = self.reader.times.last().filter(|_| self.due).and_then(|time| time.by);
            let year = said.map(|(year, ..)| year).or(self.reader.year);
            let raw = |text: &'a str| due::Time { raw: text, by: None, every: None };
            // `完成时限：汛期前`: no calendar tells, the words stay.
            let told = || due::is_untold(seen.text).then(|| raw(seen.text));
            if let Some(time) = due::read(seen.text, year).or_else(told) {
                self.time(time);
            }
            // `建设工期：12个月`: how long it takes is understood, and tells no day.
            self.vague |= due::is_length(seen.text);
            return;
        }
        if self.skip {
            // `责任领导：王某，县教育局负责` is told apart by the role word only.
            self.vague = true;
            return;
        }
        let noted = if look.is(Look::BRACKET) { without_note(seen.text) } else { seen.text };
        let bare = if noted.len() < seen.text.len() { self.reader.known.look(noted) } else { seen };
        let (unread, first) = (self.unread, !self.emitted && self.pending.is_empty());
        self.taken = None;
        self.plain_words(bare);
        if self.taken == Some(seen.text) && !look.is(Look::BLANK) {
            self.reader.known.set_plain(seen);
        }
        // The first of the list was not understood: the second does not lead in its place.
        self.led |= first && self.unread != unread && self.pending.is_empty() && !self.emitted;
    }

    /// Takes a time. `2024年6月底前完成，长期坚持` is one time with both.
    fn time(&mut self, time: due::Time<'a>) {
        let text = self.reader.text;
        if time.every == Some("ongoing")
            && time.by.is_none()
            && let Some(last) = self.reader.times.last_mut()
            && last.every.is_none()
            && last.by.is_some()
        {
            let (from, to) = (Span::of(last.raw, text), Span::of(time.raw, text));
            let between = text.get(from.to()..to.from());
            if between.is_some_and(|between| matches!(between.trim(), "，" | ",")) {
                last.raw = &text[from.from()..to.to()];
                last.every = time.every;
                return;
            }
        }
        self.reader.times.push(time);
    }

    pub(super) fn flush_phrase(&mut self, phrase: &str) {
        self.keep_key();
        match cue::role_of_phrase(phrase) {
            // `配合单位：甲局、乙局等按职责分工`: how they share it, the key says what.
            Some(_) if self.key.is_some() && phrase.ends_with("分工") => self.flush(None),
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

    /// `牵头单位：甲局，乙局负责资金`: the phrase ranks what stands behind the comma, the key what stands before it. So does a column,
    /// where one comma parts its names: `甲股，乙局、丙局参与`.
    fn keep_key(&mut self) {
        let column = self.key.is_none() && self.frame.statement == Statement::Table;
        if self.key.is_none() && !column || self.with || self.pending.len() < 2 {
            return;
        }
        let text = self.reader.text;
        let pairs = self.pending.windows(2).enumerate();
        let mut commas = pairs.filter(|(_, two)| {
            let from = Span::of(two[0].text, text).to();
            let to = Span::of(two[1].text, text).from();
            text.get(from..to).is_some_and(|between| between.contains(['，', ',']))
        });
        let comma = commas.next().map(|(at, _)| at).filter(|_| !column || commas.next().is_none());
        if let Some(at) = comma {
            let behind = self.pending.split_off(at + 1);
            self.flush(None);
            self.pending = behind;
        }
    }

    /// Before a semicolon's other side.
    fn flush_group(&mut self) {
        if !self.pending.is_empty() && !self.with {
            self.flush(None);
        }
    }

    /// Gives the waiting names their role: that of a phrase, of the key, or of the place.
    pub(super) fn flush(&mut self, phrase: Option<Role>) {
        let role = match (phrase, self.with) {
            (Some(role), _) => role,
            (None, true) => Role::Support,
            (None, false) => self.key.unwrap_or(self.frame.role),
        };
        let open = std::mem::take(&mut self.open);
        let rule = match self.frame.rule {
            "duty.bracket" if self.key.is_some() && phrase.is_none() => "duty.bracket.labelled",
            rule => rule,
        };
        for seen in self.pending.drain(..) {
            let lead = self.frame.first
                && !self.led
                && !self.emitted
                && role == Role::Responsible
                && !org::is_class(seen.text);
            let starred = self.reader.mark_of_lead.is_some_and(|mark| {
                let before = &self.reader.text[..Span::of(seen.text, self.reader.text).from()];
                before.trim_end().ends_with(mark)
            });
            let (role, rule) = match (starred, lead) {
                (true, _) => (Role::Lead, rule),
                (_, true) => (Role::Lead, "duty.first"),
                _ => (role, rule),
            };
            self.led |= role == Role::Lead;
            self.emitted = true;
            self.reader.emit_seen(seen, role, self.frame.statement, open, rule);
        }
    }

    fn finish(mut self, text: &'a str) -> bool {
        self.flush(None);
        let held = self.emitted || self.vague;
        // Beside what was understood, a key or a column announces organisations, as a bracket of nothing but names does;
        // in running words only what ends as they do is worth a warning.
        let announced = self.frame.statement != Statement::Inline || self.key.is_some();
        let bare = !self.cued;
        let missed = |piece: &&str| {
            let short = piece.chars().count() <= 20;
            // `下同`, `胡某；`, `各相关企业`
            let listed = || {
                bare && !piece.starts_with('各') && !org::may_be_person(piece) && piece.chars().count() > 2
            };
            !self.emitted
                || short && (announced || listed())
                || org::ends_like_body(before_etc(piece))
                // `县财政局筹措资金`: what it does is no role.
                || org::name_at_start(piece).is_some()
        };
        if let Some(piece) = self.unread.filter(|_| self.cued || self.emitted).filter(missed) {
            self.reader.unread(piece);
        } else if self.frame.statement == Statement::Labelled && !held && self.reader.times.is_empty() {
            self.reader.unread(text);
        }
        self.reader.scratch = self.pending;
        held
    }
}

/// Whether a piece may be a key without a colon, by its end.
pub(super) fn ends_as_key(piece: &str) -> bool {
    ["单位", "部门", "主体", "时限"].iter().any(|end| piece.ends_with(end))
}

/// A name and what stands in the bracket behind it, where that begins with a key of a duty.
fn keyed_bracket(piece: &str) -> Option<(&str, &str)> {
    let (name, inner, key) = bracket_with_key(piece)?;
    matches!(key, Key::Role(_)).then_some((name, inner))
}

/// A name and what stands in the bracket behind it, where that begins with another name and ends in what this one does.
fn helpers_bracket(piece: &str) -> Option<(&str, &str)> {
    const HELPS: [&str; 4] = ["配合", "协助", "协办", "参与"];
    let stem = piece.strip_suffix(['）', ')'])?;
    let helpers = HELPS.iter().find_map(|word| stem.strip_suffix(word))?;
    let open = helpers.find(['（', '('])?;
    let name = piece[..open].trim_end();
    let behind = open + piece[open..].chars().next().map_or(0, char::len_utf8);
    let first = helpers[behind..].split(['、', '，', ',']).next()?;
    (org::is_name(name) && org::is_name(first.trim())).then(|| (name, &stem[behind..]))
}

/// A name before brackets of which the first begins with a key of persons.
fn noted_bracket(piece: &str) -> Option<&str> {
    let (name, _, key) = bracket_with_key(piece)?;
    (key == Key::Other).then_some(name)
}

/// A name, what stands in the bracket behind it, and the key that this begins with.
fn bracket_with_key(piece: &str) -> Option<(&str, &str, Key)> {
    let open = piece.find(['（', '(', '〔', '['])?;
    let name = piece[..open].trim_end();
    let inner = piece.strip_suffix(['）', ')', '〕', ']'])?.get(open..)?;
    let inner = &inner[inner.chars().next().map_or(0, char::len_utf8)..];
    let (key, value) = inner.split_once(['：', ':'])?;
    // `牵头单位：县文旅局（联系人：…）` begins with a key of its own.
    if name.is_empty() || name.contains(['：', ':']) {
        return None;
    }
    // `（首席专员：吴某）`: who stands behind a key that nobody knows tells what it is for.
    let person = || org::may_be_person(value.trim()).then_some(Key::Other);
    let key = cue::key(key.trim()).filter(|key| *key != Key::Unknown).or_else(person)?;
    Some((name, inner, key))
}

/// The parts between the blanks of a piece; a key stays with its colon and what stands behind it: `牵头单位： 县水利局`.
fn blank_parts(piece: &str) -> Vec<&str> {
    const COLONS: [char; 2] = ['：', ':'];
    let mut parts: Vec<Span> = Vec::new();
    let mut key = None;
    for part in apart(piece) {
        let span = Span::of(part, piece);
        let mut from = key.take().unwrap_or(span.from());
        if part.starts_with(COLONS)
            && let Some(before) = parts.pop_if(|before| cue::key(before.of_text(piece)).is_some())
        {
            from = before.from();
        }
        let name = piece[from..span.to()].strip_suffix(COLONS).map(str::trim_end);
        if name.is_some_and(|name| cue::key(name).is_some()) && piece.len() > span.to() {
            key = Some(from);
        } else {
            parts.push(Span::new(from, span.to()));
        }
    }
    let parts = parts.into_iter().map(|part| unnumbered(trim(part.of_text(piece))));
    parts.filter(|part| !part.is_empty()).collect()
}

/// A name without its number in a list of names: `1.县水利局`.
fn unnumbered(piece: &str) -> &str {
    let numbered = piece.starts_with(|c: char| c.is_ascii_digit() || ('①'..='⑳').contains(&c));
    if !numbered {
        return piece;
    }
    let name = Label::read(piece).map(|label| piece[label.end..].trim_start());
    name.filter(|name| org::is_name(name)).unwrap_or(piece)
}

/// Whether the white space in a piece parts names, or a key from its names.
fn is_blank_parted(piece: &str) -> bool {
    let look = Look::at(piece);
    look.is(Look::BLANK) && if look.is(Look::COLON) { !spaced_key(piece) } else { !look.is(Look::TIME) }
}

/// Whether a piece begins with a key set in spaced letters, or with a blank somewhere in it: `牵 头 单 位：`, `责 任单位：`.
fn spaced_key(piece: &str) -> bool {
    let Some((key, value)) = piece.split_once(['：', ':']) else { return false };
    let key = key.trim();
    if !key.contains(char::is_whitespace) || value.contains(['：', ':']) {
        return false;
    }
    let spaced = key.split(char::is_whitespace).all(|part| part.chars().count() <= 1);
    spaced && cue::key(key).is_some() || cue::is_broken_key(key)
}

fn compact(piece: &str) -> String {
    piece.chars().filter(|c| !c.is_whitespace()).collect()
}
