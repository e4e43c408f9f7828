import { expect, test } from 'vitest'
import { ruleParams, warningRuleCodes } from '#shared/model/warnings/rules.ts'
import { warningFigures } from '#core/warnings/figures.ts'
import { listEvents } from '#core/warnings/events/list-events.ts'
import { listWarnings } from '#core/warnings/list-warnings.ts'
import { rules } from '#core/warnings/rules/rules.ts'
import { withGradedRegister } from '../helpers/graded-register.ts'
import { planningDatabase, stepsOf } from '../helpers/plans.ts'
import { smallRegister } from '../helpers/small-register.ts'

/** Tables that grow with the register, and the names queries give them. */
const growing = /^SCAN (power|risk_point|control_measure|grading|review_decision|re_examination|adjustment|adjustment_task|warning|warning_step|supervision_event|r|p|m|g|l|t|a|e|w)\b/u

test('every rule finds its page by an index, from the first and from any later place', async () => {
  await withGradedRegister(async (register) => {
    await smallRegister(register)
    for (const code of warningRuleCodes) {
      const { db, plans } = planningDatabase(register.database.connection)
      const params = Object.fromEntries(Object.entries(ruleParams[code]).map(([name, { usual }]) => [name, usual]))
      const question = { today: '2026-06-15', params, dateOf: (instant: string) => instant.slice(0, 10) }
      for (const after of [undefined, ['2020-01-01', 1]]) await rules[code].page(db, { ...question, after })
      expect(plans.length, code).toBeGreaterThan(0)
      expect(stepsOf(plans).filter((step) => growing.test(step)), code).toEqual([])
    }
  })
})

test('lists and figures of warnings and events are found by an index, page and totals alike', async () => {
  await withGradedRegister(async (register) => {
    const { db, plans } = planningDatabase(register.database.connection)
    const page = { offset: 0, limit: 50 }
    const filters = [{}, { states: ['issued' as const] }, { departmentIds: ['a'] }, { rules: ['copied-text'] }, { sources: ['audit'] }, { overdue: true }, { cleared: true }, { powerId: 'a' }, { riskPointId: 'a' }]
    for (const filter of filters) for (const view of ['open', 'closed'] as const) await listWarnings(db, { ...page, filter: { view, ...filter } }, '2026-06-15')
    await warningFigures(db, '2026-06-15')
    for (const order of [{ states: ['open' as const], unlinked: false }, { states: [], unlinked: true }, { states: ['warned' as const], unlinked: false, batchId: 'a' }]) await listEvents(db, { ...page, ...order })
    expect(stepsOf(plans).filter((step) => growing.test(step))).toEqual([])
  })
})

test('the heaviest open warnings come in the order of their index, without sorting all of them', async () => {
  await withGradedRegister(async (register) => {
    const { db, plans } = planningDatabase(register.database.connection)
    for (const filter of [{}, { departmentIds: ['a'] }, { rules: ['copied-text'] }, { states: ['found' as const] }]) await listWarnings(db, { offset: 0, limit: 50, filter: { view: 'open', ...filter } }, '2026-06-15')
    expect(plans.filter(({ sql, steps }) => /order by/iu.test(sql) && steps.some((step) => step.includes('TEMP B-TREE'))).map(({ sql }) => sql)).toEqual([])
  })
})
