import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { FieldInput } from '#renderer/components/form/field-input.tsx'
import type { FormField } from '#renderer/components/form/form-field.ts'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import type { Patch } from './register.ts'
import styles from './list.module.css'

interface Props {
  readonly count: number
  readonly fields: readonly FormField[]
  readonly onApply: (patch: Patch) => Promise<void>
  readonly onClose: () => void
}

/** The same value for chosen fields of all selected records. */
export function BulkEditDialog({ count, fields, onApply, onClose }: Props) {
  const { t } = useTranslation(['common', 'grid'])
  const [patch, setPatch] = useState<Patch>({})
  const [busy, setBusy] = useState(false)
  const refusals = useRefusal(fields.map(({ name }) => name))
  const chosen = Object.keys(patch)
  const apply = async () => {
    setBusy(true)
    if (await refusals.attempt(() => onApply(patch))) onClose()
    setBusy(false)
  }
  const tick = ({ name }: FormField, ticked: boolean) => {
    if (ticked) setPatch({ ...patch, [name]: null })
    else setPatch(Object.fromEntries(Object.entries(patch).filter(([field]) => field !== name)))
  }
  return (
    <Modal
      open title={t('grid:bulk.title', { count })} onCancel={onClose} onOk={() => void apply()} okText={t('grid:bulk.do', { count })} cancelText={t('cancel')}
      okButtonProps={{ disabled: chosen.length === 0 || chosen.some((name) => patch[name] === null && fields.some((field) => field.name === name && field.required === true)), loading: busy }}
      mask={{ closable: false }} data-testid="bulk-edit"
    >
      <p className={styles.hint}>{t('grid:bulk.hint')}</p>
      {fields.map((field) => (
        <div key={field.name} className={styles.bulk}>
          <Checkbox checked={field.name in patch} onChange={(event) => tick(field, event.target.checked)} data-testid={`bulk-${field.name}`}>{field.label}</Checkbox>
          <div>
            <FieldInput field={field} value={patch[field.name] ?? null} placeholder={field.name in patch ? t('grid:bulk.empty') : undefined} onChange={(value) => setPatch({ ...patch, [field.name]: value })} />
            <ErrorSentence failure={refusals.of(field.name)} />
          </div>
        </div>
      ))}
      <ErrorSentence failure={refusals.general} />
    </Modal>
  )
}
