import type { PackageItemInfo } from '#shared/contract/inspection-package.ts'
import type { Attachment } from '#shared/contract/attachments.ts'
import { carriesLog, packageContents, packageItems, stateOf } from '#shared/model/inspection-package.ts'
import type { ItemState, PackageItemCode } from '#shared/model/inspection-package.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { Core } from '../../core.ts'
import { reportKinds } from '../kinds/index.ts'
import { indicatorTexts } from './indicator-texts.ts'
import { readOwnItems } from './item-records.ts'
import { countFiles, isCarried, registerWith } from './register-files.ts'
import { hasContent, yearSubjects } from './year-subjects.ts'

export interface PackagePlace {
  /** Today's register, which keeps what the office handed in. */
  readonly live: Core
  /** The frozen year opened like the register, or today's register. */
  readonly source: Core
  readonly year: number
  readonly edition: ReportEdition
  readonly locale: Locale
  /** Whether whoever asks may export the log as a whole. */
  readonly wholeLog: boolean
}

/** One file the register is to write. */
export interface PlannedReport {
  readonly kind: string
  readonly format: 'docx' | 'xlsx'
  /** That of the package, or the one edition there is where that is made for everybody. */
  readonly edition: ReportEdition
  readonly subject: string | undefined
}

export interface PlannedItem {
  readonly code: PackageItemCode
  readonly state: ItemState
  readonly notApplicable: string | null
  readonly reports: readonly PlannedReport[]
  /** Documents of the office, all of them. */
  readonly own: readonly Attachment[]
  /** Those this edition carries. */
  readonly carried: readonly Attachment[]
  readonly attachments: number
  readonly withheld: number
  readonly indicators: readonly string[]
  readonly log: 'whole' | 'summary' | undefined
}

/** What goes into a package, item by item in the order of an inspection. */
export async function planPackage(place: PackagePlace): Promise<PlannedItem[]> {
  const own = await readOwnItems(place.live.database.read, place.year)
  const texts = indicatorTexts(place.locale)
  const planned: PlannedItem[] = []
  for (const code of packageItems) {
    const contents = packageContents[code]
    const reports = await plannedReports(place, code)
    const { notApplicable = null, files = [] } = own.get(code) ?? {}
    const carried = files.filter(({ secrecy }) => isCarried(secrecy, place.edition))
    const counted = await countFiles(registerWith(place, contents.attachedTo[0]), contents.attachedTo, place.edition)
    const log = code === 'log' && carriesLog(place.edition) ? (place.wholeLog ? 'whole' : 'summary') : undefined
    const state = stateOf({ files: carried.length + (log === undefined ? 0 : 1) + (contents.own ? 0 : counted.carried), reports: contents.own && files.length === 0 ? 0 : reports.length, notApplicable })
    planned.push({
      code, state, notApplicable, reports, own: files, carried, attachments: counted.carried, withheld: counted.withheld + files.length - carried.length,
      indicators: contents.indicators.map((indicator) => texts.get(indicator) ?? indicator), log,
    })
  }
  return planned
}

async function plannedReports({ source, year, edition }: PackagePlace, code: PackageItemCode): Promise<PlannedReport[]> {
  const reports: PlannedReport[] = []
  for (const { code: kind, formats } of packageContents[code].kinds) {
    const registered = reportKinds.find((one) => one.kind.code === kind)
    // What is made for everybody may go into any package; what is not offered in this edition may not.
    const written = registered?.kind.editions.find((one) => one === edition) ?? registered?.kind.editions.find((one) => one === 'public')
    if (written === undefined) continue
    const subjects = yearSubjects.get(kind)
    const about = subjects !== undefined ? (await subjects(source, year)).map(({ id }) => id) : await hasContent.get(kind)?.(source, year) === false ? [] : [undefined]
    for (const subject of about) for (const format of formats) reports.push({ kind, format, edition: written, subject })
  }
  return reports
}

/** As the screen shows it. */
export const itemInfo = ({ code, state, notApplicable, reports, own, attachments, withheld, indicators, log }: PlannedItem): PackageItemInfo => ({
  code, state, own: packageContents[code].own, notApplicable, files: [...own], attachments, withheld, indicators: [...indicators], ...(log === undefined ? {} : { log }),
  reports: [...Map.groupBy(reports, ({ kind }) => kind)].map(([kind, of]) => ({ kind, count: new Set(of.map(({ subject }) => subject)).size })),
})
