import type { Factors } from '#shared/contract/grading.ts'
import { grade } from '#shared/model/grading/grade.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { levelOf } from '#shared/model/scales.ts'
import type { GradingDirection } from '#shared/model/states.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { factColumns, factsOf } from '../grading/facts.ts'
import { methodInForce, usableMethod } from '../grading/methods.ts'
import type { Entry, Level } from './entries.ts'

/** What somebody who judges puts in place of the grade before him: other factors, another grade, or both. */
export interface Proposal { readonly factors?: Factors | undefined; readonly finalGrade?: string | undefined }

/**
 * The level a proposal comes to. Factors are graded by the method in force; a grade alone departs from the level that
 * stands and keeps its factors.
 * @throws Refusal `grading.factors-missing`, `grading.factors-invalid`, `grading.unknown-grade`
 */
export async function proposedLevel(db: ReadableDatabase, { entry, standing, proposal }: { entry: Entry; standing: Level; proposal: Proposal }): Promise<Level> {
  const method = proposal.factors === undefined ? await usableMethod(db, standing.methodVersionId) : await methodInForce(db)
  const worked = proposal.factors === undefined ? standing : await regraded(db, { entry, factors: proposal.factors, method })
  const code = proposal.finalGrade ?? worked.grade
  const level = levelOf(method.scale, code)
  if (level === undefined) throw new Refusal('grading.unknown-grade', { grade: code }, 'finalGrade')
  return { ...worked, grade: code, rank: level.severityRank }
}

async function regraded(db: ReadableDatabase, { entry, factors, method }: { entry: Entry; factors: Factors; method: Awaited<ReturnType<typeof methodInForce>> }): Promise<Level> {
  const row = await db.selectFrom('risk_point').innerJoin('power', 'power.id', 'risk_point.power_id').select(factColumns).where('risk_point.id', '=', entry.id).executeTakeFirstOrThrow()
  const graded = grade(method.definition, method.scale, factors, factsOf(row))
  if (!graded.ok) {
    const missing = graded.missing.length > 0
    throw new Refusal(missing ? 'grading.factors-missing' : 'grading.factors-invalid', { number: entry.number, factors: (missing ? graded.missing : graded.invalid).join(', ') }, 'factors')
  }
  return { methodVersionId: method.versionId, factors, score: graded.score ?? null, computedGrade: graded.computed, overrides: graded.overrides, grade: graded.final, rank: levelOf(method.scale, graded.final)?.severityRank ?? 0 }
}

/** Where one level departs from the one before it. */
export function directionBetween(before: number, after: number): GradingDirection {
  if (before === after) return 'same'
  return after > before ? 'raised' : 'lowered'
}

