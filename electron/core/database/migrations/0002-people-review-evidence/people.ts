/** Accounts, what they may do and which posts they hold. */
export const people = `
CREATE TABLE person (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  -- JSON: how the password was hashed, with its parameters and salt; never the password.
  password TEXT NOT NULL CHECK (json_valid(password)),
  must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
  password_changed_at TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  last_sign_in_at TEXT,
  state TEXT NOT NULL DEFAULT 'in-force' CHECK (state IN ('in-force', 'withdrawn')),
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX person_by_name ON person (name_key) WHERE state = 'in-force';

-- Hashes of earlier passwords, so that they are not taken up again.
CREATE TABLE past_password (
  number INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  password TEXT NOT NULL CHECK (json_valid(password)),
  until TEXT NOT NULL
) STRICT;
CREATE INDEX past_password_by_person ON past_password (person_id, number);

-- A role with the departments it reaches; without any it reaches the whole organisation. Ended ones stay.
CREATE TABLE role_grant (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  role TEXT NOT NULL,
  whole_organisation INTEGER NOT NULL CHECK (whole_organisation IN (0, 1)),
  granted_at TEXT NOT NULL,
  granted_by TEXT NOT NULL,
  ended_at TEXT,
  ended_by TEXT
) STRICT;
CREATE INDEX role_grant_by_person ON role_grant (person_id) WHERE ended_at IS NULL;
CREATE INDEX role_grant_by_role ON role_grant (role) WHERE ended_at IS NULL;
CREATE TABLE role_grant_department (
  grant_id TEXT NOT NULL REFERENCES role_grant (id),
  department_id TEXT NOT NULL REFERENCES department (id),
  PRIMARY KEY (grant_id, department_id)
) STRICT, WITHOUT ROWID;

-- Who held which post when, by local calendar dates; until is the last day, empty while he holds it.
CREATE TABLE post_holding (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  post_id TEXT NOT NULL REFERENCES post (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  since TEXT NOT NULL,
  until TEXT CHECK (until IS NULL OR until >= since),
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX post_holding_by_post ON post_holding (post_id, since);
CREATE INDEX post_holding_by_person ON post_holding (person_id, since);

-- What the security officer sets; one row.
CREATE TABLE session_rule (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  idle_minutes INTEGER NOT NULL DEFAULT 15 CHECK (idle_minutes BETWEEN 1 AND 60),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO session_rule (number) VALUES (1);

-- Each person has preferences of his own; what was chosen before there were accounts is everybody's who has not signed in.
UPDATE preference SET key = '*:' || key;

-- Which person an entry of the log speaks of; names may be borne by two.
ALTER TABLE audit_entry ADD COLUMN actor_id TEXT;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('person', 'sqlite_autoindex_person_1', '2000 1'),
  ('person', 'person_by_name', '2000 1'),
  ('past_password', 'past_password_by_person', '8000 4 1'),
  ('role_grant', 'sqlite_autoindex_role_grant_1', '4000 1'),
  ('role_grant', 'role_grant_by_person', '3000 2'),
  ('role_grant', 'role_grant_by_role', '3000 300'),
  ('role_grant_department', 'role_grant_department', '8000 2 1'),
  ('post_holding', 'sqlite_autoindex_post_holding_1', '8000 1'),
  ('post_holding', 'post_holding_by_post', '8000 2 1'),
  ('post_holding', 'post_holding_by_person', '8000 4 1');
`
