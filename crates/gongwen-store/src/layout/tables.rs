//! The tables.

use super::{Column, Foreign, Kind, List, Meaning, Table};
use std::sync::LazyLock;

/// Every table; one that others refer to stands before them.
pub fn tables() -> &'static [Table] {
    static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
        vec![
            documents(),
            sections(),
            tasks(),
            organisations(),
            assignments(),
            targets(),
            qualitative(),
            references(),
            entries("contacts", &["Metadata.contacts"]),
            entries("website", &["Metadata.website"]),
            printed_tables(),
            cells(),
            diagnostics(),
        ]
    });
    &TABLES
}

fn documents() -> Table {
    let list = |table, item| Kind::List(List { table, item });
    table("documents", &["Record"], None)
        .column("schema_version", Kind::Text, &["Record.schema_version"])
        .column("producer_name", Kind::Text, &["Producer.name"])
        .column("producer_version", Kind::Text, &["Producer.version"])
        .column("producer_rules", Kind::Text, &["Producer.rules"])
        .column("source_path", Kind::Text, &["Source.path"])
        .column("source_format", Kind::Text, &["Source.format"])
        .column("source_encoding", Kind::Text, &["Source.encoding"])
        .column("source_bytes", Kind::Integer, &["Source.bytes"])
        .column("source_sha256", Kind::Text, &["Source.sha256"])
        .maybe("source_pages", Kind::Integer, &["Source.pages"])
        .maybe("title", Kind::Text, &["Metadata.title"])
        .maybe("notice_title", Kind::Text, &["Metadata.notice_title"])
        .maybe("document_number_raw", Kind::Text, &["Metadata.document_number", "DocumentNumber.raw"])
        .maybe("document_number_agency_code", Kind::Text, &["DocumentNumber.agency_code"])
        .maybe("document_number_year", Kind::Integer, &["DocumentNumber.year"])
        .maybe("document_number_serial", Kind::Integer, &["DocumentNumber.serial"])
        .maybe("document_number_span_start", Kind::Integer, &["DocumentNumber.span", "CharSpan.start"])
        .maybe("document_number_span_end", Kind::Integer, &["DocumentNumber.span", "CharSpan.end"])
        .column(
            "issuing_authorities",
            list("issuing_authorities", "issuing_authority"),
            &["Metadata.issuing_authorities"],
        )
        .column("addressees", list("addressees", "addressee"), &["Metadata.addressees"])
        .maybe("date_of_issue", Kind::Date, &["Metadata.date_of_issue"])
        .maybe("printing_date", Kind::Date, &["Metadata.printing_date"])
        .column("copy_to", list("copy_to", "recipient"), &["Metadata.copy_to"])
        .maybe("disclosure", Kind::Text, &["Metadata.disclosure"])
        .maybe("period_start", Kind::Integer, &["Metadata.period", "Period.start"])
        .maybe("period_end", Kind::Integer, &["Metadata.period", "Period.end"])
        .maybe("division_code", Kind::Text, &["Metadata.division", "Division.code"])
        .maybe("division_name", Kind::Text, &["Division.name"])
        .maybe("division_prefecture", Kind::Text, &["Division.prefecture"])
        .maybe("division_province", Kind::Text, &["Division.province"])
        .maybe("division_level", Kind::Text, &["Division.level"])
        .maybe("text", Kind::Text, &["Record.text"])
}

fn sections() -> Table {
    table("sections", &["Section"], Some("section"))
        .id(&["Section.id"])
        .maybe("parent", Kind::Text, &["Section.parent"])
        .foreign("parent", "sections")
        .column("level", Kind::Integer, &["Section.level"])
        .maybe("label", Kind::Text, &["Section.label"])
        .maybe("title", Kind::Text, &["Section.title"])
        .column("kind", Kind::Text, &["Section.kind"])
        .column("path", Kind::List(List { table: "section_path", item: "step" }), &["Section.path"])
        .span("Section.span")
        .maybe("body_start", Kind::Integer, &["Section.body", "CharSpan.start"])
        .maybe("body_end", Kind::Integer, &["Section.body", "CharSpan.end"])
        .places("Section.source_span", "Section.locator")
}

fn tasks() -> Table {
    table("tasks", &["Task"], Some("task"))
        .id(&["Task.id"])
        .column("section", Kind::Text, &["Task.section"])
        .foreign("section", "sections")
        .maybe("label", Kind::Text, &["Task.label"])
        .maybe("title", Kind::Text, &["Task.title"])
        .column("origin", Kind::Text, &["Task.origin"])
        .maybe("row", Kind::Integer, &["Task.row"])
        .column("text", Kind::Text, &["Task.text"])
        .maybe("due_raw", Kind::Text, &["Task.due", "Due.raw"])
        .maybe("due_by", Kind::Text, &["Due.by"])
        .maybe("due_every", Kind::Text, &["Due.every"])
        .column("topics", Kind::List(List { table: "topics", item: "topic" }), &["Task.topics"])
        .span("Task.span")
        .places("Task.source_span", "Task.locator")
}

fn organisations() -> Table {
    let aliases = Kind::List(List { table: "aliases", item: "alias" });
    let functions = Kind::List(List { table: "functions", item: "function" });
    table("organisations", &["Org"], Some("org"))
        .own("id", "`o1`, `o2` … in the order in which the assignments first name them: one row for each reading (name, aliases, functions, kind and level) of an organisation in a document.")
        .own_number("position", "Number of the identifier, for sorting.")
        .keyed()
        .column("name", Kind::Text, &["Org.name"])
        .column("aliases", aliases, &["Org.aliases"])
        .column("functions", functions, &["Org.functions"])
        .column("kind", Kind::Text, &["Org.kind"])
        .maybe("level", Kind::Text, &["Org.level"])
}

fn assignments() -> Table {
    table("assignments", &["Assignment"], Some("assignment"))
        .id(&["Assignment.id"])
        .scope(&["Assignment.scope"])
        .column("role", Kind::Text, &["Assignment.role"])
        .column("org", Kind::Text, &["Assignment.org"])
        .foreign("org", "organisations")
        .column("org_surface", Kind::Text, &["Org.surface"])
        .column("statement", Kind::Text, &["Assignment.statement"])
        .column("open_ended", Kind::Boolean, &["Assignment.open_ended"])
        .column("merged", Kind::Boolean, &["Assignment.merged"])
        .column("inherited", Kind::Boolean, &["Assignment.inherited"])
        .maybe("inherited_from", Kind::Text, &["Assignment.inherited_from"])
        .foreign("inherited_from", "assignments")
        .column("quote", Kind::Text, &["Assignment.quote"])
        .span("Assignment.span")
        .places("Assignment.source_span", "Assignment.locator")
        .column("rule", Kind::Text, &["Assignment.rule"])
}

fn targets() -> Table {
    table("targets", &["Target"], Some("target"))
        .id(&["Target.id"])
        .scope(&["Target.scope"])
        .column("quote", Kind::Text, &["Target.quote"])
        .maybe("indicator", Kind::Text, &["Target.indicator"])
        .maybe("group", Kind::Text, &["Target.group"])
        .column("comparator", Kind::Text, &["Target.comparator"])
        .column("value", Kind::Decimal, &["Target.value"])
        .maybe("value_max", Kind::Decimal, &["Target.value_max"])
        .column("unit", Kind::Text, &["Target.unit"])
        .column("measure", Kind::Text, &["Target.measure"])
        .column("frequency", Kind::Text, &["Target.frequency"])
        .maybe("deadline", Kind::Integer, &["Target.deadline"])
        .maybe("baseline_year", Kind::Integer, &["Target.baseline", "Baseline.year"])
        .maybe("baseline_value", Kind::Decimal, &["Baseline.value"])
        .maybe("baseline_text", Kind::Text, &["Baseline.text"])
        .column("modality", Kind::Text, &["Target.modality"])
        .maybe("part_of", Kind::Text, &["Target.part_of"])
        .foreign("part_of", "targets")
        .span("Target.span")
        .places("Target.source_span", "Target.locator")
        .column("rule", Kind::Text, &["Target.rule"])
}

fn qualitative() -> Table {
    table("qualitative", &["Qualitative"], None)
        .id(&["Qualitative.id"])
        .scope(&["Qualitative.scope"])
        .column("quote", Kind::Text, &["Qualitative.quote"])
        .span("Qualitative.span")
}

fn references() -> Table {
    table("references", &["Metadata.references"], None)
        .position()
        .column("title", Kind::Text, &["Reference.title"])
        .maybe("document_number", Kind::Text, &["Reference.document_number"])
        .span("Reference.span")
}

fn entries(name: &'static str, meaning: &[&'static str]) -> Table {
    table(name, meaning, None)
        .position()
        .column("field", Kind::Text, &["Entry.field"])
        .column("value", Kind::Text, &["Entry.value"])
        .maybe("span_start", Kind::Integer, &["Entry.span", "CharSpan.start"])
        .maybe("span_end", Kind::Integer, &["Entry.span", "CharSpan.end"])
}

fn printed_tables() -> Table {
    table("tables", &["Table"], Some("table_id"))
        .id(&["Table.id"])
        .maybe("section", Kind::Text, &["Table.section"])
        .foreign("section", "sections")
        .maybe("caption", Kind::Text, &["Table.caption"])
        .column("header", Kind::List(List { table: "table_header", item: "name" }), &["Table.header"])
}

fn cells() -> Table {
    let mut table = table("cells", &["TableCell"], None)
        .own("table_id", "The table of the cell.")
        .foreign("table_id", "tables")
        .own_number("row", "Row below the header, from 1.")
        .own_number("position", "Place among the cells that begin in the row, from 1.")
        .own_number("grid_column", "First column of the table that the cell covers, from 1, with cells that reach down from rows above counted.")
        .column("text", Kind::Text, &["TableCell.text"])
        .column("rowspan", Kind::Integer, &["TableCell.rowspan"])
        .column("colspan", Kind::Integer, &["TableCell.colspan"])
        .span("TableCell.span");
    table.key = vec!["doc_id", "table_id", "row", "position"];
    table
}

fn diagnostics() -> Table {
    table("diagnostics", &["Diagnostic"], None)
        .position()
        .column("code", Kind::Text, &["Diagnostic.code"])
        .column("severity", Kind::Text, &["Diagnostic.severity"])
        .column("message", Kind::Text, &["Diagnostic.message"])
        .maybe("span_start", Kind::Integer, &["Diagnostic.span", "CharSpan.start"])
        .maybe("span_end", Kind::Integer, &["Diagnostic.span", "CharSpan.end"])
        .maybe("hint", Kind::Text, &["Diagnostic.hint"])
}

/// A table with `doc_id`, which leads to its document.
fn table(name: &'static str, meaning: &[&'static str], owner: Option<&'static str>) -> Table {
    let table = Table {
        name,
        meaning: Meaning::Contract(meaning.to_vec()),
        columns: Vec::new(),
        key: vec!["doc_id"],
        foreign: Vec::new(),
        owner,
    };
    let mut table = table.column("doc_id", Kind::Text, &["Record.doc_id"]);
    if name != "documents" {
        let doc_id = || vec!["doc_id"];
        table.foreign.push(Foreign { columns: doc_id(), table: "documents", to: doc_id() });
    }
    table
}

impl Table {
    fn with(mut self, name: &'static str, kind: Kind, nullable: bool, meaning: Meaning) -> Self {
        self.columns.push(Column { name, kind, nullable, meaning });
        self
    }

    fn column(self, name: &'static str, kind: Kind, meaning: &[&'static str]) -> Self {
        self.with(name, kind, false, Meaning::Contract(meaning.to_vec()))
    }

    fn maybe(self, name: &'static str, kind: Kind, meaning: &[&'static str]) -> Self {
        self.with(name, kind, true, Meaning::Contract(meaning.to_vec()))
    }

    fn own(self, name: &'static str, words: &'static str) -> Self {
        self.with(name, Kind::Text, false, Meaning::Own(words))
    }

    fn own_number(self, name: &'static str, words: &'static str) -> Self {
        self.with(name, Kind::Integer, false, Meaning::Own(words))
    }

    /// The contract's identifier and its number.
    fn id(self, meaning: &[&'static str]) -> Self {
        self.column("id", Kind::Text, meaning)
            .own_number("position", "Number of the identifier, for sorting.")
            .keyed()
    }

    fn keyed(mut self) -> Self {
        self.key.push("id");
        self
    }

    /// For lists whose items have no identifier.
    fn position(self) -> Self {
        let mut table = self.own_number("position", "Place in its list, from 1.");
        table.key.push("position");
        table
    }

    fn foreign(mut self, column: &'static str, table: &'static str) -> Self {
        let foreign = Foreign { columns: vec!["doc_id", column], table, to: vec!["doc_id", "id"] };
        self.foreign.push(foreign);
        self
    }

    /// `scope` names a section or a task; a foreign key needs to know which.
    fn scope(self, meaning: &[&'static str]) -> Self {
        const SECTION: &str = "The section of the scope: itself, or the one in which the task stands; null for the document as a whole.";
        const TASK: &str = "The task, where the scope is one; null otherwise.";
        self.maybe("scope", Kind::Text, meaning)
            .with("section", Kind::Text, true, Meaning::Own(SECTION))
            .foreign("section", "sections")
            .with("task", Kind::Text, true, Meaning::Own(TASK))
            .foreign("task", "tasks")
    }

    fn span(self, field: &'static str) -> Self {
        self.column("span_start", Kind::Integer, &[field, "CharSpan.start"]).column(
            "span_end",
            Kind::Integer,
            &[field, "CharSpan.end"],
        )
    }

    fn places(self, source: &'static str, locator: &'static str) -> Self {
        self.maybe("source_span_start", Kind::Integer, &[source, "ByteSpan.start"])
            .maybe("source_span_end", Kind::Integer, &[source, "ByteSpan.end"])
            .maybe("locator_page", Kind::Integer, &[locator, "Locator.page"])
            .maybe("locator_sheet", Kind::Integer, &[locator, "Locator.sheet"])
            .maybe("locator_paragraph", Kind::Integer, &[locator, "Locator.paragraph"])
            .maybe("locator_table", Kind::Integer, &[locator, "Locator.table"])
            .maybe("locator_row", Kind::Integer, &[locator, "Locator.row"])
            .maybe("locator_column", Kind::Integer, &[locator, "Locator.column"])
    }
}
