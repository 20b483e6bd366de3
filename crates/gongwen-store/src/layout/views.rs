//! The views: one SQL text for SQLite and Postgres.
//!
//! `county` is the document's division, whatever its level; `what` names a duty's scope for a person: the title, or the words of
//! a task that has none. Where something is counted by task, inherited assignments count: they answer for the task.

use super::View;

/// Every view; one that uses another stands behind it.
pub fn views() -> &'static [View] {
    &VIEWS
}

const VIEWS: [View; 9] = [
    View {
        name: "plans",
        answers: "which plans are in, of which county and period, and how much was read in each",
        order: &["county_code", "date_of_issue", "doc_id"],
        sql: "\
SELECT d.division_code AS county_code, d.division_name AS county, d.title AS plan,
  d.document_number_raw AS document_number, d.date_of_issue, d.period_start, d.period_end,
  (SELECT count(*) FROM sections s WHERE s.doc_id = d.doc_id) AS sections,
  (SELECT count(*) FROM tasks t WHERE t.doc_id = d.doc_id) AS tasks,
  (SELECT count(*) FROM assignments a WHERE a.doc_id = d.doc_id AND NOT a.inherited) AS assignments,
  (SELECT count(*) FROM targets g WHERE g.doc_id = d.doc_id) AS targets,
  (SELECT count(*) FROM diagnostics x WHERE x.doc_id = d.doc_id AND x.severity <> 'info') AS warnings,
  d.source_path, d.doc_id
FROM documents d",
    },
    View {
        name: "leads",
        answers: "who leads what: one row for each lead of a section or task, stated or inherited",
        order: &["county_code", "doc_id", "position"],
        sql: "\
SELECT d.division_code AS county_code, d.division_name AS county, o.name AS organisation, o.kind,
  CASE WHEN a.task IS NULL THEN s.label ELSE t.label END AS label,
  CASE WHEN a.task IS NULL THEN s.title ELSE COALESCE(t.title, t.text) END AS what,
  CASE WHEN a.inherited THEN 'inherited' ELSE 'stated' END AS duty,
  a.scope, d.title AS plan, a.doc_id, a.id AS assignment, a.position
FROM assignments a
JOIN documents d ON d.doc_id = a.doc_id
JOIN organisations o ON o.doc_id = a.doc_id AND o.id = a.org
LEFT JOIN sections s ON s.doc_id = a.doc_id AND s.id = a.section
LEFT JOIN tasks t ON t.doc_id = a.doc_id AND t.id = a.task
WHERE a.role = 'lead'",
    },
    View {
        name: "lead_ranking",
        answers: "how many tasks each organisation leads in each county, ranked; classes of organisations (各乡镇) are ranked apart",
        order: &["county_code", "county", "kind", "rank", "organisation"],
        sql: "\
SELECT n.county_code, n.county, n.kind,
  rank() OVER (PARTITION BY n.county_code, n.county, n.kind ORDER BY n.tasks DESC) AS rank,
  n.organisation, n.tasks, n.plans
FROM (
  SELECT d.division_code AS county_code, d.division_name AS county, o.kind, o.name AS organisation,
    count(DISTINCT a.doc_id || a.task) AS tasks, count(DISTINCT a.doc_id) AS plans
  FROM assignments a
  JOIN documents d ON d.doc_id = a.doc_id
  JOIN organisations o ON o.doc_id = a.doc_id AND o.id = a.org
  WHERE a.role = 'lead' AND a.task IS NOT NULL
  GROUP BY d.division_code, d.division_name, o.kind, o.name
) n",
    },
    View {
        name: "top_leads",
        answers: "which department leads most tasks in each county (several where they lead as many, none where no task has a lead)",
        order: &["county_code", "county", "organisation"],
        sql: "\
SELECT c.county_code, c.county, r.organisation, COALESCE(r.tasks, 0) AS tasks, c.plans
FROM (
  SELECT d.division_code AS county_code, d.division_name AS county, count(*) AS plans
  FROM documents d
  GROUP BY d.division_code, d.division_name
) c
LEFT JOIN lead_ranking r ON COALESCE(r.county_code, '') = COALESCE(c.county_code, '')
  AND COALESCE(r.county, '') = COALESCE(c.county, '') AND r.rank = 1 AND r.kind = 'unit'",
    },
    View {
        name: "tasks_without_lead",
        answers: "tasks for which nobody leads, and how many are responsible or support all the same",
        order: &["county_code", "doc_id", "position"],
        sql: "\
SELECT d.division_code AS county_code, d.division_name AS county, t.label, COALESCE(t.title, t.text) AS what,
  (SELECT count(*) FROM assignments a WHERE a.doc_id = t.doc_id AND a.task = t.id AND a.role = 'responsible') AS responsible,
  (SELECT count(*) FROM assignments a WHERE a.doc_id = t.doc_id AND a.task = t.id AND a.role = 'support') AS support,
  d.title AS plan, t.doc_id, t.id AS task, t.position
FROM tasks t
JOIN documents d ON d.doc_id = t.doc_id
WHERE NOT EXISTS (
  SELECT 1 FROM assignments a WHERE a.doc_id = t.doc_id AND a.task = t.id AND a.role = 'lead'
)",
    },
    View {
        name: "duties_by_function",
        answers: "for how many tasks the bodies of each function lead, support or are responsible, by county",
        order: &["function", "county_code", "county"],
        sql: "\
SELECT f.function, d.division_code AS county_code, d.division_name AS county,
  count(DISTINCT CASE WHEN a.role = 'lead' THEN a.doc_id || a.task END) AS lead,
  count(DISTINCT CASE WHEN a.role = 'support' THEN a.doc_id || a.task END) AS support,
  count(DISTINCT CASE WHEN a.role = 'responsible' THEN a.doc_id || a.task END) AS responsible,
  count(DISTINCT a.doc_id) AS plans
FROM assignments a
JOIN documents d ON d.doc_id = a.doc_id
JOIN functions f ON f.doc_id = a.doc_id AND f.org = a.org
WHERE a.task IS NOT NULL
GROUP BY f.function, d.division_code, d.division_name",
    },
    View {
        name: "targets_by_indicator",
        answers: "targets by indicator and county: what each plan promises of the same thing",
        order: &["indicator", "county_code", "doc_id", "position"],
        sql: "\
SELECT g.indicator, d.division_code AS county_code, d.division_name AS county, g.\"group\" AS target_group,
  g.comparator, g.value, g.value_max, g.unit, g.measure, g.frequency, g.deadline, g.modality, g.quote,
  d.title AS plan, g.doc_id, g.id AS target, g.position
FROM targets g
JOIN documents d ON d.doc_id = g.doc_id",
    },
    View {
        name: "tasks_due",
        answers: "tasks that state by when, with the date where one is given",
        order: &["due_by", "county_code", "doc_id", "position"],
        sql: "\
SELECT t.due_by, t.due_every, t.due_raw, d.division_code AS county_code, d.division_name AS county, t.label,
  COALESCE(t.title, t.text) AS what, d.title AS plan, t.doc_id, t.id AS task, t.position
FROM tasks t
JOIN documents d ON d.doc_id = t.doc_id
WHERE t.due_raw IS NOT NULL",
    },
    View {
        name: "findings",
        answers: "what the program could not read or found odd, by plan",
        order: &["severity", "code", "county_code", "doc_id", "position"],
        sql: "\
SELECT x.severity, x.code, d.division_code AS county_code, d.division_name AS county, x.message, x.hint,
  d.title AS plan, d.source_path, x.doc_id, x.position
FROM diagnostics x
JOIN documents d ON d.doc_id = x.doc_id",
    },
];
