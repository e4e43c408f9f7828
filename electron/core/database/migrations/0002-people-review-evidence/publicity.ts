/** A row that was written stays as it is. */
const kept = (table: string, what: string): string => `
CREATE TRIGGER ${table}_keeps_what_was BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} never changes'); END;
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} never changes'); END;`

/** Publishing and filing of what was determined, and the monthly account of changes. */
export const publicity = `
-- What is posted for objections: period by local calendar dates, both days included.
CREATE TABLE publicity_list (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  place TEXT NOT NULL DEFAULT '',
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
  state TEXT NOT NULL DEFAULT 'drawn-up' CHECK (state IN ('drawn-up', 'posted', 'closed', 'dropped')),
  drawn_up_by TEXT NOT NULL,
  posted_by TEXT,
  posted_at TEXT,
  closed_by TEXT,
  closed_at TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

-- The entries of a publicity list or a filing sheet. An entry waits in one that is open at most; the outcome says how it left.
CREATE TABLE listed_entry (
  list_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('publicity', 'filing')),
  risk_point_id TEXT NOT NULL REFERENCES risk_point (id),
  outcome TEXT CHECK (outcome IN ('published', 'filed', 'returned', 'left-out')),
  PRIMARY KEY (list_id, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX listed_entry_open ON listed_entry (risk_point_id, step) WHERE outcome IS NULL;

CREATE TABLE publicity_objection (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  list_id TEXT NOT NULL REFERENCES publicity_list (id),
  -- Empty: about the list as a whole.
  risk_point_id TEXT REFERENCES risk_point (id),
  -- Empty: anonymous.
  raised_by TEXT NOT NULL DEFAULT '',
  way TEXT NOT NULL CHECK (way IN ('visit', 'letter', 'phone', 'mail', 'meeting', 'other')),
  text TEXT NOT NULL,
  received_on TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX publicity_objection_by_list ON publicity_objection (list_id, number);
${kept('publicity_objection', 'an objection')}

CREATE TABLE publicity_answer (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  objection_id TEXT NOT NULL UNIQUE REFERENCES publicity_objection (id),
  upheld INTEGER NOT NULL CHECK (upheld IN (0, 1)),
  text TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  answered_on TEXT NOT NULL
) STRICT;
${kept('publicity_answer', 'an answer')}

-- What is handed to the higher office.
CREATE TABLE filing_sheet (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  document_number TEXT NOT NULL DEFAULT '',
  recipient TEXT NOT NULL,
  dated_on TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'drawn-up' CHECK (state IN ('drawn-up', 'filed', 'dropped')),
  receipt_number TEXT NOT NULL DEFAULT '',
  received_on TEXT,
  drawn_up_by TEXT NOT NULL,
  filed_by TEXT,
  filed_at TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

-- The account of a month's changes as it was made; a later one of the same month counts in its place.
CREATE TABLE change_sheet (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  month TEXT NOT NULL,
  changes INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_on TEXT NOT NULL
) STRICT;
CREATE INDEX change_sheet_by_month ON change_sheet (month, number);
${kept('change_sheet', 'an account of changes')}

CREATE INDEX audit_entry_of_powers ON audit_entry (at) WHERE entity = 'power';

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('publicity_list', 'sqlite_autoindex_publicity_list_1', '500 1'),
  ('listed_entry', 'listed_entry', '1000000 1000 1'),
  ('listed_entry', 'listed_entry_open', '40000 1 1'),
  ('publicity_objection', 'sqlite_autoindex_publicity_objection_1', '2000 1'),
  ('publicity_objection', 'publicity_objection_by_list', '2000 4 1'),
  ('publicity_answer', 'sqlite_autoindex_publicity_answer_1', '2000 1'),
  ('publicity_answer', 'sqlite_autoindex_publicity_answer_2', '2000 1'),
  ('filing_sheet', 'sqlite_autoindex_filing_sheet_1', '500 1'),
  ('change_sheet', 'sqlite_autoindex_change_sheet_1', '500 1'),
  ('change_sheet', 'change_sheet_by_month', '500 2 1'),
  ('audit_entry', 'audit_entry_of_powers', '500000 2');
`
