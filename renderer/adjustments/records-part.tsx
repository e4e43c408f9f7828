import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Adjustment } from '#shared/contract/adjustments.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { Files } from '#renderer/publicity/files.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { Pages } from './pages.tsx'

const pageSize = 50

/** What was recorded, the chosen one beside the list. */
export function RecordsPart({ onTasks }: { onTasks: (adjustment: Adjustment) => void }) {
  const { t } = useTranslation('adjustments')
  const api = useApi()
  const [offset, setOffset] = useState(0)
  const [chosen, choose] = useState<string>()
  const { data, error } = useQuery(api.adjustments.list.queryOptions({ input: { offset, limit: pageSize }, placeholderData: keepPreviousData }))
  const adjustment = data?.rows.find(({ id }) => id === chosen)
  return (
    <>
      <section className={styles.part} data-testid="adjustment-records" data-ready={data !== undefined}>
        {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
        {data === undefined ? null : data.total === 0 ? <EmptyState title={t('records.empty.title')} text={t('records.empty.text')} /> : (
          <div className={styles.sheet}>
            <table className={styles.table} aria-label={t('tab.records')}>
              <thead><tr>{(['happenedOn', 'kind', 'title', 'tasks', 'by'] as const).map((column) => <th key={column} scope="col">{t(`column.${column}`)}</th>)}</tr></thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={row.id} data-selected={row.id === chosen} onClick={() => choose(row.id)} data-testid="adjustment">
                    <td className={styles.tight}>{row.happenedOn}</td><td className={styles.tight}>{t(`kind.${row.kind}`)}</td>
                    <td><button type="button" className={styles.pick} aria-pressed={row.id === chosen} onClick={() => choose(row.id)}>{row.title}</button><small>{row.basis}</small></td>
                    <td className={styles.tight}><Progress adjustment={row} /></td><td className={styles.tight}>{row.recordedBy}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Pages total={data?.total ?? 0} offset={offset} size={pageSize} onOffset={setOffset} />
      </section>
      {adjustment === undefined ? null : <Detail key={adjustment.id} adjustment={adjustment} onTasks={onTasks} onClose={() => choose(undefined)} />}
    </>
  )
}

function Progress({ adjustment: { tasks, open, overdue } }: { adjustment: Adjustment }) {
  const { t } = useTranslation('adjustments')
  return <>{t('tasks.progress', { done: tasks - open, total: tasks })}{overdue === 0 ? null : <span className={styles.late}> · {t('tasks.overdue', { count: overdue })}</span>}</>
}

function Detail({ adjustment, onTasks, onClose }: { adjustment: Adjustment; onTasks: (adjustment: Adjustment) => void; onClose: () => void }) {
  const { t } = useTranslation(['adjustments', 'publicity'])
  const mayAttach = useMay('entry.attach')
  return (
    <SidePanel title={adjustment.title} onClose={onClose} ready>
      <div className={styles.body}>
        <dl className={styles.facts}>
          <dt>{t('field.kind')}</dt><dd>{t(`kind.${adjustment.kind}`)}</dd>
          <dt>{t('field.happenedOn')}</dt><dd>{adjustment.happenedOn}</dd>
          {adjustment.basis === '' ? null : <><dt>{t('field.basis')}</dt><dd>{adjustment.basis}</dd></>}
          {adjustment.text === '' ? null : <><dt>{t('field.text')}</dt><dd>{adjustment.text}</dd></>}
          <dt>{t('column.tasks')}</dt><dd><Progress adjustment={adjustment} /></dd>
        </dl>
        <p className={styles.quiet}>{t('detail.recorded', { by: adjustment.recordedBy, at: localTime(adjustment.recordedAt) })}</p>
        <div className={styles.buttons}><Button onClick={() => onTasks(adjustment)} data-testid="see-tasks">{t('detail.tasks')}</Button></div>
        <h3>{t('publicity:files')}</h3>
        <Files entity="adjustment" entityId={adjustment.id} mayAdd={mayAttach} />
      </div>
    </SidePanel>
  )
}
