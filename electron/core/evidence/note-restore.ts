import { openConnection } from '../database/connection.ts'
import type { Environment } from '../environment.ts'
import type { Head, KeptHead } from './head.ts'
import { appendHeads, readHeadsFile } from './heads-file.ts'
import { signed } from './keep-head.ts'
import { needSigningKey } from './signing-key.ts'
import { keptHeads, registerOf } from './stored-heads.ts'

/**
 * Signs, before a copy takes the register's place, that the log is set back to where the copy ends. Without this word
 * the heads kept since would rightly say that the log was cut short. Should the program die before the places change,
 * the word does no harm: the heads in the register itself still stand.
 */
export function noteRestore({ root, env }: { root: string; env: Environment }, incoming: string): void {
  const { register, head, heads } = standingOf(incoming)
  const { exists, heads: beside } = readHeadsFile(root)
  if (register === undefined || (!exists && heads.length === 0)) return
  const known = new Set(beside.map(({ signature }) => signature))
  const restored: Head = { register, ...head, at: new Date(env.now()).toISOString(), occasion: 'restore' }
  appendHeads(root, [...heads.filter(({ signature }) => !known.has(signature)), signed(restored, needSigningKey(root))])
}

interface Standing { readonly register: string | undefined; readonly head: Pick<Head, 'number' | 'hash'>; readonly heads: readonly KeptHead[] }

/** A copy from before the log was chained has neither hash nor heads. */
function standingOf(file: string): Standing {
  const connection = openConnection(file, 'read')
  try {
    const has = (table: string, column: string): boolean =>
      connection.prepare<[string, string], number>('SELECT count(*) FROM pragma_table_info(?) WHERE name = ?').pluck().get(table, column) === 1
    const chained = has('audit_entry', 'hash')
    const none = { number: 0, hash: '' }
    if (!has('audit_entry', 'number')) return { register: undefined, head: none, heads: [] }
    const last = connection.prepare<[], Pick<Head, 'number' | 'hash'>>(`SELECT number, ${chained ? 'hash' : "'' AS hash"} FROM audit_entry ORDER BY number DESC LIMIT 1`).get()
    return { register: registerOf(connection), head: last ?? none, heads: has('chain_head', 'hash') ? keptHeads(connection) : [] }
  } finally {
    connection.close()
  }
}
