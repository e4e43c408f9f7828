import { App, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { RecordHistory } from '#renderer/history/record-history.tsx'
import { AddMeasure } from './add-measure.tsx'
import { AddRisk } from './add-risk.tsx'
import styles from './record.module.css'

/** What is done beside the page. */
export type AsideTask = { readonly kind: 'risk'; readonly stepId: string | null } | { readonly kind: 'measure'; readonly riskPointId: string } | { readonly kind: 'history' }

/** A new risk point, a new measure, or the history, beside the flow it belongs to. */
export function Aside({ power, task, onClose }: { power: PowerDetail; task: AsideTask | undefined; onClose: () => void }) {
  const { t } = useTranslation('powers')
  const { message } = App.useApp()
  const created = (said: string) => {
    void message.success(said)
    onClose()
  }
  const titles = { risk: t('risks.new'), measure: t('record.add-measure'), history: t('record.history') }
  return (
    <Drawer open={task !== undefined} onClose={onClose} title={task === undefined ? '' : titles[task.kind]} size={480} destroyOnHidden classNames={{ body: styles.aside ?? '' }} data-testid="aside">
      {task?.kind === 'risk' ? <AddRisk power={power} stepId={task.stepId} onCreated={() => created(t('record.risk-added'))} /> : null}
      {task?.kind === 'measure' ? <AddMeasure power={power} riskPointId={task.riskPointId} onCreated={() => created(t('record.measure-added'))} /> : null}
      {task?.kind === 'history' ? <RecordHistory entityId={power.id} /> : null}
    </Drawer>
  )
}
