import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { expect, test } from './example-test.ts'
import { expectTotal } from './grid.ts'
import { goTo } from './main-path.ts'
import { speak } from './speak.ts'

const organisation = '示例县水利局'

async function openReports(page: Page): Promise<void> {
  await goTo(page, 'reports')
  await expect(page.getByTestId('reports')).toHaveAttribute('data-ready', 'true')
}

/** Has a report written and reads what was saved: its name, and its parts by their names. */
async function written(page: Page, format: 'docx' | 'xlsx'): Promise<{ name: string; parts: Record<string, Uint8Array> }> {
  await page.locator('#report-purpose').fill('年度考核报送')
  const saving = page.waitForEvent('download')
  await page.getByTestId(`write-${format}`).click()
  const download = await saving
  const name = download.suggestedFilename()
  await expect(page.getByTestId('written').filter({ hasText: name })).toContainText(/\d+(?:\.\d)? [KM]B/u)
  return { name, parts: unzipSync(readFileSync(await download.path())) }
}

/** The text of an XML part without its marks. */
const textOf = (part: Uint8Array | undefined): string => strFromU8(part ?? new Uint8Array()).replaceAll(/<[^>]+>/gu, '')

test('the year is frozen after saying what that means, and both files are written from it', async ({ page }) => {
  await openReports(page)
  await expect(page.getByTestId('year-state')).toHaveAttribute('data-frozen', 'false')
  await page.getByTestId('freeze').click()
  const asking = page.getByRole('dialog')
  await expect(asking).toContainText('30 项职权、40 个风险点')
  await expect(asking).toContainText('不能撤销')
  await page.getByTestId('freeze-confirm').click()
  await expect(page.getByTestId('year-state')).toHaveAttribute('data-frozen', 'true')
  await expect(page.getByTestId('freeze')).toBeHidden()
  await expect(page.getByTestId('archives').locator('li')).toHaveCount(1)

  const report = await written(page, 'docx')
  expect(report.name).toMatch(/^示例县水利局\d{4}年度廉政风险防控工作评估报告（内部版）\.docx$/u)
  expect(textOf(report.parts['word/document.xml'])).toContain(organisation)
  const list = await written(page, 'xlsx')
  expect(Object.keys(list.parts).filter((name) => name.startsWith('xl/worksheets/')).length).toBeGreaterThan(0)
  expect(Object.values(list.parts).some((part) => textOf(part).includes(organisation))).toBe(true)
})

test('one’s own words are kept for the year and stand in the report', async ({ page }) => {
  await openReports(page)
  await page.locator('#report-work').fill('组织专题学习四次，覆盖全部岗位。')
  await page.locator('#report-document-no').fill('示水〔2026〕8号')
  await page.reload()
  await expect(page.locator('#report-document-no')).toHaveValue('示水〔2026〕8号')
  const { parts } = await written(page, 'docx')
  const text = textOf(parts['word/document.xml'])
  expect(text).toContain('组织专题学习四次')
  expect(text).toContain('示水〔2026〕8号')
})

test('each finding of the check opens the list of exactly the records it counts', async ({ page }) => {
  await openReports(page)
  await expect(page.getByTestId('check')).toContainText('可以生成报告')
  const findings = page.locator('[data-testid^="finding-"]')
  const total = await findings.count()
  expect(total).toBeGreaterThan(0)
  for (let index = 0; index < total; index++) {
    const link = findings.nth(index)
    const count = Number(/\d+/u.exec(await link.locator('..').textContent() ?? '')?.[0])
    const list = /#\/(?<list>powers|risks|measures)/u.exec(await link.getAttribute('href') ?? '')?.groups?.['list'] as 'powers' | 'risks' | 'measures'
    await link.click()
    await expectTotal(page, list, count)
    await openReports(page)
  }
})

test('a report in English is written from the English screen', async ({ page }) => {
  await openReports(page)
  await speak(page, 'en')
  await expect(page.getByTestId('write-docx')).toHaveText('Write Word')
  const { parts } = await written(page, 'docx')
  expect(textOf(parts['word/document.xml'])).toMatch(/risk points/iu)
})

test('a kind is chosen, looked at in the public edition, written with a purpose, and stands in the log of exports', async ({ page }) => {
  await openReports(page)
  await page.getByTestId('kind-risk-list').click()
  await page.getByTestId('report-edition').getByText('公示版').click()
  await page.getByTestId('preview').click()
  const paper = page.frameLocator('[data-testid=paper-frame]')
  await expect(paper.locator('h1')).toContainText('廉政风险点及防控措施一览表')
  await expect(paper.locator('td', { hasText: '按规定不予公开' }).first()).toBeVisible()
  expect(await paper.locator('table').first().evaluate((table) => getComputedStyle(table).borderCollapse)).toBe('collapse')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('paper-preview')).toBeHidden()

  // Without a purpose nothing is written.
  await page.getByTestId('write-xlsx').click()
  await expect(page.getByText('请写明用途')).toBeVisible()
  await expect(page.getByTestId('written')).toHaveCount(0)
  const { name, parts } = await written(page, 'xlsx')
  expect(name).toContain('公示版')
  expect(Object.values(parts).some((part) => textOf(part).includes('不予公开'))).toBe(true)
  const row = page.getByTestId('export-row').first()
  for (const word of ['廉控报〔', '公示版', '年度考核报送', '测试经办人', name]) await expect(row).toContainText(word)
  await page.getByTestId('exports-search').fill('没有这样的用途')
  await expect(page.getByTestId('exports')).toContainText('没有符合条件的记录')
})

test('a control chart is written for one power, found by its code', async ({ page }) => {
  await openReports(page)
  await page.getByTestId('kind-control-chart').click()
  await page.getByTestId('report-subject').click()
  await page.keyboard.type('XK-001')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '取水许可审批' }).first().click()
  const { name, parts } = await written(page, 'docx')
  expect(name).toContain('取水许可审批廉政风险防控图')
  expect(textOf(parts['word/document.xml'])).toContain('防控措施')
})

test('the office’s form is seen before it is kept, and stands in the next file', async ({ page }) => {
  await goTo(page, 'settings/reports')
  await page.locator('#red-head').fill('示例县水利局文件')
  await page.getByTestId('watermark-internal').click()
  const sample = page.getByTestId('sample-page')
  await expect(sample).toContainText('示例县水利局文件')
  await expect(sample).toContainText('内部资料')
  await page.locator('#number-pattern').fill('廉〔{year}〕')
  await expect(page.locator('#number-note[role="alert"]')).toContainText('{number}')
  await page.locator('#number-pattern').fill('示水廉〔{year}〕{number}号')
  await page.getByTestId('save').click()
  await expect(page.getByTestId('save-bar')).toBeHidden()
  await openReports(page)
  await page.getByTestId('kind-high-risks').click()
  const { parts } = await written(page, 'docx')
  expect(textOf(parts['word/document.xml'])).toContain('示例县水利局文件')
  await expect(page.getByTestId('export-row').first()).toContainText('示水廉〔')
})

/** Runs in the page: counts what its frames are about to print. */
function countPrintings(): void {
  const counted = globalThis as unknown as { printings: number }
  counted.printings = 0
  new MutationObserver((changes) => {
    for (const frame of changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof HTMLIFrameElement)) {
      frame.addEventListener('load', () => frame.contentWindow?.addEventListener('beforeprint', () => { counted.printings++ }), { capture: true })
    }
  }).observe(document.body, { childList: true })
}

test('the report is looked at and printed as it would be written; the frame it stands in runs nothing', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => { if (/Content Security Policy|Refused to/u.test(message.text())) complaints.push(message.text()) })
  await openReports(page)
  await page.locator('#report-plans').fill('<img src=x onerror="top.broken = true"><script>top.broken = true</script>')
  await page.getByTestId('preview').click()
  await expect(page.getByTestId('paper-desk')).toHaveAttribute('data-ready', 'true')
  await expect(page.getByTestId('paper-frame')).toHaveAttribute('sandbox', '')
  const paper = page.frameLocator('[data-testid=paper-frame]')
  await expect(paper.locator('h1')).toContainText('年度廉政风险防控工作评估报告')
  await expect(paper.locator('body')).toContainText('<img src=x onerror=')
  await expect(paper.locator('img, script')).toHaveCount(0)
  // 210 mm: the one style of a paper is admitted, and no other.
  expect(await paper.locator('section.upright').evaluate((section) => Math.round(Number.parseFloat(getComputedStyle(section).width)))).toBe(794)
  await page.getByRole('button', { name: '放大' }).click()
  await expect(page.getByTestId('paper-zoom')).toHaveText('90%')
  await page.evaluate(countPrintings)
  await page.getByTestId('paper-print').click()
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'printings'))).toBe(1)
  await expect(page.getByTestId('paper-printing')).toHaveAttribute('sandbox', 'allow-same-origin allow-modals')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('paper-preview')).toBeHidden()
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false)
  expect(complaints).toEqual([])
})

test('the report is written as PDF', async ({ page }) => {
  await openReports(page)
  await page.locator('#report-purpose').fill('迎检')
  const saving = page.waitForEvent('download')
  await page.getByTestId('write-pdf').click()
  const download = await saving
  expect(download.suggestedFilename()).toMatch(/^示例县水利局\d{4}年度廉政风险防控工作评估报告（内部版）\.pdf$/u)
  const pdf = readFileSync(await download.path()).toString('latin1')
  expect(pdf).toMatch(/^%PDF-/u)
  for (const mark of ['/StructTreeRoot', '/Outlines', '/AuditLogHead <FEFF']) expect(pdf).toContain(mark)
})

test('a paper about one list says where there is no list of the year yet', async ({ page }) => {
  await openReports(page)
  for (const kind of ['publicity-list', 'filing-sheet']) {
    await page.getByTestId(`kind-${kind}`).click()
    await expect(page.getByTestId('report-subject')).toContainText('年度还没有可选的')
  }
})
