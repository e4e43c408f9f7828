import { readFileSync, rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readXlsx } from 'hucre'
import { openCore } from '#core/open-core.ts'
import { serviceIdentity } from '#core/permission/identity.ts'
import { coreClient, readToEnd } from '#hosts/calls/core-client.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { makeExampleFolder } from './example-folder.ts'
import { expectTotal, openList, ready, waitForPanel } from './grid.ts'
import { goTo } from './main-path.ts'
import { changeTo, worker } from './people.ts'
import { speak } from './speak.ts'
import { expect, test as base } from './test.ts'

const last = new Date().getFullYear() - 1

/** The last year is frozen; since then one point is new and one measure reads differently. */
async function afterLastYear(client: ContractClient): Promise<void> {
  await readToEnd(await client.reports.freeze({ year: last }))
  const { rows: [measure] } = await client.measures.list({ limit: 1 })
  const { rows: [point] } = await client.risks.list({ limit: 1 })
  if (measure === undefined || point === undefined) throw new Error('the example is empty')
  await client.measures.save({ items: [{ id: measure.id, revision: measure.revision, patch: { content: '改过的措施内容' } }] })
  await client.risks.create({ powerId: point.powerId, departmentId: point.departmentId, manifestation: '今年新查找的风险' })
}

const test = base.extend({
  user: worker,
  prepare: async ({}, give) => {
    await give(async (data) => {
      await makeExampleFolder(data)
      const core = await openCore({ folder: data, version: '0.0.0-test' })
      await afterLastYear(coreClient({ core, identity: serviceIdentity('e2e'), reportFault: (fault) => { throw fault } })).finally(() => core.close())
      rmSync(`${data}/backups`, { recursive: true, force: true })
    })
  },
})

async function openYears(page: Page): Promise<void> {
  await goTo(page, 'years')
  await expect(page.getByTestId('years')).toHaveAttribute('data-ready', 'true')
}

test('a frozen year is chosen on top, shown as it was, read-only on every screen, and left again', async ({ page }) => {
  await openList(page, 'risks')
  await expectTotal(page, 'risks', 41)
  await page.getByTestId('year-choice').click()
  await page.getByTitle(String(last), { exact: true }).click()
  const band = page.getByTestId('year-band')
  await expect(band).toContainText(`${last} 年度归档 · 只读 · 冻结于`)
  await ready(page, 'risks')
  await expectTotal(page, 'risks', 40)
  await expect(page.getByTestId('new')).toBeHidden()
  await expect(page.getByTestId('nav-import')).toBeHidden()
  await page.locator('[data-row="0"] [data-column="manifestation"]').dblclick()
  await waitForPanel(page)
  await expect(page.getByTestId('shown-manifestation')).toBeVisible()
  await expect(page.getByTestId('save')).toBeHidden()
  await expect(page.getByTestId('panel').locator('input, textarea')).toHaveCount(0)

  await openList(page, 'measures')
  await expect(page.locator('[data-row="0"]')).not.toContainText('改过的措施内容')
  await goTo(page, 'overview')
  await expect(page.getByTestId('overview')).toHaveAttribute('data-ready', 'true')
  await page.evaluate(() => { location.hash = '#/reports' })
  await expect(page.getByTestId('empty-state')).toContainText('只用于现行台账')

  await page.getByTestId('year-back').click()
  await expect(band).toBeHidden()
  await openList(page, 'risks')
  await expectTotal(page, 'risks', 41)
  await expect(page.getByTestId('new')).toBeVisible()
})

test('whoever signs in next begins with today’s register, whatever year the one before looked at', async ({ page }) => {
  await openList(page, 'risks')
  await page.getByTestId('year-choice').click()
  await page.getByTitle(String(last), { exact: true }).click()
  await expect(page.getByTestId('year-band')).toBeVisible()
  await ready(page, 'risks')
  await expectTotal(page, 'risks', 40)
  await changeTo(page, worker)
  await openList(page, 'risks')
  await expectTotal(page, 'risks', 41)
  await expect(page.getByTestId('year-band')).toBeHidden()
  await expect(page.getByTestId('new')).toBeVisible()
})

test('the next year is started after saying what that means; marks are counted and lead to their lists', async ({ page }) => {
  await openYears(page)
  await page.getByTestId('start-year').click()
  await expect(page.getByRole('dialog')).toContainText('不能退回')
  await page.getByTestId('start-confirm').click()
  await expect(page.getByTestId('to-confirm')).toContainText('40')
  await expect(page.getByTestId('marks').locator('tbody tr').nth(1)).toContainText(/风险点\s*40\s*1\s*0\s*0/u)
  await page.getByTestId('to-confirm').click()
  await ready(page, 'risks')
  await expectTotal(page, 'risks', 40)
  await openYears(page)
  await page.getByTestId('marks').locator('tbody tr').nth(2).locator('td').nth(2).getByRole('link').click()
  await ready(page, 'measures')
  await expectTotal(page, 'measures', 1)
  await expect(page.locator('[data-row="0"]')).toContainText('改过的措施内容')
})

test('a year is compared with today: figures, chart, reasons, the record behind each line, and the workbook in either language', async ({ page }) => {
  await openYears(page)
  await page.getByTestId(`compare-${last}`).click()
  await expect(page.getByTestId('comparison-result')).toBeVisible()
  await expect(page.getByTestId('kind-new')).toContainText('1')
  await expect(page.getByTestId('kind-measures')).toContainText('1')
  await expect(page.getByTestId('difference')).toHaveCount(2)
  await expect(page.getByTestId('grade-bars').getByTestId('bar-segment').first()).toBeVisible()

  await page.getByTestId('kind-measures').click()
  await expect(page.getByTestId('difference')).toHaveCount(1)
  await expect(page.getByTestId('difference')).toContainText('修改措施：改过的措施内容')
  await page.getByTestId('kind-new').click()
  await expect(page.getByTestId('difference')).toContainText('新登记')

  await speak(page, 'en')
  const saving = page.waitForEvent('download')
  await page.getByTestId('comparison-export').click()
  const download = await saving
  expect(download.suggestedFilename()).toContain(`Comparison ${last}`)
  const { sheets: [sheet] } = await readXlsx(readFileSync(await download.path()))
  expect(sheet?.rows).toHaveLength(2)
  expect(sheet?.rows[1]).toContain('今年新查找的风险')

  await page.getByTestId('difference').getByRole('link').click()
  await waitForPanel(page)
  await expect(page.getByTestId('panel')).toContainText('今年新查找的风险')
})
