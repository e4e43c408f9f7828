import { z } from 'zod'
import { decisionActions, entryKinds, reExaminationCauses, reopenKinds } from '#shared/model/review/decisions.ts'
import { entryStates } from '#shared/model/review/entry-states.ts'
import { ladderSchema } from '#shared/model/review/ladder.ts'
import { workingRoles } from '#shared/model/roles.ts'
import { gradingDirections } from '#shared/model/states.ts'
import { factorsSchema } from './grading.ts'
import { codesSchema, dateSchema, idSchema, pageSchema, textSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'
import { riskFilterSchema } from './risks.ts'

/** Entries by name with the revision that was seen, or a whole list without those taken out. */
const selectionSchema = z.union([
  z.object({ items: z.array(z.object({ id: idSchema, revision: z.number().int().optional() })).min(1).max(5000) }),
  z.object({ filter: riskFilterSchema, except: z.array(idSchema).max(5000), seenAt: z.iso.datetime() }),
])

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]))

/** What an order came to; the sentence of a reason lives in the locales under `errors.<code>`. */
export const outcomeSchema = z.object({
  done: z.number().int(),
  left: z.number().int(),
  reasons: z.array(z.object({ id: idSchema, number: z.number().int(), code: z.string(), params: paramsSchema })),
})
export type ReviewOutcome = z.infer<typeof outcomeSchema>

const evidenceSchema = z.array(idSchema).max(50).default([])

/** One level beside the others: who proposed which grade, from what, and why. */
export const levelSchema = z.object({
  id: idSchema,
  cycle: z.number().int(),
  action: z.enum(decisionActions),
  fromState: z.enum(entryStates),
  toState: z.enum(entryStates),
  role: z.string(),
  methodVersionId: z.string().nullable(),
  factors: factorsSchema.nullable(),
  score: z.number().nullable(),
  computedGrade: z.string().nullable(),
  overrides: z.array(z.string()),
  grade: z.string().nullable(),
  direction: z.enum(gradingDirections),
  reason: z.string(),
  evidence: z.array(z.string()),
  checklist: z.array(z.string()),
  /** Whether what was looked at then is kept. */
  hasSnapshot: z.boolean(),
  person: z.string(),
  decidedAt: z.string(),
})
export type Level = z.infer<typeof levelSchema>

const materialChangeSchema = z.object({ record: z.enum(['risk-point', 'power', 'control-measure']), field: z.string(), before: z.unknown(), after: z.unknown() })

export const deskSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  revision: z.number().int(),
  entryState: z.enum(entryStates),
  entryKind: z.enum(entryKinds),
  cycle: z.number().int(),
  since: z.string().nullable(),
  dueOn: z.string().nullable(),
  grade: z.string().nullable(),
  determinedGrade: z.string().nullable(),
  /** The step waited for; null while nobody is asked. */
  step: z.object({ kind: z.string(), roles: z.array(z.enum(workingRoles)), checklist: z.array(z.object({ code: z.string(), labels: z.object({ 'zh-CN': z.string(), en: z.string() }) })), agreement: z.boolean() }).nullable(),
  /** Whether the caller may take it, and what stands in his way. */
  verdict: z.object({ may: z.boolean(), role: z.string().nullable(), why: z.string().nullable() }),
  levels: z.array(levelSchema),
  reExaminations: z.array(z.object({ id: idSchema, cause: z.enum(reExaminationCauses), changes: z.array(materialChangeSchema), openedAt: z.string(), openedBy: z.string(), settledAt: z.string().nullable(), settledHow: z.string().nullable() })),
  comments: z.array(z.object({ id: idSchema, text: z.string(), person: z.string(), writtenAt: z.string() })),
  similar: z.array(z.object({ id: idSchema, number: z.number().int(), departmentName: z.string().nullable(), powerName: z.string(), manifestation: z.string(), grade: z.string().nullable(), percent: z.number().int() })),
  /** How it stood in the last frozen year; null where it was not there yet. */
  lastYear: z.object({ year: z.number().int(), grade: z.string().nullable(), manifestation: z.string(), measures: z.number().int() }).nullable(),
})
export type Desk = z.infer<typeof deskSchema>

export const sampleSchema = z.object({
  id: idSchema, number: z.number().int(), seed: z.string(), gradeCodes: z.array(z.string()), departmentIds: z.array(z.string()), size: z.number().int(), population: z.number().int(),
  drawnBy: z.string(), drawnAt: z.string(), judged: z.number().int(), faulty: z.number().int(),
})
export type Sample = z.infer<typeof sampleSchema>

export const calendarDaySchema = z.object({ day: dateSchema, kind: z.enum(['off', 'worked']), name: z.string().trim().max(100) })

export const review = {
  /** What waits for the caller: the states his roles take, the departments they reach, and how many entries there are by state and grade. */
  mine: procedure('register.read').output(z.object({
    states: z.array(z.enum(entryStates)),
    /** null: every department. */
    departmentIds: z.array(z.string()).nullable(),
    counts: z.array(z.object({ entryState: z.enum(entryStates), gradeCode: z.string(), points: z.number().int() })),
    overdue: z.number().int(),
    toReExamine: z.number().int(),
    lowered: z.number().int(),
    roles: z.array(z.enum(workingRoles)),
    /** Entries for which one of these roles is asked in place of a lower one. */
    asked: z.number().int(),
  })),
  desk: procedure('register.read').input(z.object({ id: idSchema })).output(deskSchema),
  /** What was looked at at one decision, whole. */
  snapshot: procedure('register.read').input(z.object({ decisionId: idSchema })).output(z.object({ riskPoint: z.record(z.string(), z.unknown()), power: z.record(z.string(), z.unknown()), measures: z.array(z.record(z.string(), z.unknown())) })),
  submit: procedure('entry.submit', 'asks').input(z.object({ selection: selectionSchema, reason: textSchema.default(''), evidence: evidenceSchema })).output(longWork(outcomeSchema)),
  recall: procedure('entry.recall', 'asks').input(z.object({ selection: selectionSchema })).output(longWork(outcomeSchema)),
  take: procedure('entry.decide', 'asks').input(z.object({ selection: selectionSchema })).output(longWork(outcomeSchema)),
  decide: procedure('entry.decide', 'asks')
    .input(z.object({
      selection: selectionSchema,
      decision: z.enum(['pass', 'return']),
      /** In place of the grade that stands. */
      grade: z.object({ factors: factorsSchema.optional(), finalGrade: z.string().max(100).optional() }).optional(),
      reason: textSchema.default(''),
      evidence: evidenceSchema,
      checklist: codesSchema.default([]),
    }))
    .output(longWork(outcomeSchema)),
  reopen: procedure('entry.reopen', 'asks').input(z.object({ selection: selectionSchema, kind: z.enum(reopenKinds), reason: textSchema })).output(longWork(outcomeSchema)),
  /** Says that entries in force stand as they are though something under them changed. */
  keep: procedure('entry.reopen', 'asks').input(z.object({ selection: selectionSchema, reason: textSchema })).output(longWork(outcomeSchema)),
  comment: procedure('entry.comment', 'risk-point').input(z.object({ id: idSchema, text: z.string().trim().min(1).max(5000) })).output(z.object({ id: idSchema })),
  /** Every lowering that was decided, newest first. */
  lowerings: procedure('register.read').input(pageSchema.extend({ from: dateSchema.optional(), to: dateSchema.optional() })).output(z.object({
    total: z.number().int(), offset: z.number().int(),
    rows: z.array(z.object({ id: idSchema, riskPointId: idSchema, number: z.number().int(), departmentName: z.string().nullable(), powerName: z.string(), manifestation: z.string(), before: z.string().nullable(), grade: z.string(), reason: z.string(), evidence: z.array(z.string()), person: z.string(), role: z.string(), decidedAt: z.string(), entryState: z.enum(entryStates) })),
  })),
  ladder: procedure('terms.read').output(z.object({ ladder: ladderSchema, versions: z.array(z.object({ number: z.number().int(), note: z.string(), createdAt: z.string(), createdBy: z.string() })) })),
  saveLadder: procedure('rules.edit').input(z.object({ ladder: ladderSchema, note: textSchema.default('') })).output(z.object({ number: z.number().int() })),
  calendar: procedure('terms.read').output(z.array(calendarDaySchema)),
  saveCalendar: procedure('rules.edit').input(z.object({ year: z.number().int().min(1990).max(2200), days: z.array(calendarDaySchema).max(366) })).output(z.object({ year: z.number().int() })),
  /** Draws points for a spot check: the same seed draws the same points from the same register. */
  drawSample: procedure('review.sample')
    .input(z.object({ seed: z.string().trim().min(1).max(100), size: z.number().int().min(1).max(1000), gradeCodes: codesSchema.default([]), departmentIds: codesSchema.default([]) }))
    .output(sampleSchema),
  samples: procedure('review.sample').output(z.array(sampleSchema)),
  samplePoints: procedure('review.sample').input(z.object({ id: idSchema })).output(z.array(z.object({ position: z.number().int(), riskPointId: idSchema, number: z.number().int(), departmentName: z.string().nullable(), powerName: z.string(), manifestation: z.string(), grade: z.string().nullable(), verdict: z.enum(['sound', 'faulty']).nullable(), note: z.string() }))),
  judgeSample: procedure('review.sample').input(z.object({ id: idSchema, position: z.number().int(), verdict: z.enum(['sound', 'faulty']).nullable(), note: textSchema.default('') })).output(z.object({ judged: z.number().int() })),
}
