import { sql } from 'kysely'
import type { StoredRow } from '../archive/register-tables.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { among } from '../lists/page-values.ts'

/** What makes two states of one record differ: the columns that count, and its lists as one text per record. */
export interface MaterialKind {
  readonly table: 'power' | 'risk_point' | 'control_measure'
  readonly columns: readonly string[]
  readonly lists: Readonly<Record<string, MaterialList>>
}

/** A list of records by their ids; records with nothing in the list are left out. */
export type MaterialList = (db: ReadableDatabase, ids: readonly string[]) => Promise<Map<string, string>>

/** The same columns that the triggers of the year marks watch. */
export const materialPower: MaterialKind = {
  table: 'power',
  columns: [
    'department_id', 'post_id', 'type_code', 'code', 'code_scheme', 'name', 'sub_item', 'exercised_by', 'statutory_limit', 'promised_limit', 'fee_basis', 'publicity',
    'discretion', 'benchmark_no', 'benchmark_calibrated_on', 'duties', 'liability', 'three_majors', 'past_case',
  ],
  lists: { legalBases: listed('legal_basis', { of: 'power_id', order: 'position', shows: ['text'] }), steps: listed('process_step', { of: 'power_id', order: 'position', shows: ['id', 'name'] }) },
}

export const materialPoint: MaterialKind = {
  table: 'risk_point',
  columns: [
    'power_id', 'department_id', 'post_id', 'step_id', 'category_code', 'title', 'manifestation', 'existing_rules', 'direct_owner', 'department_head', 'responsible_leader',
    'past_case', 'grade_code',
  ],
  lists: { links: measureLists(['id']) },
}

/** A point together with what its measures say, which the point's own mark does not tell. */
export const pointWithMeasures: MaterialKind = { ...materialPoint, lists: { ...materialPoint.lists, measures: measureLists(['id', 'content', 'owner', 'owner_post_id', 'kind_code', 'term', 'due_on', 'frequency']) } }

export const materialMeasure: MaterialKind = {
  table: 'control_measure',
  columns: ['department_id', 'kind_code', 'content', 'owner', 'owner_post_id', 'term', 'due_on', 'frequency'],
  lists: { riskPoints: listed('risk_point_measure', { of: 'measure_id', order: 'risk_point_id', shows: ['risk_point_id'] }) },
}

function listed(table: keyof Schema, { of, order, shows }: { of: string; order: string; shows: readonly string[] }): MaterialList {
  return async (db, ids) => {
    const { rows } = await sql<{ recordId: string } & StoredRow>`SELECT ${sql.ref(of)} AS "recordId", ${sql.join(shows.map((column) => sql.ref(column)))}
      FROM ${sql.table(table)} WHERE ${among(of, ids)} ORDER BY ${sql.ref(of)}, ${sql.ref(order)}`.execute(db)
    return texts(rows, shows)
  }
}

/** The next day of a recurring measure moves by itself, and so does not count. */
export const materialColumn = (table: string, column: string) =>
  (column === 'due_on' ? sql`iif(${sql.ref(`${table}.frequency`)} IS NULL, ${sql.ref(`${table}.due_on`)}, NULL) AS due_on` : sql.ref(`${table}.${column}`))

/** Measures in force; one that was withdrawn controls nothing any more. */
function measureLists(shows: readonly string[]): MaterialList {
  return async (db, ids) => {
    const { rows } = await sql<{ recordId: string } & StoredRow>`SELECT l.risk_point_id AS "recordId", ${sql.join(shows.map((column) => materialColumn('m', column)))}
      FROM risk_point_measure AS l CROSS JOIN control_measure AS m ON m.id = l.measure_id
      WHERE ${among('l.risk_point_id', ids)} AND m.state = 'in-force' ORDER BY l.risk_point_id, l.measure_id`.execute(db)
    return texts(rows, shows)
  }
}

const texts = (rows: readonly ({ recordId: string } & StoredRow)[], shows: readonly string[]): Map<string, string> =>
  new Map([...Map.groupBy(rows, ({ recordId }) => recordId)].map(([recordId, of]) => [recordId, JSON.stringify(of.map((row) => shows.map((column) => row[column])))]))
