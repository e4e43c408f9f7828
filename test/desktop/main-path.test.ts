import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importList, setUp, writeReport } from '../e2e/main-path.ts'
import { expect, launch, test } from './desktop.ts'

test('the window shows the first page in its own scheme', async ({ window }) => {
  await expect(window.getByTestId('start')).toBeVisible()
  expect(window.url()).toMatch(/^app:\/\/register\//u)
  await expect(window).toHaveTitle(/廉政风险防控/u)
})

test('from an empty folder to an annual report, saved by the system’s dialog', async ({ program, window, data }) => {
  await setUp(window)
  await importList(window)
  const path = join(data, 'report.docx')
  // In place of the person who answers the dialog.
  await program.evaluate(({ session }, target) => { session.defaultSession.once('will-download', (_event, item) => item.setSavePath(target)) }, path)
  await writeReport(window)
  await expect.poll(() => readHead(path)).toBe('PK')
})

test('what was entered is there after closing and starting again', async ({ program, window, data }) => {
  await setUp(window)
  await program.close()
  const again = await launch(data)
  const page = await again.firstWindow()
  await expect(page.getByTestId('overview')).toBeVisible()
  await again.close()
})

function readHead(path: string): string {
  try {
    return readFileSync(path).subarray(0, 2).toString('latin1')
  } catch {
    return 'not there yet'
  }
}
