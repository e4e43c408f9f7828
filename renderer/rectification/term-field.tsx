import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { DayField } from '#renderer/publicity/field.tsx'
import styles from '#renderer/publicity/publicity.module.css'

/** A term as a day, or reckoned in working days from today. */
export function TermField({ id, value, onChange }: { id: string; value: string; onChange: (dueOn: string) => void }) {
  const { t } = useTranslation('rectification')
  const client = useClient()
  const fail = useFailureMessage()
  const [days, setDays] = useState(20)
  const apply = async () => {
    try { onChange((await client.rectification.term({ days })).dueOn) } catch (error) { fail(error) }
  }
  return (
    <div className={styles.pair}>
      <DayField id={id} label={t('field.dueOn')} value={value} onChange={onChange} testId="due-on" />
      <InputNumber aria-label={t('field.days')} style={{ width: 132 }} min={1} max={500} precision={0} suffix={t('field.days.unit')} value={days} onChange={(next) => setDays(next ?? 1)} />
      <Button onClick={() => void apply()} data-testid="reckon">{t('field.days.apply')}</Button>
    </div>
  )
}
