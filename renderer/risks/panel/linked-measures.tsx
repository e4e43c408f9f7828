import { Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskDetail } from '#shared/contract/risks.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import { Editing } from '#renderer/app/year/looking.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { RemoteSelect } from '#renderer/components/remote-select.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { useVocabulary } from '#renderer/components/use-vocabulary.ts'
import { DueDate } from '#renderer/measures/due-date.tsx'
import { z } from 'zod'
import panel from '#renderer/components/list/panel.module.css'
import { answeringFor } from '#renderer/measures/answering.ts'

const textSchema = z.string()

/** The measures against a risk point: linking those there are, adding new ones, taking links away. */
export function LinkedMeasures({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation(['risks', 'states', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const vocabulary = useVocabulary()
  const refusals = useRefusal()
  const [content, setContent] = usePreference(`draft.measure.for.${risk.id}`, textSchema, '')
  const [busy, setBusy] = useState(false)
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true)
    const done = await refusals.attempt(async () => { await work(); await refresh() })
    setBusy(false)
    return done
  }
  const relink = async (id: string, change: (ids: string[]) => string[]) => {
    const measure = await client.measures.get({ id })
    await client.measures.save({ items: [{ id, revision: measure.revision, patch: { riskPointIds: change(measure.riskPoints.map((point) => point.id)) } }] })
  }
  const find = async (text: string) => (await client.measures.list({ limit: 20, filter: text === '' ? {} : { text } })).rows
    .filter(({ id }) => risk.controlMeasures.every((linked) => linked.id !== id)).map((row) => ({ value: row.id, label: row.content, note: answeringFor(row) }))
  const create = async () => {
    if (content.trim() === '') return
    if (await attempt(() => client.measures.create({ content: content.trim(), riskPointIds: [risk.id], ...(risk.departmentId === null ? {} : { departmentId: risk.departmentId }) }))) setContent('')
  }
  return (
    <div className={panel.pad} data-testid="linked-measures">
      {risk.controlMeasures.length === 0 ? <p className={panel.quiet}>{t('measures.none')}</p> : (
        <ol className={panel.linked}>
          {risk.controlMeasures.map((measure) => (
            <li key={measure.id}>
              <div className={panel.text}>
                <Link to="/measures" search={{ risk: risk.id, open: measure.id }}>{measure.content}</Link>
                <div className={panel.meta}>
                  {[measure.kindCode === null ? null : vocabulary.label('measure-kind', measure.kindCode), answeringFor(measure), t(`states:progress.${measure.progress}`)].filter((part) => part !== null).join(' · ')} <DueDate row={measure} />
                </div>
              </div>
              <Editing><Button size="small" disabled={busy} onClick={() => void attempt(() => relink(measure.id, (ids) => ids.filter((id) => id !== risk.id)))}>{t('measures.unlink')}</Button></Editing>
            </li>
          ))}
        </ol>
      )}
      <Editing><div className={panel.linking}>
        <RemoteSelect label={t('measures.link')} placeholder={t('common:withNote', { text: t('measures.link'), note: t('measures.link.placeholder') })} value={undefined} queryKey={['pick-measure', risk.id, risk.revision]} find={find} testId="link-measure" onChange={(id) => { if (id !== undefined) void attempt(() => relink(id, (ids) => [...ids, risk.id])) }} />
        <div className={panel.create}>
          <Input.TextArea value={content} placeholder={t('measures.create.placeholder')} aria-label={t('measures.create')} onChange={(event) => setContent(event.target.value)} data-testid="new-measure" />
          <Button disabled={busy || content.trim() === ''} onClick={() => void create()} data-testid="create-measure">{t('measures.create')}</Button>
        </div>
        <ErrorSentence failure={refusals.general} />
      </div></Editing>
    </div>
  )
}
