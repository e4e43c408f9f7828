import type { z } from 'zod'
import type { Factors, gradingPreviewSchema } from '#shared/contract/grading.ts'
import { grade } from '#shared/model/grading/grade.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { factColumns, factsOf } from './facts.ts'
import { methodInForce, usableMethod } from './methods.ts'

type GradingPreview = z.infer<typeof gradingPreviewSchema>

/** What one point would be graded by a version, or by the one in force. Changes nothing. */
export async function previewGrading(db: ReadableDatabase, { riskPointId, factors, versionId }: { riskPointId: string; factors: Factors; versionId?: string | undefined }): Promise<GradingPreview> {
  const { definition, scale } = versionId === undefined ? await methodInForce(db) : await usableMethod(db, versionId)
  const row = await db.selectFrom('risk_point').innerJoin('power', 'power.id', 'risk_point.power_id').select(factColumns).where('risk_point.id', '=', riskPointId).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing')
  const graded = grade(definition, scale, factors, factsOf(row))
  if (!graded.ok) return { computedGrade: null, score: null, overrides: [], finalGrade: null, missing: [...graded.missing], invalid: [...graded.invalid] }
  return { computedGrade: graded.computed, score: graded.score ?? null, overrides: [...graded.overrides], finalGrade: graded.final, missing: [], invalid: [] }
}
