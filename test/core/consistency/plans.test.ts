import { afterAll, beforeAll, expect, test } from 'vitest'
import { countRule, keysOfPage } from '#core/consistency/ask-rule.ts'
import type { Asked } from '#core/consistency/ask-rule.ts'
import { findPage } from '#core/consistency/find-page.ts'
import { finders } from '#core/consistency/finders.ts'
import { readRuleSetting } from '#core/consistency/rule-setting.ts'
import { consistencyRules, ruleCodes } from '#shared/model/consistency/rules.ts'
import type { RuleCode } from '#shared/model/consistency/rules.ts'
import { planningDatabase, stepsOf } from '../helpers/plans.ts'
import { openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

const today = '2026-06-15'
let sample: Sample
beforeAll(async () => { sample = await openSample() })
afterAll(() => sample.register.close())

async function plan(work: (db: ReturnType<typeof planningDatabase>['db']) => Promise<unknown>): Promise<string[]> {
  const { db, plans } = planningDatabase(sample.register.database.connection)
  await work(db)
  return stepsOf(plans)
}

const queryOf = async (rule: RuleCode) => finders[rule](await readRuleSetting(sample.register.database.read, today))

/** Steps that go through a whole table of the register; totals have a few hundred rows, methods and lists of values a handful. */
const scans = (steps: readonly string[]): string[] => steps.filter((step) => step.startsWith('SCAN') && !/json_each|_total|subquery|SCAN [cru]$|organisation|method_in_force|method_version/u.test(step))

test.each(ruleCodes)('%s is counted and listed by searching indexes', async (rule) => {
  const query = await queryOf(rule)
  const steps = await plan((db) => countRule(db, query))
  expect(scans(steps)).toEqual([])
  expect(steps.join()).toMatch(/SEARCH (?:r|g|power|risk_point) USING/u)
  expect(scans(await plan((db) => keysOfPage(db, query, { offset: 0, limit: 50 })))).toEqual([])
})

test.each(ruleCodes)('%s within departments is found by searching indexes', async (rule) => {
  const query = await queryOf(rule)
  const asked: Asked = { departmentIds: [sample.approvals, ''] }
  expect(scans(await plan((db) => countRule(db, query, asked)))).toEqual([])
})

test.each(consistencyRules.filter(({ entity }) => entity === 'risk-point').map(({ code }) => code))('%s is asked of named points without going through the others', async (rule) => {
  const steps = await plan(async (db) => countRule(db, await queryOf(rule), { ids: [sample.point] }))
  expect(steps.some((step) => step.includes('(id=?)') || step.includes('risk_point_id=?'))).toBe(true)
  expect(scans(steps)).toEqual([])
})

test.each(['point-ungraded', 'power-without-flow', 'power-without-code', 'measure-overdue', 'measure-without-kind', 'to-re-examine', 'rectification-overdue'] as const)('a page of %s is walked along its index without sorting', async (rule) => {
  const query = await queryOf(rule)
  expect((await plan((db) => keysOfPage(db, query, { offset: 100, limit: 50 }))).join()).not.toContain('TEMP B-TREE')
})

test('what stands beside a finding is looked up by what it is known by', async () => {
  for (const rule of ['point-ungraded', 'power-without-flow', 'measure-without-kind', 'post-without-holder', 'department-without-head'] as const) {
    expect(scans(await plan((db) => findPage(db, today, { rule, offset: 0, limit: 50 })))).toEqual([])
  }
})
