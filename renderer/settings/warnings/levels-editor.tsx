import { DeleteOutlined, WarningFilled } from '@ant-design/icons'
import { Button, Checkbox, InputNumber, Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { termNames } from '#shared/model/warnings/disposal.ts'
import { warningColours, warningLevelsSchema } from '#shared/model/warnings/levels.ts'
import type { WarningLevel } from '#shared/model/warnings/levels.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { freeCode } from '../free-code.ts'
import { SaveBar } from '../save-bar.tsx'
import styles from '../settings.module.css'
import { useSavedDraft } from '../use-saved-draft.ts'
import { LabelCells } from './label-cells.tsx'
import own from './warnings-settings.module.css'

interface Stored { readonly level: WarningLevel; readonly active: boolean; readonly revision: number }

const text = z.string().max(500)
/** As it is while somebody types: names may be empty, ranks double. */
const draftSchema = z.array(z.object({
  code: z.string(), labels: z.object({ 'zh-CN': text, en: text }), severityRank: z.number(), colour: z.enum(warningColours), needsApproval: z.boolean(),
  terms: z.object({ issue: z.number(), receive: z.number(), analyse: z.number(), rectify: z.number(), complete: z.number(), recheck: z.number(), conclude: z.number() }),
}))

/** All levels edited together: their ranks and names have to differ. */
export function LevelsEditor({ stored }: { stored: readonly Stored[] }) {
  const { t } = useTranslation(['warnings', 'settings'])
  const client = useClient()
  const stands = useMemo(() => ({ value: stored.filter(({ active }) => active).map(({ level }) => level), revision: stored.reduce((sum, { revision }) => sum + revision, 0) }), [stored])
  const draft = useSavedDraft<WarningLevel[]>('draft.settings.warning-levels', {
    schema: draftSchema, stands, sound: (levels) => warningLevelsSchema.safeParse(levels).success,
    write: async (levels) => { await client.warnings.saveLevels({ levels }); return t('settings:saved') },
  })
  const { change } = draft
  const patch = (code: string, part: Partial<WarningLevel>) => change(draft.value.map((level) => (level.code === code ? { ...level, ...part } : level)))
  const add = () => {
    const lightest = draft.value.at(-1)
    const terms = lightest?.terms ?? { issue: 5, receive: 3, analyse: 5, rectify: 5, complete: 20, recheck: 5, conclude: 5 }
    const rank = Math.max(0, ...draft.value.map(({ severityRank }) => severityRank)) + 1
    change([...draft.value, { code: freeCode('level', stored.map(({ level }) => level.code).concat(draft.value.map(({ code }) => code))), labels: { 'zh-CN': '', en: '' }, severityRank: rank, colour: 'blue', needsApproval: false, terms }])
  }
  return (
    <div className={styles.list}>
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="warning-levels">
          <thead>
            <tr>
              <th scope="col">{t('settings:labels.zh-CN')}</th><th scope="col">{t('settings:labels.en')}</th><th scope="col" title={t('settings.rank.text')}>{t('settings.column.rank')}</th><th scope="col">{t('settings.column.colour')}</th><th scope="col">{t('settings.column.approval')}</th>
              {termNames.map((name) => <th key={name} scope="col" className={styles.number} title={t('settings.term.text')}>{t(`term.${name}`)}</th>)}<th />
            </tr>
          </thead>
          <tbody>
            {draft.value.map((level) => (
              <tr key={level.code}>
                <LabelCells labels={level.labels} maxLength={40} onChange={(labels) => patch(level.code, { labels })} />
                <td className={styles.narrow}><InputNumber size="small" min={1} max={99} precision={0} style={{ width: 56 }} value={level.severityRank} aria-label={t('settings.column.rank')} onChange={(severityRank) => { if (severityRank !== null) patch(level.code, { severityRank }) }} /></td>
                <td className={styles.narrow}><Select size="small" style={{ width: 84 }} value={level.colour} aria-label={t('settings.column.colour')} options={warningColours.map((colour) => ({ value: colour, label: t(`settings.colour.${colour}`) }))} onChange={(colour) => patch(level.code, { colour })} /></td>
                <td className={styles.narrow}><Checkbox checked={level.needsApproval} aria-label={t('settings.column.approval')} onChange={(event) => patch(level.code, { needsApproval: event.target.checked })} /></td>
                {termNames.map((name) => <td key={name} className={own.term}><InputNumber size="small" min={0} max={250} precision={0} controls={false} style={{ width: 46 }} value={level.terms[name]} aria-label={t(`term.${name}`)} onChange={(days) => { if (days !== null) patch(level.code, { terms: { ...level.terms, [name]: days } }) }} /></td>)}
                <td className={styles.narrow}><Button size="small" type="text" icon={<DeleteOutlined />} disabled={draft.value.length === 1} aria-label={t('settings.level.remove')} title={t('settings.level.remove')} onClick={() => change(draft.value.filter(({ code }) => code !== level.code))} /></td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.none}>{t('settings.rank.text')} {t('settings.term.text')}</p>
        <div className={own.add}><Button size="small" disabled={draft.value.length >= 9} onClick={add} data-testid="add-level">{t('settings.level.add')}</Button></div>
      </div>
      <SaveBar {...draft.bar} saveLabel={t('settings.levels.save')}>
        {draft.bar.disabled ? <p className={styles.warning} role="alert"><WarningFilled aria-hidden="true" /> {t('settings.levels.problem')}</p> : <ErrorSentence failure={draft.refusals.general} />}
        {draft.overtaken ? <p className={styles.warning}>{t('settings:overtaken')}</p> : null}
      </SaveBar>
    </div>
  )
}
