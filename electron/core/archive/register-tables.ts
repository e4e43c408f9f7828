import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { Condition } from '../lists/filter-rules.ts'

export type StoredRow = Record<string, string | number | null>

/** A table that a frozen year keeps row by row, so that it can be opened like the register itself. */
export interface ArchivedTable {
  readonly name: keyof Schema
  /** Its primary key, by which it is read in pages. */
  readonly key: readonly string[]
  /** Which rows belong to the year; all of them where nothing is said. */
  readonly rows?: (year: number) => Condition
  /** Columns that stay outside, and what stands for them where the year is opened. */
  readonly secret?: StoredRow
}

/** The year's own gradings, the one each point stands by, and the one before the year from which a change is told. */
const gradingsOf = (year: number): Condition => sql`(t.graded_on >= ${`${year}-01-01`}
  OR EXISTS (SELECT 1 FROM risk_point AS p WHERE p.id = t.risk_point_id AND p.grading_id = t.id)
  OR t.number = (SELECT max(e.number) FROM grading AS e WHERE e.risk_point_id = t.risk_point_id AND e.graded_on < ${`${year}-01-01`}))`

/** The year's own decisions, and those of the way by which the entry came to stand where it stands. */
const decisionsOf = (year: number): Condition => sql`(t.decided_on >= ${`${year}-01-01`} OR t.cycle = (SELECT p.entry_cycle FROM risk_point AS p WHERE p.id = t.risk_point_id))`

/** In order of their names. Accounts come with their names alone, and only those of people who held a post. */
export const archivedTables: readonly ArchivedTable[] = [
  { name: 'adjustment', key: ['number'] },
  { name: 'adjustment_task', key: ['number'] },
  { name: 'attachment', key: ['number'] },
  { name: 'calendar_day', key: ['day'] },
  { name: 'change_sheet', key: ['number'] },
  { name: 'consistency_level', key: ['rule'] },
  { name: 'control_measure', key: ['number'] },
  { name: 'control_measure_department_total', key: ['department_id'] },
  { name: 'control_measure_total', key: ['kind_code', 'progress', 'term', 'has_owner'] },
  { name: 'department', key: ['number'] },
  { name: 'entry_total', key: ['entry_state', 'department_id', 'grade_code'] },
  { name: 'execution_withdrawal', key: ['number'], rows: (year) => sql`EXISTS (SELECT 1 FROM measure_execution AS e WHERE e.id = t.execution_id AND e.recorded_on >= ${`${year}-01-01`})` },
  { name: 'filing_sheet', key: ['number'] },
  { name: 'grading', key: ['number'], rows: gradingsOf },
  { name: 'grading_method', key: ['id'] },
  { name: 'grading_method_version', key: ['id'] },
  { name: 'import_batch', key: ['number'] },
  { name: 'legal_basis', key: ['id'] },
  { name: 'listed_entry', key: ['list_id', 'position'] },
  { name: 'measure_check', key: ['number'] },
  { name: 'measure_execution', key: ['number'], rows: (year) => sql`t.recorded_on >= ${`${year}-01-01`}` },
  { name: 'method_in_force', key: ['number'] },
  { name: 'organisation', key: ['number'] },
  {
    name: 'person',
    key: ['number'],
    rows: () => sql`t.id IN (SELECT person_id FROM post_holding)`,
    secret: { password: 'null', password_changed_at: '', must_change: 0, failures: 0, locked_until: null, last_sign_in_at: null },
  },
  { name: 'post', key: ['number'] },
  { name: 'post_holding', key: ['number'] },
  { name: 'power', key: ['number'] },
  { name: 'power_department_total', key: ['department_id'] },
  { name: 'power_total', key: ['type_code', 'discretion', 'has_benchmark', 'has_risk', 'has_step'] },
  { name: 'process_step', key: ['id'] },
  { name: 'publicity_answer', key: ['number'] },
  { name: 'publicity_list', key: ['number'] },
  { name: 'publicity_objection', key: ['number'] },
  { name: 're_examination', key: ['number'] },
  { name: 'rectification', key: ['number'] },
  { name: 'rectification_step', key: ['number'] },
  { name: 'review_comment', key: ['number'], rows: (year) => sql`t.written_at >= ${`${year}-01-01`}` },
  { name: 'review_decision', key: ['number'], rows: decisionsOf },
  { name: 'review_ladder', key: ['number'] },
  { name: 'review_sample', key: ['number'] },
  { name: 'review_sample_point', key: ['sample_id', 'position'] },
  { name: 'review_snapshot', key: ['hash'], rows: (year) => sql`EXISTS (SELECT 1 FROM review_decision AS d WHERE d.snapshot_hash = t.hash AND d.decided_on >= ${`${year}-01-01`})` },
  { name: 'risk_figure', key: ['number'] },
  { name: 'risk_point', key: ['number'] },
  { name: 'risk_point_cell_total', key: ['likelihood', 'consequence', 'grade_code'] },
  { name: 'risk_point_department_total', key: ['department_id', 'grade_code'] },
  { name: 'risk_point_measure', key: ['risk_point_id', 'measure_id'] },
  { name: 'risk_point_total', key: ['category_code', 'grade_code', 'grading_stage', 'confirm_code', 'has_measure'] },
  { name: 'scale', key: ['code'] },
  { name: 'supervision_batch', key: ['number'] },
  { name: 'supervision_event', key: ['number'] },
  { name: 'vocabulary', key: ['kind', 'code'] },
  { name: 'warning', key: ['number'] },
  { name: 'warning_level', key: ['code'] },
  { name: 'warning_rule', key: ['code'] },
  { name: 'warning_run', key: ['number'] },
  { name: 'warning_source', key: ['code'] },
  { name: 'warning_step', key: ['number'] },
  { name: 'warning_total', key: ['state', 'level_code', 'rule_code', 'department_id'] },
  { name: 'working_year', key: ['year'] },
]

/** Rows read at once: some milliseconds each, so that other work gets its turn. */
const pageSize = 500

/** The rows of a table that belong to a year, in chunks, in order of the key, without what is secret. */
export async function* tableRows(db: ReadableDatabase, { name, key, rows, secret }: ArchivedTable, year: number): AsyncGenerator<StoredRow[], void, void> {
  const columns = key.map((column) => sql.ref(`t.${column}`))
  const which = rows?.(year) ?? sql`TRUE`
  for (let last: StoredRow | undefined; ;) {
    const behind = last === undefined ? sql`TRUE` : sql`(${sql.join(columns)}) > (${sql.join(key.map((column) => last?.[column]))})`
    const { rows: page } = await sql<StoredRow>`SELECT t.* FROM ${sql.table(name)} AS t WHERE ${behind} AND ${which} ORDER BY ${sql.join(columns)} LIMIT ${pageSize}`.execute(db)
    last = page.at(-1)
    if (last === undefined) return
    yield page.map((row) => without(row, secret))
    await setImmediate()
  }
}

const without = (row: StoredRow, secret: StoredRow = {}): StoredRow => Object.fromEntries(Object.entries(row).filter(([column]) => !(column in secret)))

export const entityOf = ({ name }: ArchivedTable): string => `register.${name}`

/** What names a row of an archived table within it. */
export const rowName = ({ key }: ArchivedTable, row: StoredRow): string => String(row['id'] ?? key.map((column) => row[column]).join(' '))

export async function countTable(db: ReadableDatabase, { name }: ArchivedTable): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(name)}`.execute(db)
  return row?.n ?? 0
}
