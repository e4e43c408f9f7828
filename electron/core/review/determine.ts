import { decideDirection } from '#shared/model/grading/direction.ts'
import type { EntryState } from '#shared/model/review/entry-states.ts'
import { heaviestOf } from '#shared/model/review/way.ts'
import type { GradingDirection } from '#shared/model/states.ts'
import type { Change } from '../database/database.ts'
import type { RowChange } from '../database/schema.ts'
import { usableMethod } from '../grading/methods.ts'
import { recordGrading } from '../grading/record-grading.ts'
import { withdrawRecords } from '../records/change-state.ts'
import { riskKind } from '../risks/risk-kind.ts'
import type { Entry, Level } from './entries.ts'

export interface Determined { readonly to: EntryState; readonly entry: RowChange<'risk_point'> }

/** Cancelling was judged like a grade, so the record may go though it had been determined. */
const cancelledKind = { ...riskKind, mayBecome: async () => undefined }

/**
 * The organisation stands by a level: the grade is entered as determined, or the point is cancelled where that was
 * what was asked for.
 */
export async function determine(change: Change, { entry, level, reason, next }: { entry: Entry; level: Level; reason: string; next: EntryState }): Promise<Determined> {
  if (entry.entry_kind === 'cancel') {
    await withdrawRecords(change, cancelledKind, [entry.id])
    return { to: 'cancelled', entry: {} }
  }
  await recordGrading(change, {
    riskPointId: entry.id, stage: 'accepted', methodVersionId: level.methodVersionId, factors: level.factors, score: level.score, computedGrade: level.computedGrade,
    overrides: level.overrides, finalGrade: level.grade, finalRank: level.rank, direction: await byHand(change, level), approver: change.actor.name, reason, source: 'person',
  })
  return { to: next, entry: { determined_grade: level.grade, determined_rank: level.rank } }
}

/** Where a level departs from what its method gave, the overrides that held included. */
async function byHand(change: Change, level: Level): Promise<GradingDirection> {
  const { definition, scale } = await usableMethod(change.db, level.methodVersionId)
  const forced = definition.overrides.filter(({ code }) => level.overrides.includes(code)).map(({ atLeast }) => atLeast)
  const severities = new Map(scale.levels.map(({ code, severityRank }) => [code, severityRank]))
  return decideDirection(scale, heaviestOf([level.computedGrade, ...forced], severities), level.grade)
}
