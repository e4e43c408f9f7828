import { z } from 'zod'
import { bandSchema, computedSchema, pointsSchema, raters, templateSchema, textsSchema, vetoEffectSchema } from '#shared/model/assessment/definition.ts'
import { indicatorCodes } from '#shared/model/assessment/indicators.ts'
import { answerOutcomes, campaignBases, campaignStates, departmentSteps, scoreKinds } from '#shared/model/assessment/states.ts'
import { scoringBars, scoringVerdicts } from '#shared/model/assessment/who-scores.ts'
import { labelsSchema } from '#shared/model/labels.ts'
import { dateSchema, idSchema, listOf, pageSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'

const yearSchema = z.number().int().min(1990).max(2200)
const reasonSchema = z.string().trim().max(2000)
const raterSchema = z.enum(raters)
const perRater = <T extends z.ZodType>(of: T) => z.object({ self: of, office: of, lead: of })

export const templateSummarySchema = z.object({
  id: idSchema, labels: labelsSchema, state: z.enum(['in-force', 'withdrawn']), versionId: idSchema, version: z.number().int(), note: z.string(), createdBy: z.string(), createdAt: z.string(),
  items: z.number().int(), computed: z.number().int(), total: z.number(), campaigns: z.number().int(),
})
export type TemplateSummary = z.infer<typeof templateSummarySchema>

export const storedTemplateSchema = templateSummarySchema.extend({
  definition: templateSchema,
  versions: z.array(z.object({ id: idSchema, version: z.number().int(), note: z.string(), createdBy: z.string(), createdAt: z.string(), campaigns: z.number().int() })),
})
export type StoredTemplate = z.infer<typeof storedTemplateSchema>

const datesSchema = z.object({ selfDueOn: dateSchema, officeDueOn: dateSchema, leadDueOn: dateSchema })

export const campaignSchema = datesSchema.extend({
  id: idSchema, number: z.number().int(), year: yearSchema, title: z.string(), templateId: idSchema, templateLabels: labelsSchema, version: z.number().int(), basis: z.enum(campaignBases), figuresOn: z.string(),
  archiveHash: z.string().nullable(), state: z.enum(campaignStates), objectUntil: z.string().nullable(), departments: z.number().int(), scored: z.number().int(), openObjections: z.number().int(),
  openedBy: z.string(), openedAt: z.string(), publishedBy: z.string().nullable(), publishedAt: z.string().nullable(), closedBy: z.string().nullable(), closedAt: z.string().nullable(), resultHash: z.string().nullable(),
  revision: z.number().int(),
})
export type Campaign = z.infer<typeof campaignSchema>

export const boardRowSchema = z.object({
  id: idSchema, departmentId: idSchema, name: z.string(), step: z.enum(departmentSteps), returned: z.string(),
  /** Items whose score is done, per rater. */
  done: perRater(z.number().int()), items: z.number().int(),
  total: z.number().nullable(), band: z.string().nullable(), openObjections: z.number().int(), objections: z.number().int(),
  /** It waits for the caller. */
  yours: z.boolean(),
})
export type BoardRow = z.infer<typeof boardRowSchema>

export const openCampaignSchema = campaignSchema.extend({
  today: z.string(), weights: templateSchema.shape.weights, total: z.number(), bands: z.array(bandSchema), board: z.array(boardRowSchema),
})
export type OpenCampaign = z.infer<typeof openCampaignSchema>

export const givenScoreSchema = z.object({
  number: z.number().int(), score: z.number(), reason: z.string(), kind: z.enum(scoreKinds), computed: z.number().nullable(), previous: z.number().nullable(), by: z.string(), at: z.string(), rater: raterSchema, objection: z.number().int().nullable(),
})
export type GivenScore = z.infer<typeof givenScoreSchema>

export const sheetItemSchema = z.object({
  id: idSchema, code: z.string(), text: textsSchema, rule: textsSchema, points: z.number(), bonus: z.boolean(),
  computed: computedSchema.extend({ score: z.number(), counts: z.number().int(), all: z.number().int() }).nullable(),
  given: perRater(givenScoreSchema.nullable()),
  /** What each rater still lacks; null where nothing is. */
  lacks: perRater(z.enum(['score', 'reason-deducted', 'reason-overridden', 'reason-bonus']).nullable()),
  final: z.number().nullable(), files: z.number().int(), openObjections: z.number().int(), changes: z.number().int(),
})
export type SheetItem = z.infer<typeof sheetItemSchema>

export const vetoStandingSchema = z.object({
  code: z.string(), text: textsSchema, effect: vetoEffectSchema, computed: z.object({ indicator: z.enum(indicatorCodes), cases: z.number().int(), found: z.number().int() }).nullable(),
  fires: z.boolean(), reason: z.string(), by: z.string().nullable(), at: z.string().nullable(),
})
export type VetoStanding = z.infer<typeof vetoStandingSchema>

export const sheetSchema = z.object({
  campaign: campaignSchema, weights: templateSchema.shape.weights, total: z.number(), ceiling: z.number(), bands: z.array(bandSchema),
  department: boardRowSchema.pick({ id: true, departmentId: true, name: true, step: true, returned: true }),
  groups: z.array(z.object({ code: z.string(), name: textsSchema, items: z.array(sheetItemSchema) })), bonus: z.array(sheetItemSchema), vetoes: z.array(vetoStandingSchema),
  sums: perRater(z.number()), result: z.object({ base: z.number(), bonus: z.number(), total: z.number(), band: z.string() }).nullable(),
  /** What the caller may do with each score. */
  scoring: perRater(z.enum(scoringVerdicts)),
  /** Names of those who may give the score it waits for. */
  asked: z.array(z.string()),
  /** How the sheet went from hand to hand, oldest first. */
  handOvers: z.array(z.object({ number: z.number().int(), action: z.enum(['hand-on', 'send-back']), from: z.enum(departmentSteps), to: z.enum(departmentSteps), reason: z.string(), by: z.string(), at: z.string() })),
})
export type Sheet = z.infer<typeof sheetSchema>

export const assessmentObjectionSchema = z.object({
  id: idSchema, number: z.number().int(), campaignItemId: idSchema, campaignDepartmentId: idSchema, departmentId: idSchema, departmentName: z.string(), itemText: textsSchema, points: z.number(),
  scores: perRater(z.number().nullable()), text: z.string(), raisedBy: z.string(), raisedAt: z.string(),
  /** What keeps the caller from answering, whatever his role. */
  bar: z.enum(['own-objection', ...scoringBars]).nullable(),
  answer: z.object({
    outcome: z.enum(answerOutcomes), text: z.string(), answeredBy: z.string(), answeredAt: z.string(),
    corrections: z.array(z.object({ rater: raterSchema, from: z.number().nullable(), to: z.number() })),
  }).nullable(),
})
export type AssessmentObjection = z.infer<typeof assessmentObjectionSchema>

const earlierSchema = z.object({ campaignId: idSchema, year: yearSchema, title: z.string() })

export const resultsSchema = z.object({
  /** Only a closed campaign's results never change any more. */
  final: z.boolean(), complete: z.boolean(), total: z.number(), bands: z.array(bandSchema), earlier: z.array(earlierSchema),
  groups: z.array(z.object({ code: z.string(), name: textsSchema, points: z.number() })),
  rows: z.array(z.object({
    campaignDepartmentId: idSchema, departmentId: idSchema, name: z.string(), place: z.number().int(), total: z.number(), base: z.number(), bonus: z.number(), band: z.string(), vetoes: z.array(textsSchema),
    groups: z.array(z.number()), earlier: z.array(z.object({ total: z.number(), band: labelsSchema }).nullable()),
  })),
})
export type Results = z.infer<typeof resultsSchema>

export const indicatorRowSchema = z.object({
  id: idSchema, number: z.number().int(), entity: z.enum(['power', 'risk-point', 'control-measure', 'post', 'adjustment-task', 'warning', 'rectification']), label: z.string(), about: z.string(), counts: z.boolean(),
})
export type IndicatorRow = z.infer<typeof indicatorRowSchema>

const idInput = z.object({ id: idSchema })
const savedCampaign = z.object({ id: idSchema, revision: z.number().int() })
const scoreInput = z.object({
  campaignItemId: idSchema, score: pointsSchema, reason: reasonSchema,
  /** The number of the score that was on the screen; null where there was none. */
  seen: z.number().int().nullable(),
})
const scored = z.object({ number: z.number().int().nullable() })
const returning = idInput.extend({ reason: reasonSchema.min(1) })
const stepSchema = z.object({ step: z.enum(departmentSteps) })
const labelled = z.object({ labels: labelsSchema, definition: templateSchema, note: z.string().trim().max(500).default('') })

export const assessment = {
  templates: procedure('register.read').output(z.array(templateSummarySchema)),
  template: procedure('register.read').input(z.object({ id: idSchema, versionId: idSchema.optional() })).output(storedTemplateSchema),
  /** Puts the templates that come with the program among the organisation's, as far as they are not there. */
  supplyTemplates: procedure('rules.edit').output(z.object({ added: z.number().int() })),
  createTemplate: procedure('rules.edit').input(labelled).output(idInput),
  /** A new version; `seen` is the version it was made from. */
  saveTemplate: procedure('rules.edit').input(labelled.extend({ id: idSchema, seen: z.number().int() })).output(z.object({ version: z.number().int() })),
  setTemplateState: procedure('rules.edit').input(z.object({ id: idSchema, state: z.enum(['in-force', 'withdrawn']) })).output(idInput),

  start: procedure('register.read').output(datesSchema.extend({ today: z.string(), objectUntil: z.string(), frozenYears: z.array(yearSchema) })),
  campaigns: procedure('register.read').output(z.array(campaignSchema)),
  campaign: procedure('register.read').input(idInput).output(openCampaignSchema),
  sheet: procedure('register.read').input(idInput).output(sheetSchema),
  /** Everything anybody ever gave for an item, oldest first. */
  trail: procedure('register.read').input(idInput).output(z.array(givenScoreSchema)),
  /** The records behind a figure, page by page. */
  indicatorRows: procedure('register.read').input(pageSchema.extend({ id: idSchema, indicator: z.enum(indicatorCodes), counts: z.boolean().optional() })).output(listOf(indicatorRowSchema)),
  objections: procedure('register.read').input(idInput).output(z.array(assessmentObjectionSchema)),
  results: procedure('register.read').input(idInput).output(resultsSchema),
  /** A department's items beside those of earlier closed campaigns. */
  compare: procedure('register.read').input(idInput).output(z.object({
    earlier: z.array(earlierSchema), items: z.array(z.object({ code: z.string(), text: textsSchema, points: z.number(), score: z.number().nullable(), earlier: z.array(z.object({ points: z.number(), score: z.number() }).nullable()) })),
  })),

  open: procedure('assessment.run').input(datesSchema.extend({
    year: yearSchema, templateId: idSchema, title: z.string().trim().min(1).max(200), basis: z.enum(campaignBases), departmentIds: z.array(idSchema).min(1).max(1000),
  })).output(longWork(idInput)),
  /** Takes the figures of a provisional campaign anew, from the frozen year where there is one by now. */
  recompute: procedure('assessment.run').input(savedCampaign).output(longWork(z.object({ basis: z.enum(campaignBases), changed: z.number().int() }))),
  saveDates: procedure('assessment.run').input(savedCampaign.extend(datesSchema.shape)).output(savedCampaign),
  drop: procedure('assessment.run').input(savedCampaign.extend({ reason: reasonSchema.min(1) })).output(savedCampaign),
  publish: procedure('assessment.run').input(savedCampaign.extend({ objectUntil: dateSchema })).output(savedCampaign),
  close: procedure('assessment.run').input(savedCampaign).output(z.object({ resultHash: z.string() })),

  scoreSelf: procedure('assessment.score-self', 'asks').input(scoreInput).output(scored),
  scoreOffice: procedure('assessment.score-office').input(scoreInput).output(scored),
  scoreLead: procedure('assessment.score-lead').input(scoreInput).output(scored),
  handInSelf: procedure('assessment.score-self', 'asks').input(idInput).output(stepSchema),
  handOnOffice: procedure('assessment.score-office').input(idInput).output(stepSchema),
  handOnLead: procedure('assessment.score-lead').input(idInput).output(stepSchema),
  /** Gives a department back to whoever scored before; the office also takes back one that is scored. */
  sendBackOffice: procedure('assessment.score-office').input(returning).output(stepSchema),
  sendBackLead: procedure('assessment.score-lead').input(returning).output(stepSchema),
  markVeto: procedure('assessment.score-office').input(z.object({ id: idSchema, veto: z.string().max(64), fires: z.boolean(), reason: reasonSchema.min(1) })).output(idInput),

  object: procedure('assessment.object', 'asks').input(z.object({ campaignItemId: idSchema, text: reasonSchema.min(1) })).output(idInput),
  answer: procedure('assessment.settle').input(z.object({
    objectionId: idSchema, outcome: z.enum(answerOutcomes), text: reasonSchema.min(1), corrections: z.array(z.object({ rater: raterSchema, score: pointsSchema })).max(raters.length).default([]),
  })).output(idInput),
}
