import { expect, test } from './example-test.ts'
import { cell, expectTotal, keys, openList, waitForPanel } from './grid.ts'

test('a day makes a measure dated, and a measure done today is no longer overdue', async ({ page }) => {
  await openList(page, 'measures', '?overdue=yes')
  const overdue = Number(await page.getByTestId('grid-measures').getAttribute('data-total'))
  expect(overdue).toBeGreaterThan(0)
  await cell(page, 0, 'progress').click()
  await keys(page).press('F2')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '已完成' }).click()
  await expect(cell(page, 0, 'progress')).toHaveText('已完成')
  await expect(cell(page, 0, 'doneOn')).not.toHaveText('')
  await openList(page, 'measures', '?overdue=yes&progress=planned,in-force')
  await expectTotal(page, 'measures', overdue - 1)
})

test('a measure serves further risk points', async ({ page }) => {
  await openList(page, 'measures')
  const before = Number(await cell(page, 0, 'riskCount').textContent())
  await cell(page, 0, 'content').dblclick()
  await waitForPanel(page)
  await page.getByRole('tab', { name: /风险点/u }).click()
  await page.getByTestId('link-risk').click()
  await page.keyboard.type('用印')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '用印' }).first().click()
  await expect(page.getByTestId('panel')).toContainText('违规用印')
  await expect(cell(page, 0, 'riskCount')).toHaveText(String(before + 1))
})

test('the list is saved as a workbook', async ({ page }) => {
  await openList(page, 'measures')
  const saving = page.waitForEvent('download')
  await page.getByTestId('export').click()
  await page.getByRole('menuitem', { name: /xlsx/u }).click()
  expect((await saving).suggestedFilename()).toMatch(/\.xlsx$/u)
})
