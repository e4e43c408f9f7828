import { Button, Switch } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { WarningSource } from '#shared/contract/warnings.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { freeCode } from '../free-code.ts'
import { SaveBar } from '../save-bar.tsx'
import styles from '../settings.module.css'
import { useSavedDraft } from '../use-saved-draft.ts'
import { LabelCells } from './label-cells.tsx'
import own from './warnings-settings.module.css'

const text = z.string().max(500)
const draftSchema = z.array(z.object({ code: z.string(), labels: z.object({ 'zh-CN': text, en: text }), active: z.boolean() }))

/** Where warnings are reported from. One that is switched off keeps its name for the warnings that bear it. */
export function SourcesEditor({ stored }: { stored: readonly (WarningSource & { readonly revision: number })[] }) {
  const { t } = useTranslation(['warnings', 'settings'])
  const client = useClient()
  const stands = useMemo(() => ({ value: stored.map(({ code, labels, active }) => ({ code, labels, active })), revision: stored.reduce((sum, { revision }) => sum + revision, 0) }), [stored])
  const draft = useSavedDraft<WarningSource[]>('draft.settings.warning-sources', {
    schema: draftSchema, stands, sound: (sources) => sources.every(({ labels }) => labels['zh-CN'].trim() !== '' && labels.en.trim() !== ''),
    write: async (sources) => { await client.warnings.saveSources({ sources }); return t('settings:saved') },
  })
  const { change } = draft
  const patch = (code: string, part: Partial<WarningSource>) => change(draft.value.map((source) => (source.code === code ? { ...source, ...part } : source)))
  return (
    <div className={styles.list}>
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="warning-sources">
          <thead><tr><th scope="col">{t('settings.column.enabled')}</th><th scope="col">{t('settings:labels.zh-CN')}</th><th scope="col">{t('settings:labels.en')}</th></tr></thead>
          <tbody>
            {draft.value.map((source) => (
              <tr key={source.code} data-active={source.active}>
                <td className={styles.narrow}><Switch size="small" checked={source.active} aria-label={t('settings.column.enabled')} onChange={(active) => patch(source.code, { active })} /></td>
                <LabelCells labels={source.labels} maxLength={60} onChange={(labels) => patch(source.code, { labels })} />
              </tr>
            ))}
          </tbody>
        </table>
        <div className={own.add}><Button size="small" disabled={draft.value.length >= 50} onClick={() => change([...draft.value, { code: freeCode('source', draft.value.map(({ code }) => code)), labels: { 'zh-CN': '', en: '' }, active: true }])} data-testid="add-source">{t('settings.source.add')}</Button></div>
      </div>
      <SaveBar {...draft.bar} saveLabel={t('settings.sources.save')}>
        <ErrorSentence failure={draft.refusals.general} />
        {draft.overtaken ? <p className={styles.warning}>{t('settings:overtaken')}</p> : null}
      </SaveBar>
    </div>
  )
}
