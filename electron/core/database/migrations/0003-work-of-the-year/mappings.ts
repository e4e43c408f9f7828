/** Sheets whose header no form knows, or that a form knows wrongly: how somebody said they are to be read. */
export const mappings = `
CREATE TABLE sheet_layout (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- SHA-256 over the titles in their order and the number of rows they stand on.
  fingerprint TEXT NOT NULL UNIQUE,
  -- The key of the first text in the header: a row that begins otherwise is not looked at closer.
  opening TEXT NOT NULL,
  levels INTEGER NOT NULL CHECK (levels BETWEEN 1 AND 3),
  form_code TEXT NOT NULL,
  keeps_above INTEGER NOT NULL CHECK (keeps_above IN (0, 1)),
  -- Each column's place counted from 0, its title and what it holds.
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  file_name TEXT NOT NULL,
  sheet_name TEXT NOT NULL,
  remembered_by TEXT NOT NULL,
  remembered_by_id TEXT,
  remembered_at TEXT NOT NULL
) STRICT;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('sheet_layout', 'sqlite_autoindex_sheet_layout_1', '200 1'),
  ('sheet_layout', 'sqlite_autoindex_sheet_layout_2', '200 1');
`
