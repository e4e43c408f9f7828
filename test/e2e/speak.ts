import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Locale } from '#shared/locales/locale.ts'

const names = { 'zh-CN': '中文', en: 'English' } satisfies Record<Locale, string>

/** Changes the language by the menu, on the first start as on every screen, and waits until the page speaks it. */
export async function speak(page: Page, locale: Locale): Promise<void> {
  await page.getByTestId('language').click()
  await page.getByRole('menuitem', { name: names[locale] }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
}
