import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import type { LogEntry } from '#shared/contract/evidence.ts'
import { changeLine, entityWord } from '#shared/locales/entry-words.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { secondsTime } from '#renderer/app/local-time.ts'
import type { GridColumn } from '#renderer/components/grid/index.ts'
import type { HistoryWords } from '#renderer/history/use-history-words.ts'

/** An entry as the grid wants its rows. */
export interface LogRow extends LogEntry { readonly revision: number }

/** The columns of the log: when, who, what, to which record, and what it was before and after. */
export function useLogColumns(words: HistoryWords): GridColumn<LogRow>[] {
  const { t } = useTranslation('log')
  const locale = useLocale()
  const api = useApi()
  const { data } = useQuery(api.evidence.logChoices.queryOptions({ staleTime: 0 }))
  return useMemo(() => {
    const sources = { locale, vocabulary: (_kind: string, code: string) => code, grade: (code: string) => code }
    const actors = (data?.actors ?? []).map((value) => ({ value, label: value }))
    const kinds = (data?.entities ?? []).map((value) => ({ value, label: entityWord(value, sources) }))
    const read = (row: LogRow) => words.entry(row, row.names)
    return [
      { id: 'time', title: t('time'), width: 165, pinned: true, text: (row) => secondsTime(row.at) },
      { id: 'actor', title: t('actor'), width: 140, filter: { kind: 'choices', param: 'actor', choices: actors }, text: (row) => read(row).who },
      { id: 'action', title: t('action'), width: 140, text: (row) => read(row).what },
      { id: 'kind', title: t('kind'), width: 110, filter: { kind: 'choices', param: 'kind', choices: kinds }, text: (row) => read(row).kind },
      { id: 'record', title: t('record'), width: 220, text: (row) => read(row).record },
      { id: 'changes', title: t('changes'), width: 350, text: (row) => changeLine(read(row).changes, locale) },
      { id: 'batch', title: t('batch'), width: 160, hidden: true, text: (row) => (row.batchId === null ? '' : row.names[row.batchId] ?? row.batchId) },
      { id: 'hash', title: t('hash'), width: 180, hidden: true, text: (row) => row.hash },
    ]
  }, [t, locale, data, words])
}
