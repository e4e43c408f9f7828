import type { EntryState } from '#shared/model/review/entry-states.ts'
import { pendingStates } from '#shared/model/review/entry-states.ts'

interface Count { readonly entryState: EntryState; readonly gradeCode: string; readonly points: number }

export interface Figures {
  readonly mine: number
  readonly all: number
  /** Of what waits for the caller, in the order of the way; only states with entries. */
  readonly byState: readonly { readonly state: EntryState; readonly points: number }[]
  /** By grade code. */
  readonly byGrade: ReadonlyMap<string, number>
}

/** What waits for somebody, in figures. Who is never asked to judge gets the figures of all that is under review. */
export function figuresOf({ states, counts }: { readonly states: readonly EntryState[]; readonly counts: readonly Count[] }): Figures {
  const pending = counts.filter(({ entryState }) => pendingStates.some((state) => state === entryState))
  const mine = states.length === 0 ? pending : pending.filter(({ entryState }) => states.includes(entryState))
  const byGrade = new Map<string, number>()
  for (const { gradeCode, points } of mine) byGrade.set(gradeCode, (byGrade.get(gradeCode) ?? 0) + points)
  return {
    mine: sum(mine), all: sum(pending), byGrade,
    byState: pendingStates.map((state) => ({ state, points: sum(mine.filter(({ entryState }) => entryState === state)) })).filter(({ points }) => points > 0),
  }
}

const sum = (counts: readonly { readonly points: number }[]): number => counts.reduce((total, { points }) => total + points, 0)
