import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTo, importList, setUp, writeReport } from '../e2e/main-path.ts'
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

test('the annual report is printed as PDF by the program itself, and looked at before', async ({ program, window, data }) => {
  await setUp(window)
  await importList(window)
  await goTo(window, 'reports')
  await window.getByTestId('preview').click()
  await expect(window.frameLocator('[data-testid=paper-frame]').locator('h1')).toContainText('廉政风险防控工作评估报告')
  await window.keyboard.press('Escape')
  const path = join(data, 'report.pdf')
  await program.evaluate(({ session }, target) => { session.defaultSession.once('will-download', (_event, item) => item.setSavePath(target)) }, path)
  await window.getByTestId('write-pdf').click()
  await expect(window.getByTestId('written')).toContainText('.pdf')
  await expect.poll(() => readHead(path)).toBe('%P')
  const pdf = readFileSync(path, 'latin1')
  for (const mark of ['/StructTreeRoot', '/Outlines', '/AuditLogHead <FEFF']) expect(pdf).toContain(mark)
  expect(program.windows()).toHaveLength(1)
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
