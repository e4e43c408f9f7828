import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { Factors, methodPreviewSchema } from '#shared/contract/grading.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { grade } from '#shared/model/grading/grade.ts'
import { levelOf } from '#shared/model/scales.ts'
import type { Scale } from '#shared/model/scales.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { factColumns, factsOf } from './facts.ts'
import { refuseFaulty } from './method-records.ts'
import { scaleFor } from './methods.ts'

export type MethodPreview = z.infer<typeof methodPreviewSchema>

/** A page takes some ten milliseconds; other work gets its turn between pages. */
const pageSize = 1000
const examplesShown = 50

/**
 * How many of today's points would change grade under a definition: each point is graded anew from the factors of its
 * present grading, where these fit. Reads page by page and changes nothing; stopping to read ends it.
 * @throws Refusal `method.faulty`, `method.scale-unknown`
 */
export async function* previewMethod(db: ReadableDatabase, definition: MethodDefinition): AsyncGenerator<Progress, MethodPreview, void> {
  await refuseFaulty(db, definition)
  const scale = await scaleFor(db, definition)
  const { total } = await db.selectFrom('risk_point').select(({ fn }) => fn.countAll<number>().as('total')).where('state', '=', 'in-force').executeTakeFirstOrThrow()
  const tally = newTally()
  let done = 0
  yield { done, total, stage: 'preview' }
  for (let after = 0; ;) {
    const page = await pageOf(db, after)
    const last = page.at(-1)
    if (last === undefined) break
    for (const point of page) regrade(tally, point, { definition, scale })
    after = last.number
    done += page.length
    yield { done, total: Math.max(total, done), stage: 'preview' }
    await setImmediate()
  }
  return { ...tally.preview, moves: [...tally.moves.values()].toSorted((a, b) => b.points - a.points || (a.from + a.to < b.from + b.to ? -1 : 1)) }
}

async function pageOf(db: ReadableDatabase, after: number) {
  return db.selectFrom('risk_point')
    .innerJoin('power', 'power.id', 'risk_point.power_id')
    .leftJoin('grading', 'grading.id', 'risk_point.grading_id')
    .select(['risk_point.id', 'risk_point.number', 'risk_point.manifestation', 'risk_point.grade_code', 'risk_point.grade_rank', 'power.name as power_name', 'grading.factors', ...factColumns])
    .where('risk_point.state', '=', 'in-force').where('risk_point.number', '>', after)
    .orderBy('risk_point.number').limit(pageSize).execute()
}

type Point = Awaited<ReturnType<typeof pageOf>>[number]
type Move = MethodPreview['moves'][number]
interface Tally { readonly preview: MethodPreview; readonly moves: Map<string, Move> }

const newTally = (): Tally => ({ preview: { graded: 0, notGraded: 0, changed: 0, raised: 0, lowered: 0, moves: [], examples: [] }, moves: new Map() })

function regrade({ preview, moves }: Tally, point: Point, { definition, scale }: { definition: MethodDefinition; scale: Scale }): void {
  const graded = point.factors === null ? undefined : grade(definition, scale, JSON.parse(point.factors) as Factors, factsOf(point))
  if (graded === undefined || !graded.ok) { preview.notGraded++; return }
  preview.graded++
  const [from, to] = [point.grade_code ?? '', graded.final]
  if (from === to) return
  preview.changed++
  const rank = levelOf(scale, to)?.severityRank ?? 0
  const stood = levelOf(scale, from)?.severityRank ?? point.grade_rank ?? 0
  if (rank > stood) preview.raised++
  if (rank < stood) preview.lowered++
  const move = moves.get(`${from} ${to}`) ?? { from, to, points: 0 }
  moves.set(`${from} ${to}`, { ...move, points: move.points + 1 })
  if (preview.examples.length < examplesShown) preview.examples.push({ id: point.id, number: point.number, powerName: point.power_name, manifestation: point.manifestation, from, to })
}
