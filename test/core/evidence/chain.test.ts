import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { chainProblems } from '#core/evidence/chain-problems.ts'
import { entryHash } from '#core/evidence/entry-hash.ts'
import { evidentRegister, problemsIn } from '#test/core/evidence/evident-register.ts'
import { openTestRegister, setUpTestOrganisation } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { withGradedRegister } from '#test/core/helpers/graded-register.ts'

const note = (register: TestRegister, entityId = 'test', after: object = { a: 1 }) =>
  register.change((change) => change.record({ action: 'test.note', entity: 'test', entityId, after }))

async function withRegister(work: (register: TestRegister) => Promise<void>): Promise<void> {
  const register = await openTestRegister()
  try {
    await work(register)
  } finally {
    await register.close()
  }
}

const rowsOf = ({ database }: TestRegister) =>
  database.connection.prepare<[], Record<string, string | number | null>>('SELECT number, id, at, actor_kind, actor, actor_id, action, entity, entity_id, before, after, batch_id, sealed, hash FROM audit_entry ORDER BY number').all()

describe('the chain of the log', () => {
  test('is what anybody can compute anew from the rows: SHA-256 over a JSON array of the hash before and all columns', async () => {
    await withGradedRegister(async (register) => {
      let previous = ''
      for (const { hash, ...row } of rowsOf(register)) {
        previous = createHash('sha256').update(JSON.stringify([previous, ...Object.values(row)])).digest('hex')
        expect(hash).toBe(previous)
      }
    })
  })

  test('is sound in a register that was worked in', async () => {
    await withGradedRegister(async (register) => {
      await evidentRegister(register)
      expect(problemsIn(register.database.connection, register)).toEqual([])
    })
  })

  test('tells values apart that read alike when they are strung together', () => {
    expect(entryHash('', ['ab', 'c'])).not.toBe(entryHash('', ['a', 'bc']))
    expect(entryHash('', [null])).not.toBe(entryHash('', ['null']))
    expect(entryHash('', [1])).not.toBe(entryHash('', ['1']))
  })

  test('goes on from the last entry that was kept when a change is rolled back', async () => {
    await withRegister(async (register) => {
      await note(register)
      await expect(register.change(async (change) => {
        await change.record({ action: 'test.lost', entity: 'test', entityId: 'test' })
        throw new Error('turned back')
      })).rejects.toThrow('turned back')
      await note(register)
      expect(rowsOf(register).map(({ number, action }) => [number, action])).toEqual([[1, 'test.note'], [2, 'test.note']])
      expect(chainProblems(register.database.connection)).toEqual([])
    })
  })

  test('holds for names and texts of any characters', async () => {
    await withRegister(async (register) => {
      for (const text of ['\uD800半', '中\u0000文', '“引号”\\"', '\u2028', '😀']) await note(register, text, { text })
      expect(chainProblems(register.database.connection)).toEqual([])
    })
  })

  test('tells which person acted, not only his name', async () => {
    await withRegister(async (register) => {
      await register.database.change({ kind: 'person', name: '示例员', id: 'p-1' }, (change) => change.record({ action: 'test.note', entity: 'test', entityId: 'test' }))
      expect(rowsOf(register)[0]).toMatchObject({ actor: '示例员', actor_id: 'p-1' })
    })
  })

  test('seals no row that is not there', async () => {
    await withRegister(async (register) => {
      await expect(register.change((change) => change.record({ action: 'test.note', entity: 'test', entityId: 'x', seals: [{ table: 'grading', key: 'nowhere' }] }))).rejects.toThrow('no row nowhere of grading')
      expect(rowsOf(register)).toEqual([])
    })
  })

  test('reports a row of an append-only table that nothing vouches for', async () => {
    await withRegister(async (register) => {
      await setUpTestOrganisation(register)
      await register.change(async (change) => {
        const { method_version_id: id } = await change.db.selectFrom('method_in_force').selectAll().executeTakeFirstOrThrow()
        await change.db.insertInto('method_in_force').values({ method_version_id: id, since: change.at, set_by: 'x' }).execute()
        await change.record({ action: 'test.note', entity: 'test', entityId: 'x' })
      })
      expect(chainProblems(register.database.connection)).toEqual([{ code: 'integrity.row-unsealed', params: { table: 'method_in_force', key: 2 } }])
    })
  })
})

const clocks = (register: TestRegister) => rowsOf(register).filter(({ action }) => action === 'clock.set-back')

describe('a clock that was set back', () => {
  test('is recorded with both times, once, with the next change', async () => {
    await withRegister(async (register) => {
      await note(register)
      register.clock.pass(-3600_000)
      await note(register)
      await note(register)
      expect(clocks(register)).toMatchObject([{ number: 2, actor_kind: 'service', before: '{"clock":"2026-06-15T02:00:00.000Z"}', after: '{"clock":"2026-06-15T01:00:00.000Z"}' }])
      register.clock.pass(-60_000)
      await note(register)
      expect(clocks(register)).toHaveLength(2)
      expect(chainProblems(register.database.connection)).toEqual([])
    })
  })

  test('is not complained of for the seconds by which a clock is put right', async () => {
    await withRegister(async (register) => {
      await note(register)
      register.clock.pass(-4000)
      await note(register)
      expect(clocks(register)).toEqual([])
    })
  })
})
