import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredTemplate } from '#shared/contract/assessment.ts'
import { templateSchema } from '#shared/model/assessment/definition.ts'
import { labelsSchema } from '#shared/model/labels.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import publicity from '#renderer/publicity/publicity.module.css'
import { SaveBar } from '#renderer/settings/save-bar.tsx'
import { useDraft } from '#renderer/settings/use-draft.ts'
import own from '../assessment.module.css'
import { BandsEditor } from './bands-editor.tsx'
import { templateDraftSchema } from './draft-schema.ts'
import type { TemplateDraft } from './draft-schema.ts'
import styles from './editor.module.css'
import { Faults } from './faults.tsx'
import { GroupsEditor } from './groups-editor.tsx'
import { VetoesEditor } from './vetoes-editor.tsx'
import { Versions } from './versions.tsx'
import { WeightsEditor } from './weights-editor.tsx'

interface Props { readonly template: StoredTemplate; readonly old: boolean; readonly onVersion: (id: string | undefined) => void }

/** A template edited as a whole; what is saved is a new version, and only what adds up is. */
export function TemplateEditor({ template, old, onVersion }: Props) {
  const { t } = useTranslation('assessment')
  const locale = useLocale()
  const reads = !useMay('rules.edit') || old
  const stands = useMemo(() => ({ value: { labels: template.labels, definition: template.definition, note: '' }, revision: template.version }), [template])
  const draft = useDraft(`draft.assessment.template.${template.id}`, templateDraftSchema, stands)
  const { labels, definition, note } = reads ? stands.value : draft.value
  const change = (part: Partial<TemplateDraft>) => draft.change({ labels, definition, note, ...part })
  const define = (part: Partial<TemplateDraft['definition']>) => change({ definition: { ...definition, ...part } })
  const saving = useSaving({ template, draft, onSaved: () => onVersion(undefined) })
  return (
    <div className={publicity.page} data-testid="template-editor" data-ready="true" data-version={template.version}>
      <div className={own.crumb}><Link to="/assessment">{t('editor.back')}</Link></div>
      <PageHeader title={template.labels[locale]} note={t('editor.version-of', { version: template.version, by: template.createdBy, at: localTime(template.createdAt) })} />
      {old ? <Alert className={own.notice} type="info" title={t('editor.old', { version: template.version })} action={<Button size="small" onClick={() => onVersion(undefined)}>{t('editor.latest')}</Button>} /> : null}
      {!reads && draft.overtaken ? <Alert className={own.notice} type="warning" showIcon title={t('editor.overtaken')} /> : null}
      <fieldset className={styles.columns} disabled={reads}>
        <div className={styles.main}>
          <div className={styles.names}>
            {(['zh-CN', 'en'] as const).map((language) => <Input key={language} value={labels[language]} maxLength={200} aria-label={`${t('editor.name')} ${language}`} disabled={reads} onChange={(event) => change({ labels: { ...labels, [language]: event.target.value } })} data-testid={`template-name-${language}`} />)}
          </div>
          <GroupsEditor definition={definition} reads={reads} onChange={define} />
          <h3>{t('editor.vetoes')}</h3>
          <VetoesEditor definition={definition} reads={reads} onChange={define} />
        </div>
        <aside className={styles.aside}>
          <Faults definition={definition} labels={labels} />
          <WeightsEditor definition={definition} reads={reads} onChange={define} />
          <h3>{t('editor.bands')}</h3>
          <BandsEditor definition={definition} reads={reads} onChange={define} />
          <Versions template={template} onVersion={onVersion} />
        </aside>
      </fieldset>
      {reads ? null : (
        <SaveBar dirty={draft.dirty} onDiscard={draft.discard} onSave={saving.save} saveLabel={t('editor.save', { version: template.version + 1 })} busy={saving.busy} disabled={!saving.sound || draft.overtaken}>
          <Input value={note} maxLength={500} placeholder={t('editor.note')} aria-label={t('editor.note')} onChange={(event) => change({ note: event.target.value })} />
          <ErrorSentence failure={saving.failure} />
        </SaveBar>
      )}
    </div>
  )
}

function useSaving({ template, draft, onSaved }: { template: StoredTemplate; draft: ReturnType<typeof useDraft<TemplateDraft>>; onSaved: () => void }) {
  const { t } = useTranslation('assessment')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [busy, setBusy] = useState(false)
  const read = useMemo(() => ({ definition: templateSchema.safeParse(draft.value.definition), labels: labelsSchema.safeParse(draft.value.labels) }), [draft.value])
  const sound = read.definition.success && read.labels.success
  const save = async () => {
    if (!read.definition.success || !read.labels.success || busy || !draft.dirty) return
    setBusy(true)
    const { data: definition } = read.definition
    const { data: labels } = read.labels
    const done = await refusals.attempt(() => client.assessment.saveTemplate({ id: template.id, seen: template.version, labels, definition, note: draft.value.note }))
    if (done) {
      draft.discard()
      void message.success(t('editor.saved', { version: template.version + 1 }))
      onSaved()
    }
    await refresh()
    setBusy(false)
  }
  useShortcut('Ctrl+S', () => void save(), () => draft.dirty)
  return { save: () => void save(), busy, sound, failure: refusals.general }
}
