import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useClient } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { Field } from '#renderer/publicity/field.tsx'
import publicity from '#renderer/publicity/publicity.module.css'
import { PlaceFields } from './place-fields.tsx'
import type { Place } from './place-fields.tsx'
import { useWarningWords } from './use-warning-words.ts'

const typed = z.string().max(40_000)

/** A warning from outside the rules: petitions, audit, inspection, patrol, e-supervision, public opinion. */
export function RaiseForm({ onClose, onRaised }: { onClose: () => void; onRaised: (id: string) => void }) {
  const { t } = useTranslation(['warnings', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const departments = useDepartments()
  const { levels, sources, ready } = useWarningWords()
  const [source, setSource] = useState<string>()
  const [level, setLevel] = useState<string>()
  const [place, setPlace] = useState<Place>({ powerId: null, riskPointId: null })
  const [departmentId, setDepartment] = useState<string | null>(null)
  const [object, setObject] = useState('')
  const [situation, setSituation] = usePreference('draft.warning.new', typed, '')
  const [busy, setBusy] = useState(false)
  const levelCode = level ?? levels.at(-1)?.code
  const complete = source !== undefined && levelCode !== undefined && situation.trim() !== '' && (object.trim() !== '' || departmentId !== null || place.powerId !== null || place.riskPointId !== null)
  const save = async () => {
    if (!complete || busy) return
    setBusy(true)
    await refusals.attempt(async () => {
      const { id } = await client.warnings.raise({ sourceCode: source, levelCode, departmentId, ...place, object, situation })
      setSituation('')
      await refresh()
      onRaised(id)
    })
    setBusy(false)
  }
  return (
    <SidePanel title={t('raise')} onClose={onClose} ready={ready}>
      <form className={publicity.body} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid="raise-form">
        <div className={publicity.form}>
          <Field label={t('field.source')} required>{(id) => <Select id={id} autoFocus style={{ width: '100%' }} value={source} options={[...sources]} placeholder={t('raise.source')} onChange={setSource} data-testid="raise-source" />}</Field>
          <Field label={t('field.level')}>{(id) => <Select id={id} style={{ width: '100%' }} value={levelCode} options={levels.map(({ code, label }) => ({ value: code, label }))} onChange={setLevel} data-testid="raise-level" />}</Field>
          <PlaceFields value={place} onChange={setPlace} />
          <Field label={t('field.department')}>{(id) => <Select id={id} allowClear showSearch optionFilterProp="label" style={{ width: '100%' }} value={departmentId} options={departments.choices} placeholder={t('raise.department')} onChange={(next?: string) => setDepartment(next ?? null)} data-testid="raise-department" />}</Field>
          <Field label={t('field.object')}>{(id) => <Input id={id} value={object} maxLength={300} placeholder={t('raise.object')} onChange={(event) => setObject(event.target.value)} data-testid="raise-object" />}</Field>
          <Field label={t('field.situation')} required>{(id) => <Input.TextArea id={id} value={situation} maxLength={4000} style={{ minHeight: 120 }} placeholder={t('raise.situation')} onChange={(event) => setSituation(event.target.value)} data-testid="raise-situation" />}</Field>
        </div>
        <ErrorSentence failure={refusals.general} />
        <div className={publicity.buttons}>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!complete} data-testid="raise-do">{t('raise.do')}</Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </SidePanel>
  )
}
