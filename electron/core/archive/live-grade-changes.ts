import { setImmediate } from 'node:timers/promises'
import { levelOf, severityOf } from '#shared/model/scales.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { usableMethod } from '../grading/methods.ts'
import type { UsableMethod } from '../grading/methods.ts'
import type { SnapshotGradeChange } from './snapshot.ts'

/** Gradings looked at in one statement: some milliseconds, so that other work gets its turn. */
const windowSize = 2000

interface Window { readonly from: number; readonly to: number }

/** The numbers of the year's gradings, cut into windows; the dates lie in an index, so finding the ends costs little. */
async function* windows(db: ReadableDatabase, year: number): AsyncGenerator<Window, void, void> {
  const { first, last } = await db.selectFrom('grading').select(({ fn }) => [fn.min<number | null>('number').as('first'), fn.max<number | null>('number').as('last')])
    .where('graded_on', '>=', `${year}-01-01`).where('graded_on', '<=', `${year}-12-31`).executeTakeFirstOrThrow()
  if (first === null || last === null) return
  for (let from = first; from <= last; from += windowSize) {
    yield { from, to: from + windowSize - 1 }
    await setImmediate()
  }
}

/** Gradings of one year by calendar date, each beside the one that stood before it; imports taken back never were. */
function changesIn(db: ReadableDatabase, year: number, { from, to }: Window) {
  const undone = db.selectFrom('import_batch').select('import_batch.id').where('import_batch.state', '=', 'undone')
  return db.selectFrom('grading as g')
    .innerJoin('risk_point as r', 'r.id', 'g.risk_point_id')
    .innerJoin('power as p', 'p.id', 'r.power_id')
    .leftJoin('grading as before', (join) => join.on('before.number', '=', (eb) => eb.selectFrom('grading as e').select((e) => e.fn.max<number>('e.number').as('number'))
      .whereRef('e.risk_point_id', '=', 'g.risk_point_id').whereRef('e.number', '<', 'g.number').where('e.source', '<>', 'undo')
      .where((e) => e.or([e('e.batch_id', 'is', null), e('e.batch_id', 'not in', undone)]))))
    .where('g.number', '>=', from).where('g.number', '<=', to)
    .where('g.graded_on', '>=', `${year}-01-01`).where('g.graded_on', '<=', `${year}-12-31`).where('g.source', '<>', 'undo')
    .where((eb) => eb.or([eb('g.batch_id', 'is', null), eb('g.batch_id', 'not in', undone)]))
    .where((eb) => eb.or([eb('g.final_rank', '<>', eb.ref('before.final_rank')), eb.and([eb('g.direction', '<>', 'same'), eb('g.stage', '=', 'declared')])]))
}

async function readWindow(db: ReadableDatabase, year: number, window: Window) {
  return changesIn(db, year, window)
    .select(['g.number', 'g.id', 'g.risk_point_id', 'g.method_version_id', 'g.computed_grade', 'g.overrides', 'g.final_grade', 'g.final_rank', 'g.direction', 'g.reason', 'g.approver',
      'g.graded_by', 'g.graded_on', 'before.final_grade as before_grade', 'before.final_rank as before_rank', 'r.department_id', 'r.title', 'r.manifestation', 'p.name as power_name'])
    .orderBy('g.number').execute()
}

type Grading = Awaited<ReturnType<typeof readWindow>>[number]

/** How many changes of a grade the year saw. */
export async function countGradeChanges(db: ReadableDatabase, year: number): Promise<number> {
  let count = 0
  for await (const window of windows(db, year)) {
    const { changes } = await changesIn(db, year, window).select(({ fn }) => fn.countAll<number>().as('changes')).executeTakeFirstOrThrow()
    count += changes
  }
  return count
}

/**
 * The year's changes of grades in the order they were made: where a grading departs from the one before it and, where
 * it does not, where a person departed from what the method gave.
 */
export async function* liveGradeChanges(db: ReadableDatabase, year: number): AsyncGenerator<SnapshotGradeChange[], void, void> {
  const methods = new Map<string, UsableMethod>()
  for await (const window of windows(db, year)) {
    const gradings = await readWindow(db, year, window)
    for (const { method_version_id: id } of gradings) if (!methods.has(id)) methods.set(id, await usableMethod(db, id))
    yield gradings.map((grading) => changeOf(grading, methods.get(grading.method_version_id)))
  }
}

function changeOf(grading: Grading, method: UsableMethod | undefined): SnapshotGradeChange {
  const { before_grade: stood, before_rank: rank } = grading
  const changed = stood !== null && rank !== null && rank !== grading.final_rank
  return {
    id: grading.id,
    riskPointId: grading.risk_point_id,
    departmentId: grading.department_id,
    powerName: grading.power_name,
    title: grading.title,
    manifestation: grading.manifestation,
    on: grading.graded_on,
    from: changed ? stood : givenBy(method, grading),
    to: grading.final_grade,
    direction: (changed ? grading.final_rank > rank : grading.direction === 'raised') ? 'raised' : 'lowered',
    reason: grading.reason,
    approver: grading.approver,
    gradedBy: grading.graded_by,
  }
}

/** What the method gave before a person decided: the computed grade, raised by the override rules that held. */
function givenBy(method: UsableMethod | undefined, { computed_grade: computed, overrides }: Grading): string {
  if (method === undefined) return computed
  const { definition, scale } = method
  const fired = JSON.parse(overrides) as string[]
  const asked = definition.overrides.filter((rule) => fired.includes(rule.code)).map((rule) => rule.atLeast)
  return [computed, ...asked].filter((grade) => levelOf(scale, grade) !== undefined).reduce((most, grade) => (severityOf(scale, grade) > severityOf(scale, most) ? grade : most), computed)
}
