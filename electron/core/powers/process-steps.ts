import { keyOf } from '#shared/model/text-key.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { Standing } from '../records/record-kind.ts'
import type { Values } from '../records/values.ts'

export interface Step { readonly id: string; readonly name: string }

/** Steps as they are kept; the ones without an id are new. */
type GivenStep = { readonly id?: string | undefined; readonly name: string }

/** Gives new steps their ids and checks the old ones. A step keeps its id when it is put back by undoing. */
export async function completeSteps(change: Change, patch: Values, stands: Standing | undefined): Promise<Values> {
  const given = patch['steps'] as readonly GivenStep[] | undefined
  if (given === undefined) return {}
  const steps = given.map(({ id, name }) => ({ id: id ?? change.newId(), name }))
  const ids = new Set(steps.map(({ id }) => id))
  if (ids.size < steps.length) throw new Refusal('power.step-twice', {}, 'steps')
  const before = (stands?.values['steps'] ?? []) as readonly Step[]
  await refuseForeign(change, steps.filter(({ id }) => !before.some((step) => step.id === id)))
  for (const step of before) if (!ids.has(step.id)) await refuseInUse(change, step)
  return { steps }
}

async function refuseForeign(change: Change, added: readonly Step[]): Promise<void> {
  if (added.length === 0) return
  const foreign = await change.db.selectFrom('process_step').select('name').where('id', 'in', added.map(({ id }) => id)).executeTakeFirst()
  if (foreign !== undefined) throw new Refusal('step.of-another-power', { step: foreign.name }, 'steps')
}

/** Withdrawn risk points count too: their record names the step they stood on. */
async function refuseInUse(change: Change, step: Step): Promise<void> {
  const { points } = await change.db.selectFrom('risk_point').select((c) => c.fn.countAll<number>().as('points')).where('step_id', '=', step.id).executeTakeFirstOrThrow()
  if (points > 0) throw new Refusal('power.step-in-use', { step: step.name, points }, 'steps')
}

/** Brings the stored steps of a power to a new list, touching only what differs. */
export async function storeSteps(change: Change, powerId: string, { before, after }: { before: readonly Step[]; after: readonly Step[] }): Promise<void> {
  const gone = before.filter((step) => !after.some(({ id }) => id === step.id)).map(({ id }) => id)
  if (gone.length > 0) await change.db.deleteFrom('process_step').where('id', 'in', gone).execute()
  for (const [position, { id, name }] of after.entries()) {
    if (before[position]?.id === id && before[position].name === name) continue
    await change.db.insertInto('process_step')
      .values({ id, power_id: powerId, position, name, name_key: keyOf(name) })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ position, name, name_key: keyOf(name) }))
      .execute()
  }
}
