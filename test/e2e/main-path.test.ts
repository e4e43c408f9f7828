import { readFileSync } from 'node:fs'
import { importList, setUp, writeReport } from './main-path.ts'
import { expect, test } from './test.ts'

test('from an empty folder to an annual report', async ({ page }) => {
  await setUp(page)
  await importList(page)
  const saving = page.waitForEvent('download')
  await writeReport(page)
  const saved = await (await saving).path()
  expect(readFileSync(saved).subarray(0, 2).toString('latin1')).toBe('PK')
})
