import type { RegisterDatabase } from '#core/database/database.ts'

type Pictured = Record<string, unknown>

export interface Picture {
  powers: Pictured[]
  points: (Pictured & { power: string; manifestation: string; grade_code: string | null; confirm_code: string | null; measures: string[] })[]
  measures: (Pictured & { content: string; points: string[] })[]
}

/** The register in force, in words alone and in an order of its own: two registers with the same picture say the same. */
export async function pictureOf({ read }: RegisterDatabase): Promise<Picture> {
  const departments = new Map((await read.selectFrom('department').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]))
  const posts = new Map((await read.selectFrom('post').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]))
  const bases = Map.groupBy(await read.selectFrom('legal_basis').selectAll().orderBy('position').execute(), (row) => row.power_id)
  const steps = await read.selectFrom('process_step').selectAll().orderBy('position').execute()
  const stepNames = new Map(steps.map(({ id, name }) => [id, name]))
  const powers = await read.selectFrom('power').selectAll().where('state', '=', 'in-force').execute()
  const powerNames = new Map(powers.map(({ id, code, name, sub_item: sub }) => [id, `${code ?? ''} ${name} ${sub}`.trim()]))
  const points = await read.selectFrom('risk_point').selectAll().where('state', '=', 'in-force').execute()
  const pointNames = new Map(points.map((point) => [point.id, `${powerNames.get(point.power_id) ?? '?'} | ${point.manifestation}`]))
  const measures = await read.selectFrom('control_measure').selectAll().where('state', '=', 'in-force').execute()
  const contents = new Map(measures.map(({ id, content }) => [id, content]))
  const links = await read.selectFrom('risk_point_measure').selectAll().orderBy('position').execute()
  const placed = (row: { department_id: string | null; post_id?: string | null }) => ({ department: departments.get(row.department_id ?? '') ?? null, post: posts.get(row.post_id ?? '') ?? null })
  return {
    powers: sorted(powers.map(({ id, number: _n, revision: _r, created_at: _c, updated_at: _u, department_id, post_id, ...own }) => ({
      ...own, ...placed({ department_id, post_id }), bases: bases.get(id)?.map(({ text }) => text) ?? [], steps: steps.filter(({ power_id }) => power_id === id).map(({ name }) => name),
    }))),
    points: sorted(points.map(({ id, number: _n, revision: _r, created_at: _c, updated_at: _u, grading_id: _g, grading_version_id: _v, department_id, post_id, power_id, step_id, ...own }) => ({
      ...own, ...placed({ department_id, post_id }), power: powerNames.get(power_id) ?? '?', step: stepNames.get(step_id ?? '') ?? null,
      measures: links.filter(({ risk_point_id }) => risk_point_id === id).map(({ measure_id, basis }) => `${basis} ${contents.get(measure_id) ?? '?'}`),
    }))),
    measures: sorted(measures.map(({ id, number: _n, revision: _r, created_at: _c, updated_at: _u, department_id, owner_post_id: owner, ...own }) => ({
      ...own, ...placed({ department_id }), owner_post: posts.get(owner ?? '') ?? null, points: links.filter(({ measure_id }) => measure_id === id).map(({ risk_point_id }) => pointNames.get(risk_point_id) ?? '?').toSorted(),
    }))),
  }
}

const sorted = <T extends object>(rows: readonly T[]): T[] => rows.map((row) => [JSON.stringify(row), row] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
