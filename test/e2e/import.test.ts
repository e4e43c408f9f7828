import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { exampleFileUrl } from '#core/example/example-files.ts'
import { test as exampleTest } from './example-test.ts'
import { expectTotal } from './grid.ts'
import { goTo } from './main-path.ts'
import { speak } from './speak.ts'
import { expect, test } from './empty-test.ts'

const example = (name: Parameters<typeof exampleFileUrl>[0]): string => fileURLToPath(exampleFileUrl(name))

const header = '科室,职权名称,流程环节,岗位,风险类别,风险点及表现形式,自评等级,拟增措施,责任人'
const csv = (name: string, rows: readonly string[], columns = header) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${[columns, ...rows].join('\n')}\n`) })

async function choose(page: Page, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await expect(page.getByTestId('shell')).toHaveAttribute('data-ready', 'true')
  await goTo(page, 'import')
  await expect(page.getByTestId('import')).toHaveAttribute('data-ready', 'true')
  await page.getByTestId('file-input').setInputFiles(files)
}

const file = (page: Page, name: string): Locator => page.getByTestId('import-file').filter({ hasText: name })
const figure = (page: Page, entity: 'power' | 'risk-point' | 'control-measure', count: 'created' | 'updated' | 'unchanged'): Locator =>
  page.getByTestId(`figures-${entity}`).locator(`[data-count="${count}"] b`)

async function show(page: Page, name: string): Promise<void> {
  await file(page, name).locator('button').first().click()
  await expect(page.getByTestId('import-plan').getByRole('heading', { level: 2 })).toHaveText(name)
}

async function apply(page: Page): Promise<void> {
  await page.getByTestId('import-apply').click()
  await expect(page.getByTestId('import-result')).toBeVisible()
}

test('the four example files come in one after the other, and the later ones double nothing', async ({ page }) => {
  // Chosen in a jumble: the list puts them in the order in which they build on each other.
  await choose(page, [example('岗位廉政风险排查表-GB18030.csv'), example('廉政风险点及防控措施一览表.xlsx'), example('廉政风险点情况表.xlsx'), example('职权目录.xlsx')])
  await expect(page.locator('[data-testid="import-file"][data-phase="ready"]')).toHaveCount(4)
  await expect(page.getByTestId('import-file').nth(0)).toContainText('职权目录.xlsx')
  await expect(page.getByTestId('import-file').nth(1)).toContainText('一览表.xlsx')

  await show(page, '职权目录.xlsx')
  await expect(figure(page, 'power', 'created')).toHaveText('30')
  await expect(page.getByTestId('import-apply')).toHaveText('导入：新增 30 条')
  await apply(page)
  await expect(page.getByTestId('next-file')).toContainText('一览表.xlsx')
  await page.getByTestId('next-file').click()
  await expect(page.locator('[data-testid="import-file"][data-phase="ready"]')).toHaveCount(3)
  await expect(figure(page, 'risk-point', 'created')).toHaveText('40')
  await expect(figure(page, 'power', 'created')).toHaveText('0')
  await apply(page)

  for (const name of ['廉政风险点情况表.xlsx', '岗位廉政风险排查表-GB18030.csv']) {
    await expect(file(page, name)).toHaveAttribute('data-phase', 'ready')
    await show(page, name)
    await expect(figure(page, 'power', 'created')).toHaveText('0')
    await expect(figure(page, 'risk-point', 'created')).toHaveText('0')
    await expect(figure(page, 'control-measure', 'created')).toHaveText('0')
    await expect(page.getByTestId('figures-rejected')).toContainText('0')
    if (await page.getByTestId('import-apply').isEnabled()) await apply(page)
  }
  await goTo(page, 'powers')
  await expectTotal(page, 'powers', 30)
  await goTo(page, 'risks')
  await expectTotal(page, 'risks', 40)
})

test('rows that cannot be taken are told with place and remedy, and come in once they are mended', async ({ page }) => {
  const rows = ['办公室,公章使用管理,,,岗位职责,用印不登记,特高,双人登记,办公室主任', '办公室,公章使用管理,,,岗位职责,空白介绍信外流,中,编号领用,办公室主任']
  await choose(page, csv('排查表.csv', rows))
  await expect(page.getByTestId('figures-rejected')).toContainText('1')
  await page.getByTestId('tab-rejected').click()
  const issue = page.getByTestId('issues-rejected').locator('tbody tr')
  await expect(issue).toHaveCount(1)
  await expect(issue).toContainText('自评等级')
  await expect(issue.locator('td').nth(1)).toHaveText('2')
  await expect(issue).toContainText('“特高”不是已知的等级')

  const saving = page.waitForEvent('download')
  await page.getByTestId('save-issues').click()
  const saved = readFileSync(await (await saving).path(), 'utf8')
  expect(saved).toMatch(/^\uFEFF性质,工作表,行,列,问题与改法\r\n拒收,/u)
  expect(saved).toContain('特高')

  await apply(page)
  await expect(page.getByTestId('import-result')).toContainText('有 1 行没有导入')
  await choose(page, csv('排查表（改）.csv', [rows[0]?.replace('特高', '高') ?? '', rows[1] ?? '']))
  await show(page, '排查表（改）.csv')
  await expect(figure(page, 'risk-point', 'created')).toHaveText('1')
  await expect(figure(page, 'risk-point', 'unchanged')).toHaveText('1')
  await apply(page)
  await page.getByTestId('import-result').getByRole('link', { name: '查看风险点' }).click()
  await expectTotal(page, 'risks', 2)
})

test('a column that is not known is given its meaning by hand, and the next file of its kind needs no hand', async ({ page }) => {
  const columns = header.replace('拟增措施', '打算怎么防')
  await choose(page, csv('一.csv', ['办公室,公章使用管理,,,岗位职责,用印不登记,高,双人登记,办公室主任'], columns))
  await expect(figure(page, 'control-measure', 'created')).toHaveText('0')
  await page.getByTestId('tab-sheets').click()
  const row = page.locator('[data-testid="mapping-row"][data-header="打算怎么防"]')
  await expect(row).toHaveAttribute('data-state', 'unknown')
  await expect(row).toContainText('双人登记')
  await row.getByRole('combobox').fill('防控措施')
  await page.keyboard.press('Enter')
  await expect(row).toHaveAttribute('data-state', 'decided')
  await expect(page.getByTestId('import-apply')).toBeHidden()
  await page.getByTestId('replan-mapping').click()
  await expect(figure(page, 'control-measure', 'created')).toHaveText('1')
  await apply(page)

  await choose(page, csv('二.csv', ['办公室,公章使用管理,,,岗位职责,空白介绍信外流,中,编号领用,办公室主任'], columns))
  await show(page, '二.csv')
  await expect(figure(page, 'control-measure', 'created')).toHaveText('1')
  await page.getByTestId('tab-sheets').click()
  await expect(row).toHaveAttribute('data-state', 'known')
})

test('a sheet whose header no form knows is read as somebody says, the next like it needs no hand, and it can be forgotten', async ({ page }) => {
  const odd = '责任单位,工作事项,怎么出问题,档次,想的办法,联系电话'
  await choose(page, csv('自查.csv', ['办公室,公章使用管理,用印不登记,高,双人登记,110', '办公室,公章使用管理,空白介绍信外流,特高,编号领用,110'], `某局自查表,,,,,\n${odd}`))
  const sheet = page.getByTestId('sheet-reading').first()
  await expect(sheet).toContainText('没有读取')
  await expect(page.locator('#import-why')).toContainText('没有找到认识的表')
  await sheet.getByTestId('read-as-open').click()
  const dialog = page.getByTestId('read-as')
  await expect(dialog).toHaveAttribute('data-ready', 'true')
  await page.getByTestId('sheet-grid').getByRole('button', { name: '以第 2 行为表头' }).click()
  await expect(page.getByTestId('read-as-required')).toContainText('职权名称')
  const meaning = (title: string): Locator => page.locator(`[data-testid="meaning-row"][data-title="${title}"]`)
  await expect(meaning('怎么出问题')).toContainText('表现形式')
  await expect(meaning('联系电话')).toHaveAttribute('data-state', 'open')

  // A field that is taken moves to the column it is chosen for; without a required one there is nothing to read.
  await meaning('联系电话').getByRole('combobox').fill('表现形式')
  await page.keyboard.press('Enter')
  await expect(meaning('怎么出问题')).toHaveAttribute('data-state', 'open')
  await meaning('联系电话').getByRole('combobox').fill('不导入')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('read-as-do')).toBeDisabled()
  await expect(page.locator('#read-as-lacking')).toContainText('表现形式')
  await meaning('怎么出问题').getByRole('combobox').fill('表现形式')
  await page.keyboard.press('Enter')
  await page.getByTestId('read-as-do').click()

  await expect(figure(page, 'risk-point', 'created')).toHaveText('1')
  await page.getByTestId('tab-rejected').click()
  await expect(page.getByTestId('issues-rejected').locator('tbody tr')).toContainText('“特高”不是已知的等级')
  await expect(page.getByTestId('issues-rejected').locator('tbody tr td').nth(1)).toHaveText('4')
  await apply(page)

  await choose(page, csv('下月.csv', ['办公室,公章使用管理,夜间用印,中,专人值守,110'], odd))
  await show(page, '下月.csv')
  await expect(figure(page, 'risk-point', 'created')).toHaveText('1')
  await page.getByTestId('tab-sheets').click()
  await expect(page.getByTestId('sheet-reading').first()).toContainText('按记住的读法认作“岗位风险排查表”')

  await page.getByTestId('import-view').getByText('记住的读法').click()
  await expect(page.getByTestId('remembered-layout')).toContainText('想的办法')
  await page.getByTestId('forget').click()
  await page.getByRole('dialog').getByRole('button', { name: '不再记住' }).click()
  await expect(page.getByTestId('remembered-layout')).toBeHidden()
  await page.getByTestId('import-view').getByText('导入文件').click()
  await expect(page.getByTestId('sheet-reading').first()).toContainText('没有读取')
})

test('a file that is no workbook is told in a sentence and holds up none of the others', async ({ page }) => {
  await choose(page, [{ name: '坏文件.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('这不是表格') }, csv('好.csv', ['办公室,公章使用管理,,,岗位职责,用印不登记,高,双人登记,办公室主任'])])
  await file(page, '坏文件.xlsx').locator('button').first().click()
  await expect(page.getByTestId('import-notice')).toContainText('这不是可以读取的表格文件')
  await expect(file(page, '坏文件.xlsx')).toHaveAttribute('data-phase', 'unreadable')
  await show(page, '好.csv')
  await expect(figure(page, 'risk-point', 'created')).toHaveText('1')
  await apply(page)
})

exampleTest('an import is taken back as a whole, and the file can come in again', async ({ page }) => {
  await choose(page, csv('补充.csv', ['办公室,公章使用管理,,,岗位职责,夜间用印无人监督,高,双人登记,办公室主任']))
  await expect(figure(page, 'risk-point', 'created')).toHaveText('1')
  await apply(page)
  await page.getByTestId('undo-import').click()
  const asking = page.getByRole('dialog')
  await expect(asking).toContainText('补充.csv')
  await expect(asking).toContainText('会注销')
  await asking.getByRole('button', { name: '撤销导入' }).click()
  await expect(page.getByTestId('import-undone')).toBeVisible()
  await goTo(page, 'risks')
  await expectTotal(page, 'risks', 40)

  // The session outlives the visit to another screen.
  await goTo(page, 'import')
  await page.getByTestId('import-again').click()
  await expect(figure(page, 'risk-point', 'created')).toHaveText('1')
  await apply(page)
  await page.getByTestId('import-view').getByText('导入记录').click()
  await expect(page.getByTestId('batch').first().getByTestId('undo-import')).toBeVisible()
  await expect(page.getByTestId('batch').nth(1)).toContainText('撤销')
})

exampleTest('an import whose records were built upon is not taken back, and the reason is told', async ({ page }) => {
  await expect(page.getByTestId('shell')).toHaveAttribute('data-ready', 'true')
  await goTo(page, 'import')
  await page.getByTestId('import-view').getByText('导入记录').click()
  const catalogue = page.getByTestId('batch').filter({ hasText: '职权目录.xlsx' })
  await catalogue.getByTestId('undo-import').click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await expect(page.getByTestId('long-work').filter({ hasText: '不能整批撤销' })).toBeVisible()
  await page.keyboard.press('Escape')
  await goTo(page, 'powers')
  await expectTotal(page, 'powers', 30)
})

exampleTest('a plan that the register has overtaken is offered to be made anew', async ({ page }) => {
  await choose(page, csv('补充.csv', ['办公室,公章使用管理,,,岗位职责,夜间用印无人监督,高,双人登记,办公室主任']))
  await expect(page.getByTestId('import-apply')).toBeEnabled()
  await goTo(page, 'settings/categories')
  await page.getByTestId('new-entry').click()
  const panel = page.getByTestId('entry-panel')
  await panel.getByTestId('field-zh').fill('信息数据')
  await panel.getByTestId('field-en').fill('Data and information')
  await panel.getByTestId('save').click()
  await expect(page.getByTestId('entry').filter({ hasText: '信息数据' })).toBeVisible()
  await goTo(page, 'import')
  await page.getByTestId('import-apply').click()
  await expect(page.getByTestId('error-sentence')).toContainText('没有导入任何内容')
  await page.getByTestId('replan').click()
  await expect(page.getByTestId('error-sentence')).toBeHidden()
  await apply(page)
})

exampleTest('the English wizard tells the same in English, and what is all wrong is not imported', async ({ page }) => {
  await speak(page, 'en')
  await choose(page, example('廉政风险点及防控措施一览表.xlsx'))
  await expect(figure(page, 'risk-point', 'created')).toHaveText('0')
  await page.getByTestId('tab-sheets').click()
  await expect(page.getByTestId('sheet-reading')).toContainText('Read as Risk list (9 columns)')
  await expect(page.getByTestId('import-plan')).not.toContainText(/新增|变更|拒收/u)
  await choose(page, csv('survey.csv', ['办公室,公章使用管理,,,岗位职责,用印不登记,特高,双人登记,办公室主任']))
  await show(page, 'survey.csv')
  await page.getByTestId('tab-rejected').click()
  await expect(page.getByTestId('issues-rejected')).toContainText('is no known grade')
  await expect(page.getByTestId('import-apply')).toBeDisabled()
  await expect(page.locator('#import-why')).toContainText('No row can be imported')
})

test('an empty template of a form is saved in the language asked for and is known again when it comes back', async ({ page }) => {
  await choose(page, csv('一.csv', ['办公室,公章使用管理,,,岗位职责,用印不登记,高,双人登记,办公室主任']))
  for (const [language, title] of [['英文', 'Department'], ['中文', '科室']] as const) {
    await page.getByTestId('templates').click()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: `岗位风险排查表：${language}文本表格` }).press('Enter')
    const saved = await saving
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('template-list')).toBeHidden()
    const text = readFileSync(await saved.path())
    expect(text.toString('utf8')).toContain(title)
    await page.getByTestId('file-input').setInputFiles({ name: `${language}.csv`, mimeType: 'text/csv', buffer: text })
    await show(page, `${language}.csv`)
    await page.getByTestId('tab-sheets').click()
    await expect(page.getByTestId('sheet-reading').first()).toContainText('认作“岗位风险排查表”')
    await expect(page.getByTestId('import-apply')).toBeDisabled()
  }
})

test('reading a large file tells how far it is and is stopped without a trace', async ({ page }) => {
  const rows = Array.from({ length: 40_000 }, (_, row) => `办公室,公章使用管理,,,岗位职责,第 ${row} 种用印不登记的情形,高,双人登记,办公室主任`)
  await choose(page, csv('大表.csv', rows))
  await expect(page.getByTestId('import-running')).toContainText('共')
  await page.getByTestId('import-stop').click()
  await expect(page.getByTestId('import-notice')).toContainText('登记内容没有改动')
  await goTo(page, 'risks')
  await expectTotal(page, 'risks', 0)
  await goTo(page, 'import')
  await page.getByTestId('read-again').click()
  await expect(page.getByTestId('import-running')).toContainText('共')
  await page.getByTestId('import-stop').click()
  await expect(page.getByTestId('import-notice')).toBeVisible()
})
