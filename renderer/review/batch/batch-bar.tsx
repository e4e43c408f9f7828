import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryState } from '#shared/model/review/entry-states.ts'
import { useApi } from '#renderer/app/connection.tsx'
import type { Order } from '../use-orders.ts'
import styles from './batch.module.css'
import { stepsFor } from './checklists.ts'
import { OrderDialog } from './order-dialog.tsx'

interface Props {
  readonly count: number
  readonly total: number
  readonly whole: boolean
  /** States of the entries chosen, as far as they are known. */
  readonly states: readonly EntryState[]
  readonly onWhole: () => void
  readonly onClear: () => void
  readonly onOrder: (order: Order, title: string) => void
}

/** What can be done with several entries at once. */
export function BatchBar({ count, total, whole, states, onWhole, onClear, onOrder }: Props) {
  const { t } = useTranslation('review')
  const api = useApi()
  const { data } = useQuery(api.review.ladder.queryOptions())
  const [asking, setAsking] = useState<'pass' | 'return'>()
  const steps = data === undefined ? [] : stepsFor(states, data.ladder)
  return (
    <div className={styles.bar} data-testid="batch-bar">
      <span>
        {whole ? t('batch.whole', { count, except: total - count }) : t('batch.some', { count })}
        {whole || count === total ? null : <Button type="link" size="small" onClick={onWhole} data-testid="pick-whole">{t('batch.pick-whole', { total })}</Button>}
        <Button type="link" size="small" onClick={onClear}>{t('batch.clear')}</Button>
      </span>
      <span className={styles.orders}>
        <Button size="small" disabled={count === 0} onClick={() => onOrder({ kind: 'take' }, t('batch.take', { count }))} data-testid="batch-take">{t('take')}</Button>
        <Button size="small" disabled={count === 0} onClick={() => setAsking('return')} data-testid="batch-return">{t('decide.return')}</Button>
        <Button size="small" type="primary" disabled={count === 0} onClick={() => setAsking('pass')} data-testid="batch-pass">{t('decide.pass')}</Button>
      </span>
      {asking === undefined ? null : (
        <OrderDialog
          title={t(`batch.${asking}`, { count })} okText={t(`batch.${asking}`, { count })} reason={asking === 'return' ? 'needed' : 'optional'} {...(asking === 'pass' ? { steps } : {})} onClose={() => setAsking(undefined)}
          onGo={({ reason, evidence, ticks }) => {
            setAsking(undefined)
            onOrder({ kind: 'decide', decision: { decision: asking, reason, evidence, checklist: ticks } }, t(`batch.${asking}`, { count }))
          }}
        />
      )}
    </div>
  )
}
