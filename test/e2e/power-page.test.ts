import type { Locator, Page } from '@playwright/test'
import { expect, test } from './example-test.ts'
import { cell, openList, waitForPanel } from './grid.ts'

/** Opens the page of the first power that has risk points. */
async function openPower(page: Page): Promise<void> {
  await openList(page, 'powers', '?hasRisk=yes')
  await cell(page, 0, 'name').dblclick()
  await waitForPanel(page)
  await page.getByTestId('power-page').click()
  await expect(page.getByTestId('power')).toHaveAttribute('data-ready', 'true')
}

const names = (page: Page): Locator => page.getByTestId('step-name')

async function addStep(page: Page, name: string): Promise<void> {
  if (await page.getByTestId('add-step').isVisible()) await page.getByTestId('add-step').click()
  await page.getByTestId('new-step-name').fill(name)
  await page.getByTestId('new-step-name').press('Enter')
  await expect(names(page).last()).toHaveText(name)
}

test('steps are added, renamed, put in order by the keyboard and deleted', async ({ page }) => {
  await openPower(page)
  const before = await names(page).allTextContents()
  await addStep(page, '送达')
  await addStep(page, '归档')
  await expect(names(page)).toHaveText([...before, '送达', '归档'])

  const handle = page.getByTestId('step-handle').last()
  await handle.focus()
  await page.keyboard.press('ArrowUp')
  await expect(names(page)).toHaveText([...before, '归档', '送达'])
  await expect(page.getByTestId('step-handle').nth(before.length), 'the keyboard stays with the step').toBeFocused()

  await names(page).last().click()
  await page.getByTestId('step-name-input').fill('送达与公开')
  await page.getByTestId('step-name-input').press('Enter')
  await expect(names(page)).toHaveText([...before, '归档', '送达与公开'])

  await page.getByTestId('remove-step').last().click()
  await expect(names(page)).toHaveText([...before, '归档'])
  await page.reload()
  await expect(names(page)).toHaveText([...before, '归档'])
})

test('steps are put in order by dragging', async ({ page }) => {
  await openPower(page)
  await addStep(page, '甲')
  await addStep(page, '乙')
  const order = await names(page).allTextContents()
  await page.getByTestId('step-handle').last().dragTo(page.getByTestId('flow-step').nth(order.length - 2))
  await expect(names(page)).toHaveText([...order.slice(0, -2), '乙', '甲'])
})

test('a risk point is moved to a step, which then cannot be deleted', async ({ page }) => {
  await openPower(page)
  await addStep(page, '集体研究')
  const point = page.getByTestId('flow-risk').first()
  const text = await point.getByRole('link').textContent()
  await point.getByTestId('move-risk').click()
  await page.getByRole('menuitem', { name: '集体研究' }).click()
  const row = page.getByTestId('flow-row').filter({ has: page.getByTestId('step-name').filter({ hasText: '集体研究' }) })
  await expect(row.getByTestId('flow-risk')).toContainText(text ?? '')
  await expect(row.getByTestId('remove-step')).toBeDisabled()
})

test('a risk point and a measure are added where they belong', async ({ page }) => {
  await openPower(page)
  const points = await page.getByTestId('flow-risk').count()
  await page.getByTestId('add-risk').first().click()
  await page.getByTestId('field-manifestation').fill('未按规定公开办理结果')
  await page.getByTestId('save').click()
  await expect(page.getByTestId('flow-risk')).toHaveCount(points + 1)
  const added = page.getByTestId('flow').locator('article').filter({ hasText: '未按规定公开办理结果' }).locator('..')
  await expect(added).toContainText('还没有防控措施')
  await added.getByTestId('add-measure').click()
  await page.getByTestId('field-content').fill('办结后五个工作日内公开结果')
  await page.getByTestId('save').click()
  await expect(added).toContainText('办结后五个工作日内公开结果')
})

test('a field is changed where it stands; a refusal keeps what was typed; the history tells the change', async ({ page }) => {
  await openList(page, 'powers')
  const taken = await cell(page, 5, 'code').textContent()
  await openPower(page)
  await page.getByTestId('fact-code').click()
  await page.getByTestId('field-code').fill(taken ?? '')
  await page.getByTestId('field-code').press('Enter')
  const editing = page.getByTestId('editing-code')
  await expect(editing.getByTestId('error-sentence')).toContainText(taken ?? '')
  await expect(page.getByTestId('field-code')).toHaveValue(taken ?? '')
  await page.getByTestId('field-code').fill('试-0001')
  await page.getByTestId('fact-save').click()
  await expect(page.getByTestId('fact-code')).toContainText('试-0001')
  await page.getByTestId('power-history').click()
  await expect(page.getByTestId('history')).toContainText('试-0001')
})

test('discretion without a benchmark is said, and is quiet once there is one lately calibrated', async ({ page }) => {
  await openPower(page)
  const set = async (name: string, fill: () => Promise<void>) => {
    await page.getByTestId(`fact-${name}`).click()
    await fill()
    await page.getByTestId('fact-save').click()
    await expect(page.getByTestId(`editing-${name}`)).toBeHidden()
  }
  await set('discretion', async () => {
    await page.getByTestId('editing-discretion').locator('.ant-select').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: /^有$/u }).click()
  })
  await set('benchmarkNo', async () => page.getByTestId('field-benchmarkNo').fill(''))
  await expect(page.getByTestId('discretion-note')).toContainText('还没有登记裁量基准')
  await set('benchmarkNo', async () => page.getByTestId('field-benchmarkNo').fill('水发〔2020〕3号'))
  const calibrated = async (day: string) => set('benchmarkCalibratedOn', async () => {
    await page.getByTestId('field-benchmarkCalibratedOn').fill(day)
    await page.keyboard.press('Enter')
  })
  await calibrated('2020-03-01')
  await expect(page.getByTestId('discretion-note')).toContainText('2020-03-01')
  await calibrated(new Date().toISOString().slice(0, 10))
  await expect(page.getByTestId('discretion-note')).toBeHidden()
})

test('printed, the page is the control chart and nothing else', async ({ page }) => {
  await openPower(page)
  await expect(page.getByTestId('print-sheet')).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.getByTestId('print-sheet')
  await expect(sheet).toBeVisible()
  await expect(sheet.getByRole('heading')).toHaveText('廉政风险防控图')
  await expect(page.getByTestId('power')).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
})
