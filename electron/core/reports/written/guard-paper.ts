import { translator } from '#shared/locales/translator.ts'
import { isShown, markOf } from '#shared/model/report-editions.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { Core } from '../../core.ts'
import type { AnnualReport } from '../annual-report-model.ts'
import { namesToStrike } from '../names/names-to-strike.ts'
import { nameStriker } from '../names/strike-names.ts'
import { mapTexts } from '../paper/map-texts.ts'
import type { Paper } from '../paper/paper.ts'
import { liveCore } from './source.ts'

/**
 * The last look at a paper before it becomes a file, whatever kind wrote it: a text that bears a secrecy mark the edition
 * does not carry gives way to the stated wording, and where the edition names nobody the names of people that the
 * register knows are struck out wherever they stand within a text.
 */
export function guardPaper(paper: Paper, guarding: Guarding): Paper {
  return mapTexts(paper, guardFor(paper.locale, guarding))
}

export interface Guarding { readonly edition: ReportEdition; readonly names: readonly string[] }

/** What is to be kept out of the papers of an edition: names known today and, of a frozen year, those known then. */
export async function guardingFor(source: Core, edition: ReportEdition): Promise<Guarding> {
  if (isShown('person', edition)) return { edition, names: [] }
  const live = liveCore(source)
  return { edition, names: [...new Set([...await namesToStrike(live.database.read), ...source === live ? [] : await namesToStrike(source.database.read)])] }
}

/** The same for the figures of a workbook: codes and dates bear no marks and no names, so every text may go through it. */
export function guardFigures(figures: AnnualReport, guarding: Guarding): AnnualReport {
  const guard = guardFor(figures.locale, guarding)
  return { ...figures, riskList: textsIn(figures.riskList, guard), powerCatalogue: textsIn(figures.powerCatalogue, guard), adjustments: textsIn(figures.adjustments, guard) }
}

const textsIn = <Row extends object>(rows: readonly Row[], guard: (text: string) => string): Row[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]: [string, unknown]) => [field, Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? guard(one) : one as unknown)) : typeof value === 'string' ? guard(value) : value])) as Row)

/** The same for a single text, such as the name of a file. */
export function guardFor(locale: Locale, { edition, names }: Guarding): (text: string) => string {
  const withheld = translator(locale)('withheld', { ns: 'reportKinds' })
  const strike = nameStriker(names)
  return (text) => strike(withoutMarked(text, edition, withheld))
}

/** Line by line: in a cell of many measures the one that bears the mark is withheld and the others stay. */
function withoutMarked(text: string, edition: ReportEdition, withheld: string): string {
  const hidden = (part: string): boolean => {
    const mark = markOf(part)
    return mark !== undefined && !isShown(mark, edition)
  }
  return hidden(text) ? text.split('\n').map((line) => (hidden(line) ? line.replace(/^(\d+(?:-\d+)?[.．、]\s*)?.*$/u, `$1${withheld}`) : line)).join('\n') : text
}
