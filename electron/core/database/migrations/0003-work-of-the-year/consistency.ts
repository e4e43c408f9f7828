/** Codes are one where they differ only in case, blanks and dashes. */
const writtenCode = "upper(replace(replace(replace(code, ' ', ''), '　', ''), '-', ''))"

/**
 * What the rules of the consistency check find things by: for most of them an index over exactly what they find, by
 * department, so that counting costs what is found and not what there is.
 */
export const consistency = `
-- How heavy the office takes a rule to be, where it departs from the program's own word; 'off': it is not asked.
CREATE TABLE consistency_level (
  rule TEXT PRIMARY KEY,
  level TEXT NOT NULL CHECK (level IN ('error', 'warning', 'hint', 'off'))
) STRICT, WITHOUT ROWID;

-- By which version of a method the grade that stands was given; follows the grading.
ALTER TABLE risk_point ADD COLUMN grading_version_id TEXT;
UPDATE risk_point SET grading_version_id = (SELECT method_version_id FROM grading WHERE id = grading_id) WHERE grading_id IS NOT NULL;
CREATE TRIGGER risk_point_graded_by_version AFTER UPDATE OF grading_id ON risk_point WHEN NEW.grading_id IS NOT OLD.grading_id BEGIN
  UPDATE risk_point SET grading_version_id = (SELECT method_version_id FROM grading WHERE id = NEW.grading_id)
    WHERE number = NEW.number AND grading_version_id IS NOT (SELECT method_version_id FROM grading WHERE id = NEW.grading_id);
END;

CREATE INDEX risk_point_without_category ON risk_point (state, department_id, category_code) WHERE category_code IS NULL;
CREATE INDEX risk_point_without_step ON risk_point (state, department_id, step_id) WHERE step_id IS NULL;
CREATE INDEX risk_point_expected_unfounded ON risk_point (state, department_id, expected_rank, grade_rank) WHERE measure_count = 0 AND expected_rank < grade_rank;
CREATE INDEX risk_point_verified_heavier ON risk_point (state, department_id, verified_rank, expected_rank) WHERE verified_rank > expected_rank;
CREATE INDEX risk_point_by_text ON risk_point (state, manifestation_key, department_id);
CREATE INDEX risk_point_by_grading_version ON risk_point (state, grading_version_id, department_id);
CREATE INDEX grading_lowered_silently ON grading (direction, risk_point_id, id) WHERE direction = 'lowered' AND reason = '';

CREATE INDEX power_without_flow ON power (state, department_id) WHERE step_count = 0;
CREATE INDEX power_by_identity ON power (state, id);
CREATE INDEX power_without_benchmark ON power (state, department_id, benchmark_no) WHERE discretion = 'yes' AND benchmark_no IS NULL;
CREATE INDEX power_by_calibration ON power (state, coalesce(benchmark_calibrated_on, '')) WHERE discretion = 'yes' AND benchmark_no IS NOT NULL;
CREATE INDEX power_by_written_code ON power (state, ${writtenCode}, code) WHERE code IS NOT NULL;

CREATE INDEX control_measure_without_evidence ON control_measure (state, due_on) WHERE execution_count = 0 AND term = 'dated' AND progress <> 'planned';
CREATE INDEX control_measure_without_owner ON control_measure (state, department_id, owner, owner_post_id) WHERE owner IS NULL AND owner_post_id IS NULL;
CREATE INDEX post_by_department ON post (state, department_id, id);
CREATE INDEX department_without_head ON department (state, position) WHERE head_title IS NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('consistency_level', 'consistency_level', '30 1'),
  ('risk_point', 'risk_point_without_category', '20000 20000 200 200'),
  ('risk_point', 'risk_point_without_step', '100000 100000 1000 1000'),
  ('risk_point', 'risk_point_expected_unfounded', '5000 5000 50 50 50'),
  ('risk_point', 'risk_point_verified_heavier', '5000 5000 50 50 50'),
  ('risk_point', 'risk_point_by_text', '1000000 1000000 2 1'),
  ('risk_point', 'risk_point_by_grading_version', '1000000 1000000 250000 500'),
  ('grading', 'grading_lowered_silently', '2000 2000 1 1'),
  ('power', 'power_without_flow', '25000 25000 100'),
  ('power', 'power_by_identity', '250000 250000 1'),
  ('power', 'power_without_benchmark', '25000 25000 100 100'),
  ('power', 'power_by_calibration', '100000 100000 100'),
  ('power', 'power_by_written_code', '250000 250000 1 1'),
  ('control_measure', 'control_measure_without_evidence', '50000 50000 100'),
  ('control_measure', 'control_measure_without_owner', '50000 50000 100 100 100'),
  ('post', 'post_by_department', '5000 5000 5 1'),
  ('department', 'department_without_head', '200 200 1');
`
