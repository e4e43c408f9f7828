import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskFilter } from '#shared/contract/risks.ts'
import { writableStates } from '#shared/model/review/entry-states.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useMay, useMe } from '#renderer/app/session/use-me.ts'
import { SummaryNotice } from '#renderer/consistency/summary-notice.tsx'
import { OrderDialog } from '../batch/order-dialog.tsx'
import { useBatch } from '../batch/use-batch.tsx'
import { writersFilter } from './writers-filter.ts'

/** Hands in all entries of the list as it is filtered now that are their writers' to hand in. */
export function SubmitList({ filter }: { filter: RiskFilter }) {
  const { t } = useTranslation('review')
  const api = useApi()
  const may = useMay('entry.submit')
  const grants = useMe()?.grants
  const own = useMemo(() => writersFilter(filter, grants ?? []), [filter, grants])
  const [seenAt, see] = useState<string>()
  const states = own?.entryStates ?? [...writableStates]
  const list = useQuery(api.risks.list.queryOptions({ input: { limit: 1, filter: own ?? {} }, enabled: may && own !== undefined && states.length > 0 }))
  const batch = useBatch({ onDone: () => undefined, onOpen: () => undefined })
  const total = list.data?.total ?? 0
  if (!may || own === undefined || total === 0) return batch.dialogs
  return (
    <>
      <Button onClick={() => see(new Date().toISOString())} data-testid="submit-list">{t('writer.submit-list', { count: total })}</Button>
      {seenAt === undefined ? null : (
        <OrderDialog
          title={t('writer.submit-list.title', { total })} text={t('writer.submit.text')} okText={t('writer.submit.title', { count: total })} reason="submit" note={<SummaryNotice departmentIds={own.departmentIds} />} onClose={() => see(undefined)}
          onGo={({ reason, evidence }) => {
            see(undefined)
            void batch.run({ kind: 'submit', reason, evidence }, { filter: own, except: [], seenAt }, t('writer.submit.title', { count: total }))
          }}
        />
      )}
      {batch.dialogs}
    </>
  )
}
