import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { vocabularyKinds } from '#shared/contract/organisation.ts'
import type { VocabularyItem, VocabularyKind } from '#shared/contract/organisation.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { PartFrame } from '../part-frame.tsx'
import styles from '../settings.module.css'
import { EntryList } from './entry-list.tsx'
import { EntryPanel } from './entry-panel.tsx'

const NEW = ''

/** The word lists of the register: what they are called in both languages, and by which other words files know them. */
export function VocabularyPart() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const { data } = useQuery(api.organisation.vocabulary.queryOptions())
  const [kind, setKind] = useState<VocabularyKind>('risk-category')
  const [selected, select] = useState<string>()
  const entries = (data ?? []).filter((entry) => entry.kind === kind).toSorted((a, b) => a.position - b.position)
  const entry = selected === NEW ? newEntry(kind, entries) : entries.find(({ code }) => code === selected) ?? entries[0]
  return (
    <PartFrame name="categories" title={t('part.categories')} text={t('categories.text')} ready={data !== undefined} actions={<Button onClick={() => select(NEW)} data-testid="new-entry">{t(`categories.new.${kind}`)}</Button>}>
      <Segmented className={styles.kinds ?? ''} value={kind} onChange={(next) => { setKind(next); select(undefined) }} options={vocabularyKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} data-testid="kinds" />
      <div className={styles.pair}>
        <EntryList kind={kind} entries={entries} selected={entry?.code} onSelect={select} />
        {entry === undefined ? null : <EntryPanel key={`${kind} ${entry.code}`} entry={entry} entries={entries} onSaved={select} onLeave={() => select(undefined)} />}
      </div>
    </PartFrame>
  )
}

const newEntry = (kind: VocabularyKind, entries: readonly VocabularyItem[]): VocabularyItem =>
  ({ kind, code: NEW, revision: 0, position: entries.length + 1, labels: { 'zh-CN': '', en: '' }, aliases: [], active: true })
