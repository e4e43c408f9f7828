/**
 * Where the entry of a risk point stands on its way from draft to in force, in the order of the way. The states between
 * `submitted` and `in-force` are waits: each is named after the step that is to be taken next.
 */
export const entryStates = [
  'draft',
  'submitted',
  'department-review',
  'head-approval',
  'leader-approval',
  'chief-approval',
  'inspection-review',
  'determination',
  'publicity',
  'filing',
  'in-force',
  'returned',
  'cancelled',
] as const
export type EntryState = (typeof entryStates)[number]

/** In which the entry is its writers' to change. Elsewhere it lies with reviewers or has ended. */
export const writableStates = ['draft', 'returned'] as const satisfies readonly EntryState[]

/** In which somebody is asked to judge the entry. */
export const reviewStates = [
  'submitted', 'department-review', 'head-approval', 'leader-approval', 'chief-approval', 'inspection-review', 'determination',
] as const satisfies readonly EntryState[]

/** On its way: neither with its writers nor settled. */
export const pendingStates = [...reviewStates, 'publicity', 'filing'] as const satisfies readonly EntryState[]
