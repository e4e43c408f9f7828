import { useMemo } from 'react'
import type { ReopenKind } from '#shared/model/review/decisions.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { ReviewOutcome } from '#shared/contract/review.ts'
import { useClient } from '#renderer/app/connection.tsx'
import type { decisionOf } from './desk/decision-draft.ts'
import type { OrderSelection } from './queue/queue-selection.ts'

/** Something done to entries, one or a whole list. */
export type Order =
  | { readonly kind: 'take' | 'recall' }
  | { readonly kind: 'submit'; readonly reason: string; readonly evidence: string[] }
  | { readonly kind: 'decide'; readonly decision: ReturnType<typeof decisionOf> }
  | { readonly kind: 'reopen'; readonly how: ReopenKind; readonly reason: string }
  | { readonly kind: 'keep'; readonly reason: string }

export type StartOrder = (order: Order, selection: OrderSelection) => (signal: AbortSignal) => Promise<AsyncIterator<Progress, ReviewOutcome, void>>

/** How each order is put to core. */
export function useStartOrder(): StartOrder {
  const { review } = useClient()
  return useMemo(() => (order, selection) => (signal) => {
    switch (order.kind) {
      case 'take': return review.take({ selection }, { signal })
      case 'recall': return review.recall({ selection }, { signal })
      case 'submit': return review.submit({ selection, reason: order.reason, evidence: order.evidence }, { signal })
      case 'decide': return review.decide({ selection, ...order.decision }, { signal })
      case 'reopen': return review.reopen({ selection, kind: order.how, reason: order.reason }, { signal })
      case 'keep': return review.keep({ selection, reason: order.reason }, { signal })
    }
  }, [review])
}

/** Runs an order without a dialog around it: for one entry. */
export function useOrderOne(): (order: Order, entry: { readonly id: string; readonly revision: number }) => Promise<ReviewOutcome> {
  const start = useStartOrder()
  return useMemo(() => async (order, { id, revision }) => {
    const work = await start(order, { items: [{ id, revision }] })(new AbortController().signal)
    for (;;) {
      const step = await work.next()
      if (step.done === true) return step.value
    }
  }, [start])
}
