import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RiskDetail, RiskFigure } from '#shared/contract/risks.ts'
import type { RiskFigureKind } from '#shared/model/controls.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { localTime } from '#renderer/app/local-time.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import panel from '#renderer/components/list/panel.module.css'
import { useMethods } from '../use-methods.ts'
import grading from '../grading.module.css'
import { FigureCards } from './figure-cards.tsx'
import { FigureForm } from './figure-form.tsx'
import styles from './figures.module.css'

/** What a point is by itself, would be once its measures work, and was found to be; each set by whom it concerns. */
export function FiguresTab({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation(['risks', 'errors'])
  const api = useApi()
  const subject = { departmentId: risk.departmentId, state: risk.entryState }
  const mayExpect = useMay('figure.expect', subject)
  const mayVerify = useMay('figure.verify', subject)
  const [open, setOpen] = useState<RiskFigureKind>()
  const { inForce } = useMethods()
  const { data: verifying } = useQuery(api.risks.mayNotVerify.queryOptions({ input: { id: risk.id }, enabled: mayVerify }))
  const graded = risk.gradeCode !== null
  const older = graded && inForce !== undefined && risk.gradings[0]?.methodVersionId !== inForce.version.id
  return (
    <div className={panel.pad} data-testid="figures-tab">
      <FigureCards risk={risk} />
      {graded ? null : <p className={panel.quiet}>{t('figures.ungraded')}</p>}
      {older ? <p className={panel.quiet}>{t('figures.older-method')}</p> : null}
      {open === undefined && graded ? (
        <div className={styles.buttons}>
          {mayExpect ? <Button onClick={() => setOpen('expected')} data-testid="set-expected">{t('figures.do.expected')}</Button> : null}
          {mayVerify && verifying?.code === null ? <Button onClick={() => setOpen('verified')} data-testid="set-verified">{t('figures.do.verified')}</Button> : null}
        </div>
      ) : null}
      {mayVerify && verifying !== undefined && verifying.code !== null ? <p className={panel.quiet} data-testid="may-not-verify">{t(`errors:${verifying.code}`)}</p> : null}
      {open === undefined ? null : <FigureForm key={open} risk={risk} figure={open} onClose={() => setOpen(undefined)} />}
      {risk.figures.length === 0 ? null : (
        <>
          <h3>{t('figures.history')}</h3>
          <ol className={grading.gradings}>{risk.figures.map((figure) => <Entry key={figure.id} figure={figure} />)}</ol>
        </>
      )}
    </div>
  )
}

function Entry({ figure: { figure, grade, reason, setBy, setAt } }: { figure: RiskFigure }) {
  const { t } = useTranslation('risks')
  return (
    <li>
      <div className={panel.line}><span>{t(`figures.${figure}`)}</span><GradeTag code={grade} /><span className={grading.when}>{t('figures.who', { person: setBy, day: localTime(setAt) })}</span></div>
      {reason === '' ? null : <p>{reason}</p>}
    </li>
  )
}
