import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../database/schema.ts'
import type { DataFolder } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { migrationHash } from '../database/migrate.ts'
import { migrations } from '../database/migrations/index.ts'

/** How a view is put together; counted up whenever the same archive would give another file. */
const recipe = 1

/** Views may be thrown away at any time: they are made again from the archive. */
export const viewFolder = ({ root }: Pick<DataFolder, 'root'>): string => join(root, 'frozen-years')

/** Named by the year's hash and by the schema and way it is built, so that a newer program builds its own. */
export function viewFile(folder: Pick<DataFolder, 'root'>, { content_hash }: Pick<Row<'archive'>, 'content_hash'>): string {
  const made = createHash('sha256').update(JSON.stringify([recipe, ...migrations.map(migrationHash)])).digest('hex')
  return join(viewFolder(folder), `${content_hash}-${made.slice(0, 16)}.sqlite`)
}

export function makeViewFolder(folder: Pick<DataFolder, 'root'>): void {
  mkdirSync(viewFolder(folder), { recursive: true, mode: 0o700 })
}

/** Removes everything but the named files: views of archives that are gone, of older programs, and unfinished ones. */
export function sweepViews(folder: Pick<DataFolder, 'root'>, kept: readonly string[]): void {
  const place = viewFolder(folder)
  if (!existsSync(place)) return
  for (const name of readdirSync(place)) if (!kept.includes(join(place, name))) rmSync(join(place, name), { force: true })
}

/** SHA-256 of a file's bytes. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer)
  return hash.digest('hex')
}

/**
 * The hash a view's file had when it was built here, as the log keeps it: a file somebody changed or put there has
 * another one. Undefined where this register never built one.
 */
export async function trustedHash(db: ReadableDatabase, { id }: Pick<Row<'archive'>, 'id'>, file: string): Promise<string | undefined> {
  const entry = await db.selectFrom('audit_entry').select('after').where('entity_id', '=', id).where('action', '=', 'archive.open').orderBy('number', 'desc').limit(1).executeTakeFirst()
  const { fileHash: hash, fileName } = JSON.parse(entry?.after ?? '{}') as { fileHash?: string; fileName?: string }
  return fileName !== undefined && file.endsWith(fileName) ? hash : undefined
}
