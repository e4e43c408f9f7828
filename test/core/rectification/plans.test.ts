import { afterAll, beforeAll, expect, test } from 'vitest'
import { rectificationLedger } from '#core/reports/kinds/rectification-ledger.ts'
import { openRectification } from '#core/rectification/open.ts'
import { listEntries, readEntry } from '#core/rectification/read-entries.ts'
import { planningDatabase, stepsOf } from '../helpers/plans.ts'
import { openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

const today = '2026-06-15'
let sample: Sample
let entry: string
beforeAll(async () => {
  sample = await openSample()
  entry = (await sample.register.change((change) => openRectification(change, { problem: '记录不全', source: 'audit', departmentId: sample.approvals }))).id
})
afterAll(() => sample.register.close())

async function plan(work: (db: ReturnType<typeof planningDatabase>['db']) => Promise<unknown>): Promise<string[]> {
  const { db, plans } = planningDatabase(sample.register.database.connection)
  await work(db)
  return stepsOf(plans)
}

const page = { offset: 0, limit: 100 }
const pending = ['open', 'returned', 'rectified'] as const

test.each([
  ['what is not closed', { states: [...pending] }], ['what is late', { overdue: true }], ['what is closed', { states: ['closed' as const] }], ['one department', { states: [...pending], departmentIds: ['a'] }],
  ['one source', { states: [...pending], sources: ['audit' as const] }], ['two departments, late', { overdue: true, departmentIds: ['a', 'b'] }],
])('the ledger filtered by %s is searched, counted and sorted by its indexes', async (_what, filter) => {
  const steps = await plan((db) => listEntries(db, { filter, ...page }, today))
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([])
  expect(steps.some((step) => step.startsWith('SEARCH r USING'))).toBe(true)
})

test('the whole ledger is walked along the index of its terms', async () => {
  const steps = await plan((db) => listEntries(db, { filter: {}, ...page }, today))
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN r USING INDEX rectification_by_due'])
  expect(steps.join()).not.toContain('TEMP B-TREE FOR ORDER BY')
})

test('an entry is read with its steps and parties by what they are known by', async () => {
  const steps = await plan((db) => readEntry(db, entry, { today, caller: { personId: null, name: '某人' } }))
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([])
})

test('the paper of a year reads the ledger in chunks by number', async () => {
  const { db, plans } = planningDatabase(sample.register.database.connection)
  const core = { ...sample.register.core, database: { ...sample.register.database, read: db } }
  await rectificationLedger.paper(core, { year: 2026, edition: 'internal', locale: 'zh-CN' }, () => Promise.resolve())
  const chunk = plans.find(({ sql }) => sql.includes('rectification') && sql.includes('limit'))
  expect(chunk?.steps.join(' | ')).toMatch(/SEARCH r USING INTEGER PRIMARY KEY \(rowid>\?\)/u)
})
