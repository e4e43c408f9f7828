import type { Database as Connection } from 'better-sqlite3'
import { measureKind } from '../measures/measure-kind.ts'
import { departmentKind } from '../organisation/department-kind.ts'
import { postKind } from '../organisation/post-kind.ts'
import { powerKind } from '../powers/power-kind.ts'
import type { RecordKind } from '../records/record-kind.ts'
import { toColumns } from '../records/stored-record.ts'
import type { Values } from '../records/values.ts'
import { riskKind } from '../risks/risk-kind.ts'
import type { IntegrityProblem } from './problem.ts'

const kinds = [departmentKind, postKind, powerKind, riskKind, measureKind] as const

/** A grading is on record under its point's id and may change who answers for the point and what is to be confirmed. */
const kindOf: ReadonlyMap<string, RecordKind> = new Map<string, RecordKind>([...kinds.map((kind) => [kind.entity, kind] as const), ['grading', riskKind]])

/** Departments are put in order all at once, which is on record under their organisation. */
const passedOver: ReadonlySet<string> = new Set(['position'])

interface Entry { readonly entity: string; readonly id: string; readonly after: string }

/** One register as it stands, and what a column holds that no entry ever spoke of. */
interface Standing {
  readonly columns: readonly string[]
  readonly unsaid: Values
  readonly find: (id: string) => Values | undefined
}

function standingOf(connection: Connection, kind: RecordKind): Standing {
  const columns = ['state', ...new Set([...Object.values(kind.columns), ...Object.values(kind.keys)])].filter((column) => !passedOver.has(column))
  const defaults = connection.prepare<[string], { name: string; given: string | null }>('SELECT name, dflt_value AS given FROM pragma_table_info(?)').all(kind.table)
  const unsaid = Object.fromEntries(defaults.map(({ name, given }) => [name, given === null ? null : connection.prepare(`SELECT ${given}`).pluck().get()]))
  const row = connection.prepare<[string], Values>(`SELECT number, ${columns.join(', ')} FROM ${kind.table} WHERE id = ?`)
  return { columns, unsaid, find: (id) => row.get(id) }
}

/** Counts by column the records that do not stand as recorded, and keeps the first of each. */
class Findings {
  readonly #byColumn = new Map<string, { table: string; column: string; records: number; first: number }>()

  note(table: string, column: string, number: number): void {
    const found = this.#byColumn.get(`${table}.${column}`)
    this.#byColumn.set(`${table}.${column}`, { table, column, records: (found?.records ?? 0) + 1, first: Math.min(found?.first ?? number, number) })
  }

  problems(): IntegrityProblem[] {
    return [...this.#byColumn.values()].map((params) => ({ code: 'integrity.last-kept', params }))
  }
}

/** What entries said of one record; as they are read from the last to the first, the first word on a field counts. */
class LoggedRecord {
  readonly id: string
  readonly #kind: RecordKind
  readonly #said: Record<string, unknown> = {}

  constructor(kind: RecordKind, id: string) {
    this.#kind = kind
    this.id = id
  }

  hear(after: Values): void {
    for (const field in after) if (!(field in this.#said)) this.#said[field] = after[field]
  }

  compare({ columns, unsaid, find }: Standing, findings: Findings): void {
    const row = find(this.id)
    if (row === undefined) return
    const { state } = this.#said
    const said: Values = { ...unsaid, ...toColumns(this.#kind, this.#said), ...(typeof state === 'string' ? { state } : {}) }
    for (const column of columns) {
      if (row[column] !== asStored(said[column])) findings.note(this.#kind.table, column, Number(row['number']))
    }
  }
}

/** Half a pair of surrogates cannot be stored as it was said. */
const asStored = <T>(value: T): T | string => (typeof value === 'string' ? value.toWellFormed() : value)

/**
 * Powers, points, measures, departments and posts whose texts, references and state are not what the log says they were
 * last changed to. One pass over the log, record by record in the order of an index, holds one record at a time.
 */
export function recordProblems(connection: Connection): IntegrityProblem[] {
  const standing = new Map(kinds.map((kind) => [kind.entity, standingOf(connection, kind)]))
  const findings = new Findings()
  const entities = [...kindOf.keys()].map((entity) => `'${entity}'`).join(', ')
  const entries = connection.prepare<[], Entry>(`SELECT entity, entity_id AS id, after FROM audit_entry WHERE entity IN (${entities}) AND after IS NOT NULL ORDER BY entity_id, number DESC`)
  let record: LoggedRecord | undefined
  let place: Standing | undefined
  const settle = (): void => { if (record !== undefined && place !== undefined) record.compare(place, findings) }
  for (const { entity, id, after } of entries.iterate()) {
    const kind = kindOf.get(entity)
    if (kind === undefined) continue
    if (record?.id !== id) {
      settle()
      record = new LoggedRecord(kind, id)
      place = standing.get(kind.entity)
    }
    record.hear(JSON.parse(after) as Values)
  }
  settle()
  return findings.problems()
}
