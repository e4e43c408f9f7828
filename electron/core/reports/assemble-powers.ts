import type { LabelledCount } from '#shared/model/report-figures.ts'
import { translator } from '#shared/locales/translator.ts'
import type { RegisterSnapshot, SnapshotPower } from '../archive/snapshot.ts'
import type { PowerFigures, PowerRow } from './annual-report-model.ts'
import type { SnapshotWords } from './assemble-words.ts'

export interface PowerParts {
  readonly figures: Omit<PowerFigures, 'total' | 'withoutRiskPoints'>
  readonly catalogue: readonly PowerRow[]
  /** Names by id, for the lists of points. */
  readonly names: ReadonlyMap<string, string>
}

/** The power catalogue with its figures, by department and number. */
export async function assemblePowers(snapshot: RegisterSnapshot, words: SnapshotWords): Promise<PowerParts> {
  const powers: SnapshotPower[] = []
  for await (const chunk of snapshot.rows('power')) powers.push(...chunk)
  const ordered = powers.toSorted((a, b) => words.departmentOrder(a.departmentId) - words.departmentOrder(b.departmentId) || a.number - b.number)
  const withDiscretion = powers.filter((power) => power.discretion === 'yes')
  return {
    figures: {
      byType: counted(powers, { key: (power) => power.typeCode, order: words.powerTypeOrder, label: words.powerType }),
      byDepartment: counted(powers, { key: (power) => power.departmentId, order: words.departmentOrder, label: words.department }),
      withDiscretion: withDiscretion.length,
      withBenchmark: withDiscretion.filter((power) => (power.benchmarkNo ?? '').trim() !== '').length,
    },
    catalogue: ordered.map((power) => toRow(power, words)),
    names: new Map(powers.map((power) => [power.id, power.name])),
  }
}

interface Counting {
  readonly key: (power: SnapshotPower) => string | null
  readonly order: (key: string | null) => number
  readonly label: (key: string | null) => string
}

function counted(powers: readonly SnapshotPower[], { key, order, label }: Counting): LabelledCount[] {
  const groups = Map.groupBy(powers, key)
  return [...groups].toSorted(([a], [b]) => order(a) - order(b)).map(([code, rows]) => ({ label: label(code), count: rows.length }))
}

/** 20, 20个工作日, 20 working days: a number of working days. Anything else (15日, 即办) is none and stays text. */
const workingDays = /^\s*(\d{1,4})\s*(?:个?工作日|(?:working|business) days?)?\s*$/iu

/** How many working days a term is; undefined where it is told in another way. */
export function workingDaysOf(limit: string): number | undefined {
  const days = workingDays.exec(limit)?.[1]
  return days === undefined ? undefined : Number(days)
}

/** The report's column holds working days only; a term of another kind goes into the remarks, so that nothing is lost. */
function limitOf(limit: string | null, inWords: (limit: string) => string): { days: number | null; note: string } {
  const text = (limit ?? '').trim()
  const days = workingDaysOf(text)
  return days === undefined ? { days: null, note: text === '' ? '' : inWords(text) } : { days, note: '' }
}

function toRow(power: SnapshotPower, words: SnapshotWords): PowerRow {
  const t = translator(words.locale)
  const statutory = limitOf(power.statutoryLimit, (limit) => t('note.statutory-limit', { ns: 'reports', limit }))
  const promised = limitOf(power.promisedLimit, (limit) => t('note.promised-limit', { ns: 'reports', limit }))
  const notes = [power.remarks ?? '', statutory.note, promised.note]
  return {
    code: power.code ?? '',
    type: words.powerType(power.typeCode),
    name: power.name,
    subItem: power.subItem,
    legalBasis: power.legalBases.join('\n'),
    holder: power.exercisedBy ?? '',
    department: words.department(power.departmentId),
    post: words.post(power.postId),
    statutoryDays: statutory.days,
    promisedDays: promised.days,
    charge: power.feeBasis ?? '',
    publicity: power.publicity ?? '',
    discretion: power.discretion === 'unknown' ? '' : t(`discretion.${power.discretion}`, { ns: 'states' }),
    note: notes.filter((note) => note !== '').join('\n'),
  }
}
