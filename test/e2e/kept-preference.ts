import type { Page } from '@playwright/test'

/** Waits until something typed that holds `text` has been kept by core. Begin to wait before typing. */
export async function keptPreference(page: Page, text: string): Promise<void> {
  const response = await page.waitForResponse((answer) => answer.url().includes('setPreference') && (answer.request().postData() ?? '').includes(text))
  await response.finished()
}
