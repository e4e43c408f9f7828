import { z } from 'zod'

export const decisionModes = ['pass', 'return', 'raise', 'lower'] as const
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
}).nullable()
export type DecisionDraft = z.infer<typeof decisionDraftSchema>
export type Typed = Pick<NonNullable<DecisionDraft>, 'mode' | 'reason' | 'grade' | 'ticks' | 'evidence'>

export const nothingTyped: Typed = { mode: 'pass', reason: '', grade: null, ticks: [], evidence: [] }

/** What keeps a decision from being taken, in the order in which it is to be mended. */
export type Missing = 'ticks' | 'grade' | 'reason' | 'evidence'

export function missingFor(typed: Typed, checklist: readonly string[]): Missing | undefined {
  const { mode, reason, grade, ticks, evidence } = typed
  if (mode !== 'return' && checklist.some((code) => !ticks.includes(code))) return 'ticks'
  if ((mode === 'raise' || mode === 'lower') && grade === null) return 'grade'
  if (mode !== 'pass' && reason.trim() === '') return 'reason'
  return mode === 'lower' && evidence.length === 0 ? 'evidence' : undefined
}

/** The decision as core is asked for it. */
export function decisionOf({ mode, reason, grade, ticks, evidence }: Typed, checklist: readonly string[]) {
  const moves = (mode === 'raise' || mode === 'lower') && grade !== null
  return {
    decision: mode === 'return' ? 'return' as const : 'pass' as const, reason: reason.trim(), evidence: [...evidence],
    checklist: ticks.filter((code) => checklist.includes(code)), ...(moves ? { grade: { finalGrade: grade } } : {}),
  }
}

interface Graded { readonly code: string; readonly severityRank: number }

/** Grades a decision may move to, the nearest first. `grades`: heaviest first. */
export function gradesFor(mode: DecisionMode, standing: string | null, grades: readonly Graded[]): string[] {
  const from = grades.find(({ code }) => code === standing)?.severityRank
  if (from === undefined || mode === 'pass' || mode === 'return') return []
  const heavier = grades.filter(({ severityRank }) => severityRank > from).toReversed()
  const lighter = grades.filter(({ severityRank }) => severityRank < from)
  return (mode === 'raise' ? heavier : lighter).map(({ code }) => code)
}
