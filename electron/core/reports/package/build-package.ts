import { rmSync } from 'node:fs'
import type { BuiltPackage } from '#shared/contract/inspection-package.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { translator } from '#shared/locales/translator.ts'
import { itemNumber, packageContents } from '#shared/model/inspection-package.ts'
import { may } from '#shared/model/permissions.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { readContent } from '../../attachments/contents.ts'
import { renameDurably } from '../../database/durable-files.ts'
import { onDiskLater } from '../../database/storage-refusal.ts'
import type { Call } from '../../registration.ts'
import { guardFor, guardingFor } from '../written/guard-paper.ts'
import { keepExport } from '../written/keep-export.ts'
import { liveCore, sourceFor } from '../written/source.ts'
import { composeReport } from '../written/write-report.ts'
import { tell, under } from './building.ts'
import type { Building, PackageOrder } from './building.ts'
import { makePackageFolder, packageFile, unfinishedFile } from './built-packages.ts'
import { entryName } from './entry-name.ts'
import { finishPackage } from './finish-package.ts'
import { logFiles } from './log-files.ts'
import type { Manifest } from './manifest.ts'
import { pdfPages } from './pdf-pages.ts'
import { planPackage } from './plan-package.ts'
import type { PackagePlace, PlannedItem, PlannedReport } from './plan-package.ts'
import { registerFiles, registerWith } from './register-files.ts'
import { ZipFile } from './zip-file.ts'

/**
 * Builds the package of a year. It is written piece by piece to a file in the data folder, so that in memory is only what
 * is being packed; stopping to read ends the work and leaves nothing.
 * @throws Refusal `package.purpose-missing`, `package.too-large`, those of `composeReport`, `attachment.missing`, `attachment.damaged`, `disk.full`
 */
export async function* buildPackage(call: Call, order: PackageOrder): AsyncGenerator<Progress, BuiltPackage, void> {
  if (order.purpose.trim() === '') throw new Refusal('package.purpose-missing', {}, 'purpose')
  const live = liveCore(call.core)
  const { core: source, archiveHash } = yield* sourceFor(live, call.actor, { year: order.year, registered: {} })
  const place: PackagePlace = { live, source, year: order.year, edition: order.edition, locale: order.locale, wholeLog: may(call.caller, 'log.export') }
  const id = live.env.newId()
  const guard = guardFor(order.locale, await guardingFor(source, order.edition))
  const [file, unfinished] = [packageFile(live.folder, id), unfinishedFile(live.folder, id)]
  const zip = await onDiskLater(live.folder.root, async () => {
    makePackageFolder(live.folder, live.env.now())
    return new ZipFile(unfinished)
  })
  try {
    const building: Building = { call, order: { ...order, purpose: order.purpose.trim() }, place, archiveHash, guard, zip, files: [], exported: [], progress: { done: 0, total: 0, stage: 'item' } }
    const items = yield* addItems(building)
    const built = yield* finishPackage(building, items)
    zip.close()
    renameDurably(unfinished, file)
    for (const one of [...building.exported, built.exported]) await keepExport(live, call.actor, one)
    return { id, ...built.told }
  } finally {
    zip.close()
    rmSync(unfinished, { force: true })
  }
}

async function* addItems(building: Building): AsyncGenerator<Progress, Manifest['items'], void> {
  const planned = await planPackage(building.place)
  building.progress.total = planned.reduce((sum, item) => sum + item.reports.length + item.carried.length + item.attachments + (item.log === undefined ? 0 : 1), 4)
  const items: Manifest['items'] = []
  for (const item of planned) items.push(yield* addItem(building, item))
  return items
}

/** Where the files of an item go: a folder that sorts as the list does. */
class ItemFolder {
  readonly #building: Building
  readonly #folder: string
  readonly #taken = new Map<string, Set<string>>()
  readonly paths: string[] = []

  constructor(building: Building, folder: string) {
    this.#building = building
    this.#folder = folder
  }

  async add(name: string, bytes: Uint8Array, { within, pages }: { within?: string | undefined; pages?: number | undefined } = {}): Promise<void> {
    const folder = within === undefined ? this.#folder : `${this.#folder}/${within}`
    const taken = this.#taken.get(folder) ?? new Set<string>()
    this.#taken.set(folder, taken)
    const path = `${folder}/${entryName(this.#guarded(name), taken)}`
    const { sha256, size } = await this.#building.zip.add(path, bytes)
    this.#building.files.push({ path, sha256, size, pages: pages ?? (/\.pdf$/iu.test(name) ? pdfPages(bytes) ?? null : null) })
    this.paths.push(path)
  }

  /** Lists, pages and the zip file itself say how a file is called, so its name goes no further than a text does. */
  #guarded(name: string): string {
    const [, stem = name, ending = ''] = /^(.+)(\.[^.]*)$/u.exec(name) ?? []
    return `${this.#building.guard(stem)}${ending}`
  }
}

async function* addItem(building: Building, item: PlannedItem): AsyncGenerator<Progress, Manifest['items'][number], void> {
  const { place, order } = building
  const t = translator(order.locale)
  const folder = new ItemFolder(building, entryName(`${itemNumber(item.code)} ${t(`item.${item.code}`, { ns: 'inspectionPackage' })}`, new Set()))
  for (const report of item.reports) yield* addReport(building, folder, report)
  for (const { fileName, hash } of item.carried) {
    yield tell(building, 'attachments')
    await folder.add(fileName, readContent(place.live.folder, hash))
  }
  yield* addRegisterFiles(building, folder, item)
  if (item.log !== undefined) {
    for (const file of yield* under(logFiles(building, item.log), () => tell(building, 'export', 0))) await folder.add(file.name, new Uint8Array(await file.arrayBuffer()))
    yield tell(building, 'export')
  }
  // A reason is somebody's own words; the public edition tells only that an item does not apply.
  const reason = item.state === 'not-applicable' && order.edition !== 'public' ? item.notApplicable ?? '' : ''
  return { code: item.code, state: item.state, reason, indicators: [...item.indicators], files: folder.paths, withheld: item.withheld }
}

/** A report in its formats; the number of pages of a Word file is that of the same paper printed. */
async function* addReport(building: Building, folder: ItemFolder, report: PlannedReport): AsyncGenerator<Progress, void, void> {
  yield tell(building, 'item')
  const printed = report.format === 'docx' && building.order.pdf && building.place.live.printer !== undefined ? yield* composed(building, report, 'pdf') : undefined
  const pages = printed === undefined ? undefined : pdfPages(printed)
  const written = yield* composed(building, report, report.format)
  if (written !== undefined) await folder.add(nameOf(building, report, report.format), written, { pages })
  if (printed !== undefined) await folder.add(nameOf(building, report, 'pdf'), printed, { pages })
}

/** Undefined where a list is too long for a document; the workbook beside it holds all of it. */
async function* composed(building: Building, report: PlannedReport, format: 'docx' | 'xlsx' | 'pdf'): AsyncGenerator<Progress, Uint8Array | undefined, void> {
  const { call, order, exported } = building
  try {
    const made = yield* under(composeReport(call.core, call.actor, { kind: report.kind, year: order.year, edition: report.edition, locale: order.locale, subject: report.subject, format, purpose: order.purpose }), () => tell(building, 'item', 0))
    exported.push(made.exported)
    return new Uint8Array(await made.file.arrayBuffer())
  } catch (error) {
    if (error instanceof Refusal && error.code === 'report.too-many-rows' && hasWorkbook(report)) return undefined
    throw error
  }
}

const hasWorkbook = ({ kind }: PlannedReport): boolean => Object.values(packageContents).some(({ kinds }) => kinds.some(({ code, formats }) => code === kind && formats.includes('xlsx')))

function nameOf({ exported, order }: Building, { kind }: PlannedReport, format: 'docx' | 'xlsx' | 'pdf'): string {
  const t = translator(order.locale)
  const subject = exported.at(-1)?.subject ?? ''
  return `${t(`kind.${kind}` as never, { ns: 'reportKinds' })}${subject === '' ? '' : ` ${subject}`}.${format}`
}

async function* addRegisterFiles(building: Building, folder: ItemFolder, { code }: PlannedItem): AsyncGenerator<Progress, void, void> {
  const { place, order } = building
  const t = translator(order.locale)
  const within = t('folder.attachments', { ns: 'inspectionPackage' })
  for (const entity of packageContents[code].attachedTo) {
    for await (const page of registerFiles(registerWith(place, entity), entity, place.edition)) {
      for (const { file, recordNumber } of page) {
        yield tell(building, 'attachments')
        const record = recordNumber === undefined ? '' : `${t(`record.${entity}` as never, { ns: 'inspectionPackage', number: recordNumber })} - `
        await folder.add(`${record}${file.file_name}`, readContent(place.live.folder, file.hash), { within })
      }
    }
  }
}
