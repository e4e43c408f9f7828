import { readFileSync } from 'node:fs'
import { test as base, expect } from './example-test.ts'
import { withPublicity } from './publicity-folder.ts'

const test = base.extend({
  prepare: async ({ exampleFolder }, give) => {
    await give((data) => withPublicity(exampleFolder, data))
  },
})

test('a list is drawn up, posted with evidence, objected to, answered and exported', async ({ page }) => {
  await page.getByTestId('nav-publicity').click()
  await expect(page.getByTestId('publicity-lists')).toHaveAttribute('data-ready', 'true')
  await page.getByTestId('new-list').click()
  await page.getByTestId('list-place').fill('政务公开栏')
  await page.getByTestId('leave-out').first().click()
  await page.getByTestId('create-list').click()
  await expect(page.getByTestId('list-state')).toHaveText('已拟定')
  await expect(page.getByTestId('listed')).toHaveAttribute('data-total', '5')

  await page.getByTestId('edit-list-head').click()
  await page.getByTestId('list-title').fill('第一批廉政风险点公示')
  await page.getByTestId('list-days').fill('7')
  await page.getByTestId('save-list').click()
  await expect(page.getByTestId('edit-list')).toBeHidden()
  await expect(page.getByTestId('publicity-list').first()).toContainText('第一批廉政风险点公示')

  // The form of the reports page, in place: what it is about is known, what it is for is proposed.
  await page.getByTestId('export-sheet').click()
  const order = page.getByTestId('sheet-order')
  await expect(order.locator('#report-purpose')).toHaveValue('公示')
  await order.locator('#report-purpose').fill('政务公开栏张贴')
  const [download] = await Promise.all([page.waitForEvent('download'), order.getByTestId('write-docx').click()])
  expect(download.suggestedFilename()).toMatch(/公示.*公示版.*\.docx$/u)
  expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe('PK')
  // Escape closes the preview and leaves the panel it was opened from.
  await order.getByTestId('preview').click()
  await expect(page.frameLocator('[data-testid="paper-frame"]').getByText('第一批廉政风险点公示').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('paper-preview')).toBeHidden()
  await page.getByTestId('export-sheet').click()
  await expect(order).toBeHidden()

  await expect(page.getByTestId('post-list')).toBeDisabled()
  await page.getByTestId('file-input').setInputFiles({ name: '公示照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a picture') })
  await expect(page.getByTestId('post-list')).toBeEnabled()
  await page.getByTestId('post-list').click()
  await expect(page.getByTestId('list-state')).toHaveText('公示中')

  await page.getByTestId('new-objection').click()
  await page.getByTestId('objection-entry').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(1).click()
  await page.getByTestId('objection-text').fill('表现形式与实际不符')
  await page.getByTestId('save-objection').click()
  await expect(page.getByTestId('objection')).toHaveAttribute('data-answered', 'false')
  await page.getByTestId('answer').click()
  await page.getByText('异议成立，退回填报人').click()
  await page.getByTestId('answer-text').fill('属实，退回修改')
  await page.getByTestId('save-answer').click()
  await expect(page.getByTestId('objection')).toHaveAttribute('data-answered', 'true')
  await expect(page.getByTestId('listed')).toContainText('已退回')
  await expect(page.getByTestId('close-list')).toBeDisabled()

  await page.getByTestId('nav-reports').click()
  const logged = page.getByTestId('export-row').first()
  await expect(logged).toContainText('政务公开栏张贴')
  await expect(logged).toContainText('第一批廉政风险点公示')
})

test('an adjustment shows what it touches, opens tasks, and they are settled together', async ({ page }) => {
  await page.getByTestId('nav-adjustments').click()
  await page.getByTestId('new-adjustment').click()
  await page.getByTestId('adjustment-title').fill('《中华人民共和国水法》修订')
  await page.getByTestId('find-basis').fill('水法')
  await expect(page.getByTestId('touched')).not.toHaveAttribute('data-powers', '0')
  await page.getByTestId('record-adjustment').click()
  await expect(page.getByTestId('adjustment-form')).toBeHidden()
  const tasks = page.getByTestId('tasks')
  await expect(page.getByTestId('task').first()).toContainText('水法')
  const total = Number(await tasks.getAttribute('data-total'))
  expect(total).toBeGreaterThan(1)
  await page.getByTestId('choose-all').click()
  await page.getByTestId('settle-not-needed').click()
  await expect(page.getByTestId('settle-do')).toBeDisabled()
  await page.getByTestId('settle-reason').fill('条文未涉及本单位职权')
  await page.getByTestId('settle-do').click()
  await expect(tasks).toHaveAttribute('data-total', '0')
})
