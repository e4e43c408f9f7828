import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { password, signIn } from './people.ts'
import { exampleFileUrl } from '#core/example/example-files.ts'

// The main path through the program, the same steps in a browser and in the real Electron.

/** First start: an organisation of one's own, its three officers, and somebody who begins to fill the register. */
export async function setUp(page: Page): Promise<void> {
  await expect(page.getByTestId('start')).toBeVisible()
  await page.locator('#start-name').fill('某县水利局')
  await page.getByTestId('set-up-submit').click()
  await foundPeople(page)
  await signIn(page, '测试填报员', password)
  await page.getByTestId('password-current').fill(password)
  await page.getByTestId('password-new').fill('Lake-and-meadow-8')
  await page.getByTestId('change-password-submit').click()
  await expect(page.getByTestId('shell')).toHaveAttribute('data-ready', 'true')
}

/** The accounts without which nobody gets in. */
export async function foundPeople(page: Page): Promise<void> {
  await expect(page.getByTestId('found')).toBeVisible()
  for (const [role, name] of [['system-officer', '测试系统员'], ['security-officer', '测试安全员'], ['audit-officer', '测试审计员']] as const) {
    await page.getByTestId(`found-${role}`).fill(name)
    await page.getByTestId(`found-${role}-password`).fill(password)
  }
  await page.getByTestId('found-add').click()
  await page.getByTestId('found-person-1').fill('测试填报员')
  await page.getByTestId('found-person-1-role').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await page.getByTestId('found-person-1-whole').check()
  await page.getByTestId('found-person-1-password').fill(password)
  await page.getByTestId('found-submit').click()
  await expect(page.getByTestId('sign-in')).toBeVisible()
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
  await page.locator('#report-purpose').fill('年度考核报送')
  await page.getByTestId('write-docx').click()
  await expect(page.getByTestId('written')).toContainText('.docx')
}
