/** Files that belong to records. */
export const attachments = `
-- The bytes lie in the data folder, once for each content, under the hash; a row says to what record they belong.
CREATE TABLE attachment (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  hash TEXT NOT NULL,
  secrecy TEXT NOT NULL CHECK (secrecy IN ('public', 'internal', 'secret')),
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'in-force' CHECK (state IN ('in-force', 'withdrawn')),
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_by_record ON attachment (entity_id, number);
CREATE INDEX attachment_by_hash ON attachment (hash);
-- What a file is and where it belongs never changes; only its mark, its note and whether it counts.
CREATE TRIGGER attachment_keeps_what_was BEFORE UPDATE OF number, id, entity, entity_id, file_name, media_type, size, hash, added_by, added_at ON attachment
  BEGIN SELECT RAISE(ABORT, 'an attachment never changes'); END;
CREATE TRIGGER attachment_stays BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'an attachment never changes'); END;

-- Empty in a register at work. A copy that leaves the data folder carries the files in it, so that it is one file.
CREATE TABLE packed_attachment (
  hash TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('attachment', 'sqlite_autoindex_attachment_1', '200000 1'),
  ('attachment', 'attachment_by_record', '200000 3 1'),
  ('attachment', 'attachment_by_hash', '200000 1'),
  ('packed_attachment', 'sqlite_autoindex_packed_attachment_1', '200000 1');
`
