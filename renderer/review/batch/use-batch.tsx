import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewOutcome } from '#shared/contract/review.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import type { OrderSelection } from '../queue/queue-selection.ts'
import { useStartOrder } from '../use-orders.ts'
import type { Order } from '../use-orders.ts'
import { OutcomeDialog } from './outcome-dialog.tsx'

/** Runs orders for many entries: how far, a way to stop, and in the end what it came to. `dialogs` belongs on the screen. */
export function useBatch({ onDone, onOpen }: { readonly onDone: () => void; readonly onOpen: (id: string) => void }): { readonly run: (order: Order, selection: OrderSelection, title: string) => Promise<void>; readonly dialogs: ReactNode } {
  const { t } = useTranslation('review')
  const work = useLongWork()
  const start = useStartOrder()
  const refresh = useRefresh()
  const [title, setTitle] = useState('')
  const [outcome, setOutcome] = useState<ReviewOutcome>()
  const run = async (order: Order, selection: OrderSelection, name: string) => {
    setTitle(name)
    const result = await work.run(start(order, selection))
    await refresh()
    if (result === undefined) return
    setOutcome(result)
    onDone()
  }
  return {
    run,
    dialogs: (
      <>
        <LongWorkDialog work={work} title={title} inParts stageText={() => t('batch.stage')} />
        {outcome === undefined ? null : <OutcomeDialog title={title} outcome={outcome} onOpen={onOpen} onClose={() => setOutcome(undefined)} />}
      </>
    ),
  }
}
