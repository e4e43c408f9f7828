import { WarningFilled } from '@ant-design/icons'
import { App, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Labels } from '#shared/model/labels.ts'
import { compareSeverity, gradeColours, scaleSchema } from '#shared/model/scales.ts'
import type { Scale, ScaleLevel } from '#shared/model/scales.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useShortcut } from '#renderer/app/use-shortcut.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { SaveBar } from '../save-bar.tsx'
import styles from '../settings.module.css'
import { useDraft } from '../use-draft.ts'
import { LevelRow } from './level-row.tsx'

interface Stored { readonly scale: Scale; readonly labels: Labels; readonly revision: number; readonly inUse: boolean }

const text = z.string().max(500)
const labels = z.object({ 'zh-CN': text, en: text })
/** As it is while somebody types: texts may be empty. */
const draftSchema = z.object({
  labels,
  levels: z.array(z.object({ code: z.string(), severityRank: z.number(), labels, aliases: z.array(z.string()), responsible: z.string(), colour: z.enum(gradeColours) })),
})

/** All grades of one scale, heaviest first, edited together: a word may mean one grade only. */
export function ScaleEditor({ stored }: { stored: Stored }) {
  const { t } = useTranslation('settings')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [busy, setBusy] = useState(false)
  const stands = useMemo(() => ({ value: { labels: stored.labels, levels: stored.scale.levels.toSorted((a, b) => compareSeverity(b, a)) }, revision: stored.revision }), [stored])
  const draft = useDraft(`draft.settings.scale.${stored.scale.code}`, draftSchema, stands)
  const scale = { ...stored.scale, labels: draft.value.labels, levels: draft.value.levels }
  const problem = problemOf(scale)
  const change = (next: typeof draft.value) => { refusals.clear(); draft.change(next) }
  const changeLevel = (level: ScaleLevel) => change({ ...draft.value, levels: draft.value.levels.map((other) => (other.code === level.code ? level : other)) })
  const save = async () => {
    if (!draft.dirty || problem !== undefined || busy) return
    setBusy(true)
    const done = await refusals.attempt(async () => {
      await client.organisation.saveScale({ scale, labels: draft.value.labels, revision: stored.revision })
      await refresh()
    })
    setBusy(false)
    if (!done) return
    draft.discard()
    void message.success(t('saved'))
  }
  useShortcut('Ctrl+S', () => void save())
  return (
    <div className={styles.list}>
      <div className={styles.scroll}>
        <div className={styles.names}>
          <label>{t('scales.name-zh')}<Input value={draft.value.labels['zh-CN']} onChange={(event) => change({ ...draft.value, labels: { ...draft.value.labels, 'zh-CN': event.target.value } })} /></label>
          <label>{t('scales.name-en')}<Input value={draft.value.labels.en} onChange={(event) => change({ ...draft.value, labels: { ...draft.value.labels, en: event.target.value } })} /></label>
        </div>
        <table className={styles.table} data-testid="scale-levels">
          <thead><tr><th scope="col">{t('scales.level')}</th><th scope="col">{t('labels.zh-CN')}</th><th scope="col">{t('labels.en')}</th><th scope="col">{t('aliases')}</th><th scope="col">{t('scales.colour')}</th><th scope="col">{t('scales.responsible')}</th></tr></thead>
          <tbody>{draft.value.levels.map((level, index) => <LevelRow key={level.code} level={level} place={index + 1} steps={draft.value.levels.length} onChange={changeLevel} />)}</tbody>
        </table>
        <p className={styles.none}>{t(stored.inUse ? 'scales.in-use' : 'scales.not-in-use')}</p>
      </div>
      <SaveBar dirty={draft.dirty} onDiscard={() => { draft.discard(); refusals.clear() }} onSave={() => void save()} saveLabel={t('scales.save')} busy={busy} disabled={problem !== undefined}>
        {problem === undefined ? <ErrorSentence failure={refusals.general} /> : <p className={styles.warning} role="alert" data-testid="scale-problem"><WarningFilled aria-hidden="true" /> {t(`scales.problem.${problem}`)}</p>}
        {draft.overtaken ? <p className={styles.warning}>{t('overtaken')}</p> : null}
      </SaveBar>
    </div>
  )
}

/** What keeps the scale from being saved. */
function problemOf(scale: Scale): 'blank' | 'ambiguous-word' | undefined {
  const read = scaleSchema.safeParse(scale)
  if (read.success) return undefined
  return read.error.issues.some(({ message: code }) => code === 'ambiguous-word') ? 'ambiguous-word' : 'blank'
}
