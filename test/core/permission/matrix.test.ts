import { oc } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createMeasure } from '#core/measures/measure-records.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { serve } from '#core/registration.ts'
import { procedure } from '#shared/contract/procedure.ts'
import { departmentRoles } from '#shared/model/people/role-rules.ts'
import { entryStates } from '#shared/model/review/entry-states.ts'
import type { EntryState } from '#shared/model/review/entry-states.ts'
import { roles } from '#shared/model/roles.ts'
import type { Role } from '#shared/model/roles.ts'
import { contextOf, withRole } from '../helpers/callers.ts'
import { aPoint, aPower } from '../helpers/graded-register.ts'
import { openTestRegister, setUpTestOrganisation } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'
import { expected, rightOf, unknownRights } from './expected.ts'
import type { Case, Place } from './expected.ts'
import { asker, procedures } from './probe.ts'
import type { Probed, Question } from './probe.ts'

const places: readonly Place[] = ['own', 'other', 'none']

let register: TestRegister
const departments: Record<Place, string | null> = { own: null, other: null, none: null }
const powers = new Map<Place, string>()
const measures = new Map<Place, string>()
const points = new Map<string, string>()

/** A power and a measure in each place, and a risk point in each place and state. */
beforeAll(async () => {
  register = await openTestRegister()
  await setUpTestOrganisation(register)
  departments.own = await register.change((change) => createDepartment(change, { name: '行政审批股' }))
  departments.other = await register.change((change) => createDepartment(change, { name: '水政监察大队' }))
  for (const place of places) {
    const departmentId = departments[place]
    const powerId = await aPower(register, { name: `职权 ${place}`, departmentId })
    powers.set(place, powerId)
    measures.set(place, await register.change((change) => createMeasure(change, { content: `措施 ${place}`, departmentId })))
    for (const state of entryStates) points.set(`${place} ${state}`, await aPoint(register, { powerId, departmentId, manifestation: `${place} ${state}` }))
  }
  await register.change(async (change) => {
    for (const [key, id] of points) {
      const state = entryStates.find((one) => key.endsWith(` ${one}`)) ?? 'draft'
      await change.db.updateTable('risk_point').set({ entry_state: state }).where('id', '=', id).execute()
    }
    await change.record({ action: 'test', entity: 'test', entityId: 'test' })
  })
})
afterAll(() => register.close())

/** Every role with every reach it can be given. */
const grants: readonly { readonly role: Role; readonly whole: boolean }[] = roles.flatMap((role) =>
  (departmentRoles.some((one) => one === role) ? [{ role, whole: false }, { role, whole: true }] : [{ role, whole: true }]))

/** Whether the procedure asks what state an entry is in. */
const asksState = ({ meta: { permission, touches } }: Probed): boolean => touches === 'risk-point' || (touches === 'asks' && permission?.startsWith('entry.') === true)

function casesFor(probed: Probed, grant: { role: Role; whole: boolean }): Case[] {
  if (probed.meta.touches === undefined) return [{ ...grant, place: 'none', state: undefined }]
  const states: readonly (EntryState | undefined)[] = asksState(probed) ? entryStates : [undefined]
  return places.flatMap((place) => states.map((state) => ({ ...grant, place, state })))
}

function questionFor({ meta: { touches } }: Probed, { place, state }: Case): Question {
  const subject = { departmentId: departments[place], state }
  const found = { 'risk-point': points.get(`${place} ${state ?? ''}`), 'power': powers.get(place), 'control-measure': measures.get(place), 'asks': undefined }[touches ?? 'asks']
  return { ids: found === undefined ? [] : [found], subject }
}

describe('every procedure × role × reach × state is allowed or refused as the rules of the office say', () => {
  test('the rules name every procedure there is, and no other', () => {
    expect([...rightOf.keys()].toSorted(), 'say in expected.ts who may call it').toEqual(procedures.map(({ name }) => name).toSorted())
    expect(unknownRights()).toEqual([])
  })

  test.each(procedures.map((probed) => [probed.name, probed] as const))('%s', async (_name, probed) => {
    const wrong: string[] = []
    let asked = 0
    for (const grant of grants) {
      const reach = grant.whole || departments.own === null ? 'all' : [departments.own]
      const ask = asker(contextOf(register.core, withRole(grant.role, reach)))
      for (const one of casesFor(probed, grant)) {
        asked++
        const allowed = await ask(probed.name, questionFor(probed, one))
        if (allowed !== expected(probed.name, one)) wrong.push(`${one.role}${one.whole ? '*' : ''} ${one.place} ${one.state ?? ''}: ${allowed ? 'allowed' : 'refused'}`)
      }
    }
    expect(asked).toBeGreaterThanOrEqual(grants.length)
    expect(wrong).toEqual([])
  })
})

describe('a procedure', () => {
  test('that names no permission does not register', () => {
    const nameless = { area: { thing: oc.output(z.object({})) } }
    expect(() => serve(nameless, { area: { thing: () => ({}) } } as never)).toThrow('names no permission')
  })

  test('whose permission depends on the department and that does not say what it touches neither compiles nor registers', () => {
    // @ts-expect-error: the second argument is missing on purpose
    const vague = procedure('power.edit')
    expect(() => serve({ area: { thing: vague } }, { area: { thing: () => undefined } } as never)).toThrow('does not say what it touches')
    // @ts-expect-error: without a permission at all
    expect(() => serve({ thing: procedure() }, { thing: () => undefined } as never)).toThrow('names no permission')
  })

  test('that promised to ask and did not is a fault, whoever calls', async () => {
    const silent = { thing: procedure('power.edit', 'asks').output(z.object({})) }
    const router = serve(silent, { thing: () => ({}) })
    const { createRouterClient } = await import('@orpc/server')
    const client = createRouterClient(router, { context: contextOf(register.core, withRole('service')) }) as { thing: () => Promise<unknown> }
    await expect(client.thing()).rejects.toThrow('did not ask')
  })
})
