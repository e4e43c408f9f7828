import { useTranslation } from 'react-i18next'
import { approverOf } from '#shared/model/review/way.ts'
import type { Ladder, LadderStep } from '#shared/model/review/ladder.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useScale } from '#renderer/components/use-scale.ts'
import styles from './review-settings.module.css'

/** The way of an entry from top to bottom, as one would tell it. */
export function ReadableLadder({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation('review')
  return (
    <ol className={styles.ladder} data-testid="readable-ladder">
      <li data-end="true"><b>{t('ladder.start')}</b></li>
      {ladder.steps.map((step) => <li key={step.kind}><Step step={step} /></li>)}
      <li data-end="true"><b>{t('ladder.end')}</b></li>
    </ol>
  )
}

function Step({ step }: { step: LadderStep }) {
  const { t } = useTranslation(['review', 'people', 'common'])
  const { grades, label } = useScale()
  const taken = grades.filter(({ code }) => step.grades?.includes(code) ?? true)
  const who = step.roles.map((role) => t(`people:role.${role}`)).join(t('common:listSeparator'))
  return (
    <>
      <b>{t(`step.${step.kind}`)}</b>
      {step.kind === 'approval'
        ? taken.map(({ code }) => <span key={code} className={styles.approver}><GradeTag code={code} /> {t('ladder.line', { who: t(`people:role.${approverOf(step, code)}`), days: step.days })}</span>)
        : <span>{t('ladder.line', { who: who === '' ? t('common:none') : who, days: step.days })}</span>}
      {step.grades === undefined || step.kind === 'approval' ? null : <span>{t('ladder.grades')} {step.grades.map(label).join(t('common:listSeparator'))}</span>}
    </>
  )
}
