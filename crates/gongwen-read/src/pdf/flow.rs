//! Printed lines to paragraphs, on the evidence of the page: indents, full lines, blank space, size of letters.
//!
//! Words decide only where the page leaves it open. GB/T 9704-2012, 7.3.3: paragraphs begin two characters in and go back
//! to the margin.

use super::print::Printed;
use crate::evidence::{self, End, Start};
use crate::join::separator;
use gongwen_text::chars::columns;

/// A paragraph as printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paragraph {
    /// Its words.
    pub(super) text: String,
    /// Page on which it begins, from 0.
    pub(super) page: usize,
    /// Its base line there.
    pub(super) y: f32,
    /// How many bytes at its start are bold.
    pub(super) bold: usize,
    /// Whether blank space stands above it.
    pub(super) gap: bool,
}

/// The text area of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    left: f32,
    right: f32,
}

/// What the whole document does.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// Text area of each page.
    areas: Vec<Area>,
    /// Size of the letters of prose.
    em: f32,
    /// From one line to the next.
    pitch: f32,
    /// Paragraphs begin with an indent.
    indents_part: bool,
}

impl Layout {
    /// Measures the pages, each of which is so wide.
    pub(super) fn of(pages: &[&[Printed]], widths: &[f32]) -> Self {
        let em = usual(pages.iter().flat_map(|p| p.iter()).map(|l| (l.size, l.text.len()))).unwrap_or(12.0);
        // Pages of one width share a text area: the long title over a table on its side says nothing of the others.
        let width = |p: usize| widths[p].round() as i64;
        let mut shared: Vec<(i64, Area)> = Vec::new();
        for p in 0..pages.len() {
            if shared.iter().all(|(of, _)| *of != width(p)) {
                let lines =
                    || (p..pages.len()).filter(|&q| width(q) == width(p)).flat_map(|q| pages[q].iter());
                shared.push((width(p), Area { left: left_edge(lines(), em), right: right_edge(lines()) }));
            }
        }
        let mut areas = Vec::with_capacity(pages.len());
        for (p, page) in pages.iter().enumerate() {
            let whole = shared.iter().find(|(of, _)| *of == width(p)).expect("every width was measured").1;
            // The margins of left and right pages may be mirrored; a page with few lines does not tell.
            let own = Area { left: left_edge(page.iter(), em), right: right_edge(page.iter()) };
            let moved = (own.left - whole.left) - (own.right - whole.right);
            areas.push(if page.len() >= 8 && moved.abs() < em { own } else { whole });
        }
        let mut layout = Self { areas, em, pitch: em * 1.5, indents_part: false };
        let pairs = || pages.iter().flat_map(|p| p.windows(2)).map(|w| (w[1].y - w[0].y, w[1].text.len()));
        layout.pitch = usual(pairs().filter(|(dy, _)| *dy > 0.8 * em && *dy < 4.0 * em)).unwrap_or(em * 1.5);
        let (mut short, mut indented) = (0_usize, 0_usize);
        for (p, page) in pages.iter().enumerate() {
            for pair in page.windows(2) {
                if layout.has_room(p, &pair[0], &pair[1]) && !layout.is_centred(p, &pair[1]) {
                    short += 1;
                    indented += usize::from((1.2..3.2).contains(&layout.indent(p, &pair[1])));
                }
            }
        }
        layout.indents_part = indented * 10 >= short * 6;
        layout
    }

    /// Distance from the left margin, in em.
    fn indent(&self, page: usize, line: &Printed) -> f32 {
        (line.x0 - self.areas[page].left) / self.em
    }

    /// Space left at the end of a line, in points.
    fn room(&self, page: usize, line: &Printed) -> f32 {
        let right = self.areas[page].right;
        line.framed.map_or(right, |inner| inner.min(right)) - line.x1
    }

    /// Whether the first piece of `next` would have fitted on `line`.
    fn has_room(&self, page: usize, line: &Printed, next: &Printed) -> bool {
        self.room(page, line) >= next.first + 0.3 * line.size
    }

    fn is_centred(&self, page: usize, line: &Printed) -> bool {
        let before = self.indent(page, line) * self.em;
        let behind = self.room(page, line);
        before > 1.2 * self.em && behind > 1.2 * self.em && (before - behind).abs() < 1.1 * line.size
    }

    /// Set to the right, as signatures and dates are.
    fn is_set_right(&self, page: usize, line: &Printed) -> bool {
        let area = self.areas[page];
        line.x0 - area.left > 0.4 * (area.right - area.left) && !self.is_centred(page, line)
    }

    /// Whether blank space stands above `next` on the same page.
    fn gap(&self, last: &Printed, next: &Printed) -> bool {
        next.y - last.y > 1.5 * self.pitch.max(next.size * 1.1)
    }
}

/// The value with the most weight; values within a tenth of a point are one.
fn usual(values: impl Iterator<Item = (f32, usize)>) -> Option<f32> {
    let mut bins: Vec<(i64, usize)> = values.map(|(v, weight)| ((v * 10.0).round() as i64, weight)).collect();
    bins.sort_unstable();
    let best = bins.chunk_by(|a, b| a.0 == b.0).max_by_key(|run| run.iter().map(|b| b.1).sum::<usize>())?;
    Some(best[0].0 as f32 / 10.0)
}

/// Where lines begin that go on from the line above: the leftmost place where several begin.
fn left_edge<'a>(lines: impl Iterator<Item = &'a Printed>, em: f32) -> f32 {
    let mut starts: Vec<f32> = lines.map(|l| l.x0).collect();
    starts.sort_by(f32::total_cmp);
    let least = (starts.len() / 12).max(2);
    for (i, &x) in starts.iter().enumerate() {
        let run = starts[i..].partition_point(|&other| other <= x + 0.4 * em);
        if run >= least {
            return x;
        }
    }
    starts.first().copied().unwrap_or(0.0)
}

/// Where full lines end: but for a few that hang out, the rightmost place.
fn right_edge<'a>(lines: impl Iterator<Item = &'a Printed>) -> f32 {
    let mut ends: Vec<f32> = lines.map(|l| l.x1).collect();
    ends.sort_by(|a, b| b.total_cmp(a));
    ends.get(ends.len() / 25).copied().unwrap_or(0.0)
}

/// A paragraph that may still go on.
struct Open {
    done: Paragraph,
    first_indent: f32,
    /// Indent of its second line, once there is one.
    second_indent: Option<f32>,
    last: Printed,
    last_page: usize,
    /// Its words end with a column gap or are set in columns: never joined.
    is_fixed: bool,
}

/// Joins the lines of a stretch without ruled tables: `(page, line)` in reading order.
pub(super) fn paragraphs(lines: &[(usize, &Printed)], layout: &Layout) -> Vec<Paragraph> {
    let mut out = Vec::new();
    let mut open: Option<Open> = None;
    for &(page, line) in lines {
        if let Some(o) = &mut open
            && goes_on(o, page, line, layout)
        {
            o.done.text.extend(separator(&o.last.text, &line.text));
            if o.done.bold == o.done.text.len() {
                o.done.bold += line.bold;
            }
            o.done.text.push_str(&line.text);
            o.second_indent.get_or_insert(layout.indent(page, line));
            (o.last, o.last_page) = (line.clone(), page);
            continue;
        }
        let gap = open.as_ref().is_some_and(|o| o.last_page == page && layout.gap(&o.last, line));
        out.extend(open.take().map(|o| o.done));
        open = Some(Open {
            done: Paragraph { text: line.text.clone(), page, y: line.y, bold: line.bold, gap },
            first_indent: layout.indent(page, line),
            second_indent: None,
            last: line.clone(),
            last_page: page,
            is_fixed: line.has_columns,
        });
    }
    out.extend(open.map(|o| o.done));
    out
}

fn goes_on(open: &Open, page: usize, next: &Printed, layout: &Layout) -> bool {
    const SAME: f32 = 0.75; // em within which two lines begin at the same place
    let last = &open.last;
    let start = evidence::start(&next.text);
    let end = evidence::end(&open.done.text);
    if open.is_fixed || next.has_columns && (last.has_columns || end == End::Sentence) {
        return false;
    }
    let size = last.size.max(next.size);
    if (last.size - next.size).abs() > 0.12 * size || open.last_page == page && layout.gap(last, next) {
        return false;
    }
    let indent = layout.indent(page, next);
    if is_title(open, next, layout) {
        return title_goes_on(open, page, next, layout, start);
    }
    if layout.is_set_right(page, next) || layout.has_room(open.last_page, last, next) {
        return false;
    }
    if layout.is_centred(page, next) && layout.is_centred(open.last_page, last) {
        return false;
    }
    if start == Start::Continued {
        return true;
    }
    // `附件` alone on the next page stands at the margin, where paragraphs go on.
    if end != End::Open && is_annex_mark(&next.text) {
        return false;
    }
    // A signature ends at the margin because it is set there, not because it is full.
    if layout.is_set_right(open.last_page, last) {
        return false;
    }
    // A bracket that is open goes on, whatever stands in it: `（牵头单位：县农业农村局；` and `配合单位：县财政局）`.
    if !matches!(start, Start::Labelled(_)) && evidence::is_within(&open.done.text) {
        return true;
    }
    let begins = matches!(start, Start::Labelled(_) | Start::Field);
    match open.second_indent {
        Some(usual) if (indent - usual).abs() < SAME => {
            // The margin of a paragraph that began further in.
            let is_classical = open.first_indent - usual > SAME;
            let is_hanging = usual - open.first_indent > SAME && hangs(open) && !begins;
            is_classical && !(begins && end == End::Sentence) || is_hanging || open_end(end, start)
        }
        Some(_) => false,
        None if open.first_indent - indent > SAME => {
            !(begins && matches!(end, End::Sentence | End::Colon) && !layout.indents_part)
        }
        None if indent - open.first_indent > SAME => {
            // A hanging indent below a label, not the first line of a paragraph below a heading at the margin.
            let margin = open.first_indent <= SAME && layout.indents_part;
            let unsure = margin && matches!(end, End::Sentence | End::Colon);
            hangs(open) && !begins && indent - open.first_indent < 5.0 && !unsure
        }
        None => {
            // Both begin at the same place: two first lines where paragraphs are indented.
            let both_first = layout.indents_part && indent > SAME;
            !both_first && open_end(end, start)
        }
    }
}

/// Whether a line is nothing but `附件`, `附件2`, `附件：`.
fn is_annex_mark(text: &str) -> bool {
    const LONGEST: usize = 18;
    let rest = (text.len() <= LONGEST).then(|| text.trim().strip_prefix("附件")).flatten();
    rest.is_some_and(|rest| {
        rest.chars().all(|c| c.is_numeric() || matches!(c, ' ' | '：' | ':' | '一'..='十'))
    })
}

/// Whether its lines may stand behind its label.
fn hangs(open: &Open) -> bool {
    matches!(evidence::start(&open.done.text), Start::Labelled(_) | Start::Field)
}

/// What the words say where the page does not.
fn open_end(end: End, start: Start) -> bool {
    match start {
        Start::Labelled(_) | Start::Field => end == End::Open && !matches!(start, Start::Field),
        Start::Remark => end == End::Open,
        _ => !matches!(end, End::Sentence | End::Colon),
    }
}

/// Large letters.
fn is_title(open: &Open, next: &Printed, layout: &Layout) -> bool {
    open.last.size > 1.18 * layout.em && next.size > 1.18 * layout.em
}

/// A title over several lines: `…关于⏎印发…⏎的通知`.
fn title_goes_on(open: &Open, page: usize, next: &Printed, layout: &Layout, start: Start) -> bool {
    const COMPLETE: [&str; 14] = [
        "通知",
        "通告",
        "公告",
        "意见",
        "方案",
        "办法",
        "决定",
        "规划",
        "计划",
        "细则",
        "要点",
        "措施",
        "规定",
        "》的函",
    ];
    let text = open.done.text.as_str();
    let whole_width = layout.room(open.last_page, &open.last) < 3.0 * open.last.size;
    let placed = layout.is_centred(page, next) || layout.room(page, next) < 3.0 * next.size || whole_width;
    let centred = layout.is_centred(open.last_page, &open.last) || whole_width;
    placed
        && centred
        && matches!(start, Start::Words | Start::Continued)
        && !COMPLETE.iter().any(|end| text.ends_with(end))
        && !text.ends_with("文件")
        && text.chars().map(columns).sum::<usize>() < 240
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of 10-point letters on a page of 30 letters. Spaces in front are indents of half a letter.
    fn check(lines: &[&str], expect: &[&str]) {
        check_with(&[(lines, 600.0)], expect);
    }

    /// The same for pages of a width.
    fn check_with(pages: &[(&[&str], f32)], expect: &[&str]) {
        let widths: Vec<f32> = pages.iter().map(|(_, width)| *width).collect();
        let pages: Vec<Vec<Printed>> = pages.iter().map(|(lines, _)| set(lines)).collect();
        let layout = Layout::of(&pages.iter().map(Vec::as_slice).collect::<Vec<_>>(), &widths);
        let numbered: Vec<(usize, &Printed)> =
            pages.iter().enumerate().flat_map(|(p, lines)| lines.iter().map(move |l| (p, l))).collect();
        let got: Vec<String> = paragraphs(&numbered, &layout).into_iter().map(|p| p.text).collect();
        assert_eq!(got, expect);
    }

    fn set(lines: &[&str]) -> Vec<Printed> {
        let mut y = 0.0;
        lines
            .iter()
            .map(|line| {
                y += 20.0;
                let text = line.trim_start();
                let x0 = 100.0 + 5.0 * (line.len() - text.len()) as f32;
                let width: usize = text.chars().map(columns).sum();
                let x1 = x0 + 5.0 * width as f32;
                Printed { text: text.to_owned(), x0, x1, y, size: 10.0, first: 10.0, ..Printed::default() }
            })
            .collect()
    }

    #[test]
    fn each_width_of_pages_has_its_area() {
        // The title on the wide page was taken for a full line, and those of the body for short ones.
        check_with(
            &[
                (
                    &[
                        "    一、工作目标",
                        "    到年底前全县农村生活污水治理率达到百分之四",
                        "十五以上，完成行政村治理任务一百二十五个。",
                    ],
                    600.0,
                ),
                (&["全县推进农村生活污水治理三年行动重点任务责任分解一览表"], 850.0),
            ],
            &[
                "一、工作目标",
                "到年底前全县农村生活污水治理率达到百分之四十五以上，完成行政村治理任务一百二十五个。",
                "全县推进农村生活污水治理三年行动重点任务责任分解一览表",
            ],
        );
    }

    #[test]
    fn brackets_go_on_before_a_key() {
        check(
            &[
                "    （一）培训农民。举办培训班十期，组织观摩活",
                "动三场。（牵头单位：县农业农村局、县财政局；",
                "配合单位：县科协、县总工会、团县委、县妇联；",
                "完成时限：十月底）",
                "    （二）服务农民。县农业农村局牵头，县科协、",
                "县财政局配合。",
            ],
            &[
                "（一）培训农民。举办培训班十期，组织观摩活动三场。（牵头单位：县农业农村局、县财政局；配合单位：县科协、县总工会、团县委、县妇联；完成时限：十月底）",
                "（二）服务农民。县农业农村局牵头，县科协、县财政局配合。",
            ],
        );
    }

    #[test]
    fn hanging_labels() {
        check(
            &[
                "    为加快推进全县科技馆体系建设工作，结合本县",
                "实际，制定本方案。",
                "    1.到年底前建成标准化实验室三十所以上，验收",
                "      率不低于百分之九十。由县教育局牵头，县科",
                "      协配合。",
                "    一、总体要求",
                "    坚持政府引导、社会参与。",
            ],
            &[
                "为加快推进全县科技馆体系建设工作，结合本县实际，制定本方案。",
                "1.到年底前建成标准化实验室三十所以上，验收率不低于百分之九十。由县教育局牵头，县科协配合。",
                "一、总体要求",
                "坚持政府引导、社会参与。",
            ],
        );
    }

    #[test]
    fn indents_and_full_lines() {
        check(
            &[
                "    为加快推进全县科技馆体系建设工作，结合本县",
                "实际，制定本方案。",
                "    一、总体要求",
                "    到年底前建成标准化实验室三十所以上并验收。",
                "    由县教育局牵头，县科协、县财政局配合，每年",
                "开展培训不少于十场次，参训人员达到二千人次，",
                "并对成效进行评估。",
                "                          某县人民政府",
                "                        二〇二五年五月五日",
                "    （此件公开发布）",
            ],
            &[
                "为加快推进全县科技馆体系建设工作，结合本县实际，制定本方案。",
                "一、总体要求",
                "到年底前建成标准化实验室三十所以上并验收。",
                "由县教育局牵头，县科协、县财政局配合，每年开展培训不少于十场次，参训人员达到二千人次，并对成效进行评估。",
                "某县人民政府",
                "二〇二五年五月五日",
                "（此件公开发布）",
            ],
        );
    }
}
