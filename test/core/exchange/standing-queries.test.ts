import { Kysely, SqliteDialect } from 'kysely'
import { expect, it } from 'vitest'
import type { Schema } from '#core/database/schema.ts'
import { lookupsOf } from '#core/exchange/standing/lookups.ts'
import { readSettings } from '#core/exchange/standing/read-settings.ts'
import { readStanding } from '#core/exchange/standing/read-standing.ts'
import type { RiskFacts } from '#core/exchange/facts/facts.ts'
import type { TestRegister } from '../helpers/register.ts'
import { importAllExamples } from './example-import.ts'
import { inRegister } from './importing.ts'

const fact = (index: number): RiskFacts => ({
  kind: 'risk', place: { sheet: 'S', row: index + 2 }, power: { name: `第${index}项`, code: index % 2 === 0 ? `XK-${index}` : '', subItem: '', namesSubItems: false }, department: '', post: '', step: '',
  manifestations: ['拖延'], fields: {}, grade: undefined, mixedGrade: [], measures: [`第${index}条`], basis: 'stated', confirm: undefined, sharedMeasures: [], measureFields: {},
})

/** What is asked of the register for so many rows. */
async function queriesFor(register: TestRegister, rows: number): Promise<{ sql: string; parameters: readonly unknown[] }[]> {
  const asked: { sql: string; parameters: readonly unknown[] }[] = []
  const { connection } = register.database
  const dialect = new SqliteDialect({ database: { prepare: (sql) => connection.prepare(sql), close: () => undefined } })
  const db = new Kysely<Schema>({ dialect, log: ({ query }) => { asked.push({ sql: query.sql, parameters: query.parameters }) } })
  const { draft } = await readSettings(register.database.read, 'zh-CN')
  await readStanding(db, draft, lookupsOf(Array.from({ length: rows }, (_, index) => fact(index))))
  return asked
}

it('an import asks the register in the same few queries however many rows the file has', async () => {
  await inRegister(async (register) => {
    const [few, many] = [await queriesFor(register, 1), await queriesFor(register, 5000)]
    expect(many.map(({ sql }) => sql)).toEqual(few.map(({ sql }) => sql))
    expect(few.length).toBeLessThan(15)
  })
})

it('and each of them finds its rows by an index', async () => {
  await inRegister(async (register) => {
    await importAllExamples(register)
    const plans = (await queriesFor(register, 300)).flatMap(({ sql, parameters }) =>
      register.database.connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters).map(({ detail }) => detail))
    const small = /^SCAN (?:department|post|json_each)\b/u
    expect(plans.filter((detail) => detail.startsWith('SCAN') && !small.test(detail))).toEqual([])
    expect(plans.filter((detail) => detail.startsWith('SEARCH')).length).toBeGreaterThan(6)
  })
})
