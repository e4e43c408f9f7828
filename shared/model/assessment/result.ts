import type { Band, Rater, Template, Veto } from './definition.ts'
import { itemsOf } from './definition.ts'
import type { Figure, IndicatorCode } from './indicators.ts'
import type { Hundredths } from './scores.ts'
import { hundredthsOf, weightedScore } from './scores.ts'

/** By the code of the item, what each rater gave. */
export type ScoresByItem = ReadonlyMap<string, Readonly<Partial<Record<Rater, Hundredths>>>>

export interface Result {
  /** By the code of the item. */
  readonly items: ReadonlyMap<string, Hundredths>
  readonly base: Hundredths
  /** After the ceiling. */
  readonly bonus: Hundredths
  /** Base and bonus; nothing where a veto sets it to zero. */
  readonly total: Hundredths
  readonly zeroItems: number
  readonly band: Band
}

/** The band of a score: the best whose floor is reached and whose condition holds. */
function bandOf({ bands }: Template, total: Hundredths, zeroItems: number): Band {
  const best = bands.toSorted((a, b) => a.rank - b.rank).find((band) => total >= hundredthsOf(band.from) && (band.zeroItems === undefined || zeroItems <= band.zeroItems))
  if (best === undefined) throw new RangeError('the bands of the template leave a gap')
  return best
}

/** The worse of a band and those that vetoes allow at best. */
function lowered(band: Band, { bands }: Template, vetoes: readonly Veto[]): Band {
  const limits = vetoes.flatMap(({ effect }) => (effect.kind === 'no-better-than' ? bands.filter(({ code }) => code === effect.band) : []))
  return limits.reduce((worst, limit) => (limit.rank > worst.rank ? limit : worst), band)
}

/**
 * What a department comes to; undefined while a score is missing. A bonus item nobody scored gives nothing. A veto
 * never raises: it sets the total to zero or holds the band down.
 */
export function resultOf(template: Template, scores: ScoresByItem, fired: ReadonlySet<string>): Result | undefined {
  const bonusCodes = new Set(template.bonus.items.map(({ code }) => code))
  const items = new Map<string, Hundredths>()
  for (const { code } of itemsOf(template)) {
    const score = weightedScore(scores.get(code) ?? {}, template) ?? (bonusCodes.has(code) ? 0 : undefined)
    if (score === undefined) return undefined
    items.set(code, score)
  }
  const sum = (of: boolean): Hundredths => [...items].reduce((total, [code, score]) => (bonusCodes.has(code) === of ? total + score : total), 0)
  const [base, bonus] = [sum(false), Math.min(sum(true), hundredthsOf(template.bonus.ceiling))]
  const vetoes = template.vetoes.filter(({ code }) => fired.has(code))
  const total = vetoes.some(({ effect }) => effect.kind === 'zero') ? 0 : base + bonus
  const zeroItems = [...items].filter(([code, score]) => score === 0 && !bonusCodes.has(code)).length
  return { items, base, bonus, total, zeroItems, band: lowered(bandOf(template, total, zeroItems), template, vetoes) }
}

/** Vetoes the register itself fires. */
export const firedByFigures = ({ vetoes }: Template, figures: ReadonlyMap<IndicatorCode, Figure>): string[] =>
  vetoes.filter(({ computed }) => {
    const figure = computed === undefined ? undefined : figures.get(computed.indicator)
    return figure !== undefined && computed !== undefined && figure.all - figure.counts >= computed.cases
  }).map(({ code }) => code)

export interface Ranked { readonly bandRank: number; readonly total: Hundredths }

/**
 * Places by band, then by score: whom a veto or an item at zero holds down does not stand before a better band. Equal
 * ones share a place, and the next place counts them all.
 */
export function placesOf<T extends Ranked>(results: readonly T[]): { readonly of: T; readonly place: number }[] {
  const better = (a: Ranked, b: Ranked): number => a.bandRank - b.bandRank || b.total - a.total
  const sorted = results.toSorted(better)
  return sorted.map((of) => ({ of, place: sorted.findIndex((other) => better(other, of) === 0) + 1 }))
}
