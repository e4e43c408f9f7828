import type { Locator, Page } from '@playwright/test'
import { expect, test } from './example-test.ts'
import { expectTotal } from './grid.ts'
import type { List } from './grid.ts'
import { goTo } from './main-path.ts'
import { speak } from './speak.ts'

/** The first number in an element's text. */
async function numberIn(element: Locator): Promise<number> {
  return Number(/\d+/u.exec(await element.textContent() ?? '')?.[0])
}

async function openOverview(page: Page): Promise<void> {
  await goTo(page, 'overview')
  await expect(page.getByTestId('overview')).toHaveAttribute('data-ready', 'true')
}

/** Opens the list behind a figure and compares its length. */
async function expectListBehind(page: Page, figure: Locator, list: List, total: number): Promise<void> {
  await figure.click()
  await expect(page).toHaveURL(new RegExp(`#/${list}`, 'u'))
  await expectTotal(page, list, total)
  await openOverview(page)
}

test('totals are those of the example, and each opens its list', async ({ page }) => {
  const expected = [['total-powers', 'powers', 30], ['total-risk-points', 'risks', 40], ['total-grade-high', 'risks', 18], ['total-grade-medium', 'risks', 15], ['total-grade-low', 'risks', 7]] as const
  for (const [figure, list, total] of expected) {
    expect(await numberIn(page.getByTestId(figure)), figure).toBe(total)
    await expectListBehind(page, page.getByTestId(figure), list, total)
  }
  await expectListBehind(page, page.getByTestId('total-measures'), 'measures', await numberIn(page.getByTestId('total-measures')))
})

test('every line of what needs attention opens a list of as many records', async ({ page }) => {
  await openOverview(page)
  const lines = page.locator('[data-testid^="attention-"]')
  await expect(lines.first()).toBeVisible()
  for (let index = 0; index < await lines.count(); index++) {
    const count = await numberIn(lines.nth(index))
    const list = /#\/(?<list>powers|risks|measures)/u.exec(await lines.nth(index).getAttribute('href') ?? '')?.groups?.['list'] as List
    await expectListBehind(page, lines.nth(index), list, count)
  }
})

test('the matrix is walked by arrows, and Enter opens the points of a cell', async ({ page }) => {
  await openOverview(page)
  const cells = page.getByTestId('risk-matrix').locator('td[data-empty="false"] a')
  await expect(cells.first()).toBeVisible()
  const counts = await Promise.all((await cells.all()).map(numberIn))
  expect(counts.reduce((sum, count) => sum + count, 0), 'all forty points have a place').toBe(40)

  await page.getByTestId('cell-10-7').locator('[data-place]').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('cell-6-7').locator('[data-place]')).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByTestId('cell-6-100').locator('[data-place]')).toBeFocused()
  await cells.first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/risks\?likelihood=\d+&consequence=\d+/u)
  await expectTotal(page, 'risks', counts[0] ?? 0)
})

test('bars are walked by arrows, and a segment opens exactly its points', async ({ page }) => {
  await openOverview(page)
  const bars = page.getByTestId('breakdown-departments')
  await bars.getByTestId('bar-row').first().focus()
  await page.keyboard.press('ArrowRight')
  const segment = bars.getByTestId('bar-segment').and(page.locator(':focus'))
  await expect(segment).toHaveCount(1)
  // Another width draws every bar anew; the one that has the keyboard keeps it.
  const place = await segment.getAttribute('data-place')
  for (const width of [1100, 1366]) {
    const before = await segment.elementHandle()
    await page.setViewportSize({ width, height: 768 })
    await page.waitForFunction((element) => !element?.isConnected, before)
    await expect(segment).toHaveAttribute('data-place', place ?? '')
  }
  const count = await numberIn(segment.locator('text'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/risks\?department=[^&]+&grade=(?:high|medium|low)/u)
  await expectTotal(page, 'risks', count)
})

test('each chart has its table, which foots and leads to the same lists', async ({ page }) => {
  await openOverview(page)
  for (const name of ['departments', 'categories']) {
    await page.getByTestId(`${name}-view`).click()
    const table = page.getByTestId(`breakdown-${name}`).getByTestId('grade-table')
    await expect(table.locator('tfoot td')).toHaveText(['18', '15', '7', '40'])
  }
  const first = page.getByTestId('breakdown-categories').locator('tbody tr').first().locator('td').last()
  const count = await numberIn(first)
  await first.locator('a').click()
  await expectTotal(page, 'risks', count)
})

test('the overview tells the last imports, and is complete in English', async ({ page }) => {
  await openOverview(page)
  await expect(page.getByTestId('recent-imports').locator('li')).toHaveCount(4)
  await expect(page.getByTestId('last-changes').locator('li').first()).toBeVisible()
  // The last thing done is that accounts were founded; signing in is no change.
  await expect(page.getByTestId('last-changes').locator('li').first()).toContainText('授予角色')
  await speak(page, 'en')
  await expect(page.getByTestId('attention').getByRole('heading')).toHaveText('Needs attention')
  await expect(page.getByTestId('matrix').getByRole('heading')).toHaveText('Likelihood × consequence')
})
