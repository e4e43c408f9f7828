import { type Scale, severityOf } from '../scales.ts'
import { type AttainableScores, attainableScores, attainsBetween, lowestScore } from './attainable-scores.ts'
import type { ScoringDefinition, Threshold } from './definition.ts'
import { type Problem, problem } from './problem.ts'

type Band = Threshold & { readonly index: number; readonly above: Threshold | undefined }

function checkOrder({ index, atLeast, above }: Band): Problem[] {
  return above !== undefined && atLeast >= above.atLeast ? [problem('threshold-order', ['thresholds', index])] : []
}

function checkSeverity({ index, grade, above }: Band, scale: Scale): Problem[] {
  if (above === undefined || severityOf(scale, grade) <= severityOf(scale, above.grade)) return []
  return [problem('threshold-severity', ['thresholds', index])]
}

function checkReach({ index, grade, atLeast, above }: Band, scores: AttainableScores): Problem[] {
  if (attainsBetween(scores, atLeast, above?.atLeast ?? Infinity)) return []
  return [problem('threshold-unreachable', ['thresholds', index], { grade })]
}

function checkGap(thresholds: readonly Threshold[], scores: AttainableScores): Problem[] {
  const lowest = lowestScore(scores)
  const atLeast = thresholds.at(-1)?.atLeast ?? Infinity
  return lowest < atLeast ? [problem('threshold-gap', ['thresholds', thresholds.length - 1], { lowest, atLeast })] : []
}

/** Whether the bands fall in order and severity, leave no score ungraded and can all be reached. */
export function checkThresholds(definition: ScoringDefinition, scale: Scale): Problem[] {
  const bands = definition.thresholds.map((threshold, index) => ({ ...threshold, index, above: definition.thresholds[index - 1] }))
  const order = [...bands.flatMap(checkOrder), ...bands.flatMap((band) => checkSeverity(band, scale))]
  if (order.length > 0) return order
  const scores = attainableScores(definition)
  return [...checkGap(definition.thresholds, scores), ...bands.flatMap((band) => checkReach(band, scores))]
}
