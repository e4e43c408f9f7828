/** An office's own Word files as forms of reports, and its own documents on the list of the inspection package. */
export const reportForms = `
-- The file itself is an attachment, so it is kept once by its hash, goes into copies and is verified with them.
CREATE TABLE report_form (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  locale TEXT NOT NULL CHECK (locale IN ('zh-CN', 'en')),
  name TEXT NOT NULL,
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  -- For each edition the names the report had when the form was checked: an edition that lacks one leaves its place empty.
  known_names TEXT NOT NULL CHECK (json_valid(known_names)),
  -- What the form asks for, as it stands in it.
  placeholders TEXT NOT NULL CHECK (json_valid(placeholders)),
  state TEXT NOT NULL DEFAULT 'kept' CHECK (state IN ('kept', 'in-use', 'withdrawn')),
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX report_form_in_use ON report_form (kind, locale) WHERE state = 'in-use';
CREATE INDEX report_form_by_kind ON report_form (kind, number);
CREATE TRIGGER report_form_keeps_what_was BEFORE UPDATE OF number, id, kind, locale, attachment_id, known_names, placeholders, added_by, added_at ON report_form
  BEGIN SELECT RAISE(ABORT, 'a form never changes; another one takes its place'); END;
CREATE TRIGGER report_form_stays BEFORE DELETE ON report_form BEGIN SELECT RAISE(ABORT, 'a form is withdrawn, not deleted'); END;

-- What the office says of an item of the package of a year; its files are attached to the row.
CREATE TABLE package_item (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  item TEXT NOT NULL,
  -- Null while it applies; why there is nothing to hand over.
  not_applicable TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  UNIQUE (year, item)
) STRICT;
CREATE TRIGGER package_item_keeps_its_place BEFORE UPDATE OF number, id, year, item ON package_item BEGIN SELECT RAISE(ABORT, 'an item of the package keeps its place'); END;
CREATE TRIGGER package_item_stays BEFORE DELETE ON package_item BEGIN SELECT RAISE(ABORT, 'an item of the package stays'); END;

-- Files by the sort of record they belong to, with what decides whether an edition may carry them.
CREATE INDEX attachment_by_entity ON attachment (entity, number, secrecy) WHERE state = 'in-force';

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('report_form', 'sqlite_autoindex_report_form_1', '60 1'),
  ('report_form', 'report_form_in_use', '20 1 1'),
  ('report_form', 'report_form_by_kind', '60 3 1'),
  ('package_item', 'sqlite_autoindex_package_item_1', '200 1'),
  ('package_item', 'sqlite_autoindex_package_item_2', '200 20 1'),
  ('attachment', 'attachment_by_entity', '200000 20000 1 1');
`
