import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from '../integrity/problem.ts'
import { entryColumns, entryHash } from './entry-hash.ts'
import { sealChecker } from './seal-checker.ts'

type EntryRow = [number: number, ...rest: (string | number | null)[]]

/** Where in a row of `entryColumns` and the hash these two stand. */
const sealedAt = 12
const hashAt = 13

/**
 * Walks the log from its first entry: numbers without gaps, each entry's hash over itself and the one before, and every
 * row of an append-only table exactly as one entry sealed it. Of the chain the first entry that does not fit is named,
 * of each table the first row. Reads row by row; a million entries take seconds.
 */
export function chainProblems(connection: Connection): IntegrityProblem[] {
  const seals = sealChecker(connection)
  let broken: IntegrityProblem | undefined
  let previous = ''
  let expected = 1
  const entries = connection.prepare<[], EntryRow>(`SELECT ${entryColumns}, hash FROM audit_entry ORDER BY number`).raw()
  for (const entry of entries.iterate()) {
    const [number] = entry
    const sealed = entry[sealedAt]
    const hash = entry[hashAt]
    entry.length = hashAt
    if (broken === undefined) {
      if (number !== expected) broken = { code: 'integrity.chain-gap', params: { number, expected } }
      else if (hash !== entryHash(previous, entry)) broken = { code: 'integrity.chain-broken', params: { number } }
      previous = String(hash)
      expected++
    }
    if (typeof sealed === 'string') seals.check(number, sealed)
  }
  return [...(broken === undefined ? [] : [broken]), ...sequenceProblems(connection, expected - 1, broken), ...seals.finish()]
}

/** SQLite remembers the highest number it ever gave: entries cut off at the end leave it ahead of the log. */
function sequenceProblems(connection: Connection, last: number, broken: IntegrityProblem | undefined): IntegrityProblem[] {
  const given = connection.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'audit_entry'").pluck().all()
  const fits = given.length === 0 ? last === 0 : given.length === 1 && given[0] === last
  return broken !== undefined || fits ? [] : [{ code: 'integrity.chain-cut', params: { last, given: given[0] ?? 0 } }]
}
