import { cpSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { openCore } from '#core/open-core.ts'
import { serviceIdentity } from '#core/permission/identity.ts'
import { coreClient } from '#hosts/calls/core-client.ts'
import { test as base, expect } from './example-test.ts'
import { goTo } from './main-path.ts'
import { commandLine } from './office.ts'
import { changeTo, password, signIn } from './people.ts'

/** Head of a department who assesses for the office as well. */
const both = '示例双岗员'

const test = base.extend({
  user: undefined,
  prepare: async ({ exampleFolder }, give) => {
    await give(async (data) => {
      cpSync(exampleFolder, data, { recursive: true })
      await employ(data)
    })
  },
})

async function employ(data: string): Promise<void> {
  const core = await openCore({ folder: data, version: '0.0.0-test' })
  try {
    const client = coreClient({ core, identity: serviceIdentity('e2e'), reportFault: (fault) => { throw fault } })
    const own = (await client.organisation.departments()).filter(({ name }) => name === departments[0]).map(({ id }) => id)
    await client.people.create({ name: both, password, mustChange: false, grants: [{ role: 'section-head', departments: own }, { role: 'assessor', departments: 'all' }] })
  } finally {
    await core.close()
  }
}

const departments = ['行政审批股', '水资源股'] as const
const [writer, assessor, chief, inspector] = ['示例填报员', '示例考评员', '示例主要领导', '示例纪检员'] as const
const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date())

async function freezeYear(page: Page): Promise<void> {
  await goTo(page, 'reports')
  await page.getByTestId('freeze').click()
  await page.getByTestId('freeze-confirm').click()
  await expect(page.getByTestId('freeze')).toBeHidden()
}

/** Opens the example year's assessment over two departments. */
async function openCampaign(page: Page): Promise<void> {
  await page.getByTestId('nav-assessment').click()
  await page.getByTestId('new-campaign').click()
  const form = page.getByTestId('campaign-form')
  await expect(page.getByTestId('campaign-basis')).toHaveAttribute('data-basis', 'frozen')
  const chosen = form.getByLabel('参评科室')
  await chosen.click()
  for (const option of await page.locator('.ant-select-dropdown:visible .ant-select-item-option').all()) {
    const name = await option.getAttribute('title')
    if (!departments.some((one) => one === name)) await option.click()
  }
  await page.keyboard.press('Escape')
  await page.getByTestId('open-campaign').click()
  await expect(page.getByTestId('campaign-page')).toHaveAttribute('data-state', 'scoring')
  await expect(page.getByTestId('board-row')).toHaveCount(departments.length)
}

async function openBoard(page: Page): Promise<void> {
  await goTo(page, 'assessment')
  await page.getByTestId('campaign').first().click()
  await page.getByTestId('tab-board').click()
  await expect(page.getByTestId('board-row').first()).toBeVisible()
}

async function openSheet(page: Page, department: string): Promise<void> {
  await openBoard(page)
  await page.getByTestId('board-row').filter({ hasText: department }).getByRole('link').click()
  await expect(page.getByTestId('scoring-sheet')).toHaveAttribute('data-ready', 'true')
}

const item = (page: Page, code: string) => page.locator(`[data-testid=item][data-code="${code}"]`)

/** Goes down the column of scores by the keyboard alone: full points wherever nothing stands yet, then hands the sheet on. */
async function scoreFull(page: Page, left = 0): Promise<void> {
  const rows = page.locator('[data-testid=item]:not([data-code^=bonus])')
  const count = await rows.count()
  await rows.first().getByTestId('score').focus()
  for (let row = 0; row < count; row++) {
    const score = rows.nth(row).getByTestId('score')
    await expect(score).toBeFocused()
    if (await score.inputValue() === '') await page.keyboard.type(await rows.nth(row).getByTestId('points').innerText())
    await page.keyboard.press('Enter')
  }
  await expect(page.getByTestId('left')).toHaveAttribute('data-left', String(left))
}

async function handOn(page: Page, step: string): Promise<void> {
  await page.getByTestId('hand-on').click()
  await expect(page.getByTestId('scoring-sheet')).toHaveAttribute('data-step', step)
}

test('a year is assessed from opening to ranking, with an objection that is corrected', async ({ page, program, data }) => {
  test.slow()
  await signIn(page, inspector)
  await freezeYear(page)
  await openCampaign(page)

  await changeTo(page, writer)
  await openSheet(page, departments[0])
  await item(page, 'lead-plan').getByTestId('score').fill('９')
  await expect(item(page, 'lead-plan')).toContainText('最多两位小数')
  await item(page, 'lead-plan').getByTestId('score').press('Escape')
  await expect(item(page, 'lead-plan').getByTestId('score')).toHaveValue('')
  await item(page, 'lead-plan').getByTestId('score').fill('１.5')
  await item(page, 'lead-plan').getByTestId('score').press('Enter')
  await scoreFull(page, 1)
  await expect(page.getByTestId('hand-on')).toBeDisabled()
  await item(page, 'lead-plan').getByTestId('item-reason').fill('缺年度工作计划')
  await item(page, 'lead-plan').getByTestId('item-reason').press('Enter')
  await handOn(page, 'office')
  await openSheet(page, departments[1])
  await scoreFull(page)
  await handOn(page, 'office')

  // The head of the department bears the office's role too, and reads why he does not score it and who does.
  await changeTo(page, both)
  await openBoard(page)
  await expect(page.getByTestId('yours')).toHaveAttribute('data-yours', '1')
  await openSheet(page, departments[0])
  await expect(page.getByTestId('barred')).toContainText('您所在的科室')
  await expect(page.getByTestId('turn')).toContainText(assessor)
  await expect(page.getByTestId('turn')).not.toContainText(both)
  await expect(page.getByTestId('score')).toHaveCount(0)
  await expect(page.getByTestId('hand-over')).toHaveCount(1)
  await openSheet(page, departments[1])
  await expect(page.getByTestId('scoring-sheet')).toHaveAttribute('data-rater', 'office')

  await changeTo(page, assessor)
  await openSheet(page, departments[0])
  await item(page, 'benchmark').getByTestId('figure').click()
  await expect(page.getByTestId('figure-rows')).toHaveAttribute('data-total', '4')
  await expect(page.getByTestId('figure-row').first()).toContainText('许可')
  await page.getByTestId('panel-close').click()
  await item(page, 'benchmark').getByTestId('score').fill('2')
  await item(page, 'benchmark').getByTestId('score').press('ArrowRight')
  await page.keyboard.type('两项已有裁量基准，尚未录入')
  await page.keyboard.press('Enter')
  await item(page, 'lead-plan').getByTestId('score').fill('1.5')
  await item(page, 'lead-plan').getByTestId('score').press('ArrowRight')
  await page.keyboard.type('未见年度计划')
  await page.keyboard.press('Enter')
  await scoreFull(page)
  await handOn(page, 'lead')
  await openSheet(page, departments[1])
  await scoreFull(page)
  await handOn(page, 'lead')

  await changeTo(page, chief)
  await openBoard(page)
  await expect(page.getByTestId('yours')).toHaveAttribute('data-yours', '2')
  for (const department of departments) {
    await openSheet(page, department)
    await scoreFull(page)
    await handOn(page, 'scored')
  }

  await changeTo(page, inspector)
  await openBoard(page)
  await page.getByTestId('publish').click()
  await page.getByTestId('object-until').fill(today())
  await page.getByTestId('object-until').press('Enter')
  await page.getByTestId('act').click()
  await expect(page.getByTestId('campaign-page')).toHaveAttribute('data-state', 'published')
  await page.getByTestId('tab-results').click()
  const own = page.getByTestId('ranked').filter({ hasText: departments[0] })
  const before = await own.locator('strong').innerText()

  await changeTo(page, writer)
  await openSheet(page, departments[0])
  await item(page, 'lead-plan').getByTestId('open-item').click()
  await page.getByTestId('file-input').setInputFiles({ name: '年度计划.pdf', mimeType: 'application/pdf', buffer: Buffer.from('a plan') })
  await expect(page.getByTestId('files')).toHaveAttribute('data-count', '1')
  await page.getByTestId('objection-text').fill('年度计划三月已印发，见附件')
  await page.getByTestId('raise-objection').click()
  await expect(page.getByTestId('objecting')).toBeHidden()
  await expect(page.getByTestId('item-objection')).toContainText('年度计划三月已印发')

  await changeTo(page, inspector)
  await openBoard(page)
  await expect(page.getByTestId('close-campaign')).toBeDisabled()
  await page.getByTestId('tab-objections').click()
  await page.getByTestId('answer').click()
  await page.getByTestId('outcome-corrected').click()
  await page.getByTestId('correct-office').fill('3')
  await page.getByTestId('answer-text').fill('经核实，计划已印发')
  await page.getByTestId('save-answer').click()
  await expect(page.getByTestId('objection')).toHaveAttribute('data-answered', 'true')
  await expect(page.getByTestId('objection')).toContainText('防控办 1.5 → 3')

  await page.getByTestId('close-campaign').click()
  await page.getByTestId('act').click()
  await expect(page.getByTestId('campaign-page')).toHaveAttribute('data-state', 'closed')
  await page.getByTestId('tab-results').click()
  await expect(page.getByTestId('results')).toHaveAttribute('data-final', 'true')
  await expect(page.getByTestId('ranked')).toHaveCount(departments.length)
  await expect(page.getByTestId('score-bar')).toHaveCount(departments.length)
  expect(Number(await own.locator('strong').innerText())).toBeCloseTo(Number(before) + 0.6, 5)
  await expect(page.getByTestId('result-hash')).toContainText(/[0-9a-f]{64}/u)

  // The log vouches for every score, and nothing was changed past it.
  expect(await program.stop()).toBe(0)
  expect(await commandLine(['verify', '--data', data])).toMatchObject({ exitCode: 0 })
})

test('a template is copied, changed and kept as a new version once it adds up', async ({ page }) => {
  await signIn(page, inspector)
  await page.getByTestId('nav-assessment').click()
  await page.getByRole('tab', { name: '考评表' }).click()
  await page.getByTestId('copy-template').first().click()
  const editor = page.getByTestId('template-editor')
  await expect(editor).toHaveAttribute('data-version', '1')
  await expect(page.getByTestId('template-faults')).toHaveAttribute('data-faults', '0')
  const points = page.locator('[data-testid=template-item][data-code=lead-duties]').getByTestId('item-points')
  await points.fill('5')
  await points.press('Tab')
  await expect(page.getByTestId('template-faults')).toHaveAttribute('data-faults', '1')
  await expect(page.getByTestId('template-faults')).toContainText('102')
  const other = page.locator('[data-testid=template-item][data-code=lead-plan]').getByTestId('item-points')
  await other.fill('1')
  await other.press('Tab')
  await expect(page.getByTestId('template-faults')).toHaveAttribute('data-faults', '0')
  await page.getByTestId('save').click()
  await expect(editor).toHaveAttribute('data-version', '2')
  await goTo(page, 'assessment')
  await expect(page.getByTestId('template')).toHaveCount(3)
})
