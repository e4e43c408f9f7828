import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rectification, RectificationFilter } from '#shared/contract/rectification.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { printLimit, printList } from '#renderer/components/list/print-list.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { useOwnerText } from './use-owner-text.ts'

const pageSize = 500

const column = (id: string, title: string, text: (row: Rectification) => string) => ({ id, title, width: 100, text })

/** Prints the ledger as it is filtered. */
export function usePrintLedger(filter: RectificationFilter): { readonly busy: boolean; readonly start: (total: number) => void } {
  const { t } = useTranslation('rectification')
  const { message } = App.useApp()
  const client = useClient()
  const fail = useFailureMessage()
  const owner = useOwnerText()
  const [busy, setBusy] = useState(false)
  const start = async (total: number) => {
    if (total > printLimit) return void message.warning(t('print.too-many', { total, limit: printLimit }))
    setBusy(true)
    try {
      const rows: Rectification[] = []
      for (let offset = 0; offset < total; offset += pageSize) rows.push(...(await client.rectification.list({ filter, offset, limit: pageSize })).rows)
      printList<Rectification>({
        head: t('title'), numberTitle: t('column.number'), rows,
        columns: [
          column('problem', t('column.problem'), (row) => row.problem), column('source', t('column.source'), (row) => t(`source.${row.source}`)), column('department', t('column.department'), (row) => row.departmentName ?? ''),
          column('owner', t('column.owner'), owner), column('measure', t('field.measure'), (row) => row.measure), column('due', t('column.dueOn'), (row) => row.dueOn), column('state', t('column.state'), (row) => t(`state.${row.state}`)),
          column('closed', t('column.closed'), (row) => [row.closedBy, row.closedOn].filter((part) => part !== null).join(' ')),
        ],
      })
    } catch (error) { fail(error) }
    setBusy(false)
  }
  return { busy, start: (total) => void start(total) }
}
