import type { Factors } from '#shared/contract/grading.ts'
import { factorsOf } from '#shared/model/grading/definition.ts'
import type { Factor, FactorValue } from '#shared/model/grading/factors.ts'
import { decideDirection } from '#shared/model/grading/direction.ts'
import { grade } from '#shared/model/grading/grade.ts'
import type { Facts } from '#shared/model/grading/overrides.ts'
import { STATED_GRADE } from '#shared/model/grading/stated-method.ts'
import { levelOf, severityOf } from '#shared/model/scales.ts'
import type { Scale } from '#shared/model/scales.ts'
import { foldText, keyOf } from '#shared/model/text-key.ts'
import type { UsableMethod } from '../../grading/methods.ts'
import type { GradeFacts } from '../facts/facts.ts'
import type { Words } from '../facts/words.ts'
import type { PlannedGrading, PointDraft, StandingGrade } from './records.ts'

export interface GradeQuestion {
  readonly facts: GradeFacts
  readonly point: PointDraft | undefined
  /** What override rules ask about. */
  readonly power: Facts
  readonly methods: readonly UsableMethod[]
  readonly words: Words
  /** File, sheet and row: the reason on record where a form gives none. */
  readonly source: string
}

export type GradeAnswer =
  | { readonly kind: 'keep'; readonly note?: string }
  | { readonly kind: 'grade'; readonly grading: PlannedGrading; readonly note?: string }
  | { readonly kind: 'refused'; readonly code: string; readonly params: Record<string, string> }

/**
 * What becomes of a grade a row gives. The same grade changes nothing. A grade that only forms have given so far gives
 * way to the new one, so that an office can put its form right. A grade that a person gave, or that was accepted at some
 * time, may be raised but not lowered: that needs a reason and an approver, which no form brings. What is under review
 * or in force changes its grade by review alone. Whatever differs from what stands takes the file and row for its reason.
 */
export function decideGrade(question: GradeQuestion): GradeAnswer {
  const { facts, words, source } = question
  const byFactors = facts.factors.size === 0 ? undefined : gradedByFactors(question)
  const note = facts.factors.size > 0 && byFactors === undefined ? { note: 'factors.not-kept' } : {}
  const proposed = byFactors ?? (facts.stated === undefined ? undefined : stated(words.scale, facts.stated))
  if (proposed === undefined || standsAlready(question, proposed)) return { kind: 'keep', ...note }
  if (proposed.direction === 'lowered') return { kind: 'refused', code: 'grade.below-computed', params: gradeParams(words, proposed.computedGrade, proposed.finalGrade) }
  return againstStanding({ ...proposed, reason: facts.reason === '' ? proposed.direction === 'same' ? '' : source : facts.reason }, { question, note })
}

/** What counts is the grade in the register, not what an earlier row of the same file would make of it. */
function againstStanding(proposed: PlannedGrading, { question, note }: { question: GradeQuestion; note: { note?: string } }): GradeAnswer {
  const { point, words, source } = question
  const standing = point?.standingGrade
  if (standing === undefined) return { kind: 'grade', grading: proposed, ...note }
  if (standing.settled) return { kind: 'refused', code: 'grade.under-review', params: gradeParams(words, standing.code, proposed.finalGrade) }
  const stood = rankOf(words.scale, standing)
  if (standing.firm && proposed.finalRank < stood) return { kind: 'refused', code: 'grade.lowering-refused', params: gradeParams(words, standing.code, proposed.finalGrade) }
  const direction = standing.firm && proposed.finalRank > stood ? 'raised' : proposed.direction
  const reason = proposed.reason === '' && proposed.finalRank !== stood ? source : proposed.reason
  return { kind: 'grade', grading: { ...proposed, direction, reason }, ...note }
}

/** The same grade changes nothing, whoever lowered or raised it before, unless it is now known how it comes about. */
function standsAlready({ point }: GradeQuestion, proposed: PlannedGrading): boolean {
  const standing = standingOf(point)
  return standing !== undefined && standing.code === proposed.finalGrade && !addsFactors(standing, proposed)
}

const gradeParams = ({ grade: word }: Words, from: string, to: string): Record<string, string> => ({ from: word.label(from), to: word.label(to) })

/** The grade a point has at this moment of the import. */
export function standingOf(point: PointDraft | undefined): StandingGrade | undefined {
  if (point?.grading === undefined) return point?.standingGrade
  const { finalGrade, finalRank, factors } = point.grading
  return { code: finalGrade, rank: finalRank, stage: 'declared', likelihood: numberOf(factors['likelihood']), consequence: numberOf(factors['consequence']), firm: point.standingGrade?.firm ?? false, settled: point.standingGrade?.settled ?? false }
}

const numberOf = (value: FactorValue | undefined): number | null => (typeof value === 'number' ? value : null)

/** A grade of another scale is compared by the severity it was given with. */
const rankOf = (scale: Scale, standing: StandingGrade): number => levelOf(scale, standing.code)?.severityRank ?? standing.rank

/** The grade is the same, but now it is known how it comes about. */
function addsFactors(standing: StandingGrade, { factors }: PlannedGrading): boolean {
  const [likelihood, consequence] = [numberOf(factors['likelihood']), numberOf(factors['consequence'])]
  if (standing.stage === 'accepted' || (likelihood === null && consequence === null)) return false
  return likelihood !== standing.likelihood || consequence !== standing.consequence
}

function stated(scale: Scale, code: string): PlannedGrading {
  return {
    methodVersionId: undefined, factors: { [STATED_GRADE]: code }, score: null, computedGrade: code, overrides: [], finalGrade: code,
    finalRank: severityOf(scale, code), direction: 'same', reason: '',
  }
}

/** By the first method whose factors the row fills; a grade stated beside them may be heavier. */
function gradedByFactors({ facts, power, methods, words }: GradeQuestion): PlannedGrading | undefined {
  for (const { definition, scale, versionId } of methods) {
    if (scale.code !== words.scale.code) continue
    const factors = factorValues(factorsOf(definition), facts.factors, words)
    const graded = grade(definition, scale, factors, power)
    if (!graded.ok) continue
    const final = facts.stated ?? graded.final
    return {
      methodVersionId: versionId, factors, score: graded.score ?? null, computedGrade: graded.computed, overrides: graded.overrides, finalGrade: final,
      finalRank: severityOf(scale, final), direction: decideDirection(scale, graded.final, final), reason: '',
    }
  }
  return undefined
}

function factorValues(factors: readonly Factor[], cells: ReadonlyMap<string, string>, words: Words): Factors {
  return Object.fromEntries(factors.flatMap((factor) => {
    const value = factorValue(factor, cellFor(factor, cells), words)
    return value === undefined ? [] : [[factor.code, value]]
  }))
}

function cellFor({ code, labels }: Factor, cells: ReadonlyMap<string, string>): string {
  const names = new Set([code, labels['zh-CN'], labels.en].map((name) => keyOf(name)))
  return [...cells].find(([name]) => names.has(keyOf(name)))?.[1] ?? ''
}

function factorValue(factor: Factor, text: string, { yesNo }: Words): FactorValue | undefined {
  const folded = foldText(text)
  if (folded === '') return undefined
  if (factor.kind === 'criterion') return yesNo.read(folded) === undefined ? undefined : yesNo.read(folded) === 'yes'
  if (factor.kind === 'range') return numeral(folded)
  const option = factor.options.find(({ value, labels }) => value === numeral(folded) || [value, labels['zh-CN'], labels.en].some((word) => keyOf(String(word)) === keyOf(folded)))
  return option?.value
}

const numeral = (text: string): number | undefined => (/^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined)
