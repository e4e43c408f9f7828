import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from '../integrity/problem.ts'
import { signedText } from './head.ts'
import type { Head, KeptHead } from './head.ts'
import { readHeadsFile } from './heads-file.ts'
import { keyIdOf, readSigningKey, signedBy } from './signing-key.ts'
import { keptHeads, registerOf } from './stored-heads.ts'

/** Where a head was found: in the register, in the file beside it, in a frozen year, or handed over from outside. */
type Place = 'register' | 'file' | 'archive' | 'outside'

/**
 * Holds every kept head against the log. A log that was rewritten with all its hashes computed anew, or cut off at the
 * end, contradicts a head that was signed before, and whoever has not the key signs no other.
 * @param root the data folder with the key and the file of heads
 */
export function headProblems(connection: Connection, root: string): IntegrityProblem[] {
  const keys = knownKeys(connection, root)
  const stored = keptHeads(connection)
  const beside = readHeadsFile(root)
  const standing = standingHeads(beside.heads, keys.own)
  return [
    ...keys.problems,
    ...beside.damaged.slice(0, 1).map((line) => ({ code: 'integrity.heads-line', params: { line } })),
    ...firstOf(stored, (head) => unlikeLog(connection, head, 'register') ?? badSignature(head, { keys: keys.all, place: 'register' })),
    ...firstOf(standing.all, (head) => unlikeLog(connection, head, 'file') ?? badSignature(head, { keys: keys.all, place: 'file' })),
    ...apart({ stored, standing, exists: beside.exists, own: keys.own }),
    ...unusedKeys(connection),
    ...archiveHeads(connection),
  ]
}

/** A head from outside: a report, a copy, a note somebody kept. */
export function outsideHeadProblems(connection: Connection, { root, heads }: { root: string; heads: readonly KeptHead[] }): IntegrityProblem[] {
  const keys = knownKeys(connection, root)
  return heads.flatMap((head) => unlikeLog(connection, head, 'outside') ?? badSignature(head, { keys: keys.all, place: 'outside' }) ?? [])
}

interface Keys { readonly own: string | undefined; readonly all: ReadonlyMap<string, string>; readonly problems: IntegrityProblem[] }

/** The key of the folder comes first: what the register says about keys may have been written by anybody. */
function knownKeys(connection: Connection, root: string): Keys {
  const all = new Map<string, string>()
  const problems: IntegrityProblem[] = []
  for (const { id, key } of connection.prepare<[], { id: string; key: string }>('SELECT key_id AS id, public_key AS key FROM signing_key').all()) {
    if (keyIdOf(key) === id) all.set(id, key)
    else problems.push({ code: 'integrity.signing-key', params: { key: id } })
  }
  const own = readSigningKey(root)
  if (own !== undefined) all.set(own.id, own.publicKey)
  return { own: own?.id, all, problems: problems.slice(0, 1) }
}

interface Standing {
  /** All heads that still bind the log. */
  readonly all: readonly KeptHead[]
  /** Those signed after the log was last set back, and so to be found in the register as well. */
  readonly late: readonly KeptHead[]
}

/**
 * A signed word that the log was set back by a restore releases the heads beyond it, and those of another register.
 * Only the folder's own key may say so.
 */
function standingHeads(heads: readonly KeptHead[], own: string | undefined): Standing {
  let all: KeptHead[] = []
  let late: KeptHead[] = []
  for (const head of heads) {
    const setsBack = head.occasion === 'restore' && head.keyId === own
    if (setsBack) {
      all = all.filter(({ register, number }) => register === head.register && number <= head.number)
      late = []
    } else late.push(head)
    all.push(head)
  }
  return { all, late }
}

const entryAt = (connection: Connection, number: number): string | undefined =>
  connection.prepare<[number], string>('SELECT hash FROM audit_entry WHERE number = ?').pluck().get(number)

function unlikeLog(connection: Connection, { register, number, hash }: Pick<Head, 'register' | 'number' | 'hash'>, place: Place): IntegrityProblem | undefined {
  if (number === 0) return undefined
  const found = entryAt(connection, number)
  const params = { number, place }
  if (found === undefined) return { code: 'integrity.head-ahead', params: { ...params, last: lastNumber(connection) } }
  if (register !== registerOf(connection)) return { code: 'integrity.head-foreign', params }
  // A copy from before the log was chained had no hash to tell.
  return hash !== '' && found !== hash ? { code: 'integrity.head-differs', params } : undefined
}

const lastNumber = (connection: Connection): number => connection.prepare<[], number | null>('SELECT max(number) FROM audit_entry').pluck().get() ?? 0

function badSignature(head: KeptHead, { keys, place }: { keys: ReadonlyMap<string, string>; place: Place }): IntegrityProblem | undefined {
  const key = keys.get(head.keyId)
  if (key !== undefined && signedBy(key, { text: signedText(head), signature: head.signature })) return undefined
  return { code: 'integrity.head-signature', params: { number: head.number, place } }
}

interface Both { readonly stored: readonly KeptHead[]; readonly standing: Standing; readonly exists: boolean; readonly own: string | undefined }

/**
 * What one place holds and the other does not. A head of the folder's own key may be in the register alone, where a
 * program was killed between the two; it cannot be forged.
 */
function apart({ stored, standing, exists, own }: Both): IntegrityProblem[] {
  if (!exists) return stored.length === 0 ? [] : [{ code: 'integrity.heads-file-gone', params: {} }]
  const [inRegister, inFile] = [new Set(stored.map(({ signature }) => signature)), new Set(standing.all.map(({ signature }) => signature))]
  return [
    ...firstOf(standing.late, ({ number, signature }) => (inRegister.has(signature) ? undefined : { code: 'integrity.head-gone', params: { number } })),
    ...firstOf(stored, ({ number, keyId, signature }) => (keyId === own || inFile.has(signature) ? undefined : { code: 'integrity.head-strange', params: { number } })),
  ]
}

/** Keys come with their first head; one without was put in by somebody else. */
function unusedKeys(connection: Connection): IntegrityProblem[] {
  const key = connection.prepare<[], string>('SELECT key_id FROM signing_key WHERE key_id NOT IN (SELECT key_id FROM chain_head) LIMIT 1').pluck().get()
  return key === undefined ? [] : [{ code: 'integrity.signing-key', params: { key } }]
}

/** Frozen years tell how far the log had come when they were frozen. */
function archiveHeads(connection: Connection): IntegrityProblem[] {
  const heads = connection.prepare<[], { number: number; hash: string }>(
    "SELECT content ->> '$.log.number' AS number, content ->> '$.log.hash' AS hash FROM archive_row WHERE entity = 'archive' AND content ->> '$.log.number' IS NOT NULL").all()
  const register = registerOf(connection) ?? ''
  return firstOf(heads, (head) => unlikeLog(connection, { register, ...head }, 'archive'))
}

function firstOf<T>(items: readonly T[], find: (item: T) => IntegrityProblem | undefined): IntegrityProblem[] {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return [found]
  }
  return []
}
