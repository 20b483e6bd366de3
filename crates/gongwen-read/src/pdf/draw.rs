//! Follows the operators of a page and notes where characters, rules and pictures come to stand.

#![allow(clippy::many_single_char_names, reason = "the letters of the standard's matrices")]

use super::content::{Content, Operand};
use super::font::Font;
use super::page::{Drawn, Page};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Deepest nesting of forms.
const FORMS_DEEP: usize = 12;
/// Deepest stack of saved states.
const STATES: usize = 200;
/// Points of one path.
const POINTS: usize = 4_000;

/// What may still be spent on a file: its pages share it, so that no page can hold up a batch.
pub(super) struct Budget {
    /// Operators.
    pub(super) operators: usize,
    /// Characters.
    pub(super) characters: usize,
    /// Rules.
    pub(super) rules: usize,
    /// Bytes of expanded streams.
    pub(super) bytes: usize,
    /// Forms.
    pub(super) forms: usize,
}

/// Fonts that were read already.
pub(super) type Fonts = BTreeMap<ObjectId, Rc<Font>>;

/// An affine map, as PDF writes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Map(pub(super) [f32; 6]);

impl Map {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this map, then `next`.
    fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, next.0);
        Self([
            a * p + b * r,
            a * q + b * s,
            c * p + d * r,
            c * q + d * s,
            e * p + f * r + t,
            e * q + f * s + u,
        ])
    }

    fn point(self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    fn vector(self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }
}

#[derive(Clone)]
struct State {
    map: Map,
    font: Option<Rc<Font>>,
    size: f32,
    char_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    /// Text is drawn with a stroke round it, which is how some producers make it bold.
    thick: bool,
}

/// Draws one page.
pub(super) struct Drawing<'a> {
    doc: &'a Document,
    fonts: &'a mut Fonts,
    budget: &'a mut Budget,
    page: Page,
    drawn: Vec<Drawn>,
    characters: Vec<char>,
}

impl<'a> Drawing<'a> {
    /// An empty page of this size.
    pub(super) fn new(
        doc: &'a Document,
        fonts: &'a mut Fonts,
        budget: &'a mut Budget,
        size: (f32, f32),
    ) -> Self {
        let page = Page { width: size.0, height: size.1, ..Page::default() };
        Self { doc, fonts, budget, page, drawn: Vec::new(), characters: Vec::new() }
    }

    /// The page with everything that was drawn.
    pub(super) fn finish(mut self) -> Page {
        let drawn = std::mem::take(&mut self.drawn);
        self.page.settle(&drawn);
        self.page
    }

    /// Follows a content stream.
    pub(super) fn run(&mut self, bytes: &[u8], resources: &[&'a Dictionary], map: Map, depth: usize) {
        let mut state = State {
            map,
            font: None,
            size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            thick: false,
        };
        let mut saved: Vec<State> = Vec::new();
        let (mut text, mut line) = (Map::SAME, Map::SAME);
        let mut path = Path::default();
        let mut content = Content::new(bytes);
        while let Some(name) = content.next() {
            if self.budget.operators == 0 {
                return;
            }
            self.budget.operators -= 1;
            match name {
                b"q" => {
                    if saved.len() < STATES {
                        saved.push(state.clone());
                    }
                }
                b"Q" => {
                    if let Some(before) = saved.pop() {
                        state = before;
                    }
                }
                b"cm" => state.map = Map(content.six()).then(state.map),
                b"BT" => (text, line) = (Map::SAME, Map::SAME),
                b"Tf" => {
                    state.size = content.number(1);
                    if let Some(Operand::Name(name)) = content.operands.first() {
                        state.font = self.font(resources, name);
                    }
                }
                b"Tc" => state.char_space = content.number(0),
                b"Tw" => state.word_space = content.number(0),
                b"Tz" => state.stretch = content.number(0) / 100.0,
                b"TL" => state.leading = content.number(0),
                b"Ts" => state.rise = content.number(0),
                b"Tr" => state.thick = content.number(0) as i32 == 2,
                b"Td" | b"TD" => {
                    let (x, y) = (content.number(0), content.number(1));
                    if name == b"TD" {
                        state.leading = -y;
                    }
                    line = Map([1.0, 0.0, 0.0, 1.0, x, y]).then(line);
                    text = line;
                }
                b"Tm" => {
                    line = Map(content.six());
                    text = line;
                }
                b"T*" | b"'" | b"\"" => {
                    if name == b"\"" {
                        state.word_space = content.number(0);
                        state.char_space = content.number(1);
                    }
                    line = Map([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading]).then(line);
                    text = line;
                    if let Some(Operand::Text(bytes)) = content.operands.last() {
                        self.show(bytes, &state, &mut text);
                    }
                }
                b"Tj" => {
                    if let Some(Operand::Text(bytes)) = content.operands.first() {
                        self.show(bytes, &state, &mut text);
                    }
                }
                b"TJ" => {
                    if let Some(Operand::Array(parts)) = content.operands.first() {
                        for part in parts {
                            match part {
                                Operand::Text(bytes) => self.show(bytes, &state, &mut text),
                                Operand::Number(n) => {
                                    let x = -n / 1000.0 * state.size * state.stretch;
                                    text = Map([1.0, 0.0, 0.0, 1.0, x, 0.0]).then(text);
                                }
                                _ => {}
                            }
                        }
                    }
                }
                b"Do" => {
                    if let Some(Operand::Name(name)) = content.operands.first() {
                        self.object(resources, name, state.map, depth);
                    }
                }
                name => path.follow(name, &content, state.map, &mut self.page, &mut self.budget.rules),
            }
        }
    }

    fn show(&mut self, bytes: &[u8], state: &State, text: &mut Map) {
        let Some(font) = &state.font else { return };
        let mut characters = std::mem::take(&mut self.characters);
        let mut at = 0;
        while at < bytes.len() && self.budget.characters > 0 {
            let shown = font.show(&bytes[at..], &mut characters);
            at += shown.bytes.max(1);
            let width = shown.width * state.size * state.stretch;
            let place = text.then(state.map);
            if characters.is_empty() {
                self.page.unknown += 1;
            }
            // Several characters of one code share its width.
            let part = width / characters.len().max(1) as f32;
            let (_, up) = place.vector(0.0, state.size);
            let size = (up * up + { place.vector(0.0, state.size).0.powi(2) }).sqrt();
            for (i, &c) in characters.iter().enumerate() {
                self.budget.characters = self.budget.characters.saturating_sub(1);
                self.drawn.push(Drawn {
                    c,
                    at: place.point(part * i as f32, state.rise),
                    advance: place.vector(part, 0.0),
                    direction: place.vector(state.size * state.stretch, 0.0),
                    size,
                    bold: font.is_bold || state.thick,
                });
            }
            let spaces = state.char_space + if shown.is_space { state.word_space } else { 0.0 };
            *text = Map([1.0, 0.0, 0.0, 1.0, width + spaces * state.stretch, 0.0]).then(*text);
        }
        self.characters = characters;
    }

    fn font(&mut self, resources: &[&'a Dictionary], name: &[u8]) -> Option<Rc<Font>> {
        let (id, object) = self.resource(resources, b"Font", name)?;
        if let Some(font) = id.and_then(|id| self.fonts.get(&id)) {
            return Some(font.clone());
        }
        let font = Rc::new(Font::read(self.doc, object.as_dict().ok()?));
        if let Some(id) = id {
            self.fonts.insert(id, font.clone());
        }
        Some(font)
    }

    fn resource(
        &self,
        resources: &[&'a Dictionary],
        kind: &[u8],
        name: &[u8],
    ) -> Option<(Option<ObjectId>, &'a Object)> {
        resources.iter().find_map(|all| {
            let some = all.get_deref(kind, self.doc).ok()?.as_dict().ok()?;
            self.doc.dereference(some.get(name).ok()?).ok()
        })
    }

    /// A form is followed, a picture measured.
    fn object(&mut self, resources: &[&'a Dictionary], name: &[u8], map: Map, depth: usize) {
        let Some((_, Object::Stream(stream))) = self.resource(resources, b"XObject", name) else { return };
        let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        if kind == b"Form" && depth < FORMS_DEEP && self.budget.forms > 0 {
            self.budget.forms -= 1;
            self.form(stream, resources, map, depth);
        } else if kind == b"Image" {
            let (w, h) = (map.vector(1.0, 0.0), map.vector(0.0, 1.0));
            let area = (w.0 * h.1 - w.1 * h.0).abs() / (self.page.width * self.page.height).max(1.0);
            self.page.pictures += area.min(1.0);
        }
    }

    fn form(&mut self, stream: &'a Stream, resources: &[&'a Dictionary], map: Map, depth: usize) {
        let Ok(bytes) = stream.decompressed_content_with_limit(self.budget.bytes) else { return };
        self.budget.bytes -= bytes.len().min(self.budget.bytes);
        let own = stream.dict.get_deref(b"Resources", self.doc).and_then(Object::as_dict).ok();
        let matrix = stream.dict.get_deref(b"Matrix", self.doc).and_then(Object::as_array).ok();
        let map = match matrix {
            Some(m) if m.len() == 6 => Map(std::array::from_fn(|i| m[i].as_float().unwrap_or(0.0))).then(map),
            _ => map,
        };
        let nearest: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).take(4).collect();
        self.run(&bytes, &nearest, map, depth + 1);
    }
}

/// The path under construction, in page space.
#[derive(Default)]
struct Path {
    /// Sub-paths.
    parts: Vec<Vec<(f32, f32)>>,
    points: usize,
    curves: usize,
}

impl Path {
    fn follow(&mut self, name: &[u8], content: &Content<'_>, map: Map, page: &mut Page, rules: &mut usize) {
        let point = |i: usize| map.point(content.number(i), content.number(i + 1));
        match name {
            b"m" => self.begin(point(0)),
            b"l" => self.line(point(0)),
            b"c" => self.curve(point(4)),
            b"v" | b"y" => self.curve(point(2)),
            b"h" => self.close(),
            b"re" => {
                let [x, y, w, h, ..] = content.six();
                self.begin(map.point(x, y));
                for (x, y) in [(x + w, y), (x + w, y + h), (x, y + h)] {
                    self.line(map.point(x, y));
                }
                self.close();
            }
            b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*" => {
                if matches!(name, b"s" | b"b" | b"b*") {
                    self.close();
                }
                for part in &self.parts {
                    for pair in part.windows(2) {
                        if *rules > 0 {
                            *rules -= 1;
                            page.rule(pair[0], pair[1]);
                        }
                    }
                }
                self.clear();
            }
            b"f" | b"F" | b"f*" => {
                for part in self.parts.iter().filter(|p| (4..=6).contains(&p.len()) || p.len() == 2) {
                    let (mut low, mut high) = (part[0], part[0]);
                    for &(x, y) in part {
                        low = (low.0.min(x), low.1.min(y));
                        high = (high.0.max(x), high.1.max(y));
                    }
                    if *rules > 0 {
                        *rules -= 1;
                        page.filled(low, high);
                    }
                }
                page.curves += self.curves;
                self.clear();
            }
            b"n" => self.clear(),
            _ => {}
        }
    }

    fn begin(&mut self, at: (f32, f32)) {
        if self.points < POINTS {
            self.points += 1;
            self.parts.push(vec![at]);
        }
    }

    fn line(&mut self, to: (f32, f32)) {
        if let Some(part) = self.parts.last_mut()
            && self.points < POINTS
        {
            self.points += 1;
            part.push(to);
        }
    }

    /// A curve is no rule: what follows begins anew.
    fn curve(&mut self, to: (f32, f32)) {
        self.curves += 1;
        self.begin(to);
    }

    fn close(&mut self) {
        if let Some(part) = self.parts.last_mut()
            && part.len() > 1
        {
            let first = part[0];
            part.push(first);
        }
    }

    fn clear(&mut self) {
        self.parts.clear();
        (self.points, self.curves) = (0, 0);
    }
}
