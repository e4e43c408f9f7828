import type { Database as Connection } from 'better-sqlite3'
import { toColumns } from '../records/stored-record.ts'
import type { Values } from '../records/values.ts'
import { itemsOf, loggedKinds, unsaidIn } from './logged-kinds.ts'
import type { LoggedKind } from './logged-kinds.ts'
import type { IntegrityProblem } from './problem.ts'

interface Entry { readonly entity: string; readonly id: string; readonly after: string }

/** One list of a register as it stands. */
interface StandingList { readonly field: string; readonly table: string; readonly column: string; readonly itemsOf: (id: string) => unknown[] }

/** One register as it stands, and what a column holds that no entry ever spoke of. */
interface Standing {
  readonly kind: LoggedKind
  readonly columns: readonly string[]
  readonly unsaid: Values
  readonly find: (id: string) => Values | undefined
  readonly lists: readonly StandingList[]
}

function standingOf(connection: Connection, kind: LoggedKind): Standing {
  const columns = [...new Set([...Object.values(kind.columns), ...Object.values(kind.keys)])]
  const row = connection.prepare<[string], Values>(`SELECT number, ${columns.join(', ')} FROM ${kind.table} WHERE id = ?`)
  const lists = Object.entries(kind.lists ?? {}).map(([field, { items, ...place }]) => {
    const read = connection.prepare<[string], unknown>(items).pluck()
    return { field, ...place, itemsOf: (id: string) => read.all(id) }
  })
  return { kind, columns, unsaid: unsaidIn(connection, kind), find: (id) => row.get(id), lists }
}

/** Counts by column the records that do not stand as recorded and keeps the first of each; counts by table those that are gone. */
class Findings {
  readonly #byColumn = new Map<string, { table: string; column: string; records: number; first: number }>()
  readonly #gone = new Map<string, number>()

  note(table: string, column: string, number: number): void {
    const found = this.#byColumn.get(`${table}.${column}`)
    this.#byColumn.set(`${table}.${column}`, { table, column, records: (found?.records ?? 0) + 1, first: Math.min(found?.first ?? number, number) })
  }

  miss(table: string): void {
    this.#gone.set(table, (this.#gone.get(table) ?? 0) + 1)
  }

  problems(): IntegrityProblem[] {
    return [
      ...[...this.#gone].map(([table, records]) => ({ code: 'integrity.record-gone', params: { table, records } })),
      ...[...this.#byColumn.values()].map((params) => ({ code: 'integrity.last-kept', params })),
    ]
  }
}

/** What entries said of one record; as they are read from the last to the first, the first word on a field counts. */
class LoggedRecord {
  readonly id: string
  readonly #place: Standing
  readonly #said: Record<string, unknown> = {}

  constructor(place: Standing, id: string) {
    this.#place = place
    this.id = id
  }

  hear(after: Values): void {
    for (const field in after) if (!(field in this.#said)) this.#said[field] = after[field]
  }

  compare(findings: Findings): void {
    const { kind, columns, unsaid, find, lists } = this.#place
    const row = find(this.id)
    if (row === undefined) return kind.mayGo ? undefined : findings.miss(kind.table)
    const number = Number(row['number'])
    const said: Values = { ...unsaid, ...toColumns(kind, this.#said) }
    for (const column of columns) if (row[column] !== asStored(said[column])) findings.note(kind.table, column, number)
    for (const { field, table, column, itemsOf: read } of lists) if (!sameItems(read(this.id), itemsOf(this.#said[field]))) findings.note(table, column, number)
  }
}

/** Half a pair of surrogates cannot be stored as it was said. */
const asStored = <T>(value: T): T | string => (typeof value === 'string' ? value.toWellFormed() : value)

const sameItems = (stored: readonly unknown[], said: readonly string[]): boolean => stored.length === said.length && stored.every((item, at) => item === said[at])

/**
 * The organisation, departments, posts and who holds them, powers with their legal bases and steps, points, measures,
 * accounts and files whose texts, references and state are not what the log says they were last changed to, or that the
 * log tells of and that are gone. One pass over the log, record by record in the order of an index, holds one record at a time.
 */
export function recordProblems(connection: Connection): IntegrityProblem[] {
  const standing = new Map(loggedKinds.flatMap((kind) => {
    const place = standingOf(connection, kind)
    return kind.entities.map((entity) => [entity, place] as const)
  }))
  const findings = new Findings()
  const entities = [...standing.keys()].map((entity) => `'${entity}'`).join(', ')
  const entries = connection.prepare<[], Entry>(`SELECT entity, entity_id AS id, after FROM audit_entry WHERE entity IN (${entities}) AND after IS NOT NULL ORDER BY entity_id, number DESC`)
  let record: LoggedRecord | undefined
  for (const { entity, id, after } of entries.iterate()) {
    const place = standing.get(entity)
    if (place === undefined) continue
    if (record?.id !== id) {
      record?.compare(findings)
      record = new LoggedRecord(place, id)
    }
    record.hear(JSON.parse(after) as Values)
  }
  record?.compare(findings)
  return findings.problems()
}
