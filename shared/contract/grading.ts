import { z } from 'zod'
import { methodDefinitionSchema } from '#shared/model/grading/definition.ts'
import { gradingDirections, gradingSources, gradingStages } from '#shared/model/states.ts'
import { idSchema, idsSchema, textSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'

/** Values of a method's factors by factor code. */
export const factorsSchema = z.record(z.string().max(100), z.union([z.number(), z.string().max(2000), z.boolean()]))
export type Factors = z.infer<typeof factorsSchema>

export const gradingRecordSchema = z.object({
  id: idSchema,
  riskPointId: idSchema,
  methodCode: z.string(),
  methodLabels: z.object({ 'zh-CN': z.string(), en: z.string() }),
  methodVersion: z.number().int(),
  methodVersionId: idSchema,
  stage: z.enum(gradingStages),
  factors: factorsSchema,
  score: z.number().nullable(),
  computedGrade: z.string(),
  overrides: z.array(z.string()),
  finalGrade: z.string(),
  direction: z.enum(gradingDirections),
  approver: z.string().nullable(),
  reason: z.string(),
  source: z.enum(gradingSources),
  gradedBy: z.string(),
  gradedAt: z.string(),
})
export type GradingRecord = z.infer<typeof gradingRecordSchema>

export const methodVersionSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  definition: methodDefinitionSchema,
  note: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  inForce: z.boolean(),
  /** Gradings that were made by this version. */
  uses: z.number().int(),
})
export type MethodVersion = z.infer<typeof methodVersionSchema>

export const methodSchema = z.object({
  id: idSchema,
  code: z.string(),
  labels: z.object({ 'zh-CN': z.string(), en: z.string() }),
  /** Newest first. */
  versions: z.array(methodVersionSchema),
})
export type Method = z.infer<typeof methodSchema>

/** What a grading would come to, before anybody decides. */
export const gradingPreviewSchema = z.object({
  computedGrade: z.string().nullable(),
  score: z.number().nullable(),
  overrides: z.array(z.string()),
  finalGrade: z.string().nullable(),
  missing: z.array(z.string()),
  invalid: z.array(z.string()),
})

export const methodPreviewSchema = z.object({
  /** Points that can be graded by the proposed definition from the factors they hold. */
  graded: z.number().int(),
  /** Points whose factors do not fit the proposed definition; they would keep their grade. */
  notGraded: z.number().int(),
  changed: z.number().int(),
  raised: z.number().int(),
  lowered: z.number().int(),
  /** Moves by grade, e.g. high → medium: 12. '' stands for not graded yet. */
  moves: z.array(z.object({ from: z.string(), to: z.string(), points: z.number().int() })),
  /** The first points that would change. */
  examples: z.array(z.object({ id: idSchema, number: z.number().int(), powerName: z.string(), manifestation: z.string(), from: z.string(), to: z.string() })),
})

export const grading = {
  methods: procedure('register.read').output(z.object({ methods: z.array(methodSchema), inForceVersionId: z.string() })),
  /** Creates a method with its first version. */
  createMethod: procedure('rules.edit')
    .input(z.object({ code: z.string().regex(/^[a-z0-9-]{1,60}$/), labels: z.object({ 'zh-CN': z.string().min(1).max(100), en: z.string().min(1).max(100) }), definition: methodDefinitionSchema, note: textSchema.default('') }))
    .output(z.object({ methodId: idSchema, versionId: idSchema })),
  /** Adds a version; the ones before stay as they are. Refused with `method.faulty` when the definition does not hold together. */
  saveVersion: procedure('rules.edit')
    .input(z.object({ methodId: idSchema, definition: methodDefinitionSchema, note: textSchema.default('') }))
    .output(z.object({ versionId: idSchema, version: z.number().int() })),
  putInForce: procedure('rules.edit').input(z.object({ versionId: idSchema })).output(z.object({ versionId: idSchema })),
  /** How many of today's points would change grade under a definition. */
  previewMethod: procedure('register.read').input(z.object({ definition: methodDefinitionSchema })).output(longWork(methodPreviewSchema)),
  /** What one point would be graded, by the version in force or the one named. */
  preview: procedure('register.read')
    .input(z.object({ riskPointId: idSchema, factors: factorsSchema, versionId: idSchema.optional() }))
    .output(gradingPreviewSchema),
  /**
   * Grades points by the version in force. `finalGrade` departs from the computed grade by hand: raising needs a
   * reason, lowering (below the computed grade, or below the grade that stood) a reason and an approver.
   */
  grade: procedure('entry.grade', 'risk-point')
    .input(z.object({
      items: z.array(z.object({
        riskPointId: idSchema,
        /** The revision that was looked at. */
        revision: z.number().int(),
        factors: factorsSchema,
        finalGrade: z.string().max(100).optional(),
      })).min(1).max(5000),
      reason: textSchema.default(''),
      approver: z.string().trim().max(200).optional(),
    }))
    .output(z.object({ graded: z.number().int() })),
  /** Accepts the declared grade of points as the organisation's. Points without a grade or with an open question are left out and counted. */
  accept: procedure('entry.take-over', 'asks')
    .input(z.object({ ids: idsSchema.optional(), all: z.literal(true).optional(), reason: textSchema.default('') }))
    .output(longWork(z.object({ accepted: z.number().int(), alreadyAccepted: z.number().int(), ungraded: z.number().int(), toConfirm: z.number().int(), inReview: z.number().int() }))),
}
