/** The columns a row of the risk list shows, joined the way anybody would join them. */
const shown = `r.id, r.number, r.revision, r.power_id, p.name AS power_name, p.code AS power_code, p.type_code, p.sub_item,
  r.department_id, d.name AS department_name, r.post_id, o.name AS post_name, r.step_id, s.name AS step_name, r.category_code, r.title,
  r.manifestation, r.grade_code, r.grading_stage, r.likelihood, r.consequence, r.confirm_code, r.direct_owner, r.department_head,
  r.responsible_leader, r.measure_count, r.existing_rules, r.past_case, r.updated_at, r.created_at`
const joined = `JOIN power p ON p.id = r.power_id LEFT JOIN department d ON d.id = r.department_id
  LEFT JOIN post o ON o.id = r.post_id LEFT JOIN process_step s ON s.id = r.step_id`

export const bareStatements = {
  page: `SELECT ${shown} FROM risk_point r ${joined} WHERE r.state = 'in-force' AND r.department_id = ? ORDER BY r.grade_rank DESC, r.grade_code DESC, r.number DESC LIMIT 50`,
  middle: `SELECT ${shown} FROM (SELECT number FROM risk_point WHERE state = 'in-force' ORDER BY number LIMIT 50 OFFSET ?) f JOIN risk_point r ON r.number = f.number ${joined} ORDER BY r.number`,
  measuresOf: `SELECT l.risk_point_id, l.position, m.number, m.content FROM risk_point_measure l JOIN control_measure m ON m.id = l.measure_id
    WHERE l.risk_point_id IN (SELECT value FROM json_each(?)) AND m.state = 'in-force'`,
  countPage: "SELECT count(*) AS n FROM risk_point WHERE state = 'in-force' AND department_id = ?",
  countAll: "SELECT count(*) AS n FROM risk_point WHERE state = 'in-force'",
  count: "SELECT count(*) AS n FROM risk_point WHERE state = 'in-force' AND department_id = ? AND category_code = ? AND grade_code = ?",
  contains: `SELECT ${shown} FROM risk_point r ${joined} WHERE r.state = 'in-force' AND instr(r.manifestation, ?) > 0 ORDER BY r.number LIMIT 50`,
  countContains: "SELECT count(*) AS n FROM risk_point WHERE state = 'in-force' AND instr(manifestation, ?) > 0",
  overview: `SELECT department_id, category_code, grade_code, likelihood, consequence, grading_stage, confirm_code, measure_count > 0 AS has_measure, count(*) AS points
    FROM risk_point WHERE state = 'in-force' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
  overviewPowers: "SELECT department_id, type_code, discretion, benchmark_no IS NOT NULL, risk_count > 0, step_count > 0, count(*) FROM power WHERE state = 'in-force' GROUP BY 1, 2, 3, 4, 5, 6",
  overviewMeasures: "SELECT department_id, kind_code, progress, term, owner IS NOT NULL, count(*) FROM control_measure WHERE state = 'in-force' GROUP BY 1, 2, 3, 4, 5",
  scanPoints: 'SELECT count(*), sum(length(manifestation_key)), max(grade_rank), max(updated_at) FROM risk_point NOT INDEXED',
  scanMeasures: 'SELECT count(*), sum(length(content_key)), max(due_on), max(updated_at) FROM control_measure NOT INDEXED',
  scanPowers: 'SELECT count(*), sum(length(name_key)), max(updated_at) FROM power NOT INDEXED',
} as const
