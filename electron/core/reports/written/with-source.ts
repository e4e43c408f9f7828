import { translator } from '#shared/locales/translator.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { Row } from '../../database/schema.ts'
import type { AnnualReport } from '../annual-report-model.ts'
import type { Block, Paper } from '../paper/paper.ts'
import { logHeadProperty } from '../source-note.ts'
import { textsFor } from '../texts/texts-for.ts'
import type { ReportNumber } from './report-number.ts'
import { letterheadOf, watermarkOf } from './settings.ts'

/** Where a file comes from and which it is. */
export interface Source {
  readonly kind: string
  readonly edition: ReportEdition
  readonly year: number
  /** Of the frozen year; null where the year is open. */
  readonly archiveHash: string | null
  readonly number: ReportNumber
  /** Local day on which the register first said what the paper says: a form may bear another date. */
  readonly readOn: string
  readonly settings: Row<'report_setting'>
}

/** A paper with what every file carries: number, edition, where its figures come from and how far the log had come, printed small at the end and in its properties. */
export function withSource(paper: Paper, source: Source): Paper {
  const { number, edition, settings } = source
  const watermark = watermarkOf(settings, edition)
  const last = paper.sections.length - 1
  return {
    ...paper,
    letterhead: { ...letterheadOf(settings, number.text), ...paper.letterhead },
    ...(watermark === '' ? {} : { watermark }),
    properties: { ...paper.properties, ...propertiesOf(source), ...(number.head === null ? {} : { [logHeadProperty]: number.head }) },
    sections: paper.sections.map((section, index) => (index === last ? { ...section, blocks: [...section.blocks, { kind: 'gap' } satisfies Block, ...notes(paper, source)] } : section)),
  }
}

/** What a file says of itself where no reader sees it. */
const propertiesOf = ({ number, kind, edition, year, archiveHash }: Source): Record<string, string> => ({
  ReportNumber: number.text, ReportKind: kind, ReportEdition: edition, ReportYear: String(year), ReportSource: archiveHash === null ? 'register' : 'archive',
  ...(archiveHash === null ? {} : { ArchiveHash: archiveHash }),
})

/** The same for the figures of a workbook, which print archive and head by themselves. */
export function figuresWithSource(figures: AnnualReport, source: Source): AnnualReport {
  const { number, edition, settings } = source
  const t = translator(figures.locale)
  const head = number.head_number === null || number.head_hash === null || number.head === null ? {} : { logHead: { number: number.head_number, hash: number.head_hash, token: number.head } }
  return { ...figures, ...head, file: { note: t('note.number', { ns: 'reportKinds', number: number.text, edition: t(`edition.${edition}`, { ns: 'reportKinds' }) }), properties: propertiesOf(source), watermark: watermarkOf(settings, edition) } }
}

function notes({ locale }: Paper, { number, edition, year, archiveHash, readOn }: Source): Block[] {
  const t = translator(locale)
  const lines = [
    t('note.number', { ns: 'reportKinds', number: number.text, edition: t(`edition.${edition}`, { ns: 'reportKinds' }) }),
    archiveHash === null ? t('note.register', { ns: 'reportKinds', year, day: textsFor(locale).date(readOn) }) : t('note.archive', { ns: 'reportKinds', year, hash: archiveHash }),
    ...(number.head_hash === null ? [] : [t('note.head', { ns: 'reportKinds', number: number.head_number ?? 0, hash: number.head_hash })]),
  ]
  return lines.map((text, index): Block => ({ kind: 'small', text, fine: true, withNext: index < lines.length - 1 }))
}
