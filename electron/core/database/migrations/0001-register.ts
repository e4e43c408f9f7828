import type { Migration } from './migration.ts'

/**
 * The register as it first stood.
 *
 * `number` is the rowid of every table that is listed: a short, stable number people can quote, and the tie-break of
 * every sort, so that each index ends in it for free. `id` is the UUIDv7 by which records are linked and exchanged.
 * `*_key` columns hold folded text for matching; `revision` counts saves, so that a second writer is noticed.
 * A record that was withdrawn (an import undone, a power abolished) keeps its row: nothing that was graded disappears.
 */
export const register: Migration = {
  version: 1,
  name: 'register',
  sql: `
CREATE TABLE organisation (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  credit_code TEXT,
  region_code TEXT,
  level TEXT CHECK (level IN ('province', 'city', 'county', 'township')),
  parent_name TEXT,
  scale_code TEXT NOT NULL REFERENCES scale (code),
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE department (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  position INTEGER NOT NULL,
  head_title TEXT,
  state TEXT NOT NULL DEFAULT 'in-force' CHECK (state IN ('in-force', 'withdrawn')),
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX department_by_name ON department (organisation_id, name_key) WHERE state = 'in-force';
CREATE INDEX department_by_position ON department (position);

CREATE TABLE post (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  department_id TEXT NOT NULL REFERENCES department (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  duties TEXT,
  state TEXT NOT NULL DEFAULT 'in-force' CHECK (state IN ('in-force', 'withdrawn')),
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX post_by_name ON post (department_id, name_key) WHERE state = 'in-force';

CREATE TABLE vocabulary (
  kind TEXT NOT NULL CHECK (kind IN ('power-type', 'risk-category', 'measure-kind', 'responsible-role')),
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX vocabulary_by_position ON vocabulary (kind, position, code);

CREATE TABLE scale (
  code TEXT PRIMARY KEY,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  levels TEXT NOT NULL CHECK (json_valid(levels)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE power (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  department_id TEXT REFERENCES department (id),
  post_id TEXT REFERENCES post (id),
  type_code TEXT,
  code TEXT,
  code_scheme TEXT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  sub_item TEXT NOT NULL DEFAULT '',
  exercised_by TEXT,
  statutory_limit TEXT,
  promised_limit TEXT,
  fee_basis TEXT,
  publicity TEXT,
  discretion TEXT NOT NULL DEFAULT 'unknown' CHECK (discretion IN ('yes', 'no', 'unknown')),
  benchmark_no TEXT,
  benchmark_calibrated_on TEXT,
  duties TEXT,
  liability TEXT,
  remarks TEXT,
  three_majors INTEGER NOT NULL DEFAULT 0 CHECK (three_majors IN (0, 1)),
  past_case INTEGER NOT NULL DEFAULT 0 CHECK (past_case IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'in-force' CHECK (state IN ('in-force', 'withdrawn')),
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  risk_count INTEGER NOT NULL DEFAULT 0,
  step_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX power_by_code ON power (code) WHERE code IS NOT NULL AND state = 'in-force';
CREATE INDEX power_by_name ON power (name_key, sub_item);
CREATE INDEX power_by_state ON power (state);
CREATE INDEX power_by_department ON power (state, department_id, type_code);
CREATE INDEX power_by_type ON power (state, type_code);
CREATE INDEX power_sorted_by_code ON power (state, code);
CREATE INDEX power_sorted_by_name ON power (state, name);
CREATE INDEX power_sorted_by_risks ON power (state, risk_count);
CREATE INDEX power_by_change ON power (state, updated_at);
CREATE INDEX power_by_post ON power (post_id, state) WHERE post_id IS NOT NULL;

CREATE TABLE legal_basis (
  id TEXT PRIMARY KEY,
  power_id TEXT NOT NULL REFERENCES power (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX legal_basis_by_power ON legal_basis (power_id, position);

CREATE TABLE process_step (
  id TEXT PRIMARY KEY,
  power_id TEXT NOT NULL REFERENCES power (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX process_step_by_power ON process_step (power_id, position);

CREATE TABLE grading_method (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE grading_method_version (
  id TEXT PRIMARY KEY,
  method_id TEXT NOT NULL REFERENCES grading_method (id),
  version INTEGER NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  UNIQUE (method_id, version)
) STRICT, WITHOUT ROWID;

-- Which version is in force. One row per organisation change; the last one counts, the earlier ones are history.
CREATE TABLE method_in_force (
  number INTEGER PRIMARY KEY,
  method_version_id TEXT NOT NULL REFERENCES grading_method_version (id),
  since TEXT NOT NULL,
  set_by TEXT NOT NULL
) STRICT;

CREATE TABLE risk_point (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  power_id TEXT NOT NULL REFERENCES power (id),
  department_id TEXT REFERENCES department (id),
  post_id TEXT REFERENCES post (id),
  step_id TEXT REFERENCES process_step (id),
  category_code TEXT,
  title TEXT,
  manifestation TEXT NOT NULL,
  manifestation_key TEXT NOT NULL,
  existing_rules TEXT,
  direct_owner TEXT,
  department_head TEXT,
  responsible_leader TEXT,
  past_case INTEGER NOT NULL DEFAULT 0 CHECK (past_case IN (0, 1)),
  grading_id TEXT REFERENCES grading (id),
  grade_code TEXT,
  grade_rank INTEGER,
  grading_stage TEXT CHECK (grading_stage IN ('declared', 'accepted')),
  likelihood REAL,
  consequence REAL,
  confirm_code TEXT,
  measure_count INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'in-force' CHECK (state IN ('in-force', 'withdrawn')),
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX risk_point_by_power ON risk_point (power_id, state);
CREATE INDEX risk_point_by_state ON risk_point (state);
CREATE INDEX risk_point_by_department ON risk_point (state, department_id, grade_rank, grade_code);
CREATE INDEX risk_point_by_category ON risk_point (state, category_code, grade_rank, grade_code);
CREATE INDEX risk_point_by_grade ON risk_point (state, grade_rank, grade_code);
CREATE INDEX risk_point_by_grade_code ON risk_point (state, grade_code);
CREATE INDEX risk_point_by_cell ON risk_point (state, likelihood, consequence);
CREATE INDEX risk_point_by_change ON risk_point (state, updated_at);
CREATE INDEX risk_point_by_step ON risk_point (step_id) WHERE step_id IS NOT NULL;
CREATE INDEX risk_point_by_post ON risk_point (post_id, state) WHERE post_id IS NOT NULL;
CREATE INDEX risk_point_to_confirm ON risk_point (state, confirm_code) WHERE confirm_code IS NOT NULL;
CREATE INDEX risk_point_without_measure ON risk_point (state, measure_count, grade_rank);

CREATE TABLE grading (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  risk_point_id TEXT NOT NULL REFERENCES risk_point (id),
  method_version_id TEXT NOT NULL REFERENCES grading_method_version (id),
  stage TEXT NOT NULL CHECK (stage IN ('declared', 'accepted')),
  factors TEXT NOT NULL CHECK (json_valid(factors)),
  score REAL,
  computed_grade TEXT NOT NULL,
  overrides TEXT NOT NULL CHECK (json_valid(overrides)),
  final_grade TEXT NOT NULL,
  final_rank INTEGER NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('same', 'raised', 'lowered')),
  approver TEXT,
  reason TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL CHECK (source IN ('person', 'import', 'undo')),
  batch_id TEXT REFERENCES import_batch (id),
  graded_by TEXT NOT NULL,
  graded_at TEXT NOT NULL,
  graded_on TEXT NOT NULL
) STRICT;
CREATE INDEX grading_by_risk_point ON grading (risk_point_id, number);
CREATE INDEX grading_by_date ON grading (graded_on, direction);
CREATE INDEX grading_by_method ON grading (method_version_id);

CREATE TABLE control_measure (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  department_id TEXT REFERENCES department (id),
  kind_code TEXT,
  content TEXT NOT NULL,
  content_key TEXT NOT NULL,
  owner TEXT,
  due_on TEXT,
  term TEXT NOT NULL DEFAULT 'none' CHECK (term IN ('none', 'dated', 'long-term')),
  progress TEXT NOT NULL DEFAULT 'in-force' CHECK (progress IN ('planned', 'in-force', 'done')),
  done_on TEXT,
  remarks TEXT,
  risk_count INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'in-force' CHECK (state IN ('in-force', 'withdrawn')),
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX control_measure_by_state ON control_measure (state);
CREATE INDEX control_measure_by_department ON control_measure (state, department_id, progress);
CREATE INDEX control_measure_by_kind ON control_measure (state, kind_code);
CREATE INDEX control_measure_by_progress ON control_measure (state, progress, due_on);
CREATE INDEX control_measure_by_due ON control_measure (state, due_on);
CREATE INDEX control_measure_open_by_due ON control_measure (state, due_on) WHERE due_on IS NOT NULL AND progress <> 'done';
CREATE INDEX control_measure_by_risks ON control_measure (state, risk_count);
CREATE INDEX control_measure_by_content ON control_measure (content_key);

-- 'stated': the source names the measure for this very point; 'shared': a form listed it for all points of one row.
CREATE TABLE risk_point_measure (
  risk_point_id TEXT NOT NULL REFERENCES risk_point (id),
  measure_id TEXT NOT NULL REFERENCES control_measure (id),
  position INTEGER NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'shared')),
  PRIMARY KEY (risk_point_id, measure_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX risk_point_measure_by_measure ON risk_point_measure (measure_id, risk_point_id);

CREATE TABLE import_batch (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  form_codes TEXT NOT NULL CHECK (json_valid(form_codes)),
  summary TEXT NOT NULL CHECK (json_valid(summary)),
  state TEXT NOT NULL CHECK (state IN ('applied', 'undone')),
  imported_by TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;

CREATE TABLE column_mapping (
  form_code TEXT NOT NULL,
  header_key TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (form_code, header_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('person', 'service')),
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  batch_id TEXT
) STRICT;
CREATE INDEX audit_entry_by_entity ON audit_entry (entity_id, number);
CREATE INDEX audit_entry_by_batch ON audit_entry (batch_id, number) WHERE batch_id IS NOT NULL;

CREATE TABLE archive (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1990 AND 2200),
  frozen_at TEXT NOT NULL,
  frozen_by TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  row_total INTEGER NOT NULL
) STRICT;

CREATE TABLE archive_row (
  archive_number INTEGER NOT NULL REFERENCES archive (number),
  entity TEXT NOT NULL,
  position INTEGER NOT NULL,
  entity_id TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (archive_number, entity, position)
) STRICT, WITHOUT ROWID;

-- How a person likes his screens (columns, widths, language, theme). Not part of the register, hence not audited.
CREATE TABLE preference (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER grading_keeps_what_was BEFORE UPDATE ON grading BEGIN SELECT RAISE(ABORT, 'grading is append-only'); END;
CREATE TRIGGER grading_stays BEFORE DELETE ON grading BEGIN SELECT RAISE(ABORT, 'grading is append-only'); END;
CREATE TRIGGER method_version_keeps_what_was BEFORE UPDATE ON grading_method_version BEGIN SELECT RAISE(ABORT, 'a method version never changes'); END;
CREATE TRIGGER method_version_stays BEFORE DELETE ON grading_method_version BEGIN SELECT RAISE(ABORT, 'a method version never changes'); END;
CREATE TRIGGER audit_keeps_what_was BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER archive_keeps_what_was BEFORE UPDATE ON archive BEGIN SELECT RAISE(ABORT, 'a frozen year never changes'); END;
CREATE TRIGGER archive_stays BEFORE DELETE ON archive BEGIN SELECT RAISE(ABORT, 'a frozen year never changes'); END;
CREATE TRIGGER archive_row_keeps_what_was BEFORE UPDATE ON archive_row BEGIN SELECT RAISE(ABORT, 'a frozen year never changes'); END;
CREATE TRIGGER archive_row_stays BEFORE DELETE ON archive_row BEGIN SELECT RAISE(ABORT, 'a frozen year never changes'); END;

-- Totals kept. The overview and the counts of plain filters read these few hundred rows instead of a million points.
-- Several narrow tables, not one with every column: a table that told departments, cells and all else apart at once
-- would have nearly as many rows as the register.
CREATE TABLE risk_point_total (
  category_code TEXT NOT NULL,
  grade_code TEXT NOT NULL,
  grading_stage TEXT NOT NULL,
  confirm_code TEXT NOT NULL,
  has_measure INTEGER NOT NULL,
  points INTEGER NOT NULL,
  PRIMARY KEY (category_code, grade_code, grading_stage, confirm_code, has_measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE risk_point_department_total (
  department_id TEXT NOT NULL,
  grade_code TEXT NOT NULL,
  points INTEGER NOT NULL,
  PRIMARY KEY (department_id, grade_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE risk_point_cell_total (
  likelihood REAL NOT NULL,
  consequence REAL NOT NULL,
  grade_code TEXT NOT NULL,
  points INTEGER NOT NULL,
  PRIMARY KEY (likelihood, consequence, grade_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE power_total (
  type_code TEXT NOT NULL,
  discretion TEXT NOT NULL,
  has_benchmark INTEGER NOT NULL,
  has_risk INTEGER NOT NULL,
  has_step INTEGER NOT NULL,
  powers INTEGER NOT NULL,
  PRIMARY KEY (type_code, discretion, has_benchmark, has_risk, has_step)
) STRICT, WITHOUT ROWID;

CREATE TABLE power_department_total (department_id TEXT PRIMARY KEY, powers INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE control_measure_total (
  kind_code TEXT NOT NULL,
  progress TEXT NOT NULL,
  term TEXT NOT NULL,
  has_owner INTEGER NOT NULL,
  measures INTEGER NOT NULL,
  PRIMARY KEY (kind_code, progress, term, has_owner)
) STRICT, WITHOUT ROWID;

CREATE TABLE control_measure_department_total (department_id TEXT PRIMARY KEY, measures INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TRIGGER risk_point_counted AFTER INSERT ON risk_point WHEN NEW.state = 'in-force' BEGIN
  INSERT INTO risk_point_total VALUES (coalesce(NEW.category_code, ''), coalesce(NEW.grade_code, ''), coalesce(NEW.grading_stage, ''), coalesce(NEW.confirm_code, ''), NEW.measure_count > 0, 1)
    ON CONFLICT DO UPDATE SET points = points + 1;
  INSERT INTO risk_point_department_total VALUES (coalesce(NEW.department_id, ''), coalesce(NEW.grade_code, ''), 1)
    ON CONFLICT DO UPDATE SET points = points + 1;
  INSERT INTO risk_point_cell_total VALUES (coalesce(NEW.likelihood, 0), coalesce(NEW.consequence, 0), coalesce(NEW.grade_code, ''), 1)
    ON CONFLICT DO UPDATE SET points = points + 1;
  UPDATE power SET risk_count = risk_count + 1 WHERE id = NEW.power_id;
END;
CREATE TRIGGER risk_point_recounted AFTER UPDATE OF category_code, grade_code, grading_stage, confirm_code, measure_count, state ON risk_point BEGIN
  UPDATE risk_point_total SET points = points - 1 WHERE OLD.state = 'in-force' AND category_code = coalesce(OLD.category_code, '') AND grade_code = coalesce(OLD.grade_code, '') AND grading_stage = coalesce(OLD.grading_stage, '') AND confirm_code = coalesce(OLD.confirm_code, '') AND has_measure = (OLD.measure_count > 0);
  INSERT INTO risk_point_total SELECT coalesce(NEW.category_code, ''), coalesce(NEW.grade_code, ''), coalesce(NEW.grading_stage, ''), coalesce(NEW.confirm_code, ''), NEW.measure_count > 0, 1 WHERE NEW.state = 'in-force'
    ON CONFLICT DO UPDATE SET points = points + 1;
END;
CREATE TRIGGER risk_point_recounted_in_department AFTER UPDATE OF department_id, grade_code, state ON risk_point BEGIN
  UPDATE risk_point_department_total SET points = points - 1 WHERE OLD.state = 'in-force' AND department_id = coalesce(OLD.department_id, '') AND grade_code = coalesce(OLD.grade_code, '');
  INSERT INTO risk_point_department_total SELECT coalesce(NEW.department_id, ''), coalesce(NEW.grade_code, ''), 1 WHERE NEW.state = 'in-force'
    ON CONFLICT DO UPDATE SET points = points + 1;
END;
CREATE TRIGGER risk_point_recounted_in_cell AFTER UPDATE OF likelihood, consequence, grade_code, state ON risk_point BEGIN
  UPDATE risk_point_cell_total SET points = points - 1 WHERE OLD.state = 'in-force' AND likelihood = coalesce(OLD.likelihood, 0) AND consequence = coalesce(OLD.consequence, 0) AND grade_code = coalesce(OLD.grade_code, '');
  INSERT INTO risk_point_cell_total SELECT coalesce(NEW.likelihood, 0), coalesce(NEW.consequence, 0), coalesce(NEW.grade_code, ''), 1 WHERE NEW.state = 'in-force'
    ON CONFLICT DO UPDATE SET points = points + 1;
END;
CREATE TRIGGER risk_point_moved AFTER UPDATE OF power_id, state ON risk_point WHEN OLD.power_id IS NOT NEW.power_id OR OLD.state <> NEW.state BEGIN
  UPDATE power SET risk_count = risk_count - 1 WHERE OLD.state = 'in-force' AND id = OLD.power_id;
  UPDATE power SET risk_count = risk_count + 1 WHERE NEW.state = 'in-force' AND id = NEW.power_id;
END;

CREATE TRIGGER power_counted AFTER INSERT ON power WHEN NEW.state = 'in-force' BEGIN
  INSERT INTO power_total VALUES (coalesce(NEW.type_code, ''), NEW.discretion, NEW.benchmark_no IS NOT NULL, NEW.risk_count > 0, NEW.step_count > 0, 1)
    ON CONFLICT DO UPDATE SET powers = powers + 1;
  INSERT INTO power_department_total VALUES (coalesce(NEW.department_id, ''), 1)
    ON CONFLICT DO UPDATE SET powers = powers + 1;
END;
CREATE TRIGGER power_recounted AFTER UPDATE OF type_code, discretion, benchmark_no, risk_count, step_count, state ON power BEGIN
  UPDATE power_total SET powers = powers - 1 WHERE OLD.state = 'in-force' AND type_code = coalesce(OLD.type_code, '') AND discretion = OLD.discretion AND has_benchmark = (OLD.benchmark_no IS NOT NULL) AND has_risk = (OLD.risk_count > 0) AND has_step = (OLD.step_count > 0);
  INSERT INTO power_total SELECT coalesce(NEW.type_code, ''), NEW.discretion, NEW.benchmark_no IS NOT NULL, NEW.risk_count > 0, NEW.step_count > 0, 1 WHERE NEW.state = 'in-force'
    ON CONFLICT DO UPDATE SET powers = powers + 1;
END;
CREATE TRIGGER power_recounted_in_department AFTER UPDATE OF department_id, state ON power BEGIN
  UPDATE power_department_total SET powers = powers - 1 WHERE OLD.state = 'in-force' AND department_id = coalesce(OLD.department_id, '');
  INSERT INTO power_department_total SELECT coalesce(NEW.department_id, ''), 1 WHERE NEW.state = 'in-force'
    ON CONFLICT DO UPDATE SET powers = powers + 1;
END;

CREATE TRIGGER step_added AFTER INSERT ON process_step BEGIN UPDATE power SET step_count = step_count + 1 WHERE id = NEW.power_id; END;
CREATE TRIGGER step_removed AFTER DELETE ON process_step BEGIN UPDATE power SET step_count = step_count - 1 WHERE id = OLD.power_id; END;

CREATE TRIGGER control_measure_counted AFTER INSERT ON control_measure WHEN NEW.state = 'in-force' BEGIN
  INSERT INTO control_measure_total VALUES (coalesce(NEW.kind_code, ''), NEW.progress, NEW.term, NEW.owner IS NOT NULL, 1)
    ON CONFLICT DO UPDATE SET measures = measures + 1;
  INSERT INTO control_measure_department_total VALUES (coalesce(NEW.department_id, ''), 1)
    ON CONFLICT DO UPDATE SET measures = measures + 1;
END;
CREATE TRIGGER control_measure_recounted AFTER UPDATE OF kind_code, progress, term, owner, state ON control_measure BEGIN
  UPDATE control_measure_total SET measures = measures - 1 WHERE OLD.state = 'in-force' AND kind_code = coalesce(OLD.kind_code, '') AND progress = OLD.progress AND term = OLD.term AND has_owner = (OLD.owner IS NOT NULL);
  INSERT INTO control_measure_total SELECT coalesce(NEW.kind_code, ''), NEW.progress, NEW.term, NEW.owner IS NOT NULL, 1 WHERE NEW.state = 'in-force'
    ON CONFLICT DO UPDATE SET measures = measures + 1;
END;
CREATE TRIGGER control_measure_recounted_in_department AFTER UPDATE OF department_id, state ON control_measure BEGIN
  UPDATE control_measure_department_total SET measures = measures - 1 WHERE OLD.state = 'in-force' AND department_id = coalesce(OLD.department_id, '');
  INSERT INTO control_measure_department_total SELECT coalesce(NEW.department_id, ''), 1 WHERE NEW.state = 'in-force'
    ON CONFLICT DO UPDATE SET measures = measures + 1;
END;

-- A link counts while both its ends are in force, so that a measure taken out of force no longer covers a point.
CREATE TRIGGER measure_linked AFTER INSERT ON risk_point_measure BEGIN
  UPDATE risk_point SET measure_count = measure_count + 1 WHERE id = NEW.risk_point_id AND EXISTS (SELECT 1 FROM control_measure WHERE id = NEW.measure_id AND state = 'in-force');
  UPDATE control_measure SET risk_count = risk_count + 1 WHERE id = NEW.measure_id AND EXISTS (SELECT 1 FROM risk_point WHERE id = NEW.risk_point_id AND state = 'in-force');
END;
CREATE TRIGGER measure_unlinked AFTER DELETE ON risk_point_measure BEGIN
  UPDATE risk_point SET measure_count = measure_count - 1 WHERE id = OLD.risk_point_id AND EXISTS (SELECT 1 FROM control_measure WHERE id = OLD.measure_id AND state = 'in-force');
  UPDATE control_measure SET risk_count = risk_count - 1 WHERE id = OLD.measure_id AND EXISTS (SELECT 1 FROM risk_point WHERE id = OLD.risk_point_id AND state = 'in-force');
END;
CREATE TRIGGER control_measure_state_reaches_points AFTER UPDATE OF state ON control_measure WHEN OLD.state <> NEW.state BEGIN
  UPDATE risk_point SET measure_count = measure_count + iif(NEW.state = 'in-force', 1, -1) WHERE id IN (SELECT risk_point_id FROM risk_point_measure WHERE measure_id = NEW.id);
END;
CREATE TRIGGER risk_point_state_reaches_measures AFTER UPDATE OF state ON risk_point WHEN OLD.state <> NEW.state BEGIN
  UPDATE control_measure SET risk_count = risk_count + iif(NEW.state = 'in-force', 1, -1) WHERE id IN (SELECT measure_id FROM risk_point_measure WHERE risk_point_id = NEW.id);
END;

-- Text search. Chinese words have two characters: the application writes overlapping pairs, SQLite finds phrases of them.
-- The ascii tokenizer parts them at spaces and leaves everything else as the application wrote it.
CREATE VIRTUAL TABLE power_text USING fts5(name, code, basis, content='', contentless_delete=1, tokenize="ascii");
CREATE VIRTUAL TABLE risk_point_text USING fts5(power_name, title, manifestation, content='', contentless_delete=1, tokenize="ascii");
CREATE VIRTUAL TABLE control_measure_text USING fts5(content_text, owner, content='', contentless_delete=1, tokenize="ascii");

-- What the query planner believes about the tables: a large register, everything in force. ANALYZE would look at the
-- register of the day, and on a new one it would learn nothing; with these figures every register is queried by the same
-- plans, which tests hold fast. (Rows in the index, then rows for each further column that is known.)
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('department', 'sqlite_autoindex_department_1', '1000 1'),
  ('department', 'department_by_name', '1000 1000 1'),
  ('department', 'department_by_position', '1000 1'),
  ('post', 'sqlite_autoindex_post_1', '5000 1'),
  ('post', 'post_by_name', '5000 5 1'),
  ('vocabulary', 'vocabulary', '40 10 1'),
  ('vocabulary', 'vocabulary_by_position', '40 10 1 1'),
  ('power', 'sqlite_autoindex_power_1', '250000 1'),
  ('power', 'power_by_code', '250000 1'),
  ('power', 'power_by_name', '250000 2 1'),
  ('power', 'power_by_state', '250000 250000'),
  ('power', 'power_by_department', '250000 250000 250 25'),
  ('power', 'power_by_type', '250000 250000 12500'),
  ('power', 'power_sorted_by_code', '250000 250000 1'),
  ('power', 'power_sorted_by_name', '250000 250000 2'),
  ('power', 'power_sorted_by_risks', '250000 250000 25000'),
  ('power', 'power_by_change', '250000 250000 10'),
  ('power', 'power_by_post', '250000 50 50'),
  ('legal_basis', 'legal_basis', '500000 1'),
  ('legal_basis', 'legal_basis_by_power', '500000 2 1'),
  ('process_step', 'process_step', '750000 1'),
  ('process_step', 'process_step_by_power', '750000 3 1'),
  ('risk_point', 'sqlite_autoindex_risk_point_1', '1000000 1'),
  ('risk_point', 'risk_point_by_power', '1000000 4 4'),
  ('risk_point', 'risk_point_by_state', '1000000 1000000'),
  ('risk_point', 'risk_point_by_department', '1000000 1000000 1000 300 300'),
  ('risk_point', 'risk_point_by_category', '1000000 1000000 200000 60000 60000'),
  ('risk_point', 'risk_point_by_grade', '1000000 1000000 300000 300000'),
  ('risk_point', 'risk_point_by_grade_code', '1000000 1000000 300000'),
  ('risk_point', 'risk_point_by_cell', '1000000 1000000 250000 60000'),
  ('risk_point', 'risk_point_by_change', '1000000 1000000 10'),
  ('risk_point', 'risk_point_by_step', '1000000 2'),
  ('risk_point', 'risk_point_by_post', '1000000 200 200'),
  ('risk_point', 'risk_point_to_confirm', '10000 10000 5000'),
  ('risk_point', 'risk_point_without_measure', '1000000 1000000 200000 60000'),
  ('grading', 'sqlite_autoindex_grading_1', '2000000 1'),
  ('grading', 'grading_by_risk_point', '2000000 2 1'),
  ('grading', 'grading_by_date', '2000000 2000 1000'),
  ('grading', 'grading_by_method', '2000000 200000'),
  ('control_measure', 'sqlite_autoindex_control_measure_1', '1500000 1'),
  ('control_measure', 'control_measure_by_state', '1500000 1500000'),
  ('control_measure', 'control_measure_by_department', '1500000 1500000 1500 500'),
  ('control_measure', 'control_measure_by_kind', '1500000 1500000 500000'),
  ('control_measure', 'control_measure_by_progress', '1500000 1500000 500000 500'),
  ('control_measure', 'control_measure_by_due', '1500000 1500000 500'),
  ('control_measure', 'control_measure_open_by_due', '300000 300000 100'),
  ('control_measure', 'control_measure_by_risks', '1500000 1500000 300000'),
  ('control_measure', 'control_measure_by_content', '1500000 2'),
  ('risk_point_measure', 'risk_point_measure', '2000000 2 1'),
  ('risk_point_measure', 'risk_point_measure_by_measure', '2000000 2 1'),
  ('audit_entry', 'sqlite_autoindex_audit_entry_1', '5000000 1'),
  ('audit_entry', 'audit_entry_by_entity', '5000000 3 1'),
  ('audit_entry', 'audit_entry_by_batch', '3000000 30000 1'),
  ('archive_row', 'archive_row', '5000000 1000000 300000 1'),
  ('risk_point_total', 'risk_point_total', '400 60 20 7 2 1'),
  ('risk_point_department_total', 'risk_point_department_total', '4000 4 1'),
  ('risk_point_cell_total', 'risk_point_cell_total', '60 12 3 1'),
  ('power_total', 'power_total', '400 20 8 4 2 1'),
  ('power_department_total', 'power_department_total', '1000 1'),
  ('control_measure_total', 'control_measure_total', '70 18 6 2 1'),
  ('control_measure_department_total', 'control_measure_department_total', '1000 1');
`,
}
