import type { Page } from '@playwright/test'

/** Signs in and goes to a screen by its entry in the navigation, or by its address where there is none. */
export async function signInTo(page: Page, { name, password }: { name: string; password: string }, path = '/log'): Promise<void> {
  await page.getByTestId('sign-in-name').fill(name)
  await page.getByTestId('sign-in-password').fill(password)
  await page.getByTestId('sign-in-submit').click()
  await page.getByTestId(`nav-${path.slice(1)}`).click()
}
