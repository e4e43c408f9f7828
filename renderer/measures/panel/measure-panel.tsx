import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MeasureDetail, MeasureRow } from '#shared/contract/measures.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { EditingOf } from '#renderer/app/session/editing-of.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import type { PanelProps } from '#renderer/components/list/list-page.tsx'
import panel from '#renderer/components/list/panel.module.css'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { PanelTabs } from '#renderer/components/list/panel-tabs.tsx'
import { RecordHistory } from '#renderer/history/record-history.tsx'
import { DueDate } from '../due-date.tsx'
import { MeasureForm, NewMeasure } from './measure-form.tsx'
import { ServedRisks } from './served-risks.tsx'
import { WorkTab } from './work/work-tab.tsx'

const route = getRouteApi('/shell/measures')

/** A control measure beside its list: its fields, the risk points it serves, its history. */
export function MeasurePanel(props: PanelProps<MeasureRow>) {
  const { t } = useTranslation('measures')
  const { risk } = route.useSearch()
  if (props.id === undefined) return <SidePanel title={t('new')} onClose={props.onClose} ready><NewMeasure riskPointId={risk} onCreated={props.onOpen} /></SidePanel>
  return <OpenMeasure {...props} id={props.id} />
}

function OpenMeasure({ id, changes, source, onClose, onStep }: PanelProps<MeasureRow> & { readonly id: string }) {
  const { t } = useTranslation('measures')
  const api = useApi()
  const { data, error } = useQuery(api.measures.get.queryOptions({ input: { id } }))
  const number = data?.number ?? source.known(id)?.number
  return (
    <SidePanel title={number === undefined ? t('title') : t('number', { number })} extra={data === undefined ? null : <DueDate row={data} />} onClose={onClose} onStep={onStep} ready={data !== undefined}>
      {error === null ? null : <div className={panel.pad}><ErrorSentence failure={failureOf(error)} /></div>}
      {data === undefined ? error === null ? <div className={panel.pad}><Skeleton active paragraph={{ rows: 8 }} /></div> : null : <Parts key={data.id} measure={data} changes={changes} />}
    </SidePanel>
  )
}

function Parts({ measure, changes }: { measure: MeasureDetail; changes: PanelProps<MeasureRow>['changes'] }) {
  const { t } = useTranslation(['measures', 'grid'])
  return (
    <EditingOf permission="measure.edit" subject={{ departmentId: measure.departmentId }}><PanelTabs
        name="measure"
        parts={[
        { key: 'record', label: t('grid:panel.tab.record'), content: <MeasureForm measure={measure} note={changes.note} /> },
        { key: 'work', label: t('tab.work'), content: <WorkTab measure={measure} /> },
        { key: 'risks', label: t('tab.risks', { count: measure.riskPoints.length }), content: <ServedRisks measure={measure} /> },
        { key: 'history', label: t('grid:panel.tab.history'), content: <div className={panel.pad}><RecordHistory entityId={measure.id} /></div> },
      ]}
    /></EditingOf>
  )
}
