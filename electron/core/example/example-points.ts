import { keyOf } from '#shared/model/text-key.ts'
import type { WritableDatabase } from '../database/database.ts'
import type { GradeItem } from '../grading/grade-points.ts'
import { exampleScores } from './scores.ts'

const keyFor = (powerName: string, manifestation: string): string => `${keyOf(powerName)}\n${keyOf(manifestation)}`

const scores = new Map(exampleScores.map((score) => [keyFor(score.powerName, score.manifestation), score]))

/** The example's points with their factors, ready to be graded. */
export async function exampleItems(db: WritableDatabase): Promise<GradeItem[]> {
  const points = await db.selectFrom('risk_point').innerJoin('power', 'power.id', 'risk_point.power_id')
    .select(['risk_point.id', 'risk_point.revision', 'risk_point.manifestation', 'power.name'])
    .where('risk_point.state', '=', 'in-force').orderBy('risk_point.number').execute()
  return points.map(({ id, revision, name, manifestation }) => {
    const score = scores.get(keyFor(name, manifestation))
    if (score === undefined) throw new Error(`the example has no score for ${name}: ${manifestation}`)
    return { riskPointId: id, revision, factors: { likelihood: score.likelihood, consequence: score.consequence } }
  })
}

/** The points an import left for somebody to confirm. */
export async function flaggedPoints(db: WritableDatabase): Promise<string[]> {
  const points = await db.selectFrom('risk_point').select('id').where('confirm_code', 'is not', null).where('state', '=', 'in-force').execute()
  return points.map(({ id }) => id)
}
