//! Headings that name units give them something to do only where what stands below is work: a list of papers
//! (`（一）自然资源部门` over `1.规划许可证；`), of bodies or of telephones gives nothing.

use super::Walk;
use crate::duty::{Header, OrgId, Reader, opens_with_department, rank_of, rank_of_group};
use crate::facts::{Assignment, Role, Scope};
use gongwen_lexicon::WordSet;
use gongwen_outline::{Column, ColumnRole, Outline, Own, Row, Section, TableKind, TableReading};
use gongwen_text::{Label, Span};
use std::sync::LazyLock;

/// Characters of the longest name of a paper or a body that stands alone.
const LONGEST_THING: usize = 14;

/// Last characters of papers.
const PAPERS: [char; 12] = ['证', '书', '表', '图', '料', '件', '照', '单', '告', '纸', '票', '函'];

/// With what begins that is done.
static ACTS: LazyLock<WordSet> = LazyLock::new(|| WordSet::of(&["narrative_verb", "measure_verbs"]));

/// For each section, whether its heading is one of a ledger by unit (`一、县发展改革局（3项）`): most of those beside each other
/// name units alone.
pub(super) fn headings(reader: &mut Reader<'_>, outline: &Outline, headed: &[bool]) -> Vec<bool> {
    // For each parent, and for none: how many sections stand below it, and how many of them name units.
    let below = |section: &Section| section.parent.map_or(0, |parent| parent + 1);
    let keep_groups = |ledger: &mut [bool]| {
        let mut beside = vec![(0_usize, 0_usize); outline.sections.len() + 1];
        for (section, names) in outline.sections.iter().zip(&*ledger) {
            let (all, units) = &mut beside[below(section)];
            (*all, *units) = (*all + 1, *units + usize::from(*names));
        }
        for (section, names) in outline.sections.iter().zip(ledger) {
            let (all, units) = beside[below(section)];
            *names &= units >= 2 && units * 3 >= all * 2;
        }
    };
    // Names are read only where enough titles beside each other end like some.
    let mut ledger = headed.to_vec();
    for (section, names) in outline.sections.iter().zip(&mut ledger) {
        *names &= section.title.is_some_and(|title| reader.may_name_units(title));
    }
    keep_groups(&mut ledger);
    for (section, names) in outline.sections.iter().zip(&mut ledger) {
        *names = *names && section.title.is_some_and(|title| reader.names_units(title));
    }
    keep_groups(&mut ledger);
    ledger
}

/// Keeps of the headings of a ledger those below which there is work; `tasks` are the sections that hold tasks.
pub(super) fn keep_work(
    text: &str,
    outline: &Outline,
    tasks: impl Iterator<Item = usize>,
    ledger: &mut [bool],
) {
    if !ledger.contains(&true) {
        return;
    }
    let sections = &outline.sections;
    let mut works: Vec<bool> = sections.iter().map(|section| tells_work(text, section)).collect();
    for at in tasks {
        // A leaf that names a unit is work by what it says only.
        works[at] |= !ledger[at] && !names_paper(text, &sections[at]);
    }
    // `一、县直部门` over `县公安局：负责…`: a group of those who are told there.
    for (heading, section) in ledger.iter_mut().zip(sections) {
        let own = section.title.map_or("", |title| title.of_text(text));
        let told = |words: &str| opens_with_department(words) && !words.starts_with(own);
        let mut texts = section.own.iter().filter_map(|own| own.text());
        *heading = *heading && !texts.any(|span| told(span.of_text(text)));
    }
    // Children stand behind their parents.
    for at in (0..works.len()).rev() {
        if let Some(parent) = sections[at].parent {
            works[parent] |= works[at];
        }
    }
    for (heading, works) in ledger.iter_mut().zip(works) {
        *heading &= works;
    }
}

/// Words without the mark at their end.
fn unmarked(words: &str) -> &str {
    words.trim().trim_end_matches(['。', '；', ';', '，', '、'])
}

/// Whether a section is nothing but the name of a paper: `2.测绘报告。`
fn names_paper(text: &str, section: &Section) -> bool {
    let own = section.own.iter().find_map(|own| if let Own::Text(span) = own { Some(*span) } else { None });
    let Some(words) = own.or(section.title) else { return false };
    let words = unmarked(words.of_text(text));
    words.chars().count() <= LONGEST_THING && words.ends_with(PAPERS) && !ACTS.begins(words)
}

/// Whether a section's own text is more than the name of a thing or a telephone.
fn tells_work(text: &str, section: &Section) -> bool {
    const CONTACT: [&str; 7] = ["电话", "地址", "联系", "传真", "邮箱", "举报", "咨询"];
    section.own.iter().any(|own| {
        let Own::Text(span) = own else { return matches!(own, Own::Table(_)) };
        let words = unmarked(span.of_text(text));
        !CONTACT.iter().any(|key| words.starts_with(key))
            && (words.chars().count() > LONGEST_THING || ACTS.begins(words))
    })
}

/// Whether a column says that the units of the table lead what stands in it (`责任单位 | 牵头任务`), and no other who leads.
pub(super) fn leads(text: &str, columns: &[Column]) -> bool {
    let says = |column: &Column| {
        matches!(column.role, ColumnRole::Task | ColumnRole::Measure)
            && rank_of(column.header.of_text(text)) == Some(Role::Lead)
    };
    columns.iter().any(says)
        && !columns.iter().any(|column| matches!(column.role, ColumnRole::Lead | ColumnRole::Support))
}

/// The rank that the words of a cell give the unit whose duties stand there (`成员单位 | 主要职责`), where each sentence begins with a
/// rank and none says what else it answers for: `协助有关部门开展调查`.
pub(super) fn rank_by_words(text: &str, table: &TableReading, cell: Span) -> Option<Role> {
    const ANSWERS: [&str; 6] = ["，负责", "、负责", "并负责", "，承担", "并承担", "、承担"];
    // Bodies and what they do: `协助企业申报` is the unit's own work.
    const HELPED: [&str; 20] = [
        "有关", "相关", "各", "上级", "省", "市", "县", "区", "镇", "乡", "主管", "牵头", "做好", "开展",
        "推进", "组织", "落实", "完成", "处置", "调查",
    ];
    let duties = |column: &Column| {
        let header = column.header.of_text(text);
        column.role == ColumnRole::Measure && (header.contains("职责") || header.contains("责任"))
    };
    if table.kind != TableKind::Responsibility || !table.columns.iter().any(duties) {
        return None;
    }
    let words = cell.of_text(text);
    let helps = |sentence: &str| {
        let behind = ["协助", "协同", "参与", "参加"].iter().find_map(|word| sentence.strip_prefix(*word));
        sentence.starts_with("配合")
            || behind.is_some_and(|whom| HELPED.iter().any(|word| whom.starts_with(word)))
    };
    let mut first = None;
    for sentence in words.split(['。', '；', ';', '\n']).map(str::trim).filter(|words| !words.is_empty()) {
        let sentence = &sentence[Label::read(sentence).map_or(0, |label| label.end)..];
        let role = if sentence.starts_with("牵头") {
            Role::Lead
        } else if helps(sentence) {
            Role::Support
        } else {
            return None;
        };
        first.get_or_insert(role);
    }
    first.filter(|_| !ANSWERS.iter().any(|word| words.contains(word)))
}

impl Walk<'_, '_> {
    /// The rank that a section's title gives the units below it (`一、牵头单位职责`).
    pub(super) fn group_rank(&self, section: Option<usize>) -> Option<Role> {
        rank_of_group(self.outline.sections[section?].title?.of_text(self.text))
    }

    /// Gives the unit of a row its rank in one of the row's items: the one that the column says in which the item stands.
    pub(super) fn rank_item(
        &mut self,
        table: &TableReading,
        headers: &[Header],
        row: &Row,
        task: usize,
    ) -> Option<OrgId> {
        let (first, item) = (self.facts.assignments.len(), self.facts.tasks[task].span);
        let helped = table.columns.iter().zip(&row.cells).any(|(column, cell)| {
            column.role == ColumnRole::Supported && (cell.span.start..cell.span.end).contains(&item.start)
        });
        let leads = leads(self.text, &table.columns);
        for ((column, cell), header) in table.columns.iter().zip(&row.cells).zip(headers) {
            let role = match column.role {
                ColumnRole::Lead | ColumnRole::Responsible if helped => ColumnRole::Support,
                ColumnRole::Responsible if leads => ColumnRole::Lead,
                role @ (ColumnRole::Lead | ColumnRole::Responsible) => role,
                _ => continue,
            };
            self.reader.cell(cell.span, role, *header);
            self.state(Scope::Task(task), cell.merged);
        }
        self.unit_from(first)
    }

    /// Gives the units of a ledger that `parent` names the rank that closes an item of theirs (`1.修订名录。（牵头）`).
    pub(super) fn rank_by_mark(&mut self, parent: Option<usize>, item: Span) {
        const LONGEST: usize = 18;
        let words = item.of_text(self.text).trim_end().trim_end_matches('。');
        let Some(inner) = words.strip_suffix(['）', ')']) else { return };
        let Some((_, mark)) = inner.rsplit_once(['（', '(']).filter(|(_, mark)| mark.len() <= LONGEST)
        else {
            return;
        };
        let rank = mark.strip_suffix("单位").or_else(|| mark.strip_suffix("部门")).unwrap_or(mark);
        self.rank_units(parent, Span::of(rank, self.text));
    }

    /// Reads whom the title of a section names, by the first text `told` there; the first of them, of whom that text goes on to speak.
    pub(super) fn titled(&mut self, index: usize, told: Option<Span>) -> Option<OrgId> {
        let section = &self.outline.sections[index];
        let title = section.title.filter(|_| self.headed[index])?;
        if self.ledger[index] {
            let above = self.group_rank(section.parent);
            return self.reader.units(title, told, above);
        }
        if self.rank_units(section.parent, title) {
            return None;
        }
        let shared_out = section.parent.is_some_and(|parent| self.headings[parent].shares);
        self.reader.title(title, told, shared_out)
    }

    /// Gives the units of a ledger that `parent` names the rank that a title below says (`（一）牵头任务`). Returns whether it says one.
    pub(super) fn rank_units(&mut self, parent: Option<usize>, title: Span) -> bool {
        let Some(parent) = parent.filter(|&parent| self.ledger[parent]) else { return false };
        let Some(role) = rank_of(title.of_text(self.text)) else { return false };
        if let Some((_, units)) = self.ranked.iter().find(|(unit, _)| *unit == parent) {
            for &unit in units {
                self.reader.rank(unit, role, title);
            }
            return true;
        }
        let stated = self.facts.assignments.get(self.first_of[0][parent + 1]..).unwrap_or_default();
        for unit in stated.iter().take_while(|unit| unit.scope == Scope::Section(parent)) {
            self.reader.rank(OrgId::at(unit.org), role, title);
        }
        true
    }

    /// Takes back what the heading of a unit states, behind the first `from` assignments, where each section below ranks it: there it
    /// is said what the unit leads and helps with, and nothing else is its own.
    pub(super) fn leave_to_ranks(&mut self, index: usize, from: usize) {
        let sections = &self.outline.sections;
        let below = sections[index + 1..].iter().take_while(|section| section.level > sections[index].level);
        let mut children = below.filter(|section| section.parent == Some(index)).peekable();
        let ranks =
            |section: &Section| section.title.is_some_and(|it| rank_of(it.of_text(self.text)).is_some());
        if !self.ledger[index] || children.peek().is_none() || !children.all(ranks) {
            return;
        }
        let titled = |stated: &mut Assignment| stated.rule == "duty.title";
        let units = self.facts.assignments.extract_if(from.., titled).map(|stated| OrgId::at(stated.org));
        self.ranked = Some((index, units.collect()));
    }
}
