/** A number beside the word it counts: a power type, a department, a warning level. */
export interface LabelledCount {
  readonly label: string
  readonly count: number
}

/** Risk points of one department or category, by grade in the order of the scale (heaviest first). */
export interface GradeRow {
  readonly label: string
  readonly byGrade: readonly number[]
  readonly ungraded: number
  /** Counted by itself, so that it can disagree with its parts. */
  readonly total: number
}

export const discrepancyCodes = [
  'not-a-count',
  'powers-by-type',
  'powers-by-department',
  'powers-discretion',
  'powers-benchmark',
  'powers-without-points',
  'powers-annex',
  'powers-annex-type',
  'powers-annex-department',
  'points-by-grade',
  'points-to-confirm',
  'points-category-row',
  'points-category-grade',
  'points-department-row',
  'points-department-grade',
  'points-matrix',
  'points-measures',
  'points-annex',
  'points-annex-grade',
  'points-annex-category',
  'points-annex-department',
  'points-annex-measures',
  'comparison-this-year',
  'comparison-last-year',
  'changes',
  'changes-annex',
  'measures-total',
  'measures-due',
  'warnings-by-level',
  'warnings-closed',
] as const

/** Of lists, forms and drawings: their rows against the totals the register keeps. */
export const rowDiscrepancyCodes = [
  'rows-total',
  'rows-grade',
  'rows-category',
  'rows-department',
  'rows-type',
  'rows-step',
  'rows-kind',
  'rows-measures',
  'rows-decisions',
  'decisions-chain',
  'list-entries',
] as const
export type DiscrepancyCode = (typeof discrepancyCodes)[number] | (typeof rowDiscrepancyCodes)[number]

/** One total that its parts do not add up to. */
export interface Discrepancy {
  readonly code: DiscrepancyCode
  /** The row or column concerned, in the words of the report; empty where the code says it all. */
  readonly label: string
  readonly stated: number
  readonly counted: number
}

/** The sum of whole numbers. */
export function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Nothing when `stated` equals `counted`, otherwise the one discrepancy between them. */
export function mustEqual(code: DiscrepancyCode, label: string, { stated, counted }: { stated: number; counted: number }): Discrepancy[] {
  return stated === counted ? [] : [{ code, label, stated, counted }]
}

/** Nothing when `counted` is within `stated`, otherwise the one discrepancy: a part is never larger than its whole. */
export function mustNotExceed(code: DiscrepancyCode, label: string, { stated, counted }: { stated: number; counted: number }): Discrepancy[] {
  return counted <= stated ? [] : [{ code, label, stated, counted }]
}

/** How often each label occurs; equal labels of different records count together. */
export function tally(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}

/** Compares a table of stated counts with what was counted label by label, in both directions. */
export function mustMatchTally(code: DiscrepancyCode, stated: readonly LabelledCount[], counted: ReadonlyMap<string, number>): Discrepancy[] {
  const sums = new Map<string, number>()
  for (const { label, count } of stated) sums.set(label, (sums.get(label) ?? 0) + count)
  const labels = new Set([...sums.keys(), ...counted.keys()])
  return [...labels].flatMap((label) => mustEqual(code, label, { stated: sums.get(label) ?? 0, counted: counted.get(label) ?? 0 }))
}

/**
 * Shares of a whole in tenths of a percent, rounded so that they add up to 100.0 % (largest remainder), as a printed
 * column of shares must. All zero when there is nothing to share.
 */
export function sharesInTenths(counts: readonly number[]): number[] {
  const total = sumOf(counts)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map((count) => (count * 1000) / total)
  const shares = exact.map(Math.floor)
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of byRemainder.slice(0, 1000 - sumOf(shares))) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

/** Part of whole in tenths of a percent, rounded half up; undefined when the whole is nothing, since no rate exists then. */
export function rateInTenths(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part * 1000) / whole)
}

/** '87.5%' from 875. */
export function percentText(tenths: number): string {
  return `${(tenths / 10).toFixed(1)}%`
}
