import type { Page } from '@playwright/test'
import { test as base, expect } from './example-test.ts'
import { changeTo } from './people.ts'

/** Who warns, and who is warned for every department. */
const inspector = '示例纪检员'
const officer = '示例总填报员'
const test = base.extend({ user: inspector })

async function step(page: Page, action: string, words: string): Promise<void> {
  await page.getByTestId(`step-${action}`).click()
  if (words !== '') await page.getByTestId('step-text').fill(words)
  await page.getByTestId('step-do').click()
  await expect(page.getByTestId('step-form')).toBeHidden()
}

/** Opens the sheet again after somebody else took over the window. */
async function openSheet(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByTestId('panel')).toHaveAttribute('data-ready', 'true')
}

test('the rules find, and a sheet goes from issue to lifting by two people', async ({ page }) => {
  await page.getByTestId('nav-warnings').click()
  await expect(page.getByTestId('warning-list')).toHaveAttribute('data-ready', 'true')
  await expect(page.getByTestId('empty-state')).toBeVisible()
  await page.getByTestId('run-rules').first().click()
  await expect(page.getByTestId('warning-list')).not.toHaveAttribute('data-total', '0')
  const open = Number(await page.getByTestId('warning-list').getAttribute('data-total'))
  await expect(page.getByTestId('warning-badge')).toHaveText(String(open))

  // Found again, nothing is doubled.
  await page.getByTestId('run-rules').first().click()
  await expect(page.getByText('新发现 0 条')).toBeVisible()
  await expect(page.getByTestId('warning-list')).toHaveAttribute('data-total', String(open))

  await page.getByTestId('figure-orange').click()
  await page.getByTestId('warning').first().click()
  await expect(page.getByTestId('panel')).toHaveAttribute('data-ready', 'true')
  await page.getByTestId('step-issue').click()
  await expect(page.getByTestId('step-do')).toBeDisabled()
  await page.getByTestId('way').locator('input').fill('责令整改')
  await page.getByTestId('step-text').fill('逐项补齐并报结果')
  await page.getByTestId('step-do').click()
  await expect(page.getByTestId('warning-sheet')).toHaveAttribute('data-state', 'issued')
  await expect(page.getByTestId('warning-sheet')).toContainText(/预警〔\d{4}〕1号/u)
  const address = page.url()

  await changeTo(page, officer)
  await openSheet(page, address)
  await step(page, 'receive', '')
  await step(page, 'analyse', '职责分工不清')
  await step(page, 'rectify', '明确责任人，限期完成')
  await page.getByTestId('step-complete').click()
  await page.getByTestId('evidence-file').setInputFiles({ name: '整改报告.txt', mimeType: 'text/plain', buffer: Buffer.from('done') })
  await expect(page.getByTestId('evidence-field')).toContainText('整改报告.txt')
  await page.getByTestId('step-text').fill('已全部完成')
  await page.getByTestId('step-do').click()
  await expect(page.getByTestId('warning-sheet')).toHaveAttribute('data-state', 'rectified')
  await expect(page.getByTestId('step-pass')).toHaveCount(0)

  await changeTo(page, inspector)
  await openSheet(page, address)
  await step(page, 'pass', '现场复查属实')
  await step(page, 'lift', '')
  await expect(page.getByTestId('warning-sheet')).toHaveAttribute('data-state', 'lifted')
  await expect(page.getByTestId('timeline')).toHaveAttribute('data-steps', '7')
  await expect(page.getByTestId('timeline')).toContainText('整改报告.txt')
})

test('a warning is raised by hand, several are issued at once, and keys step through the list', async ({ page }) => {
  await page.getByTestId('nav-warnings').click()
  for (const situation of ['来信反映受理超期', '审计发现未公开招标']) {
    await page.getByTestId('raise-warning').click()
    await page.getByTestId('raise-source').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await page.getByTestId('place-power').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await page.getByTestId('raise-situation').fill(situation)
    await page.getByTestId('raise-do').click()
    await expect(page.getByTestId('warning-sheet')).toContainText(situation)
  }
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('warning-sheet')).toContainText('来信反映受理超期')
  await page.getByTestId('choose-all').click()
  await page.getByTestId('bulk-issue').click()
  await page.getByTestId('way').locator('input').fill('提醒函询')
  await page.getByTestId('bulk-text').fill('十日内书面说明')
  await page.getByTestId('bulk-do').click()
  await expect(page.getByTestId('warning').first()).toHaveAttribute('data-state', 'issued')
  await expect(page.getByTestId('warning').last()).toHaveAttribute('data-state', 'issued')
  await page.getByTestId('nav-overview').click()
  await expect(page.getByTestId('attention-openWarnings')).toContainText('2')
})

test('a file of events is tried, taken in once, linked by hand, and one becomes a warning', async ({ page }) => {
  const file = { name: '电子监察事件.csv', mimeType: 'text/csv', buffer: Buffer.from('事件编号,发生时间,事项名称,环节,事件类型,预警级别,事件描述\nE-1,2026-01-05 09:30,不存在的事项,受理,时限异常,橙色,受理超过法定时限\nE-2,何时,取水许可,,,,没有日期\n') }
  await page.getByTestId('nav-warnings').click()
  await page.getByRole('tab', { name: '电子监察事件' }).click()
  await page.getByTestId('events-file').setInputFiles(file)
  await expect(page.getByTestId('event-plan')).toHaveAttribute('data-fresh', '1')
  await expect(page.getByTestId('event-issue')).toContainText('“何时”不是能识别的日期')
  await page.getByTestId('apply-events').click()
  await expect(page.getByTestId('events')).toHaveAttribute('data-total', '1')

  await page.getByTestId('events-file').setInputFiles(file)
  await expect(page.getByTestId('event-plan')).toHaveAttribute('data-known', '1')
  await expect(page.getByTestId('apply-events')).toBeDisabled()
  await page.getByTestId('discard-events').click()

  await page.getByTestId('link-event').click()
  await page.getByTestId('place-power').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await page.getByTestId('link-do').click()
  await expect(page.getByTestId('event')).toHaveAttribute('data-linked', 'true')
  await page.getByTestId('warn-of-event').click()
  await expect(page.getByTestId('warning-sheet')).toContainText('受理超过法定时限')
  await expect(page.getByTestId('warning-sheet')).toContainText('电子监察')
  await expect(page.getByTestId('warning-sheet')).toContainText('橙色预警')
})
