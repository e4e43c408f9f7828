import { readFileSync } from 'node:fs'
import { openRaw, withoutGuards } from '#test/core/evidence/raw-register.ts'
import { expect, test } from './example-test.ts'
import { signInTo } from './log-page.ts'
import { auditOfficer, password } from './people.ts'

test.use({ user: undefined })

test('the audit officer reads in plain words who did what, filters, exports and verifies', async ({ page }) => {
  await signInTo(page, { name: auditOfficer, password })
  const grid = page.getByTestId('grid-log')
  await expect(grid).toHaveAttribute('data-ready', 'true')
  const total = Number(await grid.getAttribute('data-total'))
  expect(total).toBeGreaterThan(100)
  await expect(grid.getByRole('row').nth(1)).toContainText('登录')

  await page.getByTestId('list-search').fill('取水')
  await expect.poll(async () => Number(await grid.getAttribute('data-total'))).toBeLessThan(total)
  await page.getByTestId('clear-filters').click()
  await expect.poll(async () => Number(await grid.getAttribute('data-total'))).toBe(total)

  await page.getByTestId('list-search').fill('formCodes')
  await expect.poll(async () => Number(await grid.getAttribute('data-total'))).toBe(4)
  await expect(grid).toHaveAttribute('data-ready', 'true')
  await grid.getByRole('gridcell', { name: '导入', exact: true }).first().dblclick()
  await expect(page.getByTestId('entry')).toContainText('职权（新增')
  await page.getByTestId('only-record').click()
  await expect.poll(async () => Number(await grid.getAttribute('data-total'))).toBeLessThan(5)
  await page.getByTestId('panel-close').click()
  await page.getByTestId('clear-filters').click()

  const [download] = await Promise.all([page.waitForEvent('download'), (async () => {
    await page.getByTestId('export').click()
    await page.getByRole('menuitem', { name: /csv/iu }).click()
  })()])
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n')
  expect(lines[0]).toContain('"校验值"')
  expect(lines.length).toBeGreaterThan(total)

  await page.getByTestId('verify').click()
  await expect(page.getByTestId('sound')).toBeVisible()
})

test('an entry changed past the program is named on the screen', async ({ page, data }) => {
  await signInTo(page, { name: auditOfficer, password })
  await expect(page.getByTestId('grid-log')).toHaveAttribute('data-ready', 'true')
  const raw = withoutGuards(openRaw(`${data}/register.sqlite`))
  raw.exec("UPDATE audit_entry SET actor = '别人' WHERE number = 7")
  raw.close()
  await page.getByTestId('verify').click()
  await expect(page.getByTestId('faulty')).toContainText('操作日志第 7 条')
})

test('nobody but the audit officer is offered the log', async ({ page }) => {
  await signInTo(page, { name: '示例纪检员', password }, '/overview')
  await expect(page.getByTestId('nav-overview')).toBeVisible()
  await expect(page.getByTestId('nav-log')).toHaveCount(0)
})
