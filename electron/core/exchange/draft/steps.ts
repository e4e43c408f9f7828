import { keyOf } from '#shared/model/text-key.ts'
import type { StepValue } from './records.ts'

/** The order in which steps of these names follow each other by custom. */
const customary = [['受理', '审查', '决定', '办结'], ['立案', '调查', '决定', '执行']]

/**
 * Where a new step goes: before the first step that by custom comes later, otherwise last, so that steps named in order
 * of appearance keep it.
 */
export function insertStep(steps: readonly StepValue[], step: StepValue): StepValue[] {
  const before = steps.findIndex((standing) => comesBefore(step.name, standing.name))
  return before < 0 ? [...steps, step] : steps.toSpliced(before, 0, step)
}

function comesBefore(name: string, other: string): boolean {
  return customary.some((order) => {
    const [place, otherPlace] = [order.indexOf(keyOf(name)), order.indexOf(keyOf(other))]
    return place >= 0 && place < otherPlace
  })
}
