/** A row that was written stays as it is. */
const kept = (table: string, what: string): string => `
CREATE TRIGGER ${table}_keeps_what_was BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} never changes'); END;
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} never changes'); END;`

/** Warnings with the rules that raise them, their disposal, and events from an e-supervision platform. */
export const warnings = `
-- Levels weigh by severity_rank alone; terms are working days for each step of a disposal sheet.
CREATE TABLE warning_level (
  code TEXT PRIMARY KEY,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  severity_rank INTEGER NOT NULL,
  colour TEXT NOT NULL,
  needs_approval INTEGER NOT NULL CHECK (needs_approval IN (0, 1)),
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
INSERT INTO warning_level (code, label_zh, label_en, severity_rank, colour, needs_approval, terms) VALUES
  ('red', '红色预警', 'Red', 3, 'red', 1, '{"issue":2,"receive":1,"analyse":3,"rectify":3,"complete":10,"recheck":3,"conclude":2}'),
  ('orange', '橙色预警', 'Orange', 2, 'orange', 0, '{"issue":3,"receive":2,"analyse":5,"rectify":3,"complete":15,"recheck":5,"conclude":3}'),
  ('yellow', '黄色预警', 'Yellow', 1, 'yellow', 0, '{"issue":5,"receive":3,"analyse":5,"rectify":5,"complete":20,"recheck":5,"conclude":5}');

CREATE TABLE warning_rule (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  level_code TEXT NOT NULL REFERENCES warning_level (code),
  params TEXT NOT NULL CHECK (json_valid(params)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
INSERT INTO warning_rule (code, position, label_zh, label_en, enabled, level_code, params) VALUES
  ('high-without-measure', 1, '最高等级风险无生效措施', 'Heaviest risk without a measure in force', 1, 'red', '{}'),
  ('measure-overdue', 2, '防控措施逾期', 'Control measure overdue', 1, 'orange', '{"graceDays":0}'),
  ('measure-unowned', 3, '防控措施无责任人', 'Control measure without an owner', 1, 'yellow', '{}'),
  ('changed-after-grading', 4, '评级后职权或流程有变动', 'Power or process changed after grading', 1, 'orange', '{"sinceDays":365}'),
  ('review-overdue', 5, '审核逾期', 'Review overdue', 1, 'yellow', '{"graceDays":0}'),
  ('recheck-overdue', 6, '调整任务逾期', 'Re-check task overdue', 1, 'orange', '{"graceDays":0}'),
  ('re-examination-overdue', 7, '复核逾期', 'Re-examination overdue', 1, 'orange', '{"graceDays":30}'),
  ('benchmark-uncalibrated', 8, '裁量基准缺失或未校正', 'Discretion without a calibrated benchmark', 1, 'orange', '{"months":24}'),
  ('copied-text', 9, '表现形式照抄', 'Copied manifestation', 1, 'yellow', '{"leastPoints":2,"leastSigns":10}'),
  ('post-changed-hands', 10, '岗位人员变动待复核', 'Post changed hands', 1, 'yellow', '{"sinceDays":90}'),
  ('many-lowerings', 11, '科室降级过多', 'Too many lowerings in a department', 1, 'red', '{"sinceDays":90,"leastCount":3,"percent":10}');

-- Where a warning comes from when no rule found it.
CREATE TABLE warning_source (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
INSERT INTO warning_source (code, position, label_zh, label_en) VALUES
  ('petition', 1, '信访', 'Petitions'),
  ('audit', 2, '审计', 'Audit'),
  ('inspection', 3, '检查', 'Inspection'),
  ('patrol', 4, '巡察', 'Discipline patrol'),
  ('supervision', 5, '电子监察', 'E-supervision'),
  ('opinion', 6, '舆情', 'Public opinion');

CREATE TABLE warning_run (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  started_at TEXT NOT NULL,
  started_on TEXT NOT NULL,
  started_by TEXT NOT NULL,
  finished_at TEXT,
  found INTEGER NOT NULL DEFAULT 0,
  seen INTEGER NOT NULL DEFAULT 0,
  cleared INTEGER NOT NULL DEFAULT 0,
  late INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX warning_run_by_date ON warning_run (started_on, number) WHERE finished_at IS NOT NULL;

-- One sheet. What was said on its way stands in its steps; here is where it stands and what lists ask for.
CREATE TABLE warning (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- A rule of warning_rule, or a source of warning_source.
  rule_code TEXT REFERENCES warning_rule (code),
  source_code TEXT REFERENCES warning_source (code),
  subject_entity TEXT NOT NULL,
  subject_id TEXT,
  department_id TEXT REFERENCES department (id),
  power_id TEXT REFERENCES power (id),
  risk_point_id TEXT REFERENCES risk_point (id),
  level_code TEXT NOT NULL REFERENCES warning_level (code),
  level_rank INTEGER NOT NULL,
  -- The object in words, as the sheet names it; figures of the reason where a rule found it; else what was reported.
  object TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(reason)),
  situation TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'found' CHECK (state IN ('found', 'issued', 'received', 'analysed', 'rectifying', 'rectified', 'rechecked', 'escalated', 'lifted', 'transferred')),
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
  state_since TEXT NOT NULL,
  due_on TEXT,
  -- The day on which being late was last written down, so that it is once for each day due.
  late_for TEXT,
  escalations INTEGER NOT NULL DEFAULT 0,
  needs_approval INTEGER NOT NULL DEFAULT 0 CHECK (needs_approval IN (0, 1)),
  approved INTEGER NOT NULL DEFAULT 0 CHECK (approved IN (0, 1)),
  -- The number of the sheet within its year, given when it is issued.
  issue_year INTEGER,
  issue_number INTEGER,
  issued_on TEXT,
  rectify_by TEXT,
  found_at TEXT NOT NULL,
  found_on TEXT NOT NULL,
  found_by TEXT NOT NULL,
  last_seen_on TEXT NOT NULL,
  last_seen_run INTEGER,
  cleared_on TEXT,
  closed_on TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK ((rule_code IS NULL) <> (source_code IS NULL))
) STRICT;
-- One open warning for each rule and subject: found again it is only seen again.
CREATE UNIQUE INDEX warning_open_by_subject ON warning (rule_code, subject_id) WHERE closed = 0 AND rule_code IS NOT NULL;
CREATE UNIQUE INDEX warning_by_issue ON warning (issue_year, issue_number) WHERE issue_number IS NOT NULL;
CREATE INDEX warning_by_issue_date ON warning (issued_on) WHERE issued_on IS NOT NULL;
CREATE INDEX warning_by_level ON warning (closed, level_rank, number);
CREATE INDEX warning_by_state ON warning (state, level_rank, number);
CREATE INDEX warning_by_department ON warning (department_id, closed, level_rank, number);
CREATE INDEX warning_by_rule ON warning (rule_code, closed, level_rank, number);
CREATE INDEX warning_by_source ON warning (source_code, closed, level_rank, number) WHERE source_code IS NOT NULL;
CREATE INDEX warning_by_due ON warning (due_on, level_rank, number) WHERE closed = 0 AND due_on IS NOT NULL;
CREATE INDEX warning_by_run ON warning (rule_code, last_seen_run) WHERE closed = 0 AND cleared_on IS NULL;
CREATE INDEX warning_cleared ON warning (level_rank, number) WHERE closed = 0 AND cleared_on IS NOT NULL;
CREATE INDEX warning_by_point ON warning (risk_point_id, closed) WHERE risk_point_id IS NOT NULL;
CREATE INDEX warning_by_power ON warning (power_id, closed) WHERE power_id IS NOT NULL;
CREATE TRIGGER warning_stays BEFORE DELETE ON warning BEGIN SELECT RAISE(ABORT, 'a warning is lifted, never removed'); END;
CREATE TRIGGER warning_keeps_what_was BEFORE UPDATE OF number, id, rule_code, source_code, subject_entity, subject_id, found_at, found_on, found_by ON warning
  BEGIN SELECT RAISE(ABORT, 'where a warning came from never changes'); END;

-- Everything that was done with a sheet, for good.
CREATE TABLE warning_step (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  warning_id TEXT NOT NULL REFERENCES warning (id),
  action TEXT NOT NULL CHECK (action IN ('issue', 'approve', 'receive', 'analyse', 'rectify', 'complete', 'pass', 'return', 'lift', 'escalate', 'transfer', 'late', 'clear', 'reappear')),
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  role TEXT NOT NULL,
  text TEXT NOT NULL DEFAULT '',
  -- How it is to be dealt with, and by when it is to be put right; where a sheet is issued.
  way TEXT NOT NULL DEFAULT '',
  rectify_by TEXT,
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  -- As they are after the step, and the day the step was due.
  level_code TEXT NOT NULL,
  due_on TEXT,
  was_due_on TEXT,
  person TEXT NOT NULL,
  person_id TEXT,
  done_at TEXT NOT NULL,
  done_on TEXT NOT NULL
) STRICT;
CREATE INDEX warning_step_by_warning ON warning_step (warning_id, number);
${kept('warning_step', 'a step of a warning')}

-- Open and closed warnings by state, level, rule and department: the figures beside the list.
CREATE TABLE warning_total (
  state TEXT NOT NULL,
  level_code TEXT NOT NULL,
  rule_code TEXT NOT NULL,
  department_id TEXT NOT NULL,
  warnings INTEGER NOT NULL,
  PRIMARY KEY (state, level_code, rule_code, department_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER warning_counted AFTER INSERT ON warning BEGIN
  INSERT INTO warning_total VALUES (NEW.state, NEW.level_code, coalesce(NEW.rule_code, ''), coalesce(NEW.department_id, ''), 1)
    ON CONFLICT DO UPDATE SET warnings = warnings + 1;
END;
CREATE TRIGGER warning_recounted AFTER UPDATE OF state, level_code, department_id ON warning BEGIN
  UPDATE warning_total SET warnings = warnings - 1 WHERE state = OLD.state AND level_code = OLD.level_code AND rule_code = coalesce(OLD.rule_code, '') AND department_id = coalesce(OLD.department_id, '');
  INSERT INTO warning_total VALUES (NEW.state, NEW.level_code, coalesce(NEW.rule_code, ''), coalesce(NEW.department_id, ''), 1)
    ON CONFLICT DO UPDATE SET warnings = warnings + 1;
END;

CREATE TABLE supervision_batch (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  events INTEGER NOT NULL,
  known INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('applied', 'undone')),
  imported_by TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;

-- An event as the platform told it, and what became of it. event_key is what the same event bears in any file.
CREATE TABLE supervision_event (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  batch_id TEXT NOT NULL REFERENCES supervision_batch (id),
  event_key TEXT NOT NULL,
  event_no TEXT NOT NULL,
  happened_at TEXT NOT NULL,
  power_code TEXT NOT NULL,
  power_name TEXT NOT NULL,
  step TEXT NOT NULL,
  case_no TEXT NOT NULL,
  department TEXT NOT NULL,
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  text TEXT NOT NULL,
  department_id TEXT REFERENCES department (id),
  power_id TEXT REFERENCES power (id),
  risk_point_id TEXT REFERENCES risk_point (id),
  linked_by TEXT CHECK (linked_by IN ('code', 'name', 'hand')),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'warned', 'dismissed', 'withdrawn')),
  warning_id TEXT REFERENCES warning (id),
  settled_reason TEXT NOT NULL DEFAULT '',
  settled_by TEXT,
  settled_at TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX supervision_event_by_key ON supervision_event (event_key) WHERE state <> 'withdrawn';
CREATE INDEX supervision_event_by_state ON supervision_event (state, happened_at, number);
CREATE INDEX supervision_event_unlinked ON supervision_event (happened_at, number) WHERE state = 'open' AND power_id IS NULL;
CREATE INDEX supervision_event_by_batch ON supervision_event (batch_id, state);
CREATE TRIGGER supervision_event_stays BEFORE DELETE ON supervision_event BEGIN SELECT RAISE(ABORT, 'an event is withdrawn, never removed'); END;
CREATE TRIGGER supervision_event_keeps_what_was BEFORE UPDATE OF number, id, batch_id, event_key, event_no, happened_at, power_code, power_name, step, case_no, department, kind, level, text ON supervision_event
  BEGIN SELECT RAISE(ABORT, 'what an event says never changes'); END;

-- What the rules ask of the register.
CREATE INDEX control_measure_unowned ON control_measure (state) WHERE owner IS NULL AND owner_post_id IS NULL AND progress <> 'done';
CREATE INDEX power_with_discretion ON power (state) WHERE discretion = 'yes';
CREATE INDEX risk_point_by_wording ON risk_point (state, substr(manifestation_key, 1, 16));

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('warning_level', 'warning_level', '4 1'),
  ('warning_rule', 'warning_rule', '11 1'),
  ('warning_source', 'warning_source', '8 1'),
  ('warning_run', 'sqlite_autoindex_warning_run_1', '2000 1'),
  ('warning_run', 'warning_run_by_date', '2000 1 1'),
  ('warning', 'sqlite_autoindex_warning_1', '1000000 1'),
  ('warning', 'warning_open_by_subject', '200000 20000 1'),
  ('warning', 'warning_by_issue', '100000 10000 1'),
  ('warning', 'warning_by_issue_date', '100000 50'),
  ('warning', 'warning_by_level', '1000000 500000 160000 1'),
  ('warning', 'warning_by_state', '1000000 100000 33000 1'),
  ('warning', 'warning_by_department', '1000000 300 100 30 1'),
  ('warning', 'warning_by_rule', '1000000 90000 20000 20000 1'),
  ('warning', 'warning_by_source', '50000 8000 4000 1300 1'),
  ('warning', 'warning_by_due', '200000 500 200 1'),
  ('warning', 'warning_by_run', '200000 20000 18000'),
  ('warning', 'warning_cleared', '20000 7000 1'),
  ('warning', 'warning_by_point', '600000 2 1'),
  ('warning', 'warning_by_power', '900000 4 2'),
  ('warning_step', 'sqlite_autoindex_warning_step_1', '3000000 1'),
  ('warning_step', 'warning_step_by_warning', '3000000 5 1'),
  ('warning_total', 'warning_total', '30000 3000 1000 90 1'),
  ('supervision_batch', 'sqlite_autoindex_supervision_batch_1', '500 1'),
  ('supervision_event', 'sqlite_autoindex_supervision_event_1', '500000 1'),
  ('supervision_event', 'supervision_event_by_key', '500000 1'),
  ('supervision_event', 'supervision_event_by_state', '500000 120000 2 1'),
  ('supervision_event', 'supervision_event_unlinked', '5000 2 1'),
  ('supervision_event', 'supervision_event_by_batch', '500000 1000 300'),
  ('control_measure', 'control_measure_unowned', '100000 50000'),
  ('power', 'power_with_discretion', '100000 50000'),
  ('risk_point', 'risk_point_by_wording', '1000000 500000 2');
`
