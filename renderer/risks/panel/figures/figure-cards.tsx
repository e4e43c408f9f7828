import { useTranslation } from 'react-i18next'
import type { RiskDetail, RiskFigure } from '#shared/contract/risks.ts'
import { riskFigureKinds } from '#shared/model/controls.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useGradingWords } from '../use-grading-words.ts'
import styles from './figures.module.css'

/** The three figures of a point beside each other: as it is by itself, as expected, as found. */
export function FigureCards({ risk }: { risk: Pick<RiskDetail, 'gradings' | 'gradeCode' | 'figures'> }) {
  const [grading] = risk.gradings
  return (
    <ol className={styles.cards} data-testid="figures">
      <Card name="inherent" grade={risk.gradeCode} figure={grading === undefined || risk.gradeCode === null ? undefined : { ...grading, setBy: grading.gradedBy, setOn: localTime(grading.gradedAt).slice(0, 10) }} />
      {riskFigureKinds.map((kind) => {
        const figure = risk.figures.find((each) => each.figure === kind)
        return <Card key={kind} name={kind} grade={figure?.grade ?? null} figure={figure} />
      })}
    </ol>
  )
}

type Shown = Pick<RiskFigure, 'methodVersionId' | 'factors' | 'overrides' | 'score' | 'reason' | 'setBy' | 'setOn'>

function Card({ name, grade, figure }: { name: 'inherent' | 'expected' | 'verified'; grade: string | null; figure: Shown | undefined }) {
  const { t } = useTranslation('risks')
  return (
    <li data-testid={`figure-${name}`} data-grade={grade ?? ''}>
      <h4>{t(`figures.${name}`)}</h4>
      {figure === undefined ? <p className={styles.none}>{t(`figures.none.${name}`)}</p> : <><GradeTag code={grade} /><How figure={figure} /></>}
    </li>
  )
}

function How({ figure }: { figure: Shown }) {
  const { t } = useTranslation('risks')
  const { factors, overrides } = useGradingWords(figure)
  return (
    <>
      {figure.score === null ? null : <small>{t('grading.score', { score: figure.score })}</small>}
      <small>{factors}</small>
      {overrides === '' ? null : <small>{t('grading.overrides', { rules: overrides })}</small>}
      {figure.reason === '' ? null : <small className={styles.reason}>{figure.reason}</small>}
      <small>{t('figures.who', { person: figure.setBy, day: figure.setOn })}</small>
    </>
  )
}
