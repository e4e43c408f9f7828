/**
 * Measures through the year: whose post answers for one, how often it is carried out, each time it was, and how well it
 * works. A recurring measure is dated, and its `due_on` is the day it is next due; so one question finds all that is late.
 */
export const measures = `
ALTER TABLE control_measure ADD COLUMN owner_post_id TEXT REFERENCES post (id);
ALTER TABLE control_measure ADD COLUMN frequency TEXT CHECK (frequency IN ('weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'));
-- The day the periods of a recurring measure are counted from: a month's last day is not lost in a shorter month.
ALTER TABLE control_measure ADD COLUMN rhythm_from TEXT;
-- As rated at the last check.
ALTER TABLE control_measure ADD COLUMN effectiveness TEXT CHECK (effectiveness IN ('effective', 'partly', 'ineffective'));
ALTER TABLE control_measure ADD COLUMN execution_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE control_measure ADD COLUMN last_done_on TEXT;
CREATE INDEX control_measure_by_owner_post ON control_measure (owner_post_id, state) WHERE owner_post_id IS NOT NULL;
CREATE INDEX control_measure_by_effectiveness ON control_measure (state, effectiveness) WHERE effectiveness IS NOT NULL;
CREATE INDEX control_measure_by_frequency ON control_measure (state, frequency, due_on, rhythm_from, progress) WHERE frequency IS NOT NULL;
CREATE INDEX control_measure_by_done ON control_measure (state, done_on) WHERE done_on IS NOT NULL;

-- A post answers as well as a name does.
DROP TRIGGER control_measure_counted;
CREATE TRIGGER control_measure_counted AFTER INSERT ON control_measure WHEN NEW.state = 'in-force' BEGIN
  INSERT INTO control_measure_total VALUES (coalesce(NEW.kind_code, ''), NEW.progress, NEW.term, NEW.owner IS NOT NULL OR NEW.owner_post_id IS NOT NULL, 1)
    ON CONFLICT DO UPDATE SET measures = measures + 1;
  INSERT INTO control_measure_department_total VALUES (coalesce(NEW.department_id, ''), 1)
    ON CONFLICT DO UPDATE SET measures = measures + 1;
END;
DROP TRIGGER control_measure_recounted;
CREATE TRIGGER control_measure_recounted AFTER UPDATE OF kind_code, progress, term, owner, owner_post_id, state ON control_measure BEGIN
  UPDATE control_measure_total SET measures = measures - 1 WHERE OLD.state = 'in-force' AND kind_code = coalesce(OLD.kind_code, '') AND progress = OLD.progress AND term = OLD.term
    AND has_owner = (OLD.owner IS NOT NULL OR OLD.owner_post_id IS NOT NULL);
  INSERT INTO control_measure_total SELECT coalesce(NEW.kind_code, ''), NEW.progress, NEW.term, NEW.owner IS NOT NULL OR NEW.owner_post_id IS NOT NULL, 1 WHERE NEW.state = 'in-force'
    ON CONFLICT DO UPDATE SET measures = measures + 1;
END;

-- The next day of a recurring measure moves by itself; that alone does not make it a modified one.
DROP TRIGGER control_measure_modified_in_year;
CREATE TRIGGER control_measure_modified_in_year AFTER UPDATE OF department_id, kind_code, content, owner, owner_post_id, term, due_on, frequency ON control_measure
  WHEN OLD.year_mark = 'unchanged' AND (OLD.department_id IS NOT NEW.department_id OR OLD.kind_code IS NOT NEW.kind_code OR OLD.content IS NOT NEW.content
    OR OLD.owner IS NOT NEW.owner OR OLD.owner_post_id IS NOT NEW.owner_post_id OR OLD.term IS NOT NEW.term OR OLD.frequency IS NOT NEW.frequency
    OR (NEW.frequency IS NULL AND OLD.due_on IS NOT NEW.due_on)) BEGIN
  UPDATE control_measure SET year_mark = 'modified' WHERE number = NEW.number;
END;

-- Each time a measure was carried out. Evidence is attached to the execution.
CREATE TABLE measure_execution (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  measure_id TEXT NOT NULL REFERENCES control_measure (id),
  -- The day it was due for; null where it has no day.
  due_on TEXT,
  done_on TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  -- The next due day of a recurring measure before and after; null where it stayed. What was withdrawn moves it back.
  moved_from TEXT,
  moved_to TEXT,
  -- Periods that passed without an execution since the one before.
  missed INTEGER NOT NULL DEFAULT 0,
  recorded_by TEXT NOT NULL,
  recorded_by_id TEXT,
  recorded_at TEXT NOT NULL,
  recorded_on TEXT NOT NULL
) STRICT;
CREATE INDEX measure_execution_by_measure ON measure_execution (measure_id, done_on);
CREATE INDEX measure_execution_by_date ON measure_execution (done_on, measure_id, id);
CREATE TRIGGER measure_execution_keeps_what_was BEFORE UPDATE ON measure_execution BEGIN SELECT RAISE(ABORT, 'an execution never changes'); END;
CREATE TRIGGER measure_execution_stays BEFORE DELETE ON measure_execution BEGIN SELECT RAISE(ABORT, 'an execution never changes'); END;

-- An execution recorded wrongly is not taken away but answered.
CREATE TABLE execution_withdrawal (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  execution_id TEXT NOT NULL UNIQUE REFERENCES measure_execution (id),
  reason TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL,
  withdrawn_by_id TEXT,
  withdrawn_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER execution_withdrawal_keeps_what_was BEFORE UPDATE ON execution_withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal never changes'); END;
CREATE TRIGGER execution_withdrawal_stays BEFORE DELETE ON execution_withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal never changes'); END;

-- How well a measure works, as found at a check by somebody who does not answer for it.
CREATE TABLE measure_check (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  measure_id TEXT NOT NULL REFERENCES control_measure (id),
  effectiveness TEXT NOT NULL CHECK (effectiveness IN ('effective', 'partly', 'ineffective')),
  note TEXT NOT NULL DEFAULT '',
  checked_on TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  checked_by_id TEXT,
  checked_at TEXT NOT NULL
) STRICT;
CREATE INDEX measure_check_by_measure ON measure_check (measure_id, number);
CREATE TRIGGER measure_check_keeps_what_was BEFORE UPDATE ON measure_check BEGIN SELECT RAISE(ABORT, 'a check never changes'); END;
CREATE TRIGGER measure_check_stays BEFORE DELETE ON measure_check BEGIN SELECT RAISE(ABORT, 'a check never changes'); END;

-- The grade a point would have once its planned measures work ('expected'), and the one found after inspection
-- ('verified'). The inherent one is the point's own grading.
CREATE TABLE risk_figure (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  risk_point_id TEXT NOT NULL REFERENCES risk_point (id),
  figure TEXT NOT NULL CHECK (figure IN ('expected', 'verified')),
  method_version_id TEXT NOT NULL REFERENCES grading_method_version (id),
  factors TEXT NOT NULL CHECK (json_valid(factors)),
  score REAL,
  computed_grade TEXT NOT NULL,
  overrides TEXT NOT NULL CHECK (json_valid(overrides)),
  grade TEXT NOT NULL,
  grade_rank INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  set_by TEXT NOT NULL,
  set_by_id TEXT,
  set_at TEXT NOT NULL,
  set_on TEXT NOT NULL
) STRICT;
CREATE INDEX risk_figure_by_point ON risk_figure (risk_point_id, figure, number);
CREATE TRIGGER risk_figure_keeps_what_was BEFORE UPDATE ON risk_figure BEGIN SELECT RAISE(ABORT, 'a figure of a risk point never changes'); END;
CREATE TRIGGER risk_figure_stays BEFORE DELETE ON risk_figure BEGIN SELECT RAISE(ABORT, 'a figure of a risk point never changes'); END;

-- The last of each, so that lists and rules need no join.
ALTER TABLE risk_point ADD COLUMN expected_grade TEXT;
ALTER TABLE risk_point ADD COLUMN expected_rank INTEGER;
ALTER TABLE risk_point ADD COLUMN verified_grade TEXT;
ALTER TABLE risk_point ADD COLUMN verified_rank INTEGER;
CREATE INDEX risk_point_by_expected ON risk_point (state, expected_rank) WHERE expected_rank IS NOT NULL;
CREATE INDEX risk_point_by_verified ON risk_point (state, verified_rank) WHERE verified_rank IS NOT NULL;
CREATE INDEX risk_point_by_expected_grade ON risk_point (state, expected_grade) WHERE expected_grade IS NOT NULL;
CREATE INDEX risk_point_by_verified_grade ON risk_point (state, verified_grade) WHERE verified_grade IS NOT NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('control_measure', 'control_measure_by_owner_post', '750000 150 75'),
  ('control_measure', 'control_measure_by_effectiveness', '300000 300000 100000'),
  ('control_measure', 'control_measure_by_frequency', '500000 500000 100000 300 100 60'),
  ('control_measure', 'control_measure_by_done', '400000 400000 400'),
  ('execution_withdrawal', 'sqlite_autoindex_execution_withdrawal_1', '10000 1'),
  ('execution_withdrawal', 'sqlite_autoindex_execution_withdrawal_2', '10000 1'),
  ('measure_execution', 'sqlite_autoindex_measure_execution_1', '3000000 1'),
  ('measure_execution', 'measure_execution_by_measure', '3000000 4 1'),
  ('measure_execution', 'measure_execution_by_date', '3000000 8000 1 1'),
  ('measure_check', 'sqlite_autoindex_measure_check_1', '750000 1'),
  ('measure_check', 'measure_check_by_measure', '750000 1 1'),
  ('risk_figure', 'sqlite_autoindex_risk_figure_1', '1000000 1'),
  ('risk_figure', 'risk_figure_by_point', '1000000 2 1 1'),
  ('risk_point', 'risk_point_by_expected', '800000 800000 250000'),
  ('risk_point', 'risk_point_by_verified', '400000 400000 120000'),
  ('risk_point', 'risk_point_by_expected_grade', '800000 800000 250000'),
  ('risk_point', 'risk_point_by_verified_grade', '400000 400000 120000');
`
