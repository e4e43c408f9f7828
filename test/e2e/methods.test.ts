import type { Locator, Page } from '@playwright/test'
import { expect, test } from './example-test.ts'
import { expectTotal } from './grid.ts'
import { goTo } from './main-path.ts'
import { speak } from './speak.ts'

async function openMethods(page: Page): Promise<void> {
  await expect(page.getByTestId('shell')).toHaveAttribute('data-ready', 'true')
  await goTo(page, 'settings/methods')
  await expect(page.getByTestId('methods')).toBeVisible()
}

const method = (page: Page, code: string): Locator => page.locator(`[data-testid="method"][data-code="${code}"]`)

async function edit(page: Page, code: string): Promise<void> {
  await openMethods(page)
  await method(page, code).getByRole('link').click()
  await page.getByTestId('edit-method').click()
  await expect(page.getByTestId('method-editor')).toBeVisible()
}

const preview = (page: Page): Locator => page.getByTestId('method-preview')

/** Sets the bound of a band and leaves the field, as somebody does who goes on to the next. */
async function setBound(page: Page, band: number, bound: string): Promise<void> {
  const field = page.getByTestId('at-least').nth(band)
  await field.fill(bound)
  await field.blur()
}

const ofGrade = async (page: Page, grade: string, points: number): Promise<void> => {
  await goTo(page, `risks?grade=${grade}`)
  await expectTotal(page, 'risks', points)
}

test('a change is tried out on today’s points, saved as a version and put in force; past gradings stay', async ({ page }) => {
  await edit(page, 'product')
  await setBound(page, 0, '100')
  await expect(preview(page)).toHaveAttribute('data-phase', 'done')
  await expect(page.getByTestId('preview-verdict')).toContainText(/40 个风险点中有 \d+ 个会改变等级/u)
  const changed = Number(/中有 (\d+) 个/u.exec(await page.getByTestId('preview-verdict').innerText())?.[1])
  expect(changed).toBeGreaterThan(0)
  await expect(preview(page)).toContainText(`调高 ${changed} 个，调低 0 个`)
  await expect(page.getByTestId('preview-moves').locator('tbody tr')).toHaveText([`中高${changed}`])
  await expect(page.getByTestId('preview-examples').getByRole('link')).toHaveCount(changed)

  await page.getByTestId('version-note').fill('按领导小组会议纪要调整')
  await page.getByTestId('save').click()
  await expect(page.getByTestId('method-view')).toHaveAttribute('data-version', '2')
  await expect(page.getByTestId('method-difference')).toContainText('D ≥ 100')
  await expect(page.getByTestId('versions').getByRole('listitem').first()).toContainText('按领导小组会议纪要调整')

  await page.getByTestId('put-in-force').click()
  await expect(page.getByRole('dialog')).toContainText('已有的评定保持原样，不会改写')
  await page.getByRole('dialog').getByRole('button', { name: '设为生效' }).click()
  await expect(page.getByTestId('put-in-force')).toBeHidden()
  await openMethods(page)
  await expect(method(page, 'product')).toContainText('第 2 版生效中')
  await ofGrade(page, 'high', 18)
  await ofGrade(page, 'medium', 15)
  await ofGrade(page, 'low', 7)
})

test('an example of what would change leads to its point, and the draft waits where it was left', async ({ page }) => {
  await edit(page, 'product')
  await setBound(page, 0, '100')
  await page.getByTestId('preview-examples').getByRole('link').first().click()
  await expect(page.getByTestId('panel')).toHaveAttribute('data-ready', 'true')
  await page.goBack()
  await expect(page.getByTestId('at-least').first()).toHaveValue('100')
  await page.reload()
  await expect(page.getByTestId('at-least').first()).toHaveValue('100')
  await page.getByTestId('discard').click()
  await expect(page.getByTestId('at-least').first()).toHaveValue('240')
})

test('what does not hold together is told beside its field and cannot be saved', async ({ page }) => {
  await edit(page, 'product')
  await setBound(page, 0, '80')
  await expect(page.getByTestId('thresholds').getByTestId('method-problem')).toContainText('这一档应低于上一档')
  await expect(page.getByTestId('save')).toBeDisabled()
  await expect(preview(page)).toHaveAttribute('data-phase', 'none')
  await setBound(page, 0, '240')
  await expect(page.getByTestId('method-problem')).toHaveCount(0)

  await edit(page, 'weighted')
  const weight = page.getByTestId('weight').first()
  await weight.fill('40')
  await weight.blur()
  await expect(page.getByTestId('weight-total')).toContainText('110%')
  await expect(page.locator('[data-code="weights-total"]')).toContainText('应为 100%')
  await expect(page.getByTestId('save')).toBeDisabled()
})

test('the grades of a matrix are set by click and by keyboard', async ({ page }) => {
  await edit(page, 'matrix-3x3')
  const cells = page.getByTestId('matrix-cell')
  await expect(cells.first()).toHaveAttribute('data-grade', 'medium')
  await cells.first().click()
  await expect(cells.first()).toHaveAttribute('data-grade', 'high')
  await page.keyboard.press('ArrowRight')
  await expect(cells.nth(1)).toBeFocused()
  await page.keyboard.press('1')
  await expect(cells.nth(1)).toHaveAttribute('data-grade', 'low')
  await page.keyboard.press('Shift+Enter')
  await expect(cells.nth(1)).toHaveAttribute('data-grade', 'high')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(cells.nth(4)).toHaveAttribute('data-grade', 'high')
  await page.getByTestId('save').click()
  await expect(page.getByTestId('method-difference')).toContainText('改为')
})

test('an override rule that is switched on shows whom it would raise', async ({ page }) => {
  await edit(page, 'product')
  await page.locator('[data-testid="override"][data-code="discretion-without-benchmark"]').getByTestId('override-enabled').click()
  await expect(preview(page)).toHaveAttribute('data-phase', 'done')
  await expect(preview(page)).toContainText('调低 0 个')
  await page.getByTestId('save').click()
  await expect(page.getByTestId('method-words')).toContainText('有自由裁量权而未制定裁量基准')
})

test('a new method begins blank, waits for its words, and is saved under a name of its own', async ({ page }) => {
  await openMethods(page)
  const count = await page.getByTestId('method').count()
  await page.getByTestId('new-method').click()
  await page.getByRole('radio', { name: '空白方法' }).check()
  await page.getByTestId('new-kind').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '符合项计数' }).click()
  await page.getByRole('button', { name: '开始编写' }).click()
  await expect(page.getByTestId('method-editor')).toHaveAttribute('data-sound', 'false')
  await expect(page.getByTestId('save')).toBeDisabled()
  for (const [name, zh, en] of [['方法名称与等级体系', '岗位自查法', 'Post self-check'], ['判断项 1', '一人经办', 'One person'], ['判断项 2', '无公开', 'Not public'], ['判断项 3', '有举报', 'Complaints']] as const) {
    await page.getByRole('textbox', { name: `${name} · 中文` }).fill(zh)
    await page.getByRole('textbox', { name: `${name} · 英文` }).fill(en)
  }
  await expect(page.getByTestId('method-editor')).toHaveAttribute('data-sound', 'true')
  await page.getByTestId('save').click()
  await expect(page.getByTestId('method-view').getByRole('heading', { level: 2 })).toHaveText('岗位自查法')
  await openMethods(page)
  await expect(page.getByTestId('method')).toHaveCount(count + 1)
  await expect(method(page, 'post-self-check')).toContainText('符合项计数')
})

test('a method is described and edited in English', async ({ page }) => {
  await expect(page.getByTestId('shell')).toHaveAttribute('data-ready', 'true')
  await speak(page, 'en')
  await openMethods(page)
  await expect(method(page, 'product')).toContainText('Version 1 in force')
  await method(page, 'product').getByRole('link').click()
  await expect(page.getByTestId('method-words')).toContainText('Formula: D = Likelihood × Consequence.')
  await page.getByTestId('edit-method').click()
  await setBound(page, 0, '100')
  await expect(page.getByTestId('preview-verdict')).toContainText('of 40 risk points would change grade')
  await setBound(page, 2, '-1')
  await setBound(page, 2, '8')
  await expect(page.getByTestId('method-problem')).toContainText('Scores go down to 7')
})
