import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { FilingForm } from './filing-form.tsx'
import { FilingPanel } from './filing-panel.tsx'
import styles from './publicity.module.css'

/** All filing sheets, the chosen one or a new one beside them. */
export function FilingPart() {
  const { t } = useTranslation('publicity')
  const api = useApi()
  const files = useMay('entry.file')
  const [chosen, choose] = useState<string>()
  const sheets = useQuery(api.filing.sheets.queryOptions())
  const start = useQuery(api.filing.start.queryOptions())
  const { data } = sheets
  const sheet = data?.find(({ id }) => id === chosen)
  const add = files && start.data !== undefined
    ? <Button type="primary" disabled={start.data.waiting === 0} onClick={() => choose('new')} data-testid="new-sheet">{t('filing.new')}</Button> : null
  return (
    <>
      <section className={styles.part} data-testid="filing-sheets" data-ready={data !== undefined && start.data !== undefined}>
        {sheets.error === null ? null : <ErrorSentence failure={failureOf(sheets.error)} />}
        <div className={styles.head}><span>{start.data === undefined ? null : start.data.waiting === 0 ? t('filing.waiting.none') : t('filing.waiting', { count: start.data.waiting })}</span>{data?.length === 0 ? null : add}</div>
        {data === undefined ? null : data.length === 0 ? <EmptyState title={t('filing.empty.title')} text={t('filing.empty.text')}>{add}</EmptyState> : (
          <div className={styles.sheet}>
            <table className={styles.table} aria-label={t('filing.label')}>
              <thead><tr><th scope="col">{t('filing.column.sheet')}</th><th scope="col">{t('filing.column.recipient')}</th><th scope="col">{t('filing.column.dated')}</th><th scope="col">{t('column.state')}</th><th scope="col" className={styles.number}>{t('column.entries')}</th></tr></thead>
              <tbody>
                {data.map((one) => (
                  <tr key={one.id} data-selected={one.id === chosen} onClick={() => choose(one.id)} data-testid="filing-sheet">
                    <td><button type="button" className={styles.pick} aria-pressed={one.id === chosen} onClick={() => choose(one.id)}>{one.title}</button><small>{one.documentNumber}</small></td>
                    <td>{one.recipient}</td><td className={styles.tight}>{one.datedOn}</td><td className={styles.tight}>{t(`filing.state.${one.state}`)}</td><td className={styles.number}>{one.entries}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      {chosen === 'new' && start.data !== undefined ? <FilingForm start={start.data} onDone={choose} onClose={() => choose(undefined)} /> : null}
      {sheet === undefined ? null : <FilingPanel key={sheet.id} sheet={sheet} mayFile={files} onClose={() => choose(undefined)} />}
    </>
  )
}
