import { createHash } from 'node:crypto'
import { Refusal } from '#shared/model/refusal.ts'
import type { Sample } from '#shared/contract/review.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'

export interface DrawOrder { readonly seed: string; readonly size: number; readonly gradeCodes: readonly string[]; readonly departmentIds: readonly string[] }

/**
 * Draws points in force for a spot check. Each point has a place in the draw that only the seed and its identifier
 * decide, so that whoever draws again with the same seed and criteria draws the same points from the same register.
 * @throws Refusal `review.sample-empty`
 */
export async function drawSample(change: Change, { seed, size, gradeCodes, departmentIds }: DrawOrder): Promise<Sample> {
  let drawn: { place: string; id: string }[] = []
  let population = 0
  for await (const ids of populationOf(change.db, { gradeCodes, departmentIds })) {
    population += ids.length
    const placed = ids.map((id) => ({ place: placeOf(seed, id), id }))
    drawn = [...drawn, ...placed].toSorted((a, b) => (a.place < b.place ? -1 : 1)).slice(0, size)
  }
  if (population === 0) throw new Refusal('review.sample-empty')
  const id = change.newId()
  await change.db.insertInto('review_sample').values({ id, seed, criteria: JSON.stringify({ gradeCodes, departmentIds, size }), population, drawn_by: change.actor.name, drawn_at: change.at }).execute()
  for (const [position, point] of drawn.entries()) await change.db.insertInto('review_sample_point').values({ sample_id: id, position, risk_point_id: point.id, verdict: null }).execute()
  await change.record({ action: 'review-sample.draw', entity: 'review-sample', entityId: id, after: { seed, size, gradeCodes, departmentIds, population, drawn: drawn.length } })
  return readSample(change.db, id)
}

const placeOf = (seed: string, id: string): string => createHash('sha256').update(`${seed}\n${id}`).digest('hex')

async function* populationOf(db: ReadableDatabase, { gradeCodes, departmentIds }: Pick<DrawOrder, 'gradeCodes' | 'departmentIds'>): AsyncGenerator<string[], void, void> {
  for (let after = 0; ;) {
    let query = db.selectFrom('risk_point').select(['id', 'number']).where('state', '=', 'in-force').where('grade_code', 'is not', null).where('number', '>', after)
    if (gradeCodes.length > 0) query = query.where('grade_code', 'in', gradeCodes)
    if (departmentIds.length > 0) query = query.where('department_id', 'in', departmentIds)
    const rows = await query.orderBy('number').limit(1000).execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.number
    yield rows.map((row) => row.id)
  }
}

const selectSamples = (db: ReadableDatabase) => db.selectFrom('review_sample as s').select((eb) => [
  's.id', 's.number', 's.seed', 's.criteria', 's.population', 's.drawn_by', 's.drawn_at',
  eb.selectFrom('review_sample_point as p').select(({ fn }) => fn.count<number>('p.verdict').as('n')).whereRef('p.sample_id', '=', 's.id').as('judged'),
  eb.selectFrom('review_sample_point as p').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('p.sample_id', '=', 's.id').where('p.verdict', '=', 'faulty').as('faulty'),
])

type SampleRow = Awaited<ReturnType<ReturnType<typeof selectSamples>['execute']>>[number]

function asSample({ criteria, drawn_by, drawn_at, judged, faulty, ...row }: SampleRow): Sample {
  const { gradeCodes, departmentIds, size } = JSON.parse(criteria) as Omit<DrawOrder, 'seed'>
  return { ...row, gradeCodes: [...gradeCodes], departmentIds: [...departmentIds], size, drawnBy: drawn_by, drawnAt: drawn_at, judged: judged ?? 0, faulty: faulty ?? 0 }
}

const readSample = async (db: ReadableDatabase, id: string): Promise<Sample> => asSample(await selectSamples(db).where('s.id', '=', id).executeTakeFirstOrThrow())

export const listSamples = async (db: ReadableDatabase): Promise<Sample[]> => (await selectSamples(db).orderBy('s.number', 'desc').limit(200).execute()).map(asSample)

export const samplePoints = (db: ReadableDatabase, id: string) =>
  db.selectFrom('review_sample_point as s').innerJoin('risk_point as r', 'r.id', 's.risk_point_id').innerJoin('power as p', 'p.id', 'r.power_id').leftJoin('department as d', 'd.id', 'r.department_id')
    .select(['s.position', 's.risk_point_id as riskPointId', 'r.number', 'd.name as departmentName', 'p.name as powerName', 'r.manifestation', 'r.grade_code as grade', 's.verdict', 's.note'])
    .where('s.sample_id', '=', id).orderBy('s.position').execute()

/** @throws Refusal `record.missing` */
export async function judgeSample(change: Change, { id, position, verdict, note }: { id: string; position: number; verdict: 'sound' | 'faulty' | null; note: string }): Promise<void> {
  const before = await change.db.selectFrom('review_sample_point').selectAll().where('sample_id', '=', id).where('position', '=', position).executeTakeFirst()
  if (before === undefined) throw new Refusal('record.missing')
  if (before.verdict === verdict && before.note === note) return
  await change.db.updateTable('review_sample_point').set({ verdict, note }).where('sample_id', '=', id).where('position', '=', position).execute()
  await change.record({ action: 'review-sample.judge', entity: 'review-sample', entityId: id, before: { verdict: before.verdict, note: before.note }, after: { position, verdict, note } })
}
