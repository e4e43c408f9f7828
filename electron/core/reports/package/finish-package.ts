import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { strToU8 } from 'fflate'
import type { BuiltPackage } from '#shared/contract/inspection-package.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { translator } from '#shared/locales/translator.ts'
import { soundFileName } from '../../attachments/file-name.ts'
import { canonicalJson } from '../../archive/canonical-json.ts'
import { paperFile } from '../paper/paper-file.ts'
import type { Paper } from '../paper/paper.ts'
import type { Exported } from '../written/keep-export.ts'
import { guardingFor, guardPaper } from '../written/guard-paper.ts'
import { firstSaidOn, numberFor } from '../written/report-number.ts'
import type { ReportNumber } from '../written/report-number.ts'
import { storedSettings } from '../written/settings.ts'
import { withSource } from '../written/with-source.ts'
import { tell, under } from './building.ts'
import type { Building } from './building.ts'
import { entryName } from './entry-name.ts'
import { indexPage } from './index-page.ts'
import { listPaper } from './list-paper.ts'
import { fixedFiles, manifestText, signatureOf, sumsText } from './manifest.ts'
import type { Manifest, PackageFile } from './manifest.ts'

export const packageKind = 'inspection-package'

/** What stands beside the folders: the list in three forms, the manifest with its signature, the sums. */
export async function* finishPackage(building: Building, items: Manifest['items']): AsyncGenerator<Progress, { told: Omit<BuiltPackage, 'id'>; exported: Exported }, void> {
  const { zip, files, order, place: { live, source }, archiveHash } = building
  const { name: organisation } = await source.database.read.selectFrom('organisation').select('name').executeTakeFirstOrThrow()
  const about = { organisation, year: order.year, edition: order.edition, locale: order.locale, preparedOn: source.env.localDate(source.env.now()), archiveHash }
  const number = await numberOf(building, { ...about, items, files })
  const listed = [...files]
  const add = async (path: string, content: Uint8Array): Promise<PackageFile> => ({ ...await zip.add(path, content), pages: null })
  const draft: Manifest = { format: 'integrity-risk-control inspection package', version: 1, ...about, head: number.head, items, files: listed }
  yield tell(building, 'list')
  const paper = await finished(building, listPaper(draft), number)
  const taken = new Set<string>()
  const name = translator(order.locale)('list.name', { ns: 'inspectionPackage' })
  for (const format of ['docx', 'xlsx'] as const) {
    const file = yield* under(paperFile(live, paper, { format, name }), () => tell(building, 'list', 0))
    files.push(await add(entryName(`${name}.${format}`, taken), new Uint8Array(await file.arrayBuffer())))
    yield tell(building, 'list')
  }
  files.push(await add(fixedFiles.index, strToU8(indexPage(draft))))
  const manifest = strToU8(manifestText({ ...draft, files: [...files] }))
  const told = [...files, await add(fixedFiles.manifest, manifest), await add(fixedFiles.signature, strToU8(signatureOf(live.folder.root, manifest)))]
  await zip.add(fixedFiles.sums, strToU8(sumsText(told)))
  const size = zip.end()
  const sha256 = await sumOf(zip.file)
  yield tell(building, 'list')
  const t = translator(order.locale)
  const packageName = soundFileName(`${t('file.name', { ns: 'inspectionPackage', organisation: organisation.slice(0, 60), year: order.year, edition: t(`edition.${order.edition}`, { ns: 'inspectionPackage' }) })}.zip`)
  return {
    told: { fileName: packageName, size, sha256, files: zip.entries.length },
    exported: { order: { kind: packageKind, edition: order.edition, year: order.year, format: 'zip', locale: order.locale, purpose: order.purpose }, number, archiveHash, subject: '', file: { name: packageName, bytes: size, sha256 } },
  }
}

/** A package that holds the same has the same number, and with it the same head of the log. */
async function numberOf({ place: { live }, call }: Building, content: Pick<Manifest, 'items' | 'files' | 'year' | 'edition' | 'locale' | 'archiveHash' | 'preparedOn' | 'organisation'>): Promise<ReportNumber> {
  const settings = await storedSettings(live.database.read)
  const identity = hash('sha256', canonicalJson({ kind: packageKind, settings: settings.revision, version: live.version, ...content }), 'hex')
  return numberFor(live, call.actor, { identity, pattern: settings.number_pattern })
}

/** The list with what every file carries, as its edition has it. */
async function finished({ place: { live, source }, order, archiveHash }: Building, paper: Paper, number: ReportNumber): Promise<Paper> {
  const settings = await storedSettings(live.database.read)
  const guarded = guardPaper(paper, await guardingFor(source, order.edition))
  return withSource(guarded, { kind: packageKind, edition: order.edition, year: order.year, archiveHash, number, readOn: firstSaidOn(live, number), settings })
}

async function sumOf(file: string): Promise<string> {
  const sum = createHash('sha256')
  for await (const part of createReadStream(file)) sum.update(part as Buffer)
  return sum.digest('hex')
}
