import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Warning, WarningStep } from '#shared/contract/warnings.ts'
import { isHandlers, offeredActions, openActions } from '#shared/model/warnings/disposal.ts'
import type { DisposalAction } from '#shared/model/warnings/disposal.ts'
import { Button } from 'antd'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useMe } from '#renderer/app/session/use-me.ts'
import { useReadOnly } from '#renderer/app/year/looking.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import { Files } from '#renderer/publicity/files.tsx'
import publicity from '#renderer/publicity/publicity.module.css'
import { factsOf } from './facts.ts'
import { SheetForm } from './sheet-form.tsx'
import { StepForm } from './step-form.tsx'
import { StateTag } from './state-tag.tsx'
import { Timeline } from './timeline.tsx'
import styles from './warnings.module.css'

interface Props { readonly id: string; readonly onClose: () => void; readonly onStep: (by: 1 | -1) => void }

/** One disposal sheet: what can be done next, the sheet itself, its evidence, and everything that was done. */
export function SheetPanel({ id, onClose, onStep }: Props) {
  const { t } = useTranslation('warnings')
  const api = useApi()
  const { data, error } = useQuery(api.warnings.get.queryOptions({ input: { id } }))
  return (
    <SidePanel title={data?.warning.object ?? t('sheet.title')} extra={data === undefined ? null : <StateTag state={data.warning.state} />} onClose={onClose} onStep={onStep} ready={data !== undefined}>
      <div className={publicity.body} data-testid="warning-sheet" data-state={data?.warning.state}>
        {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
        {data === undefined ? null : <Sheet key={data.warning.revision} {...data} />}
      </div>
    </SidePanel>
  )
}

interface SheetProps { readonly warning: Warning; readonly steps: readonly WarningStep[]; readonly rectifiedByCaller: boolean; readonly rectifyBy: string }

function Sheet({ warning, steps, rectifiedByCaller, rectifyBy }: SheetProps) {
  const { t } = useTranslation('warnings')
  const me = useMe()
  const frozen = useReadOnly()
  const [action, take] = useState<DisposalAction>()
  const offered = frozen ? [] : offeredActions(factsOf(warning), { grants: me?.grants ?? [] }, warning.departmentId)
  const open = offered.filter((one) => !rectifiedByCaller || !['pass', 'return', 'lift'].includes(one))
  return (
    <>
      {action === undefined ? <Next warning={warning} open={open} blocked={open.length < offered.length} onTake={take} /> : <StepForm warning={warning} action={action} rectifyBy={rectifyBy} onClose={() => take(undefined)} />}
      <SheetForm warning={warning} steps={steps} />
      <h3>{t('evidence')}</h3>
      <Files entity="warning" entityId={warning.id} mayAdd={open.length > 0} />
      <h3>{t('timeline')}</h3>
      <Timeline warning={warning} steps={steps} />
    </>
  )
}

/** The step that leads on as the first button; why none is offered where none is. */
function Next({ warning, open, blocked, onTake }: { warning: Warning; open: readonly DisposalAction[]; blocked: boolean; onTake: (action: DisposalAction) => void }) {
  const { t } = useTranslation('warnings')
  const [first] = open
  const [waited] = openActions(factsOf(warning))
  return (
    <div className={styles.next}>
      {open.map((action) => <Button key={action} type={action === first && action !== 'escalate' && action !== 'transfer' ? 'primary' : 'default'} onClick={() => onTake(action)} data-testid={`step-${action}`}>{t(`action.${action}`)}</Button>)}
      {open.length > 0 || waited === undefined || blocked ? null : <p className={publicity.quiet}>{t(isHandlers(waited) ? 'waits.handler' : 'waits.office')}</p>}
      {warning.clearedOn === null || warning.closedOn !== null ? null : <p className={publicity.due} data-testid="cleared">{t('cleared.text', { date: warning.clearedOn })}</p>}
      {warning.state === 'issued' && warning.needsApproval && !warning.approved ? <p className={publicity.due}>{t('approval.text')}</p> : null}
      {blocked ? <p className={publicity.quiet}>{t('four-eyes')}</p> : null}
    </div>
  )
}
