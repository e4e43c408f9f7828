import type { Level } from '#shared/contract/review.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { gradedLevels } from './level-rows.ts'

/** One reason for which the grade that stands is not the one the method computed. */
export type Departure =
  | { readonly kind: 'rule'; readonly code: string; readonly atLeast: string }
  | { readonly kind: 'hand'; readonly level: Level; readonly from: string; readonly to: string }

type Rules = Pick<MethodDefinition, 'overrides'>

/**
 * Why the grade of a cycle stands as it does: the override rules that fired at the first level, and everybody who put
 * another grade in place of the one before him. `heavier` tells which of two grades is heavier.
 */
export function departuresOf(levels: readonly Level[], rules: (versionId: string) => Rules | undefined, heavier: (a: string, b: string) => boolean): Departure[] {
  const graded = gradedLevels(levels)
  const first = graded[0]?.level
  if (first === undefined) return []
  const fired = firedRules(first, rules)
  const forced = fired.reduce((grade, { atLeast }) => (heavier(atLeast, grade) ? atLeast : grade), first.computedGrade ?? first.grade ?? '')
  const own: Departure[] = first.grade === null || first.grade === forced ? [] : [{ kind: 'hand', level: first, from: forced, to: first.grade }]
  const later = graded.flatMap(({ level, before }): Departure[] => {
    const [from, to] = [before?.grade ?? null, level.grade]
    return from === null || to === null || from === to ? [] : [{ kind: 'hand', level, from, to }]
  })
  return [...fired, ...own, ...later]
}

function firedRules({ methodVersionId, overrides }: Level, rules: (versionId: string) => Rules | undefined): Extract<Departure, { kind: 'rule' }>[] {
  const known = methodVersionId === null ? undefined : rules(methodVersionId)
  return overrides.map((code) => ({ kind: 'rule', code, atLeast: known?.overrides.find((rule) => rule.code === code)?.atLeast ?? '' }))
}
