import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Level } from '#shared/contract/review.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import styles from './desk.module.css'
import { useRecordWords } from './use-record-words.ts'
import type { RecordKind } from './use-record-words.ts'

/** What lay before somebody when he decided, as it was then. */
export function SnapshotDialog({ level, onClose }: { level: Level; onClose: () => void }) {
  const { t } = useTranslation(['review', 'common', 'log'])
  const api = useApi()
  const { data, error } = useQuery(api.review.snapshot.queryOptions({ input: { decisionId: level.id } }))
  return (
    <Modal open title={t('snapshot', { person: level.person, time: localTime(level.decidedAt) })} width={760} onCancel={onClose} footer={<Button type="primary" onClick={onClose} autoFocus>{t('common:close')}</Button>} data-testid="snapshot">
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {data === undefined ? error === null ? <Skeleton active /> : null : (
        <div className={styles.snapshot}>
          <Facts kind="risk-point" title={t('snapshot.risk-point')} fields={data.riskPoint} />
          <Facts kind="power" title={t('snapshot.power')} fields={data.power} />
          {data.measures.map((measure, index) => <Facts key={String(measure['id'])} kind="control-measure" title={t('snapshot.measure', { number: index + 1 })} fields={measure} />)}
        </div>
      )}
    </Modal>
  )
}

/** What a record is about comes first. */
const first = ['manifestation', 'name', 'content', 'title', 'code', 'typeCode', 'kindCode', 'categoryCode', 'departmentId', 'postId', 'stepName', 'owner', 'dueOn']
const place = (field: string): number => (first.indexOf(field) + first.length + 1) % (first.length + 1)

function Facts({ kind, title, fields }: { kind: RecordKind; title: string; fields: Readonly<Record<string, unknown>> }) {
  const words = useRecordWords()
  const shown = Object.entries(fields).toSorted(([a], [b]) => place(a) - place(b)).filter(([field, value]) => field !== 'id' && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
  return (
    <section>
      <h3>{title}</h3>
      <dl>{shown.map(([field, value]) => <div key={field}><dt>{words.field(kind, field)}</dt><dd>{words.value(field, value)}</dd></div>)}</dl>
    </section>
  )
}
