import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeasureDetail } from '#shared/contract/measures.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { Editing } from '#renderer/app/year/looking.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import panel from '#renderer/components/list/panel.module.css'
import { RemoteSelect } from '#renderer/components/remote-select.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'

/** The risk points a measure serves; one may serve many. */
export function ServedRisks({ measure }: { measure: MeasureDetail }) {
  const { t } = useTranslation(['measures', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [busy, setBusy] = useState(false)
  const ids = measure.riskPoints.map(({ id }) => id)
  const relink = async (riskPointIds: string[]) => {
    setBusy(true)
    await refusals.attempt(async () => {
      await client.measures.save({ items: [{ id: measure.id, revision: measure.revision, patch: { riskPointIds } }] })
      await refresh()
    })
    setBusy(false)
  }
  const find = async (text: string) => (await client.risks.list({ limit: 20, filter: text === '' ? {} : { text } })).rows
    .filter(({ id }) => !ids.includes(id)).map((row) => ({ value: row.id, label: row.manifestation, note: <GradeTag code={row.gradeCode} /> }))
  return (
    <div className={panel.pad}>
      {measure.riskPoints.length === 0 ? <p className={panel.quiet}>{t('risks.none')}</p> : (
        <ul className={panel.linked}>
          {measure.riskPoints.map((risk) => (
            <li key={risk.id}>
              <div className={panel.text}>
                <Link to="/risks" search={{ open: risk.id }}>{risk.manifestation}</Link>
                <div className={panel.meta}>{risk.powerName}</div>
              </div>
              <GradeTag code={risk.gradeCode} />
              <Editing><Button size="small" disabled={busy} onClick={() => void relink(ids.filter((id) => id !== risk.id))}>{t('risks.unlink')}</Button></Editing>
            </li>
          ))}
        </ul>
      )}
      <Editing><RemoteSelect label={t('risks.link')} placeholder={t('common:withNote', { text: t('risks.link'), note: t('risks.link.placeholder') })} value={undefined} queryKey={['pick-risk', measure.id, measure.revision]} find={find} testId="link-risk" onChange={(id) => { if (id !== undefined) void relink([...ids, id]) }} /></Editing>
      <ErrorSentence failure={refusals.general} />
    </div>
  )
}
