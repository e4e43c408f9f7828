import type { Browser, Page } from '@playwright/test'
import { expect, test } from './test.ts'

/** A page of a browser that knows nothing of the session. */
async function strangersPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(address)
  return page
}

test.describe('the session of a page', () => {
  test('the address opens the page once and leaves no token behind', async ({ page, program, browser }) => {
    await expect(page.getByTestId('start')).toBeVisible()
    expect(page.url()).not.toContain('token')
    expect(await page.evaluate(() => document.cookie), 'the session is out of reach of scripts').toBe('')

    const stranger = await strangersPage(browser, program.url)
    await expect(stranger.locator('#root.not-connected h1')).toHaveCount(2)
    expect(stranger.url()).not.toContain('token')
    await stranger.context().close()
  })

  test('the page survives being loaded again, and a second tab joins its session', async ({ page, program }) => {
    await page.reload()
    await expect(page.getByTestId('start')).toBeVisible()
    const tab = await page.context().newPage()
    await tab.goto(program.origin)
    await expect(tab.getByTestId('start')).toBeVisible()
  })

  test('without a session the page says so in both languages and shows nothing of the register', async ({ program, data, browser }) => {
    const stranger = await strangersPage(browser, program.origin)
    await expect(stranger.locator('#root.not-connected')).toBeVisible()
    expect(await stranger.locator('body').textContent()).not.toContain(data)
    await stranger.context().close()
  })

  test('the page tells when the program has ended, and the program ends cleanly', async ({ page, program }) => {
    await expect(page.getByTestId('start')).toBeVisible()
    expect(await program.stop()).toBe(0)
    await expect(page.getByTestId('disconnected')).toBeVisible()
  })

  test('the browser itself refuses what the page’s policy forbids', async ({ program, browser }) => {
    const page = await strangersPage(browser, program.origin)
    expect(await page.evaluate(async () => await fetch('https://example.org/').then(() => 'sent', () => 'refused'))).toBe('refused')
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.documentElement.dataset.ran = "yes"'
      document.head.append(script)
      return document.documentElement.dataset['ran'] ?? 'no'
    })
    expect(ran).toBe('no')
    await page.context().close()
  })
})
