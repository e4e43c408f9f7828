/**
 * What makes later changes of the trail show: every entry of the log is chained to the one before by its hash, names the
 * hashes of the append-only rows it vouches for, and how far the log had come is signed now and then.
 */
export const evidence = `
-- Columns that hold what this entry vouches for as JSON, [[table, key, hash], ...], and the hash over the entry before and this one.
ALTER TABLE audit_entry ADD COLUMN sealed TEXT;
ALTER TABLE audit_entry ADD COLUMN hash TEXT NOT NULL DEFAULT '';
CREATE INDEX audit_entry_by_time ON audit_entry (at, number);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, number);
CREATE INDEX audit_entry_by_kind ON audit_entry (entity, number);

-- Public keys of the installations that signed; an id is the beginning of the key's own hash.
CREATE TABLE signing_key (
  key_id TEXT PRIMARY KEY,
  public_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Signed heads of the log; number is that of the last entry then.
CREATE TABLE chain_head (
  number INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  register TEXT NOT NULL,
  at TEXT NOT NULL,
  occasion TEXT NOT NULL CHECK (occasion IN ('freeze', 'report', 'backup', 'close', 'restore')),
  key_id TEXT NOT NULL REFERENCES signing_key (key_id),
  signature TEXT NOT NULL
) STRICT;

CREATE TRIGGER signing_key_keeps_what_was BEFORE UPDATE ON signing_key BEGIN SELECT RAISE(ABORT, 'a signing key never changes'); END;
CREATE TRIGGER signing_key_stays BEFORE DELETE ON signing_key BEGIN SELECT RAISE(ABORT, 'a signing key never changes'); END;
CREATE TRIGGER chain_head_keeps_what_was BEFORE UPDATE ON chain_head BEGIN SELECT RAISE(ABORT, 'a kept head never changes'); END;
CREATE TRIGGER chain_head_stays BEFORE DELETE ON chain_head BEGIN SELECT RAISE(ABORT, 'a kept head never changes'); END;
CREATE TRIGGER method_in_force_keeps_what_was BEFORE UPDATE ON method_in_force BEGIN SELECT RAISE(ABORT, 'what was in force stays on record'); END;
CREATE TRIGGER method_in_force_stays BEFORE DELETE ON method_in_force BEGIN SELECT RAISE(ABORT, 'what was in force stays on record'); END;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('audit_entry', 'audit_entry_by_time', '5000000 20 1'),
  ('audit_entry', 'audit_entry_by_actor', '5000000 50000 1'),
  ('audit_entry', 'audit_entry_by_kind', '5000000 200000 1'),
  ('signing_key', 'signing_key', '5 1');
`
