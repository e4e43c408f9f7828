/** Records stand in blocks of so many numbers, as a power of two. Written down in triggers: it never changes. */
export const blockBits = 12

/** Keeps how many records of a list are in force in each block of numbers. */
const blocksOf = (table: 'power' | 'risk_point' | 'control_measure'): string => `
INSERT INTO record_block_total SELECT '${table}', number >> ${blockBits}, count(*) FROM ${table} WHERE state = 'in-force' GROUP BY 2;
CREATE TRIGGER ${table}_block_counted AFTER INSERT ON ${table} WHEN NEW.state = 'in-force' BEGIN
  INSERT INTO record_block_total VALUES ('${table}', NEW.number >> ${blockBits}, 1) ON CONFLICT DO UPDATE SET records = records + 1;
END;
CREATE TRIGGER ${table}_block_recounted AFTER UPDATE OF state ON ${table} WHEN OLD.state <> NEW.state BEGIN
  INSERT INTO record_block_total VALUES ('${table}', NEW.number >> ${blockBits}, iif(NEW.state = 'in-force', 1, 0))
    ON CONFLICT DO UPDATE SET records = records + iif(NEW.state = 'in-force', 1, -1);
END;`

/** Keeps how many points bear each grade of a figure. */
const figuresOf = (figure: 'expected' | 'verified'): string => `
CREATE TRIGGER risk_point_${figure}_counted AFTER INSERT ON risk_point WHEN NEW.state = 'in-force' AND NEW.${figure}_grade IS NOT NULL BEGIN
  INSERT INTO risk_figure_total VALUES ('${figure}', NEW.${figure}_grade, 1) ON CONFLICT DO UPDATE SET points = points + 1;
END;
CREATE TRIGGER risk_point_${figure}_recounted AFTER UPDATE OF ${figure}_grade, state ON risk_point WHEN OLD.${figure}_grade IS NOT NEW.${figure}_grade OR OLD.state <> NEW.state BEGIN
  UPDATE risk_figure_total SET points = points - 1 WHERE OLD.state = 'in-force' AND figure = '${figure}' AND grade_code = OLD.${figure}_grade;
  INSERT INTO risk_figure_total SELECT '${figure}', NEW.${figure}_grade, 1 WHERE NEW.state = 'in-force' AND NEW.${figure}_grade IS NOT NULL
    ON CONFLICT DO UPDATE SET points = points + 1;
END;`

/**
 * Totals of what depends on the day or on a place in the list: what is due on each day tells what is overdue on any,
 * and blocks of numbers tell where the n-th record stands, without going through the records.
 */
export const totals = `
CREATE TABLE measure_due_total (due_on TEXT PRIMARY KEY, measures INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO measure_due_total SELECT due_on, count(*) FROM control_measure WHERE state = 'in-force' AND due_on IS NOT NULL AND progress <> 'done' GROUP BY 1;
CREATE TRIGGER control_measure_due_counted AFTER INSERT ON control_measure WHEN NEW.state = 'in-force' AND NEW.due_on IS NOT NULL AND NEW.progress <> 'done' BEGIN
  INSERT INTO measure_due_total VALUES (NEW.due_on, 1) ON CONFLICT DO UPDATE SET measures = measures + 1;
END;
CREATE TRIGGER control_measure_due_recounted AFTER UPDATE OF due_on, progress, state ON control_measure BEGIN
  UPDATE measure_due_total SET measures = measures - 1 WHERE OLD.state = 'in-force' AND OLD.progress <> 'done' AND due_on = OLD.due_on;
  INSERT INTO measure_due_total SELECT NEW.due_on, 1 WHERE NEW.state = 'in-force' AND NEW.due_on IS NOT NULL AND NEW.progress <> 'done'
    ON CONFLICT DO UPDATE SET measures = measures + 1;
END;

CREATE TABLE warning_due_total (due_on TEXT PRIMARY KEY, warnings INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER warning_due_counted AFTER INSERT ON warning WHEN NEW.closed = 0 AND NEW.due_on IS NOT NULL BEGIN
  INSERT INTO warning_due_total VALUES (NEW.due_on, 1) ON CONFLICT DO UPDATE SET warnings = warnings + 1;
END;
CREATE TRIGGER warning_due_recounted AFTER UPDATE OF due_on, closed ON warning BEGIN
  UPDATE warning_due_total SET warnings = warnings - 1 WHERE OLD.closed = 0 AND due_on = OLD.due_on;
  INSERT INTO warning_due_total SELECT NEW.due_on, 1 WHERE NEW.closed = 0 AND NEW.due_on IS NOT NULL
    ON CONFLICT DO UPDATE SET warnings = warnings + 1;
END;

CREATE TABLE risk_figure_total (
  figure TEXT NOT NULL,
  grade_code TEXT NOT NULL,
  points INTEGER NOT NULL,
  PRIMARY KEY (figure, grade_code)
) STRICT, WITHOUT ROWID;
${figuresOf('expected')}
${figuresOf('verified')}

CREATE TABLE record_block_total (
  list TEXT NOT NULL,
  block INTEGER NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (list, block)
) STRICT, WITHOUT ROWID;
${blocksOf('power')}
${blocksOf('risk_point')}
${blocksOf('control_measure')}

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('measure_due_total', 'measure_due_total', '2000 1'),
  ('warning_due_total', 'warning_due_total', '1000 1'),
  ('risk_figure_total', 'risk_figure_total', '8 4 1'),
  ('record_block_total', 'record_block_total', '1000 300 1');
`
