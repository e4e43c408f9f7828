import { App, Button, Input, Switch } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { WarningSource } from '#shared/contract/warnings.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { freeCode } from '../free-code.ts'
import { SaveBar } from '../save-bar.tsx'
import styles from '../settings.module.css'
import { useDraft } from '../use-draft.ts'
import own from './warnings-settings.module.css'

const text = z.string().max(500)
const draftSchema = z.array(z.object({ code: z.string(), labels: z.object({ 'zh-CN': text, en: text }), active: z.boolean() }))

/** Where warnings are reported from. One that is switched off keeps its name for the warnings that bear it. */
export function SourcesEditor({ stored }: { stored: readonly (WarningSource & { readonly revision: number })[] }) {
  const { t } = useTranslation(['warnings', 'settings'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [busy, setBusy] = useState(false)
  const stands = useMemo(() => ({ value: stored.map(({ code, labels, active }) => ({ code, labels, active })), revision: stored.reduce((sum, { revision }) => sum + revision, 0) }), [stored])
  const draft = useDraft<WarningSource[]>('draft.settings.warning-sources', draftSchema, stands)
  const sound = draft.value.every(({ labels }) => labels['zh-CN'].trim() !== '' && labels.en.trim() !== '')
  const change = (sources: WarningSource[]) => { refusals.clear(); draft.change(sources) }
  const patch = (code: string, part: Partial<WarningSource>) => change(draft.value.map((source) => (source.code === code ? { ...source, ...part } : source)))
  const save = async () => {
    if (!draft.dirty || !sound || busy) return
    setBusy(true)
    const done = await refusals.attempt(async () => { await client.warnings.saveSources({ sources: draft.value }); await refresh() })
    setBusy(false)
    if (!done) return
    draft.discard()
    void message.success(t('settings:saved'))
  }
  useShortcut('Ctrl+S', () => void save())
  return (
    <div className={styles.list}>
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="warning-sources">
          <thead><tr><th scope="col">{t('settings.column.enabled')}</th><th scope="col">{t('settings:labels.zh-CN')}</th><th scope="col">{t('settings:labels.en')}</th></tr></thead>
          <tbody>
            {draft.value.map((source) => (
              <tr key={source.code} data-active={source.active}>
                <td className={styles.narrow}><Switch size="small" checked={source.active} aria-label={t('settings.column.enabled')} onChange={(active) => patch(source.code, { active })} /></td>
                {(['zh-CN', 'en'] as const).map((locale) => <td key={locale}><Input size="small" value={source.labels[locale]} maxLength={60} aria-label={t(`settings:labels.${locale}`)} onChange={(event) => patch(source.code, { labels: { ...source.labels, [locale]: event.target.value } })} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
        <div className={own.add}><Button size="small" disabled={draft.value.length >= 50} onClick={() => change([...draft.value, { code: freeCode('source', draft.value.map(({ code }) => code)), labels: { 'zh-CN': '', en: '' }, active: true }])} data-testid="add-source">{t('settings.source.add')}</Button></div>
      </div>
      <SaveBar dirty={draft.dirty} onDiscard={() => { draft.discard(); refusals.clear() }} onSave={() => void save()} saveLabel={t('settings.sources.save')} busy={busy} disabled={!sound}><ErrorSentence failure={refusals.general} /></SaveBar>
    </div>
  )
}
