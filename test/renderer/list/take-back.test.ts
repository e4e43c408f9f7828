import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { Overtaken, takeBack } from '#renderer/components/list/take-back.ts'
import type { SaveItem } from '#renderer/components/list/register.ts'

type Row = Record<string, unknown> & { revision: number }

/** A register of two fields a record, which refuses a revision that is not the last as core does. */
function register(rows: Record<string, Row>) {
  return async (items: readonly SaveItem[]) => {
    for (const { id, revision } of items) {
      if (rows[id]?.revision !== revision) throw new ORPCError('STALE', { data: { id, current: { ...rows[id] } } })
    }
    return items.map(({ id, patch }) => {
      const was = rows[id] ?? { revision: 0 }
      rows[id] = { ...was, ...patch, revision: was.revision + 1 }
      return { id, revision: was.revision + 1, before: {} }
    })
  }
}

const undoing = (...ids: string[]) => ids.map((id) => ({ id, before: { owner: '甲' }, after: { owner: null } }))
const atTwo = async (): Promise<number> => 2

describe('taking a change back', () => {
  test('writes what was there before, for every record of the step', async () => {
    const rows = { a: { owner: '甲', revision: 2 }, b: { owner: '甲', revision: 2 } }
    expect(await takeBack(register(rows), undoing('a', 'b'), atTwo)).toMatchObject([{ id: 'a', revision: 3 }, { id: 'b', revision: 3 }])
    expect(rows).toEqual({ a: { owner: null, revision: 3 }, b: { owner: null, revision: 3 } })
  })

  test('passes over what others changed in other fields', async () => {
    const rows = { a: { owner: '甲', head: '新任', revision: 5 }, b: { owner: '甲', revision: 3 } }
    await takeBack(register(rows), undoing('a', 'b'), atTwo)
    expect(rows).toEqual({ a: { owner: null, head: '新任', revision: 6 }, b: { owner: null, revision: 4 } })
  })

  test('leaves what somebody else has written into the same field, and the whole step with it', async () => {
    const rows = { a: { owner: '甲', revision: 2 }, b: { owner: '乙', revision: 3 } }
    await expect(takeBack(register(rows), undoing('a', 'b'), atTwo)).rejects.toThrow(Overtaken)
    expect(rows).toEqual({ a: { owner: '甲', revision: 2 }, b: { owner: '乙', revision: 3 } })
  })

  test('a field that was cleared holds nothing, however that is said', async () => {
    const rows = { a: { owner: null, revision: 7 } }
    await takeBack(register(rows), [{ id: 'a', before: { owner: '' }, after: { owner: '甲' } }], atTwo)
    expect(rows.a).toEqual({ owner: '甲', revision: 8 })
  })
})
