import { DeleteOutlined, HolderOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { DragEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { useReadOnly } from '#renderer/app/year/looking.tsx'
import styles from './flow.module.css'
import type { FlowChanges } from './use-flow-changes.ts'

const stepKind = 'application/x-process-step'
const riskKind = 'application/x-risk-point'

/** Lets a risk point be dragged onto a step. */
export const dragRisk = (event: DragEvent, id: string): void => event.dataTransfer.setData(riskKind, id)

/** One step: its place, its name to be changed where it stands, a handle to move it, and what may be dropped on it. */
export function FlowStep({ power, step, index, changes }: { power: PowerDetail; step: PowerDetail['steps'][number]; index: number; changes: FlowChanges }) {
  const { t } = useTranslation('powers')
  const [over, setOver] = useState(false)
  const readOnly = useReadOnly()
  const handle = useRef<HTMLButtonElement>(null)
  const moveBy = async (by: number) => {
    await changes.move(index, index + by)
    // The row was moved among its neighbours, and with it the button that has the keyboard.
    requestAnimationFrame(() => handle.current?.focus())
  }
  if (readOnly) return <div className={styles.step} data-testid="flow-step"><span className={styles.handle}>{index + 1}</span><span className={styles.name}>{step.name}</span></div>
  const onHandleKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    void moveBy(by)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [stepId, riskId] = [event.dataTransfer.getData(stepKind), event.dataTransfer.getData(riskKind)]
    if (riskId !== '') void changes.place(riskId, step.id)
    const from = power.steps.findIndex(({ id }) => id === stepId)
    if (from >= 0) void changes.move(from, index)
  }
  return (
    <div
      className={styles.step} data-over={over} data-testid="flow-step"
      onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}
    >
      <button
        type="button" className={styles.handle} draggable ref={handle} title={t('record.move-step')} aria-label={t('record.move-step-named', { name: step.name })} data-testid="step-handle"
        onDragStart={(event) => event.dataTransfer.setData(stepKind, step.id)} onKeyDown={onHandleKey}
      >
        <HolderOutlined aria-hidden="true" /><span>{index + 1}</span>
      </button>
      <StepName step={step} changes={changes} />
      <Button
        type="text" size="small" icon={<DeleteOutlined />} disabled={step.riskCount > 0} onClick={() => { void changes.remove(step.id) }} data-testid="remove-step"
        title={step.riskCount > 0 ? t('record.step-in-use', { points: step.riskCount }) : t('record.remove-step')} aria-label={t('record.remove-step')}
      />
    </div>
  )
}

function StepName({ step, changes }: { step: PowerDetail['steps'][number]; changes: FlowChanges }) {
  const { t } = useTranslation('powers')
  const [name, setName] = useState<string>()
  const save = async () => {
    const given = name?.trim() ?? ''
    if (given === '' || given === step.name || await changes.rename(step.id, given)) setName(undefined)
  }
  if (name === undefined) return <button type="button" className={styles.name} title={t('record.rename-step')} onClick={() => setName(step.name)} data-testid="step-name">{step.name}</button>
  return (
    <Input
      autoFocus size="small" value={name} maxLength={200} aria-label={t('record.step-name')} data-testid="step-name-input"
      onChange={(event) => setName(event.target.value)} onBlur={() => { void save() }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') void save()
        if (event.key === 'Escape') setName(undefined)
      }}
    />
  )
}
