import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ORPCError } from '@orpc/contract'
import { coreClient, readToEnd } from '#hosts/calls/core-client.ts'
import { listMethods } from '#core/grading/methods.ts'
import { verifyRegister } from '#core/integrity/verify-register.ts'
import { openTestRegister, setUpTestOrganisation } from '../core/helpers/register.ts'
import type { TestRegister } from '../core/helpers/register.ts'
import { bringInForce } from '../core/helpers/graded-register.ts'
import { smallRegister } from '../core/helpers/small-register.ts'
import type { SmallRegister } from '../core/helpers/small-register.ts'

const faults: string[] = []
let register: TestRegister
let sample: SmallRegister
type Ask = (input?: unknown) => Promise<unknown>
let client: Record<string, Record<string, Ask>>

beforeAll(async () => {
  register = await openTestRegister()
  await setUpTestOrganisation(register)
  await bringInForce(register, 'product')
  sample = await smallRegister(register)
  const context = { ...register.call, reportFault: (fault: unknown, name: string) => { faults.push(`${name}: ${fault instanceof Error ? fault.stack ?? '' : String(fault)}`); return 'REF' } }
  client = coreClient(context) as unknown as typeof client
})

afterAll(() => register.close())

/** 'answered', or the code of what came back. */
async function outcome(name: string, input: unknown): Promise<string> {
  const [area = '', procedure = ''] = name.split('.')
  try {
    const answer = await client[area]?.[procedure]?.(input)
    if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer) await readToEnd(answer as never)
    return 'answered'
  } catch (error) {
    if (error instanceof ORPCError) return error.code === 'REFUSED' ? String((error.data as { code: string }).code) : error.code
    return String(error)
  }
}

const texts = [
  '', ' ', '\0', 'a\0b', '\uD800', '\uDFFF水', '\uFFFF', '💧', 'e\u0301', '"', '"" OR ""', '*', 'a*', '-a', '^水', 'NEAR(水 河, 2)', 'title:水', '{title manifestation}: 水', '水 AND 河', '水 OR', 'NOT 水',
  '(', ')', ')(', '%', '_', '[a-z]', '?', "'", "'; DROP TABLE power; --", '\\', '\u202E', '\n', '\t', '\u2028', '一'.repeat(200), 'a'.repeat(200), '水'.repeat(3), '水', '!', '，', '__proto__', 'constructor', 'toString',
]

describe('no text that is searched for is a fault, and none means everything by accident', () => {
  test.each(['powers', 'risks', 'measures'])('%s', async (list) => {
    for (const text of texts) expect([text, await outcome(`${list}.list`, { filter: { text } })]).toEqual([text, 'answered'])
    expect(faults).toEqual([])
  })
})

describe('pages and sorts at their limits', () => {
  test.each(['powers', 'risks', 'measures'])('%s', async (list) => {
    for (const page of [{ offset: 0, limit: 500 }, { offset: 1e15, limit: 500 }, { offset: Number.MAX_SAFE_INTEGER, limit: 1 }]) {
      for (const direction of ['asc', 'desc']) expect([page, await outcome(`${list}.list`, { ...page, sort: { column: 'number', direction } })]).toEqual([page, 'answered'])
    }
    for (const page of [{ limit: 501 }, { limit: 0 }, { limit: -1 }, { offset: -1 }, { offset: 0.5 }, { offset: Number.NaN }, { offset: Infinity }, { offset: 1e300 }, { limit: '1' }, { sort: { column: 'number; DROP', direction: 'asc' } }]) {
      expect([page, await outcome(`${list}.list`, page)]).toEqual([page, 'BAD_REQUEST'])
    }
  })

  test('filters', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `code-${index}`)
    for (const filter of [{ departmentIds: many }, { departmentIds: [''] }, { departmentIds: ['', ...many.slice(1)] }, { gradeCodes: many, categoryCodes: many, stages: ['', 'declared'] }, { likelihood: -0 }, { likelihood: 1e308 }, { consequence: 5e-324 }, { powerId: sample.points[0] }, { postIds: ['\0'] }]) {
      expect([filter, await outcome('risks.list', { filter })]).toEqual([filter, 'answered'])
    }
    for (const filter of [{ likelihood: Number.NaN }, { likelihood: Infinity }, { departmentIds: [...many, 'x'] }, { text: '水'.repeat(201) }, { powerId: 'x' }]) expect(await outcome('risks.list', { filter })).toBe('BAD_REQUEST')
    expect(await outcome('risks.list', { filter: JSON.parse('{"__proto__":{"text":"x"},"constructor":1}') })).toBe('answered')
  })
})

describe('ids of something else', () => {
  test('are refused by name, not by a fault', async () => {
    const [point, measure, power, department, post] = [sample.points[0], sample.measures.pairs, sample.powers.intake, sample.permits, sample.post]
    const unknown = '01900000-0000-7000-8000-000000000000'
    for (const [name, input] of [
      ['powers.get', { id: point }], ['risks.get', { id: power }], ['measures.get', { id: department }],
      ['powers.save', { items: [{ id: point, revision: 1, patch: { name: 'x' } }] }],
      ['powers.create', { name: 'x', departmentId: post }], ['powers.create', { name: 'x', departmentId: department, postId: department }],
      ['powers.create', { name: 'x', typeCode: 'no-such' }], ['powers.create', { name: 'x', code: 'XK-001' }],
      ['powers.withdraw', { ids: [measure] }], ['powers.withdraw', { ids: [power] }], ['powers.reinstate', { ids: [unknown] }],
      ['risks.create', { powerId: point, manifestation: 'x' }], ['risks.create', { powerId: power, manifestation: 'x', stepId: point }], ['risks.create', { powerId: power, manifestation: 'x', postId: power }],
      ['risks.confirm', { ids: [power] }], ['risks.withdraw', { ids: [unknown] }], ['risks.reinstate', { ids: [power] }],
      ['measures.create', { content: 'x', riskPointIds: [power] }], ['measures.create', { content: 'x', departmentId: point }], ['measures.withdraw', { ids: [point] }],
      ['grading.grade', { items: [{ riskPointId: power, revision: 1, factors: {} }] }], ['grading.preview', { riskPointId: power, factors: {} }],
      ['grading.preview', { riskPointId: point, factors: {}, versionId: point }], ['grading.putInForce', { versionId: power }], ['grading.saveVersion', { methodId: point, definition: await aDefinition() }],
      ['grading.accept', { ids: [power] }], ['grading.accept', {}],
      ['exchange.apply', { planId: point }], ['exchange.undo', { batchId: power }],
      ['organisation.saveDepartment', { id: post, revision: 1, name: 'x', headTitle: null }], ['organisation.withdrawDepartment', { id: post }], ['organisation.createPost', { departmentId: power, name: 'x' }],
      ['organisation.withdrawPost', { id: department }], ['organisation.orderDepartments', { ids: [department] }], ['organisation.orderDepartments', { ids: [department, department] }],
      ['organisation.orderVocabulary', { kind: 'power-type', codes: ['__proto__'] }], ['organisation.setUp', { name: 'again' }],
      ['system.restore', { name: '../register.db' }], ['system.restore', { name: 'register-20260101T000000000Z-close.sqlite' }], ['system.restore', { name: '\0' }],
    ] as const) {
      expect([name, input, await outcome(name, input)]).toEqual([name, input, expect.stringMatching(/^[a-z-]+\.[a-z.-]+$/u)])
    }
    expect(faults).toEqual([])
  })

  test('name nothing where a list is asked for', async () => {
    for (const [name, input] of [['exchange.discard', { planId: sample.powers.intake }], ['history.ofRecord', { entityId: sample.points[0], beforeNumber: -5, limit: 200 }], ['history.recent', { beforeNumber: Number.MAX_SAFE_INTEGER }], ['organisation.posts', { departmentId: sample.points[0] }]] as const) {
      expect(await outcome(name, input)).toBe('answered')
    }
  })
})

const prefer = (key: string, value: unknown): Promise<string> => outcome('system.setPreference', { key, value })

async function aDefinition(): Promise<unknown> {
  const { methods } = await listMethods(register.database.read)
  return methods[0]?.versions[0]?.definition
}

describe('many at once', () => {
  test('five thousand times the same id is one record', async () => {
    const [point] = sample.points
    const ids = Array.from({ length: 5000 }, () => point)
    expect(await outcome('risks.confirm', { ids })).toBe('answered')
    expect(await outcome('measures.create', { content: '全部', riskPointIds: ids })).toBe('answered')
    expect(await outcome('risks.withdraw', { ids })).toBe('answered')
    expect(await outcome('risks.reinstate', { ids })).toBe('answered')
    expect(await outcome('grading.accept', { ids })).toBe('answered')
    // What was determined goes by review alone, however often it is named.
    expect(await outcome('risks.withdraw', { ids })).toBe('risk.determined')
    expect(await outcome('risks.confirm', { ids: [...ids, point] })).toBe('BAD_REQUEST')
    expect(faults).toEqual([])
  })

  test('a record named twice in one save is stale the second time, and nothing is saved', async () => {
    const { revision } = await register.database.read.selectFrom('risk_point').select('revision').where('id', '=', sample.points[1]).executeTakeFirstOrThrow()
    const item = (title: string) => ({ id: sample.points[1], revision, patch: { title } })
    expect(await outcome('risks.save', { items: [item('甲'), item('乙')] })).toBe('STALE')
    expect(await register.database.read.selectFrom('risk_point').select(['title', 'revision']).where('id', '=', sample.points[1]).executeTakeFirstOrThrow()).toEqual({ title: null, revision })
  })
})

describe('values of unusual kinds', () => {
  test('texts with NUL, lone surrogates and marks of direction are kept or refused, and the register stays sound', async () => {
    for (const text of ['a\0b', '\uD800', 'x\uDC00y', '\u202Eabc', '=1+1', '💧'.repeat(100), '\u0000']) {
      for (const [name, input] of [
        ['powers.create', { name: text, legalBases: [text], steps: [{ name: text }], remarks: text }],
        ['risks.create', { powerId: sample.powers.dredging, manifestation: text, title: text, directOwner: text }],
        ['measures.create', { content: text, owner: text, remarks: text }],
        ['organisation.createDepartment', { name: text }],
        ['risks.list', { filter: { text } }],
      ] as const) expect([name, text, await outcome(name, input)]).toEqual([name, text, expect.stringMatching(/^(answered|BAD_REQUEST|department\.name-taken|department\.name-blank)$/u)])
    }
    expect(faults).toEqual([])
    const { problems } = await readToEnd(verifyRegister(register.core))
    expect(problems).toEqual([])
    for (const list of ['powers', 'risks', 'measures']) expect(await outcome(`${list}.list`, { limit: 500 })).toBe('answered')
    expect(await outcome('history.recent', { limit: 200 })).toBe('answered')
  })

  test('factors that are no numbers, too many or called like a part of every object', async () => {
    const [, point] = sample.points
    const { revision } = await register.database.read.selectFrom('risk_point').select('revision').where('id', '=', point).executeTakeFirstOrThrow()
    const grade = (factors: unknown) => outcome('grading.grade', { items: [{ riskPointId: point, revision, factors }], reason: '' })
    expect(await grade({ likelihood: Number.NaN, consequence: 40 })).toBe('BAD_REQUEST')
    expect(await grade({ likelihood: 1e308, consequence: 40 })).toBe('grading.factors-invalid')
    expect(await grade(JSON.parse('{"__proto__":{"likelihood":6,"consequence":40}}'))).toMatch(/^(grading\.factors-missing|BAD_REQUEST)$/u)
    expect(await grade({ constructor: 1, toString: true })).toBe('grading.factors-missing')
    expect(await grade({ likelihood: '6', consequence: true })).toBe('grading.factors-invalid')
    expect(faults).toEqual([])
  })

  test('preferences: deep, large, without a value, or called like a part of every object', async () => {
    let deep: unknown = 1
    for (let level = 0; level < 5000; level++) deep = [deep]
    expect(await prefer('deep', deep)).toBe('BAD_REQUEST')
    expect(await prefer('nothing', undefined)).toBe('BAD_REQUEST')
    expect(await prefer('number', Number.NaN)).toBe('BAD_REQUEST')
    expect(await prefer('large', 'x'.repeat(2_000_000))).toBe('BAD_REQUEST')
    for (const key of ['__proto__', 'constructor', '\0', '\uD800', 'grid.risks']) expect([key, await prefer(key, { columns: ['a'] })]).toEqual([key, 'answered'])
    const kept = await client['system']?.['preferences']?.() as Record<string, unknown>
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype)
    expect(kept['grid.risks']).toEqual({ columns: ['a'] })
    expect(({} as Record<string, unknown>)['columns']).toBeUndefined()
    expect(faults).toEqual([])
  })

  test('a method whose definition is absurd', async () => {
    const sound = await aDefinition() as Record<string, unknown>
    for (const change of [{ scale: 'no-such' }, { thresholds: [] }, { kind: 'weighted' }, { overrides: Array.from({ length: 5000 }, () => ({})) }, { code: '__proto__' }]) {
      expect([change, await outcome('grading.createMethod', { code: 'absurd', labels: { 'zh-CN': '甲', en: 'A' }, definition: { ...sound, ...change }, note: '' })]).toEqual([change, expect.stringMatching(/^(BAD_REQUEST|method\.[a-z-]+|answered)$/u)])
      expect(await outcome('grading.previewMethod', { definition: { ...sound, ...change } })).toMatch(/^(BAD_REQUEST|method\.[a-z-]+|answered)$/u)
    }
    expect(faults).toEqual([])
  })

  test('years and dates', async () => {
    for (const year of [1989, 2201, 2026.5, Number.NaN, '2026']) expect([year, await outcome('reports.freeze', { year })]).toEqual([year, 'BAD_REQUEST'])
    expect(await outcome('reports.freeze', { year: 2200 })).toBe('year.not-begun')
    for (const dueOn of ['2026-02-30', '2026-13-01', '', '0000-00-00', '2026-1-1']) expect([dueOn, await outcome('measures.create', { content: 'x', term: 'dated', dueOn })]).toEqual([dueOn, 'BAD_REQUEST'])
  })
})
