import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Backup } from '#shared/contract/system.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { PartFrame } from '../part-frame.tsx'
import styles from '../settings.module.css'
import { sizeText } from './size-text.ts'

/** The checked copies in the data folder, and the way back to one of them. */
export function BackupsPart() {
  const { t } = useTranslation('settings')
  const { message } = App.useApp()
  const api = useApi()
  const client = useClient()
  const refresh = useRefresh()
  const { data } = useQuery(api.system.backups.queryOptions({ staleTime: 0 }))
  const work = useLongWork()
  const backUp = async () => {
    const made = await work.run((signal) => client.system.backUp(undefined, { signal }))
    if (made === undefined) return
    await refresh()
    void message.success(t('backups.made', { name: made.name }))
  }
  return (
    <PartFrame name="backups" title={t('part.backups')} text={t('backups.text')} ready={data !== undefined} actions={<Button type="primary" onClick={() => { void backUp() }} data-testid="back-up">{t('backups.now')}</Button>}>
      <div className={styles.list}>
        <div className={styles.scroll}>
          <table className={styles.table} data-testid="backups">
            <thead><tr><th scope="col">{t('backups.time')}</th><th scope="col">{t('backups.occasion')}</th><th scope="col" className={styles.number}>{t('backups.size')}</th><th scope="col">{t('backups.name')}</th><th scope="col">{t('backups.restore')}</th></tr></thead>
            <tbody>{data?.map((backup) => <BackupRow key={backup.name} backup={backup} />)}</tbody>
          </table>
          {data?.length === 0 ? <p className={styles.none}>{t('backups.none')}</p> : null}
        </div>
      </div>
      <LongWorkDialog work={work} title={t('backups.making')} />
    </PartFrame>
  )
}

function BackupRow({ backup }: { backup: Backup }) {
  const { t } = useTranslation(['settings', 'common'])
  const { modal, message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const time = localTime(backup.createdAt)
  const restore = async () => {
    const done = await work.run((signal) => client.system.restore({ name: backup.name }, { signal }))
    if (done === undefined) return
    await refresh()
    void message.success({ content: t('backups.restored', { time, kept: done.kept }), duration: 10 })
  }
  const ask = () => {
    void modal.confirm({
      title: t('backups.restore.title', { time }), content: t('backups.restore.text', { time }), okText: t('backups.restore.do'),
      okButtonProps: { danger: true }, cancelText: t('common:cancel'), autoFocusButton: 'cancel', onOk: () => { void restore() },
    })
  }
  return (
    <tr data-testid="backup">
      <td className={styles.narrow}>{time}</td>
      <td className={styles.narrow}>{t(`occasion.${backup.occasion}`)}</td>
      <td className={styles.number}>{sizeText(backup.size)}</td>
      <td className={styles.quiet}>{backup.name}</td>
      <td className={styles.narrow}><Button size="small" onClick={ask} data-testid="restore">{t('backups.restore')}</Button><LongWorkDialog work={work} title={t('backups.restoring', { time })} /></td>
    </tr>
  )
}
