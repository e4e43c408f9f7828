/** A row that was written stays as it is. */
const kept = (table: string, what: string): string => `
CREATE TRIGGER ${table}_keeps_what_was BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} never changes'); END;
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} never changes'); END;`

/**
 * Assessment: templates in versions, the yearly campaign, scores and objections. A campaign keeps the version of the
 * template it began with. Scores, figures and vetoes are only ever added; the last row of its kind counts. Scores are
 * whole hundredths of a point.
 */
export const assessment = `
CREATE TABLE assessment_template (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'in-force' CHECK (state IN ('in-force', 'withdrawn')),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE assessment_template_version (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  template_id TEXT NOT NULL REFERENCES assessment_template (id),
  version INTEGER NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  note TEXT NOT NULL DEFAULT '',
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX assessment_template_version_by_template ON assessment_template_version (template_id, version);
${kept('assessment_template_version', 'a version of a template')}

CREATE TABLE assessment_campaign (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  template_id TEXT NOT NULL REFERENCES assessment_template (id),
  template_version_id TEXT NOT NULL REFERENCES assessment_template_version (id),
  title TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('frozen', 'provisional')),
  -- Of the frozen year its figures come from.
  archive_hash TEXT,
  -- How often the figures were taken; those of the last round count.
  round INTEGER NOT NULL DEFAULT 1,
  figures_on TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'scoring' CHECK (state IN ('scoring', 'published', 'closed', 'dropped')),
  self_due_on TEXT NOT NULL,
  office_due_on TEXT NOT NULL,
  lead_due_on TEXT NOT NULL,
  -- The last day on which a department may object.
  object_until TEXT,
  opened_by TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  published_by TEXT,
  published_at TEXT,
  closed_by TEXT,
  closed_at TEXT,
  -- SHA-256 over the results of all departments.
  result_hash TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX assessment_campaign_of_year ON assessment_campaign (year, template_id) WHERE state <> 'dropped';
CREATE TRIGGER assessment_campaign_stays_closed BEFORE UPDATE ON assessment_campaign WHEN OLD.state = 'closed' BEGIN SELECT RAISE(ABORT, 'a closed campaign never changes'); END;
CREATE TRIGGER assessment_campaign_stays BEFORE DELETE ON assessment_campaign BEGIN SELECT RAISE(ABORT, 'a campaign is dropped, never removed'); END;
CREATE INDEX assessment_campaign_by_version ON assessment_campaign (template_version_id);

CREATE TABLE campaign_department (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  campaign_id TEXT NOT NULL REFERENCES assessment_campaign (id),
  department_id TEXT NOT NULL REFERENCES department (id),
  -- What it was called when the campaign was opened.
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('self', 'office', 'lead', 'scored')),
  -- Why it was given back to whoever scores now; empty where it was not.
  returned TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX campaign_department_once ON campaign_department (campaign_id, department_id);
CREATE TRIGGER campaign_department_keeps_its_place BEFORE UPDATE OF number, id, campaign_id, department_id, name ON campaign_department BEGIN SELECT RAISE(ABORT, 'a department of a campaign never changes'); END;
CREATE TRIGGER campaign_department_stays BEFORE DELETE ON campaign_department BEGIN SELECT RAISE(ABORT, 'a department of a campaign never changes'); END;
CREATE INDEX campaign_department_by_place ON campaign_department (campaign_id, position);

CREATE TABLE campaign_item (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  campaign_department_id TEXT NOT NULL REFERENCES campaign_department (id),
  code TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX campaign_item_once ON campaign_item (campaign_department_id, code);
${kept('campaign_item', 'an item of a campaign')}

CREATE TABLE campaign_indicator (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  campaign_department_id TEXT NOT NULL REFERENCES campaign_department (id),
  indicator TEXT NOT NULL,
  round INTEGER NOT NULL,
  counts INTEGER NOT NULL CHECK (counts >= 0),
  total INTEGER NOT NULL CHECK (total >= counts)
) STRICT;
CREATE UNIQUE INDEX campaign_indicator_once ON campaign_indicator (campaign_department_id, round, indicator);
${kept('campaign_indicator', 'a figure of a campaign')}

CREATE TABLE assessment_score (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  campaign_item_id TEXT NOT NULL REFERENCES campaign_item (id),
  rater TEXT NOT NULL CHECK (rater IN ('self', 'office', 'lead')),
  kind TEXT NOT NULL CHECK (kind IN ('scored', 'corrected')),
  score INTEGER NOT NULL CHECK (score >= 0),
  -- What the register gave then, where the item is computed.
  computed INTEGER,
  -- The score that counted before.
  previous INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  objection_id TEXT REFERENCES assessment_objection (id),
  person_id TEXT,
  person TEXT NOT NULL,
  scored_at TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_score_by_item ON assessment_score (campaign_item_id, rater, number);
${kept('assessment_score', 'a score')}

CREATE TABLE assessment_veto (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  campaign_department_id TEXT NOT NULL REFERENCES campaign_department (id),
  veto TEXT NOT NULL,
  fires INTEGER NOT NULL CHECK (fires IN (0, 1)),
  reason TEXT NOT NULL,
  person_id TEXT,
  person TEXT NOT NULL,
  set_at TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_veto_by_department ON assessment_veto (campaign_department_id, number);
${kept('assessment_veto', 'a veto')}

CREATE TABLE assessment_objection (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  campaign_item_id TEXT NOT NULL REFERENCES campaign_item (id),
  text TEXT NOT NULL,
  raised_by TEXT NOT NULL,
  raised_by_id TEXT,
  raised_at TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_objection_by_item ON assessment_objection (campaign_item_id, number);
${kept('assessment_objection', 'an objection')}

CREATE TABLE assessment_answer (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  objection_id TEXT NOT NULL UNIQUE REFERENCES assessment_objection (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('kept', 'corrected')),
  text TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  answered_by_id TEXT,
  answered_at TEXT NOT NULL
) STRICT;
${kept('assessment_answer', 'an answer')}

-- What a department came to when the campaign was closed, with everything the figure is made of.
CREATE TABLE assessment_result (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  campaign_id TEXT NOT NULL REFERENCES assessment_campaign (id),
  department_id TEXT NOT NULL REFERENCES department (id),
  place INTEGER NOT NULL,
  total INTEGER NOT NULL,
  band TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE UNIQUE INDEX assessment_result_once ON assessment_result (campaign_id, department_id);
CREATE INDEX assessment_result_by_department ON assessment_result (department_id, campaign_id);
${kept('assessment_result', 'a result')}

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('assessment_template', 'sqlite_autoindex_assessment_template_1', '20 1'),
  ('assessment_template_version', 'sqlite_autoindex_assessment_template_version_1', '100 1'),
  ('assessment_template_version', 'assessment_template_version_by_template', '100 5 1'),
  ('assessment_campaign', 'sqlite_autoindex_assessment_campaign_1', '50 1'),
  ('assessment_campaign', 'assessment_campaign_of_year', '50 2 1'),
  ('assessment_campaign', 'assessment_campaign_by_version', '50 3'),
  ('campaign_department', 'sqlite_autoindex_campaign_department_1', '2500 1'),
  ('campaign_department', 'campaign_department_once', '2500 50 1'),
  ('campaign_department', 'campaign_department_by_place', '2500 50 1'),
  ('campaign_item', 'sqlite_autoindex_campaign_item_1', '75000 1'),
  ('campaign_item', 'campaign_item_once', '75000 30 1'),
  ('campaign_indicator', 'sqlite_autoindex_campaign_indicator_1', '60000 1'),
  ('campaign_indicator', 'campaign_indicator_once', '60000 22 18 1'),
  ('assessment_score', 'sqlite_autoindex_assessment_score_1', '400000 1'),
  ('assessment_score', 'assessment_score_by_item', '400000 6 2 1'),
  ('assessment_veto', 'sqlite_autoindex_assessment_veto_1', '1000 1'),
  ('assessment_veto', 'assessment_veto_by_department', '1000 2 1'),
  ('assessment_objection', 'sqlite_autoindex_assessment_objection_1', '2000 1'),
  ('assessment_objection', 'assessment_objection_by_item', '2000 1 1'),
  ('assessment_answer', 'sqlite_autoindex_assessment_answer_1', '2000 1'),
  ('assessment_answer', 'sqlite_autoindex_assessment_answer_2', '2000 1'),
  ('assessment_result', 'sqlite_autoindex_assessment_result_1', '2500 1'),
  ('assessment_result', 'assessment_result_once', '2500 50 1'),
  ('assessment_result', 'assessment_result_by_department', '2500 50 1');
`
