import type { MeasureFrequency } from '../controls.ts'
import type { MeasureProgress, MeasureTerm } from '../states.ts'
import { dueDay, periodsUntil } from './rhythm.ts'

/** What of a measure an execution bears upon. Days are local calendar dates. */
export interface ExecutedMeasure {
  readonly term: MeasureTerm
  readonly frequency: MeasureFrequency | null
  readonly rhythmFrom: string | null
  readonly dueOn: string | null
  readonly progress: MeasureProgress
}

export interface Execution { readonly doneOn: string; readonly hasEvidence: boolean }

export interface Executed {
  /** The due day the execution is for; null where the measure has none. */
  readonly dueFor: string | null
  /** The day the measure is due from now on. */
  readonly dueOn: string | null
  /** Periods that passed without an execution. */
  readonly missed: number
  readonly progress: MeasureProgress
}

/**
 * What an execution makes of a measure.
 *
 * - A dated measure that does not recur is done by an execution with at least one piece of evidence; without evidence it
 *   is merely under way.
 * - A recurring one is due again on the next day of its rhythm. Done early it counts for the day it is due; done late it
 *   counts for the last due day that has passed, earlier ones are missed, and the rhythm stays as it was. A second
 *   execution within a period, or one recorded after later ones, moves nothing.
 * - Any other measure is under way from its first execution on; it is never done by one.
 * - A measure that is done stays so.
 */
export function afterExecution(measure: ExecutedMeasure, execution: Execution): Executed {
  const { term, frequency, dueOn, progress } = measure
  if (frequency !== null && dueOn !== null) return { ...nextInRhythm({ ...measure, frequency, dueOn }, execution), progress: underWay(progress) }
  const done = progress === 'done' || (term === 'dated' && execution.hasEvidence)
  return { dueFor: dueOn, dueOn, missed: 0, progress: done ? 'done' : underWay(progress) }
}

const underWay = (progress: MeasureProgress): MeasureProgress => (progress === 'planned' ? 'in-force' : progress)

function nextInRhythm({ frequency, rhythmFrom, dueOn, progress }: ExecutedMeasure & { frequency: MeasureFrequency; dueOn: string }, { doneOn }: Execution): Omit<Executed, 'progress'> {
  const rhythm = { from: rhythmFrom ?? dueOn, frequency }
  const [due, passed] = [periodsUntil(rhythm, dueOn), periodsUntil(rhythm, doneOn)]
  if (progress === 'done' || doneOn <= dueDay(rhythm, due - 1)) return { dueFor: dueDay(rhythm, dueDay(rhythm, passed) === doneOn ? passed : passed + 1), dueOn, missed: 0 }
  const counted = Math.max(due, passed)
  return { dueFor: dueDay(rhythm, counted), dueOn: dueDay(rhythm, counted + 1), missed: counted - due }
}
