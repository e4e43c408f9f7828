import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { evidenceHandlers } from '#core/evidence/router.ts'
import { logFilterSchema } from '#shared/contract/evidence.ts'
import type { LogFilter } from '#shared/contract/evidence.ts'
import { actionWord, changeLine, entityWord, entryWords, fieldWord, valueWord } from '#shared/locales/entry-words.ts'
import { messages } from '#shared/locales/translator.ts'
import { readLog } from '#core/evidence/read-log.ts'
import { exportLog } from '#core/evidence/export-log.ts'
import { openExample } from '#core/example/open-example.ts'
import { finish } from '#test/core/helpers/graded-register.ts'
import { openTestRegister } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { openSample } from '#test/core/helpers/sample.ts'
import type { Sample } from '#test/core/helpers/sample.ts'
import { changePower } from '#core/powers/power-records.ts'

let sample: Sample
beforeAll(async () => {
  sample = await openSample()
  const { register } = sample
  register.clock.pass(86_400_000)
  await register.database.change({ kind: 'person', name: '审批员甲' }, (change) => changePower(change, { id: sample.licence, patch: { remarks: '100%办结_须公示' } }))
  register.clock.pass(86_400_000)
  await register.database.change({ kind: 'person', name: '审批员乙' }, (change) => changePower(change, { id: sample.tender, patch: { discretion: 'no', remarks: '按程序办' } }))
})
afterAll(() => sample.register.close())

const read = (filter: LogFilter, page = { offset: 0, limit: 50 }) => readLog(sample.register.database.read, { filter, ...page })
const lastTwo = async () => (await read({})).rows.slice(0, 2).map(({ actor }) => actor)
const sources = { locale: 'zh-CN', vocabulary: (_kind: string, code: string) => code, grade: (code: string) => code } as const

describe('the log', () => {
  test('comes newest first, by page, with its total', async () => {
    const { total } = await read({})
    expect(await lastTwo()).toEqual(['审批员乙', '审批员甲'])
    const middle = await read({}, { offset: 5, limit: 3 })
    expect(middle).toMatchObject({ total, offset: 5 })
    expect(middle.rows.map(({ number }) => number)).toEqual([total - 5, total - 6, total - 7])
  })

  test('is filtered by person, kind of record, record, time and text, and by all of them at once', async () => {
    const actors = async (filter: LogFilter) => [...new Set((await read(filter)).rows.map(({ actor }) => actor))]
    expect(await actors({ actors: ['审批员甲'] })).toEqual(['审批员甲'])
    expect(await actors({ from: '2026-06-17T00:00:00Z' })).toEqual(['审批员乙'])
    expect(await actors({ from: '2026-06-16T00:00:00Z', before: '2026-06-17T00:00:00Z' })).toEqual(['审批员甲'])
    expect((await read({ entities: ['power'] })).rows.every(({ entity }) => entity === 'power')).toBe(true)
    expect((await read({ entityId: sample.tender })).total).toBe(2)
    expect(await actors({ text: '按程序' })).toEqual(['审批员乙'])
    expect((await read({ text: '按程序', actors: ['审批员甲'] })).total).toBe(0)
  })

  test('takes the signs of a pattern for what they are', async () => {
    expect((await read({ text: '100%办结_' })).total).toBe(1)
    expect((await read({ text: '100%%' })).total).toBe(0)
    expect((await read({ text: '结%公' })).total).toBe(0)
  })

  test('tells who and what it knows of', async () => {
    const choices = await evidenceHandlers.logChoices(undefined, sample.register.call)
    expect(choices.actors).toEqual(expect.arrayContaining(['审批员甲', '审批员乙', '测试员']))
    expect(choices.entities).toEqual(expect.arrayContaining(['power', 'organisation']))
  })

  test('takes no time that is none', () => {
    expect(logFilterSchema.safeParse({ from: 'yesterday' }).success).toBe(false)
  })

  test('is read in plain words: who, what, to which record, and what was before', async () => {
    const [entry] = (await read({})).rows
    if (entry === undefined) throw new Error('no entry')
    const words = entryWords(entry, { sources, names: entry.names })
    expect(words).toMatchObject({ who: '审批员乙', what: '修改职权', kind: '职权', record: '工程招标' })
    expect(changeLine(words.changes, 'zh-CN')).toBe('自由裁量权：有 → 无；备注：按程序办')
  })
})

describe('the exported log', () => {
  test('holds every entry of the filter in words, oldest first, with its hash', async () => {
    const { result } = await finish(exportLog(sample.register.core, { filter: { entityId: sample.tender }, format: 'csv', locale: 'en' }))
    const lines = (await result.text()).replace('\uFEFF', '').trim().split('\r\n')
    expect(result.name).toBe('Audit log-2026-06-17.csv')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe('"No.","Time","By","Action","Kind","Record","Changes","Import","Hash"')
    expect(lines[2]).toContain('"审批员乙","Power changed","Power","工程招标"')
    expect(lines[2]).toMatch(/"[0-9a-f]{64}"$/)
  })

  test('is a workbook too', async () => {
    const { result, told } = await finish(exportLog(sample.register.core, { filter: {}, format: 'xlsx', locale: 'zh-CN' }))
    expect((await result.bytes()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
    expect(told.at(-1)).toMatchObject({ stage: 'export', done: (await read({})).total })
  })
})

/** Entries of a register in which a whole example was imported, graded and accepted. */
async function exampleEntries(work: (register: TestRegister) => Promise<void>): Promise<void> {
  const register = await openTestRegister()
  try {
    await finish(openExample(register.call))
    await work(register)
  } finally {
    await register.close()
  }
}

describe('the words of the log', () => {
  test('know the states of records, imports and forms, in both languages', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const known = { ...sources, locale }
      for (const state of ['in-force', 'withdrawn', 'applied', 'undone', 'kept', 'in-use']) expect(valueWord('state', state, { sources: known })).not.toBe(state)
    }
  })

  test('name the fields for which an entry is to be looked at again', () => {
    expect(valueWord('fields', ['risk-point.manifestation', 'power.benchmarkNo'], { sources })).toBe('表现形式、裁量基准文号')
  })

  test('know every action, kind of record and field that the example leaves in it, in both languages', async () => {
    await exampleEntries(async ({ database }) => {
      const rows = database.connection.prepare<[], { action: string; entity: string; field: string | null }>(`
        SELECT DISTINCT action, entity, k.key AS field FROM audit_entry a LEFT JOIN json_each(coalesce(a.after, a.before, '{}')) k`).all()
      expect(rows.length).toBeGreaterThan(50)
      for (const locale of ['zh-CN', 'en'] as const) {
        const known = { ...sources, locale }
        const missing = rows.filter(({ action, entity, field }) => actionWord(action, known) === undefined || entityWord(entity, known) === entity
          || (field !== null && !['gradingId', 'versionId', 'personId', 'position', 'basis'].includes(field) && fieldWord(entity, field, known) === field))
        expect(missing).toEqual([])
      }
    })
  })

  test('are the same keys in both languages, but for what only English says of one', () => {
    expect(Object.keys(messages.en.log).filter((key) => !key.endsWith('_one')).toSorted()).toEqual(Object.keys(messages['zh-CN'].log).toSorted())
  })
})
