import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from './problem.ts'

/** A column that repeats the last row of an append-only table, or the last entry of the log, so that lists need no join. */
interface Repeated {
  readonly table: 'risk_point' | 'control_measure' | 'warning' | 'rectification' | 'supervision_batch' | 'supervision_event'
  readonly column: string
  readonly last: string
  /** Rows that repeat something at all; all of them where nothing is said. */
  readonly among?: string
}

const figure = (column: 'grade' | 'grade_rank', kind: 'expected' | 'verified'): string =>
  `SELECT f.${column} FROM risk_figure f WHERE f.risk_point_id = t.id AND f.figure = '${kind}' ORDER BY f.number DESC LIMIT 1`
const warned = (column: 'to_state' | 'level_code' | 'due_on'): string => `SELECT s.${column} FROM warning_step s WHERE s.warning_id = t.id ORDER BY s.number DESC LIMIT 1`
const rectified = (column: string, action = ''): string =>
  `SELECT s.${column} FROM rectification_step s WHERE s.rectification_id = t.id ${action === '' ? '' : `AND s.action = '${action}'`} ORDER BY s.number DESC LIMIT 1`
/** What reviewers decided last of an entry; `determining` decisions are those by which it left the reviewers' hands. */
const decided = (column: 'to_state' | 'grade' | 'grade_rank', determining = ''): string =>
  `SELECT d.${column} FROM review_decision d WHERE d.risk_point_id = t.id ${determining} ORDER BY d.number DESC LIMIT 1`
const determining = "AND d.action IN ('pass', 'take-over') AND d.to_state IN ('publicity', 'filing', 'in-force')"
/** Before decisions were kept, an accepted grading was the organisation's word; such entries were taken over as they stood. */
const acceptedBefore = "EXISTS (SELECT 1 FROM grading g WHERE g.risk_point_id = t.id AND g.stage = 'accepted')"
const standsUndecided = `iif(t.entry_state IN ('in-force', 'cancelled') AND ${acceptedBefore}, t.entry_state, 'draft')`
const wasDetermined = `(EXISTS (${decided('to_state', determining)}) OR NOT ${acceptedBefore})`
/** What the log says was done with an event last, of some actions. */
const ofEvent = (what: string, ...actions: readonly string[]): string =>
  `SELECT ${what} FROM audit_entry a WHERE a.entity_id = t.id AND a.action IN (${actions.map((action) => `'supervision-event.${action}'`).join(', ')}) ORDER BY a.number DESC LIMIT 1`
const settled = "iif(a.action = 'supervision-event.warn', 'warned', 'dismissed')"
const linkedByHand = "t.linked_by = 'hand'"
const hasSteps = 'EXISTS (SELECT 1 FROM warning_step s WHERE s.warning_id = t.id)'

const repeated: readonly Repeated[] = [
  { table: 'risk_point', column: 'entry_state', last: `coalesce((${decided('to_state')}), ${standsUndecided})` },
  { table: 'risk_point', column: 'determined_grade', last: decided('grade', determining), among: wasDetermined },
  { table: 'risk_point', column: 'determined_rank', last: decided('grade_rank', determining), among: wasDetermined },
  { table: 'risk_point', column: 'expected_grade', last: figure('grade', 'expected') },
  { table: 'risk_point', column: 'expected_rank', last: figure('grade_rank', 'expected') },
  { table: 'risk_point', column: 'verified_grade', last: figure('grade', 'verified') },
  { table: 'risk_point', column: 'verified_rank', last: figure('grade_rank', 'verified') },
  { table: 'risk_point', column: 'grading_version_id', last: 'SELECT g.method_version_id FROM grading g WHERE g.id = t.grading_id' },
  { table: 'control_measure', column: 'effectiveness', last: 'SELECT c.effectiveness FROM measure_check c WHERE c.measure_id = t.id ORDER BY c.number DESC LIMIT 1' },
  {
    table: 'control_measure', column: 'last_done_on',
    last: 'SELECT max(e.done_on) FROM measure_execution e WHERE e.measure_id = t.id AND NOT EXISTS (SELECT 1 FROM execution_withdrawal w WHERE w.execution_id = e.id)',
  },
  // A warning nobody has taken a step with stands as it was found.
  { table: 'warning', column: 'state', last: `coalesce((${warned('to_state')}), 'found')` },
  { table: 'warning', column: 'closed', last: "t.state IN ('lifted', 'transferred')" },
  { table: 'warning', column: 'level_code', last: warned('level_code'), among: hasSteps },
  { table: 'warning', column: 'due_on', last: warned('due_on'), among: hasSteps },
  { table: 'rectification', column: 'state', last: rectified('to_state') },
  { table: 'rectification', column: 'due_on', last: rectified('due_on') },
  { table: 'rectification', column: 'rectified_by', last: rectified('person', 'rectify') },
  { table: 'rectification', column: 'outcome', last: `coalesce((${rectified('text', 'rectify')}), '')` },
  { table: 'rectification', column: 'closed_by', last: rectified('person', 'close'), among: "t.state = 'closed'" },
  { table: 'rectification', column: 'closed_on', last: rectified('done_on', 'close'), among: "t.state = 'closed'" },
  { table: 'supervision_batch', column: 'state', last: "SELECT iif(EXISTS (SELECT 1 FROM audit_entry a WHERE a.entity_id = t.id AND a.action = 'supervision-batch.undo'), 'undone', 'applied')" },
  // What an event says is sealed; what became of it stands in the log alone.
  {
    table: 'supervision_event', column: 'state',
    last: `iif((SELECT b.state FROM supervision_batch b WHERE b.id = t.batch_id) = 'undone', 'withdrawn', coalesce((${ofEvent(settled, 'warn', 'dismiss')}), 'open'))`,
  },
  { table: 'supervision_event', column: 'settled_by', last: ofEvent('a.actor', 'warn', 'dismiss') },
  // The reasons that were given are compared with the other words of the log.
  { table: 'supervision_event', column: 'settled_reason', last: `iif(EXISTS (${ofEvent('1', 'dismiss')}), t.settled_reason, '')` },
  { table: 'supervision_event', column: 'warning_id', last: "coalesce((SELECT w.id FROM warning w WHERE w.id = t.warning_id AND w.subject_id = t.id), iif(t.state = 'warned', '', NULL))" },
  { table: 'supervision_event', column: 'linked_by', last: `coalesce((${ofEvent("'hand'", 'link')}), nullif(t.linked_by, 'hand'))` },
  { table: 'supervision_event', column: 'power_id', last: ofEvent("a.after ->> '$.powerId'", 'link'), among: linkedByHand },
  { table: 'supervision_event', column: 'risk_point_id', last: ofEvent("a.after ->> '$.riskPointId'", 'link'), among: linkedByHand },
]

/** Records that do not show what was recorded of them last: a figure, a rating, the step they came to and who took it. */
export function lastKeptProblems(connection: Connection): IntegrityProblem[] {
  return repeated.flatMap(({ table, column, last, among = '1' }) => {
    const wrong = connection.prepare<[], { records: number; first: number | null }>(`SELECT count(*) AS records, min(t.number) AS first FROM ${table} t WHERE ${among} AND t.${column} IS NOT (${last})`).get()
    return wrong === undefined || wrong.first === null ? [] : [{ code: 'integrity.last-kept', params: { table, column, records: wrong.records, first: wrong.first } }]
  })
}
