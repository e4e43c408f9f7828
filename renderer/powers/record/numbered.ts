import type { PowerDetail } from '#shared/contract/powers.ts'
import { answeringFor } from '#renderer/measures/answering.ts'

export interface NumberedStep {
  /** null: the box of points that stand on no step. */
  readonly id: string | null
  readonly name: string | null
  readonly risks: readonly { readonly number: string; readonly text: string; readonly gradeCode: string | null }[]
  /** Against these risks; the number names the risk it answers: 2.1 is the first measure against risk 2. */
  readonly measures: readonly { readonly number: string; readonly text: string; readonly owner: string | null }[]
}

/** The steps in order with their risk points numbered through, and the measures numbered after the points they answer. */
export function numbered(power: Pick<PowerDetail, 'steps' | 'riskPoints' | 'measures'>): NumberedStep[] {
  let count = 0
  const places = [...power.steps, ...(power.riskPoints.some(({ stepId }) => stepId === null) || power.steps.length === 0 ? [{ id: null, name: null }] : [])]
  return places.map(({ id, name }) => {
    const points = power.riskPoints.filter(({ stepId }) => stepId === id).map((point) => ({ point, number: String(++count) }))
    return {
      id, name,
      risks: points.map(({ point, number }) => ({ number, text: point.manifestation, gradeCode: point.gradeCode })),
      measures: points.flatMap(({ point, number }) => power.measures.filter(({ riskPointIds }) => riskPointIds.includes(point.id))
        .map((measure, index) => ({ number: `${number}.${index + 1}`, text: measure.content, owner: answeringFor(measure) }))),
    }
  })
}
