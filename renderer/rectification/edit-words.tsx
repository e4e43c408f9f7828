import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RectificationDetail } from '#shared/contract/rectification.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import styles from '#renderer/publicity/publicity.module.css'
import { WordsFields } from './words-fields.tsx'
import type { EntryWords } from './words-fields.tsx'

/** Changes the words of an entry that is still with its owner. */
export function EditWords({ entry, onClose }: { entry: RectificationDetail; onClose: () => void }) {
  const { t } = useTranslation(['rectification', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [revision] = useState(entry.revision)
  const [words, setWords] = useState<EntryWords>({ problem: entry.problem, cause: entry.cause, departmentId: entry.departmentId, ownerPostId: entry.ownerPostId, owner: entry.owner, measure: entry.measure })
  const save = async () => {
    const done = await refusals.attempt(() => client.rectification.save({ id: entry.id, revision, patch: words }))
    if (!done) return
    await refresh()
    onClose()
  }
  return (
    <form className={styles.body} onSubmit={(event) => { event.preventDefault(); void save() }} data-testid="edit-words">
      <div className={styles.form}><WordsFields value={words} onChange={setWords} /></div>
      <ErrorSentence failure={refusals.general} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" disabled={words.problem.trim() === ''} data-testid="save-words">{t('save')}</Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </form>
  )
}
