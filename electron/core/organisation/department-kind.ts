import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { columnsOf } from '../records/record-kind.ts'
import type { RecordKind, Standing } from '../records/record-kind.ts'
import type { Values } from '../records/values.ts'

/** A department (科室) of the organisation. Its place in the order is a field of its own. */
export const departmentKind: RecordKind = {
  table: 'department',
  entity: 'department',
  columns: columnsOf<'department'>()({ organisationId: 'organisation_id', name: 'name', position: 'position', headTitle: 'head_title' }),
  flags: [],
  keepBlank: [],
  keys: { name: 'name_key' },
  complete: async (change, patch, stands) => {
    await checkName(change, patch['name'], stands?.id)
    return stands === undefined ? placeOfNew(change) : {}
  },
  mayBecome: async (change, stands, state) => {
    if (state === 'withdrawn') await refuseInUse(change, stands)
    else await checkName(change, stands.values['name'], stands.id)
  },
}

/** Two spellings of one name (full-width, spaces) are one department. */
async function checkName(change: Change, name: unknown, id: string | undefined): Promise<void> {
  if (typeof name !== 'string') return
  const other = await change.db.selectFrom('department').select(['id', 'name'])
    .where('name_key', '=', keyOf(name)).where('state', '=', 'in-force').executeTakeFirst()
  if (other !== undefined && other.id !== id) throw new Refusal('department.name-taken', { name: other.name }, 'name')
}

/** Behind the last one. */
async function placeOfNew(change: Change): Promise<Values> {
  const organisation = await change.db.selectFrom('organisation').select('id').executeTakeFirst()
  if (organisation === undefined) throw new Refusal('organisation.missing')
  const { last } = await change.db.selectFrom('department').select((c) => c.fn.max<number | null>('position').as('last')).executeTakeFirstOrThrow()
  return { organisationId: organisation.id, position: (last ?? 0) + 1 }
}

async function refuseInUse(change: Change, { id, values }: Standing): Promise<void> {
  const count = async (table: 'power' | 'risk_point' | 'control_measure' | 'post'): Promise<number> => {
    const { n } = await change.db.selectFrom(table).select((c) => c.fn.countAll<number>().as('n'))
      .where('state', '=', 'in-force').where('department_id', '=', id).executeTakeFirstOrThrow()
    return n
  }
  const uses = { powers: await count('power'), points: await count('risk_point'), measures: await count('control_measure'), posts: await count('post') }
  if (Object.values(uses).some((n) => n > 0)) throw new Refusal('department.in-use', { name: String(values['name']), ...uses })
}
