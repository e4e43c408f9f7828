/** The way of a risk point's entry through review. */
export const review = `
-- The steps of the organisation's review, in versions; the last row counts for entries submitted from then on.
CREATE TABLE review_ladder (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER review_ladder_keeps_what_was BEFORE UPDATE ON review_ladder BEGIN SELECT RAISE(ABORT, 'a ladder never changes'); END;
CREATE TRIGGER review_ladder_stays BEFORE DELETE ON review_ladder BEGIN SELECT RAISE(ABORT, 'a ladder never changes'); END;

-- Days that depart from the week: holidays and weekend days that are worked.
CREATE TABLE calendar_day (
  day TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('off', 'worked')),
  name TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Where the entry stands. A cycle begins with each draft and ends in force; its number tells decisions of one way from another's.
ALTER TABLE risk_point ADD COLUMN entry_state TEXT NOT NULL DEFAULT 'draft' CHECK (entry_state IN ('draft', 'submitted', 'department-review', 'head-approval', 'leader-approval', 'chief-approval', 'inspection-review', 'determination', 'publicity', 'filing', 'in-force', 'returned', 'cancelled'));
ALTER TABLE risk_point ADD COLUMN entry_cycle INTEGER NOT NULL DEFAULT 1;
ALTER TABLE risk_point ADD COLUMN entry_kind TEXT NOT NULL DEFAULT 'first' CHECK (entry_kind IN ('first', 'adjust', 'raise', 'lower', 'cancel', 'year'));
ALTER TABLE risk_point ADD COLUMN entry_since TEXT;
ALTER TABLE risk_point ADD COLUMN entry_due_on TEXT;
ALTER TABLE risk_point ADD COLUMN entry_step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE risk_point ADD COLUMN entry_ladder INTEGER REFERENCES review_ladder (number);
-- The grade proposed now, the heaviest given on this way, and whose agreement a lowering still needs.
ALTER TABLE risk_point ADD COLUMN entry_grade TEXT;
ALTER TABLE risk_point ADD COLUMN entry_grade_rank INTEGER;
ALTER TABLE risk_point ADD COLUMN entry_heaviest TEXT;
ALTER TABLE risk_point ADD COLUMN entry_needs TEXT;
-- The higher role that is asked because nobody of the usual ones is left who may judge the entry.
ALTER TABLE risk_point ADD COLUMN entry_asked TEXT;
ALTER TABLE risk_point ADD COLUMN entry_lowered INTEGER NOT NULL DEFAULT 0 CHECK (entry_lowered IN (0, 1));
-- The grade the organisation stands by: what was determined last.
ALTER TABLE risk_point ADD COLUMN determined_grade TEXT;
ALTER TABLE risk_point ADD COLUMN determined_rank INTEGER;
ALTER TABLE risk_point ADD COLUMN to_re_examine INTEGER NOT NULL DEFAULT 0 CHECK (to_re_examine IN (0, 1));
UPDATE risk_point SET determined_grade = grade_code, determined_rank = grade_rank, entry_grade = grade_code, entry_grade_rank = grade_rank, entry_state = 'in-force', entry_since = updated_at WHERE grading_stage = 'accepted';
UPDATE risk_point SET entry_state = 'cancelled' WHERE state = 'withdrawn' AND grading_stage = 'accepted';

CREATE INDEX risk_point_in_review ON risk_point (state, entry_state, entry_grade_rank, entry_due_on);
CREATE INDEX risk_point_in_review_by_department ON risk_point (state, entry_state, department_id);
CREATE INDEX risk_point_by_review_due ON risk_point (state, entry_due_on);
CREATE INDEX risk_point_by_review_since ON risk_point (state, entry_since);
CREATE INDEX risk_point_to_re_examine ON risk_point (state, department_id) WHERE to_re_examine = 1;
CREATE INDEX risk_point_asked ON risk_point (state, entry_asked) WHERE entry_asked IS NOT NULL;
CREATE INDEX risk_point_lowered ON risk_point (state, department_id) WHERE entry_lowered = 1;

-- What was looked at when somebody decided, stored once by the hash of its canonical form.
CREATE TABLE review_snapshot (
  hash TEXT PRIMARY KEY,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER review_snapshot_keeps_what_was BEFORE UPDATE ON review_snapshot BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;
CREATE TRIGGER review_snapshot_stays BEFORE DELETE ON review_snapshot BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;

-- Everything anybody decided on the way, for good.
CREATE TABLE review_decision (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  risk_point_id TEXT NOT NULL REFERENCES risk_point (id),
  cycle INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('submit', 'take', 'pass', 'return', 'recall', 'publish', 'file', 'reopen', 'keep', 'take-over', 'year')),
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  role TEXT NOT NULL,
  method_version_id TEXT REFERENCES grading_method_version (id),
  factors TEXT CHECK (factors IS NULL OR json_valid(factors)),
  score REAL,
  computed_grade TEXT,
  overrides TEXT CHECK (overrides IS NULL OR json_valid(overrides)),
  grade TEXT,
  grade_rank INTEGER,
  direction TEXT NOT NULL CHECK (direction IN ('same', 'raised', 'lowered')),
  reason TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  checklist TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(checklist)),
  snapshot_hash TEXT REFERENCES review_snapshot (hash),
  person_id TEXT,
  person TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  decided_on TEXT NOT NULL
) STRICT;
CREATE INDEX review_decision_by_point ON review_decision (risk_point_id, number);
CREATE INDEX review_decision_by_date ON review_decision (decided_on, direction);
CREATE TRIGGER review_decision_keeps_what_was BEFORE UPDATE ON review_decision BEGIN SELECT RAISE(ABORT, 'a decision never changes'); END;
CREATE TRIGGER review_decision_stays BEFORE DELETE ON review_decision BEGIN SELECT RAISE(ABORT, 'a decision never changes'); END;

CREATE TABLE review_comment (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  risk_point_id TEXT NOT NULL REFERENCES risk_point (id),
  text TEXT NOT NULL,
  person_id TEXT,
  person TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;
CREATE INDEX review_comment_by_point ON review_comment (risk_point_id, number);
CREATE TRIGGER review_comment_keeps_what_was BEFORE UPDATE ON review_comment BEGIN SELECT RAISE(ABORT, 'a comment never changes'); END;
CREATE TRIGGER review_comment_stays BEFORE DELETE ON review_comment BEGIN SELECT RAISE(ABORT, 'a comment never changes'); END;

-- Why an entry that was looked at has to be looked at again.
CREATE TABLE re_examination (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  risk_point_id TEXT NOT NULL REFERENCES risk_point (id),
  cause TEXT NOT NULL CHECK (cause IN ('changed', 'holder', 'adjustment', 'method')),
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  settled_at TEXT,
  settled_by TEXT,
  settled_how TEXT
) STRICT;
CREATE INDEX re_examination_by_point ON re_examination (risk_point_id, number);
CREATE INDEX re_examination_open ON re_examination (risk_point_id) WHERE settled_at IS NULL;

-- Spot checks: the seed and the criteria draw the same points again from the same register.
CREATE TABLE review_sample (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  seed TEXT NOT NULL,
  criteria TEXT NOT NULL CHECK (json_valid(criteria)),
  population INTEGER NOT NULL,
  drawn_by TEXT NOT NULL,
  drawn_at TEXT NOT NULL
) STRICT;
CREATE TABLE review_sample_point (
  sample_id TEXT NOT NULL REFERENCES review_sample (id),
  position INTEGER NOT NULL,
  risk_point_id TEXT NOT NULL REFERENCES risk_point (id),
  verdict TEXT CHECK (verdict IN ('sound', 'faulty')),
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (sample_id, position)
) STRICT, WITHOUT ROWID;

-- Entries by state, department and proposed grade: the figures of the queue.
CREATE TABLE entry_total (
  entry_state TEXT NOT NULL,
  department_id TEXT NOT NULL,
  grade_code TEXT NOT NULL,
  points INTEGER NOT NULL,
  PRIMARY KEY (entry_state, department_id, grade_code)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_total SELECT entry_state, coalesce(department_id, ''), coalesce(entry_grade, ''), count(*) FROM risk_point WHERE state = 'in-force' GROUP BY 1, 2, 3;
CREATE INDEX archive_row_by_record ON archive_row (entity_id, archive_number);

CREATE TRIGGER entry_counted AFTER INSERT ON risk_point WHEN NEW.state = 'in-force' BEGIN
  INSERT INTO entry_total VALUES (NEW.entry_state, coalesce(NEW.department_id, ''), coalesce(NEW.entry_grade, ''), 1)
    ON CONFLICT DO UPDATE SET points = points + 1;
END;
CREATE TRIGGER entry_recounted AFTER UPDATE OF entry_state, department_id, entry_grade, state ON risk_point BEGIN
  UPDATE entry_total SET points = points - 1 WHERE OLD.state = 'in-force' AND entry_state = OLD.entry_state AND department_id = coalesce(OLD.department_id, '') AND grade_code = coalesce(OLD.entry_grade, '');
  INSERT INTO entry_total SELECT NEW.entry_state, coalesce(NEW.department_id, ''), coalesce(NEW.entry_grade, ''), 1 WHERE NEW.state = 'in-force'
    ON CONFLICT DO UPDATE SET points = points + 1;
END;
-- While the entry is its writers', the grade they declare is the one proposed.
CREATE TRIGGER entry_follows_declaration AFTER UPDATE OF grade_code, grade_rank ON risk_point WHEN NEW.entry_state IN ('draft', 'returned') BEGIN
  UPDATE risk_point SET entry_grade = NEW.grade_code, entry_grade_rank = NEW.grade_rank WHERE number = NEW.number AND (entry_grade IS NOT NEW.grade_code OR entry_grade_rank IS NOT NEW.grade_rank);
END;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('review_ladder', 'sqlite_autoindex_review_ladder_1', '10 1'),
  ('calendar_day', 'calendar_day', '400 1'),
  ('risk_point', 'risk_point_in_review', '1000000 1000000 100000 30000 100'),
  ('risk_point', 'risk_point_in_review_by_department', '1000000 1000000 100000 300'),
  ('risk_point', 'risk_point_by_review_due', '1000000 1000000 500'),
  ('risk_point', 'risk_point_by_review_since', '1000000 1000000 10'),
  ('risk_point', 'risk_point_to_re_examine', '20000 20000 7000'),
  ('risk_point', 'risk_point_asked', '2000 2000 700'),
  ('risk_point', 'risk_point_lowered', '20000 20000 7000'),
  ('review_snapshot', 'review_snapshot', '4000000 1'),
  ('review_decision', 'sqlite_autoindex_review_decision_1', '6000000 1'),
  ('review_decision', 'review_decision_by_point', '6000000 6 1'),
  ('review_decision', 'review_decision_by_date', '6000000 6000 3000'),
  ('review_comment', 'sqlite_autoindex_review_comment_1', '500000 1'),
  ('review_comment', 'review_comment_by_point', '500000 2 1'),
  ('re_examination', 'sqlite_autoindex_re_examination_1', '500000 1'),
  ('re_examination', 're_examination_by_point', '500000 2 1'),
  ('re_examination', 're_examination_open', '50000 1'),
  ('review_sample', 'sqlite_autoindex_review_sample_1', '100 1'),
  ('review_sample_point', 'review_sample_point', '10000 100 1'),
  ('archive_row', 'archive_row_by_record', '5000000 3 1'),
  ('entry_total', 'entry_total', '30000 2000 4 1');
`
