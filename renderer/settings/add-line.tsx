import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import styles from './settings.module.css'

interface Props {
  readonly label: string
  readonly placeholder: string
  /** @throws what core refuses; the name stays in the field then */
  readonly onAdd: (name: string) => Promise<void>
  readonly testId: string
}

/** A name and a button: the quickest way to add to a list, several in a row without leaving the keyboard. */
export function AddLine({ label, placeholder, onAdd, testId }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const refusals = useRefusal(['name'])
  const add = async () => {
    if (name.trim() === '' || busy) return
    setBusy(true)
    if (await refusals.attempt(() => onAdd(name.trim()))) setName('')
    setBusy(false)
  }
  return (
    <form className={styles.add} onSubmit={(event) => { event.preventDefault(); void add() }} data-testid={testId}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={name} maxLength={200} placeholder={placeholder} onChange={(event) => { setName(event.target.value); refusals.clear() }} />
      <Button htmlType="submit" disabled={name.trim() === ''}>{t('add')}</Button>
      <ErrorSentence failure={refusals.of('name') ?? refusals.general} />
    </form>
  )
}
