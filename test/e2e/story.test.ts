import type { Page } from '@playwright/test'
import { expectTotal, openList } from './grid.ts'
import { goTo } from './main-path.ts'
import { commandLine, makeOffice, staff } from './office.ts'
import { changeTo, signIn } from './people.ts'
import { expect, test as base } from './test.ts'

const test = base.extend({ prepare: async ({}, give) => { await give(makeOffice) } })

const { officer, head, leader, inspector, chief } = staff

/** Waits until the queue of what waits for whoever has signed in shows so many entries. */
async function openQueue(page: Page, total: number, search = ''): Promise<void> {
  await goTo(page, `review${search}`)
  await expect(page.getByTestId('queue')).toHaveAttribute('data-ready', 'true')
  await expect(page.getByTestId('queue')).toHaveAttribute('data-total', String(total))
}

/** Passes the whole queue on, having looked at what the step asks for. */
async function passAll(page: Page, checks: readonly string[], done: number): Promise<void> {
  await page.getByTestId('queue').press('Control+a')
  await page.getByTestId('batch-pass').click()
  for (const code of checks) await page.getByTestId(`check-${code}`).click()
  await page.getByTestId('order-go').click()
  await expectDone(page, done)
}

async function expectDone(page: Page, done: number): Promise<void> {
  await expect(page.getByTestId('outcome')).toContainText(`已办理 ${done} 条`)
  await page.getByTestId('outcome-close').click()
}

/** Hands in every draft and returned entry there is. */
async function submitAll(page: Page, state: string, done: number): Promise<void> {
  await openList(page, 'risks', `?state=${state}`)
  await page.getByTestId('submit-list').click()
  await page.getByTestId('order-go').click()
  await expectDone(page, done)
}

/** Opens the first entry of the queue on the desk. */
async function firstEntry(page: Page): Promise<void> {
  await page.getByTestId('queue-row').first().click()
  await expect(page.getByTestId('desk')).toHaveAttribute('data-ready', 'true')
}

async function tick(page: Page, count: number): Promise<void> {
  for (let place = 1; place <= count; place++) await page.getByTestId(`tick-${place}`).click()
}

test('five people take a department’s forty points from draft to in force', async ({ page, program, data }) => {
  test.slow()
  await signIn(page, officer.name)
  await submitAll(page, 'draft', 40)

  await changeTo(page, head.name)
  await openQueue(page, 40)
  await firstEntry(page)
  await page.getByTestId('decide-return').click()
  await page.getByTestId('decide-reason').fill('请写明发生在哪一道工序')
  await page.getByTestId('decide-reason').press('Control+Enter')
  await openQueue(page, 39)
  await passAll(page, ['complete', 'own-words'], 39)

  await changeTo(page, officer.name)
  await submitAll(page, 'returned', 1)

  await changeTo(page, head.name)
  await openQueue(page, 1, '?state=submitted')
  await passAll(page, ['complete', 'own-words'], 1)
  await openQueue(page, 7, '?state=head-approval')
  await passAll(page, ['measures'], 7)

  await changeTo(page, leader.name)
  await openQueue(page, 15)
  await firstEntry(page)
  await tick(page, 1)
  await page.getByTestId('decide-raise').click()
  await page.getByTestId('decide-reason').fill('近年有同类投诉')
  await page.getByTestId('decide-reason').press('Control+Enter')
  await openQueue(page, 14)
  await firstEntry(page)
  await tick(page, 1)
  await page.getByTestId('decide-lower').click()
  await page.getByTestId('decide-reason').fill('制度已经健全')
  await page.getByTestId('decide-reason').press('Control+Enter')
  await expect(page.getByTestId('missing')).toBeVisible()
  await page.getByTestId('evidence-file').setInputFiles({ name: '制度文件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('a regulation') })
  await expect(page.getByTestId('evidence-field')).toContainText('制度文件.pdf')
  await page.getByTestId('decide-reason').press('Control+Enter')
  await openQueue(page, 13)
  await passAll(page, ['measures'], 13)

  // The eighteen heavy ones, and the one whose lowering needs somebody higher.
  await changeTo(page, chief.name)
  await openQueue(page, 19)
  await passAll(page, ['measures'], 19)

  await changeTo(page, inspector.name)
  await openQueue(page, 40)
  await passAll(page, ['grade', 'lowering', 'last-year'], 40)
  await goTo(page, 'review/lowerings')
  await expect(page.getByTestId('lowerings')).toHaveAttribute('data-total', '1')

  await changeTo(page, chief.name)
  await openQueue(page, 40)
  await passAll(page, ['meeting'], 40)
  await openList(page, 'risks', '?state=in-force')
  await expectTotal(page, 'risks', 40)

  // Nobody has touched it since: the log, the gradings and the decisions bear each other out.
  expect(await program.stop()).toBe(0)
  expect(await commandLine(['verify', '--data', data])).toMatchObject({ exitCode: 0 })
  expect((await commandLine(['list', 'risks', '--data', data, '--grade', 'high'])).document).toMatchObject({ total: 19 })
})
