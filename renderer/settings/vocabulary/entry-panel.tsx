import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { VocabularyItem } from '#shared/contract/organisation.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { RecordForm } from '#renderer/components/form/record-form.tsx'
import type { FormSection } from '#renderer/components/form/record-form.tsx'
import { freeCode } from '../free-code.ts'
import styles from '../settings.module.css'

interface Props {
  /** A new one has the empty code. */
  readonly entry: VocabularyItem
  readonly entries: readonly VocabularyItem[]
  readonly onSaved: (code: string) => void
  readonly onLeave: () => void
}

const valuesSchema = z.object({ zh: z.string().trim(), en: z.string().trim(), aliases: z.array(z.string()).nullable(), active: z.boolean() })

/** One entry of a word list. Its code is made once and never shown on forms, so a new word for it changes no record. */
export function EntryPanel({ entry, entries, onSaved, onLeave }: Props) {
  const { t } = useTranslation(['settings', 'common'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const isNew = entry.revision === 0
  const base = { revision: entry.revision, zh: entry.labels['zh-CN'], en: entry.labels.en, aliases: entry.aliases, active: entry.active }
  const sections = (): readonly FormSection[] => [{ fields: [
    { name: 'zh', label: t('labels.zh-CN'), kind: 'text', required: true },
    { name: 'en', label: t('labels.en'), kind: 'text', required: true },
    { name: 'aliases', label: t('aliases'), kind: 'lines', note: t('aliases.note') },
    { name: 'active', label: t('active'), kind: 'yes-no', note: t('active.note') },
  ] }]
  return (
    <aside className={styles.panel} data-testid="entry-panel">
      <header className={styles.panelHead}><h3>{isNew ? t(`categories.new.${entry.kind}`) : entry.labels['zh-CN']}</h3>{isNew ? <Button size="small" onClick={onLeave}>{t('common:cancel')}</Button> : null}</header>
      <div className={styles.panelBody}>
        <RecordForm
          draftKey={`draft.settings.vocabulary.${entry.kind}.${entry.code}`} base={base} sections={sections} isNew={isNew} saveLabel={t(isNew ? 'categories.create' : 'categories.save')}
          show={(_field, value) => (Array.isArray(value) ? value.join('\n') : typeof value === 'boolean' ? t(value ? 'active.yes' : 'active.no') : String(value ?? ''))}
          onSave={async ({ patch, revision }) => {
            const now = valuesSchema.parse({ ...base, ...patch })
            const code = isNew ? freeCode(now.en, entries.map((other) => other.code)) : entry.code
            await client.organisation.saveVocabularyItem({ kind: entry.kind, code, revision, labels: { 'zh-CN': now.zh, en: now.en }, aliases: now.aliases ?? [], active: now.active })
            await refresh()
            onSaved(code)
            void message.success(t('saved'))
          }}
        />
      </div>
    </aside>
  )
}
