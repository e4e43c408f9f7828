import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { AttachedEntity, Secrecy } from '#shared/model/attachments.ts'
import { isShown } from '#shared/model/report-editions.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { Core } from '../../core.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'
import { among } from '../../lists/page-values.ts'

/**
 * Whether a file of this secrecy goes into a package of this edition. What is secret stays in the register whatever the
 * edition: a package is made to leave it.
 */
export const isCarried = (secrecy: Secrecy, edition: ReportEdition): boolean => secrecy !== 'secret' && isShown(secrecy === 'public' ? 'file-public' : 'file-internal', edition)

export interface FileCount { readonly carried: number; readonly withheld: number }

/** How many files belong to records of some sorts, told apart by whether an edition carries them. */
export async function countFiles(db: ReadableDatabase, entities: readonly AttachedEntity[], edition: ReportEdition): Promise<FileCount> {
  if (entities.length === 0) return { carried: 0, withheld: 0 }
  const rows = await db.selectFrom('attachment').select(({ fn }) => ['secrecy', fn.countAll<number>().as('files')]).where('state', '=', 'in-force').where(among('entity', [...entities])).groupBy('secrecy').execute()
  const sum = (carried: boolean) => rows.filter(({ secrecy }) => isCarried(secrecy, edition) === carried).reduce((total, { files }) => total + files, 0)
  return { carried: sum(true), withheld: sum(false) }
}

/** A file of the register and the number of the record it belongs to, where its records go by numbers. */
export interface RegisterFile { readonly file: Row<'attachment'>; readonly recordNumber: number | undefined }

/** A year is judged after it was frozen, so the files of an assessment are in today's register. */
export const registerWith = ({ source, live }: { readonly source: Pick<Core, 'database'>; readonly live: Pick<Core, 'database'> }, entity: AttachedEntity | undefined): ReadableDatabase =>
  (entity === 'assessment-item' ? live : source).database.read

const pageSize = 200

/** The files of records of one sort that an edition carries, oldest first, some at a time. */
export async function* registerFiles(db: ReadableDatabase, entity: AttachedEntity, edition: ReportEdition): AsyncGenerator<RegisterFile[], void, void> {
  for (let after = 0; ;) {
    const rows = await db.selectFrom('attachment').selectAll().where('state', '=', 'in-force').where('entity', '=', entity).where('number', '>', after).orderBy('number').limit(pageSize).execute()
    const last = rows.at(-1)
    if (last === undefined) return
    const carried = rows.filter(({ secrecy }) => isCarried(secrecy, edition))
    const numbers = await recordNumbers(db, entity, carried.map(({ entity_id }) => entity_id))
    yield carried.map((file) => ({ file, recordNumber: numbers.get(file.entity_id) }))
    after = last.number
    await setImmediate()
  }
}

const numbered: Partial<Record<AttachedEntity, string>> = { 'risk-point': 'risk_point', power: 'power', 'control-measure': 'control_measure', warning: 'warning', rectification: 'rectification' }

async function recordNumbers(db: ReadableDatabase, entity: AttachedEntity, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const table = numbered[entity]
  if (table === undefined) return new Map()
  const { rows } = await sql<{ id: string; number: number }>`SELECT id, number FROM ${sql.table(table)} WHERE id IN (SELECT value FROM json_each(${JSON.stringify([...new Set(ids)])}))`.execute(db)
  return new Map(rows.map(({ id, number }) => [id, number]))
}
