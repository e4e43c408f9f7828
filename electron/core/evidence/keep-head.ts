import type { Database as Connection } from 'better-sqlite3'
import type { Environment } from '../environment.ts'
import { signedText } from './head.ts'
import type { Head, HeadOccasion, KeptHead } from './head.ts'
import { appendHeads, readHeadsFile } from './heads-file.ts'
import type { LogWriter } from './log-writer.ts'
import { needSigningKey } from './signing-key.ts'
import type { SigningKey } from './signing-key.ts'
import { keyIn, keptHeads, registerOf } from './stored-heads.ts'

export interface HeadPlace {
  /** The writing connection, in no transaction. */
  readonly connection: Connection
  readonly log: LogWriter
  readonly env: Environment
  /** The data folder, where the key and the file of heads lie. */
  readonly root: string
}

/**
 * Signs the head of the log, keeps it in the register and in the file beside it. A log that has not grown since keeps
 * the head it has.
 * @returns null while the log is empty
 */
export function keepHead(place: HeadPlace, occasion: HeadOccasion): KeptHead | null {
  const { connection, root } = place
  const register = registerOf(connection)
  if (register === undefined) return null
  const key = needSigningKey(root)
  const head = connection.transaction(() => headInRegister(place, { register, key, occasion })).immediate()
  keepBeside(place, key, head)
  return head
}

interface Signing { readonly register: string; readonly key: SigningKey; readonly occasion: HeadOccasion }

function headInRegister({ connection, log, env }: HeadPlace, { register, key, occasion }: Signing): KeptHead {
  const at = new Date(env.now()).toISOString()
  const open = log.begin()
  if (keyIn(connection, key.id) === undefined) {
    const earlier = connection.prepare<[], string>('SELECT key_id FROM chain_head ORDER BY number DESC LIMIT 1').pluck().get()
    connection.prepare('INSERT INTO signing_key (key_id, public_key) VALUES (?, ?)').run(key.id, key.publicKey)
    // The first key needs no word; another one means another folder, or a key that somebody took away.
    if (earlier !== undefined) open.write(replaced({ id: env.newId(), at, before: earlier, after: key.id }))
  }
  const { number, hash } = open.head()
  const kept = keptHeads(connection).find((one) => one.number === number)
  if (kept?.hash === hash) return kept
  const head = signed({ register, number, hash, at, occasion }, key)
  if (kept === undefined) connection.prepare('INSERT INTO chain_head (number, hash, register, at, occasion, key_id, signature) VALUES (?, ?, ?, ?, ?, ?, ?)').run(number, hash, register, at, occasion, head.keyId, head.signature)
  return head
}

const replaced = ({ id, at, before, after }: { id: string; at: string; before: string; after: string }) => ({
  id, at, actorKind: 'service' as const, actor: 'evidence', actorId: null, action: 'signing-key.replace', entity: 'signing-key', entityId: after,
  before: JSON.stringify({ keyId: before }), after: JSON.stringify({ keyId: after }), batchId: null, seals: [],
})

export const signed = (head: Head, key: SigningKey): KeptHead => ({ ...head, keyId: key.id, signature: key.sign(signedText(head)) })

/** A head that a killed program kept in the register alone is added to the file; one that another key signed is not believed. */
function keepBeside({ connection, root }: HeadPlace, key: SigningKey, head: KeptHead): void {
  const beside = new Set(readHeadsFile(root).heads.map(({ signature }) => signature))
  const own = keptHeads(connection).filter(({ keyId, signature }) => keyId === key.id && !beside.has(signature))
  appendHeads(root, own.some(({ signature }) => signature === head.signature) || beside.has(head.signature) ? own : [...own, head])
}
