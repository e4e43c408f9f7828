import { z } from 'zod'
import { factorsSchema } from '#shared/contract/grading.ts'

export const decisionModes = ['pass', 'return', 'raise', 'lower', 'score'] as const
export type DecisionMode = (typeof decisionModes)[number]

/** What somebody has typed and ticked for one entry, with the state of the entry he had before him. */
export const decisionDraftSchema = z.object({
  revision: z.number(),
  /** Number of the entry's last trace that was seen. */
  seen: z.number(),
  mode: z.enum(decisionModes),
  reason: z.string(),
  grade: z.string().nullable(),
  ticks: z.array(z.string()),
  evidence: z.array(z.string()),
  /** Scored anew, with the grade above worked out from them. */
  factors: factorsSchema.nullable().default(null),
  /** Whether that grade is lighter than the one that stands. */
  lowers: z.boolean().default(false),
}).nullable()
export type DecisionDraft = z.infer<typeof decisionDraftSchema>
export type Typed = Pick<NonNullable<DecisionDraft>, 'mode' | 'reason' | 'grade' | 'ticks' | 'evidence' | 'factors' | 'lowers'>

export const nothingTyped: Typed = { mode: 'pass', reason: '', grade: null, ticks: [], evidence: [], factors: null, lowers: false }

/** What keeps a decision from being taken, in the order in which it is to be mended. */
export type Missing = 'ticks' | 'grade' | 'factors' | 'reason' | 'evidence'

export function missingFor(typed: Typed, checklist: readonly string[]): Missing | undefined {
  const { mode, reason, grade, ticks, evidence, lowers } = typed
  if (mode !== 'return' && checklist.some((code) => !ticks.includes(code))) return 'ticks'
  if (mode !== 'pass' && mode !== 'return' && grade === null) return mode === 'score' ? 'factors' : 'grade'
  if (mode !== 'pass' && reason.trim() === '') return 'reason'
  return (mode === 'lower' || (mode === 'score' && lowers)) && evidence.length === 0 ? 'evidence' : undefined
}

/** The decision as core is asked for it. */
export function decisionOf({ mode, reason, grade, ticks, evidence, factors }: Typed, checklist: readonly string[]) {
  const moved = mode === 'score' && factors !== null ? { grade: { factors } } : (mode === 'raise' || mode === 'lower') && grade !== null ? { grade: { finalGrade: grade } } : {}
  return {
    decision: mode === 'return' ? 'return' as const : 'pass' as const, reason: reason.trim(), evidence: [...evidence],
    checklist: ticks.filter((code) => checklist.includes(code)), ...moved,
  }
}

interface Graded { readonly code: string; readonly severityRank: number }

/** Grades a decision may move to, the nearest first. `grades`: heaviest first. */
export function gradesFor(mode: DecisionMode, standing: string | null, grades: readonly Graded[]): string[] {
  const from = grades.find(({ code }) => code === standing)?.severityRank
  if (from === undefined || (mode !== 'raise' && mode !== 'lower')) return []
  const heavier = grades.filter(({ severityRank }) => severityRank > from).toReversed()
  const lighter = grades.filter(({ severityRank }) => severityRank < from)
  return (mode === 'raise' ? heavier : lighter).map(({ code }) => code)
}
