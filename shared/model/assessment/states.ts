import type { Rater, Template } from './definition.ts'
import { raters } from './definition.ts'

/** How far a campaign has come. */
export const campaignStates = ['scoring', 'published', 'closed', 'dropped'] as const
export type CampaignState = (typeof campaignStates)[number]

/** What the figures of a campaign were taken from. Results are published from a frozen year only. */
export const campaignBases = ['frozen', 'provisional'] as const
export type CampaignBasis = (typeof campaignBases)[number]

/** Whose turn it is with a department; 'scored' when everybody who is asked has scored. */
export const departmentSteps = [...raters, 'scored'] as const
export type DepartmentStep = (typeof departmentSteps)[number]

/** The first turn of a template, and the one after each; who has no weight is passed over. */
export const firstStep = (template: Pick<Template, 'weights'>): DepartmentStep => raters.find((rater) => template.weights[rater] > 0) ?? 'scored'
export function stepAfter(template: Pick<Template, 'weights'>, step: Rater): DepartmentStep {
  return raters.slice(raters.indexOf(step) + 1).find((rater) => template.weights[rater] > 0) ?? 'scored'
}
export function stepBefore(template: Pick<Template, 'weights'>, step: Rater): Rater | undefined {
  return raters.slice(0, raters.indexOf(step)).findLast((rater) => template.weights[rater] > 0)
}

export const answerOutcomes = ['kept', 'corrected'] as const
export type AnswerOutcome = (typeof answerOutcomes)[number]

/** How a score came about. */
export const scoreKinds = ['scored', 'corrected'] as const
export type ScoreKind = (typeof scoreKinds)[number]
