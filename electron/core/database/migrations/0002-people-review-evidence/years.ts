/** The year marks of one table: a material change of a record that was carried over makes it a modified one. */
const marked = (table: string, columns: readonly string[]): string => `
ALTER TABLE ${table} ADD COLUMN year_mark TEXT DEFAULT 'new' CHECK (year_mark IN ('unchanged', 'new', 'modified', 'cancelled'));
CREATE INDEX ${table}_by_mark ON ${table} (year_mark, state);
CREATE TRIGGER ${table}_modified_in_year AFTER UPDATE OF ${columns.join(', ')} ON ${table}
  WHEN OLD.year_mark = 'unchanged' AND (${columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')}) BEGIN
  UPDATE ${table} SET year_mark = 'modified' WHERE number = NEW.number;
END;
CREATE TRIGGER ${table}_cancelled_in_year AFTER UPDATE OF state ON ${table} WHEN NEW.state = 'withdrawn' AND OLD.state = 'in-force' AND OLD.year_mark <> 'new' BEGIN
  UPDATE ${table} SET year_mark = 'cancelled' WHERE number = NEW.number;
END;
CREATE TRIGGER ${table}_back_in_year AFTER UPDATE OF state ON ${table} WHEN NEW.state = 'in-force' AND OLD.state = 'withdrawn' BEGIN
  UPDATE ${table} SET year_mark = iif(OLD.year_mark = 'cancelled', 'modified', 'new') WHERE number = NEW.number;
END;`

/** Whatever is added to, changed in or taken from a list of a record changes the record. */
const markedThrough = (list: string, reference: string, table: string): string => (['INSERT', 'UPDATE', 'DELETE'] as const).map((event) => `
CREATE TRIGGER ${list}_${event.toLowerCase()}_marks_${table} AFTER ${event} ON ${list} BEGIN
  UPDATE ${table} SET year_mark = 'modified' WHERE id = ${event === 'DELETE' ? 'OLD' : 'NEW'}.${reference} AND year_mark = 'unchanged';
END;`).join('')

/**
 * How a year begins from the one before.
 *
 * 'unchanged': as the last year left it; 'new': not in force when the year began (or the register itself is of this
 * year); 'cancelled': withdrawn in this year; nothing: withdrawn in an earlier one. A grade that was carried over waits
 * (\`grade_to_confirm\`) until somebody grades the point or accepts its grade anew.
 */
export const years = `
CREATE TABLE working_year (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 1990 AND 2200),
  id TEXT NOT NULL UNIQUE,
  carried_from INTEGER NOT NULL CHECK (carried_from < year),
  started_at TEXT NOT NULL,
  started_by TEXT NOT NULL
) STRICT;
CREATE TRIGGER working_year_keeps_what_was BEFORE UPDATE ON working_year BEGIN SELECT RAISE(ABORT, 'a year that has begun never changes'); END;
CREATE TRIGGER working_year_stays BEFORE DELETE ON working_year BEGIN SELECT RAISE(ABORT, 'a year that has begun never changes'); END;
${marked('power', [
  'department_id', 'post_id', 'type_code', 'code', 'code_scheme', 'name', 'sub_item', 'exercised_by', 'statutory_limit', 'promised_limit', 'fee_basis', 'publicity',
  'discretion', 'benchmark_no', 'benchmark_calibrated_on', 'duties', 'liability', 'three_majors', 'past_case',
])}
${marked('risk_point', [
  'power_id', 'department_id', 'post_id', 'step_id', 'category_code', 'title', 'manifestation', 'existing_rules', 'direct_owner', 'department_head', 'responsible_leader',
  'past_case', 'grade_code', 'measure_count',
])}
${marked('control_measure', ['department_id', 'kind_code', 'content', 'owner', 'term', 'due_on'])}
${markedThrough('legal_basis', 'power_id', 'power')}
${markedThrough('process_step', 'power_id', 'power')}
CREATE TRIGGER link_insert_marks_measure AFTER INSERT ON risk_point_measure BEGIN
  UPDATE control_measure SET year_mark = 'modified' WHERE id = NEW.measure_id AND year_mark = 'unchanged';
END;
CREATE TRIGGER link_delete_marks_measure AFTER DELETE ON risk_point_measure BEGIN
  UPDATE control_measure SET year_mark = 'modified' WHERE id = OLD.measure_id AND year_mark = 'unchanged';
END;

ALTER TABLE risk_point ADD COLUMN grade_to_confirm INTEGER NOT NULL DEFAULT 0 CHECK (grade_to_confirm IN (0, 1));
CREATE INDEX risk_point_grade_to_confirm ON risk_point (state) WHERE grade_to_confirm = 1;
-- A grading that takes an earlier one back confirms nothing: the grade that stands again is still the carried one.
CREATE TRIGGER risk_point_grade_confirmed AFTER UPDATE OF grading_id ON risk_point WHEN NEW.grading_id IS NOT OLD.grading_id
  AND (OLD.grade_to_confirm = 1 OR EXISTS (SELECT 1 FROM working_year)) BEGIN
  UPDATE risk_point SET grade_to_confirm = EXISTS (SELECT 1 FROM grading WHERE id = NEW.grading_id AND source = 'undo') WHERE number = NEW.number;
END;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('power', 'power_by_mark', '250000 62500 62500'),
  ('risk_point', 'risk_point_by_mark', '1000000 250000 250000'),
  ('risk_point', 'risk_point_grade_to_confirm', '500000 500000'),
  ('control_measure', 'control_measure_by_mark', '1500000 375000 375000');
`
