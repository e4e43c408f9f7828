import { readFileSync } from 'node:fs'
import { openCore } from '#core/open-core.ts'
import { serviceIdentity } from '#core/permission/identity.ts'
import { coreClient } from '#hosts/calls/core-client.ts'
import { openRaw, withoutGuards } from '#test/core/evidence/raw-register.ts'
import { test as base, expect } from './example-test.ts'
import { signInTo } from './log-page.ts'

const password = 'Hill-and-river-7'

/** The example with the three officers and an inspector. */
const test = base.extend({
  prepare: async ({ prepare }, give) => {
    await give(async (data) => {
      await prepare(data)
      const core = await openCore({ folder: data, version: '0.0.0-test' })
      const client = coreClient({ core, identity: serviceIdentity('command-line'), reportFault: (fault) => { throw fault } })
      await client.people.found({
        officers: { 'system-officer': { name: '系统员甲', password }, 'security-officer': { name: '安全员乙', password }, 'audit-officer': { name: '审计员丙', password } },
        people: [{ name: '复核人戊', password, mustChange: false, roles: [{ role: 'inspector', departments: 'all' }] }],
      })
      await core.close()
    })
  },
})

test('the audit officer reads in plain words who did what, filters, exports and verifies', async ({ page }) => {
  await signInTo(page, { name: '审计员丙', password })
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
    await page.getByRole('menuitem', { name: /CSV/u }).click()
  })()])
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n')
  expect(lines[0]).toContain('"校验值"')
  expect(lines.length).toBeGreaterThan(total)

  await page.getByTestId('verify').click()
  await expect(page.getByTestId('sound')).toBeVisible()
})

test('an entry changed past the program is named on the screen', async ({ page, data }) => {
  await signInTo(page, { name: '审计员丙', password })
  await expect(page.getByTestId('grid-log')).toHaveAttribute('data-ready', 'true')
  const raw = withoutGuards(openRaw(`${data}/register.sqlite`))
  raw.exec("UPDATE audit_entry SET actor = '别人' WHERE number = 7")
  raw.close()
  await page.getByTestId('verify').click()
  await expect(page.getByTestId('faulty')).toContainText('操作日志第 7 条')
})

test('nobody but the audit officer is offered the log', async ({ page }) => {
  await signInTo(page, { name: '复核人戊', password }, '/overview')
  await expect(page.getByTestId('nav-overview')).toBeVisible()
  await expect(page.getByTestId('nav-log')).toHaveCount(0)
})
