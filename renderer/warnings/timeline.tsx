import { useTranslation } from 'react-i18next'
import type { Warning, WarningStep } from '#shared/contract/warnings.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { EvidenceLinks } from '#renderer/review/evidence-field.tsx'
import { useWarningWords } from './use-warning-words.ts'
import styles from './warnings.module.css'

/** Everything that was done with a sheet, the latest first. */
export function Timeline({ warning, steps }: { warning: Warning; steps: readonly WarningStep[] }) {
  const { t } = useTranslation('warnings')
  const { origin } = useWarningWords()
  return (
    <ol className={styles.steps} data-testid="timeline" data-steps={steps.length}>
      {steps.toReversed().map((step) => <Step key={step.id} step={step} />)}
      <li data-service={warning.ruleCode !== null}>{warning.ruleCode === null ? t('timeline.raised') : t('timeline.found')}<small>{warning.foundBy === 'warning-run' ? t('run.by-itself') : warning.foundBy}　{warning.foundOn}</small><p>{origin(warning)}</p></li>
    </ol>
  )
}

function Step({ step }: { step: WarningStep }) {
  const { t } = useTranslation('warnings')
  const { level } = useWarningWords()
  const late = step.action !== 'late' ? '' : step.dueOn !== step.wasDueOn ? t('late.up', { level: level(step.levelCode)?.label ?? step.levelCode, dueOn: step.dueOn ?? '' }) : t('late.top')
  return (
    <li data-service={step.role === 'service'} data-action={step.action}>
      {t(`done.${step.action}`)}<small>{step.person === 'warning-run' ? t('run.by-itself') : step.person}　{localTime(step.doneAt)}</small>
      {[late, step.way, step.text, step.rectifyBy === null ? '' : t('timeline.rectify-by', { date: step.rectifyBy })].filter((part) => part !== '').map((part) => <p key={part}>{part}</p>)}
      {step.evidence.length === 0 ? null : <p><EvidenceLinks ids={step.evidence} /></p>}
    </li>
  )
}
