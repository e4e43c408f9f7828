import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { restoreGrading } from '#core/grading/restore-grading.ts'
import { storeLink, removeLink } from '#core/measures/measure-links.ts'
import { changeMeasure, createMeasure, reinstateMeasures, withdrawMeasures } from '#core/measures/measure-records.ts'
import { measuresHandlers } from '#core/measures/router.ts'
import { changePower, createPower, reinstatePowers, withdrawPowers } from '#core/powers/power-records.ts'
import { powersHandlers } from '#core/powers/router.ts'
import { changeRiskPoint, reinstateRiskPoints, withdrawRiskPoints } from '#core/risks/risk-records.ts'
import { risksHandlers } from '#core/risks/router.ts'
import { verifyRegister } from '#core/integrity/verify-register.ts'
import { currentYear } from '#core/years/current-year.ts'
import { frozenCore } from '#core/years/frozen-years.ts'
import { materialMeasure, materialPoint, materialPower } from '#core/years/material.ts'
import { pairs } from '#core/years/pairs.ts'
import { markOf, startYear } from '#core/years/start-year.ts'
import { aPoint, finish, itemFor, pointOf, refusalOf, stopAfter, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { smallRegister } from '#test/core/helpers/small-register.ts'
import type { SmallRegister } from '#test/core/helpers/small-register.ts'

const freeze = (register: TestRegister, year: number) => finish(freezeYear(register.core, officer, year))
const start = (register: TestRegister, year: number) => finish(startYear(register.core, officer, year))
const days = 86_400_000

/** A small register whose 2026 is frozen and whose 2027 has begun. */
async function begun(register: TestRegister): Promise<SmallRegister> {
  const small = await smallRegister(register)
  await finish(acceptGradings(register.core, officer, { all: true, reason: '' }))
  await freeze(register, 2026)
  register.clock.pass(210 * days)
  await start(register, 2027)
  return small
}

const markIn = async (register: TestRegister, table: 'power' | 'risk_point' | 'control_measure', id: string) =>
  (await register.database.read.selectFrom(table).select('year_mark').where('id', '=', id).executeTakeFirstOrThrow()).year_mark

describe('starting a year', () => {
  test('is refused until the last year is frozen, for a year that is frozen or far ahead, and a second time', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      expect((await refusalOf(start(register, 2027))).code).toBe('year.nothing-frozen')
      await freeze(register, 2026)
      expect(await refusalOf(start(register, 2026))).toMatchObject({ code: 'year.already-begun', params: { year: 2026, last: 2026 } })
      expect(await refusalOf(start(register, 2028))).toMatchObject({ code: 'year.too-far', params: { year: 2028, latest: 2027 } })
      await start(register, 2027)
      expect(await refusalOf(start(register, 2027))).toMatchObject({ code: 'year.last-not-frozen', params: { year: 2027 } })
      expect(await refusalOf(start(register, 2028))).toMatchObject({ code: 'year.last-not-frozen', params: { year: 2027 } })
    })
  })

  test('carries everything over unchanged, with every grade to be confirmed anew, and leaves its trace', async () => {
    await withGradedRegister(async (register) => {
      const { points } = await begun(register)
      const year = await currentYear(register.core)
      expect(year).toMatchObject({ year: 2027, carriedFrom: 2026, startedBy: '测试员', next: 2028, obstacle: { code: 'year.last-not-frozen' }, gradesToConfirm: 4 })
      expect(year.marks).toEqual([{ entity: 'power', mark: 'unchanged', records: 3 }, { entity: 'risk-point', mark: 'unchanged', records: 5 }, { entity: 'control-measure', mark: 'unchanged', records: 5 }])
      const trace = await register.database.read.selectFrom('audit_entry').select(['entity', 'after']).where('action', '=', 'year.start').executeTakeFirstOrThrow()
      expect(JSON.parse(trace.after ?? '')).toEqual({ year: 2027, carriedFrom: 2026 })
      const waiting = await risksHandlers.list({ offset: 0, limit: 50, filter: { gradeToConfirm: true } }, register.call)
      expect(waiting.rows.map(({ id }) => id)).toEqual(points.slice(0, 4))
      expect(await Promise.all(points.map(async (id) => (await pointOf(register, id)).entry_state))).toEqual(['draft', 'draft', 'draft', 'draft', 'draft'])
      const opened = await register.database.read.selectFrom('review_decision').select(['risk_point_id', 'reason']).where('action', '=', 'year').execute()
      expect(opened).toEqual(points.slice(0, 4).map((id) => ({ risk_point_id: id, reason: '2027' })))
      expect((await finish(verifyRegister(register.core))).result).toEqual({ problems: [] })
    })
  })

  test('takes what was done since the freezing for the new year’s', async () => {
    await withGradedRegister(async (register) => {
      const { points, powers, measures } = await smallRegister(register)
      await freeze(register, 2026)
      register.clock.pass(days)
      const items = [await itemFor(register, points[0], { likelihood: 6, consequence: 40 })]
      await register.change((change) => gradePoints(change, { items, reason: '' }))
      await register.change((change) => changePower(change, { id: powers.dredging, patch: { legalBases: ['《水法》'] } }))
      await register.change((change) => withdrawMeasures(change, [measures.late]))
      const added = await aPoint(register, { powerId: powers.penalty, manifestation: '新查找的风险' })
      await register.change((change) => withdrawRiskPoints(change, [points[3]]))
      await start(register, 2027)
      expect(await markIn(register, 'power', powers.dredging)).toBe('modified')
      expect(await markIn(register, 'power', powers.penalty)).toBe('unchanged')
      expect(await markIn(register, 'control_measure', measures.late)).toBe('cancelled')
      expect(await markIn(register, 'risk_point', points[2])).toBe('modified')
      expect(await markIn(register, 'risk_point', points[3])).toBe('cancelled')
      expect(await markIn(register, 'risk_point', added)).toBe('new')
      expect(await markIn(register, 'risk_point', points[0])).toBe('unchanged')
      expect((await pointOf(register, points[0])).grade_to_confirm).toBe(0)
      expect((await pointOf(register, points[1])).grade_to_confirm).toBe(1)
    })
  })

  test('stopped half-way leaves the old year as it was', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await freeze(register, 2026)
      await frozenCore(register.core, officer, 2026)
      await stopAfter(startYear(register.core, officer, 2027), 3)
      expect((await currentYear(register.core)).year).toBeNull()
      expect((await start(register, 2027)).result.year).toBe(2027)
    })
  })
})

describe('a grade that was carried over', () => {
  test('is confirmed by grading or by accepting it anew, and waits again where that is taken back', async () => {
    await withGradedRegister(async (register) => {
      const { points } = await begun(register)
      const waits = async (id: string) => (await pointOf(register, id)).grade_to_confirm === 1
      const carried = (await pointOf(register, points[0])).grading_id
      const items = [await itemFor(register, points[0], { likelihood: 6, consequence: 40 })]
      await register.change((change) => gradePoints(change, { items, reason: '' }))
      expect(await waits(points[0])).toBe(false)
      const { result } = await finish(acceptGradings(register.core, officer, { ids: [points[1]], reason: '' }))
      expect(result).toMatchObject({ accepted: 1, alreadyAccepted: 0 })
      expect(await waits(points[1])).toBe(false)
      expect((await finish(acceptGradings(register.core, officer, { ids: [points[1]], reason: '' }))).result).toMatchObject({ accepted: 0, alreadyAccepted: 1 })
      await register.change((change) => restoreGrading(change, { riskPointId: points[0], gradingId: carried }))
      expect(await waits(points[0])).toBe(true)
      expect(await markIn(register, 'risk_point', points[0])).toBe('unchanged')
      expect((await currentYear(register.core)).gradesToConfirm).toBe(3)
    })
  })
})

describe('the marks of a year', () => {
  test('show and filter in the lists; what the year cancelled is shown when asked for', async () => {
    await withGradedRegister(async (register) => {
      const { points, powers, measures } = await begun(register)
      await register.change((change) => changeRiskPoint(change, { id: points[0], patch: { manifestation: '改写的表现' } }))
      await register.change((change) => withdrawRiskPoints(change, [points[4]]))
      const added = await aPoint(register, { powerId: powers.penalty, manifestation: '新增表现' })
      const passing = await aPoint(register, { powerId: powers.penalty, manifestation: '误登' })
      await register.change((change) => withdrawRiskPoints(change, [passing]))
      const risks = async (...yearMarks: ('unchanged' | 'new' | 'modified' | 'cancelled')[]) => {
        const { total, rows } = await risksHandlers.list({ offset: 0, limit: 50, filter: { yearMarks } }, register.call)
        expect(total).toBe(rows.length)
        return rows.map(({ id, yearMark }) => [id, yearMark])
      }
      expect(await risks('modified')).toEqual([[points[0], 'modified']])
      expect(await risks('cancelled')).toEqual([[points[4], 'cancelled']])
      expect(await risks('new', 'cancelled')).toEqual([[points[4], 'cancelled'], [added, 'new']])
      expect(await risks()).toHaveLength(5)
      await register.change((change) => withdrawMeasures(change, [measures.late]))
      const measureRows = await measuresHandlers.list({ offset: 0, limit: 50, filter: { yearMarks: ['cancelled'] } }, register.call)
      expect(measureRows.rows.map(({ id }) => id)).toEqual([measures.late])
      const powerRows = await powersHandlers.list({ offset: 0, limit: 50, filter: { yearMarks: ['unchanged'] }, sort: { column: 'name', direction: 'asc' } }, register.call)
      expect(powerRows.total).toBe(3)
      expect((await currentYear(register.core)).marks.filter(({ entity }) => entity === 'risk-point')).toEqual([
        { entity: 'risk-point', mark: 'cancelled', records: 1 }, { entity: 'risk-point', mark: 'modified', records: 2 },
        { entity: 'risk-point', mark: 'new', records: 1 }, { entity: 'risk-point', mark: 'unchanged', records: 2 },
      ])
    })
  })

  test('equal the difference between the frozen year and the register, whatever was done in whatever order', async () => {
    const pick = fc.nat({ max: 99 })
    const edits = fc.array(fc.record({ kind: fc.constantFrom(...Object.keys(doings)), first: pick, second: pick }), { minLength: 5, maxLength: 25 })
    await fc.assert(fc.asyncProperty(edits, async (list) => {
      await withGradedRegister(async (register) => {
        await begun(register)
        for (const [step, { kind, first, second }] of list.entries()) await doings[kind]?.(register, { step, first, second })
        await expectMarksToBeTheDifference(register)
      })
    }), { numRuns: 12 })
  })
})

interface Doing { readonly step: number; readonly first: number; readonly second: number }

async function idIn(register: TestRegister, table: 'power' | 'risk_point' | 'control_measure', pick: number, state: 'in-force' | 'withdrawn' = 'in-force'): Promise<string | undefined> {
  const rows = await register.database.read.selectFrom(table).select('id').where('state', '=', state).orderBy('number').execute()
  return rows[pick % Math.max(1, rows.length)]?.id
}

/** Carries out an edit on a record that is there, and none where there is none; what core refuses is no edit. */
const on = (table: 'power' | 'risk_point' | 'control_measure', state: 'in-force' | 'withdrawn', work: (register: TestRegister, id: string, doing: Doing) => Promise<unknown>) =>
  async (register: TestRegister, doing: Doing): Promise<void> => {
    const id = await idIn(register, table, doing.first, state)
    if (id !== undefined) await work(register, id, doing).catch((error: unknown) => expect(error).toHaveProperty('code'))
  }

/** Every text is new, so that no edit takes an earlier one back: a record changed there and back stays marked. */
const doings: Record<string, (register: TestRegister, doing: Doing) => Promise<void>> = {
  renamePower: on('power', 'in-force', (r, id, { step }) => r.change((change) => changePower(change, { id, patch: { name: `职权${step}` } }))),
  remarkOnPower: on('power', 'in-force', (r, id, { step }) => r.change((change) => changePower(change, { id, patch: { remarks: `备注${step}` } }))),
  basisOfPower: on('power', 'in-force', (r, id, { step }) => r.change((change) => changePower(change, { id, patch: { legalBases: [`依据${step}`] } }))),
  stepsOfPower: on('power', 'in-force', (r, id, { step }) => r.change((change) => changePower(change, { id, patch: { steps: [{ name: `环节${step}` }] } }))),
  withdrawPower: on('power', 'in-force', (r, id) => r.change((change) => withdrawPowers(change, [id]))),
  newPower: (r, { step }) => r.change(async (change) => { await createPower(change, { name: `新职权${step}` }) }),
  rewritePoint: on('risk_point', 'in-force', (r, id, { step }) => r.change((change) => changeRiskPoint(change, { id, patch: { manifestation: `表现${step}` } }))),
  withdrawPoint: on('risk_point', 'in-force', (r, id) => r.change((change) => withdrawRiskPoints(change, [id]))),
  newPoint: on('power', 'in-force', (r, id, { step }) => aPoint(r, { powerId: id, manifestation: `新表现${step}` })),
  gradePoint: on('risk_point', 'in-force', async (r, id, { second }) => {
    const items = [await itemFor(r, id, { likelihood: [1, 3, 6, 10][second % 4] ?? 1, consequence: 40 })]
    await r.change((change) => gradePoints(change, { items, reason: '复评', approver: '主要领导' }))
  }),
  rewriteMeasure: on('control_measure', 'in-force', (r, id, { step }) => r.change((change) => changeMeasure(change, { id, patch: { content: `措施${step}` } }))),
  finishMeasure: on('control_measure', 'in-force', (r, id) => r.change((change) => changeMeasure(change, { id, patch: { progress: 'done' } }))),
  withdrawMeasure: on('control_measure', 'in-force', (r, id) => r.change((change) => withdrawMeasures(change, [id]))),
  newMeasure: on('risk_point', 'in-force', (r, id, { step }) => r.change((change) => createMeasure(change, { content: `新措施${step}`, riskPointIds: [id] }))),
  reinstate: async (r, { first }) => {
    for (const [table, back] of [['power', reinstatePowers], ['risk_point', reinstateRiskPoints], ['control_measure', reinstateMeasures]] as const) {
      const id = await idIn(r, table, first, 'withdrawn')
      if (id !== undefined) await r.change((change) => back(change, [id])).catch((error: unknown) => expect(error).toHaveProperty('code'))
    }
  },
  link: async (r, { first, second }) => {
    const [riskPointId, measureId] = [await idIn(r, 'risk_point', first), await idIn(r, 'control_measure', second)]
    if (riskPointId === undefined || measureId === undefined) return
    await r.change(async (change) => {
      if (!await storeLink(change, { riskPointId, measureId })) await removeLink(change, { riskPointId, measureId })
    })
  },
}

/** What was changed and then changed back differs in nothing, yet the year has touched it. */
async function expectMarksToBeTheDifference(register: TestRegister): Promise<void> {
  const earlier = (await frozenCore(register.core, officer, 2026)).database.read
  for (const kind of [materialPower, materialPoint, materialMeasure]) {
    const stored = await register.database.read.selectFrom(kind.table).select(['id', 'state', 'year_mark']).execute()
    const marks = new Map(stored.map(({ id, state, year_mark }) => [id, state === 'in-force' || year_mark === 'cancelled' ? year_mark : 'gone']))
    const touched = await touchedInYear(register)
    const differing = new Map<string, string>()
    for await (const chunk of pairs({ earlier, later: register.database.read }, kind)) for (const pair of chunk) differing.set(pair.id, markOf(pair))
    for (const [id, mark] of marks) {
      const told = differing.get(id) ?? 'gone'
      if (mark === 'modified' && told === 'unchanged') expect(touched).toContain(id)
      else expect({ table: kind.table, id, mark }).toEqual({ table: kind.table, id, mark: told })
    }
  }
}

/** Every record the log names since the year began, and the points whose measures it names. */
async function touchedInYear({ database: { read } }: TestRegister): Promise<Set<string>> {
  const { number } = await read.selectFrom('audit_entry').select('number').where('action', '=', 'year.start').executeTakeFirstOrThrow()
  const entries = await read.selectFrom('audit_entry').select(['entity_id', 'before', 'after']).where('number', '>', number).execute()
  const named = new Set(entries.flatMap(({ entity_id, before, after }) => [entity_id, ...[before, after].flatMap((json) => (JSON.parse(json ?? '{}') as { measureId?: string }).measureId ?? [])]))
  const links = await read.selectFrom('risk_point_measure').select(['risk_point_id', 'measure_id']).execute()
  return new Set([...named, ...links.flatMap(({ risk_point_id, measure_id }) => (named.has(measure_id) ? [risk_point_id] : []))])
}
