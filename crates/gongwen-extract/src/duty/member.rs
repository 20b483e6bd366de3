//! One piece of a statement's list: a name, several names without a mark between them, a name with its role phrase.

use super::cue::{self, CUES};
use super::known::{Look, Seen};
use super::pieces::{before_etc, ranked, without_etc};
use super::statement::{LONGEST_PIECE, Parse};
use super::{org, place, told};
use crate::facts::{Role, Statement};
use gongwen_text::Span;
use gongwen_text::chars::trim;

impl<'a> Parse<'_, 'a> {
    /// A piece that is neither key nor time.
    pub(super) fn plain_words(&mut self, seen: Seen<'a>) {
        let piece = seen.text;
        // `以下均需各县政府落实，不再列出`: a note, not a name.
        if CUES.note.begins(piece) {
            self.vague = true;
            if piece.starts_with("以下") && piece.contains('均') && CUES.responsible.within(piece) {
                self.reader.note_unread(piece);
            }
            return;
        }
        if piece.is_empty() || seen.look.is(Look::DUTY) && cue::first_is_lead(piece).is_some() {
            return;
        }
        if let Some((name, role)) = ranked(piece)
            && self.understood(name)
        {
            let Some(role) = role else {
                // `县水务局（按行业分工）`
                self.text_names(name);
                return;
            };
            // Its rank is its own: the names that wait keep theirs to come.
            let waiting = std::mem::take(&mut self.pending);
            self.text_names(name);
            self.flush(Some(role));
            self.pending = waiting;
            return;
        }
        if let Some((head, actor)) = by_actor(piece) {
            if told::ends_untold(head) {
                self.vague = true;
            } else {
                self.cued = true;
                let seen = self.reader.known.look(actor);
                self.plain_words(seen);
            }
            return;
        }
        // `由县教育局、县科协牵头`: the word opens the list, no name begins so.
        if let Some(name) = by_word(piece) {
            self.cued = true;
            let seen = self.reader.known.look(name);
            self.plain_words(seen);
            return;
        }
        if self.names(seen) {
            return;
        }
        if piece.contains('及')
            && let Some((left, right)) = piece.split_once("以及").filter(|(left, _)| !left.is_empty())
        {
            for part in [left, right] {
                let seen = self.reader.known.look(part.trim());
                self.plain_words(seen);
            }
            return;
        }
        let rest = self.prefixed(piece);
        if rest.is_empty() || rest.len() < piece.len() && self.text_names(rest) {
            return;
        }
        self.with_role(rest);
    }

    /// Takes 由, 会同 … off the front.
    fn prefixed(&mut self, mut piece: &'a str) -> &'a str {
        for _ in 0..3 {
            if !CUES.before_names.begins(piece) {
                break;
            }
            if let Some(word) = CUES.with.iter().find(|w| piece.starts_with(**w) && !cue::is_trade(piece)) {
                let rest = piece[word.len()..].trim_start();
                // 联合 and 配合 begin role phrases as well: `联合推进`.
                let named = org::begins_with_name(rest);
                if *word == "会同" || named {
                    // `县住建局牵头，县残联会同推进`: with nobody else, they join who leads.
                    let others = named || rest.starts_with(['有', '相', '各', '其']);
                    let joins = *word == "配合" || self.led && !others;
                    self.flush(Some(if joins { Role::Support } else { Role::Lead }));
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
        let starts: Vec<usize> = CUES.role_starts(piece).collect();
        let behind_name = starts.iter().copied().rfind(|&at| {
            let (head, _, rest) = without_etc(&piece[..at]);
            let head = head.trim_end_matches(['要', '应']);
            // `县商务局等部门和各乡镇按职责分工负责`: the phrase begins behind the last of them.
            !head.is_empty() && self.understood(head) && (rest.is_empty() || self.understood(rest))
        });
        let alone = || starts.first().copied().filter(|&at| before_etc(&piece[..at]).trim().is_empty());
        if let Some(at) = behind_name.or_else(alone) {
            self.cued = true;
            let head = piece[..at].trim_end().trim_end_matches(['要', '应']);
            if !head.is_empty() && !self.text_names(head) {
                self.unread.get_or_insert(head);
            }
            self.flush_phrase(&piece[at..]);
            return;
        }
        for word in CUES.with {
            if let Some(at) = piece.find(word).filter(|&at| {
                at > 0 && !cue::is_trade(&piece[at..]) && self.understood(before_etc(&piece[..at]))
            }) {
                self.text_names(&piece[..at]);
                let rest = self.prefixed(&piece[at..]);
                if !rest.is_empty() && !self.text_names(rest) {
                    self.with_role(rest);
                }
                return;
            }
        }
        // `县财政局保障`, `县财政局做好资金保障`: no phrase begins with the word, which names of bodies hold.
        if let Some(end) = piece.strip_suffix("保障").and_then(org::name_at_start)
            && piece.len() - end <= LONGEST_BACKING
        {
            self.cued = true;
            if self.text_names(&piece[..end]) {
                self.flush(Some(Role::Support));
                return;
            }
        }
        // Nothing understood before the phrase: still a cue, and still the end of the names before it.
        if let Some(at) = ["牵头", "负责", "配合", "参与", "协助", "参加", "协同"]
            .iter()
            .filter_map(|w| piece.find(w))
            .min()
        {
            self.cued = true;
            self.unread.get_or_insert(piece[..at].trim());
            self.flush_phrase(&piece[at..]);
        } else {
            self.unread.get_or_insert(piece);
        }
    }

    /// Whether `head` can stand before a role phrase.
    fn understood(&mut self, head: &'a str) -> bool {
        let head = trim(head);
        let look = self.reader.known.look(head).look;
        look.is(Look::NAME.or(Look::VAGUE).or(Look::PERSON))
            || look.is(Look::CLASS_TAIL) && !self.pending.is_empty()
            || look.is(Look::JOINED) && self.reader.known.halves(head).is_some()
            || head.contains("等和")
            || org::looks_like_name(head)
            || org::is_short_body(head)
            || self.frame.statement == Statement::Inline && org::is_function(head)
            || org::is_room(head)
            || head.ends_with("社区") && place::is_village(head)
            || org::is_office(head)
            || place::is_far_division(head)
            || org::is_bound_body(head)
    }

    /// As [`Parse::names`], of a part of a piece.
    fn text_names(&mut self, text: &'a str) -> bool {
        let seen = self.reader.known.look(text);
        self.names(seen)
    }

    /// Takes a piece as a name or several; `false` when it is none.
    fn names(&mut self, seen: Seen<'a>) -> bool {
        let piece = seen.text;
        let (head, open, rest) =
            if seen.look.is(Look::ETC) { without_etc(piece) } else { (piece, false, "") };
        let firms = open && rest.is_empty() && org::is_class_of_firms(&piece[head.len()..]);
        self.open |= open && !firms;
        if !rest.is_empty() {
            return (head.is_empty() || self.text_names(head)) && self.text_names(rest);
        }
        let head = if seen.look.is(Look::BLANK) { head.trim() } else { head };
        if head.is_empty() {
            return open;
        }
        let seen = if head.len() == piece.len() { seen } else { self.reader.known.look(head) };
        if self.joined_class(seen) {
            return true;
        }
        // `供水、供电、通信等企业`: a class, told by kinds that are no departments.
        let plain = |look: Look| !look.is(Look::NAME) && look.is(Look::FUNCTION);
        if firms && plain(seen.look) {
            while self.pending.pop_if(|kind| plain(kind.look)).is_some() {}
            self.vague = true;
            return true;
        }
        let announced = self.frame.statement != Statement::Inline || self.key.is_some();
        if seen.look.is(Look::PERSON)
            && announced
            && let Some(unit) = org::without_office(head)
        {
            let unit = self.reader.known.look(unit);
            self.pending.push(unit);
            return true;
        }
        let look = seen.look;
        if look.is(Look::VAGUE.or(Look::PERSON)) {
            self.vague = true;
            // `各行业主管部门配合`: a class by its trade, which a sentence flags, too.
            if head.starts_with('各') && head.ends_with("主管部门") {
                self.reader.unread(head);
            }
            return true;
        }
        if look.is(Look::JOINED)
            && let Some((left, right)) = self.reader.known.halves(head)
        {
            return self.text_names(left) && self.text_names(right);
        }
        // `发展改革、财政部门负责`, `移动、电信、联通公司配合`: the last name's ending serves them all.
        let name = look.is(Look::NAME);
        if name || self.frame.statement == Statement::Inline && look.is(Look::FUNCTION) {
            self.pending.push(seen);
            self.taken = Some(head).filter(|_| name);
            return true;
        }
        // `责任股室：办公室、人事股`, `责任单位：金碧社区`: below the level of agencies only a key or a column tells them, communities beside a
        // duty word, too.
        // 股 ends nothing else.
        if (announced || head.ends_with("社区")) && place::is_village(head)
            || (announced || head.ends_with('股')) && org::is_room(head)
            || org::is_office(head)
        {
            self.pending.push(seen);
            return true;
        }
        if CUES.role_starts(head).next().is_none()
            && (org::looks_like_name(head)
                || org::is_short_body(head)
                || place::is_far_division(head)
                || org::is_own_office(head)
                || org::is_bound_body(head))
        {
            self.pending.push(seen);
            return true;
        }
        announced && self.beside_person(head)
    }

    /// Takes the unit beside a person where a key or a column announces units; whether the piece was understood.
    pub(super) fn beside_person(&mut self, piece: &'a str) -> bool {
        match org::beside_person(piece) {
            Some(org::Beside::Unit(unit)) => {
                let unit = self.reader.known.look(unit);
                self.pending.push(unit);
                true
            }
            Some(org::Beside::Nobody) => {
                self.vague = true;
                true
            }
            // `县农业农村局 王某某`: the person of the unit in front.
            None => {
                let behind = self.emitted || !self.pending.is_empty();
                behind && org::may_be_person(piece) && CUES.surname.begins(piece)
            }
        }
    }

    /// `各街道办事处、镇` and `甲市、乙省相关部门` are one class as printed.
    pub(super) fn joined_class(&mut self, seen: Seen<'a>) -> bool {
        let Some(last) = self.pending.last().map(|last| last.text) else { return false };
        let piece = seen.text;
        if !is_one_class(last, seen) {
            return false;
        }
        let text = self.reader.text;
        let from = Span::of(last, text).from();
        let to = Span::of(piece, text).to();
        if to - from > LONGEST_PIECE {
            return false;
        }
        self.pending.pop();
        let whole = self.reader.known.look(&text[from..to]);
        self.pending.push(whole);
        true
    }
}

/// Bytes of `做好资金和要素保障`, and a little more.
const LONGEST_BACKING: usize = 36;

/// What stands before 由 and the actor behind it: `日常工作由县教育局负责`. In `理由`, `自由` it is part of a word.
fn by_actor(piece: &str) -> Option<(&str, &str)> {
    let (head, actor) = piece.rsplit_once('由').filter(|(head, _)| !head.is_empty())?;
    let actor = actor.trim_start();
    let word = head.ends_with(['自', '理', '缘', '经', '事', '任']);
    let known = || actor.starts_with('各') || org::begins_with_name(actor);
    (!word && !CUES.list_prefix.contains(&&piece[..head.len() + '由'.len_utf8()]) && known())
        .then_some((head, actor))
}

/// A piece without the word in front that says by whom: `由县教育局`, `均由县水利局牵头`.
pub(super) fn by_word(piece: &str) -> Option<&str> {
    if !piece.starts_with(['由', '均', '统', '分', '主', '继', '拟', '并', '请']) {
        return None;
    }
    let mut by = CUES.list_prefix.iter().filter(|word| word.ends_with(['由', '请']));
    let name = by.find_map(|word| piece.strip_prefix(word))?.trim_start();
    org::begins_with_name(name).then_some(name)
}

/// Whether two names of a list are one class (`各镇、街道办事处`, `各乡、镇人民政府`), or one name whose mark parts no names.
pub(super) fn is_one_class(last: &str, seen: Seen<'_>) -> bool {
    let piece = seen.text;
    let seat = last.starts_with('各') && last.ends_with("党委") && matches!(piece, "政府" | "人民政府");
    // `各镇人民政府、街道办事处`: each is a class by itself.
    let bodies = last.ends_with("政府") && piece.ends_with(['处', '办', '会']);
    let bare_class = seen.look.is(Look::CLASS_TAIL) && last.starts_with(['各', '全']) && !bodies;
    let shared_tail = seen.look.is(Look::DIVISION_CLASS) && place::is_division(last);
    let bare_level = matches!(last, "市" | "县" | "区" | "省" | "州" | "旗" | "镇" | "乡");
    seat || bare_class || shared_tail || bare_level || names_levels(last) && is_level_government(piece)
}

/// `各县`, `各乡（镇）`: a class of divisions, without their governments.
fn names_levels(text: &str) -> bool {
    const LEVELS: [&str; 11] =
        ["区", "县", "市", "旗", "州", "乡", "镇", "乡镇", "街道", "设区市", "设区的市"];
    let Some(level) = text.strip_prefix('各') else { return false };
    let level = level
        .strip_suffix(['）', ')'])
        .and_then(|level| level.split_once(['（', '(']))
        .map_or(level, |(level, _)| level);
    LEVELS.contains(&level)
}

/// `县（市）政府`, `区人民政府`: the governments of a level, not one of them, where another level stands before.
fn is_level_government(piece: &str) -> bool {
    let level =
        piece.strip_prefix("街道").or_else(|| piece.strip_prefix(['县', '区', '市', '旗', '乡', '镇']));
    let Some(rest) = level else { return false };
    let behind = rest.strip_prefix(['（', '(', '〈']).and_then(|inner| inner.split_once(['）', ')', '〉']));
    matches!(behind.map_or(rest, |(_, behind)| behind), "政府" | "人民政府")
}
