import { keyOf } from '#shared/model/text-key.ts'
import type { EventLink } from '#shared/model/warnings/events.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { EventCells } from './read-events.ts'

export interface EventPlace { readonly powerId: string | null; readonly powerName: string | null; readonly riskPointId: string | null; readonly departmentId: string | null; readonly linkedBy: EventLink | null }

interface Power { readonly id: string; readonly name: string; readonly code: string | null; readonly name_key: string; readonly department_id: string | null }

type Reading = Pick<ReadableDatabase, 'selectFrom'>
const atOnce = 400

/** To which powers, points and departments events belong: by the power's code, then by its name where only one bears it. Asked of a chunk of events at a time. */
export async function linkEvents<T extends EventCells>(db: Reading, events: readonly T[]): Promise<Map<T, EventPlace>> {
  const departments = new Map((await db.selectFrom('department').select(['id', 'name_key']).where('state', '=', 'in-force').execute()).map((row) => [row.name_key, row.id]))
  const byCode = await powersBy(db, 'code', events.map(({ powerCode }) => powerCode))
  const byName = await powersBy(db, 'name_key', events.map(({ powerName }) => keyOf(powerName)))
  const places = new Map<T, EventPlace>()
  for (const event of events) {
    const named = departments.get(keyOf(event.department)) ?? null
    const coded = byCode.get(event.powerCode)?.[0]
    const power = coded ?? onlyOne(byName.get(keyOf(event.powerName)) ?? [], named)
    const linkedBy: EventLink | null = power === undefined ? null : coded === undefined ? 'name' : 'code'
    places.set(event, {
      powerId: power?.id ?? null, powerName: power?.name ?? null, linkedBy, departmentId: named ?? power?.department_id ?? null,
      riskPointId: power === undefined ? null : await onlyPointOn(db, power.id, event.step),
    })
  }
  return places
}

/** Several powers of one name are told apart by the department that is named; else a person has to. */
function onlyOne(powers: readonly Power[], departmentId: string | null): Power | undefined {
  const own = powers.length > 1 && departmentId !== null ? powers.filter((power) => power.department_id === departmentId) : powers
  return own.length === 1 ? own[0] : undefined
}

async function powersBy(db: Reading, column: 'code' | 'name_key', values: readonly string[]): Promise<Map<string, Power[]>> {
  const asked = [...new Set(values)].filter((value) => value !== '')
  const found: Power[] = []
  for (let from = 0; from < asked.length; from += atOnce) {
    found.push(...await db.selectFrom('power').select(['id', 'name', 'code', 'name_key', 'department_id']).where(column, 'in', asked.slice(from, from + atOnce)).where('state', '=', 'in-force').orderBy('number').execute())
  }
  return Map.groupBy(found, (power) => power[column] ?? '')
}

/** The point on a step of a power, where the step bears exactly one. */
export async function onlyPointOn(db: Reading, powerId: string, step: string): Promise<string | null> {
  const key = keyOf(step)
  if (key === '') return null
  const points = await db.selectFrom('process_step as s').innerJoin('risk_point as r', 'r.step_id', 's.id').select('r.id').where('s.power_id', '=', powerId).where('s.name_key', '=', key).where('r.state', '=', 'in-force').limit(2).execute()
  return points.length === 1 ? points[0]?.id ?? null : null
}
