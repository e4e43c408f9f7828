import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrentYear } from '#shared/contract/years.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useFailureSentence } from '#renderer/components/use-failure-sentence.ts'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import styles from './years.module.css'

/** The way to start the next year, or why it is not open yet. */
export function StartYear({ current: { next, obstacle } }: { current: CurrentYear }) {
  const { t } = useTranslation(['years', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const sentence = useFailureSentence()
  const work = useLongWork()
  const [asking, setAsking] = useState(false)
  const start = async () => {
    setAsking(false)
    if (await work.run((signal) => client.years.start({ year: next }, { signal })) !== undefined) await refresh()
  }
  const why = obstacle === null ? undefined : sentence({ kind: 'refused', ...obstacle })
  return (
    <>
      <Button type={obstacle === null ? 'primary' : 'default'} disabled={obstacle !== null} title={why} onClick={() => setAsking(true)} data-testid="start-year">{t('start', { year: next })}</Button>
      <Modal
        open={asking} title={t('start.confirm.title', { year: next })} onCancel={() => setAsking(false)}
        footer={[
          <Button key="cancel" onClick={() => setAsking(false)}>{t('common:cancel')}</Button>,
          <Button key="start" type="primary" onClick={() => { void start() }} data-testid="start-confirm">{t('start', { year: next })}</Button>,
        ]}
      >
        <ul className={styles.meaning}>
          <li>{t('start.confirm.what', { from: next - 1 })}</li>
          <li>{t('start.confirm.marks')}</li>
          <li>{t('start.confirm.grades')}</li>
          <li><b>{t('start.confirm.once')}</b></li>
        </ul>
      </Modal>
      <LongWorkDialog work={work} title={t('start.working', { year: next })} />
    </>
  )
}
