import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskRow } from '#shared/contract/risks.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { SummaryNotice } from '#renderer/consistency/summary-notice.tsx'
import { OrderDialog } from '../batch/order-dialog.tsx'
import { useBatch } from '../batch/use-batch.tsx'

/** Handing in several entries at once, and calling them back. */
export function SelectionOrders({ rows, onDone }: { rows: () => readonly RiskRow[]; onDone: () => void }) {
  const { t } = useTranslation('review')
  const [asking, ask] = useState<'submit' | 'recall'>()
  const mayAny = useMay('entry.submit')
  const batch = useBatch({ onDone: () => undefined, onOpen: () => undefined })
  if (!mayAny) return null
  const items = () => rows().map(({ id, revision }) => ({ id, revision }))
  const count = rows().length
  return (
    <>
      <Button onClick={() => ask('submit')} data-testid="submit-selected">{t('writer.submit')}</Button>
      <Button onClick={() => ask('recall')} data-testid="recall-selected">{t('writer.recall')}</Button>
      {asking === undefined ? null : (
        <OrderDialog
          title={t(`writer.${asking}.title`, { count })} text={t(`writer.${asking}.text`)} okText={t(`writer.${asking}.title`, { count })} reason={asking === 'submit' ? 'submit' : 'none'} evidenceOf={asking === 'submit' && count === 1 ? rows()[0]?.id : undefined} note={asking === 'submit' ? <SummaryNotice pointIds={rows().map(({ id }) => id)} submitting /> : undefined} onClose={() => ask(undefined)}
          onGo={({ reason, evidence }) => {
            ask(undefined)
            void batch.run(asking === 'submit' ? { kind: 'submit', reason, evidence } : { kind: 'recall' }, { items: items() }, t(`writer.${asking}.title`, { count })).then(() => onDone())
          }}
        />
      )}
      {batch.dialogs}
    </>
  )
}
