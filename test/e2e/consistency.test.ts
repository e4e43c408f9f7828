import { cpSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readXlsx } from 'hucre'
import { expect, test } from './example-test.ts'
import { cell, openList, waitForPanel } from './grid.ts'
import { goTo } from './main-path.ts'
import { changeTo } from './people.ts'
import { openForReview, workAs } from './review-folder.ts'

async function openCheck(page: Page): Promise<void> {
  await goTo(page, 'consistency')
  await expect(page.getByTestId('consistency')).toHaveAttribute('data-ready', 'true')
}

/** How many findings the rule has by the list of rules. */
const countOf = async (page: Page, rule: string): Promise<number> => Number(await page.getByTestId(`rule-${rule}`).getAttribute('data-count'))

test('the check leads from a rule to its records, to the ledger and to a workbook', async ({ page }) => {
  await openCheck(page)
  await page.getByTestId('rule-power-without-flow').click()
  const findings = page.getByTestId('findings')
  await expect(findings).toHaveAttribute('data-ready', 'true')
  const total = await countOf(page, 'power-without-flow')
  expect(total).toBeGreaterThan(1)
  await expect(findings).toHaveAttribute('data-total', String(total))
  await expect(page.getByTestId('finding')).toHaveCount(total)

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-rule').click()])
  const { sheets: [sheet] } = await readXlsx(readFileSync(await download.path()))
  expect(sheet?.rows.filter((row) => row.includes('职权没有流程'))).toHaveLength(total)

  await page.getByTestId('to-ledger').first().click()
  await expect(page.getByTestId('in-ledger')).toHaveCount(1)
  await page.getByTestId('in-ledger').click()
  await expect(page.getByTestId('entry-panel')).toContainText('职权没有流程')
  await expect(page.getByTestId('entry-state')).toHaveText('待整改')
  await page.goBack()
  await page.getByTestId('finding').first().getByRole('link').first().click()
  await expect(page).toHaveURL(/#\/powers\//u)
})

test('an office says how heavy a rule is, and a department is looked at alone', async ({ page }) => {
  await openCheck(page)
  const before = Number(await page.getByTestId('total-warning').getAttribute('data-count'))
  const count = await countOf(page, 'power-without-flow')
  await page.getByTestId('rule-power-without-flow').click()
  await page.getByTestId('level').click()
  await page.locator('.ant-select-dropdown:visible').getByTitle('不检查').click()
  await expect(page.getByTestId('total-warning')).toHaveAttribute('data-count', String(before - count))
  await page.getByTestId('department').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/department=/u)
  await expect(page.getByTestId('consistency')).toHaveAttribute('data-ready', 'true')
  expect(Number(await page.getByTestId('total-warning').getAttribute('data-count'))).toBeLessThan(before - count)
})

test('what the check finds is said before a year is frozen', async ({ page }) => {
  await goTo(page, 'reports')
  await expect(page.getByTestId('consistency-summary')).toBeVisible()
  await page.getByTestId('freeze').click()
  await expect(page.getByRole('dialog').getByTestId('consistency-summary')).toContainText('一致性检查：错误')
  await page.getByRole('dialog').getByTestId('see-findings').click()
  await expect(page.getByTestId('consistency')).toHaveAttribute('data-ready', 'true')
})

const uncategorised = test.extend({
  prepare: async ({ exampleFolder }, give) => {
    await give(async (data) => {
      cpSync(exampleFolder, data, { recursive: true })
      await openForReview(data)
      await workAs(data, async (as) => {
        const client = await as('示例填报员')
        const { rows: [point] } = await client.risks.list({ limit: 1, filter: { entryStates: ['draft'] } })
        if (point !== undefined) await client.risks.save({ items: [{ id: point.id, revision: point.revision, patch: { categoryCode: null } }] })
      })
    })
  },
})

uncategorised('what the check finds about a point is said before it is submitted, and what blocks keeps it back', async ({ page }) => {
  await openList(page, 'risks', '?category=')
  await cell(page, 0, 'grade').dblclick()
  await waitForPanel(page)
  await page.getByTestId('entry-submit').click()
  const found = page.getByTestId('order-dialog').getByTestId('consistency-summary')
  await expect(found).toHaveAttribute('data-blocking', '1')
  await expect(found).toContainText('风险点未选风险类别 1 条')
  await page.getByTestId('order-go').click()
  await expect(page.getByTestId('outcome')).toContainText('没有风险类别，没有提交')
})

test('a problem goes from entering through evidence to closing by somebody else', async ({ page }) => {
  await goTo(page, 'rectification')
  await expect(page.getByTestId('empty-state')).toContainText('台账中还没有问题')
  await page.getByTestId('new-problem').click()
  await page.getByTestId('subject-kind').click()
  await page.locator('.ant-select-dropdown:visible').getByTitle('职权').click()
  await page.getByTestId('subject').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '取水许可审批' }).first().click()
  await page.getByTestId('field-problem').fill('取水许可现场核查记录不全')
  await page.getByTestId('field-department').click()
  await page.locator('.ant-select-dropdown:visible').getByTitle('行政审批股').click()
  await page.getByTestId('field-owner').fill('示例股长')
  await page.getByTestId('field-measure').fill('补齐记录，建立核查清单')
  await page.getByTestId('reckon').click()
  await page.getByTestId('save-problem').click()
  await expect(page.getByTestId('entry-panel')).toHaveAttribute('data-state', 'open')
  await expect(page.getByTestId('entry-panel').getByRole('link', { name: '取水许可审批' })).toBeVisible()
  await expect(page.getByTestId('ledger')).toHaveAttribute('data-total', '1')

  await page.getByTestId('choose-all').click()
  await page.getByTestId('change-term').click()
  await page.getByRole('dialog').getByTestId('reckon').click()
  await page.getByTestId('term-reason').fill('汛期人手不足')
  await expect(page.getByTestId('term-save')).toBeEnabled()
  await page.getByRole('dialog').getByRole('button', { name: /取\s*消/u }).click()

  await page.getByTestId('act-rectify').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByTestId('act-text').fill('已补齐全部记录')
  await expect(page.getByTestId('act-go')).toBeDisabled()
  await dialog.getByTestId('file-input').setInputFiles({ name: '核查记录.pdf', mimeType: 'application/pdf', buffer: Buffer.from('records') })
  await expect(page.getByTestId('act-go')).toBeEnabled()
  await page.getByTestId('act-go').click()
  await expect(page.getByTestId('entry-panel')).toHaveAttribute('data-state', 'rectified')
  await expect(page.getByTestId('party')).toBeVisible()
  await expect(page.getByTestId('act-close')).toBeHidden()

  await changeTo(page, '示例主要领导')
  await goTo(page, 'rectification')
  await page.getByTestId('entry').click()
  await page.getByTestId('act-close').click()
  await page.getByTestId('act-go').click()
  await expect(page.getByTestId('entry-state')).toHaveText('已销号')
  await expect(page.getByTestId('step')).toHaveCount(3)
  await expect(page.getByTestId('ledger')).toHaveAttribute('data-total', '0')
})
