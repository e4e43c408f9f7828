import { useTranslation } from 'react-i18next'
import type { Sheet } from '#shared/contract/assessment.ts'
import type { DepartmentStep } from '#shared/model/assessment/states.ts'
import { scoringBars } from '#shared/model/assessment/who-scores.ts'
import publicity from '#renderer/publicity/publicity.module.css'

/** So many names are read at a glance; more are counted. */
const mostNames = 6

/** Whose turn it is: the person's own, or who else may, and why not he. */
export function Turn({ sheet, active }: { sheet: Sheet; active: boolean }) {
  const { campaign: { state }, department: { step } } = sheet
  if (state !== 'scoring') return null
  return active && step !== 'scored' ? <Own sheet={sheet} step={step} /> : <Waiting sheet={sheet} />
}

function Own({ sheet: { scoring }, step }: { sheet: Sheet; step: Exclude<DepartmentStep, 'scored'> }) {
  const { t } = useTranslation('assessment')
  return <span data-testid="turn">{scoring[step] === 'instead' ? `${t('sheet.instead')} ` : ''}{t('sheet.yours', { rater: t(`rater.${step}`) })}</span>
}

function Waiting({ sheet: { department: { step }, scoring, asked } }: { sheet: Sheet }) {
  const { t } = useTranslation('assessment')
  if (step === 'scored') return <span data-testid="turn">{t('sheet.waits', { turn: t('turn.scored') })}</span>
  const bar = scoringBars.find((one) => one === scoring[step])
  const names = asked.slice(0, mostNames).join(t('sheet.asked.between'))
  return (
    <span data-testid="turn" data-verdict={scoring[step]}>
      {t('sheet.waits', { turn: t(`turn.${step}`) })}
      {asked.length === 0 ? null : <> {asked.length > mostNames ? t('sheet.asked.more', { names, count: asked.length }) : t('sheet.asked', { names })}</>}
      {bar === undefined ? null : <> <strong data-testid="barred">{t(`sheet.bar.${bar}`)}</strong></>}
      {asked.length > 0 ? null : <> <strong className={publicity.due} data-testid="nobody-left">{t('sheet.nobody')}</strong></>}
    </span>
  )
}
