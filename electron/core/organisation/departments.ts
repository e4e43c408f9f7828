import type { Department, Post } from '#shared/contract/organisation.ts'
import type { ReadableDatabase } from '../database/database.ts'

/** Departments in force in their order, with what belongs to each; the counts come from the totals. */
export async function readDepartments(db: ReadableDatabase): Promise<Department[]> {
  const rows = await db.selectFrom('department').select(['id', 'revision', 'name', 'position', 'head_title as headTitle'])
    .where('state', '=', 'in-force').orderBy('position').orderBy('number').execute()
  const powers = await db.selectFrom('power_department_total').select(['department_id as id', 'powers as n']).execute()
  const points = await db.selectFrom('risk_point_department_total').select((c) => ['department_id as id', c.fn.sum<number>('points').as('n')]).groupBy('department_id').execute()
  const measures = await db.selectFrom('control_measure_department_total').select(['department_id as id', 'measures as n']).execute()
  const [powersOf, pointsOf, measuresOf] = [lookup(powers), lookup(points), lookup(measures)]
  return rows.map((row) => ({ ...row, powers: powersOf(row.id), riskPoints: pointsOf(row.id), measures: measuresOf(row.id) }))
}

function lookup(counts: readonly { id: string | null; n: number }[]): (id: string) => number {
  const byId = new Map(counts.map(({ id, n }) => [id, n]))
  return (id) => byId.get(id) ?? 0
}

/** Posts in force, of one department or of all, in the order of departments and of entry. */
export async function readPosts(db: ReadableDatabase, departmentId: string | undefined): Promise<Post[]> {
  let query = db.selectFrom('post as o').innerJoin('department as d', 'd.id', 'o.department_id')
    .select(['o.id', 'o.revision', 'o.department_id as departmentId', 'o.name', 'o.duties'])
    .where('o.state', '=', 'in-force').orderBy('d.position').orderBy('o.number')
  if (departmentId !== undefined) query = query.where('o.department_id', '=', departmentId)
  const [powersOf, pointsOf] = [await countByPost(db, 'power'), await countByPost(db, 'risk_point')]
  return (await query.execute()).map((row) => ({ ...row, powers: powersOf(row.id), riskPoints: pointsOf(row.id) }))
}

async function countByPost(db: ReadableDatabase, table: 'power' | 'risk_point'): Promise<(id: string) => number> {
  const counts = await db.selectFrom(table).select((c) => ['post_id as id', c.fn.countAll<number>().as('n')])
    .where('post_id', 'is not', null).where('state', '=', 'in-force').groupBy('post_id').execute()
  return lookup(counts)
}
