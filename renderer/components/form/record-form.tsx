import { App, Button } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '#renderer/app/failure.ts'
import { usePreference } from '#renderer/app/preferences.ts'
import { Editing, useReadOnly } from '#renderer/app/year/looking.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { draftSchema, overtaken, rebased, resolved, tidied, typed } from './draft.ts'
import type { Draft } from './draft.ts'
import { FieldInput } from './field-input.tsx'
import type { FormField } from './form-field.ts'
import { OvertakenNotice } from './overtaken-notice.tsx'
import styles from './record-form.module.css'

export interface FormSection { readonly title?: string; readonly fields: readonly FormField[] }

interface Props {
  /** Where the draft is kept: what was typed outlives the panel, a failed save and the program. */
  readonly draftKey: string
  /** The record as it stands; for a new one its preset values with revision 0. */
  readonly base: Readonly<Record<string, unknown>> & { readonly revision: number }
  readonly sections: (values: Readonly<Record<string, unknown>>) => readonly FormSection[]
  /** `values` are all of the form's, `patch` those that changed. @throws what core refuses */
  readonly onSave: (draft: { readonly revision: number; readonly patch: Record<string, unknown>; readonly before: Record<string, unknown> }) => Promise<void>
  readonly saveLabel: string
  /** A new record can be saved as it is preset. */
  readonly isNew?: boolean
  readonly show: (field: string, value: unknown) => string
  readonly children?: ReactNode
}

/** A record's fields, saved together. */
export function RecordForm({ draftKey, base, sections, onSave, saveLabel, isNew = false, show, children }: Props) {
  const { t } = useTranslation('grid')
  const { message } = App.useApp()
  const [draft, setDraft] = usePreference<Draft>(draftKey, draftSchema, null)
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState(false)
  const readOnly = useReadOnly()
  const values = { ...base, ...draft?.patch }
  const shownSections = sections(values)
  const fields = shownSections.flatMap((section) => section.fields)
  const refresh = useRefresh()
  const refusals = useRefusal(fields.map(({ name }) => name))
  const missing = fields.filter((field) => field.required === true && isBlank(values[field.name]))
  const others = draft !== null && draft.revision < base.revision ? overtaken(draft, base) : []
  const save = async () => {
    setAsked(true)
    if (readOnly || busy || missing.length > 0 || others.length > 0 || (draft === null && !isNew)) return
    setBusy(true)
    let merged = false
    const send = (revision: number) => onSave({ revision, patch: tidied(draft?.patch ?? {}), before: draft?.before ?? {} })
    const done = await refusals.attempt(async () => {
      try {
        await send(isNew ? 0 : base.revision)
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind !== 'stale') throw error
        await refresh()
        // Somebody else saved first, but nothing that was typed here: both changes stand.
        const { revision } = failure.current
        if (typeof revision !== 'number' || overtaken(draft, failure.current).length > 0) throw error
        await send(revision)
        merged = true
      }
    })
    if (done) {
      setDraft(null)
      setAsked(false)
      void message.success(t(merged ? 'stale.merged' : 'panel.saved'))
    }
    setBusy(false)
  }
  const discard = () => { setDraft(null); refusals.clear(); setAsked(false) }
  useShortcut('Ctrl+S', () => void save())
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid="record-form" data-dirty={draft !== null} noValidate>
      <div className={styles.fields}>
        {children}
        {others.length === 0 || readOnly ? null : (
          <OvertakenNotice
            fields={others.map((name) => ({ name, label: fields.find((field) => field.name === name)?.label ?? name, mine: show(name, values[name]), theirs: show(name, base[name]) }))}
            onChoose={(name, whose) => { refusals.clear(); setDraft(resolved(draft, base, name, whose)) }}
            onTake={() => setDraft(rebased(draft, base, others))} onKeep={() => setDraft(rebased(draft, base, []))}
          />
        )}
        {shownSections.map((section, index) => (
          <fieldset key={section.title ?? index} className={styles.section}>
            {section.title === undefined ? null : <legend>{section.title}</legend>}
            {section.fields.filter(({ kind }) => !readOnly || kind !== 'own').map((field) => readOnly ? <Shown key={field.name} field={field} value={base[field.name]} show={show} /> : (
              <Field key={field.name} field={field} value={values[field.name]} changed={draft !== null && field.name in draft.patch} missing={asked && missing.includes(field)} onChange={(value) => setDraft(typed(draft, base, field.name, value))}>
                <ErrorSentence failure={refusals.of(field.name)} />
              </Field>
            ))}
          </fieldset>
        ))}
      </div>
      <Editing><div className={styles.bar} data-shown={draft !== null || isNew}>
        <ErrorSentence failure={others.length > 0 && refusals.general?.kind === 'stale' ? undefined : refusals.general} />
        <div className={styles.actions}>
          <span>{draft === null ? null : t('panel.unsaved')}</span>
          {draft === null ? null : <Button onClick={discard} data-testid="discard">{t('panel.discard')}</Button>}
          <Button type="primary" htmlType="submit" loading={busy} title="Ctrl+S" data-testid="save">{saveLabel}</Button>
        </div>
      </div></Editing>
    </form>
  )
}

function Field({ field, value, changed, missing, onChange, children }: { field: FormField; value: unknown; changed: boolean; missing: boolean; onChange: (value: unknown) => void; children: ReactNode }) {
  const { t } = useTranslation('grid')
  const id = useId()
  return (
    <div className={styles.field} data-half={field.half} data-changed={changed}>
      <label htmlFor={id}>{field.label}{field.required === true ? <span className={styles.required} aria-hidden="true"> *</span> : null}</label>
      <FieldInput id={id} field={field} value={value} onChange={onChange} />
      {field.note === undefined ? null : <p className={styles.note}>{field.note}</p>}
      {missing ? <p className={styles.missing} role="alert">{t('panel.required')}</p> : null}
      {children}
    </div>
  )
}

/** A field of a frozen year: its words, without a way to change them. */
function Shown({ field, value, show }: { field: FormField; value: unknown; show: Props['show'] }) {
  return (
    <div className={styles.field} data-half={field.half} data-testid={`shown-${field.name}`}>
      <span className={styles.label}>{field.label}</span>
      <p className={styles.shown}>{field.choices?.find((choice) => choice.value === value)?.label ?? show(field.name, value)}</p>
    </div>
  )
}

const isBlank = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
