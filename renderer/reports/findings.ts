import type { ListLink } from '#renderer/components/charts/grade-rows.ts'

/** Where each finding of the check is mended: the list of exactly the records it counts. Grades come heaviest first. */
export const findingLists = {
  'heaviest-without-measures': ([heaviest = '']) => ({ to: '/risks', search: { grade: [heaviest], hasMeasure: false } }),
  'discretion-without-benchmark': () => ({ to: '/powers', search: { discretion: ['yes'], hasBenchmark: false } }),
  'powers-without-risk': () => ({ to: '/powers', search: { hasRisk: false } }),
  'points-ungraded': () => ({ to: '/risks', search: { grade: [''] } }),
  'points-open': () => ({ to: '/risks', search: { confirm: true } }),
  'points-without-measures': ([, ...others]) => ({ to: '/risks', search: { grade: [...others, ''], hasMeasure: false } }),
  'measures-overdue': () => ({ to: '/measures', search: { overdue: true } }),
  'measures-undated': () => ({ to: '/measures', search: { term: ['none'] } }),
  'grades-not-accepted': () => ({ to: '/risks', search: { stage: ['declared'] } }),
} as const satisfies Record<string, (grades: readonly string[]) => ListLink>

export type FindingCode = keyof typeof findingLists

export const isFinding = (code: string): code is FindingCode => Object.hasOwn(findingLists, code)
