import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Core } from '#core/core.ts'
import { openCore } from '#core/open-core.ts'
import type { OpenOptions } from '#core/open-core.ts'
import { Refusal } from '#shared/model/refusal.ts'

/** Runs a test in a folder of its own and removes it afterwards. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'irc-test-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const openAt = (folder: string, options: Partial<OpenOptions> = {}): Promise<Core> => openCore({ folder, version: '0.0.0', ...options })

/** A change of the register that leaves nothing but its audit entry. */
export async function note(core: Core, what: string): Promise<void> {
  await core.database.change({ kind: 'service', name: 'test' }, (change) => change.record({ action: `test.${what}`, entity: 'test', entityId: 'test' }))
}

/** The code of the refusal that work ends in; work that does anything else fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  throw new Error('was not refused')
}

/** What a folder's files hold, by name. */
export function fingerprint(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]))
}

/** Reads long work to its end. */
export async function finished<T>(work: AsyncGenerator<unknown, T, void>): Promise<T> {
  for (;;) {
    const step = await work.next()
    if (step.done) return step.value
  }
}

/** The actions recorded in a register file. */
export function traces(file: string): string[] {
  const connection = new Database(file, { readonly: true })
  try {
    return connection.prepare<[], string>('SELECT action FROM audit_entry ORDER BY number').pluck().all()
  } finally {
    connection.close()
  }
}
