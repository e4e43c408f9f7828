import { createHash } from 'node:crypto'
import type { Progress } from '#shared/contract/procedure.ts'
import { translator } from '#shared/locales/translator.ts'
import type { ReportFormat } from '#shared/model/report-orders.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Actor, Core } from '../../core.ts'
import { reporting } from '../../long-work.ts'
import type { AnnualReport } from '../annual-report-model.ts'
import { annualPaper } from '../annual/annual-paper.ts'
import { buildInThread } from '../build-in-thread.ts'
import type { RegisteredKind } from '../kinds/index.ts'
import type { ReportOrder } from '../kinds/report-kind.ts'
import { fileName, mimeTypes, paperFile } from '../paper/paper-file.ts'
import type { Paper } from '../paper/paper.ts'
import { undisturbed } from '../service.ts'
import { formInUse } from '../templates/form-records.ts'
import { filledForm } from '../templates/fill-report.ts'
import { guardFigures, guardingFor, guardPaper } from './guard-paper.ts'
import { keepExport } from './keep-export.ts'
import type { Exported } from './keep-export.ts'
import { kindOf, subjectOf } from './order.ts'
import type { PaperOrder, Subject, WriteOrder } from './order.ts'
import { firstSaidOn, identityOf, numberFor } from './report-number.ts'
import { storedSettings } from './settings.ts'
import { liveCore, sourceFor } from './source.ts'
import { figuresWithSource, withSource } from './with-source.ts'

/** A paper as it would be written, before it has a number. */
export interface Prepared {
  readonly paper: Paper
  readonly registered: RegisteredKind
  readonly archiveHash: string | null
  readonly subject: Subject | undefined
  /** Of a workbook that is not the paper in cells. */
  readonly figures?: AnnualReport
}

/**
 * Reads what an order asks for and sets it out for its edition: from the frozen year or, where the year is open, from
 * today's register while nothing is recorded in it.
 * @throws Refusal as `kindOf`, `subjectOf`, `sourceFor`; `report.doesNotFoot`, `report.register-busy`
 */
export async function* preparePaper(core: Core, actor: Actor, order: PaperOrder & { readonly format?: ReportFormat }): AsyncGenerator<Progress, Prepared, void> {
  const live = liveCore(core)
  const registered = kindOf(order)
  const source = yield* sourceFor(live, actor, { year: order.year, registered })
  const subject = await subjectOf(source.core, registered, order)
  const guarding = await guardingFor(source.core, order.edition)
  const asked: ReportOrder = { year: order.year, edition: order.edition, locale: order.locale, subjectId: subject?.id, departmentIds: registered.byDepartment ? order.departmentIds : undefined, texts: registered.ownWords ? order.texts : undefined }
  const ownWorkbook = order.format === 'xlsx' ? registered.kind.figures : undefined
  const read = yield* reporting((tell) => {
    const collect = async (): Promise<{ paper: Paper } | { figures: AnnualReport }> =>
      (ownWorkbook === undefined ? { paper: await registered.kind.paper(source.core, asked, tell) } : { figures: await ownWorkbook(source.core, asked, tell) })
    return source.archiveHash === null ? undisturbed(live.database.read, collect) : collect()
  })
  const common = { registered, archiveHash: source.archiveHash, subject }
  if (!('figures' in read)) return { ...common, paper: guardPaper(read.paper, guarding) }
  const figures = guardFigures(read.figures, guarding)
  return { ...common, paper: annualPaper(figures), figures }
}

/**
 * A report as a file, with its number and source inside, listed in the log of exports.
 * @throws Refusal as `composeReport`; `report.purpose-missing`
 */
export async function* writeReport(core: Core, actor: Actor, order: WriteOrder): AsyncGenerator<Progress, File, void> {
  const purpose = order.purpose.trim()
  if (purpose === '') throw new Refusal('report.purpose-missing', {}, 'purpose')
  const { file, exported } = yield* composeReport(core, actor, { ...order, purpose })
  await keepExport(liveCore(core), actor, exported)
  return file
}

/** A file that nobody has been given yet, and what the log of exports is to say of it when somebody is. */
export interface Composed { readonly file: File; readonly exported: Exported }

/**
 * A report as a file, with its number and source inside, in the form of the office where a Word file has one.
 * @throws Refusal as `preparePaper`, `paperFile`, `filledForm`
 */
export async function* composeReport(core: Core, actor: Actor, order: WriteOrder): AsyncGenerator<Progress, Composed, void> {
  kindOf(order)
  const live = liveCore(core)
  const prepared = yield* preparePaper(core, actor, order)
  const { paper, figures, archiveHash, subject } = prepared
  const settings = await storedSettings(live.database.read)
  // A form is about one subject; a paper about all of them, one after another, is set out by the program.
  const fillsForm = order.format === 'docx' && (prepared.registered.subjects === undefined || subject !== undefined)
  const form = fillsForm ? await formInUse(live.database.read, order) : undefined
  const identity = identityOf({
    kind: order.kind, subjectId: subject?.id ?? null, departmentIds: (order.departmentIds ?? []).toSorted(), year: order.year, edition: order.edition, locale: order.locale, format: order.format,
    archiveHash, settings: settings.revision, form: form?.hash ?? null, version: live.version,
  }, paper)
  const number = await numberFor(live, actor, { identity, pattern: settings.number_pattern })
  const source = { kind: order.kind, edition: order.edition, year: order.year, archiveHash, number, readOn: firstSaidOn(live, number), settings }
  const name = nameOf(order, paper)
  const file = figures !== undefined ? yield* workbookOf(figuresWithSource(figures, source), name)
    : form === undefined ? yield* paperFile(live, withSource(paper, source), { format: order.format, name })
    : yield* filledForm(live, form, { paper: withSource(paper, source), edition: order.edition, year: order.year, number: number.text, name })
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { file, exported: { order, number, archiveHash, subject: subject?.label ?? '', file: { name: file.name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') } } }
}

async function* workbookOf(riskList: AnnualReport, name: string): AsyncGenerator<Progress, File, void> {
  const bytes = yield* buildInThread({ riskList })
  return new File([bytes], fileName(name, 'xlsx'), { type: mimeTypes.xlsx })
}

/** The title says what it is; the edition stands behind it, so that nobody sends the wrong one. */
const nameOf = ({ edition, locale }: WriteOrder, { title }: Paper): string => {
  const t = translator(locale)
  return t('file.name', { ns: 'reportKinds', title, edition: t(`edition.${edition}`, { ns: 'reportKinds' }) })
}
