import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { Editing } from '#renderer/app/year/looking.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import type { AsideTask } from './aside.tsx'
import { FlowRisks } from './flow-risks.tsx'
import { FlowStep } from './flow-step.tsx'
import styles from './flow.module.css'
import { useFlowChanges } from './use-flow-changes.ts'
import type { FlowChanges } from './use-flow-changes.ts'

/** Steps from top to bottom, beside each its risk points, beside each of these the measures against it. */
export function Flow({ power, onTask }: { power: PowerDetail; onTask: (task: AsideTask) => void }) {
  const { t } = useTranslation('powers')
  const changes = useFlowChanges(power)
  const pointsOn = (stepId: string | null) => power.riskPoints.filter((point) => point.stepId === stepId)
  const loose = pointsOn(null)
  return (
    <section className={styles.flow} aria-label={t('record.flow')} data-testid="flow">
      <header className={styles.columns} aria-hidden="true"><span>{t('section.steps')}</span><span>{t('record.risks')}</span><span>{t('record.measures')}</span></header>
      <ErrorSentence failure={changes.failure} />
      <ol className={styles.steps}>
        {power.steps.map((step, index) => (
          <li key={step.id} className={styles.row} data-testid="flow-row">
            <FlowStep power={power} step={step} index={index} changes={changes} />
            <FlowRisks power={power} points={pointsOn(step.id)} changes={changes} onTask={onTask} stepId={step.id} />
          </li>
        ))}
      </ol>
      <Editing><AddStep changes={changes} first={power.steps.length === 0} /></Editing>
      {loose.length === 0 && power.steps.length > 0 ? null : (
        <div className={styles.row} data-testid="loose-points">
          <div className={styles.loose}>{t('record.loose')}</div>
          <FlowRisks power={power} points={loose} changes={changes} onTask={onTask} stepId={null} />
        </div>
      )}
      {power.riskCount > power.riskPoints.length ? <p className={styles.more}>{t('risks.some', { shown: power.riskPoints.length, total: power.riskCount })}</p> : null}
    </section>
  )
}

function AddStep({ changes, first }: { changes: FlowChanges; first: boolean }) {
  const { t } = useTranslation(['powers', 'common'])
  const [name, setName] = useState<string>()
  const add = async () => {
    const given = name?.trim() ?? ''
    // What was typed stays where it could not be saved.
    if (given !== '' && await changes.add(given)) setName('')
  }
  if (name === undefined) {
    return (
      <div className={styles.add}>
        {first ? <span>{t('record.no-steps')}</span> : null}
        <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={() => setName('')} data-testid="add-step">{t('record.add-step')}</Button>
      </div>
    )
  }
  return (
    <form className={styles.add} onSubmit={(event) => { event.preventDefault(); void add() }}>
      <Input
        autoFocus size="small" value={name} maxLength={200} aria-label={t('record.step-name')} placeholder={t('record.step-name')} data-testid="new-step-name"
        onChange={(event) => setName(event.target.value)} onKeyDown={(event) => { if (event.key === 'Escape') setName(undefined) }}
      />
      <Button size="small" type="primary" htmlType="submit">{t('common:add')}</Button>
      <Button size="small" onClick={() => setName(undefined)}>{t('common:close')}</Button>
    </form>
  )
}
