/** A row that was written stays as it is. */
const kept = (table: string, what: string): string => `
CREATE TRIGGER ${table}_keeps_what_was BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} never changes'); END;
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${what} never changes'); END;`

/** Reports that were written, the settings they are written with, and an office's own forms. */
export const reports = `
-- How an office's papers look; one row at most, and none while nothing was ever set.
CREATE TABLE report_setting (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  red_head TEXT NOT NULL DEFAULT '',
  number_pattern TEXT NOT NULL,
  -- 1: the number stands under the red head as the number of the document.
  number_on_top INTEGER NOT NULL DEFAULT 0 CHECK (number_on_top IN (0, 1)),
  -- Texts by edition; '' where there is none.
  watermarks TEXT NOT NULL CHECK (json_valid(watermarks)),
  logo BLOB,
  logo_type TEXT CHECK (logo_type IN ('png', 'jpg')),
  -- Pixels.
  logo_width INTEGER,
  logo_height INTEGER,
  revision INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL,
  CHECK ((logo IS NULL) = (logo_type IS NULL) AND (logo IS NULL) = (logo_width IS NULL) AND (logo IS NULL) = (logo_height IS NULL))
) STRICT;

-- The number of a report, given once to what it says and the form it is written in; whoever asks for the same again gets
-- the same number, head and file.
CREATE TABLE report_number (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- SHA-256 over the order, the settings and everything that stands in the paper.
  identity TEXT NOT NULL UNIQUE,
  -- The calendar year of issue and the running number within it.
  issued_in INTEGER NOT NULL,
  running INTEGER NOT NULL,
  text TEXT NOT NULL,
  head_number INTEGER,
  head_hash TEXT,
  -- The signed head as one word.
  head TEXT,
  given_at TEXT NOT NULL,
  UNIQUE (issued_in, running)
) STRICT;
${kept('report_number', 'the number of a report')}

-- Every file that left: which, for what, by whom and when.
CREATE TABLE report_export (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report_number_id TEXT NOT NULL REFERENCES report_number (id),
  kind TEXT NOT NULL,
  edition TEXT NOT NULL CHECK (edition IN ('public', 'internal', 'assessment')),
  year INTEGER NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('docx', 'xlsx', 'pdf', 'zip')),
  locale TEXT NOT NULL,
  -- What it is about in words; '' for the whole year.
  subject TEXT NOT NULL DEFAULT '',
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  -- Of the frozen year it was written from; null where the year was open.
  archive_hash TEXT,
  exported_by TEXT NOT NULL,
  exported_by_id TEXT,
  exported_at TEXT NOT NULL
) STRICT;
CREATE INDEX report_export_by_kind ON report_export (kind, number);
CREATE INDEX report_export_by_edition ON report_export (edition, number);
CREATE INDEX report_export_by_hash ON report_export (sha256);
${kept('report_export', 'the log of exports')}

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('report_number', 'sqlite_autoindex_report_number_1', '20000 1'),
  ('report_number', 'sqlite_autoindex_report_number_2', '20000 1'),
  ('report_number', 'sqlite_autoindex_report_number_3', '20000 2000 1'),
  ('report_export', 'sqlite_autoindex_report_export_1', '30000 1'),
  ('report_export', 'report_export_by_kind', '30000 1500 1'),
  ('report_export', 'report_export_by_edition', '30000 10000 1'),
  ('report_export', 'report_export_by_hash', '30000 2');
`
