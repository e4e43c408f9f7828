import { PlusOutlined, SwapOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { Editing, useReadOnly } from '#renderer/app/year/looking.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import { answeringFor } from '#renderer/measures/answering.ts'
import type { AsideTask } from './aside.tsx'
import { dragRisk } from './flow-step.tsx'
import styles from './flow.module.css'
import type { FlowChanges } from './use-flow-changes.ts'

type Point = PowerDetail['riskPoints'][number]

interface Props {
  readonly power: PowerDetail
  readonly points: readonly Point[]
  readonly changes: FlowChanges
  readonly onTask: (task: AsideTask) => void
  /** null: points that stand on no step. */
  readonly stepId: string | null
}

/** The risk points of one step, each with its measures beside it. */
export function FlowRisks({ power, points, changes, onTask, stepId }: Props) {
  const { t } = useTranslation('powers')
  return (
    <div className={styles.points}>
      {points.map((point) => (
        <div key={point.id} className={styles.pair}>
          <RiskBox power={power} point={point} changes={changes} />
          <MeasureBox power={power} point={point} onTask={onTask} />
        </div>
      ))}
      <Editing><Button className={styles.addRisk} type="link" size="small" icon={<PlusOutlined />} onClick={() => onTask({ kind: 'risk', stepId })} data-testid="add-risk">{t('risks.new')}</Button></Editing>
    </div>
  )
}

function RiskBox({ power, point, changes }: { power: PowerDetail; point: Point; changes: FlowChanges }) {
  const { t } = useTranslation('powers')
  const { label } = useVocabulary()
  const readOnly = useReadOnly()
  const targets = [...power.steps.map(({ id, name }) => ({ key: id, label: name })), { key: '', label: t('record.loose') }].filter(({ key }) => key !== (point.stepId ?? ''))
  return (
    <article className={styles.risk} draggable={power.steps.length > 0 && !readOnly} onDragStart={(event) => dragRisk(event, point.id)} data-testid="flow-risk">
      <div className={styles.riskHead}>
        <GradeTag code={point.gradeCode} />
        <span>{point.categoryCode === null ? null : label('risk-category', point.categoryCode)}</span>
        {readOnly || targets.length === 0 || power.steps.length === 0 ? null : (
          <Dropdown trigger={['click']} menu={{ items: targets, onClick: ({ key }) => { void changes.place(point.id, key === '' ? null : key) } }}>
            <Button type="text" size="small" icon={<SwapOutlined rotate={90} />} title={t('record.move-risk')} aria-label={t('record.move-risk')} data-testid="move-risk" />
          </Dropdown>
        )}
      </div>
      <Link to="/risks" search={{ power: power.id, open: point.id }} draggable={false}>{point.manifestation}</Link>
    </article>
  )
}

function MeasureBox({ power, point, onTask }: { power: PowerDetail; point: Point; onTask: (task: AsideTask) => void }) {
  const { t } = useTranslation(['powers', 'states', 'measures'])
  const measures = power.measures.filter(({ riskPointIds }) => riskPointIds.includes(point.id))
  return (
    <div className={styles.measures} data-empty={measures.length === 0}>
      {measures.length === 0 ? <p>{t('record.no-measures')}</p> : (
        <ol>
          {measures.map((measure) => (
            <li key={measure.id}>
              <Link to="/measures" search={{ open: measure.id }}>{measure.content}</Link>
              <span>{[answeringFor(measure) ?? t('record.no-owner'), t(`states:progress.${measure.progress}`), measure.dueOn].filter((part) => part !== null).join(' · ')}{measure.overdue ? ` · ${t('record.overdue')}` : null}</span>
            </li>
          ))}
        </ol>
      )}
      <Editing><Button type="link" size="small" icon={<PlusOutlined />} onClick={() => onTask({ kind: 'measure', riskPointId: point.id })} data-testid="add-measure">{t('record.add-measure')}</Button></Editing>
    </div>
  )
}
