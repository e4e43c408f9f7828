import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict } from './use-changes.ts'
import styles from './list.module.css'

interface Props<Row> {
  readonly conflict: Conflict<Row>
  readonly title: string
  readonly show: (value: string | null) => string
  readonly onKeep: (value: string | null) => void
  readonly onTake: () => void
}

/** Two people's values of one cell side by side; texts can be merged before they are saved. */
export function ConflictDialog<Row>({ conflict, title, show, onKeep, onTake }: Props<Row>) {
  const { t } = useTranslation(['grid', 'common'])
  const isText = conflict.edit.kind === 'text' || conflict.edit.kind === 'long-text'
  const [merged, setMerged] = useState(conflict.mine ?? '')
  const keep = () => onKeep(isText ? (merged.trim() === '' ? null : merged.trim()) : conflict.mine)
  return (
    <Modal
      open title={t('common:withNote', { text: t('conflict.title'), note: title })} onCancel={onTake} mask={{ closable: false }} data-testid="conflict"
      footer={[<Button key="take" onClick={onTake}>{t('conflict.take')}</Button>, <Button key="keep" type="primary" onClick={keep}>{t('conflict.keep')}</Button>]}
    >
      <p>{t('conflict.text')}</p>
      <h4 className={styles.side}>{t('conflict.theirs')}</h4>
      <p className={styles.value}>{show(conflict.theirs)}</p>
      <h4 className={styles.side}>{t('conflict.mine')}</h4>
      {isText ? <Input.TextArea value={merged} aria-label={t('conflict.mine')} onChange={(event) => setMerged(event.target.value)} /> : <p className={styles.value}>{show(conflict.mine)}</p>}
    </Modal>
  )
}
