import { z } from 'zod'

import { codeSchema, labelsSchema } from '../labels.ts'

const yesNoFacts = ['discretionWithoutBenchmark', 'pastCase', 'threeMajors'] as const

/** A condition over what the register knows of a risk point and its power. */
export const conditionSchema = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('powerType'), in: z.array(codeSchema).min(1) }),
  z.strictObject({ fact: z.enum(yesNoFacts), is: z.boolean() }),
])

export type Condition = z.infer<typeof conditionSchema>

/** What override rules are asked about. A fact that is not known is left out, and no rule fires on it. */
export type Facts = {
  /** Code of the power's type, from the editable vocabulary. */
  readonly powerType?: string | undefined
  /** The power leaves discretion and no discretion benchmark is on record. */
  readonly discretionWithoutBenchmark?: boolean | undefined
  /** A case has already happened here. */
  readonly pastCase?: boolean | undefined
  /** The power belongs to 三重一大: major decisions, appointments, projects, large sums. */
  readonly threeMajors?: boolean | undefined
}

/** A rule that forces at least a grade. It only ever raises. */
export const overrideRuleSchema = z.strictObject({
  code: codeSchema,
  labels: labelsSchema,
  when: conditionSchema,
  atLeast: codeSchema,
  /** A rule may be kept in the method without being in use. */
  enabled: z.boolean(),
})

export type OverrideRule = z.infer<typeof overrideRuleSchema>

function holds(condition: Condition, facts: Facts): boolean {
  if (condition.fact !== 'powerType') return facts[condition.fact] === condition.is
  return facts.powerType !== undefined && condition.in.includes(facts.powerType)
}

/** The rules in use whose condition holds, whether or not they raise the computed grade. */
export function firedOverrides(rules: readonly OverrideRule[], facts: Facts): OverrideRule[] {
  return rules.filter((rule) => rule.enabled && holds(rule.when, facts))
}
