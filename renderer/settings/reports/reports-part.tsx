import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Switch } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { ReportSettings } from '#shared/contract/reports.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import { isNumberPattern } from '#shared/model/report-orders.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { PartFrame } from '../part-frame.tsx'
import { SaveBar } from '../save-bar.tsx'
import settings from '../settings.module.css'
import { useSavedDraft } from '../use-saved-draft.ts'
import { LogoField } from './logo-field.tsx'
import styles from './report-settings.module.css'
import { SamplePage } from './sample-page.tsx'

const draftSchema = z.object({
  redHead: z.string(), numberPattern: z.string(), numberOnTop: z.boolean(), watermarks: z.object({ public: z.string(), internal: z.string(), assessment: z.string() }),
})
type Draft = z.infer<typeof draftSchema>

/** How the office's papers look: red head, logo, number and watermarks, with a page to see it on. */
export function ReportsPart() {
  const { t } = useTranslation(['settings'])
  const api = useApi()
  const { data } = useQuery(api.reports.settings.queryOptions())
  return (
    <PartFrame name="reports" title={t('part.reports')} text={t('reports.text')} ready={data !== undefined}>
      {data === undefined ? null : <Editor stored={data} />}
    </PartFrame>
  )
}

function Editor({ stored }: { stored: ReportSettings }) {
  const { t } = useTranslation(['settings', 'reportKinds'])
  const client = useClient()
  const [edition, setEdition] = useState<ReportEdition>('internal')
  const stands = useMemo(() => ({ value: { redHead: stored.redHead, numberPattern: stored.numberPattern, numberOnTop: stored.numberOnTop, watermarks: stored.watermarks }, revision: stored.revision }), [stored])
  const draft = useSavedDraft<Draft>('draft.settings.reports', {
    schema: draftSchema, stands, sound: ({ numberPattern }) => isNumberPattern(numberPattern),
    write: async (value) => { await client.reports.saveSettings({ ...value, revision: stored.revision }); return t('saved') },
  })
  const { value } = draft
  const change = (patch: Partial<Draft>) => draft.change({ ...value, ...patch })
  const sound = !draft.bar.disabled
  return (
    <div className={settings.pair}>
      <div className={settings.list}>
        <div className={`${settings.scroll} ${styles.fields}`}>
          <label htmlFor="red-head">{t('reports.red-head')}</label>
          <div><Input id="red-head" value={value.redHead} maxLength={60} placeholder={t('reports.red-head.hint')} onChange={(event) => change({ redHead: event.target.value })} /><p>{t('reports.red-head.note')}</p></div>
          <span>{t('reports.logo')}</span>
          <LogoField stored={stored} />
          <label htmlFor="number-pattern">{t('reports.number')}</label>
          <div>
            <Input id="number-pattern" value={value.numberPattern} maxLength={80} status={sound ? '' : 'error'} aria-describedby="number-note" onChange={(event) => change({ numberPattern: event.target.value })} />
            <p id="number-note" className={sound ? undefined : styles.fault} role={sound ? undefined : 'alert'}>{t(sound ? 'reports.number.note' : 'reports.number.fault')}</p>
            <Checkbox checked={value.numberOnTop} onChange={(event) => change({ numberOnTop: event.target.checked })}>{t('reports.number.on-top')}</Checkbox>
          </div>
          <span>{t('reports.watermark')}</span>
          <div className={styles.marks}>
            {reportEditions.map((each) => <Watermark key={each} edition={each} value={value.watermarks[each]} onLook={() => setEdition(each)} onChange={(text) => { setEdition(each); change({ watermarks: { ...value.watermarks, [each]: text } }) }} />)}
            <p>{t('reports.watermark.note')}</p>
          </div>
        </div>
        <SaveBar {...draft.bar} saveLabel={t('reports.save')}><ErrorSentence failure={draft.refusals.general} /></SaveBar>
      </div>
      <div className={settings.panel}>
        <div className={settings.panelHead}><h3>{t('reports.sample', { edition: t(`reportKinds:edition.${edition}`) })}</h3></div>
        <div className={`${settings.panelBody} ${styles.desk}`}><SamplePage settings={{ ...value, logo: stored.logo }} edition={edition} /></div>
      </div>
    </div>
  )
}

/** Switching a watermark off keeps nothing; switching it on begins with the name of the edition. */
function Watermark({ edition, value, onLook, onChange }: { edition: ReportEdition; value: string; onLook: () => void; onChange: (text: string) => void }) {
  const { t } = useTranslation(['settings', 'reportKinds'])
  const name = t(`reportKinds:edition.${edition}`)
  return (
    <div className={styles.mark}>
      <Switch size="small" checked={value !== ''} aria-label={t('reports.watermark.of', { edition: name })} onChange={(on) => onChange(on ? t(`reports.watermark.${edition}`) : '')} data-testid={`watermark-${edition}`} />
      <span>{name}</span>
      <Input value={value} maxLength={40} disabled={value === ''} aria-label={t('reports.watermark.text', { edition: name })} onFocus={onLook} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}
