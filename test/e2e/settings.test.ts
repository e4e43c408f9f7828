import type { Locator, Page } from '@playwright/test'
import { expect, test } from './example-test.ts'
import { expectTotal } from './grid.ts'
import { goTo } from './main-path.ts'
import { changeTo, systemOfficer, worker } from './people.ts'

async function openPart(page: Page, part: string): Promise<Locator> {
  await expect(page.getByTestId('shell')).toHaveAttribute('data-ready', 'true')
  await goTo(page, `settings/${part}`)
  const frame = page.getByTestId(`part-${part}`)
  await expect(frame).toHaveAttribute('data-ready', 'true')
  return frame
}

const names = (page: Page): Promise<string[]> => page.getByTestId('department').locator('td:nth-child(2)').allTextContents()

/** Words that can be chosen for a column, read from an open list of the filter. */
async function offered(page: Page, list: 'powers' | 'risks', column: string): Promise<string[]> {
  await goTo(page, list)
  await expect(page.getByTestId(`grid-${list}`)).toHaveAttribute('data-ready', 'true')
  await page.locator(`[data-filter="${column}"] .ant-select`).click()
  const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
  await expect(options.first()).toBeVisible()
  return options.allTextContents()
}

test.describe('the inspector keeps the rules', () => {
  test('a category goes by its new word in the lists, and a new one can be chosen', async ({ page }) => {
    await openPart(page, 'categories')
    await page.getByTestId('entry').filter({ hasText: '思想道德' }).click()
    const panel = page.getByTestId('entry-panel')
    await panel.getByTestId('field-zh').fill('思想作风')
    await panel.getByTestId('save').click()
    await expect(page.getByTestId('entry').first()).toContainText('思想作风')
    await page.getByTestId('new-entry').click()
    await panel.getByTestId('field-zh').fill('信息数据')
    await panel.getByTestId('field-en').fill('Data and information')
    await panel.getByTestId('field-aliases').fill('数据安全\n信息泄露')
    await panel.getByTestId('save').click()
    await expect(page.getByTestId('entry').last()).toContainText('数据安全、信息泄露')
    const words = await offered(page, 'risks', 'category')
    expect(words).toContain('思想作风')
    expect(words).toContain('信息数据')
    expect(words).not.toContain('思想道德')
  })

  test('a word that already means another category is refused', async ({ page }) => {
    await openPart(page, 'categories')
    await page.getByTestId('entry').first().click()
    const panel = page.getByTestId('entry-panel')
    await panel.getByTestId('field-aliases').fill('岗位职责')
    await panel.getByTestId('save').click()
    await expect(panel.getByTestId('error-sentence')).toContainText('“岗位职责”已用于')
    await expect(panel.getByTestId('field-aliases')).toHaveValue('岗位职责')
  })

  test('grades: one word cannot mean two levels; the leader of a grade is edited in the table and a draft outlives the screen', async ({ page }) => {
    await openPart(page, 'scales')
    const high = page.locator('[data-testid="level"][data-code="high"]')
    await high.getByTestId('level-zh').fill('中')
    await expect(page.getByTestId('scale-problem')).toContainText('同时指两个等级')
    await expect(page.getByTestId('save')).toBeDisabled()
    await page.reload()
    await expect(high.getByTestId('level-zh')).toHaveValue('中')
    await high.getByTestId('level-zh').fill('高')
    await high.getByTestId('level-responsible').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '分管领导' }).click()
    await page.getByTestId('save').click()
    await expect(page.getByTestId('save-bar')).toBeHidden()
    await page.reload()
    await expect(high).toContainText('分管领导')
  })
})

test.describe('the system officer keeps the structure and the data', () => {
  test.use({ user: systemOfficer })

  test('departments are added, renamed and put in order by keyboard, and the lists follow', async ({ page }) => {
    await openPart(page, 'departments')
    const before = await names(page)
    await page.getByTestId('add-department').getByRole('textbox').fill('监察室')
    await page.getByTestId('add-department').getByRole('textbox').press('Enter')
    await expect(page.getByTestId('department')).toHaveCount(before.length + 1)
    await expect(page.getByTestId('add-department').getByRole('textbox')).toHaveValue('')

    const panel = page.getByTestId('department-panel')
    await expect(panel.getByRole('heading', { level: 3 })).toHaveText('监察室')
    await panel.getByTestId('field-name').fill('纪检监察室')
    await panel.getByTestId('field-headTitle').fill('纪检监察室主任')
    await page.keyboard.press('Control+S')
    await expect(page.getByTestId('department').last()).toContainText('纪检监察室主任')

    const ordered = page.waitForResponse((answer) => answer.url().includes('orderDepartments'))
    await page.getByTestId('order-handle').last().focus()
    for (let step = 0; step < before.length; step++) await page.keyboard.press('ArrowUp')
    // The handle keeps the keyboard while its row travels.
    await expect(page.getByTestId('order-handle').first()).toBeFocused()
    await (await ordered).finished()
    await expect.poll(() => names(page)).toEqual(['纪检监察室', ...before])
    await changeTo(page, worker)
    expect((await offered(page, 'powers', 'department')).slice(0, before.length + 1)).toEqual(['纪检监察室', ...before])
  })

  test('a row is dragged to its place', async ({ page }) => {
    await openPart(page, 'departments')
    const [first, second, ...rest] = await names(page)
    const ordered = page.waitForResponse((answer) => answer.url().includes('orderDepartments'))
    await page.getByTestId('order-handle').first().dragTo(page.getByTestId('department').nth(1))
    await (await ordered).finished()
    await expect.poll(() => names(page)).toEqual([second, first, ...rest])
    await page.reload()
    await expect.poll(() => names(page)).toEqual([second, first, ...rest])
  })

  test('a department in use is not withdrawn and says what still belongs to it; an empty one is', async ({ page }) => {
    await openPart(page, 'departments')
    const count = await page.getByTestId('department').count()
    await page.getByTestId('withdraw-department').click()
    await page.getByRole('dialog').getByRole('button', { name: '注销科室' }).click()
    await expect(page.getByText('不能注销', { exact: false }).last()).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.getByTestId('add-department').getByRole('textbox').fill('临时组')
    await page.getByTestId('add-department').getByRole('textbox').press('Enter')
    await expect(page.getByTestId('department')).toHaveCount(count + 1)
    await page.getByTestId('withdraw-department').click()
    await page.getByRole('dialog').getByRole('button', { name: '注销科室' }).click()
    await expect(page.getByTestId('department')).toHaveCount(count)
  })

  test('a name that is taken is refused beside the field and what was typed stays', async ({ page }) => {
    await openPart(page, 'departments')
    const [first = ''] = await names(page)
    const field = page.getByTestId('add-department').getByRole('textbox')
    await field.fill(first)
    await field.press('Enter')
    await expect(page.getByTestId('add-department').getByTestId('error-sentence')).toContainText('名称不能重复')
    await expect(field).toHaveValue(first)
  })

  test('posts of a department are added, described and withdrawn', async ({ page }) => {
    await openPart(page, 'departments')
    const posts = page.getByTestId('post')
    await expect(page.getByTestId('posts')).toHaveAttribute('data-ready', 'true')
    const count = await posts.count()
    await page.getByTestId('add-post').getByRole('textbox').fill('档案管理岗')
    await page.getByTestId('add-post').getByRole('textbox').press('Enter')
    await expect(posts).toHaveCount(count + 1)
    const post = posts.filter({ hasText: '档案管理岗' })
    await post.getByTestId('edit-post').click()
    await page.getByRole('textbox', { name: '岗位职责' }).fill('保管业务档案')
    await page.getByTestId('posts').getByRole('button', { name: '保存' }).click()
    await expect(post).toContainText('保管业务档案')
    await post.getByTestId('withdraw-post').click()
    await page.getByRole('dialog').getByRole('button', { name: '注销岗位' }).click()
    await expect(posts).toHaveCount(count)
  })

  test('a backup brings the register back to how it was, after keeping how it is', async ({ page }) => {
    await openPart(page, 'backups')
    const backups = page.getByTestId('backup')
    const before = await backups.count()
    await page.getByTestId('back-up').click()
    await expect(backups).toHaveCount(before + 1)
    await expect(backups.first()).toContainText('手动')

    await openPart(page, 'departments')
    await page.getByTestId('add-department').getByRole('textbox').fill('监察室')
    await page.getByTestId('add-department').getByRole('textbox').press('Enter')
    await expect(page.getByTestId('department').filter({ hasText: '监察室' })).toBeVisible()

    await openPart(page, 'backups')
    await backups.filter({ hasText: '手动' }).getByTestId('restore').click()
    await expect(page.getByRole('dialog')).toContainText('会先另存一份备份')
    await page.getByRole('dialog').getByRole('button', { name: '恢复这份备份' }).click()
    await expect(backups.filter({ hasText: '恢复之前' })).toHaveCount(1)
    await openPart(page, 'departments')
    await expect(page.getByTestId('department').filter({ hasText: '监察室' })).toHaveCount(0)
    await changeTo(page, worker)
    await goTo(page, 'risks')
    await expectTotal(page, 'risks', 40)
  })

  test('the integrity check finds the register sound and says what it examined', async ({ page }) => {
    const part = await openPart(page, 'integrity')
    await page.getByTestId('verify').click()
    await expect(page.getByTestId('sound')).toContainText('数据完整')
    await expect(part.getByRole('listitem')).toHaveCount(6)
  })

  test('language and colours change at once and are remembered', async ({ page }) => {
    await openPart(page, 'appearance')
    await page.getByRole('radio', { name: '高对比度' }).check()
    await expect(page.locator('html')).toHaveClass(/theme-contrast/u)
    await page.getByRole('radio', { name: 'English' }).check()
    await expect(page.getByTestId('part-appearance').getByRole('heading')).toHaveText('Language and display')
    await page.reload()
    await expect(page.getByTestId('settings-departments')).toHaveText('Departments and posts')
    await expect(page.locator('html')).toHaveClass(/theme-contrast/u)
  })

  test('a code of the organisation with a wrong digit is refused beside its field', async ({ page }) => {
    await openPart(page, 'organisation')
    await page.getByTestId('field-creditCode').fill('91310115MA1G4L1WXK')
    await page.getByTestId('save').click()
    await expect(page.getByTestId('error-sentence')).toContainText('校验位不对')
    await page.getByTestId('field-creditCode').fill('11350000003591037R')
    await page.getByTestId('save').click()
    await expect(page.getByTestId('save')).toBeHidden()
    await page.reload()
    await expect(page.getByTestId('field-creditCode')).toHaveValue('11350000003591037R')
  })
})
