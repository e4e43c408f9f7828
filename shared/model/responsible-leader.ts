import type { Labels } from './labels.ts'
import { levelOf } from './scales.ts'
import type { Scale } from './scales.ts'

/** Who answers for which grade: the scale names a role per level, the vocabulary names the role. Both are the user's. */
export interface Responsibility {
  readonly scale: Scale
  /** Words of the roles by code. */
  readonly roles: ReadonlyMap<string, Labels>
}

/** What a grading does to the responsible leader of a risk point. */
export interface LeaderQuestion {
  /** The leader on record; null where there is none. */
  readonly stands: string | null
  /** The grade before; null where there was none. */
  readonly from: string | null
  readonly to: string
}

function roleOf({ scale, roles }: Responsibility, grade: string | null): Labels | undefined {
  return grade === null ? undefined : roles.get(levelOf(scale, grade)?.responsible ?? '')
}

/**
 * The responsible leader after a grading. He follows the grade where nobody is named, or where the one named is the one
 * that followed from the grade before; a leader that somebody put there on purpose stays. A grade without a role
 * changes nothing. The Chinese word is stored: it is the master in which the field's forms are written.
 */
export function leaderAfterGrading(responsibility: Responsibility, { stands, from, to }: LeaderQuestion): string | null {
  const named = stands?.trim() ?? ''
  const before = roleOf(responsibility, from)
  const follows = named === '' || (before !== undefined && (named === before['zh-CN'] || named === before.en))
  return follows ? (roleOf(responsibility, to)?.['zh-CN'] ?? stands) : stands
}
