import { z } from 'zod'

import { codeSchema, labelsSchema } from '../labels.ts'
import {
  choiceFactorSchema,
  criterionSchema,
  type Factor,
  optionFactorSchema,
  rangeFactorSchema,
  scoredFactorSchema,
} from './factors.ts'
import { overrideRuleSchema } from './overrides.ts'

const common = {
  code: codeSchema,
  labels: labelsSchema,
  /** Code of the scale whose grades the method gives. */
  scale: codeSchema,
  overrides: z.array(overrideRuleSchema).max(50),
}

const score = z.number().min(-1e15).max(1e15)

/**
 * Bands of a score, the heaviest grade first. A score belongs to the first band whose `atLeast` it reaches;
 * the bound itself belongs to the band.
 */
const thresholdsSchema = z.array(z.strictObject({ atLeast: score, grade: codeSchema })).min(1).max(20)

/** The grade is picked from a described list. */
const choiceSchema = z.strictObject({ kind: z.literal('choice'), ...common, factor: choiceFactorSchema })

/** The factors are multiplied (D = L × C). */
const productSchema = z.strictObject({
  kind: z.literal('product'),
  ...common,
  factors: z.array(scoredFactorSchema).min(1).max(10),
  thresholds: thresholdsSchema,
})

/** The grade stands in a table: `cells[row][column]`, in the order of the two factors' options. */
const matrixSchema = z.strictObject({
  kind: z.literal('matrix'),
  ...common,
  rows: optionFactorSchema,
  columns: optionFactorSchema,
  cells: z.array(z.array(codeSchema).max(50)).max(50),
})

/** The factors are added up by weights in percent, which total 100. */
const weightedSchema = z.strictObject({
  kind: z.literal('weighted'),
  ...common,
  factors: z.array(z.strictObject({ weight: z.number().positive().max(100), factor: scoredFactorSchema })).min(1).max(20),
  thresholds: thresholdsSchema,
})

/** What a count method counts: criteria answered yes, or a number that is entered (risk kinds at a post). */
const countedSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('criteria'), criteria: z.array(criterionSchema).min(1).max(50) }),
  z.strictObject({ of: z.literal('number'), factor: rangeFactorSchema }),
])

const countSchema = z.strictObject({
  kind: z.literal('count'),
  ...common,
  counted: countedSchema,
  thresholds: thresholdsSchema,
})

/**
 * A grading method, all of it data. The schema guards its form; whether it is sound against its scale
 * (no gaps, known grades, weights that total 100) is what `checkDefinition` answers.
 */
export const methodDefinitionSchema = z.discriminatedUnion('kind', [
  choiceSchema,
  productSchema,
  matrixSchema,
  weightedSchema,
  countSchema,
])

export type MethodDefinition = z.infer<typeof methodDefinitionSchema>
export type MethodKind = MethodDefinition['kind']
export type DefinitionOf<Kind extends MethodKind> = Extract<MethodDefinition, { kind: Kind }>
export type Threshold = z.infer<typeof thresholdsSchema>[number]

/** Methods that turn the factors into a number and grade it by thresholds. */
export type ScoringDefinition = DefinitionOf<'product' | 'weighted' | 'count'>

export function isScoring(definition: MethodDefinition): definition is ScoringDefinition {
  return 'thresholds' in definition
}

/** Everything the method asks for, in the order in which it is asked. */
export function factorsOf(definition: MethodDefinition): readonly Factor[] {
  switch (definition.kind) {
    case 'choice':
      return [definition.factor]
    case 'product':
      return definition.factors
    case 'matrix':
      return [definition.rows, definition.columns]
    case 'weighted':
      return definition.factors.map(({ factor }) => factor)
    case 'count':
      return definition.counted.of === 'criteria' ? definition.counted.criteria : [definition.counted.factor]
  }
}
