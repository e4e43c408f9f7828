import { cpSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './example-test.ts'
import { cell, keys, openList, waitForPanel } from './grid.ts'
import { goTo } from './main-path.ts'
import { changeTo } from './people.ts'
import { openForReview } from './review-folder.ts'

async function openDesk(page: Page, address = 'review'): Promise<void> {
  await goTo(page, address)
  await expect(page.getByTestId('queue')).toHaveAttribute('data-ready', 'true')
}

const deskReady = (page: Page) => expect(page.getByTestId('desk')).toHaveAttribute('data-ready', 'true')
const row = (page: Page, number: number) => page.locator(`[data-testid="queue-row"][data-number="${number}"]`)
const expectState = (page: Page, state: string) => expect(page.getByTestId('desk').getByTestId('entry-state').first()).toHaveAttribute('data-state', state)

/** Hands in the draft with this number from its record beside the list. */
async function submit(page: Page, number: number): Promise<void> {
  await openList(page, 'risks', `?state=draft,returned&sort=number.asc`)
  const rows = page.getByTestId('grid-risks').locator('[data-row]')
  const at = await rows.evaluateAll((all, wanted) => all.findIndex((each) => new RegExp(`(^|\\D)${wanted}\\D`, 'u').test(each.textContent)), String(number))
  await cell(page, at, 'grade').dblclick()
  await waitForPanel(page)
  await page.getByTestId('entry-submit').click()
  await page.getByTestId('order-go').click()
  await expect(page.getByTestId('outcome')).toContainText('已办理 1 条')
  await page.getByTestId('outcome-close').click()
}

const drafts = test.extend({
  user: '示例填报员',
  prepare: async ({ exampleFolder }, give) => {
    await give(async (data) => {
      cpSync(exampleFolder, data, { recursive: true })
      await openForReview(data)
    })
  },
})

drafts('an entry is handed in, returned with a reason, passed by keyboard, raised and determined', async ({ page }) => {
  const number = 39
  await submit(page, number)

  await changeTo(page, '示例股长')
  await openDesk(page)
  await row(page, number).click()
  await deskReady(page)
  await page.keyboard.press('r')
  await expect(page.getByTestId('decide-reason')).toBeFocused()
  await page.getByTestId('decide-reason').fill('请写明是哪一道工序')
  await page.keyboard.press('Control+Enter')
  await expect(row(page, number)).toHaveCount(0)

  await changeTo(page, '示例填报员')
  await openList(page, 'risks', '?state=returned')
  await cell(page, 0, 'grade').dblclick()
  await waitForPanel(page)
  await expect(page.getByTestId('returned')).toContainText('请写明是哪一道工序')
  await submit(page, number)

  await changeTo(page, '示例股长')
  await openDesk(page)
  await row(page, number).click()
  await deskReady(page)
  await page.getByTestId('queue').press('p')
  await expect(page.getByTestId('missing')).toBeVisible()
  for (const key of ['1', '2', 'p']) await page.keyboard.press(key)
  await expectState(page, 'head-approval')
  await row(page, number).click()
  for (const key of ['1', 'p']) await page.keyboard.press(key)
  await expect(row(page, number)).toHaveCount(0)

  await changeTo(page, '示例纪检员')
  await openDesk(page)
  await row(page, number).click()
  await deskReady(page)
  for (const key of ['1', '2', '3', 's']) await page.keyboard.press(key)
  await expect(page.getByTestId('decision-bar')).toHaveAttribute('data-mode', 'score')
  await page.getByTestId('score-fields').locator('label').first().click()
  await expect(page.getByTestId('score-fields')).toHaveAttribute('data-grade', /high|medium|low/u)
  await page.getByTestId('desk').press('u')
  await page.getByTestId('decide-reason').fill('近年有同类投诉')
  await page.keyboard.press('Control+Enter')
  await expect(row(page, number)).toHaveCount(0)

  await changeTo(page, '示例主要领导')
  await openDesk(page)
  await row(page, number).click()
  await deskReady(page)
  await expect(page.getByTestId('grade-reasons')).toContainText('近年有同类投诉')
  await expect(page.getByTestId('level')).toHaveCount(8)
  for (const key of ['1', 'p']) await page.keyboard.press(key)
  await expect(row(page, number)).toHaveCount(0)
  await openList(page, 'risks', '?state=publicity')
  await expect(cell(page, 0, 'grade')).toHaveText('中')
})

const handedIn = test.extend({
  user: '示例填报员',
  prepare: async ({ exampleFolder }, give) => {
    await give(async (data) => {
      cpSync(exampleFolder, data, { recursive: true })
      await openForReview(data, 8)
    })
  },
})

handedIn('nobody judges what he has written himself, and the desk says so', async ({ page }) => {
  await openDesk(page)
  await deskReady(page)
  await expect(page.getByTestId('verdict')).toContainText('由您填报或修改，须由他人审核')
  await expect(page.getByTestId('decide-pass')).toHaveCount(0)
})

handedIn('a whole queue is passed with one entry taken out', async ({ page }) => {
  await changeTo(page, '示例股长')
  await openDesk(page)
  await deskReady(page)
  await expect(page.getByTestId('queue')).toHaveAttribute('data-total', '8')
  await page.getByTestId('queue').press('Control+a')
  await page.getByTestId('queue-row').nth(2).getByRole('checkbox').click()
  await page.getByTestId('batch-pass').click()
  for (const code of ['complete', 'own-words']) await page.getByTestId(`check-${code}`).click()
  await page.getByTestId('order-go').click()
  await expect(page.getByTestId('outcome')).toContainText('已办理 7 条')
  await page.getByTestId('outcome-close').click()
  await expect(page.getByTestId('figure-all')).toContainText('8')
  await openDesk(page, 'review?state=submitted')
  await expect(page.getByTestId('queue')).toHaveAttribute('data-total', '1')
})

handedIn('who comes second to the desk is told what changed, and what he typed is kept', async ({ page }) => {
  await changeTo(page, '示例股长')
  await openDesk(page)
  await deskReady(page)
  await page.getByTestId('decide-reason').fill('措施要落实到人')
  await changeTo(page, '示例总填报员')
  await openDesk(page)
  await deskReady(page)
  await page.getByTestId('queue').focus()
  for (const key of ['1', '2', 'p']) await page.keyboard.press(key)
  await expect(page.locator('.ant-message')).toContainText('已通过')
  await changeTo(page, '示例股长')
  await openDesk(page)
  const first = page.getByTestId('queue-row').filter({ has: page.locator('[data-state]:not([data-state="submitted"])') })
  await goTo(page, 'review?view=all')
  await expect(page.getByTestId('queue')).toHaveAttribute('data-ready', 'true')
  await first.first().click()
  await expect(page.getByTestId('desk-overtaken')).toContainText('示例总填报员')
  await page.getByTestId('go-on').click()
  await expect(page.getByTestId('desk-overtaken')).toHaveCount(0)
})

drafts('two people change one record: field by field one value is taken, and nothing typed is lost', async ({ page }) => {
  const open = async () => {
    await openList(page, 'risks', '?state=draft&sort=number.asc')
    await cell(page, 0, 'grade').dblclick()
    await waitForPanel(page)
  }
  await open()
  await page.getByTestId('field-directOwner').fill('窗口经办人')
  await page.getByTestId('field-existingRules').fill('窗口首问负责制')
  await expect(page.getByTestId('record-form')).toHaveAttribute('data-dirty', 'true')
  await changeTo(page, '示例股长')
  await open()
  await page.getByTestId('field-directOwner').fill('审批组长')
  await page.getByTestId('save').click()
  await expect(page.getByTestId('record-form')).toHaveAttribute('data-dirty', 'false')
  await changeTo(page, '示例填报员')
  await open()
  await expect(page.getByTestId('overtaken-directOwner')).toContainText('审批组长')
  await expect(page.getByTestId('overtaken-directOwner')).toContainText('窗口经办人')
  await page.getByTestId('take-theirs-directOwner').click()
  await expect(page.getByTestId('overtaken')).toHaveCount(0)
  await page.getByTestId('save').click()
  await expect(page.getByTestId('record-form')).toHaveAttribute('data-dirty', 'false')
  await expect(page.getByTestId('field-directOwner')).toHaveValue('审批组长')
  await expect(page.getByTestId('field-existingRules')).toHaveValue('窗口首问负责制')
  await keys(page).press('Escape')
})
