import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { exampleFileUrl } from '#core/example/example-files.ts'

// The main path through the program, the same steps in a browser and in the real Electron.

/** First start: an organisation of one's own. */
export async function setUp(page: Page): Promise<void> {
  await expect(page.getByTestId('start')).toBeVisible()
  await page.locator('#start-name').fill('某县水利局')
  await page.getByTestId('set-up-submit').click()
  await expect(page.getByTestId('start')).toBeHidden()
}

/** Goes to a screen by its address, without loading the page again. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.evaluate((address) => { location.hash = address }, `#/${screen}`)
}

/** Imports the nine-column list of the example: 40 risk points. */
export async function importList(page: Page): Promise<void> {
  await goTo(page, 'import')
  await page.getByTestId('file-input').setInputFiles(fileURLToPath(exampleFileUrl('廉政风险点及防控措施一览表.xlsx')))
  await page.getByTestId('import-apply').click()
  await expect(page.getByTestId('import-result')).toContainText('40')
}

/** Writes the annual report as a Word document; who calls sees to where it is saved. */
export async function writeReport(page: Page): Promise<void> {
  await goTo(page, 'reports')
  await page.getByTestId('write-docx').click()
  await expect(page.getByTestId('written')).toContainText('.docx')
}
