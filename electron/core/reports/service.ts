import { setImmediate } from 'node:timers/promises'
import type { Locale } from '#shared/model/labels.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { annualAssessments } from '../assessment/annual-rows.ts'
import { archiveBefore, archivedSnapshot } from '../archive/archives.ts'
import { liveSnapshot } from '../archive/live-snapshot.ts'
import type { RegisterSnapshot } from '../archive/snapshot.ts'
import type { Core } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { lastEntry } from '../exchange/plan/last-entry.ts'
import type { AnnualReport } from './annual-report-model.ts'
import { assembleAnnual } from './assemble-annual.ts'
import type { Assembly, ReportRemarks } from './assemble-annual.ts'

export interface AssemblyRequest {
  readonly year: number
  readonly locale: Locale
  readonly texts: ReportRemarks
  readonly onChunk?: (done: number, total: number) => Promise<void>
}

/** Everything the report of a year would print, with where it comes from. @throws Refusal `organisation.missing`, `report.register-busy` */
export async function assemblyOf({ database, env, frozen }: Core, request: AssemblyRequest): Promise<Assembly & { source: RegisterSnapshot['source'] }> {
  const db = database.read
  await refuseWithoutOrganisation(db)
  const archived = await archivedSnapshot(db, request.year)
  const snapshot = archived ?? liveSnapshot(db, { year: request.year, today: env.localDate(env.now()) })
  const assemble = async () => assembleFrom(db, snapshot, { ...request, assessments: await annualAssessments((frozen?.live ?? database).read, request) })
  return { ...await (archived === undefined ? undisturbed(db, assemble) : assemble()), source: snapshot.source }
}

async function assembleFrom(db: ReadableDatabase, snapshot: RegisterSnapshot, { locale, texts, assessments, onChunk }: AssemblyRequest & Pick<AnnualReport, 'assessments'>): Promise<Assembly> {
  const total = await snapshot.count('risk-point')
  return assembleAnnual(snapshot, {
    earlier: await archiveBefore(db, snapshot.year),
    locale,
    texts,
    assessments,
    onChunk: async (done) => {
      await onChunk?.(done, Math.max(done, total))
      await setImmediate()
    },
  })
}

async function refuseWithoutOrganisation(db: ReadableDatabase): Promise<void> {
  const organisation = await db.selectFrom('organisation').select('id').executeTakeFirst()
  if (organisation === undefined) throw new Refusal('organisation.missing')
}

const attempts = 3

/**
 * Today's register is read in many statements. Where something was recorded meanwhile they do not belong to one
 * instant, so everything is read again; a register that never rests gives no report.
 */
export async function undisturbed<T>(db: ReadableDatabase, read: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await lastEntry(db)
    const result = await read()
    if (await lastEntry(db) === before) return result
  }
  throw new Refusal('report.register-busy')
}
