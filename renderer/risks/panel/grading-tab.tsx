import { useTranslation } from 'react-i18next'
import type { GradingRecord } from '#shared/contract/grading.ts'
import type { RiskDetail } from '#shared/contract/risks.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { useLocale } from '#renderer/app/language.ts'
import { EditingOf } from '#renderer/app/session/editing-of.tsx'
import { Editing } from '#renderer/app/year/looking.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import { GradingLock } from '#renderer/review/writer/lock-notice.tsx'
import { AcceptGrade } from './accept-grade.tsx'
import { GradingForm } from './grading-form.tsx'
import { useGradingWords } from './use-grading-words.ts'
import panel from '#renderer/components/list/panel.module.css'
import styles from './grading.module.css'

/** Grading a point, and all the gradings it ever had. */
export function GradingTab({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks')
  const subject = { departmentId: risk.departmentId, state: risk.entryState }
  return (
    <div className={panel.pad} data-testid="grading">
      <GradingLock risk={risk} />
      <EditingOf permission="entry.grade" subject={subject}><Editing><GradingForm risk={risk} /></Editing></EditingOf>
      <EditingOf permission="entry.take-over" subject={subject}><Editing><AcceptGrade risk={risk} /></Editing></EditingOf>
      <h3>{t('grading.history')}</h3>
      {risk.gradings.length === 0 ? <p className={panel.quiet}>{t('grading.none')}</p> : (
        <ol className={styles.gradings}>{risk.gradings.map((grading, index) => <Grading key={grading.id} grading={grading} current={index === 0} />)}</ol>
      )}
    </div>
  )
}

function Grading({ grading, current }: { grading: GradingRecord; current: boolean }) {
  const { t } = useTranslation(['risks', 'states'])
  const locale = useLocale()
  const scale = useScale()
  const { factors, overrides } = useGradingWords(grading)
  return (
    <li>
      <div className={panel.line}>
        <GradeTag code={grading.finalGrade} />
        <span>{t(`states:stage.${grading.stage}`)}{current ? ` · ${t('grading.current')}` : null}</span>
        {grading.direction === 'same' ? null : <strong>{t('grading.before-change', { direction: t(`states:direction.${grading.direction}`), grade: scale.label(grading.computedGrade) })}</strong>}
        <span className={styles.when}>{t('grading.who', { who: grading.gradedBy, when: localTime(grading.gradedAt), source: t(`states:source.${grading.source}`) })}</span>
      </div>
      <p className={panel.quiet}>{t('grading.by-method', { method: grading.methodLabels[locale], version: grading.methodVersion })}{factors === '' ? null : ` · ${factors}`}</p>
      {overrides === '' ? null : <p>{t('grading.overrides', { rules: overrides })}</p>}
      {grading.reason === '' ? null : <p>{t('grading.reason-was', { reason: grading.reason })}</p>}
      {grading.approver === null ? null : <p>{t('grading.approved-by', { name: grading.approver })}</p>}
    </li>
  )
}
