import { z } from 'zod'
import type { Locale } from '../labels.ts'
import { codeSchema, labelsSchema } from '../labels.ts'
import { indicatorCodes } from './indicators.ts'

/** Who scores, in the order in which they do. */
export const raters = ['self', 'office', 'lead'] as const
export type Rater = (typeof raters)[number]

/** Points, in hundredths at the finest. */
export const pointsSchema = z.number().min(0).max(1000).refine((points) => Math.abs(points * 100 - Math.round(points * 100)) < 1e-6)

/** Text of an office. English may be missing; it is then read in Chinese. */
export const textsSchema = z.strictObject({ 'zh-CN': z.string().trim().min(1).max(2000), en: z.string().trim().max(2000) })
export type Texts = z.infer<typeof textsSchema>
export const textIn = (texts: Texts, locale: Locale): string => (locale === 'en' && texts.en !== '' ? texts.en : texts['zh-CN'])

/**
 * How a figure becomes points. share: the part that counts; deduction: so much off for each record that does not count,
 * down to a floor; yes-no: all points where at least so many per cent count, else none.
 */
export const formulaSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share') }),
  z.strictObject({ kind: z.literal('deduction'), perCase: pointsSchema, floor: pointsSchema }),
  z.strictObject({ kind: z.literal('yes-no'), atLeast: z.number().int().min(1).max(100) }),
])
export type Formula = z.infer<typeof formulaSchema>
export const formulaKinds = ['share', 'deduction', 'yes-no'] as const satisfies readonly Formula['kind'][]

export const computedSchema = z.strictObject({
  indicator: z.enum(indicatorCodes),
  formula: formulaSchema,
  /** What a department gets that has nothing to be counted. */
  nothing: z.enum(['full', 'zero']),
})
export type Computed = z.infer<typeof computedSchema>

export const itemSchema = z.strictObject({
  /** Stays the same from version to version: by it years are compared. */
  code: codeSchema,
  text: textsSchema,
  rule: textsSchema,
  points: pointsSchema,
  /** Absent where people score it. */
  computed: computedSchema.optional(),
})
export type Item = z.infer<typeof itemSchema>

export const groupSchema = z.strictObject({ code: codeSchema, name: textsSchema, items: z.array(itemSchema).max(60) })
export type Group = z.infer<typeof groupSchema>

export const vetoEffectSchema = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('zero') }), z.strictObject({ kind: z.literal('no-better-than'), band: codeSchema })])
export const vetoSchema = z.strictObject({
  code: codeSchema,
  text: textsSchema,
  /** It fires by itself where at least so many records of the figure do not count. */
  computed: z.strictObject({ indicator: z.enum(indicatorCodes), cases: z.number().int().min(1).max(1000) }).optional(),
  effect: vetoEffectSchema,
})
export type Veto = z.infer<typeof vetoSchema>

export const bandSchema = z.strictObject({
  code: codeSchema,
  labels: labelsSchema,
  from: pointsSchema,
  /** 1 is the best: score alone does not say which of two names is better. */
  rank: z.number().int().min(1).max(20),
  /** At most so many items at zero; absent: as many as there are. */
  zeroItems: z.number().int().min(0).max(100).optional(),
})
export type Band = z.infer<typeof bandSchema>

/** What is assessed and how, as one version of a template. All of it is data. */
export const templateSchema = z.strictObject({
  total: pointsSchema,
  /** Per cent. */
  weights: z.strictObject({ self: z.number().int().min(0).max(100), office: z.number().int().min(0).max(100), lead: z.number().int().min(0).max(100) }),
  groups: z.array(groupSchema).max(40),
  bonus: z.strictObject({ ceiling: pointsSchema, items: z.array(itemSchema).max(40) }),
  vetoes: z.array(vetoSchema).max(20),
  bands: z.array(bandSchema).max(20),
})
export type Template = z.infer<typeof templateSchema>

/** All items in the order of the form, the bonus last. */
export const itemsOf = ({ groups, bonus }: Template): Item[] => [...groups.flatMap(({ items }) => items), ...bonus.items]

/** Those who are asked for a score at all. */
export const ratersOf = ({ weights }: Pick<Template, 'weights'>): Rater[] => raters.filter((rater) => weights[rater] > 0)

/** Indicators a template asks the register for, each once. */
export function indicatorsOf(template: Template) {
  return indicatorCodes.filter((code) => [...itemsOf(template), ...template.vetoes].some(({ computed }) => computed?.indicator === code))
}
