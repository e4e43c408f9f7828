import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { columnsOf } from '../records/record-kind.ts'
import type { RecordKind, Standing } from '../records/record-kind.ts'
import { checkDepartment } from '../records/references.ts'
import type { Values } from '../records/values.ts'

/** A post (岗位) of a department. */
export const postKind: RecordKind = {
  table: 'post',
  entity: 'post',
  columns: columnsOf<'post'>()({ departmentId: 'department_id', name: 'name', duties: 'duties' }),
  flags: [],
  keepBlank: [],
  keys: { name: 'name_key' },
  complete: async (change, patch, stands) => {
    await checkDepartment(change, patch['departmentId'])
    await checkName(change, { ...stands?.values, ...patch }, stands?.id)
    return {}
  },
  mayBecome: async (change, stands, state) => {
    if (state === 'withdrawn') return refuseInUse(change, stands)
    await checkDepartment(change, stands.values['departmentId'])
    await checkName(change, stands.values, stands.id)
  },
}

/** A name stands once in a department; other departments may have a post of the same name. */
async function checkName(change: Change, { departmentId, name }: Values, id: string | undefined): Promise<void> {
  const other = await change.db.selectFrom('post').select(['id', 'name']).where('department_id', '=', String(departmentId))
    .where('name_key', '=', keyOf(String(name))).where('state', '=', 'in-force').executeTakeFirst()
  if (other !== undefined && other.id !== id) throw new Refusal('post.name-taken', { name: other.name }, 'name')
}

async function refuseInUse(change: Change, { id, values }: Standing): Promise<void> {
  const count = async (table: 'power' | 'risk_point' | 'control_measure'): Promise<number> => {
    const { n } = await change.db.selectFrom(table).select((c) => c.fn.countAll<number>().as('n'))
      .where(table === 'control_measure' ? 'owner_post_id' : 'post_id', '=', id).where('state', '=', 'in-force').executeTakeFirstOrThrow()
    return n
  }
  const uses = { powers: await count('power'), points: await count('risk_point'), measures: await count('control_measure') }
  if (uses.powers + uses.points + uses.measures > 0) throw new Refusal('post.in-use', { name: String(values['name']), ...uses })
}
