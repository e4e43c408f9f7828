import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { paragraph, row, table, wordFile } from '#test/core/reports/templates/word-file.ts'
import { expect, test } from './example-test.ts'
import { goTo } from './main-path.ts'
import { commandLine } from './office.ts'

async function openTab(page: Page, tab: 'package' | 'forms'): Promise<void> {
  await goTo(page, 'reports')
  await page.getByTestId(`reports-tab-${tab}`).click()
}

const formOf = (name: string): string => paragraph(`${name} {{年度}}`) + table(row('{{#rows}}{{序号}}', '{{防控措施}}{{/rows}}'))
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const word = (body: string): Buffer => Buffer.from(wordFile(body))

test('an office hands in its own form, mends the placeholder that is named, tries it and reports in it', async ({ page }) => {
  await openTab(page, 'forms')
  await expect(page.getByTestId('templates')).toHaveAttribute('data-ready', 'true')
  await page.getByTestId('template-kind').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '廉政风险点及防控措施一览表' }).click()
  await page.getByTestId('template-upload').click()
  await page.getByTestId('template-input').setInputFiles({ name: '市局表样.docx', mimeType: docx, buffer: word(formOf('{{单住}}')) })
  await page.getByRole('button', { name: '检查并保存' }).click()
  await expect(page.getByTestId('long-work')).toContainText('没有“{{单住}}”这个占位符（正文第 1 段')
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByTestId('template-input').setInputFiles({ name: '市局表样.docx', mimeType: docx, buffer: word(formOf('{{单位}}')) })
  await page.getByRole('button', { name: '检查并保存' }).click()
  await expect(page.getByTestId('template')).toHaveAttribute('data-state', 'kept')

  await page.getByTestId('template-try').click()
  const trying = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: '内部版' }).click()
  const tried = unzipSync(readFileSync(await (await trying).path()))
  expect(strFromU8(tried['word/document.xml'] ?? new Uint8Array())).toContain('示例县水利局')
  await page.getByTestId('template-use').click()
  await expect(page.getByTestId('template')).toHaveAttribute('data-state', 'in-use')
  await page.getByTestId('template-put-back').click()
  await expect(page.getByTestId('template')).toHaveAttribute('data-state', 'kept')
})

test('the package shows what is missing, is built, opens offline from its folder and passes its check', async ({ page, browser }) => {
  await openTab(page, 'package')
  await expect(page.getByTestId('package')).toHaveAttribute('data-ready', 'true')
  await expect(page.getByTestId('package-item-minutes')).toHaveAttribute('data-state', 'missing')
  await page.getByTestId('attach-input-minutes').setInputFiles({ name: '领导小组会议纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('会议纪要正文') })
  await expect(page.getByTestId('package-item-minutes')).toHaveAttribute('data-state', 'there')
  await page.getByTestId('not-applicable-warnings').click()
  await page.locator('#not-applicable-reason').fill('本年度未发生预警')
  await page.getByRole('button', { name: '标为不适用' }).click()
  await expect(page.getByTestId('package-item-warnings')).toHaveAttribute('data-state', 'not-applicable')

  await page.getByTestId('package-build').click()
  await page.locator('#package-purpose').fill('迎接年度检查')
  if (await page.getByTestId('package-pdf').isVisible()) await page.getByTestId('package-pdf').uncheck()
  const saving = page.waitForEvent('download', { timeout: 120_000 })
  await page.getByTestId('build-dialog').locator('xpath=ancestor::*[@role="dialog"]').getByRole('button', { name: '生成资料包' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toMatch(/^示例县水利局\d{4}年度迎检资料包（考核版）\.zip$/u)
  await expect(page.getByTestId('package-built')).toContainText('SHA-256')

  const folder = test.info().outputPath('unpacked')
  for (const [path, content] of Object.entries(unzipSync(readFileSync(await download.path())))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const alone = await browser.newContext({ offline: true })
  const offline = await alone.newPage()
  await offline.goto(pathToFileURL(join(folder, 'index.html')).href)
  await expect(offline.getByRole('heading', { level: 1 })).toContainText('迎检资料包')
  await expect(offline.locator('tr.item')).toHaveCount(19)
  await expect(offline.locator('tr.missing').first()).toContainText('缺')
  await offline.getByRole('link', { name: '领导小组会议纪要.txt' }).click()
  await expect(offline.locator('body')).toContainText('会议纪要正文')
  await alone.close()

  expect(await commandLine(['package', 'check', folder])).toMatchObject({ exitCode: 0, document: { sound: true, edition: 'assessment' } })
  writeFileSync(join(folder, '02 会议纪要/领导小组会议纪要.txt'), '改过的纪要')
  const tampered = await commandLine(['package', 'check', folder])
  expect(tampered).toMatchObject({ exitCode: 3, document: { sound: false, problems: [{ code: 'package.changed', params: { path: '02 会议纪要/领导小组会议纪要.txt' } }, { code: 'package.sums' }] } })
  expect(await commandLine(['package', 'check', join(folder, 'nothing.zip')])).toMatchObject({ exitCode: 1 })
})
