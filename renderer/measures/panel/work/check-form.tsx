import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { measureEffectivenesses } from '#shared/model/controls.ts'
import type { MeasureEffectiveness } from '#shared/model/controls.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import styles from './work.module.css'

/** Rating how well a measure works; anything short of effective says what is amiss. */
export function CheckForm({ measureId }: { measureId: string }) {
  const { t } = useTranslation(['measures', 'states', 'common', 'fields'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal(['note'])
  const [open, setOpen] = useState(false)
  const [effectiveness, setEffectiveness] = useState<MeasureEffectiveness>()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  if (!open) return <Button size="small" onClick={() => setOpen(true)} data-testid="check">{t('work.check')}</Button>
  const close = () => { setOpen(false); setEffectiveness(undefined); setNote(''); refusals.clear() }
  const explained = effectiveness !== undefined && effectiveness !== 'effective'
  const save = async () => {
    if (effectiveness === undefined) return
    setBusy(true)
    const done = await refusals.attempt(async () => {
      await client.measures.check({ id: measureId, effectiveness, note })
      await refresh()
      void message.success(t('work.checked'))
    })
    if (done) close()
    setBusy(false)
  }
  const label = t(explained ? 'work.check.amiss' : 'work.check.note')
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid="check-form">
      <Radio.Group
        aria-label={t('fields:control-measure.effectiveness')} value={effectiveness} optionType="button" options={measureEffectivenesses.map((value) => ({ value, label: t(`states:effectiveness.${value}`) }))}
        onChange={(event) => { refusals.clear(); setEffectiveness(measureEffectivenesses.find((known) => known === event.target.value)) }}
      />
      <Input.TextArea value={note} rows={2} maxLength={40_000} aria-label={label} placeholder={label} onChange={(event) => setNote(event.target.value)} data-testid="check-note" />
      <ErrorSentence failure={refusals.of('note')} />
      <ErrorSentence failure={refusals.general} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy} disabled={effectiveness === undefined || (explained && note.trim() === '')} data-testid="save-check">{t('work.check.save')}</Button>
        <Button onClick={close}>{t('common:cancel')}</Button>
      </div>
    </form>
  )
}
