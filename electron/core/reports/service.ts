import { setImmediate } from 'node:timers/promises'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Locale } from '#shared/model/labels.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { translator } from '#shared/locales/translator.ts'
import { archiveBefore, archivedSnapshot } from '../archive/archives.ts'
import { liveSnapshot } from '../archive/live-snapshot.ts'
import type { RegisterSnapshot } from '../archive/snapshot.ts'
import type { Core } from '../core.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { headToken } from '../evidence/head.ts'
import { reporting } from '../long-work.ts'
import type { AnnualReport } from './annual-report-model.ts'
import { assembleAnnual } from './assemble-annual.ts'
import type { Assembly, ReportRemarks } from './assemble-annual.ts'
import { buildInThread } from './build-in-thread.ts'
import { annualPaper } from './annual/annual-paper.ts'
import { fileName, mimeTypes, paperFile } from './paper/paper-file.ts'
import type { PaperFormat } from './paper/paper-file.ts'
import { refuseUnlessItFoots } from './report-does-not-foot.ts'

export interface AnnualOrder {
  readonly year: number
  readonly format: PaperFormat
  readonly locale: Locale
  readonly texts: ReportRemarks
}

/**
 * The annual report as a file, from the frozen year or, while the year is open, from today's register.
 * @throws Refusal `organisation.missing`, `report.doesNotFoot`, `report.register-busy`
 */
export async function* annualFile(core: Core, { year, format, locale, texts }: AnnualOrder): AsyncGenerator<Progress, File, void> {
  const { report } = yield* reporting((tell) => assemblyOf(core, { year, locale, texts, onChunk: (done, total) => tell({ done, total, stage: 'collect' }) }))
  refuseUnlessItFoots(report)
  yield { done: 0, total: 1, stage: 'write-file' }
  const headed = await withHead(core, report)
  if (format !== 'xlsx') return yield* paperFile(core, annualPaper(headed), { format, name: annualName(report, format) })
  const bytes = yield* buildInThread({ riskList: headed })
  yield { done: 1, total: 1, stage: 'write-file' }
  return new File([bytes], fileName(annualName(report, format), format), { type: mimeTypes[format] })
}

/** The head is signed after the figures were collected, so that everything they come from lies before it. */
async function withHead({ database, frozen }: Core, report: AnnualReport): Promise<AnnualReport> {
  const head = await (frozen?.live ?? database).keepHead('report')
  return head === null ? report : { ...report, logHead: { number: head.number, hash: head.hash, token: headToken(head) } }
}

function annualName({ organisation, year, locale }: AnnualReport, format: PaperFormat): string {
  return translator(locale)(format === 'xlsx' ? 'file.annual-xlsx' : 'file.annual-docx', { ns: 'reports', organisation: organisation.slice(0, 60), year })
}

export interface AssemblyRequest {
  readonly year: number
  readonly locale: Locale
  readonly texts: ReportRemarks
  readonly onChunk?: (done: number, total: number) => Promise<void>
}

/** Everything the report of a year would print, with where it comes from. @throws Refusal as `annualFile` */
export async function assemblyOf({ database, env }: Core, request: AssemblyRequest): Promise<Assembly & { source: RegisterSnapshot['source'] }> {
  const db = database.read
  await refuseWithoutOrganisation(db)
  const archived = await archivedSnapshot(db, request.year)
  const snapshot = archived ?? liveSnapshot(db, { year: request.year, today: env.localDate(env.now()) })
  const assemble = () => assembleFrom(db, snapshot, request)
  return { ...await (archived === undefined ? undisturbed(db, assemble) : assemble()), source: snapshot.source }
}

async function assembleFrom(db: ReadableDatabase, snapshot: RegisterSnapshot, { locale, texts, onChunk }: AssemblyRequest): Promise<Assembly> {
  const total = await snapshot.count('risk-point')
  return assembleAnnual(snapshot, {
    earlier: await archiveBefore(db, snapshot.year),
    locale,
    texts,
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

async function lastEntry(db: ReadableDatabase): Promise<number> {
  const { last } = await db.selectFrom('audit_entry').select(({ fn }) => fn.max<number | null>('number').as('last')).executeTakeFirstOrThrow()
  return last ?? 0
}
