import { consistency } from './consistency.ts'

/** The ledger of rectification: problem, owner, term, evidence, closing; and what the consistency check looks things up by. */
export const rectification = `
CREATE TABLE rectification (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  problem TEXT NOT NULL,
  cause TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL CHECK (source IN ('inspection', 'assessment', 'warning', 'audit', 'patrol', 'self-check', 'consistency')),
  -- The document or occasion it was found by.
  source_note TEXT NOT NULL DEFAULT '',
  found_on TEXT NOT NULL,
  -- What it is about, by the codes of the log; the rule, where the consistency check found it.
  subject_entity TEXT,
  subject_id TEXT,
  rule TEXT,
  department_id TEXT REFERENCES department (id),
  -- Who mends it: a post, somebody by name, or both; the person where an account bears that name.
  owner_post_id TEXT REFERENCES post (id),
  owner TEXT NOT NULL DEFAULT '',
  owner_id TEXT,
  measure TEXT NOT NULL DEFAULT '',
  due_on TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'rectified', 'returned', 'closed')),
  -- How it was mended, as last reported, and who said so.
  outcome TEXT NOT NULL DEFAULT '',
  rectified_on TEXT,
  rectified_by TEXT,
  closed_on TEXT,
  closed_by TEXT,
  recorded_by TEXT NOT NULL,
  recorded_by_id TEXT,
  recorded_at TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((subject_entity IS NULL) = (subject_id IS NULL)),
  CHECK ((state = 'closed') = (closed_on IS NOT NULL))
) STRICT;
CREATE INDEX rectification_by_state ON rectification (state, due_on, number);
CREATE INDEX rectification_by_department ON rectification (state, department_id, due_on);
CREATE INDEX rectification_by_source ON rectification (state, source, due_on);
CREATE INDEX rectification_by_due ON rectification (due_on, number);
CREATE INDEX rectification_by_closing ON rectification (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX rectification_by_subject ON rectification (subject_id, rule) WHERE subject_id IS NOT NULL;
CREATE TRIGGER rectification_stays BEFORE DELETE ON rectification BEGIN SELECT RAISE(ABORT, 'an entry of the ledger is never removed'); END;
CREATE TRIGGER rectification_keeps_its_beginning BEFORE UPDATE OF id, source, found_on, subject_entity, subject_id, rule, recorded_by, recorded_by_id, recorded_at ON rectification
  BEGIN SELECT RAISE(ABORT, 'where an entry of the ledger comes from never changes'); END;

-- Everything that was done about an entry, for good.
CREATE TABLE rectification_step (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  rectification_id TEXT NOT NULL REFERENCES rectification (id),
  action TEXT NOT NULL CHECK (action IN ('open', 'change', 'term', 'rectify', 'return', 'close', 'reopen')),
  from_state TEXT,
  to_state TEXT NOT NULL,
  text TEXT NOT NULL DEFAULT '',
  -- The term from now on.
  due_on TEXT NOT NULL,
  -- JSON: ids of attachments.
  evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence)),
  person_id TEXT,
  person TEXT NOT NULL,
  done_at TEXT NOT NULL,
  done_on TEXT NOT NULL
) STRICT;
CREATE INDEX rectification_step_by_entry ON rectification_step (rectification_id, number);
CREATE TRIGGER rectification_step_keeps_what_was BEFORE UPDATE ON rectification_step BEGIN SELECT RAISE(ABORT, 'a step of rectification never changes'); END;
CREATE TRIGGER rectification_step_stays BEFORE DELETE ON rectification_step BEGIN SELECT RAISE(ABORT, 'a step of rectification never changes'); END;

-- Most entries are closed; the figures are those of the states in which entries are looked for.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('rectification', 'sqlite_autoindex_rectification_1', '50000 1'),
  ('rectification', 'rectification_by_state', '50000 2500 20 1'),
  ('rectification', 'rectification_by_department', '50000 2500 10 2'),
  ('rectification', 'rectification_by_source', '50000 2500 400 10'),
  ('rectification', 'rectification_by_due', '50000 50 1'),
  ('rectification', 'rectification_by_closing', '40000 40'),
  ('rectification', 'rectification_by_subject', '40000 2 1'),
  ('rectification_step', 'sqlite_autoindex_rectification_step_1', '200000 1'),
  ('rectification_step', 'rectification_step_by_entry', '200000 4 1');
${consistency}
`
