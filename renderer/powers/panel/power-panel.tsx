import { ExpandOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PowerDetail, PowerRow } from '#shared/contract/powers.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { EditingOf } from '#renderer/app/session/editing-of.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import type { PanelProps } from '#renderer/components/list/list-page.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { PanelTabs } from '#renderer/components/list/panel-tabs.tsx'
import panel from '#renderer/components/list/panel.module.css'
import { RecordHistory } from '#renderer/history/record-history.tsx'
import { answeringFor } from '#renderer/measures/answering.ts'
import { NewPower, PowerForm } from './power-form.tsx'

/** A power beside its list: its fields, its risk points and measures, its history. */
export function PowerPanel(props: PanelProps<PowerRow>) {
  const { t } = useTranslation('powers')
  if (props.id === undefined) return <SidePanel title={t('new')} onClose={props.onClose} ready><NewPower onCreated={props.onOpen} /></SidePanel>
  return <OpenPower {...props} id={props.id} />
}

function OpenPower({ id, changes, source, onClose, onStep }: PanelProps<PowerRow> & { readonly id: string }) {
  const { t } = useTranslation('powers')
  const api = useApi()
  const { data, error } = useQuery(api.powers.get.queryOptions({ input: { id } }))
  const number = data?.number ?? source.known(id)?.number
  return (
    <SidePanel
      title={number === undefined ? t('title') : t('number', { number })} onClose={onClose} onStep={onStep} ready={data !== undefined}
      extra={<Link to="/powers/$id" params={{ id }} data-testid="power-page"><ExpandOutlined aria-hidden="true" /> {t('page')}</Link>}
    >
      {error === null ? null : <div className={panel.pad}><ErrorSentence failure={failureOf(error)} /></div>}
      {data === undefined ? error === null ? <div className={panel.pad}><Skeleton active paragraph={{ rows: 8 }} /></div> : null : <Parts key={data.id} power={data} changes={changes} />}
    </SidePanel>
  )
}

function Parts({ power, changes }: { power: PowerDetail; changes: PanelProps<PowerRow>['changes'] }) {
  const { t } = useTranslation(['powers', 'grid'])
  return (
    <PanelTabs
        name="power"
        parts={[
        { key: 'record', label: t('grid:panel.tab.record'), content: <EditingOf permission="power.edit" subject={{ departmentId: power.departmentId }}><PowerForm power={power} note={changes.note} /></EditingOf> },
        { key: 'risks', label: t('tab.risks', { count: power.riskCount }), content: <Risks power={power} /> },
        { key: 'measures', label: t('tab.measures', { count: power.measures.length }), content: <Measures power={power} /> },
        { key: 'history', label: t('grid:panel.tab.history'), content: <div className={panel.pad}><RecordHistory entityId={power.id} /></div> },
      ]}
    />
  )
}

function Risks({ power }: { power: PowerDetail }) {
  const { t } = useTranslation('powers')
  const shown = power.riskPoints.length
  return (
    <div className={panel.pad}>
      {shown === 0 ? <p className={panel.quiet}>{t('risks.none')}</p> : (
        <ul className={panel.linked}>
          {power.riskPoints.map((risk) => (
            <li key={risk.id}>
              <div className={panel.text}>
                <Link to="/risks" search={{ power: power.id, open: risk.id }}>{risk.manifestation}</Link>
                <div className={panel.meta}>{[risk.stepName, risk.postName].filter((part) => part !== null).join(' · ')}</div>
              </div>
              <GradeTag code={risk.gradeCode} />
            </li>
          ))}
        </ul>
      )}
      {shown < power.riskCount ? <p className={panel.quiet}>{t('risks.some', { shown, total: power.riskCount })}</p> : null}
      <Link to="/risks" search={{ power: power.id }}>{t('risks.all')}</Link>
    </div>
  )
}

function Measures({ power }: { power: PowerDetail }) {
  const { t } = useTranslation(['powers', 'states'])
  return (
    <div className={panel.pad}>
      {power.measures.length === 0 ? <p className={panel.quiet}>{t('measures.none')}</p> : (
        <ul className={panel.linked}>
          {power.measures.map((measure) => (
            <li key={measure.id}>
              <div className={panel.text}>
                <Link to="/measures" search={{ open: measure.id }}>{measure.content}</Link>
                <div className={panel.meta}>{[answeringFor(measure), t(`states:progress.${measure.progress}`)].filter((part) => part !== null).join(' · ')}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
