import type { EntryState } from '#shared/model/review/entry-states.ts'
import type { Ladder, LadderStep, StepKind } from '#shared/model/review/ladder.ts'

const kindOf: Partial<Record<EntryState, StepKind>> = {
  'department-review': 'department-review', 'head-approval': 'approval', 'leader-approval': 'approval', 'chief-approval': 'approval',
  'inspection-review': 'inspection-review', 'determination': 'determination',
}

/** What has to be looked at where entries in these states are passed together: the steps they wait for, with their lists. */
export function stepsFor(states: readonly EntryState[], { steps }: Ladder): LadderStep[] {
  const kinds = new Set(states.map((state) => (state === 'submitted' ? steps[0]?.kind : kindOf[state])))
  return steps.filter(({ kind, checklist }) => kinds.has(kind) && checklist.length > 0)
}
