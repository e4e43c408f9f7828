import { type Scale, severityOf } from '../scales.ts'
import type { GradingDirection } from '../states.ts'

/**
 * Which way a decision moves a grade, from the computed or previous one to the final one.
 *
 * @throws RangeError where a grade is not of the scale
 */
export function decideDirection(scale: Scale, from: string, to: string): GradingDirection {
  const difference = severityOf(scale, to) - severityOf(scale, from)
  if (difference === 0) return 'same'
  return difference > 0 ? 'raised' : 'lowered'
}

/** Whoever moves a grade by hand says why, in either direction. */
export function needsReason(direction: GradingDirection): boolean {
  return direction !== 'same'
}

/** Raising is free; lowering also takes a higher approver, so that no weak point is talked down quietly. */
export function needsApprover(direction: GradingDirection): boolean {
  return direction === 'lowered'
}
