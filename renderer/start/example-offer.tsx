import { FileExcelOutlined, FileTextOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import styles from './start.module.css'

const files = [['catalogue', FileExcelOutlined], ['list', FileExcelOutlined], ['situation', FileExcelOutlined], ['survey', FileTextOutlined]] as const

/** A made-up organisation to look around in. */
export function ExampleOffer() {
  const { t } = useTranslation('start')
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const open = async () => {
    const opened = await work.run((signal) => client.system.openExample(undefined, { signal }))
    if (opened !== undefined) await refresh()
  }
  // It may have come to its end in the moment it was stopped; the page shows what there is once that is read.
  const dismiss = () => {
    work.dismiss()
    void refresh()
  }
  return (
    <section className={styles.offer} aria-labelledby="start-example">
      <h2 id="start-example">{t('example.title')}</h2>
      <p>{t('example.text')}</p>
      <ul className={styles.files} aria-label={t('example.files')}>
        {files.map(([name, Icon]) => <li key={name}><Icon aria-hidden="true" /> {t(`example.${name}`)}</li>)}
      </ul>
      <p className={styles.place}>{t('example.place')}</p>
      <Button className={styles.submit} onClick={() => { void open() }} data-testid="open-example">{t('example.submit')}</Button>
      <LongWorkDialog work={{ ...work, dismiss }} title={t('example.working')} stageText={(stage) => t(`stage.${stage}` as 'stage.write', { defaultValue: '' })} stoppedText={t('example.stopped')} />
    </section>
  )
}
