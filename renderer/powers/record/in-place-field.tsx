import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { powerPatchSchema } from '#shared/contract/powers.ts'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import { useReadOnly } from '#renderer/app/year/looking.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { tidied } from '#renderer/components/form/draft.ts'
import { FieldInput } from '#renderer/components/form/field-input.tsx'
import type { FormField } from '#renderer/components/form/form-field.ts'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { useHistoryWords } from '#renderer/history/use-history-words.ts'
import styles from './record.module.css'

const draftSchema = z.object({ value: z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]) }).nullable()
type FieldDraft = z.infer<typeof draftSchema>

interface Props {
  readonly power: PowerDetail
  readonly field: FormField
  /** Names of the records that fields of this power refer to, by id. */
  readonly names: Readonly<Record<string, string>>
}

/** One line of the record: read as text, changed where it stands. What was typed outlives a failed save and the program. */
export function InPlaceField({ power, field, names }: Props) {
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = usePreference<FieldDraft>(`draft.power.${power.id}.${field.name}`, draftSchema, null)
  const value: unknown = power[field.name as keyof PowerDetail]
  const close = () => {
    setDraft(null)
    setOpen(false)
  }
  const readOnly = useReadOnly()
  if (readOnly || (!open && draft === null)) return <Reading field={field} value={value} names={names} onEdit={readOnly ? undefined : () => setOpen(true)} />
  return <Editing power={power} field={field} value={draft === null ? value : draft.value} onType={(typed) => setDraft({ value: typed })} onClose={close} />
}

function Reading({ field, value, names, onEdit }: { field: FormField; value: unknown; names: Props['names']; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation(['powers', 'common'])
  const words = useHistoryWords()
  const blank = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return (
    <div className={styles.fact}>
      <span className={styles.factLabel}>{field.label}</span>
      <button type="button" className={styles.factValue} data-blank={blank} onClick={onEdit} disabled={onEdit === undefined} title={t('record.edit-field', { field: field.label })} aria-label={t('record.edit-field', { field: field.label })} data-testid={`fact-${field.name}`}>
        {blank ? t('common:none') : Array.isArray(value) ? <ol>{value.map((line: string) => <li key={line}>{line}</li>)}</ol> : words.value('power', field.name, value, names)}
        {onEdit === undefined ? null : <EditOutlined aria-hidden="true" />}
      </button>
    </div>
  )
}

function Editing({ power, field, value, onType, onClose }: { power: PowerDetail; field: FormField; value: unknown; onType: (value: string | boolean | string[] | null) => void; onClose: () => void }) {
  const { t } = useTranslation('common')
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const given = tidied({ [field.name]: value })
    const patch = field.name === 'subItem' ? { subItem: given['subItem'] ?? '' } : given
    const done = await refusals.attempt(() => client.powers.save({ items: [{ id: power.id, revision: power.revision, patch: powerPatchSchema.parse(patch) }] }))
    await refresh()
    setBusy(false)
    if (done) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const saves = (event.key === 'Enter' && field.kind === 'text') || (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey))
    if (saves) { event.preventDefault(); void save() }
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  }
  return (
    <div className={styles.fact} onKeyDown={onKeyDown} ref={focusFirst} data-testid={`editing-${field.name}`}>
      <span className={styles.factLabel}>{field.label}</span>
      <div className={styles.factEdit}>
        <FieldInput field={field} value={value} onChange={onType} />
        {field.note === undefined ? null : <p className={styles.factNote}>{field.note}</p>}
        <ErrorSentence failure={refusals.general} />
        <div className={styles.factKeys}>
          <Button size="small" type="primary" loading={busy} onClick={() => { void save() }} data-testid="fact-save">{t('save')}</Button>
          <Button size="small" onClick={onClose}>{t('cancel')}</Button>
        </div>
      </div>
    </div>
  )
}

/** The keyboard goes where the pointer went. */
function focusFirst(element: HTMLDivElement | null): void {
  element?.querySelector<HTMLElement>('input, textarea')?.focus()
}
