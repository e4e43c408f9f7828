import { expect, test } from 'vitest'
import { listExports } from '#core/reports/written/keep-export.ts'
import { openTestRegister } from '#test/core/helpers/register.ts'
import { planningDatabase } from '#test/core/helpers/plans.ts'

test('a page of the log of exports comes from an index: newest first, by kind, by edition, by the hash of a file', async () => {
  const register = await openTestRegister()
  try {
    for (const [filter, expected] of [[{}, /SCAN e$/u], [{ kinds: ['annual'] }, /report_export_by_kind/u], [{ editions: ['public' as const] }, /report_export_by_edition/u], [{ text: 'a'.repeat(64) }, /report_export_by_hash/u]] as const) {
      const { db, plans } = planningDatabase(register.database.connection)
      await listExports(db, { ...filter, offset: 0, limit: 20 })
      const steps = plans.at(-1)?.steps ?? []
      expect(steps.some((step) => expected.test(step)), steps.join('\n')).toBe(true)
      // Newest first is the table's own order: nothing is sorted, and no number is looked for by reading.
      expect(steps.filter((step) => /TEMP B-TREE|SCAN n/u.test(step))).toEqual([])
    }
  } finally {
    await register.close()
  }
})
