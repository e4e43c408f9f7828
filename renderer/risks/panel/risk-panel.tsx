import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RiskDetail, RiskRow } from '#shared/contract/risks.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { EditingOf } from '#renderer/app/session/editing-of.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import type { PanelProps } from '#renderer/components/list/list-page.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { PanelTabs } from '#renderer/components/list/panel-tabs.tsx'
import { RecordHistory } from '#renderer/history/record-history.tsx'
import { EntryLine } from '#renderer/review/writer/entry-line.tsx'
import { ConfirmNotice } from './confirm-notice.tsx'
import { FiguresTab } from './figures/figures-tab.tsx'
import { GradingTab } from './grading-tab.tsx'
import { LinkedMeasures } from './linked-measures.tsx'
import { NewRisk } from './new-risk.tsx'
import { RiskForm } from './risk-form.tsx'
import panel from '#renderer/components/list/panel.module.css'

const route = getRouteApi('/shell/risks')

/** A risk point beside its list: what it is, its gradings, its measures, its history. */
export function RiskPanel(props: PanelProps<RiskRow>) {
  const { t } = useTranslation('risks')
  const { power } = route.useSearch()
  if (props.id === undefined) return <SidePanel title={t('new')} onClose={props.onClose} ready><NewRisk presetPowerId={power} onCreated={props.onOpen} /></SidePanel>
  return <OpenRisk {...props} id={props.id} />
}

function OpenRisk({ id, changes, source, onClose, onStep }: PanelProps<RiskRow> & { readonly id: string }) {
  const { t } = useTranslation(['risks', 'grid'])
  const api = useApi()
  const { data, error } = useQuery(api.risks.get.queryOptions({ input: { id } }))
  const known = source.known(id)
  const head = data ?? known
  return (
    <SidePanel
      title={head === undefined ? t('title') : t('number', { number: head.number })} extra={head === undefined ? null : <GradeTag code={head.gradeCode} />}
      onClose={onClose} onStep={onStep} ready={data !== undefined}
    >
      {error === null ? null : <div className={panel.pad}><ErrorSentence failure={failureOf(error)} /></div>}
      {data === undefined ? error === null ? <div className={panel.pad}><Skeleton active paragraph={{ rows: 8 }} /></div> : null : <Parts key={data.id} risk={data} changes={changes} />}
    </SidePanel>
  )
}

function Parts({ risk, changes }: { risk: RiskDetail; changes: PanelProps<RiskRow>['changes'] }) {
  const { t } = useTranslation(['risks', 'grid'])
  const place = { departmentId: risk.departmentId }
  return (
    <EditingOf permission="entry.edit" subject={{ ...place, state: risk.entryState }}>
      <div className={panel.summary}>
        <Link to="/powers/$id" params={{ id: risk.powerId }} className={panel.power} title={t('power.open')}>{risk.powerName}</Link>
        {risk.departmentName === null ? null : <span>{risk.departmentName}</span>}
      </div>
      <EntryLine risk={risk} />
      <ConfirmNotice risk={risk} />
      <PanelTabs
        name="risk"
        parts={[
          { key: 'record', label: t('grid:panel.tab.record'), content: <RiskForm risk={risk} changes={changes} /> },
          { key: 'grading', label: t('tab.grading'), content: <GradingTab risk={risk} /> },
          { key: 'figures', label: t('tab.figures'), content: <FiguresTab risk={risk} /> },
          { key: 'measures', label: t('tab.measures', { count: risk.controlMeasures.length }), content: <EditingOf permission="measure.edit" subject={place}><LinkedMeasures risk={risk} /></EditingOf> },
          { key: 'history', label: t('grid:panel.tab.history'), content: <div className={panel.pad}><RecordHistory entityId={risk.id} /></div> },
        ]}
      />
    </EditingOf>
  )
}

