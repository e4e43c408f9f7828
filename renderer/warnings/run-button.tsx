import { ReloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { useWarningWords } from './use-warning-words.ts'

/** Asks every rule now, without waiting for the daily run. */
export function RunButton() {
  const { t } = useTranslation('warnings')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const { rules } = useWarningWords()
  const run = async () => {
    const done = await work.run((signal) => client.warnings.run(undefined, { signal }))
    await refresh()
    if (done !== undefined) void message.success(t('run.done', { ...done }))
  }
  return (
    <>
      <Button icon={<ReloadOutlined />} title={t('run.text')} onClick={() => void run()} data-testid="run-rules">{t('run')}</Button>
      <LongWorkDialog work={work} title={t('run.running')} inParts stageText={(stage) => rules.find(({ value }) => value === stage)?.label ?? t('run.late')} />
    </>
  )
}
