import { WarningFilled } from '@ant-design/icons'
import { Input } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Labels } from '#shared/model/labels.ts'
import { compareSeverity, gradeColours, scaleSchema } from '#shared/model/scales.ts'
import type { Scale, ScaleLevel } from '#shared/model/scales.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { SaveBar } from '../save-bar.tsx'
import styles from '../settings.module.css'
import { useSavedDraft } from '../use-saved-draft.ts'
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
  const client = useClient()
  const stands = useMemo(() => ({ value: { labels: stored.labels, levels: stored.scale.levels.toSorted((a, b) => compareSeverity(b, a)) }, revision: stored.revision }), [stored])
  const scaleOf = ({ labels: named, levels }: z.infer<typeof draftSchema>): Scale => ({ ...stored.scale, labels: named, levels })
  const draft = useSavedDraft<z.infer<typeof draftSchema>>(`draft.settings.scale.${stored.scale.code}`, {
    schema: draftSchema, stands, sound: (value) => problemOf(scaleOf(value)) === undefined,
    write: async (value) => { await client.organisation.saveScale({ scale: scaleOf(value), labels: value.labels, revision: stored.revision }); return t('saved') },
  })
  const { change } = draft
  const problem = problemOf(scaleOf(draft.value))
  const changeLevel = (level: ScaleLevel) => change({ ...draft.value, levels: draft.value.levels.map((other) => (other.code === level.code ? level : other)) })
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
      <SaveBar {...draft.bar} saveLabel={t('scales.save')}>
        {problem === undefined ? <ErrorSentence failure={draft.refusals.general} /> : <p className={styles.warning} role="alert" data-testid="scale-problem"><WarningFilled aria-hidden="true" /> {t(`scales.problem.${problem}`)}</p>}
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
