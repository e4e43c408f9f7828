import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import styles from './record-history.module.css'
import { useHistoryWords } from './use-history-words.ts'
import type { EntryWords } from './use-history-words.ts'

/** Everything that was ever done to a record, newest first. */
export function RecordHistory({ entityId }: { entityId: string }) {
  const { t } = useTranslation('history')
  const client = useClient()
  const words = useHistoryWords()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['history', entityId],
    queryFn: ({ pageParam }: { pageParam: number | undefined }) => client.history.ofRecord({ entityId, ...(pageParam === undefined ? {} : { beforeNumber: pageParam }) }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.more ? page.entries.at(-1)?.number : undefined),
  })
  if (error !== null) return <ErrorSentence failure={failureOf(error)} />
  if (data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />
  const entries = data.pages.flatMap(({ entries: page, names }) => page.map((entry) => words.entry(entry, names)))
  return (
    <div className={styles.history} data-testid="history">
      {entries.length === 0 ? <p>{t('empty')}</p> : <ol>{entries.map((entry) => <Entry key={entry.number} entry={entry} />)}</ol>}
      {hasNextPage ? <Button onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>{t('more')}</Button> : null}
    </div>
  )
}

function Entry({ entry }: { entry: EntryWords }) {
  const { t } = useTranslation('history')
  return (
    <li>
      <p className={styles.head}><strong>{entry.what}</strong> {entry.note === undefined ? null : <span>{entry.note}</span>}<span className={styles.by}>{t('by', { actor: entry.who, at: entry.when })}</span></p>
      {entry.changes.length === 0 ? null : (
        <dl>
          {entry.changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>{before === undefined || before === '' ? null : <del>{before}</del>}{before === undefined || before === '' || after === undefined ? null : ' → '}{after === undefined ? null : <ins>{after}</ins>}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
