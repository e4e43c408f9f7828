import type { Level } from '#shared/contract/review.ts'
import type { EntryState } from '#shared/model/review/entry-states.ts'

/** What a level is called beside the others. */
export type LevelName = 'self' | 'department' | 'head' | 'leader' | 'chief' | 'inspection' | 'determination' | 'publicity' | 'filing'
  | 'take' | 'recall' | 'reopen' | 'keep' | 'take-over' | 'year'

const byState: Partial<Record<EntryState, LevelName>> = {
  'department-review': 'department', 'head-approval': 'head', 'leader-approval': 'leader', 'chief-approval': 'chief',
  'inspection-review': 'inspection', 'determination': 'determination', 'publicity': 'publicity', 'filing': 'filing',
}
/** What was merely submitted can be judged at once; then the role tells which step it was. */
const byRole: Readonly<Record<string, LevelName>> = { 'leader-in-charge': 'leader', 'chief-leader': 'chief', 'inspector': 'inspection' }

export function levelName({ action, fromState, role }: Pick<Level, 'action' | 'fromState' | 'role'>): LevelName {
  switch (action) {
    case 'submit': return 'self'
    case 'pass':
    case 'return': return byState[fromState] ?? byRole[role] ?? 'department'
    case 'publish': return 'publicity'
    case 'file': return 'filing'
    default: return action
  }
}

export interface Cycle { readonly cycle: number; readonly levels: readonly Level[] }

/** The levels cycle by cycle, newest cycle first, each in the order in which it was decided. Taking in hand is no level. */
export function cyclesOf(levels: readonly Level[]): Cycle[] {
  const groups = Map.groupBy(levels.filter(({ action }) => action !== 'take'), ({ cycle }) => cycle)
  return [...groups].map(([cycle, own]) => ({ cycle, levels: own })).toSorted((a, b) => b.cycle - a.cycle)
}

/** The last level that named a grade, and the one before each: what a departure is told against. */
export function gradedLevels(levels: readonly Level[]): { readonly level: Level; readonly before: Level | undefined }[] {
  const graded = levels.filter(({ grade }) => grade !== null)
  return graded.map((level, index) => ({ level, before: graded[index - 1] }))
}
