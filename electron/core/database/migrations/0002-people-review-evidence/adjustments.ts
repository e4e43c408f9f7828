/** Changes of law, body, post, process and cases, and the tasks they open. */
export const adjustments = `
CREATE TABLE adjustment (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('law', 'body', 'post', 'process', 'case', 'holder')),
  title TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  -- The document it rests on, with its number.
  basis TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  -- By what the powers and points it touches were found.
  criteria TEXT NOT NULL CHECK (json_valid(criteria)),
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX adjustment_by_date ON adjustment (happened_on, number);
CREATE TRIGGER adjustment_keeps_what_was BEFORE UPDATE ON adjustment BEGIN SELECT RAISE(ABORT, 'an adjustment never changes'); END;
CREATE TRIGGER adjustment_stays BEFORE DELETE ON adjustment BEGIN SELECT RAISE(ABORT, 'an adjustment never changes'); END;

-- What is to be done again for a power, or for one of its risk points.
CREATE TABLE adjustment_task (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  adjustment_id TEXT NOT NULL REFERENCES adjustment (id),
  power_id TEXT NOT NULL REFERENCES power (id),
  risk_point_id TEXT REFERENCES risk_point (id),
  department_id TEXT REFERENCES department (id),
  work TEXT NOT NULL CHECK (work IN ('identify', 'grade', 'measures', 'recheck')),
  due_on TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'not-needed')),
  reason TEXT NOT NULL DEFAULT '',
  settled_by TEXT,
  settled_at TEXT
) STRICT;
CREATE INDEX adjustment_task_by_state ON adjustment_task (state, due_on, number);
CREATE INDEX adjustment_task_by_department ON adjustment_task (state, department_id, due_on);
CREATE INDEX adjustment_task_by_adjustment ON adjustment_task (adjustment_id, state);
CREATE INDEX adjustment_task_by_point ON adjustment_task (risk_point_id, work) WHERE state = 'open';

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('adjustment', 'sqlite_autoindex_adjustment_1', '2000 1'),
  ('adjustment', 'adjustment_by_date', '2000 2 1'),
  ('adjustment_task', 'sqlite_autoindex_adjustment_task_1', '200000 1'),
  ('adjustment_task', 'adjustment_task_by_state', '200000 60000 300 1'),
  ('adjustment_task', 'adjustment_task_by_department', '200000 60000 600 10'),
  ('adjustment_task', 'adjustment_task_by_adjustment', '200000 100 50'),
  ('adjustment_task', 'adjustment_task_by_point', '20000 2 1');
`
