import { expect, test } from './example-test.ts'
import { cell, expectTotal, keys, openList, waitForPanel } from './grid.ts'
import { speak } from './speak.ts'

test('the catalogue shows every power and finds one by a word', async ({ page }) => {
  await openList(page, 'powers')
  await expectTotal(page, 'powers', 30)
  await page.getByTestId('list-search').fill('取水许可审批')
  await expectTotal(page, 'powers', 1)
  await expect(cell(page, 0, 'name')).toHaveText('取水许可审批')
})

test('a code that another power has is refused beside its field, and what was typed stays', async ({ page }) => {
  await openList(page, 'powers')
  const taken = await cell(page, 1, 'code').textContent()
  await cell(page, 0, 'name').dblclick()
  await waitForPanel(page)
  await page.getByTestId('field-code').fill(taken ?? '')
  await page.getByTestId('save').click()
  await expect(page.getByTestId('panel').getByTestId('error-sentence')).toContainText(taken ?? '')
  await expect(page.getByTestId('field-code')).toHaveValue(taken ?? '')
})

test('a power with risk points is not withdrawn, and the reason is said', async ({ page }) => {
  await openList(page, 'powers', '?hasRisk=yes')
  await cell(page, 0, 'name').click()
  await keys(page).press('Delete')
  await page.getByTestId('withdraw-do').click()
  await expect(page.locator('.ant-message')).toContainText('风险点')
  await openList(page, 'powers')
  await expectTotal(page, 'powers', 30)
})

test('steps are added line by line', async ({ page }) => {
  await openList(page, 'powers')
  await cell(page, 0, 'name').dblclick()
  await waitForPanel(page)
  const steps = page.getByTestId('field-steps')
  const before = await steps.inputValue()
  await steps.fill(`${before}\n送达`)
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('record-form')).toHaveAttribute('data-dirty', 'false')
  await expect(steps).toHaveValue(`${before}\n送达`)
  await expect(cell(page, 0, 'stepCount')).toHaveText(String(before.split('\n').length + 1))
})

test('the language changes without a restart and is remembered', async ({ page }) => {
  await openList(page, 'powers')
  await speak(page, 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Powers')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Powers')
})
