import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LogEntry } from '#shared/contract/evidence.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { secondsTime } from '#renderer/app/local-time.ts'
import { screensFor } from '#renderer/app/routes.ts'
import { useMayAny } from '#renderer/app/session/use-me.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import panel from '#renderer/components/list/panel.module.css'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import type { HistoryWords } from '#renderer/history/use-history-words.ts'
import styles from './log.module.css'
import { placeOf } from './record-place.ts'

interface Props {
  readonly id: string
  /** The entry as the list has it, where it has. */
  readonly known: LogEntry | undefined
  readonly words: HistoryWords
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly onOnly: (filter: { record: string } | { batch: string }) => void
}

/** One entry of the log in full, beside the list. */
export function EntryPanel({ id, known, words, onClose, onStep, onOnly }: Props) {
  const { t } = useTranslation('log')
  const api = useApi()
  const { data, error } = useQuery(api.evidence.log.queryOptions({ input: { filter: { id }, limit: 1 }, enabled: known === undefined }))
  const entry = known ?? data?.rows[0]
  return (
    <SidePanel title={entry === undefined ? t('title') : t('detail', { number: entry.number })} onClose={onClose} onStep={onStep} ready={entry !== undefined}>
      <div className={panel.pad}>
        {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
        {entry === undefined ? data === undefined && error === null ? <Skeleton active paragraph={{ rows: 6 }} /> : null : <Entry entry={entry} words={words} onOnly={onOnly} />}
      </div>
    </SidePanel>
  )
}

function Entry({ entry, words, onOnly }: { entry: LogEntry } & Pick<Props, 'words' | 'onOnly'>) {
  const { t } = useTranslation('log')
  const { who, what, kind, record, changes } = words.entry(entry, entry.names)
  const { batchId } = entry
  return (
    <div className={styles.entry} data-testid="entry">
      <p className={styles.sentence}>{t('detail.sentence', { who, when: secondsTime(entry.at), what })}</p>
      <p><span className={styles.kind}>{kind}</span> {record}</p>
      <div className={styles.steps}>
        <RecordLink entry={entry} />
        <Button size="small" onClick={() => onOnly({ record: entry.entityId })} data-testid="only-record">{t('detail.only')}</Button>
        {batchId === null ? null : <Button size="small" onClick={() => onOnly({ batch: batchId })} data-testid="only-batch">{t('detail.batch')}</Button>}
      </div>
      {changes.length === 0 ? <p className={styles.quiet}>{t('detail.none')}</p> : (
        <dl className={styles.changes}>
          {changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>{before === undefined || before === '' ? null : <del>{before}</del>}{before === undefined || before === '' || after === undefined ? null : ' → '}{after === undefined ? null : <ins>{after}</ins>}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.hash}>{t('detail.hash')} <code>{entry.hash}</code></p>
    </div>
  )
}

/** Only where whoever reads the log may open the screen as well. */
function RecordLink({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation('log')
  const screens = screensFor(useMayAny())
  const place = placeOf(entry)
  if (place === undefined || !screens.some(({ name }) => name === place.screen)) return null
  return <Link {...place.to}><Button size="small" type="primary" data-testid="open-record">{t('detail.record')}</Button></Link>
}
