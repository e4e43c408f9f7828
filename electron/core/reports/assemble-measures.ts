import type { RegisterSnapshot, SnapshotMeasure } from '../archive/snapshot.ts'
import type { MeasureFigures } from './annual-report-model.ts'

export interface MeasureParts {
  readonly figures: Pick<MeasureFigures, 'due' | 'done' | 'overdue' | 'notYetDue' | 'longTerm' | 'undated'>
  /** Contents by id. */
  readonly contents: ReadonlyMap<string, string>
}

type Standing = 'done' | 'overdue' | 'notYetDue' | 'longTerm' | 'undated'

/** What is done is done, whatever its term was; a dated measure is overdue from the day after its last day. */
export function standingOf({ progress, term, dueOn }: Pick<SnapshotMeasure, 'progress' | 'term' | 'dueOn'>, day: string): Standing {
  if (progress === 'done') return 'done'
  if (term === 'long-term') return 'longTerm'
  if (term !== 'dated' || dueOn === null) return 'undated'
  return dueOn < day ? 'overdue' : 'notYetDue'
}

/** Where the measures stand on the day of the snapshot. */
export async function assembleMeasures(snapshot: RegisterSnapshot): Promise<MeasureParts> {
  const counts: Record<Standing, number> = { done: 0, overdue: 0, notYetDue: 0, longTerm: 0, undated: 0 }
  const contents = new Map<string, string>()
  for await (const chunk of snapshot.rows('control-measure')) {
    for (const measure of chunk) {
      counts[standingOf(measure, snapshot.takenOn)]++
      contents.set(measure.id, measure.content)
    }
  }
  return { figures: { ...counts, due: counts.done + counts.overdue }, contents }
}
