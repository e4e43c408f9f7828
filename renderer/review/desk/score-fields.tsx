import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Factors } from '#shared/contract/grading.ts'
import type { Desk } from '#shared/contract/review.ts'
import { factorsOf } from '#shared/model/grading/definition.ts'
import { decideDirection } from '#shared/model/grading/direction.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import { useEvent } from '#renderer/components/grid/use-event.ts'
import { useScale } from '#renderer/components/use-scale.ts'
import { FactorFields } from '#renderer/risks/panel/factor-fields.tsx'
import { fittingFactors, withFactor } from '#renderer/risks/panel/fitting-factors.ts'
import { useMethods } from '#renderer/risks/panel/use-methods.ts'
import type { Typed } from './decision-draft.ts'
import styles from './desk.module.css'

interface Props { readonly desk: Desk; readonly typed: Typed; readonly onChange: (part: Pick<Typed, 'factors' | 'grade' | 'lowers'>) => void }

/** The point scored anew by the method in force, beginning with the scores of the last level; what grade they come to shows at once. */
export function ScoreFields({ desk, typed, onChange }: Props) {
  const { t } = useTranslation('review')
  const client = useClient()
  const { scale } = useScale()
  const { inForce } = useMethods()
  const tell = useEvent(onChange)
  const asking = useRef(0)
  const [failure, setFailure] = useState<Failure>()
  const asked = inForce === undefined ? [] : factorsOf(inForce.version.definition)
  const factors = typed.factors ?? fittingFactors(desk.levels.findLast((level) => level.factors !== null)?.factors ?? {}, asked)
  const directionTo = (grade: string) => (scale === undefined || desk.grade === null ? 'same' : decideDirection(scale, desk.grade, grade))
  const score = async (next: Factors) => {
    const turn = ++asking.current
    setFailure(undefined)
    tell({ factors: next, grade: null, lowers: false })
    try {
      const { finalGrade } = await client.grading.preview({ riskPointId: desk.id, factors: next })
      // Only the answer to the last change counts.
      if (turn === asking.current && finalGrade !== null) tell({ factors: next, grade: finalGrade, lowers: directionTo(finalGrade) === 'lowered' })
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  return (
    <div className={styles.score} data-testid="score-fields" data-grade={typed.grade}>
      <FactorFields factors={asked} values={factors} onChange={(code, value) => void score(withFactor(factors, code, value))} />
      <ErrorSentence failure={failure} />
      <p className={styles.line} aria-live="polite">
        {typed.grade === null ? <span className={styles.quiet}>{t('score.incomplete')}</span> : <><span>{t('score.result')}</span><GradeTag code={typed.grade} /><span className={styles.quiet}>{t(`score.${directionTo(typed.grade)}`)}</span></>}
      </p>
    </div>
  )
}
