import { z } from 'zod'

import { codeSchema, labelsSchema } from '../labels.ts'

/** Bounded so that the product of all factors stays an exact, finite number. */
const factorValue = z.number().min(-1_000_000).max(1_000_000)

const factorName = { code: codeSchema, labels: labelsSchema }

/** A factor scored by picking one of a few described values, such as likelihood 10/6/3/1. */
export const optionFactorSchema = z.strictObject({
  kind: z.literal('options'),
  ...factorName,
  options: z.array(z.strictObject({ value: factorValue, labels: labelsSchema })).min(1).max(50),
})

/** A factor scored with any number from `min` to `max`, both included; only whole numbers where `whole`. */
export const rangeFactorSchema = z.strictObject({
  kind: z.literal('range'),
  ...factorName,
  min: factorValue,
  max: factorValue,
  whole: z.boolean(),
})

/** A described list from which the grade itself is picked. */
export const choiceFactorSchema = z.strictObject({
  kind: z.literal('choice'),
  ...factorName,
  options: z.array(z.strictObject({ value: codeSchema, grade: codeSchema, labels: labelsSchema })).min(1).max(100),
})

/** A question answered yes (true) or no (false). */
export const criterionSchema = z.strictObject({ kind: z.literal('criterion'), ...factorName })

export const scoredFactorSchema = z.discriminatedUnion('kind', [optionFactorSchema, rangeFactorSchema])

export type OptionFactor = z.infer<typeof optionFactorSchema>
export type RangeFactor = z.infer<typeof rangeFactorSchema>
export type ChoiceFactor = z.infer<typeof choiceFactorSchema>
export type Criterion = z.infer<typeof criterionSchema>
export type ScoredFactor = OptionFactor | RangeFactor
export type Factor = ScoredFactor | ChoiceFactor | Criterion

export type FactorValue = number | string | boolean
export type FactorValues = Readonly<Record<string, FactorValue>>

/** The value given for a factor, undefined where none was. Inherited names such as `constructor` are no values. */
export function valueOf(factor: Factor, values: FactorValues): FactorValue | undefined {
  return Object.hasOwn(values, factor.code) ? values[factor.code] : undefined
}

function inRange(factor: RangeFactor, value: FactorValue): boolean {
  if (typeof value !== 'number') return false
  // NaN is neither above nor below anything, so it is never in range.
  return value >= factor.min && value <= factor.max && (!factor.whole || Number.isInteger(value))
}

/** Whether a value is one the factor offers: an option's value, a number in range, or yes and no. */
export function acceptsValue(factor: Factor, value: FactorValue): boolean {
  switch (factor.kind) {
    case 'criterion':
      return typeof value === 'boolean'
    case 'range':
      return inRange(factor, value)
    case 'options':
    case 'choice':
      return factor.options.some((option) => option.value === value)
  }
}
