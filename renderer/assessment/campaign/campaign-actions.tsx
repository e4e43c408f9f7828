import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenCampaign } from '#shared/contract/assessment.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { ReasonDialog } from '../reason-dialog.tsx'
import { useStageText } from '../use-stage-text.ts'
import { CloseDialog } from './close-dialog.tsx'
import { DatesDialog } from './dates-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'

type Task = 'dates' | 'drop' | 'publish' | 'close'

/** What the office does with a campaign as a whole; each step is offered when it can be taken. */
export function CampaignActions({ campaign }: { campaign: OpenCampaign }) {
  const { t } = useTranslation('assessment')
  const client = useClient()
  const runs = useMay('assessment.run')
  const [task, setTask] = useState<Task>()
  const figures = useRecompute(campaign)
  if (!runs || campaign.state === 'closed' || campaign.state === 'dropped') return null
  const { state, basis } = campaign
  const left = campaign.departments - campaign.scored
  const done = () => setTask(undefined)
  return (
    <>
      {state === 'scoring' ? <Button onClick={() => setTask('dates')} data-testid="edit-dates">{t('dates.edit')}</Button> : null}
      {state === 'scoring' ? <Button onClick={() => setTask('drop')} data-testid="drop-campaign">{t('drop')}</Button> : null}
      {basis === 'provisional' ? <Button type="primary" onClick={figures.start} data-testid="recompute">{t('recompute')}</Button> : null}
      {state === 'scoring' && basis === 'frozen' ? <Button type="primary" disabled={left > 0} onClick={() => setTask('publish')} data-testid="publish">{t('publish')}</Button> : null}
      {state === 'published' ? <Button type="primary" disabled={campaign.openObjections > 0 || (campaign.objectUntil !== null && campaign.today < campaign.objectUntil)} onClick={() => setTask('close')} data-testid="close-campaign">{t('close')}</Button> : null}
      {task === 'dates' ? <DatesDialog campaign={campaign} onClose={done} /> : null}
      {task === 'drop' ? <ReasonDialog title={t('drop.title')} text={t('drop.text')} label={t('drop.reason')} act={t('drop')} onAct={(reason) => client.assessment.drop({ id: campaign.id, revision: campaign.revision, reason })} onClose={done} /> : null}
      {task === 'publish' ? <PublishDialog campaign={campaign} onClose={done} /> : null}
      {task === 'close' ? <CloseDialog campaign={campaign} onClose={done} /> : null}
      {figures.dialog}
    </>
  )
}

function useRecompute({ id, revision }: OpenCampaign) {
  const { t } = useTranslation('assessment')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const work = useLongWork()
  const stageText = useStageText()
  const run = async () => {
    const done = await work.run((signal) => client.assessment.recompute({ id, revision }, { signal }))
    if (done !== undefined) void message.success(t(done.basis === 'frozen' ? 'recompute.done.frozen' : 'recompute.done.provisional', { count: done.changed }))
    await refresh()
  }
  return { start: () => void run(), dialog: <LongWorkDialog work={work} title={t('recompute.running')} stageText={stageText} /> }
}
