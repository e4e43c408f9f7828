import type { Overview } from '#shared/contract/overview.ts'
import type { ListLink } from '#renderer/components/charts/grade-rows.ts'

export interface AttentionItem {
  readonly name: keyof Overview['attention']
  readonly count: number
  /** The list behind the count. */
  readonly list: ListLink
}

/**
 * What needs attention, in order of weight: first what is late or bare, then what the register does not know yet, then
 * what is merely not finished. Nothing that counts zero.
 * @param heaviest code of the heaviest grade in use
 */
export function attentionItems(attention: Overview['attention'], heaviest: string): AttentionItem[] {
  const lists = {
    overdueWarnings: { to: '/warnings', search: { overdue: true } },
    overdueMeasures: { to: '/measures', search: { overdue: true } },
    highestWithoutMeasure: { to: '/risks', search: { grade: [heaviest], hasMeasure: false } },
    discretionWithoutBenchmark: { to: '/powers', search: { discretion: ['yes'], hasBenchmark: false } },
    openWarnings: { to: '/warnings', search: {} },
    toConfirm: { to: '/risks', search: { confirm: true } },
    ungraded: { to: '/risks', search: { grade: [''] } },
    withoutMeasure: { to: '/risks', search: { hasMeasure: false } },
    notAccepted: { to: '/risks', search: { stage: ['declared'] } },
    powersWithoutRisk: { to: '/powers', search: { hasRisk: false } },
    powersWithoutSteps: { to: '/powers', search: { hasSteps: false } },
    measuresWithoutOwner: { to: '/measures', search: { hasOwner: false } },
  } as const satisfies Record<keyof Overview['attention'], ListLink>
  const names = Object.keys(lists) as (keyof typeof lists)[]
  // Where only the heaviest grade is bare, the second sentence would count the same points again.
  const counts = attention.withoutMeasure === attention.highestWithoutMeasure ? { ...attention, withoutMeasure: 0 } : attention
  return names.map((name) => ({ name, count: counts[name], list: lists[name] })).filter(({ count }) => count > 0)
}
